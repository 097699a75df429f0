//! Articles come in: files are read by many threads as batches, stored by one in transactions of some hundred, and told one
//! by one in the import's manifest.

mod readers;
mod reading;
mod ready;
mod report;
mod sources;

use std::collections::HashMap;
use std::ops::RangeInclusive;
use std::path::PathBuf;
use std::sync::Arc;

use chancery_model::{ArticleId, ImportId, OperationId};
use chancery_store::{ImportCounts, ImportEnd, ImportHandle, Item, Resumed, SeenFile};
use chancery_text::Matcher;

use self::readers::{News, Readers};
use self::reading::Reading;
use self::ready::{Made, Part, Ready};
use self::sources::Source;
use crate::{Desk, Progress, Result, Step, inspect};

pub use report::{FileReport, Outcome};

/// What became of an import; its files are in the manifest.
#[derive(Clone, Debug)]
pub struct ImportReport {
    /// Its line in the list of imports.
    pub import: ImportId,
    /// The operation to undo; `None` where no article came in.
    pub operation: Option<OperationId>,
    /// Whether it was stopped before its end; what had come in stays.
    pub cancelled: bool,
    /// How many items had which outcome, in all its runs.
    pub counts: ImportCounts,
}

/// Parts read before any is stored, some 2,000 files with their ends: within these an undated article finds its dated
/// neighbours.
const BATCH_PARTS: usize = 4000;

/// A batch also ends when it holds this many bytes.
const BATCH_BYTES: usize = 64 << 20;

/// From so many articles on an import leaves the search index in one piece.
const SETTLED_FROM: u64 = 1000;

/// Parts stored in one transaction: few at first, so that something is there soon, then as many as were stored before, because
/// every transaction writes the ends of all indexes anew; never so many that a cancel waits long.
const STORED_AT_ONCE: RangeInclusive<usize> = 400..=2000;

impl Desk {
    /// Reads files and folders into the dossier. A refused file is reported and stops nothing; cancelling keeps what has
    /// come in, as one operation that can be undone, and the import can be resumed.
    ///
    /// # Errors
    /// When the dossier refuses (a full disk, say); what had been acknowledged is kept.
    pub fn import(&self, paths: &[PathBuf], progress: &mut Progress<'_>) -> Result<ImportReport> {
        let roots: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
        self.import_new(&roots, sources::find(paths), progress)
    }

    /// Reads what was pasted as one article: the page where there is one, else the text. The bytes pasted are its original.
    ///
    /// # Errors
    /// `missing` where nothing was pasted; as [`Desk::import`].
    pub fn import_pasted(
        &self,
        html: Option<&str>,
        text: &str,
        progress: &mut Progress<'_>,
    ) -> Result<ImportReport> {
        let pasted = match html.filter(|html| !html.trim().is_empty()) {
            Some(html) => Source::Given("pasted.html".to_owned(), html.as_bytes().to_vec()),
            None if text.trim().is_empty() => return Err(crate::DeskError::Missing("text")),
            None => Source::Given("pasted.txt".to_owned(), text.as_bytes().to_vec()),
        };
        self.import_new(&[], vec![pasted], progress)
    }

    /// Reads texts out of another file, each under a name of its own, in the order given.
    pub(crate) fn import_given(
        &self,
        texts: Vec<(String, Vec<u8>)>,
        progress: &mut Progress<'_>,
    ) -> Result<ImportReport> {
        let sources = texts.into_iter().map(|(name, bytes)| Source::Given(name, bytes)).collect();
        self.import_new(&[], sources, progress)
    }

    /// Goes on with an import that was cancelled or cut off: what is in is not read again.
    ///
    /// # Errors
    /// `no-such`; `refused` where it runs; as [`Desk::import`].
    pub fn resume_import(&self, import: ImportId, progress: &mut Progress<'_>) -> Result<ImportReport> {
        let resumed = self.store.resume_import(import, self.clock.now())?;
        let roots: Vec<PathBuf> = resumed.roots.iter().map(PathBuf::from).collect();
        let sources = sources::find(&roots);
        self.store.import_found(&resumed.handle, sources.len() as u64)?;
        self.go_on(resumed, sources, progress)
    }

