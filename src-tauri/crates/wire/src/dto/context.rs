//! Keyword in context: every passage found, a line each, with the words around it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ConfidenceDto, HintDto, SpanDto};

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ContextArgs {
    pub query: String,
    #[serde(default)]
    pub as_typed: bool,
    /// Of each story only its earliest article.
    #[serde(default)]
    pub stories: bool,
    /// Lines at most.
    pub limit: u32,
}

/// Lines, the newest article first, and the other orders they can be read in.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ContextDto {
    pub lines: Vec<ContextLineDto>,
    /// Places in `lines`, by the words before the passage, the nearest first.
    pub by_left: Vec<u32>,
    /// By the words after it.
    pub by_right: Vec<u32>,
    /// By its own words.
    pub by_found: Vec<u32>,
    /// How many articles were read for them.
    pub read: u32,
    /// How many articles there are.
    pub total: u32,
    /// `total` is an upper bound.
    pub at_most: bool,
    /// There are passages that are not among the lines.
    pub more: bool,
    pub read_as: String,
    pub hints: Vec<HintDto>,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ContextLineDto {
    pub article: i64,
    /// It stands in the title.
    pub in_title: bool,
    /// In code points of title or text.
    pub span: SpanDto,
    pub left: String,
    pub found: String,
    pub right: String,
    pub title: String,
    pub outlet: Option<String>,
    pub published: Option<String>,
    pub published_confidence: ConfidenceDto,
    pub language: Option<String>,
}
