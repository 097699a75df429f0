//! Progress and cancelling of long work: throttled here, checked at the same call.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use chancery_model::ImportId;

/// How far a job is.
#[derive(Clone, Debug, Default)]
pub struct Step<'a> {
    /// Things done.
    pub done: usize,
    /// Things to do; may grow while a folder is still being listed.
    pub total: usize,
    /// The thing at hand.
    pub current: &'a str,
    /// Bytes of the things done, where they are files.
    pub bytes: u64,
    /// The import it is.
    pub import: Option<ImportId>,
}

/// Asks a job to stop; cheap to clone, shared between the job and who may cancel it.
#[derive(Clone, Debug, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// Asks the job to stop at its next step.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether it was asked to stop.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Where a job tells its steps.
pub struct Progress<'a> {
    tell: Box<dyn FnMut(Step<'_>) + Send + 'a>,
    cancel: Cancel,
    /// The least time between two steps that are told.
    every: Duration,
    last: Option<Instant>,
}

/// At most ten steps a second reach the listener.
const EVERY: Duration = Duration::from_millis(100);

impl<'a> Progress<'a> {
    /// Tells steps to `tell`, and stops when `cancel` asks.
    pub fn new(cancel: Cancel, tell: impl FnMut(Step<'_>) + Send + 'a) -> Self {
        Self { tell: Box::new(tell), cancel, every: EVERY, last: None }
    }

    /// Tells every step, however soon it follows: for who must not miss one.
    #[must_use]
    pub fn unthrottled(self) -> Self {
        Self { every: Duration::ZERO, ..self }
    }

    /// Tells nobody and is never cancelled.
    #[must_use]
    pub fn silent() -> Self {
        Self::new(Cancel::default(), |_| {})
    }

    /// What asks the job to stop.
    #[must_use]
    pub fn cancel(&self) -> &Cancel {
        &self.cancel
    }

    /// Tells a step, unless one was told just now, and says whether to go on.
    #[must_use]
    pub fn step(&mut self, step: Step<'_>) -> bool {
        let due = self.last.is_none_or(|last| last.elapsed() >= self.every) || step.done == step.total;
        if due {
            self.last = Some(Instant::now());
            (self.tell)(step);
        }
        !self.cancel.is_cancelled()
    }
}
