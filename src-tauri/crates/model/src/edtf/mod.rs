//! EDTF (ISO 8601-2:2019): dates that may be approximate, uncertain, partly unknown, intervals, or one of several. Levels 0 and 1, and of
//! level 2 the sets of which one holds and the seasons, quarters and halves of a year. A clock time stands beside a date, see [`crate::Published`].

mod day;
mod point;
mod set;
#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;

use std::fmt;

use thiserror::Error;

pub use day::Day;
pub use point::{Point, Qualifier, YearDigits};
pub use set::Choice;

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

/// A date, an interval, or one of several dates, as EDTF has it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Edtf {
    /// One date.
    Date(Point),
    /// From one end to the other.
    Interval(Bound, Bound),
    /// `[2019-12-07,2019-12-20]`: one of these, and it is not known which. Never empty.
    OneOf(Box<[Choice]>),
}

/// The text is no EDTF date that is understood here.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("not an EDTF date: {0:?}")]
pub struct EdtfError(pub String);

impl Edtf {
    /// Reads EDTF.
    ///
    /// # Errors
    /// When the text is no EDTF date, names a day that does not exist, or ends before it begins.
    pub fn parse(text: &str) -> Result<Self, EdtfError> {
        Self::read(text).ok_or_else(|| EdtfError(text.to_owned()))
    }

    fn read(text: &str) -> Option<Self> {
        if let Some(inside) = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            return set::parse(inside).map(Self::OneOf);
        }
        let bound = |part: &str| match part {
            "" => Some(Bound::Unknown),
            ".." => Some(Bound::Open),
            _ => Point::parse(part).map(Bound::At),
        };
        let Some((from, to)) = text.split_once('/') else { return Point::parse(text).map(Self::Date) };
        let interval = Self::Interval(bound(from)?, bound(to)?);
        match (interval.earliest(), interval.latest()) {
            (None, None) => None,
            (Some(first), Some(last)) if first > last => None,
            _ => Some(interval),
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
            // One without a beginning leaves all without.
            Self::OneOf(choices) => {
                choices.iter().map(Choice::earliest).min_by_key(|day| day.is_some().then_some(*day)).flatten()
            }
        }
    }

    /// The last day it can mean; `None` where that is open or unknown.
    #[must_use]
    pub fn latest(&self) -> Option<Day> {
        match self {
            Self::Date(point) | Self::Interval(_, Bound::At(point)) => Some(point.latest()),
            Self::Interval(..) => None,
            Self::OneOf(choices) => {
                let last = choices.iter().map(Choice::latest).max_by_key(|day| (day.is_none(), *day));
                last.flatten()
            }
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
        if let Self::OneOf(choices) = self {
            return choices.iter().any(|choice| within((choice.earliest(), choice.latest()), (from, to)));
        }
        within((self.earliest(), self.latest()), (from, to))
    }
}

type Stretch = (Option<Day>, Option<Day>);

fn within((first, last): Stretch, (from, to): Stretch) -> bool {
    let after_start = from.zip(last).is_none_or(|(from, last)| last >= from);
    let before_end = to.zip(first).is_none_or(|(to, first)| first <= to);
    after_start && before_end
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
            Self::OneOf(choices) => set::write(f, choices),
        }
    }
}

impl std::str::FromStr for Edtf {
    type Err = EdtfError;

    fn from_str(text: &str) -> Result<Self, EdtfError> {
        Self::parse(text)
    }
}
