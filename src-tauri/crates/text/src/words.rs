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
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = next_word(text, at)?;
        at = word_end(text, start, is_apostrophe);
        Some((start, &text[start..at]))
    })
}

/// The words of `text` with where each stands in code points, without copying.
pub fn word_spans(text: &str) -> impl Iterator<Item = (Span, &str)> {
    let (mut at, mut position) = (0, 0_u32);
    std::iter::from_fn(move || {
        let start = Place { byte: at, position }.next_word(text)?;
        let end = start.word_end(text, is_apostrophe);
        (at, position) = (end.byte, end.position);
        Some((Span::new(start.position, end.position), &text[start.byte..end.byte]))
    })
}

/// Where the next word of `text` starts, from a byte on that is no word's middle.
pub(crate) fn next_word(text: &str, from: usize) -> Option<usize> {
    Place { byte: from, position: 0 }.next_word(text).map(|place| place.byte)
}

/// Where the word ends that starts at a byte. What `joins` tells stands inside a word where a letter follows; a blank never does.
pub(crate) fn word_end(text: &str, start: usize, joins: impl Fn(char) -> bool) -> usize {
    Place { byte: start, position: 0 }.word_end(text, joins).byte
}

/// A place in a text, by byte and by code point.
#[derive(Clone, Copy)]
struct Place {
    byte: usize,
    position: u32,
}

impl Place {
    #[inline]
    fn next_word(mut self, text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        loop {
            let byte = *bytes.get(self.byte)?;
            if LETTER[usize::from(byte)] > 0 {
                return Some(self);
            }
            let mut length = 1;
            if !byte.is_ascii() {
                let c = text[self.byte..].chars().next()?;
                if is_letter_or_digit(c) {
                    return Some(self);
                }
                length = c.len_utf8();
            }
            self.byte += length;
            self.position += 1;
        }
    }

    #[inline]
    fn word_end(mut self, text: &str, joins: impl Fn(char) -> bool) -> Self {
        let bytes = text.as_bytes();
        while let Some(&byte) = bytes.get(self.byte) {
            let length = LETTER[usize::from(byte)];
            if length > 0 {
                self.byte += usize::from(length);
            } else if byte == b' ' || byte.is_ascii() && !joins(char::from(byte)) {
                break;
            } else {
                let mut after = text[self.byte..].chars();
                let inside = after.next().is_some_and(|c| {
                    !byte.is_ascii() && (is_letter_or_digit(c) || is_combining_mark(c))
                        || joins(c) && after.as_str().chars().next().is_some_and(is_letter)
                });
                if !inside {
                    break;
                }
                self.byte = text.len() - after.as_str().len();
            }
            self.position += 1;
        }
        self
    }
}

/// The first of the two bytes of U+0400–U+043F, and of U+0440–U+047F, which are all letters.
const CYRILLIC_LOW: u8 = 0xd0;
const CYRILLIC: u8 = 0xd1;

/// By the first byte of a character how many it has, where that byte tells a letter or digit; else zero. It is asked of every letter.
const LETTER: [u8; 256] = {
    let mut lengths = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        lengths[byte] = match byte as u8 {
            CYRILLIC_LOW | CYRILLIC => 2,
            byte if byte.is_ascii_alphanumeric() => 1,
            _ => 0,
        };
        byte += 1;
    }
    lengths
};

/// The words of `text`.
#[must_use]
pub fn words(text: &str) -> Vec<Word> {
    word_spans(text).map(|(span, form)| Word { span, form: form.to_owned() }).collect()
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

    #[test]
    fn letters_that_are_told_by_a_byte_are_letters() {
        for c in '\u{400}'..='\u{47f}' {
            let mut bytes = [0; 4];
            let first = c.encode_utf8(&mut bytes).as_bytes()[0];
            assert!(is_letter(c) && matches!(first, CYRILLIC_LOW | CYRILLIC), "{c:?}");
        }
    }

    /// Words as they are defined, character by character.
    fn plainly(text: &str) -> Vec<(usize, &str)> {
        let mut words = Vec::new();
        let mut rest = text.char_indices().peekable();
        while let Some((start, _)) = rest.by_ref().find(|&(_, c)| is_letter_or_digit(c)) {
            let mut end = text.len();
            while let Some(&(at, c)) = rest.peek() {
                let letter_follows = || text[at + c.len_utf8()..].chars().next().is_some_and(is_letter);
                if !(is_letter_or_digit(c) || is_combining_mark(c) || (is_apostrophe(c) && letter_follows()))
                {
                    end = at;
                    break;
                }
                rest.next();
            }
            words.push((start, &text[start..end]));
        }
        words
    }

    proptest! {
        #[test]
        fn words_are_what_they_are_defined_to_be(text in "([a-cА-яўіё0-9'’\u{301} .-]|\\PC){0,80}") {
            prop_assert_eq!(word_indices(&text).collect::<Vec<_>>(), plainly(&text));
        }

        #[test]
        fn every_word_stands_where_it_says(text in "\\PC{0,120}") {
            let points = CodePoints::new(&text);
            for word in words(&text) {
                prop_assert_eq!(points.slice(word.span), Some(word.form.as_str()));
            }
        }
    }
}
