//! Several passages at once: to a milestone there is, or to one made of them. One operation.

use chancery_model::{
    ArticleId, EvidenceId, EvidenceOrigin, MilestoneId, OperationKind, Proves, Span, Stance,
};
use chancery_store::{Evidence, EvidenceRow};
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

/// What a passage says of a milestone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Speaks {
    /// For it, against it, or naming it only.
    pub stance: Stance,
    /// What of it the passage is evidence of.
    pub proves: Proves,
}

/// What became of passages that were to be attached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attached {
    /// The milestone, there before or made.
    pub milestone: MilestoneId,
    /// The new evidence.
    pub evidence: Vec<EvidenceId>,
    /// Passages passed over, because their words are its evidence already.
    pub known: usize,
}

/// Whether an article's passage, or one around it, is among the evidence.
pub(super) fn is_known(evidence: &[(ArticleId, Span)], article: ArticleId, span: Span) -> bool {
    evidence.iter().any(|(of, there)| *of == article && there.contains(&span))
}

impl Desk {
    /// Makes passages evidence of one milestone. One whose words are its evidence already is passed over; where all are, nothing
    /// is done.
    ///
    /// # Errors
    /// `missing` without a passage, or without a title; `no-passage` where an article has no such words; `no-such`.
    pub fn attach_passages(
        &self,
        gets: Gets<'_>,
        passages: &[(ArticleId, Span)],
        speaks: Speaks,
    ) -> Result<Done<Attached>> {
        if passages.is_empty() {
            return Err(DeskError::Missing("passages"));
        }
        let (title, mut there) = match gets {
            Gets::There(id) => (self.milestone_title(id)?, self.evidence_places(id)?),
            Gets::New(entry) => (titled(&entry.title)?, Vec::new()),
        };
        let mut anchors = Vec::with_capacity(passages.len());
        for &(article, span) in passages {
            if !is_known(&there, article, span) {
                anchors.push((article, self.anchor(article, span)?));
                there.push((article, span));
            }
        }
        let known = passages.len() - anchors.len();
        let args = json!({
            "title": title, "evidence": anchors.len(), "known": known, "made": matches!(gets, Gets::New(_)),
        });
        self.perform(OperationKind::AttachPassages, args, |writer| {
            let milestone = match gets {
                Gets::There(id) => id,
                Gets::New(entry) => writer.add_milestone(&entry.milestone(title))?,
            };
            let mut evidence = Vec::with_capacity(anchors.len());
            for (article, anchor) in anchors {
                evidence.push(writer.attach_evidence(&Evidence {
                    milestone,
                    status_change: None,
                    article,
                    anchor,
                    stance: speaks.stance,
                    proves: vec![speaks.proves],
                    origin: EvidenceOrigin::Analyst,
                })?);
            }
            Ok(Attached { milestone, evidence, known })
        })
    }

    /// Where the evidence of a milestone stands now.
    pub(super) fn evidence_places(&self, id: MilestoneId) -> Result<Vec<(ArticleId, Span)>> {
        let rows: Vec<EvidenceRow> = self.read(|reader| reader.evidence_of_milestone(id))?;
        rows.iter()
            .map(|row| {
                let span = self.place_of(row)?.unwrap_or(row.evidence.anchor.span);
                Ok((row.evidence.article, span))
            })
            .collect()
    }

    /// Which of some passages are evidence of a milestone already.
    ///
    /// # Errors
    /// When the dossier can't be read.
    pub fn known_passages(&self, of: MilestoneId, passages: &[(ArticleId, Span)]) -> Result<Vec<bool>> {
        let there = self.evidence_places(of)?;
        Ok(passages.iter().map(|(article, span)| is_known(&there, *article, *span)).collect())
    }
}
