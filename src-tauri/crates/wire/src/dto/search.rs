//! Search: hits with their passages, and how the query was read.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ArticleFilterDto, ConfidenceDto, LanguageCountDto, OutletCountDto, SpanDto, TopicCountDto};

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
    /// Of one who types: a question of a later turn ends those before it, which answer "cancelled".
    #[serde(default)]
    #[ts(optional)]
    pub turn: Option<u32>,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct SearchResultDto {
    pub total: u32,
    /// What `total` is.
    pub counted: CountedDto,
    /// Best first was asked for, and only the newest so many are ranked; the others follow by day.
    pub ranked: Option<u32>,
    pub hits: Vec<SearchHitDto>,
    /// How the query was read, printed back.
    pub read_as: String,
    /// Names that are looked for in other letters, too.
    pub expanded: Vec<ExpandedDto>,
    /// What was not read as it may have been meant.
    pub hints: Vec<HintDto>,
    /// The index is being made: what is not in it yet is not found.
    pub partly: bool,
}

/// What a number of articles is.
#[derive(Clone, Copy, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "kebab-case")]
pub enum CountedDto {
    Exactly,
    /// Too many would have to be read to know whether they have a prefix or an exact form.
    AtMost,
    /// Not counted to the end: `search_count` does.
    AtLeast,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct SearchCountDto {
    pub total: u32,
    pub counted: CountedDto,
}

/// How many of the articles found fall under what.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct SearchFacetsDto {
    /// Most articles first, as in each of them.
    pub outlets: Vec<OutletCountDto>,
    pub languages: Vec<LanguageCountDto>,
    /// Tags and suggestions that wait.
    pub topics: Vec<TopicCountDto>,
    /// Of publication, latest first; articles without a date are left out.
    pub years: Vec<YearCountDto>,
    /// The same by month.
    pub months: Vec<MonthCountDto>,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct YearCountDto {
    pub year: i64,
    pub count: u32,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct MonthCountDto {
    pub year: i64,
    /// From 1 on.
    pub month: u8,
    pub count: u32,
}

/// A part of the query that was not read as it may have been meant.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct HintDto {
    pub typed: String,
    pub why: UnreadDto,
    /// It is looked for as words all the same; if not, it is left out.
    pub literal: bool,
}

/// Why a part of the query was not read as it may have been meant.
#[derive(Clone, Copy, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "kebab-case")]
pub enum UnreadDto {
    /// There is no such field.
    NoSuchField,
    /// A star elsewhere than at the end of a word.
    Star,
    /// NEAR with something that is not a word or phrase.
    NotNear,
    /// A field without a value.
    NoValue,
    NotADate,
    NotALanguage,
    /// `has:` something an article can't have.
    NotHad,
    /// No topic, outlet or milestone of the dossier is called so.
    NothingCalledSo,
    /// More parts than a question has.
    TooMany,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ExplainArgs {
    pub query: String,
    #[serde(default)]
    pub as_typed: bool,
}

/// How a query is understood.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ExplanationDto {
    pub read_as: String,
    pub terms: Vec<ExplainedTermDto>,
    pub hints: Vec<HintDto>,
}

/// A term of a query, and what is looked for.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ExplainedTermDto {
    pub term: String,
    /// Articles must have it, rather than not.
    pub wanted: bool,
    /// Stems, forms, or what of the dossier is called so.
    pub looked_for: Vec<String>,
    /// What the full-text index is asked; none for fields.
    pub index: Option<String>,
    /// Articles that have it by itself.
    pub articles: u32,
    /// `articles` is an upper bound.
    pub at_most: bool,
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
    /// What of the title answers, in code points.
    pub title_marks: Vec<SpanDto>,
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
