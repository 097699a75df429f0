//! Articles: the narrow row for lists, and everything about one of them.

mod again;
mod bin;
mod field;
mod languages;
mod list;
mod published;
mod ready;
mod selection;
#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;

use std::collections::BTreeMap;

use chancery_model::{
    ArticleId, Confidence, DateAnchor, DateMention, Edtf, Furniture, FurnitureKind, Language, LanguageRun,
    OperationId, OriginalId, OutletId, Published, TopicId, Uid, Zone,
};
use rusqlite::{Connection, OptionalExtension as _, Row};

pub use again::ReadAnew;
pub(crate) use again::forget_derived;
pub use bin::EmptiedBin;
pub use field::{ArticleFields, Correction, FieldName};
pub(crate) use field::{machine_date, redate};
#[cfg(test)]
pub(crate) use list::facets;
pub use list::{ArticleFilter, ArticlePage, ArticleSort, Facets, Review, Total};
pub(crate) use list::{list_page, rows_of};
pub use published::PublishedCount;
pub use ready::{NewArticle, ReadyArticle, Stored};
pub(crate) use selection::{Selection, beside_the_query};

use crate::{Deriver, Error, Moment, Reader, Result, json, kept, row};

/// An article as lists show it.
#[derive(Clone, Debug, PartialEq)]
pub struct ArticleRow {
    /// Its id in this file.
    pub id: ArticleId,
    /// Its title; may be empty.
    pub title: String,
    /// Who published it, with the name; `None` where unknown.
    pub outlet: Option<(OutletId, String)>,
    /// When; `None` where unknown.
    pub published: Option<Published>,
    /// How sure the publication date is.
    pub confidence: Confidence,
    /// Its language; `None` where unknown.
    pub language: Option<Language>,
    /// Whether its date or title needs a person's look.
    pub needs_a_look: bool,
    /// When it was imported.
    pub captured_at: Moment,
    /// Whether it is in the bin.
    pub in_bin: bool,
    /// The earliest article that tells the same, maybe itself; `None` where it stands alone.
    pub story: Option<ArticleId>,
    /// How many other articles tell the same.
    pub copies: u64,
    /// Its tags: topics accepted or added by hand, by the codebook's order.
    pub tags: Vec<TopicId>,
    /// Topics suggested and not decided on, best first.
    pub suggested: Vec<TopicId>,
}

impl ArticleRow {
    /// Whether an earlier article tells the same.
    #[must_use]
    pub fn is_copy(&self) -> bool {
        self.story.is_some_and(|story| story != self.id)
    }
}

/// The bytes an article came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Original {
    /// Its id in this file.
    pub id: OriginalId,
    /// SHA-256 of the bytes.
    pub sha256: [u8; 32],
    /// How many bytes.
    pub size: u64,
}

/// Everything about one article but its tags' reasons, evidence and notes, which have calls of their own.
#[derive(Clone, Debug, PartialEq)]
pub struct ArticleDetail {
    /// The row lists show.
    pub row: ArticleRow,
    /// Its id across files.
    pub uid: Uid,
    /// Its normalised text.
    pub text: String,
    /// Spans of the text that are no part of the article, in order.
    pub furniture: Vec<Furniture>,
    /// Its paragraphs in other languages than its own, in order; `None` where they were never read.
    pub language_runs: Option<Vec<LanguageRun>>,
    /// Dates named in the text, in order.
    pub dates: Vec<DateMention>,
    /// Its fields with basis and alternatives.
    pub fields: ArticleFields,
    /// Fields the analyst set.
    pub by_analyst: Vec<FieldName>,
    /// Id of the format it was read as.
    pub format: String,
    /// Name of the file it came from; may be empty.
    pub source_name: String,
    /// The bytes it came from.
    pub original: Original,
    /// The import that brought it.
    pub imported_by: OperationId,
    /// The operation that put it into the bin.
    pub removed_by: Option<OperationId>,
}

/// What rules and models read of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Readable {
    /// The article.
    pub id: ArticleId,
    /// Its title; may be empty.
    pub title: String,
    /// Its text.
    pub text: String,
    /// What of the text to skip, in order.
    pub furniture: Vec<Furniture>,
    /// Its language; `None` where unknown.
    pub language: Option<Language>,
}

