//! Sets of which one holds: `[1667,1668,1670..1672]`, `[..1760-12-03]`, `[1760-12..]`.

use std::fmt::{self, Display as _};

use super::day::Day;
use super::point::Point;

/// One of the dates of a set, or a run of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Choice {
    /// A date.
    One(Point),
    /// Any from the first to the last; `None` is any before or after.
    Run(Option<Point>, Option<Point>),
}

impl Choice {
    /// The first day it can mean; `None` where it has no beginning.
    #[must_use]
    pub fn earliest(&self) -> Option<Day> {
        match self {
            Self::One(point) | Self::Run(Some(point), _) => Some(point.earliest()),
            Self::Run(None, _) => None,
        }
    }

    /// The last day it can mean; `None` where it has no end.
    #[must_use]
    pub fn latest(&self) -> Option<Day> {
        match self {
            Self::One(point) | Self::Run(_, Some(point)) => Some(point.latest()),
            Self::Run(_, None) => None,
        }
    }

    fn parse(text: &str) -> Option<Self> {
        let Some((from, to)) = text.split_once("..") else { return Point::parse(text).map(Self::One) };
        let end = |part: &str| if part.is_empty() { Some(None) } else { Point::parse(part).map(Some) };
        let (from, to) = (end(from)?, end(to)?);
        let ordered = match (from, to) {
            (Some(from), Some(to)) => from.earliest() <= to.latest(),
            (None, None) => false,
            _ => true,
        };
        ordered.then_some(Self::Run(from, to))
    }
}

/// What stands between the brackets. Only the first choice may have no beginning and only the last no end.
pub(super) fn parse(inside: &str) -> Option<Box<[Choice]>> {
    let choices = inside.split(',').map(|part| Choice::parse(part.trim())).collect::<Option<Box<[_]>>>()?;
    let last = choices.len().checked_sub(1)?;
    let closed = |(at, choice): (usize, &Choice)| {
        (at == 0 || choice.earliest().is_some()) && (at == last || choice.latest().is_some())
    };
    choices.iter().enumerate().all(closed).then_some(choices)
}

pub(super) fn write(f: &mut fmt::Formatter<'_>, choices: &[Choice]) -> fmt::Result {
    f.write_str("[")?;
    for (at, choice) in choices.iter().enumerate() {
        if at > 0 {
            f.write_str(",")?;
        }
        match choice {
            Choice::One(point) => point.fmt(f)?,
            Choice::Run(from, to) => {
                from.map_or(Ok(()), |point| point.fmt(f))?;
                f.write_str("..")?;
                to.map_or(Ok(()), |point| point.fmt(f))?;
            }
        }
    }
    f.write_str("]")
}
