//! What the decisions on proposals teach: how much each cue counts, and the words of passages that were accepted or rejected.
//!
//! A function of the decisions in force and the passages, as with topics: never going on from where it stood.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError};

use chancery_model::{ArticleId, ProposalVerdict, TopicId};
use chancery_store::ProposalDecision;
use chancery_text::cues::{CUES, Cue, Sort, weigh};
use chancery_text::learn::{Learner, Scorer};

use super::gather::{Gathered, Passage};
use crate::learning::{OF_EACH, together, weight};
use crate::{Desk, Result};

/// A cue and what decisions made of it.
#[derive(Clone, Debug, PartialEq)]
pub struct CueLearning {
    /// Which.
    pub id: &'static str,
    /// What it speaks of.
    pub sort: Sort,
    /// What it counts.
    pub weight: f64,
    /// What it counted before anything was decided.
    pub usual: f64,
    /// Proposals with it that were accepted or merged.
    pub yes: u32,
    /// Those rejected.
    pub no: u32,
}

/// How surely passages are scored now.
pub(super) struct Weights {
    cues: BTreeMap<&'static str, CueLearning>,
    words: Option<(Scorer, f64)>,
}

/// How sure a passage is: by cues, by what was learned of its words, and both as one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fit {
    pub(super) score: f64,
    pub(super) rules: f64,
    pub(super) learned: Option<f64>,
}

/// There is one thing to learn: whether a passage is worth proposing.
const WORTH: TopicId = TopicId(0);

impl Weights {
    pub(super) fn of(gathered: &Gathered, decisions: &[ProposalDecision]) -> Self {
        let mut cues: BTreeMap<&'static str, CueLearning> =
            CUES.iter().map(|cue| (cue.id, untaught(cue))).collect();
        let mut learner = Learner::new();
        let (mut yes, mut no) = (0, 0);
        for decision in decisions {
            let first = decision.passages.first();
            let Some(passage) = first.and_then(|(article, span)| gathered.at(*article, *span)) else {
                continue;
            };
            let good = decision.verdict != ProposalVerdict::Rejected;
            *(if good { &mut yes } else { &mut no }) += 1;
            for cue in &passage.cues {
                if let Some(learning) = cues.get_mut(cue.id) {
                    *(if good { &mut learning.yes } else { &mut learning.no }) += 1;
                }
            }
            // A decision has one passage it is learned from, and by its id a place of its own.
            learner.note(WORTH, ArticleId(decision.id.0), || passage.stems.clone(), Some(good));
        }
        for learning in cues.values_mut() {
            learning.weight = taught(learning);
        }
        let words = (yes >= OF_EACH && no >= OF_EACH).then(|| {
            learner.settle();
            (learner.scorer(&[WORTH]), weight(yes + no, true))
        });
        Self { cues, words }
    }

    pub(super) fn cue(&self, cue: &'static Cue) -> CueLearning {
        self.cues.get(cue.id).cloned().unwrap_or_else(|| untaught(cue))
    }

    pub(super) fn cues(&self) -> impl Iterator<Item = &CueLearning> {
        self.cues.values()
    }

    pub(super) fn fit(&self, passage: &Passage) -> Fit {
        let weights = passage.cues.iter().map(|cue| (*cue, self.cue_weight(cue)));
        let rules = weigh(weights, &passage.row.passage.date);
        let scored = self.words.as_ref().and_then(|(scorer, weight)| {
            Some((scorer.score(&passage.stems).into_iter().next()?.probability, *weight))
        });
        let learned = scored.map(|(learned, _)| learned);
        let score = together(rules, learned, scored.map_or(0.0, |(_, weight)| weight));
        // Without a deed and a matter nothing is proposed, whatever its words.
        Fit { score: if rules > 0.0 { score } else { 0.0 }, rules, learned }
    }

    fn cue_weight(&self, cue: &'static Cue) -> f64 {
        self.cues.get(cue.id).map_or(cue.weight, |learning| learning.weight)
    }
}

fn untaught(cue: &Cue) -> CueLearning {
    CueLearning { id: cue.id, sort: cue.sort, weight: cue.weight, usual: cue.weight, yes: 0, no: 0 }
}

/// The usual weight times twice the share of yes, as if four more of either side had been decided; a doubt stays what it is.
fn taught(learning: &CueLearning) -> f64 {
    if learning.sort == Sort::Doubt {
        return learning.usual;
    }
    let (yes, no) = (f64::from(learning.yes), f64::from(learning.no));
    (learning.usual * 2.0 * (yes + 4.0) / (yes + no + 8.0)).min(0.9)
}

impl Desk {
    /// How passages are scored by the decisions in force.
    pub(super) fn weights(
        &self,
        gathered: &Arc<Gathered>,
        decisions: &[ProposalDecision],
    ) -> Result<Arc<Weights>> {
        let mut kept = self.proposing.weights.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((of, by, weights)) = &*kept
            && Arc::ptr_eq(of, gathered)
            && by == decisions
        {
            return Ok(Arc::clone(weights));
        }
        let weights = Arc::new(Weights::of(gathered, decisions));
        *kept = Some((Arc::clone(gathered), decisions.to_vec(), Arc::clone(&weights)));
        Ok(weights)
    }
}
