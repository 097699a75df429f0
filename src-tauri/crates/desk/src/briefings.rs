//! Briefings as kept in the dossier.

use chancery_model::{Block, BriefingDraft, BriefingId, OperationKind, Tlp};
use serde_json::json;

use crate::{Desk, Done, Result};

/// What a briefing begins with: everything the register proves, with its sources.
#[must_use]
pub(crate) fn standard(title: &str) -> BriefingDraft {
    BriefingDraft {
        title: title.trim().to_owned(),
        tlp: Tlp::default(),
        audience: String::new(),
        date: None,
        blocks: vec![
            Block::KeyPoints(Vec::new()),
            Block::Timeline(Vec::new()),
            Block::Register(Vec::new()),
            Block::Quotations(Vec::new()),
            Block::Sources,
        ],
    }
}

impl Desk {
    /// Begins a briefing with the standard blocks.
    ///
    /// # Errors
    /// When the dossier can't be written.
    pub fn add_briefing(&self, title: &str) -> Result<Done<BriefingId>> {
        let draft = standard(title);
        self.perform(OperationKind::AddBriefing, json!({ "title": draft.title }), |writer| {
            Ok(writer.add_briefing(&draft)?)
        })
    }

    /// Changes a briefing. Nothing is recorded where nothing changed.
    ///
    /// # Errors
    /// `no-such`.
    pub fn save_briefing(&self, id: BriefingId, draft: &BriefingDraft) -> Result<Done<()>> {
        let (_, before) = self.read(|reader| reader.briefing(id))?;
        if before == *draft {
            return Ok(Done { value: (), operation: None, changed: std::collections::BTreeSet::new() });
        }
        let args = json!({ "briefing": id.0, "title": draft.title });
        self.perform(OperationKind::EditBriefing, args, |writer| Ok(writer.edit_briefing(id, draft)?))
    }

    /// Removes a briefing.
    ///
    /// # Errors
    /// `no-such`.
    pub fn remove_briefing(&self, id: BriefingId) -> Result<Done<()>> {
        let (row, _) = self.read(|reader| reader.briefing(id))?;
        self.perform(OperationKind::RemoveBriefing, json!({ "title": row.title }), |writer| {
            Ok(writer.remove_briefing(id)?)
        })
    }
}
