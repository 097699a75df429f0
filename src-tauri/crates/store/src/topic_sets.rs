//! Which articles have which topics, held in memory beside the columns: half a million suggestions are counted by adding up bits.

use std::collections::BTreeMap;

use chancery_model::TopicId;
use rusqlite::Connection;

use crate::{
    Result,
    condition::Ids,
    tag::{TAGGED, WAITING},
};

/// The articles of each topic.
#[derive(Debug, Default)]
pub(crate) struct TopicSets {
    pub(crate) tagged: Sets,
    /// Suggested and not decided on.
    pub(crate) waiting: Sets,
}

/// Articles by topic.
#[derive(Debug, Default)]
pub(crate) struct Sets(BTreeMap<i64, Ids>);

impl TopicSets {
    pub(crate) fn load(conn: &Connection) -> Result<Self> {
        let tagged = format!("SELECT d.topic_id, d.article_id FROM decision d WHERE {TAGGED}");
        let waiting = format!("SELECT s.topic_id, s.article_id FROM suggestion s WHERE {WAITING}");
        Ok(Self { tagged: Sets::load(conn, &tagged)?, waiting: Sets::load(conn, &waiting)? })
    }
}

impl TopicSets {
    /// The articles with a topic, also those with it suggested unless only tags are wanted.
    pub(crate) fn of_topic(&self, topic: i64, tags_only: bool) -> Ids {
        let mut ids = self.tagged.of(Some(&[topic]));
        if !tags_only {
            ids.join(&self.waiting.of(Some(&[topic])));
        }
        ids
    }
}

impl Sets {
    fn load(conn: &Connection, sql: &str) -> Result<Self> {
        let mut sets: BTreeMap<i64, Ids> = BTreeMap::new();
        let mut statement = conn.prepare(sql)?;
        let mut rows = statement.query(())?;
        while let Some(row) = rows.next()? {
            sets.entry(row.get(0)?).or_default().add(row.get(1)?);
        }
        Ok(Self(sets))
    }

    /// The articles that have one of some topics; of any where none are named.
    pub(crate) fn of(&self, topics: Option<&[i64]>) -> Ids {
        let mut ids = Ids::default();
        let wanted = |topic: &i64| topics.is_none_or(|topics| topics.contains(topic));
        self.0.iter().filter(|(topic, _)| wanted(topic)).for_each(|(_, articles)| ids.join(articles));
        ids
    }

    /// How many of some articles have which topic.
    pub(crate) fn count(&self, among: &Ids) -> BTreeMap<TopicId, u64> {
        let counts = self.0.iter().map(|(topic, articles)| (TopicId(*topic), articles.common(among)));
        counts.filter(|(_, articles)| *articles > 0).collect()
    }
}
