//! What became of a milestone: links made, changed and taken away, each on a passage or a judgement, and undone.
#![allow(clippy::unwrap_used)]

mod common;

use chancery_desk::{AsOf, Axis, Desk, DeskError, LineageEntry, LineageFault};
use chancery_model::{Day, Edtf, EvidenceId, LineageId, LineageKind, MilestoneId};

fn named(desk: &Desk, slug: &str) -> MilestoneId {
    desk.milestone_named(slug).unwrap()
}

fn judged(from: MilestoneId, kind: LineageKind, to: MilestoneId) -> LineageEntry {
    LineageEntry { from, to, kind, evidence: None, judgement: Some("as both texts list them".to_owned()) }
}

fn links(desk: &Desk) -> Vec<(LineageId, MilestoneId, LineageKind, MilestoneId, Option<EvidenceId>)> {
    let rows = desk.read(|reader| reader.lineage()).unwrap();
    rows.into_iter()
        .map(|row| (row.id, row.lineage.from, row.lineage.kind, row.lineage.to, row.lineage.evidence))
        .collect()
}

#[test]
fn a_link_is_made_changed_and_taken_away_and_each_of_it_undone() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::bundled(folder.path(), common::day(2026));
    let bundled = links(&desk);
    let (group, drafts) = (named(&desk, "working-group-2018"), named(&desk, "roadmap-drafts"));
    let id = desk.add_lineage(&judged(group, LineageKind::SplitInto, drafts)).unwrap().value;
    assert_eq!(links(&desk).last(), Some(&(id, group, LineageKind::SplitInto, drafts, None)));

    let proof = desk.read(|reader| reader.evidence_of_milestone(drafts)).unwrap()[0].id;
    let proven = LineageEntry {
        kind: LineageKind::Became,
        evidence: Some(proof),
        judgement: None,
        ..judged(group, LineageKind::Became, drafts)
    };
    desk.edit_lineage(id, &proven).unwrap();
    assert_eq!(links(&desk).last(), Some(&(id, group, LineageKind::Became, drafts, Some(proof))));
    desk.remove_lineage(id).unwrap();
    assert_eq!(links(&desk), bundled);

    desk.undo().unwrap();
    assert_eq!(links(&desk).last(), Some(&(id, group, LineageKind::Became, drafts, Some(proof))));
    desk.undo().unwrap();
    assert_eq!(links(&desk).last(), Some(&(id, group, LineageKind::SplitInto, drafts, None)));
    desk.undo().unwrap();
    assert_eq!(links(&desk), bundled);
    desk.redo().unwrap();
    assert_eq!(links(&desk).len(), bundled.len() + 1);
}

#[test]
fn what_would_come_out_of_itself_is_refused_and_named() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::bundled(folder.path(), common::day(2026));
    let [group, drafts, agreed] =
        ["working-group-2018", "roadmap-drafts", "allies-2024"].map(|slug| named(&desk, slug));
    desk.add_lineage(&judged(group, LineageKind::Became, drafts)).unwrap();
    desk.add_lineage(&judged(drafts, LineageKind::Renamed, agreed)).unwrap();
    let before = links(&desk);
    let refused = |from, to| match desk.add_lineage(&judged(from, LineageKind::Became, to)) {
        Err(DeskError::Lineage { fault, from, .. }) => (fault, from),
        other => panic!("{other:?}"),
    };
    assert_eq!(refused(drafts, drafts).0, LineageFault::Itself);
    let (fault, from) = refused(agreed, group);
    assert_eq!(fault, LineageFault::Circle, "through a third");
    assert!(from.starts_with("Lukashenko"), "{from}");
    assert_eq!(refused(group, drafts).0, LineageFault::Twice);
    assert_eq!(links(&desk), before, "nothing was changed");
    // A link can be turned round: it is not held against itself.
    let last = before.last().unwrap().0;
    desk.edit_lineage(last, &judged(agreed, LineageKind::Renamed, drafts)).unwrap();
}

#[test]
fn a_link_rests_on_a_passage_of_its_own_ends_or_on_a_reason() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::bundled(folder.path(), common::day(2026));
    let (group, drafts) = (named(&desk, "working-group-2018"), named(&desk, "roadmap-drafts"));
    let elsewhere =
        desk.read(|reader| reader.evidence_of_milestone(named(&desk, "treaty-1999"))).unwrap()[0].id;
    let entry = |evidence, judgement: Option<&str>| LineageEntry {
        evidence,
        judgement: judgement.map(str::to_owned),
        ..judged(group, LineageKind::Became, drafts)
    };
    for nothing in [
        entry(None, None),
        entry(None, Some(" ")),
        entry(Some(elsewhere), None),
        entry(Some(elsewhere), Some("x")),
    ] {
        assert!(matches!(desk.add_lineage(&nothing), Err(DeskError::RestsOnNothing)), "{nothing:?}");
    }
}

#[test]
fn on_a_day_a_link_counts_with_its_ends_and_its_passage() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::bundled(folder.path(), common::day(2026));
    let counted = |axis, on: &str| -> Vec<(String, String)> {
        let day: Day = Edtf::parse(on).unwrap().only_day().unwrap();
        let standings = desk.register().unwrap().standings(AsOf { axis, day });
        let slug = |id| desk.read(|reader| reader.milestone(id)).unwrap().milestone.slug.unwrap_or_default();
        standings.lineage.iter().map(|row| (slug(row.lineage.from), slug(row.lineage.to))).collect()
    };
    let drafted = ("roadmap-drafts".to_owned(), "roadmaps-agreed".to_owned());
    let became = ("roadmap-drafts".to_owned(), "union-programmes-2021".to_owned());
    assert_eq!(counted(Axis::HappenedBy, "2019-11-30"), []);
    assert_eq!(counted(Axis::HappenedBy, "2020-01-01"), std::slice::from_ref(&drafted));
    assert!(counted(Axis::HappenedBy, "2021-09-10").contains(&became));
    assert_eq!(counted(Axis::KnownBy, "2021-03-01"), [], "the article that tells it is of May");
    assert!(counted(Axis::KnownBy, "2021-06-01").contains(&drafted));
    assert!(
        !counted(Axis::KnownBy, "2021-09-10").contains(&became),
        "a judgement is known since it was written"
    );
    assert!(counted(Axis::KnownBy, "2030-01-01").contains(&became));
}
