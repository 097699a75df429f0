//! Markdown, HTML and DOCX say the same, cite every line, and take no word for a mark.
#![allow(clippy::unwrap_used)]

mod fixture;

use std::io::{Cursor, Read as _};

use chancery_briefing::*;
use chancery_model::Status;
use pulldown_cmark::{Event, Parser, Tag};

/// One part of a DOCX.
fn part(docx: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// Text without tags, with a line end for each of `ends`, no-break spaces as blanks.
fn untagged(marked: &str, ends: &[&str]) -> String {
    let mut text = marked.replace('\n', " ");
    for end in ends {
        text = text.replace(end, "\n");
    }
    let mut out = String::new();
    let mut inside = false;
    for c in text.chars() {
        match c {
            '<' => inside = true,
            '>' if inside => inside = false,
            _ if !inside => out.push(c),
            _ => {}
        }
    }
    let entities = [
        ("&nbsp;", " "),
        ("\u{a0}", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ];
    entities.iter().fold(out, |text, (entity, plain)| text.replace(entity, plain))
}

/// What a reader sees in each format, line by line.
fn readable(document: &Document) -> [(&'static str, String); 3] {
    let markdown = markdown(document).replace('\u{a0}', " ").replace("**", "").replace('\\', "");
    let html =
        untagged(&html(document), &["<br>", "</li>", "</td>", "</th>", "</p>", "</figure>", "</blockquote>"]);
    let docx = untagged(&part(&docx(document).unwrap(), "word/document.xml"), &["</w:p>", "<w:br/>"]);
    [("md", markdown), ("html", html), ("docx", docx)]
}

#[test]
fn every_quotation_status_and_claim_has_its_number_or_says_that_it_is_judgement() {
    for locale in Locale::ALL {
        let document = fixture::full(*locale);
        let sheet = Sheet::of(&document);
        for (format, text) in readable(&document) {
            let has = |words: &str, then: &str| {
                let whole = format!("{words} {then}").replace('\u{a0}', " ");
                assert!(text.contains(&whole), "{format} {locale:?}: {whole:?} is not in\n{text}");
            };
            let backed = |words: &str, backing: &Backing| {
                let numbers: Vec<_> = backing.numbers.iter().map(ToString::to_string).collect();
                match &backing.judgement {
                    None => has(words, &format!("[{}]", numbers.join(", "))),
                    Some(judgement) => assert!(text.contains(judgement.as_str()), "{format}: {judgement}"),
                }
            };
            for part in &sheet.parts {
                match part {
                    Part::Quotations(all) => {
                        all.iter()
                            .for_each(|one| has(&clean(&one.quote.text), &format!("[{}]", one.quote.number)));
                    }
                    Part::KeyPoints(points) => {
                        for point in points {
                            point
                                .quotes
                                .iter()
                                .for_each(|quote| has(&quote.text, &format!("[{}]", quote.number)));
                            assert!(
                                !point.quotes.is_empty()
                                    || !point.backing.numbers.is_empty()
                                    || point.backing.judgement.is_some()
                            );
                            if let Some(flag) = &point.disputed {
                                assert!(text.contains(&flag.word), "{format}");
                            }
                        }
                    }
                    Part::Register(register) => {
                        for row in &register.rows {
                            assert!(text.contains(&row.title), "{format}: {}", row.title);
                            row.lineage.iter().for_each(|(words, backing)| backed(words, backing));
                            if let Some(status) = &row.status {
                                backed(&status.word, &status.backing);
                            }
                        }
                    }
                    Part::Timeline(timeline) => {
                        timeline.rows.iter().for_each(|row| backed(&row.label, &row.backing));
                    }
                    _ => {}
                }
            }
            assert!(!text.contains("doc-"), "{format} {locale:?} shows a key");
        }
    }
}

#[test]
fn sources_are_numbered_with_their_hash_and_what_is_unknown_is_said() {
    for (format, text) in readable(&fixture::full(Locale::En)) {
        for (_, source) in fixture::full(Locale::En).sources().iter() {
            assert!(text.contains(&source.sha256_hex()), "{format}");
        }
        for words in [
            "date unknown",
            "29 October 2020 (inferred)",
            "11 February 2021 (inferred)",
            "captured 30 August 2024",
        ] {
            assert!(text.contains(words), "{format}: {words}");
        }
    }
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    for locale in Locale::ALL {
        let (one, other) = (fixture::full(*locale), fixture::full(*locale));
        assert_eq!(html(&one), html(&other));
        assert_eq!(markdown(&one), markdown(&other));
        assert_eq!(docx(&one).unwrap(), docx(&other).unwrap());
    }
}

#[test]
fn blocks_with_nothing_in_them_say_so_in_a_line() {
    let document = fixture::empty(Locale::En);
    let parts = Sheet::of(&document).parts;
    assert!(!parts.windows(2).any(|two| matches!(two, [Part::Heading(..), Part::Heading(..)])));
    assert!(matches!(parts.last(), Some(Part::Empty(_))));
    assert_eq!(parts.iter().filter(|part| matches!(part, Part::Empty(_))).count(), 7);
    let nothing = Document::new(fixture::head("T", Locale::En), Vec::new(), SourceList::new()).unwrap();
    assert!(markdown(&nothing).contains("This briefing has no content yet."));
}

#[test]
fn a_heading_of_the_analysts_own_replaces_the_fixed_one() {
    let blocks =
        vec![ResolvedBlock::Heading("What we know".to_owned()), ResolvedBlock::KeyPoints(Vec::new())];
    let document = Document::new(fixture::head("T", Locale::En), blocks, SourceList::new()).unwrap();
    let text = markdown(&document);
    assert!(text.contains("## What we know") && !text.contains("Key points\n"), "{text}");
}

#[test]
fn a_number_of_another_list_is_refused_and_cited_sources_are_always_listed() {
    let mut other = SourceList::new();
    let source = fixture::source("T", None, None, chancery_model::Language::En);
    let number = other.number(source.clone());
    assert_eq!(other.number(source), number);
    let quotation = Quotation {
        quote: Quote { words: "w".to_owned(), language: None, source: number, lost: false },
        contexts: Vec::new(),
    };
    let blocks = vec![ResolvedBlock::Quotations(vec![quotation])];
    let head = fixture::head("T", Locale::En);
    let refused = Document::new(head.clone(), blocks.clone(), SourceList::new());
    assert_eq!(refused, Err(DocumentError::UnknownSource(number)));
    assert_eq!(Document::new(head, blocks, other).unwrap().blocks().last(), Some(&ResolvedBlock::Sources));
}

#[test]
fn what_a_search_finds_says_what_was_asked_and_numbers_go_on_from_the_passages_before() {
    for (locale, name, said) in [
        (
            Locale::En,
            "What a search finds",
            "Articles that answer “gas price”: at most 34. Shown, newest first, with a passage of each: 1.",
        ),
        (
            Locale::Ru,
            "Найденное поиском",
            "«gas price»: не больше 34. Показано, сначала новые, по отрывку из каждой: 1.",
        ),
        (
            Locale::Be,
            "Знойдзенае пошукам",
            "«gas price»: не больш за 34. Паказана, спачатку новыя, па ўрыўку з кожнага: 1.",
        ),
    ] {
        let mut sources = SourceList::new();
        let source = sources.number(fixture::source("T", None, None, chancery_model::Language::En));
        let quotation = |words: &str| Quotation {
            quote: Quote { words: words.to_owned(), language: None, source, lost: false },
            contexts: Vec::new(),
        };
        let found = Found {
            name: String::new(),
            words: "gas price".to_owned(),
            articles: 34,
            at_most: true,
            newest_first: true,
            passages: vec![quotation("The price of gas stays.")],
        };
        let blocks = vec![ResolvedBlock::Quotations(vec![quotation("Signed.")]), ResolvedBlock::Found(found)];
        let document = Document::new(fixture::head("T", locale), blocks, sources).unwrap();
        for (format, text) in readable(&document) {
            for words in [name, said, "The price of gas stays."] {
                assert!(text.contains(words), "{format} {locale:?}: {words:?} is not in\n{text}");
            }
        }
        let quoted = Sheet::of(&document).parts.into_iter().filter_map(|part| match part {
            Part::Quotations(all) => Some(all.into_iter().map(|one| one.label).collect::<Vec<_>>()),
            _ => None,
        });
        let labels: Vec<String> = quoted.flatten().collect();
        assert!(labels.len() == 2 && labels[0].contains('1') && labels[1].contains('2'), "{labels:?}");
    }
}

#[test]
fn words_that_no_longer_stand_in_their_article_say_so_in_three_languages() {
    for (locale, said) in [
        (Locale::En, "(no longer in the article as it is read now)"),
        (Locale::Ru, "(в статье, как она прочитана теперь, этих слов больше нет)"),
        (Locale::Be, "(у артыкуле, як ён прачытаны цяпер, гэтых слоў больш няма)"),
    ] {
        let mut sources = SourceList::new();
        let source = sources.number(fixture::source("T", None, None, chancery_model::Language::En));
        let quote = |lost| Quote { words: "signed".to_owned(), language: None, source, lost };
        let of = |lost| vec![Quotation { quote: quote(lost), contexts: Vec::new() }];
        let written = |lost| {
            let blocks = vec![ResolvedBlock::Quotations(of(lost))];
            markdown(&Document::new(fixture::head("T", locale), blocks, sources.clone()).unwrap())
        };
        assert!(written(true).contains(said), "{}", written(true));
        assert!(!written(false).contains(said));
    }
}

#[test]
fn markdown_reads_hostile_words_as_words() {
    let document = fixture::hostile();
    let written = markdown(&document);
    let mut seen = String::new();
    for event in Parser::new(&written) {
        match event {
            Event::Text(text) | Event::Code(text) => seen.push_str(&text),
            Event::SoftBreak | Event::HardBreak => seen.push(' '),
            Event::Html(text) | Event::InlineHtml(text) => panic!("HTML came through: {text}"),
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) => panic!("a link came through"),
            _ => {}
        }
    }
    let words = clean(fixture::HOSTILE);
    // Title, audience, dossier, heading, prose, code twice, key point with status and quote, timeline lane and label, …
    assert!(seen.matches(&words).count() >= 18, "{} in {seen}", seen.matches(&words).count());
}

#[test]
fn html_takes_hostile_words_for_words_and_reaches_for_nothing_outside() {
    for document in [fixture::hostile(), fixture::full(Locale::Be)] {
        let html = html(&document);
        for outside in ["<script", "<b>", "src=", "url(", "@import", "http://", "<link", "<iframe", "onerror"]
        {
            assert!(!html.contains(outside), "{outside}");
        }
        let hrefs: Vec<_> =
            html.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        let mut ids: Vec<_> =
            html.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        assert!(hrefs.len() > 5);
        for href in hrefs {
            assert!(ids.contains(&href.strip_prefix('#').unwrap()), "{href}");
        }
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count, "an id stands twice");
    }
    let [_, (_, text), _] = readable(&fixture::hostile());
    assert!(text.matches(&clean(fixture::HOSTILE)).count() >= 18);
    assert!(html(&fixture::full(Locale::Be)).contains("<html lang=\"be\">"));
}

#[test]
fn docx_parts_are_well_formed_and_every_style_list_and_bookmark_named_is_there() {
    for document in [fixture::hostile(), fixture::full(Locale::Ru), fixture::empty(Locale::Be)] {
        let bytes = docx(&document).unwrap();
        let names: Vec<String> = zip::ZipArchive::new(Cursor::new(&bytes))
            .unwrap()
            .file_names()
            .map(|name| name.unwrap().into_owned())
            .collect();
        for name in names {
            let xml = part(&bytes, &name);
            let tree = roxmltree::Document::parse(&xml);
            assert!(tree.is_ok(), "{name}: {:?}", tree.err());
        }
        let (body, styles, numbering) = (
            part(&bytes, "word/document.xml"),
            part(&bytes, "word/styles.xml"),
            part(&bytes, "word/numbering.xml"),
        );
        let named = |attribute: &str| -> Vec<String> {
            body.split(attribute).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
        };
        for style in [named("<w:pStyle w:val=\""), named("<w:rStyle w:val=\"")].concat() {
            assert!(styles.contains(&format!("w:styleId=\"{style}\"")), "{style}");
        }
        for list in named("<w:numId w:val=\"") {
            assert!(numbering.contains(&format!("<w:num w:numId=\"{list}\">")), "{list}");
        }
        for anchor in named("w:anchor=\"") {
            assert!(body.contains(&format!("w:name=\"{anchor}\"")), "{anchor}");
        }
    }
    let bytes = docx(&fixture::full(Locale::Ru)).unwrap();
    assert!(part(&bytes, "docProps/core.xml").contains("2024-09-02T00:00:00Z"));
    assert!(part(&bytes, "word/styles.xml").contains("w:lang w:val=\"ru-RU\""));
    assert!(part(&bytes, "word/header1.xml").contains("TLP:AMBER"));
    assert!(part(&bytes, "word/document.xml").contains("<w:tblHeader/>"));
    let [.., (_, text)] = readable(&fixture::hostile());
    assert!(text.matches(&clean(fixture::HOSTILE)).count() >= 18);
}

#[test]
fn a_long_document_is_written_whole() {
    let document = fixture::long(100, 300);
    for (format, text) in readable(&document) {
        assert!(text.contains("Commitment 99:") && text.contains("Quotation 299:"), "{format}");
    }
    assert!(Status::ALL.iter().all(|status| html(&document).contains(&format!("status {}\"", status.id()))));
}
