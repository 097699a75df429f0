//! News in three languages as they come in great numbers: running words by Zipf's law, new names and figures by Heaps' law, lengths,
//! outlets, days and reprints as archives have them. For timing, never for judging quality.

mod belarusian;
mod english;
mod lexicon;
mod names;
mod russian;
#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
mod tongue;

use std::collections::VecDeque;
use std::fmt::Write as _;

use super::Numbers;
use lexicon::{Entry, Lexicon};
use tongue::{SUBJECTS, Tongue};

/// The languages, with the share each has.
static TONGUES: [&Tongue; 3] = [&english::ENGLISH, &russian::RUSSIAN, &belarusian::BELARUSIAN];

/// The mean length of a text in bytes of UTF-8, and the spread of its logarithm.
const LENGTH: f64 = 2_300.0;
const SPREAD: f64 = 0.6;
/// What no article falls below or goes beyond.
const BOUNDS: (f64, f64) = (250.0, 40_000.0);
/// So many of a thousand articles are another outlet's reprint of one of the latest.
const REPRINTS: usize = 80;
/// Among so many of the latest it is looked for.
const LATEST: usize = 64;
/// Of n running words V = K · n^β are different names and figures.
const HEAPS: (f64, f64) = (3.0, 0.65);
/// At most this share of the words is new.
const NEW: f64 = 0.12;
/// The first day is 1 January 2000; so many days follow.
const DAYS: usize = 9_131;
/// People everybody writes about, in the letters of each language.
const FIGURES: usize = 60;
/// Rare names that can be asked for at once.
const RARE: usize = 60;

/// A made-up article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Article {
    /// ISO 639-1.
    pub(crate) language: &'static str,
    pub(crate) title: String,
    pub(crate) text: String,
    pub(crate) outlet: String,
    pub(crate) url: String,
    /// ISO 8601.
    pub(crate) published: String,
}

/// Gives articles without end; the same seed gives the same ones.
pub(crate) struct Corpus {
    numbers: Numbers,
    languages: [Writer; 3],
    latest: VecDeque<(usize, Article)>,
    serial: usize,
}

/// One language while articles are written: how far it has come decides how many names are new.
struct Writer {
    at: usize,
    tongue: &'static Tongue,
    lexicon: Lexicon,
    outlets: Vec<String>,
    words: f64,
    rare: usize,
}

impl Corpus {
    pub(crate) fn new(seed: u64) -> Self {
        let languages = [0, 1, 2].map(Writer::new);
        Self { numbers: Numbers::new(seed), languages, latest: VecDeque::new(), serial: 0 }
    }

    /// The languages with the share of each, in hundredths.
    pub(crate) fn shares() -> impl Iterator<Item = (&'static str, usize)> {
        TONGUES.iter().map(|tongue| (tongue.code, tongue.share))
    }

    /// All outlets there are, with their language.
    pub(crate) fn outlets(&self) -> impl Iterator<Item = (&str, &'static str)> {
        let of = |writer: &Writer| writer.tongue.code;
        self.languages
            .iter()
            .flat_map(move |writer| writer.outlets.iter().map(move |outlet| (outlet.as_str(), of(writer))))
    }

    /// What can be asked of a language (0 English, 1 Russian, 2 Belarusian).
    pub(crate) fn words(&self, language: usize) -> Option<Words<'_>> {
        self.languages.get(language).map(|writer| Words { writer })
    }

    /// How many names and figures that few articles have there are by now, by language.
    pub(crate) fn names(&self) -> [usize; 3] {
        [0, 1, 2].map(|at: usize| self.languages.get(at).map_or(0, |writer| writer.rare))
    }

    /// As after an earlier run that came to so many names: for asking, not for writing on.
    pub(crate) fn with_names(mut self, names: [usize; 3]) -> Self {
        for (writer, rare) in self.languages.iter_mut().zip(names) {
            writer.rare = rare;
        }
        self
    }

    fn write(&mut self) -> (usize, Article) {
        let drawn = self.numbers.below(100);
        let at = match drawn {
            _ if drawn < TONGUES[0].share => 0,
            _ if drawn < TONGUES[0].share + TONGUES[1].share => 1,
            _ => 2,
        };
        let Some(writer) = self.languages.get_mut(at) else { return (0, empty()) };
        (at, writer.article(&mut self.numbers, self.serial))
    }

    /// The latest articles printed by someone else: a sentence less, a day later.
    fn reprint(&mut self) -> Option<(usize, Article)> {
        let (at, original) = self.latest.get(self.numbers.below(self.latest.len()))?;
        let writer = self.languages.get(*at)?;
        let (outlet, url) = writer.outlet(&mut self.numbers, self.serial);
        let mut text = original.text.clone();
        if let Some((start, end)) = last_sentence(&text) {
            text.replace_range(start..end, "");
        }
        let _ = write!(text, "\n\n{outlet}");
        Some((*at, Article { text, outlet, url, ..original.clone() }))
    }
}

