//! Imports: one operation over many transactions. Its rows are not journaled; what undo turns is `article.removed_by`.

use std::sync::{Mutex, PoisonError};

use chancery_model::{ArticleId, DateMention, OperationId, OperationKind, SourceDocument};
use rusqlite::{Connection, OptionalExtension as _};
use serde_json::Value;
use sha2::Digest as _;

use super::field::{self, PublishedColumns};
use crate::{
    Error, Moment, NewOperation, Result, Store,
    access::new_uid,
    journal::{self, changeset::Footprint},
    json, outlet, search,
};

/// An article as it comes in: what was read, from which bytes.
#[derive(Clone, Debug, PartialEq)]
pub struct NewArticle {
    /// What was read, with basis and alternatives.
    pub document: SourceDocument,
    /// The bytes, as they are.
    pub original: Vec<u8>,
    /// Name of the file they came from; may be empty.
    pub source_name: String,
    /// Dates named in the text.
    pub dates: Vec<DateMention>,
    /// When it was captured.
    pub captured_at: Moment,
}

/// What became of an article handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stored {
    /// It is in the dossier now.
    New(ArticleId),
    /// The same bytes are in the dossier already, as this article, and not in the bin.
    Duplicate(ArticleId),
}

impl Stored {
    /// The article that holds the bytes.
    #[must_use]
    pub fn article(self) -> ArticleId {
        match self {
            Self::New(id) | Self::Duplicate(id) => id,
        }
    }

    /// The article, where it came in just now.
    #[must_use]
    pub fn new_article(self) -> Option<ArticleId> {
        match self {
            Self::New(id) => Some(id),
            Self::Duplicate(_) => None,
        }
    }
}

/// An import that runs. Its operation is written with the first article it brings, so an import of nothing leaves none.
#[derive(Debug)]
pub struct ImportHandle {
    new: NewOperation,
    operation: Mutex<Option<OperationId>>,
}

