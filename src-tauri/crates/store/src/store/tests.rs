//! Tests of opening: who may come in, what is no dossier, and that a refused or failed attempt leaves the file sound.

use chancery_model::{Language, OperationKind};
use rusqlite::Connection;
use rusqlite_migration::M;
use serde_json::json;

use crate::{
    Error, NewDossier, NewOperation, OpenOptions, Store, schema,
    testing::{AT, Bench, article, three},
};

#[test]
fn a_second_chancery_is_kept_from_writing_but_may_read() {
    let bench = Bench::new();
    bench.import(&three());
    let path = bench.store.path();
    let second = Store::open(path, &bench.options());
    assert!(matches!(&second, Err(Error::InUse { path: named }) if named == path), "{second:?}");
    let reader = Store::open_read_only(path).unwrap();
    assert_eq!(reader.read(|r| r.counts()).unwrap().articles, 3);
    assert!(reader.verify().unwrap().is_sound());
    assert!(matches!(reader.undo(AT), Err(Error::ReadOnly { .. })));
    bench.store.undo(AT).unwrap();
    assert_eq!(reader.read(|r| r.counts()).unwrap().articles, 0, "a reader sees what was committed since");
    drop(reader);
    let bench = bench.restart();
    bench.sound();
    let path = bench.store.path().to_owned();
    drop(bench.store);
    let alone = Store::open_read_only(&path).unwrap();
    assert!(alone.verify().unwrap().is_sound(), "read with no writer about");
    drop(alone);
    Store::open(&path, &OpenOptions { backup_dir: bench.dir.path().to_owned() }).unwrap();
}

#[test]
fn what_is_no_dossier_is_told_apart_and_left_as_it_was() {
    let bench = Bench::new();
    let file = |name: &str, bytes: &[u8]| {
        let path = bench.dir.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    };
    let long = "an article, not a dossier. ".repeat(2000);
    let other = bench.dir.path().join("other.db");
    Connection::open(&other).unwrap().execute("CREATE TABLE note (id INTEGER)", ()).unwrap();
    for path in [file("empty", b""), file("short", b"hello"), file("long", long.as_bytes()), other] {
        let before = std::fs::read(&path).unwrap();
        for opened in [Store::open(&path, &bench.options()), Store::open_read_only(&path)] {
            let Err(error) = opened else { panic!("{} was opened", path.display()) };
            assert!(matches!(error, Error::NotADossier { .. }), "{error:?}");
            assert!(error.to_string().contains(path.to_str().unwrap()), "{error}");
        }
        assert_eq!(std::fs::read(&path).unwrap(), before);
        let name = format!("{}-lock", path.file_name().unwrap().to_str().unwrap());
        assert!(!bench.dir.path().join(name).exists(), "nothing is put beside what is no dossier");
    }
    let absent = Store::open(&bench.dir.path().join("absent"), &bench.options());
    assert!(matches!(absent, Err(Error::Io { .. })));
}

#[test]
fn a_dossier_of_a_newer_version_is_refused_by_name() {
    let bench = Bench::new();
    let (path, options) = (bench.store.path().to_owned(), bench.options());
    bench.store.writer().unwrap().pragma_update(None, "user_version", 999).unwrap();
    drop(bench.store);
    for opened in [Store::open(&path, &options), Store::open_read_only(&path)] {
        assert!(matches!(opened, Err(Error::NewerVersion { found: 999, .. })), "{opened:?}");
    }
}

#[test]
fn an_older_dossier_is_backed_up_and_brought_up_to_date_and_undo_still_works() {
    let bench = Bench::new();
    bench.import(&three());
    let note = crate::Note { title: "one".into(), markdown: "text".into(), links: vec![] };
    let id = bench.perform(OperationKind::AddNote, |tx| tx.add_note(&note)).value;
    let (path, options) = (bench.store.path().to_owned(), bench.options());
    drop(bench.store);
    let next =
        [schema::STEPS, &[M::up("ALTER TABLE note ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0")]].concat();
    let store = Store::open_with(&path, &options, &next).unwrap();
    let backup = store.migration_backup().unwrap().to_owned();
    assert!(backup.starts_with(&options.backup_dir));
    let kept = Store::open(&backup, &options).unwrap();
    assert!(kept.verify().unwrap().is_sound());
    assert_eq!(kept.read(|r| r.counts()).unwrap().articles, 3);
    assert!(kept.migration_backup().is_none());
    store.undo(AT).unwrap().unwrap();
    assert!(matches!(store.read(|r| r.note(id)), Err(Error::NoSuch { what: "note", .. })));
    store.redo(AT).unwrap().unwrap();
    assert_eq!(store.read(|r| r.note(id)).unwrap().note, note);
}

