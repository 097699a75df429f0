//! `cargo xtask`: the one front door to building, testing, measuring and packaging.

mod architecture;
mod bundle;
mod clean_system;
mod command;
mod counts;
mod deny;
mod fuzz;
mod house;
mod import_table;
mod lab;
mod measure;
mod register_bench;
mod run;
mod search_bench;
mod search_plot;
mod search_table;
mod search_window;
mod suite;
mod system;
mod ui;
mod window;

use std::process::ExitCode;

use command::Outcome;
use house::House;

const HELP: &str = "\
cargo xtask COMMAND

  run [--fresh] [--headless] [--release]
                   build the desk and open it on the bundled dossier (kept under target/xtask; --fresh makes it anew);
                   without a display, or with --headless, build the dossier and write the briefing in four formats
  test [PART…]     install what tests need and run everything, or only: rust, ui, window, lints
  bundle           make the .deb and the .rpm (or --bundles LIST); --check installs the .deb into a clean system,
                   starts it there and removes it
  shots            photograph every screen, light and dark, into docs/screenshots
  measure          time to a usable list, idle memory and package size of a release build, into docs/performance.md
  bench import     import 20,000 text files and 20,000 of all sorts beside recollindex, into docs/performance.md
  bench milestones 10,000 milestones with 50,000 pieces of evidence, turned from day to day, sorted, panned and zoomed
                   in a release window, into docs/performance.md
  bench search [--keep FOLDER] [--questions N]
                   ask 10,000, 100,000 and a million made-up articles forty kinds of question, beside FTS5 alone and recoll,
                   then 100,000 in a release window, into docs/performance.md; --articles N asks one size, and --only WORDS some
                   kinds, writing nothing down; --from REPORT writes down what was measured with --report REPORT, --window
                   DOSSIER measures a window on one that was kept, --window-from REPORT writes such a measure down
  bench, eval, lab hand over to the lab: benchmarks, evaluation, and whatever else it offers
  fuzz [TARGET…] [--seconds N]
                   throw broken files at every reader, ten minutes each; needs what src-tauri/fuzz/README.md says
  doctor           say what this machine has and lacks
";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next().unwrap_or_default();
    let rest: Vec<String> = arguments.collect();
    match dispatch(&command, &rest) {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("xtask: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(command: &str, rest: &[String]) -> Outcome<ExitCode> {
    if matches!(command, "" | "help" | "--help" | "-h") {
        print!("{HELP}");
        return Ok(ExitCode::SUCCESS);
    }
    let house = House::find()?;
    match command {
        "run" => run::run(&house, &run::Options::parse(rest)?)?,
        "test" => return suite::run(&house, rest),
        "bundle" => bundle::run(&house, rest)?,
        "shots" => window::shots(&house)?,
        "measure" => measure::run(&house)?,
        "bench" | "eval" => lab::run(&house, command, rest)?,
        "fuzz" => fuzz::run(&house, rest)?,
        "lab" => match rest.split_first() {
            Some((task, rest)) => lab::run(&house, task, rest)?,
            None => lab::run(&house, "--help", &[])?,
        },
        "doctor" => return Ok(system::doctor()),
        other => {
            eprint!("xtask: there is no command “{other}”\n\n{HELP}");
            return Ok(ExitCode::from(2));
        }
    }
    Ok(ExitCode::SUCCESS)
}
