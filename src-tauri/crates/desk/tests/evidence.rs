//! Passages a search finds, attached together; evidence moved, copied, judged anew and taken away in one operation each.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::fs;
use std::path::Path;

use chancery_desk::{
    Around, Desk, DeskError, FoundPassage, Gets, Given, MilestoneEntry, Progress, Speaks, StatusEntry,
};
use chancery_model::{ArticleId, EvidenceId, MilestoneId, MilestoneKind, Proves, Span, Stance};
use chancery_store::{ArticleFilter, EvidenceRow};

const ARTICLES: [(&str, &str); 3] = [
    (
        "en",
        "Ministers meet in Brest\n\nPosted: 12.05.2022 10:00\n\nIt rained all day. On 10 May 2022 the two countries signed a treaty \
         on electricity. The treaty on electricity opens the market.\n",
    ),
    (
        "ru",
        "Договор в Бресте\n\nОпубликовано: 11.06.2022 14:05\n\nМинистры подвели итоги года. Договор об электроэнергии подписан 3 \
         марта 2022 года. Шёл дождь.\n",
    ),
    (
        "be",
        "Дагавор у Брэсце\n\nАпублікавана: 11.07.2022 14:05\n\nДагавор аб электраэнергіі абмеркавалі міністры. Ішоў дождж.\n",
    ),
];

fn desk(folder: &Path) -> Desk {
    let desk = common::empty(folder, common::day(2026));
    for (name, text) in ARTICLES {
        let file = folder.join(format!("{name}.txt"));
        fs::write(&file, text).unwrap();
        desk.import(&[file], &mut Progress::silent()).unwrap();
    }
    desk
}

fn found(desk: &Desk, words: &str, sentences: usize) -> Vec<FoundPassage> {
    let page = desk.search(words, ArticleFilter::default(), false, 0, 50).unwrap();
    let around = page.hits.into_iter().map(|hit| Around {
        article: hit.row.id,
        found: hit.snippet.passages,
        sentences,
    });
    let mut all = desk.passages_around(&around.collect::<Vec<_>>()).unwrap();
    all.sort_by_key(|one| one.row.id);
    all
}

fn exact(desk: &Desk, words: &str, sentences: usize) -> Vec<String> {
    found(desk, words, sentences).into_iter().map(|one| one.anchor.exact).collect()
}

fn places(all: &[FoundPassage]) -> Vec<(ArticleId, Span)> {
    all.iter().map(|one| (one.row.id, one.anchor.span)).collect()
}

fn milestone(title: &str) -> MilestoneEntry {
    MilestoneEntry {
        title: title.to_owned(),
        kind: MilestoneKind::Treaty,
        lane: String::new(),
        date: None,
        parent: None,
        who: String::new(),
        role: None,
        description: String::new(),
        deadline: None,
    }
}

const FOR: Speaks = Speaks { stance: Stance::Supports, proves: Proves::Milestone };

fn of(desk: &Desk, id: MilestoneId) -> Vec<EvidenceRow> {
    desk.read(|reader| reader.evidence_of_milestone(id)).unwrap()
}

#[test]
fn around_what_is_found_stand_whole_sentences_and_more_when_asked() {
    let folder = tempfile::tempdir().unwrap();
    let desk = desk(folder.path());
    let either = "signed OR treaty OR подписан OR абмеркавалі";
    assert_eq!(
        exact(&desk, either, 1),
        [
            "On 10 May 2022 the two countries signed a treaty on electricity.",
            "Договор об электроэнергии подписан 3 марта 2022 года.",
            "Дагавор аб электраэнергіі абмеркавалі міністры.",
        ],
        "the sentence with most of the words"
    );
    let wide = found(&desk, either, 2);
    assert!(wide[0].anchor.exact.ends_with("The treaty on electricity opens the market."));
    assert!(wide[0].widens, "a sentence before it is left");
    let all = found(&desk, either, 9);
    assert!(all[2].anchor.exact.ends_with("Ішоў дождж."));
    assert!(all.iter().all(|one| !one.widens));
    let title = found(&desk, "ministers meet", 1);
    assert_eq!(title.len(), 1);
    assert!(!title[0].anchor.exact.is_empty(), "the beginning, where the words stand in the title");
}

