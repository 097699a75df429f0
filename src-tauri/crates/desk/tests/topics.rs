//! Topics edited, merged, split, moved and removed: what rests on them follows, and undo takes it all back.
#![allow(clippy::unwrap_used)]

mod common;

use std::collections::BTreeSet;
use std::time::Duration;

use chancery_desk::{
    Desk, DeskError, NewPart, PreviewAsk, PreviewPart, Progress, TextField, TopicChange, TopicDraft,
    TopicFault,
    stored::{OperationRow, TopicRow},
};
use chancery_model::{ArticleId, InLanguages, Language, Span, Term, TermKind, TopicId, Verdict};
use proptest::prop_assert_eq;
use proptest::test_runner::{Config, TestRunner};

fn rows(desk: &Desk) -> Vec<TopicRow> {
    desk.read(|reader| reader.topics()).unwrap()
}

fn row(desk: &Desk, slug: &str) -> TopicRow {
    rows(desk).into_iter().find(|row| row.topic.slug == slug).unwrap_or_else(|| panic!("no topic {slug}"))
}

fn draft(desk: &Desk, slug: &str) -> (TopicId, TopicDraft) {
    let row = row(desk, slug);
    (row.id, TopicDraft::of(&row.topic, row.colour))
}

fn term(language: Language, text: &str) -> Term {
    Term { language, text: text.to_owned(), kind: TermKind::Stem, weight: 1.0, facet: None }
}

fn suggested(desk: &Desk, topic: TopicId) -> Vec<ArticleId> {
    desk.suggest_anew(&mut Progress::silent()).unwrap();
    desk.read(|reader| reader.suggested_on(topic)).unwrap()
}

fn last(desk: &Desk) -> OperationRow {
    desk.read(|reader| reader.operations(None, 1)).unwrap().remove(0)
}

fn fault<T: std::fmt::Debug>(refused: Result<T, DeskError>) -> TopicFault {
    match refused.unwrap_err() {
        DeskError::Topic(fault) => fault,
        other => panic!("{other}"),
    }
}

/// A dossier with topics "gas" and "oil" under a heading "fuel", and the bundled five articles.
fn desk(folder: &std::path::Path) -> (Desk, TopicId, TopicId, TopicId) {
    let desk = common::bundled(folder, common::day(2026));
    let heading = TopicDraft {
        group: true,
        label: InLanguages { en: "Fuel".to_owned(), ru: Some("Топливо".to_owned()), be: None },
        threshold: 0.5,
        colour: 4,
        ..TopicDraft::default()
    };
    let fuel = desk.add_topic(&heading, None, None).unwrap().value;
    let topic = |label: &str, term: Term| TopicDraft {
        label: InLanguages::english(label),
        threshold: 0.5,
        terms: vec![term],
        ..TopicDraft::default()
    };
    let oil = desk.add_topic(&topic("Oil", term(Language::En, "oil")), Some(fuel), None).unwrap().value;
    let gas = desk
        .add_topic(&topic("Natural gas", term(Language::En, "gas")), Some(fuel), Some(oil))
        .unwrap()
        .value;
    (desk, fuel, gas, oil)
}

#[test]
fn a_topic_is_made_where_it_was_asked_for_in_the_colour_of_its_heading() {
    let folder = tempfile::tempdir().unwrap();
    let (desk, fuel, gas, oil) = desk(folder.path());
    let all = rows(&desk);
    let last: Vec<_> = all[all.len() - 3..].iter().map(|row| (row.id, row.parent, row.colour)).collect();
    assert_eq!(last, [(fuel, None, 4), (gas, Some(fuel), 4), (oil, Some(fuel), 4)]);
    assert_eq!(row(&desk, "natural-gas").id, gas);
    let positions: Vec<u32> = all.iter().map(|row| row.position).collect();
    assert_eq!(positions, (0..positions.len() as u32).collect::<Vec<_>>());
    // A second of the same name has a slug of its own.
    let again = TopicDraft { label: InLanguages::english("Oil"), threshold: 0.5, ..TopicDraft::default() };
    desk.add_topic(&again, None, None).unwrap();
    assert_eq!(row(&desk, "oil-2").topic.label.en, "Oil");
}

