//! Time as the use cases see it: passed in, so that a test can stand at any day.

use chancery_model::Day;
use chancery_store::Moment;

/// Tells what time it is.
pub trait Clock: Send + Sync {
    /// Milliseconds since 1970, UTC.
    fn now(&self) -> Moment;

    /// The day it is for the analyst.
    fn today(&self) -> Day;
}

/// The machine's clock in its own zone.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Moment {
        Moment(chrono::Utc::now().timestamp_millis())
    }

    fn today(&self) -> Day {
        Day::from_chrono(chrono::Local::now().date_naive())
    }
}

/// A clock that stands still at noon (UTC) of a day.
#[derive(Clone, Copy, Debug)]
pub struct StoppedClock(pub Day);

impl Clock for StoppedClock {
    fn now(&self) -> Moment {
        let noon = self.0.to_chrono().and_then(|date| date.and_hms_opt(12, 0, 0));
        Moment(noon.map_or(0, |noon| noon.and_utc().timestamp_millis()))
    }

    fn today(&self) -> Day {
        self.0
    }
}

/// The day of a moment, in UTC.
pub(crate) fn day_of(at: Moment) -> Day {
    let day = chrono::DateTime::from_timestamp_millis(at.0).unwrap_or_default().date_naive();
    Day::from_chrono(day)
}
