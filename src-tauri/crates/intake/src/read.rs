//! From bytes to a document with its fields, one by one and as a batch.

use std::time::Duration;

use chancery_model::{Alternative, Confidence, Dateline, Day, Edtf, Field, Published, SourceDocument};
use chancery_text::publication::{self, Page};
use chancery_text::{Languages, dateline, furniture};
use sha2::{Digest as _, Sha256};

use crate::draft::Draft;
use crate::format::{Format, detect};
use crate::patience::{Unread, within};
use crate::{Refusal, byline, normalise, outlet};

/// Raised when the same bytes may be read otherwise than before: as text, furniture or fields.
pub const READER_VERSION: u32 = 1;

/// What is taken in.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Largest file of one article, in bytes.
    pub bytes: u64,
    /// Largest file that holds others.
    pub container: u64,
    /// How long the reading of one article is waited for, and a second more for every megabyte of it.
    pub patience: Duration,
}

impl Default for Limits {
    /// 64 MiB: a text of 50 MB is read in some seconds. 512 MiB for an archive, which is held in memory while it is read.
    fn default() -> Self {
        Self { bytes: 64 << 20, container: 512 << 20, patience: Duration::from_secs(30) }
    }
}

impl Limits {
    /// How long the reading of so many bytes is waited for. It takes a tenth of that where nothing else runs: what is read
    /// must not hang on how busy the machine is.
    pub(crate) fn patience_for(&self, bytes: usize) -> Duration {
        self.patience + PER_MEGABYTE * u32::try_from(bytes >> 20).unwrap_or(u32::MAX)
    }
}

/// What every megabyte adds to the patience. A build that is not optimised reads twenty times slower.
const PER_MEGABYTE: Duration = Duration::from_secs(if cfg!(debug_assertions) { 20 } else { 1 });
/// Files larger than this may take long, be they ever so simple inside.
const LARGE: usize = 4 << 20;
/// Room for what nests.
const STACK: usize = 16 << 20;

/// Something worth knowing about how a document was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// Not UTF-8: the encoding was declared by a mark or guessed.
    Encoding(&'static str),
    /// Characters that could not be decoded stand as U+FFFD.
    Replaced(u64),
    /// There is no text: its pages, so many, are pictures. It is kept for what its name and its reader know of it.
    NoText {
        /// How many pages it has.
        pages: u64,
    },
    /// Pages without which the text was read: beyond the limits, or damaged.
    Pages {
        /// Not looked at.
        unread: u64,
        /// Could not be read.
        broken: u64,
    },
}

/// A document with the notes on its reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// What was read.
    pub document: SourceDocument,
    /// What is worth knowing about it.
    pub notes: Vec<Note>,
}

impl Read {
    /// Reads `bytes`; `name` is the file's, of which only the ending is used; `captured` is the day of the import.
    ///
    /// # Errors
    /// When the bytes are nothing this desk reads as a text; the refusal says what they are instead. Pages that are pictures
    /// are read as a document without text.
    pub fn of(bytes: &[u8], name: Option<&str>, captured: Day, limits: &Limits) -> Result<Self, Refusal> {
        Self::in_format(bytes, || detect(bytes, name), captured, limits)
    }

    /// The same in a format, which is asked for where the bytes may be read at all.
    pub(crate) fn in_format(
        bytes: &[u8],
        format: impl FnOnce() -> Result<Format, Refusal>,
        captured: Day,
        limits: &Limits,
    ) -> Result<Self, Refusal> {
        let size = bytes.len() as u64;
        if size > limits.bytes {
            return Err(Refusal::TooLarge { bytes: size, limit: limits.bytes });
        }
        if bytes.iter().all(u8::is_ascii_whitespace) {
            return Err(Refusal::Empty);
        }
        let (format, patience) = (format()?, limits.patience_for(bytes.len()));
        if bytes.len() > LARGE {
            return Self::beside(bytes.to_vec(), format, captured, patience);
        }
        Self::here(bytes, format, captured, patience)
    }

    /// Reads in a thread that is left behind where it takes too long.
    fn beside(bytes: Vec<u8>, format: Format, captured: Day, patience: Duration) -> Result<Self, Refusal> {
        let work = move |_: &_| Self::here(&bytes, format, captured, patience);
        within(patience, STACK, work).unwrap_or_else(|unread| {
            Err(match unread {
                Unread::Slow => Refusal::too_slow(patience),
                Unread::Broke => Refusal::Damaged { looks_like: "a file", why: "nothing in it can be read" },
            })
        })
    }

