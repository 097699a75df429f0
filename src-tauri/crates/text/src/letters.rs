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

/// Whether a digit of ASCII stands in `text`. Without a branch between them many bytes are compared at once.
pub(crate) fn has_digit(text: &str) -> bool {
    let mut pieces = text.as_bytes().chunks(64);
    pieces.any(|piece| piece.iter().fold(0, |any, &byte| any | u8::from(byte.wrapping_sub(b'0') < 10)) > 0)
}

/// The one character that is `c` in lower case, for the letters of our languages; `None` where the tables must be asked.
fn one_in_lower_case(c: char) -> Option<char> {
    match c {
        '\0'..='\x7f' => Some(c.to_ascii_lowercase()),
        '\u{410}'..='\u{42f}' => char::from_u32(u32::from(c) + 32),
        '\u{400}'..='\u{40f}' => char::from_u32(u32::from(c) + 80),
        '\u{430}'..='\u{45f}' => Some(c),
        _ => None,
    }
}

/// As [`char::to_lowercase`].
pub(crate) fn in_lower_case(c: char) -> impl Iterator<Item = char> {
    let mut one = one_in_lower_case(c);
    let mut several = if one.is_none() { Some(c.to_lowercase()) } else { None };
    std::iter::from_fn(move || one.take().or_else(|| several.as_mut()?.next()))
}

/// Appends `text` in lower case, character by character as [`in_lower_case`] has it.
pub(crate) fn push_in_lower_case(text: &str, to: &mut String) {
    if text.is_ascii() {
        let from = to.len();
        to.push_str(text);
        if let Some(added) = to.get_mut(from..) {
            added.make_ascii_lowercase();
        }
        return;
    }
    for c in text.chars() {
        match one_in_lower_case(c) {
            Some(one) => to.push(one),
            None => to.extend(c.to_lowercase()),
        }
    }
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
            let mut lower = "A".to_owned();
            push_in_lower_case(c.encode_utf8(&mut [0; 4]), &mut lower);
            assert!(lower.chars().skip(1).eq(c.to_lowercase()), "{c:?}");
        }
    }
}