#[test]
fn an_edit_changes_everything_of_a_topic_as_one_operation_and_suggestions_follow() {
    let folder = tempfile::tempdir().unwrap();
    let (desk, fuel, gas, _) = desk(folder.path());
    let before = suggested(&desk, gas);
    assert!(!before.is_empty());
    let (_, mut edited) = draft(&desk, "natural-gas");
    edited.label.be = Some(" Прыродны  газ\n".to_owned());
    edited.definition.en = "Gas of every kind.".to_owned();
    edited.terms = vec![term(Language::Ru, "Лукашенко"), term(Language::En, "union state")];
    desk.edit_topic(gas, &edited).unwrap();
    assert_eq!(last(&desk).kind.id(), "edit-topic");
    let kept = row(&desk, "natural-gas").topic;
    assert_eq!(kept.label.be.as_deref(), Some("Прыродны  газ"));
    assert_eq!(kept.terms.len(), 2);
    let after = suggested(&desk, gas);
    assert_ne!(after, before);
    assert_eq!(desk.edit_topic(gas, &edited).unwrap().operation, None, "the same again is no operation");
    // The colour of a heading is that of all under it.
    let (_, mut heading) = draft(&desk, "fuel");
    heading.colour = 2;
    desk.edit_topic(fuel, &heading).unwrap();
    assert_eq!(row(&desk, "oil").colour, 2);
    desk.undo().unwrap();
    desk.undo().unwrap();
    assert_eq!(suggested(&desk, gas), before);
    assert_eq!(desk.read(|reader| reader.topic_versions(gas)).unwrap().len(), 1);
}

#[test]
fn what_is_wrong_with_a_draft_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let (desk, fuel, gas, _) = desk(folder.path());
    let (_, good) = draft(&desk, "natural-gas");
    let edit = |change: &dyn Fn(&mut TopicDraft)| {
        let mut draft = good.clone();
        change(&mut draft);
        fault(desk.edit_topic(gas, &draft)).id()
    };
    assert_eq!(edit(&|draft| draft.label.en = " ".to_owned()), "no-label");
    assert_eq!(edit(&|draft| draft.threshold = f64::NAN), "threshold");
    assert_eq!(edit(&|draft| draft.terms[0].text = "–".to_owned()), "term-no-words");
    assert_eq!(edit(&|draft| draft.terms[0].kind = TermKind::Near(3)), "term-one-word");
    assert_eq!(edit(&|draft| draft.terms.push(term(Language::En, "Gas"))), "term-twice");
    assert_eq!(edit(&|draft| draft.terms[0].weight = f64::INFINITY), "term-weight");
    assert_eq!(edit(&|draft| draft.group = true), "heading-with-terms");
    let regex = Term { kind: TermKind::Regex, ..term(Language::En, "(oil") };
    let refused = desk.edit_topic(gas, &TopicDraft { terms: vec![regex], ..good.clone() }).unwrap_err();
    assert_eq!(refused.code(), "topic");
    assert!(refused.args().contains(&("term", "(oil".to_owned())), "{:?}", refused.args());
    assert_eq!(fault(desk.move_topic(fuel, Some(gas), None)), TopicFault::UnderItself);
    assert_eq!(fault(desk.merge_topics(gas, gas)), TopicFault::IntoItself);
    assert_eq!(fault(desk.merge_topics(fuel, gas)), TopicFault::UnderItself);
    assert_eq!(fault(desk.merge_topics(gas, fuel)), TopicFault::IntoHeading);
    let article = desk.read(|reader| reader.article_ids(None, 1)).unwrap()[0];
    desk.decide(&[article], gas, Verdict::ByHand, "").unwrap();
    let heading = TopicDraft { group: true, terms: Vec::new(), ..good.clone() };
    assert_eq!(fault(desk.edit_topic(gas, &heading)), TopicFault::HeadingWithTags);
}

