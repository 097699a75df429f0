//! Words broken at the ends of lines.

use std::collections::HashSet;

use super::lines::Line;

/// How the text goes on after the end of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    /// Two words: a blank between.
    Blank,
    /// One word: the hyphen goes.
    Joined,
    /// One word as it stands: a compound with its hyphen, or an address.
    Whole,
}

/// What a document tells of its words, for telling a broken one from a compound.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// Those that no line breaks.
    words: HashSet<String>,
    /// Broken words mostly end in a hyphen of their own, so that any other is of a compound.
    own_hyphen: bool,
}

impl Known {
    pub(super) fn of<'a>(lines: impl Iterator<Item = &'a str>) -> Self {
        let mut words = HashSet::new();
        let (mut own, mut plain) = (0_usize, 0_usize);
        for line in lines {
            // The last word of a line may be a broken one, and the first its rest.
            let line = line.trim_end();
            own += usize::from(line.ends_with(OWN));
            plain += usize::from(line.ends_with('-'));
            let whole =
                if ends_broken(line) { line.rsplit_once(' ').map_or("", |(whole, _)| whole) } else { line };
            for word in whole.split(|c: char| !(c.is_alphanumeric() || c == '-')).skip(1) {
                if word.len() > 3 {
                    words.insert(word.to_lowercase());
                }
            }
        }
        Self { words, own_hyphen: own > plain }
    }

    fn has(&self, word: &str) -> bool {
        self.words.contains(&word.to_lowercase())
    }
}

/// Hyphens that are drawn where a word is broken.
const OWN: [char; 2] = ['\u{2010}', '\u{ad}'];

/// Makes them plain where they also stand within lines: a font may have one shape for all hyphens, and name it after any of them.
pub(super) fn plain(lines: &mut [Line]) {
    for own in OWN {
        if lines.iter().any(|line| line.text.trim_end().trim_end_matches(own).contains(own)) {
            lines.iter_mut().for_each(|line| line.text = line.text.replace(own, "-"));
        }
    }
}

fn ends_broken(line: &str) -> bool {
    line.ends_with('-') || line.ends_with(OWN)
}

/// Whether the text ends amid a word.
pub(super) fn breaks_off(text: &str) -> bool {
    let stem = text.strip_suffix('-').or_else(|| text.strip_suffix(OWN));
    stem.is_some_and(|stem| stem.ends_with(char::is_alphabetic))
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
    "north",
    "one",
    "three",
    "four",
    "five",
    "self",
    "short",
    "south",
    "forty",
    "fifty",
    "sixty",
    "state",
    "thirty",
    "twenty",
    "two",
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
];
/// Second parts that make compounds and end no common word.
const SECOND: &[&str] = &[
    "based",
    "fifths",
    "free",
    "general",
    "led",
    "level",
    "made",
    "matter",
    "old",
    "owned",
    "party",
    "quarters",
    "related",
    "run",
    "scale",
    "sized",
    "style",
    "term",
    "third",
    "thirds",
    "wide",
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
const ENDINGS: &[&str] = &[
    "age", "ages", "en", "ened", "ening", "er", "erly", "ern", "erner", "est", "fall", "falls", "ing", "ish",
    "land", "lands", "light", "lighted", "lights", "ly", "ment", "ments", "ness", "ward", "wards", "way",
    "ways", "self", "selves", "some", "teen", "teens", "teenth", "fold",
];
/// Words inside compounds of several words: `hand-me-downs`, `state-of-the-art`, `forty-year-old`.
const INNER: &[&str] =
    &["and", "by", "day", "for", "in", "me", "of", "on", "or", "the", "to", "up", "year", "на", "по"];
/// What certain first parts go on with; other words only begin with their letters.
const AFTER: &[(&str, &[&str])] = &[
    (
        "по",
        &[
            "прежнему",
            "своему",
            "настоящему",
            "другому",
            "новому",
            "разному",
            "иному",
            "видимому",
            "моему",
            "вашему",
            "нашему",
            "старому",
            "русски",
            "белорусски",
            "английски",
            "человечески",
        ],
    ),
    ("pre", &["e"]),
    ("re", &["e"]),
    ("экс", &["президент", "премьер", "министр", "глав", "депутат", "директор", "замест", "посол", "посл"]),
];
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
    if is_broken_address(before, after) {
        return Joint::Whole;
    }
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
        return Joint::Whole;
    }
    if OWN.contains(&hyphen) || known.has(&format!("{first}{second}")) {
        return Joint::Joined;
    }
    if known.own_hyphen || is_compound(&first, &second) { Joint::Whole } else { Joint::Joined }
}

