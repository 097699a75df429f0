//! Saved web pages nobody made for reading: broken, deep, huge; and pages of common shapes.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use chancery_intake::{Limits, Refusal, normalise, read};
use chancery_model::{CodePoints, Confidence, Day, Place, SourceDocument};
use proptest::prelude::*;

fn read_page(html: &[u8]) -> Result<SourceDocument, Refusal> {
    read(html, Some("page.html"), Day::new(2026, 11, 21).unwrap(), &Limits::default())
}

/// What every document holds, whatever it came from.
fn check_sound(document: &SourceDocument) {
    assert_eq!(normalise(&document.text), document.text);
    let length = CodePoints::new(&document.text).len();
    for piece in &document.furniture {
        assert!(piece.span.start <= piece.span.end && piece.span.end <= length);
    }
    let places = [&document.title.basis, &document.byline.basis, &document.published.basis];
    for basis in places.into_iter().flatten() {
        if let Place::Text(span) = basis.place {
            assert!(span.end <= length, "{basis:?}");
        }
    }
}

const FIRST: &str =
    "The ministers met in Minsk on Tuesday and agreed to go on with the talks about the common market soon.";
const SECOND: &str =
    "Nothing was signed, said the spokesman, who would not name the points the two sides still disagree on.";

#[test]
fn deep_pages_are_read() {
    for tag in ["div", "ul><li", "em"] {
        let name = tag.rsplit(['<', '>']).next().unwrap();
        let open = format!("<{tag}>").repeat(100_000);
        let html = format!("<html>{open}<p>{FIRST}<p>{SECOND}{}", format!("</{name}>").repeat(100_000));
        let document = read_page(html.as_bytes()).unwrap();
        assert!(document.text.contains(FIRST) && document.text.contains(SECOND), "{tag}");
        check_sound(&document);
    }
}

#[test]
fn junk_of_some_size_is_read_or_refused() {
    let pieces = [
        "<a b=c ",
        "<p>x",
        "&amp;&#x41;<",
        "<!-- ",
        "<script>var a=\"</",
        "<td><tr><table>",
        "{\"@type\":\"",
        "\u{0}\u{fffd}ў",
        "<li class=\"ad nav\">",
    ];
    for piece in pieces {
        let html = format!("<html><body>{}", piece.repeat(400_000 / piece.len()));
        if let Ok(document) = read_page(html.as_bytes()) {
            check_sound(&document);
        }
    }
}

#[test]
fn a_layout_of_tables_is_no_obstacle() {
    let html = format!(
        "<html><body><table><tr><td width=150><a href=1>One</a><br><a href=2>Two</a></td><td><table><tr><td>\
         <h1>Talks go on</h1>{FIRST}<br><br>{SECOND}<br><br></td></tr></table></td></tr></table></body></html>"
    );
    let document = read_page(html.as_bytes()).unwrap();
    assert_eq!(document.text, format!("{FIRST}\n\n{SECOND}"));
    assert_eq!(document.title.value.as_deref(), Some("Talks go on"));
}

#[test]
fn what_a_page_states_is_weighed_with_what_it_shows() {
    let html = format!(
        "<html lang=de><head><title>Talks go on - Example Post</title>\
         <meta property='og:title' content='Talks go on - Example Post'><meta property='og:site_name' content='Example Post'>\
         <meta name=author content='Example Post'><meta property='article:published_time' content='2021-11-04T10:00:00+03:00'></head>\
         <body><header><a href=/><h1>Example Post</h1></a></header><article><h1>Talks go on</h1><p>By Ann Lee</p>\
         <p>{FIRST}</p><p>{SECOND}</p></article></body></html>"
    );
    let document = read_page(html.as_bytes()).unwrap();
    assert_eq!(document.title.value.as_deref(), Some("Talks go on"));
    assert_eq!(document.title.confidence, Confidence::High);
    assert_eq!(document.byline.value.as_deref(), Some("Ann Lee"));
    assert_eq!(document.byline.alternatives.first().map(|other| other.value.as_str()), Some("Example Post"));
    assert_eq!(document.outlet.value.as_deref(), Some("Example Post"));
    assert_eq!(
        document.published.value.map(|published| published.date.to_string()).as_deref(),
        Some("2021-11-04")
    );
    check_sound(&read_page(html.as_bytes()).unwrap());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_markup_is_read_or_refused(html in "(<[/]?(div|p|b|a href=/|table|tr|td|li|ul|h1|h2|article|form|figure|figcaption|svg|title|pre|br|time|script type=application/ld.json)( class=(author|comments|lead|nav|entry-content))?>|[a-zA-Zя.,:{}\"@ &<\u{300}\n-]|By Ann Lee|Mehr zum Thema|3 May 2021){0,120}") {
        if let Ok(document) = read_page(format!("<html>{html}").as_bytes()) {
            check_sound(&document);
        }
    }

    #[test]
    fn any_bytes_after_a_head_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let page = [b"<!doctype html><meta charset=shift_jis>".as_slice(), &bytes].concat();
        if let Ok(document) = read_page(&page) {
            check_sound(&document);
        }
    }
}
