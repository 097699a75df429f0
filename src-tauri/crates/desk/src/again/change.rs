//! What a new reading changes, as it is told before and after.

use chancery_model::{ArticleId, Span};
use chancery_store::{FieldName, PassageId};

/// What reading articles again changes, or changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadAgainReport {
    /// The articles that become others, and those that can't be read.
    pub articles: Vec<ReadAgain>,
    /// How many are read as they were.
    pub same: usize,
    /// It was stopped; what was done until then stays.
    pub cancelled: bool,
}

impl ReadAgainReport {
    pub(super) fn take(&mut self, told: ReadAgain) {
        if told.changes() || told.refused.is_some() {
            self.articles.push(told);
        } else {
            self.same += 1;
        }
    }
}

/// What a new reading makes of one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadAgain {
    /// The article.
    pub article: ArticleId,
    /// Its title before.
    pub title: String,
    /// Why it can't be read; it stays as it is then.
    pub refused: Option<String>,
    /// Fields that have another value.
    pub fields: Vec<FieldChange>,
    /// Fields the analyst corrected, which stay although they are read otherwise.
    pub kept: Vec<FieldName>,
    /// The words of the text.
    pub words: WordsChange,
    /// Whether other stretches of the text are furniture, or fields rest on other words.
    pub other: bool,
    /// Its passages, in the order of the text.
    pub passages: Vec<PassageChange>,
}

impl ReadAgain {
    /// Whether anything becomes another.
    #[must_use]
    pub fn changes(&self) -> bool {
        self.other
            || !self.fields.is_empty()
            || self.words != WordsChange { before: self.words.before, ..WordsChange::default() }
            || self.passages.iter().any(|passage| passage.fate != PassageFate::Stays)
    }
}

/// A field with another value; `None` where it is unknown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// Which.
    pub field: FieldName,
    /// What it was.
    pub before: Option<String>,
    /// What it is read as.
    pub after: Option<String>,
}

/// How many words of the article, without furniture, are others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WordsChange {
    /// How many there were.
    pub before: usize,
    /// How many come in.
    pub added: usize,
    /// How many go.
    pub removed: usize,
}

/// What becomes of a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PassageChange {
    /// Which.
    pub id: PassageId,
    /// Its words.
    pub exact: String,
    /// What becomes of it.
    pub fate: PassageFate,
}

/// Where a passage stands in the new reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassageFate {
    /// Where it stood.
    Stays,
    /// Its words were found elsewhere.
    Moved(Span),
    /// Nowhere: it keeps its words and is told as lost.
    Lost,
}
