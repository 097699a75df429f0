//! Which topics articles have, each topic with those above it.

use std::collections::{BTreeMap, BTreeSet};

use chancery_model::TopicId;
use rusqlite::Connection;

use super::TrendKey;
use crate::{Result, condition::Ids, topic_sets::TopicSets};

/// The articles of each topic.
#[derive(Default)]
pub(super) struct Topics(BTreeMap<u32, Articles>);

#[derive(Default)]
struct Articles {
    /// Those that have this topic itself.
    direct: Ids,
    /// Those that have it or one under it; none of a heading.
    with_those_under: Ids,
    /// It, and those above it that are topics and no headings.
    above: BTreeSet<u32>,
}

impl Topics {
    pub(super) fn of(conn: &Connection, sets: &TopicSets, tags_only: bool) -> Result<Self> {
        let mut parents: BTreeMap<u32, (Option<u32>, bool)> = BTreeMap::new();
        let mut statement = conn.prepare_cached("SELECT id, parent_id, is_group FROM topic")?;
        let mut rows = statement.query(())?;
        while let Some(row) = rows.next()? {
            parents.insert(row.get(0)?, (row.get(1)?, row.get(2)?));
        }
        let mut topics = Self::default();
        for id in parents.keys() {
            let direct = sets.of_topic(i64::from(*id), tags_only);
            let mut above = BTreeSet::new();
            let mut at = Some(*id);
            while let Some(topic) = at.take_if(|_| above.len() <= parents.len()) {
                let Some((parent, is_group)) = parents.get(&topic) else { break };
                if !is_group {
                    above.insert(topic);
                }
                at = *parent;
            }
            for topic in &above {
                topics.0.entry(*topic).or_default().with_those_under.join(&direct);
            }
            let own = topics.0.entry(*id).or_default();
            (own.direct, own.above) = (direct, above);
        }
        Ok(topics)
    }

    fn direct(&self, article: i64) -> impl Iterator<Item = (&u32, &Articles)> {
        self.0.iter().filter(move |(_, articles)| articles.direct.has(article))
    }

    /// The topics of an article and those above them; 0 where it has none.
    pub(super) fn each_of(&self, article: i64, mut take: impl FnMut(u32)) {
        let mut has_none = true;
        for (topic, _) in self.0.iter().filter(|(_, articles)| articles.with_those_under.has(article)) {
            has_none = false;
            take(*topic);
        }
        if has_none {
            take(0);
        }
    }

    /// How many tags an article has.
    pub(super) fn count(&self, article: i64) -> usize {
        self.direct(article).count()
    }

    /// How many of an article's tags are a topic or under it.
    pub(super) fn count_under(&self, article: i64, topic: TopicId) -> usize {
        self.direct(article)
            .filter(|(_, tag)| tag.above.iter().any(|above| i64::from(*above) == topic.0))
            .count()
    }

    /// How many of an article's tags are among some topics.
    pub(super) fn count_among(&self, article: i64, topics: &[TrendKey]) -> usize {
        self.direct(article)
            .filter(|(tag, _)| topics.contains(&TrendKey::Topic(TopicId((**tag).into()))))
            .count()
    }
}
