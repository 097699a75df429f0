//! What comes in: formats, encodings, refusals, titles, outlets, Markdown; and bytes nobody meant to be a text.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use chancery_intake::{Limits, Note, Read, Refusal, read};
use chancery_model::{CodePoints, Confidence, Day, Language, Place, SourceDocument};
use proptest::prelude::*;

const PROSE: &str =
    "The ministers met in Minsk and agreed to go on with the talks about the common market soon.";

fn captured() -> Day {
    Day::new(2026, 11, 21).unwrap()
}

fn read_named(text: &[u8], name: &str) -> Result<SourceDocument, Refusal> {
    read(text, Some(name), captured(), &Limits::default())
}

fn read_text(text: &str) -> SourceDocument {
    read_named(text.as_bytes(), "any.txt").unwrap()
}

#[test]
fn what_is_no_text_is_refused_by_its_name() {
    let cases: &[(&[u8], &str)] = &[
        (b"<?xml version=\"1.0\"?><recipe/>", "XML"),
        (b"\x89PNG\r\n\x1a\n....", "a PNG image"),
        (b"SQLite format 3\0....", "an SQLite database"),
        (b"7z\xbc\xaf\x27\x1c....", "7-Zip"),
    ];
    for (bytes, expected) in cases {
        // The name does not help: what counts is what the bytes are.
        match read_named(bytes, "article.txt") {
            Err(Refusal::NotText { looks_like }) => assert_eq!(looks_like, *expected),
            other => panic!("{expected}: {other:?}"),
        }
    }
}

#[test]
fn a_page_is_read_whatever_its_name() {
    let page = "<!DOCTYPE html><html lang=be><meta charset=windows-1251><title>Газ | Навіны</title><nav><a href=/>Галоўная</a></nav>\
                <h1>Газ</h1><p>Урады сустрэліся ў аўторак, каб абмеркаваць цану на газ, і трэці раз ні пра што не дамовіліся.</p>";
    let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(page);
    let document = read_named(&bytes, "page.txt").unwrap();
    assert_eq!((document.format.as_str(), document.title.value.as_deref()), ("html", Some("Газ")));
    assert_eq!(document.language.value, Some(Language::Be));
    assert!(
        document.text.starts_with("Урады") && document.text.ends_with("не дамовіліся."),
        "{}",
        document.text
    );
    assert_eq!(read_named(b"<html><script>no words</script>", "a.html"), Err(Refusal::Empty));
}

#[test]
fn refusals_say_what_to_do() {
    assert_eq!(read_named(b"", "a.txt"), Err(Refusal::Empty));
    assert_eq!(read_named(b" \r\n\t \n", "a.txt"), Err(Refusal::Empty));
    assert_eq!(read_named(b"\xef\xbb\xbf", "a.txt"), Err(Refusal::Empty));
    let limits = Limits { bytes: 10, ..Limits::default() };
    let large = read(b"0123456789 and more", None, captured(), &limits).unwrap_err();
    assert_eq!(large, Refusal::TooLarge { bytes: 19, limit: 10 });
    assert!(large.to_string().contains("split"));
    let noise: Vec<u8> = (0..9000_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 23) as u8).collect();
    let garbage = read_named(&noise, "a.txt").unwrap_err();
    assert_eq!(garbage.code(), "garbage");
}

#[test]
fn broken_bytes_are_replaced_and_noted() {
    let mut bytes =
        "Загаловак\n\nМіністры сустрэліся ў Мінску і дамовіліся працягваць перамовы. ".as_bytes().to_vec();
    bytes.extend(b"\xff\xfe end");
    let read = Read::of(&bytes, None, captured(), &Limits::default()).unwrap();
    assert!(read.notes.iter().any(|note| matches!(note, Note::Replaced(count) if *count >= 1)));
    assert!(read.document.text.contains('\u{fffd}'));
}

