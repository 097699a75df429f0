//! Milestones proposed from dated sentences: what is proposed, what a yes or no does, and what undo brings back.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::fs;
use std::path::Path;

use chancery_desk::{Desk, FieldValue, Progress, Proposal, ProposalAsk, ProposalOrder};
use chancery_model::{ArticleId, DateAnchor, Edtf, MilestoneKind, Status};
use chancery_store::FieldName;

fn desk(folder: &Path, articles: &[(&str, &str)]) -> Desk {
    let desk =
        common::library(folder, common::day(2026)).create(&folder.join("own.dossier"), "", false).unwrap();
    import(&desk, folder, articles);
    desk
}

fn import(desk: &Desk, folder: &Path, articles: &[(&str, &str)]) {
    for (name, text) in articles {
        let file = folder.join(format!("{name}.txt"));
        fs::write(&file, text).unwrap();
        desk.import(&[file], &mut Progress::silent()).unwrap();
    }
    desk.read_dated(&mut Progress::silent()).unwrap();
}

const ALL: ProposalAsk = ProposalAsk { article: None, order: ProposalOrder::Score, limit: 50 };

fn proposed(desk: &Desk) -> Vec<Proposal> {
    desk.proposals(ALL).unwrap().items
}

fn date_of(proposal: &Proposal) -> String {
    proposal.entry.date.as_ref().unwrap().to_string()
}

fn titles(desk: &Desk) -> Vec<String> {
    proposed(desk).into_iter().map(|one| one.entry.title).collect()
}

const TREATY: (&str, &str) = (
    "treaty",
    "Ministers sign in Brest\n\nPosted: 12.05.2022 10:00\n\nOn Tuesday the two countries signed a treaty on a common market \
     for electricity in Brest. It rained all day.\n",
);
const TREATY_RU: (&str, &str) = (
    "treaty-ru",
    "Договор в Бресте\n\nОпубликовано: 11.05.2022 14:05\n\nМинистры подвели итоги года. Как сообщили в Бресте, 10 мая 2022 года \
     стороны подписали договор об общем рынке электроэнергии. Шёл дождь.\n",
);
const GROUP_BE: (&str, &str) = (
    "group-be",
    "Рабочая група\n\nАпублікавана: 11.07.2022 14:05\n\nУ чэрвені 2022 года бакі стварылі рабочую групу па інтэграцыі мытных \
     правілаў. Пра гэта паведамілі ў Мінску.\n",
);

#[test]
fn a_dated_sentence_with_cues_becomes_a_milestone_with_its_passage_and_undo_takes_it_back() {
    let folder = tempfile::tempdir().unwrap();
    let desk = desk(folder.path(), &[TREATY]);
    let [one] = proposed(&desk).try_into().unwrap();
    assert_eq!(
        one.entry.title,
        "The two countries signed a treaty on a common market for electricity in Brest"
    );
    assert_eq!((one.entry.kind, date_of(&one).as_str()), (MilestoneKind::Treaty, "2022-05-10"));
    let passage = &one.passages[0];
    assert_eq!((passage.date_words.as_str(), passage.anchor), ("Tuesday", DateAnchor::Published));
    assert!(one.cues.iter().any(|cue| cue.id == "sign" && cue.weight > 0.5));

    let entry = chancery_desk::MilestoneEntry { title: "Electricity treaty".to_owned(), ..one.entry.clone() };
    let (made, _) = desk.accept_proposal(one.id, &entry).unwrap().value;
    let (row, evidence) =
        desk.read(|reader| Ok((reader.milestone(made)?, reader.evidence_of_milestone(made)?))).unwrap();
    assert_eq!(row.milestone.title.en, "Electricity treaty");
    assert_eq!(row.milestone.date_rule, "\"Tuesday\", counted from the article of 2022-05-12");
    assert_eq!(evidence[0].evidence.anchor.exact, passage.exact);
    assert_eq!(titles(&desk), Vec::<String>::new());

    desk.undo().unwrap();
    assert!(desk.read(|reader| reader.milestones()).unwrap().is_empty());
    assert_eq!(titles(&desk).len(), 1);
    desk.redo().unwrap();
    assert_eq!(titles(&desk).len(), 0);
}

