//! The codebook: topics as a tree, their terms, and what they were before.

mod change;
mod fold;
mod suggested;
mod version;

use std::collections::BTreeMap;

use chancery_model::{Language, Term, TermKind, Topic, TopicId, Uid};
use rusqlite::{Connection, OptionalExtension as _, Row};

use crate::{Error, Reader, Result, Writer, row};

pub use change::{TopicPlace, TopicUse};
pub use fold::{Fold, Terms};
pub(crate) use version::current as current_version;
pub use version::{DecidedUnder, TopicVersion};

/// A topic with its place in the file.
#[derive(Clone, Debug, PartialEq)]
pub struct TopicRow {
    /// Its id in this file.
    pub id: TopicId,
    /// Its id across files.
    pub uid: Uid,
    /// The topic above it.
    pub parent: Option<TopicId>,
    /// The topic with its terms.
    pub topic: Topic,
    /// Its place among all topics.
    pub position: u32,
    /// Index of its colour in the interface's palette.
    pub colour: u32,
}

/// How often a topic is used, without articles in the bin.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TopicCounts {
    /// Articles on which its suggestion was accepted.
    pub accepted: u64,
    /// Articles it was added to by hand.
    pub by_hand: u64,
    /// Articles it is suggested for and not decided on.
    pub suggested: u64,
    /// Articles it was rejected on.
    pub rejected: u64,
}

const COLUMNS: &str = "t.id, t.uid, t.parent_id, p.slug, t.slug, t.is_group, t.label_en, t.label_ru, t.label_be, \
     t.definition_en, t.definition_ru, t.definition_be, t.include_en, t.include_ru, t.include_be, \
     t.exclude_en, t.exclude_ru, t.exclude_be, t.threshold, t.position, t.colour";

impl Reader<'_> {
    /// All topics with their terms, in the codebook's order.
    ///
    /// # Errors
    /// `Damaged` where a row cannot be read.
    pub fn topics(&self) -> Result<Vec<TopicRow>> {
        self.within(|conn| {
            let sql = format!(
                "SELECT {COLUMNS} FROM topic t LEFT JOIN topic p ON p.id = t.parent_id ORDER BY t.position, t.id"
            );
            let mut statement = conn.prepare_cached(&sql)?;
            let mut rows = statement.query_map((), topic_row)?.collect::<rusqlite::Result<Vec<_>>>()?;
            let mut terms = terms(conn, None)?;
            for row in &mut rows {
                row.topic.terms = terms.remove(&row.id).unwrap_or_default();
            }
            Ok(rows)
        })
    }

    /// The topic of a slug.
    ///
    /// # Errors
    /// `NoSuch`.
    pub fn topic_of_slug(&self, slug: &str) -> Result<TopicId> {
        self.within(|conn| of_slug(conn, slug)?.ok_or_else(|| Error::no_such("topic", slug)))
    }

    /// How often each topic is used; topics not used are left out.
    ///
    /// # Errors
    /// `Sql`.
    pub fn topic_counts(&self) -> Result<BTreeMap<TopicId, TopicCounts>> {
        self.within(|conn| {
            let mut counts: BTreeMap<TopicId, TopicCounts> = BTreeMap::new();
            let mut statement = conn.prepare_cached(
                "SELECT d.topic_id, sum(d.verdict = 'accepted'), sum(d.verdict = 'rejected'), sum(d.verdict = 'by-hand') FROM decision d \
                 JOIN article a ON a.id = d.article_id WHERE d.is_current = 1 AND a.removed_by IS NULL GROUP BY 1",
            )?;
            let mut rows = statement.query(())?;
            while let Some(row) = rows.next()? {
                let entry = counts.entry(TopicId(row.get(0)?)).or_default();
                (entry.accepted, entry.rejected, entry.by_hand) = (row.get(1)?, row.get(2)?, row.get(3)?);
            }
            let waiting = crate::tag::WAITING;
            let mut statement = conn.prepare_cached(&format!(
                "SELECT s.topic_id, count(*) FROM suggestion s JOIN article a ON a.id = s.article_id \
                 WHERE a.removed_by IS NULL AND {waiting} GROUP BY 1"
            ))?;
            let mut rows = statement.query(())?;
            while let Some(row) = rows.next()? {
                counts.entry(TopicId(row.get(0)?)).or_default().suggested = row.get(1)?;
            }
            Ok(counts)
        })
    }
}

