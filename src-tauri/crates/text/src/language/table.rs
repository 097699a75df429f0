//! How likely a letter is after those before it, in each language of a script: `tables/letters.bin`, laid out in its README.

use std::sync::LazyLock;

use chancery_model::Language;
use rustc_hash::FxHashMap;

/// No script has more languages than this.
pub(super) const MOST: usize = 32;

/// No script has more letters than this.
pub(super) const LETTERS: usize = 128;

/// What the letters of a text cost in each language of a script, in quarters of a nat: the less, the likelier.
pub(super) type Costs = [u32; MOST];

/// What a shorter run costs where a longer one is not known, in quarters of a nat.
const BACK_OFF: u8 = 8;
/// What a letter costs that a language does not have.
const NEVER: u8 = 56;

static TABLES: LazyLock<Vec<Table>> = LazyLock::new(|| {
    let mut bytes = Bytes(include_bytes!("../../tables/letters.bin"));
    std::iter::from_fn(|| Table::read(&mut bytes)).collect()
});

/// The languages of one script.
#[derive(Default)]
pub(super) struct Table {
    pub(super) languages: Vec<Language>,
    /// The number of each letter by its code point; no letter of ours lies beyond.
    letters: Vec<Option<u8>>,
    longest: usize,
    /// Runs of one to `longest` letters, seven bits a letter, with the row of each.
    runs: FxHashMap<u32, u32>,
    /// A row for each run: what its last letter costs after the others in each language, or after as many of them as are
    /// known there. Filled up to whole blocks.
    costs: Vec<u8>,
    width: usize,
    /// How rare each letter is among all letters of each language: minus the logarithm of its share.
    rarities: Vec<[f32; LETTERS]>,
}

/// Languages scored at a time.
const BLOCK: usize = 8;

impl Table {
    pub(super) fn cyrillic() -> &'static Self {
        &TABLES[0]
    }

    pub(super) fn latin() -> &'static Self {
        &TABLES[1]
    }

    fn read(bytes: &mut Bytes) -> Option<Self> {
        let mut table = Self::default();
        for _ in 0..bytes.number(1)? {
            table.languages.push(Language::from_code(std::str::from_utf8(bytes.take(2)?).ok()?)?);
        }
        table.width = table.languages.len().next_multiple_of(BLOCK);
        let length = bytes.number(2)?;
        for (number, letter) in (0..).zip(std::str::from_utf8(bytes.take(length)?).ok()?.chars()) {
            let at = u32::from(letter) as usize;
            if table.letters.len() <= at {
                table.letters.resize(at + 1, None);
            }
            table.letters[at] = Some(number);
        }
        table.longest = bytes.number(1)?;
        let mut row = 0_u32;
        for length in 1..=table.longest {
            let count = bytes.number(4)?;
            let runs = bytes.take(count * length)?.chunks(length);
            let columns = bytes.take(count * table.languages.len())?;
            for (at, run) in runs.enumerate() {
                let run = run.iter().fold(0, |run, &letter| then(run, letter));
                let shorter = table.longest_known(run, length - 1);
                for language in 0..table.width {
                    table.costs.push(match columns.get(language * count + at) {
                        Some(&cell) if language < table.languages.len() && cell > 0 => cell - 1,
                        _ => shorter.map_or(NEVER, |(row, fewer)| {
                            let cost = table.costs[row * table.width + language];
                            if cost == NEVER { cost } else { cost.saturating_add(BACK_OFF * (fewer + 1)) }
                        }),
                    });
                }
                table.runs.insert(run, row);
                row += 1;
            }
        }
        let rarities = |language| std::array::from_fn(|letter| table.rarity(letter, language));
        table.rarities = (0..table.languages.len()).map(rarities).collect();
        Some(table)
    }

    /// The number of a letter in lower case.
    pub(super) fn letter(&self, c: char) -> Option<u8> {
        self.letters.get(u32::from(c) as usize).copied().flatten()
    }

    /// What each letter of `word` costs after those before it, summed for each language.
    pub(super) fn score(&self, word: &[u8], sums: &mut Costs) {
        let mut run = 0;
        for (before, &letter) in word.iter().enumerate() {
            run = then(run, letter) & whole(self.longest);
            let Some((row, fewer)) = self.longest_known(run, self.longest.min(before + 1)) else { continue };
            let costs = &self.costs[row * self.width..(row + 1) * self.width];
            let fewer = u32::from(BACK_OFF * fewer);
            let (costs, sums) = (costs.as_chunks::<BLOCK>().0, sums.as_chunks_mut::<BLOCK>().0);
            for (costs, sums) in costs.iter().zip(sums) {
                for at in 0..BLOCK {
                    sums[at] += u32::from(costs[at]) + fewer;
                }
            }
        }
    }

    /// The row of the longest run known that ends a run of so many letters, and by how many letters it is shorter.
    fn longest_known(&self, run: u32, length: usize) -> Option<(usize, u8)> {
        let mut lengths = (0..).zip((1..=length).rev());
        lengths.find_map(|(fewer, length)| Some((*self.runs.get(&(run & whole(length)))? as usize, fewer)))
    }

    /// How rare each letter is among all letters of a language: minus the logarithm of its share.
    pub(super) fn rarities(&self, language: usize) -> &[f32; LETTERS] {
        &self.rarities[language]
    }

    fn rarity(&self, letter: usize, language: usize) -> f32 {
        let row = u8::try_from(letter).ok().and_then(|letter| self.runs.get(&then(0, letter)));
        match row.map(|&row| self.costs[row as usize * self.width + language]) {
            None | Some(NEVER) => f32::INFINITY,
            Some(cost) => f32::from(cost) / 4.0,
        }
    }
}

/// The bits of a run of so many letters.
fn whole(length: usize) -> u32 {
    u32::MAX >> (32 - 7 * length.min(4))
}

/// A run with one letter more; letters count from 1, so that runs of different lengths differ.
fn then(run: u32, letter: u8) -> u32 {
    (run << 7) | (u32::from(letter) + 1)
}

/// What is left of the file.
struct Bytes(&'static [u8]);

impl Bytes {
    fn take(&mut self, count: usize) -> Option<&'static [u8]> {
        let (taken, left) = self.0.split_at_checked(count)?;
        self.0 = left;
        Some(taken)
    }

    fn number(&mut self, bytes: usize) -> Option<usize> {
        Some(self.take(bytes)?.iter().rev().fold(0, |number, &byte| number << 8 | usize::from(byte)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_holds_two_scripts_to_its_end() {
        let codes = |table: &Table| table.languages.iter().map(Language::code).collect::<Vec<_>>().join(" ");
        assert_eq!(TABLES.len(), 2);
        assert_eq!(codes(Table::cyrillic()), "ru be uk bg mk sr kk mn");
        assert!(codes(Table::latin()).starts_with("en de fr pl lt lv"));
        let mut bytes = Bytes(include_bytes!("../../tables/letters.bin"));
        while Table::read(&mut bytes).is_some() {}
        assert!(bytes.0.is_empty());
    }

    #[test]
    fn a_letter_that_a_language_lacks_is_rare_in_it() {
        let table = Table::cyrillic();
        let short_u = usize::from(table.letter('ў').unwrap_or_default());
        assert!(table.rarities(1)[short_u] < -0.01_f32.ln(), "Belarusian");
        assert!(table.rarities(0)[short_u] > -0.001_f32.ln(), "Russian");
    }
}
