//! The forty kinds of question, each many times over with other words, and the same as near as SQLite alone can be asked.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::generate::corpus::{Corpus, Words};

/// Questions of one kind.
#[derive(Clone, Deserialize, Serialize)]
pub(super) struct Kind {
    pub(super) name: String,
    pub(super) questions: Vec<Question>,
}

#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub(super) struct Question {
    /// As an analyst types it.
    pub(super) words: String,
    /// Each story once.
    pub(super) stories: bool,
    pub(super) raw: Raw,
}

/// The same for a table of FTS5.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub(super) struct Raw {
    /// In the language of FTS5; none where only columns are asked.
    pub(super) text: Option<String>,
    /// What an ordinary column must hold.
    pub(super) where_: Vec<Condition>,
}

#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Condition {
    Outlet(String),
    Language(String),
    /// From a day on, and before another.
    Days(String, String),
    /// A slug.
    Topic(String),
    /// What the bench has tagged.
    Tagged(bool),
    Copies(bool),
    Earliest(bool),
}

/// What is asked for in one kind: words of three languages in turn.
struct Lists {
    small: Vec<String>,
    common: Vec<String>,
    subjects: Vec<String>,
    medium: Vec<String>,
    rare: Vec<String>,
    together: Vec<String>,
    /// How common words begin, in three letters, and less common ones, in seven.
    short: Vec<String>,
    long: Vec<String>,
    /// Pairs that stand beside each other somewhere.
    pairs: Vec<(String, String)>,
    /// Each with its language.
    outlets: Vec<(String, &'static str)>,
}

const LANGUAGES: [&str; 3] = ["en", "ru", "be"];
const TOPICS: [&str; 5] = [
    "energy-gas-and-oil",
    "tax-and-customs",
    "transport",
    "defence-and-security",
    "constitution-and-elections",
];
/// The topic the bench tags articles with.
pub(super) const TAG: &str = "social-guarantees-and-citizens";

/// All kinds, with so many questions each.
pub(super) fn kinds(corpus: &Corpus, seed: u64, questions: usize) -> Vec<Kind> {
    let lists = Lists::of(corpus, seed);
    let mut kinds = Vec::new();
    let mut add = |name: &str, ask: &dyn Fn(usize) -> Question| {
        kinds.push(Kind { name: name.to_owned(), questions: (0..questions).map(ask).collect() });
    };
    for (at, language) in LANGUAGES.into_iter().enumerate() {
        let Some(words) = corpus.words(at) else { continue };
        let mut of = |name: &str, list: Vec<String>| {
            add(&format!("{name}, {language}"), &|nth| word(nth_of(&list, nth)));
        };
        of("rare name", words.rare(at).collect());
        of("medium word", words.medium().collect());
        of("common word", words.common().collect());
        of("inflected form", words.inflected().collect());
    }
    let Lists { small, common, subjects, medium, rare, together, short, long, pairs, outlets } = &lists;
    let (small, common, subjects) =
        (|nth| nth_of(small, nth), |nth| nth_of(common, nth), |nth| nth_of(subjects, nth));
    let (medium, rare) = (|nth| nth_of(medium, nth), |nth| nth_of(rare, nth));
    add("one of the most frequent words", &|nth| word(small(nth)));
    add("common phrase", &|nth| phrase(nth_of(together, nth)));
    add("rare phrase", &|nth| {
        let (first, second) = pairs.get(nth % pairs.len().max(1)).cloned().unwrap_or_default();
        phrase(&format!("{first} {second}"))
    });
    add("short prefix", &|nth| prefix(nth_of(short, nth)));
    add("long prefix", &|nth| prefix(nth_of(long, nth)));
    add("exact form, common", &|nth| exact(subjects(nth)));
    add("exact form, rare", &|nth| exact(rare(nth)));
    add("two common words", &|nth| both(common(nth), common(nth + 3)));
    add("common and rare", &|nth| both(common(nth), rare(nth)));
    add("medium OR medium", &|nth| either(&[medium(nth), medium(nth + 3)]));
    add("three common with OR", &|nth| either(&[common(nth), common(nth + 1), common(nth + 2)]));
    add("common without common", &|nth| {
        let (with, without) = (common(nth), common(nth + 3));
        asked(format!("{with} -{without}"), format!("{} NOT {}", quoted(with), quoted(without)))
    });
    add("brackets", &|nth| {
        let words = [common(nth), subjects(nth), subjects(nth + 3), medium(nth), common(nth + 6)];
        let [a, b, c, d, e] = words;
        let [qa, qb, qc, qd, qe] = words.map(quoted);
        asked(
            format!("({a} OR {b}) ({c} OR {d}) -{e}"),
            format!("(({qa} OR {qb}) AND ({qc} OR {qd})) NOT {qe}"),
        )
    });
    add("common NEAR common", &|nth| near(common(nth), common(nth + 3)));
    add("subject NEAR medium", &|nth| near(subjects(nth), medium(nth)));
    let figures: Vec<Vec<String>> = (0..3).map(|letters| Words::figures(letters).collect()).collect();
    add("known name in all letters", &|nth| names(&figures, nth));
    let names_of = |letters| {
        let of = |words: Words<'_>| words.rare(letters).collect();
        corpus.words(1).map_or_else(Vec::new, of)
    };
    let rare_names: Vec<Vec<String>> = (0..3).map(names_of).collect();
    add("rare name in all letters", &|nth| names(&rare_names, nth));
    let outlet = |nth: usize| outlets.get(nth % outlets.len().max(1)).cloned().unwrap_or_default();
    add("outlet and common", &|nth| {
        let (outlet, _) = outlet(nth);
        let field = format!("outlet:\"{outlet}\"");
        under(word(common(nth)), &field, Condition::Outlet(outlet))
    });
    add("language and name", &|nth| {
        let language = LANGUAGES.get(nth % 3).copied().unwrap_or_default();
        under(names(&figures, nth), &format!("lang:{language}"), Condition::Language(language.to_owned()))
    });
    add("year and common", &|nth| {
        let year = 2000 + nth % 24;
        let days = Condition::Days(format!("{year}-01-01"), format!("{}-01-01", year + 1));
        under(word(common(nth)), &format!("after:{year} before:{}", year + 1), days)
    });
    add("since 2012, phrase", &|nth| {
        let days = Condition::Days("2012-01-01".to_owned(), "9999".to_owned());
        under(phrase(nth_of(together, nth)), "after:2012", days)
    });
    add("month and common", &|nth| {
        let (year, month) = (2000 + nth % 24, 1 + nth % 11);
        let days = Condition::Days(format!("{year}-{month:02}-01"), format!("{year}-{:02}-01", month + 1));
        under(word(common(nth)), &format!("on:{year}-{month:02}"), days)
    });
    add("topic and common", &|nth| {
        let topic = TOPICS.get(nth % TOPICS.len()).copied().unwrap_or_default();
        under(word(common(nth)), &format!("topic:{topic}"), Condition::Topic(topic.to_owned()))
    });
    add("tag and common", &|nth| under(word(common(nth)), &format!("tag:{TAG}"), Condition::Tagged(true)));
    add("has copies, and common", &|nth| under(word(common(nth)), "has:copies", Condition::Copies(true)));
    add("outlet, language and year, no words", &|nth| {
        let ((outlet, language), year) = (outlet(nth), 2000 + nth % 24);
        Question {
            words: format!("outlet:\"{outlet}\" lang:{language} after:{year} before:{}", year + 1),
            stories: false,
            raw: Raw {
                text: None,
                where_: vec![
                    Condition::Outlet(outlet),
                    Condition::Language(language.to_owned()),
                    Condition::Days(format!("{year}-01-01"), format!("{}-01-01", year + 1)),
                ],
            },
        }
    });
    add("nothing found", &|nth| word(&format!("ъъ{nth}щщ")));
    add("each story once, common", &|nth| {
        let mut question = word(common(nth));
        question.stories = true;
        question.raw.where_.push(Condition::Earliest(true));
        question
    });
    kinds
}

impl Lists {
    fn of(corpus: &Corpus, seed: u64) -> Self {
        let in_turn = |list: &dyn Fn(usize, Words<'_>) -> Vec<String>| {
            let lists: Vec<Vec<String>> =
                (0..3).filter_map(|at| corpus.words(at).map(|words| list(at, words))).collect();
            let longest = lists.iter().map(Vec::len).max().unwrap_or(0);
            let turn = |nth: usize| lists.iter().filter_map(move |list| list.get(nth).cloned());
            // Two of the languages share some.
            let mut known = BTreeSet::new();
            (0..longest).flat_map(turn).filter(|word| known.insert(word.clone())).collect::<Vec<_>>()
        };
        // Words of a text that stand in one sentence, none of them short.
        let pairs = Corpus::new(seed).take(400).step_by(4).filter_map(|article| {
            let words: Vec<&str> = article.text.split(' ').skip(40).collect();
            let plain = |word: &str| word.chars().count() > 4 && word.chars().all(char::is_alphabetic);
            let pair = words.windows(2).find(|pair| pair.iter().all(|word| plain(word)))?;
            Some((pair.first()?.to_lowercase(), pair.last()?.to_lowercase()))
        });
        let common = in_turn(&|_, words| words.common().collect());
        let medium = in_turn(&|_, words| words.medium().collect());
        Self {
            small: in_turn(&|_, words| words.small().collect()),
            short: beginnings(&common, 3),
            long: beginnings(&medium, 7),
            subjects: in_turn(&|_, words| words.of_subjects().collect()),
            rare: in_turn(&|at, words| words.rare(at).collect()),
            together: in_turn(&|_, words| words.together().collect()),
            pairs: pairs.collect(),
            outlets: corpus.outlets().map(|(outlet, language)| (outlet.to_owned(), language)).collect(),
            common,
            medium,
        }
    }
}

fn nth_of(list: &[String], nth: usize) -> &str {
    list.get(nth % list.len().max(1)).map_or("", String::as_str)
}

fn asked(words: String, text: String) -> Question {
    Question { words, stories: false, raw: Raw { text: Some(text), where_: Vec::new() } }
}

fn quoted(word: &str) -> String {
    format!("\"{word}\"")
}

fn word(word: &str) -> Question {
    asked(word.to_owned(), quoted(word))
}

fn phrase(words: &str) -> Question {
    asked(quoted(words), quoted(words))
}

/// How words begin, each beginning once.
fn beginnings(words: &[String], letters: usize) -> Vec<String> {
    let mut known = BTreeSet::new();
    let begin = |word: &String| word.chars().take(letters).collect::<String>();
    words.iter().map(begin).filter(|begin| known.insert(begin.clone())).collect()
}

fn prefix(begin: &str) -> Question {
    asked(format!("{begin}*"), format!("{}*", quoted(begin)))
}

fn exact(word: &str) -> Question {
    asked(format!("={}", quoted(word)), quoted(word))
}

fn both(one: &str, other: &str) -> Question {
    asked(format!("{one} {other}"), format!("{} AND {}", quoted(one), quoted(other)))
}

fn either(words: &[&str]) -> Question {
    let quoted: Vec<String> = words.iter().map(|word| quoted(word)).collect();
    asked(words.join(" OR "), quoted.join(" OR "))
}

fn near(one: &str, other: &str) -> Question {
    asked(format!("{one} NEAR/5 {other}"), format!("NEAR({} {}, 5)", quoted(one), quoted(other)))
}

/// A name typed in Latin letters; FTS5 alone has to be given the others.
fn names(written: &[Vec<String>], nth: usize) -> Question {
    let all: Vec<&str> = written.iter().map(|names| nth_of(names, nth)).collect();
    let mut question = either(&all);
    question.words = all.first().copied().unwrap_or_default().to_owned();
    question
}

fn under(question: Question, field: &str, condition: Condition) -> Question {
    let Question { words, stories, mut raw } = question;
    raw.where_.push(condition);
    Question { words: format!("{field} {words}"), stories, raw }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_forty_kinds_and_their_questions_differ() {
        let corpus = Corpus::new(1).with_names([90_000, 70_000, 40_000]);
        let kinds = kinds(&corpus, 1, 51);
        assert_eq!(kinds.len(), 40, "{:?}", kinds.iter().map(|kind| &kind.name).collect::<Vec<_>>());
        for kind in &kinds {
            let words: BTreeSet<String> =
                kind.questions.iter().map(|question| question.words.clone()).collect();
            assert_eq!(kind.questions.len(), 51);
            assert!(words.len() >= 50, "{}: {} different questions", kind.name, words.len());
        }
    }
}
