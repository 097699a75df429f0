//! A dossier whose promises stand on a ladder of its own: every step reached goes along, everything words it so, and undo takes it away.
#![allow(clippy::unwrap_used)]

mod common;

use std::collections::BTreeMap;
use std::path::Path;

use chancery_desk::{
    AsOf, Axis, BriefHead, Desk, Format, Locale, MilestoneEntry, RegisterFormat, RollUpOf, RowOutcome,
    SheetChoices, StatusEntry, TimelineChoice, TimelineFormat,
};
use chancery_model::{Day, InLanguages, Ladder, MilestoneId, MilestoneKind, Status};

fn preset(wanted: &str) -> Ladder {
    Ladder::presets().into_iter().find(|(id, _)| *id == wanted).unwrap().1
}

fn chosen(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(from, to)| ((*from).to_owned(), (*to).to_owned())).collect()
}

fn judge(desk: &Desk, milestone: MilestoneId, step: &str) {
    let judgement = Some("as the minister said".to_owned());
    let entry = StatusEntry { status: step.to_owned(), since: None, evidence: vec![], judgement };
    desk.set_status(milestone, &entry).unwrap();
}

/// The senses and ids of the steps milestones stand on, each once.
fn standing(desk: &Desk) -> Vec<(Status, String)> {
    let rows = desk.read(|reader| reader.milestones()).unwrap();
    let mut all: Vec<_> =
        rows.iter().filter_map(|row| Some((row.status?, row.step_id()?.to_owned()))).collect();
    all.sort();
    all.dedup();
    all
}

fn read(desk: &Desk, folder: &Path, name: &str) -> String {
    let path = folder.join(name);
    let format = TimelineFormat::of(&path).unwrap();
    desk.export_timeline(&TimelineChoice::default(), format, &path).unwrap();
    std::fs::read_to_string(path).unwrap()
}

#[test]
fn a_change_tells_first_where_every_step_goes_and_is_one_operation() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::bundled(folder.path(), common::day(2026));
    let before = standing(&desk);
    assert_eq!(before, [(Status::Begun, "begun".to_owned())]);
    let look = desk.ladder_look(preset("promise-meter"), &BTreeMap::new()).unwrap();
    let moves: Vec<_> =
        look.moves.iter().map(|one| (one.from.id.as_str(), one.to.as_str(), one.differs)).collect();
    assert_eq!(moves, [("begun", "in-the-works", false)]);
    assert!(look.moves[0].changes == 9 && look.moves[0].milestones == 9, "{look:?}");
    assert_eq!(standing(&desk), before, "looking changes nothing");

    let to_compromise = chosen(&[("begun", "compromise")]);
    let look = desk.ladder_look(preset("promise-meter"), &to_compromise).unwrap();
    assert!(look.moves[0].differs);
    let nowhere = desk.set_ladder(preset("promise-meter"), &chosen(&[("begun", "tabled")])).unwrap_err();
    assert_eq!((nowhere.code(), nowhere.args()[0].1.as_str()), ("ladder", "no-target"));
    let done = desk.set_ladder(preset("promise-meter"), &to_compromise).unwrap();
    let row = desk.read(|reader| reader.operations(None, 1)).unwrap().remove(0);
    assert_eq!(Some(row.id), done.operation);
    assert_eq!(row.args["moves"][0]["to"], "compromise");
    assert_eq!(standing(&desk), [(Status::Partly, "compromise".to_owned())]);
    assert!(desk.set_ladder(preset("promise-meter"), &BTreeMap::new()).unwrap().operation.is_none());

    desk.undo().unwrap();
    assert!(desk.ladder().unwrap().is_default());
    assert_eq!(standing(&desk), before);
    desk.redo().unwrap();
    assert_eq!(standing(&desk), [(Status::Partly, "compromise".to_owned())]);
    desk.set_ladder(Ladder::default(), &BTreeMap::new()).unwrap();
    assert_eq!(standing(&desk), [(Status::Partly, "partly".to_owned())]);
    let kept = desk.read(|reader| reader.milestones()).unwrap();
    assert!(kept.iter().all(|row| row.step.is_none()), "the usual ladder needs no steps of its own");
}

