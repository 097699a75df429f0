//! The seam to the languages: what becomes of a word before it is put into, or looked for in, the search index.
//!
//! One folded stem per position. A word in Latin letters is stemmed as English whatever the article's language; a word in
//! Cyrillic letters as the article's language has it. A query does not know the article's language, so it asks for each.

use std::cell::RefCell;

use chancery_model::{CodePoints, Furniture, Language, Span};
use chancery_text::{Memory, fold, is_letter_or_digit, stem, word_indices};

/// Version of what goes into the index: of `text`'s analysis, and of this seam (the hundreds).
pub(crate) const VERSION: u32 = 100 + chancery_text::ANALYSIS_VERSION;

/// A word of a text as the index knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// Where it stands, in code points.
    pub(crate) span: Span,
    /// Its folded form, for prefixes.
    pub(crate) folded: String,
    /// Its folded stem.
    pub(crate) stem: String,
}

/// The index's form of one word in an article of a language.
pub(crate) fn token(form: &str, language: Option<Language>) -> (String, String) {
    let folded = fold(form);
    let stemmed = match (is_cyrillic(&folded), language) {
        (false, _) => stem(&folded, Language::En),
        (true, Some(language @ (Language::Be | Language::Uk))) => stem(&folded, language),
        (true, _) => stem(&folded, Language::Ru),
    };
    (plain(folded), plain(stemmed))
}

/// Every stem a query word may have in the index.
pub(crate) fn stems_asked(form: &str) -> Vec<String> {
    let mut stems: Vec<String> = [Some(Language::Ru), Some(Language::Be), Some(Language::Uk)]
        .into_iter()
        .map(|language| token(form, language).1)
        .filter(|stem| !stem.is_empty())
        .collect();
    stems.dedup();
    stems
}

/// The languages a Cyrillic query is asked in, one after another.
pub(crate) const ASKED: [Language; 3] = [Language::Ru, Language::Be, Language::Uk];

/// The tokens of a text, without those that reach into furniture.
pub(crate) fn tokens<'t>(
    text: &'t str,
    language: Option<Language>,
    furniture: &'t [Furniture],
) -> impl Iterator<Item = Token> + 't {
    let (mut byte, mut position) = (0, 0_u32);
    let mut ahead = furniture.iter().map(|piece| piece.span).peekable();
    let count = |part: &str| u32::try_from(part.chars().count()).unwrap_or(u32::MAX);
    word_indices(text).filter_map(move |(at, form)| {
        position = position.saturating_add(count(text.get(byte..at).unwrap_or_default()));
        let start = position;
        position = position.saturating_add(count(form));
        byte = at + form.len();
        let span = Span::new(start, position);
        while ahead.next_if(|piece| piece.end <= span.start).is_some() {}
        if ahead.peek().is_some_and(|piece| piece.overlaps(&span)) {
            return None;
        }
        let (folded, stem) = token(form, language);
        (!stem.is_empty()).then_some(Token { span, folded, stem })
    })
}

thread_local! {
    /// Stems of words as they stand, in articles of Belarusian, Ukrainian and any other language.
    static STEMS: RefCell<[Memory<String>; 3]> = RefCell::default();
}

/// What is fed to the index: the stems of [`tokens`] parted by blanks.
pub(crate) fn fed(text: &str, language: Option<Language>, furniture: &[Furniture]) -> String {
    let points = (!furniture.is_empty()).then(|| CodePoints::new(text));
    let bytes =
        |span: &Span| Some(points.as_ref()?.byte_of(span.start)?..points.as_ref()?.byte_of(span.end)?);
    let mut hidden = furniture.iter().filter_map(|piece| bytes(&piece.span)).peekable();
    let mut fed = String::with_capacity(text.len());
    STEMS.with_borrow_mut(|[belarusian, ukrainian, other]| {
        let stems = match language {
            Some(Language::Be) => belarusian,
            Some(Language::Uk) => ukrainian,
            _ => other,
        };
        for (at, form) in word_indices(text) {
            while hidden.next_if(|range| range.end <= at).is_some() {}
            if hidden.peek().is_some_and(|range| range.start < at + form.len()) {
                continue;
            }
            let stem = stems.of(form, |form| token(form, language).1);
            if !stem.is_empty() {
                fed.push_str(stem);
                fed.push(' ');
            }
        }
    });
    fed
}

/// Letters and digits only: the index's own tokenizer must not part what this seam holds together.
fn plain(word: String) -> String {
    if word.chars().all(is_letter_or_digit) {
        return word;
    }
    word.chars().filter(|c| is_letter_or_digit(*c)).collect()
}

fn is_cyrillic(word: &str) -> bool {
    word.chars().any(|c| matches!(c, '\u{400}'..='\u{52f}'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chancery_model::FurnitureKind;

    #[test]
    fn furniture_is_not_indexed_and_positions_stay_those_of_the_text() {
        let text = "Договор подписан.\nПоделиться\nДоговоры в силе.";
        let furniture = [Furniture { span: Span::new(18, 28), kind: FurnitureKind::Share }];
        let found: Vec<_> = tokens(text, Some(Language::Ru), &furniture).collect();
        let starts: Vec<_> = found.iter().map(|token| token.span.start).collect();
        assert_eq!(starts, [0, 8, 29, 38, 40]);
        assert_eq!(found[0].stem, found[2].stem);
        let stems: String = found.iter().map(|token| format!("{} ", token.stem)).collect();
        assert_eq!(fed(text, Some(Language::Ru), &furniture), stems);
    }

    #[test]
    fn an_article_and_a_query_meet_whatever_the_language_of_the_article() {
        for language in [Some(Language::Ru), Some(Language::Be), Some(Language::Uk), None] {
            let (_, stem) = token("аб’яднання", language);
            assert!(stems_asked("аб'яднання").contains(&stem), "{language:?}");
        }
    }
}
