//! Topics on articles: suggestions are derived, decisions are the analyst's.

use chancery_model::{ArticleId, OperationKind, Suggestion, Topic, TopicId, Verdict};
use chancery_store::Stored;
use serde_json::json;

use crate::{Desk, Done, Progress, Result, Step};

/// Articles read at once while suggestions are made anew.
const AT_ONCE: u32 = 200;

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

    /// Writes the suggestions of articles that came in just now.
    pub(crate) fn suggest_for(
        &self,
        articles: impl Iterator<Item = (Stored, Vec<Suggestion>)>,
    ) -> Result<()> {
        Ok(self.store.derive(|deriver| {
            for (stored, suggestions) in articles {
                if let Stored::New(id) = stored {
                    deriver.set_suggestions(id, &suggestions)?;
                }
            }
            Ok::<_, chancery_store::Error>(())
        })?)
    }

    /// Makes all suggestions anew, after the codebook changed. Cancelled, it leaves some as they were.
    ///
    /// # Errors
    /// When the dossier can't be read or written.
    pub fn suggest_anew(&self, progress: &mut Progress<'_>) -> Result<()> {
        self.codebook_changed();
        let matcher = self.matcher()?;
        let total = self.read(|reader| reader.counts())?.articles;
        let total = usize::try_from(total).unwrap_or(usize::MAX);
        let (mut done, mut after) = (0, None);
        loop {
            let ids = self.read(|reader| reader.article_ids(after, AT_ONCE))?;
            let Some(&last) = ids.last() else { return Ok(()) };
            let mut suggested = Vec::with_capacity(ids.len());
            for id in ids {
                let article = self.read(|reader| reader.readable(id))?;
                let suggestions =
                    matcher.suggest(&article.title, &article.text, &article.furniture, article.language);
                suggested.push((Stored::New(id), suggestions));
            }
            done += suggested.len();
            self.suggest_for(suggested.into_iter())?;
            if !progress.step(Step { done, total, ..Step::default() }) {
                return Ok(());
            }
            after = Some(last);
        }
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
