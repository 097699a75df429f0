//! What `cargo xtask bench import` measured, as docs/performance.md tells it.

use std::fmt::Write as _;
use std::process::Command;

use serde_json::Value;

use crate::command::{Failure, Outcome, output_of};
use crate::measure::machine;

/// The table of the lab's report.
pub(crate) fn of(report: &Value) -> Outcome<String> {
    let commit = output_of(Command::new("git").args(["rev-parse", "--short", "HEAD"])).unwrap_or_default();
    let mut table = format!(
        "Measured by `cargo xtask bench import` at {} on {}, release build, a fresh dossier with the bundled codebook, all reading on;\n\
         recollindex {} and SQLite alone on the same folder in the same run, with their defaults.\n\n\
         | | goal |",
        commit.trim(),
        machine(),
        recoll_version(),
    );
    let folders = report.as_array().map(Vec::as_slice).unwrap_or_default();
    for folder in folders {
        let mix = folder.get("mix").and_then(Value::as_str).unwrap_or_default();
        let _ = write!(
            table,
            " {mix}, {:.0} files of {:.0} MB |",
            number(folder, "/files")?,
            number(folder, "/megabytes")?
        );
    }
    table.push_str("\n|---|---|");
    table.push_str(&"---|".repeat(folders.len()));
    table.push('\n');
    for (what, goal, tell) in ROWS {
        let _ = write!(table, "| {what} | {goal} |");
        for folder in folders {
            let _ = write!(table, " {} |", tell(folder)?);
        }
        table.push('\n');
    }
    Ok(table)
}

type Tell = fn(&Value) -> Outcome<String>;

const ROWS: [(&str, &str, Tell); 10] = [
    ("Chancery", "", |folder| rate(folder, "/chancery/seconds")),
    ("recollindex", "", |folder| rate(folder, "/recollindex/seconds")),
    ("ratio", "text 5, mixed 1", |folder| {
        let ratio = number(folder, "/recollindex/seconds")? / number(folder, "/chancery/seconds")?;
        Ok(format!("{ratio:.2}"))
    }),
    ("the same texts put into FTS5 by SQLite alone", "", |folder| match number(folder, "/floor_seconds") {
        Ok(_) => rate(folder, "/floor_seconds"),
        Err(_) => Ok(String::new()),
    }),
    ("what the import reaches of that", "0.30", |folder| match number(folder, "/floor_seconds") {
        Ok(floor) => Ok(format!("{:.2}", floor / number(folder, "/chancery/seconds")?)),
        Err(_) => Ok(String::new()),
    }),
    ("time computing, Chancery; recollindex", "", |folder| {
        let ours = number(folder, "/chancery/cpu_seconds")?;
        Ok(format!("{ours:.1} s; {:.1} s", number(folder, "/recollindex/cpu_seconds")?))
    }),
    ("most memory of the import", "1,000 MB", |folder| {
        Ok(format!("{:.0} MB", number(folder, "/chancery/peak_megabytes")?))
    }),
    ("dossier; index of recollindex", "", |folder| {
        let dossier = number(folder, "/chancery/dossier_megabytes")?;
        Ok(format!("{dossier:.0} MB; {:.0} MB", number(folder, "/recollindex/index_megabytes")?))
    }),
    ("a cancel takes", "1 s", |folder| {
        Ok(format!("{:.2} s", number(folder, "/broken/cancel_milliseconds")? / 1000.0))
    }),
    ("read again by the resume", "none", |folder| {
        let again = number(folder, "/broken/read_again")?;
        Ok(format!("{again:.0} of {:.0}", number(folder, "/broken/stored_before")?))
    }),
];

fn rate(folder: &Value, seconds: &str) -> Outcome<String> {
    let seconds = number(folder, seconds)?;
    Ok(format!("{:.0} files/s ({seconds:.1} s)", number(folder, "/files")? / seconds))
}

fn number(folder: &Value, what: &str) -> Outcome<f64> {
    let found = folder.pointer(what).and_then(Value::as_f64);
    found.ok_or_else(|| Failure(format!("the measures lack {what}")))
}

fn recoll_version() -> String {
    let asked = output_of(Command::new("dpkg-query").args(["-W", "-f=${Version}", "recollcmd"]));
    asked.map(|version| version.trim().to_owned()).unwrap_or_default()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_folder_has_its_column_and_a_missing_figure_is_named() {
        let mut folder = json!({
            "mix": "txt", "files": 2000, "megabytes": 4.6, "chancery": { "seconds": 2.0, "cpu_seconds": 3.5, "peak_megabytes": 300, "dossier_megabytes": 9 },
            "recollindex": { "seconds": 8.0, "cpu_seconds": 7.0, "index_megabytes": 20 },
            "floor_seconds": 0.5,
            "broken": { "cancel_milliseconds": 120, "stored_before": 800, "read_again": 0 },
        });
        let table = of(&json!([folder])).unwrap();
        for line in [
            "| Chancery |  | 1000 files/s (2.0 s) |",
            "| ratio | text 5, mixed 1 | 4.00 |",
            "| what the import reaches of that | 0.30 | 0.25 |",
            "| a cancel takes | 1 s | 0.12 s |",
        ] {
            assert!(table.contains(line), "{line}\n{table}");
        }
        folder["floor_seconds"] = Value::Null;
        assert!(of(&json!([folder])).unwrap().contains("| what the import reaches of that | 0.30 |  |"));
        folder["broken"] = json!({});
        assert!(of(&json!([folder])).unwrap_err().0.contains("cancel_milliseconds"));
    }
}
