//! A batch is made ready: what follows from its settled fields is read, originals are packed and words analysed, on all cores.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use chancery_intake::Note;
use chancery_store::{Item, ItemRead, Moment, NewArticle, NotRead, ReadyArticle};
use chancery_text::Matcher;
use chancery_text::copies::Fingerprint;

use super::readers::{Found, Readers};
use crate::inspect::{self, ReadFile, Refused};

/// Items that one thread makes ready at a time.
const AT_ONCE: usize = 16;

/// A part of what was read, in order.
pub(super) enum Part {
    Found(Box<Found>),
    End(Arc<chancery_store::FileRead>),
}

/// An item made ready, with what its article is compared by.
pub(super) struct Made {
    pub(super) item: Item,
    pub(super) fingerprint: Option<Fingerprint>,
}

/// Items by the number of their part of the batch.
type Done = Arc<Mutex<BTreeMap<usize, Vec<Made>>>>;

/// Items made ready, handed out in the order they were handed in.
pub(super) struct Ready {
    done: Done,
    next: usize,
    of: usize,
}

impl Ready {
    /// Lets the readers make a batch ready.
    pub(super) fn begin(
        readers: &Readers,
        batch: Vec<Part>,
        matcher: &Arc<Matcher>,
        captured_at: Moment,
    ) -> Self {
        let done = Done::default();
        let mut parts = batch.into_iter().peekable();
        let mut of = 0;
        while parts.peek().is_some() {
            let some: Vec<Part> = parts.by_ref().take(AT_ONCE).collect();
            let (done, matcher, number) = (Arc::clone(&done), Arc::clone(matcher), of);
            readers.add(Box::new(move || {
                let items = some.into_iter().map(|part| item(part, &matcher, captured_at)).collect();
                done.lock().unwrap_or_else(PoisonError::into_inner).insert(number, items);
            }));
            of += 1;
        }
        Self { done, next: 0, of }
    }

    /// Whether all was handed out.
    pub(super) fn is_over(&self) -> bool {
        self.next == self.of
    }

    /// The next items, where they are ready.
    pub(super) fn next(&mut self) -> Option<Vec<Made>> {
        let items = self.done.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.next)?;
        self.next += 1;
        Some(items)
    }
}

fn item(part: Part, matcher: &Matcher, captured_at: Moment) -> Made {
    let found = match part {
        Part::End(file) => return Made { item: Item::End(file), fingerprint: None },
        Part::Found(found) => *found,
    };
    let Found { file, member, outcome } = found;
    let mut notes = Vec::new();
    let mut fingerprint = None;
    let outcome = match outcome {
        Err(refused) => Err(not_read(refused.code(), refused.to_string())),
        Ok(read) => {
            notes = codes(&read);
            let name = Path::new(member.as_deref().unwrap_or(&file.path)).file_name();
            let name = name.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let made = catch_unwind(AssertUnwindSafe(|| {
                let fingerprint = Fingerprint::of(&read.document.text, &read.document.furniture);
                (fingerprint, article(read, name, matcher, captured_at))
            }));
            match made {
                Ok((compared_by, article)) => {
                    fingerprint = Some(compared_by);
                    article
                }
                Err(_) => Err(not_read(Refused::Broke.code(), Refused::Broke.to_string())),
            }
        }
    };
    Made { item: Item::Read(Box::new(ItemRead { file, member, outcome, notes })), fingerprint }
}

fn not_read(code: &str, detail: String) -> NotRead {
    NotRead { code: code.to_owned(), detail }
}

fn article(
    mut read: ReadFile,
    source_name: String,
    matcher: &Matcher,
    captured_at: Moment,
) -> Result<ReadyArticle, NotRead> {
    inspect::derive(&mut read, matcher);
    let new = NewArticle {
        look: inspect::look_notes(&read.notes),
        document: read.document,
        original: read.bytes,
        source_name,
        dates: read.dates,
        topics: read.topics,
        captured_at,
        reader: chancery_intake::READER_VERSION,
    };
    ReadyArticle::of(new).map_err(|error| not_read("internal", error.to_string()))
}

/// The codes of what is worth knowing of a reading.
fn codes(read: &ReadFile) -> Vec<String> {
    let code = |note: &Note| match note {
        Note::Encoding(_) => "encoding",
        Note::Replaced(_) => "replaced-characters",
        Note::Pages { .. } => "pages-without-text",
        Note::NoText { .. } => "no-text",
    };
    read.notes.iter().map(|note| code(note).to_owned()).collect()
}
