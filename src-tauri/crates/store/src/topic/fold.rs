//! One topic goes up in another: what rests on it follows. What is foretold and what is done are the same plan.

use std::collections::HashMap;

use chancery_model::{ArticleId, CodingId, DecisionId, TopicId, Verdict};
use rusqlite::Connection;

use crate::{Reader, Result, Writer, row};

/// Whether the topic's own suggestions will be made by the other one too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Terms {
    /// Its terms follow: the other topic then stands for both.
    Follow,
    /// Its terms go: only what was decided follows.
    Go,
}

/// What becomes of what rests on a topic that goes up in another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fold {
    /// Decisions that become decisions on the other topic, and stay in force.
    pub follow: Vec<DecisionId>,
    /// Articles that become articles of the other topic by that, and were not decided on it.
    pub newly_tagged: Vec<ArticleId>,
    /// Decisions on the topic that end, because one on the other topic stands.
    pub yield_to: Vec<DecisionId>,
    /// Decisions on the other topic that end, because a later tag takes their place.
    pub replaced: Vec<DecisionId>,
    /// Rejections that end, because the other topic is suggested for its own reasons and not decided on.
    pub reopened: Vec<DecisionId>,
    /// Codings of passages that are coded with the other topic already: one is left of the two, with both memos.
    pub same_passage: Vec<(CodingId, CodingId)>,
    /// Codings that follow.
    pub codings: u64,
}

/// A decision in force.
struct Standing {
    id: DecisionId,
    verdict: Verdict,
}

impl Reader<'_> {
    /// What would become of what rests on `from` if it went up in `into`.
    ///
    /// An article that is about either is about both together, so a tag outweighs a rejection whichever came later, and of two
    /// tags or two rejections the later holds. Rejected on the one alone, an article stays rejected, since the terms that
    /// follow would only ask the same again; unless the other topic is suggested there for reasons of its own, or terms don't
    /// follow: nobody has judged that yet.
    ///
    /// # Errors
    /// `Damaged` where a row cannot be read.
    pub fn fold(&self, from: TopicId, into: TopicId, terms: Terms) -> Result<Fold> {
        self.within(|conn| {
            let others = standing(conn, into)?;
            let suggested = self.suggested_on(into)?;
            let mut fold = Fold::default();
            let mut own: Vec<(ArticleId, Standing)> = standing(conn, from)?.into_iter().collect();
            own.sort_by_key(|(article, _)| *article);
            for (article, own) in own {
                let Some(other) = others.get(&article) else {
                    if own.verdict.is_tag() {
                        fold.newly_tagged.push(article);
                        fold.follow.push(own.id);
                    } else if terms == Terms::Go || suggested.binary_search(&article).is_ok() {
                        fold.reopened.push(own.id);
                    } else {
                        fold.follow.push(own.id);
                    }
                    continue;
                };
                let wins = match (own.verdict.is_tag(), other.verdict.is_tag()) {
                    (true, false) => true,
                    (false, true) => false,
                    // Ids are given in the order of deciding. A rejection of a topic whose terms go says nothing of the other.
                    (tag, _) => own.id > other.id && (tag || terms == Terms::Follow),
                };
                if wins {
                    fold.follow.push(own.id);
                    fold.replaced.push(other.id);
                } else {
                    fold.yield_to.push(own.id);
                }
            }
            fold.same_passage = same_passages(conn, from, into)?;
            fold.codings = conn
                .prepare_cached("SELECT count(*) FROM coding WHERE topic_id = ?1")?
                .query_row([from.0], |row| row.get::<_, u64>(0))?;
            Ok(fold)
        })
    }
}

impl Writer<'_> {
    /// Does what [`Reader::fold`] foretells. Terms, places and links in notes are the caller's.
    ///
    /// # Errors
    /// `Sql`.
    pub fn carry_over(&self, from: TopicId, into: TopicId, fold: &Fold) -> Result<()> {
        self.within(|conn| {
            let mut end = conn.prepare_cached("UPDATE decision SET is_current = 0 WHERE id = ?1")?;
            for decision in fold.yield_to.iter().chain(&fold.replaced).chain(&fold.reopened) {
                end.execute([decision.0])?;
            }
            for (gone, left) in &fold.same_passage {
                conn.prepare_cached(
                    "UPDATE coding SET memo = coding.memo || CASE WHEN coding.memo = '' OR g.memo = '' THEN '' ELSE char(10) END || g.memo \
                     FROM coding g WHERE coding.id = ?2 AND g.id = ?1 AND g.memo <> coding.memo",
                )?
                .execute((gone.0, left.0))?;
                conn.prepare_cached("DELETE FROM coding WHERE id = ?1")?.execute([gone.0])?;
            }
            for table in ["decision", "coding"] {
                conn.prepare_cached(&format!("UPDATE {table} SET topic_id = ?2 WHERE topic_id = ?1"))?
                    .execute((from.0, into.0))?;
            }
            Ok(())
        })
    }
}

fn standing(conn: &Connection, topic: TopicId) -> Result<HashMap<ArticleId, Standing>> {
    let mut statement = conn.prepare_cached(
        "SELECT article_id, id, verdict FROM decision WHERE topic_id = ?1 AND is_current = 1",
    )?;
    let rows = statement.query_map([topic.0], |row| {
        let standing =
            Standing { id: DecisionId(row.get(1)?), verdict: row::word(row, 2, Verdict::from_id)? };
        Ok((ArticleId(row.get(0)?), standing))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn same_passages(conn: &Connection, from: TopicId, into: TopicId) -> Result<Vec<(CodingId, CodingId)>> {
    let mut statement = conn.prepare_cached(
        "SELECT f.id, min(i.id) FROM coding f JOIN coding i ON i.article_id = f.article_id AND i.span_start = f.span_start \
         AND i.span_end = f.span_end AND i.topic_id = ?2 WHERE f.topic_id = ?1 GROUP BY f.id ORDER BY f.id",
    )?;
    let rows =
        statement.query_map((from.0, into.0), |row| Ok((CodingId(row.get(0)?), CodingId(row.get(1)?))))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