#[test]
fn merging_takes_decisions_codings_notes_briefings_and_terms_along_and_is_undone_whole() {
    let folder = tempfile::tempdir().unwrap();
    let (desk, _, gas, oil) = desk(folder.path());
    let articles = desk.read(|reader| reader.article_ids(None, 10)).unwrap();
    desk.decide(&articles[..2], gas, Verdict::ByHand, "pipes").unwrap();
    desk.decide(&articles[1..2], oil, Verdict::Rejected, "no oil").unwrap();
    desk.add_coding(articles[0], Span::new(0, 12), gas, "of gas").unwrap();
    let note =
        desk.add_note("On fuel", &format!("[[topic:{gas}|Газ]] and [[topic:{oil}]]"), None).unwrap().value;
    let briefing = desk.add_briefing("B").unwrap().value;
    let (_, mut written) = desk.read(|reader| reader.briefing(briefing)).unwrap();
    written.blocks.push(chancery_model::Block::Text(format!("See [[topic:{gas}]].")));
    desk.save_briefing(briefing, &written).unwrap();
    let under = TopicDraft { label: InLanguages::english("LNG"), threshold: 0.5, ..TopicDraft::default() };
    let lng = desk.add_topic(&under, Some(gas), None).unwrap().value;
    let before = (rows(&desk), suggested(&desk, gas), suggested(&desk, oil));

    let foretold = desk.merge_foretold(gas, oil).unwrap();
    let done = desk.merge_topics(gas, oil).unwrap();
    assert_eq!(done.value, foretold, "what is foretold is what is done");
    assert_eq!((foretold.terms.len(), foretold.notes, foretold.children), (1, 1, 1));
    assert_eq!(last(&desk).kind.id(), "merge-topics");
    assert!(rows(&desk).iter().all(|row| row.id != gas));
    assert_eq!(rows(&desk).iter().find(|row| row.id == lng).unwrap().parent, Some(oil));
    for article in &articles[..2] {
        let decided = desk.read(|reader| reader.decisions(*article)).unwrap();
        let on_oil: Vec<_> = decided.iter().filter(|one| one.topic == oil).collect();
        assert_eq!(
            (on_oil.len(), on_oil[0].verdict, on_oil[0].because.as_str()),
            (1, Verdict::ByHand, "pipes")
        );
    }
    assert_eq!(desk.read(|reader| reader.codings_of_topic(oil, 0, 10)).unwrap().len(), 1);
    let kept = desk.read(|reader| reader.note(note)).unwrap().note;
    assert_eq!(kept.markdown, format!("[[topic:{oil}|Газ]] and [[topic:{oil}]]"));
    let (_, kept) = desk.read(|reader| reader.briefing(briefing)).unwrap();
    assert!(kept.blocks.contains(&chancery_model::Block::Text(format!("See [[topic:{oil}]]."))));
    let both: BTreeSet<_> = before.1.iter().chain(&before.2).copied().collect();
    assert_eq!(suggested(&desk, oil), both.into_iter().collect::<Vec<_>>());
    assert!(desk.verify().unwrap().is_sound());

    desk.undo().unwrap();
    assert_eq!((rows(&desk), suggested(&desk, gas), suggested(&desk, oil)), before);
    assert!(desk.verify().unwrap().is_sound());
    desk.redo().unwrap();
    assert!(rows(&desk).iter().all(|row| row.id != gas));
}

