//! `kill -9` in the middle of an import, over and over: opened again it is told as cut off, resumed it goes on, and in the end
//! everything is in once, as if nobody had killed it.
//!
//! The test starts itself as the child that imports and says every step over a pipe, and kills it while it stores. 5 kills;
//! `CHANCERY_KILLS=60` makes it 60. It has a `main` of its own, because it is both sides.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use std::fs;
use std::io::{BufRead as _, BufReader, Cursor, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use chancery_desk::stored::{ImportCounts, ImportState};
use chancery_desk::{Cancel, Desk, FileReport, Library, Progress};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const NAME: &str = "an_import_killed_at_any_moment_goes_on_and_brings_everything_once";
/// Files of one article, and archives with so many more.
const FILES: usize = 100;
const ARCHIVES: usize = 2;
const MEMBERS: usize = 330;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    if let [flag, folder] = args.as_slice()
        && flag == "--child"
    {
        import(Path::new(folder));
        return;
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
    let kills = std::env::var("CHANCERY_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(5);
    // A failed assertion ends the process before these lines, with a code that says so.
    let imports = kill_often(kills);
    println!("test {NAME} ... ok");
    println!("({kills} kills in {imports} imports)");
    println!("\ntest result: ok. 1 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out");
}

/// Stories in the three languages, each in words of its own but every twentieth, which the one before tells too.
fn story(at: usize) -> String {
    let case = if at % 20 == 19 { at - 3 } else { at };
    let (a, b, c) = (case * 7919 % 1009, case * 104_729 % 2003, case);
    match at % 3 {
        0 => format!(
            "Talks {at}\n\nPosted: 03.05.2021 10:00\n\nThe two sides spoke in Minsk about order {a}, loan {b} and case {c} of the union.\n"
        ),
        1 => format!(
            "Переговоры {at}\n\nОпубликовано: 10.09.2021 14:05\n\nСтороны обсудили в Минске приказ {a}, заём {b} и дело {c} союза.\n"
        ),
        _ => format!(
            "Перамовы {at}\n\nАпублікавана: 11.09.2021 14:05\n\nБакі абмеркавалі ў Мінску загад {a}, пазыку {b} і справу {c} саюза.\n"
        ),
    }
}

fn inbox(folder: &Path) -> PathBuf {
    let inbox = folder.join("in");
    fs::create_dir_all(&inbox).unwrap();
    for at in 0..FILES {
        fs::write(inbox.join(format!("{at:04}.txt")), story(at)).unwrap();
    }
    for archive in 0..ARCHIVES {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for at in 0..MEMBERS {
            zip.start_file(format!("{at:04}.txt"), SimpleFileOptions::default()).unwrap();
            zip.write_all(story(FILES + archive * MEMBERS + at).as_bytes()).unwrap();
        }
        fs::write(inbox.join(format!("архіў {archive}.zip")), zip.finish().unwrap().into_inner()).unwrap();
    }
    inbox
}

fn library(folder: &Path) -> Library {
    common::library(folder, common::day(2026))
}

fn dossier(folder: &Path) -> PathBuf {
    folder.join("d.dossier")
}

/// The child: begins the import, or goes on with the one that was cut off, and says how many articles are in.
fn import(folder: &Path) {
    let (library, path) = (library(folder), dossier(folder));
    let desk = if path.exists() { library.open(&path) } else { library.create(&path, "", false) }.unwrap();
    let mut told = None;
    let mut progress = Progress::new(Cancel::default(), |step| {
        // Before all is read nothing is stored.
        if step.done * 2 < step.total {
            return;
        }
        let stored = desk.read(|reader| reader.counts()).unwrap().articles;
        if told.replace(stored) != Some(stored) {
            let mut out = std::io::stdout().lock();
            writeln!(out, "{stored}").unwrap();
            out.flush().unwrap();
        }
    })
    .unthrottled();
    match desk.read(|reader| reader.imports()).unwrap().first() {
        Some(row) => desk.resume_import(row.id, &mut progress).unwrap(),
        None => desk.import(&[folder.join("in")], &mut progress).unwrap(),
    };
}

/// The parent: starts, kills, looks, until it has killed often enough. Returns how many imports that were.
fn kill_often(kills: u32) -> u32 {
    let (mut killed, mut imports) = (0, 0);
    let first = tempfile::tempdir().unwrap();
    let whole = library(first.path()).create(&dossier(first.path()), "", false).unwrap();
    whole.import(&[inbox(first.path())], &mut Progress::silent()).unwrap();
    let expected = all(&whole, first.path());
    assert!(expected.0.reprints > 0, "{:?}", expected.0);
    while killed < kills {
        imports += 1;
        let folder = tempfile::tempdir().unwrap();
        inbox(folder.path());
        // As it begins to store, and the next time when it has stored something.
        for lines in [1, 2].into_iter().cycle() {
            let delay = Duration::from_millis(u64::from(killed * 37 % 97));
            if !(kill_once(folder.path(), lines, delay) && was_cut_off(folder.path())) {
                break;
            }
            killed += 1;
        }
        let desk = library(folder.path()).open(&dossier(folder.path())).unwrap();
        let (counts, files, titles) = all(&desk, folder.path());
        assert_eq!(counts, expected.0);
        assert_eq!(files, expected.1);
        assert_eq!(titles, expected.2);
        assert!(desk.verify().unwrap().is_sound());
    }
    imports
}

/// Starts the child and kills it a moment after it has said so much; `false` where it went to its end before that.
fn kill_once(folder: &Path, lines: usize, delay: Duration) -> bool {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--child", folder.to_str().unwrap()])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = BufReader::new(child.stdout.take().unwrap()).lines();
    if said.by_ref().take(lines).count() < lines {
        return !ended(&mut child);
    }
    std::thread::sleep(delay);
    child.kill().unwrap();
    !ended(&mut child)
}

fn ended(child: &mut Child) -> bool {
    let status = child.wait().unwrap();
    assert!(status.success() || status.code().is_none(), "the child broke off by itself: {status}");
    status.success()
}

/// A dossier whose import was killed is sound, and tells of it to whoever only reads; `false` where the import had ended.
fn was_cut_off(folder: &Path) -> bool {
    let desk = library(folder).open_read_only(&dossier(folder)).unwrap();
    assert!(desk.verify().unwrap().is_sound());
    let state = desk.read(|reader| reader.imports()).unwrap()[0].state;
    assert_ne!(state, ImportState::Running, "nobody runs it");
    state == ImportState::Interrupted
}

/// The counts of an import, what became of every place in its files, and the titles of all articles.
fn all(desk: &Desk, folder: &Path) -> (ImportCounts, Vec<String>, Vec<String>) {
    let rows = desk.read(|reader| reader.imports()).unwrap();
    let [row] = rows.as_slice() else { panic!("{rows:?}") };
    assert_eq!((row.state, row.files), (ImportState::Done, row.total));
    let place = |file: FileReport| {
        // The articles' numbers depend on the kills, what became of the files does not.
        let outcome = format!("{:?}", file.outcome);
        let outcome = outcome.split('(').next().unwrap_or_default();
        format!("{} {outcome} {:?}", file.path.strip_prefix(folder).unwrap().display(), file.notes)
    };
    let mut files: Vec<String> = desk.import_files(row.id).unwrap().into_iter().map(place).collect();
    files.sort();
    let ids = desk.read(|reader| reader.article_ids(None, u32::MAX)).unwrap();
    let rows = desk.read(|reader| reader.article_rows(&ids)).unwrap();
    let mut titles: Vec<String> = rows.into_iter().map(|row| row.title).collect();
    titles.sort();
    (row.counts, files, titles)
}
