//! The codebook file.

use chancery_model::{InLanguages, Language, Term, TermKind, Topic};
use chancery_text::topics::term_fault;
use serde::Deserialize;

use super::{Labels, SeedError, check_format};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CodebookFile {
    format: u32,
    name: Labels,
    #[serde(default)]
    topic: Vec<TopicEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TopicEntry {
    id: String,
    parent: Option<String>,
    #[serde(default)]
    group: bool,
    label: Labels,
    definition: Labels,
    include: Option<Labels>,
    exclude: Option<Labels>,
    #[serde(default = "half")]
    threshold: f64,
    #[serde(default)]
    terms: TermLists,
}

fn half() -> f64 {
    0.5
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct TermLists {
    #[serde(default)]
    en: Vec<TermEntry>,
    #[serde(default)]
    ru: Vec<TermEntry>,
    #[serde(default)]
    be: Vec<TermEntry>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum TermEntry {
    Words(String),
    Full(FullTerm),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FullTerm {
    text: String,
    weight: Option<f64>,
    kind: Option<String>,
    facet: Option<String>,
}

/// A codebook as read: its name and its topics in order.
#[derive(Clone, Debug)]
pub struct Codebook {
    /// What it is called.
    pub name: InLanguages,
    /// Parents before their children.
    pub topics: Vec<Topic>,
}

/// Reads a codebook file.
///
/// # Errors
/// When it is no TOML of this format, an id repeats, or a parent does not stand before its child.
pub fn read_codebook(file: &str, toml: &str) -> Result<Codebook, SeedError> {
    let read: CodebookFile = toml::from_str(toml).map_err(|error| SeedError::new(file, error.to_string()))?;
    check_format(file, read.format)?;
    let mut topics: Vec<Topic> = Vec::with_capacity(read.topic.len());
    for entry in read.topic {
        if topics.iter().any(|topic| topic.slug == entry.id) {
            return Err(SeedError::new(file, format!("topic {:?} stands there twice", entry.id)));
        }
        if let Some(parent) = &entry.parent
            && !topics.iter().any(|topic| &topic.slug == parent)
        {
            return Err(SeedError::new(
                file,
                format!("topic {:?}: its parent {parent:?} does not stand before it", entry.id),
            ));
        }
        topics.push(topic(file, entry)?);
    }
    Ok(Codebook { name: read.name.into(), topics })
}

fn topic(file: &str, entry: TopicEntry) -> Result<Topic, SeedError> {
    let mut terms = Vec::new();
    let lists =
        [(Language::En, entry.terms.en), (Language::Ru, entry.terms.ru), (Language::Be, entry.terms.be)];
    for (language, list) in lists {
        for term in list {
            terms.push(self::term(file, &entry.id, language, term)?);
        }
    }
    if entry.group && !terms.is_empty() {
        return Err(SeedError::new(file, format!("topic {:?} is a heading and has terms", entry.id)));
    }
    Ok(Topic {
        slug: entry.id,
        parent: entry.parent,
        group: entry.group,
        label: entry.label.into(),
        definition: entry.definition.into(),
        include: entry.include.map(Into::into).unwrap_or_default(),
        exclude: entry.exclude.map(Into::into).unwrap_or_default(),
        threshold: entry.threshold,
        terms,
    })
}

fn term(file: &str, topic: &str, language: Language, entry: TermEntry) -> Result<Term, SeedError> {
    let full = match entry {
        TermEntry::Words(text) => FullTerm { text, weight: None, kind: None, facet: None },
        TermEntry::Full(full) => full,
    };
    let refused = |why: String| SeedError::new(file, format!("topic {topic:?}, term {:?}: {why}", full.text));
    let kind = match full.kind.as_deref() {
        None => TermKind::Stem,
        Some(id) => TermKind::from_id(id)
            .ok_or_else(|| refused(format!("no kind {id:?}; use stem, exact, near(5), any-of or regex")))?,
    };
    if let Some(fault) = term_fault(kind, &full.text) {
        return Err(refused(fault.to_string()));
    }
    Ok(Term { language, text: full.text, kind, weight: full.weight.unwrap_or(1.0), facet: full.facet })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_prefix_term_and_a_weighed_term_are_read() {
        let toml = "format = 1\nname = { en = \"C\" }\n[[topic]]\nid = \"t\"\nlabel = { en = \"T\" }\ndefinition = { en = \"D\" }\nterms = { en = [\"refiner-\", { text = \"transit\", weight = 0.4, facet = \"oil\" }] }\n";
        let terms = read_codebook("codebook.toml", toml).unwrap().topics.remove(0).terms;
        assert_eq!((terms[0].text.as_str(), terms[0].weight), ("refiner-", 1.0));
        assert_eq!((terms[1].weight, terms[1].facet.as_deref()), (0.4, Some("oil")));
    }
}
