//! `cargo xtask measure`: what a release build costs, beside an empty Tauri window, written into docs/performance.md.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::command::{Context, Failure, Outcome, announce, cargo, output_of, pass_through, probe};
use crate::house::{House, Profile};
use crate::system::{self, Need};
use crate::{bundle, run, ui, window};

/// The marks in docs/performance.md between which a table is written.
const MARKS: Marks = Marks { begin: "<!-- measured: begin -->", end: "<!-- measured: end -->" };

pub(crate) fn run(house: &House) -> Outcome<()> {
    system::provide(&[Need::Node, Need::Build, Need::Window, Need::Tests])?;
    let package = bundle::make_deb(house)?;
    run::build(house, Profile::Release, &["chancery-cli"])?;
    announce("Building the empty window that stands beside it (the floor)");
    pass_through(cargo(&house.root).args([
        "build",
        "--release",
        "--package",
        "chancery",
        "--example",
        "empty_window",
    ]))?;
    let floor = house.binary("examples/empty_window", Profile::Release);

    let scratch = house.scratch()?;
    let dossier = scratch.join("measured.dossier");
    if dossier.exists() {
        std::fs::remove_file(&dossier).context(dossier.display())?;
    }
    run::new_dossier(house, Profile::Release, &dossier)?;

    announce("Measuring start and memory");
    let report = scratch.join("measured.json");
    let mut measures = ui::tool(house, "vitest", &house.ui());
    measures.args(["run", "--config", "vitest.e2e.config.ts", "--dir", "e2e/measures"]);
    window::binaries(house, &mut measures, Profile::Release)?;
    measures.env("CHANCERY_FLOOR", &floor).env("CHANCERY_DOSSIER", &dossier).env("CHANCERY_REPORT", &report);
    pass_through(&mut measures)?;
    let text = std::fs::read_to_string(&report).context(report.display())?;
    let report: Value = serde_json::from_str(&text).context("the measures")?;

    let sizes = Sizes {
        package: size(&package)?,
        binary: size(&house.binary("chancery", Profile::Release))?,
        floor_packed: packed_size(&floor)?,
        floor: size(&floor)?,
    };
    let table = table(&report, &sizes)?;
    let file = MARKS.write(house, &table)?;
    println!("{table}");
    announce(format_args!("Written into {}", file.display()));
    Ok(())
}

struct Sizes {
    package: u64,
    binary: u64,
    floor_packed: u64,
    floor: u64,
}

fn size(file: &Path) -> Outcome<u64> {
    Ok(std::fs::metadata(file).context(file.display())?.len())
}

/// What a binary takes in a package: the bundler packs with gzip, so do we.
fn packed_size(binary: &Path) -> Outcome<u64> {
    let out = binary.with_extension("gz");
    let script = "gzip --stdout --best \"$0\" > \"$1\"";
    pass_through(Command::new("sh").args(["-c", script]).arg(binary).arg(&out))?;
    size(&out)
}

fn table(report: &Value, sizes: &Sizes) -> Outcome<String> {
    let number = |who: &str, what: &str| {
        let found = report.get(who).and_then(|one| one.get(what)).and_then(Value::as_f64);
        found.ok_or_else(|| Failure(format!("the measures lack {who}.{what}")))
    };
    let seconds = |who: &str| -> Outcome<String> {
        let (middle, worst) = (number(who, "startMedian")?, number(who, "startWorst")?);
        Ok(format!("{:.2} s (slowest {:.2})", middle / 1000.0, worst / 1000.0))
    };
    let memory =
        |who: &str| -> Outcome<String> { Ok(format!("{:.0} MB", number(who, "pssKilobytes")? / 1024.0)) };
    let megabytes = |bytes: u64| format!("{:.1} MB", bytes as f64 / 1_000_000.0);
    let runs = number("desk", "runs")?;
    let commit = output_of(Command::new("git").args(["rev-parse", "--short", "HEAD"])).unwrap_or_default();
    let machine = machine();
    Ok(format!(
        "Measured by `cargo xtask measure` at {commit} on {machine}, release build, under Xvfb without a graphics card, bundled dossier.\n\
         Start is from launching the process to the first row of the article list, where the window was left, being on the page ({runs}\n\
         starts, median; the WebDriver that watches is inside the figure). Memory is the proportional set size of all processes of the desk, ten seconds after that.\n\
         The empty window is `src-tauri/examples/empty_window.rs`: the same Tauri, nothing in it.\n\n\
         | | Chancery | empty Tauri window | goal |\n\
         |---|---|---|---|\n\
         | start to usable list | {} | {} | 1 s |\n\
         | idle memory (PSS) | {} | {} | 300 MB |\n\
         | `.deb` | {} | {} (binary, packed the same way) | 25 MB |\n\
         | binary | {} | {} | |\n",
        seconds("desk")?,
        seconds("floor")?,
        memory("desk")?,
        memory("floor")?,
        megabytes(sizes.package),
        megabytes(sizes.floor_packed),
        megabytes(sizes.binary),
        megabytes(sizes.floor),
        commit = commit.trim(),
    ))
}

pub(crate) fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let info = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let name =
        info.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": ").map(|(_, name)| name));
    let system = probe("sh", &["-c", ". /etc/os-release && echo $PRETTY_NAME"]).unwrap_or_default();
    format!("{cores} cores of {} with {system}", name.unwrap_or("an unnamed processor"))
}

/// The lines of docs/performance.md between which a command writes what it measured.
pub(crate) struct Marks {
    pub(crate) begin: &'static str,
    pub(crate) end: &'static str,
}

impl Marks {
    /// Puts a table there and returns the file.
    pub(crate) fn write(&self, house: &House, table: &str) -> Outcome<PathBuf> {
        let file = house.root.join("docs").join("performance.md");
        let old = std::fs::read_to_string(&file).context(file.display())?;
        std::fs::write(&file, self.replace(&old, table)?).context(file.display())?;
        Ok(file)
    }

    fn replace(&self, old: &str, table: &str) -> Outcome<String> {
        let Self { begin, end } = self;
        let missing = || Failure(format!("docs/performance.md lacks the lines “{begin}” and “{end}”"));
        let (before, rest) = old.split_once(begin).ok_or_else(missing)?;
        let (_, after) = rest.split_once(end).ok_or_else(missing)?;
        Ok(format!("{before}{begin}\n{table}{end}{after}"))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn only_what_stands_between_the_marks_is_replaced() {
        let marks = Marks { begin: "<b>", end: "<e>" };
        let replaced = marks.replace("# Title\n<b>\nold\n<e>\nby hand\n", "new\n").unwrap();
        assert_eq!(replaced, "# Title\n<b>\nnew\n<e>\nby hand\n");
        assert!(marks.replace("nothing", "new").is_err());
    }
}
