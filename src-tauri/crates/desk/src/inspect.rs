//! Reading files without storing anything: what would be read, with the basis of every field.

use std::fs;
use std::io::Read as _;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use chancery_intake::{Limits, Refusal};
use chancery_model::{DateMention, Day, SourceDocument, Suggestion, Topic};
use chancery_text::Matcher;

use crate::files;

/// What was read from one file.
#[derive(Clone, Debug)]
pub struct ReadFile {
    /// Text, furniture and fields.
    pub document: SourceDocument,
    /// The file's bytes.
    pub bytes: Vec<u8>,
    /// Dates named in the text.
    pub dates: Vec<DateMention>,
    /// Topics suggested, best first.
    pub topics: Vec<Suggestion>,
}

impl ReadFile {
    /// The text without its furniture.
    #[must_use]
    pub fn body(&self) -> String {
        chancery_text::body(&self.document.text, &self.document.furniture)
    }
}

/// One file of a batch, read or refused.
#[derive(Debug)]
pub struct Inspected {
    /// The file.
    pub path: PathBuf,
    /// What was read, or why not.
    pub outcome: Result<ReadFile, Refused>,
}

/// Why a file gave no article.
#[derive(Debug)]
pub enum Refused {
    /// Its content can't be read as an article.
    Content(Refusal),
    /// It could not be opened or read.
    File(std::io::Error),
}

impl Refused {
    /// The code the interface words.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Content(refusal) => refusal.code(),
            Self::File(error) if error.kind() == std::io::ErrorKind::NotFound => "not-found",
            Self::File(error) if error.kind() == std::io::ErrorKind::PermissionDenied => "not-permitted",
            Self::File(_) => "file-unreachable",
        }
    }
}

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Content(refusal) => refusal.fmt(f),
            Self::File(error) => error.fmt(f),
        }
    }
}

/// Reads files and folders as one batch and tells what would be stored.
fn inspect(paths: &[PathBuf], captured: Day, matcher: &Matcher) -> Vec<Inspected> {
    let mut batch: Vec<Inspected> = Vec::new();
    for found in files::find(paths) {
        match found {
            Ok(path) => read_file(&path, captured, &mut |one| {
                batch.push(one);
                ControlFlow::Continue(())
            }),
            Err((path, error)) => batch.push(Inspected { path, outcome: Err(Refused::File(error)) }),
        }
    }
    settle(&mut batch, captured);
    for one in &mut batch {
        if let Ok(read) = &mut one.outcome {
            derive(read, matcher);
        }
    }
    batch
}

/// The same with a codebook not compiled yet.
#[must_use]
pub fn inspect_with(paths: &[PathBuf], captured: Day, topics: &[Topic]) -> Vec<Inspected> {
    inspect(paths, captured, &Matcher::new(topics))
}

/// Reads a file by itself: one article, or as many as it holds. What stands inside a file is told by its path below it.
pub(crate) fn read_file(path: &Path, captured: Day, sink: &mut dyn FnMut(Inspected) -> ControlFlow<()>) {
    let limits = Limits::default();
    let bytes = match bytes_of(path, limits.container) {
        Ok(bytes) => bytes,
        Err(error) => {
            let _ = sink(Inspected { path: path.to_owned(), outcome: Err(Refused::File(error)) });
            return;
        }
    };
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    chancery_intake::read_each(bytes, name.as_deref(), captured, &limits, &mut |item| {
        let path = match &item.member {
            Some(member) => PathBuf::from(format!("{}/{member}", path.display())),
            None => path.to_owned(),
        };
        let bytes = item.bytes;
        let outcome = item.outcome.map_err(Refused::Content).map(|read| ReadFile {
            document: read.document,
            bytes,
            dates: Vec::new(),
            topics: Vec::new(),
        });
        sink(Inspected { path, outcome })
    });
}

/// The file's bytes, and one byte more than the limit at most: enough for `intake` to say that it is too large.
fn bytes_of(path: &Path, limit: u64) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = limit.saturating_add(1);
    fs::File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Settles what only the batch can tell: the years of articles that name none.
pub(crate) fn settle(batch: &mut [Inspected], captured: Day) {
    let mut documents: Vec<&mut SourceDocument> =
        batch.iter_mut().filter_map(|one| one.outcome.as_mut().ok()).map(|read| &mut read.document).collect();
    chancery_intake::settle_batch(&mut documents, captured);
}

/// What follows from the settled fields: dates in the text, and topics.
pub(crate) fn derive(read: &mut ReadFile, matcher: &Matcher) {
    let document = &read.document;
    let language = document.language.value;
    read.dates = dates_of(document);
    read.topics = matcher.suggest(
        document.title.value.as_deref().unwrap_or_default(),
        &document.text,
        &document.furniture,
        language,
    );
}

fn dates_of(document: &SourceDocument) -> Vec<DateMention> {
    chancery_text::dates::mentions(
        &document.text,
        &document.furniture,
        document.language.value,
        document.published.value.as_ref(),
        document.dateline.value.as_ref(),
    )
}
