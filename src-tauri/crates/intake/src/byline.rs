//! Bylines: "By admin", "By Jane Doe", "Автор: Иван Иванов".

use chancery_model::{Basis, Confidence, Field, Place, Span};
use chancery_text::{dates, fold, lines};

/// What stands before the name, folded, and whether a colon must follow it.
const OPENINGS: &[(&str, bool)] = &[
    ("by", false),
    ("written by", false),
    ("posted by", false),
    ("published by", false),
    ("reported by", false),
    ("author", true),
    ("authors", true),
    ("автор", true),
    ("авторы", true),
    ("автор текста", true),
    ("текст", true),
    ("аўтар", true),
    ("аўтары", true),
    ("тэкст", true),
];

/// Words a name may hold in small letters.
const SMALL: &[&str] =
    &["and", "de", "da", "van", "von", "der", "den", "al", "bin", "и", "і", "ды", "фон", "ван"];

const HEAD: usize = 14;
const FOOT: usize = 5;
/// Longest line with a byline and longest name, in characters.
const LONGEST: usize = 140;
const LONGEST_NAME: usize = 70;

/// Reads the byline among the first and last lines of `text`. Rule: `byline`.
pub(crate) fn read(text: &str) -> Field<String> {
    let filled: Vec<_> = lines(text).filter(|line| !line.is_blank()).collect();
    let foot = filled.len().saturating_sub(FOOT).max(HEAD.min(filled.len()));
    let looked_at = filled.iter().take(HEAD).chain(filled.iter().skip(foot));
    for line in looked_at {
        let Some((name, end)) = read_line(line.text) else { continue };
        let start = line.start + (line.text.len() - line.text.trim_start().len());
        let end = line.start + end;
        let position = |byte: usize| {
            text.get(..byte).map_or(0, |before| u32::try_from(before.chars().count()).unwrap_or(0))
        };
        let basis = Basis {
            words: text.get(start..end).unwrap_or_default().to_owned(),
            place: Place::Text(Span::new(position(start), position(end))),
            rule: "byline".to_owned(),
        };
        return Field::known(name, Confidence::High, basis);
    }
    Field::default()
}

/// The name on a byline, and the byte of the line where it ends.
pub(crate) fn read_line(line: &str) -> Option<(String, usize)> {
    if line.len() > LONGEST && line.chars().count() > LONGEST {
        return None;
    }
    let trimmed = line.trim();
    let lead = line.len() - line.trim_start().len();
    let (opening, colon) = opening(trimmed)?;
    let after = trimmed.get(opening..)?;
    let after_colon = after.trim_start().strip_prefix(':');
    if colon && after_colon.is_none() {
        return None;
    }
    let rest = after_colon.unwrap_or(after);
    if !rest.starts_with(' ') {
        return None;
    }
    let rest = rest.trim_start();
    let stop = rest.find(['|', '•', '·', ',', '(', '—', '–', '/', ';']).unwrap_or(rest.len());
    let mut name = rest.get(..stop)?.trim_end();
    // "Posted by admin on May 3, 2019"
    if let Some((before, _)) = name.split_once(" on ") {
        name = before;
    }
    if !is_name(name) {
        return None;
    }
    let end = lead + (rest.as_ptr() as usize - trimmed.as_ptr() as usize) + name.len();
    Some((name.to_owned(), end))
}

/// The longest opening `line` starts with: its length in bytes and whether it needs a colon.
fn opening(line: &str) -> Option<(usize, bool)> {
    let capital = line.chars().next().filter(|c| c.is_uppercase())?;
    let first = fold(capital.encode_utf8(&mut [0; 4])).chars().next();
    OPENINGS
        .iter()
        .filter(|(words, _)| words.chars().next() == first)
        .filter_map(|(words, colon)| {
            let length: usize = line.chars().take(words.chars().count()).map(char::len_utf8).sum();
            let head = line.get(..length)?;
            (fold(head) == *words).then_some((length, *colon))
        })
        .max()
}

fn is_name(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let one_handle =
        words.len() == 1 && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'));
    let capital = |word: &&str| word.chars().next().is_some_and(char::is_uppercase) || SMALL.contains(word);
    !words.is_empty()
        && words.len() <= 7
        && name.chars().count() <= LONGEST_NAME
        && !name.ends_with([':', '!', '?'])
        && !name.contains(['"', '“', '«'])
        && (words.iter().all(capital) || one_handle)
        && (one_handle || !name.chars().any(|c| c.is_ascii_digit()))
        && dates::mentions(name, &[], None, None, None).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: &str) {
        let name = read_line(line).map(|(name, _)| name).unwrap_or_default();
        assert_eq!(name, expected, "{line}");
    }

    #[test]
    fn bylines_are_read_and_sentences_are_not() {
        check("By admin", "admin");
        check("By Jane Doe", "Jane Doe");
        check("BY JANE DOE AND JOHN ROE", "JANE DOE AND JOHN ROE");
        check("By Ludwig van Dorn, Minsk", "Ludwig van Dorn");
        check("Posted by editor on May 3, 2019", "editor");
        check("Автор: Иван Петров", "Иван Петров");
        check("Аўтар: Алесь Кавалёк", "Алесь Кавалёк");
        check("By Jane Doe | 3 May 2019", "Jane Doe");
        check("By November 2019, the parties prepared drafts", "");
        check("By Friday", "");
        check("By the end of the talks nothing was signed", "");
        check("by admin", "");
        check("Автор идеи остался неизвестен", "");
        check("Author of the plan", "");
    }
}
