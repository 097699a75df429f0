//! What can go wrong with a dossier file, typed; every message names the file.

use std::path::{Path, PathBuf};

use chancery_model::OperationKind;
use thiserror::Error;

/// Result of the store.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why the dossier could not do what was asked. Whatever the error, the file is as it was before.
#[derive(Debug, Error)]
pub enum Error {
    /// The file is something else.
    #[error("{path}: not a Chancery dossier", path = .path.display())]
    NotADossier {
        /// The file.
        path: PathBuf,
    },
    /// A newer Chancery made the file.
    #[error("{path}: made by a newer Chancery (file version {found}, this one knows {known})", path = .path.display())]
    NewerVersion {
        /// The file.
        path: PathBuf,
        /// Its version.
        found: u32,
        /// The newest version this program knows.
        known: u32,
    },
    /// An older Chancery made the file, and it was opened for reading only, so it cannot be brought up to date.
    #[error("{path}: made by an older Chancery (file version {found} of {known}); open it once for writing", path = .path.display())]
    OlderVersion {
        /// The file.
        path: PathBuf,
        /// Its version.
        found: u32,
        /// The version wanted.
        known: u32,
    },
    /// Another Chancery has the file open for writing.
    #[error("{path}: open in another Chancery", path = .path.display())]
    InUse {
        /// The file.
        path: PathBuf,
    },
    /// A file of that name is there already, and is never overwritten.
    #[error("{path}: already exists", path = .path.display())]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// A change was asked of a dossier opened for reading only.
    #[error("{path}: opened for reading only", path = .path.display())]
    ReadOnly {
        /// The file.
        path: PathBuf,
    },
    /// There is no room left on the disk.
    #[error("{path}: the disk is full", path = .path.display())]
    DiskFull {
        /// The file.
        path: PathBuf,
    },
    /// Something named by an id is not in the dossier.
    #[error("{path}: there is no {what} {id}", path = .path.display())]
    NoSuch {
        /// The file.
        path: PathBuf,
        /// What was looked for, such as `article`.
        what: &'static str,
        /// Its id or slug.
        id: String,
    },
    /// What was asked contradicts the dossier's rules, such as a status without passage or judgement.
    #[error("{path}: {rule}", path = .path.display())]
    Refused {
        /// The file.
        path: PathBuf,
        /// Which rule.
        rule: String,
    },
    /// Undo ends at this operation.
    #[error("{path}: undo ends at \"{}\"", .kind.id(), path = .path.display())]
    UndoEnds {
        /// The file.
        path: PathBuf,
        /// What the operation did.
        kind: OperationKind,
    },
    /// The rows an operation changed are not as it left them; nothing was undone or redone.
    #[error("{path}: the operation cannot be reversed: {detail}", path = .path.display())]
    Conflict {
        /// The file.
        path: PathBuf,
        /// Table and sort of conflict.
        detail: String,
    },
    /// The import was undone while it ran.
    #[error("{path}: the import was undone while it ran", path = .path.display())]
    ImportUndone {
        /// The file.
        path: PathBuf,
    },
    /// Nobody waits for the answer any more.
    #[error("{path}: reading was stopped", path = .path.display())]
    Stopped {
        /// The file.
        path: PathBuf,
    },
    /// The file is damaged.
    #[error("{path}: the file is damaged ({detail})", path = .path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What was found.
        detail: String,
    },
    /// The file cannot be reached.
    #[error("{path}: {source}", path = .path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// SQLite refused for another reason.
    #[error("{path}: the dossier could not be read or changed ({detail})", path = .path.display())]
    Sql {
        /// The file.
        path: PathBuf,
        /// What it said.
        detail: String,
    },
}

/// The path of an error, borrowed as the error is: every variant has one.
macro_rules! path_of {
    ($error:expr) => {
        match $error {
            Error::NotADossier { path }
            | Error::NewerVersion { path, .. }
            | Error::OlderVersion { path, .. }
            | Error::InUse { path }
            | Error::Exists { path }
            | Error::ReadOnly { path }
            | Error::DiskFull { path }
            | Error::NoSuch { path, .. }
            | Error::Refused { path, .. }
            | Error::UndoEnds { path, .. }
            | Error::Conflict { path, .. }
            | Error::ImportUndone { path }
            | Error::Stopped { path }
            | Error::Damaged { path, .. }
            | Error::Io { path, .. }
            | Error::Sql { path, .. } => path,
        }
    };
}

impl Error {
    /// The file it is about.
    #[must_use]
    pub fn path(&self) -> &Path {
        path_of!(self)
    }

    /// Names the file, where the error arose too deep down to know it.
    #[must_use]
    pub(crate) fn at(mut self, file: &Path) -> Self {
        let path = path_of!(&mut self);
        if path.as_os_str().is_empty() {
            file.clone_into(path);
        }
        self
    }

    pub(crate) fn no_such(what: &'static str, id: impl ToString) -> Self {
        Self::NoSuch { path: PathBuf::new(), what, id: id.to_string() }
    }

    pub(crate) fn refused(rule: impl Into<String>) -> Self {
        Self::Refused { path: PathBuf::new(), rule: rule.into() }
    }

    pub(crate) fn damaged(detail: impl Into<String>) -> Self {
        Self::Damaged { path: PathBuf::new(), detail: detail.into() }
    }

    pub(crate) fn io(path: &Path, source: std::io::Error) -> Self {
        if source.kind() == std::io::ErrorKind::StorageFull {
            return Self::DiskFull { path: path.to_owned() };
        }
        Self::Io { path: path.to_owned(), source }
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        let path = PathBuf::new();
        match (&error, error.sqlite_error_code()) {
            (_, Some(ErrorCode::DiskFull)) => Self::DiskFull { path },
            (_, Some(ErrorCode::NotADatabase)) => Self::NotADossier { path },
            (_, Some(ErrorCode::DatabaseCorrupt))
            | (
                rusqlite::Error::FromSqlConversionFailure(..)
                | rusqlite::Error::InvalidColumnType(..)
                | rusqlite::Error::IntegralValueOutOfRange(..),
                _,
            ) => Self::Damaged { path, detail: error.to_string() },
            (_, Some(ErrorCode::OperationInterrupted)) => Self::Stopped { path },
            (_, Some(ErrorCode::ReadOnly)) => Self::ReadOnly { path },
            (_, Some(ErrorCode::CannotOpen)) => {
                Self::Io { path, source: std::io::Error::other(error.to_string()) }
            }
            _ => Self::Sql { path, detail: error.to_string() },
        }
    }
}
