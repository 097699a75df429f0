//! Suggestions with their reasons, and the decisions about them.

use std::collections::HashMap;

use chancery_model::{ArticleId, DecisionId, Reason, Suggestion, TopicId, Verdict};
use rusqlite::{Connection, OptionalExtension as _, Row};

use crate::{Deriver, Error, LearnedBy, Moment, Reader, Result, Writer, article, kept, learning, row, topic};

/// Of a decision `d`: it stands, and tags its article.
pub(crate) const TAGGED: &str = "d.is_current = 1 AND d.verdict IN ('accepted', 'by-hand')";

/// Of a suggestion `s`: it waits for a decision.
pub(crate) const WAITING: &str = "NOT EXISTS (SELECT 1 FROM decision d WHERE d.article_id = s.article_id \
     AND d.topic_id = s.topic_id AND d.is_current = 1)";

/// A decision about a topic on an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Its id in this file.
    pub id: DecisionId,
    /// The article.
    pub article: ArticleId,
    /// The topic.
    pub topic: TopicId,
    /// What was decided.
    pub verdict: Verdict,
    /// Why; may be empty.
    pub because: String,
    /// When.
    pub at: Moment,
    /// Whether it is in force; a later decision, or taking it back, ends that.
    pub current: bool,
}

/// A suggestion with the topic it is for.
#[derive(Clone, Debug, PartialEq)]
pub struct SuggestionRow {
    /// The topic.
    pub topic: TopicId,
    /// Score and reasons.
    pub suggestion: Suggestion,
    /// What the rules alone say, 0–1.
    pub rules: f64,
    /// What was learned from decisions, 0–1; `None` where nothing was, and the rules made the score.
    pub learned: Option<f64>,
    /// By how many decisions it was learned, and how much that counts beside the rules.
    pub learned_by: Option<LearnedBy>,
    /// The decision in force about it, if any.
    pub verdict: Option<Verdict>,
}

