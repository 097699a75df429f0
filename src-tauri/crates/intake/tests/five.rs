//! The five articles of the bundled dossier are read right, whatever the clock, the file names and the order of the batch.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::path::Path;

use chancery_intake::{Limits, read, settle_batch};
use chancery_model::{CodePoints, Confidence, Day, Field, FurnitureKind, Place, Published, SourceDocument};

const FILES: [&str; 5] = [
    "000_4e707bf893c0bc95.txt",
    "001_800e222e55f3afe3.txt",
    "002_e399e122d91a18eb.txt",
    "003_e0cc0fa83a5e2ff4.txt",
    "004_e06d1486b908b070.txt",
];

fn bytes(number: usize) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../seeds/articles");
    std::fs::read(folder.join(FILES[number])).expect("the five articles are part of the repository")
}

fn alone(number: usize, captured: Day) -> SourceDocument {
    read(&bytes(number), Some(FILES[number]), captured, &Limits::default()).unwrap()
}

/// The five, read in `order` under other names, given back in their own order.
fn batch(order: [usize; 5], captured: Day) -> Vec<SourceDocument> {
    let mut documents: Vec<SourceDocument> = order
        .iter()
        .map(|&number| {
            read(&bytes(number), Some(&format!("{}.txt", 99 - number)), captured, &Limits::default()).unwrap()
        })
        .collect();
    settle_batch(&mut documents, captured);
    let mut sorted: Vec<(usize, SourceDocument)> = order.into_iter().zip(documents).collect();
    sorted.sort_by_key(|(number, _)| *number);
    sorted.into_iter().map(|(_, document)| document).collect()
}

fn clocks() -> [Day; 3] {
    [2021, 2026, 2030].map(|year| Day::new(year, 11, 21).unwrap())
}

fn date(field: &Field<Published>) -> String {
    field.value.as_ref().map(|published| published.date.to_string()).unwrap_or_default()
}

fn alternatives(field: &Field<Published>) -> Vec<String> {
    field.alternatives.iter().map(|other| other.value.date.to_string()).collect()
}

fn words(field: &Field<Published>) -> Vec<&str> {
    field.basis.iter().map(|basis| basis.words.as_str()).collect()
}

#[test]
fn the_dates_of_publication_hold_at_every_clock_and_in_every_order() {
    for captured in clocks() {
        for order in [[0, 1, 2, 3, 4], [4, 3, 2, 1, 0], [2, 0, 4, 1, 3]] {
            let five = batch(order, captured);
            let published: Vec<_> = five.iter().map(|document| &document.published).collect();
            assert_eq!(
                published.iter().map(|field| date(field)).collect::<Vec<_>>(),
                ["2021-09-10", "2021-02-11~", "2020-10-29~", "2024-08-15", "2021-05-28"],
                "captured {captured}, order {order:?}"
            );
            assert_eq!(
                published.iter().map(|field| field.confidence).collect::<Vec<_>>(),
                [Confidence::High, Confidence::Medium, Confidence::Low, Confidence::High, Confidence::Medium]
            );
            assert_eq!(alternatives(published[0]), ["2021-09-09"]);
            assert!(alternatives(published[1]).is_empty());
            let either_side: &[&str] =
                if captured.year == 2021 { &["2015-10-29"] } else { &["2015-10-29", "2026-10-29"] };
            assert_eq!(alternatives(published[2]), either_side);
            assert!(published[2].needs_a_look());
            let time =
                |number: usize| published[number].value.as_ref().unwrap().time.map(|time| time.to_string());
            assert_eq!((time(0).as_deref(), time(3).as_deref()), (Some("02:42"), Some("17:42:00")));
            assert!(published.iter().all(|field| field.value.as_ref().unwrap().zone.is_none()));
        }
    }
}

