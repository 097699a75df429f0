//! Expressions of time in our own Russian and Belarusian sentences, and in English ones where each sort stands once.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

use chancery_model::{CodePoints, Edtf, Furniture, FurnitureKind, Language, Published, Span};
use chancery_text::times::{Ranges, TimeKind, TimeMention, times};
use proptest::prelude::*;

/// Value F1 that the tagger must reach on the sentences annotated before it was begun.
const GOAL: f64 = 0.9;

fn published(day: &str) -> Published {
    Published { date: Edtf::parse(day).unwrap(), time: None, zone: None }
}

/// As on Friday, 12 March 2021.
fn read(text: &str, language: Language) -> Vec<String> {
    times(text, &[], Some(language), Some(&published("2021-03-12")), None, Ranges::Apart)
        .into_iter()
        .map(|mention| format!("{} = {}", mention.words, mention.timex))
        .collect()
}

/// EDTF where it has a word, else TIMEX3; how often is marked.
fn value(mention: &TimeMention) -> String {
    let week = mention
        .timex
        .split_once("-W")
        .is_some_and(|(_, rest)| rest.starts_with(|c: char| c.is_ascii_digit()));
    match (&mention.value, mention.kind) {
        (_, TimeKind::Set) if mention.timex.starts_with('P') => format!("set:{}", mention.timex),
        (Some(value), _) if !week => value.to_string(),
        _ => mention.timex.clone(),
    }
}

/// A sentence without its brackets, and the values in them with where their words stand.
fn annotated(sentence: &str) -> (String, Vec<(Span, String)>) {
    let mut text = String::new();
    let mut gold = Vec::new();
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('[') {
        let (marked, behind) = after.split_once(']').unwrap();
        let (words, value) = marked.split_once('|').unwrap();
        text.push_str(before);
        let start = u32::try_from(text.chars().count()).unwrap();
        text.push_str(words);
        gold.push((Span::new(start, u32::try_from(text.chars().count()).unwrap()), value.to_owned()));
        rest = behind;
    }
    text.push_str(rest);
    (text, gold)
}

#[test]
fn the_sentences_are_read() {
    let (mut right, mut given, mut expected) = (0, 0, 0);
    let sentences = include_str!("fixtures/dates-in-sentences.txt");
    for line in sentences.lines().filter(|line| !line.starts_with('#')) {
        let [code, day, sentence] = line.splitn(3, ' ').collect::<Vec<_>>().try_into().unwrap();
        let (text, gold) = annotated(sentence);
        let found = times(&text, &[], Language::from_code(code), Some(&published(day)), None, Ranges::Whole);
        given += found.len();
        expected += gold.len();
        for (span, wanted) in gold {
            let hit = found.iter().any(|mention| mention.span.overlaps(&span) && value(mention) == wanted);
            right += usize::from(hit);
            if !hit {
                println!("{line}: not {wanted}");
            }
        }
    }
    let f1 =
        2.0 * f64::from(u32::try_from(right).unwrap()) / f64::from(u32::try_from(given + expected).unwrap());
    println!("{expected} annotated, {given} found, {right} right, value F1 {f1:.3}");
    assert!(f1 >= GOAL, "value F1 {f1:.3}");
}

#[test]
fn english_sorts() {
    for (text, expected) in [
        ("The talks took three weeks.", vec!["three weeks = P3W"]),
        ("for the past two months", vec!["the past two months = P2M"]),
        ("a two-year contract", vec!["two-year = P2Y"]),
        ("after several years of talks", vec!["several years = PXY"]),
        ("a 39-year-old engineer", vec![]),
        ("They meet every month and on Mondays.", vec!["every month = P1M", "Mondays = XXXX-WXX-1"]),
        ("The rate is now set daily.", vec!["now = PRESENT_REF", "daily = P1D"]),
        ("He recently spoke of the future.", vec!["recently = PAST_REF", "the future = FUTURE_REF"]),
        ("on Thursday evening", vec!["Thursday evening = 2021-03-11TEV"]),
        ("until 9 a.m. Tuesday", vec!["9 a.m. Tuesday = 2021-03-09T09:00"]),
        ("last week and this weekend", vec!["last week = 2021-W09", "this weekend = 2021-W10-WE"]),
        ("in the third quarter of 2020", vec!["the third quarter of 2020 = 2020-Q3"]),
        ("in the 20th century", vec!["20th century = 19"]),
        ("by the end of the year", vec!["by the end of the year = 2021"]),
        ("from 2018 to 2020", vec!["2018 = 2018", "2020 = 2020"]),
        ("two years ago", vec!["two years ago = 2019"]),
        ("nineteen ninety-six", vec!["nineteen ninety-six = 1996"]),
        ("its 1990 charter", vec!["1990 = 1990"]),
        ("The plant shipped 2019 tonnes in 12 trains.", vec![]),
    ] {
        assert_eq!(read(text, Language::En), expected, "{text}");
    }
}

#[test]
fn furniture_is_passed_over() {
    let text = "It took three weeks.\nPosted two days ago\nThen two months.";
    let furniture = [Furniture { span: Span::new(21, 40), kind: FurnitureKind::Share }];
    let found = times(text, &furniture, Some(Language::En), None, None, Ranges::Whole);
    let words: Vec<_> = found.iter().map(|mention| mention.words.as_str()).collect();
    assert_eq!(words, ["three weeks", "two months"]);
}

proptest! {
    #[test]
    fn every_mention_stands_where_it_says(text in "([а-яa-z0-9 .,\\-]|year|Monday|три|недели|назад|в |the |last ){0,60}") {
        let found = times(&text, &[], Some(Language::Ru), Some(&published("2021-03-12")), None, Ranges::Whole);
        let points = CodePoints::new(&text);
        let mut end = 0;
        for mention in found {
            prop_assert_eq!(points.slice(mention.span), Some(mention.words.as_str()));
            prop_assert!(mention.span.start >= end, "one after the other");
            end = mention.span.end;
        }
    }
}
