//! The words that show a language.

use chancery_model::{Basis, CodePoints, Language, Place, Span};

use super::small_words::Known;

/// The first word with a letter that the language has and the next likely one has not; where there is none, as `of_runs`.
pub(super) fn of(text: &str, language: Language, next: Language) -> Basis {
    let telling = Known::of(language).zip(Known::of(next)).and_then(|(language, next)| {
        let tells = |c: char| language.writes(c) && !next.writes(c);
        crate::word_indices(text)
            .find(|(_, form)| form.chars().flat_map(char::to_lowercase).any(|c| c > '\u{3ff}' && tells(c)))
    });
    telling.map_or_else(|| of_runs(text), |(at, form)| of_word(text, at, form))
}

/// A word that shows the language by a letter.
pub(super) fn of_word(text: &str, at: usize, form: &str) -> Basis {
    let points = CodePoints::new(text);
    let span = Span::new(points.position_of_byte(at), points.position_of_byte(at + form.len()));
    Basis { words: form.to_owned(), place: Place::Text(span), rule: "letters".to_owned() }
}

/// The first words of the longest line, which is prose, stand for the trigrams, which are counted all over the text.
pub(super) fn of_runs(text: &str) -> Basis {
    let points = CodePoints::new(text);
    // The first of the longest: `max_by_key` would take the last.
    let line = crate::lines(text).min_by_key(|line| std::cmp::Reverse(line.text.len()));
    let (start, prose) = line.map_or((0, ""), |line| (line.start, line.text));
    let words: Vec<_> = crate::word_indices(prose).take(8).collect();
    let first = words.first().map_or(0, |(at, _)| *at);
    let last = words.last().map_or(0, |(at, form)| at + form.len());
    let span = Span::new(points.position_of_byte(start + first), points.position_of_byte(start + last));
    Basis {
        words: prose.get(first..last).unwrap_or_default().to_owned(),
        place: Place::Text(span),
        rule: "trigrams".to_owned(),
    }
}
