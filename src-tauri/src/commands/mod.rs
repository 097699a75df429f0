//! The one door: every command of the window comes through `call`, and is answered off the window's thread.

mod dossier;
pub(crate) mod import;
mod originals;
pub(crate) mod paths;
pub(crate) mod suggest;
mod told;

use std::sync::Arc;

use chancery_wire::dto::ErrorDto;
use serde_json::Value;
use tauri::{AppHandle, State};

use crate::state::Shell;

/// Answers one command of the table in `chancery_wire::commands`.
#[tauri::command]
pub(crate) async fn call(
    app: AppHandle,
    shell: State<'_, Arc<Shell>>,
    command: String,
    args: Value,
) -> Result<Value, ErrorDto> {
    let shell = Arc::clone(&shell);
    blocking(move || answer(&app, &shell, &command, args)).await
}

/// Runs work that waits on the disk where it holds up neither the window nor other commands.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, ErrorDto> + Send + 'static,
) -> Result<T, ErrorDto> {
    match tokio::task::spawn_blocking(work).await {
        Ok(outcome) => outcome,
        Err(error) => Err(ErrorDto::internal(error.to_string())),
    }
}

fn answer(app: &AppHandle, shell: &Arc<Shell>, command: &str, args: Value) -> Result<Value, ErrorDto> {
    let answer = dossier::answer(shell, command, &args)
        .or_else(|| import::answer(app, shell, command, &args))
        .or_else(|| told::answer(app, shell, command, &args))
        .or_else(|| originals::answer(shell, command, &args))
        .unwrap_or_else(|| chancery_wire::answer(&*shell.desk()?, command, args));
    // What needs no dossier, as how the window was left, is not held up by its opening.
    if !shell.is_starting()
        && let Ok(desk) = shell.desk()
    {
        suggest::begin_where_needed(app, shell, &desk);
    }
    answer
}

/// The commands answered here and not by `wire`, since they reach past the open dossier.
#[cfg(test)]
const HOST_COMMANDS: &[&str] = &[
    "articles_export",
    "codings_import",
    "dossier_new",
    "dossier_open",
    "dossier_open_bundled_copy",
    "import_paste",
    "import_resume",
    "import_retry",
    "import_start",
    "job_cancel",
    "original_open",
    "ui_state",
    "ui_state_save",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_of_the_table_is_answered_once() {
        let mut answered: Vec<&str> = [HOST_COMMANDS, chancery_wire::DESK_COMMANDS].concat();
        let mut table = chancery_wire::commands::COMMANDS.to_vec();
        answered.sort_unstable();
        table.sort_unstable();
        assert_eq!(answered, table);
    }
}
