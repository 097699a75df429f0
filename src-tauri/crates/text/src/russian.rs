//! Stems of Russian: Snowball's, changed where a dictionary knows that they part the forms of a word or join those of two.

use std::{collections::BTreeSet, sync::LazyLock};

use fst::{IntoStreamer as _, Map, Streamer as _};
use rust_stemmers::{Algorithm, Stemmer};

use crate::stem::{Cut, beginning_with};

static SNOWBALL: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::Russian));
static CHANGES: LazyLock<Changes> = LazyLock::new(|| Changes::read(include_bytes!("../tables/stems-ru.fst")));

/// Begins the key of a form in the table.
const FORM: u8 = 0;

/// How comparatives and superlatives may begin whose stem is that of the adjective (побелее, наибелейший): of all words of all
/// languages these alone may begin otherwise than their stem.
pub const OF_DEGREE: [&str; 2] = ["наи", "по"];

/// Longer than any word of the dictionary.
const LONGEST: usize = 40;

/// The stem of a folded word.
pub(crate) fn stem(folded: &str) -> String {
    let Some(key) = letters(folded) else { return SNOWBALL.stem(folded).into_owned() };
    if let Some(stem) = CHANGES.of(&key, folded) {
        return stem;
    }
    let stem = SNOWBALL.stem(folded);
    let changed = letters(&stem).and_then(|key| CHANGES.of(key.get(1..)?, &stem));
    changed.unwrap_or_else(|| stem.into_owned())
}

/// The word as a key of forms: a byte a letter. None where it is no Russian word.
fn letters(word: &str) -> Option<Vec<u8>> {
    if word.len() > 2 * LONGEST {
        return None;
    }
    let letter = |c: char| matches!(c, 'а'..='я').then(|| (u32::from(c) - u32::from('а')) as u8 + 1);
    std::iter::once(Some(FORM)).chain(word.chars().map(letter)).collect()
}

/// `tables/stems-ru.fst`; its README tells the format.
struct Changes {
    map: Option<Map<&'static [u8]>>,
    endings: Vec<&'static str>,
}

impl Changes {
    fn read(bytes: &'static [u8]) -> Self {
        let read = || {
            let (length, rest) = bytes.split_first_chunk()?;
            let (endings, map) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
            Some((Map::new(map).ok()?, std::str::from_utf8(endings).ok()?.split('\n').collect()))
        };
        // The table is part of the program, and a test reads it.
        let (map, endings) = read().unzip();
        Self { map, endings: endings.unwrap_or_default() }
    }

    /// What becomes of a word whose key is in the table.
    fn of(&self, key: &[u8], word: &str) -> Option<String> {
        self.changed(word, self.map.as_ref()?.get(key)?)
    }

    fn changed(&self, word: &str, change: u64) -> Option<String> {
        let ending = self.endings.get(usize::try_from(change >> 8).ok()?)?;
        let kept =
            word.char_indices().rev().take(usize::from(change as u8)).last().map_or(word.len(), |(at, _)| at);
        Some([word.get(..kept)?, ending].concat())
    }

    /// What forms and stems that begin so become, if that does not.
    fn short_of(&self, prefix: &str) -> BTreeSet<String> {
        let (mut stems, mut of_degree) = (BTreeSet::new(), BTreeSet::new());
        let Some((map, key)) = self.map.as_ref().zip(letters(prefix)) else { return stems };
        for beginning in [Some(key.as_slice()), key.get(1..)].into_iter().flatten() {
            let mut entries = map.range().ge(beginning).into_stream();
            while let Some((key, change)) = entries.next().filter(|(key, _)| key.starts_with(beginning)) {
                let changed = word_of(key).and_then(|word| Some((self.changed(&word, change)?, word)));
                let Some((stem, word)) = changed.filter(|(stem, _)| !stem.starts_with(prefix)) else {
                    continue;
                };
                let known = if is_of_degree(&word, &stem) { &mut of_degree } else { &mut stems };
                known.insert(stem);
            }
        }
        if of_degree.len() <= DEGREES {
            stems.extend(of_degree);
        }
        stems
    }
}

/// The word of a key, of a form or of a stem.
fn word_of(key: &[u8]) -> Option<String> {
    let letters = key.strip_prefix(&[FORM]).unwrap_or(key);
    letters.iter().map(|&letter| char::from_u32(u32::from('а') - 1 + u32::from(letter))).collect()
}

fn is_of_degree(word: &str, stem: &str) -> bool {
    let first_two = stem.char_indices().nth(2).map_or(stem, |(at, _)| stem.get(..at).unwrap_or_default());
    OF_DEGREE.iter().any(|start| word.strip_prefix(start).is_some_and(|rest| rest.starts_with(first_two)))
}

/// Adjectives to whose stems a prefix leads by their degrees; where there are more, as every adjective has some that begin with наи and
/// по, it leads to none of them.
const DEGREES: usize = 300;

/// Stems that do not begin with `prefix`, of words that do.
pub(crate) fn stems_short_of(prefix: &str) -> BTreeSet<String> {
    let mut stems = CHANGES.short_of(prefix);
    for cut in Cut::all(prefix).filter(endings::can_part) {
        stems.extend(letters(cut.base).and_then(|key| CHANGES.of(key.get(1..)?, cut.base)));
        // The table has no words with an apostrophe, which the prefix may be without.
        stems.insert(cut.base.to_owned());
    }
    stems.retain(|stem| !stem.starts_with(prefix));
    stems
}

