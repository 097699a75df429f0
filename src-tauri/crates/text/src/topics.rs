//! Topics: the rule engine over the codebook, one pass over the words of an article.

use std::collections::{BTreeMap, HashMap, VecDeque};

use chancery_model::{Furniture, Language, Reason, Span, Suggestion, TermKind, Topic};

use crate::dates::Positions;
use crate::{fold, stem, word_indices};

/// The terms of a codebook, compiled once and used for many articles.
#[derive(Clone, Debug)]
pub struct Matcher {
    topics: Vec<Scale>,
    terms: Vec<Phrase>,
    tests: Vec<Test>,
    /// Tests by what they compare: folded stems of each language, folded forms, forms as written, prefixes.
    by_stem: [HashMap<String, TestId>; LANGUAGES.len()],
    by_form: HashMap<String, TestId>,
    by_case: HashMap<String, TestId>,
    by_prefix: HashMap<String, TestId>,
    /// Lengths of prefixes in bytes, each once.
    prefix_lengths: Vec<usize>,
    /// Terms by the test of their first word.
    openings: HashMap<TestId, Vec<usize>>,
    /// Words in the longest term.
    longest: usize,
}

/// The languages terms are written in.
const LANGUAGES: [Language; 3] = [Language::En, Language::Ru, Language::Be];

type TestId = u32;

/// A topic as far as scoring needs it.
#[derive(Clone, Debug)]
struct Scale {
    slug: String,
    threshold: f64,
}

/// A term: tests that adjacent words must pass.
#[derive(Clone, Debug)]
struct Phrase {
    topic: usize,
    language: Language,
    tests: Vec<TestId>,
    weight: f64,
    text: String,
    /// Names and acronyms with a capital are looked for in other languages of the same script too.
    name: bool,
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
    /// Compiles the terms of `topics`. Groups have none.
    #[must_use]
    pub fn new(topics: &[Topic]) -> Self {
        let mut matcher = Self {
            topics: Vec::new(),
            terms: Vec::new(),
            tests: Vec::new(),
            by_stem: Default::default(),
            by_form: HashMap::new(),
            by_case: HashMap::new(),
            by_prefix: HashMap::new(),
            prefix_lengths: Vec::new(),
            openings: HashMap::new(),
            longest: 1,
        };
        for topic in topics.iter().filter(|topic| !topic.group) {
            let number = matcher.topics.len();
            matcher.topics.push(Scale { slug: topic.slug.clone(), threshold: topic.threshold });
            for term in &topic.terms {
                matcher.add(number, term);
            }
        }
        matcher.prefix_lengths = matcher.by_prefix.keys().map(String::len).collect();
        matcher.prefix_lengths.sort_unstable();
        matcher.prefix_lengths.dedup();
        matcher
    }

