//! Pieces of evidence moved or copied to another milestone, judged anew, taken away: many in one operation.

use std::collections::{BTreeMap, BTreeSet};

use chancery_model::{EvidenceId, EvidenceOrigin, MilestoneId, OperationKind, Stance, StatusChangeId};
use chancery_store::{Evidence, EvidenceRow};
use serde_json::json;

use super::attach::is_known;
use crate::{Desk, DeskError, Done, Result};

/// What became of evidence that was to go to another milestone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// Pieces the other has now.
    pub given: usize,
    /// Pieces whose words it had already.
    pub known: usize,
    /// Pieces left where they are, because a step of the ladder rests on them.
    pub steps: usize,
}

impl Desk {
    /// Gives evidence to another milestone: moved away from its own, or copied with `keep`. What the other has already is not
    /// given twice; what proves a step of a ladder can be copied, but not moved from it.
    ///
    /// # Errors
    /// `missing` without a piece; `no-such`.
    pub fn give_evidence(&self, ids: &[EvidenceId], to: MilestoneId, keep: bool) -> Result<Done<Given>> {
        let rows = self.evidence_rows(ids)?;
        let title = self.milestone_title(to)?;
        let mut there = self.evidence_places(to)?;
        let (mut given, mut told) = (Vec::new(), Given::default());
        for mut row in rows.into_iter().filter(|row| row.evidence.milestone != to) {
            if !keep && row.evidence.status_change.is_some() {
                told.steps += 1;
                continue;
            }
            let article = row.evidence.article;
            let span = self.place_of(&row)?.unwrap_or(row.evidence.anchor.span);
            row.evidence.anchor.span = span;
            let known = is_known(&there, article, span);
            if known {
                told.known += 1;
            } else {
                told.given += 1;
                there.push((article, span));
            }
            given.push((row, known));
        }
        let args = json!({
            "milestone": to.0, "title": title, "evidence": told.given, "known": told.known, "steps": told.steps,
            "kept": keep,
        });
        self.perform(OperationKind::GiveEvidence, args, |writer| {
            for (row, known) in given {
                match (keep, known) {
                    (true, true) => {}
                    (true, false) => {
                        let status_change = None;
                        let origin = EvidenceOrigin::Analyst;
                        let copy = Evidence { milestone: to, status_change, origin, ..row.evidence };
                        writer.attach_evidence(&copy)?;
                    }
                    (false, true) => writer.remove_evidence(row.id)?,
                    (false, false) => writer.move_evidence(row.id, to)?,
                }
            }
            Ok(told)
        })
    }

    /// Judges anew whether pieces of evidence speak for or against.
    ///
    /// # Errors
    /// `missing` without a piece; `no-such`.
    pub fn set_stance(&self, ids: &[EvidenceId], stance: Stance) -> Result<Done<()>> {
        let rows = self.evidence_rows(ids)?;
        let args = json!({ "title": self.title_of(&rows)?, "evidence": rows.len(), "stance": stance.id() });
        self.perform(OperationKind::SetStance, args, |writer| {
            for row in rows.iter().filter(|row| row.evidence.stance != stance) {
                writer.set_stance(row.id, stance)?;
            }
            Ok(())
        })
    }

    /// Takes pieces of evidence away.
    ///
    /// # Errors
    /// `missing` without a piece; `no-such`; `rests-on-nothing` where a step of a ladder would be left without passage and reason.
    pub fn remove_evidence(&self, ids: &[EvidenceId]) -> Result<Done<()>> {
        let rows = self.evidence_rows(ids)?;
        self.steps_keep_a_proof(&rows)?;
        let words = rows.first().map(|row| row.evidence.anchor.exact.chars().take(80).collect::<String>());
        let args = json!({ "title": self.title_of(&rows)?, "evidence": rows.len(), "words": words });
        self.perform(OperationKind::RemoveEvidence, args, |writer| {
            rows.iter().try_for_each(|row| Ok(writer.remove_evidence(row.id)?))
        })
    }

    /// The rows, each once.
    fn evidence_rows(&self, ids: &[EvidenceId]) -> Result<Vec<EvidenceRow>> {
        let ids: BTreeSet<EvidenceId> = ids.iter().copied().collect();
        if ids.is_empty() {
            return Err(DeskError::Missing("evidence"));
        }
        self.read(|reader| ids.iter().map(|&id| reader.evidence_row(id)).collect())
    }

    fn title_of(&self, rows: &[EvidenceRow]) -> Result<String> {
        rows.first().map_or(Ok(String::new()), |row| self.milestone_title(row.evidence.milestone))
    }

    fn steps_keep_a_proof(&self, removed: &[EvidenceRow]) -> Result<()> {
        let mut of_step: BTreeMap<(MilestoneId, StatusChangeId), usize> = BTreeMap::new();
        for one in removed.iter().map(|row| &row.evidence) {
            if let Some(step) = one.status_change {
                *of_step.entry((one.milestone, step)).or_default() += 1;
            }
        }
        for ((milestone, step), count) in of_step {
            let (all, changes) =
                self.read(|reader| Ok((reader.evidence_of_milestone(milestone)?, reader.status_changes()?)))?;
            let proofs = all.iter().filter(|row| row.evidence.status_change == Some(step)).count();
            let changes = changes.get(&milestone).into_iter().flatten();
            let judged = changes.into_iter().any(|one| one.id == step && one.change.judgement.is_some());
            if proofs <= count && !judged {
                return Err(DeskError::RestsOnNothing);
            }
        }
        Ok(())
    }
}
