//! The PDF is the same every time, accessible, reads back letter by letter, and takes no word for code.
#![allow(clippy::unwrap_used)]

#[path = "../../briefing/tests/fixture/mod.rs"]
mod fixture;

use std::process::Command;

use chancery_briefing::*;
use chancery_typeset::Press;

/// What a poppler tool says of a PDF; `None`, with the reason printed, where the tool is not installed.
fn poppler(tool: &str, arguments: &[&str], pdf: &[u8]) -> Option<String> {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), pdf).unwrap();
    let mut command = Command::new(tool);
    command.args(arguments).arg(file.path());
    if tool == "pdftotext" {
        command.arg("-");
    }
    match command.output() {
        Ok(output) => Some(String::from_utf8(output.stdout).unwrap().replace('\u{a0}', " ")),
        Err(error) => {
            println!("skipped: {tool} cannot be run ({error}); poppler-utils has it");
            None
        }
    }
}

/// Text with every run of blanks as one, since lines break where the page ends.
fn flat(text: &str) -> String {
    text.replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_same_document_gives_the_same_bytes_and_another_gives_another_id() {
    let (one, other) = (Press::new(), Press::new());
    let first = one.pdf(&fixture::full(Locale::Ru)).unwrap();
    assert_eq!(first, other.pdf(&fixture::full(Locale::Ru)).unwrap());
    let id = |pdf: &[u8]| {
        let at = pdf
            .windows(4)
            .rposition(|four| four == b"/ID[")
            .unwrap_or_else(|| pdf.windows(3).rposition(|three| three == b"/ID").unwrap());
        pdf[at..(at + 60).min(pdf.len())].to_vec()
    };
    assert_ne!(id(&first), id(&one.pdf(&fixture::empty(Locale::Ru)).unwrap()));
}

#[test]
fn the_pdf_is_accessible_has_its_fonts_and_reads_back_with_every_number() {
    let document = fixture::full(Locale::Be);
    let pdf = Press::new().pdf(&document).unwrap();
    let contains = |needle: &[u8]| pdf.windows(needle.len()).any(|window| window == needle);
    assert!(contains(b"pdfuaid"), "not PDF/UA");
    assert!(contains(b"/Outlines") && contains(b"/Lang"));
    if let Some(info) = poppler("pdfinfo", &[], &pdf) {
        assert!(info.contains("Tagged:          yes") && info.contains("Step by step"), "{info}");
    }
    if let Some(fonts) = poppler("pdffonts", &[], &pdf) {
        let rows: Vec<_> = fonts.lines().skip(2).collect();
        assert!(rows.len() >= 4 && rows.iter().all(|row| row.contains(" yes yes yes ")), "{fonts}");
    }
    let Some(text) = poppler("pdftotext", &[], &pdf).map(|text| flat(&text)) else { return };
    for part in Sheet::of(&document).parts {
        match part {
            Part::Quotations(all) => {
                for one in all {
                    let line = flat(&format!("{} [{}]", clean(&one.quote.text), one.quote.number));
                    assert!(text.contains(&line), "{line:?} is not in {text}");
                }
            }
            Part::Register(register) => {
                for status in register.rows.iter().filter_map(|row| row.status.as_ref()) {
                    let numbers: Vec<_> = status.backing.numbers.iter().map(ToString::to_string).collect();
                    let line = match &status.backing.judgement {
                        None => format!("{} [{}]", status.word, numbers.join(", ")),
                        Some(judgement) => flat(judgement),
                    };
                    assert!(text.contains(&line), "{line:?} is not in {text}");
                }
            }
            _ => {}
        }
    }
    // pdftotext leaves out blanks as narrow as these.
    assert!(text.replace(' ', "").contains("1/3"), "no page number in {text}");
    for words in ["«Ўсё вырашым самі»", "Ключавыя тэзісы", "„дарожныя карты“ ў працы", "Мария Ёлкина", "№ 1"]
    {
        assert!(text.contains(words), "{words:?} is not in {text}");
    }
}

#[test]
fn words_that_look_like_typst_are_set_as_words_and_long_ones_stay_on_the_page() {
    let pdf = Press::new().pdf(&fixture::hostile()).unwrap();
    let Some(text) = poppler("pdftotext", &[], &pdf) else { return };
    let words = flat(&clean(fixture::HOSTILE));
    assert!(flat(&text).matches(&words).count() >= 12, "{text}");
    // A word that ran over the edge would lose its end here.
    let whole = "ДлиннейшееСловоБезПробелов".repeat(12);
    let letters: String = text.split_whitespace().collect();
    assert!(letters.matches(&whole).count() >= 8, "{letters}");
    let boxes = poppler("pdftotext", &["-bbox"], &pdf).unwrap();
    for edge in boxes.split("xMax=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert!(edge.parse::<f64>().unwrap() < 595.0 - 60.0, "a word ends at {edge} pt");
    }
}

#[test]
fn a_long_register_repeats_its_head_and_pictures_are_those_of_the_pages_asked_for() {
    let document = fixture::long(70, 20);
    let press = Press::new();
    let pages = press.pages_svg(&document, 1..3).unwrap();
    assert_eq!(pages.svgs.iter().map(|(index, _)| *index).collect::<Vec<_>>(), [1, 2]);
    for (_, svg) in &pages.svgs {
        assert!(svg.starts_with("<svg") && !svg.contains("<script") && !svg.contains("<image"));
    }
    assert!(press.pages_svg(&document, 400..500).unwrap().svgs.is_empty());
    assert_eq!(press.pages_svg(&document, 0..1).unwrap().count, pages.count);
    let Some(text) = poppler("pdftotext", &[], &press.pdf(&document).unwrap()) else { return };
    assert_eq!(text.matches('\u{c}').count(), pages.count);
    let register =
        text.split('\u{c}').filter(|page| page.contains("Commitment") && page.contains("(decided)"));
    assert!(register.clone().count() >= 2);
    assert!(register.clone().all(|page| page.contains("Milestone\n") && page.contains("TLP:AMBER")));
}

#[test]
fn a_word_a_table_and_a_title_without_end_are_set_in_time_and_said_to_be_shortened() {
    let table = format!(
        "|{}|\n|{}|\n|{}|\n",
        vec!["c"; 500].join("|"),
        vec!["---"; 500].join("|"),
        vec!["v"; 500].join("|")
    );
    let word = "ы".repeat(10_000);
    let prose = |text: &str| ResolvedBlock::Prose(Prose::from_markdown(text, &mut |_| Link::Unknown));
    for (title, blocks) in [
        ("T".to_owned(), vec![prose(&format!("one {word} two"))]),
        ("T".to_owned(), vec![prose(&table)]),
        ("Слово ".repeat(8_400), vec![ResolvedBlock::Heading("Слово ".repeat(8_400))]),
    ] {
        let document = Document::new(fixture::head(&title, Locale::En), blocks, SourceList::new()).unwrap();
        let begun = std::time::Instant::now();
        let pdf = Press::new().pdf(&document).unwrap();
        assert!(begun.elapsed().as_secs() < 30, "{:?}", begun.elapsed());
        let Some(text) = poppler("pdftotext", &[], &pdf) else { return };
        assert!(flat(&text).contains("Shortened on these pages"), "{text}");
    }
}
