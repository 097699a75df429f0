//! Dates as people type them into a field: "autumn 2019?", "by November 2019", "осенью 2019", "у лістападзе 2019", or EDTF itself.

use chancery_model::{Bound, Choice, Day, Edtf, Point};
use chrono::NaiveDate;

use super::{Anchors, Core, resolve, scan};

/// Words before a date that say no more than the date does.
const PLAIN: &[&str] = &["in", "on", "at", "the", "during", "в", "во", "на", "у", "ў", "ва"];
/// Words before the first of two dates.
const FROM: &[&str] = &["from", "between", "с", "со", "з", "са", "ад", "из"];
/// Words that leave it in doubt.
const DOUBT: &[&str] = &[
    "maybe",
    "perhaps",
    "probably",
    "possibly",
    "возможно",
    "наверное",
    "вероятно",
    "может быть",
    "магчыма",
    "мусіць",
    "відаць",
];
/// A field holds a date, not a text.
const LONGEST: usize = 200;

/// The date typed, counted from `today` where it names no year; `None` where any of the words say nothing about a date that is
/// understood, so that nothing typed is silently left out.
#[must_use]
pub fn typed(text: &str, today: NaiveDate) -> Option<Edtf> {
    let text = text.trim();
    if let Ok(date) = Edtf::parse(text) {
        return Some(date);
    }
    if text.len() > LONGEST {
        return None;
    }
    let mut words = text.to_lowercase();
    let mut uncertain = take(&mut words, "?");
    let approximate = take(&mut words, "~");
    for doubt in DOUBT {
        uncertain |= take_word(&mut words, doubt);
    }
    let date = read(&capitals(words.trim_matches([' ', ',', '.', '(', ')'])), today)?;
    Some(with_doubt(&date, uncertain, approximate))
}

/// English names of days and months are names only with a capital, which nobody types into a field.
fn capitals(words: &str) -> String {
    let mut start = true;
    let upper = |c: char| {
        let first = std::mem::replace(&mut start, !c.is_alphanumeric());
        if first && c.is_ascii_lowercase() { c.to_ascii_uppercase() } else { c }
    };
    words.chars().map(upper).collect()
}

fn read(words: &str, today: NaiveDate) -> Option<Edtf> {
    // A month or season by itself is a date after a preposition only.
    let led = format!("in {words}");
    let found = scan(&led);
    let [found] = found.as_slice() else { return None };
    let (before, after) = (led.get(..found.start)?, led.get(found.end..)?);
    let ranges = matches!(found.core, Core::Between(..));
    let says_nothing = |word: &str| {
        let word = word.to_lowercase();
        PLAIN.contains(&word.as_str()) || (ranges && FROM.contains(&word.as_str()))
    };
    if !before.split_whitespace().all(says_nothing) || !after.trim_matches(['.', ' ']).is_empty() {
        return None;
    }
    if let Core::Either { year, first, second } = found.core {
        return either(year, first, second);
    }
    // "2019" and "this year" are years; a bare "21" or "12 o'clock" is nothing.
    let anchors = Anchors { published: Some(today), dateline: None, text: None };
    resolve(&found.core, found.part, found.frame, &anchors).0
}

/// 03/04/2021: the one or the other.
fn either(year: i64, first: u8, second: u8) -> Option<Edtf> {
    let day = |month, day| Day::new(year, month, day).map(|day| Choice::One(Point::day(day)));
    Some(Edtf::OneOf(Box::new([day(first, second)?, day(second, first)?])))
}

fn with_doubt(date: &Edtf, uncertain: bool, approximate: bool) -> Edtf {
    let doubt = |mut point: Point| {
        point.qualifier.uncertain |= uncertain;
        point.qualifier.approximate |= approximate;
        point
    };
    let bound = |bound: Bound| match bound {
        Bound::At(point) => Bound::At(doubt(point)),
        open => open,
    };
    match date {
        Edtf::Date(point) => Edtf::Date(doubt(*point)),
        Edtf::Interval(from, to) => Edtf::Interval(bound(*from), bound(*to)),
        set @ Edtf::OneOf(_) => set.clone(),
    }
}

