//! Suggests topics anew from what is kept of the articles, and writes what differs.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use chancery_model::{ArticleId, Reason, TopicId};
use chancery_store::{LearnedBy, ScoredArticle};
use chancery_text::learn::{Features, Scorer};
use chancery_text::{ANALYSIS_VERSION, Matcher, Weighed};

use super::lesson::{Lesson, Subject};
use super::together::{BEING_MADE, reaches, together, weight};
use crate::{Desk, Result};

/// How a topic is suggested.
pub(crate) struct Plan {
    pub(crate) topic: TopicId,
    slug: String,
    threshold: f64,
    by: Option<LearnedBy>,
    scorer: Option<Scorer>,
}

/// Of an article: how far a topic fits it, and whether a word speaks for that.
#[derive(Clone, Copy)]
pub(crate) struct Fit {
    pub(crate) scored: ScoredArticle,
    pub(crate) has_reason: bool,
}

impl Plan {
    pub(crate) fn of(subject: &Subject, lesson: Option<&Lesson>) -> Self {
        Self {
            topic: subject.id,
            slug: subject.slug.clone(),
            threshold: subject.threshold,
            by: lesson.map(|lesson| lesson.by),
            scorer: lesson.map(Lesson::scorer),
        }
    }

    pub(crate) fn learned(&self) -> bool {
        self.by.is_some()
    }

    /// What the rules say of an article, where anything.
    pub(super) fn by_rules(&self, weighed: &[Weighed]) -> Option<(TopicId, f64)> {
        let weighed = weighed.iter().find(|one| one.suggestion.topic == self.slug)?;
        Some((self.topic, weighed.suggestion.score))
    }

    /// How far the topic fits an article.
    pub(crate) fn fit(&self, article: ArticleId, rules: &[(TopicId, f64)], stems: Option<&Features>) -> Fit {
        let rules = rules.iter().find(|(topic, _)| *topic == self.topic).map_or(0.0, |(_, score)| *score);
        let learned = self.scorer.as_ref().zip(stems);
        let learned = learned.and_then(|(scorer, stems)| scorer.score(stems).into_iter().next());
        let weight = self.by.map_or(0.0, |by| by.weight);
        let score = together(rules, learned.map(|learned| learned.probability), weight);
        Fit {
            scored: ScoredArticle { article, score, rules, learned: learned.map(|one| one.probability) },
            // Above 0 at least one word of the article is one of the topic's.
            has_reason: rules > 0.0 || learned.is_some_and(|learned| learned.closeness > 0.0),
        }
    }

    /// Whether it fits well enough.
    pub(crate) fn suggests(&self, fit: &Fit) -> bool {
        fit.has_reason && reaches(fit.scored.score, self.threshold)
    }

    /// The suggestion for an article, with the rules' reasons; `None` where it is not suggested.
    pub(super) fn suggest(
        &self,
        article: ArticleId,
        rules: &[(TopicId, f64)],
        stems: Option<&Features>,
        weighed: &[Weighed],
    ) -> Option<(ScoredArticle, Vec<Reason>)> {
        let fit = self.fit(article, rules, stems);
        let reasons = weighed.iter().find(|one| one.suggestion.topic == self.slug);
        let reasons = reasons.map(|one| one.suggestion.reasons.clone()).unwrap_or_default();
        self.suggests(&fit).then_some((fit.scored, reasons))
    }
}

/// Articles read at once from what is kept.
const BATCH: u32 = 2000;
/// Suggestions written in one transaction.
const WRITTEN_AT_ONCE: usize = 500;

impl Desk {
    /// How a topic would be suggested with another threshold, and with terms or without.
    ///
    /// # Errors
    /// When the dossier can't be read.
    pub(crate) fn plan_of_draft(
        &self,
        topic: TopicId,
        threshold: f64,
        has_terms: bool,
    ) -> Result<Option<Plan>> {
        let Some(subject) = self.subjects(Some(topic))?.pop() else { return Ok(None) };
        let lesson = self.lesson(&subject)?;
        let mut plan = Plan::of(&Subject { threshold, has_terms, ..subject }, lesson.as_deref());
        if let Some(by) = &mut plan.by {
            by.weight = weight(by.decisions as usize, has_terms);
        }
        Ok(Some(plan))
    }

