//! Passages that tell the same are taken together: in one article or in many, in one language or in three.

use std::collections::BTreeMap;

use chancery_model::{ArticleId, Span};
use chancery_store::DatedRow;
use chancery_text::cues::{Cue, Sort, cue};
use chancery_text::learn::Features;
use std::sync::Arc;

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
}

/// Stems two passages share, of all they have, from which on they tell the same.
const ALIKE: f64 = 0.4;
/// From which on one is the other reprinted.
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
        let mut groups: Vec<Vec<usize>> = Vec::new();
        // Groups by their date: what tells of another day is another thing.
        let mut of_date: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        let mut by_article: BTreeMap<ArticleId, Vec<usize>> = BTreeMap::new();
        for (place, passage) in passages.iter().enumerate() {
            by_article.entry(passage.row.article).or_default().push(place);
            let date = &passage.row.passage.date;
            let there = of_date.entry((date.earliest(), date.latest())).or_default();
            let told = there.iter().copied().find(|&group| {
                let lead = groups.get(group).and_then(|group| passages.get(*group.first()?));
                lead.is_some_and(|lead| tell_the_same(lead, passage))
            });
            match told.and_then(|group| groups.get_mut(group)) {
                Some(group) => group.push(place),
                None => {
                    there.push(groups.len());
                    groups.push(vec![place]);
                }
            }
        }
        Self { passages, groups, by_article }
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

/// Whether two passages about one date tell the same: by their words, or, as in another language, by what happens in them and by
/// their names and numbers.
fn tell_the_same(one: &Passage, other: &Passage) -> bool {
    if one.stems.likeness(&other.stems) >= ALIKE {
        return true;
    }
    let (here, there) = (speaking(one), speaking(other));
    let shared = here.iter().filter(|id| there.contains(id)).count();
    let (marks, fewer) = shared_marks(&one.row.passage.marks, &other.row.passage.marks);
    let least = if one.row.passage.date.only_day().is_some() { 1 } else { 2 };
    shared > 1
        && shared * 2 >= here.len().min(there.len())
        && marks >= least
        // Names of bodies are other words in another language; where more happens alike, one name will do.
        && (marks * 2 >= fewer || shared > 2)
        && may_be_about_one(one, other)
}

fn speaking(passage: &Passage) -> Vec<&'static str> {
    passage.cues.iter().filter(|cue| cue.sort != Sort::Doubt).map(|cue| cue.id).collect()
}

/// What many things are about, and tells none from another.
const GENERAL: &[&str] = &["treaty", "programme", "both-sides", "union-state", "integration"];

/// Whether nothing speaks against it that two passages are about one thing: not a loan here and visas there.
fn may_be_about_one(one: &Passage, other: &Passage) -> bool {
    let matters = |passage: &Passage| {
        let cues = passage.cues.iter().filter(|cue| cue.sort == Sort::Matter && !GENERAL.contains(&cue.id));
        cues.map(|cue| cue.id).collect::<Vec<_>>()
    };
    let (here, there) = (matters(one), matters(other));
    here.is_empty() || there.is_empty() || here.iter().any(|id| there.contains(id))
}

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