#[test]
fn what_two_languages_tell_of_one_day_is_one_proposal_and_reprints_do_not_count() {
    let folder = tempfile::tempdir().unwrap();
    let reprint = ("reprint", TREATY.1);
    let later =
        reprint.1.replace("Posted: 12.05.2022", "Posted: 13.05.2022").replace("all day", "all day long");
    let desk = desk(folder.path(), &[TREATY, TREATY_RU, ("reprint", &later), GROUP_BE]);
    let all = proposed(&desk);
    assert_eq!(all.len(), 2, "{:?}", titles(&desk));
    let treaty = all.iter().find(|one| one.entry.kind == MilestoneKind::Treaty).unwrap();
    let mut told: Vec<usize> = treaty.passages.iter().map(|passage| passage.copies).collect();
    told.sort_unstable();
    assert_eq!(told, [0, 1]);
    let group = all.iter().find(|one| one.entry.kind == MilestoneKind::WorkingGroup).unwrap();
    assert_eq!(date_of(group), "2022-06");

    let (made, _) = desk.accept_proposal(treaty.id, &treaty.entry).unwrap().value;
    let evidence = desk.read(|reader| reader.evidence_of_milestone(made)).unwrap();
    assert_eq!(evidence.len(), 2);
    assert_eq!(proposed(&desk).len(), 1);
}

#[test]
fn a_rejected_proposal_stays_away_also_in_articles_that_come_later_until_that_is_undone() {
    let folder = tempfile::tempdir().unwrap();
    let desk = desk(folder.path(), &[TREATY_RU]);
    let id = proposed(&desk)[0].id;
    desk.reject_proposal(id).unwrap();
    assert!(proposed(&desk).is_empty());
    assert!(desk.reject_proposal(id).is_err());
    import(&desk, folder.path(), &[TREATY]);
    assert!(proposed(&desk).is_empty());
    while desk
        .undo()
        .unwrap()
        .is_some_and(|undone| undone.kind != chancery_model::OperationKind::DecideProposal)
    {}
    assert_eq!(proposed(&desk).len(), 1);
}

#[test]
fn a_passage_about_a_milestone_there_is_is_proposed_as_its_evidence_and_merged() {
    let folder = tempfile::tempdir().unwrap();
    let desk = desk(folder.path(), &[TREATY]);
    let one = proposed(&desk).remove(0);
    let (made, _) = desk.accept_proposal(one.id, &one.entry).unwrap().value;
    import(&desk, folder.path(), &[TREATY_RU]);
    let again = proposed(&desk).remove(0);
    let like = again.resembles.as_ref().unwrap();
    assert_eq!((like.milestone, like.told_before, like.same_time), (made, true, true));
    desk.merge_proposal(again.id, made, None).unwrap();
    assert_eq!(desk.read(|reader| reader.evidence_of_milestone(made)).unwrap().len(), 2);
    assert!(proposed(&desk).is_empty());
    desk.undo().unwrap();
    assert_eq!(desk.read(|reader| reader.evidence_of_milestone(made)).unwrap().len(), 1);
    assert_eq!(proposed(&desk).len(), 1);
}

#[test]
fn a_step_on_the_ladder_of_a_promise_is_proposed_and_rests_on_the_passage() {
    let folder = tempfile::tempdir().unwrap();
    let promise = chancery_desk::MilestoneEntry {
        title: "Common market for electricity of the two countries".to_owned(),
        kind: MilestoneKind::Deadline,
        lane: String::new(),
        date: Some(Edtf::parse("2020").unwrap()),
        parent: None,
        who: String::new(),
        role: None,
        description: String::new(),
        deadline: None,
    };
    let desk = desk(folder.path(), &[]);
    let made = desk.add_milestone(&promise, None).unwrap().value;
    let begun = chancery_desk::StatusEntry {
        status: "begun".to_owned(),
        since: Some(Edtf::parse("2020").unwrap()),
        evidence: Vec::new(),
        judgement: Some("talks".to_owned()),
    };
    desk.set_status(made, &begun).unwrap();
    let done = "Market\n\nPosted: 12.05.2022 10:00\n\nOn 9 May 2022 the agreement on a common market for electricity of the two \
                countries entered into force.\n";
    import(&desk, folder.path(), &[("done", done)]);
    let one = proposed(&desk).remove(0);
    let like = one.resembles.as_ref().unwrap();
    assert_eq!((like.milestone, like.status), (made, Some(Status::Done)));
    desk.merge_proposal(one.id, made, like.status.map(Status::id)).unwrap();
    let row = desk.read(|reader| reader.milestone(made)).unwrap();
    assert_eq!(row.status, Some(Status::Done));
    desk.undo().unwrap();
    assert_eq!(desk.read(|reader| reader.milestone(made)).unwrap().status, Some(Status::Begun));
}

