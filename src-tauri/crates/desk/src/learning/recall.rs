//! "What have I missed?": articles nobody decided a topic on, drawn by chance and looked at one by one, tell how much of it there
//! still is, and when to stop.

use std::collections::BTreeMap;

use chancery_model::{ArticleId, TopicId};
use chancery_store::{Decided, Sample};
use sha2::{Digest as _, Sha256};

use super::chance::bounds;
use crate::{Desk, Result};

/// A sample as far as it has been looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Missed {
    /// Of how many undecided articles it was drawn.
    pub frame: u64,
    /// How many were drawn.
    pub drawn: usize,
    /// How many of them were decided on.
    pub looked: usize,
    /// How many of those belong to the topic.
    pub hits: usize,
    /// Those still to look at, in the order of the draw.
    pub next: Vec<ArticleId>,
    /// What follows; `None` until something was looked at.
    pub estimate: Option<Estimate>,
}

/// How much of a topic was found. Each bound by itself holds with a probability of 95 %.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// Articles that have the topic as a tag.
    pub found: u64,
    /// How many more there probably are.
    pub missed: f64,
    /// At least and at most so many.
    pub missed_between: (u64, u64),
    /// found / (found + missed), 0–1, with bounds; 1 where there is nothing to find.
    pub recall: f64,
    /// At least and at most so much.
    pub recall_between: (f64, f64),
    /// Whether that is enough: at least nine of ten were found, or all were looked at.
    pub enough: bool,
    /// How many more to look at until it is, should none of them belong; `None` where looking at all of them is the way.
    pub needed: Option<u64>,
}

/// How sure each bound is.
const SURE: f64 = 0.95;
/// This much found is enough.
const ENOUGH: f64 = 0.9;
/// Articles drawn at once.
const DRAWN: usize = 30;

impl Desk {
    /// How far the sample of a topic has been looked at; `None` where none was drawn.
    ///
    /// # Errors
    /// When the dossier can't be read.
    pub fn missed(&self, topic: TopicId) -> Result<Option<Missed>> {
        self.slug_of(topic)?;
        let (sample, mut decided) =
            self.read(|reader| Ok((reader.sample(topic)?, reader.decided(Some(topic))?)))?;
        Ok(sample.map(|sample| looked_at(&sample, &decided.remove(&topic).unwrap_or_default())))
    }

    /// Draws a sample of the articles nobody decided a topic on, or more of them; `afresh` begins anew.
    ///
    /// # Errors
    /// `no-such`; when the dossier can't be written.
    pub fn draw_sample(&self, topic: TopicId, afresh: bool) -> Result<Option<Missed>> {
        self.slug_of(topic)?;
        let (known, (undecided, last_decision)) =
            self.read(|reader| Ok((reader.sample(topic)?, reader.undecided_on(topic)?)))?;
        let mut sample = match known.filter(|_| !afresh) {
            Some(known) => known,
            None => Sample {
                seed: self.clock.now().0,
                frame: undecided.len() as u64,
                last_article: undecided.last().copied().unwrap_or(ArticleId(0)),
                last_decision,
                drawn: Vec::new(),
            },
        };
        let mut open: Vec<ArticleId> = undecided
            .into_iter()
            .filter(|id| *id <= sample.last_article && !sample.drawn.contains(id))
            .collect();
        open.sort_by_cached_key(|id| by_chance(sample.seed, *id));
        sample.drawn.extend(open.into_iter().take(DRAWN));
        self.store.derive(|deriver| deriver.set_sample(topic, Some(&sample)))?;
        self.missed(topic)
    }

    /// Gives the sample of a topic up; what was decided on it stays.
    ///
    /// # Errors
    /// When the dossier can't be written.
    pub fn drop_sample(&self, topic: TopicId) -> Result<()> {
        Ok(self.store.derive(|deriver| deriver.set_sample(topic, None))?)
    }
}

