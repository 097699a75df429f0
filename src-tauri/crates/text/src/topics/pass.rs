//! One pass over the words of an article: which terms occur where.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use chancery_model::{Furniture, Language, Span};

use super::{ANY, Compiled, LANGUAGES, Matcher, Occurrence, TestId};
use crate::dates::Positions;
use crate::{Memory, fold, stem, word_indices};

/// The tests that forms pass, remembered from one article to the next. One for each pass under way, with the languages it is for.
#[derive(Debug, Default)]
pub(super) struct Remembered(Mutex<Vec<(Vec<usize>, Forms)>>);

type Forms = Memory<Tests>;

/// Tests a form passes: most pass none, and none is copied.
type Tests = Option<Arc<[TestId]>>;

impl Remembered {
    fn of(&self, slots: &[usize]) -> Forms {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = kept.iter().position(|(of, _)| of == slots);
        known.map(|at| kept.swap_remove(at).1).unwrap_or_default()
    }

    fn keep(&self, slots: Vec<usize>, forms: Forms) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push((slots, forms));
    }
}

/// Longer than any word of prose, in bytes: matches nothing.
const LONGEST: usize = 256;

/// One pass over an article.
pub(super) struct Pass<'m> {
    matcher: &'m Matcher,
    /// Which languages' terms count.
    slots: Vec<usize>,
    language: Option<Language>,
    /// Tests each form passes, by form.
    known: Forms,
    found: Vec<Occurrence>,
    /// Words read so far.
    count: usize,
}

/// A word read: where it stands and which tests it passes.
struct Seen {
    bytes: (usize, usize),
    tests: Tests,
}

/// Words between which phrases are looked for at a time.
const STRETCH: usize = 4096;

impl Seen {
    fn tests(&self) -> &[TestId] {
        self.tests.as_deref().unwrap_or_default()
    }
}

impl<'m> Pass<'m> {
    pub(super) fn new(matcher: &'m Matcher, language: Option<Language>) -> Self {
        let slots = match language {
            Some(Language::En) => vec![0],
            // Texts of Belarus mix the two languages, in quotations and in names.
            Some(Language::Ru) => vec![1, 2],
            Some(Language::Be) => vec![2, 1],
            None => vec![0, 1, 2],
            Some(_) => Vec::new(),
        };
        let known = matcher.remembered.of(&slots);
        Self { matcher, slots, language, known, found: Vec::new(), count: 0 }
    }

    /// What was found.
    pub(super) fn end(self) -> Vec<Occurrence> {
        self.matcher.remembered.keep(self.slots, self.known);
        self.found
    }

    pub(super) fn read(&mut self, text: &str, furniture: &[Furniture], title: bool) {
        // Words that follow each other without a break, and those of the sentence so far with their numbers.
        let mut stretch: Vec<Seen> = Vec::new();
        let mut sentence: VecDeque<(usize, Seen)> = VecDeque::new();
        let (first, mut places) = (self.count, Vec::new());
        let mut positions = Positions::new(text);
        let mut end = 0;
        let mut pieces = furniture.iter().peekable();
        for (at, form) in word_indices(text) {
            if !title && pieces.peek().is_some() {
                let here = positions.of(at);
                while pieces.next_if(|piece| piece.span.end <= here).is_some() {}
                if pieces.peek().is_some_and(|piece| piece.span.start <= here) {
                    self.close(&mut stretch, title);
                    sentence.clear();
                    continue;
                }
            }
            let gap = text.get(end..at).unwrap_or_default();
            if !joins(gap) {
                self.close(&mut stretch, title);
            }
            end = at + form.len();
            let tests = self.tests_of(form);
            if self.matcher.reach > 0 {
                if gap.contains(['.', '!', '?', '…', '\n']) {
                    sentence.clear();
                }
                if sentence.len() == self.matcher.reach {
                    sentence.pop_front();
                }
                sentence.push_back((self.count, Seen { bytes: (at, end), tests: tests.clone() }));
                self.meet(&sentence, title);
            }
            if !self.matcher.regexes.is_empty() {
                places.push((at, end));
            }
            stretch.push(Seen { bytes: (at, end), tests });
            self.count += 1;
            if stretch.len() == STRETCH + self.matcher.longest {
                self.open(&mut stretch, STRETCH, title);
            }
        }
        self.close(&mut stretch, title);
        self.search(text, &places, first, title);
        // Neither title and text nor two texts share a phrase.
        self.count += 1;
        if !title {
            let mut positions = Positions::new(text);
            self.found.sort_by_key(|here| here.words);
            for here in self.found.iter_mut().filter(|here| here.span.is_some()) {
                let start = positions.of(here.bytes.0);
                let length = text.get(here.bytes.0..here.bytes.1).map_or(0, |words| words.chars().count());
                here.span = Some(Span::new(start, start + u32::try_from(length).unwrap_or(0)));
            }
        }
    }

    /// A break: phrases end before it.
    fn close(&mut self, stretch: &mut Vec<Seen>, title: bool) {
        self.open(stretch, stretch.len(), title);
    }

