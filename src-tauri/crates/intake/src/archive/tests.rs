#![allow(clippy::unwrap_used)]

mod files;

use std::io::Write as _;
use std::ops::ControlFlow;

use flate2::Compression;
use flate2::write::GzEncoder;
use proptest::prelude::*;
use zip::write::{SimpleFileOptions, ZipWriter};

use super::*;
use crate::member::Member;

type Given = Vec<Result<Member, (String, Refusal)>>;

fn within(bytes: &[u8], allowance: &Allowance) -> (Given, Result<(), Refusal>) {
    let mut all = Vec::new();
    let end = each(bytes, allowance, &mut |found| {
        all.push(found);
        ControlFlow::Continue(())
    });
    (all, end)
}

fn given(bytes: &[u8]) -> Given {
    let (all, end) = within(bytes, &Allowance::default());
    end.unwrap();
    all
}

/// Names of members as they came, those that could not be had with their code.
fn names(given: &Given) -> Vec<String> {
    let name = |found: &Result<Member, (String, Refusal)>| match found {
        Ok(member) => member.name.clone(),
        Err((name, refusal)) => format!("{name}: {}", refusal.code()),
    };
    given.iter().map(name).collect()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

const SENTENCE: &str =
    "Урады дзвюх краін дамовіліся пра цану газу на наступны год, паведаміў міністр энергетыкі.";

fn page() -> String {
    format!(
        "<html><head><title>Газ</title></head><body><article><h1>Газ</h1><p>{SENTENCE}</p><p>{SENTENCE}</p></article></body></html>"
    )
}

fn answer(headers: &str, body: &[u8]) -> Vec<u8> {
    [format!("HTTP/1.1 200 OK\r\n{headers}\r\n").as_bytes(), body].concat()
}

fn record(kind: &str, address: &str, media: &str, block: &[u8]) -> Vec<u8> {
    let head = format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2021-12-03T10:15:00Z\r\n\
         Content-Type: {media}\r\nContent-Length: {}\r\n\r\n",
        block.len()
    );
    [head.as_bytes(), block, b"\r\n\r\n"].concat()
}

fn records() -> Vec<Vec<u8>> {
    let http = "application/http; msgtype=response";
    let (cyrillic, ..) = encoding_rs::WINDOWS_1251.encode(SENTENCE);
    let mut pieces = Vec::new();
    for piece in page().as_bytes().chunks(100) {
        pieces.extend(format!("{:x}\r\n", piece.len()).bytes().chain(piece.iter().copied()).chain(*b"\r\n"));
    }
    pieces.extend(b"0\r\n\r\n");
    let html = "Content-Type: text/html; charset=utf-8\r\n";
    vec![
        record("warcinfo", "", "application/warc-fields", b"software: test\r\n"),
        record("response", "http://example.org/1", http, &answer(html, page().as_bytes())),
        record(
            "response",
            "http://example.org/2",
            http,
            &answer(&format!("{html}Transfer-Encoding: chunked\r\n"), &pieces),
        ),
        record(
            "response",
            "http://example.org/3",
            http,
            &answer(&format!("{html}Content-Encoding: gzip\r\n"), &gzip(page().as_bytes())),
        ),
        record(
            "response",
            "http://example.org/4",
            http,
            &answer("Content-Type: text/plain; charset=windows-1251\r\n", &cyrillic),
        ),
        record(
            "response",
            "http://example.org/5",
            http,
            &answer("Content-Type: application/pdf\r\n", b"%PDF-1.4"),
        ),
        record(
            "response",
            "http://example.org/6.png",
            http,
            &answer("Content-Type: image/png\r\n", b"\x89PNG"),
        ),
        record(
            "response",
            "http://example.org/gone",
            http,
            b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>Gone",
        ),
        record("revisit", "http://example.org/1", http, &answer(html, b"")),
        record(
            "request",
            "http://example.org/1",
            "application/http; msgtype=request",
            b"GET / HTTP/1.1\r\n\r\n",
        ),
        record("resource", "<http://example.org/7>", "text/html", page().as_bytes()),
        record("resource", "metadata://gnu.org/log", "text/plain", b"log"),
    ]
}

const READ: [&str; 6] = [
    "http://example.org/1",
    "http://example.org/2",
    "http://example.org/3",
    "http://example.org/4",
    "http://example.org/5",
    "http://example.org/7",
];

#[test]
fn documents_of_a_web_archive_are_members_and_nothing_else_is() {
    let whole = records().concat();
    let packed: Vec<u8> = records().iter().flat_map(|record| gzip(record)).collect();
    for bytes in [whole.clone(), packed, gzip(&whole)] {
        assert_eq!(Kind::of(&bytes), Some(Kind::Warc));
        let all = given(&bytes);
        assert_eq!(names(&all), READ);
        for number in [0, 1, 2, 5] {
            let member = all[number].as_ref().unwrap();
            assert_eq!(member.bytes, page().as_bytes(), "{}", member.name);
            let draft = member.draft.as_ref().unwrap();
            assert!(draft.text.contains(SENTENCE), "{}", draft.text);
            assert_eq!(draft.url.value.as_ref(), Some(&member.name));
            assert_eq!(draft.published.value, None, "the day it was kept is none of publication");
        }
        let text = all[3].as_ref().unwrap().draft.as_ref().unwrap();
        assert_eq!(text.text, SENTENCE);
        assert!(all[4].as_ref().unwrap().draft.is_none());
    }
}

