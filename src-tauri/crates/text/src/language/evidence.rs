//! What the letters of a text say for each language, summed word by word.

use std::sync::LazyLock;

use chancery_model::Language;
use rustc_hash::FxHashMap;

use super::small_words::Known;
use super::table::{Costs, MOST, Table};
use crate::letters::is_letter;

/// What a small word of a language says for it.
const SMALL_WORD: f32 = 2.0;
/// What a word with a letter that a language does not write says against it.
const STRANGE_LETTER: f32 = -5.0;

/// From this many letters on a text must fit.
const ENOUGH: usize = 24;
/// A text that fits poorly and is no farther ahead of the next language than this, in nats a letter, is in neither.
const TOO_CLOSE: f32 = 0.15;
/// One that is this far ahead may fit a little worse: names, numbers and foreign words.
const FAR_AHEAD: f32 = 0.7;

/// The scripts told apart by us.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    Cyrillic,
    Latin,
}

impl Script {
    pub(super) fn table(self) -> &'static Table {
        match self {
            Self::Cyrillic => Table::cyrillic(),
            Self::Latin => Table::latin(),
        }
    }

    /// The letter meant: typed on the wrong keyboard, a Latin letter often stands among Cyrillic ones for the one it looks like.
    fn letter(self, c: char) -> Option<char> {
        if self == Self::Latin || !c.is_ascii() {
            return Some(c);
        }
        let alike = "aаbвcсeеhнiіkкmмoоpрtтxхyу";
        let mut letters = alike.chars();
        letters.find(|&latin| latin == c)?;
        letters.next()
    }

    /// How likely, in nats, a letter of a long text is at least on average: in a language it fits, and in one it fits well.
    fn bounds(self) -> (f32, f32) {
        match self {
            Self::Cyrillic => (-3.5, -3.3),
            // Where there are many languages, one of them soon fits a text of yet another.
            Self::Latin => (-2.8, -2.7),
        }
    }

    /// How much less than the desk's own languages one is expected: texts of a few letters often fit several.
    fn prior(self, language: Language) -> f32 {
        match (self, language) {
            (_, Language::Ru | Language::Be | Language::En) => 0.0,
            (Self::Latin, Language::Other(code)) if matches!(&code, b"eo" | b"az" | b"sq") => -4.5,
            (Self::Cyrillic, Language::Uk) => -2.5,
            (Self::Latin, _) => -1.5,
            (Self::Cyrillic, _) => -3.0,
        }
    }
}

/// The languages written in Cyrillic letters with their small words, by word; a bit for each language.
static SMALL_WORDS: LazyLock<FxHashMap<&'static str, u32>> = LazyLock::new(|| {
    let mut words = FxHashMap::default();
    for (at, language) in Table::cyrillic().languages.iter().enumerate() {
        for word in Known::of(*language).into_iter().flat_map(Known::words) {
            *words.entry(word).or_default() |= 1 << at;
        }
    }
    words
});

/// For each letter from U+0400 on the languages that do not write it, a bit for each.
static STRANGE: LazyLock<Vec<u32>> = LazyLock::new(|| {
    let without = |letter| {
        let languages = Table::cyrillic().languages.iter().enumerate();
        languages
            .filter(|(_, language)| Known::of(**language).is_some_and(|known| !known.writes(letter)))
            .fold(0, |set, (at, _)| set | 1 << at)
    };
    ('\u{400}'..='\u{4ff}').map(without).collect()
});

/// The evidence for the languages of one script.
pub(super) struct Evidence {
    script: Script,
    /// Letters of the script.
    pub(super) letters: usize,
    /// Letters of the script that none of its languages has.
    strange: usize,
    /// From runs of letters alone.
    runs: Costs,
    /// From words, in nats.
    words: [f32; MOST],
    /// How often each letter occurs.
    counts: [u32; 128],
    /// Room for a run of letters, kept between words.
    run: Vec<u8>,
}

/// The language that the evidence speaks for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Verdict {
    pub(super) language: Language,
    /// How far it lies before the next, in nats; never negative.
    pub(super) ahead: f32,
    pub(super) next: Language,
    /// How likely a letter is in it on average, in nats.
    pub(super) fit: f32,
}

