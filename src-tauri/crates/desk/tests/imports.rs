//! Imports as jobs: gone on with, tried again, pasted, watched; and what they leave to look at.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use chancery_desk::stored::{ImportState, LookReason};
use chancery_desk::{Cancel, Desk, FieldValue, Outcome, Progress, Sightings, stored::FieldName};
use chancery_model::{ArticleId, DateOrder, Edtf, ImportId, OutletId};

fn empty(folder: &Path) -> Desk {
    common::library(folder, common::day(2026)).create(&folder.join("d.dossier"), "", false).unwrap()
}

fn articles(desk: &Desk) -> u64 {
    desk.read(|reader| reader.counts()).unwrap().articles
}

/// Files of all three languages, each a story of its own.
fn stories(folder: &Path, number: usize) -> PathBuf {
    let inbox = folder.join("in");
    fs::create_dir_all(&inbox).unwrap();
    for at in 0..number {
        let text = match at % 3 {
            0 => format!(
                "Talks {at}\n\nPosted: 03.05.2021 10:00\n\nCase {at} was discussed in Minsk by the two sides.\n"
            ),
            1 => format!(
                "Переговоры {at}\n\nОпубликовано: 10.09.2021 14:05\n\nСтороны обсудили в Минске дело {at}.\n"
            ),
            _ => format!(
                "Перамовы {at}\n\nАпублікавана: 11.09.2021 14:05\n\nБакі абмеркавалі ў Мінску справу {at}.\n"
            ),
        };
        fs::write(inbox.join(format!("{at:04}.txt")), text).unwrap();
    }
    inbox
}

/// An import that is stopped once something of it is stored.
fn stopped(desk: &Desk, inbox: &Path) -> ImportId {
    let cancel = Cancel::default();
    let stop = cancel.clone();
    let mut progress = Progress::new(cancel, move |step| {
        if step.bytes > 0 {
            stop.cancel();
        }
    })
    .unthrottled();
    let report = desk.import(&[inbox.to_owned()], &mut progress).unwrap();
    assert!(report.cancelled);
    report.import
}

fn zip(entries: &[(&str, &str)]) -> Vec<u8> {
    // Stored, not deflated: what is tested is what is read of it.
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for (name, text) in entries {
        let mut crc = !0_u32;
        for byte in text.bytes() {
            crc ^= u32::from(byte);
            for _ in 0..8 {
                crc = if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
            }
        }
        let (at, size) = (u32::try_from(bytes.len()).unwrap(), u32::try_from(text.len()).unwrap());
        let mut head = vec![20, 0, 0, 8, 0, 0, 0, 0, 0, 0];
        for number in [!crc, size, size] {
            head.extend(number.to_le_bytes());
        }
        head.extend([u8::try_from(name.len()).unwrap(), 0, 0, 0]);
        bytes.extend(b"PK\x03\x04");
        bytes.extend(&head);
        bytes.extend(name.bytes());
        bytes.extend(text.bytes());
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&head);
        directory.extend([0; 10]);
        directory.extend(at.to_le_bytes());
        directory.extend(name.bytes());
    }
    let (at, size) = (u32::try_from(bytes.len()).unwrap(), u32::try_from(directory.len()).unwrap());
    let count = [u8::try_from(entries.len()).unwrap(), 0];
    bytes.extend(directory);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend(count);
    bytes.extend(count);
    bytes.extend(size.to_le_bytes());
    bytes.extend(at.to_le_bytes());
    bytes.extend([0, 0]);
    bytes
}

