//! Prose of made-up Russian words by Zipf's law, with subjects that have words of their own: for timing what learns.

use super::Numbers;

const SYLLABLES: [&str; 20] = [
    "ба", "ве", "ги", "до", "жу", "за", "ке", "ли", "мо", "ну", "па", "ре", "си", "то", "фу", "ха", "це",
    "чи", "шо", "щу",
];
const ENDINGS: [&str; 8] = ["", "а", "ов", "ами", "ый", "ого", "ать", "ает"];

/// About as many bytes as the articles of the other generators have.
const LENGTH: usize = 2300;
/// Words a subject has of its own, and how many words of a text on it are of those.
const OWN: usize = 200;
const OWN_SHARE: f64 = 0.1;

/// Writes texts of `words` different words, each as likely as 1/rank.
pub(crate) struct Writer {
    numbers: Numbers,
    words: Vec<String>,
}

impl Writer {
    pub(crate) fn new(seed: u64, words: usize) -> Self {
        let word = |rank: usize| {
            let mut rest = rank + SYLLABLES.len();
            let mut word = String::new();
            while rest > 0 {
                word.push_str(SYLLABLES.get(rest % SYLLABLES.len()).unwrap_or(&"а"));
                rest /= SYLLABLES.len();
            }
            word + "н"
        };
        Self { numbers: Numbers::new(seed), words: (0..words).map(word).collect() }
    }

    /// A text on the subjects whose numbers are given.
    pub(crate) fn write(&mut self, subjects: &[usize]) -> String {
        let mut text = String::with_capacity(LENGTH + 64);
        while text.len() < LENGTH {
            let own = subjects.get(self.numbers.below(subjects.len()));
            let rank = match own {
                Some(subject) if self.numbers.share() < OWN_SHARE => {
                    self.words.len() / 50 + subject * OWN + self.numbers.below(OWN)
                }
                // The logarithm of a rank that is as likely as 1/rank is as likely as any other.
                _ => (self.words.len() as f64).powf(self.numbers.share()) as usize,
            };
            text.push_str(self.words.get(rank).map_or("и", String::as_str));
            text.push_str(self.numbers.pick(&ENDINGS));
            text.push(' ');
        }
        text
    }

    /// Which of so many subjects a text has: none to some.
    pub(crate) fn subjects(&mut self, of: usize) -> Vec<usize> {
        (0..of).filter(|_| self.numbers.below(of) == 0).collect()
    }
}
