//! The lab: evaluation and benchmarks, run by `cargo xtask eval` and `cargo xtask bench`; never shipped.

mod bench;
mod eval;
mod generate;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Measures how well and how fast the desk works.
#[derive(Parser)]
#[command(name = "lab")]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Scores a reading against expected results.
    Eval(eval::Options),
    /// Times the desk on generated articles, beside the floor of reading the same files.
    Bench(bench::Options),
}

fn main() -> ExitCode {
    let outcome = match Cli::parse().task {
        Task::Eval(options) => eval::run(&options),
        Task::Bench(options) => bench::run(&options),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("lab: {error}");
            ExitCode::FAILURE
        }
    }
}
