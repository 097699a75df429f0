//! Memory of words. Prose repeats them: to look up what was worked out of one takes a fraction of working it out again.

use rustc_hash::FxHashMap;

/// What was worked out of words, by their form. Bounded: what is full begins anew.
#[derive(Debug)]
pub struct Memory<V> {
    /// Nearly all words, which lie in the table itself.
    short: FxHashMap<Short, V>,
    /// Where the others stand among `values`.
    long: FxHashMap<Box<str>, u32>,
    values: Vec<V>,
}

/// A word of up to [`SHORT`] bytes, filled up with zeros, its length last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Short([u64; 4]);

/// Bytes of a short word at most: fifteen Cyrillic letters.
const SHORT: usize = 31;

/// Words remembered at most: those of some hundred articles.
const WORDS: usize = 16_000;

/// Longer than the words of prose, in bytes: what is longer is worked out each time.
const LONGEST: usize = 96;

impl Short {
    fn of(word: &str) -> Option<Self> {
        let mut bytes = [0_u8; SHORT + 1];
        bytes[..SHORT].get_mut(..word.len())?.copy_from_slice(word.as_bytes());
        bytes[SHORT] = word.len() as u8;
        let mut words = [0; 4];
        for (word, bytes) in words.iter_mut().zip(bytes.as_chunks().0) {
            *word = u64::from_le_bytes(*bytes);
        }
        Some(Self(words))
    }
}

impl<V> Default for Memory<V> {
    fn default() -> Self {
        Self { short: FxHashMap::default(), long: FxHashMap::default(), values: Vec::new() }
    }
}

impl<V> Memory<V> {
    /// What is remembered of `word`, or is worked out of it now.
    pub fn of(&mut self, word: &str, work_out: impl FnOnce(&str) -> V) -> &V {
        let Some(short) = Short::of(word) else { return self.of_long(word, work_out) };
        if self.short.len() >= WORDS && !self.short.contains_key(&short) {
            self.short.clear();
        }
        self.short.entry(short).or_insert_with(|| work_out(word))
    }

    fn of_long(&mut self, word: &str, work_out: impl FnOnce(&str) -> V) -> &V {
        let known = self.long.get(word).map(|&place| place as usize);
        let place = known.unwrap_or_else(|| {
            if self.values.len() >= WORDS {
                self.long.clear();
                self.values.clear();
            }
            let place = self.values.len();
            if word.len() <= LONGEST {
                self.long.insert(word.into(), u32::try_from(place).unwrap_or(u32::MAX));
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
        assert!(memory.values.len() <= WORDS && !memory.long.contains_key(long.as_str()));
    }

    #[test]
    fn words_short_and_long_are_told_apart_and_few_remembered() {
        let mut memory = Memory::default();
        let letters = "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz";
        for length in 0..letters.len() {
            for word in [&letters[..length], &format!("{}\0", &letters[..length])] {
                assert_eq!(*memory.of(word, str::to_owned), word);
                assert_eq!(*memory.of(word, |_| String::from("anew")), word, "remembered");
            }
        }
        for number in 0..2 * WORDS {
            memory.of(&number.to_string(), str::to_owned);
        }
        assert!(memory.short.len() <= WORDS);
    }
}
