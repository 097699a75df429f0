//! What the bundled dossier asserts, and nothing else: fields, milestones, topics, each with its words.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use std::collections::BTreeMap;

use chancery_desk::{Desk, inspect_with};
use chancery_model::{CodePoints, Confidence, Day, Place, Published};
use chancery_store::{ArticleFilter, ArticleSort};

/// What is expected of one article: title begins, outlet, published, time, confidence, alternatives, dateline.
type Expected = (
    &'static str,
    Option<&'static str>,
    &'static str,
    Option<&'static str>,
    Confidence,
    &'static [&'static str],
    Option<(&'static str, &'static str)>,
);

const EXPECTED: [Expected; 5] = [
    (
        "Belarus, Russia ready to develop",
        Some("TASS"),
        "2021-09-10",
        Some("02:42"),
        Confidence::High,
        &["2021-09-09"],
        Some(("Moscow", "2021-09-09")),
    ),
    (
        "Lukashenko Calls For Further Integration",
        Some("SouthFront"),
        "2021-02-11~",
        None,
        Confidence::Medium,
        &[],
        None,
    ),
    (
        "Putin assessed the prospects",
        None,
        "2020-10-29~",
        None,
        Confidence::Low,
        &["2015-10-29", "2026-10-29"],
        None,
    ),
    (
        "Lukashenko on Belarus-Russia relations",
        None,
        "2024-08-15",
        Some("17:42:00"),
        Confidence::High,
        &[],
        None,
    ),
    (
        "Integration of Russia, Belarus should not",
        Some("TASS"),
        "2021-05-28",
        None,
        Confidence::High,
        &[],
        Some(("Sochi", "2021-05-28")),
    ),
];

#[track_caller]
fn check(
    title: &str,
    outlet: Option<&str>,
    published: Option<&Published>,
    alternatives: &[String],
    dateline: Option<(String, String)>,
    captured: Day,
) {
    let Some(expected) = EXPECTED.iter().find(|expected| title.starts_with(expected.0)) else {
        panic!("unexpected title {title:?}")
    };
    assert_eq!(outlet, expected.1, "{title}: outlet");
    let published = published.unwrap_or_else(|| panic!("{title}: no date"));
    assert_eq!(published.date.to_string(), expected.2, "{title}: published");
    assert_eq!(published.time.map(|time| time.to_string()).as_deref(), expected.3, "{title}: time");
    assert_eq!(published.zone, None, "{title}: no zone is printed");
    // What lies in the future of the capture is no alternative.
    let possible: Vec<&str> =
        expected.5.iter().copied().filter(|date| *date <= captured.to_string().as_str()).collect();
    let days: Vec<&str> = alternatives.iter().map(|date| date.trim_end_matches(['~', '?'])).collect();
    assert_eq!(days, possible, "{title}: alternatives");
    assert_eq!(
        dateline.as_ref().map(|(place, date)| (place.as_str(), date.as_str())),
        expected.6,
        "{title}: dateline"
    );
}

fn check_desk(desk: &Desk, captured: Day) {
    let rows = desk.articles(None, ArticleFilter::default(), ArticleSort::Newest, 0, 50).unwrap().rows;
    assert_eq!(rows.len(), 5);
    for row in rows {
        let article = desk.read(|reader| reader.article(row.id)).unwrap();
        let fields = &article.fields;
        let alternatives: Vec<String> =
            fields.published.alternatives.iter().map(|one| one.value.date.to_string()).collect();
        let dateline = fields.dateline.value.as_ref().map(|dateline| {
            (dateline.place.clone(), dateline.date.as_ref().map(ToString::to_string).unwrap_or_default())
        });
        check(
            &row.title,
            fields.outlet.value.as_deref(),
            fields.published.value.as_ref(),
            &alternatives,
            dateline,
            captured,
        );
        let expected = EXPECTED.iter().find(|expected| row.title.starts_with(expected.0)).unwrap();
        assert!(
            fields.published.confidence >= expected.4.min(Confidence::Medium)
                && (fields.published.confidence == Confidence::Low) == (expected.4 == Confidence::Low),
            "{}",
            row.title
        );
        let text = CodePoints::new(&article.text);
        for basis in fields.published.basis.iter().chain(&fields.outlet.basis).chain(&fields.dateline.basis) {
            if let Place::Text(span) = basis.place {
                assert_eq!(
                    text.slice(span),
                    Some(basis.words.as_str()),
                    "{}: the words of a basis stand where it says",
                    row.title
                );
            }
        }
        assert!(fields.published.value.is_none() || !fields.published.basis.is_empty());
    }
}

