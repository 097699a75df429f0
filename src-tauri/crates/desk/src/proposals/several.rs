//! Several passages at once: to a milestone there is, or to one made of them. One operation.

use chancery_model::{
    ArticleId, EvidenceId, EvidenceOrigin, MilestoneId, OperationKind, Proves, Span, Stance,
};
use chancery_store::Evidence;
use serde_json::json;

use crate::milestones::titled;
use crate::{Desk, DeskError, Done, MilestoneEntry, Result};

/// The milestone several passages become evidence of.
#[derive(Clone, Copy, Debug)]
pub enum Gets<'a> {
    /// One there is.
    There(MilestoneId),
    /// One that is made.
    New(&'a MilestoneEntry),
}

impl Desk {
    /// Makes passages evidence of one milestone. One that is its evidence already is passed over.
    ///
    /// # Errors
    /// `missing` without a passage, or without a title; `no-passage` where an article has no such words; `no-such`.
    pub fn attach_passages(
        &self,
        gets: Gets<'_>,
        passages: &[(ArticleId, Span)],
        stance: Stance,
    ) -> Result<Done<(MilestoneId, Vec<EvidenceId>)>> {
        if passages.is_empty() {
            return Err(DeskError::Missing("passages"));
        }
        let title = match gets {
            Gets::There(id) => self.milestone_title(id)?,
            Gets::New(entry) => titled(&entry.title)?,
        };
        let known = match gets {
            Gets::There(id) => self.read(|reader| reader.evidence_of_milestone(id))?,
            Gets::New(_) => Vec::new(),
        };
        let is_known = |article: ArticleId, span: Span| {
            known.iter().any(|row| row.evidence.article == article && row.evidence.anchor.span == span)
        };
        let mut anchors = Vec::with_capacity(passages.len());
        for &(article, span) in passages.iter().filter(|(article, span)| !is_known(*article, *span)) {
            anchors.push((article, self.anchor(article, span)?));
        }
        let args = json!({ "title": title, "evidence": anchors.len(), "made": matches!(gets, Gets::New(_)) });
        self.perform(OperationKind::AttachPassages, args, |writer| {
            let milestone = match gets {
                Gets::There(id) => id,
                Gets::New(entry) => writer.add_milestone(&entry.milestone(title))?,
            };
            let mut attached = Vec::with_capacity(anchors.len());
            for (article, anchor) in anchors {
                let id = writer.attach_evidence(&Evidence {
                    milestone,
                    status_change: None,
                    article,
                    anchor,
                    stance,
                    proves: vec![Proves::Milestone],
                    origin: EvidenceOrigin::Analyst,
                })?;
                writer.accept_evidence(id, true)?;
                attached.push(id);
            }
            Ok((milestone, attached))
        })
    }
}
