//! Dates as they go out: never surer than they are.

use chancery_model::{Bound, ClockTime, Edtf, Point, Published, Zone};
use chancery_store::Moment;

/// A date with its doubt, and the clock time beside it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stamp {
    pub(super) date: Edtf,
    time: Option<ClockTime>,
    zone: Option<Zone>,
}

impl Stamp {
    /// What is only inferred is marked with `?`: whoever reads the file can't see the confidence beside it.
    pub(super) fn of(published: &Published, sure: bool) -> Self {
        let date = if sure { published.date.clone() } else { doubted(&published.date) };
        Self { date, time: published.time, zone: published.zone }
    }

    /// `2021-05-28T02:42+03:00`; the date alone where no clock time is known, or the day is in doubt.
    pub(super) fn to_iso(&self) -> String {
        let mut out = self.date.to_string();
        if let (Some(time), Some(_)) = (self.time, self.date.exact_day()) {
            out.push_str(&format!("T{time}"));
            if let Some(zone) = self.zone {
                out.push_str(&zone.to_string());
            }
        }
        out
    }
}

fn doubted(date: &Edtf) -> Edtf {
    let doubt = |point: &Point| {
        let mut point = *point;
        // `~` is doubt enough.
        point.qualifier.uncertain |= !point.qualifier.approximate;
        point
    };
    let bound = |bound: &Bound| match bound {
        Bound::At(point) => Bound::At(doubt(point)),
        open => *open,
    };
    match date {
        Edtf::Date(point) => Edtf::Date(doubt(point)),
        Edtf::Interval(from, to) => Edtf::Interval(bound(from), bound(to)),
        // One of several is doubt enough too.
        Edtf::OneOf(_) => date.clone(),
    }
}

/// A moment as chrono has it.
pub(super) fn utc(at: Moment) -> Option<chrono::DateTime<chrono::Utc>> {
    chrono::DateTime::from_timestamp_millis(at.0)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn what_is_inferred_goes_out_with_its_doubt() {
        let out = |date: &str, sure| {
            let time = ClockTime::parse("02:42");
            let published = Published { date: Edtf::parse(date).unwrap(), time, zone: Zone::parse("+03:00") };
            Stamp::of(&published, sure).to_iso()
        };
        assert_eq!(out("2021-05-28", true), "2021-05-28T02:42+03:00");
        assert_eq!(out("2021-05-28", false), "2021-05-28?");
        assert_eq!(out("2020-10-29~", false), "2020-10-29~");
        assert_eq!(out("2019-03/2019-11", false), "2019-03?/2019-11?");
        assert_eq!(out("/2019-11", true), "/2019-11");
    }
}