#[test]
fn a_status_is_a_step_of_the_ladder_by_id_or_words_and_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::bundled(folder.path(), common::day(2026));
    desk.set_ladder(preset("eu-train"), &BTreeMap::new()).unwrap();
    let currency = desk.milestone_named("commitment-single-currency").unwrap();
    let step = |desk: &Desk| desk.read(|reader| reader.milestone(currency)).unwrap().step;
    for (typed, id) in [
        ("close", "close"),
        ("заблокировано", "blocked"),
        ("Adopted / completed", "adopted"),
        ("begun", "tabled"),
    ] {
        judge(&desk, currency, typed);
        assert_eq!(step(&desk).as_deref(), Some(id), "{typed}");
    }
    let entry = StatusEntry {
        status: "kept".to_owned(),
        since: None,
        evidence: vec![],
        judgement: Some("no such step".to_owned()),
    };
    let refused = desk.set_status(currency, &entry).unwrap_err();
    assert_eq!(refused.code(), "no-such-word");
    assert!(refused.to_string().contains("close to adoption"), "{refused}");

    let register = desk.register().unwrap();
    let before = AsOf { axis: Axis::HappenedBy, day: Day::new(2022, 1, 1).unwrap() };
    let then = register.standing(currency, before).unwrap().row.step.clone();
    assert_eq!(then.as_deref(), Some("tabled"), "as of a day the history is told on the ladder, too");
    let changes = register.between(Axis::HappenedBy, before.day, Day::new(2026, 11, 21).unwrap());
    assert!(
        changes.iter().all(|one| one.status.is_none()),
        "judged by today, it stands where it stood: {changes:?}"
    );
}

#[test]
fn steps_of_one_sense_are_counted_apart_and_what_rests_needs_a_step() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::bundled(folder.path(), common::day(2026));
    assert_eq!(desk.stalled(None).unwrap().len(), 9);
    let train = preset("eu-train");
    desk.set_ladder(train.clone(), &BTreeMap::new()).unwrap();
    assert_eq!(desk.stalled(None).unwrap().len(), 9);
    let currency = desk.milestone_named("commitment-single-currency").unwrap();
    judge(&desk, currency, "announced");
    let taxes = desk.read(|reader| reader.milestones()).unwrap().into_iter().rev();
    let other = taxes.filter(|row| row.step.is_some()).map(|row| row.id).find(|id| *id != currency).unwrap();
    judge(&desk, other, "initiative");
    let sums = desk.roll_ups(None).unwrap();
    let steps: Vec<_> =
        sums[&RollUpOf::Dossier].steps.iter().map(|one| (one.step.as_str(), one.sense, one.count)).collect();
    assert_eq!(
        steps,
        [
            ("initiative", Status::NotBegun, 1),
            ("announced", Status::NotBegun, 1),
            ("tabled", Status::Begun, 7)
        ]
    );
    let mut sure = train;
    sure.steps.retain(|step| step.sense != Status::OnHold);
    desk.set_ladder(sure, &BTreeMap::new()).unwrap();
    assert!(desk.stalled(None).unwrap().is_empty());
}

#[test]
fn briefings_and_timelines_word_a_status_by_the_ladder_in_their_language() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::bundled(folder.path(), common::day(2026));
    let brief = |locale: Locale| {
        let path = folder.path().join("b.md");
        let head = BriefHead { locale, ..BriefHead::default() };
        desk.export(None, &head, Format::Markdown, &path).unwrap();
        std::fs::read_to_string(path).unwrap()
    };
    let usual = brief(Locale::En);
    let (svg, csv) = (read(&desk, folder.path(), "a.svg"), read(&desk, folder.path(), "a.csv"));
    desk.set_ladder(preset("promise-meter"), &BTreeMap::new()).unwrap();
    for (locale, words, not) in [
        (Locale::En, "**in the works**", "**begun**"),
        (Locale::Ru, "**в работе**", "**начато**"),
        (Locale::Be, "**у працы**", "**пачата**"),
    ] {
        let text = brief(locale);
        assert!(text.contains(words) && !text.contains(not), "{words}: {text}");
    }
    assert!(read(&desk, folder.path(), "b.svg").contains(">in the works</text>"));
    assert!(read(&desk, folder.path(), "b.csv").contains("in the works"));
    assert!(read(&desk, folder.path(), "b.json").contains("<p>in the works</p>"));
    // Its lines are folded.
    assert!(read(&desk, folder.path(), "b.ics").replace("\r\n ", "").contains("in the works"));

    let mut own = preset("promise-meter");
    own.name = InLanguages::english("Ours");
    let step = own.steps.iter_mut().find(|step| step.id == "in-the-works").unwrap();
    step.words = InLanguages::english("being worked on");
    desk.set_ladder(own, &BTreeMap::new()).unwrap();
    assert!(
        brief(Locale::Ru).contains("**being worked on**"),
        "English stands in where a step has no other words"
    );
    desk.undo().unwrap();
    desk.undo().unwrap();
    assert_eq!(brief(Locale::En), usual);
    assert_eq!((read(&desk, folder.path(), "a.svg"), read(&desk, folder.path(), "a.csv")), (svg, csv));
}

