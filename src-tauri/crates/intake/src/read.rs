//! From bytes to a document with its fields, one by one and as a batch.

use chancery_model::{Basis, Confidence, Day, Field, Language, Place, SourceDocument};
use chancery_text::publication::{self, Page};
use chancery_text::{dateline, furniture, language_of};
use sha2::{Digest as _, Sha256};

use crate::format::{Format, detect};
use crate::html;
use crate::markdown;
use crate::title::{Titled, take_title};
use crate::{Refusal, byline, encoding, normalise, outlet};

/// What is taken in.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Largest file, in bytes.
    pub bytes: u64,
}

impl Default for Limits {
    /// 64 MiB: a text of 50 MB is read in some seconds.
    fn default() -> Self {
        Self { bytes: 64 * 1024 * 1024 }
    }
}

/// Something worth knowing about how a document was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// Not UTF-8: the encoding was declared by a mark or guessed.
    Encoding(&'static str),
    /// Characters that could not be decoded stand as U+FFFD.
    Replaced(u64),
}

/// A document with the notes on its reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// What was read.
    pub document: SourceDocument,
    /// What is worth knowing about it.
    pub notes: Vec<Note>,
}

impl Read {
    /// Reads `bytes`; `name` is the file's, of which only the ending is used; `captured` is the day of the import.
    ///
    /// # Errors
    /// When the bytes are nothing this desk reads as a text; the refusal says what they are instead.
    pub fn of(bytes: &[u8], name: Option<&str>, captured: Day, limits: &Limits) -> Result<Self, Refusal> {
        let size = bytes.len() as u64;
        if size > limits.bytes {
            return Err(Refusal::TooLarge { bytes: size, limit: limits.bytes });
        }
        if bytes.iter().all(u8::is_ascii_whitespace) {
            return Err(Refusal::Empty);
        }
        let format = detect(bytes, name)?;
        let decoded = match format {
            Format::Html => html::decode_page(bytes)?,
            Format::Text | Format::Markdown => encoding::decode(bytes)?,
        };
        let mut notes = Vec::new();
        if decoded.encoding != "UTF-8" {
            notes.push(Note::Encoding(decoded.encoding));
        }
        if decoded.replaced > 0 {
            notes.push(Note::Replaced(decoded.replaced));
        }
        let document = document(&decoded.text, format, captured, Sha256::digest(bytes).into())?;
        Ok(Self { document, notes })
    }
}

/// Reads `bytes` alone: where several years fit, `published` has alternatives and no value until [`settle_batch`].
///
/// # Errors
/// As [`Read::of`].
pub fn read(
    bytes: &[u8],
    name: Option<&str>,
    captured: Day,
    limits: &Limits,
) -> Result<SourceDocument, Refusal> {
    Read::of(bytes, name, captured, limits).map(|read| read.document)
}

fn document(
    decoded: &str,
    format: Format,
    captured: Day,
    sha256: [u8; 32],
) -> Result<SourceDocument, Refusal> {
    // What a page says of itself goes before what its text shows.
    let mut page = html::Page::default();
    let (titled, fields) = match format {
        Format::Html => {
            page = html::read(decoded, captured);
            let (title, text) = (std::mem::take(&mut page.title), std::mem::take(&mut page.text));
            (Titled { field: title, text }, Default::default())
        }
        Format::Text => (take_title(&normalise(decoded)), Default::default()),
        Format::Markdown => {
            let plain = markdown::plain(&decoded.replace("\r\n", "\n"));
            let given =
                plain.fields.get("title").map(|title| (title.clone(), Place::Metadata, "front-matter"));
            let title = given.or(plain.heading.map(|heading| (heading, Place::Title, "heading")));
            let text = normalise(&plain.text);
            let titled = match title {
                Some((title, place, rule)) if !text.is_empty() => {
                    let title = normalise(&title).replace('\n', " ");
                    let basis = Basis { words: title.clone(), place, rule: rule.to_owned() };
                    Titled { field: Field::known(title, Confidence::High, basis), text }
                }
                _ => take_title(&text),
            };
            (titled, plain.fields)
        }
    };
    let Titled { field: title, text } = titled;
    if text.is_empty() {
        return Err(Refusal::Empty);
    }
    let furniture = furniture(&text, title.value.as_deref());
    let found = dateline::find(&text, &furniture);
    let mut dateline_field = dateline::field(found.as_ref());
    let mut published =
        publication::read(&Page { text: &text, furniture: &furniture, dateline: found.as_ref() }, captured);
    let from_metadata = |keys: &[&str]| {
        keys.iter().find_map(|key| fields.get(*key)).map(|value| {
            let basis =
                Basis { words: value.clone(), place: Place::Metadata, rule: "front-matter".to_owned() };
            (value, basis)
        })
    };
    if page.published.value.is_some() {
        published = std::mem::take(&mut page.published);
    }
    if let Some((value, basis)) = from_metadata(&["date", "published", "pubdate"])
        && let Some(stamp) = publication::stamp(value)
    {
        published = Field::known(stamp, Confidence::High, basis);
    }
    dateline::settle_year(&mut dateline_field, found.as_ref(), &published);
    let named = |keys: &[&str], otherwise: Field<String>| match from_metadata(keys) {
        Some((value, basis)) => Field::known(value.clone(), Confidence::High, basis),
        None => otherwise,
    };
    let first = |stated: Field<String>, read: &dyn Fn() -> Field<String>| {
        if stated.value.is_some() { stated } else { read() }
    };
    let outlet = first(page.outlet, &|| outlet::read(&text, &furniture, found.as_ref()));
    let outlet = named(&["outlet", "publisher", "source", "site"], outlet);
    let byline = named(&["author", "byline", "authors"], first(page.byline, &|| byline::read(&text)));
    let language = match from_metadata(&["lang", "language"]) {
        Some((value, basis)) if Language::from_code(value).is_some() => Language::from_code(value)
            .map_or_else(Field::default, |language| Field::known(language, Confidence::High, basis)),
        _ => {
            let read = language_of(&text);
            if read.confidence > Confidence::Low || page.language.value.is_none() {
                read
            } else {
                page.language
            }
        }
    };
    Ok(SourceDocument {
        format: format.id().to_owned(),
        furniture,
        title,
        outlet,
        byline,
        dateline: dateline_field,
        published,
        modified: Field::default(),
        url: Field::default(),
        section: Field::default(),
        language,
        sha256,
        text,
    })
}

/// The batch step: dates that fit several years take the one nearest to the securely dated articles read with them.
///
/// The order of the documents plays no part. See [`publication::settle`].
pub fn settle_batch<D: std::borrow::BorrowMut<SourceDocument>>(documents: &mut [D], captured: Day) {
    let mut fields: Vec<&mut Field<_>> =
        documents.iter_mut().map(|document| &mut document.borrow_mut().published).collect();
    publication::settle(&mut fields, captured);
    for document in documents {
        let document = document.borrow_mut();
        let dated = document.dateline.value.as_ref().is_some_and(|dateline| dateline.date.is_some());
        if !dated && document.dateline.value.is_some() {
            let found = dateline::find(&document.text, &document.furniture);
            dateline::settle_year(&mut document.dateline, found.as_ref(), &document.published);
        }
    }
}
