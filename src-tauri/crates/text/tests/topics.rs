//! The bundled codebook over invented paragraphs: right often enough, and never wrong where a wrong topic was foreseen.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

mod codebook;

use std::collections::BTreeSet;

use chancery_model::Language;
use chancery_text::Matcher;
use serde::Deserialize;

#[derive(Deserialize)]
struct Fixtures {
    fixture: Vec<Fixture>,
}

#[derive(Deserialize)]
struct Fixture {
    id: String,
    lang: String,
    text: String,
    expected: BTreeSet<String>,
    forbidden: BTreeSet<String>,
}

/// Micro-F1 that the codebook must reach on the fixtures: expected against missed and forbidden.
const GOAL: f64 = 0.85;

#[test]
fn the_codebook_reads_the_fixtures() {
    let fixtures: Fixtures = toml::from_str(include_str!("fixtures/topics.toml")).unwrap();
    let matcher = Matcher::new(&codebook::topics());
    let (mut right, mut missed, mut wrong) = (0.0, 0.0, 0.0);
    for fixture in &fixtures.fixture {
        let language = Language::from_code(&fixture.lang);
        let suggestions = matcher.suggest("", &fixture.text, &[], language);
        let found: BTreeSet<String> = suggestions.iter().map(|suggestion| suggestion.topic.clone()).collect();
        for topic in &fixture.expected {
            if found.contains(topic) {
                right += 1.0;
            } else {
                missed += 1.0;
                println!("{}: {topic} is missed", fixture.id);
            }
        }
        for suggestion in
            suggestions.iter().filter(|suggestion| fixture.forbidden.contains(&suggestion.topic))
        {
            wrong += 1.0;
            let reasons: Vec<_> =
                suggestion.reasons.iter().map(|reason| (&reason.words, &reason.term)).collect();
            println!("{}: {} is wrong: {reasons:?}", fixture.id, suggestion.topic);
        }
    }
    let f1 = 2.0 * right / (2.0 * right + missed + wrong);
    println!(
        "{} fixtures: {right} right, {missed} missed, {wrong} wrong, micro-F1 {f1:.3}",
        fixtures.fixture.len()
    );
    assert!(f1 >= GOAL, "micro-F1 {f1:.3}");
}

#[test]
fn every_term_of_the_codebook_matches_itself() {
    let topics = codebook::topics();
    let mut lost = Vec::new();
    for topic in topics.iter().filter(|topic| !topic.group) {
        let matcher = Matcher::new(std::slice::from_ref(topic));
        for term in topic.terms.iter().filter(|term| term.weight > 0.0) {
            let found = matcher.weigh("", &term.text, &[], Some(term.language));
            let itself = found
                .iter()
                .flat_map(|weighed| &weighed.suggestion.reasons)
                .any(|reason| term.text.trim_end_matches(|c: char| !c.is_alphanumeric()) == reason.words);
            if !itself {
                lost.push((topic.slug.clone(), term.text.clone()));
            }
        }
    }
    assert!(lost.is_empty(), "{} terms never match: {lost:?}", lost.len());
}
