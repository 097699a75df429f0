//! Tests of the register, notes, briefings, the codebook and outlets: what is written comes back as it was.

#![allow(clippy::unwrap_used)]

use chancery_model::{
    Block, BriefingDraft, Edtf, InLanguages, Language, LineageKind, OperationKind, Stance, Status, Term,
    TermKind, Tlp, TopicId,
};
use serde_json::json;

use crate::{
    Backlink, Error, Grade, Lane, Lineage, LinkTarget, NewOperation, Note, Outlet, StatusChange,
    testing::{AT, Bench, article, evidence, milestone, three, topic},
};

const KIND: OperationKind = OperationKind::EditMilestone;

fn step(status: Status, since: &str, judgement: Option<&str>) -> StatusChange {
    StatusChange {
        status,
        step: None,
        since: Some(Edtf::parse(since).unwrap()),
        known: None,
        judgement: judgement.map(Into::into),
        decided_by: "analyst".into(),
    }
}

#[test]
fn milestones_come_by_date_with_the_status_of_the_latest_day() {
    let bench = Bench::new();
    let lane = Lane { slug: "promises".into(), title: InLanguages::english("Promises"), position: 1 };
    let mut by_november = milestone("Drafts of 31 roadmaps", Some("/2019-11"));
    by_november.lane = Some("promises".into());
    by_november.slug = Some("drafts".into());
    let ids = bench
        .perform(KIND, |tx| {
            tx.put_lane(&lane)?;
            let sochi = tx.add_milestone(&milestone("Sochi", Some("2021-02-22")))?;
            let drafts = tx.add_milestone(&by_november)?;
            let undated = tx.add_milestone(&milestone("Some day", None))?;
            let group = tx.add_milestone(&milestone("Working group", Some("2018-12")))?;
            tx.set_status(drafts, &step(Status::Done, "2021-09-09", None))?;
            tx.set_status(drafts, &step(Status::Begun, "2019-11", Some("drafted only")))?;
            Ok([sochi, drafts, undated, group])
        })
        .value;
    let rows = bench.store.read(|r| r.milestones()).unwrap();
    let order: Vec<_> = rows.iter().map(|row| row.id).collect();
    assert_eq!(
        order,
        [ids[3], ids[1], ids[0], ids[2]],
        "by November 2019 stands at November 2019; undated comes last"
    );
    assert_eq!((&rows[1].milestone, rows[1].status), (&by_november, Some(Status::Done)));
    assert_eq!(rows[0].status, None, "a plain event has no status");
    let steps = bench.store.read(|r| r.status_changes()).unwrap();
    assert_eq!(
        steps[&ids[1]].iter().map(|row| row.change.status).collect::<Vec<_>>(),
        [Status::Begun, Status::Done]
    );
    assert_eq!(bench.store.read(|r| r.lanes()).unwrap(), [lane]);
    assert_eq!(bench.store.read(|r| r.milestone_of_slug("drafts")).unwrap(), ids[1]);
}

#[test]
fn a_removed_milestone_takes_what_lies_under_it_and_frees_its_slug() {
    let bench = Bench::new();
    let mut treaty = milestone("The treaty", Some("1999"));
    treaty.slug = Some("treaty".into());
    let (parent, child) = bench
        .perform(KIND, |tx| {
            let parent = tx.add_milestone(&treaty)?;
            let mut child = milestone("Constitution", None);
            child.parent = Some(parent);
            Ok((parent, tx.add_milestone(&child)?))
        })
        .value;
    let mut turned = treaty.clone();
    turned.parent = Some(child);
    let new = NewOperation { kind: KIND, args: json!({}), at: AT };
    let refused = bench.store.perform(new, |tx| tx.edit_milestone(parent, &turned));
    assert!(matches!(refused, Err(Error::Refused { .. })), "a tree does not close on itself");
    bench.perform(OperationKind::RemoveMilestone, |tx| tx.remove_milestone(parent));
    assert!(bench.store.read(|r| r.milestones()).unwrap().is_empty());
    bench.perform(KIND, |tx| tx.add_milestone(&treaty));
    bench.store.undo(AT).unwrap();
    bench.store.undo(AT).unwrap();
    assert_eq!(bench.store.read(|r| r.milestones()).unwrap().len(), 2);
}

