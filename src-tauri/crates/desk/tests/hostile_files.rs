//! Files made to break who reads them, among sound ones: each is told by its name with its reason, and the others come in.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Write as _};
use std::path::Path;

use chancery_desk::inspect_with;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const PROSE: &str =
    "Урады дзвюх краін дамовіліся пра цану газу на наступны год, паведаміў міністр энергетыкі.";

fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn record(number: usize, text: &str) -> String {
    format!(
        "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: http://example.org/{number}\r\nContent-Type: text/plain\r\n\
         Content-Length: {}\r\n\r\n{text}\r\n\r\n",
        text.len()
    )
}

/// What came of each file, by its path below the folder: the code of its refusal, or `read`.
fn outcomes(folder: &Path) -> BTreeMap<String, &'static str> {
    let day = chancery_model::Day::new(2026, 11, 22).unwrap();
    let mut outcomes = BTreeMap::new();
    for one in inspect_with(&[folder.to_owned()], day, &[]) {
        let path = one.path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
        let outcome = one.outcome.as_ref().map_or_else(|refused| refused.code(), |_| "read");
        assert!(outcomes.insert(path.clone(), outcome).is_none(), "{path} is told twice");
    }
    outcomes
}

/// Entities of entities, a thousand million in all.
fn entities() -> String {
    let mut dtd = "<!DOCTYPE x [<!ENTITY e0 \"ha\">".to_owned();
    for level in 1..10 {
        dtd.push_str(&format!("<!ENTITY e{level} \"{}\">", format!("&e{};", level - 1).repeat(10)));
    }
    dtd + "]>"
}

#[test]
fn hostile_files_are_told_by_name_and_the_others_come_in() {
    let outside = tempfile::tempdir().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let secret = outside.path().join("secret.txt");
    fs::write(&secret, PROSE).unwrap();
    let put = |name: &str, bytes: &[u8]| fs::write(folder.path().join(name), bytes).unwrap();

    put("a.txt", PROSE.as_bytes());
    put("zz.txt", format!("{PROSE} {PROSE}").as_bytes());
    let mut nested = zip(&[("deep.txt", PROSE.as_bytes())]);
    for _ in 0..6 {
        nested = zip(&[("z.zip", &nested)]);
    }
    put("nested.zip", &nested);
    put("names.zip", &zip(&[("../../escaped.txt", PROSE.as_bytes()), ("/etc/rooted.txt", PROSE.as_bytes())]));
    let document = format!(
        "{}<w:document><w:body><w:p><w:r><w:t>&e9; {PROSE}</w:t></w:r></w:p></w:body></w:document>",
        entities()
    );
    let types = b"<Types><Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>";
    put("laughs.docx", &zip(&[("[Content_Types].xml", types), ("word/document.xml", document.as_bytes())]));
    let feed = format!(
        "<?xml version='1.0'?>{}<rss><channel><item><title>Газ &e9;</title><description>{PROSE}</description></item></channel></rss>",
        entities()
    );
    put("laughs.xml", feed.as_bytes());
    put("loop.pdf", b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 9>>endobj\ntrailer<</Root 1 0 R>>");
    put("password.pdf", include_bytes!("../../intake/tests/pdf/password.pdf"));
    let web = [record(1, PROSE), record(2, PROSE)].concat();
    put("cut.warc", &web.as_bytes()[..web.len() - 60]);
    let message = |subject: &str, text: &str| {
        format!(
            "From a@b.example Fri Dec  3 10:15:00 2021\nFrom: a@b.example\nSubject: {subject}\nMessage-ID: <{subject}@b>\n\n{text}\n\n"
        )
    };
    let broken = "From a@b.example Fri Dec  3 10:15:00 2021\nMIME-Version: 1.0\nSubject: two\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n";
    put("box.mbox", [message("one", PROSE), broken.to_owned(), message("three", PROSE)].concat().as_bytes());
    put("noise.txt", &(0..9000_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 23) as u8).collect::<Vec<_>>());
    #[cfg(unix)]
    std::os::unix::fs::symlink(&secret, folder.path().join("link.txt")).unwrap();

    let expected = [
        ("a.txt", "read"),
        ("box.mbox/one", "read"),
        ("box.mbox/three", "read"),
        ("box.mbox/two", "empty"),
        ("cut.warc/http://example.org/1", "read"),
        ("cut.warc/http://example.org/2", "damaged-file"),
        ("laughs.docx", "read"),
        ("laughs.xml/1", "read"),
        ("loop.pdf", "damaged-file"),
        ("names.zip/escaped.txt", "read"),
        ("names.zip/etc/rooted.txt", "read"),
        ("nested.zip/z.zip/z.zip/z.zip/z.zip", "not-text"),
        ("noise.txt", "garbage"),
        ("password.pdf", "locked"),
        ("zz.txt", "read"),
    ];
    let found = outcomes(folder.path());
    let found: Vec<(&str, &str)> = found.iter().map(|(path, outcome)| (path.as_str(), *outcome)).collect();
    assert_eq!(found, expected);
    assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 1, "nothing is written beside the folder");
}
