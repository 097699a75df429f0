//! The shell: opens the window on the built interface and answers its commands. No SQL, no rules here.

mod commands;
#[cfg(target_os = "linux")]
mod drawing;
mod jobs;
mod state;
mod watching;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use chancery_desk::Library;

use crate::state::Shell;

/// Answers as `chancery-cli` where called so (by its name, or with `--cli` first), opens the window on the interface otherwise.
#[must_use]
pub fn run(args: impl IntoIterator<Item = OsString>, interface: impl FnOnce() -> tauri::Context) -> ExitCode {
    let mut args: Vec<OsString> = args.into_iter().collect();
    let called = args.first().map(PathBuf::from).and_then(|path| path.file_stem().map(OsString::from));
    if called.is_some_and(|name| name == "chancery-cli") {
        return chancery_cli::run(args);
    }
    if args.get(1).is_some_and(|word| word == "--cli") {
        args.remove(1);
        return chancery_cli::run(args);
    }
    match asked_dossier(&args) {
        Ok(asked) => open_window(asked, interface()),
        Err(wrong) => {
            eprintln!("chancery: {wrong}\nUsage: chancery [--dossier FILE] [FILE]\n       chancery --cli …");
            ExitCode::from(2)
        }
    }
}

/// The dossier named on the command line: `--dossier FILE`, or a file that was double-clicked.
fn asked_dossier(args: &[OsString]) -> Result<Option<PathBuf>, String> {
    match args.get(1..).unwrap_or_default() {
        [] => Ok(None),
        [flag, file] if flag == "--dossier" => Ok(Some(PathBuf::from(file))),
        [file] if !file.to_string_lossy().starts_with('-') => Ok(Some(PathBuf::from(file))),
        [other, ..] => Err(format!("can't read {:?}", other.to_string_lossy())),
    }
}

fn open_window(asked: Option<PathBuf>, interface: tauri::Context) -> ExitCode {
    let Some(folder) = chancery_cli::data_folder() else {
        eprintln!("Chancery found no home folder to keep its data in; set CHANCERY_DATA_DIR.");
        return ExitCode::FAILURE;
    };
    let library = Library::new(folder, state::clock(), chancery_cli::typesetter());
    let shell = Shell::start(library, asked);
    let at_the_end = Arc::clone(&shell);
    let builder = tauri::Builder::default();
    #[cfg(target_os = "linux")]
    let builder = builder.plugin(drawing::plugin());
    let built = builder
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_window_state::Builder::default().build())
        .manage(shell)
        .invoke_handler(tauri::generate_handler![
            commands::call,
            commands::paths::offered_path,
            #[cfg(debug_assertions)]
            commands::paths::offer_path,
        ])
        .build(interface);
    match built {
        Ok(app) => {
            watching::begin(app.handle().clone(), &at_the_end);
            // Tauri ends the process itself, without dropping what it manages.
            let code = app.run_return(move |_, event| {
                if matches!(event, tauri::RunEvent::Exit) {
                    at_the_end.close();
                }
            });
            u8::try_from(code).map_or(ExitCode::FAILURE, ExitCode::from)
        }
        Err(error) => {
            eprintln!("Chancery could not open its window: {error}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dossier_is_named_by_flag_or_by_file() {
        let asked = |words: &[&str]| asked_dossier(&words.iter().map(OsString::from).collect::<Vec<_>>());
        assert_eq!(asked(&["chancery"]), Ok(None));
        assert_eq!(asked(&["chancery", "--dossier", "a b.dossier"]), Ok(Some(PathBuf::from("a b.dossier"))));
        assert_eq!(asked(&["chancery", "x.dossier"]), Ok(Some(PathBuf::from("x.dossier"))));
        assert!(asked(&["chancery", "--dosier", "x"]).is_err());
    }
}
