//! Times searching in many articles: forty kinds of question beside FTS5 alone, on the same texts in the same run.

mod ask;
mod bring;
mod kinds;
mod raw;
mod recoll;
mod report;
#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
mod times;

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use clap::{Args, Subcommand};
use serde::{Deserialize, Serialize};

use crate::generate::corpus::Corpus;
use report::Size;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

#[derive(Args)]
pub(crate) struct Options {
    /// How many articles; can be given more than once, or with commas.
    #[arg(long, value_delimiter = ',', default_values_t = [10_000, 100_000, 1_000_000])]
    articles: Vec<usize>,
    /// Seed of the generator.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Warm questions of each kind; one more comes first, told apart.
    #[arg(long, default_value_t = 50)]
    questions: usize,
    /// Only the kinds whose name has these words.
    #[arg(long, value_name = "WORDS", default_value = "")]
    only: String,
    /// Keep dossiers and tables here (10000.dossier, …); those an earlier run made are asked again.
    #[arg(long, value_name = "FOLDER")]
    keep: Option<PathBuf>,
    /// The same for one size, with the name of the dossier.
    #[arg(long, value_name = "FILE", conflicts_with = "keep")]
    dossier: Option<PathBuf>,
    /// Only make the dossiers.
    #[arg(long)]
    make: bool,
    /// Leave FTS5 alone and recoll out.
    #[arg(long)]
    alone: bool,
    /// Also write the JSON there.
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    #[command(subcommand)]
    part: Option<Part>,
}

/// What a process of its own does, so that its memory is its own.
#[derive(Subcommand)]
enum Part {
    /// Imports a folder into a new dossier.
    #[command(hide = true)]
    Import { inbox: PathBuf, dossier: PathBuf },
    /// Asks a dossier.
    #[command(hide = true)]
    Ask { dossier: PathBuf, questions: PathBuf },
}

pub(crate) fn run(options: &Options) -> Result<()> {
    match &options.part {
        Some(Part::Import { inbox, dossier }) => tell(&bring::import(inbox, dossier)?),
        Some(Part::Ask { dossier, questions }) => tell(&ask::run(dossier, questions)?),
        None => compare(options),
    }
}

fn compare(options: &Options) -> Result<()> {
    let scratch = tempfile::tempdir()?;
    if options.dossier.is_some() && options.articles.len() != 1 {
        return Err("--dossier goes with one --articles".into());
    }
    let folder = options.keep.as_deref().unwrap_or(scratch.path());
    let mut sizes = Vec::with_capacity(options.articles.len());
    for &articles in &options.articles {
        let dossier = options.dossier.clone().unwrap_or_else(|| folder.join(format!("{articles}.dossier")));
        let brought = bring::dossier(&dossier, articles, options.seed, |inbox, dossier| {
            child(&["import", &bring::path(inbox)?, &bring::path(dossier)?])
        })?;
        if options.make {
            println!("{}", serde_json::to_string_pretty(&brought)?);
            continue;
        }
        let kinds = chosen(options, &brought);
        if kinds.is_empty() {
            return Err(format!("no kind is called “{}”", options.only).into());
        }
        let questions = scratch.path().join("questions.json");
        fs::write(&questions, serde_json::to_vec(&kinds)?)?;
        eprintln!("Asking {articles} articles");
        let desk: ask::Told = child(&["ask", &bring::path(&dossier)?, &bring::path(&questions)?])?;
        let mut size = Size::new(brought, options.questions, desk);
        if !options.alone {
            eprintln!("Asking FTS5 alone");
            size.raw = Some(raw::run(&dossier, &dossier.with_extension("raw.sqlite"), &questions)?);
            size.recoll = recoll::run(articles, options.seed, &kinds)?;
        }
        print!("{size}");
        sizes.push(size);
    }
    if let Some(file) = &options.report {
        fs::write(file, serde_json::to_string_pretty(&sizes)?)?;
    }
    Ok(())
}

fn chosen(options: &Options, brought: &bring::Brought) -> Vec<kinds::Kind> {
    let corpus = Corpus::new(options.seed).with_names(brought.names);
    let mut kinds = kinds::kinds(&corpus, options.seed, options.questions + 1);
    kinds.retain(|kind| kind.name.contains(&options.only));
    kinds
}

fn tell(value: &impl Serialize) -> Result<()> {
    println!("{}", serde_json::to_string(value)?);
    Ok(())
}

fn child<T: for<'de> Deserialize<'de>>(words: &[&str]) -> Result<T> {
    let mut command = Command::new(std::env::current_exe()?);
    command.args(["bench", "search"]).args(words);
    let output = command.stdin(Stdio::null()).stderr(Stdio::inherit()).output()?;
    if !output.status.success() {
        return Err(format!("the part “{}” ended with {}", words.join(" "), output.status).into());
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}
