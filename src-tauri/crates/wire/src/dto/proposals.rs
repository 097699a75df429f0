//! Proposals of milestones and evidence, and what a selection would make.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{AddMilestoneArgs, ConfidenceDto, SpanDto};

/// The first proposals, of one article or of all.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ProposalsArgs {
    #[serde(default)]
    pub article: Option<i64>,
    /// `score`, `date` or `article`.
    pub order: String,
    pub limit: u32,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ProposalPageDto {
    pub total: u32,
    /// Of them put off; they come last.
    pub skipped: u32,
    /// Decisions in force.
    pub decided: u32,
    /// Articles are still being read.
    pub reading: bool,
    pub items: Vec<ProposalDto>,
    /// Cues that decisions made count more or less.
    pub learned: Vec<CueDto>,
}

/// What may be a milestone, evidence of one, or a step on one's ladder.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ProposalDto {
    pub id: i64,
    pub score: f64,
    /// What the cues say.
    pub rules: f64,
    /// What was learned of its words, where that is heard.
    pub learned: Option<f64>,
    pub title: String,
    pub kind: String,
    pub lane: String,
    /// EDTF.
    pub date: String,
    pub role: Option<String>,
    /// The first is the one it is called by.
    pub passages: Vec<ProposedPassageDto>,
    pub cues: Vec<CueDto>,
    pub resembles: Option<ResembledDto>,
    pub skipped: bool,
}

/// A passage of a proposal.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ProposedPassageDto {
    pub article: i64,
    pub title: String,
    pub outlet: Option<String>,
    pub published: Option<String>,
    pub published_confidence: ConfidenceDto,
    pub language: Option<String>,
    pub span: SpanDto,
    pub exact: String,
    /// EDTF: what the words of its date mean.
    pub date: String,
    pub date_words: String,
    /// `stated`, `published`, `dateline`, `text`.
    pub anchor: String,
    /// Where the date stands, in positions of `exact`.
    pub date_span: SpanDto,
    pub cues: Vec<CueHitDto>,
    /// Copies of the article that tell the same.
    pub copies: u32,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct CueHitDto {
    pub id: String,
    /// In positions of `exact`.
    pub span: SpanDto,
}

/// A cue, and what decisions made of it.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct CueDto {
    pub id: String,
    /// `deed`, `matter` or `doubt`.
    pub sort: String,
    pub weight: f64,
    pub usual: f64,
    pub yes: u32,
    pub no: u32,
}

/// A milestone a proposal is rather evidence of.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ResembledDto {
    pub milestone: i64,
    pub title: String,
    pub date: String,
    pub likeness: f64,
    pub shared: Vec<String>,
    pub same_time: bool,
    /// The same told elsewhere is its evidence already.
    pub told_before: bool,
    /// The id of the step on its ladder the passage speaks of.
    pub status: Option<String>,
}

/// Makes a milestone of a proposal.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct AcceptProposalArgs {
    pub id: i64,
    pub milestone: AddMilestoneArgs,
}

/// Makes the passages of a proposal evidence of a milestone; with a status they prove that step.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct MergeProposalArgs {
    pub id: i64,
    pub into: i64,
    /// A step of the ladder, by its id.
    #[serde(default)]
    pub status: Option<String>,
}

/// Puts a proposal off, or back into its place.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct SkipProposalArgs {
    pub id: i64,
    pub skipped: bool,
}

/// What a decision did.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ProposalDecidedDto {
    /// The milestone made, or that took the evidence.
    pub milestone: Option<i64>,
    /// Cues that count more or less.
    pub cues: Vec<CueChangeDto>,
    /// Other proposals no longer shown, and shown that were not.
    pub withdrawn: u32,
    pub fresh: u32,
    /// How many there are now.
    pub total: u32,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct CueChangeDto {
    pub id: String,
    pub before: f64,
    pub after: f64,
}

/// What a milestone made from passages would be.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct GuessDto {
    pub title: String,
    pub kind: String,
    pub lane: String,
    /// EDTF; empty where several passages name none.
    pub date: String,
    /// None where the date is the article's own.
    pub date_words: Option<String>,
}
