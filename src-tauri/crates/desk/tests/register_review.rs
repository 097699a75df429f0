//! What the register says of itself: whose evidence is weak, which promises rest, how far they have come and what is overdue.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::path::Path;

use chancery_desk::stored::{FieldName, Outlet, OutletKind};
use chancery_desk::{
    AsOf, Axis, Camp, Desk, FieldValue, MilestoneEntry, NewEvidence, Progress, RollUp, RollUpOf, StatusEntry,
    StepCount, Warning,
};
use chancery_model::{Day, Edtf, MilestoneId, MilestoneKind, Proves, Stance, Status};

/// Brings an article in and attaches the words `exact` of it.
fn prove(desk: &Desk, folder: &Path, milestone: MilestoneId, article: (&str, &str), exact: &str) {
    let (outlet, text) = article;
    let path = folder.join(format!("{}.txt", text.len()));
    std::fs::write(&path, format!("A title of its own\n\n{text}")).unwrap();
    let report = desk.import(&[path], &mut Progress::silent()).unwrap();
    let rows = desk.read(|reader| reader.article_ids(None, 1000)).unwrap();
    assert_eq!(report.counts.refused, 0);
    let id = *rows.last().unwrap();
    let named = FieldValue { text: Some(outlet.to_owned()), ..FieldValue::default() };
    desk.correct_field(id, FieldName::Outlet, named).unwrap();
    let anchor = desk.locate(id, exact, "", "").unwrap();
    desk.attach_evidence(&NewEvidence {
        milestone,
        article: id,
        span: anchor.span,
        stance: Stance::Supports,
        proves: Proves::Date,
    })
    .unwrap();
}

fn milestone(
    desk: &Desk,
    title: &str,
    date: &str,
    parent: Option<MilestoneId>,
    deadline: Option<&str>,
) -> MilestoneId {
    let entry = MilestoneEntry {
        title: title.to_owned(),
        kind: MilestoneKind::Decision,
        lane: String::new(),
        date: Some(Edtf::parse(date).unwrap()),
        parent,
        who: String::new(),
        role: None,
        description: String::new(),
        deadline: deadline.map(|deadline| Edtf::parse(deadline).unwrap()),
    };
    desk.add_milestone(&entry, None).unwrap().value
}

fn judge(desk: &Desk, milestone: MilestoneId, status: Status, since: &str) {
    let since = Some(Edtf::parse(since).unwrap());
    let entry = StatusEntry {
        status: status.id().to_owned(),
        since,
        evidence: vec![],
        judgement: Some("read it".to_owned()),
    };
    desk.set_status(milestone, &entry).unwrap();
}

fn warnings(desk: &Desk, milestone: MilestoneId) -> Vec<Warning> {
    let warned = desk.warnings(None).unwrap().into_iter().find(|one| one.milestone == milestone);
    warned.map(|one| one.warnings).unwrap_or_default()
}

const ONE: &str = "Президенты подписали соглашение 4 ноября 2021 года в Минске, сообщила пресс-служба. Документ определяет порядок работы союзных органов на три года вперёд.";
const TWO: &str = "Пагадненне падпісана 4 лістапада 2021 года, паведаміла агенцтва. Бакі дамовіліся пра гандаль, транспарт, энергетыку і падаткі на бліжэйшыя гады.";
const OTHER: &str = "The agreement was signed on 12 December 2020, the ministry recalled. Other observers doubt whether it will ever be carried out in full by both sides.";

#[test]
fn evidence_of_one_story_one_outlet_or_one_camp_is_told_the_narrowest_first() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::empty(folder.path(), common::day(2026));
    let signed = milestone(&desk, "Agreement signed", "2021-11-04", None, None);
    assert_eq!(warnings(&desk, signed), []);
    prove(&desk, folder.path(), signed, ("ТАСС", ONE), "4 ноября 2021 года");
    assert_eq!(warnings(&desk, signed), [Warning::OneStory]);
    // A reprint counts as the story it repeats.
    let reprint = format!("{ONE} Перепечатано.");
    prove(&desk, folder.path(), signed, ("БЕЛТА", &reprint), "4 ноября 2021 года");
    assert_eq!(warnings(&desk, signed), [Warning::OneStory]);
    prove(&desk, folder.path(), signed, ("ТАСС", TWO), "4 лістапада 2021 года");
    let outlets = desk.read(|reader| reader.outlets()).unwrap();
    let told: Vec<&str> = outlets.iter().map(|row| row.outlet.name.as_str()).collect();
    assert_eq!(warnings(&desk, signed), [], "{told:?}: kind and country of the outlets are not known yet");
    for row in &outlets {
        let state =
            Outlet { kind: Some(OutletKind::StateAgency), country: "RU".to_owned(), ..row.outlet.clone() };
        desk.edit_outlet(row.id, &state).unwrap();
    }
    assert_eq!(warnings(&desk, signed), [Warning::OneCamp(Camp::State("RU".to_owned()))]);
    desk.merge_outlets(&outlets.iter().map(|row| row.id).collect::<Vec<_>>(), outlets[0].id).unwrap();
    assert!(matches!(warnings(&desk, signed).as_slice(), [Warning::OneOutlet(_)]));
}

