//! Milestones and articles along time as files of their own: a picture, a web timeline, a calendar, a table.

mod ics;
mod svg;
mod table;
mod timelinejs;
mod trend;

use chancery_model::{AsOf, Day, Edtf, LineageKind, MilestoneKind, Status};

use crate::words::Words;
use crate::{Dated, Locale};

pub use ics::ics;
pub use svg::svg;
pub use table::table;
pub use timelinejs::timelinejs;
pub use trend::{TrendChart, TrendChartLine, TrendName, trend_svg, trend_table};

/// Everything a file of the timeline says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// What it is called.
    pub title: String,
    /// The language of fixed words and dates.
    pub locale: Locale,
    /// The day it is made; the only trace of when, so that the same input gives the same bytes.
    pub made: Day,
    /// The day everything is told as of.
    pub as_of: Option<AsOf>,
    /// Milestones, those of a lane together, by date.
    pub entries: Vec<ChartEntry>,
    /// The steps of the dossier's own ladder: what each means and is called; empty where the ladder is that of the senses.
    pub steps: Vec<(Status, String)>,
    /// What became of what, by places in `entries`.
    pub links: Vec<ChartLink>,
    /// Articles by the first day of the month they were published in, in order.
    pub density: Vec<(Day, u32)>,
    /// Milestones left out, because they have no date.
    pub undated: usize,
}

/// A milestone that has a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChartEntry {
    /// Holds across files.
    pub uid: String,
    /// Its title.
    pub title: String,
    /// What sort of thing it is.
    pub kind: MilestoneKind,
    /// Its lane.
    pub lane: Option<String>,
    /// When.
    pub date: Edtf,
    /// Who promised, decided or claimed it; may be empty.
    pub who: String,
    /// How far it has come; plain events have none.
    pub status: Option<Status>,
    /// What the dossier's own ladder calls that.
    pub own: Option<String>,
    /// Passages that support it, each with its source in words.
    pub passages: Vec<(String, String)>,
}

/// What became of a milestone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChartLink {
    /// Place of the earlier one.
    pub from: usize,
    /// Place of the later one.
    pub to: usize,
    /// How.
    pub kind: LineageKind,
    /// No passage says so.
    pub judged: bool,
}

impl Chart {
    fn words(&self) -> Words {
        Words::new(self.locale)
    }

    /// "As of: 1 June 2021: what articles published by then had told"; none where no day is asked.
    fn as_of_line(&self, words: &Words) -> Option<String> {
        let AsOf { axis, day } = self.as_of?;
        let told = words.with(&format!("doc-as-of-{}", axis.id()), &[("date", &words.day(day))]);
        Some(format!("{}: {told}", words.get("doc-as-of")))
    }
}

impl ChartEntry {
    fn when(&self, words: &Words) -> String {
        words.dated(&Dated::stated(self.date.clone()))
    }

    /// The status, or for plain events the kind.
    fn standing(&self, words: &Words) -> String {
        match (&self.own, self.status) {
            (Some(own), _) => own.clone(),
            (None, Some(status)) => words.status(status),
            (None, None) => words.get(&format!("doc-kind-{}", self.kind.id())),
        }
    }

    /// Whether it is one sure day, and no span of possible ones.
    fn is_one_day(&self) -> bool {
        self.date.exact_day().is_some()
    }

    /// First and last day it may have been on; an end that is open is the other one's. None where both are.
    fn days(&self) -> Option<(Day, Day)> {
        let (earliest, latest) = (self.date.earliest(), self.date.latest());
        Some((earliest.or(latest)?, latest.or(earliest)?))
    }
}
