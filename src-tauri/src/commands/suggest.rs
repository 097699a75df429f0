//! What is kept in step in the background, as one job at a time: index and stories after an older dossier was opened, and
//! suggestions whenever the codebook may have changed.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Instant;

use chancery_desk::{Desk, Progress, Step};
use chancery_wire::dto::{ChangedDto, EffectDto, ErrorDto, JobProgressDto, JobStateDto};
use tauri::{AppHandle, Emitter as _};

use crate::state::Shell;

/// Begins with what is out of step; a job under way takes a further change of the codebook in itself.
pub(crate) fn begin_where_needed(app: &AppHandle, shell: &Arc<Shell>, desk: &Arc<Desk>) {
    if !(desk.is_out_of_step() || desk.suggestions_wait()) || shell.suggesting.swap(true, Ordering::SeqCst) {
        return;
    }
    let (app, shell, desk) = (app.clone(), Arc::clone(shell), Arc::clone(desk));
    tokio::task::spawn_blocking(move || {
        let went_well = run(&app, &shell, &desk);
        shell.suggesting.store(false, Ordering::SeqCst);
        // A change between the job's last look and this line would otherwise wait for the next.
        if went_well {
            begin_where_needed(&app, &shell, &desk);
        }
    });
}

/// Runs the job to its end and tells the window of it; whether it came there by itself.
fn run(app: &AppHandle, shell: &Shell, desk: &Desk) -> bool {
    let began = Instant::now();
    let (job, cancel) = shell.jobs.begin();
    let of_older_dossier = desk.is_out_of_step();
    let mut last = JobProgressDto::begun(job, if of_older_dossier { "in-step" } else { "suggest" });
    let mut progress = Progress::new(cancel.clone(), |step: Step<'_>| {
        last.take_step(&step, u32::try_from(began.elapsed().as_millis()).unwrap_or(u32::MAX));
        let _ = app.emit("job", &last);
    });
    let made = match of_older_dossier {
        true => desk.bring_in_step(&mut progress).map(|()| (0, Vec::new())),
        false => desk.suggest_anew(&mut progress).and_then(|topics| Ok((topics, desk.learn(&mut progress)?))),
    };
    drop(progress);
    match made {
        Ok(_) if cancel.is_cancelled() => last.state = JobStateDto::Cancelled,
        Ok((topics, effects)) => {
            last.state = JobStateDto::Finished;
            if topics > 0 || !effects.is_empty() {
                last.changed = vec![ChangedDto::Tags, ChangedDto::Topics];
            }
            if of_older_dossier {
                last.changed = vec![ChangedDto::Articles];
            }
            last.effects = effects.into_iter().map(EffectDto::from).collect();
        }
        Err(error) => {
            last.state = JobStateDto::Failed;
            last.error = Some(ErrorDto::from(&error));
        }
    }
    shell.jobs.end(job);
    let _ = app.emit("job", &last);
    last.state == JobStateDto::Finished
}