#[test]
fn what_is_found_becomes_evidence_in_one_operation_and_none_twice() {
    let folder = tempfile::tempdir().unwrap();
    let desk = desk(folder.path());
    let all = found(&desk, "treaty OR подписан OR абмеркавалі", 1);
    let mut passages = places(&all);
    passages.push(passages[0]);
    let guessed = desk.guess_milestone_of(&passages).unwrap();
    assert_eq!(guessed.entry.date.as_ref().unwrap().to_string(), "2022-03-03", "the earliest that is named");
    let speaks = Speaks { stance: Stance::Mentions, proves: Proves::Date };
    let done = desk.attach_passages(Gets::New(&guessed.entry), &passages, speaks).unwrap();
    assert_eq!((done.value.evidence.len(), done.value.known), (3, 1));
    let rows = of(&desk, done.value.milestone);
    assert!(rows.iter().all(|row| row.evidence.stance == Stance::Mentions));
    assert!(rows.iter().all(|row| row.evidence.proves == [Proves::Date] && row.accepted_at.is_some()));
    let there = done.value.milestone;
    assert_eq!(desk.known_passages(there, &passages).unwrap(), [true; 4]);
    let again = desk.attach_passages(Gets::There(there), &passages, FOR).unwrap();
    assert!(again.operation.is_none() && again.value.known == 4);
    let wider = places(&found(&desk, "treaty", 2));
    assert_eq!(desk.attach_passages(Gets::There(there), &wider, FOR).unwrap().value.evidence.len(), 1);
    desk.undo().unwrap();
    desk.undo().unwrap();
    assert!(desk.read(|reader| reader.milestones()).unwrap().is_empty(), "one operation, undone as one");
    assert!(matches!(desk.attach_passages(Gets::There(there), &[], FOR), Err(DeskError::Missing(_))));
    desk.verify().unwrap();
}

#[test]
fn a_milestone_of_passages_that_name_no_date_has_none() {
    let folder = tempfile::tempdir().unwrap();
    let desk = desk(folder.path());
    let rain = places(&found(&desk, "rained OR дождь OR дождж", 1));
    assert_eq!(rain.len(), 3);
    assert_eq!(desk.guess_milestone_of(&rain).unwrap().entry.date, None);
    let one = desk.guess_milestone_of(&rain[..1]).unwrap();
    assert_eq!(one.entry.date.unwrap().to_string(), "2022-05-12", "of one: the day of its article");
}

/// Two milestones; the first has the three passages.
fn two(desk: &Desk) -> (MilestoneId, MilestoneId, Vec<EvidenceId>) {
    let passages = places(&found(desk, "treaty OR подписан OR абмеркавалі", 1));
    let first = desk.attach_passages(Gets::New(&milestone("One")), &passages, FOR).unwrap().value;
    let other = desk.add_milestone(&milestone("Other"), Some(passages[0])).unwrap().value;
    (first.milestone, other, first.evidence)
}

#[test]
fn evidence_moves_to_another_milestone_which_has_none_of_it_twice() {
    let folder = tempfile::tempdir().unwrap();
    let desk = desk(folder.path());
    let (first, other, ids) = two(&desk);
    let moved = desk.give_evidence(&ids, other, false).unwrap();
    assert_eq!(moved.value, Given { given: 2, known: 1, steps: 0 });
    assert!(of(&desk, first).is_empty());
    assert_eq!(of(&desk, other).len(), 3);
    desk.undo().unwrap();
    assert_eq!((of(&desk, first).len(), of(&desk, other).len()), (3, 1));
    let copied = desk.give_evidence(&ids, other, true).unwrap();
    assert_eq!(copied.value, Given { given: 2, known: 1, steps: 0 });
    assert_eq!((of(&desk, first).len(), of(&desk, other).len()), (3, 3));
    desk.undo().unwrap();
    assert_eq!((of(&desk, first).len(), of(&desk, other).len()), (3, 1));
    desk.verify().unwrap();
}

#[test]
fn what_a_step_rests_on_stays_and_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let desk = desk(folder.path());
    let (first, other, ids) = two(&desk);
    let entry =
        StatusEntry { status: "done".to_owned(), since: None, evidence: vec![ids[1]], judgement: None };
    let step = desk.set_status(first, &entry).unwrap().value;
    let proof = of(&desk, first).iter().find(|row| row.evidence.status_change == Some(step)).unwrap().id;
    let moved = desk.give_evidence(&[proof, ids[2]], other, false).unwrap();
    assert_eq!(moved.value, Given { given: 1, known: 0, steps: 1 });
    assert!(desk.give_evidence(&[proof], other, false).unwrap().operation.is_none());
    assert!(matches!(desk.remove_evidence(&[proof]), Err(DeskError::RestsOnNothing)));
    let copied = desk.give_evidence(&[proof], other, true).unwrap();
    assert_eq!(copied.value.given, 1);
    assert!(of(&desk, other).iter().all(|row| row.evidence.status_change.is_none()));
}

#[test]
fn several_are_judged_anew_or_taken_away_in_one_operation() {
    let folder = tempfile::tempdir().unwrap();
    let desk = desk(folder.path());
    let (first, _, ids) = two(&desk);
    let against =
        |desk: &Desk| of(desk, first).iter().filter(|row| row.evidence.stance == Stance::Contradicts).count();
    desk.set_stance(&ids[..2], Stance::Contradicts).unwrap();
    assert_eq!(against(&desk), 2);
    assert!(desk.set_stance(&ids[..2], Stance::Contradicts).unwrap().operation.is_none());
    desk.undo().unwrap();
    assert_eq!(against(&desk), 0);
    desk.remove_evidence(&ids).unwrap();
    assert!(of(&desk, first).is_empty());
    desk.undo().unwrap();
    assert_eq!(of(&desk, first).len(), 3);
    assert!(matches!(desk.remove_evidence(&[]), Err(DeskError::Missing(_))));
    assert!(desk.remove_evidence(&[EvidenceId(999)]).is_err());
}
