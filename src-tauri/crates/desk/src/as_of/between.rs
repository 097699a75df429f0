//! What two days of the register differ in.

use std::collections::HashMap;
use std::sync::Arc;

use chancery_model::{AsOf, Axis, Day, EvidenceId, MilestoneId, Stance};
use chancery_store::MilestoneRow;

use super::{Register, Standing};

/// What a milestone has on a later day that it had not on an earlier one.
#[derive(Clone, Debug, PartialEq)]
pub struct MilestoneChange {
    /// The milestone as it stood later.
    pub row: Arc<MilestoneRow>,
    /// It was not there before.
    pub new: bool,
    /// The ids of the steps it stood on before and after, where that changed.
    pub status: Option<(Option<String>, Option<String>)>,
    /// The passages that make the difference: those of the new milestone, of the new status, or new to one that was there.
    pub evidence: Vec<EvidenceId>,
}

impl Register {
    /// What the later of two days has that the earlier had not, in the order of the register.
    #[must_use]
    pub fn between(&self, axis: Axis, one: Day, other: Day) -> Vec<MilestoneChange> {
        let (from, to) = (one.min(other), one.max(other));
        let before = self.standings(AsOf { axis, day: from }).milestones;
        let before: HashMap<MilestoneId, Standing> =
            before.into_iter().map(|standing| (standing.row.id, standing)).collect();
        let after = self.standings(AsOf { axis, day: to }).milestones;
        after.into_iter().filter_map(|after| change(before.get(&after.row.id), after)).collect()
    }
}

fn change(before: Option<&Standing>, after: Standing) -> Option<MilestoneChange> {
    let Some(before) = before else {
        let speaks = after.evidence.iter().filter(|row| row.evidence.stance != Stance::Mentions);
        let evidence = speaks.map(|row| row.id).collect();
        let status = after.row.step_id().map(|step| (None, Some(step.to_owned())));
        return Some(MilestoneChange { row: after.row, new: true, status, evidence });
    };
    let (was, is) = (before.row.step_id(), after.row.step_id());
    let status = (was != is).then(|| (was.map(str::to_owned), is.map(str::to_owned)));
    let step = after.changes.last().map(|change| change.id);
    let known: Vec<EvidenceId> = before.evidence.iter().map(|row| row.id).collect();
    let evidence: Vec<EvidenceId> = after
        .evidence
        .iter()
        .filter(|row| {
            let of_step = status.is_some() && row.evidence.status_change.is_some_and(|of| Some(of) == step);
            of_step || !known.contains(&row.id)
        })
        .map(|row| row.id)
        .collect();
    let differs = status.is_some() || !evidence.is_empty() || before.come != after.come;
    differs.then_some(MilestoneChange { row: after.row, new: false, status, evidence })
}
