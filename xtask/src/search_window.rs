//! The part of `cargo xtask bench search` in a real window, at a hundred thousand articles, written into docs/performance.md.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::command::{Context, Failure, Outcome, announce, output_of, pass_through};
use crate::house::{House, Profile};
use crate::measure::{Marks, machine};
use crate::system::{self, Need};
use crate::{run, ui, window};

const MARKS: Marks = Marks { begin: "<!-- search-window: begin -->", end: "<!-- search-window: end -->" };
/// A frame that comes so many times later than the empty list's usual one is a gap.
const LATE: f64 = 1.5;

pub(crate) fn run(house: &House, dossier: &Path) -> Outcome<()> {
    if !dossier.exists() {
        let make = "cargo xtask bench search --articles 100000 --keep FOLDER --make";
        return Err(Failure(format!("there is no {}; make one by {make}", dossier.display())));
    }
    system::provide(&[Need::Node, Need::Build, Need::Window, Need::Tests])?;
    ui::build(house)?;
    run::build(house, Profile::Release, &["chancery", "chancery-cli"])?;
    announce("Measuring the search in a window");
    let report = house.scratch()?.join("search-window.json");
    let mut vitest = window::vitest_command(house, "bench", Profile::Release)?;
    vitest.arg("search").env("CHANCERY_DOSSIER", dossier).env("CHANCERY_REPORT", &report);
    pass_through(&mut vitest)?;
    write_down(house, &report)
}

pub(crate) fn write_down(house: &House, report: &Path) -> Outcome<()> {
    let text = std::fs::read_to_string(report).context(report.display())?;
    let table = table(&serde_json::from_str(&text).context("the measures")?)?;
    let file = MARKS.write(house, &table)?;
    println!("{table}");
    announce(format_args!("Written into {}", file.display()));
    Ok(())
}

fn table(report: &Value) -> Outcome<String> {
    let commit = output_of(Command::new("git").args(["rev-parse", "--short", "HEAD"])).unwrap_or_default();
    let ms = |at: &str| Ok::<_, Failure>(format!("{:.0} ms", number(report, at)?));
    let mut table = format!(
        "Measured by `cargo xtask bench search` at {} on {}, release build, under Xvfb without a graphics card. From the last letter of a\n\
         word of a title to the frame that shows its first page, the pause of 20 ms in which typing goes on included; memory is the\n\
         proportional set size of all processes after that.\n\n\
         | in the window | goal | median | 95 of 100 under | slowest |\n|---|---|---|---|---|\n\
         | key to first page | 100 ms | {} | {} | {} |\n\n| | goal | |\n|---|---|---|\n",
        commit.trim(),
        machine(),
        ms("/key/median")?,
        ms("/key/p95")?,
        ms("/key/slowest")?,
    );
    let megabytes = number(report, "/pssKilobytes")? / 1024.0;
    table.push_str(&format!("| memory of all processes | 600 MB | {megabytes:.0} MB |\n"));
    table.push_str(&format!(
        "| launch to the first rows of the list, where the window was left | 1 s | {} |\n\n",
        ms("/opened")?
    ));
    table.push_str(&format!(
        "A gap is a frame that comes more than {LATE} times later than the empty list's median; the goal is no more than 5 % more of them.\n\n\
         | from frame to frame | frames in 4 s | median | 95 of 100 under | slowest | gaps of 100 frames |\n|---|---|---|---|---|---|\n"
    ));
    let late = LATE * number(report, "/floor/median")?;
    for (what, at) in [
        ("an empty list scrolled", "/floor"),
        ("list of articles scrolled", "/articles"),
        ("hits scrolled", "/hits"),
    ] {
        let of = |figure: &str| ms(&format!("{at}/{figure}"));
        table.push_str(&format!(
            "| {what} | {:.0} | {} | {} | {} | {:.0} |\n",
            number(report, &format!("{at}/frames"))?,
            of("median")?,
            of("p95")?,
            of("worst")?,
            gaps(report, at, late)?,
        ));
    }
    Ok(table)
}

/// How many of a hundred frames come later than that.
fn gaps(report: &Value, at: &str, late: f64) -> Outcome<f64> {
    let frames = report.pointer(&format!("{at}/sorted")).and_then(Value::as_array);
    let frames = frames.ok_or_else(|| Failure(format!("the measures lack {at}/sorted")))?;
    let missed = frames.iter().filter_map(Value::as_f64).filter(|gap| *gap > late).count();
    Ok(100.0 * missed as f64 / frames.len().max(1) as f64)
}

fn number(report: &Value, at: &str) -> Outcome<f64> {
    let found = report.pointer(at).and_then(Value::as_f64);
    found.ok_or_else(|| Failure(format!("the measures lack {at}")))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn gaps_are_counted_against_the_empty_list_and_a_missing_figure_is_named() {
        let frames = |sorted: &[f64]| json!({ "median": 16.0, "p95": 17.0, "worst": 40.0, "frames": sorted.len(), "sorted": sorted });
        let mut report = json!({
            "key": { "median": 80.4, "p95": 95.0, "slowest": 120.0 }, "opened": 640.0, "pssKilobytes": 409_600.0,
            "floor": frames(&[16.0, 16.0, 17.0, 24.0]), "articles": frames(&[16.0, 16.0, 25.0, 40.0]), "hits": frames(&[16.0, 16.0, 16.0, 40.0]),
        });
        let told = table(&report).unwrap();
        assert!(told.contains("| key to first page | 100 ms | 80 ms | 95 ms | 120 ms |"), "{told}");
        assert!(told.contains("| memory of all processes | 600 MB | 400 MB |"), "{told}");
        assert!(told.contains("| an empty list scrolled | 4 | 16 ms | 17 ms | 40 ms | 0 |"), "{told}");
        assert!(told.contains("| list of articles scrolled | 4 | 16 ms | 17 ms | 40 ms | 50 |"), "{told}");
        report.as_object_mut().unwrap().remove("hits");
        assert!(table(&report).unwrap_err().0.contains("/hits"));
    }
}
