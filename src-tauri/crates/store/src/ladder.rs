//! What becomes of milestones: the steps of the status ladder, and lineage, how one came out of another.

use std::collections::BTreeMap;

use chancery_model::{
    Edtf, EvidenceId, EvidenceOrigin, InLanguages, LineageId, LineageKind, MilestoneId, Status,
    StatusChangeId,
};
use rusqlite::{Connection, Row};

use crate::{Error, Moment, Reader, Result, Writer, access::one_row, milestone::must_exist, moment, row};

/// A step on the ladder as it is written. It rests on evidence attached to it, or on a judgement that says why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusChange {
    /// The status reached: the sense of the step.
    pub status: Status,
    /// The step of the dossier's own ladder; none where the ladder is the one of the senses.
    pub step: Option<String>,
    /// Since when it is so.
    pub since: Option<Edtf>,
    /// Since when it is known.
    pub known: Option<Edtf>,
    /// The analyst's reason, where no passage proves it.
    pub judgement: Option<String>,
    /// Who decided; may be empty.
    pub decided_by: String,
}

impl StatusChange {
    /// The id of the step reached, on whatever ladder.
    #[must_use]
    pub fn step_id(&self) -> &str {
        self.step.as_deref().unwrap_or(self.status.id())
    }
}

/// A step on a milestone's ladder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusChangeRow {
    /// Its id in this file.
    pub id: StatusChangeId,
    /// Whose.
    pub milestone: MilestoneId,
    /// The step.
    pub change: StatusChange,
    /// When it was written down.
    pub decided_at: Moment,
}

/// How one milestone came out of another. Without evidence it is a judgement that says why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lineage {
    /// The earlier milestone.
    pub from: MilestoneId,
    /// The later one.
    pub to: MilestoneId,
    /// How.
    pub kind: LineageKind,
    /// The reason, where no passage proves it.
    pub judgement: Option<InLanguages>,
    /// The passage that proves it.
    pub evidence: Option<EvidenceId>,
    /// Who made the link.
    pub origin: EvidenceOrigin,
}

/// A lineage link with its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineageRow {
    /// Its id in this file.
    pub id: LineageId,
    /// The link.
    pub lineage: Lineage,
    /// When the analyst made a bundled link their own; `None` where they did not.
    pub confirmed_at: Option<Moment>,
    /// When it was written down.
    pub at: Moment,
}

impl LineageRow {
    /// Whether it came with the bundled dossier and the analyst has not confirmed it.
    #[must_use]
    pub fn is_bundled(&self) -> bool {
        self.lineage.origin == EvidenceOrigin::Bundled && self.confirmed_at.is_none()
    }
}

