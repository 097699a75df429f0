//! The register on any day, on two axes: what had *happened by* then, with all evidence held now, and what was *known by* then,
//! with the articles published by then alone.

use std::collections::{BTreeMap, HashMap, HashSet};

use chancery_model::{ArticleId, Day, Edtf, EvidenceId, MilestoneId, Stance, Status};
use chancery_store::{EvidenceRow, LineageRow, MilestoneRow, StatusChangeRow};

use crate::clock::day_of;
use crate::{Desk, Result};

/// Which question is asked of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Axis {
    /// What had happened by then.
    HappenedBy,
    /// What articles had told by then.
    KnownBy,
}

impl Axis {
    /// The word used in JSON and on the command line.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::HappenedBy => "happened-by",
            Self::KnownBy => "known-by",
        }
    }

    /// The axis of an id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        [Self::HappenedBy, Self::KnownBy].into_iter().find(|axis| axis.id() == id)
    }
}

/// A day, and what is asked of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AsOf {
    /// What is asked.
    pub axis: Axis,
    /// The day; what came on it counts.
    pub day: Day,
}

/// Whether a milestone had come by a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Come {
    /// Whatever its date can mean lies by then.
    Yes,
    /// Its date can mean a day by then, and one after.
    Perhaps,
    /// It was known, and lay ahead.
    Ahead,
}

/// A milestone as it stood.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// The milestone, with the status of that day.
    pub row: MilestoneRow,
    /// Whether it had come.
    pub come: Come,
    /// The evidence that counts on that day.
    pub evidence: Vec<EvidenceRow>,
    /// The steps of its ladder by that day, the latest last.
    pub changes: Vec<StatusChangeRow>,
}

/// The register as it stood.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Standings {
    /// Milestones that had come, or were known.
    pub milestones: Vec<Standing>,
    /// The links between those that count on that day.
    pub lineage: Vec<LineageRow>,
    /// How many had not.
    pub later: usize,
}

/// What a milestone has on a later day that it had not on an earlier one.
#[derive(Clone, Debug, PartialEq)]
pub struct MilestoneChange {
    /// The milestone as it stood later.
    pub row: MilestoneRow,
    /// It was not there before.
    pub new: bool,
    /// Its status before and after, where that changed.
    pub status: Option<(Option<Status>, Option<Status>)>,
    /// The passages that make the difference: those of the new milestone, of the new status, or new to one that was there.
    pub evidence: Vec<EvidenceId>,
}

/// Everything the register is made of, read once, so that a change of the day reads nothing again.
#[derive(Clone, Debug)]
pub struct Register {
    milestones: Vec<MilestoneRow>,
    evidence: HashMap<MilestoneId, Vec<EvidenceRow>>,
    changes: BTreeMap<MilestoneId, Vec<StatusChangeRow>>,
    lineage: Vec<LineageRow>,
    /// The day by which each article with evidence was surely published; of one undated the day it was captured.
    published: HashMap<ArticleId, Day>,
    today: Day,
}

impl Desk {
    /// The register, ready to be asked about days.
    ///
    /// # Errors
    /// When the dossier can't be read.
    pub fn register(&self) -> Result<Register> {
        self.read(|reader| {
            let mut evidence: HashMap<MilestoneId, Vec<EvidenceRow>> = HashMap::new();
            let mut articles = Vec::new();
            for row in reader.evidence()?.into_iter().filter(|row| !row.in_bin) {
                articles.push(row.evidence.article);
                evidence.entry(row.evidence.milestone).or_default().push(row);
            }
            articles.sort_unstable();
            articles.dedup();
            let published = reader.article_rows(&articles)?.into_iter().map(|row| {
                let stated = row.published.as_ref().and_then(|published| published.date.latest());
                (row.id, stated.unwrap_or_else(|| day_of(row.captured_at)))
            });
            Ok(Register {
                published: published.collect(),
                milestones: reader.milestones()?,
                changes: reader.status_changes()?,
                lineage: reader.lineage()?,
                evidence,
                today: self.clock.today(),
            })
        })
    }
}

impl Register {
    /// The milestones as they stood on a day.
    #[must_use]
    pub fn standings(&self, as_of: AsOf) -> Standings {
        let milestones: Vec<Standing> =
            self.milestones.iter().filter_map(|row| self.standing(row, as_of)).collect();
        let lineage = self.lineage_by(&milestones, as_of);
        Standings { later: self.milestones.len() - milestones.len(), milestones, lineage }
    }

