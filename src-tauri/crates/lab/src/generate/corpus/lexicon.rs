//! The words of a language in the order of how frequent they are, each in all of its forms.

use std::ops::Range;

use super::tongue::{SUBJECTS, Tongue};
use crate::generate::Numbers;

/// One word, or some that stand together.
pub(super) struct Entry(Vec<Word>);

struct Word {
    stem: String,
    called_by: &'static str,
    endings: &'static [&'static str],
}

impl Entry {
    fn read(listed: &str, tongue: &Tongue) -> Self {
        let word = |part: &str| {
            let (stem, ending) = part.split_once('/').unwrap_or((part, "\0"));
            let known = tongue.endings.iter().find(|(called_by, _)| *called_by == ending);
            match known {
                Some((called_by, endings)) => Word { stem: stem.to_owned(), called_by, endings },
                None => Word { stem: part.replace('/', ""), called_by: "", endings: &[""] },
            }
        };
        Self(listed.split('_').map(word).collect())
    }

    /// As a dictionary has it.
    pub(super) fn called(&self) -> String {
        let words: Vec<String> =
            self.0.iter().map(|word| format!("{}{}", word.stem, word.called_by)).collect();
        words.join(" ")
    }

    /// In another form than the dictionary's, where it has one.
    pub(super) fn inflected(&self) -> String {
        let form = |word: &Word| {
            let ending = word.endings.iter().rev().find(|ending| **ending != word.called_by);
            format!("{}{}", word.stem, ending.unwrap_or(&word.called_by))
        };
        self.0.iter().map(form).collect::<Vec<_>>().join(" ")
    }

    /// Writes it in some form, the first of its endings oftenest.
    pub(super) fn write(&self, numbers: &mut Numbers, text: &mut String) {
        for (place, word) in self.0.iter().enumerate() {
            if place > 0 {
                text.push(' ');
            }
            text.push_str(&word.stem);
            let at = (numbers.share().powi(2) * word.endings.len() as f64) as usize;
            text.push_str(word.endings.get(at).copied().unwrap_or_default());
        }
    }
}

/// The words of a language.
pub(super) struct Lexicon {
    /// The most frequent first.
    ranked: Vec<Entry>,
    small: usize,
    general: usize,
    subjects: [Vec<Entry>; SUBJECTS],
    /// The logarithm of how many ranks there are, and one more.
    log_ranks: f64,
}

impl Lexicon {
    pub(super) fn of(tongue: &Tongue) -> Self {
        let entries = |listed: &str| {
            listed.split_whitespace().map(|word| Entry::read(word, tongue)).collect::<Vec<_>>()
        };
        // The order of the tail is a matter of the language, not of the seed: its words keep their ranks.
        let mut numbers = Numbers::new(7);
        let mut ranked = entries(tongue.small);
        let small = ranked.len();
        let mut general = entries(tongue.general);
        general.extend(entries(tongue.together));
        shuffle(&mut general, &mut numbers);
        ranked.extend(general);
        let general = ranked.len();
        let mut tail = Vec::new();
        for root in tongue.roots.split_whitespace() {
            for suffix in tongue.suffixes.split_whitespace() {
                for prefix in tongue.prefixes.split_whitespace().chain([""]) {
                    tail.push(Entry::read(&format!("{prefix}{root}{suffix}"), tongue));
                }
            }
        }
        shuffle(&mut tail, &mut numbers);
        ranked.extend(tail);
        let log_ranks = (ranked.len() as f64 + 1.0).ln();
        Self { ranked, small, general, subjects: tongue.subjects.map(entries), log_ranks }
    }

    /// A word by Zipf's law: the logarithm of a rank that is as likely as 1/rank is as likely as any other.
    pub(super) fn draw(&self, numbers: &mut Numbers) -> Option<&Entry> {
        let rank = (numbers.share() * self.log_ranks).exp() - 1.0;
        self.ranked.get(rank as usize)
    }

    /// A word of a subject, the first oftenest.
    pub(super) fn of_subject(&self, subject: usize, numbers: &mut Numbers) -> Option<&Entry> {
        let words = self.subjects.get(subject)?;
        words.get((numbers.share().powi(2) * words.len() as f64) as usize)
    }

    /// The most frequent, most of which say nothing alone.
    pub(super) fn small(&self) -> impl Iterator<Item = &Entry> {
        self.between(0..self.small)
    }

    /// Words as frequent as those of a news item everywhere: each in a tenth to a half of the articles.
    pub(super) fn common(&self) -> impl Iterator<Item = &Entry> {
        self.between(self.small..self.general).filter(|entry| entry.0.len() == 1)
    }

    /// Words that stand together, each in some of a hundred articles.
    pub(super) fn together(&self) -> impl Iterator<Item = &Entry> {
        let general = self.between(self.small..self.general);
        general.chain(self.subjects.iter().flatten()).filter(|entry| entry.0.len() > 1)
    }

    /// What articles are about: words of which a tenth of the articles has one or the other.
    pub(super) fn of_subjects(&self) -> impl Iterator<Item = &Entry> {
        self.subjects.iter().flatten().filter(|entry| entry.0.len() == 1)
    }

    /// Words of which each is in some of a thousand articles.
    pub(super) fn medium(&self) -> impl Iterator<Item = &Entry> {
        self.between(3_000..9_000)
    }

    fn between(&self, ranks: Range<usize>) -> impl Iterator<Item = &Entry> {
        self.ranked.get(ranks).unwrap_or_default().iter()
    }
}

fn shuffle(entries: &mut [Entry], numbers: &mut Numbers) {
    for at in (1..entries.len()).rev() {
        entries.swap(at, numbers.below(at + 1));
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::generate::corpus::TONGUES;

    #[test]
    fn a_word_is_called_by_its_dictionary_form_and_has_others() {
        let entry = Entry::read("союзн/ый_государств/о", TONGUES[1]);
        assert_eq!(entry.called(), "союзный государство");
        assert_eq!(entry.inflected(), "союзными государствах");
        let mut forms = std::collections::BTreeSet::new();
        for seed in 0..200 {
            let mut text = String::new();
            entry.write(&mut Numbers::new(seed), &mut text);
            forms.insert(text);
        }
        assert!(forms.contains("союзного государства"), "{forms:?}");
    }

    #[test]
    fn every_language_has_words_enough_for_each_kind_of_question() {
        for tongue in TONGUES {
            let lexicon = Lexicon::of(tongue);
            let counts = [lexicon.common().count(), lexicon.medium().count(), lexicon.together().count()];
            assert!(counts.iter().all(|count| *count >= 25), "{} {counts:?}", tongue.code);
            assert!(lexicon.common().count() >= 50 && lexicon.of_subjects().count() >= 50, "{}", tongue.code);
        }
    }
}
