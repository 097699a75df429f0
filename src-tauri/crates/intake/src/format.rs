//! What format bytes are in, by their content first and their name second.

use memchr::{memchr, memmem};

use crate::{Refusal, archive, mail, office, records};

/// A format that is read.
#[derive(Clone, Copy)]
pub(crate) enum Format {
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// A saved web page.
    Html,
    /// PDF, of which the text layer is read.
    Pdf,
    /// A file of an office program, or a book.
    Office(office::Kind),
    /// A message, a mailbox, or a page saved as a message.
    Mail(mail::Kind),
    /// An archive.
    Archive,
    /// A list of references, or a feed.
    Records(records::Kind),
}

impl Format {
    /// The id kept with the article.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Pdf => "pdf",
            Self::Office(kind) => kind.id(),
            Self::Mail(mail::Kind::Message) => "eml",
            Self::Mail(mail::Kind::Mailbox) => "mbox",
            Self::Mail(mail::Kind::Page) => "mhtml",
            Self::Archive => "archive",
            Self::Records(kind) => kind.id(),
        }
    }

    /// Whether it holds articles and is none itself.
    pub(crate) fn holds_others(self) -> bool {
        matches!(self, Self::Archive | Self::Records(_) | Self::Mail(mail::Kind::Mailbox))
    }
}

/// First bytes that name a format, and what it is called.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\0", "xz"),
    (b"(\xb5/\xfd", "zstd"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (b"RIFF", "a RIFF media file"),
    (b"OggS", "an Ogg media file"),
    (b"ID3", "an MP3 recording"),
    (b"fLaC", "a FLAC recording"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"AT&TFORM", "DjVu"),
    (b"%!PS", "PostScript"),
];

/// Bytes of a text that are looked at for what it is a list of.
const HEAD: usize = 64 << 10;

/// Tells the format of `bytes`, or what they are instead of an article.
///
/// # Errors
/// A refusal that names the format found.
pub(crate) fn detect(bytes: &[u8], name: Option<&str>) -> Result<Format, Refusal> {
    // Some programs write a line or a mark before it.
    if bytes.get(..1024.min(bytes.len())).is_some_and(|head| memmem::find(head, b"%PDF-").is_some()) {
        return Ok(Format::Pdf);
    }
    if let Some(kind) = office::kind(bytes) {
        return kind.map(Format::Office);
    }
    if archive::Kind::of(bytes).is_some() {
        return Ok(Format::Archive);
    }
    if let Some((_, looks_like)) = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature)) {
        return Err(Refusal::NotText { looks_like });
    }
    if bytes.get(4..8) == Some(b"ftyp") {
        return Err(Refusal::NotText { looks_like: "an MP4 media file" });
    }
    if bytes.starts_with(b"MZ") && bytes.iter().take(512).any(|&byte| byte == 0) {
        return Err(Refusal::NotText { looks_like: "a program" });
    }
    if let Some(kind) = mail::Kind::of(bytes) {
        return Ok(Format::Mail(kind));
    }
    let may_be_page = memchr(b'<', bytes.get(..PAGE_HEAD).unwrap_or(bytes)).is_some();
    let head = if may_be_page { head_text(bytes) } else { String::new() };
    if is_page(&head) {
        return Ok(Format::Html);
    }
    if let Some(kind) = records::detect(bytes.get(..HEAD).unwrap_or(bytes), name) {
        return kind.map(Format::Records);
    }
    if head.starts_with("<?xml") {
        return Err(Refusal::NotText { looks_like: "XML" });
    }
    let extension =
        name.and_then(|name| name.rsplit_once('.')).map(|(_, extension)| extension.to_ascii_lowercase());
    // Pages saved in pieces begin anywhere.
    if matches!(extension.as_deref(), Some("html" | "htm" | "xhtml")) && head.contains('<') {
        return Ok(Format::Html);
    }
    let markdown = matches!(extension.as_deref(), Some("md" | "markdown" | "mdown" | "mkd"));
    Ok(if markdown { Format::Markdown } else { Format::Text })
}

/// Bytes that are looked at for the beginning of a page.
const PAGE_HEAD: usize = 2048;

/// The first characters in lower case, with the zero bytes of UTF-16 left out.
fn head_text(bytes: &[u8]) -> String {
    let head = bytes.iter().take(PAGE_HEAD).filter(|&&byte| byte != 0 && byte < 0x80);
    let text: String = head.map(|&byte| char::from(byte.to_ascii_lowercase())).collect();
    text.trim_start().to_owned()
}

/// Whether the first characters are those of a web page; comments may come before them.
fn is_page(head: &str) -> bool {
    let mut head = head;
    while let Some((_, after)) = head.strip_prefix("<!--").and_then(|rest| rest.split_once("-->")) {
        head = after.trim_start();
    }
    let begins = |starts: &[&str]| starts.iter().any(|start| head.starts_with(start));
    begins(&["<!doctype html", "<html", "<head", "<body", "<meta ", "<title"])
        || head.starts_with("<?xml") && head.contains("<html")
}
