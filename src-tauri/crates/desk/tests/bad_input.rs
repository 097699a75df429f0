//! What is broken, odd or too large: told by name, and the dossier is sound afterwards.
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use std::fs;

use chancery_desk::stored::{LookNote, LookReason};
use chancery_desk::{Outcome, Progress};

#[test]
fn a_folder_of_odd_names_is_read_whole() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::library(folder.path(), common::day(2026))
        .create(&folder.path().join("d.dossier"), "", false)
        .unwrap();
    let inbox = folder.path().join("in");
    fs::create_dir(&inbox).unwrap();
    let long = "ў".repeat(100);
    let odd = [
        "a b",
        "кавычки «»",
        "line\nbreak",
        "tab\tname",
        "quote\"'`",
        "percent %s %00",
        "; rm -rf ~",
        "שלום",
        "🗂️",
        "é",
        "e\u{301}",
        "-rf",
        "--dossier",
        "$HOME",
        "*",
        "con",
        "trailing ",
        long.as_str(),
    ];
    let mut written = 0_u64;
    for (number, name) in odd.iter().cycle().take(400).enumerate() {
        let text = format!(
            "Title {number}\n\nMinsk, day {number}: the parties spoke about transit and about case {number}.\n"
        );
        // A name the file system refuses is not what is tested here.
        written += u64::from(fs::write(inbox.join(format!("{name}{number}.txt")), text).is_ok());
    }
    assert!(written > 300);
    let report = desk.import(&[inbox], &mut Progress::silent()).unwrap();
    assert_eq!(report.counts.imported + report.counts.needs_a_look, written);
    assert!(desk.verify().unwrap().is_sound());
}

#[test]
fn broken_files_are_refused_by_name_and_the_rest_comes_in() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::library(folder.path(), common::day(2026))
        .create(&folder.path().join("d.dossier"), "", false)
        .unwrap();
    let inbox = folder.path().join("in");
    fs::create_dir(&inbox).unwrap();
    let mut invalid = b"A title\n\nSome words of a story, ".to_vec();
    invalid.extend([0xff, 0xfe, 0xc3, 0x28]);
    invalid.extend(b" and more words of the same story about the gas price in Minsk.\n");
    for (name, bytes) in [
        ("blank.txt", b" \n\t\n".to_vec()),
        ("garbage.txt", (0..4096_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect()),
        ("invalid.txt", invalid),
        ("page.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec()),
        ("archive.zip", b"PK\x03\x04\x14\x00\x00\x00".to_vec()),
        ("good.txt", b"Good title\n\nThe parties signed in Minsk.\n".to_vec()),
    ] {
        fs::write(inbox.join(name), bytes).unwrap();
    }
    let report = desk.import(&[inbox], &mut Progress::silent()).unwrap();
    let files = desk.import_files(report.import).unwrap();
    let outcome = |name: &str| {
        files.iter().find(|file| file.path.ends_with(name)).map(|file| file.outcome.clone()).unwrap()
    };
    for name in ["blank.txt", "garbage.txt", "page.pdf", "archive.zip"] {
        match outcome(name) {
            Outcome::Refused { code, detail } => {
                assert!(!code.is_empty() && detail.len() > 8, "{name}: {code} {detail}")
            }
            other => panic!("{name} gave {other:?}"),
        }
    }
    for name in ["good.txt", "invalid.txt"] {
        assert!(
            matches!(outcome(name), Outcome::Imported(_) | Outcome::NeedsALook(_)),
            "{name}: {:?}",
            outcome(name)
        );
    }
    assert!(desk.verify().unwrap().is_sound());
}

#[test]
fn a_large_text_is_read_and_a_too_large_one_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::library(folder.path(), common::day(2026))
        .create(&folder.path().join("d.dossier"), "", false)
        .unwrap();
    // 2 MB here; docs/performance.md tells what 50 MB take.
    let large = folder.path().join("large.txt");
    fs::write(
        &large,
        format!(
            "A long report\n\n{}",
            "The parties spoke about roadmaps and tariffs in Minsk. ".repeat(40_000)
        ),
    )
    .unwrap();
    let huge = folder.path().join("huge.txt");
    let file = fs::File::create(&huge).unwrap();
    file.set_len(65 << 20).unwrap();
    let report = desk.import(&[large, huge], &mut Progress::silent()).unwrap();
    let files = desk.import_files(report.import).unwrap();
    assert!(matches!(files[0].outcome, Outcome::Imported(_) | Outcome::NeedsALook(_)), "{:?}", files[0]);
    assert!(matches!(files[1].outcome, Outcome::Refused { .. }), "{:?}", files[1]);
    assert!(desk.verify().unwrap().is_sound());
}

