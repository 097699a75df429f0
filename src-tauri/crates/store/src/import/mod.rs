//! Imports: one operation over many transactions. Its rows are not journaled; what undo turns is `article.removed_by`.

mod batch;
mod list;
mod resume;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chancery_model::{ArticleId, ImportId, OperationId, OperationKind};
use rusqlite::Connection;
use serde_json::{Value, json};

pub use batch::{FileRead, Item, ItemRead, NotRead, Told};
pub use list::{ImportCounts, ImportPage, ImportRow, ImportState, ImportedItem};
pub(crate) use resume::mark_interrupted;
pub use resume::{Resumed, SeenFile};

use crate::{Moment, NewOperation, Result, Store, journal::changeset::Footprint, store};

/// What became of a file, or of one article inside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// Read; its fields are sure enough.
    Imported,
    /// Read; something about it is unknown or guessed.
    NeedsALook,
    /// The same bytes are in the dossier already.
    Duplicate,
    /// Read; nearly the same words are in the dossier already.
    Reprint,
    /// Not read.
    Refused,
}

impl Outcome {
    /// Every outcome.
    pub const ALL: &'static [Self] =
        &[Self::Imported, Self::NeedsALook, Self::Duplicate, Self::Reprint, Self::Refused];

    /// The word used in the dossier and in JSON.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Imported => "imported",
            Self::NeedsALook => "needs-a-look",
            Self::Duplicate => "duplicate",
            Self::Reprint => "reprint",
            Self::Refused => "refused",
        }
    }

    /// The outcome of an id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|outcome| outcome.id() == id)
    }
}

/// An import that runs. Its operation is written with the first article it brings, so an import of nothing leaves none.
#[derive(Debug)]
pub struct ImportHandle {
    /// Its line in the list of imports; the bundled dossier has none.
    import: Option<ImportId>,
    new: NewOperation,
    running: Mutex<Running>,
}

/// What changes while an import runs.
#[derive(Clone, Debug, Default)]
struct Running {
    operation: Option<OperationId>,
    /// The file at hand, with its row.
    file: Option<(Arc<FileRead>, i64)>,
    /// Articles brought, items told of, items refused.
    articles: u64,
    items: u64,
    refused: u64,
    /// Files may be in its list already.
    resumed: bool,
}

impl Running {
    fn args(&self) -> Value {
        json!({ "files": self.items, "articles": self.articles, "refused": self.refused })
    }
}

/// How an import ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportEnd {
    /// Every file was read.
    Done,
    /// The analyst stopped it.
    Cancelled,
    /// The dossier refused.
    Interrupted,
}

impl ImportHandle {
    fn new(import: Option<ImportId>, args: Value, at: Moment, running: Running) -> Self {
        let new = NewOperation { kind: OperationKind::Import, args, at };
        Self { import, new, running: Mutex::new(running) }
    }

    /// The operation, once something was imported.
    #[must_use]
    pub fn operation(&self) -> Option<OperationId> {
        self.running().operation
    }

    /// Its line in the list of imports.
    #[must_use]
    pub fn import(&self) -> Option<ImportId> {
        self.import
    }

    fn running(&self) -> MutexGuard<'_, Running> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Store {
    /// Begins an import that leaves no line in the list of imports.
    ///
    /// # Errors
    /// `ReadOnly`.
    pub fn begin_import(&self, args: Value, at: Moment) -> Result<ImportHandle> {
        drop(self.writer()?);
        Ok(ImportHandle::new(None, args, at, Running::default()))
    }

    /// Begins an import of files: `roots` are the files and folders named, `total` the files found.
    ///
    /// # Errors
    /// `ReadOnly`, `DiskFull`.
    pub fn begin_import_of(&self, roots: &[String], total: u64, at: Moment) -> Result<ImportHandle> {
        let conn = self.writer()?;
        let added = conn.execute(
            "INSERT INTO import (at, roots, total) VALUES (?1, ?2, ?3)",
            (at.0, json!(roots).to_string(), total),
        );
        added.map_err(|error| self.named(error))?;
        let import = ImportId(conn.last_insert_rowid());
        Ok(ImportHandle::new(Some(import), json!({ "files": total }), at, Running::default()))
    }

    /// Ends an import of files and makes all of it durable; `None` where it brought nothing.
    ///
    /// # Errors
    /// `DiskFull`, `ReadOnly`.
    pub fn end_import(&self, import: ImportHandle, end: ImportEnd) -> Result<Option<OperationId>> {
        let running = import.running().clone();
        let state = match end {
            ImportEnd::Done => "done",
            ImportEnd::Cancelled => "cancelled",
            ImportEnd::Interrupted => "interrupted",
        };
        self.finish(|conn| {
            conn.execute(
                "UPDATE import SET state = ?2 WHERE id = ?1",
                (import.import.map(|id| id.0), state),
            )?;
            write_args(conn, running.operation, &running.args())
        })?;
        Ok(running.operation)
    }

    /// Ends an import that has no line in the list; `None` where it brought nothing. The arguments replace those it began with.
    ///
    /// # Errors
    /// `DiskFull`, `ReadOnly`.
    pub fn finish_import(&self, import: ImportHandle, args: &Value) -> Result<Option<OperationId>> {
        let operation = import.operation();
        if operation.is_some() {
            self.finish(|conn| write_args(conn, operation, args))?;
        }
        Ok(operation)
    }

    /// A transaction that is on the disk when it returns, and with it those before.
    fn finish(&self, f: impl FnOnce(&Connection) -> Result<()>) -> Result<()> {
        let conn = self.writer()?;
        let finish = || -> Result<()> {
            store::let_indexes_go(&conn)?;
            let tx = self.begin(&conn)?;
            f(&tx)?;
            Ok(tx.commit()?)
        };
        finish().map_err(|error| self.named(error))
    }
}

fn write_args(conn: &Connection, operation: Option<OperationId>, args: &Value) -> Result<()> {
    if let Some(operation) = operation {
        conn.prepare_cached("UPDATE operation SET args = ?2 WHERE id = ?1")?
            .execute((operation.0, args.to_string()))?;
    }
    Ok(())
}

/// Undoes or redoes an import: its articles go out of sight or come back; those binned on their own stay in the bin.
pub(crate) fn walk_import(conn: &Connection, operation: OperationId, back: bool) -> Result<Footprint> {
    let (sql, select) = if back {
        (
            "UPDATE article SET removed_by = ?1 WHERE imported_by = ?1 AND removed_by IS NULL",
            "SELECT id FROM article WHERE imported_by = ?1 AND removed_by IS NULL",
        )
    } else {
        (
            "UPDATE article SET removed_by = NULL WHERE imported_by = ?1 AND removed_by = ?1",
            "SELECT id FROM article WHERE imported_by = ?1 AND removed_by = ?1",
        )
    };
    let articles = conn
        .prepare_cached(select)?
        .query_map([operation.0], |row| row.get(0).map(ArticleId))?
        .collect::<rusqlite::Result<_>>()?;
    let rows = conn.prepare_cached(sql)?.execute([operation.0])?;
    use chancery_model::Changed::{Articles, Imports, Milestones, Outlets, Tags};
    Ok(Footprint {
        rows: u64::try_from(rows).unwrap_or(u64::MAX),
        changed: [Articles, Imports, Outlets, Tags, Milestones].into(),
        articles,
        ..Footprint::default()
    })
}
