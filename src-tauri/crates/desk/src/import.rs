//! Articles come in: files are read as a batch, stored in transactions of some hundred, and told one by one.

use std::ops::ControlFlow;
use std::path::PathBuf;

use chancery_model::{ArticleId, Day, OperationId};
use chancery_store::{ImportHandle, NewArticle, Stored};
use serde_json::json;

use crate::inspect::{self, Inspected, Refused};
use crate::{Desk, Progress, Result, Step, files};

/// What became of an import.
#[derive(Clone, Debug, Default)]
pub struct ImportReport {
    /// One line a file, in the order of reading.
    pub files: Vec<FileReport>,
    /// The operation to undo; `None` where no article came in.
    pub operation: Option<OperationId>,
    /// Whether it was stopped before its end; what had come in stays.
    pub cancelled: bool,
}

impl ImportReport {
    /// How many files had an outcome of a sort.
    #[must_use]
    pub fn count(&self, of: impl Fn(&Outcome) -> bool) -> usize {
        self.files.iter().filter(|file| of(&file.outcome)).count()
    }
}

/// What became of one file.
#[derive(Clone, Debug)]
pub struct FileReport {
    /// The file.
    pub path: PathBuf,
    /// What became of it.
    pub outcome: Outcome,
}

/// What became of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Read; its fields are sure enough.
    Imported(ArticleId),
    /// Read; title or date is unknown or guessed.
    NeedsALook(ArticleId),
    /// The same bytes are in the dossier already, as this article.
    Duplicate(ArticleId),
    /// Not read.
    Refused {
        /// The code the interface words.
        code: &'static str,
        /// The technical text.
        detail: String,
    },
}

/// Files read before any is stored: within this many an undated article finds its dated neighbours.
const BATCH_FILES: usize = 2000;

/// A batch also ends when it holds this many bytes.
const BATCH_BYTES: usize = 64 << 20;

/// Articles stored in one transaction: short enough that a reader or a cancel never waits long.
const STORED_AT_ONCE: usize = 200;

/// How far an import is, in files.
#[derive(Clone, Copy)]
struct At {
    done: usize,
    total: usize,
}

/// What was read and is not stored yet.
#[derive(Default)]
struct Batch {
    read: Vec<Inspected>,
    bytes: usize,
    files: usize,
}

impl Batch {
    fn push(&mut self, one: Inspected) {
        self.bytes += one.outcome.as_ref().map_or(0, |file| file.bytes.len());
        self.read.push(one);
    }

    fn is_full(&self) -> bool {
        self.read.len() >= BATCH_FILES || self.bytes >= BATCH_BYTES
    }

    /// Takes what was read, settled together, and begins anew.
    fn settled(&mut self, captured: Day) -> Vec<Inspected> {
        let mut read = std::mem::take(self).read;
        inspect::settle(&mut read, captured);
        read
    }
}

impl Desk {
    /// Reads files and folders into the dossier. A refused file is reported and stops nothing; cancelling keeps what has
    /// come in, as one operation that can be undone.
    ///
    /// # Errors
    /// When the dossier refuses (a full disk, say); what had been acknowledged is kept.
    pub fn import(&self, paths: &[PathBuf], progress: &mut Progress<'_>) -> Result<ImportReport> {
        let found = files::find(paths);
        let import = self.store.begin_import(json!({ "files": found.len() }), self.clock.now())?;
        let mut report = ImportReport::default();
        let stored = self.read_and_store(found, &import, progress, &mut report);
        // However it ended, the operation tells what came in.
        let articles =
            report.count(|outcome| matches!(outcome, Outcome::Imported(_) | Outcome::NeedsALook(_)));
        let refused = report.count(|outcome| matches!(outcome, Outcome::Refused { .. }));
        let args = json!({ "files": report.files.len(), "articles": articles, "refused": refused });
        report.operation = self.store.finish_import(import, &args)?;
        stored?;
        Ok(report)
    }

