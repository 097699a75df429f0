//! Jobs: steps and reports.

use chancery_desk::{ImportReport, Outcome, Step};

use super::count;
use crate::dto::*;

impl JobProgressDto {
    /// A job that has just begun.
    #[must_use]
    pub fn begun(job: u32, kind: &str) -> Self {
        Self {
            job,
            kind: kind.to_owned(),
            done: 0,
            total: 0,
            current: String::new(),
            elapsed_ms: 0,
            state: JobStateDto::Running,
            report: None,
            error: None,
            changed: Vec::new(),
        }
    }

    /// Takes over how far the job is.
    pub fn take_step(&mut self, step: &Step<'_>, elapsed_ms: u32) {
        self.done = count(step.done);
        self.total = count(step.total);
        step.current.clone_into(&mut self.current);
        self.elapsed_ms = elapsed_ms;
    }
}

impl From<&ImportReport> for ImportReportDto {
    fn from(report: &ImportReport) -> Self {
        Self {
            imported: count(
                report.count(|outcome| matches!(outcome, Outcome::Imported(_) | Outcome::NeedsALook(_))),
            ),
            duplicates: count(report.count(|outcome| matches!(outcome, Outcome::Duplicate(_)))),
            refused: count(report.count(|outcome| matches!(outcome, Outcome::Refused { .. }))),
            needs_a_look: count(report.count(|outcome| matches!(outcome, Outcome::NeedsALook(_)))),
            files: report
                .files
                .iter()
                .map(|file| {
                    let (outcome, article, code, detail) = match &file.outcome {
                        Outcome::Imported(id) => (OutcomeDto::Imported, Some(id.0), None, None),
                        Outcome::NeedsALook(id) => (OutcomeDto::NeedsALook, Some(id.0), None, None),
                        Outcome::Duplicate(id) => (OutcomeDto::Duplicate, Some(id.0), None, None),
                        Outcome::Refused { code, detail } => {
                            (OutcomeDto::Refused, None, Some((*code).to_owned()), Some(detail.clone()))
                        }
                    };
                    ImportedFileDto { path: file.path.display().to_string(), outcome, article, code, detail }
                })
                .collect(),
            operation: report.operation.map(|id| id.0),
        }
    }
}
