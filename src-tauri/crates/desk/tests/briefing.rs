//! What the briefing of the bundled dossier says, in three languages: whose judgement, whose choice of passages, who said it.
#![allow(clippy::unwrap_used)]

mod common;

use std::path::Path;

use chancery_desk::stored::{ArticleFilter, Asked};
use chancery_desk::{AsOf, Axis, BriefHead, Desk, Format, Locale, NewEvidence};
use chancery_model::{Block, Edtf, Proves, Stance};

fn brief(desk: &Desk, folder: &Path, locale: Locale) -> String {
    let path = folder.join("b.md");
    let head = BriefHead { locale, ..BriefHead::default() };
    desk.export(None, &head, Format::Markdown, &path).unwrap();
    std::fs::read_to_string(path).unwrap().replace('\u{a0}', " ")
}

#[test]
fn a_bundled_judgement_is_not_the_analysts_until_confirmed() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::bundled(folder.path(), common::day(2026));
    let bundled = "judgement bundled with the dossier, not made by this analyst — TASS of 28 May 2021";
    let own = "analyst’s judgement — TASS of 28 May 2021";
    let before = brief(&desk, folder.path(), Locale::En);
    assert!(before.matches(bundled).count() == 2 && !before.contains(own), "{before}");
    let link = desk.read(|reader| reader.lineage()).unwrap().remove(0);
    desk.confirm_lineage(link.id, true).unwrap();
    let after = brief(&desk, folder.path(), Locale::En);
    assert!(after.matches(own).count() == 2 && !after.contains(bundled), "{after}");
    desk.undo().unwrap();
    assert_eq!(brief(&desk, folder.path(), Locale::En), before);
}

#[test]
fn bundled_evidence_is_marked_once_a_source_and_told_apart_from_the_analysts() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::bundled(folder.path(), common::day(2026));
    let first = brief(&desk, folder.path(), Locale::En);
    assert_eq!(first.matches("evidence from the bundled dossier").count(), 5, "{first}");
    let milestone = desk.milestone_named("allies-2024").unwrap();
    let evidence = desk.read(|reader| reader.evidence_of_milestone(milestone)).unwrap().remove(0).evidence;
    let new = NewEvidence {
        milestone,
        article: evidence.article,
        span: evidence.anchor.span,
        stance: Stance::Supports,
        proves: Proves::Milestone,
    };
    desk.attach_evidence(&new).unwrap();
    let after = brief(&desk, folder.path(), Locale::En);
    assert_eq!(after.matches("evidence partly from the bundled dossier").count(), 1, "{after}");
}

#[test]
fn what_the_dossier_says_itself_is_in_the_language_of_the_briefing() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::bundled(folder.path(), common::day(2026));
    for (locale, who, name) in [
        (Locale::Ru, "Кто: ", "# Союзное государство Беларуси и России"),
        (Locale::Be, "Хто: ", "# Саюзная дзяржава Беларусі і Расіі"),
    ] {
        let text = brief(&desk, folder.path(), locale);
        assert!(text.starts_with(name), "{text}");
        let (own, _) = text.split_once("SHA-256").unwrap();
        for line in own.lines().filter(|line| line.trim_start().starts_with(who) || line.contains("*(н")) {
            assert!(!line.chars().any(|c| c.is_ascii_alphabetic()), "{line}");
        }
    }
}

#[test]
fn a_passage_is_quoted_once_and_named_at_every_status_it_supports() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::bundled(folder.path(), common::day(2026));
    let text = brief(&desk, folder.path(), Locale::En);
    assert_eq!(text.matches("“These processes continue to this day.”").count(), 1, "{text}");
    let (_, after) = text.split_once("“These processes continue to this day.”").unwrap();
    let context = after.lines().find(|line| line.contains("Supports: ")).unwrap();
    assert_eq!(context.matches(';').count(), 8, "{context}");
    let label = after.lines().find(|line| line.contains("Quotation ")).unwrap();
    let number: String = label.chars().filter(char::is_ascii_digit).take(1).collect();
    assert_eq!(text.matches(&format!("*quotation {number}*")).count(), 9, "{text}");
}

#[test]
fn what_has_no_ladder_says_its_kind_and_key_points_say_who() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::bundled(folder.path(), common::day(2026));
    let text = brief(&desk, folder.path(), Locale::En);
    assert!(text.contains("Kind: *statement*") && text.contains("Kind: *outside event*"), "{text}");
    assert_eq!(text.matches("Status: ").count(), 9, "{text}");
    let (points, rest) = text.split_once("## Timeline").unwrap();
    assert_eq!(points.matches("*Who: ").count(), 12, "{points}");
    assert!(points.contains("*Who: Vladimir Putin (announced)* [3]"), "{points}");
    let (timeline, _) = rest.split_once("## Milestone register").unwrap();
    for words in [
        "**Economic space**",
        "Agreement on the Union State, including: Constitution of the union; Two-chamber",
    ] {
        assert!(timeline.contains(words), "{timeline}");
    }
}

