//! How well a topic does on the analyst's own decisions, as they came and at other thresholds, and what it is taken for.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use chancery_model::{ArticleId, OperationKind, TopicId};
use chancery_store::{Confused, Decided, LearnedBy};
use chancery_text::learn::Features;
use serde_json::json;

use super::Effects;
use super::lesson::{Lesson, Subject};
use super::suggest::{Fit, Plan};
use super::together::reaches;
use crate::{Desk, Done, Progress, Result};

/// What is known of how a topic learns.
#[derive(Clone, Debug, PartialEq)]
pub struct TopicLearning {
    /// Score from which it is suggested.
    pub threshold: f64,
    /// Suggestions accepted, rejected, and articles it was added to by hand; without the bin.
    pub accepted: usize,
    /// Suggestions rejected.
    pub rejected: usize,
    /// Added by hand: it was not suggested.
    pub by_hand: usize,
    /// By what its suggestions are made; `None` where by the rules alone.
    pub by: Option<LearnedBy>,
    /// How it did while it learned, in the order of the decisions.
    pub curve: Vec<Stretch>,
    /// What other thresholds would do.
    pub thresholds: Vec<Consequence>,
    /// Topics it is taken for, most often first.
    pub confused: Vec<(TopicId, Confused)>,
}

/// A stretch of decisions, each judged by what was learned from those before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stretch {
    /// Decisions up to its end.
    pub decisions: usize,
    /// Suggested and belonging.
    pub right: usize,
    /// Suggested and not belonging.
    pub wrong: usize,
    /// Belonging and not suggested.
    pub missed: usize,
}

/// What a threshold would do.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Consequence {
    /// The threshold.
    pub threshold: f64,
    /// Suggestions that would wait.
    pub waiting: usize,
    /// Of the decided articles, each judged by what is learned from the others: suggested and belonging.
    pub right: usize,
    /// Suggested and not belonging.
    pub wrong: usize,
    /// Belonging and not suggested.
    pub missed: usize,
}

/// Stretches of the curve at most, and parts the decisions are dealt into when each is judged by the others.
const STRETCHES: usize = 12;
const PARTS: usize = 5;
/// Thresholds looked at: 0.05, 0.10, … 0.95.
const STEPS: u32 = 19;

/// A decided article with all it is judged by.
struct Case {
    article: ArticleId,
    yes: bool,
    stems: Features,
    rules: Vec<(TopicId, f64)>,
}

impl Desk {
    /// How a topic learns. The first time in a dossier it reads all articles.
    ///
    /// # Errors
    /// `no-such`.
    pub fn topic_learning(&self, topic: TopicId) -> Result<TopicLearning> {
        let Some(subject) = self.subjects(Some(topic))?.pop() else {
            return Err(self.no_such("topic", topic));
        };
        self.keep_all(&mut Progress::silent())?;
        let verdict = |yes: bool, by_hand: bool| {
            subject.decided.iter().filter(|one| one.yes == yes && one.by_hand == by_hand).count()
        };
        let mut in_order = subject.decided.clone();
        in_order.sort_by_key(|one| one.id);
        let cases = self.cases(&in_order)?;
        let mut confused: Vec<(TopicId, Confused)> =
            self.read(|reader| reader.confused(topic))?.into_iter().collect();
        confused.sort_by_key(|(_, one)| std::cmp::Reverse(one.other_instead + one.instead_of_other));
        Ok(TopicLearning {
            threshold: subject.threshold,
            accepted: verdict(true, false),
            rejected: verdict(false, false),
            by_hand: verdict(true, true),
            by: subject.by(),
            curve: curve(&subject, &cases),
            thresholds: self.consequences(&subject, &cases)?,
            confused,
        })
    }

    /// Sets the score from which a topic is suggested: one operation.
    ///
    /// # Errors
    /// `no-such`; `refused` outside 0–1.
    pub fn set_threshold(&self, topic: TopicId, threshold: f64) -> Result<Done<Effects>> {
        let rows = self.read(|reader| reader.topics())?;
        let Some(row) = rows.into_iter().find(|row| row.id == topic && !row.topic.group) else {
            return Err(self.no_such("topic", topic));
        };
        if !(0.0..=1.0).contains(&threshold) {
            return Err(crate::DeskError::NoSuchWord { what: "threshold", word: threshold.to_string() });
        }
        let changed = chancery_model::Topic { threshold, ..row.topic };
        let args = json!({ "topic": changed.slug, "threshold": threshold });
        let done = self.perform(OperationKind::EditTopic, args, |writer| {
            writer.put_topic(&changed, row.position, row.colour)?;
            Ok(())
        })?;
        let Done { operation, changed, .. } = done;
        let effects = if operation.is_some() { self.follow_threshold(topic) } else { Effects::default() };
        Ok(Done { value: effects, operation, changed })
    }

