//! Passages that tell the same are taken together: in one article or in many, in one language or in three.

use std::collections::{BTreeMap, HashSet};

use chancery_model::{ArticleId, DatedId, Span};
use chancery_store::DatedRow;
use chancery_text::cues::{Cue, cue};
use chancery_text::learn::Features;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::alike::{OfDate, Rarity};
use crate::{Desk, Result};

/// A dated passage ready to be compared.
pub(super) struct Passage {
    pub(super) row: DatedRow,
    pub(super) stems: Features,
    pub(super) cues: Vec<&'static Cue>,
}

/// All passages, and which of them tell the same.
pub(super) struct Gathered {
    /// By the day of the article.
    pub(super) passages: Vec<Passage>,
    /// Places of passages that tell the same, the earliest first.
    pub(super) groups: Vec<Vec<usize>>,
    by_article: BTreeMap<ArticleId, Vec<usize>>,
    /// Those put off. They change without anything being gathered anew.
    skipped: Mutex<HashSet<DatedId>>,
}

/// Stems two passages share, of all they have, from which on one is the other reprinted.
pub(super) const REPRINTED: f64 = 0.9;

impl Gathered {
    pub(super) fn of(rows: Vec<DatedRow>) -> Self {
        let passages: Vec<Passage> = rows
            .into_iter()
            .map(|row| Passage {
                stems: Features::of_bytes(&row.passage.stems).unwrap_or_default(),
                cues: row.passage.cues.iter().filter_map(|(id, _)| cue(id)).collect(),
                row,
            })
            .collect();
        let rarity = Rarity::of(passages.iter().map(|passage| &passage.stems));
        let mut groups: Vec<Vec<usize>> = Vec::new();
        // Groups by their date: what tells of another day is another thing.
        let mut of_date: BTreeMap<_, OfDate> = BTreeMap::new();
        let mut by_article: BTreeMap<ArticleId, Vec<usize>> = BTreeMap::new();
        for (place, passage) in passages.iter().enumerate() {
            by_article.entry(passage.row.article).or_default().push(place);
            let date = &passage.row.passage.date;
            let there = of_date.entry((date.earliest(), date.latest())).or_default();
            let told = there.tells(passage, &passages, &rarity);
            match told.and_then(|group| groups.get_mut(group)) {
                Some(group) => group.push(place),
                None => {
                    there.begin(groups.len(), place, passage, &rarity);
                    groups.push(vec![place]);
                }
            }
        }
        let put_off = passages.iter().filter(|passage| passage.row.skipped_at.is_some());
        let skipped = Mutex::new(put_off.map(|passage| passage.row.id).collect());
        Self { passages, groups, by_article, skipped }
    }

    pub(super) fn skipped(&self) -> MutexGuard<'_, HashSet<DatedId>> {
        self.skipped.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The passage of an article that overlaps a span.
    pub(super) fn at(&self, article: ArticleId, span: Span) -> Option<&Passage> {
        let places = self.by_article.get(&article)?;
        places
            .iter()
            .filter_map(|&place| self.passages.get(place))
            .find(|one| one.row.passage.span.overlaps(&span))
    }
}

/// What many things are about, and tells none from another.
pub(super) const GENERAL: &[&str] = &["treaty", "programme", "both-sides", "union-state", "integration"];

/// How many numbers and names two passages share, and how many the one with fewer has.
pub(super) fn shared_marks(one: &[u32], other: &[u32]) -> (usize, usize) {
    (one.iter().filter(|mark| other.binary_search(mark).is_ok()).count(), one.len().min(other.len()))
}

impl Desk {
    /// All dated passages, taken together; worked out once until articles change.
    pub(super) fn gathered(&self) -> Result<Arc<Gathered>> {
        let mut kept = self.proposing.gathered();
        if let Some(gathered) = &*kept {
            return Ok(Arc::clone(gathered));
        }
        let gathered = Arc::new(Gathered::of(self.read(|reader| reader.dated_passages())?));
        *kept = Some(Arc::clone(&gathered));
        Ok(gathered)
    }
}
