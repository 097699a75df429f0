//! Evidence: passages that speak for or against a milestone, or one step of its ladder.

use chancery_model::{
    Anchor, ArticleId, CodePoints, EvidenceId, EvidenceOrigin, MilestoneId, Proves, Stance, StatusChangeId,
    Uid,
};
use rusqlite::{OptionalExtension as _, Row};

use crate::{Error, Moment, Reader, Result, Writer, access::one_row, article, milestone, row};

/// A piece of evidence as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Of what.
    pub milestone: MilestoneId,
    /// Of which step of its ladder, where it is of one.
    pub status_change: Option<StatusChangeId>,
    /// From which article.
    pub article: ArticleId,
    /// Which passage.
    pub anchor: Anchor,
    /// For, against, or naming it only.
    pub stance: Stance,
    /// What of the milestone it is evidence of.
    pub proves: Vec<Proves>,
    /// Who put it there.
    pub origin: EvidenceOrigin,
}

/// A piece of evidence with its place in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceRow {
    /// Its id in this file.
    pub id: EvidenceId,
    /// Its id across files.
    pub uid: Uid,
    /// The evidence.
    pub evidence: Evidence,
    /// When it was accepted for briefings; `None` where it was not.
    pub accepted_at: Option<Moment>,
    /// When it was attached.
    pub at: Moment,
    /// Whether its article is in the bin: such evidence does not count until the article is back.
    pub in_bin: bool,
}

const SELECT: &str = "SELECT e.id, e.uid, e.milestone_id, e.status_change_id, e.article_id, e.span_start, e.span_end, \
     e.exact, e.prefix, e.suffix, e.stance, e.proves, e.origin, e.accepted_at, e.at, a.removed_by IS NOT NULL \
     FROM evidence e JOIN article a ON a.id = e.article_id JOIN milestone m ON m.id = e.milestone_id \
     WHERE m.removed_at IS NULL";

