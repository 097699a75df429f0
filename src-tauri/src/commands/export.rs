//! Articles written to a file: answered when the file is there, and told on the way as a job that can be cancelled.

use std::sync::Arc;
use std::time::Instant;

use chancery_desk::{Progress, Step};
use chancery_wire::dto::{ErrorDto, ExportArticlesArgs, JobProgressDto, JobStateDto};
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
            let desk = shell.desk()?;
            let (job, cancel) = shell.jobs.begin();
            let began = Instant::now();
            let mut last = JobProgressDto::begun(job, "export");
            let mut progress = Progress::new(cancel, |step: Step<'_>| {
                last.take_step(&step, u32::try_from(began.elapsed().as_millis()).unwrap_or(u32::MAX));
                // A window that is closing hears nothing; the file is written to its end.
                let _ = app.emit("job", &last);
            });
            let written = chancery_wire::export_articles(&desk, &args, &mut progress);
            drop(progress);
            last.state = match &written {
                Ok(Some(_)) => JobStateDto::Finished,
                Ok(None) => JobStateDto::Cancelled,
                Err(_) => JobStateDto::Failed,
            };
            shell.jobs.end(job);
            let _ = app.emit("job", &last);
            written
        }),
        _ => return None,
    })
}
