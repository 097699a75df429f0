//! What list of records a file is, by its content.

use encoding_rs::Encoding;

use super::xml_lists::{self, XmlList};
use super::{bibtex, json, lists, ris, xml};
use crate::{Refusal, encoding};

/// A format of records that is read.
#[derive(Clone, Copy)]
pub(crate) enum Kind {
    Bibtex,
    Ris,
    /// Lines with tags other than RIS.
    List(&'static lists::List),
    Csl,
    JsonLines,
    Feed,
    Zotero,
    /// A format of references in XML.
    Xml(&'static XmlList),
}

impl Kind {
    /// Every kind there is.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        [Self::Bibtex, Self::Ris, Self::Csl, Self::JsonLines, Self::Feed, Self::Zotero]
            .into_iter()
            .chain(lists::LISTS.iter().map(Self::List))
            .chain(xml_lists::LISTS.iter().map(Self::Xml))
    }

    /// The id kept with the article.
    #[must_use]
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Bibtex => "bibtex",
            Self::Ris => "ris",
            Self::List(list) => list.rule,
            Self::Csl => "csl-json",
            Self::JsonLines => "json-lines",
            Self::Feed => "feed",
            Self::Zotero => "zotero-rdf",
            Self::Xml(list) => list.rule,
        }
    }
}

/// Tells what list of records `bytes` are, or which one that is not read; `None` where they are something else.
#[must_use]
pub(crate) fn detect(bytes: &[u8], name: Option<&str>) -> Option<Result<Kind, Refusal>> {
    match encoding::plain_text(bytes) {
        Some(Ok(text)) if !has_old_line_ends(bytes) && !text.trim().is_empty() => of(text, name),
        _ => of(&decode(bytes).ok()?, name),
    }
}

/// Marks of formats that are known and not read: where the text begins so, or a line of its head does.
const NAMED: &[(&str, &str)] = &[
    ("cff-version:", "CITATION.cff (Citation File Format)"),
    ("nep.repec.org", "a RePEc NEP report"),
    ("NEP: New Economics Papers", "a RePEc NEP report"),
    ("Accession Number", "an Ovid list"),
];

/// What every program that keeps references can save.
const INSTEAD: &str = "RIS, BibTeX or CSL-JSON";

/// As [`detect`], for a text.
pub(super) fn of(text: &str, name: Option<&str>) -> Option<Result<Kind, Refusal>> {
    let text = text.trim_start_matches('\u{feff}');
    let trimmed = text.trim_start();
    if trimmed.starts_with('<')
        && let Some(kind) = of_xml(trimmed)
    {
        return Some(kind);
    }
    if let Some(json) = json::detect(text) {
        return Some(Ok(match json {
            json::Json::Csl => Kind::Csl,
            json::Json::Lines => Kind::JsonLines,
        }));
    }
    if ris::is_ris(text) {
        return Some(Ok(Kind::Ris));
    }
    if bibtex::is_bibtex(text) {
        return Some(Ok(Kind::Bibtex));
    }
    if let Some(list) = lists::detect(text) {
        return Some(Ok(Kind::List(list)));
    }
    let head: Vec<&str> = text.lines().take(60).map(str::trim_start).collect();
    let named = NAMED.iter().find(|(mark, _)| head.iter().any(|line| line.starts_with(mark)));
    if let Some((_, looks_like)) = named {
        return Some(Err(Refusal::SaveAs { looks_like, instead: INSTEAD }));
    }
    let ending = name.and_then(|name| name.rsplit_once('.')).map(|(_, ending)| ending.to_ascii_lowercase());
    Some(Ok(match ending?.as_str() {
        "bib" | "bibtex" | "biblatex" => Kind::Bibtex,
        "ris" => Kind::Ris,
        "jsonl" | "ndjson" => Kind::JsonLines,
        "rss" | "atom" => Kind::Feed,
        _ => return None,
    }))
}

fn of_xml(text: &str) -> Option<Result<Kind, Refusal>> {
    let root = xml::root(text);
    let head = text.get(..text.floor_char_boundary(4096)).unwrap_or(text);
    match root.as_str() {
        "rss" | "feed" => Some(Ok(Kind::Feed)),
        "rdf" if head.contains("zotero.org") => Some(Ok(Kind::Zotero)),
        "rdf" if head.contains("purl.org/rss/") || text.contains("<item") => Some(Ok(Kind::Feed)),
        "citaviexchangedata" => {
            Some(Err(Refusal::SaveAs { looks_like: "a Citavi project", instead: INSTEAD }))
        }
        "references" if head.contains("refworks") => {
            Some(Err(Refusal::SaveAs { looks_like: "RefWorks XML", instead: INSTEAD }))
        }
        _ => xml_lists::detect(&root, head).map(|list| Ok(Kind::Xml(list))),
    }
}

/// Decodes a list: by its mark, by what it declares where it is no UTF-8, else by guess. Line ends of old Macs become
/// ours.
///
/// # Errors
/// [`Refusal::Garbage`] where no encoding makes a text of it, [`Refusal::Empty`] where there is nothing.
pub(super) fn decode(bytes: &[u8]) -> Result<String, Refusal> {
    let declared = match std::str::from_utf8(bytes) {
        Err(_) if Encoding::for_bom(bytes).is_none() => declared(bytes),
        _ => None,
    };
    let mut text = match declared {
        Some(encoding) => encoding.decode_without_bom_handling(bytes).0.into_owned(),
        None => encoding::decode(bytes)?.text,
    };
    if has_old_line_ends(text.as_bytes()) {
        text = text.replace('\r', "\n");
    }
    if text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}').is_empty() {
        return Err(Refusal::Empty);
    }
    Ok(text)
}

/// Whether lines end as on old Macs.
fn has_old_line_ends(text: &[u8]) -> bool {
    !text.contains(&b'\n') && text.contains(&b'\r')
}

/// The one-byte encoding that `<?xml encoding="…"?>` or JabRef's `% Encoding: …` declares.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head: String = bytes.iter().take(200).map(|&byte| char::from(byte)).collect();
    let head = head.to_lowercase();
    let after = head.split_once("encoding")?.1.trim_start_matches([' ', '=', ':', '"', '\'']);
    let label = after.split(|c: char| !c.is_ascii_alphanumeric() && !"-_".contains(c)).next()?;
    Encoding::for_label(label.as_bytes()).filter(|encoding| encoding.is_single_byte())
}
