//! How likely a letter is after those before it, in each language of a script: `tables/letters.bin`, laid out in its README.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

use chancery_model::Language;

/// No script has more languages than this.
pub(super) const MOST: usize = 32;

/// A value for each language of a script, in nats.
pub(super) type Scores = [f32; MOST];

/// What a shorter run costs where a longer one is not known.
const BACK_OFF: f32 = -2.0;
/// What a letter costs that a language does not have.
const NEVER: f32 = -14.0;

static TABLES: LazyLock<Vec<Table>> = LazyLock::new(|| {
    let mut bytes = Bytes(include_bytes!("../../tables/letters.bin"));
    std::iter::from_fn(|| Table::read(&mut bytes)).collect()
});

/// The languages of one script.
#[derive(Default)]
pub(super) struct Table {
    pub(super) languages: Vec<Language>,
    /// In order, so that a letter's number is its place.
    letters: Vec<char>,
    longest: usize,
    /// Runs of one to `longest` letters, seven bits a letter, with the row of each.
    runs: HashMap<u32, u32, BuildHasherDefault<Spread>>,
    /// A row for each run, a cell for each language: 0 where the run does not occur.
    cells: Vec<u8>,
}

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
        let length = bytes.number(2)?;
        table.letters = std::str::from_utf8(bytes.take(length)?).ok()?.chars().collect();
        table.longest = bytes.number(1)?;
        let mut row = 0_u32;
        for length in 1..=table.longest {
            let count = bytes.number(4)?;
            for run in bytes.take(count * length)?.chunks(length) {
                table.runs.insert(run.iter().fold(0, |run, &letter| then(run, letter)), row);
                row += 1;
            }
            let columns = bytes.take(count * table.languages.len())?;
            for run in 0..count {
                table
                    .cells
                    .extend((0..table.languages.len()).map(|language| columns[language * count + run]));
            }
        }
        Some(table)
    }

    /// The number of a letter in lower case.
    pub(super) fn letter(&self, c: char) -> Option<u8> {
        self.letters.binary_search(&c).ok().and_then(|at| u8::try_from(at).ok())
    }

    /// How likely each letter of `word` is after those before it, summed for each language.
    pub(super) fn score(&self, word: &[u8], sums: &mut Scores) {
        let all = u32::MAX >> (32 - self.languages.len());
        for end in 1..=word.len() {
            let (mut open, mut cost) = (all, 0.0);
            for length in (1..=self.longest.min(end)).rev() {
                let run = word[end - length..end].iter().fold(0, |run, &letter| then(run, letter));
                if let Some(&row) = self.runs.get(&run) {
                    let from = row as usize * self.languages.len();
                    let cells = &self.cells[from..from + self.languages.len()];
                    for (language, &cell) in cells.iter().enumerate() {
                        if cell > 0 && open >> language & 1 == 1 {
                            sums[language] += cost - f32::from(cell - 1) / 4.0;
                            open ^= 1 << language;
                        }
                    }
                }
                if open == 0 {
                    break;
                }
                cost += BACK_OFF;
            }
            for language in (0..self.languages.len()).filter(|language| open >> language & 1 == 1) {
                sums[language] += NEVER;
            }
        }
    }

    /// The share of a letter among all letters of a language.
    pub(super) fn share(&self, letter: u8, language: usize) -> f32 {
        let Some(&row) = self.runs.get(&then(0, letter)) else { return 0.0 };
        match self.cells[row as usize * self.languages.len() + language] {
            0 => 0.0,
            cell => (-f32::from(cell - 1) / 4.0).exp(),
        }
    }
}

/// A run with one letter more; letters count from 1, so that runs of different lengths differ.
fn then(run: u32, letter: u8) -> u32 {
    (run << 7) | (u32::from(letter) + 1)
}

/// Runs are few and known: a multiplication spreads them well enough.
#[derive(Default)]
struct Spread(u64);

impl Hasher for Spread {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|&byte| self.write_u32(u32::from(byte)));
    }

    fn write_u32(&mut self, run: u32) {
        let spread = (self.0 ^ u64::from(run)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = spread ^ spread >> 32;
    }
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
        let short_u = table.letter('ў').unwrap_or_default();
        assert!(table.share(short_u, 1) > 0.01, "Belarusian");
        assert!(table.share(short_u, 0) < 0.001, "Russian");
    }
}
