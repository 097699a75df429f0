//! Words: runs of letters and digits, with an apostrophe inside.

use chancery_model::Span;
use unicode_normalization::char::is_combining_mark;

use crate::letters::{is_letter, is_letter_or_digit};

/// One word of a text as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Where it stands, in code points.
    pub span: Span,
    /// The form as written.
    pub form: String,
}

/// The words of `text` with the byte offset of each, without copying. Hyphens part words; apostrophes between letters do not.
pub fn word_indices(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, _) = rest.by_ref().find(|&(_, c)| is_word_char(c))?;
        let mut end = text.len();
        while let Some(&(at, c)) = rest.peek() {
            let joins = is_word_char(c)
                || is_combining_mark(c)
                || (is_apostrophe(c) && text[at + c.len_utf8()..].chars().next().is_some_and(is_letter));
            if !joins {
                end = at;
                break;
            }
            rest.next();
        }
        Some((start, &text[start..end]))
    })
}

/// The words of `text`.
#[must_use]
pub fn words(text: &str) -> Vec<Word> {
    let (mut byte, mut position) = (0, 0_u32);
    let count = |part: &str| u32::try_from(part.chars().count()).unwrap_or(u32::MAX);
    word_indices(text)
        .map(|(at, form)| {
            position += count(&text[byte..at]);
            let start = position;
            position += count(form);
            byte = at + form.len();
            Word { span: Span::new(start, position), form: form.to_owned() }
        })
        .collect()
}

fn is_word_char(c: char) -> bool {
    is_letter_or_digit(c)
}

pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '‘' | '`' | '´')
}

#[cfg(test)]
mod tests {
    use super::*;
    use chancery_model::CodePoints;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let forms: Vec<_> = words(text).into_iter().map(|word| word.form).collect();
        assert_eq!(forms, expected, "{text:?}");
    }

    #[test]
    fn letters_and_digits_make_words() {
        check("Russia’s (31) road-maps, 71.5%", &["Russia’s", "31", "road", "maps", "71", "5"]);
        check("аб'яднанне бел-чырвона-белы сцяг", &["аб'яднанне", "бел", "чырвона", "белы", "сцяг"]);
        check("«саюзная дзяржава»", &["саюзная", "дзяржава"]);
        check("'quoted' words'", &["quoted", "words"]);
        check("", &[]);
    }

    proptest! {
        #[test]
        fn every_word_stands_where_it_says(text in "\\PC{0,120}") {
            let points = CodePoints::new(&text);
            for word in words(&text) {
                prop_assert_eq!(points.slice(word.span), Some(word.form.as_str()));
            }
        }
    }
}
