//! Notes and what they are linked to.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::SpanDto;

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct NoteRowDto {
    pub id: i64,
    pub title: String,
    pub excerpt: String,
    /// Milliseconds since 1970, UTC.
    pub edited_at: i64,
    pub links: u32,
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct NoteDto {
    pub id: i64,
    pub title: String,
    pub markdown: String,
    pub created_at: i64,
    pub edited_at: i64,
    pub links: Vec<NoteLinkDto>,
    /// Notes that link here.
    pub backlinks: Vec<NoteRowDto>,
}

/// What a note can be linked to. In Markdown a link is `[[article:12]]`, `[[milestone:3|shown words]]`, `[[topic:5]]`, `[[note:4]]`,
/// `[[passage:12:100-140]]`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "kebab-case", tag = "to")]
pub enum NoteTargetDto {
    Article { id: i64 },
    Passage { article: i64, span: SpanDto },
    Topic { id: i64 },
    Milestone { id: i64 },
    Note { id: i64 },
}

#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct NoteLinkDto {
    pub target: NoteTargetDto,
    /// What it is called now: title, label or the passage's words.
    pub label: String,
}

#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct AddNoteArgs {
    pub title: String,
    pub markdown: String,
    /// A link written into the note's first line.
    #[serde(default)]
    pub about: Option<NoteTargetDto>,
}

/// Writes a note: one operation; none where nothing changed.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct SaveNoteArgs {
    pub id: i64,
    pub title: String,
    pub markdown: String,
}

/// What a link could mean while one types `[[…`.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct LinkTargetsArgs {
    pub typed: String,
}
