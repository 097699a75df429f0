use std::collections::BTreeMap;

use super::*;

/// Nothing is timed here: all of it can be asked, finds, and leaves the dossier as it was.
#[test]
fn every_kind_can_be_asked_of_the_desk_and_of_fts5_alone() {
    let folder = tempfile::tempdir().unwrap();
    let dossier = folder.path().join("some.dossier");
    let brought = bring::dossier(&dossier, 300, 1, bring::import).unwrap();
    assert_eq!(brought.import.stored, 300);
    let again = bring::dossier(&dossier, 300, 1, |_, _| Err("it is there".into())).unwrap();
    assert_eq!(again.names, brought.names);
    assert!(bring::dossier(&dossier, 301, 1, bring::import).is_err(), "of another size");

    let corpus = Corpus::new(1).with_names(brought.names);
    let kinds = kinds::kinds(&corpus, 1, 5);
    let questions = folder.path().join("questions.json");
    fs::write(&questions, serde_json::to_vec(&kinds).unwrap()).unwrap();
    let desk = ask::run(&dossier, &questions).unwrap();
    assert_eq!(desk.kinds.len(), 40);
    let counted: BTreeMap<String, u64> =
        desk.kinds.iter().map(|kind| (kind.name.clone(), kind.hits.iter().sum())).collect();
    let hits = |name: &str| counted.get(name).copied().unwrap();
    assert_eq!(hits("nothing found"), 0);
    for name in ["common word, en", "common word, ru", "common word, be", "common phrase", "tag and common"] {
        assert!(hits(name) > 0, "{name}");
    }

    let mut size = Size::new(brought, 4, desk);
    if has_fts5() {
        size.raw = Some(raw::run(&dossier, &folder.path().join("raw.sqlite"), &questions).unwrap());
        let found = |name: &str| {
            let kind = size.raw.as_ref().unwrap().kinds.iter().find(|kind| kind.name == name).unwrap();
            kind.hits.iter().sum::<u64>()
        };
        assert!(found("outlet, language and year, no words") == hits("outlet, language and year, no words"));
        assert!(found("exact form, common") == hits("exact form, common"));
        assert!(found("inflected form, ru") < hits("inflected form, ru"), "stems find more");
    }
    assert!(size.to_string().contains("en 40 %, ru 40 %, be 20 %"), "{size}");
}

/// Python with SQLite's FTS5 may be missing where tests run.
fn has_fts5() -> bool {
    let probe =
        "import sqlite3; sqlite3.connect(':memory:').execute('CREATE VIRTUAL TABLE t USING fts5 (a)')";
    Command::new("python3").args(["-c", probe]).status().is_ok_and(|status| status.success())
}
