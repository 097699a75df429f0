//! What a briefing may print, read from the dossier.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use chancery_briefing::{Dated, Source};
use chancery_model::{
    ArticleId, AsOf, Axis, Confidence, Day, Edtf, EvidenceId, InLanguages, Ladder, MilestoneId, NoteId,
    Point, Qualifier,
};
use chancery_store::{EvidenceRow, Lane, LineageRow, MilestoneRow, NoteDetail, Reader, StatusChangeRow};

use crate::as_of::Standings;
use crate::clock::day_of;
use crate::links::{NoteTarget, links_in};

/// Everything of the dossier a briefing may print, read in one consistent state.
pub(super) struct Facts {
    /// Children after their parent.
    pub(super) milestones: Vec<MilestoneRow>,
    pub(super) lanes: Vec<Lane>,
    pub(super) ladder: Ladder,
    pub(super) statuses: BTreeMap<MilestoneId, Vec<StatusChangeRow>>,
    pub(super) lineage: Vec<LineageRow>,
    /// What counts: without that of articles in the bin.
    pub(super) evidence: Vec<EvidenceRow>,
    pub(super) sources: HashMap<ArticleId, Source>,
    pub(super) notes: HashMap<NoteId, NoteDetail>,
    pub(super) topics: HashMap<i64, InLanguages>,
}

impl Facts {
    /// With what is to be said of the articles `found`.
    pub(super) fn read(reader: &Reader<'_>, found: &[ArticleId]) -> chancery_store::Result<Self> {
        let evidence: Vec<EvidenceRow> = reader.evidence()?.into_iter().filter(|row| !row.in_bin).collect();
        let mut notes = HashMap::new();
        let mut cited: Vec<ArticleId> =
            evidence.iter().map(|row| row.evidence.article).chain(found.iter().copied()).collect();
        for row in reader.notes()? {
            let note = reader.note(row.id)?;
            cited.extend(links_in(&note.note.markdown).iter().filter_map(|link| match link.target {
                NoteTarget::Article(id) | NoteTarget::Passage(id, _) => Some(id),
                _ => None,
            }));
            notes.insert(row.id, note);
        }
        cited.sort_unstable();
        cited.dedup();
        let mut sources = HashMap::new();
        // A note may link to an article that is gone: only those that are there are sources.
        let there: Vec<ArticleId> = reader.article_rows(&cited)?.into_iter().map(|row| row.id).collect();
        for id in there {
            sources.insert(id, source(reader, id)?);
        }
        Ok(Self {
            milestones: reader.milestones()?,
            lanes: reader.lanes()?,
            ladder: reader.ladder()?,
            statuses: reader.status_changes()?,
            lineage: reader.lineage()?,
            evidence,
            sources,
            notes,
            topics: reader.topics()?.into_iter().map(|row| (row.id.0, row.topic.label)).collect(),
        })
    }

    /// Leaves what counts on a day. Known by a day are sources told by then, and notes written by then.
    pub(super) fn keep(&mut self, standings: Standings, as_of: AsOf) {
        let counted: HashSet<EvidenceId> =
            standings.milestones.iter().flat_map(|one| one.evidence.iter().map(|row| row.id)).collect();
        self.evidence.retain(|row| counted.contains(&row.id));
        self.lineage = standings.lineage;
        self.statuses.clear();
        self.milestones.clear();
        for one in standings.milestones {
            let changes = one.changes.iter().map(|change| (**change).clone()).collect();
            self.statuses.insert(one.row.id, changes);
            self.milestones.push(Arc::unwrap_or_clone(one.row));
        }
        if as_of.axis == Axis::KnownBy {
            self.sources.retain(|_, source| told_by(source) <= as_of.day);
            self.notes.retain(|_, note| day_of(note.row.created_at) <= as_of.day);
        }
    }

    /// What speaks for or against a milestone.
    pub(super) fn of(&self, id: MilestoneId) -> impl Iterator<Item = &EvidenceRow> {
        self.evidence.iter().filter(move |row| row.evidence.milestone == id)
    }
}

fn source(reader: &Reader<'_>, id: ArticleId) -> chancery_store::Result<Source> {
    let detail = reader.article(id)?;
    let grade = match &detail.row.outlet {
        Some((outlet, _)) => reader.known_of_outlet(*outlet)?.and_then(|known| known.grade),
        None => None,
    };
    let published = detail.row.published.as_ref().map(|published| Dated {
        date: without_qualifier(&published.date),
        inferred: detail.row.confidence < Confidence::High || published.date.exact_day().is_none(),
    });
    Ok(Source {
        title: detail.row.title.clone(),
        outlet: detail.row.outlet.as_ref().map(|(_, name)| name.clone()),
        grade: grade.and_then(|grade| grade.id().chars().next()),
        byline: detail.fields.byline.value.clone(),
        published,
        language: detail.row.language,
        sha256: detail.original.sha256,
        captured: day_of(detail.row.captured_at),
    })
}

/// The day by which a source was surely published; undated, the day it was captured.
fn told_by(source: &Source) -> Day {
    source.published.as_ref().and_then(|published| published.date.latest()).unwrap_or(source.captured)
}

/// An inferred day is told as a day with the word "inferred", not as "about".
pub(super) fn without_qualifier(date: &Edtf) -> Edtf {
    match date {
        Edtf::Date(point) if date.only_day().is_some() => {
            Edtf::Date(Point { qualifier: Qualifier::default(), ..*point })
        }
        other => other.clone(),
    }
}
