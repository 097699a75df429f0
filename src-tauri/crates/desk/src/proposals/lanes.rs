//! On which lane a passage belongs: that of the milestones about the same topics, else of its kind.

use std::collections::BTreeMap;
use std::sync::Arc;

use chancery_model::{Language, MilestoneKind};
use chancery_store::{Lane, MilestoneRow};
use chancery_text::Matcher;

/// Milestones looked at: enough to know what a lane is about.
const LOOKED_AT: usize = 400;

/// What lanes are about.
pub(super) struct Lanes {
    matcher: Arc<Matcher>,
    by_topic: BTreeMap<String, BTreeMap<String, f64>>,
    by_kind: BTreeMap<MilestoneKind, BTreeMap<String, f64>>,
    first: String,
}

impl Lanes {
    pub(super) fn of(lanes: &[Lane], milestones: &[MilestoneRow], matcher: Arc<Matcher>) -> Self {
        let mut by_topic: BTreeMap<String, BTreeMap<String, f64>> = BTreeMap::new();
        let mut by_kind: BTreeMap<MilestoneKind, BTreeMap<String, f64>> = BTreeMap::new();
        for row in milestones.iter().rev().take(LOOKED_AT) {
            let Some(lane) = &row.milestone.lane else { continue };
            *by_kind.entry(row.milestone.kind).or_default().entry(lane.clone()).or_default() += 1.0;
            for (topic, score) in topics(&matcher, &row.milestone.title.en, Language::En) {
                *by_topic.entry(topic).or_default().entry(lane.clone()).or_default() += score;
            }
        }
        let first = lanes.first().map(|lane| lane.slug.clone()).unwrap_or_default();
        Self { matcher, by_topic, by_kind, first }
    }

    /// The lane of a sentence; empty where the dossier has none.
    pub(super) fn lane(&self, sentence: &str, language: Option<Language>, kind: MilestoneKind) -> String {
        let mut votes: BTreeMap<&str, f64> = BTreeMap::new();
        for (topic, score) in topics(&self.matcher, sentence, language.unwrap_or(Language::En)) {
            let Some(lanes) = self.by_topic.get(&topic) else { continue };
            let all: f64 = lanes.values().sum();
            for (lane, count) in lanes {
                *votes.entry(lane).or_default() += score * count / all;
            }
        }
        for (lane, count) in self.by_kind.get(&kind).into_iter().flatten() {
            // Topics have the word, kinds decide between equals.
            *votes.entry(lane).or_default() += 0.1 * count / LOOKED_AT as f64;
        }
        let most = votes.into_iter().max_by(|one, other| one.1.total_cmp(&other.1));
        most.map_or_else(|| self.first.clone(), |(lane, _)| lane.to_owned())
    }
}

fn topics(matcher: &Matcher, text: &str, language: Language) -> impl Iterator<Item = (String, f64)> {
    let weighed = matcher.weigh("", text, &[], Some(language));
    weighed.into_iter().map(|one| (one.suggestion.topic, one.suggestion.score))
}
