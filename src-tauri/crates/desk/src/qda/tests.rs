//! What is written against the schema, and projects in the manner of other programs.
#![allow(clippy::unwrap_used)]

use std::io::{Cursor, Write as _};

use super::read;
use crate::codings::incoming::{Incoming, LostMatter};
use crate::codings::place::Seen;

fn zipped(parts: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// Reads a project and tells each coding: the label of its topic, its words as the dossier has them, its memo.
fn told(parts: &[(&str, Vec<u8>)]) -> (Incoming, Vec<(String, String, String)>) {
    let incoming = read("a.qdpx", &zipped(parts)).unwrap();
    let mut codings = Vec::new();
    for text in &incoming.texts {
        let words = chancery_intake::normalise(text.words.as_deref().unwrap());
        let points = chancery_model::CodePoints::new(&words);
        for coding in &text.codings {
            let label = incoming.book.topics[coding.topic].topic.label.en.clone();
            let span = Seen::new(&words).find(coding).unwrap();
            codings.push((label, points.slice(span).unwrap().to_owned(), coding.memo.clone()));
        }
    }
    (incoming, codings)
}

#[track_caller]
fn check(codings: &[(String, String, String)], expected: &[(&str, &str, &str)]) {
    let codings: Vec<_> =
        codings.iter().map(|(one, two, three)| (one.as_str(), two.as_str(), three.as_str())).collect();
    assert_eq!(codings, expected);
}

/// Where words begin and end when a program counts by `units`.
fn positions(text: &str, words: &str, nth: usize, units: fn(&str) -> usize) -> (usize, usize) {
    let (at, _) = text.match_indices(words).nth(nth).unwrap();
    let start = units(&text[..at]);
    (start, start + units(words))
}

const TEXT: &str = "🇧🇾 Пачатак размовы.\r\nАдзіная валюта, кажа ён, «не цяпер».\r\n\r\nАдзіная валюта — пытанне будучыні 🤝, кажа яна.";

const CODES: &str = r##"<CodeBook><Codes>
  <Code guid="11111111-1111-4111-8111-111111111111" name="Эканоміка" isCodable="false">
    <Code guid="22222222-2222-4222-8222-222222222222" name="Валюта" isCodable="true" color="#ff0000"><Description>пра грошы</Description></Code>
  </Code>
  <Code guid="{33333333-3333-4333-8333-333333333333}" name="Размова" isCodable="true"/>
</Codes></CodeBook>"##;

fn selection((start, end): (usize, usize), name: &str, inside: &str) -> String {
    format!(
        "<PlainTextSelection guid=\"44444444-4444-4444-8444-44444444444{}\" name=\"{name}\" startPosition=\"{start}\" endPosition=\"{end}\">{inside}</PlainTextSelection>",
        start % 10
    )
}

fn coding(code: &str) -> String {
    format!("<Coding guid=\"55555555-5555-4555-8555-555555555555\"><CodeRef targetGUID=\"{code}\"/></Coding>")
}

const MONEY: &str = "22222222-2222-4222-8222-222222222222";

#[test]
fn a_project_as_nvivo_writes_it() {
    // Windows: UTF-16 units, two characters a line end, a byte order mark, capitals, remarks hung on by links.
    let units = |text: &str| text.encode_utf16().count();
    let money = selection(positions(TEXT, "Адзіная валюта", 1, units), "", &coding(&MONEY.to_uppercase()));
    let remark = selection(positions(TEXT, "Пачатак размовы", 0, units), "", "")
        .replace("44444444-4444-4444-8444-44444444444", "66666666-6666-4666-8666-66666666666");
    let remark_id = remark.split('"').nth(1).unwrap();
    let project = format!(
        "\u{feff}<?xml version=\"1.0\" encoding=\"utf-8\"?><Project name=\"p\" origin=\"NVivo\" xmlns=\"urn:QDA-XML:project:1.0\">\
         <Users><User guid=\"a\" name=\"A\"/><User guid=\"b\" name=\"B\"/></Users>{CODES}\
         <Cases><Case guid=\"c\" name=\"x\"/><Case guid=\"d\" name=\"y\"/></Cases>\
         <Sources><TextSource guid=\"77777777-7777-4777-8777-777777777777\" name=\"Гутарка\" richTextPath=\"internal://A.docx\" plainTextPath=\"internal://A.txt\">\
         <Description/>{money}{remark}</TextSource>\
         <PictureSource guid=\"e\" name=\"карта.png\" path=\"internal://e.png\"><PictureSelection firstX=\"1\" firstY=\"1\" secondX=\"2\" secondY=\"2\"/></PictureSource>\
         <AudioSource guid=\"f\" name=\"запіс.mp3\"/></Sources>\
         <Notes><Note guid=\"88888888-8888-4888-8888-888888888888\" name=\"\"><PlainTextContent>хто пачаў?</PlainTextContent></Note></Notes>\
         <Links><Link guid=\"g\" originGUID=\"88888888-8888-4888-8888-888888888888\" targetGUID=\"{remark_id}\"/><Link guid=\"h\" originGUID=\"x\" targetGUID=\"y\"/></Links>\
         <Sets><Set guid=\"i\" name=\"s\"/></Sets></Project>"
    );
    let stored = format!("\u{feff}{TEXT}").into_bytes();
    let (incoming, codings) = told(&[("project.qde", project.into_bytes()), ("Sources/A.txt", stored)]);
    check(&codings, &[("Валюта", "Адзіная валюта", "")]);
    let second = &incoming.texts[0].codings[0];
    assert!(second.prefix.contains("цяпер"), "the second of the two places: {second:?}");
    let note = &incoming.notes[0];
    assert_eq!((note.title.as_str(), note.about), ("хто пачаў?", Some(0)));
    assert_eq!(note.markdown, "> Пачатак размовы\n\nхто пачаў?");
    let lost: Vec<_> = incoming.lost.iter().map(|lost| (lost.what, lost.name.as_str(), lost.count)).collect();
    assert_eq!(
        lost,
        [
            (LostMatter::Pictures, "карта.png", 2),
            (LostMatter::Audio, "запіс.mp3", 1),
            (LostMatter::Cases, "", 2),
            (LostMatter::Sets, "", 1),
            (LostMatter::Links, "", 1),
            (LostMatter::Users, "", 2),
        ]
    );
    let groups: Vec<bool> = incoming.book.topics.iter().map(|one| one.topic.group).collect();
    assert_eq!(groups, [true, false, false]);
}

#[test]
fn a_project_as_qualcoder_writes_it() {
    // Code points of a text with line ends of one character; the memo is the description of the selection.
    let text = TEXT.replace("\r\n", "\n");
    let units = |text: &str| text.chars().count();
    let two = coding(MONEY) + &coding("33333333-3333-4333-8333-333333333333").replace("5555", "5556");
    let body = selection(
        positions(&text, "будучыні 🤝", 0, units),
        "будучыні 🤝",
        &format!("<Description>мема &amp; больш</Description>{two}"),
    );
    let project = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<Project name=\"p\" origin=\"QualCoder 3.6\" xmlns=\"urn:QDA-XML:project:1.0\">{CODES}<Variables><Variable guid=\"v\" name=\"Год\" typeOfVariable=\"Float\"/></Variables>\
         <Sources><TextSource guid=\"77777777-7777-4777-8777-777777777777\" name=\"a.txt\" plainTextPath=\"internal://b.txt\">{body}</TextSource></Sources></Project>"
    );
    let stored = format!("\u{feff}{text}").into_bytes();
    let (incoming, codings) = told(&[("project.qde", project.into_bytes()), ("sources/b.txt", stored)]);
    check(&codings, &[("Валюта", "будучыні 🤝", "мема & больш"), ("Размова", "будучыні 🤝", "мема & больш")]);
    assert_eq!((incoming.lost[0].what, incoming.lost[0].count), (LostMatter::Variables, 1));
}

