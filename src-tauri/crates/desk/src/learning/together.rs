//! How what the rules say and what was learned are told as one score.

use chancery_store::LearnedBy;

/// Decisions after which what was learned counts as much as the rules.
const EVEN: f64 = 10.0;

/// Of each side so many decisions must be there before what was learned is heard.
pub(crate) const OF_EACH: usize = 2;

/// How much what was learned from `decisions` counts beside the rules: n / (n + 10), so a quarter after the fourth, half after ten, nine
/// tenths after ninety. Where a topic has no terms there is nothing else to hear.
pub(crate) fn weight(decisions: usize, has_terms: bool) -> f64 {
    if has_terms { decisions as f64 / (decisions as f64 + EVEN) } else { 1.0 }
}

/// The score: (1 − w) · rules + w · learned.
pub(crate) fn together(rules: f64, learned: Option<f64>, weight: f64) -> f64 {
    learned.map_or(rules, |learned| (1.0 - weight) * rules + weight * learned)
}

/// Whether a score reaches a threshold, give or take what adding in another order makes of it.
pub(crate) fn reaches(score: f64, threshold: f64) -> bool {
    score >= threshold - 1e-9
}

/// Another way of learning or of telling both as one.
const VERSION: u32 = 1;

/// What suggestions are made by, hashed: decisions and threshold, and how it is done.
pub(super) fn learned_by(
    decisions: impl Iterator<Item = (i64, bool)>,
    threshold: f64,
    has_terms: bool,
) -> LearnedBy {
    use sha2::{Digest as _, Sha256};
    let mut hash = Sha256::new();
    hash.update(VERSION.to_le_bytes());
    hash.update(chancery_text::ANALYSIS_VERSION.to_le_bytes());
    hash.update(threshold.to_le_bytes());
    hash.update([u8::from(has_terms)]);
    let mut number = 0_usize;
    for (article, yes) in decisions {
        hash.update(article.to_le_bytes());
        hash.update([u8::from(yes)]);
        number += 1;
    }
    LearnedBy {
        stamp: stamp_of(hash),
        decisions: u32::try_from(number).unwrap_or(u32::MAX),
        weight: weight(number, has_terms),
    }
}

/// Eight bytes of a hash; never 0, which stands for suggestions that are being made.
pub(super) fn stamp_of(hash: sha2::Sha256) -> i64 {
    use sha2::Digest as _;
    let stamp = hash.finalize().iter().take(8).fold(0_i64, |all, &byte| (all << 8) | i64::from(byte));
    if stamp == 0 { 1 } else { stamp }
}

/// Says that the suggestions of a topic are being made.
pub(super) const BEING_MADE: LearnedBy = LearnedBy { stamp: 0, decisions: 0, weight: 0.0 };
