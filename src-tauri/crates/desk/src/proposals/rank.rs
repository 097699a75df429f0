//! Which proposals there are now, and how sure: without what is evidence already, and without what was rejected.

use std::collections::{HashMap, HashSet};

use chancery_model::{ArticleId, MilestoneId, ProposalVerdict, Span};
use chancery_store::ProposalDecision;

use super::gather::{Gathered, REPRINTED};
use super::weights::{Fit, Weights};

/// A group that is proposed.
pub(super) struct Ranked {
    /// Places of the passages nobody has used yet, the earliest first.
    pub(super) open: Vec<usize>,
    /// The surest of them.
    pub(super) best: usize,
    pub(super) fit: Fit,
    /// The milestone another passage of the group is evidence of.
    pub(super) told: Option<MilestoneId>,
    pub(super) skipped: bool,
}

/// From this score on it is shown: what is less sure costs more time than it saves.
pub(super) const SHOWN_FROM: f64 = 0.6;

/// What became of a passage.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    Rejected,
    Taken(Option<MilestoneId>),
}

/// Passages that were decided on or are evidence, by article.
pub(super) struct Used(HashMap<ArticleId, Vec<(Span, Use)>>);

impl Used {
    pub(super) fn of(
        decisions: &[ProposalDecision],
        evidence: impl Iterator<Item = (ArticleId, Span, MilestoneId)>,
    ) -> Self {
        let mut used: HashMap<ArticleId, Vec<(Span, Use)>> = HashMap::new();
        for decision in decisions {
            let by = match decision.verdict {
                ProposalVerdict::Rejected => Use::Rejected,
                _ => Use::Taken(decision.milestone),
            };
            for &(article, span) in &decision.passages {
                used.entry(article).or_default().push((span, by));
            }
        }
        for (article, span, milestone) in evidence {
            used.entry(article).or_default().push((span, Use::Taken(Some(milestone))));
        }
        Self(used)
    }

    fn of_passage(&self, article: ArticleId, span: Span) -> Option<Use> {
        let there = self.0.get(&article)?.iter().filter(|(used, _)| used.overlaps(&span));
        there.map(|(_, by)| *by).max_by_key(|by| *by == Use::Rejected)
    }
}

/// What is proposed, the surest first.
pub(super) fn ranked(gathered: &Gathered, weights: &Weights, used: &Used) -> Vec<Ranked> {
    let put_off = gathered.skipped();
    let of = |group: &Vec<usize>| {
        let mut one = proposed(gathered, weights, used, group)?;
        let passages = one.open.iter().filter_map(|place| gathered.passages.get(*place));
        one.skipped = passages.into_iter().any(|passage| put_off.contains(&passage.row.id));
        Some(one)
    };
    let mut ranked: Vec<Ranked> = gathered.groups.iter().filter_map(of).collect();
    ranked.sort_by(|one, other| {
        let order = one.skipped.cmp(&other.skipped).then(other.fit.score.total_cmp(&one.fit.score));
        order.then(one.best.cmp(&other.best))
    });
    ranked
}

fn proposed(gathered: &Gathered, weights: &Weights, used: &Used, group: &[usize]) -> Option<Ranked> {
    let members: Vec<_> = group
        .iter()
        .filter_map(|&place| {
            let passage = gathered.passages.get(place)?;
            Some((place, passage, used.of_passage(passage.row.article, passage.row.passage.span)))
        })
        .collect();
    if members.iter().any(|(.., by)| *by == Some(Use::Rejected)) {
        return None;
    }
    let taken: Vec<_> =
        members.iter().filter(|(.., by)| by.is_some()).map(|(_, passage, _)| *passage).collect();
    let told = members.iter().find_map(|(.., by)| match by {
        Some(Use::Taken(milestone)) => *milestone,
        _ => None,
    });
    // A reprint of what is evidence tells nothing new.
    let is_reprint = |of: &super::gather::Passage| {
        taken.iter().any(|one| {
            let one_story = one.row.story.is_some() && one.row.story == of.row.story;
            one_story || one.stems.likeness(&of.stems) >= REPRINTED
        })
    };
    let open: Vec<_> = members
        .iter()
        .filter(|(_, passage, by)| by.is_none() && !is_reprint(passage))
        .map(|(place, passage, _)| (*place, *passage, weights.fit(passage)))
        .collect();
    let (best, _, mut fit) = *open.iter().max_by(|one, other| {
        // Of equals the first.
        one.2.score.total_cmp(&other.2.score).then(other.0.cmp(&one.0))
    })?;
    let stories: HashSet<ArticleId> =
        open.iter().map(|(_, passage, _)| passage.row.story.unwrap_or(passage.row.article)).collect();
    // Told by several, each for itself, it is surer.
    let others = i32::try_from(stories.len().saturating_sub(1)).unwrap_or(i32::MAX);
    fit.score = if fit.score > 0.0 { 1.0 - (1.0 - fit.score) * 0.9_f64.powi(others.min(10)) } else { 0.0 };
    (fit.score >= SHOWN_FROM).then(|| Ranked {
        skipped: false,
        open: open.iter().map(|(place, ..)| *place).collect(),
        best,
        fit,
        told,
    })
}
