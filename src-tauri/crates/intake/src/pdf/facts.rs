//! What a file says of itself: title and author. The day it was made is left: mostly that of the printing.

use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::metadata::Metadata;
use hayro_interpret::hayro_syntax::object::{Dict, Stream};

/// Longer than any title.
const LONG: usize = 300;

/// What the file states, where it makes sense.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Facts {
    pub(super) title: Option<String>,
    pub(super) author: Option<String>,
}

pub(super) fn facts(pdf: &Pdf) -> Facts {
    let info: &Metadata = pdf.metadata();
    let xmp = packet(pdf).unwrap_or_default();
    let stated = |info: Option<&Vec<u8>>, element: &str| {
        info.map(|bytes| decoded(bytes))
            .filter(|words| !words.is_empty())
            .or_else(|| element_text(&xmp, element))
    };
    Facts {
        title: stated(info.title.as_ref(), "dc:title").filter(|title| is_title(title)),
        author: stated(info.author.as_ref(), "dc:creator").filter(|author| is_author(author)),
    }
}

/// UTF-16 or UTF-8 behind their marks, else the encoding of PDF, which is near Windows-1252; without a declared encoding
/// Russian programs write Windows-1251.
fn decoded(bytes: &[u8]) -> String {
    let text = match bytes {
        [0xfe, 0xff, rest @ ..] => encoding_rs::UTF_16BE.decode_without_bom_handling(rest).0.into_owned(),
        [0xff, 0xfe, rest @ ..] => encoding_rs::UTF_16LE.decode_without_bom_handling(rest).0.into_owned(),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => {
                let letters = bytes.iter().filter(|byte| byte.is_ascii_alphabetic()).count();
                let high = bytes.iter().filter(|byte| **byte >= 0xc0).count();
                let encoding =
                    if high > letters { encoding_rs::WINDOWS_1251 } else { encoding_rs::WINDOWS_1252 };
                encoding.decode_without_bom_handling(bytes).0.into_owned()
            }
        },
    };
    plain(&text)
}

fn plain(text: &str) -> String {
    let visible: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The XMP packet of the document.
fn packet(pdf: &Pdf) -> Option<String> {
    let catalog: Dict<'_> = pdf.xref().get(pdf.xref().root_id())?;
    let stream: Stream<'_> = catalog.get("Metadata")?;
    let bytes = stream.decoded().ok()?;
    Some(String::from_utf8_lossy(bytes.get(..bytes.len().min(1 << 20))?).into_owned())
}

/// The first words inside an element, its marks left out.
fn element_text(xmp: &str, element: &str) -> Option<String> {
    let (_, inside) = xmp.split_once(&format!("<{element}"))?;
    let (inside, _) = inside.split_once(&format!("</{element}>"))?;
    let inside = inside.split_once('>')?.1;
    let words = inside
        .split('<')
        .filter_map(|part| part.split_once('>').map_or(Some(part), |(_, words)| Some(words)));
    let words = words.map(str::trim).find(|words| !words.is_empty())?;
    let words = words
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&");
    Some(plain(&words)).filter(|words| !words.is_empty())
}

/// Programs put names of files, of themselves and of nothing where a title should be.
fn is_title(title: &str) -> bool {
    let lower = title.to_lowercase();
    let begins =
        ["microsoft ", "untitled", "без названия", "безымянный", "документ1", "document1", "about:", "print"];
    let ends = [
        ".doc", ".docx", ".pdf", ".rtf", ".odt", ".indd", ".txt", ".tex", ".dvi", ".qxd", ".qxp", ".html",
        ".htm", ".pages", ".pptx", ".ppt", ".xls", ".xlsx", ".cdr", ".pmd", ".p65",
    ];
    let letters = title.chars().filter(|c| c.is_alphabetic()).count();
    title.chars().count() <= LONG
        && letters >= 4
        && letters * 2 > title.chars().filter(|c| !c.is_whitespace()).count()
        && !title.contains('\u{fffd}')
        && !title.contains("://")
        && !begins.iter().any(|start| lower.starts_with(start))
        && !ends.iter().any(|end| lower.ends_with(end))
}

/// Logins and programs are no authors.
fn is_author(author: &str) -> bool {
    let lower = author.to_lowercase();
    let nobody = [
        "user",
        "admin",
        "administrator",
        "owner",
        "author",
        "unknown",
        "пользователь",
        "администратор",
        "автор",
        "user1",
        "microsoft office user",
        "windows user",
        "пользователь windows",
        "root",
        "pc",
        "home",
        "test",
    ];
    let named = author.chars().filter(|c| c.is_alphabetic()).count() >= 4;
    named
        && author.chars().count() <= 200
        && author.contains(' ')
        && !author.contains(['\u{fffd}', '@'])
        && !nobody.contains(&lower.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_told_from_names_of_files() {
        for title in ["Customs posts stay open", "Таможенные посты", "Белорусско-российская интеграция: 2021"]
        {
            assert!(is_title(title), "{title}");
        }
        for title in [
            "Microsoft Word - draft3",
            "untitled",
            "report_final.docx",
            "2019-11",
            "C:\\a\\b.pdf",
            "Документ1",
        ] {
            assert!(!is_title(title), "{title}");
        }
    }

    #[test]
    fn authors_are_told_from_logins() {
        assert!(is_author("Anna Petrova") && is_author("Институт экономики"));
        assert!(!is_author("admin") && !is_author("user-pc") && !is_author("Пользователь Windows"));
    }

    #[test]
    fn strings_are_decoded() {
        assert_eq!(decoded(b"\xfe\xff\x04\x14\x04\x3e\x04\x3c"), "Дом");
        assert_eq!(decoded(b"Plain  words\0"), "Plain words");
        assert_eq!(decoded(b"\xc4\xee\xec"), "Дом");
    }

    #[test]
    fn the_packet_tells_the_title() {
        let xmp =
            "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">Gas &amp; oil</rdf:li></rdf:Alt></dc:title>";
        assert_eq!(element_text(xmp, "dc:title").as_deref(), Some("Gas & oil"));
        assert_eq!(element_text("<dc:title/>", "dc:title"), None);
    }
}
