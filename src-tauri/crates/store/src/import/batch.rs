//! A batch of what was read goes into the dossier: articles, with the lines of the manifest that tell of them, all or none.

use std::sync::Arc;

use chancery_model::{ArticleId, OperationId};
use rusqlite::{Connection, OptionalExtension as _};

use super::{ImportHandle, Outcome, Running, write_args};
use crate::{Error, NewArticle, ReadyArticle, Result, Store, Stored, journal, store, tag};

/// A file as it was when it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileRead {
    /// Where it lies.
    pub path: String,
    /// Its bytes.
    pub size: u64,
    /// When it was last changed: milliseconds since 1970.
    pub modified: i64,
}

/// What an import is told of, in the order of reading.
#[derive(Debug)]
pub enum Item {
    /// An article, or why there is none.
    Read(Box<ItemRead>),
    /// A file was read to its end.
    End(Arc<FileRead>),
}

/// What was read of a file, or of one article inside it.
#[derive(Debug)]
pub struct ItemRead {
    /// The file.
    pub file: Arc<FileRead>,
    /// Where it stands inside the file.
    pub member: Option<String>,
    /// The article, or why there is none.
    pub outcome: Result<ReadyArticle, NotRead>,
    /// Codes of what is worth knowing of the reading.
    pub notes: Vec<String>,
}

/// Why something was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotRead {
    /// The code the interface words.
    pub code: String,
    /// The technical text.
    pub detail: String,
}

/// What became of what was handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// What became of it.
    pub outcome: Outcome,
    /// The article that holds the bytes.
    pub article: Option<ArticleId>,
}

impl Store {
    /// Stores a batch of articles in one transaction: originals, texts, readings, index. All or none.
    ///
    /// # Errors
    /// `ImportUndone` where the import was undone while it ran; `DiskFull`, `ReadOnly`. What earlier batches brought stays.
    pub fn import_batch(&self, import: &ImportHandle, articles: Vec<NewArticle>) -> Result<Vec<Stored>> {
        let ready = articles.into_iter().map(ReadyArticle::of).collect::<Result<Vec<_>>>()?;
        self.importing(import, |conn, running| {
            let mut fresh = Fresh::default();
            let new = |article| stored(conn, import, running, article, &mut fresh);
            let told = ready.iter().map(new).collect::<Result<_>>()?;
            fresh.index(conn)?;
            Ok(told)
        })
    }

    /// Stores a batch of what was read, with its lines in the manifest, in one transaction; tells of each [`Item::Read`].
    ///
    /// # Errors
    /// As [`Store::import_batch`].
    pub fn import_items(&self, import: &ImportHandle, items: &[Item]) -> Result<Vec<Told>> {
        self.importing(import, |conn, running| {
            let mut told = Vec::with_capacity(items.len());
            let mut fresh = Fresh::default();
            for (at, item) in items.iter().enumerate() {
                match item {
                    Item::Read(read) => {
                        // Most files hold one article: their row need not be touched twice.
                        let ends = matches!(items.get(at + 1), Some(Item::End(file)) if Arc::ptr_eq(file, &read.file));
                        told.push(put(conn, import, running, read, ends, &mut fresh)?);
                    }
                    Item::End(file) => {
                        let row = file_row(conn, import, running, file, true)?;
                        conn.prepare_cached(
                            "UPDATE import_file SET is_complete = 1 WHERE id = ?1 AND is_complete = 0",
                        )?
                        .execute([row])?;
                    }
                }
            }
            fresh.index(conn)?;
            Ok(told)
        })
    }

    /// One transaction of an import that runs.
    fn importing<T>(
        &self,
        import: &ImportHandle,
        f: impl FnOnce(&Connection, &mut Running) -> Result<T>,
    ) -> Result<T> {
        let conn = self.writer()?;
        // A power cut may cost the last batches until the import is finished; they can be read again from its files.
        conn.pragma_update(None, "synchronous", "NORMAL").map_err(|error| self.named(error))?;
        // Every row refers to one that the same transaction wrote or found: to look each up again is a fifth of the storing.
        conn.pragma_update(None, "foreign_keys", false).map_err(|error| self.named(error))?;
        store::hold_indexes(&conn).map_err(|error| self.named(error))?;
        let mut known = import.running();
        let mut running = known.clone();
        let work = || -> Result<T> {
            let tx = self.begin(&conn)?;
            if let Some(id) = running.operation {
                must_hold(&tx, id)?;
            }
            let before = running.articles;
            let value = f(&tx, &mut running)?;
            if let Some(id) = running.operation {
                tx.prepare_cached("UPDATE operation SET changes = changes + ?2 WHERE id = ?1")?
                    .execute((id.0, running.articles - before))?;
                if import.import.is_some() {
                    write_args(&tx, running.operation, &running.args())?;
                }
            }
            tx.commit()?;
            Ok(value)
        };
        let value = work();
        conn.pragma_update(None, "foreign_keys", true).map_err(|error| self.named(error))?;
        conn.pragma_update(None, "synchronous", "FULL").map_err(|error| self.named(error))?;
        let value = value.map_err(|error| self.named(error))?;
        *known = running;
        Ok(value)
    }
}

/// An import that was undone takes no more in.
fn must_hold(conn: &Connection, operation: OperationId) -> Result<()> {
    let state: String = conn
        .prepare_cached("SELECT state FROM operation WHERE id = ?1")?
        .query_row([operation.0], |row| row.get(0))?;
    if state == "done" { Ok(()) } else { Err(Error::ImportUndone { path: std::path::PathBuf::new() }) }
}

