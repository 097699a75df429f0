//! The file's shape: what marks it as a dossier, its version, and the migrations that lead there.

use std::path::{Path, PathBuf};

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

use crate::{Error, Result, backup};

/// "ChDr" in the file's header: a Chancery dossier.
pub(crate) const APPLICATION_ID: i32 = 0x4368_4472;

/// Every step from an empty file to the newest version; the position in the list is the version. Never edited once
/// released, only appended to; a migration appends columns, because stored changesets must still fit.
pub(crate) const STEPS: &[M<'static>] = &[
    M::up(include_str!("../migrations/001-dossier/up.sql")),
    M::up(include_str!("../migrations/002-undone-at/up.sql")),
    M::up(include_str!("../migrations/003-in-languages/up.sql")),
    M::up(include_str!("../migrations/004-copies/up.sql")),
    M::up(include_str!("../migrations/005-language-runs/up.sql")),
    M::up(include_str!("../migrations/006-outlet-names/up.sql")),
    M::up(include_str!("../migrations/007-imports/up.sql")),
    M::up(include_str!("../migrations/008-reprints-in-report/up.sql")),
    M::up(include_str!("../migrations/009-languages-unread/up.sql")),
    M::up(include_str!("../migrations/010-learning/up.sql")),
    M::up(include_str!("../migrations/011-topic-versions/up.sql")),
    M::up(include_str!("../migrations/012-plain-tokens/up.sql")),
    M::up(include_str!("../migrations/013-review/up.sql")),
    M::up(include_str!("../migrations/014-register/up.sql")),
    M::up(include_str!("../migrations/015-proposals/up.sql")),
    M::up(include_str!("../migrations/016-derived-together/up.sql")),
    M::up(include_str!("../migrations/017-reader/up.sql")),
    M::up(include_str!("../migrations/018-saved-searches/up.sql")),
];

/// The newest version these steps lead to.
pub(crate) fn newest(steps: &[M<'_>]) -> u32 {
    u32::try_from(steps.len()).unwrap_or(u32::MAX)
}

/// The version of an open file, or the typed reason why it is none of ours.
pub(crate) fn version(conn: &Connection, path: &Path, known: u32) -> Result<u32> {
    let header = |pragma: &str| conn.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0));
    let application = header("application_id").map_err(|error| Error::from(error).at(path))?;
    if application != i64::from(APPLICATION_ID) {
        return Err(Error::NotADossier { path: path.to_owned() });
    }
    let found = header("user_version").map_err(|error| Error::from(error).at(path))?;
    let found = u32::try_from(found).unwrap_or(u32::MAX);
    if found > known {
        return Err(Error::NewerVersion { path: path.to_owned(), found, known });
    }
    Ok(found)
}

/// Runs the steps the file lacks.
pub(crate) fn migrate(conn: &mut Connection, steps: &[M<'_>]) -> Result<()> {
    Migrations::from_slice(steps).to_latest(conn).map_err(|error| match error {
        rusqlite_migration::Error::RusqliteError { err, .. } => err.into(),
        other => Error::damaged(other.to_string()),
    })
}

/// Brings an older file up to date, after a verified backup; returns where the backup is.
pub(crate) fn upgrade(
    conn: &mut Connection,
    path: &Path,
    found: u32,
    steps: &[M<'_>],
    backup_dir: &Path,
) -> Result<PathBuf> {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let named = |count: u32| {
        let again = if count == 0 { String::new() } else { format!("-{count}") };
        backup_dir.join(format!("{stem}-before-version-{}{again}.dossier", found + 1))
    };
    let target = (0..).map(named).find(|target| !target.exists()).unwrap_or_else(|| named(0));
    std::fs::create_dir_all(backup_dir).map_err(|error| Error::io(backup_dir, error))?;
    backup::copy(conn, &target)?;
    migrate(conn, steps).map_err(|error| error.at(path))?;
    Ok(target)
}
