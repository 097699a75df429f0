//! What learning keeps: what articles are to topics, by which decisions suggestions were made, and how far each topic fits.

use std::collections::BTreeMap;

use chancery_model::{ArticleId, DecisionId, Reason, TopicId};
use rusqlite::Row;

use crate::{Deriver, Error, Reader, Result, article, row, tag};

/// What an article is to a topic that learns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Features {
    /// Version of the analysis that counted the stems; 0 where they were not counted.
    pub analysis: u32,
    /// Hash of the codebook whose terms were looked for.
    pub codebook: i64,
    /// The stems, as whoever counted them keeps them.
    pub stems: Vec<u8>,
    /// The score of every topic whose terms speak for it, under its threshold too.
    pub rules: Vec<(TopicId, f64)>,
}

/// A decision in force on an article that is not in the bin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decided {
    /// The article.
    pub article: ArticleId,
    /// Whether the topic is a tag of it.
    pub yes: bool,
    /// Whether it was added by hand, and not suggested.
    pub by_hand: bool,
    /// Decisions have ids in the order they were made in.
    pub id: DecisionId,
}

/// The decisions by which a topic's suggestions were made.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LearnedBy {
    /// Their hash, and that of whatever else counts.
    pub stamp: i64,
    /// How many they are.
    pub decisions: u32,
    /// How much what was learned counts beside the rules, 0–1.
    pub weight: f64,
}

/// A suggestion of a topic without its words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScoredArticle {
    /// The article.
    pub article: ArticleId,
    /// What it is suggested by, 0–1.
    pub score: f64,
    /// What the rules say.
    pub rules: f64,
    /// What was learned; `None` where the rules alone made the score.
    pub learned: Option<f64>,
}

