//! Articles: the list, the reader, fields with their basis.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ArticleOutletDto, CodingDto, EvidenceDto, GradeDto, NoteRowDto, ReasonDto, SpanDto, StoryDto};

/// Which articles, in which order, which part of the list.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase", default)]
pub struct ArticlesArgs {
    pub filter: ArticleFilterDto,
    pub sort: ArticleSortDto,
    pub offset: u32,
    /// At most this many rows; 0 counts only.
    pub limit: u32,
}

/// Filters are joined by and; an empty filter is all articles that are not in the bin.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase", default)]
pub struct ArticleFilterDto {
    /// Words to find in title and text.
    pub query: Option<String>,
    /// Names of the query are looked for in the letters they were typed in only.
    pub as_typed: bool,
    /// Slug of a topic that is a tag of the article, or suggested and not rejected.
    pub topic: Option<String>,
    pub outlet: Option<i64>,
    /// ISO 639-1.
    pub language: Option<String>,
    pub review: Option<ReviewDto>,
    /// Published on or after this ISO day.
    pub after: Option<String>,
    /// Published on or before this ISO day.
    pub before: Option<String>,
    /// Of each story only the earliest that the other filters allow, instead of every copy.
    pub stories: bool,
    /// Of what the other filters leave, only what came in after this article.
    pub came_after: Option<i64>,
    /// The bin instead of the rest.
    pub in_bin: bool,
}

/// What waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "kebab-case")]
pub enum ReviewDto {
    /// A field has no value or a weak basis.
    NeedsALook,
    /// Has suggestions without a decision.
    ToReview,
    /// Every suggestion is decided.
    Reviewed,
}

/// Order of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "kebab-case")]
pub enum ArticleSortDto {
    #[default]
    Newest,
    Oldest,
    Title,
    /// Best match first; newest first where there is no query.
    Relevance,
    /// Captured last first.
    Captured,
}

/// A part of the list, and how long it is as a whole.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ArticlePageDto {
    pub rows: Vec<ArticleRowDto>,
    pub total: u32,
}

/// The articles of a part of the list, in its order.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ArticleIdsDto {
    #[ts(type = "Array<number>")]
    pub ids: Vec<i64>,
}

/// What can be filtered by, with counts over the articles not in the bin, or over the stories they tell.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ArticleFacetsDto {
    pub outlets: Vec<OutletCountDto>,
    pub languages: Vec<LanguageCountDto>,
    /// Tags and suggestions that wait.
    pub topics: Vec<TopicCountDto>,
    pub needs_a_look: u32,
    pub to_review: u32,
    pub in_bin: u32,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct OutletCountDto {
    pub id: i64,
    pub name: String,
    pub count: u32,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct TopicCountDto {
    pub id: i64,
    pub count: u32,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct LanguageCountDto {
    pub code: String,
    pub count: u32,
}

/// One line of the list.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ArticleRowDto {
    pub id: i64,
    pub title: String,
    pub outlet: Option<String>,
    /// The outlet's grade, where the analyst gave one.
    pub grade: Option<GradeDto>,
    /// EDTF.
    pub published: Option<String>,
    pub time: Option<String>,
    pub published_confidence: ConfidenceDto,
    pub language: Option<String>,
    pub topics: Vec<TopicChipDto>,
    pub needs_a_look: bool,
    pub to_review: u32,
    pub evidence: u32,
    pub notes: u32,
    /// How many other articles tell the same.
    pub copies: u32,
    /// An earlier article tells the same.
    pub is_copy: bool,
}

/// A topic beside an article.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct TopicChipDto {
    pub id: i64,
    pub slug: String,
    /// Index into the topic colours: that of the top-level ancestor.
    pub colour: u8,
    pub state: TopicStateDto,
}

/// How a topic stands to an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "kebab-case")]
pub enum TopicStateDto {
    Suggested,
    Accepted,
    Rejected,
    ByHand,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "kebab-case")]
pub enum ConfidenceDto {
    None,
    Low,
    Medium,
    High,
}

/// Neighbouring paragraphs in another language than their article.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct LanguageRunDto {
    pub span: SpanDto,
    /// By its code of two letters.
    pub language: String,
    pub paragraphs: u32,
}