#[test]
fn the_five_articles_are_read_the_same_whatever_the_clock_says() {
    for year in [2021, 2026, 2030] {
        let folder = tempfile::tempdir().unwrap();
        check_desk(&common::bundled(folder.path(), common::day(year)), common::day(year));
    }
}

#[test]
fn names_and_order_of_the_files_play_no_part() {
    let folder = tempfile::tempdir().unwrap();
    let mut paths = Vec::new();
    for (at, entry) in std::fs::read_dir(common::seeds().join("articles")).unwrap().enumerate() {
        let path = folder.path().join(format!("{} новость.txt", 9 - at));
        std::fs::copy(entry.unwrap().path(), &path).unwrap();
        paths.push(path);
    }
    paths.reverse();
    let captured = common::day(2026);
    let read = inspect_with(&paths, captured, &[]);
    assert_eq!(read.len(), 5);
    for one in read {
        let document = one.outcome.unwrap().document;
        let alternatives: Vec<String> =
            document.published.alternatives.iter().map(|one| one.value.date.to_string()).collect();
        let dateline = document.dateline.value.as_ref().map(|dateline| {
            (dateline.place.clone(), dateline.date.as_ref().map(ToString::to_string).unwrap_or_default())
        });
        check(
            document.title.value.as_deref().unwrap(),
            document.outlet.value.as_deref(),
            document.published.value.as_ref(),
            &alternatives,
            dateline,
            captured,
        );
    }
}

#[test]
fn an_undated_article_read_alone_has_alternatives_and_no_value() {
    let path = common::seeds().join("articles/002_e399e122d91a18eb.txt");
    let read = inspect_with(&[path], common::day(2026), &[]);
    let published = &read[0].outcome.as_ref().unwrap().document.published;
    assert_eq!(published.value, None);
    let alternatives: Vec<String> =
        published.alternatives.iter().map(|one| one.value.date.to_string()).collect();
    assert!(alternatives.iter().any(|date| date.starts_with("2020-10-29")), "{alternatives:?}");
    assert!(alternatives.iter().any(|date| date.starts_with("2015-10-29")), "{alternatives:?}");
}

#[test]
fn every_milestone_stands_on_passages_that_are_really_there() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::bundled(folder.path(), common::day(2026));
    let (milestones, evidence, lineage) =
        desk.read(|reader| Ok((reader.milestones()?, reader.evidence()?, reader.lineage()?))).unwrap();
    assert!(milestones.len() >= 21, "12 and the nine commitments of 1999");
    for row in &milestones {
        assert!(
            evidence.iter().any(|one| one.evidence.milestone == row.id),
            "{:?} has no evidence",
            row.milestone.slug
        );
        assert!(!row.milestone.who.en.is_empty(), "{:?} does not say who", row.milestone.slug);
    }
    for one in &evidence {
        let article = desk.read(|reader| reader.article(one.evidence.article)).unwrap();
        let anchor = &one.evidence.anchor;
        assert_eq!(CodePoints::new(&article.text).slice(anchor.span), Some(anchor.exact.as_str()));
        assert!(
            !article.furniture.iter().any(|piece| piece.span.overlaps(&anchor.span)),
            "furniture proves nothing"
        );
        assert_eq!(one.evidence.origin.id(), "bundled");
    }
    let dates: BTreeMap<&str, String> = milestones
        .iter()
        .map(|row| (row.milestone.slug.as_deref().unwrap(), row.milestone.date.as_ref().unwrap().to_string()))
        .collect();
    for (slug, date) in [
        ("ratification-exchange", "1995~/1999~"),
        ("treaty-1999", "1999"),
        ("working-group-2018", "2018-12"),
        ("roadmap-drafts", "/2019-11"),
        ("roadmaps-agreed", "/2019-12"),
        ("election-2020", "2020-08-09"),
        ("putin-reciprocity", "2020-10-29"),
        ("peoples-assembly-2021", "2021-02-11"),
        ("sochi-february-2021", "2021-02-22"),
        ("sochi-may-2021", "2021-05-28"),
        ("union-programmes-2021", "2021-09-09"),
        ("allies-2024", "2024-08-15"),
    ] {
        assert_eq!(dates.get(slug).map(String::as_str), Some(date), "{slug}");
    }
    let begun = milestones.iter().filter(|row| row.status.is_some_and(|status| status.id() == "begun"));
    assert_eq!(begun.count(), 9, "the commitments of 1999, on \"These processes continue to this day\"");
    assert!(
        lineage.iter().any(|row| row.lineage.judgement.is_some() && row.lineage.evidence.is_none()),
        "roadmaps to programmes is judgement"
    );
}

