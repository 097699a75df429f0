//! Words broken at the ends of lines.

use std::collections::HashSet;

/// How a word broken at the end of a line is put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    /// Two words: a blank between.
    Blank,
    /// One word: the hyphen goes.
    Joined,
    /// A compound: the hyphen stays.
    Hyphen,
}

/// The words of a document that no line breaks, for telling a broken word from a compound.
#[derive(Debug, Default)]
pub(super) struct Known(HashSet<String>);

impl Known {
    pub(super) fn of<'a>(lines: impl Iterator<Item = &'a str>) -> Self {
        let mut words = HashSet::new();
        for line in lines {
            // The last word of a line may be a broken one, and the first its rest.
            let line = line.trim_end();
            let whole =
                if ends_broken(line) { line.rsplit_once(' ').map_or("", |(whole, _)| whole) } else { line };
            for word in whole.split(|c: char| !(c.is_alphanumeric() || c == '-')).skip(1) {
                if word.len() > 3 {
                    words.insert(word.to_lowercase());
                }
            }
        }
        Self(words)
    }

    fn has(&self, word: &str) -> bool {
        self.0.contains(&word.to_lowercase())
    }
}

fn ends_broken(line: &str) -> bool {
    line.ends_with(['-', '\u{2010}', '\u{ad}'])
}

/// First parts that make compounds and are no common syllables.
const FIRST: &[&str] = &[
    "anglo",
    "cross",
    "east",
    "full",
    "half",
    "high",
    "long",
    "low",
    "multi",
    "north",
    "self",
    "short",
    "south",
    "vice",
    "well",
    "west",
    "кое",
    "кой",
    "северо",
    "юго",
    "паўночна",
    "паўднёва",
    "вице",
    "экс",
];
/// Second parts that make compounds and end no common word.
const SECOND: &[&str] = &[
    "based",
    "level",
    "made",
    "party",
    "scale",
    "sized",
    "style",
    "thirds",
    "либо",
    "нибудь",
    "таки",
    "первых",
    "вторых",
    "третьих",
    "небудзь",
    "першых",
    "другіх",
];
/// Endings that the first parts take as words of their own: `south-ern`.
const ENDINGS: &[&str] =
    &["er", "erly", "ern", "erner", "est", "ing", "ish", "land", "lands", "ly", "ness", "ward", "wards"];
/// Short words that only certain words take.
const PAIRS: &[(&str, &str)] = &[
    ("из", "за"),
    ("из", "под"),
    ("кто", "то"),
    ("что", "то"),
    ("где", "то"),
    ("как", "то"),
    ("какой", "то"),
    ("какая", "то"),
    ("какие", "то"),
    ("когда", "то"),
    ("почему", "то"),
    ("куда", "то"),
    ("всё", "таки"),
    ("long", "term"),
    ("so", "called"),
];

/// Tells how `before`, the text so far, goes on with `after`, the next line.
pub(super) fn joint(before: &str, after: &str, known: &Known) -> Joint {
    let Some(hyphen) = before.chars().next_back().filter(|_| ends_broken(before)) else {
        return Joint::Blank;
    };
    let stem = before.get(..before.len() - hyphen.len_utf8()).unwrap_or_default();
    if hyphen == '\u{ad}' {
        return Joint::Joined;
    }
    let first: String = {
        let mut letters: Vec<char> = stem.chars().rev().take_while(|c| is_of_word(*c)).take(60).collect();
        letters.reverse();
        letters.into_iter().collect()
    };
    let second: String = after.chars().take_while(|c| is_of_word(*c)).take(60).collect();
    let Some(start) = second.chars().next() else { return Joint::Blank };
    if first.is_empty() {
        return Joint::Blank;
    }
    let hangs = first.ends_with('-') || !first.ends_with(char::is_alphabetic);
    if hangs || !start.is_lowercase() || known.has(&format!("{first}-{second}")) {
        return Joint::Hyphen;
    }
    let whole = format!("{first}{second}");
    if known.has(&whole) {
        return Joint::Joined;
    }
    // A part that has a hyphen of its own, or letters that are an abbreviation, is of a compound.
    let upper = first.chars().count() > 1 && first.chars().all(char::is_uppercase);
    let lower = first.to_lowercase();
    let head = second.split('-').next().unwrap_or_default();
    let is_pair = PAIRS.contains(&(lower.as_str(), second.as_str()));
    let is_first = FIRST.contains(&lower.as_str()) && !ENDINGS.contains(&head);
    if upper || first.contains('-') || is_first || SECOND.contains(&head) || is_pair {
        return Joint::Hyphen;
    }
    Joint::Joined
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '\'' | '’' | '\u{301}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(before: &str, after: &str, expected: Joint) {
        let known = Known::of(["a word: the road-map and the program stay as they are"].into_iter());
        assert_eq!(joint(before, after, &known), expected, "{before} {after}");
    }

    #[test]
    fn broken_words_are_joined_and_compounds_kept() {
        check("the agree-", "ment was", Joint::Joined);
        check("согла-", "шение", Joint::Joined);
        check("пагад\u{ad}", "ненне", Joint::Joined);
        check("the road-", "map", Joint::Hyphen);
        check("the pro-", "gram", Joint::Joined);
        check("Anglo-", "American", Joint::Hyphen);
        check("a well-", "known man", Joint::Hyphen);
        check("какой-", "нибудь", Joint::Hyphen);
        check("medium-", "sized", Joint::Hyphen);
        check("5-", "летний", Joint::Hyphen);
        check("state-of-", "the-art", Joint::Hyphen);
        check("he said -", "and left", Joint::Blank);
        check("plain", "words", Joint::Blank);
        check("по-", "лучить", Joint::Joined);
        check("the south-", "ern border", Joint::Joined);
        check("из-", "за границы", Joint::Hyphen);
        check("угро-", "за войны", Joint::Joined);
    }
}
