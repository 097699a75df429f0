use super::*;
use crate::Published;
use proptest::prelude::*;

#[track_caller]
fn check(text: &str, earliest: &str, latest: &str) {
    let date = Edtf::parse(text).unwrap();
    assert_eq!(date.to_string(), text, "prints as it was written");
    let show = |day: Option<Day>| day.map_or_else(|| "-".to_owned(), |day| day.to_string());
    assert_eq!((show(date.earliest()).as_str(), show(date.latest()).as_str()), (earliest, latest));
}

#[test]
fn dates_tell_the_days_they_can_mean() {
    check("1999", "1999-01-01", "1999-12-31");
    check("2018-12", "2018-12-01", "2018-12-31");
    check("2020-02-29", "2020-02-29", "2020-02-29");
    check("2020-10-29~", "2020-10-29", "2020-10-29");
    check("1995~/1999~", "1995-01-01", "1999-12-31");
    check("/2019-11", "-", "2019-11-30");
    check("2019-11/..", "2019-11-01", "-");
    check("2021-XX", "2021-01-01", "2021-12-31");
    check("199X", "1990-01-01", "1999-12-31");
    check("2019-23?", "2019-09-01", "2019-11-30");
    check("2021-02-XX", "2021-02-01", "2021-02-28");
    check("-0044-03-15", "-0044-03-15", "-0044-03-15");
    check("Y17000", "Y17000-01-01", "Y17000-12-31");
}

#[test]
fn what_is_no_date_is_refused() {
    for text in [
        "",
        "/",
        "..",
        "../..",
        "2021-02-30",
        "2021-13",
        "99",
        "2021-2-3",
        "2020/2019",
        "2021-00",
        "2019-23-05",
        "1999-12-31x",
        "Y1999",
        "+2020",
        "XXXX-0é",
    ] {
        assert!(Edtf::parse(text).is_err(), "{text:?}");
    }
}

#[test]
fn by_november_sorts_at_november() {
    let mut dates = ["2019-12", "/2019-11", "2019-10-31", "1995~/1999~", "2018-12"]
        .map(|text| Edtf::parse(text).unwrap());
    dates.sort_by_key(Edtf::order);
    assert_eq!(
        dates.map(|date| date.to_string()),
        ["1995~/1999~", "2018-12", "2019-10-31", "/2019-11", "2019-12"]
    );
}

#[test]
fn only_a_day_without_doubt_is_exact() {
    assert!(Edtf::parse("2021-05-28").unwrap().exact_day().is_some());
    assert!(Edtf::parse("2021-05-28~").unwrap().exact_day().is_none());
    assert!(Edtf::parse("2021-05").unwrap().only_day().is_none());
}

/// The examples that the specification of EDTF itself gives for levels 0 and 1, <https://www.loc.gov/standards/datetime/>.
#[test]
fn the_examples_of_the_specification_are_read_and_printed_as_they_stand() {
    let level_0 = [
        "1985-04-12",
        "1985-04",
        "1985",
        "1964/2008",
        "2004-06/2006-08",
        "2004-02-01/2005-02-08",
        "2004-02-01/2005-02",
        "2004-02-01/2005",
        "2005/2006-02",
    ];
    let level_1 = [
        "Y170000002",
        "Y-170000002",
        "2001-21",
        "1984?",
        "2004-06~",
        "2004-06-11%",
        "201X",
        "20XX",
        "2004-XX",
        "1985-04-XX",
        "1985-XX-XX",
        "1985-04-12/..",
        "1985-04/..",
        "1985/..",
        "../1985-04-12",
        "../1985-04",
        "../1985",
        "1985-04-12/",
        "1985-04/",
        "1985/",
        "/1985-04-12",
        "/1985-04",
        "/1985",
        "-1985",
    ];
    let level_2 = [
        "[1667,1668,1670..1672]",
        "[..1760-12-03]",
        "[1760-12..]",
        "[1760-01,1760-02,1760-12..]",
        "[1667,1760-12]",
        "2001-34",
    ];
    for text in level_0.iter().chain(&level_1).chain(&level_2) {
        assert_eq!(Edtf::parse(text).map(|date| date.to_string()).as_deref(), Ok(*text));
    }
}

#[test]
fn a_clock_time_stands_beside_the_date() {
    for (text, printed) in [
        ("1985-04-12T23:20:30", "1985-04-12T23:20:30"),
        ("1985-04-12T23:20:30Z", "1985-04-12T23:20:30Z"),
        ("1985-04-12T23:20:30-04", "1985-04-12T23:20:30-04:00"),
        ("1985-04-12T23:20:30+04:30", "1985-04-12T23:20:30+04:30"),
    ] {
        let read: Published = text.parse().unwrap();
        assert_eq!(read.date.to_string(), "1985-04-12");
        assert_eq!(read.to_string(), printed);
    }
    for text in [
        "1985-04T10:00",
        "1985-04-12T",
        "1985-04-12T24:00:00",
        "1985-04-12T10:00+",
        "1985-04-12?T10:00",
        "[1985]T10:00",
    ] {
        assert!(text.parse::<Published>().is_err(), "{text:?}");
    }
}

