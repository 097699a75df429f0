//! Times the import of generated files beside recollindex and SQLite alone on the same folder, and what a cancel and a resume cost.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use chancery_desk::{Cancel, Desk, ImportReport, Library, Progress, SystemClock};
use clap::{Args, Subcommand};
use serde::{Deserialize, Serialize};

use super::{NoPress, cpu_seconds, floor};
use crate::generate::files::{Mix, fill};

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

#[derive(Args)]
pub(crate) struct Options {
    /// How many files to a folder.
    #[arg(long, default_value_t = 20_000)]
    files: usize,
    /// Seed of the generator.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Print JSON instead of a table.
    #[arg(long)]
    json: bool,
    /// Also write the JSON there.
    #[arg(long)]
    report: Option<PathBuf>,
    /// Leave recollindex out.
    #[arg(long)]
    alone: bool,
    #[command(subcommand)]
    part: Option<Part>,
}

/// What a process of its own does, so that its memory is its own.
#[derive(Subcommand)]
enum Part {
    /// Imports a folder into a fresh dossier.
    #[command(hide = true)]
    Whole { folder: PathBuf, data: PathBuf },
    /// Imports it, cancels, and resumes.
    #[command(hide = true)]
    Broken { folder: PathBuf, data: PathBuf, after: u64 },
}

/// What was measured of one folder.
#[derive(Serialize)]
struct Measured {
    mix: &'static str,
    files: usize,
    megabytes: f64,
    chancery: Whole,
    recollindex: Option<Other>,
    /// Of the text files, where Python is there to run it.
    floor_seconds: Option<f64>,
    broken: Broken,
}

#[derive(Deserialize, Serialize)]
struct Whole {
    seconds: f64,
    cpu_seconds: f64,
    articles: usize,
    refused: usize,
    peak_megabytes: f64,
    dossier_megabytes: f64,
}

#[derive(Serialize)]
pub(super) struct Other {
    pub(super) seconds: f64,
    cpu_seconds: f64,
    documents: usize,
    index_megabytes: f64,
}

#[derive(Deserialize, Serialize)]
struct Broken {
    /// From asking for the end to having it.
    cancel_milliseconds: f64,
    stored_before: usize,
    /// Files whose bytes were read although they are in.
    read_again: usize,
    articles: usize,
}

pub(crate) fn run(options: &Options) -> Result<()> {
    match &options.part {
        Some(Part::Whole { folder, data }) => tell(&whole(folder, data)?),
        Some(Part::Broken { folder, data, after }) => {
            tell(&broken(folder, data, Duration::from_millis(*after))?)
        }
        None => {
            let text = compare(options, "txt", Mix::Text)?;
            let mixed = compare(options, "mixed", Mix::Mixed)?;
            let all = [text, mixed];
            let json = serde_json::to_string_pretty(&all)?;
            if let Some(file) = &options.report {
                fs::write(file, &json)?;
            }
            if options.json {
                println!("{json}")
            } else {
                table(&all)
            }
            Ok(())
        }
    }
}

fn tell(value: &impl Serialize) -> Result<()> {
    println!("{}", serde_json::to_string(value)?);
    Ok(())
}

fn compare(options: &Options, name: &'static str, mix: Mix) -> Result<Measured> {
    let scratch = tempfile::tempdir()?;
    let folder = scratch.path().join("in");
    eprintln!("Writing {} files ({name})", options.files);
    let bytes = fill(&folder, mix, options.files, options.seed)?;
    eprintln!("Importing");
    let chancery: Whole = child("whole", &folder, &scratch.path().join("whole"), &[])?;
    let recollindex = if options.alone {
        None
    } else {
        eprintln!("Indexing the same with recollindex");
        Some(recoll(&folder, &scratch.path().join("recoll"))?)
    };
    let floor_seconds = match mix {
        Mix::Text => floor::seconds(&folder, &scratch.path().join("floor")),
        Mix::Mixed => None,
    };
    eprintln!("Importing, cancelling, resuming");
    let after = format!("{:.0}", chancery.seconds * 400.0);
    let broken: Broken = child("broken", &folder, &scratch.path().join("broken"), &[&after])?;
    Ok(Measured {
        mix: name,
        files: options.files,
        megabytes: bytes as f64 / 1e6,
        chancery,
        recollindex,
        floor_seconds,
        broken,
    })
}

