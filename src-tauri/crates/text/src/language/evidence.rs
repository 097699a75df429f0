//! What the letters of a text say for each language, summed word by word.

use std::sync::LazyLock;

use chancery_model::Language;
use rustc_hash::FxHashMap;

use super::small_words::Known;
use super::table::{Costs, LETTERS, MOST, Table};
use crate::letters::{in_lower_case, is_letter};

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
    counts: [u32; LETTERS],
}

/// What a word says. It is the same wherever it stands.
pub(super) struct Word {
    /// Its letters, of whatever script.
    pub(super) letters: usize,
    /// What it says for the languages of its script; nothing where that is neither of ours.
    says: Option<Says>,
}

struct Says {
    script: Script,
    letters: usize,
    strange: usize,
    runs: Costs,
    /// Languages that have it as a small word, and that do not write one of its letters: a bit for each.
    known: u32,
    against: u32,
    /// The letters of the table in it.
    counted: Box<[u8]>,
}

impl Word {
    /// What a word as it stands says.
    pub(super) fn of(form: &str) -> Self {
        let lower: String = form.chars().flat_map(in_lower_case).collect();
        let (mut letters, mut is_cyrillic, mut is_latin) = (0, false, true);
        for c in lower.chars().filter(|&c| is_letter(c)) {
            letters += 1;
            is_cyrillic |= matches!(c, '\u{400}'..='\u{52f}');
            is_latin &= matches!(c, 'a'..='z' | '\u{aa}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}');
        }
        let says = match (is_cyrillic, is_latin) {
            (true, _) => Some(Says::of(&lower, Script::Cyrillic)),
            (false, true) => Some(Says::of(&lower, Script::Latin)),
            (false, false) => None,
        };
        Self { letters, says }
    }
}

impl Says {
    /// What a word in lower case says in a script.
    fn of(word: &str, script: Script) -> Self {
        let table = script.table();
        let mut says = Self {
            script,
            letters: 0,
            strange: 0,
            runs: [0; MOST],
            known: 0,
            against: 0,
            counted: [].into(),
        };
        let (mut run, mut counted) = (Vec::new(), Vec::new());
        for c in word.chars().filter(|c| is_letter(*c)) {
            let Some(c) = script.letter(c) else { continue };
            says.letters += 1;
            if script == Script::Cyrillic {
                let at = u32::from(c).wrapping_sub(0x400) as usize;
                says.against |= STRANGE.get(at).copied().unwrap_or_default();
            }
            match table.letter(c) {
                Some(letter) => {
                    run.push(letter);
                    counted.push(letter);
                }
                None => {
                    says.strange += 1;
                    table.score(&run, &mut says.runs);
                    run.clear();
                }
            }
        }
        table.score(&run, &mut says.runs);
        if script == Script::Cyrillic {
            says.known = SMALL_WORDS.get(word).copied().unwrap_or_default();
        }
        Self { counted: counted.into(), ..says }
    }
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
        Self { script, letters: 0, strange: 0, runs: [0; MOST], words: [0.0; MOST], counts: [0; LETTERS] }
    }

    /// Adds a word, if it is of the script.
    pub(super) fn add(&mut self, word: &Word) {
        if let Some(says) = word.says.as_ref().filter(|says| says.script == self.script) {
            self.add_said(says);
        }
    }

    /// Adds a word in lower case, whatever its script.
    pub(super) fn add_form(&mut self, word: &str) {
        self.add_said(&Says::of(word, self.script));
    }

    fn add_said(&mut self, says: &Says) {
        self.letters += says.letters;
        self.strange += says.strange;
        self.runs.iter_mut().zip(&says.runs).for_each(|(sum, cost)| *sum += cost);
        for &letter in &says.counted {
            self.counts[usize::from(letter)] += 1;
        }
        if says.known | says.against != 0 {
            for language in 0..self.script.table().languages.len() {
                self.words[language] += if says.known >> language & 1 == 1 { SMALL_WORD } else { 0.0 };
                self.words[language] += if says.against >> language & 1 == 1 { STRANGE_LETTER } else { 0.0 };
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
        let languages = &self.script.table().languages;
        let runs = |at: usize| -(self.runs[at] as f32) / 4.0;
        let mut scores = [f32::NEG_INFINITY; MOST];
        for (at, (score, &language)) in scores.iter_mut().zip(languages).enumerate() {
            *score = runs(at) + self.words[at] + self.script.prior(language);
        }
        // Of equal ones the first.
        let best_but = |known: Option<usize>| {
            let others = (0..languages.len()).rev().filter(|&at| Some(at) != known);
            others.max_by(|&a, &b| scores[a].total_cmp(&scores[b]))
        };
        let best = best_but(None)?;
        let next = best_but(Some(best))?;
        let verdict = Verdict {
            language: languages[best],
            ahead: scores[best] - scores[next],
            next: languages[next],
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
        let expected = (self.letters as f32 / 12.0).ln();
        let rarities = self.script.table().rarities(at);
        rarities.iter().zip(&self.counts).any(|(&rarity, &count)| count == 0 && rarity < expected)
    }
}