#[test]
fn lineage_rests_on_a_passage_or_says_that_it_is_a_judgement() {
    let bench = Bench::new();
    let new = three();
    let articles = bench.import(&new);
    let link = |from, to, judgement: Option<&str>, evidence| Lineage {
        from,
        to,
        kind: LineageKind::Became,
        judgement: judgement.map(chancery_model::InLanguages::english),
        evidence,
        origin: chancery_model::EvidenceOrigin::Bundled,
    };
    let (from, to, proof) = bench
        .perform(KIND, |tx| {
            let from = tx.add_milestone(&milestone("31 roadmaps", Some("2019-11")))?;
            let to = tx.add_milestone(&milestone("28 programmes", Some("2021-09-09")))?;
            let text = &new[0].document.text;
            let proof = tx.attach_evidence(&evidence(articles[0], text, "Union State programs", to))?;
            tx.add_lineage(&link(from, to, None, Some(proof)))?;
            Ok((from, to, proof))
        })
        .value;
    for unproven in [link(from, to, None, None), link(from, to, Some("  "), None)] {
        let new = NewOperation { kind: KIND, args: json!({}), at: AT };
        let refused = bench.store.perform(new, |tx| tx.add_lineage(&unproven));
        assert!(matches!(refused, Err(Error::Refused { .. })));
    }
    let link = bench.store.read(|r| r.lineage()).unwrap().remove(0);
    assert!(link.is_bundled());
    bench.perform(OperationKind::ConfirmLineage, |tx| tx.confirm_lineage(link.id, true));
    assert!(!bench.store.read(|r| r.lineage()).unwrap()[0].is_bundled());
    bench.store.undo(AT).unwrap();
    assert!(bench.store.read(|r| r.lineage()).unwrap()[0].is_bundled());
    bench.perform(OperationKind::RemoveEvidence, |tx| tx.remove_evidence(proof));
    assert_eq!(bench.store.read(|r| r.lineage()).unwrap()[0].lineage.evidence, None);
    bench.store.undo(AT).unwrap();
    assert_eq!(bench.store.read(|r| r.lineage()).unwrap()[0].lineage.evidence, Some(proof));
}

#[test]
fn evidence_that_moves_takes_lineage_along_only_to_an_end_of_it() {
    let bench = Bench::new();
    let new = three();
    let articles = bench.import(&new);
    let (ends, third, proof) = bench
        .perform(KIND, |tx| {
            let from = tx.add_milestone(&milestone("31 roadmaps", Some("2019-11")))?;
            let to = tx.add_milestone(&milestone("28 programmes", Some("2021-09-09")))?;
            let third = tx.add_milestone(&milestone("Elsewhere", None))?;
            let text = &new[0].document.text;
            let mut bundled = evidence(articles[0], text, "Union State programs", to);
            bundled.origin = chancery_model::EvidenceOrigin::Bundled;
            let proof = tx.attach_evidence(&bundled)?;
            tx.add_lineage(&Lineage {
                from,
                to,
                kind: LineageKind::Became,
                judgement: None,
                evidence: Some(proof),
                origin: chancery_model::EvidenceOrigin::Analyst,
            })?;
            Ok(([from, to], third, proof))
        })
        .value;
    let of_link = || bench.store.read(|r| r.lineage()).unwrap()[0].lineage.evidence;
    bench.perform(OperationKind::GiveEvidence, |tx| tx.move_evidence(proof, ends[0]));
    assert_eq!(of_link(), Some(proof));
    let moved = bench.store.read(|r| r.evidence_row(proof)).unwrap().evidence;
    assert_eq!((moved.milestone, moved.origin), (ends[0], chancery_model::EvidenceOrigin::Analyst));
    bench.perform(OperationKind::GiveEvidence, |tx| tx.move_evidence(proof, third));
    assert_eq!(of_link(), None);
    bench.store.undo(AT).unwrap();
    assert_eq!(of_link(), Some(proof));
    bench.perform(OperationKind::SetStance, |tx| tx.set_stance(proof, Stance::Contradicts));
    assert_eq!(bench.store.read(|r| r.evidence_row(proof)).unwrap().evidence.stance, Stance::Contradicts);
    bench.sound();
}

