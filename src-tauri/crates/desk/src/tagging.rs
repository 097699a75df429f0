//! Topics on articles: suggestions are derived, decisions are the analyst's.

use chancery_model::{ArticleId, OperationKind, Topic, TopicId, Verdict};
use serde_json::json;

use crate::{Desk, Done, Result};

impl Desk {
    /// Decides a topic on articles: one operation.
    ///
    /// # Errors
    /// `no-such` where an article or the topic is not there; nothing is decided then.
    pub fn decide(
        &self,
        articles: &[ArticleId],
        topic: TopicId,
        verdict: Verdict,
        because: &str,
    ) -> Result<Done<()>> {
        let args = json!({
            "topic": self.slug_of(topic)?,
            "articles": articles.len(),
            "article": only(articles),
            "verdict": verdict.id(),
        });
        self.perform(OperationKind::Decide, args, |writer| {
            for &article in articles {
                writer.decide(article, topic, verdict, because)?;
            }
            Ok(())
        })
    }

    /// Takes decisions back: the topic is a suggestion again where it is suggested.
    ///
    /// # Errors
    /// `no-such` where an article or the topic is not there.
    pub fn clear_decision(&self, articles: &[ArticleId], topic: TopicId) -> Result<Done<()>> {
        let args =
            json!({ "topic": self.slug_of(topic)?, "articles": articles.len(), "article": only(articles) });
        self.perform(OperationKind::ClearDecision, args, |writer| {
            for &article in articles {
                writer.clear_decision(article, topic)?;
            }
            Ok(())
        })
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