#[test]
fn legacy_encodings_are_read_and_noted() {
    let text = "Совет министров утвердил программы\n\nСовет министров Союзного государства утвердил все программы на заседании в Минске.";
    for encoding in [encoding_rs::WINDOWS_1251, encoding_rs::KOI8_U] {
        let read = Read::of(&encoding.encode(text).0, None, captured(), &Limits::default()).unwrap();
        assert_eq!(read.document.title.value.as_deref(), Some("Совет министров утвердил программы"));
        assert_eq!(read.notes, [Note::Encoding(encoding.name())]);
        assert_eq!(read.document.language.value.unwrap().code(), "ru");
    }
}

#[track_caller]
fn check_title(head: &str, title: Option<&str>, text: &str) {
    let document = read_text(&format!("{head}\n\n{PROSE}\n\n{PROSE}"));
    assert_eq!(document.title.value.as_deref(), title, "{head}");
    assert_eq!(document.text, format!("{text}{PROSE}\n\n{PROSE}"), "{head}");
}

#[test]
fn the_title_is_the_first_line_that_is_no_label_and_leaves_the_text() {
    check_title("Ministers agree on a market", Some("Ministers agree on a market"), "");
    check_title("All news\n\nMinisters agree", Some("Ministers agree"), "All news\n\n");
    check_title(
        "Posted: 15.08.2024 17:42\n\nMinisters agree",
        Some("Ministers agree"),
        "Posted: 15.08.2024 17:42\n\n",
    );
    check_title(
        "Politics\n10 May 2021\nMinisters agree",
        Some("Ministers agree"),
        "Politics\n10 May 2021\n\n",
    );
    check_title(
        "Ministers agree\nBy Jane Doe\n10 May 2021",
        Some("Ministers agree"),
        "By Jane Doe\n10 May 2021\n\n",
    );
    check_title(
        "Политика\n\n10 мая 2021, 10:15\n\nСовет принял решение",
        Some("Совет принял решение"),
        "Политика\n\n10 мая 2021, 10:15\n\n",
    );
    check_title("Навіны\n\nСавет прыняў рашэнне", Some("Савет прыняў рашэнне"), "Навіны\n\n");
}

#[test]
fn a_text_that_begins_with_its_story_has_no_title() {
    let story = format!("MINSK, May 9. /TASS/. {PROSE}\n\n{PROSE}");
    let document = read_text(&story);
    assert_eq!(document.title.value, None);
    assert_eq!(document.title.alternatives.len(), 1);
    assert_eq!(document.text, story);
    let one = read_text("Only one line");
    assert_eq!((one.title.value, one.text.as_str()), (None, "Only one line"));
}

#[track_caller]
fn check_outlet(foot: &str, expected: Option<&str>) {
    let document = read_text(&format!("A title\n\n{PROSE}\n\n{PROSE}\n\n{PROSE}\n\n{foot}"));
    assert_eq!(document.outlet.value.as_deref(), expected, "{foot}: {:?}", document.outlet);
    let points = CodePoints::new(&document.text);
    for basis in &document.outlet.basis {
        let Place::Text(span) = basis.place else { panic!("{basis:?}") };
        assert_eq!(points.slice(span), Some(basis.words.as_str()));
    }
}

#[test]
fn outlets_come_from_the_sites_own_lines_and_not_from_photo_credits() {
    check_outlet("© 2021 BelTA. All rights reserved", Some("BelTA"));
    check_outlet("Copyright 2019 EurasiaView", Some("EurasiaView"));
    check_outlet("Support EurasiaView", Some("EurasiaView"));
    check_outlet("Read more at eurasiaview.org", Some("eurasiaview.org"));
    check_outlet("Source: Eurasia View", Some("Eurasia View"));
    check_outlet("Источник: Вестник Союза", Some("Вестник Союза"));
    check_outlet("Contact: editor@eurasiaview.org", Some("eurasiaview.org"));
    check_outlet("Contact: someone@gmail.com", None);
    check_outlet("Photo: www.president.gov.by", None);
    check_outlet("© Sergei Petrov/TASS", None);
    check_outlet("Support us", None);
    check_outlet("Follow us on Facebook", None);
}

