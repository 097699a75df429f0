//! Which part of a message is read: its plain text, or its page where the plain text only stands in for it.

use chancery_model::Day;

use super::flow::{Flow, paragraphs};
use super::{Part, transfer};
use crate::draft::Draft;
use crate::{Refusal, html};

/// What is read of a message.
#[derive(Debug, Default)]
pub(super) struct Body {
    /// Paragraphs with an empty line between them.
    pub(super) text: String,
    /// The page it was read from, where it was one.
    pub(super) page: Option<Draft>,
}

/// Plain parts below this share of the page's length stand in for it: "your program can't show this message".
const STUB: usize = 2;

/// Reads the parts of a message that are shown in it.
///
/// # Errors
/// Where neither plain text nor page can be decoded.
pub(super) fn read(leaves: &[Part<'_>], captured: Day) -> Result<Body, Refusal> {
    let shown = |media: &str| {
        let media = media.to_owned();
        leaves.iter().filter(move |part| !part.is_attached() && part.media() == media)
    };
    let mut failed = None;
    let mut kept = |words: Result<String, Refusal>| words.map_err(|refusal| failed = Some(refusal)).ok();
    let plain: Vec<String> = shown("text/plain")
        .filter_map(|part| {
            let says = |name: &str, value: &str| {
                part.parameter(name).is_some_and(|given| given.trim().eq_ignore_ascii_case(value))
            };
            let flow = Flow { flowed: says("format", "flowed"), drop_space: says("delsp", "yes") };
            kept(part.words()).map(|words| paragraphs(&words, flow))
        })
        .filter(|text| !text.is_empty())
        .collect();
    let plain = plain.join("\n\n");
    // The longest is the message; the others are what lists add to it.
    let page = shown("text/html").max_by_key(|part| part.body.len()).and_then(|part| kept(part.words()));
    let Some(source) = page else {
        return match failed {
            Some(refusal) if plain.is_empty() => Err(refusal),
            _ => Ok(Body { text: plain, page: None }),
        };
    };
    let mut page = html::read(&source, captured);
    if page.text.trim().is_empty() && plain.is_empty() {
        // Letters set in tables show little that looks like an article.
        page.text = paragraphs(&mail_parser::decoders::html::html_to_text(&source), Flow::default());
    }
    if plain.chars().count() * STUB >= page.text.chars().count() {
        return Ok(Body { text: plain, page: None });
    }
    Ok(Body { text: std::mem::take(&mut page.text), page: Some(page) })
}

/// The root of a saved page: the part its `start` names, else the first that is a page.
pub(super) fn root<'p, 'a>(leaves: &'p [Part<'a>], start: Option<&str>) -> Option<&'p Part<'a>> {
    let is_page = |part: &&Part<'_>| matches!(part.media().as_str(), "text/html" | "application/xhtml+xml");
    let bare = |id: &str| id.trim().trim_matches(['<', '>']).to_owned();
    let named = start.map(bare).and_then(|start| {
        leaves
            .iter()
            .filter(is_page)
            .find(|part| part.line("Content-ID").is_some_and(|id| bare(&id) == start))
    });
    named.or_else(|| leaves.iter().find(is_page))
}

/// The words of a page whose part may state its character set.
pub(super) fn page_words(part: &Part<'_>) -> Result<String, Refusal> {
    transfer::words(&part.bytes(), part.parameter("charset"), true)
}
