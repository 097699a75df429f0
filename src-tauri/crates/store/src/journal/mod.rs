//! The journal: every change the analyst makes is one operation in one transaction, can be undone and redone, also after
//! a restart, and stays in the list for good.

pub(crate) mod changeset;
mod list;
#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;

use std::collections::BTreeSet;

use chancery_model::{ArticleId, Changed, OperationId, OperationKind};
use rusqlite::{Connection, OptionalExtension as _};
use serde_json::Value;

pub use list::{OperationRow, OperationState, UndoState};

use self::changeset::Footprint;
use crate::{Error, Moment, Result, Store, Writer, access::new_uid, article, row, schema, search};

/// What the analyst does now.
#[derive(Clone, Debug, PartialEq)]
pub struct NewOperation {
    /// What sort of thing.
    pub kind: OperationKind,
    /// Its arguments, for the list of operations; the interface words them.
    pub args: Value,
    /// When.
    pub at: Moment,
}

/// What came of an operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Performed<T> {
    /// What the closure returned.
    pub value: T,
    /// The operation as recorded; `None` where nothing was changed, for then there is nothing to undo.
    pub operation: Option<OperationId>,
    /// What sorts of things changed.
    pub changed: BTreeSet<Changed>,
}

/// What undo or redo did.
#[derive(Clone, Debug, PartialEq)]
pub struct Undone {
    /// The operation taken back or done again.
    pub operation: OperationId,
    /// What it had done.
    pub kind: OperationKind,
    /// With which arguments.
    pub args: Value,
    /// What sorts of things changed.
    pub changed: BTreeSet<Changed>,
    /// Articles whose own row, fields, tags, evidence or links changed.
    pub articles_touched: BTreeSet<ArticleId>,
    /// Of those, articles that have other words: what is derived of them is forgotten.
    pub reworded: BTreeSet<ArticleId>,
}

/// Which way an operation is walked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Back,
    Again,
}

