//! The reading of files as several programs print them, and of files nobody should print.
#![allow(clippy::unwrap_used)]
use std::fmt::Write as _;

use proptest::prelude::*;

use super::*;

const CHROMIUM_EN: &[u8] = include_bytes!("../../tests/pdf/chromium-en-columns.pdf");
const CHROMIUM_BE: &[u8] = include_bytes!("../../tests/pdf/chromium-be-pages.pdf");
const LIBREOFFICE_RU: &[u8] = include_bytes!("../../tests/pdf/libreoffice-ru.pdf");
const LIBREOFFICE_EN: &[u8] = include_bytes!("../../tests/pdf/libreoffice-en-columns.pdf");
const TYPST_RU: &[u8] = include_bytes!("../../tests/pdf/typst-ru.pdf");
const EN: &str = include_str!("../../tests/pdf/en.txt");
const RU: &str = include_str!("../../tests/pdf/ru.txt");
const BE: &str = include_str!("../../tests/pdf/be.txt");

fn read(bytes: &[u8]) -> Result<Reading, Refusal> {
    super::read(bytes, Duration::from_secs(600))
}

/// A file of one page with that content, in Helvetica.
fn pdf(content: &str) -> Vec<u8> {
    file(&[
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 4 0 R>>/XObject<</X 6 0 R>>>>/Contents 5 0 R>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        &format!("<</Length {}>>stream\n{content}\nendstream", content.len()),
    ])
}

fn file(objects: &[&str]) -> Vec<u8> {
    let mut file = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        places.push(file.len());
        write!(file, "{} 0 obj\n{object}\nendobj\n", number + 1).unwrap();
    }
    let start = file.len();
    write!(file, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).unwrap();
    for place in places {
        writeln!(file, "{place:010} 00000 n ").unwrap();
    }
    write!(file, "trailer\n<</Size {}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF", objects.len() + 1).unwrap();
    file.into_bytes()
}

/// Lines of a page, one under the other.
fn page(lines: &[&str]) -> Vec<u8> {
    let mut content = "BT /F 11 Tf 14 TL 72 770 Td ".to_owned();
    for line in lines {
        write!(content, "({line}) Tj T* ").unwrap();
    }
    pdf(&(content + "ET"))
}

fn text(bytes: &[u8]) -> String {
    read(bytes).unwrap().draft.text
}

/// The paragraphs of a fixture under its title.
fn body(fixture: &str) -> String {
    fixture.split_once("\n\n").unwrap().1.trim().to_owned()
}

/// Holds that a file reads as its text does, paragraph by paragraph.
#[track_caller]
fn reads_as(bytes: &[u8], fixture: &str) {
    let reading = read(bytes).unwrap();
    assert_eq!(reading.draft.title.value.as_deref(), fixture.lines().next());
    assert_eq!((reading.unread, reading.broken), (0, 0));
    for (read, expected) in reading.draft.text.split("\n\n").zip(body(fixture).split("\n\n")) {
        assert_eq!(read, expected);
    }
    assert_eq!(reading.draft.text, body(fixture));
}

#[test]
fn chromium_in_columns() {
    // `road-map` is broken at its hyphen, and nothing else in the text says that it has one.
    reads_as(CHROMIUM_EN, &EN.replace("road-map", "roadmap"));
}

#[test]
fn chromium_on_pages_with_running_heads() {
    let twice = format!("{}\n\n{}", BE.trim(), body(BE));
    reads_as(CHROMIUM_BE, &twice);
}

#[test]
fn libreoffice_with_indents() {
    let reading = read(LIBREOFFICE_RU).unwrap();
    assert_eq!(reading.draft.byline.value.as_deref(), Some("Anna Petrova"));
    assert_eq!(reading.draft.text, body(RU));
}

#[test]
fn libreoffice_in_columns() {
    let (_, text) =
        text(LIBREOFFICE_EN).split_once("\n\n").map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
    assert_eq!(text, body(EN));
}

#[test]
fn a_briefing_set_by_typst() {
    let reading = read(TYPST_RU).unwrap();
    assert!(reading.draft.title.value.is_some());
    assert!(!reading.draft.text.contains('\u{fffd}'));
}

#[test]
fn paragraphs_hyphens_and_lists() {
    let bytes = page(&[
        "The ministers of the two countries met on Tuesday to discuss the price",
        "of gas, and agreed on nothing for the third time, as the common state-",
        "ment says. They meet again.",
        "A second paragraph begins here and goes on for more than one of the",
        "lines.",
        "1. The price is to be named by the end of the year.",
        "2. The treaty is to be signed.",
    ]);
    assert_eq!(
        text(&bytes),
        "The ministers of the two countries met on Tuesday to discuss the price of gas, and agreed on nothing for the \
         third time, as the common statement says. They meet again.\n\n\
         A second paragraph begins here and goes on for more than one of the lines.\n\n\
         1. The price is to be named by the end of the year.\n\n\
         2. The treaty is to be signed."
    );
}

#[test]
fn columns_drawn_line_by_line_are_read_one_after_the_other() {
    let left = [
        "The ministers of both countries",
        "met on Tuesday to discuss what",
        "gas should cost in the winter,",
        "and they agreed on nothing as",
        "they did the last two times.",
    ];
    let right = [
        "Hauliers are less patient: they",
        "counted four thousand lorries",
        "that waited more than one day",
        "in October alone, and ask for",
        "a timetable that is kept.",
    ];
    let mut content = String::new();
    for (number, (left, right)) in left.iter().zip(right).enumerate() {
        let y = 700 - number * 14;
        write!(content, "BT /F 11 Tf 72 {y} Td ({left}) Tj 260 0 Td ({right}) Tj ET ").unwrap();
    }
    assert_eq!(text(&pdf(&content)), format!("{}\n\n{}", left.join(" "), right.join(" ")));
}

