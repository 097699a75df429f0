//! EDTF (ISO 8601-2:2019, levels 0 and 1): dates that may be approximate, uncertain, partly unknown, or intervals.

use std::fmt;

use thiserror::Error;

/// A day of the proleptic Gregorian calendar; years go beyond chrono's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    /// Astronomical year: 0 is 1 BC.
    pub year: i64,
    /// 1–12
    pub month: u8,
    /// 1–31
    pub day: u8,
}

impl Day {
    /// A day that exists, or `None`.
    #[must_use]
    pub fn new(year: i64, month: u8, day: u8) -> Option<Self> {
        (1..=days_in_month(year, month)?).contains(&day).then_some(Self { year, month, day })
    }

    /// The same day for chrono; `None` outside chrono's years.
    #[must_use]
    pub fn to_chrono(self) -> Option<chrono::NaiveDate> {
        chrono::NaiveDate::from_ymd_opt(i32::try_from(self.year).ok()?, self.month.into(), self.day.into())
    }

    /// The same day from chrono.
    #[must_use]
    pub fn from_chrono(date: chrono::NaiveDate) -> Self {
        use chrono::Datelike as _;
        let small = |number: u32| u8::try_from(number).unwrap_or(1);
        Self { year: date.year().into(), month: small(date.month()), day: small(date.day()) }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_year(f, self.year)?;
        write!(f, "-{:02}-{:02}", self.month, self.day)
    }
}

/// Number of days in a month; `None` where there is no such month.
fn days_in_month(year: i64, month: u8) -> Option<u8> {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 => Some(if leap { 29 } else { 28 }),
        4 | 6 | 9 | 11 => Some(30),
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        _ => None,
    }
}

fn write_year(f: &mut fmt::Formatter<'_>, year: i64) -> fmt::Result {
    match year {
        -9999..=-1 => write!(f, "-{:04}", -year),
        0..=9999 => write!(f, "{year:04}"),
        _ => write!(f, "Y{year}"),
    }
}

/// `?` uncertain, `~` approximate, `%` both: said of a whole date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Qualifier {
    /// `?`: the source is in doubt.
    pub uncertain: bool,
    /// `~`: about.
    pub approximate: bool,
}

impl Qualifier {
    fn mark(self) -> &'static str {
        match (self.uncertain, self.approximate) {
            (false, false) => "",
            (true, false) => "?",
            (false, true) => "~",
            (true, true) => "%",
        }
    }
}

/// How many of a year's last digits are known to be unknown: `201X` has one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct YearDigits(pub u8);

/// One date: a year, with or without month or season, with or without day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Point {
    /// The year; its unknown digits are zero here.
    pub year: i64,
    /// Unknown last digits of the year, 0–4.
    pub unknown: YearDigits,
    /// 1–12 a month, 21–24 a season (spring, summer, autumn, winter), 0 unknown (`XX`).
    pub month: Option<u8>,
    /// 1–31, 0 unknown (`XX`).
    pub day: Option<u8>,
    /// Doubt about the whole of it.
    pub qualifier: Qualifier,
}

impl Point {
    /// A year.
    #[must_use]
    pub fn year(year: i64) -> Self {
        Self { year, unknown: YearDigits(0), month: None, day: None, qualifier: Qualifier::default() }
    }

    /// A month of a year; also a season (21–24).
    #[must_use]
    pub fn month(year: i64, month: u8) -> Self {
        Self { month: Some(month), ..Self::year(year) }
    }

    /// A day.
    #[must_use]
    pub fn day(day: Day) -> Self {
        Self { day: Some(day.day), ..Self::month(day.year, day.month) }
    }

    /// The same date said to be approximate.
    #[must_use]
    pub fn approximately(mut self) -> Self {
        self.qualifier.approximate = true;
        self
    }

    /// The first day it can mean.
    #[must_use]
    pub fn earliest(&self) -> Day {
        let month = match self.month {
            None | Some(0) => 1,
            Some(season @ 21..=24) => season_months(season).0,
            Some(month) => month,
        };
        let day = self.day.filter(|&day| day > 0).unwrap_or(1);
        Day { year: self.year, month, day }
    }