#[derive(serde::Deserialize)]
struct Table {
    article: Vec<TableRow>,
}

#[derive(serde::Deserialize)]
struct TableRow {
    file: String,
    expected: Vec<String>,
    forbidden: Vec<String>,
}

#[test]
fn the_topics_are_those_judged_by_reading() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::bundled(folder.path(), common::day(2026));
    let table: Table =
        toml::from_str(&std::fs::read_to_string(common::seeds().join("expected-topics.toml")).unwrap())
            .unwrap();
    assert_eq!(table.article.len(), 5);
    let rows = desk.articles(None, ArticleFilter::default(), ArticleSort::Newest, 0, 50).unwrap().rows;
    for row in rows {
        let article = desk.read(|reader| reader.article(row.id)).unwrap();
        let expected = table.article.iter().find(|one| one.file == article.source_name).unwrap();
        assert!(expected.expected.len() >= 3);
        let suggestions = desk.read(|reader| reader.suggestions(row.id)).unwrap();
        let text = CodePoints::new(&article.text);
        for one in &suggestions {
            assert!(
                !expected.forbidden.contains(&one.suggestion.topic),
                "{}: {} must not be suggested: {:?}",
                article.source_name,
                one.suggestion.topic,
                one.suggestion.reasons
            );
            assert!(!one.suggestion.reasons.is_empty());
            assert_eq!(one.verdict, None, "the bundled dossier decides nothing");
            for reason in &one.suggestion.reasons {
                match reason.span {
                    Some(span) => assert_eq!(text.slice(span), Some(reason.words.as_str())),
                    None => assert!(row.title.contains(&reason.words)),
                }
            }
        }
        for slug in &expected.expected {
            assert!(
                suggestions.iter().any(|one| one.suggestion.topic == *slug),
                "{}: {slug} is missing",
                article.source_name
            );
        }
    }
}

#[test]
fn undo_ends_at_the_bundled_dossier_and_it_verifies() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::bundled(folder.path(), common::day(2026));
    let error = desk.undo().unwrap_err();
    assert_eq!(error.code(), "undo-ends");
    let verified = desk.verify().unwrap();
    assert!(verified.is_sound(), "{:?}", verified.problems);
}

#[test]
fn a_copy_that_is_there_is_never_overwritten_and_a_newer_one_is_separate() {
    let folder = tempfile::tempdir().unwrap();
    let library = common::library(folder.path(), common::day(2026));
    let path = library.ensure_bundled_copy().unwrap();
    let before = std::fs::read(&path).unwrap();
    assert_eq!(library.ensure_bundled_copy().unwrap(), path);
    assert_eq!(std::fs::read(&path).unwrap(), before);
    let newer = library.open_newer_bundled().unwrap();
    assert_ne!(newer.path(), path);
    assert_eq!(newer.bundled_version().unwrap(), Some(chancery_desk::bundled::version()));
}