#[test]
fn a_split_takes_the_chosen_terms_and_what_was_decided_and_coded_on_the_chosen_articles() {
    let folder = tempfile::tempdir().unwrap();
    let (desk, fuel, gas, oil) = desk(folder.path());
    let (_, mut draft) = draft(&desk, "natural-gas");
    draft.terms.push(term(Language::En, "Putin"));
    draft.definition.en = "Gas.".to_owned();
    desk.edit_topic(gas, &draft).unwrap();
    let articles = suggested(&desk, gas);
    desk.decide(&articles, gas, Verdict::Accepted, "").unwrap();
    desk.add_coding(articles[0], Span::new(0, 5), gas, "memo").unwrap();
    let chosen = BTreeSet::from([1]);
    let foretold = desk.split_foretold(gas, &chosen).unwrap();
    assert_eq!(foretold.len(), articles.len());
    assert!(foretold.iter().any(|one| one.goes > 0.0), "{foretold:?}");
    assert_eq!(foretold.iter().map(|one| one.codings).sum::<u64>(), 1);
    let part = NewPart {
        label: InLanguages::english("Presidents"),
        terms: chosen,
        articles: BTreeSet::from([articles[0]]),
    };
    let before = rows(&desk);
    let new = desk.split_topic(gas, &part).unwrap().value;
    let siblings: Vec<_> =
        rows(&desk).iter().filter(|row| row.parent == Some(fuel)).map(|row| row.id).collect();
    assert_eq!(siblings, [gas, new, oil]);
    let (old, split) = (row(&desk, "natural-gas").topic, row(&desk, "presidents").topic);
    assert_eq!((old.terms.len(), split.terms[0].text.as_str()), (1, "Putin"));
    assert_eq!((old.definition.en.as_str(), split.definition.en.as_str()), ("Gas.", ""));
    let tagged = |topic: TopicId| {
        let on = |id: &&ArticleId| {
            desk.read(|reader| reader.decisions(**id)).unwrap().iter().any(|one| one.topic == topic)
        };
        articles.iter().filter(on).count()
    };
    assert_eq!((tagged(new), tagged(gas)), (1, articles.len() - 1));
    assert_eq!(desk.read(|reader| reader.codings_of_topic(new, 0, 9)).unwrap().len(), 1);
    desk.undo().unwrap();
    assert_eq!((rows(&desk), tagged(gas)), (before, articles.len()));
    assert_eq!(fault(desk.split_topic(gas, &NewPart::default())), TopicFault::NothingToSplit);
}

#[test]
fn a_topic_moves_with_what_lies_under_it() {
    let folder = tempfile::tempdir().unwrap();
    let (desk, fuel, gas, oil) = desk(folder.path());
    let top = rows(&desk)[0].clone();
    let before = rows(&desk);
    desk.move_topic(fuel, None, Some(top.id)).unwrap();
    let order: Vec<_> = rows(&desk).iter().take(4).map(|row| row.id).collect();
    assert_eq!(order, [fuel, gas, oil, top.id]);
    desk.move_topic(gas, Some(top.id), None).unwrap();
    assert_eq!(row(&desk, "natural-gas").colour, top.colour, "the colour of the new heading");
    let versions = desk.read(|reader| reader.topic_versions(gas)).unwrap();
    assert_eq!(versions.len(), 2, "another parent is another version");
    assert_eq!(desk.move_topic(gas, Some(top.id), None).unwrap().operation, None);
    desk.undo().unwrap();
    desk.undo().unwrap();
    assert_eq!(rows(&desk), before);
}

#[test]
fn what_rests_on_a_topic_must_go_somewhere_before_it_is_removed() {
    let folder = tempfile::tempdir().unwrap();
    let (desk, fuel, gas, oil) = desk(folder.path());
    let article = desk.read(|reader| reader.article_ids(None, 1)).unwrap()[0];
    desk.decide(&[article], gas, Verdict::ByHand, "").unwrap();
    let note = desk.add_note("N", &format!("[[topic:{oil}]]"), None).unwrap().value;
    assert_eq!(fault(desk.remove_topic(gas, None)), TopicFault::InUse { tags: 1, codings: 0 });
    assert_eq!(fault(desk.remove_topic(gas, Some(fuel))), TopicFault::IntoHeading);
    let foretold = desk.removal_foretold(gas, Some(oil)).unwrap();
    assert_eq!(desk.remove_topic(gas, Some(oil)).unwrap().value, foretold);
    let decided = desk.read(|reader| reader.decisions(article)).unwrap();
    assert!(decided.iter().any(|one| one.topic == oil));
    desk.undo().unwrap();
    // What nothing rests on goes, and links to it become words.
    desk.remove_topic(oil, None).unwrap();
    assert_eq!(desk.read(|reader| reader.note(note)).unwrap().note.markdown, "Oil");
    desk.remove_topic(fuel, None).unwrap();
    assert_eq!(row(&desk, "natural-gas").parent, None, "what lay under it moves up");
    for _ in 0..2 {
        desk.undo().unwrap().unwrap();
    }
    assert_eq!(desk.read(|reader| reader.note(note)).unwrap().note.markdown, format!("[[topic:{oil}]]"));
    assert!(desk.verify().unwrap().is_sound());
}

