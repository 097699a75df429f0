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
