//! The codebook: topics, the terms that speak for them, suggestions with their reasons, and verdicts.

use crate::{InLanguages, Language, Span};

/// One subject of the codebook, or a heading over several (`group`).
#[derive(Clone, Debug, PartialEq)]
pub struct Topic {
    /// Its slug, which holds across files: `energy-gas-and-oil`.
    pub slug: String,
    /// Slug of the topic above it.
    pub parent: Option<String>,
    /// A heading: has no terms and is never suggested.
    pub group: bool,
    /// What it is called.
    pub label: InLanguages,
    /// What it is.
    pub definition: InLanguages,
    /// What belongs to it, in doubt.
    pub include: InLanguages,
    /// What does not.
    pub exclude: InLanguages,
    /// Score from which it is suggested, 0–1.
    pub threshold: f64,
    /// What in a text speaks for it.
    pub terms: Vec<Term>,
}

/// How a term's words are compared with a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TermKind {
    /// Word by word: by stem, or by prefix where the word ends in a hyphen; several words are a phrase.
    Stem,
    /// The form as written; with regard to case where the term has a capital.
    Exact,
    /// All the words, by stem, in any order within a sentence, with so many others between them at most.
    Near(u8),
    /// Any of several words or phrases, parted by `|`: however many of them occur, they count as one term.
    AnyOf,
    /// A regular expression, without regard to case.
    Regex,
}

impl TermKind {
    /// The word used in the dossier, in files and in JSON: `stem`, `exact`, `near(5)`, `any-of`, `regex`.
    #[must_use]
    pub fn id(self) -> String {
        match self {
            Self::Stem => "stem".to_owned(),
            Self::Exact => "exact".to_owned(),
            Self::Near(between) => format!("near({between})"),
            Self::AnyOf => "any-of".to_owned(),
            Self::Regex => "regex".to_owned(),
        }
    }

    /// The kind of an id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Some(match id {
            "stem" => Self::Stem,
            "exact" => Self::Exact,
            "any-of" => Self::AnyOf,
            "regex" => Self::Regex,
            _ => Self::Near(id.strip_prefix("near(")?.strip_suffix(')')?.parse().ok()?),
        })
    }
}

/// What in a text speaks for a topic, or against it where the weight is negative.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Language of the texts it is looked for in.
    pub language: Language,
    /// The words.
    pub text: String,
    /// How they are compared.
    pub kind: TermKind,
    /// How strongly they speak; 1 is enough alone.
    pub weight: f64,
    /// The part of the topic it belongs to, such as "gas price".
    pub facet: Option<String>,
}

/// A passage that speaks for (or against) a topic.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// Where it stands in the text; `None` span means the title.
    pub span: Option<Span>,
    /// The words.
    pub words: String,
    /// What it adds to the topic's mass.
    pub weight: f64,
    /// The term it answers to.
    pub term: String,
}

/// What the machine proposes: derived, recomputed at will, never journaled.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// Slug of the topic.
    pub topic: String,
    /// 0–1.
    pub score: f64,
    /// Why; never empty.
    pub reasons: Vec<Reason>,
}

/// What the analyst decided about a topic on an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// A suggestion accepted: a tag.
    Accepted,
    /// A suggestion rejected.
    Rejected,
    /// Added by hand: a tag.
    ByHand,
}

impl Verdict {
    /// The word used in the dossier and in JSON.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Rejected => "rejected",
            Self::ByHand => "by-hand",
        }
    }

    /// The verdict of an id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        [Self::Accepted, Self::Rejected, Self::ByHand].into_iter().find(|verdict| verdict.id() == id)
    }

    /// Whether it makes the topic a tag of the article.
    #[must_use]
    pub fn is_tag(self) -> bool {
        matches!(self, Self::Accepted | Self::ByHand)
    }
}
