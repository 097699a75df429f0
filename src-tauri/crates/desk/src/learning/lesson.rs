//! One topic as far as decisions make it: which are in force, and what follows from them.

use std::sync::Arc;

use chancery_model::{ArticleId, TopicId};
use chancery_store::{Decided, LearnedBy};
use chancery_text::learn::{Explanation, Features, Learner, Nearest, Prose, Scorer};

use super::together::{OF_EACH, learned_by};
use crate::{Desk, Result};

/// A topic that can be suggested, with the decisions in force on it.
pub(crate) struct Subject {
    pub(crate) id: TopicId,
    pub(crate) slug: String,
    pub(crate) threshold: f64,
    pub(crate) has_terms: bool,
    /// By article, without those in the bin.
    pub(crate) decided: Vec<Decided>,
}

impl Subject {
    /// What its suggestions are to be made by; `None` until both sides were decided twice: then by the rules alone.
    pub(crate) fn by(&self) -> Option<LearnedBy> {
        let yes = self.decided.iter().filter(|one| one.yes).count();
        let heard = yes >= OF_EACH && self.decided.len() - yes >= OF_EACH;
        let decisions = self.decided.iter().map(|one| (one.article.0, one.yes));
        heard.then(|| learned_by(decisions, self.threshold, self.has_terms))
    }
}

/// What a topic has learned.
pub(crate) struct Lesson {
    pub(crate) by: LearnedBy,
    topic: TopicId,
    learner: Learner,
}

impl Lesson {
    /// Learns from examples in the order given, from the beginning: another order, or going on from where training stood, would
    /// give numbers that differ in the last places, and the same decisions other suggestions.
    pub(crate) fn of(topic: TopicId, by: LearnedBy, examples: Vec<(ArticleId, Features, bool)>) -> Self {
        let mut learner = Learner::new();
        for (article, features, yes) in examples {
            learner.note(topic, article, || features, Some(yes));
        }
        learner.settle();
        Self { by, topic, learner }
    }

    pub(super) fn decided(&self) -> usize {
        self.by.decisions as usize
    }

    pub(crate) fn scorer(&self) -> Scorer {
        self.learner.scorer(&[self.topic])
    }

    pub(super) fn explain(&self, prose: &Prose<'_>) -> Option<Explanation> {
        self.learner.explain(self.topic, prose)
    }

    pub(super) fn nearest(&self, article: ArticleId, features: &Features, most: usize) -> Nearest {
        self.learner.nearest(self.topic, article, features, most)
    }
}

impl Desk {
    /// The topics that can be suggested, or one of them, with the decisions in force.
    pub(crate) fn subjects(&self, only: Option<TopicId>) -> Result<Vec<Subject>> {
        let (topics, mut decided) = self.read(|reader| Ok((reader.topics()?, reader.decided(only)?)))?;
        let topics = topics.into_iter().filter(|row| !row.topic.group && only.is_none_or(|id| id == row.id));
        let subject = |row: chancery_store::TopicRow| Subject {
            id: row.id,
            slug: row.topic.slug,
            threshold: row.topic.threshold,
            has_terms: !row.topic.terms.is_empty(),
            decided: decided.remove(&row.id).unwrap_or_default(),
        };
        Ok(topics.map(subject).collect())
    }

    /// What a topic has learned from the decisions in force; `None` where that is not heard.
    pub(crate) fn lesson(&self, subject: &Subject) -> Result<Option<Arc<Lesson>>> {
        let Some(by) = subject.by() else { return Ok(None) };
        if let Some(known) = self.learning.lessons().get(&subject.id)
            && known.by.stamp == by.stamp
        {
            return Ok(Some(Arc::clone(known)));
        }
        let lesson = Arc::new(Lesson::of(subject.id, by, self.examples(&subject.decided)?));
        self.learning.remember(subject.id, &lesson);
        Ok(Some(lesson))
    }

    /// Articles that were decided on, as they are learned from.
    pub(crate) fn examples(&self, decided: &[Decided]) -> Result<Vec<(ArticleId, Features, bool)>> {
        let ids: Vec<ArticleId> = decided.iter().map(|one| one.article).collect();
        let mut stems = self.stems_of(&ids)?;
        let example = |one: &Decided| Some((one.article, stems.remove(&one.article)?, one.yes));
        Ok(decided.iter().filter_map(example).collect())
    }
}