#[test]
fn a_project_as_atlas_ti_writes_it() {
    // The text has line ends of two characters, and positions count one.
    let units = |text: &str| text.replace("\r\n", "\n").chars().count();
    let body = selection(
        positions(TEXT, "Адзіная валюта", 1, units),
        "Адзіная валюта — пы...",
        &format!("{}<NoteRef targetGUID=\"99999999-9999-4999-8999-999999999999\"/>", coding(MONEY)),
    );
    let project = format!(
        "<Project name=\"p\" origin=\"ATLAS.ti 23\" xmlns=\"urn:QDA-XML:project:1.0\">{CODES}\
         <Sources><TextSource guid=\"77777777-7777-4777-8777-777777777777\" name=\"a\" plainTextPath=\"internal://c.txt\">{body}{whole}<NoteRef targetGUID=\"99999999-9999-4999-8999-99999999999a\"/></TextSource></Sources>\
         <Notes><Note guid=\"99999999-9999-4999-8999-999999999999\" name=\"m\"><PlainTextContent>мема цытаты</PlainTextContent></Note>\
         <Note guid=\"99999999-9999-4999-8999-99999999999a\" name=\"Пра тэкст\" plainTextPath=\"internal://n.txt\"/></Notes></Project>",
        whole = coding("33333333-3333-4333-8333-333333333333"),
    );
    let parts = [
        ("project.qde", project.into_bytes()),
        ("sources/c.txt", TEXT.as_bytes().to_vec()),
        ("sources/n.txt", "заўвага\r\nда ўсяго".as_bytes().to_vec()),
    ];
    let (incoming, codings) = told(&parts);
    check(&codings, &[("Валюта", "Адзіная валюта", "мема цытаты")]);
    assert!(incoming.texts[0].codings[0].suffix.contains("пытанне"), "{:?}", incoming.texts[0].codings[0]);
    let tag = incoming.texts[0].tags[0];
    assert_eq!(incoming.book.topics[tag].topic.label.en, "Размова");
    let notes: Vec<_> =
        incoming.notes.iter().map(|note| (&*note.title, &*note.markdown, note.about)).collect();
    assert_eq!(notes, [("Пра тэкст", "заўвага\nда ўсяго", Some(0))]);
    assert!(incoming.lost.is_empty(), "{:?}", incoming.lost);
}

