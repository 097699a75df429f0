//! What a format gives before its text is read: the text, and the fields the file states.

use chancery_model::{Basis, Confidence, Field, Language, Place, Published};

use crate::Note;

/// An article as its format gives it. What it does not state is read from the text afterwards.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    /// The text without its title: paragraphs with an empty line between them; normalised later unless it is already.
    pub(crate) text: String,
    /// Whether the text is normalised already.
    pub(crate) is_normal: bool,
    pub(crate) title: Field<String>,
    pub(crate) byline: Field<String>,
    pub(crate) outlet: Field<String>,
    /// Its web address.
    pub(crate) url: Field<String>,
    /// The section of the outlet it stood in.
    pub(crate) section: Field<String>,
    /// The language stated; weaker than what the text shows.
    pub(crate) language: Field<Language>,
    pub(crate) published: Field<Published>,
    /// When it was last changed; never taken for the publication.
    pub(crate) modified: Field<Published>,
    /// What is worth knowing about the reading.
    pub(crate) notes: Vec<Note>,
}

/// A field as the file's own metadata states it; unknown where there are no words.
pub(crate) fn stated(words: &str, rule: &str) -> Field<String> {
    let words = words.trim();
    if words.is_empty() {
        return Field::default();
    }
    let basis = Basis { words: words.to_owned(), place: Place::Metadata, rule: rule.to_owned() };
    Field::known(words.to_owned(), Confidence::High, basis)
}