    fn read_and_store(
        &self,
        found: Vec<files::Found>,
        import: &ImportHandle,
        progress: &mut Progress<'_>,
        report: &mut ImportReport,
    ) -> Result<()> {
        let captured = self.clock.today();
        let total = found.len();
        let mut batch = Batch::default();
        let mut failed = Ok(());
        for (done, found) in found.into_iter().enumerate() {
            // Reading is half of the work, storing the other half.
            let at = At { done: done - batch.files / 2, total };
            batch.files += 1;
            let mut take = |one: Inspected| {
                let current = one.path.display().to_string();
                batch.push(one);
                if !progress.step(Step { done: at.done, total, current: &current }) {
                    report.cancelled = true;
                } else if batch.is_full() {
                    match self.store_batch(batch.settled(captured), at, import, progress, report) {
                        Ok(going_on) => report.cancelled = !going_on,
                        Err(error) => failed = Err(error),
                    }
                }
                if report.cancelled || failed.is_err() {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            };
            match found {
                Ok(path) => inspect::read_file(&path, captured, &mut take),
                Err((path, error)) => {
                    let _ = take(Inspected { path, outcome: Err(Refused::File(error)) });
                }
            }
            std::mem::replace(&mut failed, Ok(()))?;
            if report.cancelled {
                return Ok(());
            }
        }
        let at = At { done: total, total };
        report.cancelled = !self.store_batch(batch.settled(captured), at, import, progress, report)?;
        Ok(())
    }

    /// Stores a batch that was read and settled; `false` where it was cancelled on the way.
    fn store_batch(
        &self,
        batch: Vec<Inspected>,
        at: At,
        import: &ImportHandle,
        progress: &mut Progress<'_>,
        report: &mut ImportReport,
    ) -> Result<bool> {
        let matcher = self.matcher()?;
        let captured_at = self.clock.now();
        let mut rest = batch.into_iter().peekable();
        while rest.peek().is_some() {
            let mut articles = Vec::new();
            let mut suggestions = Vec::new();
            let mut chunk = Vec::new();
            for one in rest.by_ref().take(STORED_AT_ONCE) {
                match one.outcome {
                    Ok(mut file) => {
                        inspect::derive(&mut file, &matcher);
                        let look =
                            file.document.title.value.is_none() || file.document.published.needs_a_look();
                        let name = one.path.file_name().map(|name| name.to_string_lossy().into_owned());
                        articles.push(NewArticle {
                            document: file.document,
                            original: file.bytes,
                            source_name: name.unwrap_or_default(),
                            dates: file.dates,
                            captured_at,
                        });
                        suggestions.push(file.topics);
                        chunk.push((one.path, Ok(look)));
                    }
                    Err(refused) => chunk.push((one.path, Err(refused))),
                }
            }
            let stored = self.store.import_batch(import, &articles)?;
            self.suggest_for(stored.iter().copied().zip(suggestions))?;
            let new: Vec<ArticleId> = stored.iter().copied().filter_map(Stored::new_article).collect();
            self.place_in_stories(&new)?;
            let mut stored = stored.into_iter();
            for (path, read) in chunk {
                let outcome = match read {
                    Err(refused) => Outcome::Refused { code: refused.code(), detail: refused.to_string() },
                    Ok(look) => match stored.next() {
                        Some(Stored::New(id)) if look => Outcome::NeedsALook(id),
                        Some(Stored::New(id)) => Outcome::Imported(id),
                        Some(Stored::Duplicate(id)) => Outcome::Duplicate(id),
                        None => Outcome::Refused {
                            code: "internal",
                            detail: "the dossier did not say".to_owned(),
                        },
                    },
                };
                report.files.push(FileReport { path, outcome });
            }
            let current = report.files.last().map(|file| file.path.display().to_string()).unwrap_or_default();
            let finished = at.done == at.total && rest.peek().is_none();
            if !progress.step(Step { done: at.done, total: at.total, current: &current }) && !finished {
                return Ok(false);
            }
        }
        Ok(true)
    }
}
