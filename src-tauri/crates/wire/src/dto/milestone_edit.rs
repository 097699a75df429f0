//! What is done to milestones: begun, changed, proved, linked, given a status.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::SpanDto;

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct AddMilestoneArgs {
    pub title: String,
    pub kind: String,
    pub lane: String,
    /// EDTF.
    pub date: String,
    #[serde(default)]
    pub parent: Option<i64>,
    #[serde(default)]
    pub who: String,
    #[serde(default)]
    pub role: Option<String>,
    #[serde(default)]
    #[ts(optional)]
    pub description: Option<String>,
    /// A date as typed.
    #[serde(default)]
    #[ts(optional)]
    pub deadline: Option<String>,
    /// The passage it was made from: becomes its first evidence.
    #[serde(default)]
    pub passage: Option<super::PassageArgs>,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct EditMilestoneArgs {
    pub id: i64,
    pub title: String,
    pub kind: String,
    pub lane: String,
    pub date: String,
    pub parent: Option<i64>,
    pub who: String,
    pub role: Option<String>,
    /// Absent: as it was.
    #[serde(default)]
    #[ts(optional)]
    pub description: Option<String>,
    /// A date as typed, empty for none; absent: as it was.
    #[serde(default)]
    #[ts(optional)]
    pub deadline: Option<String>,
}

/// Changes one field of a milestone, as it is typed into a cell.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct MilestoneFieldArgs {
    pub id: i64,
    /// `title`, `date`, `kind`, `lane`, `parent`, `deadline`.
    pub field: String,
    /// The words, an id (kind, lane, parent), or nothing.
    pub value: String,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct AttachEvidenceArgs {
    pub milestone: i64,
    pub article: i64,
    pub span: SpanDto,
    pub stance: String,
    #[serde(default)]
    pub proves: Option<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct AcceptEvidenceArgs {
    pub ids: Vec<i64>,
    pub accepted: bool,
}

/// A link of lineage: on a passage attached to one of the two, or on a judgement with its reason.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct LineageArgs {
    /// The earlier milestone.
    pub from: i64,
    pub to: i64,
    /// `became`, `split-into`, `merged-into`, `renamed`, `superseded-by`, `withdrawn`.
    pub kind: String,
    #[serde(default)]
    pub evidence: Option<i64>,
    #[serde(default)]
    pub judgement: Option<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct EditLineageArgs {
    pub id: i64,
    pub link: LineageArgs,
}

/// Makes a bundled link of lineage the analyst's own judgement, or takes that back.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ConfirmLineageArgs {
    pub id: i64,
    pub confirmed: bool,
}

/// Sets a status: on passages already attached to the milestone, or on a judgement with its reason.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct SetStatusArgs {
    pub milestone: i64,
    /// A step of the ladder: its id, or its words, mark or sense.
    pub status: String,
    #[serde(default)]
    pub since: Option<String>,
    #[serde(default)]
    pub evidence: Vec<i64>,
    #[serde(default)]
    pub judgement: Option<String>,
}

/// A date as typed: EDTF or words. What it reads as is EDTF; null where it is not understood.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct DateReadArgs {
    pub text: String,
}
