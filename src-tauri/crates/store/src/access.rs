//! The three sorts of access: reading, changing under the journal, and writing what is derived. Each is a type of its own.

use std::{cell::RefCell, ops::Deref, path::Path};

use chancery_model::{OperationId, Uid};
use rusqlite::Connection;

use crate::{Error, Moment, Result, columns::Kept};

/// Reads one consistent state of the dossier.
#[derive(Debug)]
pub struct Reader<'c> {
    conn: &'c Connection,
    path: &'c Path,
    columns: Option<&'c Kept>,
}

impl<'c> Reader<'c> {
    pub(crate) fn new(conn: &'c Connection, path: &'c Path) -> Self {
        Self { conn, path, columns: None }
    }

    pub(crate) fn with_columns(conn: &'c Connection, path: &'c Path, columns: Option<&'c Kept>) -> Self {
        Self { conn, path, columns }
    }

    pub(crate) fn conn(&self) -> &Connection {
        self.conn
    }

    /// What is kept of all articles in memory; not within a change, which sees what nobody else does yet.
    pub(crate) fn columns(&self) -> Option<&'c Kept> {
        self.columns
    }

    /// Runs SQL and names the file in whatever goes wrong.
    pub(crate) fn within<T>(&self, f: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        f(self.conn).map_err(|error| error.at(self.path))
    }

    /// The dossier's file.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.path
    }
}

/// Changes the dossier inside one operation: every row it touches is recorded with its inverse. It reads, too.
#[derive(Debug)]
pub struct Writer<'c> {
    reader: Reader<'c>,
    operation: OperationId,
    at: Moment,
    /// Articles whose title, date or language changed: the search index follows before the transaction ends.
    pub(crate) to_index: RefCell<std::collections::BTreeSet<chancery_model::ArticleId>>,
}

impl<'c> Writer<'c> {
    pub(crate) fn new(conn: &'c Connection, path: &'c Path, operation: OperationId, at: Moment) -> Self {
        Self { reader: Reader::new(conn, path), operation, at, to_index: RefCell::default() }
    }

    /// The operation these changes belong to.
    #[must_use]
    pub fn operation(&self) -> OperationId {
        self.operation
    }

    /// When the operation happens.
    #[must_use]
    pub fn at(&self) -> Moment {
        self.at
    }

    /// A fresh UUIDv7 of the operation's moment.
    pub(crate) fn uid(&self) -> Uid {
        new_uid(self.at)
    }
}

impl<'c> Deref for Writer<'c> {
    type Target = Reader<'c>;
    fn deref(&self) -> &Reader<'c> {
        &self.reader
    }
}

/// Writes what the machine derives (suggestions, date mentions): not journaled, and no journaled table is in its reach.
#[derive(Debug)]
pub struct Deriver<'c> {
    reader: Reader<'c>,
}

impl<'c> Deriver<'c> {
    pub(crate) fn new(conn: &'c Connection, path: &'c Path) -> Self {
        Self { reader: Reader::new(conn, path) }
    }
}

impl<'c> Deref for Deriver<'c> {
    type Target = Reader<'c>;
    fn deref(&self) -> &Reader<'c> {
        &self.reader
    }
}

/// A UUIDv7 of a moment, with random bits from the system.
pub(crate) fn new_uid(at: Moment) -> Uid {
    let millis = u64::try_from(at.0).unwrap_or(0);
    let nanos = u32::try_from(millis % 1000).unwrap_or(0) * 1_000_000;
    let stamp = uuid::Timestamp::from_unix(uuid::NoContext, millis / 1000, nanos);
    Uid(uuid::Uuid::new_v7(stamp).into_bytes())
}

/// What a statement that must touch one row says when it touched none.
pub(crate) fn one_row(touched: usize, what: &'static str, id: impl ToString) -> Result<()> {
    if touched == 0 { Err(Error::no_such(what, id)) } else { Ok(()) }
}
