//! Suggestions that wait for a review, topics taken for each other, and the sample by which is estimated what is missed.

use std::collections::BTreeMap;

use chancery_model::{ArticleId, DecisionId, TopicId};
use rusqlite::OptionalExtension as _;

use crate::{Deriver, Moment, Reader, Result, article, tag};

/// A suggestion nobody decided on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Waiting {
    /// The article.
    pub article: ArticleId,
    /// The topic.
    pub topic: TopicId,
    /// What it is suggested by, 0–1.
    pub score: f64,
    /// Whether an earlier article tells the same.
    pub is_copy: bool,
    /// When it was put off, if it was.
    pub skipped_at: Option<Moment>,
}

/// How often a topic and another one were taken for each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Confused {
    /// Articles that have the other as a tag and on which the topic was rejected.
    pub other_instead: u64,
    /// Articles that have the topic as a tag and on which the other was rejected.
    pub instead_of_other: u64,
}

/// A random sample of the articles on which nobody had decided a topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample {
    /// What the draw follows from.
    pub seed: i64,
    /// Of how many articles it is drawn.
    pub frame: u64,
    /// The last of them.
    pub last_article: ArticleId,
    /// The last decision made before.
    pub last_decision: DecisionId,
    /// The articles drawn, in the order of the draw; those in the bin are left out when it is read.
    pub drawn: Vec<ArticleId>,
}