#[test]
fn a_migration_that_cannot_be_backed_up_does_not_happen() {
    let bench = Bench::new();
    let path = bench.store.path().to_owned();
    let blocked = bench.dir.path().join("a file");
    std::fs::write(&blocked, b"").unwrap();
    drop(bench.store);
    let next = [schema::STEPS, &[M::up("DROP TABLE note")]].concat();
    let options = OpenOptions { backup_dir: blocked.join("backups") };
    let opened = Store::open_with(&path, &options, &next);
    assert!(matches!(opened, Err(Error::Io { .. })), "{opened:?}");
    let options = OpenOptions { backup_dir: bench.dir.path().to_owned() };
    assert!(Store::open(&path, &options).unwrap().verify().unwrap().is_sound());
}

#[test]
fn a_dossier_is_never_made_over_another_file() {
    let bench = Bench::new();
    let path = bench.dir.path().join("taken");
    std::fs::write(&path, b"mine").unwrap();
    let new = NewDossier { name: "x".into(), description: String::new(), language: Language::En };
    assert!(matches!(Store::create(&path, &new, AT), Err(Error::Exists { .. })));
    assert_eq!(std::fs::read(&path).unwrap(), b"mine");
    let nowhere = bench.dir.path().join("no such folder").join("a.dossier");
    assert!(matches!(Store::create(&nowhere, &new, AT), Err(Error::Io { .. })));
}

#[test]
fn a_damaged_file_says_so_and_verifying_finds_it() {
    let bench = Bench::new();
    bench.import(&[article("Long", &"Союзное государство. ".repeat(60_000), Language::Ru, None)]);
    let (path, options) = (bench.store.path().to_owned(), bench.options());
    drop(bench.store);
    let mut bytes = std::fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    for byte in &mut bytes[middle..middle + 40_000] {
        *byte = 0xA5;
    }
    std::fs::write(&path, &bytes).unwrap();
    let found = Store::open(&path, &options).and_then(|store| store.verify());
    match found {
        Ok(verified) => assert!(!verified.is_sound()),
        Err(error) => assert!(matches!(error, Error::Damaged { .. }), "{error:?}"),
    }
}

#[test]
fn on_a_full_disk_nothing_is_half_done_and_the_dossier_verifies() {
    let bench = Bench::new();
    bench.import(&three()[..1]);
    let before = bench.dump();
    let pages: i64 = {
        let conn = bench.store.writer().unwrap();
        conn.query_row("PRAGMA page_count", (), |row| row.get(0)).unwrap()
    };
    let limit = |pages: i64| {
        let conn = bench.store.writer().unwrap();
        conn.query_row(&format!("PRAGMA max_page_count = {pages}"), (), |row| row.get::<_, i64>(0)).unwrap();
    };
    limit(pages + 2);
    let big: String = (0..60_000).map(|n| format!("слово{n} ")).collect();
    let import = bench.store.begin_import(json!({}), AT).unwrap();
    let full = bench.store.import_batch(&import, vec![article("Big", &big, Language::Ru, None)]);
    assert!(matches!(&full, Err(Error::DiskFull { path }) if path == bench.store.path()), "{full:?}");
    let note = crate::Note { title: "big".into(), markdown: big, links: vec![] };
    let new = NewOperation { kind: OperationKind::AddNote, args: json!({}), at: AT };
    let full = bench.store.perform(new, |tx| tx.add_note(&note));
    assert!(matches!(full, Err(Error::DiskFull { .. })), "{full:?}");
    assert_eq!(bench.dump(), before);
    bench.sound();
    limit(1 << 30);
    bench.perform(OperationKind::AddNote, |tx| tx.add_note(&note));
    bench.restart().sound();
}

