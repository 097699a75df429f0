//! `kill -9` at random moments of importing and editing: afterwards the dossier verifies, and nothing acknowledged is missing.
//!
//! The test starts itself as a child that works on a dossier and acknowledges every act over a pipe, kills it, opens the
//! dossier and compares. 15 kills; `CHANCERY_KILLS=200` makes it 200. It has a `main` of its own, because it is both sides.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::{
    fmt::Write as _,
    hash::{DefaultHasher, Hash as _, Hasher as _},
    io::{BufRead as _, BufReader, Write as _},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Duration,
};

use chancery_model::{
    Confidence, Field, InLanguages, Language, NoteId, OperationKind, SourceDocument, Topic, TopicId, Verdict,
};
use chancery_store::{
    Error, ImportHandle, Moment, NewArticle, NewDossier, NewOperation, Note, OpenOptions, Store,
};
use serde_json::json;

const NAME: &str = "killed_at_any_moment_the_dossier_keeps_what_was_acknowledged";
const AT: Moment = Moment(1_700_000_000_000);
/// Kills one dossier goes through before the next takes its place.
const PER_DOSSIER: u64 = 15;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    if let [flag, path, seed] = args.as_slice()
        && flag == "--child"
    {
        work(Path::new(path), seed.parse().unwrap());
    }
    if args.iter().any(|arg| arg == "--list") {
        println!("{NAME}: test");
        return;
    }
    let wanted = args.iter().filter(|arg| !arg.starts_with('-')).all(|filter| NAME.contains(filter.as_str()));
    if !wanted || args.iter().any(|arg| arg == "--ignored") {
        println!(
            "\nrunning 0 tests\n\ntest result: ok. 0 passed; 0 failed; 0 ignored; 0 measured; 1 filtered out"
        );
        return;
    }
    println!("\nrunning 1 test");
    let kills = std::env::var("CHANCERY_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(15);
    // A failed assertion ends the process before these lines, with a code that says so.
    let acts = kill_often(kills);
    println!("test {NAME} ... ok");
    println!("({kills} kills, {acts} acknowledged acts)");
    println!("\ntest result: ok. 1 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out");
}

/// SplitMix64: small, and the same everywhere.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % sides
    }
}

fn options(path: &Path) -> OpenOptions {
    OpenOptions { backup_dir: path.with_extension("backups") }
}

/// What the analyst sees: live articles with their tags, notes with their text.
fn content(store: &Store, without: Option<&str>) -> u64 {
    let mut seen = String::new();
    store
        .read(|r| {
            let ids = r.article_ids(None, u32::MAX)?;
            for row in r.article_rows(&ids)? {
                if without.is_none_or(|prefix| !row.title.starts_with(prefix)) {
                    let _ = writeln!(seen, "{} {} {:?}", row.id, row.title, row.tags);
                }
            }
            for row in r.notes()? {
                let _ = writeln!(seen, "{} {:?}", row.id, r.note(row.id)?.note);
            }
            Ok::<_, Error>(())
        })
        .unwrap();
    let mut hasher = DefaultHasher::new();
    seen.hash(&mut hasher);
    hasher.finish()
}

