//! Keeps suggestions in step with the decisions: at once where that is a moment's work, else by and by.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::TryLockError;
use std::sync::atomic::Ordering;

use chancery_model::{ArticleId, TopicId};
use chancery_store::LearnedBy;
use chancery_text::ANALYSIS_VERSION;

use super::keep::{Reading, codebook_of};
use super::{Effect, Effects, lesson::Subject};
use crate::{Desk, Progress, Result};

/// What work may cost and still be done before a decision is answered.
const AT_ONCE_MS: f64 = 120.0;
/// What reading a text costs, scoring what is kept of an article, and learning from a decision.
const TEXT_MS: f64 = 0.5;
const KEPT_MS: f64 = 0.008;
const DECISION_MS: f64 = 0.03;

impl Desk {
    /// Follows what was just done to decisions or articles, on one topic or on any. That is derived work: where it fails, what was
    /// done stays done, and [`Desk::learn`] is to try again.
    pub(crate) fn follow_decisions(&self, only: Option<TopicId>) -> Effects {
        self.learning.grow_older();
        let later = Effects { topics: Vec::new(), later: true };
        let followed = match self.at_once(only) {
            // What waits is done together, in its own time.
            Ok(true) if self.learning_waits() => Ok(None),
            Ok(true) => match self.learning.work.try_lock() {
                Ok(_working) => self.make_anew(&mut Progress::silent()),
                Err(TryLockError::Poisoned(_) | TryLockError::WouldBlock) => Ok(None),
            },
            Ok(false) => Ok(None),
            Err(error) => Err(error),
        };
        match followed {
            Ok(Some(topics)) => Effects { topics, later: false },
            Ok(None) | Err(_) => {
                self.learning.waits.store(true, Ordering::SeqCst);
                later
            }
        }
    }

    /// Follows another threshold of a topic: at once where something is kept of all articles and they are few.
    pub(super) fn follow_threshold(&self, topic: TopicId) -> Effects {
        let later = Effects { topics: Vec::new(), later: true };
        let few = self
            .read(|reader| reader.count_articles())
            .is_ok_and(|articles| articles as f64 * KEPT_MS <= AT_ONCE_MS);
        if !few || self.learning_waits() {
            return later;
        }
        let made = self.waiting(topic).and_then(|before| {
            let made = self.suggest_anew(&mut Progress::silent())?;
            self.learn(&mut Progress::silent())?;
            Ok((before, made))
        });
        let Ok((before, _)) = made else { return later };
        let effects = self.effects([(topic, before)].into());
        effects.map_or(later, |topics| Effects { topics, later: false })
    }

    /// Whether suggestions are to be made anew by and by.
    pub(crate) fn learning_waits(&self) -> bool {
        self.learning.waits.load(Ordering::SeqCst)
    }

    /// Makes anew what waits for it, and tells what came of it. Decisions made meanwhile are heard, too; cancelled, it leaves the rest
    /// for the next time.
    ///
    /// # Errors
    /// When the dossier can't be read or written.
    pub fn learn(&self, progress: &mut Progress<'_>) -> Result<Vec<Effect>> {
        let _working = self.suggesting();
        self.learning.waits.store(false, Ordering::SeqCst);
        let made = self.make_anew(progress);
        if !matches!(made, Ok(Some(_))) {
            self.learning.waits.store(true, Ordering::SeqCst);
        }
        Ok(made?.unwrap_or_default())
    }

    /// Finds out whether suggestions are behind the decisions, as after a crash or an update.
    pub(crate) fn look_for_learning(&self) -> Result<()> {
        let learned_by = self.read(|reader| reader.learned_by())?;
        if stale_decisions(&self.subjects(None)?, &learned_by) > 0 {
            self.learning.waits.store(true, Ordering::SeqCst);
        }
        Ok(())
    }

    /// Whether what is to be made anew is little enough.
    fn at_once(&self, only: Option<TopicId>) -> Result<bool> {
        if self.store.is_read_only() {
            return Ok(false);
        }
        let (stale, missing) = self.behind(only)?;
        let articles = self.read(|reader| reader.count_articles())? as f64;
        let cost =
            missing as f64 * TEXT_MS + articles * KEPT_MS * stale.min(1) as f64 + stale as f64 * DECISION_MS;
        Ok(cost <= AT_ONCE_MS)
    }