impl Evidence {
    pub(super) fn none(script: Script) -> Self {
        Self {
            script,
            letters: 0,
            strange: 0,
            runs: [0; MOST],
            words: [0.0; MOST],
            counts: [0; 128],
            run: Vec::new(),
        }
    }

    /// Adds a word of the script, in lower case.
    pub(super) fn add(&mut self, word: &str) {
        let table = self.script.table();
        let mut run = std::mem::take(&mut self.run);
        let mut against = 0;
        for c in word.chars().filter(|c| is_letter(*c)) {
            let Some(c) = self.script.letter(c) else { continue };
            self.letters += 1;
            if self.script == Script::Cyrillic {
                let at = u32::from(c).wrapping_sub(0x400) as usize;
                against |= STRANGE.get(at).copied().unwrap_or_default();
            }
            match table.letter(c) {
                Some(letter) => {
                    run.push(letter);
                    self.counts[usize::from(letter)] += 1;
                }
                None => {
                    self.strange += 1;
                    table.score(&run, &mut self.runs);
                    run.clear();
                }
            }
        }
        table.score(&run, &mut self.runs);
        run.clear();
        self.run = run;
        if self.script == Script::Cyrillic {
            let known = SMALL_WORDS.get(word).copied().unwrap_or_default();
            if known | against != 0 {
                for language in 0..table.languages.len() {
                    self.words[language] += if known >> language & 1 == 1 { SMALL_WORD } else { 0.0 };
                    self.words[language] += if against >> language & 1 == 1 { STRANGE_LETTER } else { 0.0 };
                }
            }
        }
    }

    /// Adds the evidence of another part of the text.
    pub(super) fn add_all(&mut self, other: &Self) {
        self.letters += other.letters;
        self.strange += other.strange;
        self.runs.iter_mut().zip(&other.runs).for_each(|(ours, theirs)| *ours += theirs);
        self.words.iter_mut().zip(&other.words).for_each(|(ours, theirs)| *ours += theirs);
        self.counts.iter_mut().zip(&other.counts).for_each(|(ours, theirs)| *ours += theirs);
    }

    /// The language it speaks for, if it fits one.
    pub(super) fn verdict(&self) -> Option<Verdict> {
        let table = self.script.table();
        let runs = |at: usize| -(self.runs[at] as f32) / 4.0;
        let score = |at: usize| runs(at) + self.words[at] + self.script.prior(table.languages[at]);
        // Of equal ones the first.
        let best_but = |known: Option<usize>| {
            let others = (0..table.languages.len()).rev().filter(|&at| Some(at) != known);
            others.max_by(|&a, &b| score(a).total_cmp(&score(b)))
        };
        let best = best_but(None)?;
        let next = best_but(Some(best))?;
        let verdict = Verdict {
            language: table.languages[best],
            ahead: score(best) - score(next),
            next: table.languages[next],
            fit: runs(best) / self.letters.max(1) as f32,
        };
        (self.letters > 0 && self.fits(best, &verdict)).then_some(verdict)
    }

    fn fits(&self, at: usize, verdict: &Verdict) -> bool {
        if self.letters < ENOUGH {
            return true;
        }
        let letters = self.letters as f32;
        let &Verdict { ahead, fit, .. } = verdict;
        let (least, well) = self.script.bounds();
        // The fewer letters, the farther their average lies from that of their language.
        let granted = 3.5 / letters.sqrt() + if ahead > FAR_AHEAD * letters { 0.5 } else { 0.0 };
        let poor =
            fit < least - granted || fit < well && self.letters > 2 * ENOUGH && ahead < TOO_CLOSE * letters;
        !poor && self.strange <= 1 + self.letters / 50 && !self.misses_a_letter(at)
    }

    /// Whether a letter is nowhere that must be there: one expected twelve times.
    fn misses_a_letter(&self, at: usize) -> bool {
        let table = self.script.table();
        let expected = (self.letters as f32 / 12.0).ln();
        (0_u8..).zip(&self.counts).any(|(letter, &count)| count == 0 && table.rarity(letter, at) < expected)
    }
}
