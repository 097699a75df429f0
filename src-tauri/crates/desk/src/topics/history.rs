//! What changed in a topic from one version to the next, and what was decided under each.

use chancery_model::{InLanguages, Language, Term, Topic, TopicId};
use chancery_store::{DecidedUnder, TopicVersion};

use crate::{Desk, Result};

/// A version with what made it another than the one before.
#[derive(Clone, Debug, PartialEq)]
pub struct VersionEntry {
    /// The version.
    pub version: TopicVersion,
    /// Against the one before; empty for the first.
    pub changes: Vec<TopicChange>,
}

/// Every version of a topic.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TopicHistory {
    /// Newest first.
    pub versions: Vec<VersionEntry>,
    /// Decisions that came with topics merged into it, under versions of those.
    pub elsewhere: DecidedUnder,
}

/// One thing that changed.
#[derive(Clone, Debug, PartialEq)]
pub enum TopicChange {
    /// One of its texts in one language; empty where there was or is none.
    Text(TextField, Language, String, String),
    /// From which score it is suggested.
    Threshold(f64, f64),
    /// Slug of the topic above it.
    Parent(Option<String>, Option<String>),
    /// It became a heading, or a topic again.
    Heading(bool),
    /// A term is new.
    TermAdded(Term),
    /// A term is gone.
    TermRemoved(Term),
    /// A term has another weight or facet.
    TermChanged(Term, Term),
}

/// A text of a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextField {
    /// What it is called.
    Label,
    /// What it is.
    Definition,
    /// What belongs to it.
    Include,
    /// What does not.
    Exclude,
}

impl Desk {
    /// The versions of a topic, newest first, with what changed in each.
    ///
    /// # Errors
    /// `no-such`.
    pub fn topic_history(&self, id: TopicId) -> Result<TopicHistory> {
        let rows = self.read(|reader| reader.topics())?;
        self.row_of(&rows, id)?;
        let (versions, elsewhere) =
            self.read(|reader| Ok((reader.topic_versions(id)?, reader.decided_elsewhere(id)?)))?;
        let mut entries = Vec::with_capacity(versions.len());
        let mut before: Option<Topic> = None;
        for version in versions {
            let changes = before.as_ref().map_or_else(Vec::new, |before| changes(before, &version.topic));
            before = Some(version.topic.clone());
            entries.push(VersionEntry { version, changes });
        }
        entries.reverse();
        Ok(TopicHistory { versions: entries, elsewhere })
    }
}

fn changes(before: &Topic, after: &Topic) -> Vec<TopicChange> {
    let mut changes = Vec::new();
    for (field, one, other) in [
        (TextField::Label, &before.label, &after.label),
        (TextField::Definition, &before.definition, &after.definition),
        (TextField::Include, &before.include, &after.include),
        (TextField::Exclude, &before.exclude, &after.exclude),
    ] {
        for (language, one, other) in in_languages(one, other) {
            if one != other {
                changes.push(TopicChange::Text(field, language, one.to_owned(), other.to_owned()));
            }
        }
    }
    if before.group != after.group {
        changes.push(TopicChange::Heading(after.group));
    }
    if before.parent != after.parent {
        changes.push(TopicChange::Parent(before.parent.clone(), after.parent.clone()));
    }
    if before.threshold != after.threshold {
        changes.push(TopicChange::Threshold(before.threshold, after.threshold));
    }
    let same = |one: &Term, other: &Term| {
        (one.language, one.kind, &one.text) == (other.language, other.kind, &other.text)
    };
    for term in &after.terms {
        match before.terms.iter().find(|one| same(one, term)) {
            None => changes.push(TopicChange::TermAdded(term.clone())),
            Some(known) if known != term => {
                changes.push(TopicChange::TermChanged(known.clone(), term.clone()));
            }
            Some(_) => {}
        }
    }
    let gone = before.terms.iter().filter(|term| !after.terms.iter().any(|one| same(one, term)));
    changes.extend(gone.cloned().map(TopicChange::TermRemoved));
    changes
}

fn in_languages<'t>(one: &'t InLanguages, other: &'t InLanguages) -> [(Language, &'t str, &'t str); 3] {
    let text = |text: &'t Option<String>| text.as_deref().unwrap_or_default();
    [
        (Language::En, one.en.as_str(), other.en.as_str()),
        (Language::Ru, text(&one.ru), text(&other.ru)),
        (Language::Be, text(&one.be), text(&other.be)),
    ]
}
