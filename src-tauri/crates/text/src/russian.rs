//! Stems of Russian: Snowball's, changed where a dictionary knows that they part the forms of a word or join those of two.

use std::sync::LazyLock;

use fst::Map;
use rust_stemmers::{Algorithm, Stemmer};

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
        let change = self.map.as_ref()?.get(key)?;
        let ending = self.endings.get(usize::try_from(change >> 8).ok()?)?;
        let kept =
            word.char_indices().rev().take(usize::from(change as u8)).last().map_or(word.len(), |(at, _)| at);
        Some([word.get(..kept)?, ending].concat())
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
}
