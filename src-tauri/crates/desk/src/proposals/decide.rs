//! Yes and no on proposals: each one journaled operation, with what it teaches.

use std::collections::HashSet;
use std::sync::Arc;

use chancery_model::{
    Anchor, ArticleId, CodePoints, DateAnchor, DatedId, EvidenceOrigin, MilestoneId, OperationKind,
    ProposalVerdict, Proves, Stance,
};
use chancery_store::{Evidence, StatusChange, Writer};
use serde_json::json;

use super::list::{State, Texts};
use super::{CueLearning, Proposal, ProposedPassage};
use crate::milestones::titled;
use crate::{Desk, Done, MilestoneEntry, Result};

/// What a decision changed about the other proposals.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProposalEffect {
    /// Cues that count more or less than before.
    pub cues: Vec<CueChange>,
    /// Proposals no longer shown.
    pub withdrawn: usize,
    /// Proposals shown that were not before.
    pub new: usize,
    /// How many there are now.
    pub total: usize,
}

/// A cue before and after.
#[derive(Clone, Debug, PartialEq)]
pub struct CueChange {
    /// Which.
    pub id: &'static str,
    /// What it counted.
    pub before: f64,
    /// What it counts.
    pub after: f64,
}

/// The passages a decision is about, each with its words.
type Passages = Vec<(ArticleId, Anchor)>;

impl Desk {
    /// Makes a milestone of a proposal, with its passages as evidence: one of each story.
    ///
    /// # Errors
    /// `no-such` where the proposal is no more, or lane or parent are not there; `missing` without a title.
    pub fn accept_proposal(
        &self,
        id: DatedId,
        entry: &MilestoneEntry,
    ) -> Result<Done<(MilestoneId, ProposalEffect)>> {
        let title = titled(&entry.title)?;
        let (before, proposal, all) = self.decided_on(id)?;
        let args = json!({
            "verdict": ProposalVerdict::Accepted.id(), "title": title, "date": entry.date.as_ref().map(ToString::to_string),
        });
        let mut milestone = entry.milestone(title);
        if entry.date == proposal.entry.date {
            milestone.date_rule = proposal.passages.first().map(rule_of).unwrap_or_default();
        }
        self.settle_proposal(&before, id, args, |writer| {
            let made = writer.add_milestone(&milestone)?;
            attach(writer, made, &proposal, &all)?;
            writer.decide_proposal(ProposalVerdict::Accepted, Some(made), &all)?;
            Ok(made)
        })
    }

    /// Makes a proposal's passages evidence of a milestone there is; with `status`, a step of the ladder as it is typed,
    /// they prove that step, too.
    ///
    /// # Errors
    /// `no-such` where the proposal is no more, or there is no such milestone; `no-such-word` where there is no such step.
    pub fn merge_proposal(
        &self,
        id: DatedId,
        into: MilestoneId,
        status: Option<&str>,
    ) -> Result<Done<(MilestoneId, ProposalEffect)>> {
        let (before, proposal, all) = self.decided_on(id)?;
        let status = status.map(|typed| self.step_named(typed)).transpose()?.map(|(reached, _)| reached);
        let args = json!({
            "verdict": ProposalVerdict::Merged.id(), "title": self.milestone_title(into)?, "milestone": into.0,
            "status": status.as_ref().map(|reached| reached.status.id()),
        });
        self.settle_proposal(&before, id, args, |writer| {
            attach(writer, into, &proposal, &all)?;
            if let (Some(reached), Some(first)) = (status, proposal.passages.first()) {
                let change = StatusChange {
                    status: reached.status,
                    step: reached.step,
                    since: Some(first.date.clone()),
                    known: first.row.published.as_ref().map(|published| published.date.clone()),
                    judgement: None,
                    decided_by: String::new(),
                };
                let step = writer.set_status(into, &change)?;
                if let Some((article, anchor)) = all.first() {
                    let mut proof = evidence(into, *article, anchor.clone());
                    proof.status_change = Some(step);
                    proof.proves = vec![Proves::Status];
                    writer.attach_evidence(&proof)?;
                }
            }
            writer.decide_proposal(ProposalVerdict::Merged, Some(into), &all)?;
            Ok(into)
        })
    }

    /// Rejects a proposal: it does not come back, in whatever article the same is told.
    ///
    /// # Errors
    /// `no-such` where the proposal is no more.
    pub fn reject_proposal(&self, id: DatedId) -> Result<Done<ProposalEffect>> {
        let (before, proposal, all) = self.decided_on(id)?;
        let args = json!({ "verdict": ProposalVerdict::Rejected.id(), "title": proposal.entry.title });
        let done = self.settle_proposal(&before, id, args, |writer| {
            writer.decide_proposal(ProposalVerdict::Rejected, None, &all)?;
            Ok(())
        })?;
        Ok(Done { value: done.value.1, operation: done.operation, changed: done.changed })
    }