#[test]
fn markdown_loses_its_marks_and_front_matter_becomes_fields() {
    let source = format!(
        "---\ntitle: \"Ministers agree\"\nauthor: Jane Doe\ndate: 2021-05-10\npublisher: Eurasia View\nlang: en\n---\n\n## A heading\n\n**{PROSE}** See [the treaty](https://example.org/x).\n\n- one\n- two\n\n![a picture](p.png)\n"
    );
    let document = read_named(source.as_bytes(), "a.md").unwrap();
    assert_eq!(document.format, "md");
    assert_eq!(document.title.value.as_deref(), Some("Ministers agree"));
    assert_eq!(document.title.basis[0].place, Place::Metadata);
    assert_eq!(document.byline.value.as_deref(), Some("Jane Doe"));
    assert_eq!(document.outlet.value.as_deref(), Some("Eurasia View"));
    let published = document.published.value.unwrap();
    assert_eq!(published.date.to_string(), "2021-05-10");
    assert_eq!(document.published.confidence, Confidence::High);
    assert_eq!(document.text, format!("A heading\n\n{PROSE} See the treaty.\n\n- one\n- two"));
    let plain = read_named(format!("# Ministers *agree*\n\n{PROSE}").as_bytes(), "b.md").unwrap();
    assert_eq!(plain.title.value.as_deref(), Some("Ministers agree"));
    assert_eq!(plain.text, PROSE);
}

#[test]
fn a_large_text_and_texts_without_shape_are_read_in_linear_time() {
    // A quadratic reader would need hours for these; the limit is generous for a loaded machine in a debug build.
    let begun = std::time::Instant::now();
    for unit in [
        "a",
        "(",
        "on Thursday ",
        "Share\n",
        "2019-",
        "9 ",
        "\"’.",
        "e\u{301}",
        "[x](",
        "МИНСК, ",
        "By A\n",
        "\n",
    ] {
        let text = format!("Title\n\n{}", unit.repeat(150_000 / unit.len()));
        for name in ["a.txt", "a.md"] {
            let _ = read_named(text.as_bytes(), name).map(|document| {
                chancery_text::dates::mentions(&document.text, &document.furniture, None, None, None).len()
                    + chancery_text::sentences(&document.text).len()
                    + chancery_text::body(&document.text, &document.furniture).len()
            });
        }
    }
    assert!(begun.elapsed().as_secs() < 120, "{:?}", begun.elapsed());
}

fn spans_hold(document: &SourceDocument) -> Result<(), TestCaseError> {
    let points = CodePoints::new(&document.text);
    let basis = [
        &document.outlet.basis,
        &document.byline.basis,
        &document.dateline.basis,
        &document.published.basis,
        &document.language.basis,
    ];
    for basis in basis.into_iter().flatten() {
        if let Place::Text(span) = basis.place {
            prop_assert_eq!(points.slice(span), Some(basis.words.as_str()));
        }
    }
    for piece in &document.furniture {
        prop_assert!(points.slice(piece.span).is_some_and(|words| !words.is_empty()));
    }
    prop_assert_eq!(chancery_intake::normalise(&document.text), document.text.clone());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn arbitrary_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(document) = read_named(&bytes, "a.txt") {
            spans_hold(&document)?;
        }
    }

    #[test]
    fn arbitrary_lines_are_read(
        lines in proptest::collection::vec(
            "By admin|All news|Support SouthFront|MOSCOW, May 9\\. /TASS/\\. He said on Friday.|Posted: 15\\.08\\.2024|© 2021 A|Leave a Reply|A title|Мінск ў|\\PC{0,40}",
            0..12,
        ),
        markdown in any::<bool>(),
    ) {
        let text = lines.join("\n\n");
        if let Ok(document) = read_named(text.as_bytes(), if markdown { "a.md" } else { "a.txt" }) {
            spans_hold(&document)?;
        }
    }
}