fn as_of(desk: &Desk, folder: &Path, locale: Locale, axis: Axis, on: &str) -> String {
    let path = folder.join("as-of.md");
    let day = Edtf::parse(on).unwrap().only_day().unwrap();
    let head = BriefHead { locale, as_of: Some(AsOf { axis, day }), ..BriefHead::default() };
    desk.export(None, &head, Format::Markdown, &path).unwrap();
    std::fs::read_to_string(path).unwrap().replace('\u{a0}', " ")
}

#[test]
fn a_briefing_as_of_a_day_says_so_and_uses_what_counts_on_it() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::bundled(folder.path(), common::day(2026));
    let told = |axis, on: &str| as_of(&desk, folder.path(), Locale::En, axis, on);
    let (drafts, left, agreed) = (
        "Drafts of 31 roadmaps prepared",
        "6–7 roadmaps left to work on",
        "agreement reached on all Union State",
    );
    let has = |text: &str| [drafts, left, agreed].map(|words| text.contains(words));

    let happened = told(Axis::HappenedBy, "2019-12-01");
    assert!(happened.contains("1 December 2019: what had happened by then"), "{happened}");
    assert_eq!(has(&happened), [true, false, false]);
    assert_eq!(has(&told(Axis::HappenedBy, "2021-03-01")), [true, true, false]);
    assert_eq!(has(&told(Axis::HappenedBy, "2021-09-10")), [true, true, true]);

    for on in ["2019-12-01", "2021-03-01"] {
        assert_eq!(has(&told(Axis::KnownBy, on))[..2], [false, false], "{on}");
    }
    let known = told(Axis::KnownBy, "2021-06-01");
    assert_eq!(has(&known), [true, true, false], "{known}");
    assert!(
        known.contains("These processes continue to this day."),
        "the commitments of 1999 with their passage"
    );
    assert!(!known.contains("2024"), "no source of a later day: {known}");
    assert_eq!(known, told(Axis::KnownBy, "2021-06-01"), "the same dossier and day give the same bytes");
}

#[test]
fn the_head_of_a_briefing_as_of_a_day_is_in_its_language() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::bundled(folder.path(), common::day(2026));
    for (locale, words) in [
        (Locale::En, "1 June 2021: what articles published by then had told"),
        (Locale::Ru, "что было известно из статей, опубликованных к этому дню"),
        (Locale::Be, "што было вядома з артыкулаў, апублікаваных да гэтага дня"),
    ] {
        let text = as_of(&desk, folder.path(), locale, Axis::KnownBy, "2021-06-01");
        assert!(text.contains(words), "{text}");
    }
}

#[test]
fn a_saved_search_is_shown_with_the_sentences_that_answer_as_it_finds_them_then() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::bundled(folder.path(), common::day(2026));
    let asked = Asked { words: "lukashenko".to_owned(), newest_first: true, ..Asked::default() };
    let search = desk.save_search("What Lukashenko said", asked).unwrap().value;
    let briefing = desk.add_briefing("Found").unwrap().value;
    let (_, mut draft) = desk.read(|reader| reader.briefing(briefing)).unwrap();
    draft.blocks = vec![Block::Found(search, 2), Block::Found(search, 1)];
    desk.save_briefing(briefing, &draft).unwrap();
    let written = |as_of: Option<AsOf>| {
        let path = folder.path().join("found.md");
        desk.export_briefing(briefing, as_of, Format::Markdown, &path).unwrap();
        std::fs::read_to_string(path).unwrap().replace('\u{a0}', " ")
    };

    let all = desk.search("lukashenko", ArticleFilter::default(), true, 0, 50).unwrap();
    let number = all.hits.len();
    assert!(number >= 2, "the bundled articles speak of it");
    let text = written(None);
    let told = format!("answer “lukashenko”: {number}. Shown, newest first, with a passage of each: 2.");
    assert!(text.contains("## What Lukashenko said") && text.contains(&told), "{text}");
    let quotes: Vec<&str> = text.lines().filter(|line| line.starts_with("> “")).collect();
    assert_eq!(quotes.len(), 3, "{text}");
    for quote in &quotes {
        let words = quote.to_lowercase();
        assert!(words.contains("lukashenko") && words.contains('['), "{quote}");
    }
    // The same sentence of the same source, in both blocks.
    assert_eq!(quotes.first(), quotes.get(2));

    // Known by a day before any of them was published: nothing answers.
    let before = AsOf { axis: Axis::KnownBy, day: Edtf::parse("1999-01-01").unwrap().only_day().unwrap() };
    assert!(written(Some(before)).contains("Nothing answers these words."));

    // A search that is gone is left out, and comes back with it.
    desk.remove_search(search).unwrap();
    assert!(!written(None).contains("What Lukashenko said"));
    desk.undo().unwrap();
    assert_eq!(written(None), text);
}
