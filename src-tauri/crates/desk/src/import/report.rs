//! What became of the files of an import, as its manifest tells.

use std::path::{Path, PathBuf};

use chancery_model::{ArticleId, ImportId};
use chancery_store::{ImportedItem, Outcome as Told};

use crate::{Desk, Result, inspect};

/// What became of a file, or of one article inside it.
#[derive(Clone, Debug)]
pub struct FileReport {
    /// The file; for what stands inside it, followed by its place there.
    pub path: PathBuf,
    /// What became of it.
    pub outcome: Outcome,
    /// Its title, where it has one.
    pub title: Option<String>,
    /// Codes of what is worth knowing of the reading.
    pub notes: Vec<String>,
}

/// What became of a file. An article is missing where it was deleted for good since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Read; its fields are sure enough.
    Imported(Option<ArticleId>),
    /// Read; something about it is unknown or guessed.
    NeedsALook(Option<ArticleId>),
    /// The same bytes are in the dossier already, as this article.
    Duplicate(Option<ArticleId>),
    /// Read; nearly the same words are in the dossier already.
    Reprint(Option<ArticleId>),
    /// Not read.
    Refused {
        /// The code the interface words.
        code: String,
        /// The technical text.
        detail: String,
    },
}

impl From<ImportedItem> for FileReport {
    fn from(item: ImportedItem) -> Self {
        let outcome = match item.outcome {
            Told::Imported => Outcome::Imported(item.article),
            Told::NeedsALook => Outcome::NeedsALook(item.article),
            Told::Duplicate => Outcome::Duplicate(item.article),
            Told::Reprint => Outcome::Reprint(item.article),
            Told::Refused => Outcome::Refused {
                code: item.code.unwrap_or_default(),
                detail: item.detail.unwrap_or_default(),
            },
        };
        let path = inspect::place(Path::new(&item.path), item.member.as_deref());
        let mut notes = item.notes;
        if item.reprint && item.outcome == Told::NeedsALook {
            notes.push("reprint".to_owned());
        }
        Self { path, outcome, title: item.title, notes }
    }
}

/// Lines asked of the dossier at a time.
const PAGE: u32 = 1000;

impl Desk {
    /// Everything an import tells, in the order of reading. For a window there are pages.
    ///
    /// # Errors
    /// `no-such`.
    pub fn import_files(&self, import: ImportId) -> Result<Vec<FileReport>> {
        let mut files = Vec::new();
        loop {
            let page = self.read(|reader| reader.import_items(import, None, files.len() as u64, PAGE))?;
            let last = page.items.len() < PAGE as usize;
            files.extend(page.items.into_iter().map(FileReport::from));
            if last {
                return Ok(files);
            }
        }
    }
}
