//! What hangs on a message: documents and other messages. Pictures, sounds, cards and signatures are left where they are.

use std::ops::ControlFlow;

use super::Part;
use crate::Refusal;
use crate::member::{Allowance, Member, Sink};

/// Endings of files that are read, or hold what is.
const ENDINGS: &[&str] = &[
    "pdf", "doc", "docx", "odt", "fodt", "rtf", "txt", "text", "md", "markdown", "htm", "html", "xhtml",
    "mht", "mhtml", "eml", "epub", "fb2", "djvu", "zip", "warc", "arc", "gz", "wacz", "mbox", "bib", "ris",
    "enw", "nbib", "xml", "pptx", "odp", "xlsx", "ods", "csv", "tex",
];

/// Media types of such files, where their names tell nothing.
const MEDIA: &[&str] = &[
    "application/pdf",
    "application/msword",
    "application/rtf",
    "application/zip",
    "application/epub+zip",
    "application/xhtml+xml",
    "application/warc",
    "message/rfc822",
    "message/global",
    "text/plain",
    "text/html",
    "text/markdown",
    "text/rtf",
];

/// Gives the documents that hang on a message, in their order.
///
/// # Errors
/// [`Refusal::TooLarge`] where all of them take more than is allowed.
pub(crate) fn each(bytes: &[u8], allowance: &Allowance, sink: &mut Sink<'_>) -> Result<(), Refusal> {
    let mut all = 0_u64;
    for (number, part) in documents(bytes).iter().take(allowance.members).enumerate() {
        let Some(found) = member(part, number + 1, allowance.member) else { continue };
        all = all.saturating_add(found.as_ref().map_or(0, |member| member.bytes.len() as u64));
        if all > allowance.all {
            return Err(Refusal::TooLarge { bytes: all, limit: allowance.all });
        }
        if sink(found) == ControlFlow::Break(()) {
            break;
        }
    }
    Ok(())
}

/// The parts of a message that are documents of their own.
pub(super) fn documents(bytes: &[u8]) -> Vec<Part<'_>> {
    let mut leaves = Part::of(bytes).leaves();
    leaves.retain(is_document);
    leaves
}

/// An attachment as a member; nothing where it is empty.
pub(super) fn member(
    part: &Part<'_>,
    number: usize,
    limit: u64,
) -> Option<Result<Member, (String, Refusal)>> {
    let name = name(part, number);
    // Decoded it is never longer than written.
    let written = part.body.len() as u64;
    if written / 4 * 3 > limit {
        return Some(Err((name, Refusal::TooLarge { bytes: written, limit })));
    }
    let bytes = part.bytes().into_owned();
    (!bytes.trim_ascii().is_empty()).then_some(Ok(Member { name, bytes, draft: None }))
}

fn is_document(part: &Part<'_>) -> bool {
    let media = part.media();
    if media.starts_with("message/") {
        return MEDIA.contains(&media.as_str());
    }
    if !part.is_attached() {
        return false;
    }
    match part.file_name().and_then(|name| name.rsplit_once('.')) {
        Some((_, ending)) => ENDINGS.contains(&ending.trim().to_lowercase().as_str()),
        None => MEDIA.contains(&media.as_str()) || media.starts_with("application/vnd.o"),
    }
}

fn name(part: &Part<'_>, number: usize) -> String {
    let inner = || Part::of(part.body).subject().map(str::to_owned);
    let given = part.file_name().map(str::to_owned);
    let given = given.or_else(|| part.media().starts_with("message/").then(inner).flatten());
    let given = given.unwrap_or_default();
    // A file's own name only: what looks like a path in it is none.
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let name: String = last.chars().filter(|c| !c.is_control()).take(200).collect();
    let name = name.trim().to_owned();
    if name.is_empty() || name.chars().all(|c| c == '.') { format!("attachment {number}") } else { name }
}
