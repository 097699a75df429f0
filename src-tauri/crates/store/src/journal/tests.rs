//! Tests of the journal: what is undone is as it was before, whatever was done, also after a restart.

use chancery_model::{
    ArticleId, Changed, Edtf, Language, NoteId, OperationKind, Published, TopicId, Verdict,
};
use proptest::prelude::*;
use serde_json::json;

use super::changeset::JOURNALED;
use crate::{
    Correction, Error, LinkTarget, NewOperation, Note, OperationState, Result, Stored, Writer,
    testing::{AT, Bench, article, evidence, milestone, three, topic},
};

fn note(title: &str, links: Vec<LinkTarget>) -> Note {
    Note { title: title.into(), markdown: format!("About {title}"), links }
}

#[test]
fn every_kind_of_row_goes_and_comes_back_across_restarts() {
    let mut bench = Bench::new();
    let texts: Vec<String> = three().into_iter().map(|new| new.document.text).collect();
    let articles = bench.import(&three());
    let mut states = vec![bench.dump()];
    bench.perform(OperationKind::EditTopic, |tx| {
        tx.put_topic(&topic("treaty", None), 0, 0)?;
        tx.put_topic(&topic("treaty-currency", Some("treaty")), 1, 1)
    });
    states.push(bench.dump());
    bench.perform(OperationKind::Decide, |tx| tx.decide(articles[0], TopicId(2), Verdict::Accepted, ""));
    states.push(bench.dump());
    bench.perform(OperationKind::Decide, |tx| {
        tx.decide(articles[0], TopicId(2), Verdict::Rejected, "not about it")
    });
    states.push(bench.dump());
    let made = bench.perform(OperationKind::AddMilestone, |tx| {
        let parent = tx.add_milestone(&milestone("The treaty", Some("1999")))?;
        let mut child = milestone("Single currency", None);
        child.parent = Some(parent);
        tx.add_milestone(&child)
    });
    states.push(bench.dump());
    bench.perform(OperationKind::AttachEvidence, |tx| {
        tx.attach_evidence(&evidence(articles[1], &texts[1], "Договор о создании", made.value))
    });
    states.push(bench.dump());
    bench.perform(OperationKind::AddNote, |tx| {
        let first = tx.add_note(&note(
            "one",
            vec![LinkTarget::Article(articles[0]), LinkTarget::Milestone(made.value)],
        ))?;
        tx.add_note(&note("two", vec![LinkTarget::Note(first), LinkTarget::Topic(TopicId(2))]))
    });
    states.push(bench.dump());
    bench.perform(OperationKind::RemoveNote, |tx| tx.remove_note(NoteId(1)));
    states.push(bench.dump());
    bench.perform(OperationKind::CorrectField, |tx| {
        let value = Published { date: Edtf::parse("1999-12-08").unwrap(), time: None, zone: None };
        tx.correct_field(articles[1], &Correction::Published(Some(value)))?;
        tx.correct_field(articles[1], &Correction::Title(Some("Another title".into())))
    });
    states.push(bench.dump());
    bench.perform(OperationKind::RemoveArticles, |tx| tx.remove_articles(&articles[..2]));
    states.push(bench.dump());
    for expected in states.iter().rev().skip(1) {
        bench = bench.restart();
        bench.store.undo(AT).unwrap().unwrap();
        assert_eq!(bench.dump(), *expected);
        bench.sound();
    }
    for expected in &states[1..] {
        bench = bench.restart();
        bench.store.redo(AT).unwrap().unwrap();
        assert_eq!(bench.dump(), *expected);
    }
    assert_eq!(bench.store.redo(AT).unwrap(), None);
    bench.sound();
}

#[test]
fn what_changes_nothing_is_no_operation() {
    let bench = Bench::new();
    let performed = bench.perform(OperationKind::EditDossier, |tx| {
        tx.edit_dossier(&chancery_model::InLanguages::english("Union State"), "", Language::En)
    });
    assert_eq!((performed.operation, performed.changed.len()), (None, 0));
    assert!(bench.store.read(|r| r.operations(None, 10)).unwrap().is_empty());
    assert_eq!(bench.store.undo(AT).unwrap(), None);
}