#[test]
fn a_stopped_import_goes_on_where_it_was_and_is_undone_as_one() {
    let folder = tempfile::tempdir().unwrap();
    let desk = empty(folder.path());
    let inbox = stories(folder.path(), 320);
    let import = stopped(&desk, &inbox);
    let before = articles(&desk);
    assert!(before > 0 && before < 320, "{before}");
    let row = desk.read(|reader| reader.import(import)).unwrap();
    assert_eq!((row.state, row.files, row.total), (ImportState::Cancelled, before, 320));

    let report = desk.resume_import(import, &mut Progress::silent()).unwrap();
    assert_eq!((report.cancelled, articles(&desk)), (false, 320));
    assert_eq!(report.counts.duplicates, 0, "what is in is not read again");
    let row = desk.read(|reader| reader.import(import)).unwrap();
    assert_eq!((row.state, row.files), (ImportState::Done, 320));
    desk.undo().unwrap().unwrap();
    assert_eq!(articles(&desk), 0);
    assert_eq!(desk.read(|reader| reader.import(import)).unwrap().state, ImportState::Undone);
    desk.redo().unwrap().unwrap();
    assert!(desk.verify().unwrap().is_sound());
}

#[test]
fn after_other_work_a_resumed_import_is_an_operation_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let desk = empty(folder.path());
    let inbox = stories(folder.path(), 320);
    let import = stopped(&desk, &inbox);
    let before = articles(&desk);
    desk.add_note("In between", "", None).unwrap();
    desk.resume_import(import, &mut Progress::silent()).unwrap();
    assert_eq!(articles(&desk), 320);
    desk.undo().unwrap().unwrap();
    assert_eq!(articles(&desk), before, "the second run alone");
    // What was undone is not in: going on brings it back.
    desk.resume_import(import, &mut Progress::silent()).unwrap();
    assert_eq!(articles(&desk), 320);
    assert!(desk.verify().unwrap().is_sound());
}

#[test]
fn the_same_files_give_the_same_articles_whatever_the_threads_do() {
    let folder = tempfile::tempdir().unwrap();
    let inbox = stories(folder.path(), 300);
    let order = |name: &str| {
        let at = folder.path().join(name);
        fs::create_dir(&at).unwrap();
        let desk = empty(&at);
        let report = desk.import(std::slice::from_ref(&inbox), &mut Progress::silent()).unwrap();
        let files = desk.import_files(report.import).unwrap();
        files.into_iter().map(|file| (file.path, file.outcome)).collect::<Vec<_>>()
    };
    let (one, other) = (order("one"), order("other"));
    assert_eq!(one, other);
    assert!(one.windows(2).all(|pair| pair[0].0 < pair[1].0), "in the order of the files");
}

#[test]
fn of_an_archive_only_what_was_refused_is_read_again() {
    let folder = tempfile::tempdir().unwrap();
    let desk = empty(folder.path());
    let file = folder.path().join("лента.zip");
    let text = "Talks go on\n\nPosted: 03.05.2021 10:00\n\nThe gas price was agreed in Minsk.\n";
    fs::write(&file, zip(&[("a.txt", text), ("b.txt", " \n")])).unwrap();
    let report = desk.import(std::slice::from_ref(&file), &mut Progress::silent()).unwrap();
    assert_eq!((report.counts.imported, report.counts.refused), (1, 1));
    let again = desk.retry_import(report.import, None, &mut Progress::silent()).unwrap();
    assert_eq!((again.counts.imported, again.counts.refused, again.counts.duplicates), (1, 1, 0));
    let files = desk.import_files(report.import).unwrap();
    assert!(files[0].path.ends_with("лента.zip/a.txt"), "{files:?}");
}

#[test]
fn a_refused_file_is_read_again_when_it_is_mended() {
    let folder = tempfile::tempdir().unwrap();
    let desk = empty(folder.path());
    let inbox = stories(folder.path(), 3);
    fs::write(inbox.join("blank.txt"), "  \n").unwrap();
    fs::write(inbox.join("blank too.txt"), "  \n").unwrap();
    let report = desk.import(std::slice::from_ref(&inbox), &mut Progress::silent()).unwrap();
    assert_eq!(report.counts.refused, 2);
    fs::write(inbox.join("blank.txt"), "Mended\n\nPosted: 04.05.2021 10:00\n\nThe file has a story now.\n")
        .unwrap();
    let path = inbox.join("blank.txt").display().to_string();
    let again = desk.retry_import(report.import, Some(&[path]), &mut Progress::silent()).unwrap();
    assert_eq!((again.import, again.counts.imported, again.counts.refused), (report.import, 4, 1));
    desk.undo().unwrap().unwrap();
    assert_eq!(articles(&desk), 0, "one operation with the rest");
}

