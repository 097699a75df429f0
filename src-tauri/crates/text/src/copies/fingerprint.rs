//! What is compared of a text: the hash of its words in order, and the set of its runs of five words.

use std::cell::RefCell;
use std::ops::Range;

use chancery_model::{CodePoints, Furniture};

use crate::publication::is_posted_line;
use crate::words::{next_word, word_end};
use crate::{Line, Memory, fold, lines};

/// Words in a run. Texts with fewer are alike to no other.
pub const RUN: usize = 5;

/// What is compared of a text. Two texts with the same words in the same order have the same, whatever their case, signs,
/// blanks, furniture and posted-lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fingerprint {
    /// Hash of the words in their order.
    words: u64,
    /// Hashes of the runs of five words: each once, ascending.
    runs: Vec<u64>,
}

thread_local! {
    static HASHES: RefCell<Memory<u64>> = RefCell::default();
}

impl Fingerprint {
    /// The fingerprint of a text without its furniture, which stands in order, and without the lines at its head and foot that
    /// say when it was posted: each outlet has its own.
    #[must_use]
    pub fn of(text: &str, furniture: &[Furniture]) -> Self {
        let mut words: Vec<u64> = Vec::with_capacity(text.len() / 6);
        // A run never reaches across furniture into words that do not follow: those before and after are neighbours, since
        // furniture is no part of the text.
        HASHES.with_borrow_mut(|hashes| {
            for_each_word(text, furniture, |word| {
                words.push(*hashes.of(word, |word| hash(fold(word).bytes())));
            });
        });
        let mut runs: Vec<u64> = words.windows(RUN).map(in_order).collect();
        runs.sort_unstable();
        runs.dedup();
        Self { words: in_order(&words), runs }
    }

    /// Hash of the words in their order; the same for exact copies. `None` for a text too short to compare.
    #[must_use]
    pub fn words(&self) -> Option<u64> {
        (!self.runs.is_empty()).then_some(self.words)
    }

    /// How many different runs of five words there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.runs.len()
    }

    /// Whether the text is too short to compare.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    /// Hashes of the runs, each once, ascending.
    pub(super) fn runs(&self) -> &[u64] {
        &self.runs
    }

    /// The share of the runs of either text that both have (Jaccard), 0–1; 0 where one is too short.
    #[must_use]
    pub fn likeness(&self, other: &Self) -> f64 {
        let (mut ours, mut theirs) = (self.runs.iter().peekable(), other.runs.iter().peekable());
        let mut shared = 0_usize;
        while let (Some(our), Some(their)) = (ours.peek(), theirs.peek()) {
            match our.cmp(their) {
                std::cmp::Ordering::Less => drop(ours.next()),
                std::cmp::Ordering::Greater => drop(theirs.next()),
                std::cmp::Ordering::Equal => {
                    shared += 1;
                    ours.next();
                    theirs.next();
                }
            }
        }
        let either = self.runs.len() + other.runs.len() - shared;
        if either == 0 { 0.0 } else { shared as f64 / either as f64 }
    }
}

/// Lines at the head, where the story has not begun, and at the foot that are looked at for when the text was posted.
const HEAD: usize = 14;
const FOOT: usize = 6;

/// Byte ranges of the lines that say when the text was posted, in order.
fn posted(text: &str) -> Vec<Range<usize>> {
    let is_posted = |line: &Line<'_>| is_posted_line(line.text);
    let filled = || lines(text).filter(|line| !line.is_blank());
    let head = filled().take(HEAD).take_while(|line| !line.is_prose());
    let mut ranges: Vec<Range<usize>> = head.filter(is_posted).map(|line| line.start..line.end()).collect();
    let after = ranges.last().map_or(0, |range| range.end);
    let mut end = text.len();
    let mut foot = Vec::new();
    for line in text.rsplit('\n') {
        let start = end - line.len();
        let line = Line { start, text: line };
        if foot.len() == FOOT || start < after {
            break;
        }
        if !line.is_blank() {
            foot.push(line);
        }
        end = start.saturating_sub(1);
    }
    ranges.extend(foot.iter().rev().filter(|line| is_posted(line)).map(|line| line.start..line.end()));
    ranges
}

