//! Learning from decisions: every yes and no on a topic makes its suggestions anew, and undoing takes that back.
//!
//! What a topic has learned is a function of the decisions in force on it, its threshold and the texts: never of the order in which
//! they were made, of other topics, or of what was undone since. So the same decisions give the same suggestions, here and after
//! the dossier is opened again. The suggestions are derived and lie in the dossier; the hash of the decisions they were made by
//! lies beside them, and where it is another than that of the decisions in force, they are made anew ([`Desk::learn`]).

mod chance;
mod follow;
mod keep;
mod lesson;
mod measure;
mod reasons;
mod recall;
mod suggest;
mod together;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chancery_model::{ArticleId, TopicId};

use lesson::Lesson;
pub use measure::{Consequence, Stretch, TopicLearning};
pub use reasons::{Nearby, Suggested, Word};
pub use recall::{Estimate, Missed};
pub(crate) use suggest::Plan;
pub(crate) use together::{OF_EACH, together, weight};

use crate::{Desk, Result};

/// What decisions did to the suggestions that wait.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Effects {
    /// The topics whose suggestions changed.
    pub topics: Vec<Effect>,
    /// Whether more is to be made anew than can be at once: [`Desk::learn`] does it.
    pub later: bool,
}

/// What became of one topic's suggestions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    /// The topic.
    pub topic: TopicId,
    /// Its slug.
    pub slug: String,
    /// Articles it is no longer suggested for.
    pub withdrawn: Vec<ArticleId>,
    /// Articles it is suggested for now.
    pub new: Vec<ArticleId>,
}

/// What learning holds in memory while a dossier is open.
#[derive(Default)]
pub(crate) struct Learning {
    lessons: Mutex<BTreeMap<TopicId, Arc<Lesson>>>,
    /// The codebook by which something is kept of every article, and whether that has the stems.
    kept: Mutex<Option<Kept>>,
    /// Held while suggestions are made anew.
    work: Mutex<()>,
    /// Grows with everything that may change what is learned: work begun before is done again.
    age: AtomicU64,
    /// Whether something is to be made anew by and by.
    waits: AtomicBool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
struct Kept {
    codebook: i64,
    stems: bool,
}

/// Decisions that lessons in memory may rest on, all together: some 30 MB.
const REMEMBERED: usize = 20_000;

impl Learning {
    fn lessons(&self) -> MutexGuard<'_, BTreeMap<TopicId, Arc<Lesson>>> {
        self.lessons.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn kept(&self) -> MutexGuard<'_, Option<Kept>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is learned may be another: work begun before is done again.
    pub(crate) fn grow_older(&self) {
        self.age.fetch_add(1, Ordering::SeqCst);
    }

    /// Something is to be made anew by and by.
    pub(crate) fn wait(&self) {
        self.grow_older();
        self.waits.store(true, Ordering::SeqCst);
    }

    fn remember(&self, topic: TopicId, lesson: &Arc<Lesson>) {
        let mut lessons = self.lessons();
        lessons.insert(topic, Arc::clone(lesson));
        while lessons.len() > 1 && lessons.values().map(|one| one.decided()).sum::<usize>() > REMEMBERED {
            let Some(other) = lessons.keys().copied().find(|other| *other != topic) else { break };
            lessons.remove(&other);
        }
    }
}

impl Desk {
    /// Held while suggestions are made anew, by whatever reason.
    pub(crate) fn suggesting(&self) -> MutexGuard<'_, ()> {
        self.learning.work.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Follows articles that came in.
    pub(crate) fn articles_came_in(&self) {
        *self.learning.kept() = None;
        self.proposing.articles_changed();
        self.follow_decisions(None);
    }

    /// Forgets what is kept of articles whose words are no longer what they were.
    pub(crate) fn words_changed(&self, articles: &[ArticleId]) -> Result<()> {
        *self.learning.kept() = None;
        self.store.derive(|deriver| deriver.forget_features(articles))?;
        self.forget_dated(articles)
    }
}
