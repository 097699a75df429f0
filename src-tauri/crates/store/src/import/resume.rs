//! Going on with an import that was stopped or cut off, and reading refused files again.

use std::collections::HashMap;

use chancery_model::{ImportId, OperationId};
use rusqlite::{Connection, OptionalExtension as _};
use serde_json::json;

use super::{ImportHandle, Running};
use crate::{Error, Moment, Reader, Result, Store};

/// What the manifest knows of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SeenFile {
    /// Its bytes when it was read.
    pub size: u64,
    /// When it had last been changed then: milliseconds since 1970.
    pub modified: i64,
    /// Whether it was read to its end.
    pub complete: bool,
    /// Where it was not: the places inside it that were read; an empty one is the file itself.
    pub members: Vec<String>,
}

/// An import taken up again.
#[derive(Debug)]
pub struct Resumed {
    /// To go on with.
    pub handle: ImportHandle,
    /// The files and folders it was asked for.
    pub roots: Vec<String>,
    /// What was read of it, by path.
    pub seen: HashMap<String, SeenFile>,
}

impl Store {
    /// Takes an import up again. It goes on as the same operation where that is the last thing done; where other work was done
    /// since, what it brings now is an operation of its own, so that undo goes back in the order of doing. What an undo put
    /// into the bin counts as not read.
    ///
    /// # Errors
    /// `NoSuch`; `Refused` where it runs already; `ReadOnly`, `DiskFull`.
    pub fn resume_import(&self, import: ImportId, at: Moment) -> Result<Resumed> {
        self.take_up(import, None, at)
    }

    /// Takes an import up again to read refused files once more: those of `paths`, or all. Their lines in the manifest go, and
    /// come back with what becomes of them now.
    ///
    /// # Errors
    /// As [`Store::resume_import`].
    pub fn retry_import(
        &self,
        import: ImportId,
        paths: Option<&[String]>,
        at: Moment,
    ) -> Result<(Resumed, Vec<String>)> {
        let refused = self.read(|reader| reader.refused_files(import))?;
        let again: Vec<String> = match paths {
            Some(paths) => refused.into_iter().filter(|path| names(paths, path)).collect(),
            None => refused,
        };
        Ok((self.take_up(import, Some(&again), at)?, again))
    }

    fn take_up(&self, import: ImportId, again: Option<&[String]>, at: Moment) -> Result<Resumed> {
        let conn = self.writer()?;
        let work = || -> Result<Resumed> {
            let tx = self.begin(&conn)?;
            let (roots, state): (String, String) = tx
                .query_row("SELECT roots, state FROM import WHERE id = ?1", [import.0], |row| {
                    Ok((row.get(0)?, row.get(1)?))
                })
                .optional()?
                .ok_or_else(|| Error::no_such("import", import))?;
            if state == "running" {
                return Err(Error::refused("the import is running"));
            }
            forget_undone(&tx, import)?;
            if let Some(paths) = again {
                forget_refused(&tx, import, paths)?;
            }
            tx.execute("UPDATE import SET state = 'running' WHERE id = ?1", [import.0])?;
            let running = running(&tx, import)?;
            let seen = seen(&tx, import)?;
            tx.commit()?;
            let handle = ImportHandle::new(Some(import), json!({}), at, running);
            Ok(Resumed { handle, roots: roots_of(&roots), seen })
        };
        work().map_err(|error| self.named(error))
    }

    /// How many files the import found; known once its folders have been walked.
    ///
    /// # Errors
    /// `DiskFull`.
    pub fn import_found(&self, import: &ImportHandle, total: u64) -> Result<()> {
        let set = self
            .writer()?
            .execute("UPDATE import SET total = ?2 WHERE id = ?1", (import.import().map(|id| id.0), total));
        set.map(|_| ()).map_err(|error| self.named(error))
    }
}

