//! The codebook goes out and comes in: as SKOS, as a table, for programs of qualitative analysis, and in our own format.
//!
//! Everything here but [`exchange`] is a pure function between bytes and [`Book`]. A reader gives [`Draft`]s, which say
//! what their file says and no more; [`settle`] makes a codebook of them that the dossier can hold.

mod described;
mod draft;
mod exchange;
mod loss;
mod merge;
mod own;
mod palette;
pub(crate) mod qdc;
mod skos;
pub(crate) mod slug;
mod table;

use chancery_model::{InLanguages, Language, Topic, Uid};
use sha2::{Digest as _, Sha256};

pub(crate) use draft::{Draft, clean, settle};
pub use draft::{Left, Matter, Stated};
pub use exchange::{BundledCodebook, CodebookWritten, IncomingCodebook, read_codebook_file};
pub use merge::CodebookMerge;
pub(crate) use merge::merge as merge_into;

use crate::SeedError;

/// A codebook between dossier and file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Book {
    /// What it is called; may be empty.
    pub name: InLanguages,
    /// Parents before their children.
    pub topics: Vec<Listed>,
}

/// A topic between dossier and file.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// The topic.
    pub topic: Topic,
    /// Its id across files, where known.
    pub uid: Option<Uid>,
    /// Index of its colour in the interface's palette, where known.
    pub colour: Option<u32>,
    /// What the file calls the topic above it, where that is not in the file.
    pub outside: Option<String>,
    /// What of it was said, and not taken as usual.
    pub stated: Stated,
}

/// As what a codebook is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodebookFormat {
    /// SKOS in Turtle.
    SkosTurtle,
    /// SKOS in JSON-LD.
    SkosJsonLd,
    /// SKOS in RDF/XML.
    SkosRdfXml,
    /// A table: a row a topic, a row a term.
    Csv,
    /// The REFI-QDA codebook.
    Qdc,
    /// Our own, for editing by hand.
    Toml,
}

impl CodebookFormat {
    /// Every format.
    pub const ALL: &'static [Self] =
        &[Self::SkosTurtle, Self::SkosJsonLd, Self::SkosRdfXml, Self::Csv, Self::Qdc, Self::Toml];

    /// The word used in JSON and on the command line.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::SkosTurtle => "skos-ttl",
            Self::SkosJsonLd => "skos-jsonld",
            Self::SkosRdfXml => "skos-rdf",
            Self::Csv => "csv",
            Self::Qdc => "qdc",
            Self::Toml => "toml",
        }
    }

    /// The format of an id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|format| format.id() == id)
    }

    /// The format a file's name tells.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        Some(match ending.to_ascii_lowercase().as_str() {
            "ttl" | "turtle" | "nt" => Self::SkosTurtle,
            "jsonld" | "json" => Self::SkosJsonLd,
            "rdf" | "xml" | "owl" | "skos" => Self::SkosRdfXml,
            "csv" | "tsv" => Self::Csv,
            "qdc" => Self::Qdc,
            "toml" => Self::Toml,
            _ => return None,
        })
    }
}

/// A codebook as bytes, with what they leave out: what reading them again does not give back.
///
/// The same codebook gives the same bytes.
#[must_use]
fn write(book: &Book, format: CodebookFormat) -> (Vec<u8>, Vec<Left>) {
    let bytes = match format {
        CodebookFormat::SkosTurtle => skos::write(book, skos::Syntax::Turtle),
        CodebookFormat::SkosJsonLd => skos::write(book, skos::Syntax::JsonLd),
        CodebookFormat::SkosRdfXml => skos::write(book, skos::Syntax::RdfXml),
        CodebookFormat::Csv => table::write(book),
        CodebookFormat::Qdc => qdc::write(book),
        CodebookFormat::Toml => own::write(book),
    };
    let left = match read_as("", &bytes, format) {
        Ok((read, _)) => loss::between(book, &read),
        Err(_) => vec![Left { topic: None, what: Matter::Everything, words: String::new() }],
    };
    (bytes, left)
}

/// A codebook of a file's bytes, by their content and else by the file's name, with what was not taken over.
///
/// # Errors
/// Names the file, the place and what is expected there.
fn read(name: &str, bytes: &[u8]) -> Result<(Book, Vec<Left>), SeedError> {
    if bytes.len() > LARGEST {
        return Err(SeedError::new(
            name,
            "is larger than 64 MB, too large for a codebook; export a part of it",
        ));
    }
    let format = format_of(name, bytes).ok_or_else(|| SeedError::new(name, UNKNOWN))?;
    read_as(name, bytes, format)
}

/// A thesaurus of ten thousand concepts in twenty languages has half of it.
const LARGEST: usize = 64 << 20;

