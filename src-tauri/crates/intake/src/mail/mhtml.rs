//! Web pages saved with all that belongs to them (MHTML): the page itself is read, by the character set its part states.

use chancery_model::Day;

use super::{Part, body, fields};
use crate::draft::{Draft, stated};
use crate::{Refusal, html};

/// Whether a message is a saved page: browsers say that they saved it, or the page says where it stood.
pub(super) fn is_page(part: &Part<'_>) -> bool {
    let media = part.media();
    if media != "multipart/related" && media != "text/html" {
        return false;
    }
    let saved = part.line("From").is_some_and(|from| {
        let from = from.to_lowercase();
        from.trim_start_matches(['<', '"']).starts_with("saved by") || from.contains("blink")
    });
    let was_sent = ["To", "Received", "Message-ID", "List-Id"].iter().any(|name| part.has(name));
    saved
        || part.has("Snapshot-Content-Location")
        || !was_sent && (part.has("Content-Location") || media == "multipart/related")
}

/// Reads a saved page. `captured` is the day of the import; the page was captured when it was saved, which is no publication.
///
/// # Errors
/// [`Refusal::Empty`] where it holds no page.
pub(crate) fn read(bytes: &[u8], captured: Day) -> Result<Draft, Refusal> {
    let part = Part::of(bytes);
    let captured = fields::day(&part).unwrap_or(captured).min(captured);
    let start = part.parameter("start").map(str::to_owned);
    let stood = part.address("Snapshot-Content-Location").or_else(|| part.address("Content-Location"));
    let subject = fields::title(&part);
    let leaves = part.leaves();
    let root = body::root(&leaves, start.as_deref()).ok_or(Refusal::Empty)?;
    let url = stood.or_else(|| root.address("Content-Location"));
    let mut draft = html::read(&body::page_words(root)?, captured);
    if draft.text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    if let Some(url) = url {
        draft.url = stated(&url, "saved-from");
    }
    if draft.title.value.is_none() {
        draft.title = subject;
    }
    Ok(draft)
}
