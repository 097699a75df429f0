//! Reads the seeds' codebook for tests: the topics and terms alone.

use std::path::{Path, PathBuf};

use chancery_model::{InLanguages, Language, Term, TermKind, Topic};
use serde::Deserialize;

#[derive(Deserialize)]
struct File {
    topic: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    id: String,
    #[serde(default)]
    group: bool,
    #[serde(default = "half")]
    threshold: f64,
    #[serde(default)]
    terms: Lists,
}

fn half() -> f64 {
    0.5
}

#[derive(Default, Deserialize)]
struct Lists {
    #[serde(default)]
    en: Vec<Item>,
    #[serde(default)]
    ru: Vec<Item>,
    #[serde(default)]
    be: Vec<Item>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Item {
    Plain(String),
    Weighed { text: String, weight: Option<f64>, kind: Option<String> },
}

/// The repository's `seeds` folder.
pub(crate) fn seeds() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../seeds")
}

/// The topics of `seeds/codebook.toml`.
pub(crate) fn topics() -> Vec<Topic> {
    let toml =
        std::fs::read_to_string(seeds().join("codebook.toml")).expect("the codebook is in the repository");
    let file: File = toml::from_str(&toml).expect("the codebook is TOML of its format");
    file.topic.into_iter().map(topic).collect()
}

fn topic(entry: Entry) -> Topic {
    let lists =
        [(Language::En, entry.terms.en), (Language::Ru, entry.terms.ru), (Language::Be, entry.terms.be)];
    let terms = lists
        .into_iter()
        .flat_map(|(language, items)| items.into_iter().map(move |item| term(language, item)));
    Topic {
        slug: entry.id,
        parent: None,
        group: entry.group,
        label: InLanguages::default(),
        definition: InLanguages::default(),
        include: InLanguages::default(),
        exclude: InLanguages::default(),
        threshold: entry.threshold,
        terms: terms.collect(),
    }
}

fn term(language: Language, item: Item) -> Term {
    let (text, weight, kind) = match item {
        Item::Plain(text) => (text, None, None),
        Item::Weighed { text, weight, kind } => (text, weight, kind),
    };
    let kind = if kind.as_deref() == Some("exact") { TermKind::Exact } else { TermKind::Stem };
    Term { language, text, kind, weight: weight.unwrap_or(1.0), facet: None }
}
