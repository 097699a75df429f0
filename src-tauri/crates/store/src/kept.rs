//! What is derived of an article and read as a whole, as the JSON that one row keeps: reasons of a suggestion, dates of a text.

use chancery_model::{DateMention, Edtf, Reason, Span};

use crate::{article::date_anchor, json::text_of};

/// Why a topic is suggested, as it is kept: start and end of the words, the words, their weight, the term.
type KeptReason<W> = (Option<u32>, Option<u32>, W, f64, W);

pub(crate) fn reasons_to_json(reasons: &[Reason]) -> String {
    fn kept(reason: &Reason) -> KeptReason<&str> {
        let span = reason.span;
        (span.map(|span| span.start), span.map(|span| span.end), &reason.words, reason.weight, &reason.term)
    }
    text_of(&reasons.iter().map(kept).collect::<Vec<_>>())
}

pub(crate) fn reasons_from_json(text: &str) -> Option<Vec<Reason>> {
    let kept: Vec<KeptReason<String>> = serde_json::from_str(text).ok()?;
    let reason = |(start, end, words, weight, term): KeptReason<String>| {
        let span = start.zip(end).map(|(start, end)| Span::new(start, end));
        Reason { span, words, weight, term }
    };
    Some(kept.into_iter().map(reason).collect())
}

/// A date named in a text, as it is kept: start and end of the words, the words, EDTF, what it was counted from.
type KeptDate<W> = (u32, u32, W, Option<W>, W);

pub(crate) fn dates_to_json(dates: &[DateMention]) -> String {
    let values: Vec<Option<String>> =
        dates.iter().map(|date| date.value.as_ref().map(ToString::to_string)).collect();
    let kept = dates.iter().zip(&values).map(|(date, value)| -> KeptDate<&str> {
        (date.span.start, date.span.end, &date.words, value.as_deref(), date.anchor.id())
    });
    text_of(&kept.collect::<Vec<_>>())
}

pub(crate) fn dates_from_json(text: &str) -> Option<Vec<DateMention>> {
    let kept: Vec<KeptDate<String>> = serde_json::from_str(text).ok()?;
    let date = |(start, end, words, value, anchor): KeptDate<String>| {
        let value = match value {
            Some(value) => Some(Edtf::parse(&value).ok()?),
            None => None,
        };
        Some(DateMention { span: Span::new(start, end), words, value, anchor: date_anchor(&anchor)? })
    };
    kept.into_iter().map(date).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use chancery_model::DateAnchor;

    #[test]
    fn reasons_come_back_as_they_were_in_the_text_and_in_the_title() {
        let reason = |span, weight| Reason {
            span,
            words: "дорожная «карта»".into(),
            weight,
            term: "дорожн- карт-".into(),
        };
        let reasons = vec![reason(Some(Span::new(7, 23)), 0.6), reason(None, -0.15)];
        assert_eq!(reasons_from_json(&reasons_to_json(&reasons)), Some(reasons));
        assert_eq!(reasons_from_json("[[1]]"), None);
    }

    #[test]
    fn dates_come_back_as_they_were_with_and_without_a_value() {
        let date = |value: Option<&str>, anchor| DateMention {
            span: Span::new(3, 12),
            words: "8 снежня".into(),
            value: value.map(|value| Edtf::parse(value).unwrap()),
            anchor,
        };
        let dates = vec![date(Some("1999-12-08~"), DateAnchor::Text), date(None, DateAnchor::Published)];
        assert_eq!(dates_from_json(&dates_to_json(&dates)), Some(dates));
        assert_eq!(dates_from_json(r#"[[1, 2, "then", "no date", "text"]]"#), None);
    }
}