impl Reader<'_> {
    /// All suggestions for an article with their reasons, decided or not, best first.
    ///
    /// # Errors
    /// `Damaged` where a row cannot be read.
    pub fn suggestions(&self, article: ArticleId) -> Result<Vec<SuggestionRow>> {
        self.within(|conn| {
            let mut statement = conn.prepare_cached(
                "SELECT s.topic_id, t.slug, s.score, d.verdict, coalesce(s.rules, s.score), s.learned, l.stamp, l.decisions, \
                 l.weight FROM suggestion s JOIN topic t ON t.id = s.topic_id \
                 LEFT JOIN topic_learned l ON l.topic_id = s.topic_id AND s.learned IS NOT NULL LEFT JOIN decision d ON d.article_id = s.article_id AND d.topic_id = s.topic_id AND d.is_current = 1 \
                 WHERE s.article_id = ?1 ORDER BY s.score DESC, t.position, t.id",
            )?;
            let rows = statement.query_map([article.0], |row| {
                Ok(SuggestionRow {
                    topic: TopicId(row.get(0)?),
                    suggestion: Suggestion { topic: row.get(1)?, score: row.get(2)?, reasons: Vec::new() },
                    rules: row.get(4)?,
                    learned: row.get(5)?,
                    learned_by: learning::learned_by(row, 6)?,
                    verdict: row::word_or_none(row, 3, Verdict::from_id)?,
                })
            })?;
            let mut rows = rows.collect::<rusqlite::Result<Vec<_>>>()?;
            for row in &mut rows {
                row.suggestion.reasons = reasons(conn, article, row.topic)?;
            }
            Ok(rows)
        })
    }

    /// Articles on which a topic is rejected, those in the bin too.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn rejected_on(&self, topic: TopicId) -> Result<Vec<ArticleId>> {
        self.within(|conn| {
            Ok(conn
                .prepare_cached(
                    "SELECT article_id FROM decision WHERE topic_id = ?1 AND verdict = 'rejected' AND is_current = 1 \
                     ORDER BY article_id",
                )?
                .query_map([topic.0], |row| row.get(0).map(ArticleId))?
                .collect::<rusqlite::Result<_>>()?)
        })
    }

    /// The decisions in force about an article, in the codebook's order.
    ///
    /// # Errors
    /// `Damaged` where a row cannot be read.
    pub fn decisions(&self, article: ArticleId) -> Result<Vec<Decision>> {
        self.within(|conn| {
            let mut statement = conn.prepare_cached(
                "SELECT d.id, d.article_id, d.topic_id, d.verdict, d.because, d.decided_at, d.is_current FROM decision d \
                 JOIN topic t ON t.id = d.topic_id WHERE d.article_id = ?1 AND d.is_current = 1 ORDER BY t.position, t.id",
            )?;
            let rows = statement.query_map([article.0], decision)?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// Every decision ever made about an article and not undone, oldest first.
    ///
    /// # Errors
    /// `Damaged` where a row cannot be read.
    pub fn decision_history(&self, article: ArticleId) -> Result<Vec<Decision>> {
        self.within(|conn| {
            let mut statement = conn.prepare_cached(
                "SELECT id, article_id, topic_id, verdict, because, decided_at, is_current FROM decision \
                 WHERE article_id = ?1 ORDER BY id",
            )?;
            let rows = statement.query_map([article.0], decision)?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }
}

impl Writer<'_> {
    /// Decides about a topic on an article; an earlier decision is kept as history.
    ///
    /// # Errors
    /// `NoSuch` where there is no such article or topic; `Refused` for a heading, which is never a tag.
    pub fn decide(
        &self,
        article: ArticleId,
        topic: TopicId,
        verdict: Verdict,
        because: &str,
    ) -> Result<DecisionId> {
        self.within(|conn| {
            article::must_exist(conn, article)?;
            let group: bool = conn
                .prepare_cached("SELECT is_group FROM topic WHERE id = ?1")?
                .query_row([topic.0], |row| row.get(0))
                .optional()?
                .ok_or_else(|| Error::no_such("topic", topic))?;
            if group {
                return Err(Error::refused("a heading of the codebook is not a tag"));
            }
            end_current(conn, article, topic)?;
            conn.prepare_cached(
                "INSERT INTO decision (uid, article_id, topic_id, verdict, because, decided_at, version_id) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            )?
            .execute((
                self.uid().0,
                article.0,
                topic.0,
                verdict.id(),
                because,
                self.at().0,
                topic::current_version(conn, topic)?,
            ))?;
            Ok(DecisionId(conn.last_insert_rowid()))
        })
    }

    /// Takes the decision about a topic on an article back; whether there was one.
    ///
    /// # Errors
    /// `Sql`.
    pub fn clear_decision(&self, article: ArticleId, topic: TopicId) -> Result<bool> {
        self.within(|conn| end_current(conn, article, topic))
    }
}

impl Deriver<'_> {
    /// Replaces all suggestions for an article. Topics that are not in the codebook are refused.
    ///
    /// # Errors
    /// `NoSuch` where there is no such article or topic; `Refused` for a suggestion without a reason.
    pub fn set_suggestions(&self, article: ArticleId, suggestions: &[Suggestion]) -> Result<()> {
        self.within(|conn| {
            article::must_exist(conn, article)?;
            conn.prepare_cached("DELETE FROM suggestion WHERE article_id = ?1")?.execute([article.0])?;
            for suggestion in suggestions {
                if suggestion.reasons.is_empty() {
                    return Err(Error::refused(format!(
                        "a suggestion of {} without a reason",
                        suggestion.topic
                    )));
                }
                let topic = topic::of_slug(conn, &suggestion.topic)?
                    .ok_or_else(|| Error::no_such("topic", &suggestion.topic))?;
                put_suggestion(conn, article, topic, &Suggested::of(suggestion))?;
            }
            Ok(())
        })
    }
}

/// Topics by their slug as one transaction finds them, so that each is looked up once.
pub(crate) type Slugs = HashMap<String, Option<TopicId>>;

/// A suggestion as its rows hold it.
#[derive(Debug)]
pub(crate) struct Suggested {
    topic: String,
    score: f64,
    reasons: String,
}

impl Suggested {
    pub(crate) fn of(suggestion: &Suggestion) -> Self {
        let reasons = kept::reasons_to_json(&suggestion.reasons);
        Self { topic: suggestion.topic.clone(), score: suggestion.score, reasons }
    }
}

/// Writes the first suggestions for an article; topics that are no longer in the codebook are passed over.
pub(crate) fn suggest_known(
    conn: &Connection,
    article: ArticleId,
    suggestions: &[Suggested],
    known: &mut Slugs,
) -> Result<()> {
    for suggestion in suggestions {
        let topic = match known.get(&suggestion.topic) {
            Some(topic) => *topic,
            None => {
                *known.entry(suggestion.topic.clone()).or_insert(topic::of_slug(conn, &suggestion.topic)?)
            }
        };
        if let Some(topic) = topic {
            put_suggestion(conn, article, topic, suggestion)?;
        }
    }
    Ok(())
}

fn put_suggestion(
    conn: &Connection,
    article: ArticleId,
    topic: TopicId,
    suggestion: &Suggested,
) -> Result<()> {
    conn.prepare_cached("INSERT INTO suggestion (article_id, topic_id, score) VALUES (?1, ?2, ?3)")?
        .execute((article.0, topic.0, suggestion.score))?;
    conn.prepare_cached(
        "INSERT INTO suggestion_reasons (article_id, topic_id, reasons) VALUES (?1, ?2, ?3)",
    )?
    .execute((article.0, topic.0, &suggestion.reasons))?;
    Ok(())
}

/// Replaces the reasons of a suggestion that is there.
pub(crate) fn replace_reasons(
    conn: &Connection,
    article: ArticleId,
    topic: TopicId,
    reasons: &[Reason],
) -> Result<()> {
    conn.prepare_cached(
        "INSERT OR REPLACE INTO suggestion_reasons (article_id, topic_id, reasons) VALUES (?1, ?2, ?3)",
    )?
    .execute((article.0, topic.0, kept::reasons_to_json(reasons)))?;
    Ok(())
}

fn reasons(conn: &Connection, article: ArticleId, topic: TopicId) -> Result<Vec<Reason>> {
    let kept: Option<String> = conn
        .prepare_cached("SELECT reasons FROM suggestion_reasons WHERE article_id = ?1 AND topic_id = ?2")?
        .query_row((article.0, topic.0), |row| row.get(0))
        .optional()?;
    let Some(kept) = kept else { return Ok(Vec::new()) };
    kept::reasons_from_json(&kept)
        .ok_or_else(|| Error::damaged(format!("the reasons of a suggestion for article {article}")))
}

fn end_current(conn: &Connection, article: ArticleId, topic: TopicId) -> Result<bool> {
    let ended = conn
        .prepare_cached(
            "UPDATE decision SET is_current = 0 WHERE article_id = ?1 AND topic_id = ?2 AND is_current = 1",
        )?
        .execute((article.0, topic.0))?;
    Ok(ended > 0)
}

fn decision(row: &Row<'_>) -> rusqlite::Result<Decision> {
    Ok(Decision {
        id: DecisionId(row.get(0)?),
        article: ArticleId(row.get(1)?),
        topic: TopicId(row.get(2)?),
        verdict: row::word(row, 3, Verdict::from_id)?,
        because: row.get(4)?,
        at: Moment(row.get(5)?),
        current: row.get(6)?,
    })
}
