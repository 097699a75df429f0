//! Milestones: the register, status history, evidence, lineage.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{LabelsDto, NoteRowDto, SpanDto};

/// The whole register: lanes and milestones in order of date, children after their parent.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct RegisterDto {
    pub lanes: Vec<LaneDto>,
    pub milestones: Vec<MilestoneDto>,
    pub lineage: Vec<LineageDto>,
    /// As of a day: milestones that came, or became known, after it.
    pub later: u32,
}

/// A day and what is asked of it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct AsOfArgs {
    /// `happened-by` or `known-by`.
    pub axis: String,
    /// ISO day.
    pub day: String,
}

/// A milestone, as it stands today or on a day.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct MilestoneArgs {
    pub id: i64,
    #[serde(default)]
    #[ts(optional)]
    pub as_of: Option<AsOfArgs>,
}

/// What of a milestone does not count on a day.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct LaterDto {
    /// It had not come by then, or was not known.
    pub milestone: bool,
    /// Evidence that was told after it.
    pub evidence: Vec<i64>,
    /// Steps of its ladder that were reached, or became known, after it.
    pub statuses: Vec<i64>,
}

/// Two days, in either order.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct BetweenArgs {
    /// `happened-by` or `known-by`.
    pub axis: String,
    pub from: String,
    pub to: String,
}

/// What a milestone has on the later day that it had not on the earlier.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct MilestoneChangeDto {
    pub milestone: i64,
    pub title: LabelsDto,
    /// EDTF.
    pub date: String,
    /// It was not there before.
    pub new: bool,
    pub status_before: Option<String>,
    pub status_after: Option<String>,
    /// The passages that make the difference.
    pub evidence: Vec<EvidenceDto>,
}

/// Whether a milestone had come by a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "kebab-case")]
pub enum ComeDto {
    Yes,
    Perhaps,
    Ahead,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct LaneDto {
    pub id: String,
    pub label: LabelsDto,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct MilestoneDto {
    pub id: i64,
    pub slug: String,
    pub title: LabelsDto,
    /// `treaty`, `decision`, `working-group`, `roadmap`, `negotiation`, `deadline`, `statement`, `implementation`, `external-event`.
    pub kind: String,
    pub lane: String,
    pub parent: Option<i64>,
    /// EDTF.
    pub date: String,
    /// The day is told by none of its passages and no surely dated article: inferred.
    #[ts(as = "Option<bool>", optional)]
    pub day_inferred: bool,
    /// How the date was read.
    pub date_rule: String,
    /// ISO day, none where open or unknown.
    pub earliest: Option<String>,
    pub latest: Option<String>,
    pub who: String,
    /// `promised`, `decided`, `claimed`, `agreed`, `announced`.
    pub role: Option<String>,
    pub description: String,
    /// EDTF: by when it is due; none where no day was promised.
    pub deadline: Option<String>,
    /// ISO day, none where open.
    pub deadline_latest: Option<String>,
    #[serde(flatten)]
    pub stands: StandsDto,
    /// As of a day: whether it had come. None where no day is asked.
    pub come: Option<ComeDto>,
}

/// How a milestone stands, which depends on the day it is looked at.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct StandsDto {
    /// What its step means: `not-begun`, `begun`, `partly`, `done`, `on-hold`, `withdrawn`; none for plain events.
    pub status: Option<String>,
    /// The id of its step on the dossier's ladder.
    pub step: Option<String>,
    pub status_since: Option<String>,
    /// The status rests on the analyst's judgement, not on a passage.
    pub status_is_judgement: bool,
    pub supports: u32,
    pub contradicts: u32,
    pub mentions: u32,
    /// Pieces of evidence accepted for briefings.
    pub accepted: u32,
    pub bundled: bool,
}

/// What of the register is otherwise on a day than it is now.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct RegisterDayDto {
    /// Milestones that came, or became known, after it.
    pub later: Vec<i64>,
    /// Those that stood otherwise.
    pub stood: Vec<StoodDto>,
    /// The links of lineage that count.
    pub lineage: Vec<i64>,
}

/// A milestone that stood otherwise on a day.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct StoodDto {
    pub id: i64,
    #[serde(flatten)]
    pub stands: StandsDto,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct MilestoneDetailDto {
    pub milestone: MilestoneDto,
    pub evidence: Vec<EvidenceDto>,
    pub statuses: Vec<StatusChangeDto>,
    pub lineage: Vec<LineageDto>,
    /// Passages of other milestones that its links rest on.
    pub passages: Vec<EvidenceDto>,
    pub notes: Vec<NoteRowDto>,
    /// As of a day; none where no day is asked.
    pub later: Option<LaterDto>,
}

/// A passage that speaks for or against a milestone.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct EvidenceDto {
    pub id: i64,
    pub milestone: i64,
    pub milestone_title: LabelsDto,
    pub article: i64,
    pub article_title: String,
    pub outlet: Option<String>,
    pub published: Option<String>,
    pub published_confidence: super::ConfidenceDto,
    pub span: SpanDto,
    pub exact: String,
    pub prefix: String,
    pub suffix: String,
    /// `supports`, `contradicts`, `mentions`.
    pub stance: String,
    /// `milestone`, `date`, `who`, `status`.
    pub proves: String,
    /// It came with the bundled dossier.
    pub bundled: bool,
    /// The outlet's source grade, A to F.
    pub grade: Option<super::GradeDto>,
    /// An earlier article tells the same.
    pub copy: bool,
    /// How many other articles tell the same.
    pub copies: u64,
    /// The analyst accepted it: it may become a key point of a briefing.
    pub accepted: bool,
}

/// Of which day something is asked; absent for now.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct OnDayArgs {
    #[serde(default)]
    pub as_of: Option<AsOfArgs>,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct StatusChangeDto {
    pub id: i64,
    /// What the step means, and its id.
    pub status: String,
    pub step: String,
    /// EDTF: when it became so.
    pub since: Option<String>,
    /// EDTF: when it was known.
    pub known: Option<String>,
    /// The analyst's reason, where no passage says it.
    pub judgement: Option<String>,
    pub evidence: Vec<i64>,
    pub at: i64,
    pub bundled: bool,
}

/// One milestone that came out of another.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct LineageDto {
    pub id: i64,
    pub from: i64,
    pub to: i64,
    /// `became`, `split-into`, `merged-into`, `renamed`, `superseded-by`, `withdrawn`.
    pub kind: String,
    /// No passage says it: the reason.
    pub judgement: Option<String>,
    pub evidence: Option<i64>,
    /// It came with the bundled dossier and the analyst has not confirmed it: no judgement of theirs.
    #[ts(as = "Option<bool>", optional)]
    pub bundled: bool,
}
