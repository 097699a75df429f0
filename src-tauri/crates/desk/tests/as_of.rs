//! The bundled dossier's story, read off on any day and on both axes.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use chancery_desk::{AsOf, Axis, Come, Desk, Standing};
use chancery_model::{Day, Edtf, Span, Stance, Status};

fn day(text: &str) -> Day {
    Edtf::parse(text).unwrap().only_day().unwrap()
}

fn standing(desk: &Desk, axis: Axis, on: &str, slug: &str) -> Option<Standing> {
    let standings = desk.register().unwrap().standings(AsOf { axis, day: day(on) });
    standings.milestones.into_iter().find(|one| one.row.milestone.slug.as_deref() == Some(slug))
}

/// Drafts of 31 roadmaps, 6–7 of them left, all programmes agreed.
const STORY: [&str; 3] = ["roadmap-drafts", "sochi-february-2021", "union-programmes-2021"];

fn told(desk: &Desk, axis: Axis, on: &str) -> [bool; 3] {
    STORY.map(|slug| standing(desk, axis, on, slug).is_some_and(|one| one.come == Come::Yes))
}

#[test]
fn what_had_happened_by_a_day_is_told_by_all_evidence_held_now() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::bundled(folder.path(), common::day(2026));
    assert_eq!(told(&desk, Axis::HappenedBy, "2019-10-31"), [false, false, false]);
    assert_eq!(told(&desk, Axis::HappenedBy, "2019-12-01"), [true, false, false]);
    assert_eq!(told(&desk, Axis::HappenedBy, "2021-03-01"), [true, true, false]);
    assert_eq!(told(&desk, Axis::HappenedBy, "2021-09-10"), [true, true, true]);
}

#[test]
fn what_was_known_by_a_day_is_told_by_articles_published_by_then() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::bundled(folder.path(), common::day(2026));
    for on in ["2019-12-01", "2021-03-01"] {
        assert_eq!(told(&desk, Axis::KnownBy, on)[..2], [false, false], "{on}");
    }
    assert_eq!(told(&desk, Axis::KnownBy, "2021-06-01"), [true, true, false]);
    assert_eq!(told(&desk, Axis::KnownBy, "2021-09-10"), [true, true, true]);
}

#[test]
fn a_commitment_of_1999_is_in_process_with_its_passage() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::bundled(folder.path(), common::day(2026));
    let currency = standing(&desk, Axis::HappenedBy, "2021-09-10", "commitment-single-currency").unwrap();
    assert_eq!(currency.row.status, Some(Status::Begun));
    let step = currency.changes.last().unwrap().id;
    let passages: Vec<_> = currency
        .evidence
        .iter()
        .filter(|row| row.evidence.status_change == Some(step))
        .map(|row| row.evidence.anchor.exact.as_str())
        .collect();
    assert_eq!(passages, ["These processes continue to this day."]);
}

#[test]
fn between_two_days_the_differences_are_listed_with_their_passages() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::bundled(folder.path(), common::day(2026));
    let register = desk.register().unwrap();
    let between = |axis, one: &str, other: &str| register.between(axis, day(one), day(other));
    let named = |differences: &[chancery_desk::MilestoneChange]| -> Vec<String> {
        differences.iter().filter_map(|one| one.row.milestone.slug.clone()).collect()
    };
    let happened = between(Axis::HappenedBy, "2019-10-31", "2021-03-01");
    let names = named(&happened);
    assert!(
        names.contains(&"roadmap-drafts".to_owned()) && names.contains(&"sochi-february-2021".to_owned())
    );
    assert!(!names.contains(&"union-programmes-2021".to_owned()));
    assert!(happened.iter().all(|one| !one.evidence.is_empty()), "each rests on a passage");
    // The order of the days does not matter, and a day differs from itself in nothing.
    assert_eq!(named(&between(Axis::HappenedBy, "2021-03-01", "2019-10-31")), names);
    assert!(between(Axis::KnownBy, "2021-06-01", "2021-06-01").is_empty());
    let known = between(Axis::KnownBy, "2021-06-01", "2021-09-10");
    assert!(named(&known).contains(&"union-programmes-2021".to_owned()));
}

#[test]
fn a_passage_of_a_later_article_adds_nothing_to_an_earlier_day() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::bundled(folder.path(), common::day(2026));
    let milestone = standing(&desk, Axis::HappenedBy, "2030-01-01", "roadmap-drafts").unwrap().row.id;
    let before = standing(&desk, Axis::KnownBy, "2021-06-01", "roadmap-drafts").unwrap().evidence.len();
    let latest = desk.read(|reader| reader.article_ids(None, 10)).unwrap();
    let article = *latest
        .iter()
        .max_by_key(|id| {
            let row = desk.read(|reader| reader.article_rows(&[**id])).unwrap().remove(0);
            row.published.and_then(|published| published.date.latest())
        })
        .unwrap();
    let passage = chancery_desk::NewEvidence {
        milestone,
        article,
        span: Span::new(0, 20),
        stance: Stance::Mentions,
        proves: chancery_model::Proves::Milestone,
    };
    desk.attach_evidence(&passage).unwrap();
    assert_eq!(
        standing(&desk, Axis::KnownBy, "2021-06-01", "roadmap-drafts").unwrap().evidence.len(),
        before
    );
    let later = standing(&desk, Axis::KnownBy, "2030-01-01", "roadmap-drafts").unwrap();
    assert_eq!(later.evidence.len(), before + 1);
}

#[test]
fn what_is_written_meanwhile_is_in_the_register_asked_again() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::bundled(folder.path(), common::day(2026));
    let count = |desk: &Desk| {
        let standings =
            desk.register().unwrap().standings(AsOf { axis: Axis::KnownBy, day: day("2026-11-21") });
        standings.milestones.len()
    };
    let before = count(&desk);
    assert_eq!(count(&desk), before);
    let entry = chancery_desk::MilestoneEntry {
        title: "Written without a passage".to_owned(),
        kind: chancery_model::MilestoneKind::Statement,
        lane: "politics".to_owned(),
        date: Some(Edtf::parse("2020").unwrap()),
        parent: None,
        who: String::new(),
        role: None,
        description: String::new(),
        deadline: None,
    };
    desk.add_milestone(&entry, None).unwrap();
    assert_eq!(count(&desk), before + 1, "known since it was written");
    let earlier = AsOf { axis: Axis::KnownBy, day: day("2026-11-20") };
    let known = desk.register().unwrap().standings(earlier).milestones;
    assert!(known.iter().all(|one| one.row.milestone.title.en != entry.title), "not the day before");
    desk.undo().unwrap();
    assert_eq!(count(&desk), before);
}

#[test]
fn a_day_whose_year_stands_in_no_passage_is_as_sure_as_the_dates_of_its_articles() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::bundled(folder.path(), common::day(2026));
    let register = desk.register().unwrap();
    let inferred: Vec<&str> = register
        .rows()
        .iter()
        .filter(|row| register.is_inferred(row.id))
        .filter_map(|row| row.milestone.slug.as_deref())
        .collect();
    // Dated from articles that name no year; "On February 22, 2021" does, and TASS of 10 September 2021 is dated surely.
    for slug in ["election-2020", "putin-reciprocity", "sochi-may-2021"] {
        assert!(inferred.contains(&slug), "{inferred:?}");
    }
    for slug in ["sochi-february-2021", "union-programmes-2021", "treaty-1999"] {
        assert!(!inferred.contains(&slug), "{inferred:?}");
    }
}
