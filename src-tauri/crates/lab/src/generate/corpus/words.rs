//! What can be asked of made-up articles.

use super::lexicon::Entry;
use super::writer::Writer;
use super::{FIGURES, names};

/// Rare names that can be asked for at once.
const RARE: usize = 60;

/// What can be asked of articles in a language, by how many of them have it.
#[derive(Clone, Copy)]
pub(crate) struct Words<'c> {
    writer: &'c Writer,
}

impl<'c> Words<'c> {
    pub(super) fn of(writer: &'c Writer) -> Self {
        Self { writer }
    }

    /// The most frequent of all.
    pub(crate) fn small(self) -> impl Iterator<Item = String> + use<'c> {
        self.writer.lexicon.small().map(Entry::called)
    }

    /// In a tenth to a half of the articles.
    pub(crate) fn common(self) -> impl Iterator<Item = String> + use<'c> {
        self.writer.lexicon.common().map(Entry::called)
    }

    /// In some of a hundred articles: what they are about.
    pub(crate) fn of_subjects(self) -> impl Iterator<Item = String> + use<'c> {
        self.writer.lexicon.of_subjects().map(Entry::called)
    }

    /// The same in another form than dictionaries have.
    pub(crate) fn inflected(self) -> impl Iterator<Item = String> + use<'c> {
        self.writer.lexicon.of_subjects().map(Entry::inflected)
    }

    /// In some of a thousand articles.
    pub(crate) fn medium(self) -> impl Iterator<Item = String> + use<'c> {
        self.writer.lexicon.medium().map(Entry::called)
    }

    /// Words that stand together.
    pub(crate) fn together(self) -> impl Iterator<Item = String> + use<'c> {
        self.writer.lexicon.together().map(Entry::called)
    }

    /// Names of which each is in a handful of articles, spread over all there are. `letters` are those of a language.
    pub(crate) fn rare(self, letters: usize) -> impl Iterator<Item = String> + use<'c> {
        let names = self.writer.rare;
        let number = move |nth| names / 4 + names / 2 * nth / RARE;
        (0..RARE).map(move |nth| names::surname(FIGURES + number(nth) / 3 * 3, letters))
    }

    /// People everybody writes about.
    pub(crate) fn figures(letters: usize) -> impl Iterator<Item = String> {
        (0..FIGURES).map(move |number| names::surname(number, letters))
    }
}