/// The order of the draw: by a hash, so that more can be drawn without keeping the rest.
fn by_chance(seed: i64, article: ArticleId) -> [u8; 16] {
    let hash =
        Sha256::new().chain_update(seed.to_le_bytes()).chain_update(article.0.to_le_bytes()).finalize();
    let mut key = [0; 16];
    key.iter_mut().zip(hash).for_each(|(to, from)| *to = from);
    key
}

fn looked_at(sample: &Sample, decided: &[Decided]) -> Missed {
    let verdicts: BTreeMap<ArticleId, bool> = decided.iter().map(|one| (one.article, one.yes)).collect();
    let verdict = |id: &ArticleId| verdicts.get(id).copied();
    let looked = sample.drawn.iter().filter(|id| verdict(id).is_some()).count();
    let hits = sample.drawn.iter().filter(|id| verdict(id) == Some(true)).count();
    let found = decided.iter().filter(|one| one.yes).count() as u64;
    // Found otherwise meanwhile, among those the sample was drawn of.
    let otherwise = decided.iter().filter(|one| {
        one.yes
            && one.id > sample.last_decision
            && one.article <= sample.last_article
            && !sample.drawn.contains(&one.article)
    });
    let otherwise = otherwise.count() as u64;
    Missed {
        frame: sample.frame,
        drawn: sample.drawn.len(),
        looked,
        hits,
        next: sample.drawn.iter().copied().filter(|id| verdict(id).is_none()).collect(),
        estimate: (looked > 0)
            .then(|| estimate(sample.frame.max(looked as u64), looked as u64, hits as u64, found, otherwise)),
    }
}

fn estimate(frame: u64, looked: u64, hits: u64, found: u64, otherwise: u64) -> Estimate {
    let known = hits + otherwise;
    let (low, high) = bounds(frame, looked, hits, SURE);
    let between = (low.saturating_sub(known), high.saturating_sub(known));
    let missed = (frame as f64 * hits as f64 / looked as f64 - known as f64).max(0.0);
    let recall = |missed: f64| if missed <= 0.0 { 1.0 } else { found as f64 / (found as f64 + missed) };
    let at_least = |looked: u64| {
        let (_, high) = bounds(frame, looked, hits, SURE);
        recall(high.saturating_sub(known) as f64)
    };
    let is_enough = |looked: u64| at_least(looked) >= ENOUGH;
    let enough = is_enough(looked) || looked == frame;
    let needed = (!enough && is_enough(frame)).then(|| {
        let (mut low, mut high) = (looked, frame);
        while low + 1 < high {
            let middle = low + (high - low) / 2;
            if is_enough(middle) { high = middle } else { low = middle }
        }
        high - looked
    });
    Estimate {
        found,
        missed,
        missed_between: between,
        recall: recall(missed),
        recall_between: (recall(between.1 as f64), recall(between.0 as f64)),
        enough,
        needed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_without_hits_bounds_what_is_missed_and_says_how_much_more_to_look_at() {
        let first = estimate(240, 30, 0, 20, 0);
        assert_eq!((first.missed, first.recall, first.missed_between.0), (0.0, 1.0, 0));
        assert!(first.missed_between.1 > 15 && !first.enough, "{first:?}");
        let later = estimate(240, 30 + first.needed.unwrap_or_default(), 0, 20, 0);
        assert!(later.enough && later.recall_between.0 >= 0.9, "{later:?}");
        let before = estimate(240, 29 + first.needed.unwrap_or_default(), 0, 20, 0);
        assert!(!before.enough, "{before:?}");
    }

    #[test]
    fn what_was_found_otherwise_is_not_missed_and_all_looked_at_is_enough() {
        let without = estimate(100, 50, 5, 15, 0);
        let with = estimate(100, 50, 5, 18, 3);
        assert!((without.missed - 5.0).abs() < 1e-9 && (with.missed - 2.0).abs() < 1e-9);
        assert!(with.recall > without.recall);
        let all = estimate(60, 60, 6, 6, 0);
        assert_eq!((all.enough, all.missed_between, all.recall), (true, (0, 0), 1.0));
    }
}
