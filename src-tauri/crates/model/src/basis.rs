//! Why the desk believes a field: the words it was read from, where they stand, the rule, and what else it could be.

use crate::Span;

/// Where the words of a basis stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the article's text, at a span.
    Text(Span),
    /// In the title, which is a field and not part of the text.
    Title,
    /// In the document's own metadata.
    Metadata,
    /// In its web address.
    Url,
    /// In the file: its name or its time.
    File,
    /// In the other articles read in the same batch.
    Batch,
}

/// One reason for a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basis {
    /// The words as they stand.
    pub words: String,
    /// Where.
    pub place: Place,
    /// Id of the rule, such as `posted-line` or `weekday-fits-year`; the interface words it.
    pub rule: String,
}

/// How sure the desk is. `High`: stated; `Medium`: inferred from several agreeing facts; `Low`: a guess to be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// Nothing was found.
    None,
    /// A guess that needs a look.
    Low,
    /// Inferred from several facts that agree.
    Medium,
    /// Stated in so many words, or set by the analyst.
    High,
}

/// What a field could be instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative<T> {
    /// The other value.
    pub value: T,
    /// How sure.
    pub confidence: Confidence,
    /// Why.
    pub basis: Vec<Basis>,
}

/// A field as read: value, confidence, basis and alternatives. Without a value the alternatives may still hold some.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field<T> {
    /// The value believed, if any.
    pub value: Option<T>,
    /// How sure.
    pub confidence: Confidence,
    /// Why.
    pub basis: Vec<Basis>,
    /// What else it could be, likeliest first.
    pub alternatives: Vec<Alternative<T>>,
}

impl<T> Default for Field<T> {
    fn default() -> Self {
        Self { value: None, confidence: Confidence::None, basis: Vec::new(), alternatives: Vec::new() }
    }
}

impl<T> Field<T> {
    /// A field that is known, with one basis.
    #[must_use]
    pub fn known(value: T, confidence: Confidence, basis: Basis) -> Self {
        Self { value: Some(value), confidence, basis: vec![basis], alternatives: Vec::new() }
    }

    /// Whether a person should look at it: nothing believed, or only a guess.
    #[must_use]
    pub fn needs_a_look(&self) -> bool {
        self.value.is_none() || self.confidence <= Confidence::Low
    }
}