#[test]
fn ligatures_are_letters_and_twice_drawn_words_are_said_once() {
    let bytes = pdf("BT /F 11 Tf 2 Tr 72 700 Td (Bold words) Tj 0 Tr 0.3 0 Td (Bold words) Tj ET");
    assert_eq!(text(&bytes), "Bold words");
}

#[test]
fn words_without_blanks_between_are_parted() {
    assert_eq!(
        text(&pdf("BT /F 11 Tf 72 700 Td [(Gas)-333(costs)-333(more)-333(ov)15(er)-300(time)]TJ ET")),
        "Gas costs more over time"
    );
}

#[test]
fn blanks_without_room_part_no_word() {
    // As browsers write soft hyphens that break no line.
    assert_eq!(
        text(&pdf("BT /F 11 Tf 72 700 Td (They ga) Tj 39.7 0 Td ( ) Tj 0 0 Td (ther again) Tj ET")),
        "They gather again"
    );
}

#[test]
fn items_go_on_under_their_words() {
    let bytes = pdf(
        "BT /F 11 Tf 14 TL 72 700 Td (1.) Tj 25 0 Td (The treaty is to be signed by the two govern-) Tj T* \
         (ments, and the price of gas is to be named in) Tj T* (it.) Tj -25 -14 Td (2.) Tj 25 0 Td (Nothing else.) Tj ET",
    );
    assert_eq!(
        text(&bytes),
        "1. The treaty is to be signed by the two governments, and the price of gas is to be named in it.\n\n\
         2. Nothing else."
    );
}

#[test]
fn a_shape_named_soft_hyphen_is_a_hyphen_within_lines() {
    let font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[45/sfthyphen]>>>>";
    let content = "BT /F 11 Tf 14 TL 72 700 Td (A long-term agreement that both of the govern-) Tj T* (ments signed.) Tj ET";
    let bytes = file(&[
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R>>",
        font,
        &format!("<</Length {}>>stream\n{content}\nendstream", content.len()),
    ]);
    assert_eq!(text(&bytes), "A long-term agreement that both of the governments signed.");
}

#[test]
fn rotated_pages_are_read_upright() {
    assert_eq!(
        text(&pdf(
            "BT /F 11 Tf 0 1 -1 0 300 72 Tm 14 TL (Words that run upwards) Tj T* (on two lines.) Tj ET"
        )),
        "Words that run upwards on two lines."
    );
}

#[test]
fn pictures_of_pages_are_refused_by_name() {
    let scan = read(include_bytes!("../../tests/pdf/scan.pdf")).unwrap_err();
    assert_eq!(scan, Refusal::NoText { pages: 2 });
    assert!(scan.to_string().contains("OCR"));
}

#[test]
fn a_password_is_asked_for_and_mere_restrictions_are_not() {
    let locked = read(include_bytes!("../../tests/pdf/password.pdf")).unwrap_err();
    assert_eq!(locked, Refusal::Locked { looks_like: "a PDF" });
    assert!(text(include_bytes!("../../tests/pdf/restricted.pdf")).contains("дванаццаць мытных пастоў"));
}

#[test]
fn a_file_without_its_table_is_read() {
    let mut bytes = page(&["The table of places is gone, the words are not."]);
    bytes.truncate(bytes.windows(4).rposition(|window| window == b"xref").unwrap() - 5);
    let at = bytes.windows(5).position(|window| window == b"xref\n").unwrap();
    bytes.truncate(at);
    bytes.extend(b"trailer\n<</Root 1 0 R>>");
    assert_eq!(text(&bytes), "The table of places is gone, the words are not.");
}

#[test]
fn trees_of_pages_that_branch_without_end_are_left() {
    // Each node holds the next one ten times: ten to the thirtieth pages.
    let node = |next: usize| format!("<</Type/Pages/Count 10/Kids[{}]>>", format!("{next} 0 R ").repeat(10));
    let nodes: Vec<String> = (3..33).map(node).collect();
    let mut objects = vec!["<</Type/Catalog/Pages 2 0 R>>"];
    objects.extend(nodes.iter().map(String::as_str));
    objects.push("<</Type/Page/MediaBox[0 0 9 9]>>");
    assert!(read(&file(&objects)).is_err());
}

#[test]
fn loops_end() {
    let tree = file(&["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R 2 0 R 2 0 R]/Count 9>>"]);
    assert!(read(&tree).is_err());
    let form = "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>/Length 20>>stream\n/X Do /X Do /X Do   \nendstream";
    let content = "BT /F 11 Tf 72 700 Td (Words.) Tj ET /X Do";
    let looping = file(&[
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 4 0 R>>/XObject<</X 6 0 R>>>>/Contents 5 0 R>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        &format!("<</Length {}>>stream\n{content}\nendstream", content.len()),
        form,
    ]);
    assert_eq!(text(&looping), "Words.");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn no_bytes_stop_the_reading(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes);
        let _ = read(&[b"%PDF-1.7\n".as_slice(), &bytes].concat());
    }

    #[test]
    fn no_damage_stops_the_reading(
        which in 0_usize..3,
        cut in 0.0..1.0_f64,
        flips in proptest::collection::vec((0.0..1.0_f64, any::<u8>()), 0..24),
    ) {
        let whole = [LIBREOFFICE_RU, CHROMIUM_EN, TYPST_RU][which];
        let mut bytes = whole.to_vec();
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
        let at = |share: f64| (share * whole.len() as f64) as usize;
        for (place, byte) in flips {
            bytes[at(place)] = byte;
        }
        if cut > 0.5 {
            bytes.truncate(at(cut));
        }
        let _ = read(&bytes);
    }
}
