//! News in three languages as they come in great numbers: running words by Zipf's law, new names and figures by Heaps' law, lengths,
//! outlets, days and reprints as archives have them. For timing, never for judging quality.

mod belarusian;
mod english;
mod lexicon;
mod names;
mod russian;
#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
mod tongue;
mod words;
mod writer;

use std::collections::VecDeque;
use std::fmt::Write as _;

use super::Numbers;
use tongue::Tongue;
pub(crate) use words::Words;
use writer::Writer;

/// The languages, with the share each has.
static TONGUES: [&Tongue; 3] = [&english::ENGLISH, &russian::RUSSIAN, &belarusian::BELARUSIAN];

/// So many of a thousand articles are another outlet's reprint of one of the latest.
const REPRINTS: usize = 80;
/// Among so many of the latest it is looked for.
const LATEST: usize = 64;
/// People everybody writes about, in the letters of each language.
const FIGURES: usize = 60;

/// A made-up article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Article {
    /// ISO 639-1.
    pub(crate) language: &'static str,
    pub(crate) title: String,
    pub(crate) text: String,
    pub(crate) outlet: String,
    pub(crate) url: String,
    /// ISO 8601.
    pub(crate) published: String,
}

/// Gives articles without end; the same seed gives the same ones.
pub(crate) struct Corpus {
    numbers: Numbers,
    languages: [Writer; 3],
    latest: VecDeque<(usize, Article)>,
    serial: usize,
}

impl Corpus {
    pub(crate) fn new(seed: u64) -> Self {
        let languages = [0, 1, 2].map(Writer::new);
        Self { numbers: Numbers::new(seed), languages, latest: VecDeque::new(), serial: 0 }
    }

    /// The languages with the share of each, in hundredths.
    pub(crate) fn shares() -> impl Iterator<Item = (&'static str, usize)> {
        TONGUES.iter().map(|tongue| (tongue.code, tongue.share))
    }

    /// All outlets there are, with their language.
    pub(crate) fn outlets(&self) -> impl Iterator<Item = (&str, &'static str)> {
        let of = |writer: &Writer| writer.tongue.code;
        self.languages
            .iter()
            .flat_map(move |writer| writer.outlets.iter().map(move |outlet| (outlet.as_str(), of(writer))))
    }

    /// What can be asked of a language (0 English, 1 Russian, 2 Belarusian).
    pub(crate) fn words(&self, language: usize) -> Option<Words<'_>> {
        self.languages.get(language).map(Words::of)
    }

    /// How many names and figures that few articles have there are by now, by language.
    pub(crate) fn names(&self) -> [usize; 3] {
        [0, 1, 2].map(|at: usize| self.languages.get(at).map_or(0, |writer| writer.rare))
    }

    /// As after an earlier run that came to so many names: for asking, not for writing on.
    pub(crate) fn with_names(mut self, names: [usize; 3]) -> Self {
        for (writer, rare) in self.languages.iter_mut().zip(names) {
            writer.rare = rare;
        }
        self
    }

    fn write(&mut self) -> (usize, Article) {
        let drawn = self.numbers.below(100);
        let at = match drawn {
            _ if drawn < TONGUES[0].share => 0,
            _ if drawn < TONGUES[0].share + TONGUES[1].share => 1,
            _ => 2,
        };
        let Some(writer) = self.languages.get_mut(at) else { return (0, empty()) };
        (at, writer.article(&mut self.numbers, self.serial))
    }

    /// The latest articles printed by someone else: a sentence less, a day later.
    fn reprint(&mut self) -> Option<(usize, Article)> {
        let (at, original) = self.latest.get(self.numbers.below(self.latest.len()))?;
        let writer = self.languages.get(*at)?;
        let (outlet, url) = writer.outlet(&mut self.numbers, self.serial);
        let mut text = original.text.clone();
        if let Some((start, end)) = last_sentence(&text) {
            text.replace_range(start..end, "");
        }
        let _ = write!(text, "\n\n{outlet}");
        Some((*at, Article { text, outlet, url, ..original.clone() }))
    }
}

impl Iterator for Corpus {
    type Item = Article;

    fn next(&mut self) -> Option<Article> {
        let reprinted = self.numbers.below(1_000) < REPRINTS;
        let found = if reprinted { self.reprint() } else { None };
        let (at, article) = found.unwrap_or_else(|| self.write());
        self.serial += 1;
        if self.latest.len() == LATEST {
            self.latest.pop_front();
        }
        self.latest.push_back((at, article.clone()));
        Some(article)
    }
}

fn empty() -> Article {
    let none = String::new;
    Article { language: "", title: none(), text: none(), outlet: none(), url: none(), published: none() }
}

/// Where the last sentence of a text lies, if it is not the only one.
fn last_sentence(text: &str) -> Option<(usize, usize)> {
    let body = text.strip_suffix('.')?;
    body.rfind(". ").map(|before| (before + 1, text.len()))
}
