//! The review queue, how a topic learns, and what is missed of it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ConfidenceDto, LearnedWordDto, ReasonDto, ScorePartsDto, SnippetDto};

/// The first of the queue, of one topic or of all.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ReviewArgs {
    #[serde(default)]
    pub topic: Option<i64>,
    pub limit: u32,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ReviewPageDto {
    /// Suggestions that wait.
    pub total: u32,
    /// Of them put off; they come last.
    pub skipped: u32,
    pub items: Vec<ReviewItemDto>,
}

/// A suggestion to decide.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ReviewItemDto {
    pub article: i64,
    pub title: String,
    pub outlet: Option<String>,
    pub published: Option<String>,
    pub published_confidence: ConfidenceDto,
    pub language: Option<String>,
    pub topic: i64,
    pub slug: String,
    pub score: f64,
    /// None where the rules alone make the score.
    pub parts: Option<ScorePartsDto>,
    pub reasons: Vec<ReasonDto>,
    pub words: Vec<LearnedWordDto>,
    /// The sentences in which the reasons stand.
    pub excerpts: Vec<SnippetDto>,
    pub skipped: bool,
}

/// Puts a suggestion off, or back into its place.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct SkipArgs {
    pub article: i64,
    pub topic: i64,
    pub skipped: bool,
}

/// Sets the score from which a topic is suggested.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ThresholdArgs {
    pub topic: i64,
    pub threshold: f64,
}

/// How a topic learns.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct TopicLearningDto {
    pub threshold: f64,
    /// Decisions on articles out of the bin.
    pub accepted: u32,
    pub rejected: u32,
    pub by_hand: u32,
    /// How much what was learned counts beside the rules; none until it is heard.
    pub weight: Option<f64>,
    /// The decisions in their order, each stretch judged by what was learned before it.
    pub curve: Vec<StretchDto>,
    /// Ascending.
    pub thresholds: Vec<ConsequenceDto>,
    pub confused: Vec<ConfusedDto>,
}

#[derive(Clone, Copy, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct StretchDto {
    /// Decisions up to its end.
    pub decisions: u32,
    /// Suggested and belonging.
    pub right: u32,
    /// Suggested and not belonging.
    pub wrong: u32,
    /// Belonging and not suggested.
    pub missed: u32,
}

/// What a threshold would do; decided articles are judged by what is learned from the others.
#[derive(Clone, Copy, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ConsequenceDto {
    pub threshold: f64,
    /// Suggestions that would wait.
    pub waiting: u32,
    pub right: u32,
    pub wrong: u32,
    pub missed: u32,
}

/// A topic this one is taken for.
#[derive(Clone, Copy, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ConfusedDto {
    pub topic: i64,
    /// Articles that have the other and on which this one was rejected.
    pub other_instead: u32,
    /// Articles that have this one and on which the other was rejected.
    pub instead_of_other: u32,
}

/// Draws a sample, or more of it.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct DrawArgs {
    pub topic: i64,
    /// Begins anew.
    #[serde(default)]
    pub afresh: bool,
}

/// A random sample of articles nobody had decided a topic on.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct MissedDto {
    /// Of how many articles it was drawn.
    pub frame: u32,
    pub drawn: u32,
    /// Of those decided on.
    pub looked: u32,
    /// Of those belonging to the topic.
    pub hits: u32,
    /// Articles still to look at.
    pub next: Vec<i64>,
    pub estimate: Option<EstimateDto>,
}

/// How much of a topic was found; each bound by itself holds at 95 %.
#[derive(Clone, Copy, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct EstimateDto {
    /// Articles that have the topic.
    pub found: u32,
    /// How many more there probably are.
    pub missed: f64,
    pub missed_least: u32,
    pub missed_most: u32,
    /// 0–1.
    pub recall: f64,
    pub recall_least: f64,
    pub recall_most: f64,
    /// At least nine of ten were found, or all were looked at.
    pub enough: bool,
    /// How many more to look at until it is, should none of them belong.
    pub needed: Option<u32>,
}