    /// Reads refused files of an import again: those of `paths`, or all.
    ///
    /// # Errors
    /// As [`Desk::resume_import`].
    pub fn retry_import(
        &self,
        import: ImportId,
        paths: Option<&[String]>,
        progress: &mut Progress<'_>,
    ) -> Result<ImportReport> {
        let (resumed, again) = self.store.retry_import(import, paths, self.clock.now())?;
        let again: Vec<PathBuf> = again.iter().map(PathBuf::from).collect();
        self.go_on(resumed, sources::find(&again), progress)
    }

    fn import_new(
        &self,
        roots: &[String],
        sources: Vec<Source>,
        progress: &mut Progress<'_>,
    ) -> Result<ImportReport> {
        let handle = self.store.begin_import_of(roots, sources.len() as u64, self.clock.now())?;
        let resumed = Resumed { handle, roots: Vec::new(), seen: HashMap::new() };
        self.go_on(resumed, sources, progress)
    }

    fn go_on(
        &self,
        resumed: Resumed,
        sources: Vec<Source>,
        progress: &mut Progress<'_>,
    ) -> Result<ImportReport> {
        let Resumed { handle, seen, .. } = resumed;
        let stored = self.read_and_store(&handle, sources, seen, progress);
        // However it ended, the manifest tells how.
        let end = match &stored {
            Ok(true) => ImportEnd::Done,
            Ok(false) => ImportEnd::Cancelled,
            Err(_) => ImportEnd::Interrupted,
        };
        let import = handle.import().unwrap_or(ImportId(0));
        let operation = self.store.end_import(handle, end)?;
        self.articles_came_in();
        let cancelled = !stored?;
        let counts = self.read(|reader| reader.import(import))?.counts;
        if counts.came_in() >= SETTLED_FROM {
            // The articles are in: who cancels this late, or a full disk, leaves the index in pieces, and it finds the same.
            let _ = self.store.settle_search_index(|| !progress.cancel().is_cancelled());
        }
        Ok(ImportReport { import, operation, cancelled, counts })
    }

    /// Whether it went to its end.
    fn read_and_store(
        &self,
        handle: &ImportHandle,
        sources: Vec<Source>,
        seen: HashMap<String, SeenFile>,
        progress: &mut Progress<'_>,
    ) -> Result<bool> {
        let orders = self.read(|reader| reader.date_orders())?.into_iter().collect();
        let captured = self.clock.today();
        let total = sources.len();
        let reading = Reading { sources, captured, seen, orders };
        let mut run = Run {
            desk: self,
            handle,
            readers: Readers::start(total, Box::new(move |number, slot| reading.read(number, slot))),
            matcher: self.matcher()?,
            told: Told { total, import: handle.import(), ..Told::default() },
            put: 0,
            progress,
        };
        run.read_all()
    }
}

/// How far an import is.
#[derive(Default)]
struct Told {
    total: usize,
    read: usize,
    stored: usize,
    bytes: u64,
    current: String,
    import: Option<ImportId>,
}

/// An import under way, on the thread that stores.
struct Run<'a, 'p> {
    desk: &'a Desk,
    handle: &'a ImportHandle,
    readers: Readers,
    matcher: Arc<Matcher>,
    told: Told,
    /// Parts stored.
    put: usize,
    progress: &'a mut Progress<'p>,
}

