//! What a character is: as the standard library tells it, but at once for the letters of our languages. Its tables are searched for
//! everything beyond ASCII, and asked for every letter of every Russian article that is most of the work.

/// As [`char::is_alphabetic`].
pub(crate) fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphabetic(),
        '\u{400}'..='\u{481}' | '\u{48a}'..='\u{52f}' => true,
        '\u{2010}'..='\u{203a}' => false,
        _ => c.is_alphabetic(),
    }
}

/// As [`char::is_alphanumeric`].
#[must_use]
pub fn is_letter_or_digit(c: char) -> bool {
    is_letter(c) || (if c.is_ascii() { c.is_ascii_digit() } else { c.is_numeric() })
}

/// As [`char::to_lowercase`].
pub(crate) fn in_lower_case(c: char) -> impl Iterator<Item = char> {
    let single = match c {
        '\0'..='\x7f' => Some(c.to_ascii_lowercase()),
        '\u{410}'..='\u{42f}' => char::from_u32(u32::from(c) + 32),
        '\u{400}'..='\u{40f}' => char::from_u32(u32::from(c) + 80),
        '\u{430}'..='\u{45f}' => Some(c),
        _ => None,
    };
    let several = if single.is_none() { Some(c.to_lowercase()) } else { None };
    single.into_iter().chain(several.into_iter().flatten())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_is_what_the_standard_library_says() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_letter(c), c.is_alphabetic(), "{c:?}");
            assert_eq!(is_letter_or_digit(c), c.is_alphanumeric(), "{c:?}");
            assert!(in_lower_case(c).eq(c.to_lowercase()), "{c:?}");
        }
    }
}
