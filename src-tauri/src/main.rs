//! The desktop program: starts the shell on the interface embedded here, nothing else.
//!
//! Embedded here and not in the library: cargo compiles that twice at once, for the program and for its tests, and Tauri packs the
//! interface into one folder for both. Whoever comes second takes what the first has not finished writing, and the window stays
//! empty. For the same reason this has no tests (`test = false`).
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    chancery_shell::run(std::env::args_os(), || tauri::generate_context!())
}
