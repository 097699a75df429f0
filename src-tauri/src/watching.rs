//! Looks at the watched folder every few seconds and imports what has come to rest there. Looking is robust on drives of a
//! network, where a system tells of no changes.

use std::sync::{Arc, Weak};
use std::thread;
use std::time::Duration;

use chancery_desk::{Desk, Sightings};
use tauri::AppHandle;

use crate::commands::import::{Asked, run};
use crate::state::Shell;

/// Between two looks: a file that was the same at both is taken for written.
const EVERY: Duration = Duration::from_secs(3);

/// Begins to look, for as long as the program runs.
pub(crate) fn begin(app: AppHandle, shell: &Arc<Shell>) {
    let shell = Arc::downgrade(shell);
    let looking = thread::Builder::new().name("watch".to_owned()).spawn(move || {
        // What was seen belongs to the dossier that was open then.
        let mut of: Weak<Desk> = Weak::new();
        let mut sightings = Sightings::default();
        while let Some(shell) = shell.upgrade() {
            if let Ok(desk) = shell.desk()
                && !shell.jobs.any()
            {
                if !of.ptr_eq(&Arc::downgrade(&desk)) {
                    of = Arc::downgrade(&desk);
                    sightings = Sightings::default();
                }
                // A dossier that can't be read says so where it is used.
                let ready = desk.look_at_watched(&mut sightings).unwrap_or_default();
                if !ready.is_empty() {
                    let (job, cancel) = shell.jobs.begin();
                    run(&app, &shell, &desk, job, cancel, &Asked::Paths(ready));
                }
            }
            drop(shell);
            thread::sleep(EVERY);
        }
    });
    // Without the thread the folder is not looked at; all else works.
    drop(looking);
}