    fn here(bytes: &[u8], format: Format, captured: Day, patience: Duration) -> Result<Self, Refusal> {
        let draft = match format.draft(bytes, captured, patience) {
            Err(Refusal::NoText { pages }) => {
                Draft { notes: vec![Note::NoText { pages }], ..Draft::default() }
            }
            draft => draft?,
        };
        Self::of_draft(draft, format, bytes, captured)
    }

    /// Reads what one record of a list states; `bytes` are the record's own.
    pub(crate) fn of_draft(
        mut draft: Draft,
        format: Format,
        bytes: &[u8],
        captured: Day,
    ) -> Result<Self, Refusal> {
        let notes = std::mem::take(&mut draft.notes);
        let document = document(draft, format, captured, Sha256::digest(bytes).into());
        let pictures = notes.iter().any(|note| matches!(note, Note::NoText { .. }));
        if document.text.is_empty() && !pictures {
            return Err(Refusal::Empty);
        }
        Ok(Self { document, notes })
    }
}

/// Reads `bytes` alone: where several years fit, `published` has alternatives and no value until [`settle_batch`].
///
/// # Errors
/// As [`Read::of`].
pub fn read(
    bytes: &[u8],
    name: Option<&str>,
    captured: Day,
    limits: &Limits,
) -> Result<SourceDocument, Refusal> {
    Read::of(bytes, name, captured, limits).map(|read| read.document)
}

/// What the file states goes before what its text shows; what it does not state is read from the text.
fn document(draft: Draft, format: Format, captured: Day, sha256: [u8; 32]) -> SourceDocument {
    let text = if draft.is_normal { draft.text } else { normalise(&draft.text) };
    let furniture = furniture(&text, draft.title.value.as_deref());
    let found = dateline::find(&text, &furniture);
    let mut dateline_field = dateline::field(found.as_ref());
    let read = || {
        publication::read(&Page { text: &text, furniture: &furniture, dateline: found.as_ref() }, captured)
    };
    let mut published = match draft.published {
        // A guess goes after what the article surely says of itself.
        guess if guess.confidence <= Confidence::Low => {
            let read = read();
            if guess.value.is_none() || read.confidence > Confidence::Low { read } else { guess }
        }
        stated => stated,
    };
    dateline::settle_year(&mut dateline_field, found.as_ref(), &published);
    or_of_dateline(&mut published, &dateline_field);
    let languages = Languages::of(&text);
    let read = languages.whole.clone();
    let stated = draft.language.value.is_some();
    let language =
        if !stated || read.confidence > Confidence::Low && draft.language.confidence < Confidence::High {
            read
        } else {
            draft.language
        };
    let language_runs = languages.foreign_paragraphs(&text, &furniture, None);
    SourceDocument {
        format: format.id().to_owned(),
        title: draft.title,
        outlet: first(draft.outlet, || outlet::read(&text, &furniture, found.as_ref())),
        byline: first(draft.byline, || byline::read(&text)),
        dateline: dateline_field,
        published,
        modified: draft.modified,
        url: draft.url,
        section: draft.section,
        language,
        language_runs,
        sha256,
        furniture,
        text,
    }
}

/// The day of the dateline stays in sight where another is believed, whichever way that was read.
fn or_of_dateline(published: &mut Field<Published>, dateline: &Field<Dateline>) {
    let (Some(believed), Some(date)) =
        (&published.value, dateline.value.as_ref().and_then(|dateline| dateline.date.clone()))
    else {
        return;
    };
    let same = |other: &Edtf| other.only_day() == date.only_day();
    let known = same(&believed.date) || published.alternatives.iter().any(|other| same(&other.value.date));
    if date.only_day().is_some() && !known {
        published.alternatives.push(Alternative {
            value: Published { date, time: None, zone: None },
            confidence: Confidence::Low,
            basis: dateline.basis.clone(),
        });
    }
}

/// The field as stated, or as read where nothing is stated.
fn first<T>(stated: Field<T>, read: impl FnOnce() -> Field<T>) -> Field<T> {
    if stated.value.is_some() { stated } else { read() }
}

/// The batch step: dates that fit several years take the one nearest to the securely dated articles read with them.
///
/// The order of the documents plays no part. See [`publication::settle`].
pub fn settle_batch<D: std::borrow::BorrowMut<SourceDocument>>(documents: &mut [D], captured: Day) {
    let mut fields: Vec<&mut Field<_>> =
        documents.iter_mut().map(|document| &mut document.borrow_mut().published).collect();
    publication::settle(&mut fields, captured);
    for document in documents {
        let document = document.borrow_mut();
        let dated = document.dateline.value.as_ref().is_some_and(|dateline| dateline.date.is_some());
        if !dated && document.dateline.value.is_some() {
            let found = dateline::find(&document.text, &document.furniture);
            dateline::settle_year(&mut document.dateline, found.as_ref(), &document.published);
        }
    }
}
