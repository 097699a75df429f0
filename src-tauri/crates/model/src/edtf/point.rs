//! One date: as exact, as doubtful and as incomplete as its source.

use std::fmt;

use super::day::{Day, days_in_month, write_year};

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
    /// 1–12 a month, 0 unknown (`XX`); 21–24 a season (spring, summer, autumn, winter), 25–28 the same of the northern and 29–32 of the
    /// southern half of the Earth, 33–36 a quarter, 37–39 a third, 40–41 a half of the year.
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
        let month = self.months().map_or(1, |(first, _)| first);
        let day = self.day.filter(|&day| day > 0).unwrap_or(1);
        Day { year: self.years().0, month, day }
    }

    /// The last day it can mean. Winter ends in December: EDTF leaves open which year's, this is the plain reading.
    #[must_use]
    pub fn latest(&self) -> Day {
        let year = self.years().1;
        let month = self.months().map_or(12, |(_, last)| last);
        let last = days_in_month(year, month).unwrap_or(31);
        Day { year, month, day: self.day.filter(|&day| day > 0).unwrap_or(last).min(last) }
    }

    /// First and last year; before the year 0 the digits grow downwards.
    fn years(&self) -> (i64, i64) {
        let more = 10_i64.pow(u32::from(self.unknown.0.min(4))) - 1;
        if self.year < 0 { (self.year - more, self.year) } else { (self.year, self.year + more) }
    }

    /// First and last month, where anything is said about them.
    fn months(&self) -> Option<(u8, u8)> {
        match self.month? {
            0 => None,
            part @ 21.. => Some(months_of(part)),
            month => Some((month, month)),
        }
    }

    pub(super) fn parse(text: &str) -> Option<Self> {
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
        let (year, unknown) = parse_year(parts.next()?).filter(|&(year, _)| sign > 0 || year > 0)?;
        let month = parts
            .next()
            .map(|part| two_digits(part).filter(|&m| m <= 12 || (21..=41).contains(&m)))
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

/// First and last month of a part of the year.
fn months_of(part: u8) -> (u8, u8) {
    let part = match part {
        // The seasons of the northern half are those of no half named; in the south they come half a year later.
        25..=28 => part - 4,
        29 | 30 => part - 6,
        31 | 32 => part - 10,
        _ => part,
    };
    let run = |months: u8, number: u8| (months * number + 1, months * (number + 1));
    match part {
        21 => (3, 5),
        22 => (6, 8),
        23 => (9, 11),
        33..=36 => run(3, part - 33),
        37..=39 => run(4, part - 37),
        40 | 41 => run(6, part - 40),
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