#[test]
fn a_cut_archive_is_read_up_to_the_break() {
    let records = records();
    let kept = records[..3].concat();
    let cut = [kept.as_slice(), &records[3][..300]].concat();
    assert_eq!(names(&given(&cut)), [READ[0], READ[1], "http://example.org/3: damaged-file"]);
    let packed: Vec<u8> = records[..3].iter().flat_map(|record| gzip(record)).collect();
    let last = gzip(&records[3]);
    let cut = [packed.as_slice(), &last[..last.len() / 2]].concat();
    let all = names(&given(&cut));
    assert_eq!(all[..2], READ[..2]);
    assert!(all.len() == 3 && all[2].ends_with(": damaged-file"), "{all:?}");
}

#[test]
fn the_records_behind_a_damaged_one_are_read() {
    let records = records();
    let noise = [
        records[1].as_slice(),
        b"nonsense\r\nand more\r\n",
        &records[2],
        b"WARC/1.0\r\nContent-Length: x\r\n\r\n",
        &records[3],
    ]
    .concat();
    assert_eq!(
        names(&given(&noise)),
        [READ[0], "after record 1: damaged-file", READ[1], "record 3: damaged-file", READ[2]]
    );
    let mut damaged = gzip(&records[2]);
    let middle = damaged.len() / 2;
    for byte in &mut damaged[middle..middle + 8] {
        *byte ^= 0x5a;
    }
    let all = names(&given(&[gzip(&records[1]), damaged, gzip(&records[3])].concat()));
    assert_eq!((all.first().unwrap().as_str(), all.last().unwrap().as_str()), (READ[0], READ[2]), "{all:?}");
    assert!(all.iter().any(|name| name.ends_with(": damaged-file")), "{all:?}");
}

#[test]
fn the_older_format_is_read_and_its_bad_lines_told() {
    let block = answer("Content-Type: text/html\r\n", page().as_bytes());
    let own = "1 0 Test\nURL IP-address Archive-date Content-type Archive-length\n";
    let mut arc =
        format!("filedesc://a.arc 0.0.0.0 20140301000000 text/plain {}\n{own}\n", own.len()).into_bytes();
    arc.extend(b"http://example.org/bad 192.0.2.1 20140102000000 text/html -1\n\n");
    arc.extend(format!("http://example.org/1 192.0.2.1 20140102000000 text/html {}\n", block.len()).bytes());
    arc.extend(&block);
    arc.extend(b"\nhttp://example.org/cut 192.0.2.1 20140102000000 text/html 999\nHTTP/1.1 200 OK\n");
    for bytes in [arc.clone(), gzip(&arc)] {
        let all = given(&bytes);
        assert_eq!(
            names(&all),
            ["http://example.org/bad: damaged-file", READ[0], "http://example.org/cut: damaged-file"]
        );
        assert!(all[1].as_ref().unwrap().draft.as_ref().unwrap().text.contains(SENTENCE));
    }
}

fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let packing = if name.contains(".warc") {
            zip::CompressionMethod::Stored
        } else {
            zip::CompressionMethod::Deflated
        };
        writer.start_file(*name, SimpleFileOptions::default().compression_method(packing)).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn sound_and_broken_samples_are_read_as_far_as_they_go() {
    let folder = std::env::var_os("CHANCERY_EVAL").map_or_else(
        || std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/eval"),
        std::path::PathBuf::from,
    );
    let folder = folder.join("import/warc");
    if !folder.is_dir() {
        println!("skipped: {} is missing", folder.display());
        return;
    }
    let check = |file: &str, expected: &[&str]| {
        let bytes = std::fs::read(folder.join(file)).unwrap();
        assert_eq!(names(&given(&bytes)), expected, "{file}");
        for cut in (0..bytes.len()).step_by(97) {
            drop(within(&bytes[..cut], &Allowance::default()));
        }
    };
    let home = "http://example.com/";
    check("bad.arc", &["http://example.com/: damaged-file", "http://example.com/: damaged-file"]);
    check("example-bad-non-chunked.warc.gz", &[home]);
    check("example-bad.warc.gz.bad", &["http://example.com?example=1"]);
    check("example-digest.warc", &[]);
    check("example-resource.warc.gz", &[home]);
    check("example-space-in-target-uri.warc.gz", &[]);
    // Its record is two bytes longer than it says: its page is whole, and what is left over is told.
    check("example-trunc.warc", &[home, "after record 3: damaged-file"]);
    check("example-wget-bad-target-uri.warc.gz", &[home]);
    check("example-wrong-chunks.warc.gz", &[home]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_bytes_stop_the_reading(start in 0..4_usize, bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let starts: [&[u8]; 4] = [b"WARC/1.0\r\n", b"filedesc://a 1.1.1.1 20140102000000 text/plain 3\n", b"PK\x03\x04", b"\x1f\x8b\x08\0"];
        drop(within(&[starts[start], &bytes].concat(), &Allowance::default()));
        drop(within(&bytes, &Allowance::default()));
    }

    #[test]
    fn no_change_of_an_archive_stops_the_reading(
        which in 0..3_usize,
        cut in 0.0..1.2_f64,
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12),
    ) {
        let mut bytes = match which {
            0 => records().concat(),
            1 => records().iter().flat_map(|record| gzip(record)).collect(),
            _ => zip(&[("a.txt", b"A"), ("in.zip", &zip(&[("b.txt", SENTENCE.as_bytes())]))]),
        };
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        bytes.truncate((bytes.len() as f64 * cut) as usize);
        drop(within(&bytes, &Allowance::default()));
    }
}