    /// The last day it can mean. Winter ends in December: EDTF leaves open which year's, this is the plain reading.
    #[must_use]
    pub fn latest(&self) -> Day {
        let year = self.year + 10_i64.pow(u32::from(self.unknown.0.min(4))) - 1;
        let month = match self.month {
            None | Some(0) => 12,
            Some(season @ 21..=24) => season_months(season).1,
            Some(month) => month,
        };
        let last = days_in_month(year, month).unwrap_or(31);
        Day { year, month, day: self.day.filter(|&day| day > 0).unwrap_or(last).min(last) }
    }

    fn parse(text: &str) -> Option<Self> {
        let (body, qualifier) = match text.as_bytes().last()? {
            b'?' => (&text[..text.len() - 1], Qualifier { uncertain: true, approximate: false }),
            b'~' => (&text[..text.len() - 1], Qualifier { uncertain: false, approximate: true }),
            b'%' => (&text[..text.len() - 1], Qualifier { uncertain: true, approximate: true }),
            _ => (text, Qualifier::default()),
        };
        if let Some(long) = body.strip_prefix('Y') {
            let digits = long.strip_prefix('-').unwrap_or(long);
            if digits.len() < 5 || digits.len() > 12 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
                return None;
            }
            return Some(Self { qualifier, ..Self::year(long.parse().ok()?) });
        }
        let (sign, body) = body.strip_prefix('-').map_or((1, body), |rest| (-1, rest));
        let mut parts = body.split('-');
        let (year, unknown) = parse_year(parts.next()?)?;
        let month = parts
            .next()
            .map(|part| two_digits(part).filter(|&m| m <= 12 || (21..=24).contains(&m)))
            .map_or(Some(None), |m| m.map(Some))?;
        let day = parts
            .next()
            .map(|part| two_digits(part).filter(|&d| d <= 31))
            .map_or(Some(None), |d| d.map(Some))?;
        if parts.next().is_some() {
            return None;
        }
        let point = Self { year: sign * year, unknown: YearDigits(unknown), month, day, qualifier };
        point.exists().then_some(point)
    }

    /// Whether a month and day that are both known make a day of that month.
    fn exists(&self) -> bool {
        match (self.month, self.day) {
            (Some(month @ 1..=12), Some(day)) if day > 0 => {
                // A year with unknown digits may be a leap year.
                let year = if self.unknown.0 > 0 { 2000 } else { self.year };
                days_in_month(year, month).is_some_and(|last| day <= last)
            }
            (Some(season), Some(_)) => season < 21,
            _ => true,
        }
    }
}

/// First and last month of a season on the northern half.
fn season_months(season: u8) -> (u8, u8) {
    match season {
        21 => (3, 5),
        22 => (6, 8),
        23 => (9, 11),
        _ => (12, 12),
    }
}

fn parse_year(text: &str) -> Option<(i64, u8)> {
    if text.len() != 4 {
        return None;
    }
    let unknown = text.bytes().rev().take_while(|&byte| byte == b'X').count();
    let known = &text[..4 - unknown];
    if !known.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number: i64 = if known.is_empty() { 0 } else { known.parse().ok()? };
    Some((number * 10_i64.pow(u32::try_from(unknown).ok()?), u8::try_from(unknown).ok()?))
}

/// Two digits from 01, or `XX` as 0.
fn two_digits(text: &str) -> Option<u8> {
    match text {
        "XX" => Some(0),
        _ if text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit()) => {
            text.parse().ok().filter(|&number| number > 0)
        }
        _ => None,
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.unknown.0 > 0 {
            let known = 4 - usize::from(self.unknown.0.min(4));
            let digits = format!("{:04}", self.year.unsigned_abs());
            write!(f, "{}{:X<4}", if self.year < 0 { "-" } else { "" }, &digits[..known])?;
        } else {
            write_year(f, self.year)?;
        }
        for part in [self.month, self.day].into_iter().flatten() {
            if part == 0 { f.write_str("-XX")? } else { write!(f, "-{part:02}")? }
        }
        f.write_str(self.qualifier.mark())
    }
}

/// An end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bound {
    /// Left empty: there is an end, it is unknown. `/2019-11` is "by November 2019".
    Unknown,
    /// `..`: no end.
    Open,
    /// A date.
    At(Point),
}

/// A date or an interval as EDTF has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Edtf {
    /// One date.
    Date(Point),
    /// From one end to the other.
    Interval(Bound, Bound),
}

/// The text is no EDTF date of levels 0 or 1.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("not an EDTF date: {0:?}")]
pub struct EdtfError(pub String);