#[test]
fn an_operation_that_fails_midway_leaves_nothing() {
    let bench = Bench::new();
    let before = bench.dump();
    let failed: Result<_> = bench.store.perform(
        NewOperation { kind: OperationKind::AddNote, args: json!({}), at: AT },
        |tx: &Writer<'_>| {
            tx.add_note(&note("half", vec![]))?;
            tx.add_note(&note("broken", vec![LinkTarget::Article(ArticleId(99))]))
        },
    );
    assert!(matches!(failed, Err(Error::Refused { .. })));
    assert_eq!(bench.dump(), before);
    assert!(bench.store.read(|r| r.operations(None, 10)).unwrap().is_empty());
}

#[test]
fn a_new_operation_drops_redo_and_the_list_keeps_what_was_dropped() {
    let bench = Bench::new();
    for title in ["one", "two", "three"] {
        bench.perform(OperationKind::AddNote, |tx| tx.add_note(&note(title, vec![])));
    }
    let undone = bench.store.undo(AT).unwrap().unwrap();
    assert_eq!(undone.changed, [Changed::Notes, Changed::Operations].into());
    bench.store.undo(AT).unwrap().unwrap();
    let state = bench.store.read(|r| r.undo_state()).unwrap();
    assert_eq!(state.undo.map(|(id, ..)| id.0), Some(1));
    assert_eq!(state.redo.map(|(id, ..)| id.0), Some(2));
    bench.perform(OperationKind::AddNote, |tx| tx.add_note(&note("four", vec![])));
    assert_eq!(bench.store.redo(AT).unwrap(), None);
    let list = bench.store.read(|r| r.operations(None, 10)).unwrap();
    let states: Vec<_> = list.iter().map(|line| line.state).collect();
    use OperationState::{Abandoned, Done};
    assert_eq!(states, [Done, Abandoned, Abandoned, Done]);
    assert_eq!((list[0].undone_at, list[1].undone_at), (None, Some(AT)));
    let titles: Vec<_> =
        bench.store.read(|r| r.notes()).unwrap().into_iter().map(|note| note.title).collect();
    assert_eq!(titles, ["four", "one"]);
    let older = bench.store.read(|r| r.operations(Some(list[1].id), 1)).unwrap();
    assert_eq!(older[0].id, list[2].id);
}

#[test]
fn undo_ends_at_the_bundled_dossier() {
    let bench = Bench::new();
    bench.perform(OperationKind::Bundle, |tx| tx.put_topic(&topic("treaty", None), 0, 0));
    bench.perform(OperationKind::AddNote, |tx| tx.add_note(&note("mine", vec![])));
    bench.store.undo(AT).unwrap().unwrap();
    let ends = bench.store.undo(AT);
    assert!(matches!(ends, Err(Error::UndoEnds { kind: OperationKind::Bundle, .. })));
    let state = bench.store.read(|r| r.undo_state()).unwrap();
    assert_eq!((state.undo, state.undo_ends_at), (None, Some(OperationKind::Bundle)));
    assert!(bench.store.redo(AT).unwrap().is_some());
}

#[test]
fn rows_changed_behind_the_journal_stop_undo_and_nothing_is_half_done() {
    let bench = Bench::new();
    bench.perform(OperationKind::AddNote, |tx| {
        tx.add_note(&note("one", vec![]))?;
        tx.add_note(&note("two", vec![]))
    });
    bench.store.writer().unwrap().execute("UPDATE note SET markdown = 'tampered' WHERE id = 2", ()).unwrap();
    let before = bench.dump();
    let stopped = bench.store.undo(AT);
    assert!(
        matches!(&stopped, Err(Error::Conflict { detail, .. }) if detail.starts_with("note")),
        "{stopped:?}"
    );
    assert_eq!(bench.dump(), before);
    assert_eq!(bench.store.read(|r| r.operations(None, 1)).unwrap()[0].state, OperationState::Done);
}

