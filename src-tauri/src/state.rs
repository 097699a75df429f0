//! What the shell holds while it runs: the open dossier, jobs, and where things lie on this machine.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, OnceLock, PoisonError, RwLock};
use std::thread;

use chancery_desk::{Desk, Library, SystemClock};
use chancery_wire::dto::ErrorDto;

use crate::commands::paths::Offered;
use crate::jobs::Jobs;

/// The shell's state, shared by every command.
pub(crate) struct Shell {
    pub(crate) library: Library,
    pub(crate) jobs: Jobs,
    pub(crate) offered: Offered,
    /// Whether suggestions are being made anew.
    pub(crate) suggesting: AtomicBool,
    /// Empty until the first dossier is open, or could not be.
    open: OnceLock<RwLock<Open>>,
    /// Held while a dossier is changed for another, so that two changes don't cross.
    changing: Mutex<()>,
}

enum Open {
    Dossier(Arc<Desk>),
    /// Why none is open: said to the window when it asks.
    None(ErrorDto),
}

impl Shell {
    /// Opens the dossier asked for, or the one open last, or the copy of the bundled one, while the window is made.
    pub(crate) fn start(library: Library, asked: Option<PathBuf>) -> Arc<Self> {
        let shell = Arc::new(Self {
            library,
            jobs: Jobs::default(),
            offered: Offered::default(),
            suggesting: AtomicBool::new(false),
            open: OnceLock::new(),
            changing: Mutex::new(()),
        });
        let opener = Arc::clone(&shell);
        let first = asked.clone();
        let opening = thread::Builder::new().name("open".to_owned()).spawn(move || opener.open_first(first));
        if opening.is_err() {
            shell.open_first(asked);
        }
        shell
    }

    fn open_first(&self, asked: Option<PathBuf>) {
        self.open.get_or_init(|| {
            let opened = catch_unwind(AssertUnwindSafe(|| match asked {
                Some(path) => self.library.open(&path),
                None => self.library.open_last_or_bundled(),
            }));
            RwLock::new(match opened {
                Ok(Ok(desk)) => Open::Dossier(Arc::new(desk)),
                Ok(Err(error)) => Open::None(ErrorDto::from(&error)),
                // Else everything that asks for the dossier would wait for ever.
                Err(_) => Open::None(ErrorDto::internal("opening the dossier failed on the way".to_owned())),
            })
        });
    }

    /// What is open, waiting for the first dossier.
    fn open(&self) -> &RwLock<Open> {
        self.open.wait()
    }

    /// Whether the first dossier is still being opened.
    pub(crate) fn is_starting(&self) -> bool {
        self.open.get().is_none()
    }

    /// The open dossier, or why there is none.
    pub(crate) fn desk(&self) -> Result<Arc<Desk>, ErrorDto> {
        match &*self.open().read().unwrap_or_else(PoisonError::into_inner) {
            Open::Dossier(desk) => Ok(Arc::clone(desk)),
            Open::None(error) => Err(error.clone()),
        }
    }

    /// Changes to the dossier that `open` gives. The one open stays open where that fails.
    pub(crate) fn change(
        &self,
        open: impl FnOnce(&Library) -> Result<Desk, chancery_desk::DeskError>,
    ) -> Result<Arc<Desk>, ErrorDto> {
        let _changing = self.changing.lock().unwrap_or_else(PoisonError::into_inner);
        self.jobs.cancel_all();
        let desk = Arc::new(open(&self.library).map_err(|error| ErrorDto::from(&error))?);
        self.library.remember(desk.path());
        *self.open().write().unwrap_or_else(PoisonError::into_inner) = Open::Dossier(Arc::clone(&desk));
        Ok(desk)
    }

    /// Lets the dossier go, so that it is one whole file when the program has ended.
    pub(crate) fn close(&self) {
        self.jobs.cancel_all();
        let closed = Open::None(ErrorDto::internal("the desk is closing".to_owned()));
        drop(std::mem::replace(&mut *self.open().write().unwrap_or_else(PoisonError::into_inner), closed));
    }

    /// Whether `path` is the dossier that is open now.
    pub(crate) fn is_open(&self, path: &Path) -> bool {
        self.desk().is_ok_and(|desk| same_file(desk.path(), path))
    }
}

fn same_file(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => one == other,
    }
}

/// The clock of the machine, for everything the shell starts.
pub(crate) fn clock() -> Arc<SystemClock> {
    Arc::new(SystemClock)
}
