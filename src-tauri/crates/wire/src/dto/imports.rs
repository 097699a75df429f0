//! Imports: what was asked, what became of each file, what needs a look, and the folder that is watched.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ConfidenceDto;

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ImportArgs {
    /// Files and folders.
    pub paths: Vec<String>,
}

/// A pasted article.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct PasteArgs {
    /// As a page, where the clipboard has one: it goes before the text.
    pub html: Option<String>,
    pub text: String,
}

/// One import.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ImportIdArgs {
    pub import: i64,
}

/// Refused files to be read again.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct RetryArgs {
    pub import: i64,
    /// All that were refused where there are none.
    pub paths: Option<Vec<String>>,
}

/// What came of an import, in numbers; its files are asked for by page.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ImportReportDto {
    pub import: i64,
    pub operation: Option<i64>,
    pub counts: ImportCountsDto,
}

/// How many articles had which outcome; those that need a look are not among the imported, but may be among the reprints.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ImportCountsDto {
    pub imported: u32,
    pub copies: u32,
    pub reprints: u32,
    pub needs_a_look: u32,
    pub refused: u32,
    /// Articles that came in, each once.
    pub came_in: u32,
}

/// An import in the list of them.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ImportRowDto {
    pub import: i64,
    /// The operation that undo would take back; none where nothing came in.
    pub operation: Option<i64>,
    /// When it began: milliseconds since 1970, UTC.
    pub at: i64,
    /// Files and folders named; none for what was pasted.
    pub roots: Vec<String>,
    pub state: ImportStateDto,
    /// Files read to their end.
    pub files: u32,
    /// Files found.
    pub total: u32,
    pub counts: ImportCountsDto,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "kebab-case")]
pub enum ImportStateDto {
    Running,
    Done,
    /// Stopped by the analyst; can be resumed.
    Cancelled,
    /// The program ended, or the dossier refused, while it ran; can be resumed.
    Interrupted,
    Undone,
}

/// Which part of an import's report.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ImportReportArgs {
    pub import: i64,
    /// Only what had this outcome.
    pub outcome: Option<OutcomeDto>,
    pub offset: u32,
    pub limit: u32,
}

/// A part of an import's report, in the order of reading.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ImportPageDto {
    pub total: u32,
    pub files: Vec<ImportedFileDto>,
}

/// What became of a file, or of one article inside a file.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ImportedFileDto {
    /// The file; for what stands inside it, followed by its place there.
    pub path: String,
    pub outcome: OutcomeDto,
    /// The article read, or the one it is a copy of.
    pub article: Option<i64>,
    pub title: Option<String>,
    /// Why it was refused: a code the interface words.
    pub code: Option<String>,
    pub detail: Option<String>,
    /// What is worth knowing of the reading: `encoding`, `replaced-characters`, `pages-without-text`, `no-text`,
    /// `reprint` of what needs a look.
    pub notes: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "kebab-case")]
pub enum OutcomeDto {
    Imported,
    NeedsALook,
    /// The same bytes are in the dossier.
    Duplicate,
    /// Nearly the same words are in the dossier.
    Reprint,
    Refused,
}

/// An article that waits for a look.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct LookDto {
    pub article: i64,
    pub title: Option<String>,
    /// Name of the file it came from; may be empty.
    pub source_name: String,
    pub reasons: Vec<LookReasonDto>,
    /// EDTF.
    pub published: Option<String>,
    pub confidence: ConfidenceDto,
}

/// Why an article needs a look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "kebab-case")]
pub enum LookReasonDto {
    NoDate,
    WeakDate,
    NoTitle,
    WeakTitle,
    NoText,
    MixedEncodings,
}

/// Makes the order of day and month a rule of an outlet.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct DateOrderArgs {
    pub outlet: i64,
    /// No rule where there is none.
    pub order: Option<DateOrderDto>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "kebab-case")]
pub enum DateOrderDto {
    DayMonth,
    MonthDay,
}

/// How many articles a rule gave another date, or made surer of theirs.
#[derive(Clone, Copy, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct RedatedDto {
    pub articles: u32,
}

/// The folder the dossier watches.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct WatchDto {
    pub folder: Option<String>,
    /// Milliseconds since 1970, UTC.
    pub last_looked_at: Option<i64>,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct WatchArgs {
    /// None ends the watching.
    pub folder: Option<String>,
}
