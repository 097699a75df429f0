//! Changes of the tree: places, removing, and handing over what rests on a topic.

use chancery_model::{ArticleId, TopicId, Verdict};
use rusqlite::Connection;

use super::whole;
use crate::access::one_row;
use crate::{Error, Reader, Result, Writer, row};

/// Where a topic stands, and its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TopicPlace {
    /// The topic.
    pub topic: TopicId,
    /// The topic above it.
    pub parent: Option<TopicId>,
    /// Its place among all topics.
    pub position: u32,
    /// Index of its colour.
    pub colour: u32,
}

/// What rests on a topic; articles in the bin count, for they may come back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TopicUse {
    /// Articles it is a tag of.
    pub tags: u64,
    /// Articles it was rejected on.
    pub rejected: u64,
    /// Decisions that are no longer in force.
    pub history: u64,
    /// Passages coded with it.
    pub codings: u64,
    /// Notes that link to it.
    pub notes: u64,
    /// Topics right under it.
    pub children: u64,
}

impl Reader<'_> {
    /// What rests on a topic.
    ///
    /// # Errors
    /// `Sql`.
    pub fn topic_use(&self, topic: TopicId) -> Result<TopicUse> {
        self.within(|conn| {
            let sql = "SELECT \
                 (SELECT count(*) FROM decision WHERE topic_id = ?1 AND is_current = 1 AND verdict IN ('accepted', 'by-hand')), \
                 (SELECT count(*) FROM decision WHERE topic_id = ?1 AND is_current = 1 AND verdict = 'rejected'), \
                 (SELECT count(*) FROM decision WHERE topic_id = ?1 AND is_current = 0), \
                 (SELECT count(*) FROM coding WHERE topic_id = ?1), \
                 (SELECT count(DISTINCT note_id) FROM note_link WHERE topic_id = ?1), \
                 (SELECT count(*) FROM topic WHERE parent_id = ?1)";
            Ok(conn.prepare_cached(sql)?.query_row([topic.0], |row| {
                Ok(TopicUse {
                    tags: row.get(0)?,
                    rejected: row.get(1)?,
                    history: row.get(2)?,
                    codings: row.get(3)?,
                    notes: row.get(4)?,
                    children: row.get(5)?,
                })
            })?)
        })
    }
}

impl Reader<'_> {
    /// Articles on which something rests on a topic: the decision in force and how many passages are coded; those in the bin,
    /// too.
    ///
    /// # Errors
    /// `Damaged` where a row cannot be read.
    pub fn rests_on(&self, topic: TopicId) -> Result<Vec<(ArticleId, Option<Verdict>, u64)>> {
        self.within(|conn| {
            let mut statement = conn.prepare_cached(
                "SELECT a.id, d.verdict, (SELECT count(*) FROM coding c WHERE c.article_id = a.id AND c.topic_id = ?1) \
                 FROM article a LEFT JOIN decision d ON d.article_id = a.id AND d.topic_id = ?1 AND d.is_current = 1 \
                 WHERE a.id IN (SELECT article_id FROM decision WHERE topic_id = ?1 AND is_current = 1 \
                 UNION SELECT article_id FROM coding WHERE topic_id = ?1) ORDER BY a.id",
            )?;
            let rows = statement.query_map([topic.0], |row| {
                Ok((
                    ArticleId(row.get(0)?),
                    row::word_or_none(row, 1, Verdict::from_id)?,
                    row.get(2)?,
                ))
            })?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }
}

impl Writer<'_> {
    /// Puts topics where they shall stand. Another parent is a new version of the topic; another place or colour is none.
    ///
    /// # Errors
    /// `NoSuch`; `Refused` where the tree would close on itself.
    pub fn place_topics(&self, places: &[TopicPlace]) -> Result<()> {
        self.within(|conn| {
            for place in places {
                let before = whole(conn, place.topic)?;
                conn.prepare_cached(
                    "UPDATE topic SET parent_id = ?2, position = ?3, colour = ?4 WHERE id = ?1",
                )?
                .execute((
                    place.topic.0,
                    place.parent.map(|parent| parent.0),
                    place.position,
                    place.colour,
                ))?;
                let now = whole(conn, place.topic)?;
                if now != before {
                    self.keep_version(conn, place.topic, Some(&before), &now)?;
                }
            }
            // Only once all stand where they shall: on the way there two may have changed places.
            for place in places {
                if let Some(parent) = place.parent
                    && super::lies_under(conn, parent, place.topic)?
                {
                    return Err(Error::refused("a topic cannot lie under itself"));
                }
            }
            Ok(())
        })
    }

    /// Hands the decisions and codings of some articles over to a topic that has none there.
    ///
    /// # Errors
    /// `Sql` where the other topic is decided on one of them.
    pub fn hand_over(&self, from: TopicId, to: TopicId, articles: &[ArticleId]) -> Result<()> {
        self.within(|conn| {
            for table in ["decision", "coding"] {
                let sql = format!("UPDATE {table} SET topic_id = ?2 WHERE topic_id = ?1 AND article_id = ?3");
                let mut statement = conn.prepare_cached(&sql)?;
                for article in articles {
                    statement.execute((from.0, to.0, article.0))?;
                }
            }
            Ok(())
        })
    }

    /// Removes a topic with its terms and with the decisions on it. What lies under it must lie elsewhere by now, and no
    /// passage may be coded with it.
    ///
    /// # Errors
    /// `NoSuch`; `Refused` where something still rests on it.
    pub fn remove_topic(&self, topic: TopicId) -> Result<()> {
        let rests = self.topic_use(topic)?;
        if rests.codings + rests.children + rests.notes > 0 {
            return Err(Error::refused("passages, notes or other topics still rest on the topic"));
        }
        self.within(|conn| {
            delete_rows(conn, topic)?;
            let touched = conn.prepare_cached("DELETE FROM topic WHERE id = ?1")?.execute([topic.0])?;
            one_row(touched, "topic", topic)
        })
    }
}

fn delete_rows(conn: &Connection, topic: TopicId) -> Result<()> {
    conn.prepare_cached("DELETE FROM decision WHERE topic_id = ?1")?.execute([topic.0])?;
    conn.prepare_cached("DELETE FROM term WHERE topic_id = ?1")?.execute([topic.0])?;
    Ok(())
}