#[test]
fn evidence_counts_for_briefings_when_accepted() {
    let bench = Bench::new();
    let new = three();
    let articles = bench.import(&new);
    let (analysts, bundled) = bench
        .perform(KIND, |tx| {
            let milestone = tx.add_milestone(&milestone("One", None))?;
            let own = evidence(articles[0], &new[0].document.text, "single currency", milestone);
            let mut bundled = own.clone();
            bundled.origin = chancery_model::EvidenceOrigin::Bundled;
            Ok((tx.attach_evidence(&own)?, tx.attach_evidence(&bundled)?))
        })
        .value;
    assert_eq!(bench.store.read(|r| r.evidence_row(analysts)).unwrap().accepted_at, Some(AT));
    assert_eq!(bench.store.read(|r| r.evidence_row(bundled)).unwrap().accepted_at, None);
    bench.perform(OperationKind::AcceptEvidence, |tx| tx.accept_evidence(bundled, true));
    assert_eq!(bench.store.read(|r| r.evidence_row(bundled)).unwrap().accepted_at, Some(AT));
    assert_eq!(bench.store.read(|r| r.evidence_in_article(articles[0])).unwrap().len(), 2);
}

#[test]
fn notes_know_what_links_to_them_and_the_same_text_again_is_no_operation() {
    let bench = Bench::new();
    let new = three();
    let articles = bench.import(&new);
    let passage =
        evidence(articles[1], &new[1].document.text, "Единая валюта", chancery_model::MilestoneId(1)).anchor;
    let links = vec![LinkTarget::Passage(articles[1], passage.clone()), LinkTarget::Article(articles[0])];
    let first = Note { title: "Currency".into(), markdown: "# What is known".into(), links };
    let id = bench.perform(OperationKind::AddNote, |tx| tx.add_note(&first)).value;
    let second = Note { title: "See".into(), markdown: "see".into(), links: vec![LinkTarget::Note(id)] };
    let other = bench.perform(OperationKind::AddNote, |tx| tx.add_note(&second)).value;
    assert_eq!(bench.store.read(|r| r.note(id)).unwrap().note, first);
    let about = |target| {
        bench.store.read(|r| r.notes_about(target)).unwrap().into_iter().map(|row| row.id).collect::<Vec<_>>()
    };
    assert_eq!(about(Backlink::Article(articles[1])), [id]);
    assert_eq!(about(Backlink::Note(id)), [other]);
    assert_eq!(about(Backlink::Topic(TopicId(1))), []);
    assert_eq!(bench.store.read(|r| r.noted_passages(articles[1])).unwrap(), [(id, passage)]);
    let same = bench.perform(OperationKind::EditNote, |tx| tx.edit_note(id, &first));
    assert_eq!(same.operation, None);
    bench.sound();
}

#[test]
fn briefings_keep_their_blocks_in_order() {
    let bench = Bench::new();
    let draft = BriefingDraft {
        title: "State of the union".into(),
        tlp: Tlp::AmberStrict,
        audience: "desk".into(),
        date: Some("2021-09-10".into()),
        blocks: vec![
            Block::KeyPoints(vec![]),
            Block::Heading("Timeline".into()),
            Block::Timeline(vec![]),
            Block::Sources,
        ],
    };
    let id = bench.perform(OperationKind::AddBriefing, |tx| tx.add_briefing(&draft)).value;
    let mut changed = draft.clone();
    changed.blocks.swap(0, 3);
    bench.perform(OperationKind::EditBriefing, |tx| tx.edit_briefing(id, &changed));
    assert_eq!(bench.store.read(|r| r.briefing(id)).unwrap().1, changed);
    bench.store.undo(AT).unwrap();
    assert_eq!(bench.store.read(|r| r.briefing(id)).unwrap().1, draft);
    bench.perform(OperationKind::RemoveBriefing, |tx| tx.remove_briefing(id));
    assert!(bench.store.read(|r| r.briefings()).unwrap().is_empty());
}

