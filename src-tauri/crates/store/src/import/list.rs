//! The list of imports, and the report of one, by page.

use chancery_model::{ArticleId, ImportId, OperationId};
use rusqlite::{Connection, OptionalExtension as _, Row};

use super::{Outcome, resume::roots_of};
use crate::{Deriver, Error, Moment, Reader, Result, lock, row};

/// Where an import stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportState {
    /// It runs.
    Running,
    /// Every file was read.
    Done,
    /// The analyst stopped it.
    Cancelled,
    /// It was cut off.
    Interrupted,
    /// What it brought was taken back.
    Undone,
}

impl ImportState {
    fn from_id(id: &str) -> Option<Self> {
        Some(match id {
            "running" => Self::Running,
            "done" => Self::Done,
            "cancelled" => Self::Cancelled,
            "interrupted" => Self::Interrupted,
            _ => return None,
        })
    }
}

/// How many items had which outcome. A reprint may need a look, and is counted with both then.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ImportCounts {
    /// Read and sure enough.
    pub imported: u64,
    /// The same bytes were there.
    pub duplicates: u64,
    /// Nearly the same words were there.
    pub reprints: u64,
    /// Read, and in want of a look.
    pub needs_a_look: u64,
    /// Not read.
    pub refused: u64,
    /// Reprints that need a look.
    pub reprints_to_look_at: u64,
}

impl ImportCounts {
    /// How many articles came in.
    #[must_use]
    pub fn came_in(&self) -> u64 {
        self.imported + self.reprints + self.needs_a_look - self.reprints_to_look_at
    }
}

/// An import as listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportRow {
    /// Its number in this file.
    pub id: ImportId,
    /// The operation that undo would take back, or redo bring again; `None` where nothing came in.
    pub operation: Option<OperationId>,
    /// When it began.
    pub at: Moment,
    /// Files and folders it was asked for.
    pub roots: Vec<String>,
    /// Where it stands.
    pub state: ImportState,
    /// Files read to their end.
    pub files: u64,
    /// Files found.
    pub total: u64,
    /// What became of what is in them.
    pub counts: ImportCounts,
}

/// A part of an import's report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportPage {
    /// How long the whole is.
    pub total: u64,
    /// The part, in the order of reading.
    pub items: Vec<ImportedItem>,
}

/// What became of a file, or of one article inside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedItem {
    /// The file.
    pub path: String,
    /// Where it stands inside the file.
    pub member: Option<String>,
    /// What became of it.
    pub outcome: Outcome,
    /// Whether nearly the same words were there, also where it needs a look.
    pub reprint: bool,
    /// The article that holds the bytes; `None` also where it was deleted for good.
    pub article: Option<ArticleId>,
    /// Its title; may be empty.
    pub title: Option<String>,
    /// Why it was not read.
    pub code: Option<String>,
    /// The technical text of that.
    pub detail: Option<String>,
    /// Codes of what is worth knowing of the reading.
    pub notes: Vec<String>,
}

impl Reader<'_> {
    /// Every import, newest first.
    ///
    /// # Errors
    /// `Damaged` where a row cannot be read.
    pub fn imports(&self) -> Result<Vec<ImportRow>> {
        self.within(|conn| {
            let mut statement = conn.prepare_cached("SELECT id FROM import ORDER BY id DESC")?;
            let ids: Vec<ImportId> =
                statement.query_map((), |row| row.get(0).map(ImportId))?.collect::<rusqlite::Result<_>>()?;
            ids.into_iter().map(|id| self.one(conn, id)).collect()
        })
    }

    /// One import.
    ///
    /// # Errors
    /// `NoSuch`.
    pub fn import(&self, id: ImportId) -> Result<ImportRow> {
        self.within(|conn| self.one(conn, id))
    }

    /// What became of an import's files, or of those that had an outcome. Reprints that need a look are among the reprints, too.
    ///
    /// # Errors
    /// `NoSuch`.
    pub fn import_items(
        &self,
        import: ImportId,
        outcome: Option<Outcome>,
        offset: u64,
        limit: u32,
    ) -> Result<ImportPage> {
        self.within(|conn| {
            self.one(conn, import)?;
            let (total, page) = match outcome {
                Some(Outcome::Reprint) => (
                    "SELECT count(*) FROM import_item WHERE import_id = ?1 AND is_reprint = 1 AND ?2 IS NULL",
                    "SELECT id FROM import_item WHERE import_id = ?1 AND is_reprint = 1 AND ?2 IS NULL \
                     ORDER BY id LIMIT ?3 OFFSET ?4",
                ),
                Some(_) => (
                    "SELECT count(*) FROM import_item WHERE import_id = ?1 AND outcome = ?2",
                    "SELECT id FROM import_item WHERE import_id = ?1 AND outcome = ?2 ORDER BY id LIMIT ?3 OFFSET ?4",
                ),
                None => (
                    "SELECT count(*) FROM import_item WHERE import_id = ?1 AND ?2 IS NULL",
                    "SELECT id FROM import_item WHERE import_id = ?1 AND ?2 IS NULL ORDER BY id LIMIT ?3 OFFSET ?4",
                ),
            };
            let outcome = outcome.filter(|outcome| *outcome != Outcome::Reprint).map(Outcome::id);
            let total = conn.prepare_cached(total)?.query_row((import.0, outcome), |row| row.get(0))?;
            let mut statement = conn.prepare_cached(&format!(
                "SELECT f.path, i.member, i.outcome, i.article_id, a.title, i.code, i.detail, i.notes, i.is_reprint FROM import_item i \
                 JOIN import_file f ON f.id = i.file_id LEFT JOIN article a ON a.id = i.article_id \
                 WHERE i.id IN ({page}) ORDER BY i.id"
            ))?;
            let items = statement.query_map((import.0, outcome, limit, offset), item)?;
            Ok(ImportPage { total, items: items.collect::<rusqlite::Result<_>>()? })
        })
    }

    /// An import that no process can be running was cut off; opening the dossier for writing will note it.
    fn one(&self, conn: &Connection, id: ImportId) -> Result<ImportRow> {
        let mut row = one(conn, id)?;
        if row.state == ImportState::Running && !lock::is_in_use(self.path()) {
            row.state = ImportState::Interrupted;
        }
        Ok(row)
    }
}

