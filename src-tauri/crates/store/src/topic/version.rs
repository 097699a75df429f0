//! What a topic was from one change to the next, and which decisions were made under which version.

use chancery_model::{
    InLanguages, Language, OperationId, OperationKind, Term, TermKind, Topic, TopicId, TopicVersionId,
};
use rusqlite::{Connection, Row};
use serde_json::{Value, json};

use crate::{Moment, Reader, Result, Writer, row};

/// A topic as it was from one change to the next.
#[derive(Clone, Debug, PartialEq)]
pub struct TopicVersion {
    /// Its id in this file.
    pub id: TopicVersionId,
    /// From when on; of what was found when versions began, the dossier's beginning.
    pub at: Moment,
    /// The change that made it; `None` for what was found when versions began.
    pub operation: Option<(OperationId, OperationKind, Value)>,
    /// What it was.
    pub topic: Topic,
    /// Decisions in force that were made under it.
    pub decided: DecidedUnder,
}

/// How many articles were decided on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DecidedUnder {
    /// Where it is a tag.
    pub tags: u64,
    /// Where it was rejected.
    pub rejected: u64,
}

impl Reader<'_> {
    /// The versions of a topic, oldest first; empty where it was never changed since versions are kept.
    ///
    /// # Errors
    /// `Damaged` where a row cannot be read.
    pub fn topic_versions(&self, topic: TopicId) -> Result<Vec<TopicVersion>> {
        self.within(|conn| {
            let mut statement = conn.prepare_cached(
                "SELECT v.id, v.at, v.snapshot, o.id, o.kind, o.args, \
                 coalesce(sum(d.verdict IN ('accepted', 'by-hand')), 0), coalesce(sum(d.verdict = 'rejected'), 0) \
                 FROM topic_version v LEFT JOIN operation o ON o.id = v.operation \
                 LEFT JOIN decision d ON d.topic_id = v.topic_id AND d.is_current = 1 AND coalesce(d.version_id, \
                 (SELECT min(id) FROM topic_version WHERE topic_id = v.topic_id)) = v.id \
                 WHERE v.topic_id = ?1 GROUP BY v.id ORDER BY v.id",
            )?;
            let rows = statement.query_map([topic.0], version)?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// Decisions in force on a topic that were made under a version of another, before the two were merged.
    ///
    /// # Errors
    /// `Sql`.
    pub fn decided_elsewhere(&self, topic: TopicId) -> Result<DecidedUnder> {
        self.within(|conn| {
            Ok(conn
                .prepare_cached(
                    "SELECT coalesce(sum(d.verdict IN ('accepted', 'by-hand')), 0), coalesce(sum(d.verdict = 'rejected'), 0) \
                     FROM decision d JOIN topic_version v ON v.id = d.version_id \
                     WHERE d.topic_id = ?1 AND d.is_current = 1 AND v.topic_id <> ?1",
                )?
                .query_row([topic.0], |row| Ok(DecidedUnder { tags: row.get(0)?, rejected: row.get(1)? }))?)
        })
    }
}

impl Writer<'_> {
    /// Keeps what a topic is now, and what it was before where that was never kept.
    pub(super) fn keep_version(
        &self,
        conn: &Connection,
        id: TopicId,
        before: Option<&Topic>,
        now: &Topic,
    ) -> Result<()> {
        let kept =
            conn.prepare_cached("SELECT 1 FROM topic_version WHERE topic_id = ?1 LIMIT 1")?.exists([id.0])?;
        let mut insert = conn.prepare_cached(
            "INSERT INTO topic_version (uid, topic_id, operation, at, snapshot) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?;
        if let (Some(before), false) = (before, kept) {
            let began: i64 =
                conn.prepare_cached("SELECT created_at FROM dossier")?.query_row((), |row| row.get(0))?;
            insert.execute((self.uid().0, id.0, None::<i64>, began, to_json(before).to_string()))?;
        }
        let snapshot = to_json(now).to_string();
        insert.execute((self.uid().0, id.0, self.operation().0, self.at().0, snapshot))?;
        Ok(())
    }
}

/// The version decisions about a topic are made under now; `None` where none was ever kept.
pub(crate) fn current(conn: &Connection, topic: TopicId) -> Result<Option<i64>> {
    Ok(conn
        .prepare_cached("SELECT max(id) FROM topic_version WHERE topic_id = ?1")?
        .query_row([topic.0], |row| row.get(0))?)
}

fn version(row: &Row<'_>) -> rusqlite::Result<TopicVersion> {
    let damaged = |index: usize, what: &str| {
        rusqlite::Error::FromSqlConversionFailure(index, rusqlite::types::Type::Text, what.into())
    };
    let snapshot: String = row.get(2)?;
    let topic = serde_json::from_str(&snapshot).ok().and_then(|value| from_json(&value));
    let operation = match row.get::<_, Option<i64>>(3)? {
        Some(id) => {
            let args: String = row.get(5)?;
            let args = serde_json::from_str(&args).map_err(|error| damaged(5, &error.to_string()))?;
            Some((OperationId(id), row::word(row, 4, OperationKind::from_id)?, args))
        }
        None => None,
    };
    Ok(TopicVersion {
        id: TopicVersionId(row.get(0)?),
        at: Moment(row.get(1)?),
        operation,
        topic: topic.ok_or_else(|| damaged(2, "no topic"))?,
        decided: DecidedUnder { tags: row.get(6)?, rejected: row.get(7)? },
    })
}

fn to_json(topic: &Topic) -> Value {
    let texts = |text: &InLanguages| json!({ "en": text.en, "ru": text.ru, "be": text.be });
    let term = |term: &Term| {
        json!({ "language": term.language.code(), "text": term.text, "kind": term.kind.id(), "weight": term.weight,
            "facet": term.facet })
    };
    json!({
        "slug": topic.slug,
        "parent": topic.parent,
        "group": topic.group,
        "label": texts(&topic.label),
        "definition": texts(&topic.definition),
        "include": texts(&topic.include),
        "exclude": texts(&topic.exclude),
        "threshold": topic.threshold,
        "terms": topic.terms.iter().map(term).collect::<Vec<_>>(),
    })
}

fn from_json(value: &Value) -> Option<Topic> {
    let word = |value: &Value, key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
    let texts = |key: &str| {
        let text = value.get(key)?;
        Some(InLanguages { en: word(text, "en")?, ru: word(text, "ru"), be: word(text, "be") })
    };
    let term = |value: &Value| {
        Some(Term {
            language: Language::from_code(value.get("language")?.as_str()?)?,
            text: word(value, "text")?,
            kind: TermKind::from_id(value.get("kind")?.as_str()?)?,
            weight: value.get("weight")?.as_f64()?,
            facet: word(value, "facet"),
        })
    };
    Some(Topic {
        slug: word(value, "slug")?,
        parent: word(value, "parent"),
        group: value.get("group")?.as_bool()?,
        label: texts("label")?,
        definition: texts("definition")?,
        include: texts("include")?,
        exclude: texts("exclude")?,
        threshold: value.get("threshold")?.as_f64()?,
        terms: value.get("terms")?.as_array()?.iter().map(term).collect::<Option<_>>()?,
    })
}
