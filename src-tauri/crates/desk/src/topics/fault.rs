//! What keeps a change of the codebook from being made; the interface words each.

use chancery_text::topics::TermFault;

/// Why a topic can't be as asked.
#[derive(Clone, Debug, PartialEq)]
pub enum TopicFault {
    /// It is called nothing.
    NoLabel,
    /// Its threshold is not between 0 and 1.
    Threshold,
    /// A term could never be found.
    Term {
        /// Its words.
        text: String,
        /// Why.
        fault: TermFault,
    },
    /// A term stands there twice: the same words of the same kind in the same language.
    TermTwice {
        /// Its words.
        text: String,
    },
    /// A term's weight is not a number between -10 and 10.
    Weight {
        /// Its words.
        text: String,
    },
    /// A term's language is none terms are found in.
    Language {
        /// Its words.
        text: String,
    },
    /// A heading has no terms.
    HeadingWithTerms,
    /// A heading is no tag, and this topic is one.
    HeadingWithTags,
    /// It would lie under itself.
    UnderItself,
    /// A topic can't go up in itself.
    IntoItself,
    /// What rests on a topic can't follow to a heading, which is no tag.
    IntoHeading,
    /// Tags or codings rest on it, and nothing says where they go.
    InUse {
        /// Articles it is a tag of.
        tags: u64,
        /// Passages coded with it.
        codings: u64,
    },
    /// Neither a term nor an article was chosen to go to the new topic.
    NothingToSplit,
}

impl TopicFault {
    /// The word the interface branches on.
    #[must_use]
    pub fn id(&self) -> &'static str {
        match self {
            Self::NoLabel => "no-label",
            Self::Threshold => "threshold",
            Self::Term { fault, .. } => match fault {
                TermFault::NoWords => "term-no-words",
                TermFault::OneWord => "term-one-word",
                TermFault::NoRegex(_) => "term-no-regex",
                TermFault::FitsNothing => "term-fits-everywhere",
            },
            Self::TermTwice { .. } => "term-twice",
            Self::Weight { .. } => "term-weight",
            Self::Language { .. } => "term-language",
            Self::HeadingWithTerms => "heading-with-terms",
            Self::HeadingWithTags => "heading-with-tags",
            Self::UnderItself => "under-itself",
            Self::IntoItself => "into-itself",
            Self::IntoHeading => "into-heading",
            Self::InUse { .. } => "in-use",
            Self::NothingToSplit => "nothing-to-split",
        }
    }

    /// The term it is about, where it is about one.
    #[must_use]
    pub fn term(&self) -> Option<&str> {
        match self {
            Self::Term { text, .. }
            | Self::TermTwice { text }
            | Self::Weight { text }
            | Self::Language { text } => Some(text),
            _ => None,
        }
    }
}

impl std::fmt::Display for TopicFault {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NoLabel => out.write_str("a topic needs a label in English"),
            Self::Threshold => out.write_str("a threshold lies between 0 and 1"),
            Self::Term { text, fault } => write!(out, "the term {text:?}: {fault}"),
            Self::TermTwice { text } => write!(out, "the term {text:?} stands there twice"),
            Self::Weight { text } => write!(out, "the term {text:?}: a weight lies between -10 and 10"),
            Self::Language { text } => {
                write!(out, "the term {text:?}: terms are English, Russian or Belarusian")
            }
            Self::HeadingWithTerms => out.write_str("a heading has no terms"),
            Self::HeadingWithTags => {
                out.write_str("a heading is no tag, and decisions or codings rest on this topic")
            }
            Self::UnderItself => out.write_str("a topic cannot lie under itself"),
            Self::IntoItself => out.write_str("a topic cannot be merged into itself"),
            Self::IntoHeading => {
                out.write_str("a heading is no tag: what rests on a topic can't follow to one")
            }
            Self::InUse { tags, codings } => {
                write!(out, "{tags} tags and {codings} codings rest on it; say which topic they go to")
            }
            Self::NothingToSplit => out.write_str("choose terms or articles for the new topic"),
        }
    }
}
