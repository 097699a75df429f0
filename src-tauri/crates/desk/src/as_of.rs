//! The register on any day, on two axes: what had *happened by* then, with all evidence held now, and what was *known by* then,
//! with the articles published by then alone.

mod between;

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, PoisonError};

use chancery_model::{ArticleId, AsOf, Axis, Confidence, Day, Edtf, EvidenceId, Ladder, MilestoneId};
use chancery_store::{ArticleRow, EvidenceRow, LineageRow, MilestoneRow, StatusChange, StatusChangeRow};

use crate::clock::day_of;
use crate::{Desk, Result};

pub use between::MilestoneChange;

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
    pub row: Arc<MilestoneRow>,
    /// Whether it had come.
    pub come: Come,
    /// The evidence that counts on that day.
    pub evidence: Vec<Arc<EvidenceRow>>,
    /// The steps of its ladder by that day, the latest last.
    pub changes: Vec<Arc<StatusChangeRow>>,
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

/// Everything the register is made of, read once and kept until something is written, so that a change of the day reads nothing.
#[derive(Debug)]
pub struct Register {
    milestones: Vec<Arc<MilestoneRow>>,
    evidence: HashMap<MilestoneId, Vec<Told>>,
    changes: HashMap<MilestoneId, Vec<Arc<StatusChangeRow>>>,
    lineage: Vec<LineageRow>,
    ladder: Ladder,
    /// Milestones whose day is inferred.
    inferred: HashSet<MilestoneId>,
}

/// A piece of evidence with the day by which its article was surely published; undated, the day it was captured.
#[derive(Debug)]
struct Told {
    row: Arc<EvidenceRow>,
    by: Day,
}

impl Desk {
    /// The register, ready to be asked about days.
    ///
    /// # Errors
    /// When the dossier can't be read.
    pub fn register(&self) -> Result<Arc<Register>> {
        // Asked before reading: what is written meanwhile makes what was read out of date, never the other way round.
        let generation = self.store.generation();
        let mut kept = self.register.lock().unwrap_or_else(PoisonError::into_inner);
        if let (Some(now), Some((then, register))) = (generation, kept.as_ref())
            && now == *then
        {
            return Ok(Arc::clone(register));
        }
        let register = Arc::new(self.read_register()?);
        *kept = generation.map(|generation| (generation, Arc::clone(&register)));
        Ok(register)
    }

    fn read_register(&self) -> Result<Register> {
        self.read(|reader| {
            let rows: Vec<EvidenceRow> = reader.evidence()?.into_iter().filter(|row| !row.in_bin).collect();
            let mut articles: Vec<ArticleId> = rows.iter().map(|row| row.evidence.article).collect();
            articles.sort_unstable();
            articles.dedup();
            let rows_of = reader.article_rows(&articles)?;
            let told: HashMap<ArticleId, Day> = rows_of.iter().map(|row| (row.id, told_by(row))).collect();
            let sure: HashSet<ArticleId> =
                rows_of.iter().filter(|row| dated_surely(row)).map(|row| row.id).collect();
            let mut evidence: HashMap<MilestoneId, Vec<Told>> = HashMap::new();
            for row in rows {
                let Some(&by) = told.get(&row.evidence.article) else { continue };
                evidence.entry(row.evidence.milestone).or_default().push(Told { row: Arc::new(row), by });
            }
            let changes = reader.status_changes()?.into_iter();
            let milestones: Vec<Arc<MilestoneRow>> = reader.milestones()?.into_iter().map(Arc::new).collect();
            let inferred = milestones
                .iter()
                .filter(|row| day_inferred(row, evidence.get(&row.id).map_or(&[][..], Vec::as_slice), &sure));
            Ok(Register {
                inferred: inferred.map(|row| row.id).collect(),
                milestones,
                changes: changes.map(|(id, all)| (id, all.into_iter().map(Arc::new).collect())).collect(),
                lineage: reader.lineage()?,
                ladder: reader.ladder()?,
                evidence,
            })
        })
    }
}

/// Whether an article's day of publication stands on it, and was not concluded from what it says.
fn dated_surely(row: &ArticleRow) -> bool {
    row.confidence == Confidence::High
        && row.published.as_ref().is_some_and(|published| published.date.exact_day().is_some())
}

/// Whether the day of a milestone is inferred: its year stands in none of its passages, and none of their articles is dated surely.
fn day_inferred(row: &MilestoneRow, evidence: &[Told], sure: &HashSet<ArticleId>) -> bool {
    let Some(day) = row.milestone.date.as_ref().and_then(Edtf::exact_day) else { return false };
    let year = day.year.to_string();
    !evidence.is_empty()
        && !evidence.iter().any(|told| {
            let evidence = &told.row.evidence;
            evidence.anchor.exact.contains(&year) || sure.contains(&evidence.article)
        })
}

/// The day by which an article was surely published; of one undated the day it was captured.
#[must_use]
pub fn told_by(row: &ArticleRow) -> Day {
    let stated = row.published.as_ref().and_then(|published| published.date.latest());
    stated.unwrap_or_else(|| day_of(row.captured_at))
}

