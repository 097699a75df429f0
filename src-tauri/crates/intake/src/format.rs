//! What format bytes are in, by their content first and their name second.

use crate::Refusal;

/// A format that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// A saved web page.
    Html,
}

impl Format {
    /// The id kept with the article.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Html => "html",
        }
    }
}

/// First bytes that name a format, and what it is called.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP"),
    (b"PK\x05\x06", "ZIP"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"{\\rtf", "RTF"),
    (b"\x1f\x8b", "gzip"),
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
    (b"WARC/", "a web archive (WARC)"),
    (b"AT&TFORM", "DjVu"),
    (b"%!PS", "PostScript"),
];

/// Tells the format of `bytes`, or what they are instead of text.
///
/// # Errors
/// [`Refusal::NotText`] with the name of the format found.
pub(crate) fn detect(bytes: &[u8], name: Option<&str>) -> Result<Format, Refusal> {
    if let Some((_, looks_like)) = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature)) {
        let looks_like = if *looks_like == "ZIP" { zip_kind(bytes) } else { looks_like };
        return Err(Refusal::NotText { looks_like });
    }
    if bytes.get(4..8) == Some(b"ftyp") {
        return Err(Refusal::NotText { looks_like: "an MP4 media file" });
    }
    if bytes.starts_with(b"MZ") && bytes.iter().take(512).any(|&byte| byte == 0) {
        return Err(Refusal::NotText { looks_like: "a program" });
    }
    let head = head_text(bytes);
    if is_page(&head) {
        return Ok(Format::Html);
    }
    if let Some(looks_like) = markup_kind(&head) {
        return Err(Refusal::NotText { looks_like });
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

/// Office and book formats are ZIP files with telling names inside.
fn zip_kind(bytes: &[u8]) -> &'static str {
    let head = bytes.get(..4096.min(bytes.len())).unwrap_or_default();
    let holds = |name: &[u8]| head.windows(name.len()).any(|window| window == name);
    if holds(b"word/") {
        "a Word document (DOCX)"
    } else if holds(b"xl/") {
        "a spreadsheet (XLSX)"
    } else if holds(b"ppt/") {
        "a presentation (PPTX)"
    } else if holds(b"opendocument") {
        "an OpenDocument file"
    } else if holds(b"epub") {
        "a book (EPUB)"
    } else {
        "a ZIP archive"
    }
}

/// The first characters in lower case, with the zero bytes of UTF-16 left out.
fn head_text(bytes: &[u8]) -> String {
    let head = bytes.iter().take(2048).filter(|&&byte| byte != 0 && byte < 0x80);
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

fn markup_kind(head: &str) -> Option<&'static str> {
    if head.starts_with("<?xml") {
        return Some("XML");
    }
    let has_header = |name: &str| head.lines().take(40).any(|line| line.starts_with(name));
    if has_header("mime-version:") && has_header("content-type:") {
        return Some(if has_header("content-type: multipart/related") {
            "a saved web page (MHTML)"
        } else {
            "an e-mail"
        });
    }
    None
}
