//! Codings: passages put under topics by hand.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ConfidenceDto, SpanDto};

/// A passage under a topic.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct CodingDto {
    pub id: i64,
    pub topic: i64,
    pub span: SpanDto,
    pub exact: String,
    pub memo: String,
    /// Milliseconds since 1970, UTC.
    pub at: i64,
}

/// Which part of the codings of a topic.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct CodingsArgs {
    pub topic: i64,
    pub offset: u32,
    pub limit: u32,
}

/// A part of the codings of a topic, those of the newest article first, and how many it has.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct CodingPageDto {
    pub rows: Vec<CodedPassageDto>,
    pub total: u32,
}

/// A coding with the words around it and the article it stands in.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct CodedPassageDto {
    pub coding: CodingDto,
    pub before: String,
    pub after: String,
    pub article: i64,
    pub title: String,
    pub outlet: Option<String>,
    /// EDTF.
    pub published: Option<String>,
    pub published_confidence: ConfidenceDto,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct AddCodingArgs {
    pub article: i64,
    pub span: SpanDto,
    pub topic: i64,
    #[serde(default)]
    pub memo: String,
}

/// What is null stays as it is.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct EditCodingArgs {
    pub id: i64,
    #[serde(default)]
    pub topic: Option<i64>,
    #[serde(default)]
    pub span: Option<SpanDto>,
    #[serde(default)]
    pub memo: Option<String>,
}

/// The codings of a topic as a table, and where to.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct CodingsExportArgs {
    pub topic: i64,
    pub path: String,
}

/// A table of codings that was written.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct CodingsWrittenDto {
    pub path: String,
    pub codings: u32,
}

/// What taking a file of coded passages in does, or would do. Nothing is deleted.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct CodingsTakenDto {
    /// The file's name.
    pub name: String,
    /// Texts that come in as articles.
    pub new: u32,
    /// Texts that are articles already.
    pub found: u32,
    pub topics: super::CodebookMergeDto,
    pub codings: u32,
    /// Codings that are there just so.
    pub there: u32,
    /// Topics of whole texts that become tags.
    pub tags: u32,
    pub notes: u32,
    pub lost: Vec<LostDto>,
    /// The import the texts came in by.
    pub import: Option<i64>,
    /// It was stopped; texts that had come in stay.
    pub cancelled: bool,
}

/// Something that is not taken over.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct LostDto {
    pub what: LostMatterDto,
    /// A name, words, or the reason; may be empty.
    pub name: String,
    pub count: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "kebab-case")]
pub enum LostMatterDto {
    Text,
    Passage,
    TextAbsent,
    Code,
    Pictures,
    PdfSelections,
    Audio,
    Video,
    Cases,
    Variables,
    Sets,
    Graphs,
    Links,
    Users,
}
