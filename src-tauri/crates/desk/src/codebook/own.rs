//! Our own format, TOML for editing by hand, as the seeds are written.

use chancery_model::{InLanguages, Language, TermKind, Topic};
use serde::Serialize;

use super::draft::Draft;
use super::{Book, Read};
use crate::{SeedError, read_codebook};

#[derive(Serialize)]
struct File<'b> {
    format: u32,
    name: Labels<'b>,
    topic: Vec<Entry<'b>>,
}

#[derive(Serialize)]
struct Entry<'b> {
    id: &'b str,
    #[serde(skip_serializing_if = "Option::is_none")]
    parent: Option<&'b str>,
    group: bool,
    threshold: f64,
    label: Labels<'b>,
    definition: Labels<'b>,
    #[serde(skip_serializing_if = "Option::is_none")]
    include: Option<Labels<'b>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    exclude: Option<Labels<'b>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    terms: Option<Terms<'b>>,
}

#[derive(Serialize)]
struct Labels<'b> {
    en: &'b str,
    #[serde(skip_serializing_if = "Option::is_none")]
    ru: Option<&'b str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    be: Option<&'b str>,
}

#[derive(Serialize)]
struct Terms<'b> {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    en: Vec<Term<'b>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    ru: Vec<Term<'b>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    be: Vec<Term<'b>>,
}

/// A term that is as usual is its words alone.
#[derive(Serialize)]
#[serde(untagged)]
enum Term<'b> {
    Words(&'b str),
    Full {
        text: &'b str,
        weight: f64,
        kind: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        facet: Option<&'b str>,
    },
}

/// Writes the file.
pub(super) fn write(book: &Book) -> Vec<u8> {
    let topic = book.topics.iter().map(|listed| entry(&listed.topic)).collect();
    let file = File { format: crate::seeds::FORMAT, name: labels(&book.name), topic };
    toml::to_string_pretty(&file).unwrap_or_default().into_bytes()
}

fn labels(text: &InLanguages) -> Labels<'_> {
    Labels { en: &text.en, ru: text.ru.as_deref(), be: text.be.as_deref() }
}

fn any(text: &InLanguages) -> Option<Labels<'_>> {
    (*text != InLanguages::default()).then(|| labels(text))
}

fn entry(topic: &Topic) -> Entry<'_> {
    let of = |language| -> Vec<Term<'_>> {
        topic.terms.iter().filter(|term| term.language == language).map(term).collect()
    };
    let terms = Terms { en: of(Language::En), ru: of(Language::Ru), be: of(Language::Be) };
    let none = terms.en.is_empty() && terms.ru.is_empty() && terms.be.is_empty();
    Entry {
        id: &topic.slug,
        parent: topic.parent.as_deref(),
        group: topic.group,
        threshold: topic.threshold,
        label: labels(&topic.label),
        definition: labels(&topic.definition),
        include: any(&topic.include),
        exclude: any(&topic.exclude),
        terms: (!none).then_some(terms),
    }
}

#[allow(clippy::float_cmp)]
fn term(term: &chancery_model::Term) -> Term<'_> {
    if term.weight == 1.0 && term.kind == TermKind::Stem && term.facet.is_none() {
        return Term::Words(&term.text);
    }
    Term::Full { text: &term.text, weight: term.weight, kind: term.kind.id(), facet: term.facet.as_deref() }
}

/// Reads the file.
///
/// # Errors
/// As [`read_codebook`].
pub(super) fn read(file: &str, bytes: &[u8]) -> Result<Read, SeedError> {
    let text = chancery_intake::text_of(bytes).map_err(|error| SeedError::new(file, error.to_string()))?;
    let codebook = read_codebook(file, text.trim_start_matches('\u{feff}'))?;
    let drafts = codebook.topics.into_iter().map(|topic| Draft {
        key: topic.slug.clone(),
        parent: topic.parent,
        slug: Some(topic.slug),
        group: Some(topic.group),
        label: topic.label,
        definition: topic.definition,
        include: topic.include,
        exclude: topic.exclude,
        threshold: Some(topic.threshold),
        terms: topic.terms,
        ..Draft::default()
    });
    Ok((codebook.name, drafts.collect(), Vec::new()))
}