impl Reader<'_> {
    /// What is kept of articles after `after`, those in the bin too, at most `limit`: for walking over all in batches.
    ///
    /// # Errors
    /// `Damaged` where a row cannot be read.
    pub fn features(&self, after: ArticleId, limit: u32) -> Result<Vec<(ArticleId, Features)>> {
        self.within(|conn| {
            let mut statement = conn.prepare_cached(
                "SELECT article_id, analysis, codebook, stems, rules FROM article_features WHERE article_id > ?1 \
                 ORDER BY article_id LIMIT ?2",
            )?;
            let rows = statement.query_map((after.0, limit), features)?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// What is kept of some articles, by their ids; those nothing is kept of are left out.
    ///
    /// # Errors
    /// `Damaged` where a row cannot be read.
    pub fn features_of(&self, articles: &[ArticleId]) -> Result<Vec<(ArticleId, Features)>> {
        self.within(|conn| {
            let mut statement = conn.prepare_cached(
                "SELECT f.article_id, f.analysis, f.codebook, f.stems, f.rules FROM json_each(?1) j \
                 JOIN article_features f ON f.article_id = j.value ORDER BY f.article_id",
            )?;
            let rows = statement.query_map([row::id_list(articles.iter().map(|id| id.0))], features)?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// Articles after `after`, those in the bin too, of which nothing is kept, or by another codebook, or without the stems
    /// of `analysis`; at most `limit`, each with whether what is kept of it is by another codebook.
    ///
    /// # Errors
    /// `Sql` where SQLite refuses.
    pub fn without_features(
        &self,
        codebook: i64,
        analysis: Option<u32>,
        after: ArticleId,
        limit: u32,
    ) -> Result<Vec<(ArticleId, bool)>> {
        self.within(|conn| {
            let mut statement = conn.prepare_cached(
                "SELECT a.id, coalesce(f.codebook != ?1, 0) FROM article a LEFT JOIN article_features f ON f.article_id = a.id \
                 WHERE a.id > ?3 AND (f.codebook IS NOT ?1 OR (?2 IS NOT NULL AND f.analysis IS NOT ?2)) ORDER BY a.id LIMIT ?4",
            )?;
            let rows = statement.query_map((codebook, analysis, after.0, limit), |row| {
                Ok((ArticleId(row.get(0)?), row.get(1)?))
            })?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// The decisions in force, of one topic or of all, on articles that are not in the bin; by article.
    ///
    /// # Errors
    /// `Sql` where SQLite refuses.
    pub fn decided(&self, topic: Option<TopicId>) -> Result<BTreeMap<TopicId, Vec<Decided>>> {
        self.within(|conn| {
            let which = if topic.is_some() { "d.topic_id = ?1" } else { "?1 IS NULL" };
            let mut statement = conn.prepare_cached(&format!(
                "SELECT d.topic_id, d.article_id, d.verdict, d.id FROM decision d JOIN article a ON a.id = d.article_id \
                 WHERE d.is_current = 1 AND a.removed_by IS NULL AND {which}"
            ))?;
            let mut decided: BTreeMap<TopicId, Vec<Decided>> = BTreeMap::new();
            let mut rows = statement.query([topic.map(|topic| topic.0)])?;
            while let Some(row) = rows.next()? {
                let verdict = row::word(row, 2, chancery_model::Verdict::from_id)?;
                decided.entry(TopicId(row.get(0)?)).or_default().push(Decided {
                    article: ArticleId(row.get(1)?),
                    yes: verdict.is_tag(),
                    by_hand: verdict == chancery_model::Verdict::ByHand,
                    id: DecisionId(row.get(3)?),
                });
            }
            decided.values_mut().for_each(|rows| rows.sort_unstable_by_key(|row| row.article));
            Ok(decided)
        })
    }

    /// The topics whose suggestions were made by decisions, and which.
    ///
    /// # Errors
    /// `Sql` where SQLite refuses.
    pub fn learned_by(&self) -> Result<BTreeMap<TopicId, LearnedBy>> {
        self.within(|conn| {
            let mut statement =
                conn.prepare_cached("SELECT topic_id, stamp, decisions, weight FROM topic_learned")?;
            let rows = statement.query_map((), |row| Ok((TopicId(row.get(0)?), learned_by(row, 1)?)))?;
            let rows = rows.collect::<rusqlite::Result<Vec<_>>>()?;
            Ok(rows.into_iter().filter_map(|(topic, by)| Some((topic, by?))).collect())
        })
    }

    /// All suggestions of a topic, those decided on and those of articles in the bin too, by article; each with whether it
    /// waits for a decision.
    ///
    /// # Errors
    /// `Sql` where SQLite refuses.
    pub fn scores(&self, topic: TopicId) -> Result<Vec<(ScoredArticle, bool)>> {
        self.within(|conn| {
            let waiting = tag::WAITING;
            let mut statement = conn.prepare_cached(&format!(
                "SELECT s.article_id, s.score, coalesce(s.rules, s.score), s.learned, a.removed_by IS NULL AND {waiting} \
                 FROM suggestion s JOIN article a ON a.id = s.article_id WHERE s.topic_id = ?1 ORDER BY s.article_id"
            ))?;
            let rows = statement.query_map([topic.0], |row| {
                let scored = ScoredArticle {
                    article: ArticleId(row.get(0)?),
                    score: row.get(1)?,
                    rules: row.get(2)?,
                    learned: row.get(3)?,
                };
                Ok((scored, row.get(4)?))
            })?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }
}

impl Deriver<'_> {
    /// Keeps what an article is to topics that learn.
    ///
    /// # Errors
    /// `NoSuch` where there is no such article.
    pub fn keep_features(&self, article: ArticleId, features: &Features) -> Result<()> {
        self.within(|conn| {
            article::must_exist(conn, article)?;
            let pair = |(topic, score): &(TopicId, f64)| {
                topic.0.to_le_bytes().into_iter().chain(score.to_le_bytes())
            };
            let rules: Vec<u8> = features.rules.iter().flat_map(pair).collect();
            conn.prepare_cached(
                "INSERT OR REPLACE INTO article_features (article_id, analysis, codebook, stems, rules) \
                 VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute((
                article.0,
                features.analysis,
                features.codebook,
                &features.stems,
                rules,
            ))?;
            Ok(())
        })
    }

    /// Forgets what is kept of articles: their words are no longer what they were.
    ///
    /// # Errors
    /// `Sql` where SQLite refuses.
    pub fn forget_features(&self, articles: &[ArticleId]) -> Result<()> {
        self.within(|conn| {
            conn.prepare_cached(
                "DELETE FROM article_features WHERE article_id IN (SELECT value FROM json_each(?1))",
            )?
            .execute([row::id_list(articles.iter().map(|id| id.0))])?;
            Ok(())
        })
    }

    /// Says by which decisions a topic's suggestions are made; `None` where by the rules alone, or while they are being made.
    ///
    /// # Errors
    /// `Sql` where SQLite refuses.
    pub fn set_learned_by(&self, topic: TopicId, by: Option<LearnedBy>) -> Result<()> {
        self.within(|conn| {
            match by {
                Some(by) => conn
                    .prepare_cached(
                        "INSERT OR REPLACE INTO topic_learned (topic_id, stamp, decisions, weight) VALUES (?1, ?2, ?3, ?4)",
                    )?
                    .execute((topic.0, by.stamp, by.decisions, by.weight))?,
                None => conn
                    .prepare_cached("DELETE FROM topic_learned WHERE topic_id = ?1")?
                    .execute([topic.0])?,
            };
            Ok(())
        })
    }

    /// Puts a suggestion in, or changes its scores. With `reasons` its rules' reasons are replaced.
    ///
    /// # Errors
    /// `NoSuch`, `Refused` for a suggestion by rules alone that is new and has no reason.
    pub fn put_scored(
        &self,
        topic: TopicId,
        scored: &ScoredArticle,
        reasons: Option<&[Reason]>,
    ) -> Result<()> {
        self.within(|conn| {
            let changed = conn
                .prepare_cached(
                    "UPDATE suggestion SET score = ?3, rules = ?4, learned = ?5 WHERE article_id = ?1 AND topic_id = ?2",
                )?
                .execute((scored.article.0, topic.0, scored.score, scored.rules, scored.learned))?;
            if changed == 0 {
                if scored.learned.is_none() && reasons.is_none_or(<[Reason]>::is_empty) {
                    return Err(Error::refused("a suggestion by rules without a reason"));
                }
                article::must_exist(conn, scored.article)?;
                conn.prepare_cached(
                    "INSERT INTO suggestion (article_id, topic_id, score, rules, learned) VALUES (?1, ?2, ?3, ?4, ?5)",
                )?
                .execute((scored.article.0, topic.0, scored.score, scored.rules, scored.learned))?;
            }
            let Some(reasons) = reasons else { return Ok(()) };
            tag::replace_reasons(conn, scored.article, topic, reasons)
        })
    }

    /// Withdraws the suggestion of a topic for an article.
    ///
    /// # Errors
    /// `Sql` where SQLite refuses.
    pub fn withdraw(&self, topic: TopicId, article: ArticleId) -> Result<()> {
        self.within(|conn| {
            conn.prepare_cached("DELETE FROM suggestion WHERE article_id = ?1 AND topic_id = ?2")?
                .execute((article.0, topic.0))?;
            Ok(())
        })
    }
}

/// Stamp, count and weight in three columns from `index` on; empty where the topic learned nothing.
pub(crate) fn learned_by(row: &Row<'_>, index: usize) -> rusqlite::Result<Option<LearnedBy>> {
    let Some(stamp) = row.get::<_, Option<i64>>(index)? else { return Ok(None) };
    Ok(Some(LearnedBy { stamp, decisions: row.get(index + 1)?, weight: row.get(index + 2)? }))
}

fn features(row: &Row<'_>) -> rusqlite::Result<(ArticleId, Features)> {
    let rules = row.get_ref(4)?.as_blob().unwrap_or_default().chunks_exact(16).filter_map(|pair| {
        let (topic, score) = pair.split_at(8);
        Some((
            TopicId(i64::from_le_bytes(topic.try_into().ok()?)),
            f64::from_le_bytes(score.try_into().ok()?),
        ))
    });
    let features =
        Features { analysis: row.get(1)?, codebook: row.get(2)?, rules: rules.collect(), stems: row.get(3)? };
    Ok((ArticleId(row.get(0)?), features))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
