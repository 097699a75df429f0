//! Briefings: blocks, preview and export.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct BriefingRowDto {
    pub id: i64,
    pub title: String,
    pub tlp: String,
    pub edited_at: i64,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct BriefingDto {
    pub id: i64,
    pub title: String,
    /// `red`, `amber-strict`, `amber`, `green`, `clear`.
    pub tlp: String,
    pub audience: String,
    /// ISO day; none: the day of export.
    pub date: Option<String>,
    pub blocks: Vec<BlockDto>,
}

/// One block; an empty list of ids means all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum BlockDto {
    Heading {
        text: String,
    },
    Text {
        markdown: String,
    },
    KeyPoints {
        milestones: Vec<i64>,
    },
    Timeline {
        milestones: Vec<i64>,
    },
    Register {
        milestones: Vec<i64>,
    },
    Quotations {
        evidence: Vec<i64>,
    },
    /// What a saved search finds, at most so many articles.
    Found {
        search: i64,
        most: u32,
    },
    Note {
        note: i64,
    },
    Sources,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct AddBriefingArgs {
    pub title: String,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct PreviewArgs {
    pub id: i64,
    /// First page wanted, from 0.
    pub from: u32,
    /// How many pages at most.
    pub count: u32,
    #[serde(default)]
    #[ts(optional)]
    pub as_of: Option<super::AsOfArgs>,
}

/// Pages as they will print, as SVG documents.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct PreviewDto {
    pub pages: u32,
    pub from: u32,
    pub svgs: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "kebab-case")]
pub enum ExportFormatDto {
    Pdf,
    Docx,
    Html,
    Md,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ExportArgs {
    pub id: i64,
    pub format: ExportFormatDto,
    pub path: String,
    #[serde(default)]
    #[ts(optional)]
    pub as_of: Option<super::AsOfArgs>,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ExportedDto {
    pub path: String,
    pub bytes: u32,
}