impl Reader<'_> {
    /// The suggestions that wait, of one topic or of all.
    ///
    /// # Errors
    /// `Sql` where SQLite refuses.
    pub fn waiting(&self, topic: Option<TopicId>) -> Result<Vec<Waiting>> {
        self.within(|conn| {
            let (waiting, which) =
                (tag::WAITING, if topic.is_some() { "s.topic_id = ?1" } else { "?1 IS NULL" });
            let mut statement = conn.prepare_cached(&format!(
                "SELECT s.article_id, s.topic_id, s.score, a.story_id IS NOT NULL AND a.story_id != a.id, k.skipped_at \
                 FROM suggestion s JOIN article a ON a.id = s.article_id \
                 LEFT JOIN review_skip k ON k.article_id = s.article_id AND k.topic_id = s.topic_id \
                 WHERE a.removed_by IS NULL AND {which} AND {waiting}"
            ))?;
            let rows = statement.query_map([topic.map(|topic| topic.0)], |row| {
                Ok(Waiting {
                    article: ArticleId(row.get(0)?),
                    topic: TopicId(row.get(1)?),
                    score: row.get(2)?,
                    is_copy: row.get(3)?,
                    skipped_at: row.get::<_, Option<i64>>(4)?.map(Moment),
                })
            })?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// The topics that were accepted where this one was rejected, and the other way round.
    ///
    /// # Errors
    /// `Sql` where SQLite refuses.
    pub fn confused(&self, topic: TopicId) -> Result<BTreeMap<TopicId, Confused>> {
        self.within(|conn| {
            let mut statement = conn.prepare_cached(
                "SELECT o.topic_id, sum(d.verdict = 'rejected'), sum(d.verdict != 'rejected') FROM decision d \
                 JOIN decision o ON o.article_id = d.article_id AND o.topic_id != d.topic_id AND o.is_current = 1 \
                 JOIN article a ON a.id = d.article_id WHERE d.topic_id = ?1 AND d.is_current = 1 AND a.removed_by IS NULL \
                 AND (d.verdict = 'rejected') != (o.verdict = 'rejected') GROUP BY 1",
            )?;
            let rows = statement.query_map([topic.0], |row| {
                let confused = Confused { other_instead: row.get(1)?, instead_of_other: row.get(2)? };
                Ok((TopicId(row.get(0)?), confused))
            })?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// The articles out of the bin on which nobody decided a topic, and the last decision there is.
    ///
    /// # Errors
    /// `Sql` where SQLite refuses.
    pub fn undecided_on(&self, topic: TopicId) -> Result<(Vec<ArticleId>, DecisionId)> {
        self.within(|conn| {
            let mut statement = conn.prepare_cached(
                "SELECT a.id FROM article a WHERE a.removed_by IS NULL AND NOT EXISTS \
                 (SELECT 1 FROM decision d WHERE d.article_id = a.id AND d.topic_id = ?1 AND d.is_current = 1) ORDER BY a.id",
            )?;
            let ids = statement.query_map([topic.0], |row| row.get(0).map(ArticleId))?;
            let ids = ids.collect::<rusqlite::Result<_>>()?;
            let last = conn
                .prepare_cached("SELECT coalesce(max(id), 0) FROM decision")?
                .query_row((), |row| row.get(0).map(DecisionId))?;
            Ok((ids, last))
        })
    }

    /// The sample of a topic, if one was drawn.
    ///
    /// # Errors
    /// `Sql` where SQLite refuses.
    pub fn sample(&self, topic: TopicId) -> Result<Option<Sample>> {
        self.within(|conn| {
            let mut sample = conn
                .prepare_cached(
                    "SELECT seed, frame, last_article, last_decision FROM recall_sample WHERE topic_id = ?1",
                )?
                .query_row([topic.0], |row| {
                    Ok(Sample {
                        seed: row.get(0)?,
                        frame: row.get(1)?,
                        last_article: ArticleId(row.get(2)?),
                        last_decision: DecisionId(row.get(3)?),
                        drawn: Vec::new(),
                    })
                })
                .optional()?;
            if let Some(sample) = &mut sample {
                let mut statement = conn.prepare_cached(
                    "SELECT r.article_id FROM recall_drawn r JOIN article a ON a.id = r.article_id \
                     WHERE r.topic_id = ?1 AND a.removed_by IS NULL ORDER BY r.position",
                )?;
                let ids = statement.query_map([topic.0], |row| row.get(0).map(ArticleId))?;
                sample.drawn = ids.collect::<rusqlite::Result<_>>()?;
            }
            Ok(sample)
        })
    }
}

impl Deriver<'_> {
    /// Puts a suggestion off, or with `None` back into its place. No operation: undo takes back decisions.
    ///
    /// # Errors
    /// `NoSuch` where there is no such article.
    pub fn set_skipped(&self, article: ArticleId, topic: TopicId, at: Option<Moment>) -> Result<()> {
        self.within(|conn| {
            article::must_exist(conn, article)?;
            match at {
                Some(at) => conn
                    .prepare_cached(
                        "INSERT OR REPLACE INTO review_skip (article_id, topic_id, skipped_at) VALUES (?1, ?2, ?3)",
                    )?
                    .execute((article.0, topic.0, at.0))?,
                None => conn
                    .prepare_cached("DELETE FROM review_skip WHERE article_id = ?1 AND topic_id = ?2")?
                    .execute((article.0, topic.0))?,
            };
            Ok(())
        })
    }

    /// Keeps the sample of a topic, in place of the one there was; `None` gives it up.
    ///
    /// # Errors
    /// `Sql` where SQLite refuses.
    pub fn set_sample(&self, topic: TopicId, sample: Option<&Sample>) -> Result<()> {
        self.within(|conn| {
            conn.prepare_cached("DELETE FROM recall_sample WHERE topic_id = ?1")?.execute([topic.0])?;
            let Some(sample) = sample else { return Ok(()) };
            conn.prepare_cached(
                "INSERT INTO recall_sample (topic_id, seed, frame, last_article, last_decision) VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute((topic.0, sample.seed, sample.frame, sample.last_article.0, sample.last_decision.0))?;
            let mut statement = conn.prepare_cached(
                "INSERT INTO recall_drawn (topic_id, position, article_id) VALUES (?1, ?2, ?3)",
            )?;
            for (position, article) in (0_i64..).zip(&sample.drawn) {
                statement.execute((topic.0, position, article.0))?;
            }
            Ok(())
        })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::testing::{AT, Bench, three, topic};
    use chancery_model::{OperationKind, Verdict};

    fn tagged() -> (Bench, Vec<ArticleId>, [TopicId; 2]) {
        let bench = Bench::new();
        let ids = bench.import(&three());
        let topics = ["gas", "oil"].map(|slug| {
            let mut topic = topic(slug, None);
            topic.group = false;
            bench.perform(OperationKind::EditTopic, |tx| tx.put_topic(&topic, 0, 0)).value
        });
        (bench, ids, topics)
    }

    #[test]
    fn topics_taken_for_each_other_are_counted_both_ways() {
        let (bench, ids, [gas, oil]) = tagged();
        let decide = |article: ArticleId, topic, verdict| {
            bench.perform(OperationKind::Decide, |tx| tx.decide(article, topic, verdict, ""));
        };
        decide(ids[0], gas, Verdict::Rejected);
        decide(ids[0], oil, Verdict::Accepted);
        decide(ids[1], gas, Verdict::ByHand);
        decide(ids[1], oil, Verdict::Rejected);
        decide(ids[2], gas, Verdict::Accepted);
        decide(ids[2], oil, Verdict::Accepted);
        let confused = |topic| bench.store.read(|r| r.confused(topic)).unwrap();
        assert_eq!(confused(gas), [(oil, Confused { other_instead: 1, instead_of_other: 1 })].into());
        bench.perform(OperationKind::RemoveArticles, |tx| tx.remove_articles(&ids[..2]));
        assert_eq!(confused(oil), [].into());
    }

    #[test]
    fn a_sample_is_kept_beside_the_journal_and_leaves_out_the_bin() {
        let (bench, ids, [gas, _]) = tagged();
        let (undecided, last_decision) = bench.store.read(|r| r.undecided_on(gas)).unwrap();
        assert_eq!((&undecided, last_decision), (&ids, DecisionId(0)));
        let sample =
            Sample { seed: 5, frame: 3, last_article: ids[2], last_decision, drawn: ids[1..].to_vec() };
        bench.store.derive(|d| d.set_sample(gas, Some(&sample))).unwrap();
        bench.perform(OperationKind::Decide, |tx| tx.decide(ids[1], gas, Verdict::Rejected, ""));
        let (undecided, last_decision) = bench.store.read(|r| r.undecided_on(gas)).unwrap();
        assert_eq!((undecided, last_decision), (vec![ids[0], ids[2]], DecisionId(1)));
        bench.store.undo(AT).unwrap();
        assert_eq!(bench.store.read(|r| r.sample(gas)).unwrap(), Some(sample.clone()));
        bench.perform(OperationKind::RemoveArticles, |tx| tx.remove_articles(&ids[1..2]));
        assert_eq!(bench.store.read(|r| r.sample(gas)).unwrap().unwrap().drawn, ids[2..]);
        bench.store.derive(|d| d.set_sample(gas, None)).unwrap();
        assert_eq!(bench.store.read(|r| r.sample(gas)).unwrap(), None);
        bench.sound();
    }
}
