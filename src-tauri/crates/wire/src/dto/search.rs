//! Search: hits with their passages, and how the query was read.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ArticleFilterDto, ConfidenceDto, SpanDto};

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct SearchArgs {
    pub query: String,
    #[serde(default)]
    pub filter: ArticleFilterDto,
    #[serde(default)]
    pub newest_first: bool,
    #[serde(default)]
    pub offset: u32,
    pub limit: u32,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct SearchResultDto {
    pub total: u32,
    pub hits: Vec<SearchHitDto>,
    /// How the query was read, printed back.
    pub read_as: String,
    /// Names that are looked for in other letters, too.
    pub expanded: Vec<ExpandedDto>,
    /// What could not be parsed and was taken literally.
    pub literal: Vec<String>,
}

/// A word of the query and the forms it is looked for in besides.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ExpandedDto {
    pub word: String,
    pub forms: Vec<String>,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct SearchHitDto {
    pub article: i64,
    pub title: String,
    pub outlet: Option<String>,
    pub published: Option<String>,
    pub published_confidence: ConfidenceDto,
    pub language: Option<String>,
    pub snippets: Vec<SnippetDto>,
}

/// Some words of the text with the matches in them; the same in code points of the whole text.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct SnippetDto {
    pub text: String,
    /// Code points within `text`.
    pub marks: Vec<SpanDto>,
    /// Where the snippet stands in the article's text.
    pub span: SpanDto,
}
