//! Moments and day numbers: time as the dossier keeps it.

use chancery_model::{Day, Edtf};

/// A moment: milliseconds since 1970-01-01T00:00Z. Always passed in; the store never reads a clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(pub i64);

/// Days since 1970-01-01, held within ±2^30 so that a docid can carry them; years beyond that sort at the ends.
#[must_use]
pub fn day_number(day: Day) -> i64 {
    const LIMIT: i64 = (1 << 30) - 1;
    let year = day.year.clamp(-2_900_000, 2_900_000) - i64::from(day.month <= 2);
    // Howard Hinnant's days_from_civil: the year begins in March, so the leap day is its last.
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let month = (i64::from(day.month) + 9) % 12;
    let day_of_year = (153 * month + 2) / 5 + i64::from(day.day) - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    (era * 146_097 + day_of_era - 719_468).clamp(-LIMIT, LIMIT)
}

/// The day of a number.
#[must_use]
pub(crate) fn day_of(number: i64) -> Day {
    // Hinnant's civil_from_days.
    let days = number + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * day_of_year + 2) / 153;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    let small = |number: i64| u8::try_from(number).unwrap_or(1);
    Day {
        year: year_of_era + era * 400 + i64::from(month <= 2),
        month: small(month),
        day: small(day_of_year - (153 * from_march + 2) / 5 + 1),
    }
}

/// First and last day number a date sorts under.
pub(crate) fn order_of(date: &Edtf) -> (i64, i64) {
    let (from, to) = date.order();
    (day_number(from), day_number(to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[allow(clippy::unwrap_used)]
    fn day_numbers_agree_with_chrono_and_keep_order_beyond_it() {
        for (year, month, day) in
            [(1970, 1, 1), (1999, 12, 8), (2000, 2, 29), (2021, 9, 10), (1600, 3, 1), (-44, 3, 15)]
        {
            let day = Day::new(year, month, day).unwrap();
            let chrono = day.to_chrono().unwrap();
            let epoch = Day::new(1970, 1, 1).unwrap().to_chrono().unwrap();
            assert_eq!(day_number(day), chrono.signed_duration_since(epoch).num_days());
            assert_eq!(day_of(day_number(day)), day);
        }
        let far = Day { year: i64::MAX, month: 12, day: 31 };
        assert!(day_number(far) > day_number(Day::new(9999, 12, 31).unwrap()));
        assert!(day_number(far) < 1 << 30);
    }
}
