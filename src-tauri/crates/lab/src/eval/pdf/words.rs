//! What a reader makes of words known beforehand.

use std::ops::AddAssign;

use serde::Serialize;
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// How many words came back otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Faults {
    pub(super) lost: usize,
    /// Blanks missing between words.
    pub(super) glued: usize,
    /// Blanks inside words.
    pub(super) parted: usize,
    /// Words with a hyphen too few or too many.
    pub(super) hyphens: usize,
    /// Words that are not there.
    pub(super) added: usize,
    /// What these are, expected and read.
    #[serde(skip)]
    pub(super) which: Vec<String>,
}

impl Faults {
    /// All but what is there besides: running heads are of the page.
    pub(super) fn all(&self) -> usize {
        self.lost + self.glued + self.parted + self.hyphens
    }
}

impl AddAssign for Faults {
    fn add_assign(&mut self, other: Self) {
        self.lost += other.lost;
        self.glued += other.glued;
        self.parted += other.parted;
        self.hyphens += other.hyphens;
        self.added += other.added;
        self.which.extend(other.which);
    }
}

/// Words as they are compared: marks of items are none.
pub(super) fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().filter(|word| !matches!(*word, "-" | "•" | "◦" | "●" | "\u{f0b7}")).collect()
}

/// Compares what was read with what stands there.
pub(super) fn faults(expected: &[&str], read: &[&str]) -> Faults {
    let mut faults = Faults::default();
    for op in capture_diff_slices(Algorithm::Myers, expected, read) {
        if matches!(op, DiffOp::Equal { .. }) {
            continue;
        }
        let before = expected.get(op.old_range()).unwrap_or_default();
        let after = read.get(op.new_range()).unwrap_or_default();
        faults += differing(before, after);
    }
    faults
}

/// Neighbours that have the same letters are the same words, put together in another way.
fn differing(mut expected: &[&str], mut read: &[&str]) -> Faults {
    let mut faults = Faults::default();
    while let Some((first, rest)) = expected.split_first() {
        let few = |words: &[&str]| 1..=words.len().min(4);
        let places = (0..read.len()).filter_map(|at| read.split_at_checked(at));
        let same = places.into_iter().find_map(|(before, read)| {
            let pairs = few(expected).flat_map(|a| few(read).map(move |b| (a, b)));
            let mut pairs = pairs.map(|(a, b)| (expected.split_at(a), read.split_at(b)));
            pairs.find(|((a, _), (b, _))| bare(a) == bare(b)).map(|pair| (before, pair))
        });
        let Some((before, ((a, rest), (b, rest_read)))) = same else {
            faults.lost += 1;
            faults.which.push(format!("-{first}"));
            expected = rest;
            continue;
        };
        faults.added += before.len();
        faults.which.extend(before.iter().map(|word| format!("+{word}")));
        faults.glued += a.len().saturating_sub(b.len());
        faults.parted += b.len().saturating_sub(a.len());
        faults.hyphens += usize::from(a.len() == b.len() && a != b);
        if a != b {
            faults.which.push(format!("{} → {}", a.join(" "), b.join(" ")));
        }
        (expected, read) = (rest, rest_read);
    }
    faults.added += read.len();
    faults.which.extend(read.iter().map(|word| format!("+{word}")));
    faults
}

/// The letters without hyphens.
fn bare(words: &[&str]) -> String {
    words.concat().replace(['-', '\u{ad}', '\u{2010}'], "")
}

/// What pdftotext gives, with broken words put together wherever a line ends in a hyphen and the next begins with a letter.
pub(super) fn unbroken(text: &str) -> String {
    let mut all = String::with_capacity(text.len());
    for line in text.lines() {
        let line = line.trim_start_matches('\u{c}');
        let goes_on = line.starts_with(char::is_alphabetic);
        if goes_on
            && all.trim_end_matches(['-', '\u{ad}', '\u{2010}']).ends_with(char::is_alphabetic)
            && all.ends_with(['-', '\u{ad}', '\u{2010}'])
        {
            all.pop();
        } else {
            all.push('\n');
        }
        all.push_str(line);
    }
    all.replace('\u{ad}', "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_are_told_apart() {
        let check = |expected: &str, read: &str| {
            let found = faults(&words(expected), &words(read));
            [found.lost, found.glued, found.parted, found.hyphens, found.added]
        };
        assert_eq!(check("one two three", "one two three"), [0; 5]);
        assert_eq!(check("one two three", "one twothree"), [0, 1, 0, 0, 0]);
        assert_eq!(check("one two three", "one t wo three"), [0, 0, 1, 0, 0]);
        assert_eq!(check("a road-map of it", "a roadmap of it"), [0, 0, 0, 1, 0]);
        assert_eq!(check("one two three", "one three"), [1, 0, 0, 0, 0]);
        assert_eq!(check("one two three", "Gazette one two 4 three"), [0, 0, 0, 0, 2]);
        assert_eq!(check("one two three", "one four t hree"), [1, 0, 1, 0, 1]);
    }

    #[test]
    fn broken_words_are_put_together() {
        assert_eq!(words(&unbroken("согла-\nшение о\nценах")), ["соглашение", "о", "ценах"]);
        assert_eq!(words(&unbroken("in 2019-\n2020 -\nno")), ["in", "2019-", "2020", "no"]);
    }
}
