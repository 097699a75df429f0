//! Exclusive use of a dossier: a lock on a sibling file, released by the system when the process ends, however it ends.

use std::{
    ffi::OsString,
    fs::{File, OpenOptions, TryLockError},
    path::{Path, PathBuf},
    time::Duration,
};

use crate::{Error, Result};

/// Holds the right to write to a dossier for as long as it lives.
///
/// The lock is not taken on the dossier itself: SQLite's own POSIX locks on a file fall when the process closes any
/// other handle on it. The lock file stays behind when the dossier is closed; deleting it would let two holders pass.
#[derive(Debug)]
pub(crate) struct ExclusiveUse {
    _file: File,
}

/// How often the lock is asked for, and how long is waited in between: who looks whether it is held holds it for a moment.
const TRIES: u32 = 5;
const BETWEEN: Duration = Duration::from_millis(5);

impl ExclusiveUse {
    pub(crate) fn of(dossier: &Path) -> Result<Self> {
        let path = sibling(dossier, "-lock");
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&path)
            // Told of the dossier: of the file beside it nobody knows.
            .map_err(|error| Error::io(dossier, error))?;
        for _ in 0..TRIES {
            match file.try_lock() {
                Ok(()) => return Ok(Self { _file: file }),
                Err(TryLockError::WouldBlock) => std::thread::sleep(BETWEEN),
                Err(TryLockError::Error(error)) => return Err(Error::io(dossier, error)),
            }
        }
        Err(Error::InUse { path: dossier.to_owned() })
    }
}

/// Whether any process, this one among them, may write to a dossier now. Where that can't be told, it may.
pub(crate) fn is_in_use(dossier: &Path) -> bool {
    match File::open(sibling(dossier, "-lock")) {
        Ok(file) => file.try_lock_shared().is_err(),
        Err(error) => error.kind() != std::io::ErrorKind::NotFound,
    }
}

/// The path with something put after its name: `union-state.dossier-lock`.
pub(crate) fn sibling(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path.as_os_str());
    name.push(ending);
    PathBuf::from(name)
}

/// Makes a new name in a folder last through a power cut. Systems without such a call keep names on their own.
pub(crate) fn sync_folder_of(path: &Path) {
    if cfg!(unix)
        && let Some(folder) = path.parent()
        && let Ok(folder) = File::open(if folder.as_os_str().is_empty() { Path::new(".") } else { folder })
    {
        // Some file systems refuse; the file itself is on the disk already.
        let _ = folder.sync_all();
    }
}
