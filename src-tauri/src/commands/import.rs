//! Imports as jobs: begun by one command, told by events, cancelled by another.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use chancery_desk::{Desk, Progress, Step};
use chancery_wire::dto::{
    ChangedDto, ErrorDto, ImportArgs, ImportReportDto, JobDto, JobProgressDto, JobStateDto, NothingDto,
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
        "import_start" => chancery_wire::run(args, |args: ImportArgs| {
            let desk = shell.desk()?;
            let paths = args.paths.into_iter().map(PathBuf::from).collect();
            Ok(JobDto { job: start(app.clone(), Arc::clone(shell), desk, paths) })
        }),
        "import_paste" | "import_resume" | "import_retry" => {
            Err(ErrorDto::internal("not built yet".to_owned()))
        }
        "job_cancel" => chancery_wire::run(args, |args: JobDto| {
            shell.jobs.cancel(args.job);
            Ok(NothingDto {})
        }),
        _ => return None,
    })
}

fn start(app: AppHandle, shell: Arc<Shell>, desk: Arc<Desk>, paths: Vec<PathBuf>) -> u32 {
    let (job, cancel) = shell.jobs.begin();
    tokio::task::spawn_blocking(move || {
        let began = Instant::now();
        let elapsed = move || u32::try_from(began.elapsed().as_millis()).unwrap_or(u32::MAX);
        let mut last = JobProgressDto::begun(job, "import");
        let tell = {
            let (app, mut last) = (app.clone(), last.clone());
            move |step: Step<'_>| {
                last.take_step(&step, elapsed());
                // A window that is closing hears nothing; the import goes on to its end.
                let _ = app.emit("job", &last);
            }
        };
        let mut progress = Progress::new(cancel.clone(), tell);
        let outcome = desk.import(&paths, &mut progress);
        drop(progress);
        last.elapsed_ms = elapsed();
        match outcome {
            Ok(report) => {
                last.state =
                    if cancel.is_cancelled() { JobStateDto::Cancelled } else { JobStateDto::Finished };
                let report = ImportReportDto::from(&report);
                last.done = last.total;
                last.report = Some(report);
                last.changed =
                    vec![ChangedDto::Articles, ChangedDto::Tags, ChangedDto::Outlets, ChangedDto::Operations];
            }
            Err(error) => {
                last.state = JobStateDto::Failed;
                last.error = Some(ErrorDto::from(&error));
            }
        }
        shell.jobs.end(job);
        let _ = app.emit("job", &last);
    });
    job
}
