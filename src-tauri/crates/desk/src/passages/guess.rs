//! Where words that are lost may stand in other words.

use std::collections::HashMap;

use chancery_model::Span;
use chancery_text::fold;

/// Fewer words are like anything.
const LEAST_WORDS: usize = 3;
/// Half of the words must be there.
const LEAST_SHARE: f64 = 0.5;

/// The stretch of a text that has most of the words of a passage together; `None` where none has half of them.
pub(super) fn guess(text: &str, exact: &str) -> Option<Span> {
    let wanted: Vec<String> = words(exact).into_iter().map(|(word, _)| word).collect();
    if wanted.len() < LEAST_WORDS {
        return None;
    }
    let found = words(text);
    let mut left: HashMap<&str, i32> = HashMap::new();
    for word in &wanted {
        *left.entry(word).or_default() += 1;
    }
    // What was put in between must not cut off the end.
    let width = wanted.len() + wanted.len() / 4 + 2;
    let (mut shared, mut best) = (0_usize, (0_usize, 0_usize));
    for at in 0..found.len() {
        if let Some(count) = left.get_mut(found[at].0.as_str()) {
            shared += usize::from(*count > 0);
            *count -= 1;
        }
        if let Some(gone) = at.checked_sub(width)
            && let Some(count) = left.get_mut(found[gone].0.as_str())
        {
            *count += 1;
            shared -= usize::from(*count > 0);
        }
        if shared > best.0 {
            best = (shared, at);
        }
    }
    let (shared, last) = best;
    if (shared as f64) < LEAST_SHARE * wanted.len() as f64 {
        return None;
    }
    let mut stretch = &found[(last + 1).saturating_sub(width)..=last];
    // Words it has too often, or not at all, are not its beginning.
    let times = |of: &[(String, Span)], word: &str| of.iter().filter(|(other, _)| other == word).count();
    let wanted_times = |word: &str| wanted.iter().filter(|other| *other == word).count();
    while let [(word, _), rest @ ..] = stretch
        && times(stretch, word) > wanted_times(word)
    {
        stretch = rest;
    }
    let (first, end) = (stretch.first()?.1, stretch.last()?.1);
    // The signs the passage ended with belong to it.
    let signs = |c: &char| !c.is_alphanumeric() && !c.is_whitespace();
    let ended: Vec<char> = exact.chars().rev().take_while(signs).collect();
    let after = text.chars().skip(end.end as usize);
    let kept = ended.iter().rev().zip(after).take_while(|(wanted, found)| *wanted == found).count();
    Some(Span::new(first.start, end.end + u32::try_from(kept).unwrap_or(0)))
}

/// The words of a text, folded and without the signs around them, each with its place.
fn words(text: &str) -> Vec<(String, Span)> {
    let mut words = Vec::new();
    let mut position = 0_u32;
    for piece in text.split_inclusive(char::is_whitespace) {
        let bare = piece.trim_matches(|c: char| !c.is_alphanumeric());
        let length = |text: &str| u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        if !bare.is_empty() {
            let before = piece.find(bare).map_or(0, |at| length(&piece[..at]));
            let start = position + before;
            words.push((fold(bare), Span::new(start, start + length(bare))));
        }
        position += length(piece);
    }
    words
}

#[cfg(test)]
mod tests {
    use chancery_model::CodePoints;

    use super::*;

    #[track_caller]
    fn check(text: &str, exact: &str, expected: Option<&str>) {
        let points = CodePoints::new(text);
        assert_eq!(guess(text, exact).map(|span| points.slice(span).unwrap()), expected);
    }

    #[test]
    fn the_stretch_with_most_of_the_words_is_guessed_without_what_stands_around_it() {
        let text = "Перамовы скончаны.\n«Бакі ўзгоднілі амаль усе 28 праграм», — сказаў ён у Мінску.";
        check(text, "бакі ўзгоднілі ўсе 28 праграм", Some("Бакі ўзгоднілі амаль усе 28 праграм"));
        check(text, "лідары абмеркавалі цану на газ", None);
        check(text, "28 праграм", None);
        check("", "бакі ўзгоднілі ўсе 28 праграм", None);
    }

    #[test]
    fn a_word_counts_as_often_as_the_passage_has_it() {
        let text = "the the the the the the. The agreement on the gas market was signed";
        check(text, "agreement on gas market is signed", Some("agreement on the gas market was signed"));
        check("Also: the market was opened. Then", "the market is opened.", Some("the market was opened."));
    }
}
