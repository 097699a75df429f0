//! Writes one language: clauses of frequent, new and rare words, with a dateline and days.

use std::fmt::Write as _;

use super::lexicon::Lexicon;
use super::tongue::{SUBJECTS, Tongue};
use super::{Article, FIGURES, Numbers, TONGUES, english, names};

/// The mean length of a text in bytes of UTF-8, and the spread of its logarithm.
const LENGTH: f64 = 2_300.0;
const SPREAD: f64 = 0.6;
/// What no article falls below or goes beyond.
const BOUNDS: (f64, f64) = (250.0, 40_000.0);
/// Of n running words V = K · n^β are different names and figures.
const HEAPS: (f64, f64) = (3.0, 0.65);
/// At most this share of the words is new.
const NEW: f64 = 0.12;
/// The first day is 1 January 2000; so many days follow.
pub(super) const DAYS: usize = 9_131;

/// One language while articles are written: how far it has come decides how many names are new.
pub(super) struct Writer {
    /// 0 English, 1 Russian, 2 Belarusian.
    at: usize,
    pub(super) tongue: &'static Tongue,
    pub(super) lexicon: Lexicon,
    pub(super) outlets: Vec<String>,
    words: f64,
    pub(super) rare: usize,
}

impl Writer {
    pub(super) fn new(at: usize) -> Self {
        let tongue: &Tongue = TONGUES.get(at).copied().unwrap_or(&english::ENGLISH);
        let pairs = tongue
            .kinds
            .split_whitespace()
            .flat_map(|kind| tongue.places.split_whitespace().map(move |place| format!("{place} {kind}")));
        Self { at, tongue, lexicon: Lexicon::of(tongue), outlets: pairs.collect(), words: 0.0, rare: 0 }
    }

    pub(super) fn outlet(&self, numbers: &mut Numbers, serial: usize) -> (String, String) {
        let count = self.outlets.len();
        let number = ((count as f64 + 1.0).powf(numbers.share()) - 1.0) as usize;
        let name = self.outlets.get(number).cloned().unwrap_or_default();
        (name, format!("https://{}{number:02}.example/news/{serial}", self.tongue.code))
    }

    pub(super) fn article(&mut self, numbers: &mut Numbers, serial: usize) -> Article {
        let subject = (numbers.share().powi(2) * SUBJECTS as f64) as usize;
        let day = numbers.below(DAYS);
        let (outlet, url) = self.outlet(numbers, serial);
        let mut title = String::new();
        let words = 4 + numbers.below(6);
        self.clause(numbers, &mut title, words, subject);
        capital(&mut title, 0);
        let (year, month, day_of_month) = date(day);
        let city = pick(self.tongue.cities, numbers).to_uppercase();
        let mut text = format!("{city}, {} ({outlet}) – ", self.told(day_of_month, month));
        let length = length(numbers);
        let mut sentences = 3 + numbers.below(3);
        while (text.len() as f64) < length {
            let begin = text.len();
            let words = 6 + numbers.below(18);
            self.clause(numbers, &mut text, words, subject);
            if numbers.below(12) == 0 {
                let (of_year, of_month, of_day) = date((day + DAYS - numbers.below(400)) % DAYS);
                let _ = write!(text, " {} {of_year}{}", self.told(of_day, of_month), self.tongue.of_the_year);
            }
            capital(&mut text, begin);
            sentences -= 1;
            if sentences == 0 {
                text.push_str(".\n\n");
                sentences = 2 + numbers.below(4);
            } else {
                text.push_str(". ");
            }
        }
        text.truncate(text.trim_end().len());
        let published = format!("{year}-{month:02}-{day_of_month:02}");
        Article { language: self.tongue.code, title, text, outlet, url, published }
    }

    fn told(&self, day: usize, month: usize) -> String {
        let month = self.tongue.months.get(month - 1).copied().unwrap_or_default();
        if self.at == 0 { format!("{month} {day}") } else { format!("{day} {month}") }
    }

    /// Some words in a row.
    fn clause(&mut self, numbers: &mut Numbers, text: &mut String, words: usize, subject: usize) {
        let comma = 4 + numbers.below(12);
        for place in 0..words {
            if place == comma && place + 2 < words {
                text.push(',');
            }
            if place > 0 {
                text.push(' ');
            }
            self.words += 1.0;
            let (scale, power) = HEAPS;
            let told = numbers.share();
            if (self.rare as f64) < scale * self.words.powf(power) && told < NEW {
                self.rare += 1;
                self.rare_word(self.rare - 1, text);
            } else if told < NEW + 0.018 {
                // An old one, the older the likelier.
                self.rare_word((self.rare as f64).powf(numbers.share()) as usize, text);
            } else if told < NEW + 0.024 {
                let figure = (FIGURES as f64).powf(numbers.share()) as usize - 1;
                text.push_str(&names::surname(figure, self.at));
            } else {
                let about = told > 0.92;
                let lexicon = &self.lexicon;
                let entry = if about { lexicon.of_subject(subject, numbers) } else { lexicon.draw(numbers) };
                if let Some(entry) = entry {
                    entry.write(numbers, text);
                }
            }
        }
    }

    /// A name or a figure that few articles have: two names to each figure.
    fn rare_word(&self, number: usize, text: &mut String) {
        if number % 3 == 2 {
            let _ = write!(text, "{}", 10_007 + number / 3 * 13);
        } else {
            text.push_str(&names::surname(FIGURES + number, self.at));
        }
    }
}

fn pick<'w>(listed: &'w str, numbers: &mut Numbers) -> &'w str {
    let words: Vec<&str> = listed.split_whitespace().collect();
    numbers.pick(&words)
}

fn capital(text: &mut String, at: usize) {
    let Some(first) = text.get(at..).and_then(|rest| rest.chars().next()) else { return };
    let upper: String = first.to_uppercase().collect();
    text.replace_range(at..at + first.len_utf8(), &upper);
}

/// Log-normal, of the wanted mean.
fn length(numbers: &mut Numbers) -> f64 {
    // Box and Muller's normal number.
    let (first, second) = (1.0 - numbers.share(), numbers.share());
    let normal = (-2.0 * first.ln()).sqrt() * (std::f64::consts::TAU * second).cos();
    let middle = LENGTH.ln() - SPREAD * SPREAD / 2.0;
    // Half a sentence is written beyond.
    ((middle + SPREAD * normal).exp() - 60.0).clamp(BOUNDS.0, BOUNDS.1)
}

/// Year, month and day of so many days after 1 January 2000.
pub(super) fn date(day: usize) -> (usize, usize, usize) {
    let (mut year, mut rest) = (2000, day);
    loop {
        let leap = year % 4 == 0;
        let in_year = if leap { 366 } else { 365 };
        if rest >= in_year {
            rest -= in_year;
            year += 1;
            continue;
        }
        let mut month = 1;
        for days in [31, if leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] {
            if rest < days {
                break;
            }
            rest -= days;
            month += 1;
        }
        return (year, month, rest + 1);
    }
}