#[test]
fn undoing_an_import_hides_its_articles_but_not_those_of_others() {
    let bench = Bench::new();
    let mut new = three();
    let last = new.pop().unwrap();
    let first = bench.import(&new);
    let second = bench.import(&[new[0].clone(), last]);
    assert_eq!(second[0], first[0], "the same bytes are the same article");
    bench.perform(OperationKind::RemoveArticles, |tx| tx.remove_articles(&first[..1]));
    let live = |bench: &Bench| bench.store.read(|r| r.article_ids(None, 10)).unwrap();
    assert_eq!(live(&bench), [first[1], second[1]]);
    bench.store.undo(AT).unwrap();
    let undone = bench.store.undo(AT).unwrap().unwrap();
    assert_eq!(undone.kind, OperationKind::Import);
    assert_eq!(undone.articles_touched, [second[1]].into());
    assert_eq!(live(&bench), first);
    bench.store.redo(AT).unwrap();
    assert_eq!(live(&bench), [first[0], first[1], second[1]]);
    bench.sound();
}

#[test]
fn an_undone_import_can_be_imported_again() {
    let bench = Bench::new();
    let first = bench.import(&three());
    bench.store.undo(AT).unwrap();
    let again = bench.import(&three());
    assert!(again.iter().all(|id| !first.contains(id)));
    assert_eq!(bench.store.read(|r| r.counts()).unwrap().in_bin, 3);
    bench.sound();
}

#[test]
fn an_import_cut_short_keeps_what_it_brought_and_can_be_undone() {
    let bench = Bench::new();
    let import = bench.store.begin_import(json!({ "files": 3 }), AT).unwrap();
    bench.store.import_batch(&import, three()[..2].to_vec()).unwrap();
    drop(import);
    let bench = bench.restart();
    assert_eq!(bench.store.read(|r| r.counts()).unwrap().articles, 2);
    let line = &bench.store.read(|r| r.operations(None, 1)).unwrap()[0];
    assert_eq!((line.kind, line.changes), (OperationKind::Import, 2));
    bench.store.undo(AT).unwrap().unwrap();
    assert_eq!(bench.store.read(|r| r.counts()).unwrap().articles, 0);
}

#[test]
fn an_import_undone_while_it_runs_takes_no_more() {
    let bench = Bench::new();
    let import = bench.store.begin_import(json!({}), AT).unwrap();
    bench.store.import_batch(&import, three()[..1].to_vec()).unwrap();
    bench.store.undo(AT).unwrap();
    assert!(matches!(
        bench.store.import_batch(&import, three()[1..].to_vec()),
        Err(Error::ImportUndone { .. })
    ));
    assert_eq!(bench.store.read(|r| r.counts()).unwrap().articles, 0);
}

#[test]
fn an_import_of_nothing_new_is_no_operation_and_keeps_redo() {
    let bench = Bench::new();
    bench.import(&three());
    bench.perform(OperationKind::AddNote, |tx| tx.add_note(&note("one", vec![])));
    bench.store.undo(AT).unwrap();
    let import = bench.store.begin_import(json!({}), AT).unwrap();
    let stored = bench.store.import_batch(&import, three()).unwrap();
    assert!(stored.iter().all(|stored| matches!(stored, Stored::Duplicate(_))));
    assert_eq!(bench.store.finish_import(import, &json!({})).unwrap(), None);
    assert!(bench.store.redo(AT).unwrap().is_some());
}

