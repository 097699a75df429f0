//! Printing: one JSON value, or lines a person reads; what could not be written is remembered for the exit code.

use std::io::{ErrorKind, IsTerminal as _, Write as _};
use std::sync::OnceLock;

use chancery_desk::Step;
use chancery_wire::dto::ErrorDto;
use serde::Serialize;

/// Where and how a command tells what it did.
pub(crate) struct Output {
    pub(crate) json: bool,
}

impl Output {
    /// Prints `value` as JSON where asked, else the lines of `text`.
    pub(crate) fn value(&self, value: &impl Serialize, text: impl FnOnce() -> String) {
        if self.json {
            match serde_json::to_string_pretty(value) {
                Ok(json) => line(&json),
                Err(error) => told(&format!("chancery-cli: {error}")),
            }
        } else {
            let text = text();
            if !text.is_empty() {
                line(text.trim_end_matches('\n'));
            }
        }
    }

    /// The JSON of a misuse, where JSON was asked for.
    pub(crate) fn misused(&self, what: &str) {
        if self.json {
            line(
                &serde_json::json!({ "error": { "code": "misused", "args": {}, "detail": what } })
                    .to_string(),
            );
        }
    }

    /// Tells an error: the text on standard error, with the code; the whole of it as JSON on standard output where asked.
    pub(crate) fn error(&self, error: &ErrorDto) {
        told(&format!("chancery-cli: {}{}", error.detail, way_out(&error.code)));
        if self.json
            && let Ok(json) = serde_json::to_string_pretty(&serde_json::json!({ "error": error }))
        {
            line(&json);
        }
    }
}

/// Why standard output could not be written, the first time it could not.
static UNWRITTEN: OnceLock<String> = OnceLock::new();

/// Prints a line; a reader that has gone away (`| head`) is no error.
pub(crate) fn line(text: &str) {
    let mut out = std::io::stdout().lock();
    remember(writeln!(out, "{text}").and_then(|()| out.flush()));
}

/// Remembers that something could not be written to standard output.
pub(crate) fn remember(written: std::io::Result<()>) {
    if let Err(error) = written
        && error.kind() != ErrorKind::BrokenPipe
    {
        let _ = UNWRITTEN.set(error.to_string());
    }
}

/// Why what was asked for did not reach standard output, where it did not.
pub(crate) fn unwritten() -> Option<&'static str> {
    UNWRITTEN.get().map(String::as_str)
}

/// Tells a line on standard error; nobody listening is no error, and stops no import.
pub(crate) fn told(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}

/// Tells the steps of long work on standard error: on one line of a terminal, else a line each.
pub(crate) fn tell_steps() -> impl FnMut(Step<'_>) + Send {
    let on_terminal = std::io::stderr().is_terminal();
    move |step| {
        if on_terminal {
            let _ = write!(std::io::stderr(), "\r\x1b[2K{}/{} {}", step.done, step.total, step.current);
        } else {
            told(&format!("{}/{}", step.done, step.total));
        }
    }
}

/// Leaves the line the steps were told on.
pub(crate) fn end_of_steps() {
    if std::io::stderr().is_terminal() {
        told("");
    }
}

/// What to do about an error, where there is something.
fn way_out(code: &str) -> &'static str {
    match code {
        "in-use" => "; close it there, or work on a copy",
        "newer-version" => "; open it with the Chancery that made it, or update this one",
        "not-a-dossier" => {
            "; name a .dossier file, or a backup where its beginning is damaged, or make one with `chancery-cli new FILE`"
        }
        "file-unreachable" => "; check that it is there, and that you may use it and its folder",
        "internal" => "; run `chancery-cli verify`, and if the file is damaged, open a backup of it",
        "exists" => "; choose another name, nothing was overwritten",
        "disk-full" => "; free some room and try again, nothing was lost",
        "nothing-to-export" => "; no article outside the bin passes the filter",
        "would-replace" => "; choose another name, nothing was overwritten",
        "damaged" => {
            "; open a backup of it, and keep this file: `chancery-cli original` and `brief` may still save what can be read"
        }
        "undo-ends" => "; what was built in or deleted for good can't be taken back",
        "read-only" => "; check the permissions of the file and its folder",
        _ => "",
    }
}

/// A table: columns as wide as their widest cell, the last one free.
pub(crate) fn table(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut out = String::new();
    for row in rows {
        let mut text = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            let pad = width.saturating_sub(cell.chars().count());
            text.push_str(cell);
            text.push_str(&" ".repeat(pad + 2));
        }
        out.push_str(text.trim_end());
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_in_any_script() {
        let rows = [vec!["1".into(), "Саюз".into(), "x".into()], vec!["10".into(), "a".into(), "y".into()]];
        assert_eq!(table(&rows), "1   Саюз  x\n10  a     y\n");
    }
}
