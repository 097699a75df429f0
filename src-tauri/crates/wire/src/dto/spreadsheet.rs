//! The register between the dossier and spreadsheets.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::AsOfArgs;

/// A spreadsheet, and how it is to be read.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct SheetArgs {
    pub path: String,
    /// The sheet of a workbook; without it the first that is not empty.
    #[serde(default)]
    pub sheet: Option<String>,
    /// What each column holds, by its place (`title`, `date` … or null); without it what the heads say.
    #[serde(default)]
    pub columns: Option<Vec<Option<String>>>,
    /// What a new milestone is whose row names no kind; `decision` without it.
    #[serde(default)]
    pub kind: Option<String>,
    /// Why a status without a reason of its own is so; "From the spreadsheet …" where empty.
    #[serde(default)]
    pub reason: String,
}

/// What taking a spreadsheet in would do, or did.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct SheetLookDto {
    pub name: String,
    pub sheets: Vec<String>,
    pub sheet: Option<String>,
    pub columns: Vec<SheetColumnDto>,
    pub rows: Vec<SheetRowDto>,
    pub added: u32,
    pub changed: u32,
    pub unchanged: u32,
    pub refused: u32,
    /// Lanes that are made.
    pub lanes: Vec<String>,
    /// Cells that are formulas, of which the saved result counts.
    pub formulas: u32,
    /// Merged regions, whose value counts for each of their rows.
    pub merged: u32,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct SheetColumnDto {
    pub head: String,
    pub field: Option<String>,
    pub samples: Vec<String>,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct SheetRowDto {
    /// Its number in the file, from 1.
    pub number: u32,
    pub title: String,
    /// EDTF.
    pub date: Option<String>,
    /// `new`, `changed`, `same`, `refused`.
    pub outcome: String,
    /// The milestone that is there, and by what it was known: `uid`, `title-and-date`, `title`.
    pub milestone: Option<i64>,
    pub by: Option<String>,
    /// What it changes.
    pub fields: Vec<String>,
    /// Why it is refused.
    pub faults: Vec<RowFaultDto>,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct RowFaultDto {
    /// `no-title`, `error-cell`, `no-result`, `not-a-date`, `number-as-date`, `no-such-kind`, `no-such-status`, `no-such-role`,
    /// `not-a-uid`, `no-such-parent`, `many-parents`, `parent-refused`, `circle`, `many-same`, `twice`.
    pub what: String,
    /// The column, by its head; empty where it is about the row.
    pub column: String,
    pub words: String,
}

/// Where the register is written, as CSV or XLSX by the ending of the path.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct RegisterExportArgs {
    pub path: String,
    /// Only these, in this order.
    #[serde(default)]
    pub only: Option<Vec<i64>>,
    /// As it stood on a day.
    #[serde(default)]
    pub as_of: Option<AsOfArgs>,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct RegisterWrittenDto {
    pub path: String,
    pub milestones: u32,
    pub bytes: u64,
}
