//! One open dossier, with what its use cases need: clock, typesetter, compiled codebook.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use chancery_briefing::Typesetter;
use chancery_model::{Changed, Language, OperationId, OperationKind};
use chancery_store::{NewDossier, NewOperation, OpenOptions, Performed, Store, Writer};
use chancery_text::Matcher;
use serde_json::Value;

use crate::as_of::Register;
use crate::learning::Learning;
use crate::proposals::Proposing;
use crate::stories::Compared;
use crate::topics::Previewing;
use crate::warnings::KnownArticles;
use crate::{Clock, DeskError, Result, regular_file};

/// One open dossier. Shared between threads by reference.
pub struct Desk {
    pub(crate) store: Store,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) typesetter: Arc<dyn Typesetter>,
    /// The codebook compiled; dropped when the codebook changes.
    matcher: RwLock<Option<Arc<Matcher>>>,
    /// How often the codebook changed, and how often it had when suggestions were last made. They differ when a dossier is
    /// opened: it may have been closed halfway.
    pub(crate) codebook: AtomicU64,
    pub(crate) suggested: AtomicU64,
    /// The number of the last preview of a topic, and what it looks for.
    pub(crate) previews: AtomicU64,
    /// The newest question of those typed letter by letter.
    pub(crate) typed: Arc<AtomicU64>,
    pub(crate) previewing: Mutex<Option<Previewing>>,
    /// The texts as they are compared; built when one is first compared.
    pub(crate) compared: Mutex<Option<Compared>>,
    pub(crate) learning: Learning,
    pub(crate) proposing: Proposing,
    /// The register as it was read, and the state of the file it was read from.
    pub(crate) register: Mutex<Option<(u64, Arc<Register>)>>,
    /// What of articles with evidence was looked at for warnings.
    pub(crate) known: Mutex<KnownArticles>,
    /// Whether the index or the stories wait to be brought in step.
    pub(crate) out_of_step: AtomicBool,
}

/// What came of a use case that changes the dossier.
#[derive(Clone, Debug)]
pub struct Done<T> {
    /// What it gives back.
    pub value: T,
    /// The operation to be named and undone; `None` where nothing was changed.
    pub operation: Option<OperationId>,
    /// What to read again.
    pub changed: BTreeSet<Changed>,
}

impl<T> From<Performed<T>> for Done<T> {
    fn from(performed: Performed<T>) -> Self {
        let Performed { value, operation, mut changed } = performed;
        if operation.is_some() {
            changed.insert(Changed::Operations);
        }
        Self { value, operation, changed }
    }
}

impl Desk {
    /// Makes a new, empty dossier.
    ///
    /// # Errors
    /// `exists` where the file is there.
    pub fn create(
        path: &Path,
        name: &str,
        clock: Arc<dyn Clock>,
        typesetter: Arc<dyn Typesetter>,
    ) -> Result<Self> {
        let stem = || path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let name = if name.trim().is_empty() { stem() } else { name.trim().to_owned() };
        let new = NewDossier { name, description: String::new(), language: Language::En };
        let store = Store::create(path, &new, clock.now())?;
        Ok(Self::of(store, clock, typesetter))
    }

    /// Opens a dossier for reading and writing; a backup goes to `backups` before an older file is brought up to date.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn open(
        path: &Path,
        backups: &Path,
        clock: Arc<dyn Clock>,
        typesetter: Arc<dyn Typesetter>,
    ) -> Result<Self> {
        regular_file(path).map_err(|error| DeskError::file(path, error))?;
        let store = Store::open(path, &OpenOptions { backup_dir: backups.to_owned() })?;
        let desk = Self::of(store, clock, typesetter);
        desk.look_whether_in_step()?;
        desk.look_for_learning()?;
        Ok(desk)
    }

    /// Opens a dossier for reading only, also while another Chancery writes to it.
    ///
    /// # Errors
    /// As [`Store::open_read_only`].
    pub fn open_read_only(
        path: &Path,
        clock: Arc<dyn Clock>,
        typesetter: Arc<dyn Typesetter>,
    ) -> Result<Self> {
        regular_file(path).map_err(|error| DeskError::file(path, error))?;
        Ok(Self::of(Store::open_read_only(path)?, clock, typesetter))
    }

    fn of(store: Store, clock: Arc<dyn Clock>, typesetter: Arc<dyn Typesetter>) -> Self {
        Self {
            store,
            clock,
            typesetter,
            matcher: RwLock::new(None),
            codebook: AtomicU64::new(1),
            suggested: AtomicU64::new(0),
            previews: AtomicU64::new(0),
            typed: Arc::default(),
            previewing: Mutex::default(),
            compared: Mutex::default(),
            learning: Learning::default(),
            proposing: Proposing::default(),
            register: Mutex::default(),
            known: Mutex::default(),
            out_of_step: AtomicBool::new(false),
        }
    }

    /// The dossier's file.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.store.path()
    }

    /// Reads one consistent state of the dossier.
    ///
    /// # Errors
    /// What `f` returns.
    pub fn read<T>(
        &self,
        f: impl FnOnce(&chancery_store::Reader<'_>) -> chancery_store::Result<T>,
    ) -> Result<T> {
        Ok(self.store.read(f)?)
    }

    /// The error that says that something is not in this dossier.
    #[must_use]
    pub fn no_such(&self, what: &'static str, id: impl ToString) -> DeskError {
        DeskError::Store(chancery_store::Error::NoSuch {
            path: self.path().to_owned(),
            what,
            id: id.to_string(),
        })
    }

    /// The error that says that a rule of the dossier stands against it.
    pub(crate) fn refused(&self, rule: &str) -> DeskError {
        DeskError::Store(chancery_store::Error::Refused {
            path: self.path().to_owned(),
            rule: rule.to_owned(),
        })
    }

    /// Does one thing to the dossier, under the journal.
    pub(crate) fn perform<T>(
        &self,
        kind: OperationKind,
        args: Value,
        f: impl FnOnce(&Writer<'_>) -> Result<T>,
    ) -> Result<Done<T>> {
        let new = NewOperation { kind, args, at: self.clock.now() };
        let done = Done::from(self.store.perform(new, f)?);
        if done.changed.contains(&Changed::Topics) {
            self.codebook_changed();
        }
        if done.changed.contains(&Changed::Articles) {
            self.proposing.articles_changed();
        }
        // What came in with other things is learned from in its own time.
        if kind == OperationKind::ImportCodings && done.changed.contains(&Changed::Tags) {
            self.learning.wait();
        }
        Ok(done)
    }

    /// The dossier's codebook, compiled once until it changes.
    pub(crate) fn matcher(&self) -> Result<Arc<Matcher>> {
        if let Some(matcher) = &*self.matcher.read().unwrap_or_else(PoisonError::into_inner) {
            return Ok(Arc::clone(matcher));
        }
        let codebook = self.codebook.load(Ordering::SeqCst);
        let topics: Vec<_> = self.read(|reader| reader.topics())?.into_iter().map(|row| row.topic).collect();
        let matcher = Arc::new(Matcher::new(&topics));
        let mut kept = self.matcher.write().unwrap_or_else(PoisonError::into_inner);
        if self.codebook.load(Ordering::SeqCst) == codebook {
            *kept = Some(Arc::clone(&matcher));
        }
        Ok(matcher)
    }

    /// Forgets the compiled codebook.
    pub(crate) fn codebook_changed(&self) {
        self.learning.grow_older();
        let mut kept = self.matcher.write().unwrap_or_else(PoisonError::into_inner);
        self.codebook.fetch_add(1, Ordering::SeqCst);
        *kept = None;
    }
}
