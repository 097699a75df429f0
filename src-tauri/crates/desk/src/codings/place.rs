//! Finding a passage again by its words, whatever was done to blanks and line ends: in the text only what can be seen is compared.

use chancery_model::Span;

use super::incoming::{IncomingCoding, Place};

/// Characters compared on either side, where the words stand in several places.
const CONTEXT: usize = 24;

/// A text with only what can be seen, and where each character stands.
pub(crate) struct Seen {
    text: Vec<char>,
    at: Vec<u32>,
}

/// Why a passage has no place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unplaced {
    Absent,
    Ambiguous,
}

/// What can be seen of words: composed, without blanks and marks of no width.
pub(crate) fn seen(words: &str) -> Vec<char> {
    chancery_intake::normalise(words).chars().filter(|c| !c.is_whitespace()).collect()
}

impl Seen {
    /// `text` is normalised, as texts of the dossier are.
    pub(crate) fn new(text: &str) -> Self {
        let shown = (0..).zip(text.chars()).filter(|(_, c)| !c.is_whitespace());
        let (at, text) = shown.unzip();
        Self { text, at }
    }

    /// The span of a passage: at its place where the words stand there, else where they stand between the words before and
    /// after, else nearest to its place.
    pub(crate) fn find(&self, coding: &IncomingCoding) -> Result<Span, Unplaced> {
        let words = seen(&coding.exact);
        let Some(first) = words.first() else { return Err(Unplaced::Absent) };
        let places: Vec<usize> = (0..self.text.len())
            .filter(|&at| self.text[at] == *first && self.text[at..].starts_with(&words))
            .collect();
        let expected = match coding.place {
            Place::Unknown => None,
            Place::AfterSeen(seen) => Some(seen as usize),
            Place::At(point) => Some(self.at.partition_point(|at| *at < point)),
        };
        let place = match places.as_slice() {
            [] => return Err(Unplaced::Absent),
            [only] => *only,
            several => match expected.filter(|expected| several.contains(expected)) {
                Some(exact) => exact,
                None => self.by_context(several, coding, expected, words.len())?,
            },
        };
        let span = self.at.get(place).zip(self.at.get(place + words.len() - 1));
        span.map(|(start, last)| Span::new(*start, last + 1)).ok_or(Unplaced::Absent)
    }

    fn by_context(
        &self,
        places: &[usize],
        coding: &IncomingCoding,
        expected: Option<usize>,
        length: usize,
    ) -> Result<usize, Unplaced> {
        let (before, after) = (seen(&coding.prefix), seen(&coding.suffix));
        let alike = |place: usize| {
            let left = self.text[..place].iter().rev().zip(before.iter().rev());
            let right = self.text[place + length..].iter().zip(&after);
            let run = |same: usize| same.min(CONTEXT);
            run(left.take_while(|(one, other)| one == other).count())
                + run(right.take_while(|(one, other)| one == other).count())
        };
        let best = places.iter().map(|&place| alike(place)).max().unwrap_or(0);
        let mut likely = places.iter().copied().filter(|&place| alike(place) == best);
        match (expected, likely.next(), likely.next()) {
            (_, Some(only), None) => Ok(only),
            (Some(expected), Some(first), Some(second)) => {
                let rest = [first, second].into_iter().chain(likely);
                rest.min_by_key(|place| place.abs_diff(expected)).ok_or(Unplaced::Absent)
            }
            _ => Err(Unplaced::Ambiguous),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const TEXT: &str =
        "У Мінску казалі: «Адзіная валюта».\n\nУ Маскве казалі: «Адзіная валюта», ё 🤝.\nКанец.";

    /// The words found and how many characters stand before them.
    #[track_caller]
    fn check(exact: &str, context: [&str; 2], place: Place, expected: Result<(&str, u32), Unplaced>) {
        let coding = IncomingCoding {
            exact: exact.into(),
            prefix: context[0].into(),
            suffix: context[1].into(),
            place,
            ..IncomingCoding::default()
        };
        let found = Seen::new(TEXT).find(&coding);
        let points = chancery_model::CodePoints::new(TEXT);
        assert_eq!(found.map(|span| (points.slice(span).unwrap(), span.start)), expected);
    }

    #[test]
    fn words_are_found_by_place_by_context_and_only_where_they_are_told_apart() {
        let second = Ok(("Адзіная валюта", 54));
        check("Адзіная валюта", ["", ""], Place::At(54), second);
        check("Адзіная  валюта", ["", ""], Place::AfterSeen(45), second);
        check("Адзіная\r\nвалюта", ["У Маскве казалі: «", "», ё"], Place::Unknown, second);
        check("Адзіная валюта", ["", ""], Place::At(60), second);
        check("Адзіная валюта", ["У Мінску казалі: «", ""], Place::At(60), Ok(("Адзіная валюта", 18)));
        check("Адзіная валюта", ["", ""], Place::Unknown, Err(Unplaced::Ambiguous));
        check("Двайная валюта", ["", ""], Place::At(18), Err(Unplaced::Absent));
        check(" ", ["", ""], Place::At(18), Err(Unplaced::Absent));
    }

    #[test]
    fn words_across_lines_and_decomposed_letters_are_the_same_words() {
        check(
            "валюта», е\u{308} 🤝.\r\n\r\nКанец",
            ["", ""],
            Place::Unknown,
            Ok(("валюта», ё 🤝.\nКанец", 62)),
        );
    }
}
