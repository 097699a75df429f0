//! Which milestone a passage is rather evidence of, and why: their dates meet, they share words, names and numbers, or what happens in
//! them; over languages by the latter alone.

use std::collections::BTreeMap;

use chancery_model::{Day, Edtf, Language, MilestoneId, Status};
use chancery_store::{EvidenceRow, MilestoneRow, StatusChangeRow};
use chancery_text::cues::{Cue, cued_words, marks, status_of};
use chancery_text::{fold, stem, word_indices};

use super::Resembled;
use super::gather::{Passage, shared_marks};
use crate::{Desk, Result};

/// From which likeness on it is rather evidence than a milestone of its own.
const EVIDENCE_FROM: f64 = 0.45;
/// A step on a ladder may come years after the promise: it must be told by more than half of its words.
const STEP_FROM: f64 = 0.55;
/// Milestones of which the evidence is read: those whose titles are most alike.
const COMPARED: usize = 6;

/// A passage as it is compared with milestones.
pub(super) struct Compared<'a> {
    pub(super) passage: &'a Passage,
    pub(super) exact: &'a str,
    pub(super) language: Option<Language>,
}

/// How two texts are alike.
struct Alike {
    likeness: f64,
    shared: Vec<String>,
}

impl Desk {
    /// The milestone a passage is most like, where it is much like one.
    pub(super) fn resembled(
        &self,
        of: &Compared<'_>,
        told: Option<MilestoneId>,
        milestones: &[MilestoneRow],
        changes: &BTreeMap<MilestoneId, Vec<StatusChangeRow>>,
    ) -> Result<Option<Resembled>> {
        let date = &of.passage.row.passage.date;
        let step = status_of(&of.passage.cues);
        let mut likely: Vec<(f64, &MilestoneRow)> = Vec::new();
        for row in milestones {
            let meets = row.milestone.date.as_ref().is_some_and(|other| meet(date, other));
            let steps = step.filter(|step| can_come(*step, date, row, changes.get(&row.id)));
            if Some(row.id) != told && !meets && steps.is_none() {
                continue;
            }
            let alike = titles(row).map(|(title, language)| alike(of, title, Some(language)).likeness);
            likely.push((alike.fold(0.0, f64::max), row));
        }
        likely.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.id.cmp(&other.1.id)));
        likely.truncate(COMPARED);
        if let Some(row) = told.and_then(|id| milestones.iter().find(|row| row.id == id))
            && likely.iter().all(|(_, other)| other.id != row.id)
        {
            likely.push((0.0, row));
        }
        let mut best: Option<Resembled> = None;
        for (_, row) in likely {
            let evidence = self.read(|reader| reader.evidence_of_milestone(row.id))?;
            let found = compare(of, row, &evidence, told, step, changes.get(&row.id));
            best = best.into_iter().chain(found).max_by(|one, other| {
                let order = one.told_before.cmp(&other.told_before);
                order.then(one.likeness.total_cmp(&other.likeness)).then(other.milestone.cmp(&one.milestone))
            });
        }
        Ok(best)
    }
}

fn compare(
    of: &Compared<'_>,
    row: &MilestoneRow,
    evidence: &[EvidenceRow],
    told: Option<MilestoneId>,
    step: Option<Status>,
    changes: Option<&Vec<StatusChangeRow>>,
) -> Option<Resembled> {
    let date = &of.passage.row.passage.date;
    let passages =
        evidence.iter().filter(|one| !one.in_bin).map(|one| (one.evidence.anchor.exact.as_str(), None));
    let texts = titles(row).map(|(title, language)| (title, Some(language))).chain(passages);
    let of_texts = texts.map(|(text, language)| alike(of, text, language));
    let best = of_texts.max_by(|one, other| one.likeness.total_cmp(&other.likeness))?;
    let same_time = row.milestone.date.as_ref().is_some_and(|other| meet(date, other));
    let same_day =
        row.milestone.date.as_ref().and_then(Edtf::only_day).is_some_and(|day| date.only_day() == Some(day));
    let likeness = (best.likeness + if same_day { 0.15 } else { 0.0 }).min(1.0);
    let told_before = told == Some(row.id);
    let status = step.filter(|step| can_come(*step, date, row, changes) && likeness >= STEP_FROM);
    (told_before || status.is_some() || same_time && likeness >= EVIDENCE_FROM).then(|| Resembled {
        milestone: row.id,
        title: row.milestone.title.en.clone(),
        date: row.milestone.date.clone(),
        likeness,
        shared: best.shared,
        same_time,
        told_before,
        status,
    })
}

/// Whether a step can follow the ladder of a milestone as it stands.
fn can_come(step: Status, date: &Edtf, row: &MilestoneRow, changes: Option<&Vec<StatusChangeRow>>) -> bool {
    let last = changes.and_then(|changes| changes.last()).and_then(|change| change.change.since.as_ref());
    let is_later = last.is_none_or(|since| since.order() < date.order());
    row.status.is_some_and(|status| status != step) && is_later
}

fn titles(row: &MilestoneRow) -> impl Iterator<Item = (&str, Language)> {
    let title = &row.milestone.title;
    let others = [(title.ru.as_deref(), Language::Ru), (title.be.as_deref(), Language::Be)];
    let others = others.into_iter().filter_map(|(title, language)| Some((title?, language)));
    std::iter::once((title.en.as_str(), Language::En)).chain(others)
}

/// Whether two dates can mean the same time: "by November" means that month or shortly before.
fn meet(one: &Edtf, other: &Edtf) -> bool {
    let ends = |date: &Edtf| -> (Day, Day) {
        let (first, last) = date.order();
        (first, last.max(first))
    };
    let ((from, to), (first, last)) = (ends(one), ends(other));
    from <= last && first <= to
}

/// Half by the words of the shorter, a quarter by names and numbers, a quarter by what happens.
fn alike(of: &Compared<'_>, text: &str, language: Option<Language>) -> Alike {
    let spoken = language.or(of.language).unwrap_or(Language::En);
    let (own, other) = (content(of.exact, of.language.unwrap_or(Language::En)), content(text, spoken));
    let shared: Vec<String> = own
        .iter()
        .filter(|(stem, _)| other.contains_key(*stem))
        .map(|(_, form)| (*form).to_owned())
        .collect();
    let fewer = own.len().min(other.len()).max(3) as f64;
    let (both, fewer_marks) = shared_marks(&of.passage.row.passage.marks, &marks(text, Some(spoken)));
    let cues = cued_words(text, Some(spoken));
    let both_cues = cues.iter().filter(|cue| has(&of.passage.cues, cue)).count();
    let part = |shared: usize, of: f64| (shared as f64 / of).min(1.0);
    let likeness = 0.55 * part(shared.len(), fewer)
        + 0.2 * part(both, fewer_marks.max(1) as f64)
        + 0.25 * part(both_cues, cues.len().clamp(1, 3) as f64);
    Alike { likeness, shared }
}

fn has(cues: &[&'static Cue], cue: &Cue) -> bool {
    cues.iter().any(|one| one.id == cue.id)
}

/// Words that say something, by their stems.
fn content(text: &str, language: Language) -> BTreeMap<String, &str> {
    let words = word_indices(text).map(|(_, form)| form).filter(|form| form.chars().count() > 3);
    words.map(|form| (stem(&fold(form), language), form)).collect()
}
