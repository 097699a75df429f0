//! Topics: the rule engine over the codebook, one pass over the words of an article.

mod compile;
mod look;
mod pass;

use std::collections::BTreeMap;
use std::sync::Arc;

use chancery_model::{Furniture, Language, Reason, Span, Suggestion};
use regex::Regex;
use rustc_hash::FxHashMap;

pub use compile::{TermFault, term_fault};
pub use look::{Hit, Looked};
use pass::{Pass, Remembered};

/// The terms of a codebook, compiled once and used for many articles.
#[derive(Clone, Debug)]
pub struct Matcher {
    topics: Vec<Scale>,
    terms: Vec<Compiled>,
    /// Words of terms in their order, and words of terms near each other.
    phrases: Vec<Pattern>,
    near: Vec<Pattern>,
    regexes: Vec<(usize, Regex)>,
    tests: Vec<Test>,
    /// Tests by what they compare: folded stems of each language, folded forms, forms as written, prefixes.
    by_stem: [FxHashMap<String, TestId>; LANGUAGES.len()],
    by_form: FxHashMap<String, TestId>,
    by_case: FxHashMap<String, TestId>,
    by_prefix: FxHashMap<String, TestId>,
    /// Lengths of prefixes in bytes, each once.
    prefix_lengths: Vec<usize>,
    /// Phrases by the test of their first word, and what is near by the tests of all its words.
    openings: FxHashMap<TestId, Vec<usize>>,
    meetings: FxHashMap<TestId, Vec<usize>>,
    remembered: Arc<Remembered>,
    /// Words in the longest phrase, and in the longest stretch in which words are near.
    longest: usize,
    reach: usize,
}

/// The languages terms are written in.
const LANGUAGES: [Language; 3] = [Language::En, Language::Ru, Language::Be];

type TestId = u32;

/// The test every word passes: `*` between two words of a term.
const ANY: TestId = TestId::MAX;

/// A topic as far as scoring needs it.
#[derive(Clone, Debug)]
struct Scale {
    slug: String,
    threshold: f64,
}

/// A term as far as scoring needs it.
#[derive(Clone, Debug)]
struct Compiled {
    topic: usize,
    /// Its place among the terms of the topic.
    at: usize,
    language: Language,
    weight: f64,
    text: String,
    /// Names and acronyms with a capital are looked for in other languages of the same script too.
    name: bool,
}

/// What words must pass for a term to occur.
#[derive(Clone, Debug)]
struct Pattern {
    term: usize,
    tests: Vec<TestId>,
    /// Words from the first to the last at most.
    reach: usize,
}

/// How one word of a term is compared.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Test {
    Stem(usize, String),
    Form(String),
    Case(String),
    Prefix(String),
}

/// An occurrence of a term; `span` is `None` in the title.
#[derive(Clone, Debug)]
struct Occurrence {
    term: usize,
    /// Number of its first word and one past its last, counted through title and text: tells what overlaps.
    words: (usize, usize),
    span: Option<Span>,
    bytes: (usize, usize),
}

/// A topic's score on an article.
#[derive(Clone, Debug, PartialEq)]
pub struct Weighed {
    /// What would be suggested: slug, score, reasons.
    pub suggestion: Suggestion,
    /// Whether the score reaches the topic's threshold.
    pub suggested: bool,
}

/// Occurrences beyond the first add a quarter each, until the term counts double.
const MORE: f64 = 0.25;
const AT_MOST: f64 = 2.0;

impl Matcher {
    /// The topics whose score reaches their threshold, best first.
    #[must_use]
    pub fn suggest(
        &self,
        title: &str,
        text: &str,
        furniture: &[Furniture],
        language: Option<Language>,
    ) -> Vec<Suggestion> {
        let weighed = self.weigh(title, text, furniture, language);
        weighed.into_iter().filter(|weighed| weighed.suggested).map(|weighed| weighed.suggestion).collect()
    }

    /// Every topic that anything speaks for, best first.
    #[must_use]
    pub fn weigh(
        &self,
        title: &str,
        text: &str,
        furniture: &[Furniture],
        language: Option<Language>,
    ) -> Vec<Weighed> {
        let mut pass = Pass::new(self, language);
        pass.read(title, &[], true);
        pass.read(text, furniture, false);
        self.score(pass.end(), title, text)
    }