/// What one transaction brings.
#[derive(Default)]
struct Fresh<'a> {
    /// Articles put in whose words are not yet in the index, by its key.
    articles: Vec<(i64, ArticleId, &'a ReadyArticle)>,
    topics: tag::Slugs,
}

impl Fresh<'_> {
    /// Feeds the index in the order of its keys: before one that is lower than the last it would write itself out.
    fn index(mut self, conn: &Connection) -> Result<()> {
        self.articles.sort_unstable_by_key(|(docid, ..)| *docid);
        self.articles.iter().try_for_each(|(_, id, article)| article.index(conn, *id))
    }
}

fn stored<'a>(
    conn: &Connection,
    import: &ImportHandle,
    running: &mut Running,
    article: &'a ReadyArticle,
    fresh: &mut Fresh<'a>,
) -> Result<Stored> {
    let kept = article.kept(conn)?;
    if let Some(twin) = kept.article {
        return Ok(Stored::Duplicate(twin));
    }
    let operation = match running.operation {
        Some(id) => id,
        None => begin_operation(conn, import, running)?,
    };
    let id = article.put(conn, kept, operation, &mut fresh.topics)?;
    fresh.articles.push((article.docid(id), id, article));
    running.articles += 1;
    Ok(Stored::New(id))
}

fn begin_operation(conn: &Connection, import: &ImportHandle, running: &mut Running) -> Result<OperationId> {
    journal::abandon_undone(conn)?;
    let id = *running.operation.insert(journal::insert(conn, &import.new)?);
    if let Some(import) = import.import {
        conn.prepare_cached("INSERT INTO import_operation (import_id, operation_id) VALUES (?1, ?2)")?
            .execute((import.0, id.0))?;
    }
    Ok(id)
}

fn put<'a>(
    conn: &Connection,
    import: &ImportHandle,
    running: &mut Running,
    read: &'a ItemRead,
    ends: bool,
    fresh: &mut Fresh<'a>,
) -> Result<Told> {
    running.items += 1;
    let told = match &read.outcome {
        Ok(article) => match stored(conn, import, running, article, fresh)? {
            Stored::New(id) if article.needs_a_look => {
                Told { outcome: Outcome::NeedsALook, article: Some(id) }
            }
            Stored::New(id) => Told { outcome: Outcome::Imported, article: Some(id) },
            Stored::Duplicate(id) => Told { outcome: Outcome::Duplicate, article: Some(id) },
        },
        Err(_) => {
            running.refused += 1;
            Told { outcome: Outcome::Refused, article: None }
        }
    };
    let file = file_row(conn, import, running, &read.file, ends)?;
    let why = read.outcome.as_ref().err();
    conn.prepare_cached(
        "INSERT INTO import_item (import_id, file_id, member, outcome, article_id, code, detail, notes) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute((
        import.import.map(|id| id.0),
        file,
        &read.member,
        told.outcome.id(),
        told.article.map(|id| id.0),
        why.map(|why| &why.code),
        why.map(|why| &why.detail),
        read.notes.join(" "),
    ))?;
    Ok(told)
}

/// The row of a file in the manifest. What an earlier run said of it stays, unless the file was changed since.
fn file_row(
    conn: &Connection,
    import: &ImportHandle,
    running: &mut Running,
    file: &Arc<FileRead>,
    complete: bool,
) -> Result<i64> {
    if let Some((known, row)) = &running.file
        && Arc::ptr_eq(known, file)
    {
        return Ok(*row);
    }
    let import = import.import.map(|id| id.0);
    let size = i64::try_from(file.size).unwrap_or(i64::MAX);
    let earlier = match running.resumed {
        true => conn
            .prepare_cached("SELECT id, size, modified FROM import_file WHERE import_id = ?1 AND path = ?2")?
            .query_row((import, &file.path), |row| {
                Ok((row.get::<_, i64>(0)?, (row.get::<_, i64>(1)?, row.get::<_, i64>(2)?)))
            })
            .optional()?,
        false => None,
    };
    let row = match earlier {
        Some((row, as_it_was)) => {
            if as_it_was != (size, file.modified) {
                conn.prepare_cached("DELETE FROM import_item WHERE file_id = ?1")?.execute([row])?;
            }
            conn.prepare_cached(
                "UPDATE import_file SET size = ?2, modified = ?3, is_complete = ?4 WHERE id = ?1",
            )?
            .execute((row, size, file.modified, complete))?;
            row
        }
        None => {
            // Neither an upsert nor RETURNING: for either SQLite keeps a way back to before the statement, and the index of
            // words writes itself out each time: measured, two thirds of what storing the article costs.
            let new = conn
                .prepare_cached(
                    "INSERT OR IGNORE INTO import_file (import_id, path, size, modified, is_complete) \
                     VALUES (?1, ?2, ?3, ?4, ?5)",
                )?
                .execute((import, &file.path, size, file.modified, complete))?;
            if new == 1 { conn.last_insert_rowid() } else { named_twice(conn, import, file, complete)? }
        }
    };
    running.file = Some((Arc::clone(file), row));
    Ok(row)
}

/// A file named twice is one file: its second reading adds to the first.
fn named_twice(conn: &Connection, import: Option<i64>, file: &FileRead, complete: bool) -> Result<i64> {
    let row = conn
        .prepare_cached("SELECT id FROM import_file WHERE import_id = ?1 AND path = ?2")?
        .query_row((import, &file.path), |row| row.get(0))?;
    conn.prepare_cached("UPDATE import_file SET is_complete = ?2 WHERE id = ?1")?.execute((row, complete))?;
    Ok(row)
}
