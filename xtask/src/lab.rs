//! Benchmarks and evaluation: handed to the lab, in an optimised build.

use crate::command::{Context, Outcome, announce, cargo, pass_through};
use crate::house::House;
use crate::import_table;
use crate::measure::Marks;
use crate::register_bench;
use crate::search_bench;
use crate::system::{self, Need};

const IMPORT: Marks = Marks { begin: "<!-- import: begin -->", end: "<!-- import: end -->" };

pub(crate) fn run(house: &House, task: &str, rest: &[String]) -> Outcome<()> {
    match (task, rest.first().map(String::as_str)) {
        ("bench", Some("import")) => return import(house, rest),
        ("bench", Some("search")) => return search_bench::run(house, rest),
        ("bench", Some("milestones")) => return register_bench::run(house, rest),
        _ => {}
    }
    hand_over(house, &[Need::Build], task, rest)
}

pub(crate) fn hand_over(house: &House, needs: &[Need], task: &str, rest: &[String]) -> Outcome<()> {
    system::provide(needs)?;
    announce(format_args!("Building the lab (release) and starting “{task}”"));
    let arguments = ["run", "--release", "--quiet", "--package", "chancery-lab", "--", task];
    pass_through(cargo(&house.root).args(arguments).args(rest))
}

/// Only a run with the usual files is written down: others can't be compared.
fn import(house: &House, rest: &[String]) -> Outcome<()> {
    let has = |option: &str| has(rest, option);
    let needs: &[Need] = if has("--alone") { &[Need::Build] } else { &[Need::Build, Need::Recoll] };
    if ["--files", "--seed", "--alone", "--report", "--help"].into_iter().any(has) {
        return hand_over(house, needs, "bench", rest);
    }
    let report = house.scratch()?.join("import.json");
    let mut rest = rest.to_vec();
    rest.extend(["--report".to_owned(), report.display().to_string()]);
    hand_over(house, needs, "bench", &rest)?;
    let text = std::fs::read_to_string(&report).context(report.display())?;
    let measured = serde_json::from_str(&text).context("the measures")?;
    let file = IMPORT.write(house, &import_table::of(&measured)?)?;
    announce(format_args!("Written into {}", file.display()));
    Ok(())
}

/// Whether an option is among the words, with its value or before it.
pub(crate) fn has(words: &[String], option: &str) -> bool {
    words.iter().any(|word| word.split('=').next() == Some(option))
}