    /// Links whose ends are both there; known by a day are those a passage told by then, and judgements written by then.
    fn lineage_by(&self, milestones: &[Standing], as_of: AsOf) -> Vec<LineageRow> {
        let there: HashSet<MilestoneId> = milestones.iter().map(|one| one.row.id).collect();
        let told: HashSet<EvidenceId> =
            milestones.iter().flat_map(|one| one.evidence.iter().map(|row| row.id)).collect();
        let counts = |row: &&LineageRow| {
            let known = match row.lineage.evidence {
                Some(proof) => told.contains(&proof),
                None => day_of(row.at) <= as_of.day,
            };
            there.contains(&row.lineage.from)
                && there.contains(&row.lineage.to)
                && (known || as_of.axis == Axis::HappenedBy)
        };
        self.lineage.iter().filter(counts).cloned().collect()
    }

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

    fn standing(&self, row: &MilestoneRow, as_of: AsOf) -> Option<Standing> {
        let evidence = self.evidence_by(row.id, as_of);
        let come = match as_of.axis {
            Axis::HappenedBy => come(row.milestone.date.as_ref(), as_of.day)?,
            // What no passage tells is the analyst's own, and known since they wrote it.
            Axis::KnownBy if evidence.is_empty() => {
                let own = self.evidence.get(&row.id).is_none_or(Vec::is_empty) && as_of.day >= self.today;
                own.then_some(Come::Yes)?
            }
            Axis::KnownBy => come(row.milestone.date.as_ref(), as_of.day).unwrap_or(Come::Ahead),
        };
        let changes: Vec<StatusChangeRow> = self
            .changes
            .get(&row.id)
            .into_iter()
            .flatten()
            .filter(|change| self.counts(change, &evidence, as_of))
            .cloned()
            .collect();
        let status = changes.last().map(|change| change.change.status);
        let row = MilestoneRow { status, ..row.clone() };
        Some(Standing { row, come, evidence, changes })
    }

    fn evidence_by(&self, milestone: MilestoneId, as_of: AsOf) -> Vec<EvidenceRow> {
        let all = self.evidence.get(&milestone).into_iter().flatten();
        let known = |row: &&EvidenceRow| {
            as_of.axis == Axis::HappenedBy
                || self.published.get(&row.evidence.article).is_some_and(|day| *day <= as_of.day)
        };
        all.filter(known).cloned().collect()
    }

    /// Whether a step of the ladder was reached by then, or known by then.
    fn counts(&self, change: &StatusChangeRow, evidence: &[EvidenceRow], as_of: AsOf) -> bool {
        let decided = day_of(change.decided_at);
        match as_of.axis {
            Axis::HappenedBy => match &change.change.since {
                Some(since) => since.latest().unwrap_or(since.order().0) <= as_of.day,
                None => decided <= as_of.day,
            },
            Axis::KnownBy => {
                let told = evidence.iter().any(|row| row.evidence.status_change == Some(change.id));
                let stated = change.change.known.as_ref().and_then(Edtf::latest);
                let judged = change.change.judgement.is_some() && decided <= as_of.day;
                told || judged || stated.is_some_and(|day| day <= as_of.day)
            }
        }
    }
}

/// Whether something of a date had come by a day; `None` where it had not. Of what has no date nobody can tell.
fn come(date: Option<&Edtf>, day: Day) -> Option<Come> {
    let Some(date) = date else { return Some(Come::Perhaps) };
    let (first, last) = date.order();
    // "From 2014 on" has come when it began.
    let last = if date.latest().is_none() { first } else { last };
    match (first <= day, last <= day) {
        (_, true) => Some(Come::Yes),
        (true, false) => Some(Come::Perhaps),
        (false, false) => None,
    }
}

fn change(before: Option<&Standing>, after: Standing) -> Option<MilestoneChange> {
    let Some(before) = before else {
        let speaks = after.evidence.iter().filter(|row| row.evidence.stance != Stance::Mentions);
        let evidence = speaks.map(|row| row.id).collect();
        let status = after.row.status.map(|status| (None, Some(status)));
        return Some(MilestoneChange { row: after.row, new: true, status, evidence });
    };
    let status = (before.row.status != after.row.status).then_some((before.row.status, after.row.status));
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
