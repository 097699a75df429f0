//! Outlets in the analyst's hands: named, graded, merged, each as one operation that undo takes back.
#![allow(clippy::unwrap_used)]

mod common;

use chancery_desk::{Desk, HintedField};
use chancery_model::OutletId;
use chancery_store::{Grade, Outlet, OutletKind, OutletRow};

fn named(desk: &Desk, name: &str) -> OutletRow {
    desk.read(|reader| reader.outlets()).unwrap().into_iter().find(|row| row.outlet.name == name).unwrap()
}

#[test]
fn an_edit_is_one_operation_and_none_where_nothing_changed() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::bundled(folder.path(), common::day(2026));
    let tass = named(&desk, "TASS");
    assert!(tass.outlet.grade.is_none(), "no machine grades");
    assert_eq!((tass.articles, tass.stories), (2, 2));
    let (_, hints) = desk.outlet(tass.id).unwrap();
    assert!(hints.iter().any(|hint| hint.field == HintedField::Kind && hint.value == "state-agency"));
    let graded = Outlet { grade: Some(Grade::C), kind: Some(OutletKind::StateAgency), ..tass.outlet.clone() };
    assert!(desk.edit_outlet(tass.id, &graded).unwrap().operation.is_some());
    assert!(desk.edit_outlet(tass.id, &graded).unwrap().operation.is_none());
    assert_eq!(desk.read(|reader| reader.grades()).unwrap()[&tass.id], Grade::C);
    desk.undo().unwrap().unwrap();
    assert_eq!(named(&desk, "TASS").outlet, tass.outlet);
}

#[test]
fn a_name_in_use_is_refused_and_says_by_whom() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::bundled(folder.path(), common::day(2026));
    let rows = desk.read(|reader| reader.outlets()).unwrap();
    let (one, other) = (&rows[0], &rows[1]);
    let taken = Outlet { name: format!(" {} ", other.outlet.name), ..one.outlet.clone() };
    let refused = desk.edit_outlet(one.id, &taken).unwrap_err();
    assert_eq!(refused.code(), "name-taken");
    assert!(refused.args().contains(&("by", other.outlet.name.clone())));
    let empty = Outlet { name: " ".to_owned(), ..one.outlet.clone() };
    assert_eq!(desk.edit_outlet(one.id, &empty).unwrap_err().code(), "missing");
    desk.merge_outlets(&[other.id], one.id).unwrap();
    // A name that was merged in may become the outlet's own.
    let own = Outlet { name: other.outlet.name.clone(), ..one.outlet.clone() };
    assert!(desk.edit_outlet(one.id, &own).unwrap().operation.is_some());
}

#[test]
fn merging_is_undone_as_one_operation() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::bundled(folder.path(), common::day(2026));
    let before = desk.read(|reader| reader.outlets()).unwrap();
    let ids: Vec<OutletId> = before.iter().map(|row| row.id).collect();
    let done = desk.merge_outlets(&ids, ids[0]).unwrap();
    assert!(done.operation.is_some() && done.changed.contains(&chancery_model::Changed::Outlets));
    let merged = desk.read(|reader| reader.outlets()).unwrap();
    assert_eq!(merged.len(), 1);
    assert_eq!(merged[0].articles, before.iter().map(|row| row.articles).sum::<u64>());
    assert!(desk.verify().unwrap().is_sound());
    desk.undo().unwrap().unwrap();
    assert_eq!(desk.read(|reader| reader.outlets()).unwrap(), before);
    assert!(desk.merge_outlets(&[OutletId(999)], ids[0]).is_err());
    assert!(desk.merge_outlets(&[ids[0]], ids[0]).unwrap().operation.is_none());
    assert_eq!(desk.read(|reader| reader.outlets()).unwrap(), before);
}
