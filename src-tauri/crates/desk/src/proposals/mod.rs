//! Proposals: dated sentences that seem to tell of a milestone, those that tell of the same one taken together, each with its reasons.
//!
//! What is read of an article is derived and lies in the dossier ([`Desk::read_dated`]); which proposals there are and how sure they
//! are follows from that, the register and the decisions in force, and is worked out when it is asked for. So undo brings a
//! proposal back, and what was rejected stays away as long as that holds.

mod alike;
mod decide;
mod gather;
mod lanes;
mod list;
mod rank;
mod read;
mod resemble;
mod selection;
mod weights;

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chancery_model::{DateAnchor, DatedId, Edtf, MilestoneId, Span, Status};
use chancery_store::{ArticleRow, ProposalDecision};

pub use decide::{CueChange, ProposalEffect};
pub use list::{ProposalAsk, ProposalOrder, ProposalPage};
pub use selection::Guessed;
pub use weights::CueLearning;

use crate::MilestoneEntry;
use gather::Gathered;
use list::State;
use weights::Weights;

/// What may be a milestone, evidence of one, or a step on one's ladder.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// By which it is called.
    pub id: DatedId,
    /// 0–1: how sure it is.
    pub score: f64,
    /// Of that, what the cues say.
    pub rules: f64,
    /// What was learned from decisions, where that is heard.
    pub learned: Option<f64>,
    /// The milestone it would make.
    pub entry: MilestoneEntry,
    /// The passages it stands on, one a story, that by which it is called first.
    pub passages: Vec<ProposedPassage>,
    /// The cues of the first passage.
    pub cues: Vec<CueLearning>,
    /// The milestone it is rather evidence of.
    pub resembles: Option<Resembled>,
    /// Whether it was put off.
    pub skipped: bool,
}

/// A passage of a proposal.
#[derive(Clone, Debug, PartialEq)]
pub struct ProposedPassage {
    /// Its article.
    pub row: ArticleRow,
    /// The sentence.
    pub span: Span,
    /// Its words.
    pub exact: String,
    /// Where its date stands.
    pub date_span: Span,
    /// The words of the date.
    pub date_words: String,
    /// What they mean.
    pub date: Edtf,
    /// What that was counted from.
    pub anchor: DateAnchor,
    /// The cues, each with where.
    pub cues: Vec<(String, Span)>,
    /// Copies of the article that tell the same.
    pub copies: usize,
}

/// A milestone a proposal is like.
#[derive(Clone, Debug, PartialEq)]
pub struct Resembled {
    /// Which.
    pub milestone: MilestoneId,
    /// What it is called.
    pub title: String,
    /// Its date.
    pub date: Option<Edtf>,
    /// How much alike, 0–1.
    pub likeness: f64,
    /// Words, names and numbers both have.
    pub shared: Vec<String>,
    /// Whether their dates meet.
    pub same_time: bool,
    /// A passage told by the same words is its evidence already.
    pub told_before: bool,
    /// The step on its ladder the passage speaks of.
    pub status: Option<Status>,
}

/// What proposals hold in memory while a dossier is open.
pub(crate) struct Proposing {
    gathered: Mutex<Option<Arc<Gathered>>>,
    weights: Mutex<Option<Weighed>>,
    /// By the generation of the dossier.
    state: Mutex<Option<(u64, Arc<State>)>>,
    /// Whether there may be articles that are to be read.
    unread: AtomicBool,
    /// Held while articles are read.
    work: Mutex<()>,
}

/// Weights with the passages and decisions they follow from.
type Weighed = (Arc<Gathered>, Vec<ProposalDecision>, Arc<Weights>);

impl Default for Proposing {
    fn default() -> Self {
        // It may have been closed halfway.
        Self {
            gathered: Mutex::default(),
            weights: Mutex::default(),
            state: Mutex::default(),
            unread: AtomicBool::new(true),
            work: Mutex::default(),
        }
    }
}

impl Proposing {
    fn gathered(&self) -> MutexGuard<'_, Option<Arc<Gathered>>> {
        self.gathered.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn state(&self) -> MutexGuard<'_, Option<(u64, Arc<State>)>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What was gathered is gathered anew when it is asked for.
    fn forget(&self) {
        *self.gathered() = None;
        *self.state() = None;
    }

    /// Articles came, went, or have another date.
    pub(crate) fn articles_changed(&self) {
        self.forget();
        self.unread.store(true, Ordering::SeqCst);
    }
}
