//! What is learned, of all topics: the articles decided on, and the decisions.

use std::collections::BTreeMap;
use std::sync::Arc;

use chancery_model::{ArticleId, TopicId};
use rustc_hash::FxHashMap;

use super::explain::{Explanation, Nearest, explain, nearest};
use super::features::{Features, Prose};
use super::scorer::Scorer;
use super::topic::Topic;
use super::vectors::Vectors;
use super::vocabulary::Vocabulary;

/// The articles decided on and what each topic has learned from the decisions.
///
/// Decisions are noted with [`note`](Self::note), which is cheap; [`train`](Self::train) learns from those of one topic. When many
/// articles have come in since words were last weighed, [`settle`](Self::settle) weighs them anew and trains every topic: first after
/// a dossier's decisions were noted, then whenever [`is_settled`](Self::is_settled) says no.
#[derive(Clone, Debug, Default)]
pub struct Learner {
    vocabulary: Arc<Vocabulary>,
    articles: Vec<ArticleId>,
    numbers: FxHashMap<ArticleId, u32>,
    features: Vec<Features>,
    vectors: Vectors,
    topics: BTreeMap<TopicId, Topic>,
}

impl Learner {
    /// One that knows nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Notes whether an article belongs to a topic, or with `None` that this was taken back. The article is read only where none of
    /// its topics was decided before.
    pub fn note(
        &mut self,
        topic: TopicId,
        article: ArticleId,
        read: impl FnOnce() -> Features,
        verdict: Option<bool>,
    ) {
        let known = self.numbers.get(&article).copied();
        let number = match (known, verdict) {
            (Some(number), _) => number,
            (None, None) => return,
            (None, Some(_)) => self.admit(article, read()),
        };
        self.topics.entry(topic).or_default().note(number, verdict);
    }

    fn admit(&mut self, article: ArticleId, features: Features) -> u32 {
        let number = u32::try_from(self.articles.len()).unwrap_or(u32::MAX);
        let vocabulary = Arc::make_mut(&mut self.vocabulary);
        vocabulary.admit(&features);
        self.vectors.push(&vocabulary.vector(&features));
        self.articles.push(article);
        self.numbers.insert(article, number);
        self.features.push(features);
        number
    }

    /// Learns from the decisions on one topic. Until both sides were decided there is nothing to learn.
    pub fn train(&mut self, topic: TopicId) {
        if let Some(topic) = self.topics.get_mut(&topic) {
            topic.train(&self.vectors);
        }
    }

    /// Whether the words are weighed by the articles there are, give or take a tenth.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.articles.len() * 10 <= self.vocabulary.settled_on() * 11
    }

    /// Weighs the words by the articles there are now and trains every topic.
    pub fn settle(&mut self) {
        let vocabulary = Arc::make_mut(&mut self.vocabulary);
        vocabulary.settle(&self.features);
        let mut vectors = Vectors::default();
        for features in &self.features {
            vectors.push(&vocabulary.vector(features));
        }
        self.vectors = vectors;
        for topic in self.topics.values_mut() {
            topic.train(&self.vectors);
        }
    }

    /// Forgets a topic and its decisions.
    pub fn forget(&mut self, topic: TopicId) {
        self.topics.remove(&topic);
    }

    /// The topics that have learned something: both sides were decided and trained on.
    pub fn learned(&self) -> impl Iterator<Item = TopicId> {
        self.topics.iter().filter(|(_, topic)| topic.learned.is_some()).map(|(&id, _)| id)
    }

    /// What scores articles for those of `topics` that have learned something.
    #[must_use]
    pub fn scorer(&self, topics: &[TopicId]) -> Scorer {
        let learned = topics.iter().filter_map(|id| Some((*id, self.topics.get(id)?.learned.as_ref()?)));
        Scorer::new(Arc::clone(&self.vocabulary), learned)
    }

    /// The words of an article that speak for and against a topic; `None` where the topic has learned nothing.
    #[must_use]
    pub fn explain(&self, topic: TopicId, prose: &Prose<'_>) -> Option<Explanation> {
        let learned = self.topics.get(&topic)?.learned.as_ref()?;
        Some(explain(&self.vocabulary, learned, prose))
    }

    /// Of the articles accepted and rejected for a topic the `most` that are most like one, which itself is not among them.
    #[must_use]
    pub fn nearest(&self, topic: TopicId, article: ArticleId, features: &Features, most: usize) -> Nearest {
        let Some(topic) = self.topics.get(&topic) else { return Nearest::default() };
        let mut full = vec![0.0; self.vocabulary.len()];
        for (column, value) in self.vocabulary.vector(features) {
            if let Some(place) = full.get_mut(column as usize) {
                *place = value;
            }
        }
        let others = topic.examples().iter().filter_map(|example| {
            let other = *self.articles.get(example.vector as usize)?;
            (other != article).then(|| (other, example.yes, self.vectors.dot(example.vector, &full)))
        });
        nearest(others, most)
    }
}