fn child<T: for<'de> Deserialize<'de>>(part: &str, folder: &Path, data: &Path, more: &[&str]) -> Result<T> {
    let mut command = Command::new(std::env::current_exe()?);
    command.args(["bench", "import", part]).arg(folder).arg(data).args(more);
    let output = command.stdin(Stdio::null()).stderr(Stdio::inherit()).output()?;
    if !output.status.success() {
        return Err(format!("the part “{part}” ended with {}", output.status).into());
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}

fn fresh(data: &Path) -> Result<Desk> {
    let library = Library::new(data.join("data"), Arc::new(SystemClock), Arc::new(NoPress));
    // From the bundled dossier, so that the codebook is there and every article is tagged.
    Ok(library.create(&data.join("bench.dossier"), "", true)?)
}

fn count(number: u64) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

fn articles(report: &ImportReport) -> usize {
    count(report.counts.came_in())
}

fn whole(folder: &Path, data: &Path) -> Result<Whole> {
    fs::create_dir_all(data)?;
    let desk = fresh(data)?;
    let began = Instant::now();
    let report = desk.import(&[folder.to_owned()], &mut Progress::silent())?;
    let seconds = began.elapsed().as_secs_f64();
    let cpu_seconds = cpu_seconds().0;
    // Closed, or its journal would be measured with it.
    drop(desk);
    Ok(Whole {
        seconds,
        cpu_seconds,
        articles: articles(&report),
        refused: count(report.counts.refused),
        peak_megabytes: peak_megabytes(),
        dossier_megabytes: size(data)? as f64 / 1e6,
    })
}

fn broken(folder: &Path, data: &Path, after: Duration) -> Result<Broken> {
    fs::create_dir_all(data)?;
    let desk = fresh(data)?;
    let cancel = Cancel::default();
    let canceller = {
        let cancel = cancel.clone();
        std::thread::spawn(move || {
            std::thread::sleep(after);
            cancel.cancel();
            Instant::now()
        })
    };
    let first = desk.import(&[folder.to_owned()], &mut Progress::new(cancel, |_| {}))?;
    let ended = Instant::now();
    let asked = canceller.join().map_err(|_| "the one who cancels broke")?;
    let second = desk.resume_import(first.import, &mut Progress::silent())?;
    Ok(Broken {
        cancel_milliseconds: ended.saturating_duration_since(asked).as_secs_f64() * 1000.0,
        stored_before: articles(&first),
        read_again: count(second.counts.duplicates - first.counts.duplicates),
        articles: articles(&second),
    })
}

/// The most memory this process ever held; zero where the system does not say.
pub(super) fn peak_megabytes() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<f64>().ok());
    kilobytes.unwrap_or_default() * 1024.0 / 1e6
}

fn size(folder: &Path) -> Result<u64> {
    let mut bytes = 0;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let found = entry.metadata()?;
        bytes += if found.is_dir() { size(&entry.path())? } else { found.len() };
    }
    Ok(bytes)
}

/// Runs recollindex with its own defaults and an index of its own.
pub(super) fn recoll(folder: &Path, place: &Path) -> Result<Other> {
    fs::create_dir_all(place)?;
    writeln!(fs::File::create(place.join("recoll.conf"))?, "topdirs = {}", folder.display())?;
    let quiet = |program: &str| {
        let mut command = Command::new(program);
        command.arg("-c").arg(place).env("RECOLL_CONFDIR", place).stdin(Stdio::null()).stderr(Stdio::null());
        command
    };
    let (_, before) = cpu_seconds();
    let began = Instant::now();
    let status = quiet("recollindex").stdout(Stdio::null()).status()?;
    let seconds = began.elapsed().as_secs_f64();
    let cpu_seconds = cpu_seconds().1 - before;
    if !status.success() {
        return Err(format!("recollindex ended with {status}").into());
    }
    // "N results", counted and not estimated, among other lines.
    let told = quiet("recollq").args(["-E", "-Q", "mime:*"]).output()?;
    let told = String::from_utf8_lossy(&told.stdout).into_owned();
    let documents =
        told.lines().find_map(|line| line.split_once(" results")?.0.split(' ').next_back()?.parse().ok());
    Ok(Other {
        seconds,
        cpu_seconds,
        documents: documents.unwrap_or(0),
        index_megabytes: size(place)? as f64 / 1e6,
    })
}

fn table(all: &[Measured]) {
    for one in all {
        let rate = |seconds: f64| one.files as f64 / seconds;
        println!("\n{}: {} files, {:.0} MB", one.mix, one.files, one.megabytes);
        let ours = &one.chancery;
        println!(
            "  chancery     {:7.1} s  {:6.0} files/s, {:.1} s computing, {} articles, {} refused, peak {:.0} MB, dossier {:.0} MB",
            ours.seconds,
            rate(ours.seconds),
            ours.cpu_seconds,
            ours.articles,
            ours.refused,
            ours.peak_megabytes,
            ours.dossier_megabytes
        );
        if let Some(other) = &one.recollindex {
            println!(
                "  recollindex  {:7.1} s  {:6.0} files/s, {:.1} s computing, {} documents, index {:.0} MB; ratio {:.2}",
                other.seconds,
                rate(other.seconds),
                other.cpu_seconds,
                other.documents,
                other.index_megabytes,
                other.seconds / ours.seconds
            );
        }
        if let Some(floor) = one.floor_seconds {
            println!(
                "  FTS5 alone   {floor:7.1} s  {:6.0} files/s; the import reaches {:.2} of it",
                rate(floor),
                floor / ours.seconds
            );
        }
        println!(
            "  cancelled in {:.0} ms with {} stored; the resume read {} of them again; {} articles in the end",
            one.broken.cancel_milliseconds,
            one.broken.stored_before,
            one.broken.read_again,
            one.broken.articles
        );
    }
}
