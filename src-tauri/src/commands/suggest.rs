//! What is kept in step in the background, as one job at a time: index and stories after an older dossier was opened, suggestions
//! whenever the codebook may have changed, and the dated passages of articles that came in.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Instant;

use chancery_desk::{Desk, Progress, Step};
use chancery_wire::dto::{ChangedDto, EffectDto, ErrorDto, JobProgressDto, JobStateDto};
use tauri::{AppHandle, Emitter as _};

use crate::state::Shell;

/// Begins with what is out of step; a job under way takes a further change of the codebook in itself.
pub(crate) fn begin_where_needed(app: &AppHandle, shell: &Arc<Shell>, desk: &Arc<Desk>) {
    let waits = desk.is_out_of_step() || desk.suggestions_wait() || desk.proposals_wait();
    if !waits || shell.suggesting.swap(true, Ordering::SeqCst) {
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
    let of_suggestions = desk.suggestions_wait();
    let kind = match (of_older_dossier, of_suggestions) {
        (true, _) => "in-step",
        (false, true) => "suggest",
        (false, false) => "proposals",
    };
    let mut last = JobProgressDto::begun(job, kind);
    let mut progress = Progress::new(cancel.clone(), |step: Step<'_>| {
        last.take_step(&step, u32::try_from(began.elapsed().as_millis()).unwrap_or(u32::MAX));
        let _ = app.emit("job", &last);
    });
    let mut proposed = 0;
    let made = match kind {
        "in-step" => desk.bring_in_step(&mut progress).map(|()| (0, Vec::new())),
        "suggest" => {
            desk.suggest_anew(&mut progress).and_then(|topics| Ok((topics, desk.learn(&mut progress)?)))
        }
        _ => desk.read_dated(&mut progress).map(|read| {
            proposed = read;
            (0, Vec::new())
        }),
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
            if proposed > 0 {
                last.changed = vec![ChangedDto::Milestones];
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
