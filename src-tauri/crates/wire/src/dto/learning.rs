//! Learning from decisions: what suggestions are made of, and what decisions do to them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::SpanDto;

/// What a score is made of: (1 − weight) · rules + weight · learned.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ScorePartsDto {
    /// What the terms say, 0–1.
    pub rules: f64,
    /// What was learned from decisions, 0–1.
    pub learned: f64,
    /// From how many.
    pub decisions: u32,
    /// How much what was learned counts beside the rules, 0–1.
    pub weight: f64,
}

/// A word that speaks for a topic, or against it where the weight is negative, as learned from decisions.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct LearnedWordDto {
    /// The form in which it first stands.
    pub form: String,
    /// What it adds to the log-odds.
    pub weight: f64,
    pub in_title: bool,
    /// Where it stands in the text.
    pub spans: Vec<SpanDto>,
}

/// What came of a decision.
#[derive(Clone, Debug, Default, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct DecidedDto {
    /// On how many articles it was.
    pub articles: u32,
    pub effects: Vec<EffectDto>,
    /// Whether more is made anew in the background; its end is told by a job of kind `suggest`.
    pub later: bool,
}

/// What became of a topic's suggestions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct EffectDto {
    pub topic: i64,
    pub slug: String,
    /// Articles it is no longer suggested for.
    pub withdrawn: u32,
    /// Articles it is suggested for now.
    pub fresh: u32,
    /// The first hundred of each.
    pub withdrawn_articles: Vec<i64>,
    pub fresh_articles: Vec<i64>,
}

/// A topic on an article.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct TopicOnArticleArgs {
    pub topic: i64,
    pub article: i64,
}

/// The decided articles most like one.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct NearbyDto {
    pub accepted: Vec<NearDto>,
    pub rejected: Vec<NearDto>,
}

/// A decided article and how like it is.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct NearDto {
    pub article: i64,
    pub title: String,
    /// 0–1.
    pub likeness: f64,
}
