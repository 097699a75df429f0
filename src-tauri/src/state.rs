//! What the shell holds while it runs: the open dossier, jobs, and where things lie on this machine.

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

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
    open: RwLock<Open>,
    /// Held while a dossier is changed for another, so that two changes don't cross.
    changing: Mutex<()>,
}

enum Open {
    Dossier(Arc<Desk>),
    /// Why none is open: said to the window when it asks.
    None(ErrorDto),
}

impl Shell {
    /// Opens the dossier asked for, or the one open last, or the copy of the bundled one.
    pub(crate) fn start(library: Library, asked: Option<PathBuf>) -> Self {
        let opened = match asked {
            Some(path) => library.open(&path),
            None => library.open_last_or_bundled(),
        };
        let open = match opened {
            Ok(desk) => Open::Dossier(Arc::new(desk)),
            Err(error) => Open::None(ErrorDto::from(&error)),
        };
        Self {
            library,
            jobs: Jobs::default(),
            offered: Offered::default(),
            suggesting: AtomicBool::new(false),
            open: RwLock::new(open),
            changing: Mutex::new(()),
        }
    }

    /// The open dossier, or why there is none.
    pub(crate) fn desk(&self) -> Result<Arc<Desk>, ErrorDto> {
        match &*self.open.read().unwrap_or_else(PoisonError::into_inner) {
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
        *self.open.write().unwrap_or_else(PoisonError::into_inner) = Open::Dossier(Arc::clone(&desk));
        Ok(desk)
    }

    /// Lets the dossier go, so that it is one whole file when the program has ended.
    pub(crate) fn close(&self) {
        self.jobs.cancel_all();
        let closed = Open::None(ErrorDto::internal("the desk is closing".to_owned()));
        drop(std::mem::replace(&mut *self.open.write().unwrap_or_else(PoisonError::into_inner), closed));
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
