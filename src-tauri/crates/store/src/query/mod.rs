//! What is asked of the search: text → query, and back to the text it was read as. Anything can be typed; nothing is an error.

mod field;
mod lex;
mod parse;
mod print;
#[cfg(test)]
mod tests;

use chancery_model::Day;

pub use field::{Has, QueryField, QueryFieldName};
pub use parse::{Hint, Unread};

/// What one part of a query looks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QueryTerm {
    /// One word by its stem, or several in a row: a phrase.
    Words(Vec<String>),
    /// Words in a row in these forms and no others; case and accents say nothing.
    Exact(Vec<String>),
    /// Words that begin so, or whose stem does.
    Prefix(String),
    /// Words or phrases with at most so many words between them, in any order.
    Near {
        /// What stands near each other, two or more.
        parts: Vec<Vec<String>>,
        /// Words between the first and the last.
        within: u32,
    },
    /// What is known of the article, not what stands in it.
    Field(QueryField),
}

/// A part of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// All of these, at least two.
    All(Vec<Self>),
    /// Any of these, at least two.
    Any(Vec<Self>),
    /// Not this.
    Not(Box<Self>),
    /// This.
    Term(QueryTerm),
}

/// A query: all of its parts must hold.
///
/// | typed | asks for |
/// |---|---|
/// | `a b`, `a AND b` | both |
/// | `a OR b` | either; binds tighter than a blank: `a OR b c` is `(a OR b) c` |
/// | `-a`, `NOT a` | articles without it |
/// | `"a b"`, `a-b` | the phrase, each word by its stem |
/// | `="a b"`, `=a` | these forms |
/// | `a*` | words that begin so, or whose stem does |
/// | `a NEAR b`, `a NEAR/5 b`, `NEAR(a b, 5)` | with at most 10, or so many, words between |
/// | `(…)` | a part |
/// | `topic: tag: outlet: lang: before: after: on: has: milestone:` | what is known of the article, see [`QueryFieldName`] |
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// What must hold.
    pub all: Vec<Ask>,
    /// Names are looked for in the letters they were typed in only. Not part of the text.
    pub as_typed: bool,
}

impl Query {
    /// Reads a query, and tells what of it could not be read as meant. Parts without a letter or digit are left out; dates
    /// that name no year are counted from `today`.
    #[must_use]
    pub fn read(text: &str, today: Day) -> (Self, Vec<Hint>) {
        parse::read(text, today)
    }

    /// Reads a query whose dates name their year, as a printed one's do.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        Self::read(text, Day { year: 1970, month: 1, day: 1 }).0
    }

    /// Whether it asks for nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Every term, with whether an article must have it rather than not.
    pub fn terms(&self) -> impl Iterator<Item = (&QueryTerm, bool)> {
        let mut terms = Vec::new();
        self.all.iter().for_each(|ask| ask.terms_into(true, &mut terms));
        terms.into_iter()
    }

    /// The query without the terms that `keep` does not want.
    #[must_use]
    pub(crate) fn retain(self, keep: impl Fn(&QueryTerm) -> bool) -> Self {
        let kept = Ask::all(self.all.into_iter().filter_map(|ask| ask.retain(&keep)).collect());
        Self { all: kept.map(Ask::conjuncts).unwrap_or_default(), as_typed: self.as_typed }
    }
}

impl Ask {
    /// All of some parts, without needless nesting; `None` for none.
    pub(crate) fn all(parts: Vec<Self>) -> Option<Self> {
        let flat = parts.into_iter().flat_map(Self::conjuncts);
        one_or(flat.collect(), Self::All)
    }

    /// Any of some parts, without needless nesting; `None` for none.
    pub(crate) fn any(parts: Vec<Self>) -> Option<Self> {
        let flat = parts.into_iter().flat_map(|part| match part {
            Self::Any(parts) => parts,
            part => vec![part],
        });
        one_or(flat.collect(), Self::Any)
    }

    /// Not a part; of what is denied twice, the part.
    pub(crate) fn not(part: Self) -> Self {
        match part {
            Self::Not(part) => *part,
            part => Self::Not(Box::new(part)),
        }
    }

    pub(crate) fn conjuncts(self) -> Vec<Self> {
        match self {
            Self::All(parts) => parts,
            part => vec![part],
        }
    }

    fn terms_into<'a>(&'a self, wanted: bool, terms: &mut Vec<(&'a QueryTerm, bool)>) {
        match self {
            Self::All(parts) | Self::Any(parts) => {
                parts.iter().for_each(|part| part.terms_into(wanted, terms));
            }
            Self::Not(part) => part.terms_into(!wanted, terms),
            Self::Term(term) => terms.push((term, wanted)),
        }
    }

    fn retain(self, keep: &impl Fn(&QueryTerm) -> bool) -> Option<Self> {
        let each = |parts: Vec<Self>| parts.into_iter().filter_map(|part| part.retain(keep)).collect();
        match self {
            Self::All(parts) => Self::all(each(parts)),
            Self::Any(parts) => Self::any(each(parts)),
            Self::Not(part) => part.retain(keep).map(Self::not),
            Self::Term(term) => keep(&term).then_some(Self::Term(term)),
        }
    }
}

fn one_or(mut parts: Vec<Ask>, many: impl Fn(Vec<Ask>) -> Ask) -> Option<Ask> {
    match parts.len() {
        0 | 1 => parts.pop(),
        _ => Some(many(parts)),
    }
}