    /// Walks over what is kept of all articles; `false` where it was broken off.
    pub(crate) fn each_kept(
        &self,
        mut each: impl FnMut(ArticleId, &[(TopicId, f64)], Option<&Features>) -> ControlFlow<()>,
    ) -> Result<bool> {
        let mut after = ArticleId(0);
        loop {
            let batch = self.read(|reader| reader.features(after, BATCH))?;
            let Some((last, _)) = batch.last() else { return Ok(true) };
            after = *last;
            for (id, kept) in batch {
                let stems = (kept.analysis == ANALYSIS_VERSION).then(|| Features::of_bytes(&kept.stems));
                if each(id, &kept.rules, stems.flatten().as_ref()).is_break() {
                    return Ok(false);
                }
            }
        }
    }

    /// Makes the suggestions of some topics anew for all articles; `false` where it was stopped on the way.
    pub(crate) fn suggest_by(
        &self,
        plans: &[Plan],
        matcher: &Matcher,
        stopped: &dyn Fn() -> bool,
    ) -> Result<bool> {
        let mut fits: Vec<BTreeMap<ArticleId, ScoredArticle>> = vec![BTreeMap::new(); plans.len()];
        let whole = self.each_kept(|article, rules, stems| {
            for (plan, fits) in plans.iter().zip(&mut fits) {
                let fit = plan.fit(article, rules, stems);
                if plan.suggests(&fit) {
                    fits.insert(article, fit.scored);
                }
            }
            if article.0 % 64 == 0 && stopped() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        })?;
        if !whole {
            return Ok(false);
        }
        for (plan, fits) in plans.iter().zip(fits) {
            if !self.write_anew(plan, fits, matcher, stopped)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Writes the suggestions of a topic where they are not as they were.
    fn write_anew(
        &self,
        plan: &Plan,
        mut fits: BTreeMap<ArticleId, ScoredArticle>,
        matcher: &Matcher,
        stopped: &dyn Fn() -> bool,
    ) -> Result<bool> {
        let mut writes: Vec<Write> = Vec::new();
        for (known, _) in self.read(|reader| reader.scores(plan.topic))? {
            match fits.remove(&known.article) {
                Some(fit) if fit == known => {}
                Some(fit) => writes.push(Write::Changed(fit)),
                None => writes.push(Write::Withdrawn(known.article)),
            }
        }
        writes.extend(fits.into_values().map(Write::New));
        let chunks: Vec<&[Write]> = match writes.is_empty() {
            true => vec![&[]],
            false => writes.chunks(WRITTEN_AT_ONCE).collect(),
        };
        for (number, chunk) in chunks.iter().enumerate() {
            if stopped() {
                return Ok(false);
            }
            let by = if number + 1 == chunks.len() { plan.by } else { Some(BEING_MADE) };
            self.write_some(plan, chunk, by, matcher)?;
        }
        Ok(true)
    }

    fn write_some(
        &self,
        plan: &Plan,
        writes: &[Write],
        by: Option<LearnedBy>,
        matcher: &Matcher,
    ) -> Result<()> {
        let mut ready: Vec<(&Write, Option<Vec<Reason>>)> = Vec::with_capacity(writes.len());
        for write in writes {
            let reasons = match write {
                Write::New(fit) if fit.rules > 0.0 => Some(self.rules_reasons(plan, fit.article, matcher)?),
                _ => None,
            };
            ready.push((write, reasons));
        }
        Ok(self.store.derive(|deriver| {
            for (write, reasons) in &ready {
                match write {
                    Write::New(fit) | Write::Changed(fit) => {
                        deriver.put_scored(plan.topic, fit, reasons.as_deref())?;
                    }
                    Write::Withdrawn(article) => deriver.withdraw(plan.topic, *article)?,
                }
            }
            deriver.set_learned_by(plan.topic, by)
        })?)
    }

    fn rules_reasons(&self, plan: &Plan, article: ArticleId, matcher: &Matcher) -> Result<Vec<Reason>> {
        let article = self.read(|reader| reader.readable(article))?;
        let weighed = matcher.weigh(&article.title, &article.text, &article.furniture, article.language);
        let of = weighed.into_iter().find(|one| one.suggestion.topic == plan.slug);
        Ok(of.map(|one| one.suggestion.reasons).unwrap_or_default())
    }

    /// The articles a topic is suggested for and waits on.
    pub(super) fn waiting(&self, topic: TopicId) -> Result<BTreeSet<ArticleId>> {
        let scores = self.read(|reader| reader.scores(topic))?;
        Ok(scores.into_iter().filter(|(_, waits)| *waits).map(|(scored, _)| scored.article).collect())
    }
}

/// What is to be done to a suggestion.
enum Write {
    New(ScoredArticle),
    Changed(ScoredArticle),
    Withdrawn(ArticleId),
}
