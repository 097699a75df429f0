//! `cargo xtask bench milestones`: a large register through the desk, then in a real window, written into docs/performance.md.

use std::process::Command;

use serde_json::Value;

use crate::command::{Context, Failure, Outcome, announce, output_of, pass_through};
use crate::house::{House, Profile};
use crate::measure::{Marks, machine};
use crate::system::{self, Need};
use crate::{lab, run, ui, window};

const MARKS: Marks = Marks { begin: "<!-- milestones: begin -->", end: "<!-- milestones: end -->" };

/// Only a run with the usual register is written down: others can't be compared, and are the desk's alone.
pub(crate) fn run(house: &House, rest: &[String]) -> Outcome<()> {
    let own = ["--milestones", "--evidence", "--articles", "--seed", "--dossier", "--report", "--help"];
    if own.into_iter().any(|option| lab::has(rest, option)) {
        return lab::hand_over(house, &[Need::Build], "bench", rest);
    }
    system::provide(&[Need::Node, Need::Build, Need::Window, Need::Tests])?;
    let scratch = house.scratch()?;
    let (dossier, through_desk) = (scratch.join("register.dossier"), scratch.join("register-desk.json"));
    let in_window = scratch.join("register-window.json");
    if dossier.exists() {
        std::fs::remove_file(&dossier).context(dossier.display())?;
    }
    let mut words = rest.to_vec();
    words.extend(["--dossier".to_owned(), dossier.display().to_string()]);
    words.extend(["--report".to_owned(), through_desk.display().to_string()]);
    lab::hand_over(house, &[Need::Build], "bench", &words)?;

    ui::build(house)?;
    run::build(house, Profile::Release, &["chancery", "chancery-cli"])?;
    announce("Measuring the register in a window");
    let mut vitest = window::vitest_command(house, "bench", Profile::Release)?;
    vitest.arg("register").env("CHANCERY_DOSSIER", &dossier).env("CHANCERY_REPORT", &in_window);
    pass_through(&mut vitest)?;

    let read = |file: &std::path::Path| -> Outcome<Value> {
        let text = std::fs::read_to_string(file).context(file.display())?;
        serde_json::from_str(&text).context("the measures")
    };
    let table = table(&read(&through_desk)?, &read(&in_window)?)?;
    let file = MARKS.write(house, &table)?;
    println!("{table}");
    announce(format_args!("Written into {}", file.display()));
    Ok(())
}

/// A row: what, its goal, where it stands in the report.
type Row = (&'static str, &'static str, &'static str);

const IN_WINDOW: [Row; 3] = [
    ("as-of switch, happened by", "100 ms", "/happened"),
    ("as-of switch, known by", "100 ms", "/known"),
    ("register sorted, by a click on the head of a column", "50 ms", "/sort"),
];
const THROUGH_DESK: [Row; 7] = [
    ("as-of switch, happened by", "", "/as-of switch, happened by"),
    ("as-of switch, known by", "", "/as-of switch, known by"),
    ("two days compared", "", "/two days compared"),
    ("register sorted by title", "", "/register sorted by title"),
    ("register sorted by date", "", "/register sorted by date"),
    ("register sorted by status", "", "/register sorted by status"),
    ("the register read from the file", "", "/the register read from the file, after something was written"),
];
const FRAMES: [(&str, &str); 3] =
    [("an empty list scrolled", "/floor"), ("timeline panned", "/pan"), ("timeline zoomed", "/zoom")];

fn table(desk: &Value, window: &Value) -> Outcome<String> {
    let commit = output_of(Command::new("git").args(["rev-parse", "--short", "HEAD"])).unwrap_or_default();
    let mut table = format!(
        "Measured by `cargo xtask bench milestones` at {} on {}, release build, under Xvfb without a graphics card: 10,000 milestones,\n\
         50,000 pieces of evidence from 1,000 articles, 100 links of lineage. In the window: from the deed to the frame that shows it.\n\n\
         | in the window | goal | median | slowest |\n|---|---|---|---|\n",
        commit.trim(),
        machine(),
    );
    rows(&mut table, &IN_WINDOW, window)?;
    table.push_str("\n| from frame to frame | median | 95 of 100 under | slowest |\n|---|---|---|---|\n");
    for (what, at) in FRAMES {
        let of = |figure| Ok::<String, Failure>(ms(number(window, at, figure)?));
        table.push_str(&format!("| {what} | {} | {} | {} |\n", of("median")?, of("p95")?, of("worst")?));
    }
    table.push_str("\n| through the desk alone | | median | slowest |\n|---|---|---|---|\n");
    rows(&mut table, &THROUGH_DESK, desk)?;
    Ok(table)
}

fn rows(table: &mut String, rows: &[Row], report: &Value) -> Outcome<()> {
    for (what, goal, at) in rows {
        let (median, slowest) = (number(report, at, "median")?, number(report, at, "slowest")?);
        table.push_str(&format!("| {what} | {goal} | {} | {} |\n", ms(median), ms(slowest)));
    }
    Ok(())
}

fn number(report: &Value, at: &str, figure: &str) -> Outcome<f64> {
    let found = report.pointer(at).and_then(|one| one.get(figure)).and_then(Value::as_f64);
    found.ok_or_else(|| Failure(format!("the measures lack {at} {figure}")))
}

/// Milliseconds, with a tenth where they are few.
fn ms(value: f64) -> String {
    if value < 10.0 { format!("{value:.1} ms") } else { format!("{value:.0} ms") }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_row_is_told_and_a_missing_figure_named() {
        let times = json!({ "median": 7.25, "slowest": 12.0 });
        let frames = json!({ "median": 16.7, "p95": 18.0, "worst": 40.0 });
        let window = json!({ "happened": times, "known": times, "sort": times, "floor": frames, "pan": frames, "zoom": frames });
        let mut desk = serde_json::Map::new();
        for (_, _, at) in THROUGH_DESK {
            desk.insert(at.trim_start_matches('/').to_owned(), times.clone());
        }
        let told = table(&Value::Object(desk), &window).unwrap();
        assert!(told.contains("| as-of switch, known by | 100 ms | 7.2 ms | 12 ms |"), "{told}");
        assert!(told.contains("| timeline zoomed | 17 ms | 18 ms | 40 ms |"), "{told}");
        let missing = table(&json!({}), &window).unwrap_err();
        assert!(missing.0.contains("as-of switch, happened by median"), "{}", missing.0);
    }
}