#[test]
fn a_spreadsheet_names_steps_as_the_ladder_does_and_is_read_so() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::bundled(folder.path(), common::day(2026));
    desk.set_ladder(preset("eu-train"), &BTreeMap::new()).unwrap();
    let currency = desk.milestone_named("commitment-single-currency").unwrap();
    judge(&desk, currency, "close");
    let path = folder.path().join("register.csv");
    desk.export_register(&path, RegisterFormat::Csv, None, None).unwrap();
    let written = std::fs::read_to_string(&path).unwrap();
    assert!(written.contains("close to adoption") && !written.contains("Begun"), "{written}");
    assert!(written.contains("from: ") && written.contains("became: "), "lineage is told beside: {written}");
    let again = desk.import_spreadsheet(&path, &SheetChoices::default()).unwrap();
    assert!(again.operation.is_none(), "{:?}", again.value.rows);

    let path = folder.path().join("new.csv");
    std::fs::write(&path, "Название,Статус\nГаз,Внесено\nНефть,в работе\nНалоги,сдержано\n").unwrap();
    let done = desk.import_spreadsheet(&path, &SheetChoices::default()).unwrap();
    assert!(matches!(done.value.rows[2].outcome, RowOutcome::Refused(_)), "{:?}", done.value.rows);
    let rows = desk.read(|reader| reader.milestones()).unwrap();
    let step = |title: &str| rows.iter().find(|row| row.milestone.title.en == title).unwrap().step.as_deref();
    assert_eq!((step("Газ"), step("Нефть")), (Some("tabled"), Some("tabled")));
}

#[test]
fn a_ladder_of_ones_own_gives_its_new_steps_ids_and_keeps_those_renamed() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::empty(folder.path(), common::day(2026));
    let entry = MilestoneEntry {
        title: "Газавы рынак".to_owned(),
        kind: MilestoneKind::Decision,
        lane: String::new(),
        date: None,
        parent: None,
        who: String::new(),
        role: None,
        description: String::new(),
        deadline: None,
    };
    let gas = desk.add_milestone(&entry, None).unwrap().value;
    judge(&desk, gas, "partly");
    let mut draft = Ladder { name: InLanguages::english("  Our   own "), ..Ladder::default() };
    draft.steps[2].words = InLanguages::english("half way");
    draft.steps.remove(1);
    for words in ["Signed, not ratified", "signed not ratified!", "подписано"] {
        let step = chancery_model::Step {
            id: String::new(),
            words: InLanguages::english(words),
            mark: String::new(),
            sense: Status::Partly,
        };
        draft.steps.push(step);
    }
    let look = desk.set_ladder(draft, &BTreeMap::new()).unwrap().value;
    assert_eq!(look.ladder.name.en, "Our own");
    let ids: Vec<&str> = look.ladder.steps.iter().skip(5).map(|step| step.id.as_str()).collect();
    assert_eq!(ids, ["signed-not-ratified", "signed-not-ratified-2", "podpisano"]);
    assert_eq!(desk.read(|reader| reader.milestone(gas)).unwrap().step.as_deref(), Some("partly"));
    let mut twice = look.ladder.clone();
    twice.steps[6].words = InLanguages::english("HALF way");
    let refused = desk.set_ladder(twice, &BTreeMap::new()).unwrap_err();
    assert_eq!(refused.args(), [("fault", "twice".to_owned()), ("step", "HALF way".to_owned())]);
}