#[test]
fn cues_and_words_that_are_rejected_count_less_and_undo_gives_them_back_their_weight() {
    let folder = tempfile::tempdir().unwrap();
    let stories: Vec<(String, String)> = (1..=9)
        .map(|day| {
            let (deed, matter) = match day % 2 {
                0 => ("signed a protocol", "on tariffs for grain in Brest"),
                _ => ("negotiated an agreement", "on loans for football clubs in Gomel"),
            };
            let text = format!(
                "Story {day}\n\nPosted: 2{day}.05.2022 10:00\n\nOn {day} May 2022 the committee number {day}7 {deed} {matter}.\n"
            );
            (format!("s{day}"), text)
        })
        .collect();
    let borrowed: Vec<(&str, &str)> =
        stories.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let desk = desk(folder.path(), &borrowed);
    let before = proposed(&desk);
    assert_eq!(before.len(), 9);
    let score = |title: &str| {
        proposed(&desk).into_iter().find(|one| one.entry.title.contains(title)).map(|one| one.score)
    };
    let (signed, negotiated) = (score("signed").unwrap(), score("negotiated").unwrap());
    let mut effects = Vec::new();
    for one in &before {
        if one.entry.title.contains("negotiated") && effects.len() < 2 {
            effects.push(desk.reject_proposal(one.id).unwrap().value);
        }
    }
    let cue = effects[0].cues.iter().find(|cue| cue.id == "negotiate").unwrap();
    assert!(cue.after < cue.before, "{cue:?}");
    assert!(score("negotiated").is_none_or(|now| now < negotiated));
    for one in before.iter().filter(|one| one.entry.title.contains("signed")).take(2) {
        desk.accept_proposal(one.id, &one.entry).unwrap();
    }
    let learned = desk.proposals(ALL).unwrap().learned;
    assert!(
        learned.iter().any(|cue| cue.id == "sign" && cue.yes == 2 && cue.weight > cue.usual),
        "{learned:?}"
    );
    let now = proposed(&desk).into_iter().find(|one| one.entry.title.contains("signed")).unwrap();
    assert!(now.learned.is_some_and(|learned| learned > 0.5), "{now:?}");
    while desk
        .undo()
        .unwrap()
        .is_some_and(|undone| undone.kind == chancery_model::OperationKind::DecideProposal)
        && !desk.proposals(ALL).unwrap().learned.is_empty()
    {}
    assert_eq!((score("signed"), score("negotiated")), (Some(signed), Some(negotiated)));
}

#[test]
fn an_article_that_is_dated_otherwise_is_read_anew_with_its_dates() {
    let folder = tempfile::tempdir().unwrap();
    let desk = desk(folder.path(), &[TREATY]);
    assert!(!desk.proposals_wait());
    let published = FieldValue { date: Some(Edtf::parse("2022-05-19").unwrap()), ..FieldValue::default() };
    let article: ArticleId = proposed(&desk)[0].passages[0].row.id;
    desk.correct_field(article, FieldName::Published, published).unwrap();
    assert!(desk.proposals_wait());
    assert_eq!(desk.read_dated(&mut Progress::silent()).unwrap(), 1);
    assert_eq!(date_of(&proposed(&desk)[0]), "2022-05-17");
    desk.undo().unwrap();
    desk.read_dated(&mut Progress::silent()).unwrap();
    assert_eq!(date_of(&proposed(&desk)[0]), "2022-05-10");
}

#[test]
fn of_the_bundled_dossier_nothing_is_proposed_that_is_evidence_already() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::bundled(folder.path(), common::day(2026));
    desk.read_dated(&mut Progress::silent()).unwrap();
    let evidence = desk.read(|reader| reader.evidence()).unwrap();
    for one in proposed(&desk) {
        let passage = &one.passages[0];
        let used = evidence.iter().any(|row| {
            row.evidence.article == passage.row.id && row.evidence.anchor.span.overlaps(&passage.span)
        });
        assert!(!used, "{}", passage.exact);
    }
    desk.verify().unwrap();
}
