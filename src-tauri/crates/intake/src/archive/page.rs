//! Pages kept in web archives as members: named by their address, read by the character set they were sent with.

use chancery_model::{Confidence, Day, Field};

use super::giver::{Giver, Stop};
use super::http::Answer;
use super::lines;
use crate::draft::{Draft, stated};
use crate::mail::words_of;
use crate::member::Member;
use crate::title::take_title;
use crate::{Refusal, html, normalise};

/// Where a page stood, and when it was taken: a bound for the day it was published, never that day.
#[derive(Debug)]
pub(super) struct Taken<'a> {
    pub(super) address: &'a str,
    pub(super) day: Option<Day>,
}

/// What is kept of a page: the answer of its server.
pub(super) fn answer(taken: &Taken<'_>, block: &[u8], giver: &mut Giver<'_, '_>) -> Result<(), Stop> {
    let Some(answer) = Answer::of(block) else { return Ok(()) };
    // A part of a page (206) is no page.
    if !(200..300).contains(&answer.status) || matches!(answer.status, 204..=206) {
        return Ok(());
    }
    let media = lines::value(&answer.headers, "content-type").unwrap_or_default();
    if kind(media, taken.address).is_none() {
        return Ok(());
    }
    match answer.body(giver.allowance.member) {
        Ok(body) => {
            giver.count(body.len() as u64)?;
            given(taken, media, body, giver)
        }
        Err(refusal) => giver.refuse(taken.address, refusal),
    }
}

/// A file kept without the answer around it.
pub(super) fn plain(
    taken: &Taken<'_>,
    media: &str,
    block: Vec<u8>,
    giver: &mut Giver<'_, '_>,
) -> Result<(), Stop> {
    if kind(media, taken.address).is_none() {
        return Ok(());
    }
    giver.count(block.len() as u64)?;
    given(taken, media, block, giver)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Page,
    Text,
    Pdf,
    /// Its first bytes tell.
    Unsaid,
}

/// What of the web is a document: by its media type, or its bytes where none is stated.
fn kind(media: &str, address: &str) -> Option<Kind> {
    let bare = media.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let path = address.split(['?', '#']).next().unwrap_or_default();
    match bare.as_str() {
        "text/html" | "application/xhtml+xml" => Some(Kind::Page),
        // What it tells robots is nothing for readers.
        "text/plain" if path.ends_with("/robots.txt") => None,
        "text/plain" => Some(Kind::Text),
        "application/pdf" | "application/x-pdf" => Some(Kind::Pdf),
        "" => Some(Kind::Unsaid),
        _ => None,
    }
}

fn given(taken: &Taken<'_>, media: &str, bytes: Vec<u8>, giver: &mut Giver<'_, '_>) -> Result<(), Stop> {
    let start = bytes.trim_ascii_start();
    let mut kind = kind(media, taken.address).unwrap_or(Kind::Unsaid);
    if start.starts_with(b"%PDF-") {
        kind = Kind::Pdf;
    } else if kind == Kind::Unsaid {
        if !start.starts_with(b"<") {
            return Ok(());
        }
        kind = Kind::Page;
    }
    if start.is_empty() {
        return Ok(());
    }
    let charset = media.split(';').skip(1).find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        name.trim().eq_ignore_ascii_case("charset").then(|| value.trim().trim_matches(['"', '\'']))
    });
    let draft = match (kind, taken.day) {
        (Kind::Page, Some(day)) => words_of(&bytes, charset, true).map(|words| Some(html::read(&words, day))),
        (Kind::Text, _) => words_of(&bytes, charset, false).map(|words| Some(text(&words))),
        _ => Ok(None),
    };
    match draft {
        Ok(draft) => {
            let draft = draft.map(|draft| Draft { url: url(taken.address), ..draft });
            giver.give(Member { name: taken.address.to_owned(), bytes, draft })
        }
        // What says that it is a text and is none is a picture or a program under a false name.
        Err(Refusal::Garbage { .. }) if kind == Kind::Text => Ok(()),
        Err(refusal) => giver.refuse(taken.address, refusal),
    }
}

fn text(words: &str) -> Draft {
    let titled = take_title(&normalise(words));
    Draft { title: titled.field, text: titled.text, ..Draft::default() }
}

fn url(address: &str) -> Field<String> {
    if !address.starts_with("http://") && !address.starts_with("https://") {
        return Field::default();
    }
    Field { confidence: Confidence::High, ..stated(address, "web-archive") }
}
