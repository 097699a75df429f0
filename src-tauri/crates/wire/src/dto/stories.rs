//! Stories: the copies and reprints of an article, and how two of them differ.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ConfidenceDto;

/// All that tell the same as an article, itself included.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct StoryDto {
    /// The earliest first; of very many the first hundred.
    pub tellings: Vec<TellingDto>,
    pub total: u32,
}

/// One article of a story.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct TellingDto {
    pub article: i64,
    pub title: String,
    pub outlet: Option<String>,
    /// EDTF.
    pub published: Option<String>,
    pub published_confidence: ConfidenceDto,
    /// The same words in the same order as the article the story was asked for.
    pub exact: bool,
    /// The share of runs of five words of either that both have, 0–1.
    pub similarity: f64,
}

#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase", default)]
pub struct FacetsArgs {
    /// Count each story once instead of every copy.
    pub stories: bool,
}

/// Compares an article with another, usually an earlier one.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct CompareArgs {
    pub article: i64,
    pub with: i64,
}

/// How an article differs from the one it is compared with, word by word, without furniture.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ComparisonDto {
    pub exact: bool,
    pub similarity: f64,
    pub runs: Vec<DifferenceDto>,
    pub words_added: u32,
    pub words_removed: u32,
}

/// Words that share a fate, in reading order.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct DifferenceDto {
    pub fate: FateDto,
    /// With blanks; `\n\n` ends a paragraph.
    pub text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "kebab-case")]
pub enum FateDto {
    Same,
    /// Only the article has them.
    Added,
    /// Only the one it is compared with has them.
    Removed,
}