#[test]
fn each_date_rests_on_its_words() {
    let captured = clocks()[1];
    let five = batch([0, 1, 2, 3, 4], captured);
    assert_eq!(words(&five[0].published), ["September 10, 2021, 2:42"]);
    assert_eq!(words(&five[1].published), ["On February 11th", "on Thursday", "beginning of 2020"]);
    assert_eq!(words(&five[2].published)[0], "on Thursday, October 29");
    assert_eq!(five[2].published.basis[1].place, Place::Batch);
    assert_eq!(words(&five[3].published), ["Posted: 15.08.2024 17:42:00"]);
    assert_eq!(words(&five[4].published), ["SOCHI, May 28", "on Friday", "On February 22, 2021"]);
    for document in &five {
        let points = CodePoints::new(&document.text);
        for basis in &document.published.basis {
            if let Place::Text(span) = basis.place {
                assert_eq!(points.slice(span), Some(basis.words.as_str()));
            }
        }
    }
}

#[test]
fn a_dateline_whose_year_is_inferred_is_no_surer_than_what_dates_the_article() {
    let five = batch([0, 1, 2, 3, 4], clocks()[1]);
    let dateline = |number: usize| {
        let field = &five[number].dateline;
        (field.confidence, field.basis.iter().map(|basis| basis.words.as_str()).collect::<Vec<_>>())
    };
    assert_eq!(dateline(0), (Confidence::High, vec!["MOSCOW, September 9", "September 10, 2021, 2:42"]));
    assert_eq!(dateline(4), (Confidence::Medium, vec!["SOCHI, May 28", "on Friday", "On February 22, 2021"]));
}

#[test]
fn the_rule_of_a_title_tells_whether_anything_stands_above_it() {
    let five = batch([0, 1, 2, 3, 4], clocks()[1]);
    let rules: Vec<&str> = five.iter().map(|document| document.title.basis[0].rule.as_str()).collect();
    assert_eq!(rules, ["first-line", "first-line", "first-line", "first-line-of-body", "first-line-of-body"]);
}

#[test]
fn read_alone_the_second_has_no_date_but_alternatives() {
    let document = alone(2, clocks()[1]);
    assert_eq!(document.published.value, None);
    assert_eq!(
        alternatives(&document.published),
        ["2026-10-29", "2020-10-29", "2015-10-29", "2009-10-29", "1998-10-29"]
    );
}

#[test]
fn titles_outlets_bylines_and_datelines() {
    let five = batch([0, 1, 2, 3, 4], clocks()[1]);
    let title = |number: usize| five[number].title.value.clone().unwrap();
    assert_eq!(
        title(0),
        "Belarus, Russia ready to develop political integration if people desire — Lukashenko"
    );
    assert_eq!(
        title(1),
        "Lukashenko Calls For Further Integration With Russia, After Sabotaging It For Years"
    );
    assert_eq!(title(2), "Putin assessed the prospects for the integration of Russia and Belarus");
    assert_eq!(title(3), "Lukashenko on Belarus-Russia relations: we are allies, no more words");
    assert_eq!(title(4), "Integration of Russia, Belarus should not be rushed, Putin says");
    let outlets: Vec<_> = five.iter().map(|document| document.outlet.value.as_deref()).collect();
    assert_eq!(outlets, [Some("TASS"), Some("SouthFront"), None, None, Some("TASS")]);
    let bylines: Vec<_> = five.iter().map(|document| document.byline.value.as_deref()).collect();
    assert_eq!(bylines, [None, None, Some("admin"), None, None]);
    let datelines: Vec<_> = five
        .iter()
        .map(|document| {
            document.dateline.value.as_ref().map(|dateline| {
                let date = dateline.date.as_ref().map(ToString::to_string).unwrap_or_default();
                format!("{}, {} = {date}", dateline.place, dateline.date_words.clone().unwrap_or_default())
            })
        })
        .collect();
    assert_eq!(
        datelines.iter().map(Option::as_deref).collect::<Vec<_>>(),
        [Some("Moscow, September 9 = 2021-09-09"), None, None, None, Some("Sochi, May 28 = 2021-05-28")]
    );
    assert!(five.iter().all(|document| document.language.value == Some(chancery_model::Language::En)));
    assert!(five.iter().all(|document| document.language.confidence == Confidence::High));
}

