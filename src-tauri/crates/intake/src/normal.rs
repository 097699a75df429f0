//! Normalisation, done once: LF, NFC, plain blanks, none at line ends, at most one blank line.

use unicode_normalization::{IsNormalized, UnicodeNormalization as _, is_nfc_quick};

/// Makes `text` what the dossier keeps: LF, NFC, no BOM, no soft hyphens or zero-width marks, no-break and thin spaces
/// as blanks, runs of blanks as one, none at the ends of lines, runs of empty lines as one. Doing it twice changes nothing.
#[must_use]
pub fn normalise(text: &str) -> String {
    let composed;
    let text = if is_composed(text) {
        text
    } else {
        composed = text.nfc().collect::<String>();
        &composed
    };
    let mut normal = String::with_capacity(text.len());
    let mut line_ends = 2_u8;
    let mut blank = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' | '\n' | '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{c}' | '\u{b}' => {
                if c == '\r' {
                    chars.next_if_eq(&'\n');
                }
                blank = false;
                if line_ends < 2 {
                    normal.push('\n');
                    line_ends += 1;
                }
            }
            // Soft hyphen, zero-width space, joiners and the mark of byte order: seen by nobody, in the way of every search.
            '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2060}'
            | '\u{feff}'
            | '\u{180e}'
            | '\u{202a}'..='\u{202e}' => {}
            _ if c.is_whitespace() => blank = true,
            // NUL and its like cannot be seen, cannot be quoted and break what reads the text next.
            _ if c.is_control() => {}
            _ => {
                if blank && line_ends == 0 {
                    normal.push(' ');
                }
                blank = false;
                line_ends = 0;
                normal.push(c);
            }
        }
    }
    normal.truncate(normal.trim_end().len());
    // Taking out a mark between a letter and its accent can leave them to compose.
    if is_composed(&normal) { normal } else { normal.nfc().collect() }
}

/// Whether NFC surely changes nothing. Most texts have only characters that stand for themselves, which one sees sooner than
/// the tables tell it.
fn is_composed(text: &str) -> bool {
    text.chars().all(stands_for_itself) || is_nfc_quick(text.chars()) == IsNormalized::Yes
}

/// Latin and Cyrillic letters without a mark of their own after them, and the punctuation of our languages.
fn stands_for_itself(c: char) -> bool {
    matches!(c, '\0'..='\u{2ff}' | '\u{400}'..='\u{482}' | '\u{48a}'..='\u{52f}' | '\u{2010}'..='\u{205e}' | '№')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(normalise(text), expected, "{text:?}");
    }

    #[test]
    fn blanks_and_line_ends_are_made_plain() {
        check("a\u{a0}b\u{2009}c\u{202f}d", "a b c d");
        check("inte\u{ad}gration\u{200b}", "integration");
        check("one  \t two \r\n three\rfour", "one two\nthree\nfour");
        check("\u{feff}\n\n a\n\n\n\n b \n \n", "a\n\nb");
        check("e\u{301}\u{456}\u{308}", "\u{e9}\u{457}");
        check("“quotes” — kept…", "“quotes” — kept…");
        check("nul\0here", "nulhere");
    }

    #[test]
    fn what_stands_for_itself_does_so_after_anything() {
        for c in ('\0'..=char::MAX).filter(|&c| stands_for_itself(c)) {
            assert_eq!(
                is_nfc_quick(['e', '\u{301}', c].into_iter()),
                is_nfc_quick(['e', '\u{301}'].into_iter()),
                "{c:?}"
            );
            assert_eq!(is_nfc_quick(std::iter::once(c)), IsNormalized::Yes, "{c:?}");
        }
    }

    proptest! {
        #[test]
        fn normalising_twice_changes_nothing(text in "(\\PC|[\u{300}\u{ad}\u{200b}\r\n \t\u{a0}]){0,60}") {
            let once = normalise(&text);
            prop_assert_eq!(normalise(&once), once.clone());
            prop_assert!(!once.contains("\n\n\n") && !once.contains("  ") && !once.contains(" \n"));
        }
    }
}