    fn cases(&self, decided: &[Decided]) -> Result<Vec<Case>> {
        let ids: Vec<ArticleId> = decided.iter().map(|one| one.article).collect();
        let mut rules: BTreeMap<ArticleId, Vec<(TopicId, f64)>> = self
            .read(|reader| reader.features_of(&ids))?
            .into_iter()
            .map(|(id, kept)| (id, kept.rules))
            .collect();
        let examples = self.examples(decided)?;
        let case = |(article, stems, yes)| Case {
            article,
            yes,
            stems,
            rules: rules.remove(&article).unwrap_or_default(),
        };
        Ok(examples.into_iter().map(case).collect())
    }

    fn consequences(&self, subject: &Subject, cases: &[Case]) -> Result<Vec<Consequence>> {
        let mut consequences: Vec<Consequence> = (1..=STEPS)
            .map(|step| Consequence {
                threshold: f64::from(step) / f64::from(STEPS + 1),
                ..Consequence::default()
            })
            .collect();
        let mut count = |fit: &Fit,
                         of: fn(&mut Consequence) -> &mut usize,
                         below: Option<fn(&mut Consequence) -> &mut usize>| {
            for one in &mut consequences {
                if fit.has_reason && reaches(fit.scored.score, one.threshold) {
                    *of(one) += 1;
                } else if let Some(below) = below {
                    *below(one) += 1;
                }
            }
        };
        for part in 0..PARTS {
            let others = cases.iter().enumerate().filter(|(at, _)| at % PARTS != part).map(|(_, case)| case);
            // What it is judged by counts as much as all decisions together do.
            let plan = plan_of(subject, &others.collect::<Vec<_>>(), subject.by());
            for case in cases.iter().skip(part).step_by(PARTS) {
                let fit = plan.fit(case.article, &case.rules, Some(&case.stems));
                match case.yes {
                    true => count(&fit, |one| &mut one.right, Some(|one| &mut one.missed)),
                    false => count(&fit, |one| &mut one.wrong, None),
                }
            }
        }
        let plan = Plan::of(subject, self.lesson(subject)?.as_deref());
        let (undecided, _) = self.read(|reader| reader.undecided_on(subject.id))?;
        self.each_kept(|article, rules, stems| {
            if undecided.binary_search(&article).is_ok() {
                count(&plan.fit(article, rules, stems), |one| &mut one.waiting, None);
            }
            ControlFlow::Continue(())
        })?;
        Ok(consequences)
    }
}

/// How a topic would be suggested had only these been decided; by `by`, or by what follows from them.
fn plan_of(subject: &Subject, cases: &[&Case], by: Option<LearnedBy>) -> Plan {
    let decided = cases.iter().map(|case| Decided {
        article: case.article,
        yes: case.yes,
        by_hand: false,
        id: chancery_model::DecisionId(0),
    });
    let so_far = Subject {
        id: subject.id,
        slug: subject.slug.clone(),
        threshold: subject.threshold,
        has_terms: subject.has_terms,
        decided: decided.collect(),
    };
    // The others may not suffice by themselves.
    let Some(own) = so_far.by() else { return Plan::of(&so_far, None) };
    let examples = cases.iter().map(|case| (case.article, case.stems.clone(), case.yes)).collect();
    Plan::of(&so_far, Some(&Lesson::of(subject.id, by.unwrap_or(own), examples)))
}

fn curve(subject: &Subject, cases: &[Case]) -> Vec<Stretch> {
    let length = cases.len().div_ceil(STRETCHES).max(1);
    let mut curve = Vec::new();
    let mut before: Vec<&Case> = Vec::new();
    for stretch in cases.chunks(length) {
        let plan = plan_of(subject, &before, None);
        let mut told = Stretch::default();
        for case in stretch {
            let fit = plan.fit(case.article, &case.rules, Some(&case.stems));
            match (fit.has_reason && reaches(fit.scored.score, subject.threshold), case.yes) {
                (true, true) => told.right += 1,
                (true, false) => told.wrong += 1,
                (false, true) => told.missed += 1,
                (false, false) => {}
            }
        }
        before.extend(stretch);
        told.decisions = before.len();
        curve.push(told);
    }
    curve
}
