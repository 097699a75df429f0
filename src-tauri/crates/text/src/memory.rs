//! Memory of words. Prose repeats them: to look up what was worked out of one takes a fraction of working it out again.

use rustc_hash::FxHashMap;

/// What was worked out of words, by their form. Bounded: what is full begins anew.
#[derive(Debug)]
pub struct Memory<V> {
    places: FxHashMap<Box<str>, u32>,
    values: Vec<V>,
}

/// Words remembered at most: those of some hundred articles.
const WORDS: usize = 16_000;

/// Longer than the words of prose, in bytes: what is longer is worked out each time.
const LONGEST: usize = 96;

impl<V> Default for Memory<V> {
    fn default() -> Self {
        Self { places: FxHashMap::default(), values: Vec::new() }
    }
}

impl<V> Memory<V> {
    /// What is remembered of `word`, or is worked out of it now.
    pub fn of(&mut self, word: &str, work_out: impl FnOnce(&str) -> V) -> &V {
        let known = self.places.get(word).map(|&place| place as usize);
        let place = known.unwrap_or_else(|| {
            if self.values.len() >= WORDS {
                self.places.clear();
                self.values.clear();
            }
            let place = self.values.len();
            if word.len() <= LONGEST {
                self.places.insert(word.into(), u32::try_from(place).unwrap_or(u32::MAX));
            }
            self.values.push(work_out(word));
            place
        });
        &self.values[place]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_worked_out_once_and_never_mistaken_for_another() {
        let mut memory = Memory::default();
        let mut worked_out = 0;
        let words: Vec<String> = (0..WORDS + 50).map(|number| format!("слово{number}")).collect();
        for word in words.iter().chain(&words[words.len() - 40..]) {
            let value = memory.of(word, |word| {
                worked_out += 1;
                word.to_owned()
            });
            assert_eq!(value, word);
        }
        assert_eq!(worked_out, words.len());
        let long = "щ".repeat(LONGEST);
        for _ in 0..2 * WORDS {
            assert_eq!(*memory.of(&long, str::to_owned), long);
        }
        assert!(memory.values.len() <= WORDS && !memory.places.contains_key(long.as_str()));
    }
}