impl Register {
    /// Every milestone with all that is known of it.
    #[must_use]
    pub fn now(&self) -> Vec<Standing> {
        self.milestones.iter().map(|row| self.whole(row)).collect()
    }

    fn whole(&self, row: &Arc<MilestoneRow>) -> Standing {
        let evidence = self.evidence.get(&row.id).into_iter().flatten();
        Standing {
            row: Arc::clone(row),
            come: Come::Yes,
            evidence: evidence.map(|told| Arc::clone(&told.row)).collect(),
            changes: self.changes.get(&row.id).cloned().unwrap_or_default(),
        }
    }

    /// The milestones as they stood on a day.
    #[must_use]
    pub fn standings(&self, as_of: AsOf) -> Standings {
        let milestones: Vec<Standing> =
            self.milestones.iter().filter_map(|row| self.stood(row, as_of)).collect();
        let lineage = self.lineage_by(&milestones, as_of);
        Standings { later: self.milestones.len() - milestones.len(), milestones, lineage }
    }

    /// Whether a milestone stood otherwise than it does now: fewer steps of its ladder, or less evidence.
    #[must_use]
    pub fn stands_otherwise(&self, one: &Standing) -> bool {
        let id = one.row.id;
        self.evidence.get(&id).map_or(0, Vec::len) != one.evidence.len()
            || self.changes.get(&id).map_or(0, Vec::len) != one.changes.len()
    }

    /// Every milestone, by date.
    #[must_use]
    pub fn rows(&self) -> &[Arc<MilestoneRow>] {
        &self.milestones
    }

    /// Whether the day of a milestone is inferred, as a briefing says of it.
    #[must_use]
    pub fn is_inferred(&self, id: MilestoneId) -> bool {
        self.inferred.contains(&id)
    }

    /// One milestone with all that is known of it.
    #[must_use]
    pub fn one(&self, id: MilestoneId) -> Option<Standing> {
        self.milestones.iter().find(|row| row.id == id).map(|row| self.whole(row))
    }

    /// Every link of lineage.
    #[must_use]
    pub fn lineage(&self) -> &[LineageRow] {
        &self.lineage
    }

    /// The ladder its promises stand on.
    #[must_use]
    pub fn ladder(&self) -> &Ladder {
        &self.ladder
    }

    /// One milestone as it stood on a day; `None` where it had not come, or was not known.
    #[must_use]
    pub fn standing(&self, id: MilestoneId, as_of: AsOf) -> Option<Standing> {
        self.stood(self.milestones.iter().find(|row| row.id == id)?, as_of)
    }

    /// The days by which the evidence of a milestone was told.
    pub fn days_told(&self, id: MilestoneId) -> impl Iterator<Item = Day> {
        self.evidence.get(&id).into_iter().flatten().map(|told| told.by)
    }

    /// Evidence of a milestone that was told after a day, whatever is asked of it.
    pub fn told_later(&self, id: MilestoneId, day: Day) -> impl Iterator<Item = EvidenceId> {
        let all = self.evidence.get(&id).into_iter().flatten();
        all.filter(move |told| told.by > day).map(|told| told.row.id)
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

    fn stood(&self, row: &Arc<MilestoneRow>, as_of: AsOf) -> Option<Standing> {
        let all = self.evidence.get(&row.id).map_or(&[][..], Vec::as_slice);
        let evidence: Vec<Arc<EvidenceRow>> = all
            .iter()
            .filter(|told| as_of.axis == Axis::HappenedBy || told.by <= as_of.day)
            .map(|told| Arc::clone(&told.row))
            .collect();
        let come = match as_of.axis {
            Axis::HappenedBy => come(row.milestone.date.as_ref(), as_of.day)?,
            // What no passage tells is the analyst's own, and known since they wrote it.
            Axis::KnownBy if evidence.is_empty() => {
                let own = all.is_empty() && day_of(row.at) <= as_of.day;
                own.then_some(Come::Yes)?
            }
            Axis::KnownBy => come(row.milestone.date.as_ref(), as_of.day).unwrap_or(Come::Ahead),
        };
        let steps = self.changes.get(&row.id).into_iter().flatten();
        let changes: Vec<Arc<StatusChangeRow>> =
            steps.filter(|change| counts(change, &evidence, as_of)).cloned().collect();
        let last = changes.last().map(|change| &change.change);
        let row = if row.step_id() == last.map(StatusChange::step_id) {
            Arc::clone(row)
        } else {
            let (status, step) = (last.map(|last| last.status), last.and_then(|last| last.step.clone()));
            Arc::new(MilestoneRow { status, step, ..(**row).clone() })
        };
        Some(Standing { row, come, evidence, changes })
    }
}

/// Whether a step of the ladder was reached by then, or known by then.
fn counts(change: &StatusChangeRow, evidence: &[Arc<EvidenceRow>], as_of: AsOf) -> bool {
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
