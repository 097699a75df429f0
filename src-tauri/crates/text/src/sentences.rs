//! Sentences: where one ends, with the abbreviations of English, Russian and Belarusian in mind.

use chancery_model::Span;

/// Words that end in a full stop without ending a sentence, folded.
const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "gen", "col", "lt", "sgt", "sen", "rep", "gov", "st", "no", "nos", "vs",
    "etc", "inc", "ltd", "co", "corp", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct",
    "nov", "dec", "art", "fig", "approx", "cf", "al", "pp", "vol", "г", "гг", "ул", "им", "тыс", "млн",
    "млрд", "руб", "коп", "стр", "см", "др", "пр", "т", "д", "п", "е", "к", "н", "э", "ст", "проф", "акад",
    "ген", "чел", "янв", "фев", "апр", "авг", "сен", "сент", "окт", "ноя", "нояб", "дек", "вул", "імя",
    "стар", "гл", "кв", "обл", "вобл", "св", "рис", "мал",
];

/// The sentences of `text`, without the blanks between them. A line end after a short line ends a sentence too.
#[must_use]
pub fn sentences(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut position = 0_u32;
    let mut start: Option<u32> = None;
    let mut last_mark = 0_u32;
    let mut line = 0_u32;
    let mut rest = text.char_indices();
    while let Some((at, c)) = rest.next() {
        let here = position;
        position += 1;
        line += 1;
        let after = &text[at + c.len_utf8()..];
        if c == '\n' {
            let ends = after.starts_with('\n') || line < 60 || last_mark + 1 >= here;
            if ends && let Some(from) = start.take() {
                push(&mut spans, from, here);
            }
            line = 0;
            continue;
        }
        if start.is_none() && !c.is_whitespace() {
            start = Some(here);
        }
        if !matches!(c, '.' | '!' | '?' | '…') {
            continue;
        }
        // Everything that closes with the full stop belongs to the sentence.
        let mut closing = 0_u32;
        while let Some(next) = rest.as_str().chars().next() {
            if !matches!(next, '.' | '!' | '?' | '…' | '"' | '”' | '’' | '»' | '“' | '\'' | ')' | ']')
            {
                break;
            }
            // A quotation mark after a blank opens; right after the stop it closes.
            rest.next();
            closing += 1;
        }
        position += closing;
        line += closing;
        last_mark = position;
        let tail = rest.as_str();
        if ends_sentence(&text[..at], c, closing, tail)
            && let Some(from) = start.take()
        {
            push(&mut spans, from, position);
        }
    }
    if let Some(from) = start {
        push(&mut spans, from, position);
    }
    spans
}

fn push(spans: &mut Vec<Span>, from: u32, to: u32) {
    if to > from {
        spans.push(Span::new(from, to));
    }
}

/// Whether the mark `c` after `before` ends a sentence that is followed by `tail`.
fn ends_sentence(before: &str, c: char, closing: u32, tail: &str) -> bool {
    let mut following = tail.chars();
    match following.next() {
        None => return true,
        Some(blank) if blank.is_whitespace() => {}
        Some(_) => return false,
    }
    let Some(next) = following.find(|&next| next == '\n' || !next.is_whitespace()) else { return true };
    if next == '\n' {
        return true;
    }
    if c == '.' && closing == 0 {
        let word: String = {
            let mut letters: Vec<char> =
                before.chars().rev().take(12).take_while(|&letter| letter.is_alphanumeric()).collect();
            letters.reverse();
            letters.into_iter().collect()
        };
        let is_initial =
            word.chars().count() == 1 && word.chars().all(char::is_uppercase) && next.is_uppercase();
        let dotted = before.chars().rev().nth(word.chars().count()) == Some('.') && word.chars().count() <= 2;
        if is_initial || dotted || ABBREVIATIONS.contains(&crate::fold(&word).as_str()) {
            return false;
        }
        // "9. сентября" is an ordinal; "in 2019. The" is an end.
        if word.chars().all(|letter| letter.is_ascii_digit()) && word.len() <= 2 && !word.is_empty() {
            return next.is_uppercase();
        }
    }
    next.is_uppercase()
        || next.is_numeric()
        || matches!(next, '"' | '“' | '«' | '„' | '‘' | '\'' | '(' | '[' | '—' | '–' | '-' | '*' | '•')
        || (!next.is_lowercase() && next.is_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;
    use chancery_model::CodePoints;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let points = CodePoints::new(text);
        let found: Vec<_> =
            sentences(text).into_iter().map(|span| points.slice(span).unwrap_or("?")).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn full_stops_end_sentences_and_abbreviations_do_not() {
        check("He met Mr. Putin on Sept. 9. They talked.", &["He met Mr. Putin on Sept. 9.", "They talked."]);
        check("“We are ready.” He left!", &["“We are ready.”", "He left!"]);
        check("The U.S. and the EU agreed. OK?", &["The U.S. and the EU agreed.", "OK?"]);
        check(
            "В 2019 г. стороны договорились. А. Лукашенко уехал.",
            &["В 2019 г. стороны договорились.", "А. Лукашенко уехал."],
        );
        check("Ён сказаў: «Так». Потым пайшоў.", &["Ён сказаў: «Так».", "Потым пайшоў."]);
        check("It cost 2.5 bn roubles. Really.", &["It cost 2.5 bn roubles.", "Really."]);
        check("Heading\n\nFirst line. Second", &["Heading", "First line.", "Second"]);
    }

    proptest! {
        #[test]
        fn sentences_follow_one_another(text in "[A-Za-zа-яА-Я .!?\"”\n]{0,200}") {
            let points = CodePoints::new(&text);
            let mut last = 0;
            for span in sentences(&text) {
                prop_assert!(span.start >= last && !span.is_empty());
                prop_assert!(points.slice(span).is_some());
                last = span.end;
            }
        }
    }
}