/// The child: acts at random until it is killed. `will …` before an act, `ack …` once it is acknowledged.
fn work(path: &Path, seed: u64) -> ! {
    let mut dice = Dice(seed);
    let say = |line: String| {
        let mut out = std::io::stdout().lock();
        writeln!(out, "{line}").unwrap();
        out.flush().unwrap();
    };
    let store = if path.exists() {
        Store::open(path, &options(path)).unwrap()
    } else {
        let new = NewDossier { name: "Killed".into(), description: String::new(), language: Language::En };
        Store::create(path, &new, AT).unwrap()
    };
    if store.read(|r| r.counts()).unwrap().topics == 0 {
        say("will perform".into());
        let new = NewOperation { kind: OperationKind::Bundle, args: json!({}), at: AT };
        store.perform(new, |tx| tx.put_topic(&topic(), 0, 0)).unwrap();
        say(format!("ack {}", content(&store, None)));
    }
    let mut import: Option<ImportHandle> = None;
    for number in 0_u64.. {
        let tag = format!("{seed:x}.{number}.");
        match dice.roll(20) {
            0..=6 => {
                say(format!("will import {tag}"));
                let handle = match import.take() {
                    Some(handle) => handle,
                    None => store.begin_import(json!({}), AT).unwrap(),
                };
                let batch: Vec<_> = (0..5).map(|n| article(&format!("{tag}{n}"), &mut dice)).collect();
                match store.import_batch(&handle, batch) {
                    Ok(_) if dice.roll(3) > 0 => import = Some(handle),
                    Ok(_) => drop(store.finish_import(handle, &json!({ "finished": true })).unwrap()),
                    Err(Error::ImportUndone { .. }) => {}
                    Err(error) => panic!("{error}"),
                }
            }
            7..=13 => {
                say("will perform".into());
                perform(&store, &tag, &mut dice);
            }
            14..=16 => {
                say("will undo".into());
                store.undo(AT).map(|_| ()).or_else(floor).unwrap();
            }
            17 | 18 => {
                say("will redo".into());
                store.redo(AT).unwrap();
            }
            _ => {
                say("will empty".into());
                store.empty_bin(AT).unwrap();
            }
        }
        say(format!("ack {}", content(&store, None)));
    }
    unreachable!("the child works until it is killed")
}

fn floor(error: Error) -> Result<(), Error> {
    if matches!(error, Error::UndoEnds { .. }) { Ok(()) } else { Err(error) }
}

fn perform(store: &Store, tag: &str, dice: &mut Dice) {
    let notes: Vec<NoteId> = store.read(|r| r.notes()).unwrap().iter().map(|note| note.id).collect();
    let articles = store.read(|r| r.article_ids(None, u32::MAX)).unwrap();
    let note = Note { title: tag.to_owned(), markdown: format!("{tag} ").repeat(40), links: vec![] };
    let pick = |n: u64, many: usize| usize::try_from(n).unwrap() % many;
    let n = dice.roll(1 << 32);
    let new = NewOperation { kind: OperationKind::EditNote, args: json!({ "tag": tag }), at: AT };
    let done = store.perform(new, |tx| match (n % 5, notes.as_slice(), articles.as_slice()) {
        (1, notes @ [_, ..], _) => tx.edit_note(notes[pick(n, notes.len())], &note),
        (2, _, all @ [_, ..]) => {
            tx.decide(all[pick(n, all.len())], TopicId(1), Verdict::Accepted, tag).map(|_| ())
        }
        (3, _, all @ [_, ..]) => tx.remove_articles(&all[pick(n, all.len())..][..1]),
        (4, notes @ [_, _, ..], _) => tx.remove_note(notes[pick(n, notes.len())]),
        _ => tx.add_note(&note).map(|_| ()),
    });
    done.unwrap();
}

fn topic() -> Topic {
    Topic {
        slug: "treaty".into(),
        parent: None,
        group: false,
        label: InLanguages::english("Treaty"),
        definition: InLanguages::default(),
        include: InLanguages::default(),
        exclude: InLanguages::default(),
        threshold: 0.5,
        terms: vec![],
    }
}

fn article(title: &str, dice: &mut Dice) -> NewArticle {
    let words = ["integration", "treaty", "roadmap", "gas", "currency", "Minsk", "union", "loan"];
    let pick = |n: u64| words[usize::try_from(n).unwrap() % words.len()];
    let text: Vec<&str> = (0..300).map(|_| pick(dice.roll(8))).collect();
    let text = format!("{title} {}", text.join(" "));
    let field =
        |value: String| Field { value: Some(value), confidence: Confidence::High, ..Field::default() };
    NewArticle {
        reader: 1,
        original: text.clone().into_bytes(),
        document: SourceDocument {
            format: "txt".into(),
            text,
            furniture: vec![],
            title: field(title.to_owned()),
            outlet: field("TASS".to_owned()),
            byline: Field::default(),
            dateline: Field::default(),
            published: Field::default(),
            modified: Field::default(),
            url: Field::default(),
            section: Field::default(),
            language: Field { value: Some(Language::En), confidence: Confidence::High, ..Field::default() },
            language_runs: Vec::new(),
            sha256: [0; 32],
        },
        source_name: format!("{title}.txt"),
        dates: vec![],
        topics: vec![],
        look: vec![],
        captured_at: AT,
    }
}