#[test]
fn a_topic_is_changed_by_its_slug_with_all_its_terms() {
    let bench = Bench::new();
    let mut child = topic("treaty-currency", Some("treaty"));
    child.label.be = Some("Валюта".into());
    child.terms = vec![
        Term {
            language: Language::Ru,
            text: "единая валюта".into(),
            kind: TermKind::Stem,
            weight: 1.0,
            facet: None,
        },
        Term {
            language: Language::En,
            text: "CBR".into(),
            kind: TermKind::Exact,
            weight: -0.5,
            facet: Some("bank".into()),
        },
    ];
    let orphan = NewOperation { kind: OperationKind::EditTopic, args: json!({}), at: AT };
    let refused = bench.store.perform(orphan, |tx| tx.put_topic(&child, 1, 3));
    assert!(matches!(refused, Err(Error::NoSuch { what: "topic", .. })));
    let put = |child: &chancery_model::Topic| {
        bench.perform(OperationKind::EditTopic, |tx| {
            tx.put_topic(&topic("treaty", None), 0, 0)?;
            tx.put_topic(child, 1, 3)
        })
    };
    let id = put(&child).value;
    let row = bench.store.read(|r| r.topics()).unwrap().pop().unwrap();
    assert_eq!((row.id, row.topic, row.colour), (id, child.clone(), 3));
    let mut fewer = child.clone();
    fewer.terms.pop();
    assert_eq!(put(&fewer).value, id);
    assert_eq!(bench.store.read(|r| r.topics()).unwrap()[1].topic, fewer);
    bench.store.undo(AT).unwrap();
    assert_eq!(bench.store.read(|r| r.topics()).unwrap()[1].topic, child);
    assert_eq!(put(&child).operation, None, "the same codebook again is no operation");
}

#[test]
fn an_outlet_is_graded() {
    let bench = Bench::new();
    bench.import(&three());
    let known = bench.store.read(|r| r.outlets()).unwrap().pop().unwrap();
    assert_eq!((known.outlet.name.as_str(), known.articles), ("TASS", 3));
    let graded = Outlet {
        country: "RU".into(),
        kind: Some(crate::OutletKind::StateAgency),
        grade: Some(Grade::C),
        ..known.outlet
    };
    bench.perform(OperationKind::EditOutlet, |tx| tx.edit_outlet(known.id, &graded));
    assert_eq!(bench.store.read(|r| r.outlets()).unwrap()[0].outlet, graded);
}

#[test]
fn outlets_merged_are_one_for_what_is_read_later_and_two_again_when_undone() {
    let bench = Bench::new();
    let mut new = three();
    new[0].document.outlet.value = Some("tass.com".into());
    new[1].document.outlet.value = Some("ТАСС".into());
    let ids = bench.import(&new);
    let outlets = || bench.store.read(|r| r.outlets()).unwrap();
    let of = |name: &str| outlets().into_iter().find(|row| row.outlet.name == name).unwrap().id;
    let before = bench.dump();
    let (site, russian, into) = (of("tass.com"), of("ТАСС"), of("TASS"));
    bench.perform(OperationKind::MergeOutlets, |tx| tx.merge_outlets(&[site, russian, into], into));
    let row = outlets().pop().unwrap();
    assert_eq!((outlets().len(), row.articles, row.names), (1, 3, vec!["tass.com".into(), "ТАСС".into()]));
    let rows = bench.store.read(|r| r.article_rows(&ids)).unwrap();
    assert!(rows.iter().all(|row| row.outlet.as_ref().is_some_and(|(_, name)| name == "TASS")));

    let mut later = article("Later", "Text of a later day.", chancery_model::Language::En, None);
    later.document.outlet.value = Some("tass.com".into());
    let later = bench.import(&[later]);
    assert_eq!(bench.store.read(|r| r.article_rows(&later)).unwrap()[0].outlet.as_ref().unwrap().0, into);
    assert_eq!(outlets().len(), 1);

    let renamed = Outlet { name: "TASS agency".into(), ..outlets()[0].outlet.clone() };
    bench.perform(OperationKind::EditOutlet, |tx| tx.edit_outlet(into, &renamed));
    assert_eq!(outlets()[0].names, ["TASS", "tass.com", "ТАСС"]);
    let back = Outlet { name: "TASS".into(), ..renamed };
    bench.perform(OperationKind::EditOutlet, |tx| tx.edit_outlet(into, &back));
    assert_eq!(outlets()[0].names, ["TASS agency", "tass.com", "ТАСС"]);
    bench.sound();
    for _ in 0..4 {
        bench.store.undo(AT).unwrap().unwrap();
    }
    let mut after = bench.dump();
    after.retain(|line| !line.contains("Later"));
    assert_eq!(outlets().iter().map(|row| row.articles).collect::<Vec<_>>(), [1, 1, 1]);
    assert!(before.iter().filter(|line| line.starts_with("outlet")).all(|line| after.contains(line)));
    bench.sound();
}
