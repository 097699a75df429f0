//! Bullets and numbers of items.

/// Bullets of symbol fonts have no character or a private one.
fn is_bullet(c: char) -> bool {
    matches!(
        c,
        '•' | '◦' | '▪' | '■' | '●' | '○' | '‣' | '⁃' | '∙' | '·' | '\u{fffd}' | '\u{e000}'..='\u{f8ff}'
    )
}

/// A line with its bullet made plain, and whether it had one.
pub(super) fn item(text: &str) -> (String, bool) {
    let rest = text.trim_start_matches(is_bullet);
    if rest.len() < text.len() {
        let words = rest.trim_start();
        return if words.is_empty() { (String::new(), false) } else { (format!("- {words}"), true) };
    }
    (text.to_owned(), text.starts_with("- "))
}

/// `1.`, `2)`, `(3)`, `IV.` at the beginning of a line.
pub(super) fn is_numbered(text: &str) -> bool {
    let Some(mark) = text.split_whitespace().next() else { return false };
    let Some(bare) = mark.strip_suffix(['.', ')']) else { return false };
    let bare = bare.trim_start_matches('(');
    (1..=3).contains(&bare.chars().count())
        && (bare.bytes().all(|b| b.is_ascii_digit()) || bare.chars().all(|c| "IVX".contains(c)))
}

/// Nothing but the bullet or number of an item.
pub(super) fn is_label(text: &str) -> bool {
    let text = text.trim();
    let bare = !text.is_empty() && !text.contains(char::is_whitespace);
    bare && (text.chars().all(is_bullet) || matches!(text, "-" | "–" | "—") || is_numbered(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_told_from_words() {
        for label in ["•", "1.", "(3)", "12)", "IV.", "–", "\u{f0b7} "] {
            assert!(is_label(label), "{label}");
        }
        for words in ["", "1", "2019.", "No.", "1. One", "• one"] {
            assert!(!is_label(words), "{words}");
        }
    }
}
