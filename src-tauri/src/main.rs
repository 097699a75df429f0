//! The desktop program: starts the shell, nothing else.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    chancery_shell::run(std::env::args_os())
}
