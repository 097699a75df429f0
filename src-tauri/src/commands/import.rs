//! Imports as jobs: begun by one command, told by events, cancelled by another. The watched folder's are jobs like any other.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use chancery_desk::{Desk, DeskError, ImportReport, Progress, Step};
use chancery_model::ImportId;
use chancery_wire::dto::{
    ChangedDto, ErrorDto, ImportArgs, ImportIdArgs, ImportReportDto, JobDto, JobProgressDto, JobStateDto,
    NothingDto, PasteArgs, RetryArgs,
};
use serde_json::Value;
use tauri::{AppHandle, Emitter as _};

use crate::state::Shell;

pub(super) fn answer(
    app: &AppHandle,
    shell: &Arc<Shell>,
    command: &str,
    args: &Value,
) -> Option<Result<Value, ErrorDto>> {
    let begin = |asked: Asked| {
        let desk = shell.desk()?;
        let (app, shell) = (app.clone(), Arc::clone(shell));
        let (job, cancel) = shell.jobs.begin();
        tokio::task::spawn_blocking(move || run(&app, &shell, &desk, job, cancel, &asked));
        Ok(JobDto { job })
    };
    Some(match command {
        "import_start" => chancery_wire::run(args, |args: ImportArgs| {
            begin(Asked::Paths(args.paths.into_iter().map(PathBuf::from).collect()))
        }),
        "import_paste" => chancery_wire::run(args, |args: PasteArgs| begin(Asked::Paste(args))),
        "import_resume" => {
            chancery_wire::run(args, |args: ImportIdArgs| begin(Asked::Resume(ImportId(args.import))))
        }
        "import_retry" => chancery_wire::run(args, |args: RetryArgs| begin(Asked::Retry(args))),
        "job_cancel" => chancery_wire::run(args, |args: JobDto| {
            shell.jobs.cancel(args.job);
            Ok(NothingDto {})
        }),
        _ => return None,
    })
}

/// What is to be imported.
pub(crate) enum Asked {
    Paths(Vec<PathBuf>),
    Paste(PasteArgs),
    Resume(ImportId),
    Retry(RetryArgs),
}

impl Asked {
    fn import(&self, desk: &Desk, progress: &mut Progress<'_>) -> Result<ImportReport, DeskError> {
        match self {
            Self::Paths(paths) => desk.import(paths, progress),
            Self::Paste(pasted) => desk.import_pasted(pasted.html.as_deref(), &pasted.text, progress),
            Self::Resume(import) => desk.resume_import(*import, progress),
            Self::Retry(args) => desk.retry_import(ImportId(args.import), args.paths.as_deref(), progress),
        }
    }
}

/// Runs an import to its end and tells the window of it.
pub(crate) fn run(
    app: &AppHandle,
    shell: &Shell,
    desk: &Desk,
    job: u32,
    cancel: chancery_desk::Cancel,
    asked: &Asked,
) {
    let began = Instant::now();
    let elapsed = move || u32::try_from(began.elapsed().as_millis()).unwrap_or(u32::MAX);
    let mut last = JobProgressDto::begun(job, "import");
    let tell = |step: Step<'_>| {
        let is_new = last.import.is_none() && step.import.is_some();
        last.take_step(&step, elapsed());
        // The list of imports has a line more.
        last.changed = if is_new { vec![ChangedDto::Imports] } else { Vec::new() };
        // A window that is closing hears nothing; the import goes on to its end.
        let _ = app.emit("job", &last);
    };
    let mut progress = Progress::new(cancel, tell);
    let outcome = asked.import(desk, &mut progress);
    drop(progress);
    last.elapsed_ms = elapsed();
    match outcome {
        Ok(report) => {
            last.state = if report.cancelled { JobStateDto::Cancelled } else { JobStateDto::Finished };
            last.import = Some(report.import.0);
            last.report = Some(ImportReportDto::from(&report));
        }
        Err(error) => {
            last.state = JobStateDto::Failed;
            last.error = Some(ErrorDto::from(&error));
        }
    }
    // What came in before it failed is in.
    last.changed = vec![
        ChangedDto::Articles,
        ChangedDto::Tags,
        ChangedDto::Outlets,
        ChangedDto::Imports,
        ChangedDto::Operations,
    ];
    shell.jobs.end(job);
    let _ = app.emit("job", &last);
}
