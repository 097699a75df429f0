//! Articles read again from their originals, and passages that are lost by it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{DifferenceDto, FieldNameDto, SpanDto};

/// Which articles are read again: exactly one of the four.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase", default)]
pub struct ReadAgainArgs {
    pub articles: Vec<i64>,
    /// All of an outlet.
    #[ts(optional)]
    pub outlet: Option<i64>,
    /// All that an older Chancery read.
    #[ts(as = "Option<bool>", optional)]
    pub older: bool,
    #[ts(as = "Option<bool>", optional)]
    pub all: bool,
}

/// What reading articles again changes, or changed.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ReadAgainDto {
    /// Those that become others, and those that can't be read.
    pub articles: Vec<ArticleAgainDto>,
    /// How many are read as they were.
    pub same: u32,
    /// It was stopped; what was done until then stays.
    pub cancelled: bool,
}

/// What a new reading makes of one article.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ArticleAgainDto {
    pub article: i64,
    pub title: String,
    /// Why it can't be read; it stays as it is.
    pub refused: Option<String>,
    pub fields: Vec<FieldChangeDto>,
    /// Fields the analyst corrected, which stay although they are read otherwise.
    pub kept: Vec<FieldNameDto>,
    /// Words of the text before, without what is no part of the article.
    pub words: u32,
    pub added: u32,
    pub removed: u32,
    pub passages: Vec<PassageAgainDto>,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct FieldChangeDto {
    pub field: FieldNameDto,
    pub before: Option<String>,
    pub after: Option<String>,
}

/// A passage, and whether its words are found in the new reading.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct PassageAgainDto {
    /// `evidence`, `coding`, `note-link`.
    pub kind: String,
    pub id: i64,
    pub exact: String,
    /// `stays`, `moved`, `lost`.
    pub fate: String,
}

/// Of which article; of all without one.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct LostPassagesArgs {
    #[serde(default)]
    #[ts(optional)]
    pub article: Option<i64>,
}

/// A passage whose words no longer stand in its article.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct LostPassageDto {
    /// `evidence`, `coding`, `note-link`.
    pub kind: String,
    pub id: i64,
    pub article: i64,
    pub article_title: String,
    pub outlet: Option<String>,
    /// EDTF.
    pub published: Option<String>,
    /// The milestone, topic or note it is a passage of.
    pub of: Option<i64>,
    pub of_title: String,
    pub exact: String,
    /// Where its words may be now.
    pub guess: Option<PassageGuessDto>,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct PassageGuessDto {
    pub span: SpanDto,
    pub exact: String,
    /// From the words lost to those there.
    pub runs: Vec<DifferenceDto>,
}

/// The place a passage is given.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct PlacePassageArgs {
    /// `evidence`, `coding`, `note-link`.
    pub kind: String,
    pub id: i64,
    pub span: SpanDto,
}
