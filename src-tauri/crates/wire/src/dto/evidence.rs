//! Passages that may become evidence, and evidence by the dozen.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{AddMilestoneArgs, ConfidenceDto, PassageArgs, SpanDto};

/// Words found in an article, for which a passage is wanted.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct AroundArgs {
    pub article: i64,
    /// None where they stand in its title only: then its beginning is meant.
    pub found: Vec<SpanDto>,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct PassagesAroundArgs {
    pub around: Vec<AroundArgs>,
    /// Of each article, from one on.
    pub sentences: u32,
    /// Tells which are its evidence already.
    #[serde(default)]
    #[ts(optional)]
    pub milestone: Option<i64>,
}

/// The sentences that hold what was found in an article.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct FoundPassageDto {
    pub article: i64,
    pub title: String,
    pub outlet: Option<String>,
    pub published: Option<String>,
    pub published_confidence: ConfidenceDto,
    pub language: Option<String>,
    pub span: SpanDto,
    pub exact: String,
    /// The found words in it, in positions of `exact`.
    pub found: Vec<SpanDto>,
    pub sentences: u32,
    /// Another sentence can be taken in.
    pub widens: bool,
    /// Its words are evidence of the milestone asked for already.
    pub known: bool,
}

/// Passages a milestone would be made of.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct PassagesArgs {
    pub passages: Vec<PassageArgs>,
}

/// Makes several passages evidence of one milestone: of `milestone`, or of one made by `new`.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct AttachPassagesArgs {
    #[serde(default)]
    pub milestone: Option<i64>,
    #[serde(default)]
    pub new: Option<AddMilestoneArgs>,
    pub passages: Vec<PassageArgs>,
    /// `supports`, `contradicts`, `mentions`.
    pub stance: String,
    /// `milestone`, `date`, `who`, `status`; the milestone itself where nothing is said.
    #[serde(default)]
    #[ts(optional)]
    pub proves: Option<String>,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct AttachedDto {
    /// There before, or made.
    pub milestone: i64,
    pub evidence: Vec<i64>,
    /// Passages passed over, because their words are its evidence already.
    pub known: u32,
}

/// Gives pieces of evidence to another milestone.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct GiveEvidenceArgs {
    pub ids: Vec<i64>,
    pub to: i64,
    /// They stay evidence of their own, too.
    pub keep: bool,
}

#[derive(Clone, Copy, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct GivenDto {
    pub given: u32,
    /// The other milestone had them already.
    pub known: u32,
    /// Left where they are: a step of the ladder rests on them.
    pub steps: u32,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct EvidenceStanceArgs {
    pub ids: Vec<i64>,
    /// `supports`, `contradicts`, `mentions`.
    pub stance: String,
}