/// The parent: starts, kills, looks. Returns how many acts were acknowledged.
fn kill_often(kills: u64) -> u64 {
    let dir = tempfile::tempdir().unwrap();
    let mut dice = Dice(20_211_104);
    let mut acts = 0;
    let mut last: Option<u64> = None;
    for kill in 0..kills {
        let path: PathBuf = dir.path().join(format!("{}.dossier", kill / PER_DOSSIER));
        if kill % PER_DOSSIER == 0 {
            last = None;
        }
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--child", path.to_str().unwrap(), &kill.to_string()])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = reading(&mut child);
        // Now and then before the dossier is made, mostly in the middle of work.
        std::thread::sleep(Duration::from_millis(if dice.roll(8) == 0 {
            dice.roll(30)
        } else {
            30 + dice.roll(400)
        }));
        child.kill().unwrap();
        let status = child.wait().unwrap();
        assert!(!status.success() && status.code().is_none(), "the child ended by itself: {status}");
        let mut in_flight = String::new();
        for line in lines.join().unwrap() {
            match line.strip_prefix("ack ") {
                Some(digest) => {
                    last = Some(digest.parse().unwrap());
                    acts += 1;
                    in_flight.clear();
                }
                None => in_flight = line,
            }
        }
        if !path.exists() {
            assert_eq!(last, None, "an acknowledged dossier is gone");
            continue;
        }
        last = Some(look(&path, last, &in_flight, kill));
    }
    acts
}

/// Lines the child wrote whole; what it was writing when it was killed was not acknowledged.
fn reading(child: &mut Child) -> std::thread::JoinHandle<Vec<String>> {
    let mut out = BufReader::new(child.stdout.take().unwrap());
    std::thread::spawn(move || {
        let (mut lines, mut line) = (Vec::new(), String::new());
        while out.read_line(&mut line).unwrap() > 0 {
            if line.ends_with('\n') {
                lines.push(line.trim_end().to_owned());
            }
            line.clear();
        }
        lines
    })
}

/// Opens the dossier after a kill: sound, and as last acknowledged, or one act further.
fn look(path: &Path, acknowledged: Option<u64>, in_flight: &str, kill: u64) -> u64 {
    let store = Store::open(path, &options(path)).expect("the dossier opens, its lock is free");
    let verified = store.verify().unwrap();
    assert!(verified.is_sound(), "kill {kill}, in flight {in_flight:?}: {:?}", verified.problems);
    let now = content(&store, None);
    let Some(acknowledged) = acknowledged else { return now };
    if now == acknowledged {
        return now;
    }
    // The act in flight was stored whole, only its acknowledgement was not heard: without it all is as acknowledged.
    let without = match in_flight.strip_prefix("will ") {
        Some("perform" | "redo") => {
            store.undo(AT).unwrap();
            let without = content(&store, None);
            store.redo(AT).unwrap();
            without
        }
        Some("undo") => {
            store.redo(AT).unwrap();
            let without = content(&store, None);
            store.undo(AT).unwrap();
            without
        }
        Some(act) => match act.strip_prefix("import ") {
            Some(prefix) => content(&store, Some(prefix)),
            None => now,
        },
        None => now,
    };
    assert_eq!(
        without, acknowledged,
        "kill {kill}: something acknowledged is missing; in flight {in_flight:?}"
    );
    assert_eq!(content(&store, None), now);
    now
}