    fn score(&self, found: Vec<Occurrence>, title: &str, text: &str) -> Vec<Weighed> {
        let mut by_topic: BTreeMap<usize, Vec<Occurrence>> = BTreeMap::new();
        for occurrence in found {
            if let Some(term) = self.terms.get(occurrence.term) {
                by_topic.entry(term.topic).or_default().push(occurrence);
            }
        }
        let mut weighed: Vec<Weighed> = by_topic
            .into_iter()
            .filter_map(|(topic, occurrences)| {
                self.weigh_topic(topic, longest_only(self.not_excluded(occurrences)), title, text)
            })
            .collect();
        // Stable: equal scores stay in the order of the codebook.
        weighed.sort_by(|one, other| other.suggestion.score.total_cmp(&one.suggestion.score));
        weighed
    }

    /// Without the terms of weight zero and what they exclude: occurrences that overlap one and don't enclose it.
    fn not_excluded(&self, occurrences: Vec<Occurrence>) -> Vec<Occurrence> {
        let excludes = |here: &Occurrence| self.terms.get(here.term).is_some_and(|term| term.weight == 0.0);
        let (mut excluding, mut counted): (Vec<_>, Vec<_>) = occurrences.into_iter().partition(excludes);
        if excluding.is_empty() {
            return counted;
        }
        excluding.sort_by_key(|here| here.words);
        let widest = excluding.iter().map(|here| here.words.1 - here.words.0).max().unwrap_or_default();
        counted.retain(|here| {
            let from = excluding.partition_point(|other| other.words.0 + widest <= here.words.0);
            let near = excluding.iter().skip(from).take_while(|other| other.words.0 < here.words.1);
            !near.map(|other| other.words).any(|(start, end)| {
                let encloses = here.words.0 <= start && end <= here.words.1 && here.words != (start, end);
                end > here.words.0 && !encloses
            })
        });
        counted
    }

    fn weigh_topic(
        &self,
        topic: usize,
        occurrences: Vec<Occurrence>,
        title: &str,
        text: &str,
    ) -> Option<Weighed> {
        let scale = self.topics.get(topic)?;
        let mut times: FxHashMap<usize, u32> = FxHashMap::default();
        let mut mass = 0.0;
        let mut reasons = Vec::new();
        for occurrence in occurrences {
            let term = self.terms.get(occurrence.term)?;
            let seen = times.entry(occurrence.term).or_insert(0);
            let adds = term.weight * (multiplier(*seen + 1) - multiplier(*seen));
            *seen += 1;
            if adds == 0.0 {
                continue;
            }
            mass += adds;
            let source = if occurrence.span.is_some() { text } else { title };
            reasons.push(Reason {
                span: occurrence.span,
                words: source.get(occurrence.bytes.0..occurrence.bytes.1).unwrap_or_default().to_owned(),
                weight: adds,
                term: term.text.clone(),
            });
        }
        if mass <= 0.0 || reasons.is_empty() {
            return None;
        }
        let score = mass / (mass + 1.0);
        // 0.3 + 0.3 + 0.4 must reach a mass of 1 whatever the order of adding.
        let suggested = score >= scale.threshold - 1e-9;
        Some(Weighed { suggestion: Suggestion { topic: scale.slug.clone(), score, reasons }, suggested })
    }
}

/// min(1 + 0.25·(n−1), 2) for n > 0, else 0.
fn multiplier(times: u32) -> f64 {
    if times == 0 { 0.0 } else { (1.0 + MORE * f64::from(times - 1)).min(AT_MOST) }
}

/// Of occurrences that overlap only the longest stays: "central bank" is not also "bank". In the order of the text.
fn longest_only(mut occurrences: Vec<Occurrence>) -> Vec<Occurrence> {
    occurrences.sort_by_key(|here| (std::cmp::Reverse(here.words.1 - here.words.0), here.words.0, here.term));
    let mut taken: BTreeMap<usize, usize> = BTreeMap::new();
    occurrences.retain(|here| {
        let before = taken.range(..here.words.1).next_back().is_some_and(|(_, &end)| end > here.words.0);
        if !before {
            taken.insert(here.words.0, here.words.1);
        }
        !before
    });
    occurrences.sort_by_key(|here| here.words);
    occurrences
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
