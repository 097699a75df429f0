//! What no page can hold in reasonable time is shortened before Typst sees it, and said to be.

use chancery_briefing::LONGEST_WORD;
use serde_json::{Value, json};

/// Characters of a title or of what a line is about; the running text has no such bound.
const LONGEST_TITLE: usize = 600;

/// Shortens overlong words and titles in the data; where it did, `note` is added as its last part.
pub(crate) fn fit(data: &mut Value, note: &str) {
    let mut cut = false;
    if let Value::Object(fields) = data {
        for (name, value) in fields.iter_mut() {
            // A title stands in the largest letters, and in the head of the file.
            let longest = if name == "title" { LONGEST_TITLE } else { usize::MAX };
            walk(value, longest, &mut cut);
        }
        if let (true, Some(Value::Array(parts))) = (cut, fields.get_mut("parts")) {
            parts.push(json!({ "kind": "empty", "text": note }));
        }
    }
}

fn walk(value: &mut Value, longest: usize, cut: &mut bool) {
    match value {
        Value::String(text) => {
            if let Some(shorter) = shortened(text, longest) {
                *text = shorter;
                *cut = true;
            }
        }
        Value::Array(all) => all.iter_mut().for_each(|one| walk(one, longest, cut)),
        Value::Object(fields) => {
            let kind = fields.get("kind").and_then(Value::as_str).unwrap_or_default();
            let longest = if matches!(kind, "heading" | "strong") { LONGEST_TITLE } else { longest };
            fields.values_mut().for_each(|one| walk(one, longest, cut));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// The text with its overlong words cut, and cut itself beyond `longest`; `None` where it fits as it is.
fn shortened(text: &str, longest: usize) -> Option<String> {
    // Bytes are at least as many as characters: most texts are done with here.
    if text.len() <= LONGEST_WORD.min(longest) {
        return None;
    }
    let mut out = String::new();
    let (mut letters, mut cut) = (0, false);
    for (at, c) in text.chars().enumerate() {
        if at >= longest {
            out.push('…');
            return Some(out);
        }
        letters = if c.is_whitespace() { 0 } else { letters + 1 };
        match letters.cmp(&(LONGEST_WORD + 1)) {
            std::cmp::Ordering::Less => out.push(c),
            std::cmp::Ordering::Equal => out.push('…'),
            std::cmp::Ordering::Greater => {}
        }
        cut |= letters > LONGEST_WORD;
    }
    cut.then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_titles_are_cut_and_said_to_be() {
        let word = "я".repeat(LONGEST_WORD);
        assert_eq!(shortened(&word, usize::MAX), None);
        assert_eq!(shortened(&format!("a {word}яя b"), usize::MAX), Some(format!("a {word}… b")));
        assert_eq!(shortened(&"a ".repeat(700), 600).map(|text| text.chars().count()), Some(601));
        let mut data = json!({ "title": "t", "parts": [{ "kind": "prose", "text": format!("{word}я") }] });
        fit(&mut data, "note");
        assert_eq!(data["parts"][1]["text"], "note");
        let mut whole = json!({ "title": "t", "parts": [{ "kind": "prose", "text": word }] });
        fit(&mut whole, "note");
        assert_eq!(whole["parts"].as_array().map(Vec::len), Some(1));
    }
}
