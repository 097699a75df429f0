//! Files of many articles, stopped in their middle: what is in is not read again, and nothing is missing.
#![allow(clippy::unwrap_used)]

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Write as _};
use std::path::Path;

use chancery_desk::{Cancel, Desk, Progress};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn story(at: usize) -> String {
    match at % 3 {
        0 => format!(
            "Talks {at}\n\nPosted: 03.05.2021 10:00\n\nCase {at} was discussed in Minsk by the two sides.\n"
        ),
        1 => {
            format!(
                "Переговоры {at}\n\nОпубликовано: 10.09.2021 14:05\n\nСтороны обсудили в Минске дело {at}.\n"
            )
        }
        _ => {
            format!(
                "Перамовы {at}\n\nАпублікавана: 11.09.2021 14:05\n\nБакі абмеркавалі ў Мінску справу {at}.\n"
            )
        }
    }
}

fn zip(members: usize) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..members {
        zip.start_file(format!("{at:04}.txt"), SimpleFileOptions::default()).unwrap();
        zip.write_all(story(at).as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Messages of which each two have one subject and id, as a mailbox written twice has them, and words of their own.
fn mailbox(messages: usize) -> String {
    let message = |at: usize| {
        let id = at / 2;
        format!(
            "From a@b.example Fri Dec  3 10:15:00 2021\nFrom: a@b.example\nDate: Fri, 3 Dec 2021 10:15:00 +0300\n\
             Subject: Talks {id}\nMessage-ID: <{id}@b.example>\n\nCase {at} of the two sides was discussed in Minsk.\n\n"
        )
    };
    (0..messages).map(message).collect()
}

/// How often the report tells of each place.
fn told(desk: &Desk, import: chancery_model::ImportId) -> BTreeMap<String, usize> {
    let mut told = BTreeMap::new();
    for file in desk.import_files(import).unwrap() {
        *told.entry(file.path.file_name().unwrap().to_string_lossy().into_owned()).or_insert(0) += 1;
    }
    told
}

/// Imports a folder of one small file and a large one of `members`, stops it when something is stored, and goes on.
fn stopped_in_the_middle(name: &str, bytes: &[u8], members: u64, places: usize) {
    let folder = tempfile::tempdir().unwrap();
    let desk = |name: &str| {
        common::library(folder.path(), common::day(2026))
            .create(&folder.path().join(name), "", false)
            .unwrap()
    };
    let articles = |desk: &Desk| desk.read(|reader| reader.counts()).unwrap().articles;
    let inbox = folder.path().join("in");
    fs::create_dir(&inbox).unwrap();
    fs::write(
        inbox.join("0 small.txt"),
        "Before it\n\nPosted: 03.05.2021 10:00\n\nThe file that ends first.\n",
    )
    .unwrap();
    fs::write(inbox.join(name), bytes).unwrap();
    let inbox: &Path = &inbox;

    let whole = desk("whole.dossier");
    let at_once = whole.import(&[inbox.to_owned()], &mut Progress::silent()).unwrap();
    assert_eq!(articles(&whole), members + 1);

    let desk = desk("stopped.dossier");
    let cancel = Cancel::default();
    let stop = cancel.clone();
    let mut progress = Progress::new(cancel, move |step| {
        if step.bytes > 0 {
            stop.cancel();
        }
    })
    .unthrottled();
    let first = desk.import(&[inbox.to_owned()], &mut progress).unwrap();
    drop(progress);
    let before = articles(&desk);
    assert!(first.cancelled && before > 1 && before < members, "{before}");
    let second = desk.resume_import(first.import, &mut Progress::silent()).unwrap();
    assert_eq!((second.cancelled, articles(&desk)), (false, members + 1));
    assert_eq!(second.counts, at_once.counts, "as if it had not been stopped");
    let report = told(&desk, first.import);
    assert_eq!((report.len(), &report), (places + 1, &told(&whole, at_once.import)));
    desk.undo().unwrap().unwrap();
    assert_eq!(articles(&desk), 0, "one operation");
    assert!(desk.verify().unwrap().is_sound());
}

#[test]
fn a_zip_archive_stopped_in_its_middle_gives_every_member_once() {
    stopped_in_the_middle("лента.zip", &zip(480), 480, 480);
}

#[test]
fn a_mailbox_stopped_in_its_middle_gives_every_message_once() {
    stopped_in_the_middle("box.mbox", mailbox(480).as_bytes(), 480, 240);
}
