//! The list of operations: the audit trail, and what undo and redo would do.

use chancery_model::{OperationId, OperationKind, Uid};
use rusqlite::Row;
use serde_json::Value;

use super::{Way, next};
use crate::{Moment, Reader, Result, row};

/// Where an operation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OperationState {
    /// In force.
    Done,
    /// Taken back; redo would do it again.
    Undone,
    /// Taken back, and out of redo's reach because something else was done since.
    Abandoned,
}

impl OperationState {
    /// The word used in the dossier and in JSON.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Undone => "undone",
            Self::Abandoned => "abandoned",
        }
    }

    /// The state of an id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        [Self::Done, Self::Undone, Self::Abandoned].into_iter().find(|state| state.id() == id)
    }
}

/// One line of the audit trail.
#[derive(Clone, Debug, PartialEq)]
pub struct OperationRow {
    /// Its number in this file; later operations have greater ones.
    pub id: OperationId,
    /// Its number across files.
    pub uid: Uid,
    /// What was done.
    pub kind: OperationKind,
    /// With which arguments.
    pub args: Value,
    /// When.
    pub at: Moment,
    /// Whether it is in force.
    pub state: OperationState,
    /// How many rows it changed; of an import, how many articles it brought.
    pub changes: u64,
    /// When it was taken back; `None` while it is in force.
    pub undone_at: Option<Moment>,
}

/// What undo and redo would do.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UndoState {
    /// The operation undo would take back.
    pub undo: Option<(OperationId, OperationKind, Value)>,
    /// The operation redo would do again.
    pub redo: Option<(OperationId, OperationKind, Value)>,
    /// The operation undo ends at, where it stands right before.
    pub undo_ends_at: Option<OperationKind>,
}

impl Reader<'_> {
    /// Operations, newest first; `before` continues a list already read.
    ///
    /// # Errors
    /// `Damaged` where a row cannot be read.
    pub fn operations(&self, before: Option<OperationId>, limit: u32) -> Result<Vec<OperationRow>> {
        self.within(|conn| {
            let mut statement = conn.prepare_cached(
                "SELECT id, uid, kind, args, at, state, changes, undone_at FROM operation \
                 WHERE id < ?1 ORDER BY id DESC LIMIT ?2",
            )?;
            let before = before.map_or(i64::MAX, |id| id.0);
            let rows = statement.query_map((before, limit), operation_row)?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// What undo and redo would do now.
    ///
    /// # Errors
    /// `Damaged` where a row cannot be read.
    pub fn undo_state(&self) -> Result<UndoState> {
        self.within(|conn| {
            let undo = next(conn, Way::Back)?;
            let redo = next(conn, Way::Again)?;
            Ok(match undo {
                Some((_, kind, _)) if kind.ends_undo() => {
                    UndoState { undo: None, redo, undo_ends_at: Some(kind) }
                }
                undo => UndoState { undo, redo, undo_ends_at: None },
            })
        })
    }
}

fn operation_row(row: &Row<'_>) -> rusqlite::Result<OperationRow> {
    let args: String = row.get(3)?;
    Ok(OperationRow {
        id: OperationId(row.get(0)?),
        uid: row::uid(row, 1)?,
        kind: row::word(row, 2, OperationKind::from_id)?,
        // Arguments serve the list only: unreadable ones must not hide the line.
        args: serde_json::from_str(&args).unwrap_or(Value::Null),
        at: Moment(row.get(4)?),
        state: row::word(row, 5, OperationState::from_id)?,
        changes: row.get(6)?,
        undone_at: row.get::<_, Option<i64>>(7)?.map(Moment),
    })
}