#[test]
fn a_passage_that_tells_another_date_is_told_with_its_words() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::empty(folder.path(), common::day(2026));
    let signed = milestone(&desk, "Agreement signed", "2021-11", None, None);
    prove(&desk, folder.path(), signed, ("ТАСС", ONE), "подписали соглашение 4 ноября 2021 года");
    assert_eq!(warnings(&desk, signed), [Warning::OneStory]);
    prove(&desk, folder.path(), signed, ("BBC", OTHER), "signed on 12 December 2020");
    let told = warnings(&desk, signed);
    let [Warning::OtherDate(others)] = told.as_slice() else { panic!("{told:?}") };
    let [(_, words, date)] = others.as_slice() else { panic!("{others:?}") };
    assert_eq!((words.as_str(), date.to_string().as_str()), ("12 December 2020", "2020-12-12"));
}

#[test]
fn a_promise_without_news_for_months_is_proposed_to_rest_until_dismissed_or_told_anew() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::bundled(folder.path(), common::day(2026));
    let currency = desk.milestone_named("commitment-single-currency").unwrap();
    let stalled = |as_of: Option<&str>| {
        let day = |text| Edtf::parse(text).unwrap().only_day().unwrap();
        let as_of = as_of.map(|text| AsOf { axis: Axis::KnownBy, day: day(text) });
        desk.stalled(as_of).unwrap().into_iter().find(|one| one.milestone == currency)
    };
    let last = stalled(None).unwrap().last;
    let told = |months: u8| {
        let month = (i64::from(last.month) - 1 + i64::from(months)) % 12 + 1;
        let year = last.year + (i64::from(last.month) - 1 + i64::from(months)) / 12;
        Day::new(year, u8::try_from(month).unwrap(), 28).unwrap().to_string()
    };
    assert!(stalled(Some(&told(7))).is_none() && stalled(Some(&told(10))).is_some());
    desk.dismiss_stall(currency).unwrap();
    assert!(stalled(None).is_none());
    assert_eq!(desk.dismiss_stall(currency).unwrap_err().code(), "no-such");
    desk.undo().unwrap();
    assert!(stalled(None).is_some());
    desk.set_stall_months(0).unwrap();
    assert!(desk.stalled(None).unwrap().is_empty());
    desk.undo().unwrap();
    // A judgement is a look at it: what was judged today does not rest today.
    judge(&desk, currency, Status::Partly, "2026");
    assert!(stalled(None).is_none());
    desk.undo().unwrap();
    assert!(desk.verify().unwrap().is_sound());
}

#[test]
fn promises_are_counted_for_the_dossier_and_every_parent_with_what_is_overdue() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::empty(folder.path(), common::day(2026));
    let programme = milestone(&desk, "Programme", "2021", None, None);
    let gas = milestone(&desk, "Gas market", "2021", Some(programme), Some("/2023-12-01"));
    let part = milestone(&desk, "Gas price", "2021", Some(gas), Some("2030"));
    let taxes = milestone(&desk, "Taxes", "2021", Some(programme), Some("2022"));
    for (id, status) in [(gas, Status::Begun), (part, Status::Begun), (taxes, Status::Done)] {
        judge(&desk, id, status, "2022");
    }
    let withdrawn = milestone(&desk, "Roaming", "2021", None, Some("2022"));
    judge(&desk, withdrawn, Status::Withdrawn, "2022");
    let sums = desk.roll_ups(None).unwrap();
    let all = &sums[&RollUpOf::Dossier];
    assert_eq!((all.promises(), all.share_done()), (4, Some(1.0 / 3.0)));
    assert_eq!((all.overdue.as_slice(), all.next.as_ref().map(|(_, id)| *id)), (&[gas][..], Some(gas)));
    assert_eq!(sums[&RollUpOf::Parent(programme)].promises(), 3);
    let steps = &sums[&RollUpOf::Parent(gas)].steps;
    assert_eq!(steps, &[StepCount { step: "begun".to_owned(), sense: Status::Begun, count: 1 }]);
    let early = AsOf { axis: Axis::HappenedBy, day: Day::new(2023, 6, 1).unwrap() };
    let then: &RollUp = &desk.roll_ups(Some(early)).unwrap()[&RollUpOf::Dossier];
    assert!(then.overdue.is_empty() && then.promises() == 4);
}