impl Iterator for Corpus {
    type Item = Article;

    fn next(&mut self) -> Option<Article> {
        let reprinted = self.numbers.below(1_000) < REPRINTS;
        let found = if reprinted { self.reprint() } else { None };
        let (at, article) = found.unwrap_or_else(|| self.write());
        self.serial += 1;
        if self.latest.len() == LATEST {
            self.latest.pop_front();
        }
        self.latest.push_back((at, article.clone()));
        Some(article)
    }
}

fn empty() -> Article {
    let none = String::new;
    Article { language: "", title: none(), text: none(), outlet: none(), url: none(), published: none() }
}

/// Where the last sentence of a text lies, if it is not the only one.
fn last_sentence(text: &str) -> Option<(usize, usize)> {
    let body = text.strip_suffix('.')?;
    body.rfind(". ").map(|before| (before + 1, text.len()))
}

impl Writer {
    fn new(at: usize) -> Self {
        let tongue: &Tongue = TONGUES.get(at).copied().unwrap_or(&english::ENGLISH);
        let pairs = tongue
            .kinds
            .split_whitespace()
            .flat_map(|kind| tongue.places.split_whitespace().map(move |place| format!("{place} {kind}")));
        Self { at, tongue, lexicon: Lexicon::of(tongue), outlets: pairs.collect(), words: 0.0, rare: 0 }
    }

    fn outlet(&self, numbers: &mut Numbers, serial: usize) -> (String, String) {
        let count = self.outlets.len();
        let number = ((count as f64 + 1.0).powf(numbers.share()) - 1.0) as usize;
        let name = self.outlets.get(number).cloned().unwrap_or_default();
        (name, format!("https://{}{number:02}.example/news/{serial}", self.tongue.code))
    }

    fn article(&mut self, numbers: &mut Numbers, serial: usize) -> Article {
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

/// What can be asked of articles in a language, by how many of them have it.
#[derive(Clone, Copy)]
pub(crate) struct Words<'c> {
    writer: &'c Writer,
}

impl<'c> Words<'c> {
    /// The most frequent of all.
    pub(crate) fn small(self) -> impl Iterator<Item = String> + use<'c> {
        self.writer.lexicon.small().map(Entry::called)
    }

    /// In a tenth to a half of the articles.
    pub(crate) fn common(self) -> impl Iterator<Item = String> + use<'c> {
        self.writer.lexicon.common().map(Entry::called)
    }

    /// In some of a hundred articles: what they are about.
    pub(crate) fn of_subjects(self) -> impl Iterator<Item = String> + use<'c> {
        self.writer.lexicon.of_subjects().map(Entry::called)
    }

    /// The same in another form than dictionaries have.
    pub(crate) fn inflected(self) -> impl Iterator<Item = String> + use<'c> {
        self.writer.lexicon.of_subjects().map(Entry::inflected)
    }

    /// In some of a thousand articles.
    pub(crate) fn medium(self) -> impl Iterator<Item = String> + use<'c> {
        self.writer.lexicon.medium().map(Entry::called)
    }

    /// Words that stand together.
    pub(crate) fn together(self) -> impl Iterator<Item = String> + use<'c> {
        self.writer.lexicon.together().map(Entry::called)
    }

    /// Names of which each is in a handful of articles, spread over all there are. `letters` are those of a language.
    pub(crate) fn rare(self, letters: usize) -> impl Iterator<Item = String> + use<'c> {
        let names = self.writer.rare;
        let number = move |nth| names / 4 + names / 2 * nth / RARE;
        (0..RARE).map(move |nth| names::surname(FIGURES + number(nth) / 3 * 3, letters))
    }

    /// People everybody writes about.
    pub(crate) fn figures(letters: usize) -> impl Iterator<Item = String> {
        (0..FIGURES).map(move |number| names::surname(number, letters))
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
fn date(day: usize) -> (usize, usize, usize) {
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
