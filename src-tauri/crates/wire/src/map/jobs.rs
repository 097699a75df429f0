//! Jobs: steps and reports.

use chancery_desk::Step;

use super::count;
use crate::dto::*;

impl JobProgressDto {
    /// A job that has just begun.
    #[must_use]
    pub fn begun(job: u32, kind: &str) -> Self {
        Self {
            job,
            kind: kind.to_owned(),
            import: None,
            done: 0,
            total: 0,
            bytes_done: 0,
            current: String::new(),
            elapsed_ms: 0,
            state: JobStateDto::Running,
            report: None,
            effects: Vec::new(),
            error: None,
            changed: Vec::new(),
        }
    }

    /// Takes over how far the job is.
    pub fn take_step(&mut self, step: &Step<'_>, elapsed_ms: u32) {
        self.done = count(step.done);
        self.total = count(step.total);
        step.current.clone_into(&mut self.current);
        self.import = step.import.map(|id| id.0);
        self.bytes_done = step.bytes;
        self.elapsed_ms = elapsed_ms;
    }
}
