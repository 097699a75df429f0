//! Archives of files.

use std::io::Write as _;

use flate2::Compression;
use zip::write::{SimpleFileOptions, ZipWriter};

use super::*;

#[test]
fn files_of_an_archive_are_members_under_names_that_lead_nowhere() {
    let inner = zip(&[("c.txt", b"C")]);
    let bytes = zip(&[
        ("../../a.txt", b"A"),
        ("/b.txt", b"B"),
        ("in.zip", &inner),
        ("__MACOSX/._a.txt", b"x"),
        ("e.txt", b""),
    ]);
    assert_eq!(Kind::of(&bytes), Some(Kind::Zip));
    let all = given(&bytes);
    assert_eq!(names(&all), ["a.txt", "b.txt", "in.zip/c.txt"]);
    assert_eq!(all[2].as_ref().unwrap().bytes, b"C");
}

#[test]
fn archives_are_opened_three_deep_and_documents_stay_whole() {
    let document = zip(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w/>")]);
    assert_eq!(Kind::of(&document), None);
    assert_eq!(names(&given(&zip(&[("a.docx", &document)]))), ["a.docx"]);
    let mut bytes = zip(&[("deep.txt", b"x")]);
    for _ in 0..3 {
        bytes = zip(&[("z.zip", &bytes)]);
    }
    assert_eq!(names(&given(&bytes)), ["z.zip/z.zip/z.zip/deep.txt"]);
    bytes = zip(&[("z.zip", &bytes)]);
    assert_eq!(names(&given(&bytes)), ["z.zip/z.zip/z.zip/z.zip: not-text"]);
}

#[test]
fn links_and_locked_files_are_told_and_the_others_read() {
    let mut writer = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    writer.add_symlink("link.txt", "/etc/passwd", SimpleFileOptions::default()).unwrap();
    writer.start_file("locked.txt", SimpleFileOptions::default()).unwrap();
    writer.write_all(b"secret").unwrap();
    writer.start_file("open.txt", SimpleFileOptions::default()).unwrap();
    writer.write_all(b"open").unwrap();
    let mut bytes = writer.finish().unwrap().into_inner();
    // The flag of encryption, in the file's own header and in the directory.
    for (signature, flags, name) in [(&b"PK\x03\x04"[..], 6, 30), (b"PK\x01\x02", 8, 46)] {
        let starts: Vec<usize> =
            bytes.windows(4).enumerate().filter(|(_, w)| *w == signature).map(|(at, _)| at).collect();
        let at = starts.into_iter().find(|at| bytes[at + name..].starts_with(b"locked.txt")).unwrap();
        bytes[at + flags] |= 1;
    }
    assert_eq!(names(&given(&bytes)), ["link.txt: not-text", "locked.txt: locked", "open.txt"]);
}

#[test]
fn what_unpacks_into_too_much_is_refused_while_it_unpacks() {
    let zeros = vec![b' '; 1 << 20];
    let bytes = zip(&[("bomb.txt", &zeros), ("a.txt", b"A"), ("b.txt", &zeros)]);
    let small = Allowance { member: 1000, all: 1 << 20, members: 10 };
    assert_eq!(names(&within(&bytes, &small).0), ["bomb.txt: too-large", "a.txt", "b.txt: too-large"]);
    let (all, end) = within(&bytes, &Allowance { all: 1001, ..small });
    assert_eq!(names(&all), ["bomb.txt: too-large"]);
    assert_eq!(end.unwrap_err().code(), "too-large");
    let (all, end) = within(&bytes, &Allowance { members: 1, ..small });
    assert_eq!((all.len(), end.unwrap_err().code()), (1, "too-many"));
    // Bytes that are only passed over are counted as well.
    let passed = gzip(&record("resource", "http://example.org/a.png", "image/png", &zeros));
    assert_eq!(within(&passed, &Allowance { all: 10_000, ..small }).1.unwrap_err().code(), "too-large");
}

#[test]
fn a_cut_archive_gives_its_first_files() {
    let bytes = zip(&[("a.txt", b"first"), ("b.txt", SENTENCE.as_bytes())]);
    let all = names(&given(&bytes[..110]));
    assert_eq!(all.first().map(String::as_str), Some("a.txt"), "{all:?}");
    assert!(all.last().unwrap().ends_with(": damaged-file"), "{all:?}");
    assert_eq!(within(b"PK\x03\x04", &Allowance::default()).1.unwrap_err().code(), "damaged-file");
}

#[test]
fn a_wacz_is_read_by_its_web_archives() {
    let web: Vec<u8> = records().iter().flat_map(|record| gzip(record)).collect();
    let bytes = zip(&[
        ("datapackage.json", b"{}"),
        ("archive/data.warc.gz", &web),
        ("pages/pages.jsonl", b"{}"),
        ("indexes/index.cdx", b"x"),
    ]);
    assert_eq!(names(&given(&bytes)), READ);
}

#[test]
fn a_single_packed_file_is_a_member() {
    let mut encoder = flate2::GzBuilder::new().filename("газ.txt").write(Vec::new(), Compression::default());
    encoder.write_all(b"text").unwrap();
    let bytes = encoder.finish().unwrap();
    assert_eq!((Kind::of(&bytes), names(&given(&bytes))), (Some(Kind::Gzip), vec!["газ.txt".to_owned()]));
    assert_eq!(names(&given(&gzip(&zip(&[("a.txt", b"A")])))), ["1/a.txt"]);
}