fn ask(topic: Option<TopicId>) -> PreviewAsk {
    PreviewAsk { topic, from: 0, turn: None, budget: Duration::from_secs(60) }
}

/// The whole preview, in parts of one article.
fn in_parts(desk: &Desk, topic: Option<TopicId>, draft: &TopicDraft) -> Vec<PreviewPart> {
    let mut parts: Vec<PreviewPart> = Vec::new();
    loop {
        let (from, turn) = parts.last().map_or((0, None), |part| (part.read, Some(part.turn)));
        let ask = PreviewAsk { topic, from, turn, budget: Duration::ZERO };
        let part = desk.topic_preview(ask, draft).unwrap();
        assert!(!part.superseded && part.total == 5);
        if part.read == from {
            return parts;
        }
        parts.push(part);
    }
}

#[test]
fn a_preview_comes_in_parts_newest_first_and_ends_when_another_begins() {
    let folder = tempfile::tempdir().unwrap();
    let (desk, _, gas, _) = desk(folder.path());
    let (_, mut changed) = draft(&desk, "natural-gas");
    changed.terms.push(term(Language::En, "Union State"));
    changed.terms.push(term(Language::En, "–"));
    let whole = desk.topic_preview(ask(Some(gas)), &changed).unwrap();
    let parts = in_parts(&desk, Some(gas), &changed);
    assert_eq!(parts.len(), 5);
    assert_eq!(whole.suggested, parts.iter().map(|part| part.suggested).sum::<u32>());
    let hits = |part: &PreviewPart| part.terms[1].hits;
    assert_eq!(hits(&whole), parts.iter().map(hits).sum::<u32>());
    assert!(whole.terms[0].hits > 0, "{whole:?}");
    assert_eq!(whole.faults.iter().map(Option::is_some).collect::<Vec<_>>(), [false, false, true]);
    for passage in whole.terms.iter().flat_map(|term| &term.passages) {
        let read = desk.read(|reader| reader.readable(passage.article)).unwrap();
        let all = format!("{}{}{}", passage.before, passage.words, passage.after);
        assert!(read.text.contains(&all) || read.title == all, "{passage:?}");
    }
    // The next keystroke: what began before has no further parts.
    let first =
        desk.topic_preview(PreviewAsk { budget: Duration::ZERO, ..ask(Some(gas)) }, &changed).unwrap();
    let newer = desk.topic_preview(ask(Some(gas)), &changed).unwrap();
    let next = PreviewAsk { from: first.read, turn: Some(first.turn), ..ask(Some(gas)) };
    let late = desk.topic_preview(next, &changed).unwrap();
    assert!(late.superseded && late.read == first.read && !newer.superseded);
    assert_eq!(last(&desk).kind.id(), "add-topic", "nothing is kept of a preview");
}

