//! Jobs: steps and reports.

use chancery_desk::{FileReport, ImportReport, Outcome, Step};

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
        let of = |wanted: OutcomeDto| {
            count(report.files.iter().filter(|file| ImportedFileDto::from(*file).outcome == wanted).count())
        };
        Self {
            import: 0,
            operation: report.operation.map(|id| id.0),
            counts: ImportCountsDto {
                imported: of(OutcomeDto::Imported),
                copies: of(OutcomeDto::Duplicate),
                reprints: of(OutcomeDto::Reprint),
                needs_a_look: of(OutcomeDto::NeedsALook),
                refused: of(OutcomeDto::Refused),
            },
        }
    }
}

impl From<&FileReport> for ImportedFileDto {
    fn from(file: &FileReport) -> Self {
        let (outcome, article, code, detail) = match &file.outcome {
            Outcome::Imported(id) => (OutcomeDto::Imported, Some(id.0), None, None),
            Outcome::NeedsALook(id) => (OutcomeDto::NeedsALook, Some(id.0), None, None),
            Outcome::Duplicate(id) => (OutcomeDto::Duplicate, Some(id.0), None, None),
            Outcome::Refused { code, detail } => {
                (OutcomeDto::Refused, None, Some((*code).to_owned()), Some(detail.clone()))
            }
        };
        let path = file.path.display().to_string();
        Self { path, outcome, article, title: None, code, detail, notes: Vec::new() }
    }
}
