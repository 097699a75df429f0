//! Part of a topic becomes a topic of its own: some of its terms, and what was decided and coded on some articles.

use std::collections::BTreeSet;

use chancery_model::{ArticleId, InLanguages, OperationKind, Topic, TopicId, Verdict};
use chancery_text::Matcher;
use serde_json::json;

use super::tree::{self, Node};
use super::{TopicDraft, TopicFault};
use crate::codebook::free_slug;
use crate::{Desk, Done, Result};

/// What goes to the new topic.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NewPart {
    /// What it is called; English is needed.
    pub label: InLanguages,
    /// Places of the terms it takes among those of the old topic.
    pub terms: BTreeSet<usize>,
    /// Articles whose decisions and codings it takes.
    pub articles: BTreeSet<ArticleId>,
}

/// An article on which something rests on a topic that is to be split.
#[derive(Clone, Debug, PartialEq)]
pub struct SplitArticle {
    /// The article.
    pub article: ArticleId,
    /// What was decided.
    pub verdict: Option<Verdict>,
    /// Passages coded.
    pub codings: u64,
    /// What the terms that go say for it, and those that stay: sums of weights.
    pub goes: f64,
    /// See `goes`.
    pub stays: f64,
}

impl Desk {
    /// The articles on which something rests on a topic, each with what speaks for its going along with some of the terms.
    ///
    /// # Errors
    /// `no-such`.
    pub fn split_foretold(&self, from: TopicId, terms: &BTreeSet<usize>) -> Result<Vec<SplitArticle>> {
        let rows = self.read(|reader| reader.topics())?;
        let topic = &self.row_of(&rows, from)?.topic;
        let (goes, stays) = parted(topic, terms);
        let (goes, stays) = (Matcher::new(&[goes]), Matcher::new(&[stays]));
        let resting = self.read(|reader| reader.rests_on(from))?;
        let mut articles = Vec::with_capacity(resting.len());
        for (article, verdict, codings) in resting {
            let read = self.read(|reader| reader.readable(article))?;
            let mass = |matcher: &Matcher| -> f64 {
                let weighed = matcher.weigh(&read.title, &read.text, &read.furniture, read.language);
                weighed.iter().flat_map(|one| &one.suggestion.reasons).map(|reason| reason.weight).sum()
            };
            articles.push(SplitArticle { article, verdict, codings, goes: mass(&goes), stays: mass(&stays) });
        }
        Ok(articles)
    }

    /// Splits a part off a topic, which keeps the rest. The new topic stands right behind it.
    ///
    /// # Errors
    /// `topic` where nothing is chosen or it would be called nothing; `no-such`.
    pub fn split_topic(&self, from: TopicId, part: &NewPart) -> Result<Done<TopicId>> {
        let rows = self.read(|reader| reader.topics())?;
        let row = self.row_of(&rows, from)?;
        if part.terms.is_empty() && part.articles.is_empty() {
            return Err(TopicFault::NothingToSplit.into());
        }
        let (goes, stays) = parted(&row.topic, &part.terms);
        let slug = free_slug(&part.label.en, rows.iter().map(|row| row.topic.slug.as_str()));
        let draft = TopicDraft {
            label: part.label.clone(),
            definition: InLanguages::default(),
            ..TopicDraft::of(&goes, row.colour)
        };
        let new = TopicDraft { include: InLanguages::default(), exclude: InLanguages::default(), ..draft }
            .topic(slug, row.topic.parent.clone())?;
        let articles: Vec<ArticleId> = part.articles.iter().copied().collect();
        let args = json!({ "topic": row.topic.slug, "title": new.label.en, "articles": articles.len() });
        self.perform(OperationKind::SplitTopic, args, |writer| {
            writer.put_topic(&stays, row.position, row.colour)?;
            let id = writer.put_topic(&new, row.position, row.colour)?;
            let mut nodes = tree::nodes(&rows);
            // Before the next of its siblings.
            let after = rows.iter().skip_while(|one| one.id != from).skip(1);
            let before = after.into_iter().find(|one| one.parent == row.parent).map(|one| one.id);
            tree::put(&mut nodes, Node { id, parent: row.parent, colour: row.colour }, before)?;
            writer.place_topics(&tree::places(&nodes, &rows))?;
            writer.hand_over(from, id, &articles)?;
            Ok(id)
        })
    }
}

/// The topic with the chosen terms, and with the others.
fn parted(topic: &Topic, chosen: &BTreeSet<usize>) -> (Topic, Topic) {
    let part = |goes: bool| {
        let terms = topic.terms.iter().enumerate().filter(|(at, _)| chosen.contains(at) == goes);
        Topic { terms: terms.map(|(_, term)| term.clone()).collect(), ..topic.clone() }
    };
    (part(true), part(false))
}
