//! Briefings as drafts: head and ordered blocks.

use chancery_model::{BriefingDraft, BriefingId, Tlp, Uid};
use rusqlite::{OptionalExtension as _, Row};

use crate::{Error, Moment, Reader, Result, Writer, access::one_row, json, row};

/// A briefing as listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BriefingRow {
    /// Its id in this file.
    pub id: BriefingId,
    /// Its id across files.
    pub uid: Uid,
    /// Its title.
    pub title: String,
    /// Its handling mark.
    pub tlp: Tlp,
    /// When it was begun.
    pub created_at: Moment,
    /// When it was last changed.
    pub edited_at: Moment,
}

const COLUMNS: &str = "id, uid, title, tlp, created_at, edited_at";

impl Reader<'_> {
    /// All briefings, last changed first.
    ///
    /// # Errors
    /// `Damaged` where a row cannot be read.
    pub fn briefings(&self) -> Result<Vec<BriefingRow>> {
        self.within(|conn| {
            let sql = format!("SELECT {COLUMNS} FROM briefing ORDER BY edited_at DESC, id DESC");
            let mut statement = conn.prepare_cached(&sql)?;
            let rows = statement.query_map((), briefing_row)?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// One briefing with its blocks.
    ///
    /// # Errors
    /// `NoSuch`; `Damaged` where its blocks cannot be read.
    pub fn briefing(&self, id: BriefingId) -> Result<(BriefingRow, BriefingDraft)> {
        self.within(|conn| {
            let (row, audience, date, blocks) = conn
                .prepare_cached(&format!(
                    "SELECT {COLUMNS}, audience, date, blocks FROM briefing WHERE id = ?1"
                ))?
                .query_row([id.0], |row| {
                    Ok((briefing_row(row)?, row.get(6)?, row.get(7)?, row.get::<_, String>(8)?))
                })
                .optional()?
                .ok_or_else(|| Error::no_such("briefing", id))?;
            let blocks = serde_json::from_str(&blocks)
                .ok()
                .and_then(|blocks| json::blocks_from_json(&blocks))
                .ok_or_else(|| Error::damaged(format!("blocks of briefing {id}")))?;
            let draft = BriefingDraft { title: row.title.clone(), tlp: row.tlp, audience, date, blocks };
            Ok((row, draft))
        })
    }
}

impl Writer<'_> {
    /// Begins a briefing.
    ///
    /// # Errors
    /// `Sql`.
    pub fn add_briefing(&self, draft: &BriefingDraft) -> Result<BriefingId> {
        self.within(|conn| {
            conn.prepare_cached(
                "INSERT INTO briefing (uid, title, tlp, audience, date, blocks, created_at, edited_at) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)",
            )?
            .execute((
                self.uid().0,
                &draft.title,
                draft.tlp.id(),
                &draft.audience,
                &draft.date,
                json::blocks_to_json(&draft.blocks).to_string(),
                self.at().0,
            ))?;
            Ok(BriefingId(conn.last_insert_rowid()))
        })
    }

    /// Changes a briefing. The same draft again changes nothing and is no operation.
    ///
    /// # Errors
    /// `NoSuch`.
    pub fn edit_briefing(&self, id: BriefingId, draft: &BriefingDraft) -> Result<()> {
        if self.briefing(id)?.1 == *draft {
            return Ok(());
        }
        self.within(|conn| {
            let touched = conn
                .prepare_cached(
                    "UPDATE briefing SET title = ?2, tlp = ?3, audience = ?4, date = ?5, blocks = ?6, edited_at = ?7 \
                     WHERE id = ?1",
                )?
                .execute((
                    id.0,
                    &draft.title,
                    draft.tlp.id(),
                    &draft.audience,
                    &draft.date,
                    json::blocks_to_json(&draft.blocks).to_string(),
                    self.at().0,
                ))?;
            one_row(touched, "briefing", id)
        })
    }

    /// Removes a briefing.
    ///
    /// # Errors
    /// `NoSuch`.
    pub fn remove_briefing(&self, id: BriefingId) -> Result<()> {
        self.within(|conn| {
            let touched = conn.prepare_cached("DELETE FROM briefing WHERE id = ?1")?.execute([id.0])?;
            one_row(touched, "briefing", id)
        })
    }
}

fn briefing_row(row: &Row<'_>) -> rusqlite::Result<BriefingRow> {
    Ok(BriefingRow {
        id: BriefingId(row.get(0)?),
        uid: row::uid(row, 1)?,
        title: row.get(2)?,
        tlp: row::word(row, 3, Tlp::from_id)?,
        created_at: Moment(row.get(4)?),
        edited_at: Moment(row.get(5)?),
    })
}
