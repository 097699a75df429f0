//! The timeline as a file, and the articles beneath it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::AsOfArgs;

/// The timeline as a file; its name's ending says as what: svg, png, json (TimelineJS), ics, csv.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct TimelineExportArgs {
    pub path: String,
    /// These milestones; all where none are named.
    #[serde(default)]
    #[ts(optional)]
    pub milestones: Option<Vec<i64>>,
    #[serde(default)]
    #[ts(optional)]
    pub as_of: Option<AsOfArgs>,
    /// `en`, `ru`, `be`.
    pub language: String,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct TimelineWrittenDto {
    pub path: String,
    pub bytes: u32,
    pub milestones: u32,
    /// Left out, for they have no date.
    pub undated: u32,
}

/// Which days articles were published on, of today or as of a day.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ArticleDaysArgs {
    #[serde(default)]
    #[ts(optional)]
    pub as_of: Option<AsOfArgs>,
}

/// Articles by the first day of their date of publication, in order; undated ones are in none.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ArticleDayDto {
    /// ISO day.
    pub day: String,
    pub articles: u32,
    /// Of those, how many are no copy or reprint of another.
    pub stories: u32,
}