/// The same on a file system that really is full, where the tests may mount one (as root on Linux); elsewhere the test
/// above stands alone.
#[cfg(target_os = "linux")]
#[test]
fn on_a_file_system_that_is_full_a_dossier_survives() {
    let dir = tempfile::tempdir().unwrap();
    let mounted = std::process::Command::new("mount")
        .args(["-t", "tmpfs", "-o", "size=6m", "tmpfs"])
        .arg(dir.path())
        .output()
        .is_ok_and(|output| output.status.success());
    if !mounted {
        return;
    }
    let path = dir.path().join("a.dossier");
    let new = NewDossier { name: "x".into(), description: String::new(), language: Language::En };
    let store = Store::create(&path, &new, AT).unwrap();
    let import = store.begin_import(json!({}), AT).unwrap();
    let mut acknowledged = 0;
    let full = loop {
        let text: String = (0..20_000).map(|n| format!("w{acknowledged}x{n} ")).collect();
        match store
            .import_batch(&import, vec![article(&format!("a{acknowledged}"), &text, Language::En, None)])
        {
            Ok(_) => acknowledged += 1,
            Err(error) => break error,
        }
    };
    assert!(matches!(full, Error::DiskFull { .. }), "{full:?}");
    assert_eq!(store.read(|r| r.counts()).unwrap().articles, acknowledged);
    let backup = store.backup(&dir.path().join("copy.dossier"));
    assert!(matches!(backup, Err(Error::DiskFull { .. })), "{backup:?}");
    drop(store);
    let options = OpenOptions { backup_dir: dir.path().to_owned() };
    let store = Store::open(&path, &options).unwrap();
    assert!(store.verify().unwrap().is_sound());
    assert_eq!(store.read(|r| r.counts()).unwrap().articles, acknowledged);
    drop(store);
    let _ = std::process::Command::new("umount").arg(dir.path()).output();
}

#[test]
fn readers_in_many_threads_see_whole_states_while_the_writer_writes() {
    let bench = Bench::new();
    std::thread::scope(|scope| {
        for _ in 0..6 {
            scope.spawn(|| {
                for _ in 0..40 {
                    let (counts, rows) =
                        bench.store.read(|r| Ok::<_, Error>((r.counts()?, r.notes()?))).unwrap();
                    assert_eq!(counts.notes, rows.len() as u64);
                    assert_eq!(counts.notes % 2, 0, "two notes come with each operation");
                }
            });
        }
        for n in 0..30 {
            let note = crate::Note { title: format!("{n}"), markdown: String::new(), links: vec![] };
            bench.perform(OperationKind::AddNote, |tx| {
                tx.add_note(&note)?;
                tx.add_note(&note)
            });
        }
    });
}

#[test]
fn a_panic_inside_an_operation_rolls_it_back_and_the_desk_goes_on() {
    let bench = Bench::new();
    let note = crate::Note { title: "one".into(), markdown: String::new(), links: vec![] };
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        bench.perform(OperationKind::AddNote, |tx| {
            tx.add_note(&note)?;
            if true { panic!("a defect in a use case") } else { Ok(()) }
        });
    }));
    assert!(panicked.is_err());
    assert!(bench.store.read(|r| r.notes()).unwrap().is_empty());
    bench.perform(OperationKind::AddNote, |tx| tx.add_note(&note));
    assert_eq!(bench.store.read(|r| r.notes()).unwrap().len(), 1);
}

#[test]
fn a_backup_is_a_dossier_of_its_own_and_never_overwrites() {
    let bench = Bench::new();
    bench.import(&three());
    let target = bench.dir.path().join("copy.dossier");
    bench.store.backup(&target).unwrap();
    let copy = Store::open(&target, &bench.options()).unwrap();
    assert!(copy.verify().unwrap().is_sound());
    assert_eq!(copy.read(|r| r.counts()).unwrap(), bench.store.read(|r| r.counts()).unwrap());
    copy.undo(AT).unwrap().unwrap();
    assert!(matches!(bench.store.backup(&target), Err(Error::Exists { .. })));
    let second = bench.dir.path().join("second.dossier");
    Store::open_read_only(bench.store.path()).unwrap().backup(&second).unwrap();
    assert!(Store::open(&second, &bench.options()).unwrap().verify().unwrap().is_sound());
    let left: Vec<_> =
        std::fs::read_dir(bench.dir.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| !name.to_str().unwrap().ends_with("-new")), "{left:?}");
}

#[test]
fn how_the_window_was_left_is_no_operation() {
    let bench = Bench::new();
    bench.store.set_ui_state("reader.width", "420").unwrap();
    bench.store.set_ui_state("reader.width", "430").unwrap();
    let bench = bench.restart();
    assert_eq!(bench.store.read(|r| r.ui_state("reader.width")).unwrap().as_deref(), Some("430"));
    assert_eq!(bench.store.undo(AT).unwrap(), None);
}