impl Run<'_, '_> {
    /// Reads and stores batch by batch; `false` where it was cancelled. While one is stored, the next is made ready.
    fn read_all(&mut self) -> Result<bool> {
        let mut batch = Vec::new();
        let mut bytes = 0;
        let mut before: Option<Ready> = None;
        loop {
            if !self.go_on() {
                return Ok(false);
            }
            let news = if before.is_some() { self.readers.look() } else { self.readers.next() };
            match news {
                News::NotYet => {
                    if !self.store(before.take())? {
                        return Ok(false);
                    }
                }
                News::Found(found) => {
                    found.file.path.clone_into(&mut self.told.current);
                    bytes += found.outcome.as_ref().map_or(0, |read| read.bytes.len());
                    batch.push(Part::Found(found));
                }
                News::End(file) => {
                    self.told.read += 1;
                    match file {
                        Some(file) => batch.push(Part::End(file)),
                        None => self.told.stored += 1,
                    }
                }
                News::Over => {
                    let last = self.make_ready(batch);
                    let stored = self.store(before)? && self.store(Some(last))?;
                    if stored {
                        self.told.stored = self.told.total;
                        self.go_on();
                    }
                    return Ok(stored);
                }
            }
            if batch.len() >= BATCH_PARTS || bytes >= BATCH_BYTES {
                bytes = 0;
                let next = self.make_ready(std::mem::take(&mut batch));
                if !self.store(before.replace(next))? {
                    return Ok(false);
                }
            }
        }
    }

    /// Settles a batch and has it made ready.
    fn make_ready(&self, mut batch: Vec<Part>) -> Ready {
        let found = batch.iter_mut().filter_map(|part| match part {
            Part::Found(found) => found.outcome.as_mut().ok(),
            Part::End(_) => None,
        });
        inspect::settle_all(found, self.desk.clock.today());
        Ready::begin(&self.readers, batch, &self.matcher, self.desk.clock.now())
    }

    /// Stores a batch as it gets ready; `false` where it was cancelled on the way.
    fn store(&mut self, batch: Option<Ready>) -> Result<bool> {
        let Some(mut ready) = batch else { return Ok(true) };
        let mut made: Vec<Made> = Vec::new();
        while !ready.is_over() {
            match ready.next() {
                Some(more) => made.extend(more),
                None => self.readers.help(),
            }
            if !self.go_on() {
                return Ok(false);
            }
            if made.len() >= self.put.clamp(*STORED_AT_ONCE.start(), *STORED_AT_ONCE.end()) {
                self.put(std::mem::take(&mut made))?;
            }
        }
        self.put(made)?;
        Ok(true)
    }

    fn put(&mut self, made: Vec<Made>) -> Result<()> {
        self.put += made.len();
        let (items, fingerprints): (Vec<Item>, Vec<_>) =
            made.into_iter().map(|made| (made.item, made.fingerprint)).unzip();
        let store = || self.desk.store.import_items(self.handle, &items);
        let told = self.readers.while_storing(store)?;
        let mut told = told.into_iter();
        let mut new = Vec::new();
        let mut compared_by = HashMap::new();
        for (item, fingerprint) in items.into_iter().zip(fingerprints) {
            match item {
                Item::End(file) => {
                    self.told.stored += 1;
                    self.told.bytes += file.size;
                }
                Item::Read(read) => {
                    read.file.path.clone_into(&mut self.told.current);
                    let Some((article, fingerprint)) = told.next().and_then(came_in).zip(fingerprint) else {
                        continue;
                    };
                    new.push(article);
                    compared_by.insert(article, fingerprint);
                }
            }
        }
        self.readers.while_storing(|| self.desk.place_read(&new, compared_by))
    }

    /// Tells how far it is and whether to go on. Reading is half of the work, storing the other half.
    fn go_on(&mut self) -> bool {
        let told = &self.told;
        let step = Step {
            done: (told.read + told.stored) / 2,
            total: told.total,
            current: &told.current,
            bytes: told.bytes,
            import: told.import,
        };
        self.progress.step(step)
    }
}

/// The article that came in just now.
fn came_in(told: chancery_store::Told) -> Option<ArticleId> {
    use chancery_store::Outcome::{Imported, NeedsALook};
    told.article.filter(|_| matches!(told.outcome, Imported | NeedsALook))
}
