//! Which topics the articles of a selection have, each topic with those above it.

use std::collections::{BTreeSet, HashMap};

use chancery_model::TopicId;
use rusqlite::Connection;

use super::TrendKey;
use crate::{
    Result,
    article::Selection,
    tag::{TAGGED, WAITING},
};

/// Which topics the articles of a selection have.
#[derive(Default)]
pub(super) struct Topics {
    direct: HashMap<i64, BTreeSet<i64>>,
    /// Each topic with those above it that are topics and no headings.
    above: HashMap<i64, Vec<i64>>,
}

impl Topics {
    pub(super) fn of(conn: &Connection, selection: &Selection, tags_only: bool) -> Result<Self> {
        let mut topics = Self::default();
        let mut parents: HashMap<i64, (Option<i64>, bool)> = HashMap::new();
        let mut statement = conn.prepare_cached("SELECT id, parent_id, is_group FROM topic")?;
        let mut rows = statement.query(())?;
        while let Some(row) = rows.next()? {
            parents.insert(row.get(0)?, (row.get(1)?, row.get(2)?));
        }
        for id in parents.keys() {
            let mut above = Vec::new();
            let mut at = Some(*id);
            while let Some(topic) = at.take_if(|_| above.len() <= parents.len()) {
                let Some((parent, is_group)) = parents.get(&topic) else { break };
                if !is_group {
                    above.push(topic);
                }
                at = *parent;
            }
            topics.above.insert(*id, above);
        }
        let chosen = selection.select("a.id", "");
        let tagged = format!(
            "SELECT d.article_id, d.topic_id FROM decision d WHERE {TAGGED} \
             AND d.article_id IN ({chosen})"
        );
        let suggested = format!(
            "SELECT s.article_id, s.topic_id FROM suggestion s WHERE {WAITING} AND s.article_id IN ({chosen})"
        );
        for sql in std::iter::once(tagged).chain((!tags_only).then_some(suggested)) {
            let mut statement = conn.prepare_cached(&sql)?;
            let mut rows = statement.query(rusqlite::params_from_iter(&selection.values))?;
            while let Some(row) = rows.next()? {
                topics.direct.entry(row.get(0)?).or_default().insert(row.get(1)?);
            }
        }
        Ok(topics)
    }

    fn above(&self, topic: i64) -> &[i64] {
        self.above.get(&topic).map_or(&[], Vec::as_slice)
    }

    /// The topics of an article and those above them; that it has none, where it has none.
    pub(super) fn keys(&self, article: i64) -> Vec<TrendKey> {
        let direct = self.direct.get(&article).into_iter().flatten();
        let keys: BTreeSet<i64> = direct.flat_map(|topic| self.above(*topic).iter().copied()).collect();
        match keys.is_empty() {
            true => vec![TrendKey::Without],
            false => keys.into_iter().map(|id| TrendKey::Topic(TopicId(id))).collect(),
        }
    }

    /// How many tags an article has.
    pub(super) fn count(&self, article: i64) -> usize {
        self.direct.get(&article).map_or(0, BTreeSet::len)
    }

    /// How many of an article's tags are a topic or under it.
    pub(super) fn count_under(&self, article: i64, topic: TopicId) -> usize {
        let direct = self.direct.get(&article).into_iter().flatten();
        direct.filter(|tag| self.above(**tag).contains(&topic.0)).count()
    }

    /// How many of an article's tags are among some topics.
    pub(super) fn count_among(&self, article: i64, topics: &[TrendKey]) -> usize {
        let direct = self.direct.get(&article).into_iter().flatten();
        direct.filter(|tag| topics.contains(&TrendKey::Topic(TopicId(**tag)))).count()
    }
}
