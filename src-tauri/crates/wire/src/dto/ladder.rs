//! Status ladders: the one of the dossier, presets, and the change to another.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::LabelsDto;

/// A step of a ladder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct StepDto {
    /// Holds when the step is renamed; empty for a new one.
    pub id: String,
    pub words: LabelsDto,
    /// Up to three characters; may be empty.
    pub mark: String,
    /// `not-begun`, `begun`, `partly`, `done`, `on-hold`, `withdrawn`.
    pub sense: String,
}

/// The steps a promise can stand on, in order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct LadderDto {
    pub name: LabelsDto,
    pub steps: Vec<StepDto>,
    /// The preset it is, unchanged: `peace-accords-matrix` (the default), `eu-train`, `promise-meter`.
    pub preset: Option<String>,
}

/// The dossier's ladder, and those that come with Chancery.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct LaddersDto {
    pub current: LadderDto,
    pub presets: Vec<LadderDto>,
}

/// A ladder as it is to be, and where steps that were reached go, by their ids; what is left out goes to the step that says most
/// nearly the same.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct LadderArgs {
    pub name: LabelsDto,
    pub steps: Vec<StepDto>,
    #[serde(default)]
    pub moves: BTreeMap<String, String>,
}

/// A ladder as it would be kept, and what becomes of the steps that were reached.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct LadderLookDto {
    pub ladder: LadderDto,
    pub moves: Vec<StepMoveDto>,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct StepMoveDto {
    pub from: StepDto,
    /// How often it was reached, and by how many milestones.
    pub changes: u32,
    pub milestones: u32,
    /// The id of the step it becomes.
    pub to: String,
    /// It does not mean the same then.
    pub differs: bool,
}
