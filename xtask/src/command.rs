//! Running other programs: announced in one line, their output let through, their failure worded.

use std::collections::VecDeque;
use std::ffi::OsStr;
use std::fmt;
use std::io::{BufRead, BufReader, IsTerminal, Read};
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};

/// How much of a failed command's error output is told again where the failures are listed.
const REPEATED_LINES: usize = 15;

/// Why a step could not be done, in words for the person at the terminal.
#[derive(Debug)]
pub(crate) struct Failure(pub(crate) String);

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

pub(crate) type Outcome<T> = Result<T, Failure>;

/// Makes a `Failure` out of any error, with what was being done.
pub(crate) trait Context<T> {
    fn context(self, doing: impl fmt::Display) -> Outcome<T>;
}

impl<T, E: fmt::Display> Context<T> for Result<T, E> {
    fn context(self, doing: impl fmt::Display) -> Outcome<T> {
        self.map_err(|error| Failure(format!("{doing}: {error}")))
    }
}

/// Says in one line what happens next.
pub(crate) fn announce(what: impl fmt::Display) {
    eprintln!("▸ {what}");
}

/// A command that will run in `directory`. On Windows npm's tools are `.cmd` files, which `Command` finds only by full name.
pub(crate) fn command(program: impl AsRef<OsStr>, directory: &Path) -> Command {
    let mut command = Command::new(program);
    command.current_dir(directory);
    command
}

/// The cargo that runs us.
pub(crate) fn cargo(directory: &Path) -> Command {
    command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()), directory)
}

/// Runs a command with its output let through. Where nobody watches, the failure repeats the last lines of its
/// error output: a log is long, and often only its end is kept.
pub(crate) fn pass_through(command: &mut Command) -> Outcome<()> {
    if std::io::stderr().is_terminal() {
        let status = command.status().context(describe(command))?;
        return ended(command, status, "");
    }
    let mut child = command.stderr(Stdio::piped()).spawn().context(describe(command))?;
    let mut last = VecDeque::new();
    if let Some(errors) = child.stderr.take() {
        for line in BufReader::new(errors).split(b'\n') {
            let line = line.context(describe(command))?;
            let line = String::from_utf8_lossy(&line).into_owned();
            eprintln!("{line}");
            if last.len() == REPEATED_LINES {
                last.pop_front();
            }
            last.push_back(line);
        }
    }
    let status = child.wait().context(describe(command))?;
    ended(command, status, &last.iter().map(|line| format!("\n    {line}")).collect::<String>())
}

fn ended(command: &Command, status: ExitStatus, last_words: &str) -> Outcome<()> {
    if status.success() {
        return Ok(());
    }
    Err(Failure(format!("{} ended with {status}{last_words}", describe(command))))
}

/// Runs a command, showing every line it prints to standard output and handing it to `see` too.
pub(crate) fn tee(command: &mut Command, mut see: impl FnMut(&str)) -> Outcome<bool> {
    let mut child = command.stdout(Stdio::piped()).spawn().context(describe(command))?;
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n') {
            let line = line.context(describe(command))?;
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            see(&line);
        }
    }
    Ok(child.wait().context(describe(command))?.success())
}

/// Runs a command and returns what it printed; its error output is let through.
pub(crate) fn output_of(command: &mut Command) -> Outcome<String> {
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().context(describe(command))?;
    let mut text = Vec::new();
    if let Some(mut output) = child.stdout.take() {
        output.read_to_end(&mut text).context(describe(command))?;
    }
    let status = child.wait().context(describe(command))?;
    if status.success() {
        Ok(String::from_utf8_lossy(&text).into_owned())
    } else {
        Err(Failure(format!("{} ended with {status}", describe(command))))
    }
}

/// The first line a program prints, or nothing when it is not there or fails: for looking what a machine has.
pub(crate) fn probe(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).stdin(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout);
    output.status.success().then(|| text.lines().next().unwrap_or_default().trim().to_owned())
}

fn describe(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str()).to_string_lossy();
    std::iter::once(name).chain(command.get_args().map(OsStr::to_string_lossy)).collect::<Vec<_>>().join(" ")
}
