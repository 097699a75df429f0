//! `cargo xtask bench search`: forty kinds of question to 10,000, 100,000 and a million articles, written into docs/performance.md.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::command::{Context, Failure, Outcome, announce};
use crate::house::House;
use crate::measure::Marks;
use crate::system::Need;
use crate::{lab, search_plot, search_table, search_window};

const MARKS: Marks = Marks { begin: "<!-- search: begin -->", end: "<!-- search: end -->" };
const PLOT: &str = "performance-search.svg";

/// Only a run with all sizes and kinds is written down, or the report that is named: others can't be compared. The window alone is
/// measured on a dossier that was kept.
pub(crate) fn run(house: &House, rest: &[String]) -> Outcome<()> {
    if let Some(place) = rest.iter().position(|word| word == "--from") {
        let report = rest.get(place + 1).ok_or_else(|| Failure("--from needs a report".to_owned()))?;
        return write_down(house, Path::new(report));
    }
    if let Some(place) = rest.iter().position(|word| word == "--window") {
        let dossier = rest.get(place + 1).ok_or_else(|| Failure("--window needs a dossier".to_owned()))?;
        return search_window::run(house, Path::new(dossier));
    }
    if let Some(place) = rest.iter().position(|word| word == "--window-from") {
        let report = rest.get(place + 1).ok_or_else(|| Failure("--window-from needs a report".to_owned()))?;
        return search_window::write_down(house, Path::new(report));
    }
    let needs: &[Need] =
        if lab::has(rest, "--alone") { &[Need::Build] } else { &[Need::Build, Need::Recoll] };
    let own = ["--articles", "--dossier", "--seed", "--only", "--make", "--alone", "--report", "--help"];
    if own.into_iter().any(|option| lab::has(rest, option)) {
        return lab::hand_over(house, needs, "bench", rest);
    }
    let report = house.scratch()?.join("search.json");
    let mut words = rest.to_vec();
    // The window looks at what the lab made.
    let kept = match rest.iter().position(|word| word == "--keep").and_then(|place| rest.get(place + 1)) {
        Some(folder) => PathBuf::from(folder),
        None => {
            let folder = house.scratch()?.join("search");
            if folder.exists() {
                std::fs::remove_dir_all(&folder).context(folder.display())?;
            }
            std::fs::create_dir_all(&folder).context(folder.display())?;
            words.extend(["--keep".to_owned(), folder.display().to_string()]);
            folder
        }
    };
    words.extend(["--report".to_owned(), report.display().to_string()]);
    lab::hand_over(house, needs, "bench", &words)?;
    write_down(house, &report)?;
    search_window::run(house, &kept.join("100000.dossier"))
}

fn write_down(house: &House, report: &Path) -> Outcome<()> {
    let text = std::fs::read_to_string(report).context(report.display())?;
    let measured: Value = serde_json::from_str(&text).context("the measures")?;
    let file = MARKS.write(house, &search_table::of(&measured, PLOT)?)?;
    let plot = house.root.join("docs").join(PLOT);
    std::fs::write(&plot, search_plot::of(&measured)?).context(plot.display())?;
    announce(format_args!("Written into {} and {}", file.display(), plot.display()));
    Ok(())
}
