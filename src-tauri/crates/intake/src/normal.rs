//! Normalisation, done once: LF, NFC, plain blanks, none at line ends, at most one blank line.

use unicode_normalization::{IsNormalized, UnicodeNormalization as _, is_nfc_quick};

/// Makes `text` what the dossier keeps: LF, NFC, no BOM, no soft hyphens or zero-width marks, no-break and thin spaces
/// as blanks, runs of blanks as one, none at the ends of lines, runs of empty lines as one. Doing it twice changes nothing.
#[must_use]
pub fn normalise(text: &str) -> String {
    let composed;
    let in_themselves = all_stand_for_themselves(text);
    let text = if in_themselves || is_composed(text) {
        text
    } else {
        composed = text.nfc().collect::<String>();
        &composed
    };
    let mut normal = String::with_capacity(text.len());
    let mut line_ends = 2_u8;
    let mut blank = false;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let plain = kept(rest.as_bytes());
        let length = if plain > 0 { plain } else { c.len_utf8() };
        let (here, after) = rest.split_at(length);
        rest = after;
        match c {
            _ if plain > 0 => {}
            '\r' | '\n' | '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{c}' | '\u{b}' => {
                if c == '\r' {
                    rest = rest.strip_prefix('\n').unwrap_or(rest);
                }
                blank = false;
                if line_ends < 2 {
                    normal.push('\n');
                    line_ends += 1;
                }
                continue;
            }
            // Soft hyphen, zero-width space, joiners and the mark of byte order: seen by nobody, in the way of every search.
            '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2060}'
            | '\u{feff}'
            | '\u{180e}'
            | '\u{202a}'..='\u{202e}' => continue,
            _ if c.is_whitespace() => {
                blank = true;
                continue;
            }
            // NUL and its like cannot be seen, cannot be quoted and break what reads the text next.
            _ if c.is_control() => continue,
            _ => {}
        }
        if blank && line_ends == 0 {
            normal.push(' ');
        }
        blank = false;
        line_ends = 0;
        normal.push_str(here);
    }
    normal.truncate(normal.trim_end().len());
    // Taking out a mark between a letter and its accent can leave them to compose.
    if in_themselves || is_composed(&normal) { normal } else { normal.nfc().collect() }
}

/// How many of the first bytes stay as they are: words, with one blank between them.
fn kept(bytes: &[u8]) -> usize {
    let kept = |at: usize| bytes.get(at).is_some_and(|&byte| is_kept(byte));
    let mut end = 0;
    while kept(end) || end > 0 && bytes.get(end) == Some(&b' ') && kept(end + 1) {
        end += 1;
    }
    end
}

/// Whether a byte is of a character that stays as it is: neither blank nor control nor mark, which begin with other bytes.
fn is_kept(byte: u8) -> bool {
    KEPT[usize::from(byte)]
}

/// [`is_kept`], looked up: it is asked of every byte.
const KEPT: [bool; 256] = {
    let mut kept = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        kept[byte] = matches!(byte, 0x21..=0x7e | 0x80..=0xbf | 0xc3..=0xe0 | 0xe4..=0xee | 0xf0..=0xff);
        byte += 1;
    }
    kept
};

/// Whether NFC surely changes nothing.
fn is_composed(text: &str) -> bool {
    all_stand_for_themselves(text) || is_nfc_quick(text.chars()) == IsNormalized::Yes
}

/// Bytes looked at together.
const PIECE: usize = 64;

/// Whether there are only characters that NFC leaves alone, as in most texts: one sees that sooner than the tables tell it.
fn all_stand_for_themselves(text: &str) -> bool {
    // Up to U+02FF and from U+0400 to U+047F the first byte tells it.
    let unsure = |byte: u8| u8::from(byte > 0xcb) & u8::from(byte != 0xd0) & u8::from(byte != 0xd1);
    let mut at = 0;
    // Without a branch between them many are compared at once.
    while let Some(some) = text.as_bytes().get(at..).filter(|rest| !rest.is_empty()) {
        let piece = some.get(..PIECE).unwrap_or(some);
        if piece.iter().fold(0, |any, &byte| any | unsure(byte)) == 0 {
            at += piece.len();
            continue;
        }
        at += piece.iter().position(|&byte| unsure(byte) > 0).unwrap_or(0);
        match text.get(at..).and_then(|rest| rest.chars().next()) {
            Some(c) if stands_for_itself(c) => at += c.len_utf8(),
            _ => return false,
        }
    }
    true
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

    #[test]
    fn what_is_kept_by_its_bytes_is_kept() {
        for c in '\0'..=char::MAX {
            let mut bytes = [0; 4];
            let first = c.encode_utf8(&mut bytes).as_bytes()[0];
            let alone = normalise(&format!("a{c}b"));
            let expected: String = format!("a{c}b").nfc().collect();
            assert!(!is_kept(first) || alone == expected, "{c:?}");
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
