//! The shell: opens the window on the built interface.

use std::process::ExitCode;

/// Opens the window and stays until it is closed.
#[must_use]
pub fn run() -> ExitCode {
    let outcome = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_window_state::Builder::default().build())
        .run(tauri::generate_context!());
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("Chancery could not open its window: {error}");
            ExitCode::FAILURE
        }
    }
}