    /// Puts a proposal off, or back into its place. No operation: there is nothing to undo in the dossier.
    ///
    /// # Errors
    /// `no-such` where the proposal is no more.
    pub fn skip_proposal(&self, id: DatedId, skipped: bool) -> Result<()> {
        let state = self.proposal_state()?;
        let ranked = self.ranked_of(&state, id)?;
        let at = skipped.then(|| self.clock.now());
        let ids: Vec<DatedId> = ranked
            .open
            .iter()
            .filter_map(|&place| Some(state.gathered.passages.get(place)?.row.id))
            .collect();
        self.store.derive(|deriver| ids.iter().try_for_each(|&id| deriver.skip_dated(id, at)))?;
        let mut put_off = state.gathered.skipped();
        match skipped {
            true => put_off.extend(ids),
            false => put_off.retain(|id| !ids.contains(id)),
        }
        drop(put_off);
        *self.proposing.state() = None;
        Ok(())
    }

    /// What there is, a proposal of it, and all its passages with their words, that by which it is called first.
    fn decided_on(&self, id: DatedId) -> Result<(Arc<State>, Proposal, Passages)> {
        let state = self.proposal_state()?;
        let proposal = self.proposal_in(&state, id)?;
        let ranked = self.ranked_of(&state, id)?;
        let (mut texts, mut all) = (Texts::default(), Vec::with_capacity(ranked.open.len()));
        let best_first = std::iter::once(ranked.best)
            .chain(ranked.open.iter().copied().filter(|place| *place != ranked.best));
        for passage in best_first.filter_map(|place| state.gathered.passages.get(place)) {
            let text = texts.of(self, passage.row.article)?;
            let anchor = Anchor::take(&CodePoints::new(&text.text), passage.row.passage.span);
            all.extend(anchor.map(|anchor| (passage.row.article, anchor)));
        }
        Ok((state, proposal, all))
    }

    fn settle_proposal<T>(
        &self,
        before: &State,
        id: DatedId,
        args: serde_json::Value,
        f: impl FnOnce(&Writer<'_>) -> Result<T>,
    ) -> Result<Done<(T, ProposalEffect)>> {
        let done = self.perform(OperationKind::DecideProposal, args, f)?;
        let effect = effect(before, &*self.proposal_state()?, id);
        Ok(Done { value: (done.value, effect), operation: done.operation, changed: done.changed })
    }
}

/// What differs, but for the proposal itself.
fn effect(before: &State, after: &State, decided: DatedId) -> ProposalEffect {
    let passages = |state: &State| -> HashSet<DatedId> {
        let best = state.ranked.iter().filter_map(|one| state.gathered.passages.get(one.best));
        best.map(|one| one.row.id).filter(|id| *id != decided).collect()
    };
    let (was, is) = (passages(before), passages(after));
    let changed = before.weights.cues().zip(after.weights.cues());
    let changed =
        changed.filter(|(was, is): &(&CueLearning, &CueLearning)| (was.weight - is.weight).abs() > 1e-9);
    ProposalEffect {
        cues: changed
            .map(|(was, is)| CueChange { id: is.id, before: was.weight, after: is.weight })
            .collect(),
        withdrawn: was.difference(&is).count(),
        new: is.difference(&was).count(),
        total: after.ranked.len(),
    }
}

/// Attaches one passage of each story.
fn attach(writer: &Writer<'_>, milestone: MilestoneId, proposal: &Proposal, all: &Passages) -> Result<()> {
    for passage in &proposal.passages {
        let own =
            all.iter().find(|(article, anchor)| *article == passage.row.id && anchor.span == passage.span);
        if let Some((article, anchor)) = own {
            let id = writer.attach_evidence(&evidence(milestone, *article, anchor.clone()))?;
            writer.accept_evidence(id, true)?;
        }
    }
    Ok(())
}

fn evidence(milestone: MilestoneId, article: ArticleId, anchor: Anchor) -> Evidence {
    Evidence {
        milestone,
        status_change: None,
        article,
        anchor,
        stance: Stance::Supports,
        proves: vec![Proves::Milestone, Proves::Date],
        origin: EvidenceOrigin::Analyst,
    }
}

/// How a date was arrived at that its words alone do not say.
pub(super) fn rule_of(passage: &ProposedPassage) -> String {
    if passage.anchor == DateAnchor::Stated {
        return String::new();
    }
    let published = passage.row.published.as_ref().map(|published| published.date.to_string());
    match (passage.anchor, published) {
        (DateAnchor::Text, _) => format!("\"{}\", counted from a date named before it", passage.date_words),
        (_, Some(day)) => format!("\"{}\", counted from the article of {day}", passage.date_words),
        (_, None) => format!("\"{}\"", passage.date_words),
    }
}