#[test]
fn furniture_is_marked_and_nothing_else_is() {
    use FurnitureKind::{Credit, Form, Menu, RepeatedTitle, Share};
    let five = batch([0, 1, 2, 3, 4], clocks()[1]);
    let expected: [&[(FurnitureKind, &str)]; 5] = [
        &[(Share, "Read more on the site →")],
        &[
            (Share, "Support SouthFront"),
            (
                RepeatedTitle,
                "Lukashenko Calls For Further Integration With Russia, After Sabotaging It For Years",
            ),
            (Credit, "Click to see full-size image"),
            (Share, "Support SouthFront"),
            (Form, "Leave a Reply"),
            (Form, "Your email address will not be published. Required fields are marked *"),
        ],
        &[(Credit, "Photo of author"), (Form, "Leave a Comment")],
        &[(Credit, "Photo: www.president.gov.by")],
        &[(Menu, "All news")],
    ];
    for (document, expected) in five.iter().zip(expected) {
        let points = CodePoints::new(&document.text);
        let found: Vec<_> =
            document.furniture.iter().map(|piece| (piece.kind, points.slice(piece.span).unwrap())).collect();
        assert_eq!(found, expected);
    }
}

#[test]
fn dates_in_the_five_are_counted_from_their_publication() {
    let five = batch([0, 1, 2, 3, 4], clocks()[1]);
    let mentions = |number: usize| -> Vec<(String, String, &'static str)> {
        let document = &five[number];
        chancery_text::dates::mentions(
            &document.text,
            &document.furniture,
            document.language.value,
            document.published.value.as_ref(),
            document.dateline.value.as_ref(),
        )
        .into_iter()
        .map(|mention| {
            let value = mention.value.map(|value| value.to_string()).unwrap_or_default();
            (mention.words, value, mention.anchor.id())
        })
        .collect()
    };
    let has = |number: usize, words: &str, value: &str, anchor: &str| {
        let all = mentions(number);
        assert!(
            all.iter().any(|(w, v, a)| w == words && v == value && *a == anchor),
            "{words} = {value} ({anchor}) not in {all:#?}"
        );
    };
    has(0, "September 10, 2021", "2021-09-10", "stated");
    has(0, "September 9", "2021-09-09", "published");
    has(0, "Thursday", "2021-09-09", "dateline");
    has(0, "late 1990s", "1995~/1999~", "stated");
    has(0, "today", "", "dateline");
    // What dates the article is not counted from the date it gave.
    has(1, "February 11th", "2021-02-11", "text");
    has(1, "a year ago", "2020~", "published");
    has(1, "February 10th", "2021-02-10", "published");
    has(1, "Thursday", "2021-02-11", "text");
    has(1, "beginning of 2020", "2020-01~/2020-03~", "stated");
    has(2, "Thursday, October 29", "2020-10-29", "text");
    has(2, "Last week", "2020-10-19/2020-10-25", "published");
    has(2, "end of September", "2020-09-21~/2020-09-30~", "published");
    has(2, "August 9", "2020-08-09", "published");
    has(3, "15.08.2024", "2024-08-15", "stated");
    has(3, "today", "2024-08-15", "published");
    has(4, "May 28", "2021-05-28", "text");
    has(4, "Friday", "2021-05-28", "text");
    has(4, "1999", "1999", "stated");
    has(4, "December 2018", "2018-12", "stated");
    has(4, "By November 2019", "/2019-11", "stated");
    has(4, "By December 2019", "/2019-12", "stated");
    has(4, "February 22, 2021", "2021-02-22", "stated");
}
