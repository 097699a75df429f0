//! Codebooks between the dossier and files: written whole, taken in as one operation.

use std::path::{Path, PathBuf};

use chancery_model::OperationKind;
use serde_json::json;

use super::{Book, CodebookFormat, CodebookMerge, Left, Listed, Stated, merge, read, write};
use crate::{Desk, DeskError, Done, Result, SeedError, regular_file, write_whole};

/// A codebook that was written.
#[derive(Clone, Debug, PartialEq)]
pub struct CodebookWritten {
    /// Where.
    pub path: PathBuf,
    /// How many topics are in it.
    pub topics: usize,
    /// How many bytes it has.
    pub bytes: usize,
    /// What the format has no place for.
    pub left: Vec<Left>,
}

/// A codebook that could come in.
#[derive(Clone, Debug, PartialEq)]
pub struct IncomingCodebook {
    /// The file's name, or the codebook's where it came with the program.
    pub name: String,
    /// Its topics.
    pub book: Book,
    /// What of the file is not taken over.
    pub left: Vec<Left>,
}

/// A codebook that comes with the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BundledCodebook {
    /// The 21 major topics of the Comparative Agendas Project: codes and names, no terms.
    Cap,
}

const CAP: &str = include_str!("../../../../../seeds/codebooks/cap.toml");

impl BundledCodebook {
    /// Every one of them.
    pub const ALL: &'static [Self] = &[Self::Cap];

    /// The word used in JSON and on the command line.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Cap => "cap",
        }
    }

    /// The codebook.
    ///
    /// # Errors
    /// When the seed is wrong; a test holds that it is not.
    pub fn incoming(self) -> Result<IncomingCodebook> {
        let Self::Cap = self;
        let (book, left) = read("cap.toml", CAP.as_bytes())?;
        Ok(IncomingCodebook { name: book.name.en.clone(), book, left })
    }
}

/// Reads a codebook from a file, in whatever format it is.
///
/// # Errors
/// `file-unreachable`; `codebook` where it holds none that can be read.
pub fn read_codebook_file(path: &Path) -> Result<IncomingCodebook> {
    let bytes = regular_file(path).and_then(std::fs::read).map_err(|error| DeskError::file(path, error))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let unread = |SeedError { what, .. }| DeskError::Codebook { path: path.to_owned(), what };
    let (book, left) = read(&name, &bytes).map_err(unread)?;
    Ok(IncomingCodebook { name, book, left })
}

impl Desk {
    /// The dossier's codebook as it would go out.
    ///
    /// # Errors
    /// When the dossier can't be read.
    pub fn codebook(&self) -> Result<Book> {
        let (info, rows) = self.read(|reader| Ok((reader.dossier()?, reader.topics()?)))?;
        let listed = |row: chancery_store::TopicRow| Listed {
            topic: row.topic,
            uid: Some(row.uid),
            colour: Some(row.colour),
            outside: None,
            stated: Stated::ALL,
        };
        let topics = rows.into_iter().map(listed).collect();
        Ok(Book { name: info.name, topics })
    }

    /// Writes the codebook to a file; one that is there is replaced whole.
    ///
    /// # Errors
    /// `missing` where there is no topic; when the file can't be written.
    pub fn export_codebook(&self, format: CodebookFormat, path: &Path) -> Result<CodebookWritten> {
        let book = self.codebook()?;
        if book.topics.is_empty() {
            return Err(DeskError::Missing("topic"));
        }
        let (bytes, left) = write(&book, format);
        write_whole(path, &bytes)?;
        Ok(CodebookWritten { path: path.to_owned(), topics: book.topics.len(), bytes: bytes.len(), left })
    }

    /// What taking a codebook in would do.
    ///
    /// # Errors
    /// When the dossier can't be read.
    pub fn codebook_merge(&self, incoming: &IncomingCodebook) -> Result<CodebookMerge> {
        let rows = self.read(|reader| reader.topics())?;
        let mut merge = merge::merge(&rows, &incoming.book);
        merge.left.splice(0..0, incoming.left.iter().cloned());
        Ok(merge)
    }

    /// Takes a codebook in as one operation. Topics that are there, by id or slug or else by label, are brought up to date;
    /// nothing is deleted. Suggestions follow by [`Self::suggest_anew`].
    ///
    /// # Errors
    /// When the dossier refuses it; nothing is changed then.
    pub fn import_codebook(&self, incoming: &IncomingCodebook) -> Result<Done<CodebookMerge>> {
        let merge = self.codebook_merge(incoming)?;
        let args =
            json!({ "name": incoming.name, "added": merge.added.len(), "changed": merge.changed.len() });
        let done = self.perform(OperationKind::ImportCodebook, args, |writer| {
            for put in &merge.puts {
                writer.put_topic_as(put.uid, &put.topic, put.position, put.colour)?;
            }
            Ok(())
        })?;
        Ok(Done { value: merge, operation: done.operation, changed: done.changed })
    }

    /// What the codebook would be as a file of this format: how many topics, how many bytes, and what the format has no place
    /// for.
    ///
    /// # Errors
    /// `missing` where there is no topic.
    pub fn codebook_foretold(&self, format: CodebookFormat) -> Result<(usize, usize, Vec<Left>)> {
        let book = self.codebook()?;
        if book.topics.is_empty() {
            return Err(DeskError::Missing("topic"));
        }
        let (bytes, left) = write(&book, format);
        Ok((book.topics.len(), bytes.len(), left))
    }
}
