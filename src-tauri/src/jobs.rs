//! Long work the window can leave and cancel: each job has a number, and tells its steps as the event `job`.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, PoisonError};

use chancery_desk::Cancel;

/// The jobs that run.
#[derive(Default)]
pub(crate) struct Jobs {
    next: AtomicU32,
    running: Mutex<HashMap<u32, Cancel>>,
}

impl Jobs {
    /// Begins a job and hands out its number and what cancels it.
    pub(crate) fn begin(&self) -> (u32, Cancel) {
        let job = self.next.fetch_add(1, Ordering::Relaxed) + 1;
        let cancel = Cancel::default();
        self.running.lock().unwrap_or_else(PoisonError::into_inner).insert(job, cancel.clone());
        (job, cancel)
    }

    /// Asks a job to stop; a job that has ended is left alone.
    pub(crate) fn cancel(&self, job: u32) {
        if let Some(cancel) = self.running.lock().unwrap_or_else(PoisonError::into_inner).get(&job) {
            cancel.cancel();
        }
    }

    /// Whether a job runs.
    pub(crate) fn any(&self) -> bool {
        !self.running.lock().unwrap_or_else(PoisonError::into_inner).is_empty()
    }

    /// Asks every job to stop: the dossier is about to change.
    pub(crate) fn cancel_all(&self) {
        self.running.lock().unwrap_or_else(PoisonError::into_inner).values().for_each(Cancel::cancel);
    }

    /// Forgets a job that has ended.
    pub(crate) fn end(&self, job: u32) {
        self.running.lock().unwrap_or_else(PoisonError::into_inner).remove(&job);
    }
}
