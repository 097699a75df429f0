//! Days of the calendar, in any year.

use std::fmt;

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
pub(super) fn days_in_month(year: i64, month: u8) -> Option<u8> {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 => Some(if leap { 29 } else { 28 }),
        4 | 6 | 9 | 11 => Some(30),
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        _ => None,
    }
}

pub(super) fn write_year(f: &mut fmt::Formatter<'_>, year: i64) -> fmt::Result {
    match year {
        -9999..=-1 => write!(f, "-{:04}", -year),
        0..=9999 => write!(f, "{year:04}"),
        _ => write!(f, "Y{year}"),
    }
}
