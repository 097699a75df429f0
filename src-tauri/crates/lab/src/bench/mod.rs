//! Times the desk on generated articles. Times vary with the machine; the ratio to the floor in the same run is what to compare.

mod copies;
mod floor;
mod import;
mod milestones;
mod search;
mod stages;
mod topics;

use std::fs;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use chancery_briefing::{Document, Pages, Typesetter, TypesettingError};
use chancery_desk::{Library, Progress, SystemClock};
use chancery_store::{ArticleFilter, ArticleSort};
use clap::{Args, Subcommand};

use crate::generate::{Numbers, article};

#[derive(Args)]
pub(crate) struct Options {
    /// How many articles.
    #[arg(long, default_value_t = 5_000)]
    articles: usize,
    /// Seed of the generator.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    #[command(subcommand)]
    what: Option<What>,
}

#[derive(Subcommand)]
enum What {
    /// Looks for copies among 100,000 articles.
    Copies(copies::Options),
    /// Imports 20,000 text files and 20,000 of all sorts, beside recollindex.
    Import(import::Options),
    /// Turns a register of 10,000 milestones with 50,000 pieces of evidence from day to day.
    Milestones(milestones::Options),
    /// Asks 10,000 to a million articles forty kinds of question, beside FTS5 alone.
    Search(search::Options),
    /// Times each step of reading by itself, on a few made-up files of each format.
    Stages(stages::Options),
    /// Times learning topics from decisions, and scoring 100,000 articles.
    Topics(topics::Options),
}

/// Runs of each question; the median is told.
const RUNS: usize = 21;

type Outcome = Result<(), Box<dyn std::error::Error>>;

pub(crate) fn run(options: &Options) -> Outcome {
    match &options.what {
        Some(What::Copies(options)) => copies::run(options),
        Some(What::Import(options)) => import::run(options),
        Some(What::Milestones(options)) => milestones::run(options),
        Some(What::Search(options)) => search::run(options),
        Some(What::Stages(options)) => stages::run(options),
        Some(What::Topics(options)) => topics::run(options),
        None => desk(options),
    }
}

fn desk(options: &Options) -> Outcome {
    let folder = tempfile::tempdir()?;
    let inbox = folder.path().join("in");
    fs::create_dir(&inbox)?;
    let mut numbers = Numbers::new(options.seed);
    for serial in 0..options.articles {
        fs::write(inbox.join(format!("{serial:06}.txt")), article(&mut numbers, serial))?;
    }

    let floor = timed(|| read_all(&inbox))?;
    let library = Library::new(folder.path().join("data"), Arc::new(SystemClock), Arc::new(NoPress));
    // From the bundled dossier, so that the codebook is there and every article is tagged.
    let desk = library.create(&folder.path().join("bench.dossier"), "", true)?;
    let import = timed(|| {
        let report = desk.import(std::slice::from_ref(&inbox), &mut Progress::silent())?;
        let counts = report.counts;
        let told = counts.came_in() + counts.duplicates + counts.refused;
        assert_eq!(told, options.articles as u64, "every file is told");
        Ok(())
    })?;
    let rate = |time: Duration| options.articles as f64 / time.as_secs_f64();
    println!("{} articles of 2.3 kB, seed {}", options.articles, options.seed);
    println!("| what | time | rate | × floor |\n|---|---|---|---|");
    println!("| read the files (floor) | {:.2} s | {:.0}/s | 1 |", floor.as_secs_f64(), rate(floor));
    println!(
        "| import: read, date, tag, store, index | {:.2} s | {:.0}/s | {:.1} |",
        import.as_secs_f64(),
        rate(import),
        import.as_secs_f64() / floor.as_secs_f64()
    );

    println!("\n| question | median |\n|---|---|");
    let filter = ArticleFilter::default;
    let questions: [(&str, &dyn Fn() -> Outcome); 5] = [
        ("newest 50", &|| nothing(desk.articles(None, filter(), ArticleSort::Newest, 0, 50))),
        ("search, common word, newest 50 with snippets", &|| {
            nothing(desk.search("ministry", filter(), true, 0, 50))
        }),
        ("search, common word, best 50", &|| nothing(desk.search("ministry", filter(), false, 0, 50))),
        ("search, phrase", &|| nothing(desk.search("\"gas price in Brest\"", filter(), true, 0, 50))),
        ("figures beside the sections", &|| nothing(desk.read(|reader| reader.counts()))),
    ];
    for (name, question) in questions {
        let mut times = (0..RUNS).map(|_| timed(question)).collect::<Result<Vec<_>, _>>()?;
        times.sort();
        let median = times.get(RUNS / 2).copied().unwrap_or_default();
        println!("| {name} | {:.1} ms |", median.as_secs_f64() * 1000.0);
    }
    Ok(())
}

/// Keeps the compiler from dropping what nobody reads.
fn nothing<T>(answer: chancery_desk::Result<T>) -> Outcome {
    std::hint::black_box(answer?);
    Ok(())
}

fn timed(work: impl FnOnce() -> Outcome) -> Result<Duration, Box<dyn std::error::Error>> {
    let began = Instant::now();
    work()?;
    Ok(began.elapsed())
}

fn read_all(folder: &Path) -> Outcome {
    for entry in fs::read_dir(folder)? {
        std::hint::black_box(fs::read(entry?.path())?);
    }
    Ok(())
}

/// What this process and those it has waited for have computed: on a busy machine it tells more than the clock.
fn cpu_seconds() -> (f64, f64) {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // After the name, which may hold anything; ticks of a hundredth of a second, by all kernels of today.
    let fields = stat.rsplit_once(')').map_or("", |(_, rest)| rest).split_whitespace();
    let ticks: Vec<f64> = fields.skip(11).take(4).filter_map(|field| field.parse().ok()).collect();
    match ticks.as_slice() {
        [user, system, waited_user, waited_system] => {
            ((user + system) / 100.0, (waited_user + waited_system) / 100.0)
        }
        _ => (0.0, 0.0),
    }
}

/// Sets nothing: no bench prints, and the lab is built without Typst.
struct NoPress;

impl Typesetter for NoPress {
    fn pdf(&self, _: &Document) -> Result<Vec<u8>, TypesettingError> {
        Err(TypesettingError::Refused("the lab has no press".to_owned()))
    }

    fn pages_svg(&self, _: &Document, _: Range<usize>) -> Result<Pages, TypesettingError> {
        Err(TypesettingError::Refused("the lab has no press".to_owned()))
    }
}
