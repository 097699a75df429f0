//! Trends: a question counted along time.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is counted along time, and how.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct TrendArgs {
    /// As in a search; all articles where it is empty.
    #[serde(default)]
    pub query: String,
    #[serde(default)]
    pub as_typed: bool,
    #[serde(default)]
    pub measure: TrendMeasureDto,
    /// What fits the span where none is chosen.
    #[serde(default)]
    pub unit: Option<TrendUnitDto>,
    #[serde(default)]
    pub split: Option<TrendSplitDto>,
}

#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "kebab-case")]
pub enum TrendMeasureDto {
    #[default]
    Articles,
    /// Copies in the same place of the trend are one; a story told in two months is counted in both.
    Stories,
    Tags,
    /// Passages that answer the query, in title and text.
    Passages,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "kebab-case")]
pub enum TrendUnitDto {
    Week,
    Month,
    Year,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "kebab-case")]
pub enum TrendSplitDto {
    Topic,
    Outlet,
    Language,
}

/// A trend. The question behind a figure is `query`, that of its unit and that of its line, with blanks between; of stories with
/// copies counted once.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct TrendDto {
    /// The question as it was read.
    pub query: String,
    /// What was counted: articles instead of passages where too many texts would have to be read.
    pub measure: TrendMeasureDto,
    pub unit: TrendUnitDto,
    pub units: Vec<TrendUnitSpanDto>,
    /// The whole first, then the largest parts, the others, and what has none.
    pub lines: Vec<TrendLineDto>,
    /// Figures are upper bounds.
    pub at_most: bool,
    /// What narrows the question to articles without a date known to the unit.
    pub coarse_query: String,
    /// What narrows it to articles without a date.
    pub undated_query: String,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct TrendUnitSpanDto {
    /// First and last day, ISO 8601.
    pub first: String,
    pub last: String,
    /// What narrows the question to it.
    pub query: String,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct TrendLineDto {
    pub of: TrendLineOfDto,
    /// A topic's slug, an outlet's name, a language's code.
    pub name: Option<String>,
    /// Of the others, how many they are.
    pub others: u32,
    /// What narrows the question to it; none where words can't.
    pub query: Option<String>,
    /// One for each unit.
    pub figures: Vec<TrendFigureDto>,
    pub coarse: TrendFigureDto,
    pub undated: TrendFigureDto,
    pub sum: TrendFigureDto,
}

#[derive(Clone, Copy, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "kebab-case")]
pub enum TrendLineOfDto {
    All,
    Topic,
    Outlet,
    Language,
    Others,
    Without,
}

#[derive(Clone, Copy, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct TrendFigureDto {
    pub counted: u32,
    /// How many articles that are.
    pub articles: u32,
}

/// A trend as a file; its name's ending says as what: svg, png, csv.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct TrendExportArgs {
    pub trend: TrendArgs,
    pub path: String,
    /// `en`, `ru`, `be`.
    pub language: String,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct TrendWrittenDto {
    pub path: String,
    pub bytes: u32,
}