const UNKNOWN: &str = "is in no format codebooks are read from; save it as SKOS (Turtle, JSON-LD or RDF/XML), as a \
    REFI-QDA codebook (.qdc), as CSV, or in Chancery's own TOML";

fn read_as(name: &str, bytes: &[u8], format: CodebookFormat) -> Result<(Book, Vec<Left>), SeedError> {
    let (title, drafts, mut left) = match format {
        CodebookFormat::SkosTurtle => skos::read(name, bytes, skos::Syntax::Turtle)?,
        CodebookFormat::SkosJsonLd => skos::read(name, bytes, skos::Syntax::JsonLd)?,
        CodebookFormat::SkosRdfXml => skos::read(name, bytes, skos::Syntax::RdfXml)?,
        CodebookFormat::Csv => table::read(name, bytes)?,
        CodebookFormat::Qdc => qdc::read(name, bytes)?,
        CodebookFormat::Toml => own::read(name, bytes)?,
    };
    if drafts.is_empty() {
        return Err(SeedError::new(name, format!("holds no topic; as {} it was expected to", format.id())));
    }
    let topics = settle(drafts, &mut left);
    Ok((Book { name: title, topics }, left))
}

/// What a reader gives: the codebook's name, its topics as the file has them, and what it passed over.
pub(crate) type Read = (InLanguages, Vec<Draft>, Vec<Left>);

fn format_of(name: &str, bytes: &[u8]) -> Option<CodebookFormat> {
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(8192))?);
    let head = head.trim_start_matches('\u{feff}').trim_start();
    let named = CodebookFormat::of_name(name);
    if head.starts_with('<') && !head.starts_with("<http") && !head.starts_with("<urn") {
        let root = ["<CodeBook", ":CodeBook"].iter().any(|root| head.contains(root));
        return Some(if root { CodebookFormat::Qdc } else { CodebookFormat::SkosRdfXml });
    }
    if head.starts_with('{') || (head.starts_with('[') && named != Some(CodebookFormat::Toml)) {
        return (!head.starts_with("[[")).then_some(CodebookFormat::SkosJsonLd);
    }
    // What is left looks like anything: the name decides, and only then the words that one format alone has.
    named.filter(|named| !matches!(named, CodebookFormat::SkosRdfXml | CodebookFormat::Qdc)).or_else(|| {
        let has = |words: &[&str]| words.iter().any(|word| head.contains(word));
        if has(&["@prefix", "PREFIX ", "<http"]) {
            Some(CodebookFormat::SkosTurtle)
        } else {
            has(&["[[topic]]"]).then_some(CodebookFormat::Toml)
        }
    })
}

/// A slug made of a label that none of `taken` has.
pub(crate) fn free_slug<'t>(label: &str, taken: impl Iterator<Item = &'t str>) -> String {
    let taken: std::collections::HashSet<&str> = taken.collect();
    let made = Some(slug::of(label)).filter(|slug| !slug.is_empty()).unwrap_or_else(|| "topic".to_owned());
    let numbered = (2..).map(|number| format!("{made}-{number}"));
    let free = std::iter::once(made.clone()).chain(numbered).find(|one| !taken.contains(one.as_str()));
    free.unwrap_or(made)
}

/// An id for a topic that has none yet, made of its slug, so that the same codebook gives the same file.
fn uid_of(slug: &str) -> Uid {
    made_uid("topic", slug)
}

/// An id made of words, so that the same dossier gives the same file.
pub(crate) fn made_uid(kind: &str, words: &str) -> Uid {
    let hash = Sha256::new().chain_update(format!("chancery {kind} {words}")).finalize();
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash[..16]);
    // Version 8, "made in a way of one's own", and the variant of RFC 9562.
    bytes[6] = (bytes[6] & 0x0f) | 0x80;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    Uid(bytes)
}

/// The texts given, each with its language; an empty one is none.
fn tagged(text: &InLanguages) -> impl Iterator<Item = (Language, &str)> {
    let all = [
        (Language::En, Some(text.en.as_str())),
        (Language::Ru, text.ru.as_deref()),
        (Language::Be, text.be.as_deref()),
    ];
    all.into_iter()
        .filter_map(|(language, text)| Some((language, text?)))
        .filter(|(_, text)| !text.is_empty())
}

/// Sets the text of a language; those the dossier has no place for are told by `false`.
pub(crate) fn set(text: &mut InLanguages, language: Language, words: String) -> bool {
    match language {
        Language::En => text.en = words,
        Language::Ru => text.ru = Some(words),
        Language::Be => text.be = Some(words),
        _ => return false,
    }
    true
}

#[cfg(test)]
mod tests;
