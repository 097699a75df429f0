//! Shapes that several areas share.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Code points `start..end` of an article's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct SpanDto {
    pub start: u32,
    pub end: u32,
}

/// Labels in the three languages; English is always there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct LabelsDto {
    pub en: String,
    pub ru: Option<String>,
    pub be: Option<String>,
}

/// What a mutation gives back: its value, what to re-read, and the operation a toast can name and undo.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct DoneDto<T> {
    pub value: T,
    pub changed: Vec<ChangedDto>,
    pub operation: Option<OperationDto>,
}

/// A sort of thing that changed; queries that depend on it are re-read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub enum ChangedDto {
    Articles,
    Topics,
    Tags,
    Milestones,
    Notes,
    Briefings,
    Searches,
    Outlets,
    Operations,
    Dossier,
    Imports,
}

/// One thing the analyst did. `args` is worded by the interface from `kind`.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct OperationDto {
    pub id: i64,
    /// `decide`, `attach-evidence`, …: the ids of `OperationKind`.
    pub kind: String,
    #[ts(type = "Record<string, unknown>")]
    pub args: serde_json::Value,
    /// Milliseconds since 1970, UTC.
    pub at: i64,
    pub state: OperationStateDto,
}

/// Whether an operation holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub enum OperationStateDto {
    Done,
    Undone,
    /// Undone, and something else was done since: it can't be redone.
    Abandoned,
}

/// What Ctrl+Z and Ctrl+Shift+Z would do now.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct UndoStateDto {
    pub undo: Option<OperationDto>,
    pub redo: Option<OperationDto>,
}

/// An error as it crosses. The interface words `code` with `args` from Fluent; `detail` is the technical text to copy.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ErrorDto {
    pub code: String,
    #[ts(type = "Record<string, string | number>")]
    pub args: serde_json::Map<String, serde_json::Value>,
    pub detail: String,
}

/// For commands that take or give nothing.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct NothingDto {}

/// One id.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct IdArgs {
    pub id: i64,
}

/// Several ids.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct IdsArgs {
    pub ids: Vec<i64>,
}

/// A path on this machine.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct PathArgs {
    pub path: String,
}