/// Everything about one article.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ArticleDto {
    pub id: i64,
    pub uid: String,
    pub title: String,
    /// The outlet as the dossier knows it; the field of the same name tells what was read.
    pub outlet: Option<ArticleOutletDto>,
    /// In the order title, outlet, byline, dateline, published, language, modified, url, section.
    pub fields: Vec<FieldDto>,
    pub text: String,
    pub language: Option<String>,
    pub furniture: Vec<FurnitureDto>,
    /// Its paragraphs in other languages than its own, in order.
    pub language_runs: Vec<LanguageRunDto>,
    pub dates: Vec<DateMentionDto>,
    pub topics: Vec<ArticleTopicDto>,
    /// Passages the analyst put under topics, in the order of the text.
    pub codings: Vec<CodingDto>,
    pub evidence: Vec<EvidenceDto>,
    pub notes: Vec<NoteRowDto>,
    /// Where other articles tell the same.
    pub story: Option<StoryDto>,
    pub original: OriginalDto,
    /// Milliseconds since 1970, UTC.
    pub captured_at: i64,
    pub in_bin: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "kebab-case")]
pub enum FieldNameDto {
    Title,
    Outlet,
    Byline,
    Dateline,
    Published,
    Language,
    Modified,
    Url,
    Section,
}

/// A field: what is believed, how surely, why, and what else it could be.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct FieldDto {
    pub name: FieldNameDto,
    pub value: Option<FieldValueDto>,
    pub confidence: ConfidenceDto,
    pub basis: Vec<BasisDto>,
    pub alternatives: Vec<AlternativeDto>,
    /// The analyst set it by hand.
    pub by_analyst: bool,
    pub needs_a_look: bool,
}

/// `text` for title, outlet, byline, url, section, the dateline's place and the language's code; `date` is EDTF.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct FieldValueDto {
    pub text: Option<String>,
    pub date: Option<String>,
    pub time: Option<String>,
    /// Offset such as "+03:00"; none means the zone is unknown.
    pub zone: Option<String>,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct AlternativeDto {
    pub value: FieldValueDto,
    pub confidence: ConfidenceDto,
    pub basis: Vec<BasisDto>,
}

/// The words a value was read from, where they stand, and the rule.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct BasisDto {
    pub words: String,
    pub place: PlaceDto,
    /// Only where `place` is `text`.
    pub span: Option<SpanDto>,
    pub rule: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "kebab-case")]
pub enum PlaceDto {
    Text,
    Title,
    Metadata,
    Url,
    File,
    Batch,
    Analyst,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct FurnitureDto {
    pub span: SpanDto,
    /// `share`, `credit`, `menu`, `form`, `repeated-title`.
    pub kind: String,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct DateMentionDto {
    pub span: SpanDto,
    pub words: String,
    /// EDTF; none where the year can't be told.
    pub value: Option<String>,
    /// What it was counted from: `stated`, `published`, `dateline`, `text`.
    pub anchor: String,
}

/// A topic on this article with what speaks for it.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ArticleTopicDto {
    pub id: i64,
    pub slug: String,
    pub colour: u8,
    pub state: TopicStateDto,
    /// 0–1; none where it is not suggested by the present codebook.
    pub score: Option<f64>,
    /// What the score is made of; none where the rules alone make it.
    pub parts: Option<super::ScorePartsDto>,
    pub reasons: Vec<ReasonDto>,
    /// The learned words of most weight, those that weigh most first.
    pub words: Vec<super::LearnedWordDto>,
    /// Why the analyst rejected it, where said.
    pub because: Option<String>,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct OriginalDto {
    pub file_name: String,
    pub format: String,
    pub bytes: u32,
    pub sha256: String,
}

/// Corrects a field by hand, or takes one of its alternatives.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct CorrectFieldArgs {
    pub article: i64,
    pub field: FieldNameDto,
    pub value: FieldValueDto,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct SaveOriginalArgs {
    pub article: i64,
    pub path: String,
}

/// A passage of an article ready to paste, with its citation.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct PassageArgs {
    pub article: i64,
    pub span: SpanDto,
}
