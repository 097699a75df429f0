//! How long something took, many times over.

use std::fmt;
use std::time::Instant;

use serde::{Deserialize, Serialize};

use super::Result;

/// Milliseconds.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Serialize)]
pub(super) struct Times {
    pub(super) p50: f64,
    pub(super) p95: f64,
    pub(super) max: f64,
}

impl Times {
    /// Does the work for each.
    pub(super) fn of<T>(each: &[T], mut work: impl FnMut(&T) -> Result<()>) -> Result<Self> {
        let time = |one: &T| {
            let began = Instant::now();
            work(one)?;
            Ok(milliseconds(began))
        };
        Ok(Self::among(each.iter().map(time).collect::<Result<_>>()?))
    }

    pub(super) fn among(mut times: Vec<f64>) -> Self {
        times.sort_by(f64::total_cmp);
        // The nearest rank: of fifty the twenty-fifth, and the forty-eighth.
        let rank = |percent: usize| (times.len() * percent).div_ceil(100).saturating_sub(1);
        let at = |place: usize| times.get(place).copied().unwrap_or_default();
        Self { p50: at(rank(50)), p95: at(rank(95)), max: at(rank(100)) }
    }
}

impl fmt::Display for Times {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:.1}/{:.1}/{:.1}", self.p50, self.p95, self.max)
    }
}

pub(super) fn milliseconds(began: Instant) -> f64 {
    began.elapsed().as_secs_f64() * 1e3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_hundred_the_ninety_fifth_is_told() {
        let times = Times::among((1..=100).rev().map(f64::from).collect());
        assert_eq!(times, Times { p50: 50.0, p95: 95.0, max: 100.0 });
        assert_eq!(Times::among(vec![7.0]), Times { p50: 7.0, p95: 7.0, max: 7.0 });
    }
}