    /// How many decisions the topics have that are behind them, and how many articles are to be read for it, up to some hundred.
    fn behind(&self, only: Option<TopicId>) -> Result<(usize, usize)> {
        let subjects = self.subjects(only)?;
        let learned_by = self.read(|reader| reader.learned_by())?;
        let stale = stale_decisions(&subjects, &learned_by);
        let speaks = !learned_by.is_empty() || subjects.iter().any(|subject| subject.by().is_some());
        if !speaks || self.learning.kept().is_some() {
            return Ok((stale, 0));
        }
        let codebook = codebook_of(&self.read(|reader| reader.topics())?);
        let missing =
            self.read(|reader| reader.without_features(codebook, Some(ANALYSIS_VERSION), ArticleId(0), 400))?;
        Ok((stale, missing.len()))
    }

    /// Makes suggestions anew until none is behind; `None` where it was cancelled.
    fn make_anew(&self, progress: &mut Progress<'_>) -> Result<Option<Vec<Effect>>> {
        let mut before: BTreeMap<TopicId, BTreeSet<ArticleId>> = BTreeMap::new();
        loop {
            let age = self.learning.age.load(Ordering::SeqCst);
            let superseded = || self.learning.age.load(Ordering::SeqCst) != age;
            if !self.make_once(&mut before, &superseded, progress)? {
                return Ok(None);
            }
            if !superseded() {
                return self.effects(before).map(Some);
            }
        }
    }

    /// One round; whether it was not cancelled. What came between is for the next round.
    fn make_once(
        &self,
        before: &mut BTreeMap<TopicId, BTreeSet<ArticleId>>,
        superseded: &dyn Fn() -> bool,
        progress: &mut Progress<'_>,
    ) -> Result<bool> {
        let topics = self.read(|reader| reader.topics())?;
        let subjects = self.subjects(None)?;
        let learned_by = self.read(|reader| reader.learned_by())?;
        let speaks = subjects.iter().any(|subject| subject.by().is_some());
        if !speaks && learned_by.is_empty() {
            return Ok(true);
        }
        let is_stale = |subject: &&Subject| is_behind(subject, &learned_by);
        for subject in subjects.iter().filter(is_stale) {
            if let Entry::Vacant(unknown) = before.entry(subject.id) {
                unknown.insert(self.waiting(subject.id)?);
            }
        }
        let matcher = self.matcher()?;
        let plans = self.plans(subjects.iter())?;
        let ids = topics.iter().map(|row| (row.topic.slug.clone(), row.id)).collect();
        let reading = Reading {
            codebook: codebook_of(&topics),
            stems: speaks,
            matcher: &matcher,
            ids: &ids,
            plans: &plans,
        };
        if !self.keep_features(&reading, progress)? {
            return Ok(false);
        }
        let stale = plans.into_iter().zip(&subjects).filter(|(_, subject)| is_stale(subject));
        let stale: Vec<_> = stale.map(|(plan, _)| plan).collect();
        let stopped = || superseded() || progress.cancel().is_cancelled();
        Ok(stale.is_empty()
            || self.suggest_by(&stale, &matcher, &stopped)?
            || !progress.cancel().is_cancelled())
    }

    fn effects(&self, before: BTreeMap<TopicId, BTreeSet<ArticleId>>) -> Result<Vec<Effect>> {
        let subjects = self.subjects(None)?;
        let mut effects = Vec::new();
        for (topic, before) in before {
            let Some(subject) = subjects.iter().find(|subject| subject.id == topic) else { continue };
            let after = self.waiting(topic)?;
            let only_in = |one: &BTreeSet<ArticleId>, other: &BTreeSet<ArticleId>| {
                one.difference(other).copied().collect::<Vec<_>>()
            };
            let (withdrawn, new) = (only_in(&before, &after), only_in(&after, &before));
            if !(withdrawn.is_empty() && new.is_empty()) {
                effects.push(Effect { topic, slug: subject.slug.clone(), withdrawn, new });
            }
        }
        Ok(effects)
    }
}

/// Whether a topic's suggestions were made by other decisions than those in force.
fn is_behind(subject: &Subject, learned_by: &BTreeMap<TopicId, LearnedBy>) -> bool {
    subject.by().map(|by| by.stamp) != learned_by.get(&subject.id).map(|by| by.stamp)
}

/// How many decisions the topics have that are behind them.
fn stale_decisions(subjects: &[Subject], learned_by: &BTreeMap<TopicId, LearnedBy>) -> usize {
    let stale = subjects.iter().filter(|subject| is_behind(subject, learned_by));
    stale.map(|subject| subject.decided.len().max(1)).sum()
}