/// Takes a mark out; whether it was there.
fn take(words: &mut String, mark: &str) -> bool {
    let there = words.contains(mark);
    if there {
        *words = words.replace(mark, " ");
    }
    there
}

/// Takes a word out where it stands at the beginning or the end.
fn take_word(words: &mut String, word: &str) -> bool {
    let trimmed = words.trim_matches([' ', ',', '.', '(', ')']);
    let after = trimmed.strip_prefix(word).filter(|rest| !rest.starts_with(char::is_alphanumeric));
    let before = || trimmed.strip_suffix(word).filter(|rest| !rest.ends_with(char::is_alphanumeric));
    let Some(rest) = after.or_else(before) else { return false };
    *words = rest.trim().to_owned();
    true
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// As typed on Friday, 12 March 2021.
    fn read_as(text: &str) -> Option<String> {
        typed(text, NaiveDate::from_ymd_opt(2021, 3, 12).unwrap()).map(|date| date.to_string())
    }

    #[test]
    fn dates_are_read_as_people_type_them() {
        for (text, expected) in [
            ("2019-11", "2019-11"),
            ("/2019-11", "/2019-11"),
            ("autumn 2019?", "2019-23?"),
            ("by November 2019", "/2019-11"),
            ("by november 2019", "/2019-11"),
            ("осенью 2019", "2019-23"),
            ("Осень 2019 года?", "2019-23?"),
            ("у лістападзе 2019", "2019-11"),
            ("увосень 2019", "2019-23"),
            ("до ноября 2019 г.", "/2019-11"),
            ("не позднее 1 июля 2020", "/2020-07-01"),
            ("да 1 снежня 2023 года", "/2023-12-01"),
            ("8 December 1999", "1999-12-08"),
            ("dec 8, 1999", "1999-12-08"),
            ("8 декабря 1999 г.", "1999-12-08"),
            ("08.12.1999", "1999-12-08"),
            ("10 sept 2021", "2021-09-10"),
            ("about 2005", "2005~"),
            ("~2005", "2005~"),
            ("c. 2005", "2005~"),
            ("ок. 2005", "2005~"),
            ("около 2005 года", "2005~"),
            ("perhaps December 2018", "2018-12?"),
            ("снежань 2018, магчыма", "2018-12?"),
            ("1990s", "199X"),
            ("late 1990s", "1995~/1999~"),
            ("90-е годы", "199X"),
            ("first half of 2021", "2021-01/2021-06"),
            ("III квартал 2020", "2020-07/2020-09"),
            ("2018–2020", "2018/2020"),
            ("from May 2019 to June 2020", "2019-05/2020-06"),
            ("с мая 2019 по июнь 2020", "2019-05/2020-06"),
            ("since 2014", "2014/.."),
            ("з 2014 года", "2014/.."),
            ("yesterday", "2021-03-11"),
            ("в прошлом году", "2020"),
            ("next year", "2022"),
            ("march", "2021-03"),
            ("03/04/2021", "[2021-03-04,2021-04-03]"),
            ("25/12/2018", "2018-12-25"),
        ] {
            assert_eq!(read_as(text).as_deref(), Some(expected), "{text:?}");
        }
    }

    #[test]
    fn what_is_not_wholly_a_date_is_none() {
        for text in [
            "",
            "?",
            "soon",
            "after 2019",
            "before the election of 2020",
            "November 2019 or so",
            "31 February 2021",
            "2019 tonnes",
            "2019 and 2021 and then",
            "не раньше 2020",
            "пасля 2019",
            "21",
            "12:30",
            "the treaty",
            "March and November",
        ] {
            assert_eq!(read_as(text), None, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn nothing_typed_is_too_much(text in "\\PC{0,40}") {
            let _ = read_as(&text);
        }

        #[test]
        fn edtf_is_read_as_it_stands(year in 1000..2999, month in 1..13) {
            let text = format!("{year}-{month:02}~");
            prop_assert_eq!(read_as(&text), Some(text));
        }
    }
}