#[test]
fn a_project_as_maxqda_writes_it() {
    // The text stands in the project itself; a PDF with its text; ids are missing; a code that nobody defines.
    let text = "Пачатак. Адзіная валюта — пытанне. Канец.";
    let units = |text: &str| text.chars().count();
    let (start, end) = positions(text, "Адзіная валюта", 0, units);
    let body = format!(
        "<PlainTextSelection startPosition=\"{start}\" endPosition=\"{end}\">{}</PlainTextSelection>",
        coding(MONEY)
    );
    let lost = format!(
        "<PlainTextSelection startPosition=\"0\" endPosition=\"7\">{}</PlainTextSelection>\
         <PlainTextSelection startPosition=\"900\" endPosition=\"907\" name=\"далёка\">{}</PlainTextSelection>",
        coding("00000000-0000-4000-8000-000000000000"),
        coding(MONEY)
    );
    let project = format!(
        "<Project name=\"p\" origin=\"MAXQDA\">{CODES}<Sources>\
         <TextSource name=\"a\"><PlainTextContent>{text}</PlainTextContent>{body}{lost}</TextSource>\
         <PDFSource name=\"b.pdf\"><PDFSelection page=\"1\">{}</PDFSelection>\
         <Representation name=\"r\" plainTextPath=\"internal://d.txt\">{body}</Representation></PDFSource>\
         <TextSource name=\"няма\" plainTextPath=\"absolute:///x.txt\">{body}</TextSource></Sources></Project>",
        coding(MONEY)
    );
    let parts = [("project.qde", project.into_bytes()), ("sources/d.txt", text.as_bytes().to_vec())];
    let (incoming, codings) = told(&parts);
    check(&codings, &[("Валюта", "Адзіная валюта", ""), ("Валюта", "Адзіная валюта", "")]);
    assert_eq!(incoming.texts[1].name, "b.pdf");
    let lost: Vec<_> = incoming.lost.iter().map(|lost| (lost.what, lost.name.as_str(), lost.count)).collect();
    assert_eq!(
        lost,
        [
            (LostMatter::Text, "няма: its text is not in the project", 1),
            (LostMatter::Passage, "далёка", 1),
            (LostMatter::TextAbsent, "няма", 1),
            (LostMatter::Code, "a", 1),
            (LostMatter::PdfSelections, "b.pdf", 1),
        ]
    );
}

#[test]
fn codes_and_elements_that_lie_deep_are_read_or_refused() {
    let nested = |deep: usize, open: &dyn Fn(usize) -> String, close: &str| {
        let opened: String = (0..deep).map(open).collect();
        format!("<Project><CodeBook><Codes>{opened}{}</Codes></CodeBook></Project>", close.repeat(deep))
    };
    let codes = nested(1_000, &|at| format!("<Code guid=\"{at}\" name=\"code {at}\">"), "</Code>");
    assert!(read("a.qdpx", &zipped(&[("project.qde", codes.into_bytes())])).is_ok());
    let others = nested(50_000, &|_| "<x>".to_owned(), "</x>");
    let _ = read("a.qdpx", &zipped(&[("project.qde", others.into_bytes())]));
}

proptest::proptest! {
    #[test]
    fn nothing_in_a_project_breaks_its_reader(
        text in "(\\PC|\r\n|🤝|а\u{301}){0,40}", marks in proptest::collection::vec((0_usize..60, 0_usize..60), 0..4), torn in ".{0,60}",
    ) {
        let selections: String = marks.iter().map(|(start, end)| selection((*start, *end), "", &coding(MONEY))).collect();
        let project = format!("<Project>{CODES}<Sources><TextSource name=\"a\" plainTextPath=\"internal://a.txt\">{selections}</TextSource></Sources></Project>");
        let parts = [("project.qde", project.into_bytes()), ("sources/a.txt", text.into_bytes())];
        let incoming = read("a.qdpx", &zipped(&parts)).unwrap();
        for text in &incoming.texts {
            let words = chancery_intake::normalise(text.words.as_deref().unwrap_or_default());
            let points = chancery_model::CodePoints::new(&words);
            for one in &text.codings {
                if let Ok(span) = Seen::new(&words).find(one) {
                    proptest::prop_assert!(points.slice(span).is_some_and(|words| !words.trim().is_empty()));
                }
            }
        }
        let _ = read("a.qdpx", &zipped(&[("project.qde", torn.clone().into_bytes())]));
        let _ = crate::annotations::read(torn.as_bytes());
    }
}
