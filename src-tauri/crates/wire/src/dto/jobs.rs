//! Long work: progress, cancelling and the report of an import.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ImportArgs {
    /// Files and folders.
    pub paths: Vec<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct JobDto {
    pub job: u32,
}

/// Sent as the event `job`, at most ten times a second, and once at the end.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct JobProgressDto {
    pub job: u32,
    /// `import`, `rebuild-search-index`.
    pub kind: String,
    pub done: u32,
    pub total: u32,
    /// The file at hand.
    pub current: String,
    pub elapsed_ms: u32,
    pub state: JobStateDto,
    pub report: Option<ImportReportDto>,
    pub error: Option<super::ErrorDto>,
    pub changed: Vec<super::ChangedDto>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "kebab-case")]
pub enum JobStateDto {
    Running,
    Finished,
    Cancelled,
    Failed,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ImportReportDto {
    pub imported: u32,
    pub duplicates: u32,
    pub refused: u32,
    pub needs_a_look: u32,
    pub files: Vec<ImportedFileDto>,
    pub operation: Option<i64>,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ImportedFileDto {
    pub path: String,
    pub outcome: OutcomeDto,
    /// The article read, or the one it is a copy of.
    pub article: Option<i64>,
    /// Why it was refused: a code the interface words.
    pub code: Option<String>,
    pub detail: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "kebab-case")]
pub enum OutcomeDto {
    Imported,
    NeedsALook,
    Duplicate,
    Refused,
}