#[test]
fn an_outlet_named_by_an_undone_operation_does_not_stop_undo() {
    let bench = Bench::new();
    let outlet = crate::Outlet { name: "SouthFront".into(), ..Default::default() };
    bench.perform(OperationKind::EditOutlet, |tx| tx.add_outlet(&outlet));
    let mut new = article("Lukashenko calls", "Text", Language::En, None);
    new.document.outlet.value = Some("SouthFront".into());
    let ids = bench.import(&[new]);
    bench.store.undo(AT).unwrap().unwrap();
    bench.store.undo(AT).unwrap().unwrap();
    assert!(bench.store.read(|r| r.outlets()).unwrap().is_empty());
    bench.sound();
    bench.store.redo(AT).unwrap().unwrap();
    bench.store.redo(AT).unwrap().unwrap();
    let row = bench.store.read(|r| r.article(ids[0])).unwrap().row;
    assert_eq!(row.outlet.map(|(_, name)| name), Some("SouthFront".to_owned()));
}

#[test]
fn every_table_is_journaled_or_on_the_list_of_those_that_are_not_and_none_has_a_trigger() {
    // What is derived, append-only, or the journal itself. A new table belongs here or in JOURNALED.
    let not_journaled = [
        "operation",
        "original",
        "article_reader",
        "language_run",
        "language_unread",
        "date_mentions",
        "dated_passage",
        "dated_read",
        "suggested_by",
        "suggestion",
        "suggestion_reasons",
        "article_features",
        "topic_learned",
        "review_skip",
        "recall_sample",
        "recall_drawn",
        "saved_search_seen",
        "fingerprint",
        "likeness",
        "story_state",
        "ui_state",
        "import",
        "import_operation",
        "import_file",
        "import_item",
    ];
    let bench = Bench::new();
    let conn = bench.store.writer().unwrap();
    let mut statement =
        conn.prepare("SELECT name, type, sql FROM sqlite_schema WHERE type IN ('table', 'trigger')").unwrap();
    let mut rows = statement.query(()).unwrap();
    while let Some(row) = rows.next().unwrap() {
        let (name, kind, sql): (String, String, Option<String>) =
            (row.get(0).unwrap(), row.get(1).unwrap(), row.get(2).unwrap());
        assert_eq!(kind, "table", "a trigger would write behind the journal: {name}");
        if name.starts_with("sqlite_") || name.starts_with("search") || not_journaled.contains(&name.as_str())
        {
            continue;
        }
        assert!(JOURNALED.iter().any(|(table, _)| *table == name), "{name} is neither");
        let sql = sql.unwrap();
        assert!(sql.contains("STRICT"), "{name}");
        // One row only, or named by the article it belongs to; everything else never reuses an id.
        if !["dossier", "article_field", "article_text", "furniture"].contains(&name.as_str()) {
            assert!(sql.contains("AUTOINCREMENT"), "{name}");
        }
        // No operation that is recorded deletes an article.
        if !["article_text", "furniture"].contains(&name.as_str()) {
            assert!(!sql.contains("CASCADE"), "{name}: a cascade would be applied twice");
        }
    }
}

#[derive(Clone, Debug)]
enum Act {
    Note(u8),
    EditNote(u8, u8),
    RemoveNote(u8),
    Decide(u8, bool),
    Clear(u8),
    Remove(u8),
    Restore(u8),
    Retitle(u8, u8),
    Milestone(u8),
    RemoveMilestone(u8),
    Undo,
    Redo,
    Restart,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        any::<u8>().prop_map(Act::Note),
        any::<(u8, u8)>().prop_map(|(note, text)| Act::EditNote(note, text)),
        any::<u8>().prop_map(Act::RemoveNote),
        any::<(u8, bool)>().prop_map(|(article, yes)| Act::Decide(article, yes)),
        any::<u8>().prop_map(Act::Clear),
        any::<u8>().prop_map(Act::Remove),
        any::<u8>().prop_map(Act::Restore),
        any::<(u8, u8)>().prop_map(|(article, title)| Act::Retitle(article, title)),
        any::<u8>().prop_map(Act::Milestone),
        any::<u8>().prop_map(Act::RemoveMilestone),
        Just(Act::Undo),
        Just(Act::Undo),
        Just(Act::Redo),
        Just(Act::Restart),
    ]
}