impl Store {
    /// Does one thing: runs `f` in one transaction, records its inverse, and drops what could be redone.
    ///
    /// # Errors
    /// What the closure returns (nothing is changed then); `ReadOnly`, `DiskFull`.
    pub fn perform<T, E: From<Error>>(
        &self,
        new: NewOperation,
        f: impl FnOnce(&Writer<'_>) -> Result<T, E>,
    ) -> Result<Performed<T>, E> {
        let conn = self.writer()?;
        let tx = self.begin(&conn)?;
        let operation = insert(&tx, &new).map_err(|error| self.named(error))?;
        let mut session = changeset::record(&tx).map_err(|error| self.named(error))?;
        let writer = Writer::new(&tx, self.path(), operation, new.at);
        let value = f(&writer)?;
        let to_index = writer.to_index.take();
        let changes = changeset::take(&mut session).map_err(|error| self.named(error))?;
        drop(session);
        if changes.is_empty() {
            // Rolled back with the row of the operation: there is nothing to undo.
            return Ok(Performed { value, operation: None, changed: BTreeSet::new() });
        }
        let finish = || -> Result<Footprint> {
            let footprint = changeset::footprint(&tx, &changes)?;
            article::forget_derived(&tx, &footprint.reworded)?;
            search::index_again(&tx, footprint.to_index.iter().chain(&to_index).copied())?;
            abandon_undone(&tx)?;
            let packed =
                zstd::encode_all(changes.as_slice(), 3).map_err(|error| Error::io(self.path(), error))?;
            tx.prepare_cached("UPDATE operation SET changeset = ?2, changes = ?3 WHERE id = ?1")?
                .execute((operation.0, packed, footprint.rows))?;
            Ok(footprint)
        };
        let footprint = finish().map_err(|error| self.named(error))?;
        tx.commit().map_err(|error| self.named(error))?;
        let mut changed = footprint.changed;
        changed.insert(Changed::Operations);
        Ok(Performed { value, operation: Some(operation), changed })
    }

    /// Takes back the last thing done; `None` where there is nothing to take back.
    ///
    /// # Errors
    /// `UndoEnds` at an operation that cannot be taken back; `Conflict` where the rows are not as it left them (nothing
    /// is changed then); `ReadOnly`, `DiskFull`.
    pub fn undo(&self, at: Moment) -> Result<Option<Undone>> {
        self.walk(Way::Back, at).map_err(|error| self.named(error))
    }

    /// Does again what was undone last; `None` where there is nothing to do again.
    ///
    /// # Errors
    /// As [`Store::undo`], without `UndoEnds`.
    pub fn redo(&self, at: Moment) -> Result<Option<Undone>> {
        self.walk(Way::Again, at).map_err(|error| self.named(error))
    }

    fn walk(&self, way: Way, at: Moment) -> Result<Option<Undone>> {
        let conn = self.writer()?;
        let tx = self.begin(&conn)?;
        let Some((operation, kind, args)) = next(&tx, way)? else { return Ok(None) };
        if way == Way::Back && kind.ends_undo() {
            return Err(Error::UndoEnds { path: self.path().to_owned(), kind });
        }
        let mut footprint = if kind == OperationKind::Import {
            crate::import::walk_import(&tx, operation, way == Way::Back)?
        } else {
            let changes = stored_changes(&tx, operation)?
                .ok_or_else(|| Error::damaged(format!("operation {operation} has no changeset")))?;
            let changes = if way == Way::Back { changeset::invert(&changes)? } else { changes };
            changeset::apply(&tx, &changes)?;
            let footprint = changeset::footprint(&tx, &changes)?;
            article::forget_derived(&tx, &footprint.reworded)?;
            search::index_again(&tx, footprint.to_index.iter().copied())?;
            footprint
        };
        let (state, undone_at) = match way {
            Way::Back => (OperationState::Undone, Some(at.0)),
            Way::Again => (OperationState::Done, None),
        };
        tx.execute(
            "UPDATE operation SET state = ?2, undone_at = ?3 WHERE id = ?1",
            (operation.0, state.id(), undone_at),
        )?;
        tx.commit()?;
        footprint.changed.insert(Changed::Operations);
        let Footprint { changed, articles, reworded, .. } = footprint;
        Ok(Some(Undone { operation, kind, args, changed, articles_touched: articles, reworded }))
    }
}

/// Writes the row of a new operation; its changeset follows.
pub(crate) fn insert(conn: &Connection, new: &NewOperation) -> Result<OperationId> {
    conn.prepare_cached("INSERT INTO operation (uid, kind, args, at, version) VALUES (?1, ?2, ?3, ?4, ?5)")?
        .execute((
            new_uid(new.at).0,
            new.kind.id(),
            new.args.to_string(),
            new.at.0,
            schema::newest(schema::STEPS),
        ))?;
    Ok(OperationId(conn.last_insert_rowid()))
}

/// A new operation makes what was undone before it unreachable; the list keeps it.
pub(crate) fn abandon_undone(conn: &Connection) -> Result<()> {
    conn.prepare_cached("UPDATE operation SET state = 'abandoned' WHERE state = 'undone'")?.execute(())?;
    Ok(())
}

/// The unpacked changeset of an operation.
pub(crate) fn stored_changes(conn: &Connection, operation: OperationId) -> Result<Option<Vec<u8>>> {
    let packed: Option<Vec<u8>> = conn
        .prepare_cached("SELECT changeset FROM operation WHERE id = ?1")?
        .query_row([operation.0], |row| row.get(0))?;
    packed
        .map(|packed| {
            zstd::decode_all(packed.as_slice())
                .map_err(|error| Error::damaged(format!("changeset of operation {operation}: {error}")))
        })
        .transpose()
}

/// The operation undo would take back: the last one done. Redo goes the same way forward: the first one undone.
fn next(conn: &Connection, way: Way) -> Result<Option<(OperationId, OperationKind, Value)>> {
    let sql = match way {
        Way::Back => "SELECT id, kind, args FROM operation WHERE state = 'done' ORDER BY id DESC LIMIT 1",
        Way::Again => "SELECT id, kind, args FROM operation WHERE state = 'undone' ORDER BY id LIMIT 1",
    };
    let found = conn
        .prepare_cached(sql)?
        .query_row((), |row| {
            Ok((
                OperationId(row.get(0)?),
                row::word(row, 1, OperationKind::from_id)?,
                row.get::<_, String>(2)?,
            ))
        })
        .optional()?;
    found
        .map(|(id, kind, args)| {
            let args = serde_json::from_str(&args)
                .map_err(|error| Error::damaged(format!("arguments of operation {id}: {error}")))?;
            Ok((id, kind, args))
        })
        .transpose()
}
