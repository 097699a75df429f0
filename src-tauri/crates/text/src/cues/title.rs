//! A title from a sentence: what happened, without when and without who reports it.

use chancery_model::Span;

/// Longer titles are cut after a word.
const LONGEST: usize = 110;

/// Words that only lead to the date, folded.
const LEADING: &[&str] = &[
    "in",
    "on",
    "by",
    "at",
    "since",
    "until",
    "before",
    "after",
    "during",
    "from",
    "of",
    "в",
    "во",
    "к",
    "ко",
    "на",
    "до",
    "с",
    "со",
    "после",
    "у",
    "ў",
    "да",
    "з",
    "пасля",
    "the",
    "this",
    "last",
    "early",
    "late",
];

/// A title from `sentence`; `dates` are where dates stand in it, in code points.
#[must_use]
pub fn title(sentence: &str, dates: &[Span]) -> String {
    let begin = after_report(sentence);
    let mut rest = sentence.get(begin..).unwrap_or(sentence).trim();
    if let Some(first) = dates.iter().find(|date| leads(sentence, begin, date)) {
        let after = bytes(sentence, first.end).and_then(|at| sentence.get(at..)).unwrap_or(sentence);
        rest =
            after.trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '"' | '“' | '«' | '('));
    }
    let rest = without_report(rest).trim_end_matches(['.', '!', '…', ',', ';', ':', ' ']);
    let rest = without_end_date(rest, sentence, dates);
    let rest = if balanced(rest) {
        rest.to_owned()
    } else {
        rest.replace(['"', '“', '”', '«', '»', '„'], "")
    };
    let mut letters = rest.trim().chars();
    // No Belarusian sentence begins with ў.
    let first = letters.next().map(|c| if c == 'ў' { 'у' } else { c });
    let first: String = first.map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    cut(&(first + letters.as_str()))
}

/// The byte after who reports it at the beginning: "As TASS reported, …".
fn after_report(sentence: &str) -> usize {
    let Some((report, after)) = sentence.split_once(',') else { return 0 };
    let first = report.split_whitespace().next().map(crate::fold).unwrap_or_default();
    let is_report = ["as", "как", "як"].contains(&first.as_str()) && report.split_whitespace().count() <= 7;
    if is_report { sentence.len() - after.len() } else { 0 }
}

/// Whether only a preposition stands before the date.
fn leads(sentence: &str, begin: usize, date: &Span) -> bool {
    let Some(before) = bytes(sentence, date.start).and_then(|at| sentence.get(begin..at)) else {
        return false;
    };
    crate::word_indices(before).all(|(_, word)| LEADING.contains(&crate::fold(word).as_str()))
}

/// Without a date and its preposition at the end: "… on 9 September".
fn without_end_date<'a>(rest: &'a str, sentence: &str, dates: &[Span]) -> &'a str {
    let words = |date: &Span| sentence.get(bytes(sentence, date.start)?..bytes(sentence, date.end)?);
    let Some(before) = dates.iter().filter_map(words).find_map(|words| rest.strip_suffix(words)) else {
        return rest;
    };
    let mut before = before.trim_end();
    while let Some((head, word)) = before.rsplit_once(' ') {
        if !LEADING.contains(&crate::fold(word).as_str()) {
            break;
        }
        before = head.trim_end_matches([',', ' ']);
    }
    if before.chars().count() < 20 { rest } else { before }
}

/// Words by which a report ends, folded: "…, TASS reports".
const REPORTS: &[&str] = &[
    "said",
    "says",
    "reported",
    "reports",
    "noted",
    "added",
    "stressed",
    "сообщил",
    "сообщила",
    "сообщили",
    "сообщает",
    "заявил",
    "заявила",
    "отметил",
    "отметила",
    "передает",
    "паведаміў",
    "паведаміла",
    "паведамляе",
    "заявіў",
    "адзначыў",
    "перадае",
    "піша",
    "пишет",
];

/// Without who reports it at the end.
fn without_report(sentence: &str) -> &str {
    let Some((before, after)) = sentence.rsplit_once(',') else { return sentence };
    let mut words = crate::word_indices(after).map(|(_, word)| crate::fold(word));
    let short = after.split_whitespace().count() <= 6;
    if short && before.chars().count() > 25 && words.any(|word| REPORTS.contains(&word.as_str())) {
        before
    } else {
        sentence
    }
}

fn balanced(text: &str) -> bool {
    let count = |marks: &[char]| text.matches(marks).count();
    count(&['"']) % 2 == 0 && count(&['“', '«', '„']) == count(&['”', '»']) + count(&['„'])
        || count(&['"', '“', '”', '«', '»', '„']) == 0
}

fn cut(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let head: String = text.chars().take(LONGEST).collect();
    let end = head.rfind(' ').unwrap_or(head.len());
    format!("{}…", head.get(..end).unwrap_or(&head).trim_end_matches([',', ';', ':', '-', '–', '—', ' ']))
}

/// The byte at a code point.
fn bytes(text: &str, position: u32) -> Option<usize> {
    let mut at = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    at.nth(position as usize)
}
