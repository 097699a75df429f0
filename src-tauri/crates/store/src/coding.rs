//! Codings: passages an analyst put under a topic by hand, with a memo each. They may overlap, and several may share a passage.

use std::collections::BTreeMap;

use chancery_model::{Anchor, ArticleId, CodePoints, CodingId, TopicId, Uid};
use rusqlite::{Connection, OptionalExtension as _, Row};

use crate::{Error, Moment, Reader, Result, Writer, access::one_row, article, row};

/// A coding as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coding {
    /// In which article.
    pub article: ArticleId,
    /// Under which topic.
    pub topic: TopicId,
    /// Which passage.
    pub anchor: Anchor,
    /// What the analyst says of it; may be empty.
    pub memo: String,
}

/// A coding with its place in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodingRow {
    /// Its id in this file.
    pub id: CodingId,
    /// Its id across files.
    pub uid: Uid,
    /// The coding.
    pub coding: Coding,
    /// When it was made.
    pub at: Moment,
}

const SELECT: &str = "SELECT c.id, c.uid, c.article_id, c.topic_id, c.span_start, c.span_end, c.exact, c.prefix, c.suffix, \
     c.memo, c.created_at FROM coding c JOIN article a ON a.id = c.article_id";

impl Reader<'_> {
    /// All codings of articles that are not in the bin, by article, in the order of its text.
    ///
    /// # Errors
    /// `Damaged` where a row cannot be read.
    pub fn codings(&self) -> Result<Vec<CodingRow>> {
        self.codings_where(
            "WHERE a.removed_by IS NULL ORDER BY c.article_id, c.span_start, c.span_end, c.id",
            (),
        )
    }

    /// The codings of an article, in the order of its text.
    ///
    /// # Errors
    /// `Damaged` where a row cannot be read.
    pub fn codings_in_article(&self, id: ArticleId) -> Result<Vec<CodingRow>> {
        self.codings_where("WHERE c.article_id = ?1 ORDER BY c.span_start, c.span_end, c.id", [id.0])
    }

    /// A part of the codings of a topic, those of the newest article first; without articles in the bin.
    ///
    /// # Errors
    /// `Damaged` where a row cannot be read.
    pub fn codings_of_topic(&self, id: TopicId, offset: u64, limit: u32) -> Result<Vec<CodingRow>> {
        let offset = i64::try_from(offset).unwrap_or(i64::MAX);
        self.codings_where(
            "WHERE c.topic_id = ?1 AND a.removed_by IS NULL ORDER BY a.published_from DESC NULLS LAST, a.id DESC, \
             c.span_start, c.span_end, c.id LIMIT ?2 OFFSET ?3",
            (id.0, limit, offset),
        )
    }

    /// How many codings each topic has, without articles in the bin; topics without any are left out.
    ///
    /// # Errors
    /// `Sql`.
    pub fn coding_counts(&self) -> Result<BTreeMap<TopicId, u64>> {
        self.within(|conn| {
            let mut statement = conn.prepare_cached(
                "SELECT c.topic_id, count(*) FROM coding c JOIN article a ON a.id = c.article_id \
                 WHERE a.removed_by IS NULL GROUP BY 1",
            )?;
            let rows = statement.query_map((), |row| Ok((TopicId(row.get(0)?), row.get(1)?)))?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// One coding.
    ///
    /// # Errors
    /// `NoSuch`.
    pub fn coding(&self, id: CodingId) -> Result<CodingRow> {
        self.codings_where("WHERE c.id = ?1", [id.0])?
            .pop()
            .ok_or_else(|| Error::no_such("coding", id).at(self.path()))
    }

    fn codings_where(&self, rest: &str, params: impl rusqlite::Params) -> Result<Vec<CodingRow>> {
        self.within(|conn| {
            let mut statement = conn.prepare_cached(&format!("{SELECT} {rest}"))?;
            let rows = statement.query_map(params, coding_row)?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }
}

impl Writer<'_> {
    /// Codes a passage. One that has this topic already keeps its coding, which takes the memo where it has none.
    ///
    /// # Errors
    /// `NoSuch`; `Refused` where the article does not have these words at this place.
    pub fn add_coding(&self, coding: &Coding) -> Result<CodingId> {
        self.add_coding_as(None, coding)
    }

    /// As [`Self::add_coding`]; a coding that is new has the id it had in another file, unless it is taken here.
    ///
    /// # Errors
    /// As [`Self::add_coding`].
    pub fn add_coding_as(&self, uid: Option<Uid>, coding: &Coding) -> Result<CodingId> {
        self.within(|conn| {
            must_stand(conn, coding)?;
            if let Some(known) = same(conn, coding)? {
                conn.prepare_cached("UPDATE coding SET memo = ?2 WHERE id = ?1 AND memo = ''")?
                    .execute((known.0, &coding.memo))?;
                return Ok(known);
            }
            let taken = |uid: &Uid| -> Result<bool> {
                Ok(conn.prepare_cached("SELECT 1 FROM coding WHERE uid = ?1")?.exists([uid.0])?)
            };
            let uid = match uid {
                Some(uid) if !taken(&uid)? => uid,
                _ => self.uid(),
            };
            let anchor = &coding.anchor;
            conn.prepare_cached(
                "INSERT INTO coding (uid, article_id, topic_id, span_start, span_end, exact, prefix, suffix, memo, created_at) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            )?
            .execute((
                uid.0,
                coding.article.0,
                coding.topic.0,
                anchor.span.start,
                anchor.span.end,
                &anchor.exact,
                &anchor.prefix,
                &anchor.suffix,
                &coding.memo,
                self.at().0,
            ))?;
            Ok(CodingId(conn.last_insert_rowid()))
        })
    }

    /// Changes topic, passage or memo of a coding; its article stays.
    ///
    /// # Errors
    /// `NoSuch`; `Refused` where the article does not have these words at this place, or another coding is just so.
    pub fn edit_coding(&self, id: CodingId, topic: TopicId, anchor: &Anchor, memo: &str) -> Result<()> {
        let article = self.coding(id)?.coding.article;
        self.within(|conn| {
            let coding = Coding { article, topic, anchor: anchor.clone(), memo: memo.to_owned() };
            must_stand(conn, &coding)?;
            if same(conn, &coding)?.is_some_and(|other| other != id) {
                return Err(Error::refused("this passage has this topic already"));
            }
            let touched = conn
                .prepare_cached(
                    "UPDATE coding SET topic_id = ?2, span_start = ?3, span_end = ?4, exact = ?5, prefix = ?6, \
                     suffix = ?7, memo = ?8 WHERE id = ?1",
                )?
                .execute((
                    id.0,
                    topic.0,
                    anchor.span.start,
                    anchor.span.end,
                    &anchor.exact,
                    &anchor.prefix,
                    &anchor.suffix,
                    memo,
                ))?;
            one_row(touched, "coding", id)
        })
    }

    /// Takes a coding away.
    ///
    /// # Errors
    /// `NoSuch`.
    pub fn remove_coding(&self, id: CodingId) -> Result<()> {
        self.within(|conn| {
            let touched = conn.prepare_cached("DELETE FROM coding WHERE id = ?1")?.execute([id.0])?;
            one_row(touched, "coding", id)
        })
    }
}

/// Topic and article are there, and the words stand where the anchor says.
fn must_stand(conn: &Connection, coding: &Coding) -> Result<()> {
    if !conn.prepare_cached("SELECT 1 FROM topic WHERE id = ?1")?.exists([coding.topic.0])? {
        return Err(Error::no_such("topic", coding.topic));
    }
    let read =
        article::readable(conn, coding.article)?.ok_or_else(|| Error::no_such("article", coding.article))?;
    let anchor = &coding.anchor;
    if anchor.span.is_empty() || CodePoints::new(&read.text).slice(anchor.span) != Some(anchor.exact.as_str())
    {
        return Err(Error::refused("the passage is not in the article at this place"));
    }
    Ok(())
}

fn same(conn: &Connection, coding: &Coding) -> Result<Option<CodingId>> {
    let span = coding.anchor.span;
    Ok(conn
        .prepare_cached(
            "SELECT id FROM coding WHERE article_id = ?1 AND span_start = ?2 AND span_end = ?3 AND topic_id = ?4 \
             ORDER BY id",
        )?
        .query_row((coding.article.0, span.start, span.end, coding.topic.0), |row| row.get(0).map(CodingId))
        .optional()?)
}

fn coding_row(row: &Row<'_>) -> rusqlite::Result<CodingRow> {
    Ok(CodingRow {
        id: CodingId(row.get(0)?),
        uid: row::uid(row, 1)?,
        coding: Coding {
            article: ArticleId(row.get(2)?),
            topic: TopicId(row.get(3)?),
            anchor: row::anchor(row, 4)?,
            memo: row.get(9)?,
        },
        at: Moment(row.get(10)?),
    })
}