impl Deriver<'_> {
    /// Says of articles that came in that they are reprints. What needs a look still does.
    ///
    /// # Errors
    /// `Sql`.
    pub fn set_reprints(&self, articles: &[ArticleId]) -> Result<()> {
        self.within(|conn| {
            let mut statement = conn.prepare_cached(
                "UPDATE import_item SET is_reprint = 1, \
                 outcome = CASE outcome WHEN 'imported' THEN 'reprint' ELSE outcome END \
                 WHERE article_id = ?1 AND outcome IN ('imported', 'needs-a-look')",
            )?;
            for article in articles {
                statement.execute([article.0])?;
            }
            Ok(())
        })
    }
}

fn one(conn: &Connection, id: ImportId) -> Result<ImportRow> {
    let mut row = conn
        .prepare_cached(
            "SELECT at, roots, state, total, \
             (SELECT count(*) FROM import_file f WHERE f.import_id = import.id AND f.is_complete = 1) \
             FROM import WHERE id = ?1",
        )?
        .query_row([id.0], |row| {
            Ok(ImportRow {
                id,
                operation: None,
                at: Moment(row.get(0)?),
                roots: roots_of(&row.get::<_, String>(1)?),
                state: row::word(row, 2, ImportState::from_id)?,
                total: row.get(3)?,
                files: row.get(4)?,
                counts: counts(conn, id)?,
            })
        })
        .optional()?
        .ok_or_else(|| Error::no_such("import", id))?;
    // The last one that holds; where none does, the first that redo would bring back.
    let mut statement = conn.prepare_cached(
        "SELECT o.id, o.state FROM import_operation io JOIN operation o ON o.id = io.operation_id \
         WHERE io.import_id = ?1 ORDER BY o.state = 'done' DESC, CASE o.state WHEN 'done' THEN -o.id ELSE o.id END LIMIT 1",
    )?;
    let operation: Option<(i64, String)> =
        statement.query_row([id.0], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    if let Some((operation, state)) = operation {
        row.operation = Some(OperationId(operation));
        if state != "done" && row.state != ImportState::Running {
            row.state = ImportState::Undone;
        }
    }
    Ok(row)
}

fn counts(conn: &Connection, id: ImportId) -> rusqlite::Result<ImportCounts> {
    let mut statement = conn.prepare_cached(
        "SELECT outcome, count(*), sum(is_reprint) FROM import_item WHERE import_id = ?1 GROUP BY outcome",
    )?;
    let mut counts = ImportCounts::default();
    let mut rows = statement.query([id.0])?;
    while let Some(found) = rows.next()? {
        let number: u64 = found.get(1)?;
        match row::word(found, 0, Outcome::from_id)? {
            Outcome::Imported => counts.imported = number,
            Outcome::NeedsALook => {
                counts.needs_a_look = number;
                counts.reprints_to_look_at = found.get(2)?;
            }
            Outcome::Duplicate => counts.duplicates = number,
            Outcome::Reprint => counts.reprints = number,
            Outcome::Refused => counts.refused = number,
        }
    }
    counts.reprints += counts.reprints_to_look_at;
    Ok(counts)
}

fn item(row: &Row<'_>) -> rusqlite::Result<ImportedItem> {
    let notes: String = row.get(7)?;
    Ok(ImportedItem {
        path: row.get(0)?,
        member: row.get(1)?,
        outcome: row::word(row, 2, Outcome::from_id)?,
        reprint: row.get(8)?,
        article: row.get::<_, Option<i64>>(3)?.map(ArticleId),
        title: row.get::<_, Option<String>>(4)?.filter(|title| !title.is_empty()),
        code: row.get(5)?,
        detail: row.get(6)?,
        notes: notes.split_whitespace().map(str::to_owned).collect(),
    })
}
