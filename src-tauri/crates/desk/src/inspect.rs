//! Reading files without storing anything: what would be read, with the basis of every field.

use std::fs::{File, Metadata};
use std::io::Read as _;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use chancery_intake::{Item, Limits, Note, Refusal, Taker};
use chancery_model::{DateMention, Day, SourceDocument, Suggestion, Topic};
use chancery_store::LookNote;
use chancery_text::Matcher;

use crate::files;

/// What was read from one file.
#[derive(Clone, Debug)]
pub struct ReadFile {
    /// Text, furniture and fields.
    pub document: SourceDocument,
    /// The file's bytes.
    pub bytes: Vec<u8>,
    /// What is worth knowing of the reading.
    pub notes: Vec<Note>,
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
    /// It was being written to.
    Changed,
    /// The reading of it broke off: a fault of this program.
    Broke,
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
            Self::Changed => "changed-while-read",
            Self::Broke => "internal",
        }
    }
}

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Content(refusal) => refusal.fmt(f),
            Self::File(error) => error.fmt(f),
            Self::Changed => f.write_str(
                "the file was changed while it was read: wait until it is written, and import it again",
            ),
            Self::Broke => {
                f.write_str("the reading of it broke off: save it in another format and import that")
            }
        }
    }
}

/// Reads files and folders as one batch and tells what would be stored.
fn inspect(paths: &[PathBuf], captured: Day, matcher: &Matcher) -> Vec<Inspected> {
    let mut batch: Vec<Inspected> = Vec::new();
    for found in files::find(paths) {
        match found {
            Ok(path) => read_file(&path, captured, &mut |one| batch.push(one)),
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
fn read_file(path: &Path, captured: Day, sink: &mut dyn FnMut(Inspected)) {
    let mut told = |item: Item| {
        let path = place(path, item.member.as_deref());
        sink(Inspected { path, outcome: outcome(item) });
        ControlFlow::Continue(())
    };
    let read = Opened::open(path).and_then(|opened| match opened.is_large() {
        true => opened.each_piece(path, captured, &mut told),
        false => {
            let bytes = opened.bytes(&mut || ControlFlow::Continue(()))?;
            each(path, bytes, captured, &mut told);
            Ok(())
        }
    });
    if let Err(refused) = read {
        sink(Inspected { path: path.to_owned(), outcome: Err(refused) });
    }
}

/// Where something lies: the file, or its path and what follows inside.
pub(crate) fn place(file: &Path, member: Option<&str>) -> PathBuf {
    match member {
        Some(member) => PathBuf::from(format!("{}/{member}", file.display())),
        None => file.to_owned(),
    }
}

/// Reads the articles in a file's bytes.
pub(crate) fn each(path: &Path, bytes: Vec<u8>, captured: Day, taker: &mut dyn Taker) {
    chancery_intake::read_each(bytes, name_of(path).as_deref(), captured, &Limits::default(), taker);
}

fn name_of(path: &Path) -> Option<String> {
    path.file_name().map(|name| name.to_string_lossy().into_owned())
}

/// What was read of an item, with room for what follows from it.
pub(crate) fn outcome(item: Item) -> Result<ReadFile, Refused> {
    let bytes = item.bytes;
    item.outcome.map_err(Refused::Content).map(|read| ReadFile {
        document: read.document,
        bytes,
        notes: read.notes,
        dates: Vec::new(),
        topics: Vec::new(),
    })
}

/// A file that is read, as it was when it was opened.
pub(crate) struct Opened {
    file: File,
    metadata: Metadata,
}

/// Bytes read between two looks at whether they are still wanted.
const PIECE: u64 = 4 << 20;

impl Opened {
    pub(crate) fn open(path: &Path) -> Result<Self, Refused> {
        // Asked before it is opened: opening a pipe waits for its other end.
        files::regular_file(path).map_err(Refused::File)?;
        let file = File::open(path).map_err(Refused::File)?;
        let metadata = file.metadata().map_err(Refused::File)?;
        Ok(Self { file, metadata })
    }

    pub(crate) fn size(&self) -> u64 {
        self.metadata.len()
    }

    /// When it was last changed: milliseconds since 1970.
    pub(crate) fn modified(&self) -> i64 {
        files::modified(&self.metadata)
    }

    /// Whether it is larger than what is held as a whole.
    pub(crate) fn is_large(&self) -> bool {
        self.size() > Limits::default().container
    }

    /// Reads the articles in a large file piece by piece.
    pub(crate) fn each_piece(self, path: &Path, captured: Day, taker: &mut dyn Taker) -> Result<(), Refused> {
        let (name, limits) = (name_of(path), Limits::default());
        chancery_intake::read_large(&self.file, self.size(), name.as_deref(), captured, &limits, taker)
            .map_err(Refused::File)?;
        self.as_it_was()
    }

    fn as_it_was(&self) -> Result<(), Refused> {
        let now = self.file.metadata().map_err(Refused::File)?;
        let same = (now.len(), files::modified(&now)) == (self.size(), self.modified());
        if same { Ok(()) } else { Err(Refused::Changed) }
    }

    /// Its bytes, and one byte more than the limit at most: enough for `intake` to say that it is too large. `Break` of
    /// `wanted` ends the reading with what there is.
    pub(crate) fn bytes(mut self, wanted: &mut dyn FnMut() -> ControlFlow<()>) -> Result<Vec<u8>, Refused> {
        let most = Limits::default().container.saturating_add(1);
        let mut bytes = Vec::with_capacity(usize::try_from(self.size().min(most)).unwrap_or(0));
        while (bytes.len() as u64) < most && wanted().is_continue() {
            let piece = PIECE.min(most - bytes.len() as u64);
            if self.file.by_ref().take(piece).read_to_end(&mut bytes).map_err(Refused::File)? == 0 {
                break;
            }
        }
        self.as_it_was()?;
        Ok(bytes)
    }
}

/// Settles what only the batch can tell: the years of articles that name none.
pub(crate) fn settle(batch: &mut [Inspected], captured: Day) {
    settle_all(batch.iter_mut().filter_map(|one| one.outcome.as_mut().ok()), captured);
}

/// The same for files that stand elsewhere.
pub(crate) fn settle_all<'f>(files: impl Iterator<Item = &'f mut ReadFile>, captured: Day) {
    let mut documents: Vec<&mut SourceDocument> = files.map(|read| &mut read.document).collect();
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

/// What of the notes on a reading wants a look.
pub(crate) fn look_notes(notes: &[Note]) -> Vec<LookNote> {
    let look = notes.iter().filter_map(|note| match note {
        Note::NoText { .. } => Some(LookNote::NoText),
        Note::Replaced(_) => Some(LookNote::MixedEncodings),
        Note::Encoding(_) | Note::Pages { .. } => None,
    });
    look.collect()
}

/// The dates in the text of an article that is in, as they are read now.
pub(crate) fn mentions(article: &chancery_store::ArticleDetail) -> Vec<DateMention> {
    chancery_text::dates::mentions(
        &article.text,
        &article.furniture,
        article.fields.language.value,
        article.fields.published.value.as_ref(),
        article.fields.dateline.value.as_ref(),
    )
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

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::Write as _;

    use super::*;

    #[test]
    fn a_file_that_changes_between_opening_and_reading_is_told_and_not_stored_half() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("growing.txt");
        let words = "Бакі абмеркавалі ў Мінску цану на газ.\n";
        fs::write(&path, words).unwrap();
        let day = Day::new(2026, 11, 22).unwrap();
        let grow = || fs::OpenOptions::new().append(true).open(&path).unwrap().write_all(b"more\n").unwrap();
        let go_on = || ControlFlow::Continue(());

        let opened = Opened::open(&path).unwrap();
        assert_eq!(opened.bytes(&mut { go_on }).unwrap(), words.as_bytes());
        let opened = Opened::open(&path).unwrap();
        grow();
        assert_eq!(opened.bytes(&mut { go_on }).unwrap_err().code(), "changed-while-read");
        // While it is read, too, and where it is read piece by piece.
        let opened = Opened::open(&path).unwrap();
        let mut grown = false;
        let mut meanwhile = || {
            if !std::mem::replace(&mut grown, true) {
                grow();
            }
            ControlFlow::Continue(())
        };
        assert_eq!(opened.bytes(&mut meanwhile).unwrap_err().code(), "changed-while-read");
        let opened = Opened::open(&path).unwrap();
        grow();
        let refused = opened.each_piece(&path, day, &mut |_: Item| ControlFlow::Continue(())).unwrap_err();
        assert_eq!(refused.code(), "changed-while-read");
    }
}