/// Runs of letters and digits. An apostrophe parts them, so that its many shapes, and none at all, compare alike.
fn for_each_word(text: &str, furniture: &[Furniture], mut each: impl FnMut(&str)) {
    let mut hidden = posted(text);
    if !furniture.is_empty() {
        let points = CodePoints::new(text);
        let byte = |position| points.byte_of(position).unwrap_or(text.len());
        hidden.extend(furniture.iter().map(|piece| byte(piece.span.start)..byte(piece.span.end)));
        hidden.sort_unstable_by_key(|range| range.start);
    }
    let mut from = 0;
    for range in hidden.into_iter().chain(std::iter::once(text.len()..text.len())) {
        let seen = text.get(from..range.start).unwrap_or_default();
        let mut at = 0;
        while let Some(start) = next_word(seen, at) {
            at = word_end(seen, start, |_| false);
            each(&seen[start..at]);
        }
        from = from.max(range.end);
    }
}

/// FNV-1a, finished so that every bit counts. It is kept in dossiers: a change of it is a change of `COPIES_VERSION`.
fn hash(bytes: impl Iterator<Item = u8>) -> u64 {
    finish(
        bytes
            .fold(0xCBF2_9CE4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3)),
    )
}

/// One hash of several, in their order.
fn in_order(hashes: &[u64]) -> u64 {
    finish(hashes.iter().fold(0, |all, &one| finish(all ^ one)))
}

/// The last step of SplitMix64.
pub(super) fn finish(hash: u64) -> u64 {
    let mut z = hash.wrapping_add(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chancery_model::{FurnitureKind, Span};

    fn of(text: &str) -> Fingerprint {
        Fingerprint::of(text, &[])
    }

    #[test]
    fn case_signs_and_blanks_are_not_compared_and_words_are() {
        let russian = of("Премьер-министры обсудили «цену на газ» в Минске ещё раз.");
        assert_eq!(russian, of("ПРЕМЬЕР МИНИСТРЫ обсудили\n\nцену на газ  в Минске — еще раз"));
        assert_ne!(russian.words(), of("Премьер-министры обсудили цену на нефть в Минске ещё раз").words());
        let belarusian = of("Аб’яднанне эканомік дзвюх краін ідзе марудна");
        assert_eq!(belarusian, of("аб'яднанне эканомік дзвюх краін ідзе марудна!"));
        assert!(belarusian.words().is_some());
    }

    #[test]
    fn the_order_of_words_counts() {
        let (ab, ba) = (of("one two three four five six"), of("six five four three two one"));
        assert_ne!(ab.words(), ba.words());
        assert!(ab.likeness(&ba) < f64::EPSILON);
    }

    #[test]
    fn likeness_is_the_share_of_runs_in_common() {
        // Runs 1–5, 2–6, 3–7, 4–8 against 1–5, 2–6 and two others: two of six.
        let likeness = of("a1 a2 a3 a4 a5 a6 a7 a8").likeness(&of("a1 a2 a3 a4 a5 a6 b7 b8"));
        assert!((likeness - 2.0 / 6.0).abs() < 1e-12, "{likeness}");
        let russian = of("стороны подписали все двадцать восемь программ")
            .likeness(&of("Стороны подписали все двадцать восемь программ."));
        assert!((russian - 1.0).abs() < 1e-12);
    }

    #[test]
    fn furniture_is_skipped_and_what_stands_around_it_follows() {
        let text = "All 28 programs\nShare this page\nhave been agreed upon in Sochi";
        let furniture = [Furniture { span: Span::new(16, 31), kind: FurnitureKind::Share }];
        let plain = of("All 28 programs have been agreed upon in Sochi");
        assert_eq!(Fingerprint::of(text, &furniture), plain);
        assert_ne!(of(text), plain);
    }

    #[test]
    fn when_it_was_posted_is_not_compared() {
        let story = "Премьеры встретились\n\nСтороны обсудили в Минске цену на газ на следующий год, сообщил министр.";
        let plain = of(story);
        for told in [
            story.replace("\n\n", "\n\nОпубликовано: 10.09.2021 14:05\n\n"),
            story.replace("\n\n", "\n\nPosted: September 11, 2021, 2:42 pm\n\n"),
            format!("{story}\n\nАпублікавана 12.09.2021\n"),
        ] {
            assert_eq!(of(&told), plain, "{told}");
        }
        // A day that the story tells is part of it, and so is a list of days below it.
        let day = story.replace("на следующий год", "10 сентября 2021 года");
        assert_ne!(of(&day), plain);
        let lines = "\n10.09.2021 14:05".repeat(30);
        assert_ne!(of(&format!("{story}\n{lines}\n\n{story}")), of(&format!("{story}\n\n{story}")));
    }

    #[test]
    fn four_words_are_compared_with_nothing() {
        let short = of("Read the full story");
        assert_eq!((short.words(), short.len()), (None, 0));
        assert!(short.likeness(&short) < f64::EPSILON);
    }
}
