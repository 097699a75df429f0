//! The dossier as a whole: what is open, what waits, operations, verify, back up.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is open, and the figures beside the sections.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct DossierDto {
    pub name: String,
    pub path: String,
    pub bundled: bool,
    /// A newer bundled dossier than this copy came with the application: it can be opened as a separate copy.
    pub newer_bundled: bool,
    pub version: String,
    pub articles: u32,
    /// Articles without copies and reprints of others.
    pub stories: u32,
    pub milestones: u32,
    pub topics: u32,
    pub notes: u32,
    pub briefings: u32,
    /// Suggestions, not articles: what the review queue holds.
    pub to_review: u32,
    pub needs_a_look: u32,
    pub in_bin: u32,
}

/// The overview, of today or as of a day.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct OverviewArgs {
    #[serde(default)]
    #[ts(optional)]
    pub as_of: Option<super::AsOfArgs>,
}

/// The overview: every figure leads to the passages behind it.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct OverviewDto {
    pub dossier: DossierDto,
    pub months: Vec<MonthDto>,
    pub ladder: Vec<LaneStepDto>,
    /// How far promises have come, of the dossier and of each lane.
    pub roll_ups: Vec<super::RollUpDto>,
    pub recent: Vec<super::OperationDto>,
    /// Links of lineage and statuses that rest on judgement, not on a passage.
    pub unevidenced: u32,
    /// Passages whose words no longer stand in their article.
    pub lost: u32,
}

/// Articles published in one month.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct MonthDto {
    /// `2021-09`; empty for undated articles.
    pub month: String,
    pub articles: u32,
    /// Of those, how many are no copy or reprint of another.
    pub stories: u32,
}

/// Milestones of one lane on one step of the ladder.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct LaneStepDto {
    pub lane: String,
    /// The id of the step; none for plain events.
    pub step: Option<String>,
    pub milestones: u32,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct OperationsArgs {
    /// Only operations before this one.
    #[serde(default)]
    pub before: Option<i64>,
    pub limit: u32,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct NewDossierArgs {
    pub path: String,
    pub name: String,
    /// Start from the bundled dossier instead of an empty one.
    #[serde(default)]
    pub bundled: bool,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct VerifyDto {
    pub sound: bool,
    pub checked: Vec<VerifyLineDto>,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct VerifyLineDto {
    /// `integrity`, `references`, `originals`, `evidence`, `search-index`, `journal`.
    pub check: String,
    pub count: u32,
    pub problems: Vec<String>,
}

/// State of the interface kept with the dossier or the user, never journaled.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct UiStateDto {
    /// JSON the interface keeps for itself: panes, section, open article.
    pub json: String,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct EmptiedDto {
    pub articles: u32,
    pub originals: u32,
}
