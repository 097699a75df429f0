//! Topics on articles: suggestions are derived, decisions are the analyst's.

use std::collections::{BTreeMap, BTreeSet};

use chancery_model::{ArticleId, OperationKind, Topic, TopicId, Verdict};
use serde_json::json;

use crate::{Chosen, Desk, Done, Effects, Result};

impl Desk {
    /// Decides a topic on what words and a filter leave, or on articles, however many: one operation. Those on which it is decided
    /// so already are left as they are, and those in the bin. Tells on how many it was.
    ///
    /// # Errors
    /// As [`Self::decide`].
    pub fn decide_on(
        &self,
        chosen: &Chosen,
        topic: TopicId,
        verdict: Verdict,
        because: &str,
    ) -> Result<Done<(usize, Effects)>> {
        let decided = self.read(|reader| reader.decided(Some(topic)))?.remove(&topic).unwrap_or_default();
        let decided: BTreeMap<ArticleId, bool> = decided.iter().map(|one| (one.article, one.yes)).collect();
        let (mut articles, _) =
            self.store.read(|reader| crate::out::ids(reader, chosen, self.clock.today()))?;
        articles.retain(|id| decided.get(id) != Some(&verdict.is_tag()));
        if articles.is_empty() {
            self.slug_of(topic)?;
            return Ok(Done { value: (0, Effects::default()), operation: None, changed: BTreeSet::new() });
        }
        let Done { value, operation, changed } = self.decide(&articles, topic, verdict, because)?;
        Ok(Done { value: (articles.len(), value), operation, changed })
    }

    /// Decides a topic on articles: one operation. Gives back what that does to the suggestions.
    ///
    /// # Errors
    /// `no-such` where an article or the topic is not there; nothing is decided then.
    pub fn decide(
        &self,
        articles: &[ArticleId],
        topic: TopicId,
        verdict: Verdict,
        because: &str,
    ) -> Result<Done<Effects>> {
        let args = json!({
            "topic": self.slug_of(topic)?,
            "articles": articles.len(),
            "article": only(articles),
            "verdict": verdict.id(),
        });
        let done = self.perform(OperationKind::Decide, args, |writer| {
            for &article in articles {
                writer.decide(article, topic, verdict, because)?;
            }
            Ok(())
        })?;
        Ok(self.with_effects(done, topic))
    }

    /// Takes decisions back: the topic is a suggestion again where it is suggested.
    ///
    /// # Errors
    /// `no-such` where an article or the topic is not there.
    pub fn clear_decision(&self, articles: &[ArticleId], topic: TopicId) -> Result<Done<Effects>> {
        let args =
            json!({ "topic": self.slug_of(topic)?, "articles": articles.len(), "article": only(articles) });
        let done = self.perform(OperationKind::ClearDecision, args, |writer| {
            for &article in articles {
                writer.clear_decision(article, topic)?;
            }
            Ok(())
        })?;
        Ok(self.with_effects(done, topic))
    }

    fn with_effects(&self, done: Done<()>, topic: TopicId) -> Done<Effects> {
        let Done { operation, changed, .. } = done;
        let value = operation.map(|_| self.follow_decisions(Some(topic))).unwrap_or_default();
        Done { value, operation, changed }
    }

    /// The id of a topic named by its slug or by its id.
    ///
    /// # Errors
    /// `no-such`.
    pub fn topic_named(&self, name: &str) -> Result<TopicId> {
        if let Ok(id) = name.parse::<i64>() {
            self.slug_of(TopicId(id))?;
            return Ok(TopicId(id));
        }
        self.read(|reader| reader.topic_of_slug(name))
    }

    pub(crate) fn slug_of(&self, topic: TopicId) -> Result<String> {
        let topics = self.read(|reader| reader.topics())?;
        topics
            .into_iter()
            .find(|row| row.id == topic)
            .map(|row| row.topic.slug)
            .ok_or_else(|| self.no_such("topic", topic))
    }

    /// Puts a whole codebook in, parents before children; topics that are there are brought up to date.
    pub(crate) fn put_codebook(
        writer: &chancery_store::Writer<'_>,
        topics: &[Topic],
    ) -> chancery_store::Result<()> {
        // A topic has the colour of its top-level ancestor; those take the colours in turn.
        let mut colours: Vec<(&str, u32)> = Vec::new();
        let mut tops = 0;
        for (position, topic) in (0..).zip(topics) {
            let inherited = topic.parent.as_deref().and_then(|parent| {
                colours.iter().find(|(slug, _)| *slug == parent).map(|(_, colour)| *colour)
            });
            let colour = inherited.unwrap_or_else(|| {
                tops += 1;
                (tops - 1) % COLOURS
            });
            colours.push((&topic.slug, colour));
            writer.put_topic(topic, position, colour)?;
        }
        Ok(())
    }
}

/// Colours for topics: Okabe–Ito without black and yellow.
pub(crate) const COLOURS: u32 = 6;

/// The one article of a list of one, to name it in the list of operations.
fn only(articles: &[ArticleId]) -> Option<i64> {
    match articles {
        [only] => Some(only.0),
        _ => None,
    }
}
