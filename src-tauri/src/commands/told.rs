//! Long work that its command answers: its steps are told on the way, as a job that can be cancelled.

use std::sync::Arc;
use std::time::Instant;

use chancery_desk::{Desk, Progress, Step};
use chancery_wire::dto::{
    CodingsTakenDto, DoneDto, ErrorDto, ExportArticlesArgs, JobProgressDto, JobStateDto, PathArgs,
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
    Some(match command {
        "articles_export" => chancery_wire::run(args, |args: ExportArticlesArgs| {
            told(app, shell, "export", Option::is_none, |desk, progress| {
                chancery_wire::export_articles(desk, &args, progress)
            })
        }),
        "codings_import" => chancery_wire::run(args, |args: PathArgs| {
            told(
                app,
                shell,
                "codings",
                |done: &DoneDto<CodingsTakenDto>| done.value.cancelled,
                |desk, progress| chancery_wire::import_codings(desk, &args, progress),
            )
        }),
        _ => return None,
    })
}

fn told<T>(
    app: &AppHandle,
    shell: &Arc<Shell>,
    kind: &str,
    is_cancelled: impl FnOnce(&T) -> bool,
    work: impl FnOnce(&Desk, &mut Progress<'_>) -> Result<T, ErrorDto>,
) -> Result<T, ErrorDto> {
    let desk = shell.desk()?;
    let (job, cancel) = shell.jobs.begin();
    let began = Instant::now();
    let mut last = JobProgressDto::begun(job, kind);
    let mut progress = Progress::new(cancel, |step: Step<'_>| {
        last.take_step(&step, u32::try_from(began.elapsed().as_millis()).unwrap_or(u32::MAX));
        // A window that is closing hears nothing; the work goes on to its end.
        let _ = app.emit("job", &last);
    });
    let outcome = work(&desk, &mut progress);
    drop(progress);
    last.state = match &outcome {
        Ok(done) if is_cancelled(done) => JobStateDto::Cancelled,
        Ok(_) => JobStateDto::Finished,
        Err(_) => JobStateDto::Failed,
    };
    shell.jobs.end(job);
    let _ = app.emit("job", &last);
    outcome
}
