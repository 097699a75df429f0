//! The register: milestones, the passages that prove them, and how far each has come.

use chancery_model::{
    Anchor, ArticleId, Bound, CodePoints, Edtf, EvidenceId, EvidenceOrigin, InLanguages, MilestoneId,
    MilestoneKind, OperationKind, Point, Proves, Role, Span, Stance, StatusChangeId,
};
use chancery_store::{Evidence, Milestone, StatusChange, Writer};
use serde_json::json;

use crate::{Desk, DeskError, Done, Result};

/// A milestone as the analyst types it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct MilestoneEntry {
    pub title: String,
    pub kind: MilestoneKind,
    /// Slug of a lane; empty for none.
    pub lane: String,
    pub date: Option<Edtf>,
    pub parent: Option<MilestoneId>,
    pub who: String,
    pub role: Option<Role>,
    pub description: String,
    /// By when it is due, where it is a promise with a day.
    pub deadline: Option<Edtf>,
}

impl MilestoneEntry {
    /// The milestone it makes, under a title that was looked at.
    pub(crate) fn milestone(&self, title: String) -> Milestone {
        Milestone {
            slug: None,
            parent: self.parent,
            lane: self.lane(),
            kind: self.kind,
            title: InLanguages::english(title),
            date: self.date.clone(),
            date_rule: String::new(),
            who: InLanguages::english(self.who.trim()),
            role: self.role,
            position: 0,
            description: self.description.trim().to_owned(),
            deadline: self.deadline.clone(),
        }
    }

    fn lane(&self) -> Option<String> {
        Some(self.lane.clone()).filter(|lane| !lane.is_empty())
    }
}

/// A passage to be attached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct NewEvidence {
    pub milestone: MilestoneId,
    pub article: ArticleId,
    pub span: Span,
    pub stance: Stance,
    pub proves: Proves,
}

/// A status as the analyst sets it: on evidence attached before, or on a judgement with its reason.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct StatusEntry {
    /// A step of the ladder: its id, or its words, mark or sense.
    pub status: String,
    pub since: Option<Edtf>,
    pub evidence: Vec<EvidenceId>,
    pub judgement: Option<String>,
}

impl Desk {
    /// Makes a milestone; a passage it is made from becomes its first evidence.
    ///
    /// # Errors
    /// `missing` without a title; `no-such` for a lane or parent that is not there.
    pub fn add_milestone(
        &self,
        entry: &MilestoneEntry,
        passage: Option<(ArticleId, Span)>,
    ) -> Result<Done<MilestoneId>> {
        let title = titled(&entry.title)?;
        let args = json!({ "title": title, "date": entry.date.as_ref().map(ToString::to_string) });
        let anchor = passage
            .map(|(article, span)| Ok::<_, DeskError>((article, self.anchor(article, span)?)))
            .transpose()?;
        self.perform(OperationKind::AddMilestone, args, |writer| {
            let id = writer.add_milestone(&entry.milestone(title))?;
            if let Some((article, anchor)) = anchor {
                let evidence = writer.attach_evidence(&Evidence {
                    milestone: id,
                    status_change: None,
                    article,
                    anchor,
                    stance: Stance::Supports,
                    proves: vec![Proves::Milestone],
                    origin: EvidenceOrigin::Analyst,
                })?;
                writer.accept_evidence(evidence, true)?;
            }
            Ok(id)
        })
    }

    /// Changes a milestone. A title or name changed by hand drops its translations, which no longer fit.
    ///
    /// # Errors
    /// `missing`, `no-such`.
    pub fn edit_milestone(&self, id: MilestoneId, entry: &MilestoneEntry) -> Result<Done<()>> {
        let title = titled(&entry.title)?;
        let mut milestone = self.read(|reader| reader.milestone(id))?.milestone;
        let args = json!({ "milestone": id.0, "title": title });
        if milestone.title.en != title {
            milestone.title = InLanguages::english(title);
        }
        if milestone.date != entry.date {
            milestone.date.clone_from(&entry.date);
            milestone.date_rule = String::new();
        }
        milestone.kind = entry.kind;
        milestone.lane = entry.lane();
        milestone.parent = entry.parent;
        if milestone.who.en != entry.who.trim() {
            milestone.who = InLanguages::english(entry.who.trim());
        }
        milestone.role = entry.role;
        milestone.description = entry.description.trim().to_owned();
        milestone.deadline = entry.deadline.clone();
        self.perform(OperationKind::EditMilestone, args, |writer| Ok(writer.edit_milestone(id, &milestone)?))
    }

    /// Takes a milestone out of the register.
    ///
    /// # Errors
    /// `no-such`; `refused` while others are its parts.
    pub fn remove_milestone(&self, id: MilestoneId) -> Result<Done<()>> {
        let args = json!({ "milestone": id.0, "title": self.milestone_title(id)? });
        self.perform(OperationKind::RemoveMilestone, args, |writer| Ok(writer.remove_milestone(id)?))
    }

