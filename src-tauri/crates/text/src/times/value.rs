//! What an expression of time says and means, as EDTF where that has a word for it and as TIMEX3 always.

use chancery_model::{Bound, Day, Edtf, Point};
use chrono::{Datelike as _, NaiveDate};

use super::words::Length;
use crate::dates::{Core, Part};

/// How many: a number, or "several".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Count {
    Number(u32),
    Some,
}

/// A length of time: `P3Y`, `PXM`, `PT2H`.
pub(super) fn period(count: Count, unit: Length) -> String {
    let (times, letter, clock) = match unit {
        Length::Second => (1, "S", true),
        Length::Minute => (1, "M", true),
        Length::Hour => (1, "H", true),
        Length::Day => (1, "D", false),
        Length::Weekend => (1, "WE", false),
        Length::Week => (1, "W", false),
        Length::Month => (1, "M", false),
        Length::Quarter => (1, "Q", false),
        Length::Year => (1, "Y", false),
        Length::Decade => (10, "Y", false),
        Length::Century => (100, "Y", false),
    };
    let clock = if clock { "T" } else { "" };
    match (count, unit) {
        // A day said in hours is a day.
        (Count::Number(24), Length::Hour) => "P1D".to_owned(),
        (Count::Number(number), _) => format!("P{clock}{}{letter}", number.saturating_mul(times)),
        (Count::Some, Length::Decade) => "PXE".to_owned(),
        (Count::Some, Length::Century) => "PXC".to_owned(),
        (Count::Some, _) => format!("P{clock}X{letter}"),
    }
}

/// The week a day lies in: `2019-W46`.
pub(super) fn week(day: NaiveDate) -> String {
    let week = day.iso_week();
    format!("{:04}-W{:02}", week.year(), week.week())
}

/// The TIMEX3 value of a date: how sure and which third of it TIMEX3 keeps elsewhere.
pub(super) fn date(core: &Core, part: Option<Part>, value: Option<&Edtf>) -> String {
    let Some(value) = value else { return unanchored(core) };
    let first = match value {
        Edtf::Date(point) | Edtf::Interval(Bound::At(point), _) | Edtf::Interval(_, Bound::At(point)) => {
            *point
        }
        _ => return value.to_string(),
    };
    match (core, part) {
        (Core::Year { .. }, Some(Part::Quarter(number))) => return format!("{:04}-Q{number}", first.year),
        (Core::Year { .. }, Some(Part::FirstHalf)) => return format!("{:04}-H1", first.year),
        (Core::Year { .. }, Some(Part::SecondHalf)) => return format!("{:04}-H2", first.year),
        (Core::Weeks(_), _) => {
            if let Some(day) = first.earliest().to_chrono() {
                return week(day);
            }
        }
        (Core::Ago { unit: crate::dates::Unit::Week, .. }, _) => {
            if let Some(day) = first.earliest().to_chrono() {
                return week(day);
            }
        }
        _ => {}
    }
    point(&first)
}

/// TIMEX3's letters for a season as EDTF numbers them, 21–24.
pub(super) fn season(number: u8) -> &'static str {
    match number {
        21 => "SP",
        22 => "SU",
        23 => "FA",
        _ => "WI",
    }
}

fn point(point: &Point) -> String {
    let plain = Point { qualifier: chancery_model::Qualifier::default(), ..*point };
    match point.month {
        Some(part @ 21..=24) => format!("{:04}-{}", point.year, season(part)),
        _ => plain.to_string(),
    }
}

/// A date of no year that could be told.
fn unanchored(core: &Core) -> String {
    match core {
        Core::Day { month, day, .. } => format!("XXXX-{month:02}-{day:02}"),
        Core::Month { month, .. } => format!("XXXX-{month:02}"),
        Core::Weekday { weekday, .. } => format!("XXXX-WXX-{}", weekday.number_from_monday()),
        _ => String::new(),
    }
}

/// A day as EDTF.
pub(super) fn on(day: NaiveDate) -> Edtf {
    Edtf::day(Day::from_chrono(day))
}

/// Two days and what lies between as EDTF.
pub(super) fn between(first: NaiveDate, last: NaiveDate) -> Edtf {
    let at = |day| Bound::At(Point::day(Day::from_chrono(day)));
    Edtf::Interval(at(first), at(last))
}
