//! Stems of English: Snowball's.

use std::{collections::BTreeSet, sync::LazyLock};

use rust_stemmers::{Algorithm, Stemmer};

use crate::stem::{Cut, beginning_with};

static SNOWBALL: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::English));

/// The stem of a folded word.
pub(crate) fn stem(folded: &str) -> String {
    SNOWBALL.stem(folded).into_owned()
}

/// Words Snowball has a stem of its own for; see its `exception1`.
const EXCEPTIONS: [&str; 18] = [
    "andes", "atlas", "bias", "cosmos", "dying", "early", "gently", "howe", "idly", "lying", "news", "only",
    "singly", "skies", "skis", "sky", "tying", "ugly",
];

/// What stands behind an apostrophe: news's, they've.
const BEHIND_AN_APOSTROPHE: [&str; 7] = ["s", "ve", "re", "ll", "d", "t", "m"];

/// How words can end beyond what they have in common with their stems.
struct Endings {
    /// With a suffix taken off in step 4.
    derived: BTreeSet<String>,
    /// The others.
    plain: BTreeSet<String>,
}

static ENDINGS: LazyLock<Endings> = LazyLock::new(|| {
    let none = BTreeSet::from([String::new()]);
    // What a stem can end in that its word does not have there: policy → polici, hoping → hope, probability → probabl.
    let changed = ["e", "i", "ie", "l", "le", "y"].map(str::to_owned);
    let mut plain = undo(none.clone(), &[], &SHORT);
    let derived = undo(none, &TAKEN_OFF, &SHORT).difference(&plain).cloned().collect();
    plain.extend(undo(changed.into(), &[], &[]));
    plain.remove("");
    Endings { derived, plain }
});

/// Suffixes taken off in step 4.
const TAKEN_OFF: [&str; 18] = [
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ism", "ate", "iti",
    "ous", "ive", "ize", "ion",
];

/// What steps 3, 2, 1b and 1a take off without a trace.
const SHORT: [&[&str]; 4] = [&["ful", "ness", "ative"], &["li"], &OF_VERBS, &["s"]];

/// What step 3 puts, and for what.
const THIRD: [(&str, &str); 6] = [
    ("tion", "tional"),
    ("ate", "ational"),
    ("al", "alize"),
    ("ic", "icate"),
    ("ic", "iciti"),
    ("ic", "ical"),
];

/// What step 2 puts, and for what.
const SECOND: [(&str, &str); 23] = [
    ("tion", "tional"),
    ("ence", "enci"),
    ("ance", "anci"),
    ("able", "abli"),
    ("ent", "entli"),
    ("ize", "izer"),
    ("ize", "ization"),
    ("ate", "ational"),
    ("ate", "ation"),
    ("ate", "ator"),
    ("al", "alism"),
    ("al", "aliti"),
    ("al", "alli"),
    ("ful", "fulness"),
    ("ful", "fulli"),
    ("ous", "ousli"),
    ("ous", "ousness"),
    ("ive", "iveness"),
    ("ive", "iviti"),
    ("ble", "biliti"),
    ("ble", "bli"),
    ("og", "ogi"),
    ("less", "lessli"),
];

/// Consonants that step 1b makes single.
const DOUBLED: [&str; 9] = ["b", "d", "f", "g", "m", "n", "p", "r", "t"];

const OF_VERBS: [&str; 4] = ["ed", "edly", "ing", "ingly"];

/// Goes the steps of Snowball's algorithm backwards, from what a stem ends in to what its words end in. Whether a step applies is
/// left to Snowball itself. `derived` are put behind where step 4 may have taken them off, `short` where steps 3, 2, 1b and 1a may.
/// <https://snowballstem.org/algorithms/english/stemmer.html>
fn undo(mut ends: BTreeSet<String>, derived: &[&str], short: &[&[&str]]) -> BTreeSet<String> {
    let mut step = |undone: &dyn Fn(&str) -> Vec<String>| {
        let before: Vec<String> = ends.iter().flat_map(|end| undone(end)).collect();
        ends.extend(before);
    };
    let behind = |end: &str, suffixes: &[&str]| -> Vec<String> {
        suffixes.iter().map(|suffix| [end, suffix].concat()).collect()
    };
    let short = |step: usize| short.get(step).copied().unwrap_or_default();
    step(&|end| behind(end, &["e", "l"]));
    step(&|end| behind(end, derived));
    step(&|end| [replaced(end, &THIRD), behind(end, short(0))].concat());
    step(&|end| [replaced(end, &SECOND), behind(end, short(1))].concat());
    step(&|end| replaced(end, &[("i", "y")]));
    step(&|end| {
        let mut verbs = behind(end, short(2));
        if let Some(before) = end.strip_suffix('e') {
            verbs.extend(behind(before, &OF_VERBS));
        }
        if end.is_empty() || end.ends_with('e') {
            verbs.extend(behind(end, &["d", "dly"]));
        }
        for letter in DOUBLED.iter().filter(|letter| end.is_empty() || end.ends_with(**letter)) {
            verbs.extend(behind(&[end, letter].concat(), &OF_VERBS));
        }
        verbs
    });
    let of_nouns = [("ss", "sses"), ("i", "ies"), ("i", "ied"), ("ie", "ied")];
    step(&|end| [replaced(end, &of_nouns), behind(end, short(3))].concat());
    ends
}

/// An end with what each rule puts there taken back. Of what is put there, the first letters can stand before the end.
fn replaced(end: &str, rules: &[(&str, &str)]) -> Vec<String> {
    let undone = |(put, instead_of): &(&str, &str)| match end.strip_suffix(put) {
        Some(before) => Some([before, instead_of].concat()),
        None => instead_of.strip_prefix(put.strip_suffix(end)?).map(str::to_owned),
    };
    rules.iter().filter_map(undone).collect()
}

/// Whether something can be taken off behind it in step 4: "R2", the part behind the second consonant that follows a vowel, begins in it.
/// A y counts as either.
fn has_second_region(base: &str) -> bool {
    let mut letters = base.chars();
    let mut vowel = || letters.any(|c| "aeiouy".contains(c)) && letters.any(|c| !"aeiou".contains(c));
    vowel() && vowel()
}

/// Stems that do not begin with `prefix`, of words that do.
pub(crate) fn stems_short_of(prefix: &str) -> BTreeSet<String> {
    let mut stems = BTreeSet::new();
    for Cut { base, rest } in Cut::all(prefix) {
        let words = |endings: &'static BTreeSet<String>| {
            beginning_with(endings, rest).map(|ending| stem(&[base, ending].concat()))
        };
        stems.extend(words(&ENDINGS.plain));
        if !stems.contains(base) && has_second_region(base) {
            stems.extend(words(&ENDINGS.derived).find(|stem| *stem == base));
        }
    }
    let exceptions = EXCEPTIONS.into_iter().filter(|word| word.starts_with(prefix));
    stems.extend(exceptions.map(stem));
    // The prefix may be without the apostrophe.
    for (behind, upto) in
        BEHIND_AN_APOSTROPHE.iter().flat_map(|behind| (0..=behind.len()).map(move |upto| (behind, upto)))
    {
        let before = behind.get(..upto).and_then(|begun| prefix.strip_suffix(begun));
        stems.extend(before.map(|before| stem(&[before, "'", behind].concat()).replace('\'', "")));
    }
    stems.retain(|stem| !stem.starts_with(prefix));
    stems
}
