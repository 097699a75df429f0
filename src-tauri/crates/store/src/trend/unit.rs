//! Weeks, months and years as numbers, so that time can be counted through.

use chancery_model::Day;

use crate::moment::{day_number, day_of};

/// What articles are counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrendUnit {
    /// Monday to Sunday, as ISO 8601 has weeks.
    Week,
    /// A month of the calendar.
    Month,
    /// A year.
    Year,
}

/// More columns than these nobody can tell apart.
const COLUMNS: i64 = 2_000;

impl TrendUnit {
    /// The unit in which a span shows its course: some dozens of columns.
    pub(super) fn fitting(first: i64, last: i64) -> Self {
        match last - first {
            ..=200 => Self::Week,
            201..=5_500 => Self::Month,
            _ => Self::Year,
        }
    }

    /// This unit, or the next longer one with few enough columns.
    pub(super) fn that_fits(self, first: i64, last: i64) -> Self {
        let longer = match self {
            Self::Week => Self::Month,
            Self::Month | Self::Year => Self::Year,
        };
        match self.of(last) - self.of(first) < COLUMNS || self == longer {
            true => self,
            false => longer.that_fits(first, last),
        }
    }

    /// The number of the unit a day lies in; neighbours follow each other.
    pub(super) fn of(self, day: i64) -> i64 {
        match self {
            // Day 0 was a Thursday.
            Self::Week => (day + 3).div_euclid(7),
            Self::Month => {
                let day = day_of(day);
                day.year * 12 + i64::from(day.month) - 1
            }
            Self::Year => day_of(day).year,
        }
    }

    /// The number of the unit that both days lie in.
    pub(super) fn of_both(self, (from, to): (i64, i64)) -> Option<i64> {
        match self {
            // A span within a week can't be asked for again; a day can.
            Self::Week => (from == to).then(|| self.of(from)),
            Self::Month | Self::Year => Some(self.of(from)).filter(|unit| *unit == self.of(to)),
        }
    }

    /// First and last day of a unit.
    pub(super) fn days(self, number: i64) -> (Day, Day) {
        let first = |number: i64| match self {
            Self::Week => number * 7 - 3,
            Self::Month => {
                let month = u8::try_from(number.rem_euclid(12) + 1).unwrap_or(1);
                day_number(Day { year: number.div_euclid(12), month, day: 1 })
            }
            Self::Year => day_number(Day { year: number, month: 1, day: 1 }),
        };
        (day_of(first(number)), day_of(first(number + 1) - 1))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn units_hold_their_days_and_follow_each_other() {
        let day = |year, month, day| day_number(Day::new(year, month, day).unwrap());
        let check = |unit: TrendUnit, at: i64, first: (i64, u8, u8), last: (i64, u8, u8)| {
            let named = |(year, month, day)| Day::new(year, month, day).unwrap();
            assert_eq!(unit.days(unit.of(at)), (named(first), named(last)));
        };
        check(TrendUnit::Month, day(2020, 2, 29), (2020, 2, 1), (2020, 2, 29));
        check(TrendUnit::Month, day(1969, 12, 31), (1969, 12, 1), (1969, 12, 31));
        check(TrendUnit::Week, day(2021, 1, 3), (2020, 12, 28), (2021, 1, 3));
        check(TrendUnit::Week, day(2021, 1, 4), (2021, 1, 4), (2021, 1, 10));
        check(TrendUnit::Year, day(1999, 12, 8), (1999, 1, 1), (1999, 12, 31));
        assert_eq!(TrendUnit::Month.of(day(2021, 1, 1)) - TrendUnit::Month.of(day(2020, 12, 31)), 1);
    }

    #[test]
    fn the_unit_follows_the_span_and_never_draws_more_columns_than_can_be_seen() {
        assert_eq!(TrendUnit::fitting(0, 60), TrendUnit::Week);
        assert_eq!(TrendUnit::fitting(0, 3_650), TrendUnit::Month);
        assert_eq!(TrendUnit::fitting(0, 9_125), TrendUnit::Year);
        assert_eq!(TrendUnit::Week.that_fits(0, 9_125), TrendUnit::Week);
        assert_eq!(TrendUnit::Week.that_fits(0, 36_500), TrendUnit::Month);
        assert_eq!(TrendUnit::Week.that_fits(-900_000, 20_000), TrendUnit::Year);
    }
}