impl Reader<'_> {
    /// All evidence of the milestones that are there, by milestone.
    ///
    /// # Errors
    /// `Damaged` where a row cannot be read.
    pub fn evidence(&self) -> Result<Vec<EvidenceRow>> {
        self.evidence_where("ORDER BY e.milestone_id, e.id", None)
    }

    /// The evidence of a milestone, oldest first.
    ///
    /// # Errors
    /// `Damaged` where a row cannot be read.
    pub fn evidence_of_milestone(&self, id: MilestoneId) -> Result<Vec<EvidenceRow>> {
        self.evidence_where("AND e.milestone_id = ?1 ORDER BY e.id", Some(id.0))
    }

    /// The evidence taken from an article, in the order of its text.
    ///
    /// # Errors
    /// `Damaged` where a row cannot be read.
    pub fn evidence_in_article(&self, id: ArticleId) -> Result<Vec<EvidenceRow>> {
        self.evidence_where("AND e.article_id = ?1 ORDER BY e.span_start, e.id", Some(id.0))
    }

    /// One piece of evidence.
    ///
    /// # Errors
    /// `NoSuch`.
    pub fn evidence_row(&self, id: EvidenceId) -> Result<EvidenceRow> {
        self.evidence_where("AND e.id = ?1", Some(id.0))?
            .pop()
            .ok_or_else(|| Error::no_such("evidence", id).at(self.path()))
    }

    fn evidence_where(&self, condition: &str, id: Option<i64>) -> Result<Vec<EvidenceRow>> {
        self.within(|conn| {
            let mut statement = conn.prepare_cached(&format!("{SELECT} {condition}"))?;
            let rows = statement.query_map(rusqlite::params_from_iter(id), evidence_row)?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }
}

impl Writer<'_> {
    /// Attaches a passage to a milestone. The words must stand at the span; evidence of the analyst's own counts as accepted.
    ///
    /// # Errors
    /// `NoSuch`; `Refused` where the article does not have these words at this place.
    pub fn attach_evidence(&self, evidence: &Evidence) -> Result<EvidenceId> {
        self.within(|conn| {
            milestone::must_exist(conn, evidence.milestone)?;
            if let Some(step) = evidence.status_change {
                let of: Option<i64> = conn
                    .prepare_cached("SELECT milestone_id FROM status_change WHERE id = ?1")?
                    .query_row([step.0], |row| row.get(0))
                    .optional()?;
                if of != Some(evidence.milestone.0) {
                    return Err(Error::no_such("status change", step));
                }
            }
            let read = article::readable(conn, evidence.article)?
                .ok_or_else(|| Error::no_such("article", evidence.article))?;
            let anchor = &evidence.anchor;
            if anchor.span.is_empty() || CodePoints::new(&read.text).slice(anchor.span) != Some(anchor.exact.as_str()) {
                return Err(Error::refused("the passage is not in the article at this place"));
            }
            let accepted = (evidence.origin == EvidenceOrigin::Analyst).then_some(self.at().0);
            let proves: Vec<_> = evidence.proves.iter().map(|proves| proves.id()).collect();
            conn.prepare_cached(
                "INSERT INTO evidence (uid, milestone_id, status_change_id, article_id, span_start, span_end, exact, prefix, \
                 suffix, stance, proves, origin, accepted_at, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, \
                 ?13, ?14)",
            )?
            .execute((
                self.uid().0,
                evidence.milestone.0,
                evidence.status_change.map(|id| id.0),
                evidence.article.0,
                anchor.span.start,
                anchor.span.end,
                &anchor.exact,
                &anchor.prefix,
                &anchor.suffix,
                evidence.stance.id(),
                proves.join(" "),
                evidence.origin.id(),
                accepted,
                self.at().0,
            ))?;
            Ok(EvidenceId(conn.last_insert_rowid()))
        })
    }

    /// Accepts a piece of evidence for briefings, or takes that back.
    ///
    /// # Errors
    /// `NoSuch`.
    pub fn accept_evidence(&self, id: EvidenceId, accepted: bool) -> Result<()> {
        self.within(|conn| {
            let at = accepted.then_some(self.at().0);
            let touched = conn
                .prepare_cached("UPDATE evidence SET accepted_at = ?2 WHERE id = ?1")?
                .execute((id.0, at))?;
            one_row(touched, "evidence", id)
        })
    }

    /// Makes a piece the evidence of another milestone, as the analyst's own. Lineage it proved stays, shown as unevidenced, unless
    /// the other is an end of it.
    ///
    /// # Errors
    /// `NoSuch`; `Refused` where a step of a ladder rests on it.
    pub fn move_evidence(&self, id: EvidenceId, to: MilestoneId) -> Result<()> {
        self.within(|conn| {
            milestone::must_exist(conn, to)?;
            let step: Option<Option<i64>> = conn
                .prepare_cached("SELECT status_change_id FROM evidence WHERE id = ?1")?
                .query_row([id.0], |row| row.get(0))
                .optional()?;
            if step.flatten().is_some() {
                return Err(Error::refused("a step of the ladder rests on the passage"));
            }
            conn.prepare_cached(
                "UPDATE lineage SET evidence_id = NULL WHERE evidence_id = ?1 AND ?2 NOT IN (from_id, to_id)",
            )?
            .execute((id.0, to.0))?;
            let touched = conn
                .prepare_cached("UPDATE evidence SET milestone_id = ?2, origin = ?3 WHERE id = ?1")?
                .execute((id.0, to.0, EvidenceOrigin::Analyst.id()))?;
            one_row(touched, "evidence", id)
        })
    }

    /// Judges anew whether a piece speaks for or against: the analyst's own judgement from now on.
    ///
    /// # Errors
    /// `NoSuch`.
    pub fn set_stance(&self, id: EvidenceId, stance: Stance) -> Result<()> {
        self.within(|conn| {
            let touched = conn
                .prepare_cached("UPDATE evidence SET stance = ?2, origin = ?3 WHERE id = ?1")?
                .execute((id.0, stance.id(), EvidenceOrigin::Analyst.id()))?;
            one_row(touched, "evidence", id)
        })
    }

    /// Takes a piece of evidence away. Lineage it proved stays, shown as unevidenced.
    ///
    /// # Errors
    /// `NoSuch`.
    pub fn remove_evidence(&self, id: EvidenceId) -> Result<()> {
        self.within(|conn| {
            conn.prepare_cached("UPDATE lineage SET evidence_id = NULL WHERE evidence_id = ?1")?
                .execute([id.0])?;
            let touched = conn.prepare_cached("DELETE FROM evidence WHERE id = ?1")?.execute([id.0])?;
            one_row(touched, "evidence", id)
        })
    }
}

fn evidence_row(row: &Row<'_>) -> rusqlite::Result<EvidenceRow> {
    Ok(EvidenceRow {
        id: EvidenceId(row.get(0)?),
        uid: row::uid(row, 1)?,
        evidence: Evidence {
            milestone: MilestoneId(row.get(2)?),
            status_change: row.get::<_, Option<i64>>(3)?.map(StatusChangeId),
            article: ArticleId(row.get(4)?),
            anchor: row::anchor(row, 5)?,
            stance: row::word(row, 10, Stance::from_id)?,
            proves: row::words(row, 11, Proves::from_id)?,
            origin: row::word(row, 12, EvidenceOrigin::from_id)?,
        },
        accepted_at: row.get::<_, Option<i64>>(13)?.map(Moment),
        at: Moment(row.get(14)?),
        in_bin: row.get(15)?,
    })
}
