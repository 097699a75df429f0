//! One pass over the words of an article: which terms occur where.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, PoisonError};

use chancery_model::{Furniture, Language, Span};

use super::{ANY, LANGUAGES, Matcher, Occurrence, Phrase, TestId};
use crate::dates::Positions;
use crate::{fold, stem, word_indices};

/// Forms remembered at most, with what is known of them.
const VOCABULARY: usize = 20_000;

/// The tests that forms pass, remembered from one article to the next: prose repeats its words. One for each pass under way,
/// with the languages it is for.
#[derive(Debug, Default)]
pub(super) struct Remembered(Mutex<Vec<(Vec<usize>, Forms)>>);

type Forms = HashMap<String, Vec<TestId>>;

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

/// A word in the window: where it stands and which tests it passes.
struct Seen {
    number: usize,
    bytes: (usize, usize),
    tests: Vec<TestId>,
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
        let mut window: VecDeque<Seen> = VecDeque::with_capacity(self.matcher.longest + 1);
        let mut positions = Positions::new(text);
        let mut end = 0;
        let mut pieces = furniture.iter().peekable();
        for (at, form) in word_indices(text) {
            if !title && pieces.peek().is_some() {
                let here = positions.of(at);
                while pieces.next_if(|piece| piece.span.end <= here).is_some() {}
                if pieces.peek().is_some_and(|piece| piece.span.start <= here) {
                    self.close(&mut window, title);
                    continue;
                }
            }
            if !joins(text.get(end..at).unwrap_or_default()) {
                self.close(&mut window, title);
            }
            end = at + form.len();
            let tests = self.tests_of(form);
            window.push_back(Seen { number: self.count, bytes: (at, end), tests });
            self.count += 1;
            if window.len() > self.matcher.longest {
                window.pop_front();
            }
            if window.len() == self.matcher.longest {
                self.open(&window, title);
            }
        }
        self.close(&mut window, title);
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

    /// A break: what is still in the window can only be matched by itself.
    fn close(&mut self, window: &mut VecDeque<Seen>, title: bool) {
        // The full window was tried when its last word came in.
        if window.len() == self.matcher.longest {
            window.pop_front();
        }
        while !window.is_empty() {
            self.open(window, title);
            window.pop_front();
        }
    }

    /// Tries every term that can start at the first word of the window.
    fn open(&mut self, window: &VecDeque<Seen>, title: bool) {
        let Some(first) = window.front() else { return };
        for test in &first.tests {
            for &term in self.matcher.openings.get(test).into_iter().flatten() {
                let Some(phrase) = self.matcher.terms.get(term) else { continue };
                let Some(last) = window.get(phrase.tests.len() - 1) else { continue };
                let mut pairs = phrase.tests.iter().zip(window);
                let passes = pairs.all(|(test, seen)| *test == ANY || seen.tests.contains(test));
                if passes && self.speaks(phrase) {
                    self.found.push(Occurrence {
                        term,
                        words: (first.number, last.number + 1),
                        span: (!title).then(|| Span::new(0, 0)),
                        bytes: (first.bytes.0, last.bytes.1),
                    });
                }
            }
        }
    }

    /// Whether terms of this language count in this article.
    fn speaks(&self, phrase: &Phrase) -> bool {
        if self.slots.iter().any(|slot| LANGUAGES.get(*slot) == Some(&phrase.language)) {
            return true;
        }
        let cyrillic = matches!(phrase.language, Language::Ru | Language::Be);
        phrase.name && cyrillic == matches!(self.language, Some(Language::Ru | Language::Be | Language::Uk))
    }

    fn tests_of(&mut self, form: &str) -> Vec<TestId> {
        if form.len() > LONGEST {
            return Vec::new();
        }
        if let Some(known) = self.known.get(form) {
            return known.clone();
        }
        let matcher = self.matcher;
        let mut tests = Vec::new();
        let plain = form.strip_suffix("'s").or_else(|| form.strip_suffix("’s"));
        for form in [Some(form), plain].into_iter().flatten() {
            let folded = fold(form);
            tests.extend(matcher.by_case.get(form));
            tests.extend(matcher.by_form.get(&folded));
            for &length in matcher.prefix_lengths.iter().take_while(|length| **length <= folded.len()) {
                if let Some(prefix) = folded.get(..length) {
                    tests.extend(matcher.by_prefix.get(prefix));
                }
            }
            for &slot in &self.slots {
                if let (Some(stems), Some(&language)) = (matcher.by_stem.get(slot), LANGUAGES.get(slot)) {
                    tests.extend(stems.get(&stem(&folded, language)));
                }
            }
        }
        tests.sort_unstable();
        tests.dedup();
        if self.known.len() >= VOCABULARY {
            self.known.clear();
        }
        self.known.insert(form.to_owned(), tests.clone());
        tests
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
