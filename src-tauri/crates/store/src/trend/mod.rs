//! Trends: how many of the articles of a filter fall into which week, month or year, in all and by topic, outlet or language.

mod count;
#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
mod topics;
mod unit;

use chancery_model::{Day, Language, OutletId, TopicId};

use crate::{ArticleFilter, Reader, Result};

pub use unit::TrendUnit;

/// What is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TrendMeasure {
    /// Articles.
    #[default]
    Articles,
    /// Stories: of copies in the same place of the trend one. A story told in two months is counted in both.
    Stories,
    /// Tags on articles.
    Tags,
    /// Passages that answer the query, in title and text.
    Passages,
}

/// By what a trend is split.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrendSplit {
    /// By topic: tags and suggestions that wait, a topic with those under it; of [`TrendMeasure::Tags`] tags only. An article
    /// may have several.
    Topic,
    /// By outlet.
    Outlet,
    /// By language.
    Language,
}

/// How a trend is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TrendAsk {
    /// What is counted.
    pub measure: TrendMeasure,
    /// By what; without it, what fits the span.
    pub unit: Option<TrendUnit>,
    /// Split by what.
    pub split: Option<TrendSplit>,
}

/// What a line of a trend counts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TrendKey {
    /// Everything.
    All,
    /// One topic.
    Topic(TopicId),
    /// One outlet.
    Outlet(OutletId),
    /// One language.
    Language(Language),
    /// All topics, outlets or languages that have no line of their own.
    Others(Vec<TrendKey>),
    /// Articles without topic, without outlet or in a language nobody knows.
    Without,
}

/// One number of a trend.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TrendFigure {
    /// How many of what is counted.
    pub counted: u64,
    /// How many articles that are.
    pub articles: u64,
}

/// One line of a trend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrendLine {
    /// What it counts.
    pub key: TrendKey,
    /// One figure for each of the trend's units.
    pub figures: Vec<TrendFigure>,
    /// Of articles whose date is not known to the unit.
    pub coarse: TrendFigure,
    /// Of articles without a date.
    pub undated: TrendFigure,
    /// Of all of them together.
    pub sum: TrendFigure,
}

/// A trend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trend {
    /// What was counted: articles instead of passages where too many texts would have to be read.
    pub measure: TrendMeasure,
    /// By what.
    pub unit: TrendUnit,
    /// First and last day of each unit, from the first with an article to the last, without a gap.
    pub units: Vec<(Day, Day)>,
    /// Everything first, then the largest parts, then the others and what has none.
    pub lines: Vec<TrendLine>,
    /// Figures are upper bounds: too many texts would have to be read to know that they have a prefix or an exact form.
    pub at_most: bool,
}

impl Reader<'_> {
    /// Counts the articles of a filter along time. `filter.stories` is not heeded: stories are a measure.
    ///
    /// # Errors
    /// `Damaged` where a row cannot be read.
    pub fn trend(&self, filter: &ArticleFilter, ask: TrendAsk) -> Result<Trend> {
        let filter = ArticleFilter { stories: false, ..filter.clone() };
        self.within(|conn| count::trend(conn, self.columns(), &filter, ask))
    }
}