/// Which words Snowball's algorithm makes shorter, <https://snowballstem.org/algorithms/russian/stemmer.html>.
mod endings {
    use std::{collections::BTreeSet, sync::LazyLock};

    use super::{Cut, SNOWBALL, beginning_with};

    const GERUNDS: &str = "в вши вшись ив ивши ившись ыв ывши ывшись";
    const ADJECTIVES: &str =
        "ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею";
    const PARTICIPLES: &str = "ем нн вш ющ щ ивш ывш ующ";
    const VERBS: &str = "ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило \
        ыло ено ят ует уют ит ыт ены ить ыть ишь ую ю";
    const NOUNS: &str = "а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я";

    /// What step 1 takes off.
    static FIRST: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
        let adjectives = || ADJECTIVES.split_whitespace();
        let participles = PARTICIPLES
            .split_whitespace()
            .flat_map(|participle| adjectives().map(move |adjective| [participle, adjective].concat()));
        let plain = VERBS.split_whitespace().chain(NOUNS.split_whitespace()).chain(adjectives());
        let plain: Vec<String> = plain.map(str::to_owned).chain(participles).chain([String::new()]).collect();
        let reflexive = ["", "ся", "сь"]
            .into_iter()
            .flat_map(|reflexive| plain.iter().map(move |ending| [ending, reflexive].concat()));
        let gerunds = GERUNDS.split_whitespace().map(str::to_owned);
        reflexive.chain(gerunds).collect()
    });

    /// What the later steps take off, which stands between the stem and that.
    static LATER: LazyLock<Vec<String>> = LazyLock::new(|| {
        let tidied = ["", "н", "ь", "ейш", "ейше", "нейш", "нейше"].into_iter();
        let derived = tidied.flat_map(|tidied| ["", "ост", "ость"].map(|of_noun| [tidied, of_noun].concat()));
        derived.flat_map(|derived| ["", "и"].map(|vowel| [derived.as_str(), vowel].concat())).collect()
    });

    /// Endings that fit behind any of those.
    const ANY: [&str; 6] = ["", "а", "ы", "ый", "ого", "у"];

    /// Whether a word can begin with the whole whose stem is its base.
    pub(super) fn can_part(Cut { base, rest }: &Cut<'_>) -> bool {
        // Nothing is taken off before the first vowel.
        if !base.contains(|c| "аеиоуыэюя".contains(c)) {
            return false;
        }
        let parts = |later: &str, first: &str| SNOWBALL.stem(&[base, later, first].concat()) == *base;
        LATER.iter().any(|later| match rest.strip_prefix(later.as_str()) {
            Some(rest) => beginning_with(&FIRST, rest).any(|ending| parts(later, ending)),
            None => later.starts_with(rest) && ANY.iter().any(|ending| parts(later, ending)),
        })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::collections::BTreeSet;

    use fst::Streamer as _;

    use super::*;

    #[test]
    fn the_table_is_read_and_leads_to_stems_that_stay() {
        assert!(CHANGES.map.as_ref().is_some_and(|map| map.len() > 200_000));
        assert_eq!(stem("прививок"), stem("прививка"));
        assert_eq!(stem("послов"), stem("посла"));
    }

    /// The search relies on it: a word that begins otherwise than a stem need not be stemmed.
    #[test]
    fn only_words_of_degree_begin_otherwise_than_their_stems() {
        let map = CHANGES.map.as_ref().unwrap();
        let mut entries = map.stream();
        while let Some((key, _)) = entries.next() {
            let letters = key.iter().filter(|&&letter| letter != FORM);
            let word: String = letters
                .map(|&letter| char::from_u32(u32::from('а') - 1 + u32::from(letter)).unwrap())
                .collect();
            let stem = CHANGES.of(key, &word).unwrap();
            assert!(
                stem.chars().next() == word.chars().next()
                    || OF_DEGREE.iter().any(|start| word.starts_with(start)),
                "{word}: {stem}"
            );
        }
    }

    #[test]
    fn words_without_an_entry_have_the_stem_of_snowball() {
        for word in ["дедолларизацию", "брикс", "naftan", "нафтан-2", "їжак"] {
            assert_eq!(stem(word), SNOWBALL.stem(word), "{word}");
        }
    }

    #[test]
    fn words_of_different_meaning_that_snowball_joins_are_parted() {
        let common = |one: &[&str], other: &[&str]| {
            one.iter().any(|one| other.iter().any(|other| SNOWBALL.stem(one) == SNOWBALL.stem(other)))
        };
        let (idea, go) = (["идея", "идеи", "идею", "идей"], ["идти", "иду", "идем", "шел", "шли"]);
        assert!(common(&idea, &go));
        let stems: BTreeSet<String> = idea.into_iter().map(stem).collect();
        assert_eq!(stems.len(), 1);
        assert!(go.into_iter().all(|form| !stems.contains(&stem(form))));
    }

    /// Of a word in so many.
    #[test]
    fn a_prefix_leads_to_the_stems_of_words_of_the_table() {
        let map = CHANGES.map.as_ref().unwrap();
        let mut entries = map.stream();
        let mut number = 0;
        while let Some((key, _)) = entries.next() {
            number += 1;
            if number % 499 > 0 {
                continue;
            }
            let word = word_of(key).unwrap();
            let stem = stem(&word);
            for (at, _) in word.char_indices().skip(3) {
                let prefix = &word[..at];
                let leads = stem.starts_with(prefix) || stems_short_of(prefix).contains(&stem);
                assert!(leads || is_of_degree(&word, &stem), "{prefix}* {word}: {stem}");
            }
        }
    }
}