    /// Tries every phrase that can start at one of the first words of a stretch, which ends with the last word read; those words go.
    fn open(&mut self, stretch: &mut Vec<Seen>, starts: usize, title: bool) {
        let number = self.count - stretch.len();
        for at in 0..starts {
            let Some(window) = stretch.get(at..) else { break };
            let Some(first) = window.first() else { break };
            for test in first.tests() {
                for &phrase in self.matcher.openings.get(test).into_iter().flatten() {
                    let Some(phrase) = self.matcher.phrases.get(phrase) else { continue };
                    let Some(last) = window.get(phrase.tests.len() - 1) else { continue };
                    let mut pairs = phrase.tests.iter().zip(window);
                    if pairs.all(|(test, seen)| *test == ANY || seen.tests().contains(test)) {
                        let words = (number + at, number + at + phrase.tests.len());
                        self.add(phrase.term, words, (first.bytes.0, last.bytes.1), title);
                    }
                }
            }
        }
        stretch.drain(..starts);
    }

    /// Tries every term whose words may be near the last of the sentence so far, of which they end with it.
    fn meet(&mut self, sentence: &VecDeque<(usize, Seen)>, title: bool) {
        let Some((number, last)) = sentence.back() else { return };
        for test in last.tests() {
            for &near in self.matcher.meetings.get(test).into_iter().flatten() {
                let Some(near) = self.matcher.near.get(near) else { continue };
                let mut lacking = near.tests.clone();
                let first = sentence.iter().rev().take(near.reach).find(|(_, seen)| {
                    if let Some(at) = lacking.iter().position(|test| seen.tests().contains(test)) {
                        lacking.swap_remove(at);
                    }
                    lacking.is_empty()
                });
                if let Some((from, first)) = first {
                    self.add(near.term, (*from, number + 1), (first.bytes.0, last.bytes.1), title);
                }
            }
        }
    }

    /// Finds what regular expressions fit. `places` are the words of the text outside furniture, by byte; the first of them is
    /// word number `first`.
    fn search(&mut self, text: &str, places: &[(usize, usize)], first: usize, title: bool) {
        let matcher = self.matcher;
        for (term, regex) in &matcher.regexes {
            for fit in regex.find_iter(text) {
                let from = places.partition_point(|(_, end)| *end <= fit.start());
                let to = places.partition_point(|(start, _)| *start < fit.end());
                // In furniture, or no word of it.
                let outside = word_indices(fit.as_str()).next().is_none_or(|(at, _)| {
                    places.get(from).is_none_or(|(start, end)| {
                        let word = fit.start() + at;
                        word < *start || *end <= word
                    })
                });
                if !outside && from < to {
                    self.add(*term, (first + from, first + to), (fit.start(), fit.end()), title);
                }
            }
        }
    }

    fn add(&mut self, term: usize, words: (usize, usize), bytes: (usize, usize), title: bool) {
        if self.matcher.terms.get(term).is_some_and(|term| self.speaks(term)) {
            let span = (!title).then(|| Span::new(0, 0));
            self.found.push(Occurrence { term, words, span, bytes });
        }
    }

    /// Whether terms of this language count in this article.
    fn speaks(&self, term: &Compiled) -> bool {
        if self.slots.iter().any(|slot| LANGUAGES.get(*slot) == Some(&term.language)) {
            return true;
        }
        let cyrillic = matches!(term.language, Language::Ru | Language::Be);
        term.name && cyrillic == matches!(self.language, Some(Language::Ru | Language::Be | Language::Uk))
    }

    fn tests_of(&mut self, form: &str) -> Tests {
        if form.len() > LONGEST {
            return None;
        }
        let (matcher, slots) = (self.matcher, &self.slots);
        self.known.of(form, |form| matcher.tests_passed(form, slots)).clone()
    }
}

impl Matcher {
    /// The tests that a form passes in articles of some languages.
    fn tests_passed(&self, form: &str, slots: &[usize]) -> Tests {
        let mut tests = Vec::new();
        let plain = form.strip_suffix("'s").or_else(|| form.strip_suffix("’s"));
        for form in [Some(form), plain].into_iter().flatten() {
            let folded = fold(form);
            tests.extend(self.by_case.get(form));
            tests.extend(self.by_form.get(&folded));
            for &length in self.prefix_lengths.iter().take_while(|length| **length <= folded.len()) {
                if let Some(prefix) = folded.get(..length) {
                    tests.extend(self.by_prefix.get(prefix));
                }
            }
            for &slot in slots {
                if let (Some(stems), Some(&language)) = (self.by_stem.get(slot), LANGUAGES.get(slot)) {
                    tests.extend(stems.get(&stem(&folded, language)));
                }
            }
        }
        tests.sort_unstable();
        tests.dedup();
        (!tests.is_empty()).then(|| tests.into())
    }
}

/// Whether what stands between two words leaves them adjacent: blanks, hyphens and quotation marks do, stops do not.
fn joins(gap: &str) -> bool {
    gap.len() <= 12
        && gap.chars().all(|c| match c {
            '\n' => false,
            '-' | '‑' | '–' | '"' | '“' | '”' | '„' | '«' | '»' | '\'' | '’' | '‘' | '/' | '&' => {
                true
            }
            _ => c.is_whitespace(),
        })
}
