//! What the register says of itself: how far promises have come, what may rest, whose evidence is weak.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the register says of itself: how far promises have come, which may rest, whose evidence is weak.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct RegisterReviewDto {
    pub roll_ups: Vec<RollUpDto>,
    pub stalled: Vec<StalledDto>,
    /// After how many months without evidence a promise is thought to rest; 0 for never.
    pub stall_months: u32,
    pub warned: Vec<WarnedDto>,
}

/// How far promises have come: of the dossier, of a lane, or of what is part of a milestone.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct RollUpDto {
    /// Both absent: the dossier.
    pub lane: Option<String>,
    pub parent: Option<i64>,
    pub steps: Vec<StepCountDto>,
    /// 0–1, of those not withdrawn.
    pub share_done: Option<f64>,
    /// Past their deadline, neither done nor withdrawn.
    pub overdue: Vec<i64>,
    /// The earliest deadline not met (EDTF), and whose.
    pub next_deadline: Option<String>,
    pub next: Option<i64>,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct StepCountDto {
    /// The id of the step, and what it means.
    pub step: String,
    pub status: String,
    pub count: u32,
}

/// A promise of which nothing new was told for the months of the rule.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct StalledDto {
    pub milestone: i64,
    /// ISO day of the last evidence or judgement.
    pub last: String,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct StallRuleArgs {
    pub months: u32,
}

/// A milestone with what is weak about its evidence.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct WarnedDto {
    pub milestone: i64,
    pub warnings: Vec<WarningDto>,
    pub steps: Vec<WarnedStepDto>,
}

/// The same of a step of its ladder.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct WarnedStepDto {
    pub id: i64,
    pub warnings: Vec<WarningDto>,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct WarningDto {
    /// `one-story`, `one-outlet`, `one-camp`, `other-date`, `lost`.
    pub what: String,
    /// The outlet, the country of the camp (empty for bodies of states together), or the words that tell another date.
    pub words: String,
    /// The passages it is about.
    pub evidence: Vec<i64>,
    /// EDTF of the other date.
    pub date: Option<String>,
}