impl Reader<'_> {
    /// One article.
    ///
    /// # Errors
    /// `NoSuch` where there is none of that id; `Damaged`.
    pub fn article(&self, id: ArticleId) -> Result<ArticleDetail> {
        self.within(|conn| detail(conn, id))
    }

    /// The rows of some articles, in the order of their ids as given; absent ones are left out.
    ///
    /// # Errors
    /// `Damaged` where a row cannot be read.
    pub fn article_rows(&self, ids: &[ArticleId]) -> Result<Vec<ArticleRow>> {
        self.within(|conn| list::rows_of(conn, ids))
    }

    /// What is read of an article: title, text, furniture, language.
    ///
    /// # Errors
    /// `NoSuch` where there is none of that id; `Damaged`.
    pub fn readable(&self, id: ArticleId) -> Result<Readable> {
        self.within(|conn| readable(conn, id)?.ok_or_else(|| Error::no_such("article", id)))
    }

    /// Ids of articles after `after`, at most `limit`, without those in the bin: for walking over all of them in batches.
    ///
    /// # Errors
    /// `Sql` where SQLite refuses.
    pub fn article_ids(&self, after: Option<ArticleId>, limit: u32) -> Result<Vec<ArticleId>> {
        self.within(|conn| {
            let mut statement = conn.prepare_cached(
                "SELECT id FROM article WHERE id > ?1 AND removed_by IS NULL ORDER BY id LIMIT ?2",
            )?;
            let ids =
                statement.query_map((after.map_or(0, |id| id.0), limit), |row| row.get(0).map(ArticleId))?;
            Ok(ids.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// Ids of articles from the `from`th on, newest first and undated ones last, without those in the bin.
    ///
    /// # Errors
    /// `Sql` where SQLite refuses.
    pub fn newest_ids(&self, from: u32, limit: u32) -> Result<Vec<ArticleId>> {
        self.within(|conn| {
            let mut statement = conn.prepare_cached(
                "SELECT id FROM article WHERE removed_by IS NULL ORDER BY published_from DESC, id DESC LIMIT ?2 OFFSET ?1",
            )?;
            let ids = statement.query_map((from, limit), |row| row.get(0).map(ArticleId))?;
            Ok(ids.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// The article of a UUID.
    ///
    /// # Errors
    /// `NoSuch` where there is none.
    pub fn article_of_uid(&self, uid: Uid) -> Result<ArticleId> {
        self.within(|conn| {
            conn.prepare_cached("SELECT id FROM article WHERE uid = ?1")?
                .query_row([uid.0], |row| row.get(0).map(ArticleId))
                .optional()?
                .ok_or_else(|| Error::no_such("article", uid))
        })
    }

    /// The original of an article, byte for byte, with the name of the file it came from.
    ///
    /// # Errors
    /// `NoSuch`; `Damaged` where the bytes are not those that were stored.
    pub fn original(&self, article: ArticleId) -> Result<(String, Vec<u8>)> {
        self.within(|conn| {
            let (name, packed, sha): (String, Vec<u8>, [u8; 32]) = conn
                .prepare_cached(
                    "SELECT t.source_name, o.bytes, o.sha256 FROM article a \
                     JOIN original o ON o.id = a.original_id JOIN article_text t ON t.article_id = a.id WHERE a.id = ?1",
                )?
                .query_row([article.0], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
                .optional()?
                .ok_or_else(|| Error::no_such("article", article))?;
            Ok((name, unpack_original(&packed, &sha)?))
        })
    }
}

impl Deriver<'_> {
    /// Replaces the dates found in an article's text.
    ///
    /// # Errors
    /// `NoSuch` where there is no such article.
    pub fn set_date_mentions(&self, article: ArticleId, dates: &[DateMention]) -> Result<()> {
        self.within(|conn| {
            conn.prepare_cached("DELETE FROM date_mentions WHERE article_id = ?1")?.execute([article.0])?;
            match dates {
                [] => Ok(()),
                dates => ready::put_dates(conn, article, &kept::dates_to_json(dates)),
            }
        })
    }
}

/// Unpacks an original and checks that it is what was stored.
pub(crate) fn unpack_original(packed: &[u8], sha256: &[u8; 32]) -> Result<Vec<u8>> {
    use sha2::Digest as _;
    let bytes = zstd::decode_all(packed).map_err(|error| Error::damaged(format!("an original: {error}")))?;
    if sha2::Sha256::digest(&bytes).as_slice() != sha256 {
        return Err(Error::damaged("an original is not the bytes that were imported"));
    }
    Ok(bytes)
}

/// Whether the article is there, in the bin or not.
pub(crate) fn must_exist(conn: &Connection, id: ArticleId) -> Result<()> {
    let found = conn.prepare_cached("SELECT 1 FROM article WHERE id = ?1")?.exists([id.0])?;
    if found { Ok(()) } else { Err(Error::no_such("article", id)) }
}

fn detail(conn: &Connection, id: ArticleId) -> Result<ArticleDetail> {
    let row = list::rows_of(conn, &[id])?.pop().ok_or_else(|| Error::no_such("article", id))?;
    let (fields, by_analyst) = field::read(conn, id)?;
    let furniture = furniture(conn, id)?;
    let language_runs = languages::of(conn, id, row.language)?;
    let dates = date_mentions(conn, id)?;
    let mut statement = conn.prepare_cached(
        "SELECT a.uid, t.text, t.format, t.source_name, o.id, o.sha256, o.size, a.imported_by, a.removed_by \
         FROM article a JOIN article_text t ON t.article_id = a.id JOIN original o ON o.id = a.original_id WHERE a.id = ?1",
    )?;
    Ok(statement.query_row([id.0], |found| {
        Ok(ArticleDetail {
            row,
            uid: row::uid(found, 0)?,
            text: found.get(1)?,
            furniture,
            language_runs,
            dates,
            fields,
            by_analyst,
            format: found.get(2)?,
            source_name: found.get(3)?,
            original: Original { id: OriginalId(found.get(4)?), sha256: found.get(5)?, size: found.get(6)? },
            imported_by: OperationId(found.get(7)?),
            removed_by: found.get::<_, Option<i64>>(8)?.map(OperationId),
        })
    })?)
}

/// The dates named in an article, in order.
pub(crate) fn date_mentions(conn: &Connection, id: ArticleId) -> Result<Vec<DateMention>> {
    let kept: Option<String> = conn
        .prepare_cached("SELECT dates FROM date_mentions WHERE article_id = ?1")?
        .query_row([id.0], |row| row.get(0))
        .optional()?;
    let Some(kept) = kept else { return Ok(Vec::new()) };
    kept::dates_from_json(&kept).ok_or_else(|| Error::damaged(format!("the dates of article {id}")))
}

/// Title, text, furniture and language of an article; `None` where there is none.
pub(crate) fn readable(conn: &Connection, id: ArticleId) -> Result<Option<Readable>> {
    let found = conn
        .prepare_cached(
            "SELECT a.title, t.text, a.language FROM article a JOIN article_text t ON t.article_id = a.id WHERE a.id = ?1",
        )?
        .query_row([id.0], |row| Ok((row.get(0)?, row.get(1)?, row::language(row, 2)?)))
        .optional()?;
    let Some((title, text, language)) = found else { return Ok(None) };
    Ok(Some(Readable { id, title, text, furniture: furniture(conn, id)?, language }))
}

/// Reads the texts of rows that are known already, one after the other.
pub(crate) struct TextsOfRows<'c> {
    text: rusqlite::CachedStatement<'c>,
    furniture: BTreeMap<i64, Vec<Furniture>>,
}

impl<'c> TextsOfRows<'c> {
    pub(crate) fn of(conn: &'c Connection, rows: &[ArticleRow]) -> Result<Self> {
        let mut statement = conn.prepare_cached(
            "SELECT span_start, span_end, kind, article_id FROM furniture \
             WHERE article_id IN (SELECT value FROM json_each(?1)) ORDER BY article_id, span_start",
        )?;
        let list = row::id_list(rows.iter().map(|row| row.id.0));
        let mut furniture: BTreeMap<i64, Vec<Furniture>> = BTreeMap::new();
        for piece in statement.query_map([list], |row| Ok((row.get(3)?, furniture_piece(row)?)))? {
            let (article, piece) = piece?;
            furniture.entry(article).or_default().push(piece);
        }
        Ok(Self {
            text: conn.prepare_cached("SELECT text FROM article_text WHERE article_id = ?1")?,
            furniture,
        })
    }

    /// `None` where its text is gone.
    pub(crate) fn read(&mut self, row: &ArticleRow) -> Result<Option<Readable>> {
        let id = row.id;
        let text = self.text.query_row([id.0], |row| row.get(0)).optional()?;
        let furniture = self.furniture.remove(&id.0).unwrap_or_default();
        let (title, language) = (row.title.clone(), row.language);
        Ok(text.map(|text| Readable { id, title, text, furniture, language }))
    }
}

fn furniture(conn: &Connection, id: ArticleId) -> Result<Vec<Furniture>> {
    let mut statement = conn.prepare_cached(
        "SELECT span_start, span_end, kind FROM furniture WHERE article_id = ?1 ORDER BY span_start",
    )?;
    let pieces = statement.query_map([id.0], furniture_piece)?;
    Ok(pieces.collect::<rusqlite::Result<_>>()?)
}

fn furniture_piece(row: &Row<'_>) -> rusqlite::Result<Furniture> {
    Ok(Furniture { span: row::span(row, 0)?, kind: row::word(row, 2, FurnitureKind::from_id)? })
}

pub(crate) fn date_anchor(id: &str) -> Option<DateAnchor> {
    [DateAnchor::Stated, DateAnchor::Published, DateAnchor::Dateline, DateAnchor::Text]
        .into_iter()
        .find(|anchor| anchor.id() == id)
}

/// The publication date from the columns date, time, zone.
pub(crate) fn published(row: &Row<'_>, index: usize) -> rusqlite::Result<Option<Published>> {
    let date: Option<Edtf> = row::edtf(row, index)?;
    let time = row::word_or_none(row, index + 1, json::clock_time)?;
    let zone = row.get::<_, Option<i16>>(index + 2)?.map(Zone);
    Ok(date.map(|date| Published { date, time, zone }))
}
