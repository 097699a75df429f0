//! chancery-cli: the use cases without a window, as text or JSON. Documented in docs/cli.md.

mod again;
mod args;
mod change;
mod codebook;
mod codings;
mod evidence;
mod export;
mod inspect;
mod ladder;
mod learning;
mod lineage;
mod look;
mod milestones;
mod outlets;
mod print;
mod proposals;
mod register;
mod search;
mod searches;
mod story;
mod topic;
mod trends;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use chancery_desk::{
    Cancel, Desk, DeskError, Library, Progress, SystemClock, Typesetter, stored::Error as StoreError,
};
use chancery_wire::dto::ErrorDto;
use clap::Parser as _;

use crate::args::{Cli, Command, MilestoneAction, SearchesAction};
use crate::print::Output;

/// The user's data folder: `CHANCERY_DATA_DIR`, or where the system keeps such things; `None` where there is no home.
#[must_use]
pub fn data_folder() -> Option<PathBuf> {
    if let Some(folder) = std::env::var_os("CHANCERY_DATA_DIR").filter(|folder| !folder.is_empty()) {
        return Some(PathBuf::from(folder));
    }
    directories::ProjectDirs::from("org", "Chancery", "Chancery").map(|folders| folders.data_dir().to_owned())
}

/// What sets pages, with its fonts.
#[must_use]
pub fn typesetter() -> Arc<dyn Typesetter> {
    Arc::new(chancery_typeset::Press::new())
}

/// Why a command was not done.
enum Failure {
    /// It could not be done.
    Failed(ErrorDto),
    /// It was asked in a way that can't be understood.
    Misused(String),
}

impl From<ErrorDto> for Failure {
    fn from(error: ErrorDto) -> Self {
        Self::Failed(error)
    }
}

impl From<chancery_desk::DeskError> for Failure {
    fn from(error: chancery_desk::DeskError) -> Self {
        Self::Failed(ErrorDto::from(&error))
    }
}

/// Runs the command line given as `args` (program name first). Exit code 0 done, 1 failed, 2 misused.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let cli = match Cli::try_parse_from(args) {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version are asked for, and no misuse.
            if error.use_stderr() {
                let _ = error.print();
                return ExitCode::from(2);
            }
            print::remember(error.print());
            return told_whole(ExitCode::SUCCESS);
        }
    };
    let output = Output { json: cli.json };
    let code = match answer(cli, &output) {
        Ok(code) => code,
        Err(Failure::Failed(error)) => {
            output.error(&error);
            ExitCode::from(1)
        }
        Err(Failure::Misused(what)) => {
            print::told(&format!("chancery-cli: {what}"));
            output.misused(&what);
            ExitCode::from(2)
        }
    };
    told_whole(code)
}

/// A command whose answer could not be written (a full disk) has failed, whatever it did.
fn told_whole(code: ExitCode) -> ExitCode {
    match print::unwritten() {
        None => code,
        Some(why) => {
            print::told(&format!("chancery-cli: standard output: {why}"));
            ExitCode::from(1)
        }
    }
}

/// How a command needs the dossier.
enum Need {
    Nothing,
    Read,
    /// Writes what it works out, and does without where another program writes.
    WriteIfFree,
    Write,
}

fn need(command: &Command) -> Need {
    match command {
        Command::New { .. } | Command::Inspect { .. } => Need::Nothing,
        // What it measures by is kept.
        Command::Topics(topics) if topics.changes() || topics.learning => Need::Write,
        Command::Topic { action } if action.changes() => Need::Write,
        Command::Milestones { files, .. } if files.changes() => Need::Write,
        Command::Ladder(asked) if asked.changes() => Need::Write,
        Command::Milestones { action: Some(MilestoneAction::AttachFound(asked)), .. } if asked.dry_run => {
            Need::Read
        }
        Command::Proposals(asked) if !asked.changes() => Need::WriteIfFree,
        Command::Searches { action: Some(SearchesAction::Show { .. }), .. } => Need::WriteIfFree,
        Command::ReadAgain(asked) if asked.dry_run => Need::Read,
        Command::Articles(_)
        | Command::Topics(_)
        | Command::Topic { .. }
        | Command::Show { .. }
        | Command::Review { .. }
        | Command::Compare { .. }
        | Command::Lost { action: None, .. }
        | Command::Search { .. }
        | Command::Trends(_)
        | Command::Searches { action: None, .. }
        | Command::Codings { action: None, .. }
        | Command::ImportCodings { dry_run: true, .. }
        | Command::Ladder(_)
        | Command::Milestones { action: None, .. }
        | Command::Notes { action: None, .. }
        | Command::Outlets { action: None, .. }
        | Command::Brief(_)
        | Command::Export(_)
        | Command::Imports { .. }
        | Command::Operations { .. }
        | Command::Verify
        | Command::Backup { .. }
        | Command::Original { .. } => Need::Read,
        _ => Need::Write,
    }
}

fn answer(cli: Cli, output: &Output) -> Result<ExitCode, Failure> {
    let library = Library::new(
        data_folder().unwrap_or_else(|| PathBuf::from(".chancery")),
        Arc::new(SystemClock),
        typesetter(),
    );
    match need(&cli.command) {
        Need::Nothing => match cli.command {
            Command::New { file, bundled, name } => {
                change::new(&library, &file, bundled.is_some(), name.as_deref(), output)
            }
            Command::Inspect { paths, jsonl, captured } => {
                look::inspect(&library, cli.dossier.as_deref(), &paths, captured.as_deref(), jsonl, output)
            }
            _ => Err(Failure::Misused("the command needs a dossier".to_owned())),
        },
        Need::Read => {
            let desk = open(&library, cli.dossier, true)?;
            look::answer(&desk, cli.command, output)
        }
        Need::WriteIfFree => {
            let desk = match open(&library, cli.dossier.clone(), false) {
                Err(Failure::Failed(error)) if error.code == "in-use" => open(&library, cli.dossier, true)?,
                opened => opened?,
            };
            change::answer(&desk, cli.command, output)
        }
        Need::Write => {
            let desk = open(&library, cli.dossier, false)?;
            change::answer(&desk, cli.command, output)
        }
    }
}

fn open(library: &Library, dossier: Option<PathBuf>, read_only: bool) -> Result<Desk, Failure> {
    let path = match dossier {
        Some(path) => path,
        None => library.ensure_bundled_copy()?,
    };
    if path.is_dir() {
        let mut error = ErrorDto::from(&DeskError::Store(StoreError::NotADossier { path: path.clone() }));
        error.detail = format!("{}: a folder, not a dossier", path.display());
        return Err(error.into());
    }
    if read_only {
        return Ok(library.open_read_only(&path)?);
    }
    let desk = library.open(&path)?;
    if desk.is_out_of_step() {
        desk.bring_in_step(&mut Progress::new(Cancel::default(), print::tell_steps()))?;
        print::end_of_steps();
    }
    Ok(desk)
}