    /// Attaches a passage to a milestone.
    ///
    /// # Errors
    /// `no-passage` where the article has no such words; `no-such`.
    pub fn attach_evidence(&self, new: &NewEvidence) -> Result<Done<EvidenceId>> {
        let anchor = self.anchor(new.article, new.span)?;
        let args = json!({
            "milestone": new.milestone.0,
            "title": self.milestone_title(new.milestone)?,
            "words": anchor.exact.chars().take(80).collect::<String>(),
            "stance": new.stance.id(),
        });
        self.perform(OperationKind::AttachEvidence, args, |writer| {
            let id = writer.attach_evidence(&Evidence {
                milestone: new.milestone,
                status_change: None,
                article: new.article,
                anchor,
                stance: new.stance,
                proves: vec![new.proves],
                origin: EvidenceOrigin::Analyst,
            })?;
            // Who attaches a passage has accepted it; for briefings it can be left out again.
            writer.accept_evidence(id, true)?;
            Ok(id)
        })
    }

    /// Finds the one place of `exact` in an article, between the words before and after.
    ///
    /// # Errors
    /// `no-passage` where the words are absent or stand in several places.
    pub fn locate(&self, article: ArticleId, exact: &str, before: &str, after: &str) -> Result<Anchor> {
        let text = self.read(|reader| reader.readable(article))?.text;
        Anchor::locate(&CodePoints::new(&text), exact, before, after)
            .map_err(|why| DeskError::NoPassage { article: article.0, why: why.to_string() })
    }

    pub(crate) fn anchor(&self, article: ArticleId, span: Span) -> Result<Anchor> {
        let text = self.read(|reader| reader.readable(article))?.text;
        Anchor::take(&CodePoints::new(&text), span)
            .filter(|anchor| !anchor.exact.trim().is_empty())
            .ok_or_else(|| DeskError::NoPassage {
                article: article.0,
                why: format!("{}–{} holds no words", span.start, span.end),
            })
    }

    /// Accepts pieces of evidence for briefings, or takes that back.
    ///
    /// # Errors
    /// `no-such`.
    pub fn accept_evidence(&self, ids: &[EvidenceId], accepted: bool) -> Result<Done<()>> {
        let args = json!({ "evidence": ids.len(), "accepted": accepted });
        self.perform(OperationKind::AcceptEvidence, args, |writer| {
            for &id in ids {
                writer.accept_evidence(id, accepted)?;
            }
            Ok(())
        })
    }

    /// Sets how far a milestone has come.
    ///
    /// # Errors
    /// `rests-on-nothing` without passage and reason, or with both; `no-such`; `no-such-word` where the ladder has no such step.
    pub fn set_status(&self, milestone: MilestoneId, entry: &StatusEntry) -> Result<Done<StatusChangeId>> {
        let reason = entry.judgement.as_deref().map(str::trim).filter(|reason| !reason.is_empty());
        if entry.evidence.is_empty() == reason.is_none() {
            return Err(DeskError::RestsOnNothing);
        }
        let (reached, step) = self.step_named(&entry.status)?;
        let args = json!({
            "milestone": milestone.0,
            "title": self.milestone_title(milestone)?,
            "status": reached.status.id(),
            "step": reached.step.as_ref().map(|_| &step.words.en),
        });
        let mut proofs = Vec::new();
        for &id in &entry.evidence {
            let row = self.read(|reader| reader.evidence_row(id))?;
            if row.evidence.milestone != milestone {
                return Err(DeskError::RestsOnNothing);
            }
            proofs.push(row.evidence);
        }
        let known = self.known_since(&proofs)?;
        // Without a day it is so "by today": a status must have a place in the history, and later it can't have become so.
        let by_today = Edtf::Interval(Bound::Unknown, Bound::At(Point::day(self.clock.today())));
        let change = StatusChange {
            status: reached.status,
            step: reached.step,
            since: entry.since.clone().or(Some(by_today)),
            known,
            judgement: reason.map(str::to_owned),
            decided_by: String::new(),
        };
        self.perform(OperationKind::SetStatus, args, |writer| {
            let id = writer.set_status(milestone, &change)?;
            for proof in proofs {
                attach_to_status(writer, proof, id)?;
            }
            Ok(id)
        })
    }

    /// When the passages made something known: the first publication date among their articles.
    pub(crate) fn known_since(&self, proofs: &[Evidence]) -> Result<Option<Edtf>> {
        let articles: Vec<ArticleId> = proofs.iter().map(|proof| proof.article).collect();
        let rows = self.read(|reader| reader.article_rows(&articles))?;
        Ok(rows
            .into_iter()
            .filter_map(|row| row.published)
            .map(|published| published.date)
            .min_by_key(Edtf::order))
    }

    /// The id of a milestone named by its slug or by its id.
    ///
    /// # Errors
    /// `no-such`.
    pub fn milestone_named(&self, name: &str) -> Result<MilestoneId> {
        match name.parse::<i64>() {
            Ok(id) => Ok(self.read(|reader| reader.milestone(MilestoneId(id)))?.id),
            Err(_) => self.read(|reader| reader.milestone_of_slug(name)),
        }
    }

    pub(crate) fn milestone_title(&self, id: MilestoneId) -> Result<String> {
        Ok(self.read(|reader| reader.milestone(id))?.milestone.title.en)
    }
}

/// A passage already attached to the milestone proves its status too: attached once more, to that step of the ladder.
fn attach_to_status(writer: &Writer<'_>, mut proof: Evidence, status: StatusChangeId) -> Result<()> {
    proof.status_change = Some(status);
    proof.proves = vec![Proves::Status];
    proof.origin = EvidenceOrigin::Analyst;
    writer.attach_evidence(&proof)?;
    Ok(())
}

pub(crate) fn titled(title: &str) -> Result<String> {
    let title = title.trim();
    if title.is_empty() { Err(DeskError::Missing("title")) } else { Ok(title.to_owned()) }
}