#[test]
fn what_is_pasted_is_an_article_with_its_original() {
    let folder = tempfile::tempdir().unwrap();
    let desk = empty(folder.path());
    let html = "<meta charset='utf-8'><h1>Пра газ</h1><p>Бакі абмеркавалі ў Мінску <b>цану на газ</b> на 2021 год.</p>\
        <p>Дамова пакуль не падпісана, сказаў міністр.</p>";
    desk.import_pasted(Some(html), "не яно", &mut Progress::silent()).unwrap();
    let id = desk.read(|reader| reader.article_ids(None, 9)).unwrap()[0];
    let article = desk.read(|reader| reader.article(id)).unwrap();
    assert!(article.text.contains("цану на газ"), "{}", article.text);
    assert!(article.text.contains("сказаў міністр"), "{}", article.text);
    assert_eq!(desk.read(|reader| reader.original(id)).unwrap().1, html.as_bytes());
    let plain =
        desk.import_pasted(None, "Talks go on\n\nIn plain words, about Minsk.\n", &mut Progress::silent());
    assert!(plain.unwrap().operation.is_some());
    assert_eq!(desk.import_pasted(Some(" "), "", &mut Progress::silent()).unwrap_err().code(), "missing");
    assert_eq!(articles(&desk), 2);
}

#[test]
fn what_needs_a_look_waits_until_it_is_corrected_or_settled() {
    let folder = tempfile::tempdir().unwrap();
    let desk = empty(folder.path());
    let inbox = folder.path().join("in");
    fs::create_dir(&inbox).unwrap();
    fs::write(inbox.join("1 undated.txt"), "Talks go on\n\nThe gas price was agreed in the capital.\n")
        .unwrap();
    let mut mixed =
        b"Second talks\n\nPosted: 03.05.2021 10:00\n\nThe parties met again, \xff\xfe\xc3\x28".to_vec();
    mixed.extend(b" and more words of the same story about the gas price in Minsk.\n");
    fs::write(inbox.join("2 mixed.txt"), mixed).unwrap();
    desk.import(&[inbox], &mut Progress::silent()).unwrap();
    let queue = desk.look_queue().unwrap();
    assert_eq!(queue[0].reasons, [LookReason::NoDate], "{queue:?}");
    let undated = queue[0].article;
    let date = FieldValue { date: Some(Edtf::parse("2021-05-03").unwrap()), ..FieldValue::default() };
    desk.correct_field(undated, FieldName::Published, date).unwrap();
    assert!(desk.look_queue().unwrap().iter().all(|row| row.article != undated));
    desk.undo().unwrap().unwrap();
    assert_eq!(desk.look_queue().unwrap()[0].article, undated);
    let all: Vec<ArticleId> = desk.look_queue().unwrap().iter().map(|row| row.article).collect();
    desk.settle_look(&all).unwrap();
    assert!(desk.look_queue().unwrap().is_empty());
    desk.undo().unwrap().unwrap();
    assert_eq!(desk.look_queue().unwrap().len(), all.len());
}