/// Does one act; whether it was recorded as an operation.
fn run(bench: &Bench, act: &Act, articles: &[ArticleId]) -> bool {
    let pick = |n: u8| articles[usize::from(n) % articles.len()];
    let notes: Vec<NoteId> = bench.store.read(|r| r.notes()).unwrap().iter().map(|note| note.id).collect();
    let milestones = bench.store.read(|r| r.milestones()).unwrap();
    let one_of = |n: u8| notes.get(usize::from(n) % notes.len().max(1)).copied();
    let kind = OperationKind::EditNote;
    match *act {
        Act::Note(n) => {
            let mut links = vec![LinkTarget::Article(pick(n))];
            links.extend(one_of(n).map(LinkTarget::Note));
            bench.perform(kind, |tx| tx.add_note(&note(&format!("note {n}"), links))).operation.is_some()
        }
        Act::EditNote(n, text) => one_of(n).is_some_and(|id| {
            let text = note(&format!("edited {text}"), vec![LinkTarget::Article(pick(text))]);
            bench.perform(kind, |tx| tx.edit_note(id, &text)).operation.is_some()
        }),
        Act::RemoveNote(n) => {
            one_of(n).is_some_and(|id| bench.perform(kind, |tx| tx.remove_note(id)).operation.is_some())
        }
        Act::Decide(n, yes) => {
            let verdict = if yes { Verdict::Accepted } else { Verdict::Rejected };
            bench.perform(kind, |tx| tx.decide(pick(n), TopicId(2), verdict, "")).operation.is_some()
        }
        Act::Clear(n) => bench.perform(kind, |tx| tx.clear_decision(pick(n), TopicId(2))).operation.is_some(),
        Act::Remove(n) => bench.perform(kind, |tx| tx.remove_articles(&[pick(n)])).operation.is_some(),
        Act::Restore(n) => bench.perform(kind, |tx| tx.restore_articles(&[pick(n)])).operation.is_some(),
        Act::Retitle(n, title) => {
            let title = Correction::Title(Some(format!("title {title}")));
            bench.perform(kind, |tx| tx.correct_field(pick(n), &title)).operation.is_some()
        }
        Act::Milestone(n) => bench
            .perform(kind, |tx| {
                let mut new = milestone(&format!("milestone {n}"), Some("2021"));
                new.parent = milestones.first().map(|above| above.id);
                tx.add_milestone(&new)
            })
            .operation
            .is_some(),
        Act::RemoveMilestone(n) => milestones
            .get(usize::from(n) % milestones.len().max(1))
            .is_some_and(|gone| bench.perform(kind, |tx| tx.remove_milestone(gone.id)).operation.is_some()),
        Act::Undo | Act::Redo | Act::Restart => false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    #[test]
    fn undo_and_redo_walk_through_the_very_states_that_were(acts in proptest::collection::vec(act(), 1..25)) {
        let mut bench = Bench::new();
        bench.perform(OperationKind::EditTopic, |tx| {
            tx.put_topic(&topic("treaty", None), 0, 0)?;
            tx.put_topic(&topic("treaty-currency", Some("treaty")), 1, 1)
        });
        let articles = bench.import(&three());
        let floor = bench.dump();
        let (mut past, mut future) = (vec![floor], Vec::new());
        for act in &acts {
            match act {
                Act::Restart => bench = bench.restart(),
                Act::Undo if past.len() > 1 => {
                    bench.store.undo(AT).unwrap().unwrap();
                    future.extend(past.pop());
                    prop_assert_eq!(&bench.dump(), past.last().unwrap());
                }
                Act::Undo => {}
                Act::Redo => {
                    let redone = bench.store.redo(AT).unwrap();
                    prop_assert_eq!(redone.is_some(), !future.is_empty());
                    past.extend(future.pop());
                    prop_assert_eq!(&bench.dump(), past.last().unwrap());
                }
                act => if run(&bench, act, &articles) {
                    future.clear();
                    past.push(bench.dump());
                } else {
                    prop_assert_eq!(&bench.dump(), past.last().unwrap());
                }
            }
        }
        bench.sound();
    }
}
