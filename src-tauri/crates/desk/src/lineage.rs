//! Lineage: which milestone became, was split into, merged into, renamed, superseded or withdrawn by which other.

use std::collections::HashSet;

use chancery_model::{
    EvidenceId, EvidenceOrigin, InLanguages, LineageId, LineageKind, MilestoneId, OperationKind,
};
use chancery_store::{Lineage, LineageRow};
use serde_json::{Value, json};

use crate::{Desk, DeskError, Done, Result};

/// A link as the analyst makes it: on a passage attached to one of the two, or on a judgement with its reason.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct LineageEntry {
    pub from: MilestoneId,
    pub to: MilestoneId,
    pub kind: LineageKind,
    pub evidence: Option<EvidenceId>,
    pub judgement: Option<String>,
}

/// Why two milestones can't be linked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineageFault {
    /// A milestone would come out of itself.
    Itself,
    /// The earlier one already comes out of the later one.
    Circle,
    /// The two are linked already.
    Twice,
}

impl LineageFault {
    /// The code the interface words.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Itself => "lineage-itself",
            Self::Circle => "lineage-circle",
            Self::Twice => "lineage-twice",
        }
    }
}

impl std::fmt::Display for LineageFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Itself => "nothing comes out of itself",
            Self::Circle => "it comes out of that one already; take that link away first",
            Self::Twice => "the two are linked already; change that link",
        })
    }
}

impl Desk {
    /// Links a milestone to what became of it.
    ///
    /// # Errors
    /// `lineage-itself`, `lineage-circle`, `lineage-twice`; `rests-on-nothing` without passage and reason, or with both, or with
    /// a passage of a third milestone; `no-such`.
    pub fn add_lineage(&self, entry: &LineageEntry) -> Result<Done<LineageId>> {
        let (lineage, args) = self.link(entry, None)?;
        self.perform(OperationKind::AddLineage, args, |writer| Ok(writer.add_lineage(&lineage)?))
    }

    /// Changes a link; a bundled one becomes the analyst's own by it.
    ///
    /// # Errors
    /// As for [`Desk::add_lineage`].
    pub fn edit_lineage(&self, id: LineageId, entry: &LineageEntry) -> Result<Done<()>> {
        let (lineage, args) = self.link(entry, Some(id))?;
        self.perform(OperationKind::EditLineage, args, |writer| Ok(writer.edit_lineage(id, &lineage)?))
    }

    /// Takes a link away.
    ///
    /// # Errors
    /// `no-such`.
    pub fn remove_lineage(&self, id: LineageId) -> Result<Done<()>> {
        let row = self.read(|reader| reader.lineage())?.into_iter().find(|row| row.id == id);
        let args = match row {
            Some(LineageRow { lineage, .. }) => {
                named(lineage.kind, &self.milestone_title(lineage.from)?, &self.milestone_title(lineage.to)?)
            }
            None => json!({}),
        };
        self.perform(OperationKind::RemoveLineage, args, |writer| Ok(writer.remove_lineage(id)?))
    }

    /// Makes a bundled link of lineage the analyst's own judgement, or takes that back.
    ///
    /// # Errors
    /// `no-such`.
    pub fn confirm_lineage(&self, id: LineageId, confirmed: bool) -> Result<Done<()>> {
        let args = json!({ "lineage": id.0, "confirmed": confirmed });
        self.perform(OperationKind::ConfirmLineage, args, |writer| Ok(writer.confirm_lineage(id, confirmed)?))
    }

    fn link(&self, entry: &LineageEntry, id: Option<LineageId>) -> Result<(Lineage, Value)> {
        let reason = entry.judgement.as_deref().map(str::trim).filter(|reason| !reason.is_empty());
        if entry.evidence.is_none() == reason.is_none() {
            return Err(DeskError::RestsOnNothing);
        }
        if let Some(proof) = entry.evidence {
            let of = self.read(|reader| reader.evidence_row(proof))?.evidence.milestone;
            if of != entry.from && of != entry.to {
                return Err(DeskError::RestsOnNothing);
            }
        }
        let (from, to) = (self.milestone_title(entry.from)?, self.milestone_title(entry.to)?);
        let links = self.read(|reader| reader.lineage())?;
        let before =
            links.iter().find(|row| Some(row.id) == id).and_then(|row| row.lineage.judgement.clone());
        let others: Vec<&Lineage> =
            links.iter().filter(|row| Some(row.id) != id).map(|row| &row.lineage).collect();
        if let Some(fault) = fault(&others, entry.from, entry.to) {
            return Err(DeskError::Lineage { fault, from, to });
        }
        let lineage = Lineage {
            from: entry.from,
            to: entry.to,
            kind: entry.kind,
            // A reason that was left as it is keeps its translations.
            judgement: reason.map(|reason| {
                before.filter(|before| before.en == reason).unwrap_or_else(|| InLanguages::english(reason))
            }),
            evidence: entry.evidence,
            origin: EvidenceOrigin::Analyst,
        };
        Ok((lineage, named(entry.kind, &from, &to)))
    }
}

fn named(kind: LineageKind, from: &str, to: &str) -> Value {
    json!({ "kind": kind.id(), "title": from, "to": to })
}

/// Why `from` can't lead to `to` beside these links.
fn fault(links: &[&Lineage], from: MilestoneId, to: MilestoneId) -> Option<LineageFault> {
    if from == to {
        return Some(LineageFault::Itself);
    }
    if links.iter().any(|link| link.from == from && link.to == to) {
        return Some(LineageFault::Twice);
    }
    let mut seen = HashSet::from([to]);
    let mut ahead = vec![to];
    while let Some(at) = ahead.pop() {
        for link in links.iter().filter(|link| link.from == at) {
            if link.to == from {
                return Some(LineageFault::Circle);
            }
            if seen.insert(link.to) {
                ahead.push(link.to);
            }
        }
    }
    None
}