/// A file of one page that is a picture, as scanners write them.
fn scanned() -> Vec<u8> {
    let picture =
        "<</Type/XObject/Subtype/Image/Width 4/Height 2/BitsPerComponent 8/ColorSpace/DeviceGray/Length 8>>";
    let drawn = "q 595 0 0 842 0 0 cm /X Do Q";
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</X 5 0 R>>>>/Contents 4 0 R>>"
            .to_owned(),
        format!("<</Length {}>>stream\n{drawn}\nendstream", drawn.len()),
        format!("{picture}stream\nabcdefgh\nendstream"),
    ];
    let mut file = "%PDF-1.4\n".to_owned();
    for (number, object) in objects.iter().enumerate() {
        file.push_str(&format!("{} 0 obj\n{object}\nendobj\n", number + 1));
    }
    file.push_str("trailer\n<</Root 1 0 R>>\n%%EOF");
    file.into_bytes()
}

#[test]
fn a_scanned_pdf_is_kept_told_to_have_no_text_and_waits_for_a_look() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::library(folder.path(), common::day(2026))
        .create(&folder.path().join("d.dossier"), "", false)
        .unwrap();
    let inbox = folder.path().join("in");
    fs::create_dir(&inbox).unwrap();
    fs::write(inbox.join("скан.pdf"), scanned()).unwrap();
    fs::write(
        inbox.join("text.txt"),
        "Good title\n\nPosted: 03.05.2021 10:00\n\nThe parties signed in Minsk.\n",
    )
    .unwrap();
    let report = desk.import(&[inbox], &mut Progress::silent()).unwrap();
    let files = desk.import_files(report.import).unwrap();
    assert_eq!((files.len(), report.counts.imported, report.counts.needs_a_look), (2, 1, 1));
    let scan = files.iter().find(|file| file.path.ends_with("скан.pdf")).unwrap();
    assert_eq!(scan.notes, ["no-text"]);
    let Outcome::NeedsALook(Some(article)) = scan.outcome else { panic!("{scan:?}") };
    let waiting = desk.look_queue().unwrap();
    assert_eq!((waiting.len(), waiting[0].article), (1, article));
    assert!(waiting[0].reasons.contains(&LookReason::Note(LookNote::NoText)), "{waiting:?}");
    assert_eq!(desk.read(|reader| reader.article(article)).unwrap().text, "");
    assert_eq!(desk.read(|reader| reader.original(article)).unwrap().1, scanned(), "byte for byte");
    assert!(desk.verify().unwrap().is_sound());
}

#[test]
fn a_second_desk_on_the_same_file_is_told_so_and_may_read() {
    let folder = tempfile::tempdir().unwrap();
    let library = common::library(folder.path(), common::day(2026));
    let path = folder.path().join("d.dossier");
    let first = library.create(&path, "", true).unwrap();
    let error = library.open(&path).err().unwrap();
    assert_eq!(error.code(), "in-use");
    assert!(error.to_string().contains("d.dossier"));
    assert_eq!(library.open_read_only(&path).unwrap().read(|reader| reader.counts()).unwrap().articles, 5);
    drop(first);
    library.open(&path).unwrap();
}

#[test]
fn what_is_no_dossier_or_a_newer_one_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let library = common::library(folder.path(), common::day(2026));
    let text = folder.path().join("letter.txt");
    fs::write(&text, "Dear colleague, ".repeat(500)).unwrap();
    assert_eq!(library.open(&text).err().unwrap().code(), "not-a-dossier");
    assert_eq!(fs::read_to_string(&text).unwrap(), "Dear colleague, ".repeat(500));
    let empty = folder.path().join("empty.dossier");
    fs::write(&empty, "").unwrap();
    assert_eq!(library.open(&empty).err().unwrap().code(), "not-a-dossier");
    assert_eq!(library.open(&folder.path().join("absent.dossier")).err().unwrap().code(), "file-unreachable");
    // A dossier of a later version: the number in SQLite's header, bytes 60–63.
    let newer = folder.path().join("newer.dossier");
    drop(library.create(&newer, "", false).unwrap());
    let mut bytes = fs::read(&newer).unwrap();
    bytes[60..64].copy_from_slice(&999_u32.to_be_bytes());
    fs::write(&newer, &bytes).unwrap();
    assert_eq!(library.open(&newer).err().unwrap().code(), "newer-version");
    assert_eq!(fs::read(&newer).unwrap(), bytes, "and is not touched");
}