impl Reader<'_> {
    /// Paths of the files of an import of which something was refused, in the order of reading.
    ///
    /// # Errors
    /// `Sql`.
    pub fn refused_files(&self, import: ImportId) -> Result<Vec<String>> {
        self.within(|conn| {
            let mut statement = conn.prepare_cached(
                "SELECT f.path FROM import_item i JOIN import_file f ON f.id = i.file_id \
                 WHERE i.import_id = ?1 AND i.outcome = 'refused' GROUP BY f.id ORDER BY min(i.id)",
            )?;
            let paths = statement.query_map([import.0], |row| row.get(0))?;
            Ok(paths.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// Whether a file was read as it is now by any import, whatever became of it.
    ///
    /// # Errors
    /// `Sql`.
    pub fn file_was_read(&self, path: &str, size: u64, modified: i64) -> Result<bool> {
        self.within(|conn| {
            Ok(conn
                .prepare_cached(
                    "SELECT 1 FROM import_file WHERE path = ?1 AND size = ?2 AND modified = ?3 AND is_complete = 1",
                )?
                .exists((path, size, modified))?)
        })
    }
}

/// An import that still runs when the dossier is opened was cut off.
pub(crate) fn mark_interrupted(conn: &Connection) -> Result<()> {
    conn.execute("UPDATE import SET state = 'interrupted' WHERE state = 'running'", ())?;
    Ok(())
}

pub(super) fn roots_of(json: &str) -> Vec<String> {
    serde_json::from_str(json).unwrap_or_default()
}

/// Whether `paths` name a file, or something inside it.
fn names(paths: &[String], file: &str) -> bool {
    paths
        .iter()
        .any(|path| path.strip_prefix(file).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
}

const UNDONE: &str = "SELECT i.id FROM import_item i JOIN article a ON a.id = i.article_id \
     WHERE i.import_id = ?1 AND a.removed_by = a.imported_by";

fn forget_undone(conn: &Connection, import: ImportId) -> Result<()> {
    conn.execute(
        &format!(
            "UPDATE import_file SET is_complete = 0 WHERE id IN (SELECT file_id FROM import_item WHERE id IN ({UNDONE}))"
        ),
        [import.0],
    )?;
    conn.execute(&format!("DELETE FROM import_item WHERE id IN ({UNDONE})"), [import.0])?;
    Ok(())
}

fn forget_refused(conn: &Connection, import: ImportId, paths: &[String]) -> Result<()> {
    let list = json!(paths).to_string();
    conn.execute(
        "UPDATE import_file SET is_complete = 0 WHERE import_id = ?1 AND path IN (SELECT value FROM json_each(?2))",
        (import.0, &list),
    )?;
    conn.execute(
        "DELETE FROM import_item WHERE import_id = ?1 AND outcome = 'refused' AND file_id IN \
         (SELECT id FROM import_file WHERE import_id = ?1 AND path IN (SELECT value FROM json_each(?2)))",
        (import.0, &list),
    )?;
    Ok(())
}

/// The operation to go on with, and what it counted so far.
fn running(conn: &Connection, import: ImportId) -> Result<Running> {
    let last: Option<(i64, String)> = conn
        .query_row("SELECT id, state FROM operation ORDER BY id DESC LIMIT 1", (), |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()?;
    let ours: Option<i64> = conn.query_row(
        "SELECT max(operation_id) FROM import_operation WHERE import_id = ?1",
        [import.0],
        |row| row.get(0),
    )?;
    let fresh = Running { resumed: true, ..Running::default() };
    let Some(operation) = last.filter(|(id, state)| state == "done" && Some(*id) == ours).map(|(id, _)| id)
    else {
        return Ok(fresh);
    };
    let count = |sql: &str, of: i64| conn.query_row(sql, [of], |row| row.get::<_, u64>(0));
    Ok(Running {
        operation: Some(OperationId(operation)),
        articles: count("SELECT count(*) FROM article WHERE imported_by = ?1", operation)?,
        items: count("SELECT count(*) FROM import_item WHERE import_id = ?1", import.0)?,
        refused: count(
            "SELECT count(*) FROM import_item WHERE import_id = ?1 AND outcome = 'refused'",
            import.0,
        )?,
        ..fresh
    })
}

fn seen(conn: &Connection, import: ImportId) -> Result<HashMap<String, SeenFile>> {
    let mut seen = HashMap::new();
    let mut statement =
        conn.prepare("SELECT id, path, size, modified, is_complete FROM import_file WHERE import_id = ?1")?;
    let mut members = conn.prepare("SELECT coalesce(member, '') FROM import_item WHERE file_id = ?1")?;
    let mut rows = statement.query([import.0])?;
    while let Some(row) = rows.next()? {
        let mut file =
            SeenFile { size: row.get(2)?, modified: row.get(3)?, complete: row.get(4)?, members: Vec::new() };
        if !file.complete {
            file.members = members
                .query_map([row.get::<_, i64>(0)?], |row| row.get(0))?
                .collect::<rusqlite::Result<_>>()?;
        }
        seen.insert(row.get(1)?, file);
    }
    Ok(seen)
}
