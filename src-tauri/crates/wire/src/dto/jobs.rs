//! Long work: progress and cancelling.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

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
    /// `import`, `export`, `suggest`, `in-step`, `codings`, `proposals`, `rebuild-search-index`.
    pub kind: String,
    /// The import it is, once that has begun.
    pub import: Option<i64>,
    pub done: u32,
    pub total: u32,
    /// Bytes of the files done.
    pub bytes_done: u64,
    /// The file at hand.
    pub current: String,
    pub elapsed_ms: u32,
    pub state: JobStateDto,
    pub report: Option<super::ImportReportDto>,
    /// What learning did to the suggestions.
    pub effects: Vec<super::EffectDto>,
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