impl Reader<'_> {
    /// Every step of every milestone, the latest last.
    ///
    /// # Errors
    /// `Damaged` where a row cannot be read.
    pub fn status_changes(&self) -> Result<BTreeMap<MilestoneId, Vec<StatusChangeRow>>> {
        self.within(|conn| {
            let mut statement = conn.prepare_cached(
                "SELECT id, milestone_id, status, since, known, judgement, decided_by, decided_at, step FROM status_change \
                 ORDER BY milestone_id, since_from, id",
            )?;
            let mut changes: BTreeMap<MilestoneId, Vec<StatusChangeRow>> = BTreeMap::new();
            for row in statement.query_map((), status_change_row)? {
                let row = row?;
                changes.entry(row.milestone).or_default().push(row);
            }
            Ok(changes)
        })
    }

    /// Every lineage link between milestones that are there.
    ///
    /// # Errors
    /// `Damaged` where a row cannot be read.
    pub fn lineage(&self) -> Result<Vec<LineageRow>> {
        self.within(|conn| {
            let mut statement = conn.prepare_cached(
                "SELECT l.id, l.from_id, l.to_id, l.kind, l.judgement, l.judgement_ru, l.judgement_be, l.evidence_id, l.origin, \
                 l.confirmed_at, l.at FROM lineage l \
                 JOIN milestone f ON f.id = l.from_id JOIN milestone t ON t.id = l.to_id \
                 WHERE f.removed_at IS NULL AND t.removed_at IS NULL ORDER BY l.id",
            )?;
            let rows = statement.query_map((), |row| {
                Ok(LineageRow {
                    id: LineageId(row.get(0)?),
                    lineage: Lineage {
                        from: MilestoneId(row.get(1)?),
                        to: MilestoneId(row.get(2)?),
                        kind: row::word(row, 3, LineageKind::from_id)?,
                        judgement: match row.get(4)? {
                            Some(en) => Some(InLanguages { en, ru: row.get(5)?, be: row.get(6)? }),
                            None => None,
                        },
                        evidence: row.get::<_, Option<i64>>(7)?.map(EvidenceId),
                        origin: row::word(row, 8, EvidenceOrigin::from_id)?,
                    },
                    confirmed_at: row.get::<_, Option<i64>>(9)?.map(Moment),
                    at: Moment(row.get(10)?),
                })
            })?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }
}

impl Writer<'_> {
    /// Adds a step to a milestone's ladder. Attach its evidence in the same operation where it has any.
    ///
    /// # Errors
    /// `NoSuch`.
    pub fn set_status(&self, milestone: MilestoneId, change: &StatusChange) -> Result<StatusChangeId> {
        self.within(|conn| {
            must_exist(conn, milestone)?;
            let since = change.since.as_ref().map(moment::order_of);
            let known = change.known.as_ref().map(moment::order_of);
            conn.prepare_cached(
                "INSERT INTO status_change (uid, milestone_id, status, since, since_from, since_to, known, known_from, \
                 known_to, judgement, decided_by, decided_at, step) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
            )?
            .execute((
                self.uid().0,
                milestone.0,
                change.status.id(),
                change.since.as_ref().map(ToString::to_string),
                since.map(|(from, _)| from),
                since.map(|(_, to)| to),
                change.known.as_ref().map(ToString::to_string),
                known.map(|(from, _)| from),
                known.map(|(_, to)| to),
                &change.judgement,
                &change.decided_by,
                self.at().0,
                &change.step,
            ))?;
            Ok(StatusChangeId(conn.last_insert_rowid()))
        })
    }

    /// Links two milestones.
    ///
    /// # Errors
    /// `NoSuch`; `Refused` without evidence and without a judgement.
    pub fn add_lineage(&self, lineage: &Lineage) -> Result<LineageId> {
        self.within(|conn| {
            must_hold(conn, lineage)?;
            conn.prepare_cached(
                "INSERT INTO lineage (uid, from_id, to_id, kind, judgement, judgement_ru, judgement_be, evidence_id, origin, at) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            )?
            .execute((
                self.uid().0,
                lineage.from.0,
                lineage.to.0,
                lineage.kind.id(),
                lineage.judgement.as_ref().map(|reason| &reason.en),
                lineage.judgement.as_ref().and_then(|reason| reason.ru.as_ref()),
                lineage.judgement.as_ref().and_then(|reason| reason.be.as_ref()),
                lineage.evidence.map(|id| id.0),
                lineage.origin.id(),
                self.at().0,
            ))?;
            Ok(LineageId(conn.last_insert_rowid()))
        })
    }

    /// Changes a link.
    ///
    /// # Errors
    /// `NoSuch`; `Refused` without evidence and without a judgement.
    pub fn edit_lineage(&self, id: LineageId, lineage: &Lineage) -> Result<()> {
        self.within(|conn| {
            must_hold(conn, lineage)?;
            let touched = conn
                .prepare_cached(
                    "UPDATE lineage SET from_id = ?2, to_id = ?3, kind = ?4, judgement = ?5, judgement_ru = ?6, \
                     judgement_be = ?7, evidence_id = ?8, origin = ?9 WHERE id = ?1",
                )?
                .execute((
                    id.0,
                    lineage.from.0,
                    lineage.to.0,
                    lineage.kind.id(),
                    lineage.judgement.as_ref().map(|reason| &reason.en),
                    lineage.judgement.as_ref().and_then(|reason| reason.ru.as_ref()),
                    lineage.judgement.as_ref().and_then(|reason| reason.be.as_ref()),
                    lineage.evidence.map(|id| id.0),
                    lineage.origin.id(),
                ))?;
            one_row(touched, "lineage", id)
        })
    }

    /// Makes a bundled link the analyst's own, or takes that back.
    ///
    /// # Errors
    /// `NoSuch`.
    pub fn confirm_lineage(&self, id: LineageId, confirmed: bool) -> Result<()> {
        self.within(|conn| {
            let at = confirmed.then_some(self.at().0);
            let touched = conn
                .prepare_cached("UPDATE lineage SET confirmed_at = ?2 WHERE id = ?1")?
                .execute((id.0, at))?;
            one_row(touched, "lineage", id)
        })
    }

    /// Takes a lineage link away.
    ///
    /// # Errors
    /// `NoSuch`.
    pub fn remove_lineage(&self, id: LineageId) -> Result<()> {
        self.within(|conn| {
            let touched = conn.prepare_cached("DELETE FROM lineage WHERE id = ?1")?.execute([id.0])?;
            one_row(touched, "lineage", id)
        })
    }
}

fn must_hold(conn: &Connection, lineage: &Lineage) -> Result<()> {
    must_exist(conn, lineage.from)?;
    must_exist(conn, lineage.to)?;
    let reason = lineage.judgement.as_ref().map_or("", |reason| reason.en.trim());
    if lineage.evidence.is_none() && reason.is_empty() {
        return Err(Error::refused("a lineage link needs a passage or a judgement with its reason"));
    }
    Ok(())
}

fn status_change_row(row: &Row<'_>) -> rusqlite::Result<StatusChangeRow> {
    Ok(StatusChangeRow {
        id: StatusChangeId(row.get(0)?),
        milestone: MilestoneId(row.get(1)?),
        change: StatusChange {
            status: row::word(row, 2, Status::from_id)?,
            step: row.get(8)?,
            since: row::edtf(row, 3)?,
            known: row::edtf(row, 4)?,
            judgement: row.get(5)?,
            decided_by: row.get(6)?,
        },
        decided_at: Moment(row.get(7)?),
    })
}