#[test]
fn the_order_of_day_and_month_is_a_rule_of_the_outlet_for_what_is_in_and_what_comes() {
    let folder = tempfile::tempdir().unwrap();
    let desk = empty(folder.path());
    let line = |number: u32, date: &str| {
        format!(
            "{{\"title\":\"Story {number}\",\"text\":\"Posted: {date}\\n\\nThe two premiers met in Brest and named working group {number}.\",\"outlet\":\"Example\",\"lang\":\"en\"}}\n"
        )
    };
    let file = folder.path().join("one.jsonl");
    fs::write(&file, [line(1, "03/11/2021"), line(2, "23/11/2021")].concat()).unwrap();
    desk.import(&[file], &mut Progress::silent()).unwrap();
    let dates = || {
        let ids = desk.read(|reader| reader.article_ids(None, 99)).unwrap();
        let date = |id| {
            desk.read(|reader| reader.article(id)).unwrap().fields.published.value.unwrap().date.to_string()
        };
        ids.into_iter().map(date).collect::<Vec<String>>()
    };
    let outlet: OutletId = desk.read(|reader| reader.outlets()).unwrap()[0].id;
    let read = dates();
    assert_eq!(read[1], "2021-11-23");
    let done = desk.set_date_order(outlet, Some(DateOrder::MonthDay)).unwrap();
    assert_eq!((done.value, dates()[0].as_str(), dates()[1].as_str()), (1, "2021-03-11", "2021-11-23"));
    let file = folder.path().join("two.jsonl");
    fs::write(&file, line(3, "04/12/2021")).unwrap();
    desk.import(&[file], &mut Progress::silent()).unwrap();
    assert_eq!(dates()[2], "2021-04-12", "later imports go by it");
    desk.undo().unwrap().unwrap();
    desk.undo().unwrap().unwrap();
    assert_eq!(dates(), read);
}

#[test]
fn a_watched_folder_gives_what_has_come_to_rest_once() {
    let folder = tempfile::tempdir().unwrap();
    let desk = empty(folder.path());
    let inbox = stories(folder.path(), 2);
    assert_eq!(desk.watch(Some(&folder.path().join("absent"))).unwrap_err().code(), "file-unreachable");
    desk.watch(Some(&inbox)).unwrap();
    let mut sightings = Sightings::default();
    assert!(desk.look_at_watched(&mut sightings).unwrap().is_empty(), "seen once may still grow");
    let mut growing = fs::File::create(inbox.join("growing.txt")).unwrap();
    let ready = desk.look_at_watched(&mut sightings).unwrap();
    assert_eq!(ready.len(), 2);
    desk.import(&ready, &mut Progress::silent()).unwrap();
    growing.write_all(b"Grown\n\nPosted: 05.05.2021 10:00\n\nIt is whole now.\n").unwrap();
    assert!(desk.look_at_watched(&mut sightings).unwrap().is_empty(), "it grew since");
    let ready = desk.look_at_watched(&mut sightings).unwrap();
    assert_eq!(ready, [inbox.join("growing.txt")]);
    desk.import(&ready, &mut Progress::silent()).unwrap();
    // After a restart nothing is known but the manifests.
    let mut sightings = Sightings::default();
    desk.look_at_watched(&mut sightings).unwrap();
    assert!(desk.look_at_watched(&mut sightings).unwrap().is_empty());
    assert!(desk.watched().unwrap().looked_at.is_some());
    assert_eq!(desk.watch(None).unwrap().folder, None);
}

#[test]
fn an_import_cut_off_is_found_when_the_dossier_is_opened() {
    let folder = tempfile::tempdir().unwrap();
    let library = common::library(folder.path(), common::day(2026));
    let path = folder.path().join("d.dossier");
    let inbox = stories(folder.path(), 320);
    let desk = library.create(&path, "", false).unwrap();
    let import = stopped(&desk, &inbox);
    let before = articles(&desk);
    drop(desk);
    // As a kill leaves it: the manifest says that it runs.
    let mark = |store: &chancery_desk::stored::Store| {
        store.resume_import(import, chancery_desk::stored::Moment(0)).map(drop)
    };
    let options = chancery_desk::stored::OpenOptions { backup_dir: folder.path().join("backups") };
    mark(&chancery_desk::stored::Store::open(&path, &options).unwrap()).unwrap();
    let desk = library.open(&path).unwrap();
    assert_eq!(desk.read(|reader| reader.import(import)).unwrap().state, ImportState::Interrupted);
    let report = desk.resume_import(import, &mut Progress::silent()).unwrap();
    assert_eq!((report.counts.imported + report.counts.reprints, before < 320), (320, true));
    let files = desk.import_files(import).unwrap();
    assert!(
        files
            .iter()
            .all(|file| matches!(file.outcome, Outcome::Imported(Some(_)) | Outcome::Reprint(Some(_))))
    );
    desk.undo().unwrap().unwrap();
    assert_eq!(articles(&desk), 0);
}
