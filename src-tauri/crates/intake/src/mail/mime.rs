//! The parts of a message. Headers are read by `mail-parser`; where parts begin and end is found here, with a bound on
//! how deep and how many they are.

use std::borrow::Cow;

use mail_parser::{Address, ContentType, DateTime, HeaderName, HeaderValue, Message, MessageParser};

use super::transfer;
use crate::Refusal;

/// How deep parts stand in parts, and how many are looked at in one message.
const DEPTH: usize = 12;
const PARTS: usize = 4000;
/// Headers longer than this, in bytes, are no headers.
const HEAD: usize = 1 << 20;

/// A part of a message, or the message itself: its headers and what follows them.
#[derive(Debug)]
pub(crate) struct Part<'a> {
    head: Option<Message<'a>>,
    /// As it stands in the mail.
    pub(super) body: &'a [u8],
}

impl<'a> Part<'a> {
    pub(crate) fn of(bytes: &'a [u8]) -> Self {
        let (head, body) = split_head(bytes);
        Self { head: MessageParser::default().parse_headers(head), body }
    }

    fn header(&self, name: &str) -> Option<&HeaderValue<'a>> {
        self.head.as_ref()?.header(HeaderName::parse(name)?.into_owned())
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.header(name).is_some()
    }

    /// A header's words as one line.
    pub(super) fn line(&self, name: &str) -> Option<String> {
        let raw = || self.head.as_ref()?.header_raw(HeaderName::parse(name)?.into_owned()).map(Cow::Borrowed);
        let words = self.header(name)?.as_text().map(Cow::Borrowed).or_else(raw)?;
        let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
        (!line.is_empty()).then_some(line)
    }

    /// An address, spaces left out: long ones are broken over several lines.
    pub(super) fn address(&self, name: &str) -> Option<String> {
        let line = self.line(name)?;
        let address: String =
            line.trim_matches(['<', '>', ' ']).chars().filter(|c| !c.is_whitespace()).collect();
        (address.starts_with("http://") || address.starts_with("https://")).then_some(address)
    }

    pub(super) fn subject(&self) -> Option<&str> {
        self.head.as_ref()?.subject()
    }

    /// Name and address of who sent it.
    pub(super) fn sender(&self) -> Option<(Option<&str>, Option<&str>)> {
        let from = self.head.as_ref()?.from()?;
        let first = match from {
            Address::List(list) => list.first(),
            Address::Group(groups) => groups.iter().find_map(|group| group.addresses.first()),
        }?;
        Some((first.name.as_deref(), first.address.as_deref()))
    }

    pub(super) fn date(&self) -> Option<&DateTime> {
        self.head.as_ref()?.date()
    }

    fn content_type(&self) -> Option<&ContentType<'a>> {
        self.header("Content-Type")?.as_content_type()
    }

    /// Its media type in lower case; a part that states none is plain text.
    pub(super) fn media(&self) -> String {
        self.content_type().map_or_else(
            || "text/plain".to_owned(),
            |kind| format!("{}/{}", kind.ctype(), kind.subtype().unwrap_or_default()).to_ascii_lowercase(),
        )
    }

    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        self.content_type()?.attribute(name)
    }

    pub(super) fn file_name(&self) -> Option<&str> {
        let disposition = self.header("Content-Disposition").and_then(HeaderValue::as_content_type);
        disposition.and_then(|kind| kind.attribute("filename")).or_else(|| self.parameter("name"))
    }

    pub(super) fn is_attached(&self) -> bool {
        let disposition = self.header("Content-Disposition").and_then(HeaderValue::as_content_type);
        self.file_name().is_some() || disposition.is_some_and(ContentType::is_attachment)
    }

    /// Its bytes as they were before they were mailed.
    pub(super) fn bytes(&self) -> Cow<'a, [u8]> {
        let encoding = self.line("Content-Transfer-Encoding").unwrap_or_default().to_ascii_lowercase();
        match encoding.as_str() {
            "quoted-printable" => transfer::quoted_printable(self.body).into(),
            "base64" => transfer::base64(self.body).into(),
            _ => self.body.into(),
        }
    }

    /// Its words.
    pub(super) fn words(&self) -> Result<String, Refusal> {
        let is_page = self.media() == "text/html";
        transfer::words(&self.bytes(), self.parameter("charset"), is_page)
    }

    /// The parts that hold no others, in their order; a message inside the message counts as one.
    pub(super) fn leaves(self) -> Vec<Self> {
        let mut leaves = Vec::new();
        // What is still to be looked at, the next one last.
        let mut waiting = vec![(self, 0)];
        while let Some((part, depth)) = waiting.pop() {
            let boundary = part
                .parameter("boundary")
                .map(str::to_owned)
                .filter(|_| part.media().starts_with("multipart/"));
            match boundary {
                Some(boundary) if depth < DEPTH => {
                    let room = PARTS.saturating_sub(leaves.len() + waiting.len());
                    let inner = pieces(part.body, boundary.as_bytes());
                    let inner: Vec<_> = inner.take(room).map(|piece| (Part::of(piece), depth + 1)).collect();
                    waiting.extend(inner.into_iter().rev());
                }
                _ => leaves.push(part),
            }
        }
        leaves
    }
}

/// Headers with the empty line after them, and what follows.
fn split_head(bytes: &[u8]) -> (&[u8], &[u8]) {
    let mut end = 0;
    for line in bytes.split_inclusive(|&byte| byte == b'\n') {
        end += line.len();
        if line.trim_ascii().is_empty() {
            break;
        }
        if end > HEAD {
            return (&[], bytes);
        }
    }
    bytes.split_at_checked(end).unwrap_or((bytes, &[]))
}

/// What stands between the lines of a boundary; the last piece may lack its end.
fn pieces<'a>(body: &'a [u8], boundary: &[u8]) -> impl Iterator<Item = &'a [u8]> {
    let (mut at, mut closed) = (0, false);
    // Where each line of the boundary begins and ends.
    let mut marks: Vec<(usize, usize)> = Vec::new();
    for line in body.split_inclusive(|&byte| byte == b'\n') {
        let start = at;
        at += line.len();
        let after = line.trim_ascii_end().strip_prefix(b"--").and_then(|rest| rest.strip_prefix(boundary));
        if matches!(after, Some(b"" | b"--")) {
            marks.push((start, at));
        }
        if after == Some(b"--") {
            closed = true;
            break;
        }
    }
    if !closed {
        marks.push((body.len(), body.len()));
    }
    let ends: Vec<usize> = marks.iter().skip(1).map(|&(start, _)| start).collect();
    marks.into_iter().zip(ends).filter_map(move |((_, start), end)| {
        let piece = body.get(start..end)?;
        // The line break before a boundary is the boundary's.
        let piece = piece.strip_suffix(b"\n").unwrap_or(piece);
        Some(piece.strip_suffix(b"\r").unwrap_or(piece))
    })
}