#[test]
fn what_a_preview_foretells_is_what_saving_does() {
    let folder = tempfile::tempdir().unwrap();
    let (desk, _, gas, _) = desk(folder.path());
    const WORDS: [&str; 8] =
        ["gas", "Лукашенко", "Putin", "union state", "саюзн-", "of", "интеграция", "nuclear"];
    let pieces = (proptest::sample::select(&WORDS[..]), 0..3_usize, 0..3_usize, -4..9_i8);
    let drafts = (proptest::collection::vec(pieces, 0..6), 1..10_u8);
    let mut runner = TestRunner::new(Config { cases: 12, failure_persistence: None, ..Config::default() });
    // What was learned speaks, too.
    let articles = desk.read(|reader| reader.article_ids(None, 5)).unwrap();
    desk.decide(&articles[..2], gas, Verdict::ByHand, "").unwrap();
    desk.decide(&articles[2..4], gas, Verdict::Rejected, "").unwrap();
    let before: BTreeSet<ArticleId> = suggested(&desk, gas).into_iter().collect();
    let (_, base) = draft(&desk, "natural-gas");
    runner
        .run(&drafts, |(pieces, tenths)| {
            let mut terms: Vec<Term> = Vec::new();
            for (word, language, kind, weight) in pieces {
                let language = [Language::En, Language::Ru, Language::Be][language];
                let kind = [TermKind::Stem, TermKind::Exact, TermKind::AnyOf][kind];
                let weight = f64::from(weight) / 4.0;
                if !terms.iter().any(|one| (one.language, one.kind, &*one.text) == (language, kind, word)) {
                    terms.push(Term { kind, weight, ..term(language, word) });
                }
            }
            let draft = TopicDraft { terms, threshold: f64::from(tenths) / 10.0, ..base.clone() };
            let parts = in_parts(&desk, Some(gas), &draft);
            let saved = desk.edit_topic(gas, &draft).unwrap().operation.is_some();
            let after: BTreeSet<ArticleId> = suggested(&desk, gas).into_iter().collect();
            let ids = |of: fn(&PreviewPart) -> &chancery_desk::Changing| -> BTreeSet<ArticleId> {
                parts.iter().flat_map(|part| &of(part).articles).map(|one| one.row.id).collect()
            };
            prop_assert_eq!(ids(|part| &part.newly), after.difference(&before).copied().collect());
            prop_assert_eq!(ids(|part| &part.no_longer), before.difference(&after).copied().collect());
            let would: u32 = parts.iter().map(|part| part.suggested).sum();
            prop_assert_eq!(would as usize, after.len());
            if saved {
                desk.undo().unwrap();
            }
            let again: BTreeSet<ArticleId> = suggested(&desk, gas).into_iter().collect();
            prop_assert_eq!(&again, &before);
            Ok(())
        })
        .unwrap();
}

#[test]
fn the_history_of_a_topic_tells_what_changed_and_what_was_decided_under_which_version() {
    let folder = tempfile::tempdir().unwrap();
    let (desk, _, gas, oil) = desk(folder.path());
    let article = desk.read(|reader| reader.article_ids(None, 1)).unwrap()[0];
    let (_, mut draft) = draft(&desk, "natural-gas");
    draft.threshold = 0.6;
    draft.terms[0].weight = 0.5;
    draft.terms.push(term(Language::Be, "газ"));
    draft.definition.ru = Some("Природный газ".to_owned());
    desk.edit_topic(gas, &draft).unwrap();
    desk.decide(&[article], gas, Verdict::ByHand, "").unwrap();
    let history = desk.topic_history(gas).unwrap();
    assert_eq!(history.versions.len(), 2);
    let newest = &history.versions[0];
    let sorts: Vec<&str> = newest
        .changes
        .iter()
        .map(|change| match change {
            TopicChange::Text(TextField::Definition, Language::Ru, before, _) if before.is_empty() => "ru",
            TopicChange::Threshold(before, after) if (*before, *after) == (0.5, 0.6) => "threshold",
            TopicChange::TermChanged(before, after) if before.weight > after.weight => "lighter",
            TopicChange::TermAdded(term) if term.language == Language::Be => "added",
            _ => "other",
        })
        .collect();
    assert_eq!(sorts, ["ru", "threshold", "lighter", "added"]);
    assert_eq!((newest.version.decided.tags, history.versions[1].version.decided.tags), (1, 0));
    desk.merge_topics(gas, oil).unwrap();
    let merged = desk.topic_history(oil).unwrap();
    assert_eq!((merged.elsewhere.tags, merged.versions[0].changes.len()), (1, 3), "{merged:?}");
    desk.undo().unwrap();
    assert_eq!(desk.topic_history(gas).unwrap(), history);
}