#[test]
fn one_of_several_reaches_from_the_first_to_the_last() {
    check("[2019-12-07,2019-12-20]", "2019-12-07", "2019-12-20");
    check("[1667,1668,1670..1672]", "1667-01-01", "1672-12-31");
    check("[..1760-12-03]", "-", "1760-12-03");
    check("[1760-12..]", "1760-12-01", "-");
    let days = Edtf::parse("[2019-12-07,2019-12-20]").unwrap();
    let day = |text: &str| Edtf::parse(text).unwrap().only_day();
    assert!(days.overlaps(day("2019-12-20"), None));
    assert!(!days.overlaps(day("2019-12-08"), day("2019-12-19")), "between them it was not");
}

#[test]
fn parts_of_the_year_have_their_months() {
    check("2019-24", "2019-12-01", "2019-12-31");
    check("2019-25", "2019-03-01", "2019-05-31");
    check("2019-29", "2019-09-01", "2019-11-30");
    check("2019-32", "2019-06-01", "2019-08-31");
    check("2021-33", "2021-01-01", "2021-03-31");
    check("2021-36", "2021-10-01", "2021-12-31");
    check("2021-38", "2021-05-01", "2021-08-31");
    check("2021-41", "2021-07-01", "2021-12-31");
}

#[test]
fn unknown_digits_before_the_year_0_reach_back() {
    check("-004X", "-0049-01-01", "-0040-12-31");
}

fn points() -> impl Strategy<Value = String> {
    let year = prop_oneof![
        "(0|1|2)[0-9]{3}",
        "-[1-9][0-9]{3}",
        "[12][0-9]{2}X",
        "[12][0-9]XX",
        "Y-?[1-9][0-9]{4,8}"
    ];
    let rest = prop_oneof![
        Just(String::new()),
        "-(0[1-9]|1[0-2]|XX|2[1-9]|3[0-9]|4[01])",
        "-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8]|XX)"
    ];
    (year, rest, "[?~%]?").prop_map(|(year, rest, doubt)| {
        let rest = if year.starts_with('Y') { String::new() } else { rest };
        format!("{year}{rest}{doubt}")
    })
}

fn texts() -> impl Strategy<Value = String> {
    let end = || prop_oneof![3 => points(), 1 => Just(String::new()), 1 => Just("..".to_owned())];
    prop_oneof![
        points(),
        (end(), end()).prop_map(|(from, to)| format!("{from}/{to}")),
        proptest::collection::vec(points(), 1..4).prop_map(|all| format!("[{}]", all.join(","))),
        (points(), points()).prop_map(|(from, to)| format!("[{from}..{to}]")),
    ]
}

fn dates() -> impl Strategy<Value = Edtf> {
    texts().prop_filter_map("ends before it begins", |text| Edtf::parse(&text).ok())
}

proptest! {
    #[test]
    fn reading_never_panics(text in "\\PC{0,24}") {
        let _ = Edtf::parse(&text);
        let _ = text.parse::<Published>();
    }

    #[test]
    fn what_is_read_prints_as_it_was_written(text in texts()) {
        if let Ok(date) = Edtf::parse(&text) {
            prop_assert_eq!(date.to_string(), text);
        }
    }

    #[test]
    fn nothing_ends_before_it_begins(date in dates()) {
        if let (Some(first), Some(last)) = (date.earliest(), date.latest()) {
            prop_assert!(first <= last);
        }
        let (first, last) = date.order();
        prop_assert!(first <= last);
    }

    /// Sorted by earliest, then by latest; what comes after another in time never stands before it.
    #[test]
    fn what_lies_wholly_before_sorts_before(one in dates(), other in dates()) {
        if let (Some(last), Some(first)) = (one.latest(), other.earliest())
            && last < first
        {
            prop_assert!(one.order() < other.order());
        }
    }

    #[test]
    fn two_overlap_when_a_day_can_be_in_both(one in dates(), other in dates()) {
        let either = one.overlaps(other.earliest(), other.latest());
        let apart = one.latest().zip(other.earliest()).is_some_and(|(last, first)| last < first)
            || other.latest().zip(one.earliest()).is_some_and(|(last, first)| last < first);
        prop_assert!(!(either && apart));
        if !matches!(one, Edtf::OneOf(_)) {
            prop_assert_eq!(either, !apart);
        }
        prop_assert!(one.overlaps(one.earliest(), one.latest()));
        prop_assert!(one.overlaps(None, None));
    }
}
