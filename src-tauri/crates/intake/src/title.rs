//! The title: the first line that is neither furniture nor label, taken out of the text.

use chancery_model::{Alternative, Basis, Confidence, Field, Place};
use chancery_text::{Judge, Line, lines, publication};

use crate::byline;

/// Longest title, in characters.
const LONGEST: usize = 240;
/// Lines looked at before giving up.
const LINES: usize = 12;

/// Names of sections as pages print them above the title, folded.
const SECTIONS: &[&str] = &[
    "world",
    "politics",
    "economy",
    "society",
    "news",
    "opinion",
    "analysis",
    "business",
    "europe",
    "russia",
    "belarus",
    "international",
    "national",
    "security",
    "defense",
    "defence",
    "energy",
    "interview",
    "commentary",
    "press release",
    "в мире",
    "политика",
    "экономика",
    "общество",
    "новости",
    "мнение",
    "аналитика",
    "главное",
    "беларусь",
    "россия",
    "в стране",
    "международная панорама",
    "интервью",
    "армия и опк",
    "палітыка",
    "эканоміка",
    "грамадства",
    "навіны",
    "меркаванне",
    "аналітыка",
    "галоўнае",
    "у свеце",
    "расія",
    "інтэрв'ю",
];

/// A title found and the text without its line.
pub(crate) struct Titled {
    pub(crate) field: Field<String>,
    pub(crate) text: String,
}

/// Finds the title of normalised `text`. Rules: `first-line`; `first-line-of-body` where furniture or labels stand above.
pub(crate) fn take_title(text: &str) -> Titled {
    let untitled = |field| Titled { field, text: text.to_owned() };
    let Some(line) = first_line(text) else { return untitled(Field::default()) };
    let title = line.text.trim();
    let is_first = text.get(..line.start).is_some_and(|above| above.trim().is_empty());
    let rule = if is_first { "first-line" } else { "first-line-of-body" };
    let basis = || Basis { words: title.to_owned(), place: Place::Title, rule: rule.to_owned() };
    if !reads_as_title(title) {
        let short: String = first_sentence(title).chars().take(LONGEST).collect();
        let alternative = Alternative { value: short, confidence: Confidence::Low, basis: vec![basis()] };
        return untitled(Field { alternatives: vec![alternative], ..Field::default() });
    }
    let rest = without(text, &line);
    if rest.is_empty() {
        let alternative =
            Alternative { value: title.to_owned(), confidence: Confidence::Low, basis: vec![basis()] };
        return untitled(Field { alternatives: vec![alternative], ..Field::default() });
    }
    let alone = text.get(line.end()..).is_some_and(|after| after.starts_with("\n\n"));
    let confidence = if alone && !title.ends_with('.') { Confidence::High } else { Confidence::Medium };
    Titled { field: Field::known(title.to_owned(), confidence, basis()), text: rest }
}

/// As much of the text as can hold the title and what stands around it.
fn head(text: &str) -> &str {
    let end = lines(text).filter(|line| !line.is_blank()).take(4 * LINES).last().map_or(0, |line| line.end());
    text.get(..end).unwrap_or(text)
}

fn first_line(text: &str) -> Option<Line<'_>> {
    let mut judge = Judge::new(head(text), None);
    for line in lines(text).filter(|line| !line.is_blank()).take(LINES) {
        if judge.kind(&line).is_some() {
            continue;
        }
        let label = publication::is_posted_line(line.text)
            || byline::read_line(line.text).is_some()
            || SECTIONS.contains(&chancery_text::fold(line.text.trim()).as_str())
            || is_address(line.text)
            || !line.text.chars().any(char::is_alphabetic);
        if !label {
            return Some(line);
        }
    }
    None
}

fn is_address(line: &str) -> bool {
    let line = line.trim();
    !line.contains(' ') && (line.starts_with("http") || line.starts_with("www.") || line.contains('@'))
}

/// Short, and neither a dateline's paragraph nor several sentences.
fn reads_as_title(line: &str) -> bool {
    if line.chars().count() > LONGEST || chancery_text::dateline::find(line, &[]).is_some() {
        return false;
    }
    let sentences = chancery_text::sentences(line).len();
    let words = line.split_whitespace().count();
    let stopped = line.ends_with('.') && !line.ends_with("...");
    sentences <= 1 && !(stopped && words > 16) || sentences <= 3 && !stopped && words <= 30
}

fn first_sentence(line: &str) -> String {
    let end = chancery_text::sentences(line).first().map_or(0, |span| span.end as usize);
    line.chars().take(end).collect()
}

/// The text without a line, and without the blank lines that leaves.
fn without(text: &str, line: &Line<'_>) -> String {
    let before = text.get(..line.start).unwrap_or_default().trim_end();
    let after = text.get(line.end()..).unwrap_or_default();
    let gap_before = text.get(before.len()..line.start).unwrap_or_default().len();
    let after_trimmed = after.trim_start_matches('\n');
    let gap = if gap_before.max(after.len() - after_trimmed.len()) >= 2 { "\n\n" } else { "\n" };
    match (before.is_empty(), after_trimmed.is_empty()) {
        (true, _) => after_trimmed.to_owned(),
        (_, true) => before.to_owned(),
        _ => format!("{before}{gap}{after_trimmed}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalise;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_normalised_text_is_still_one_without_its_title(text in "([A-Za-zА-Яа-я\u{301}. ]{0,40}\n{0,3}){0,12}") {
            let left = take_title(&normalise(&text)).text;
            prop_assert_eq!(normalise(&left), left);
        }
    }
}