impl Writer<'_> {
    /// Adds a topic, or changes the one of its slug, with all its terms. Its parent must be there already.
    ///
    /// # Errors
    /// `NoSuch` where the parent is not in the codebook; `Refused` where the tree would close on itself.
    pub fn put_topic(&self, topic: &Topic, position: u32, colour: u32) -> Result<TopicId> {
        self.put_topic_as(None, topic, position, colour)
    }

    /// As [`Self::put_topic`]; a topic that is new has the id it had in another file.
    ///
    /// # Errors
    /// As [`Self::put_topic`].
    pub fn put_topic_as(
        &self,
        uid: Option<Uid>,
        topic: &Topic,
        position: u32,
        colour: u32,
    ) -> Result<TopicId> {
        self.within(|conn| {
            let parent = match &topic.parent {
                Some(slug) => Some(of_slug(conn, slug)?.ok_or_else(|| Error::no_such("topic", slug))?),
                None => None,
            };
            let known = of_slug(conn, &topic.slug)?;
            if let (Some(id), Some(parent)) = (known, parent)
                && lies_under(conn, parent, id)?
            {
                return Err(Error::refused("a topic cannot lie under itself"));
            }
            let before = known.map(|id| whole(conn, id)).transpose()?;
            let id = match known {
                Some(id) => id,
                None => {
                    conn.prepare_cached("INSERT INTO topic (uid, slug, label_en) VALUES (?1, ?2, '')")?
                        .execute((uid.unwrap_or_else(|| self.uid()).0, &topic.slug))?;
                    TopicId(conn.last_insert_rowid())
                }
            };
            let (label, definition) = (&topic.label, &topic.definition);
            let (include, exclude) = (&topic.include, &topic.exclude);
            conn.prepare_cached(
                "UPDATE topic SET parent_id = ?2, is_group = ?3, label_en = ?4, label_ru = ?5, label_be = ?6, \
                 definition_en = ?7, definition_ru = ?8, definition_be = ?9, include_en = ?10, include_ru = ?11, \
                 include_be = ?12, exclude_en = ?13, exclude_ru = ?14, exclude_be = ?15, threshold = ?16, position = ?17, \
                 colour = ?18 WHERE id = ?1",
            )?
            .execute(rusqlite::params![
                id.0,
                parent.map(|parent| parent.0),
                topic.group,
                label.en,
                label.ru,
                label.be,
                definition.en,
                definition.ru,
                definition.be,
                include.en,
                include.ru,
                include.be,
                exclude.en,
                exclude.ru,
                exclude.be,
                topic.threshold,
                position,
                colour,
            ])?;
            self.put_terms(conn, id, &topic.terms)?;
            if before.as_ref() != Some(topic) {
                self.keep_version(conn, id, before.as_ref(), topic)?;
            }
            Ok(id)
        })
    }

    fn put_terms(&self, conn: &Connection, topic: TopicId, terms: &[Term]) -> Result<()> {
        // Terms written anew get new ids, which would make an operation of a codebook saved unchanged.
        if self::terms(conn, Some(topic))?.remove(&topic).unwrap_or_default() == terms {
            return Ok(());
        }
        conn.prepare_cached("DELETE FROM term WHERE topic_id = ?1")?.execute([topic.0])?;
        let mut statement = conn.prepare_cached(
            "INSERT INTO term (uid, topic_id, language, text, kind, weight, facet, position) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?;
        for (position, term) in terms.iter().enumerate() {
            statement.execute((
                self.uid().0,
                topic.0,
                term.language.code(),
                &term.text,
                term.kind.id(),
                term.weight,
                &term.facet,
                i64::try_from(position).unwrap_or(i64::MAX),
            ))?;
        }
        Ok(())
    }
}

pub(crate) fn of_slug(conn: &Connection, slug: &str) -> Result<Option<TopicId>> {
    Ok(conn
        .prepare_cached("SELECT id FROM topic WHERE slug = ?1")?
        .query_row([slug], |row| row.get(0).map(TopicId))
        .optional()?)
}

/// A topic with its terms.
fn whole(conn: &Connection, id: TopicId) -> Result<Topic> {
    let sql =
        format!("SELECT {COLUMNS} FROM topic t LEFT JOIN topic p ON p.id = t.parent_id WHERE t.id = ?1");
    let row = conn.prepare_cached(&sql)?.query_row([id.0], topic_row).optional()?;
    let mut topic = row.ok_or_else(|| Error::no_such("topic", id))?.topic;
    topic.terms = terms(conn, Some(id))?.remove(&id).unwrap_or_default();
    Ok(topic)
}

/// Whether `topic` is `above`, or lies somewhere under it.
fn lies_under(conn: &Connection, topic: TopicId, above: TopicId) -> Result<bool> {
    Ok(conn
        .prepare_cached(
            "WITH RECURSIVE up (id) AS (SELECT ?1 UNION SELECT t.parent_id FROM topic t JOIN up ON t.id = up.id \
             WHERE t.parent_id IS NOT NULL) SELECT 1 FROM up WHERE id = ?2",
        )?
        .exists((topic.0, above.0))?)
}

/// The terms of one topic, or of all.
fn terms(conn: &Connection, of: Option<TopicId>) -> Result<BTreeMap<TopicId, Vec<Term>>> {
    let which = if of.is_some() { "WHERE topic_id = ?1" } else { "WHERE ?1 IS NULL" };
    let mut statement = conn.prepare_cached(&format!(
        "SELECT topic_id, language, text, kind, weight, facet FROM term {which} ORDER BY topic_id, position",
    ))?;
    let mut terms: BTreeMap<TopicId, Vec<Term>> = BTreeMap::new();
    let mut rows = statement.query([of.map(|topic| topic.0)])?;
    while let Some(row) = rows.next()? {
        terms.entry(TopicId(row.get(0)?)).or_default().push(Term {
            language: row::word(row, 1, Language::from_code)?,
            text: row.get(2)?,
            kind: row::word(row, 3, TermKind::from_id)?,
            weight: row.get(4)?,
            facet: row.get(5)?,
        });
    }
    Ok(terms)
}

fn topic_row(row: &Row<'_>) -> rusqlite::Result<TopicRow> {
    Ok(TopicRow {
        id: TopicId(row.get(0)?),
        uid: row::uid(row, 1)?,
        parent: row.get::<_, Option<i64>>(2)?.map(TopicId),
        topic: Topic {
            parent: row.get(3)?,
            slug: row.get(4)?,
            group: row.get(5)?,
            label: row::in_languages(row, 6)?,
            definition: row::in_languages(row, 9)?,
            include: row::in_languages(row, 12)?,
            exclude: row::in_languages(row, 15)?,
            threshold: row.get(18)?,
            terms: Vec::new(),
        },
        position: row.get(19)?,
        colour: row.get(20)?,
    })
}

#[cfg(test)]
mod tests;
