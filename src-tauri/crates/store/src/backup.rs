//! Backups: a compact copy made beside the target, verified, and only then given its name.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use crate::{
    Error, Result, Store,
    lock::{sibling, sync_folder_of},
    schema,
};

impl Store {
    /// Copies the dossier to `target`, which must not exist. The copy is a dossier of its own, checked before it gets its name.
    ///
    /// # Errors
    /// `Exists`, `DiskFull`, `Io`; `Damaged` where the copy does not verify.
    pub fn backup(&self, target: &Path) -> Result<()> {
        if self.is_read_only() {
            // VACUUM INTO reads one state of the file only.
            let conn = Connection::open_with_flags(self.path(), OpenFlags::SQLITE_OPEN_READ_ONLY)
                .map_err(|error| self.named(error))?;
            return copy(&conn, target);
        }
        copy(&*self.writer()?, target)
    }
}

/// Copies an open dossier to `target`.
pub(crate) fn copy(conn: &Connection, target: &Path) -> Result<()> {
    if target.exists() {
        return Err(Error::Exists { path: target.to_owned() });
    }
    let making = sibling(target, "-new");
    let _ = std::fs::remove_file(&making);
    let copied = vacuum_into(conn, &making, target)
        .and_then(|()| check_copy(conn, &making))
        .map_err(|error| error.at(target));
    let named = copied.and_then(|()| {
        if target.exists() {
            return Err(Error::Exists { path: target.to_owned() });
        }
        std::fs::rename(&making, target).map_err(|error| Error::io(target, error))?;
        sync_folder_of(target);
        Ok(())
    });
    if named.is_err() {
        let _ = std::fs::remove_file(&making);
    }
    named
}

/// Writes the copy under the name `making`; what goes wrong is told of `target`, the name that was asked for.
fn vacuum_into(conn: &Connection, making: &Path, target: &Path) -> Result<()> {
    let Some(name) = making.to_str() else {
        return Err(Error::Io {
            path: target.to_owned(),
            source: std::io::Error::new(std::io::ErrorKind::InvalidInput, "the path is not Unicode"),
        });
    };
    conn.execute("VACUUM INTO ?1", [name]).map_err(|error| match error.sqlite_error_code() {
        // What cannot be opened is the copy, not the dossier.
        Some(rusqlite::ErrorCode::CannotOpen) => Error::io(target, why_not_made(making)),
        _ => error.into(),
    })?;
    // The copy must be on the disk before it is called a backup.
    let file = std::fs::OpenOptions::new().write(true).open(making);
    file.and_then(|file| file.sync_all()).map_err(|error| Error::io(target, error))
}

/// The system's own reason why a file can't be made: SQLite only says that it could not open it.
fn why_not_made(making: &Path) -> std::io::Error {
    match std::fs::OpenOptions::new().write(true).create(true).truncate(false).open(making) {
        Ok(_) => std::io::Error::other("the copy could not be made"),
        Err(error) => error,
    }
}

/// The copy is whole, is a dossier of the same version, and holds as many rows of what matters as the source.
fn check_copy(conn: &Connection, making: &Path) -> Result<()> {
    let copy = Connection::open_with_flags(making, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    schema::version(&copy, making, u32::MAX)?;
    let problems: String = copy.query_row("PRAGMA integrity_check(1)", (), |row| row.get(0))?;
    if problems != "ok" {
        return Err(Error::damaged(format!("the copy: {problems}")));
    }
    for table in ["article", "original", "operation", "note"] {
        let sql = format!("SELECT count(*) FROM {table}");
        let count = |conn: &Connection| conn.query_row(&sql, (), |row| row.get::<_, i64>(0));
        if count(conn)? != count(&copy)? {
            return Err(Error::damaged(format!("the copy lacks rows of {table}")));
        }
    }
    Ok(())
}