    fn add(&mut self, topic: usize, term: &chancery_model::Term) {
        let Some(slot) = LANGUAGES.iter().position(|language| *language == term.language) else { return };
        let has_capital = term.text.chars().any(char::is_uppercase);
        let words: Vec<(usize, &str)> = word_indices(&term.text).collect();
        let mut tests = Vec::with_capacity(words.len());
        for (at, word) in words {
            // A hyphen right after the word, with no letter behind it, makes the word a prefix.
            let after = term.text.get(at + word.len()..).unwrap_or_default();
            let prefix = after.starts_with('-') && !after[1..].starts_with(char::is_alphanumeric);
            let test = match term.kind {
                TermKind::Exact if has_capital => Test::Case(word.to_owned()),
                TermKind::Exact => Test::Form(fold(word)),
                TermKind::Stem if prefix => Test::Prefix(fold(word)),
                TermKind::Stem => Test::Stem(slot, stem(&fold(word), term.language)),
            };
            tests.push(self.test(test));
        }
        let Some(&first) = tests.first() else { return };
        self.longest = self.longest.max(tests.len());
        self.openings.entry(first).or_default().push(self.terms.len());
        let name = term.kind == TermKind::Exact && has_capital;
        self.terms.push(Phrase {
            topic,
            language: term.language,
            tests,
            weight: term.weight,
            text: term.text.clone(),
            name,
        });
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
        self.score(pass.found, title, text)
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
                self.weigh_topic(topic, longest_only(occurrences), title, text)
            })
            .collect();
        // Stable: equal scores stay in the order of the codebook.
        weighed.sort_by(|one, other| other.suggestion.score.total_cmp(&one.suggestion.score));
        weighed
    }

    fn weigh_topic(
        &self,
        topic: usize,
        occurrences: Vec<Occurrence>,
        title: &str,
        text: &str,
    ) -> Option<Weighed> {
        let scale = self.topics.get(topic)?;
        let mut times: HashMap<usize, u32> = HashMap::new();
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

/// Vocabulary kept of one article at most; texts of prose stay far below it.
const VOCABULARY: usize = 200_000;

/// One pass over an article.
struct Pass<'m> {
    matcher: &'m Matcher,
    /// Which languages' terms count.
    slots: Vec<usize>,
    language: Option<Language>,
    /// Tests each form passes, by form.
    known: HashMap<String, Vec<TestId>>,
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
    fn new(matcher: &'m Matcher, language: Option<Language>) -> Self {
        let slots = match language {
            Some(Language::En) => vec![0],
            // Texts of Belarus mix the two languages, in quotations and in names.
            Some(Language::Ru) => vec![1, 2],
            Some(Language::Be) => vec![2, 1],
            None => vec![0, 1, 2],
            Some(_) => Vec::new(),
        };
        Self { matcher, slots, language, known: HashMap::new(), found: Vec::new(), count: 0 }
    }

    fn read(&mut self, text: &str, furniture: &[Furniture], title: bool) {
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
                let passes = phrase.tests.iter().zip(window).all(|(test, seen)| seen.tests.contains(test));
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

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use chancery_model::{CodePoints, FurnitureKind, InLanguages, Term};
    use proptest::prelude::*;

    fn topic(slug: &str, terms: &[(Language, &str, f64)]) -> Topic {
        let terms = terms.iter().map(|&(language, text, weight)| Term {
            language,
            text: text.to_owned(),
            kind: if text.chars().all(char::is_uppercase) { TermKind::Exact } else { TermKind::Stem },
            weight,
            facet: None,
        });
        Topic {
            slug: slug.to_owned(),
            parent: None,
            group: false,
            label: InLanguages::english(slug),
            definition: InLanguages::default(),
            include: InLanguages::default(),
            exclude: InLanguages::default(),
            threshold: 0.5,
            terms: terms.collect(),
        }
    }

    fn matcher() -> Matcher {
        Matcher::new(&[
            topic(
                "energy",
                &[
                    (Language::En, "gas price", 1.0),
                    (Language::En, "gas", 0.4),
                    (Language::En, "refiner-", 0.5),
                    (Language::Ru, "цена на газ", 1.0),
                    (Language::Be, "цана на газ", 1.0),
                ],
            ),
            topic("transport", &[(Language::En, "road", 1.0), (Language::En, "clear- the road", -1.0)]),
            topic(
                "outside",
                &[(Language::En, "EU", 1.0), (Language::En, "sanction", 0.5), (Language::Ru, "ЕС", 1.0)],
            ),
        ])
    }

    #[track_caller]
    fn check(text: &str, language: Language, expected: &[(&str, &[&str])]) {
        let found = matcher().suggest("", text, &[], Some(language));
        let found: Vec<(&str, Vec<&str>)> = found
            .iter()
            .map(|s| (s.topic.as_str(), s.reasons.iter().map(|reason| reason.words.as_str()).collect()))
            .collect();
        let expected: Vec<(&str, Vec<&str>)> =
            expected.iter().map(|(slug, words)| (*slug, words.to_vec())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn terms_match_by_stem_prefix_and_exact_form() {
        check("Gas prices rose.", Language::En, &[("energy", &["Gas prices"])]);
        check("The gas. Prices rose.", Language::En, &[]);
        check(
            "Gas for refineries and refiners",
            Language::En,
            &[("energy", &["Gas", "refineries", "refiners"])],
        );
        check("The EU answered.", Language::En, &[("outside", &["EU"])]);
        check("The eu answered.", Language::En, &[]);
        check("Sanctions were lifted; no sanction stays. Sanctioned again.", Language::En, &[]);
        check("О ценах на газ", Language::Ru, &[("energy", &["ценах на газ"])]);
        check("Пра цану на газ", Language::Be, &[("energy", &["цану на газ"])]);
        check("Пра цену на газ и ЕС", Language::Be, &[("energy", &["цену на газ"]), ("outside", &["ЕС"])]);
        check("We are clearing the road ahead", Language::En, &[]);
        check("A road is built", Language::En, &[("transport", &["road"])]);
    }

    #[test]
    fn the_score_is_the_formula_and_reasons_add_up_to_it() {
        let text = "gas ".repeat(9) + "and the refinery";
        let found = matcher().suggest("Gas price", &text, &[], Some(Language::En));
        // gas price 1 + gas 0.4 × 2 + refinery 0.5
        let mass = 1.0 + 0.8 + 0.5;
        assert!((found[0].score - mass / (mass + 1.0)).abs() < 1e-9);
        let sum: f64 = found[0].reasons.iter().map(|reason| reason.weight).sum();
        assert!((sum - mass).abs() < 1e-9);
        assert_eq!(found[0].reasons[0].span, None);
    }

    #[test]
    fn furniture_speaks_for_nothing() {
        let text = "Read on about the gas price\nNothing here";
        let furniture = [Furniture { span: Span::new(0, 27), kind: FurnitureKind::Menu }];
        assert!(matcher().suggest("", text, &furniture, Some(Language::En)).is_empty());
        assert_eq!(matcher().suggest("", text, &[], Some(Language::En)).len(), 1);
    }

    proptest! {
        #[test]
        fn every_reason_stands_in_the_text(words in proptest::collection::vec("gas|price|ціна|EU|refinery|the|\\.|\n|\\PC{0,4}", 0..60)) {
            let text = words.join(" ");
            let points = CodePoints::new(&text);
            for language in [None, Some(Language::En), Some(Language::Be), Some(Language::Other(*b"de"))] {
                for suggestion in matcher().suggest("the gas price", &text, &[], language) {
                    prop_assert!(!suggestion.reasons.is_empty());
                    for reason in suggestion.reasons {
                        if let Some(span) = reason.span {
                            prop_assert_eq!(points.slice(span), Some(reason.words.as_str()));
                        }
                    }
                }
            }
        }
    }
}