/// Whether the hyphen between is of the word. What stands before another hyphen says nothing of this one.
fn is_compound(first: &str, second: &str) -> bool {
    let last = first.rsplit('-').next().unwrap_or_default();
    let upper = last.chars().count() > 1 && last.chars().all(char::is_uppercase);
    let last = last.to_lowercase();
    let head = second.split('-').next().unwrap_or_default();
    let begins = FIRST.contains(&last.as_str()) && !ENDINGS.contains(&head) && !head.starts_with("слав");
    let inside = first.contains('-') && INNER.contains(&last.as_str())
        || second.contains('-') && INNER.contains(&head);
    let after = AFTER
        .iter()
        .any(|(first, starts)| *first == last && starts.iter().any(|start| head.starts_with(start)));
    upper || begins || inside || after || SECOND.contains(&head) || PAIRS.contains(&(last.as_str(), head))
}

/// Addresses are broken after their marks, and without a hyphen.
fn is_broken_address(before: &str, after: &str) -> bool {
    let mark = |c: char| "/.?=&#_%-".contains(c);
    let Some(address) = before.split_whitespace().next_back() else { return false };
    let next = after.split_whitespace().next().unwrap_or_default().trim_end_matches(['.', ',', ')', ';']);
    let begins = address.contains("://") || address.starts_with("www.");
    let low = next.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit()) && next.is_ascii();
    let figures =
        address.ends_with(|c: char| c.is_ascii_digit()) && next.starts_with(|c: char| c.is_ascii_digit());
    begins
        && low
        && (figures || address.ends_with(mark) && next.contains(|c: char| mark(c) || c.is_ascii_digit()))
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
        check("the road-", "map", Joint::Whole);
        check("the pro-", "gram", Joint::Joined);
        check("Anglo-", "American", Joint::Whole);
        check("a well-", "known man", Joint::Whole);
        check("какой-", "нибудь", Joint::Whole);
        check("medium-", "sized", Joint::Whole);
        check("5-", "летний", Joint::Whole);
        check("state-of-", "the-art", Joint::Whole);
        check("he said -", "and left", Joint::Blank);
        check("plain", "words", Joint::Blank);
        check("по-", "лучить", Joint::Joined);
        check("the south-", "ern border", Joint::Joined);
        check("из-", "за границы", Joint::Whole);
        check("угро-", "за войны", Joint::Joined);
        check("Научно-исследова-", "тельским", Joint::Joined);
        check("20-ле-", "тие", Joint::Joined);
        check("forty-year-", "old", Joint::Whole);
        check("по-", "новому", Joint::Whole);
        check("re-", "establishment", Joint::Whole);
        check("re-", "newal", Joint::Joined);
        check("four-", "teenth", Joint::Joined);
        check("экс-", "педиция", Joint::Joined);
        check("экс-", "премьера", Joint::Whole);
        check("юго-", "славский", Joint::Joined);
    }

    #[test]
    fn a_hyphen_of_its_own_marks_broken_words() {
        let known = Known::of(
            ["the agree\u{2010}", "ment of twen\u{2010}", "ty in the co-", "ordinated"].into_iter(),
        );
        assert_eq!(joint("the agree\u{2010}", "ment", &known), Joint::Joined);
        assert_eq!(joint("the co-", "ordinated work", &known), Joint::Whole);
    }

    #[test]
    fn addresses_stay_whole() {
        check("see https://example.", "org/queue/2021.", Joint::Whole);
        check("see https://example.org/queue/2", "021.", Joint::Whole);
        check("see https://example.org/", "and other places.", Joint::Blank);
        check("see https://example.org/queue", "of 2021.", Joint::Blank);
        check("it ends.", "org/queue", Joint::Blank);
    }
}
