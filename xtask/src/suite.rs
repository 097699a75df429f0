//! `cargo xtask test`: everything that must hold, run to the end, told in one last line.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::command::{Context, Failure, Outcome, announce, cargo, pass_through, tee};
use crate::counts::Counts;
use crate::house::{House, Profile};
use crate::system::{self, Need};
use crate::{architecture, deny, ui, window};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Lints,
    Ui,
    Rust,
    Window,
}

impl Part {
    const ALL: [(&'static str, Self); 4] =
        [("lints", Self::Lints), ("ui", Self::Ui), ("rust", Self::Rust), ("window", Self::Window)];
}

pub(crate) fn run(house: &House, words: &[String]) -> Outcome<ExitCode> {
    let mut parts: Vec<Part> = Vec::new();
    for word in words {
        let part = Part::ALL.iter().find(|(name, _)| name == word);
        let names = Part::ALL.map(|(name, _)| name).join(", ");
        parts.push(part.ok_or_else(|| Failure(format!("test has no part “{word}”; it has {names}")))?.1);
    }
    let wanted = |part| parts.is_empty() || parts.contains(&part);
    system::provide(&[Need::Node, Need::Build, Need::Window, Need::Tests])?;

    let mut suite = Suite::default();
    // The shell embeds the interface, so it is built before anything of ours that names the shell.
    suite.check("the interface builds", || ui::build(house));
    if wanted(Part::Lints) {
        lints(house, &mut suite);
    }
    if wanted(Part::Ui) {
        suite.count("interface tests", || vitest(house, "unit", ui::npm(house).args(["test", "--"])));
    }
    if wanted(Part::Rust) {
        rust(house, &mut suite);
    }
    if wanted(Part::Window) && !cfg!(target_os = "linux") {
        announce("Skipping the window tests: their driver exists on Linux only");
        suite.counts.skipped += 1;
    } else if wanted(Part::Window) {
        // Every target, so that features are those of the Rust tests and nothing is compiled twice.
        suite.check("the desk builds", || {
            pass_through(compiler(house).args(["build", "--workspace", "--all-targets"]))
        });
        suite.count("window tests", || {
            let mut command = window::vitest_command(house, "specs", Profile::Debug)?;
            vitest(house, "window", &mut command)
        });
    }
    Ok(suite.report())
}

fn lints(house: &House, suite: &mut Suite) {
    let root = &house.root;
    suite.check("cargo fmt", || pass_through(cargo(root).args(["fmt", "--all", "--check"])));
    for script in ["format:check", "lint", "check"] {
        suite.check(&format!("npm run {script}"), || pass_through(ui::npm(house).args(["run", script])));
    }
    suite.check("types of the window tests", || {
        pass_through(ui::tool(house, "tsc", &house.ui()).args(["--project", "e2e/tsconfig.json"]))
    });
    suite.check("cargo-deny", || deny::check(house));
    match architecture::check(house) {
        Ok(rules) => {
            for rule in rules {
                suite.check(rule.name, || {
                    if rule.broken.is_empty() { Ok(()) } else { Err(Failure(rule.broken.join("; "))) }
                });
            }
        }
        Err(failure) => suite.check("the architecture can be read", || Err(failure)),
    }
    suite.check("cargo clippy", || {
        let arguments =
            ["clippy", "--workspace", "--all-targets", "--keep-going", "--", "--deny", "warnings"];
        pass_through(compiler(house).args(arguments))
    });
}

/// The cargo that compiles our own crates. Where they were never compiled, as in a fresh clone, it keeps nothing for
/// compiling a change faster: that is a fifth of what a run takes of the disk.
fn compiler(house: &House) -> Command {
    let mut command = cargo(&house.root);
    let kept = std::fs::read_dir(house.target.join("debug").join("incremental"));
    let ours = |entry: std::io::Result<std::fs::DirEntry>| {
        entry.is_ok_and(|entry| entry.file_name().to_string_lossy().starts_with("chancery_"))
    };
    if !kept.is_ok_and(|mut entries| entries.any(ours)) {
        command.env("CARGO_INCREMENTAL", "0");
    }
    command
}

fn rust(house: &House, suite: &mut Suite) {
    let generated = house.ui().join("src").join("lib").join("ipc").join("generated");
    let before = contents(&generated);
    let mut failed = Vec::new();
    suite.count("Rust tests", || {
        let mut counts = Counts::default();
        let mut command = compiler(house);
        command.args(["test", "--workspace", "--no-fail-fast"]);
        let success = tee(&mut command, |line| {
            if let Some(more) = Counts::from_cargo_line(line) {
                counts += more;
            }
            failed.extend(
                line.strip_prefix("test ")
                    .and_then(|rest| rest.strip_suffix(" ... FAILED"))
                    .map(str::to_owned),
            );
        })?;
        Ok(counts.with_exit(success))
    });
    suite.failures.append(&mut failed);
    // The tests of wire write the TypeScript types; a difference means the committed ones were old.
    suite.check("generated types are current", || {
        if before? == contents(&generated)? {
            Ok(())
        } else {
            Err(Failure("the tests wrote other types than were there: look at them and commit them".into()))
        }
    });
}

/// Runs vitest with a JSON report beside its words and counts from that.
fn vitest(house: &House, name: &str, command: &mut Command) -> Outcome<Counts> {
    let report = house.scratch()?.join(format!("vitest-{name}.json"));
    if report.exists() {
        std::fs::remove_file(&report).context(report.display())?;
    }
    command.args(["--reporter=default", "--reporter=json"]);
    command.arg(format!("--outputFile.json={}", report.display()));
    let success = command.status().context("vitest")?.success();
    let counts = match std::fs::read_to_string(&report) {
        Ok(text) => Counts::from_vitest(&serde_json::from_str::<Value>(&text).context(report.display())?),
        Err(_) => Counts::default(),
    };
    Ok(counts.with_exit(success))
}

/// Every file below a folder with its bytes; an absent folder is an empty one.
fn contents(folder: &Path) -> Outcome<BTreeMap<PathBuf, Vec<u8>>> {
    let mut found = BTreeMap::new();
    if !folder.exists() {
        return Ok(found);
    }
    for entry in std::fs::read_dir(folder).context(folder.display())? {
        let path = entry.context(folder.display())?.path();
        if path.is_dir() {
            found.extend(contents(&path)?);
        } else {
            let bytes = std::fs::read(&path).context(path.display())?;
            found.insert(path, bytes);
        }
    }
    Ok(found)
}

/// What was run so far; a failing step stops nothing.
#[derive(Default)]
struct Suite {
    counts: Counts,
    failures: Vec<String>,
    times: Vec<(String, Duration)>,
}

impl Suite {
    /// A step that holds or does not: one test.
    fn check(&mut self, name: &str, step: impl FnOnce() -> Outcome<()>) {
        self.count(name, || step().map(|()| Counts::ONE_PASSED));
    }

    /// A step with tests of its own.
    fn count(&mut self, name: &str, step: impl FnOnce() -> Outcome<Counts>) {
        announce(format_args!("Testing: {name}"));
        let start = Instant::now();
        let counts = match step() {
            Ok(counts) => {
                if counts.failed > 0 {
                    self.failures.push(format!("{name}: {counts}"));
                }
                counts
            }
            Err(failure) => {
                eprintln!("{failure}");
                self.failures.push(format!("{name}: {failure}"));
                Counts::ONE_FAILED
            }
        };
        self.counts += counts;
        self.times.push((name.to_owned(), start.elapsed()));
    }

    /// Prints times, failures and, last and alone, the counts.
    fn report(&self) -> ExitCode {
        println!();
        for (name, time) in self.times.iter().filter(|(_, time)| time.as_secs() > 0) {
            println!("{:>5} s  {name}", time.as_secs());
        }
        for failure in &self.failures {
            println!("failed: {failure}");
        }
        println!("{}", self.counts);
        if self.counts.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_step_is_counted_and_stops_nothing() {
        let mut suite = Suite::default();
        suite.check("good", || Ok(()));
        suite.check("bad", || Err(Failure("because".into())));
        suite.count("many", || Ok(Counts { passed: 3, failed: 1, skipped: 2 }));
        assert_eq!(suite.counts, Counts { passed: 4, failed: 2, skipped: 2 });
        assert_eq!(suite.failures, ["bad: because", "many: 3 passed, 1 failed, 2 skipped"]);
    }
}