impl Edtf {
    /// Reads EDTF.
    ///
    /// # Errors
    /// When the text is no EDTF date, or names a day that does not exist.
    pub fn parse(text: &str) -> Result<Self, EdtfError> {
        let wrong = || EdtfError(text.to_owned());
        let bound = |part: &str| match part {
            "" => Some(Bound::Unknown),
            ".." => Some(Bound::Open),
            _ => Point::parse(part).map(Bound::At),
        };
        let Some((from, to)) = text.split_once('/') else {
            return Point::parse(text).map(Self::Date).ok_or_else(wrong);
        };
        let interval = Self::Interval(bound(from).ok_or_else(wrong)?, bound(to).ok_or_else(wrong)?);
        match (interval.earliest(), interval.latest()) {
            (None, None) => Err(wrong()),
            (Some(first), Some(last)) if first > last => Err(wrong()),
            _ => Ok(interval),
        }
    }

    /// A single day.
    #[must_use]
    pub fn day(day: Day) -> Self {
        Self::Date(Point::day(day))
    }

    /// The first day it can mean; `None` where that is open or unknown.
    #[must_use]
    pub fn earliest(&self) -> Option<Day> {
        match self {
            Self::Date(point) | Self::Interval(Bound::At(point), _) => Some(point.earliest()),
            Self::Interval(..) => None,
        }
    }

    /// The last day it can mean; `None` where that is open or unknown.
    #[must_use]
    pub fn latest(&self) -> Option<Day> {
        match self {
            Self::Date(point) | Self::Interval(_, Bound::At(point)) => Some(point.latest()),
            Self::Interval(..) => None,
        }
    }

    /// Where it stands in a list: by its first day, or by its last where the first is unknown; then by its last.
    #[must_use]
    pub fn order(&self) -> (Day, Day) {
        let last = self.latest();
        let first = match self {
            // "By November" belongs at November, not at the beginning of time.
            Self::Interval(_, Bound::At(point)) if self.earliest().is_none() => Some(point.earliest()),
            _ => self.earliest(),
        };
        let end = Day { year: i64::MAX, month: 12, day: 31 };
        (first.or(last).unwrap_or(end), last.unwrap_or(end))
    }

    /// The one day it means, where it means one and no doubt is marked.
    #[must_use]
    pub fn exact_day(&self) -> Option<Day> {
        match self {
            Self::Date(point) if point.qualifier == Qualifier::default() => self.only_day(),
            _ => None,
        }
    }

    /// The one day it means, even if marked approximate or uncertain.
    #[must_use]
    pub fn only_day(&self) -> Option<Day> {
        match self {
            Self::Date(point) if point.earliest() == point.latest() => Some(point.earliest()),
            _ => None,
        }
    }

    /// Whether any day of it can fall between the two (both included; `None` is without limit).
    #[must_use]
    pub fn overlaps(&self, from: Option<Day>, to: Option<Day>) -> bool {
        let after_start = match (from, self.latest()) {
            (Some(from), Some(last)) => last >= from,
            _ => true,
        };
        let before_end = match (to, self.earliest()) {
            (Some(to), Some(first)) => first <= to,
            _ => true,
        };
        after_start && before_end
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bound = |f: &mut fmt::Formatter<'_>, bound: &Bound| match bound {
            Bound::Unknown => Ok(()),
            Bound::Open => f.write_str(".."),
            Bound::At(point) => point.fmt(f),
        };
        match self {
            Self::Date(point) => point.fmt(f),
            Self::Interval(from, to) => {
                bound(f, from)?;
                f.write_str("/")?;
                bound(f, to)
            }
        }
    }
}

impl std::str::FromStr for Edtf {
    type Err = EdtfError;

    fn from_str(text: &str) -> Result<Self, EdtfError> {
        Self::parse(text)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
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

    proptest! {
        #[test]
        fn reading_never_panics(text in "\\PC{0,24}") {
            let _ = Edtf::parse(&text);
        }

        #[test]
        fn what_was_read_prints_to_something_that_reads_the_same(text in "[0-9X]{4}(-[0-9X]{2}){0,2}[?~%]?(/[0-9X]{4})?") {
            if let Ok(date) = Edtf::parse(&text) {
                prop_assert_eq!(Edtf::parse(&date.to_string()), Ok(date));
                if let (Some(first), Some(last)) = (date.earliest(), date.latest()) {
                    prop_assert!(first <= last);
                }
            }
        }
    }
}