impl ImportHandle {
    /// The operation, once something was imported.
    #[must_use]
    pub fn operation(&self) -> Option<OperationId> {
        *self.operation.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Store {
    /// Begins an import.
    ///
    /// # Errors
    /// `ReadOnly`.
    pub fn begin_import(&self, args: Value, at: Moment) -> Result<ImportHandle> {
        drop(self.writer()?);
        let new = NewOperation { kind: OperationKind::Import, args, at };
        Ok(ImportHandle { new, operation: Mutex::new(None) })
    }

    /// Stores a batch of articles in one transaction: originals, texts, readings, index. All or none.
    ///
    /// # Errors
    /// `ImportUndone` where the import was undone while it ran; `DiskFull`, `ReadOnly`. What earlier batches brought stays.
    pub fn import_batch(&self, import: &ImportHandle, articles: &[NewArticle]) -> Result<Vec<Stored>> {
        let conn = self.writer()?;
        // A power cut may cost the last batches until the import is finished; they can be read again from its files.
        conn.pragma_update(None, "synchronous", "NORMAL").map_err(|error| self.named(error))?;
        let stored = self.store_batch(&conn, import, articles);
        conn.pragma_update(None, "synchronous", "FULL").map_err(|error| self.named(error))?;
        stored.map_err(|error| self.named(error))
    }

    fn store_batch(
        &self,
        conn: &Connection,
        import: &ImportHandle,
        articles: &[NewArticle],
    ) -> Result<Vec<Stored>> {
        let mut known = import.operation.lock().unwrap_or_else(PoisonError::into_inner);
        let tx = self.begin(conn)?;
        let mut operation = *known;
        if let Some(id) = operation {
            let state: String = tx
                .prepare_cached("SELECT state FROM operation WHERE id = ?1")?
                .query_row([id.0], |row| row.get(0))?;
            if state != "done" {
                return Err(Error::ImportUndone { path: self.path().to_owned() });
            }
        }
        let mut stored = Vec::with_capacity(articles.len());
        let mut brought = 0;
        for article in articles {
            let sha256: [u8; 32] = sha2::Sha256::digest(&article.original).into();
            if let Some(twin) = twin(&tx, &sha256)? {
                stored.push(Stored::Duplicate(twin));
                continue;
            }
            let operation = match operation {
                Some(id) => id,
                None => {
                    journal::abandon_undone(&tx)?;
                    *operation.insert(journal::insert(&tx, &import.new)?)
                }
            };
            stored.push(Stored::New(put(&tx, operation, article, &sha256)?));
            brought += 1;
        }
        if let Some(id) = operation {
            tx.prepare_cached("UPDATE operation SET changes = changes + ?2 WHERE id = ?1")?
                .execute((id.0, brought))?;
        }
        tx.commit()?;
        *known = operation;
        Ok(stored)
    }

    /// Ends an import and makes all of it durable; `None` where it brought nothing. The arguments replace those it began with.
    ///
    /// # Errors
    /// `DiskFull`, `ReadOnly`.
    pub fn finish_import(&self, import: ImportHandle, args: &Value) -> Result<Option<OperationId>> {
        let Some(operation) = import.operation() else { return Ok(None) };
        let conn = self.writer()?;
        let finish = || -> Result<()> {
            let tx = self.begin(&conn)?;
            tx.execute("UPDATE operation SET args = ?2 WHERE id = ?1", (operation.0, args.to_string()))?;
            Ok(tx.commit()?)
        };
        finish().map_err(|error| self.named(error))?;
        Ok(Some(operation))
    }
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
    use chancery_model::Changed::{Articles, Milestones, Outlets, Tags};
    Ok(Footprint {
        rows: u64::try_from(rows).unwrap_or(u64::MAX),
        changed: [Articles, Outlets, Tags, Milestones].into(),
        articles,
        ..Footprint::default()
    })
}

/// The article that holds the same bytes and is not in the bin.
fn twin(conn: &Connection, sha256: &[u8; 32]) -> Result<Option<ArticleId>> {
    Ok(conn
        .prepare_cached(
            "SELECT a.id FROM original o JOIN article a ON a.original_id = o.id \
             WHERE o.sha256 = ?1 AND a.removed_by IS NULL ORDER BY a.id LIMIT 1",
        )?
        .query_row([sha256], |row| row.get(0).map(ArticleId))
        .optional()?)
}

fn put(conn: &Connection, operation: OperationId, new: &NewArticle, sha256: &[u8; 32]) -> Result<ArticleId> {
    let original = put_original(conn, &new.original, sha256)?;
    let document = &new.document;
    let outlet = match &document.outlet.value {
        Some(name) if !name.trim().is_empty() => Some(outlet::named(conn, name, new.captured_at)?),
        _ => None,
    };
    let title = document.title.value.as_deref().unwrap_or_default();
    let published = PublishedColumns::of(document.published.value.as_ref());
    conn.prepare_cached(
        "INSERT INTO article (uid, original_id, outlet_id, title, language, published, published_from, published_to, \
         published_time, published_zone, confidence, needs_a_look, captured_at, imported_by) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
    )?
    .execute((
        new_uid(new.captured_at).0,
        original,
        outlet.map(|id| id.0),
        title,
        document.language.value.map(|language| language.code()),
        published.date,
        published.from,
        published.to,
        published.time,
        published.zone,
        json::confidence_id(document.published.confidence),
        field::needs_a_look(&document.title, &document.published),
        new.captured_at.0,
        operation.0,
    ))?;
    let id = ArticleId(conn.last_insert_rowid());
    conn.prepare_cached(
        "INSERT INTO article_text (article_id, format, source_name, text) VALUES (?1, ?2, ?3, ?4)",
    )?
    .execute((id.0, &document.format, &new.source_name, &document.text))?;
    field::put_all(conn, id, document)?;
    let mut furniture = conn.prepare_cached(
        "INSERT OR IGNORE INTO furniture (article_id, span_start, span_end, kind) VALUES (?1, ?2, ?3, ?4)",
    )?;
    for piece in &document.furniture {
        furniture.execute((id.0, piece.span.start, piece.span.end, piece.kind.id()))?;
    }
    let mut runs = conn.prepare_cached(
        "INSERT OR IGNORE INTO language_run (article_id, span_start, span_end, language, paragraphs) \
         VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    for run in &document.language_runs {
        runs.execute((id.0, run.span.start, run.span.end, run.language.code(), run.paragraphs))?;
    }
    put_dates(conn, id, &new.dates)?;
    let mut furniture = document.furniture.clone();
    furniture.sort_by_key(|piece| piece.span);
    search::put(conn, id, title, &document.text, &furniture, document.language.value, published.from)?;
    Ok(id)
}

pub(super) fn put_dates(conn: &Connection, article: ArticleId, dates: &[DateMention]) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "INSERT OR IGNORE INTO date_mention (article_id, span_start, span_end, words, value, anchor) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    for date in dates {
        let value = date.value.map(|value| value.to_string());
        statement.execute((
            article.0,
            date.span.start,
            date.span.end,
            &date.words,
            value,
            date.anchor.id(),
        ))?;
    }
    Ok(())
}

/// Keeps the bytes once, however many articles share them.
fn put_original(conn: &Connection, bytes: &[u8], sha256: &[u8; 32]) -> Result<i64> {
    let known = conn
        .prepare_cached("SELECT id FROM original WHERE sha256 = ?1")?
        .query_row([sha256], |row| row.get(0))
        .optional()?;
    if let Some(id) = known {
        return Ok(id);
    }
    let packed = zstd::encode_all(bytes, 3)
        .map_err(|error| Error::damaged(format!("packing an original: {error}")))?;
    conn.prepare_cached("INSERT INTO original (sha256, size, bytes) VALUES (?1, ?2, ?3)")?.execute((
        sha256,
        i64::try_from(bytes.len()).unwrap_or(i64::MAX),
        packed,
    ))?;
    Ok(conn.last_insert_rowid())
}
