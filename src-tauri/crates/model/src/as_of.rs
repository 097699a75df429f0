//! A day the register is asked about, on one of two axes.

use crate::Day;

/// Which question is asked of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Axis {
    /// What had happened by then.
    HappenedBy,
    /// What articles had told by then.
    KnownBy,
}

impl Axis {
    /// The word used in JSON and on the command line.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::HappenedBy => "happened-by",
            Self::KnownBy => "known-by",
        }
    }

    /// The axis of an id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        [Self::HappenedBy, Self::KnownBy].into_iter().find(|axis| axis.id() == id)
    }
}

/// A day, and what is asked of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AsOf {
    /// What is asked.
    pub axis: Axis,
    /// The day; what came on it counts.
    pub day: Day,
}
