//! The terms of a codebook, compiled: what each of their words is compared by.

use std::sync::Arc;

use chancery_model::{Language, Term, TermKind, Topic};
use regex::{Regex, RegexBuilder};
use rustc_hash::FxHashMap;

use super::{ANY, Compiled, LANGUAGES, Matcher, Pattern, Scale, Test, TestId};
use crate::{fold, stem, word_indices};

/// Bytes a compiled regular expression may take.
const REGEX_SIZE: usize = 1 << 20;

/// What hinders a term from ever being found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TermFault {
    /// There is no word in it.
    NoWords,
    /// Words can only be near each other where there are two.
    OneWord,
    /// It is no regular expression; what is wrong with it.
    NoRegex(String),
    /// The regular expression fits the empty text, and so everywhere.
    FitsNothing,
}

impl std::fmt::Display for TermFault {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NoWords => out.write_str("it has no words"),
            Self::OneWord => out.write_str("near needs two words or more"),
            Self::NoRegex(why) => write!(out, "it is no regular expression: {why}"),
            Self::FitsNothing => {
                out.write_str("this regular expression fits the empty text, and so everywhere")
            }
        }
    }
}

/// What is wrong with a term of this kind and text, if anything.
#[must_use]
pub fn term_fault(kind: TermKind, text: &str) -> Option<TermFault> {
    if kind == TermKind::Regex {
        return match regex(text) {
            Ok(regex) => regex.is_match("").then_some(TermFault::FitsNothing),
            // The last line says what; those above draw where.
            Err(why) => Some(TermFault::NoRegex(
                why.to_string().lines().last().unwrap_or_default().trim_start_matches("error: ").to_owned(),
            )),
        };
    }
    let words = |text: &str| word_indices(text).count();
    match kind {
        TermKind::AnyOf if text.split('|').any(|one| words(one) == 0) => Some(TermFault::NoWords),
        _ if words(text) == 0 => Some(TermFault::NoWords),
        TermKind::Near(_) if words(text) == 1 => Some(TermFault::OneWord),
        _ => None,
    }
}

fn regex(text: &str) -> Result<Regex, regex::Error> {
    if text.trim().is_empty() {
        // So that it is told as what it is: something that fits everywhere.
        return Regex::new("");
    }
    RegexBuilder::new(text).case_insensitive(true).size_limit(REGEX_SIZE).build()
}

impl Matcher {
    /// Compiles the terms of `topics`. Groups have none; a term with a fault is passed over.
    #[must_use]
    pub fn new(topics: &[Topic]) -> Self {
        let mut matcher = Self {
            topics: Vec::new(),
            terms: Vec::new(),
            phrases: Vec::new(),
            near: Vec::new(),
            regexes: Vec::new(),
            tests: Vec::new(),
            by_stem: Default::default(),
            by_form: FxHashMap::default(),
            by_case: FxHashMap::default(),
            by_prefix: FxHashMap::default(),
            prefix_lengths: Vec::new(),
            openings: FxHashMap::default(),
            meetings: FxHashMap::default(),
            remembered: Arc::default(),
            longest: 1,
            reach: 0,
        };
        for topic in topics.iter().filter(|topic| !topic.group) {
            let number = matcher.topics.len();
            matcher.topics.push(Scale { slug: topic.slug.clone(), threshold: topic.threshold });
            for (at, term) in topic.terms.iter().enumerate() {
                matcher.add(number, at, term);
            }
        }
        matcher.prefix_lengths = matcher.by_prefix.keys().map(String::len).collect();
        matcher.prefix_lengths.sort_unstable();
        matcher.prefix_lengths.dedup();
        matcher
    }

    fn add(&mut self, topic: usize, at: usize, term: &Term) {
        let Some(slot) = LANGUAGES.iter().position(|language| *language == term.language) else { return };
        if term_fault(term.kind, &term.text).is_some() {
            return;
        }
        match term.kind {
            TermKind::Stem | TermKind::Exact => self.add_phrase(slot, term.kind, &term.text),
            TermKind::AnyOf => {
                term.text.split('|').for_each(|one| self.add_phrase(slot, TermKind::Stem, one))
            }
            TermKind::Near(between) => self.add_near(slot, &term.text, usize::from(between)),
            TermKind::Regex => self.regexes.extend(regex(&term.text).map(|regex| (self.terms.len(), regex))),
        }
        let name = term.kind == TermKind::Exact && term.text.chars().any(char::is_uppercase);
        let (language, weight, text) = (term.language, term.weight, term.text.clone());
        self.terms.push(Compiled { topic, at, language, weight, text, name });
    }

    /// Words in their order, with `*` for any one between them.
    fn add_phrase(&mut self, slot: usize, kind: TermKind, text: &str) {
        let words: Vec<(usize, &str)> = word_indices(text).collect();
        let has_capital = text.chars().any(char::is_uppercase);
        let mut tests = Vec::with_capacity(words.len());
        let mut end = 0;
        for (at, word) in words {
            if !tests.is_empty() {
                let gaps = text.get(end..at).unwrap_or_default().matches('*').count();
                tests.extend(std::iter::repeat_n(ANY, gaps));
            }
            end = at + word.len();
            let test = match kind {
                TermKind::Exact if has_capital => Test::Case(word.to_owned()),
                TermKind::Exact => Test::Form(fold(word)),
                _ => by_stem(slot, word, text.get(end..).unwrap_or_default()),
            };
            tests.push(self.test(test));
        }
        let Some(&first) = tests.first() else { return };
        self.longest = self.longest.max(tests.len());
        self.openings.entry(first).or_default().push(self.phrases.len());
        self.phrases.push(Pattern { term: self.terms.len(), reach: tests.len(), tests });
    }

    fn add_near(&mut self, slot: usize, text: &str, between: usize) {
        let words = word_indices(text);
        let tests: Vec<TestId> = words
            .map(|(at, word)| self.test(by_stem(slot, word, text.get(at + word.len()..).unwrap_or_default())))
            .collect();
        let reach = tests.len() + between;
        self.reach = self.reach.max(reach);
        for test in &tests {
            let meetings = self.meetings.entry(*test).or_default();
            if meetings.last() != Some(&self.near.len()) {
                meetings.push(self.near.len());
            }
        }
        self.near.push(Pattern { term: self.terms.len(), reach, tests });
    }

    fn test(&mut self, test: Test) -> TestId {
        let next = TestId::try_from(self.tests.len()).unwrap_or(TestId::MAX);
        let id = match &test {
            Test::Stem(slot, stem) => match self.by_stem.get_mut(*slot) {
                Some(stems) => *stems.entry(stem.clone()).or_insert(next),
                None => next,
            },
            Test::Form(form) => *self.by_form.entry(form.clone()).or_insert(next),
            Test::Case(form) => *self.by_case.entry(form.clone()).or_insert(next),
            Test::Prefix(prefix) => *self.by_prefix.entry(prefix.clone()).or_insert(next),
        };
        if id == next {
            self.tests.push(test);
        }
        id
    }
}

/// A word of a term by its stem; a hyphen right after it, with no letter behind it, makes it a prefix.
fn by_stem(slot: usize, word: &str, after: &str) -> Test {
    let is_prefix = after.strip_prefix('-').is_some_and(|after| !after.starts_with(char::is_alphanumeric));
    let language = LANGUAGES.get(slot).copied().unwrap_or(Language::En);
    if is_prefix { Test::Prefix(fold(word)) } else { Test::Stem(slot, stem(&fold(word), language)) }
}
