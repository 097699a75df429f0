//! The words around a passage, as a list shows them.

use chancery_model::{CodePoints, Span};

/// Code points shown on either side.
const WIDTH: u32 = 140;

/// Words before and after a span: of its paragraph only, cut between words, with `…` where something is left out.
pub(super) fn around(text: &CodePoints<'_>, span: Span) -> (String, String) {
    let start = span.start.saturating_sub(WIDTH);
    let end = span.end.saturating_add(WIDTH).min(text.len());
    let before = text.slice(Span::new(start, span.start)).unwrap_or_default();
    let after = text.slice(Span::new(span.end, end)).unwrap_or_default();
    let before = match before.rsplit_once('\n') {
        Some((_, line)) => line.trim_start().to_owned(),
        None if start > 0 => {
            format!("…{}", before.split_once(' ').map_or(before, |(_, rest)| rest).trim_start())
        }
        None => before.to_owned(),
    };
    let after = match after.split_once('\n') {
        Some((line, _)) => line.trim_end().to_owned(),
        None if end < text.len() => {
            format!("{}…", after.rsplit_once(' ').map_or(after, |(rest, _)| rest).trim_end())
        }
        None => after.to_owned(),
    };
    (before, after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn context_stays_in_the_paragraph_and_is_cut_between_words() {
        let long = "слово ".repeat(60);
        let text = format!("Загаловак\nПершы сказ. Адзіная валюта не абмяркоўвалася. {long}\nКанец");
        let points = CodePoints::new(&text);
        let (before, after) = around(&points, Span::new(22, 36));
        assert_eq!(points.slice(Span::new(22, 36)), Some("Адзіная валюта"));
        assert_eq!(before, "Першы сказ. ");
        assert!(after.starts_with(" не абмяркоўвалася. слово") && after.ends_with(" слово…"), "{after:?}");
        let far = around(&points, Span::new(300, 305)).0;
        assert!(far.starts_with("…слово "), "{far:?}");
    }
}
