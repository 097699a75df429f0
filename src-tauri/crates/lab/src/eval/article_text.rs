//! The text, title and author of saved pages, counted as trafilatura's evaluation counts: a segment is there or it is not.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Read as _;
use std::path::Path;
use std::time::{Duration, Instant};

use chancery_intake::{Limits, normalise, read};
use chancery_model::{Day, SourceDocument};
use chancery_text::{body, fold};
use flate2::read::GzDecoder;
use serde::{Deserialize, Serialize};

use super::{Options, Outcome};

/// What a page's text must and must not hold, and its fields; absent is not known.
#[derive(Deserialize)]
struct Truth {
    with: Vec<String>,
    without: Vec<String>,
    title: Option<String>,
    author: Option<Names>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Names {
    One(String),
    Several(Vec<String>),
}

#[derive(Default, Serialize)]
struct Score {
    pages: usize,
    refused: usize,
    /// Segments of the article found, and missed.
    found: usize,
    missed: usize,
    /// Segments beside the article taken in, and left out.
    taken_in: usize,
    left_out: usize,
    precision: f64,
    recall: f64,
    f1: f64,
    accuracy: f64,
    /// Share of titles and authors that are the same words, and how many there are.
    title: f64,
    titles: usize,
    author: f64,
    authors: usize,
    milliseconds_a_page: f64,
    slowest_milliseconds: f64,
}

/// Trafilatura 2.3.1 on this half of its set, as measured: precision, recall, F, title, author.
const MEASURED: [&str; 5] = [".902", ".938", ".920", ".609", ".550"];

pub(super) fn run(options: &Options) -> Outcome {
    let folder = options.folder("article-text")?;
    let truth: BTreeMap<String, Truth> = serde_json::from_slice(&fs::read(folder.join("truth.json"))?)?;
    let captured = Day::new(2026, 11, 21).ok_or("no such day")?;
    let mut score = Score { pages: truth.len(), ..Score::default() };
    let (mut titles, mut authors) = (0, 0);
    let (mut total, mut slowest) = (Duration::ZERO, Duration::ZERO);
    for (name, truth) in &truth {
        let bytes = page(&folder, name)?;
        let started = Instant::now();
        let document = read(&bytes, Some(name), captured, &Limits::default());
        total += started.elapsed();
        slowest = slowest.max(started.elapsed());
        score.refused += usize::from(document.is_err());
        let document = document.ok();
        let text = document.as_ref().map(|document| on_one_line(&body(&document.text, &document.furniture)));
        let has = |segment: &&String| {
            text.as_ref().is_some_and(|text| text.contains(&on_one_line(&normalise(segment))))
        };
        let (found, taken_in) =
            (truth.with.iter().filter(has).count(), truth.without.iter().filter(has).count());
        score.found += found;
        score.missed += truth.with.len() - found;
        score.taken_in += taken_in;
        score.left_out += truth.without.len() - taken_in;
        let said = |field: fn(&SourceDocument) -> &Option<String>| {
            document.as_ref().and_then(|document| field(document).as_deref()).map(words).unwrap_or_default()
        };
        if let Some(title) = truth.title.as_deref().map(words).filter(|title| !title.is_empty()) {
            score.titles += 1;
            titles += usize::from(said(|document| &document.title.value) == title);
        }
        if let Some(author) = truth.author.as_ref().map(Names::words).filter(|author| !author.is_empty()) {
            score.authors += 1;
            authors += usize::from(said(|document| &document.byline.value) == author);
        }
    }
    score.precision = share(score.found, score.found + score.taken_in);
    score.recall = share(score.found, score.found + score.missed);
    score.f1 = share(2 * score.found, 2 * score.found + score.taken_in + score.missed);
    let right = score.found + score.left_out;
    score.accuracy = share(right, right + score.missed + score.taken_in);
    (score.title, score.author) = (share(titles, score.titles), share(authors, score.authors));
    score.milliseconds_a_page = total.as_secs_f64() * 1000.0 / score.pages.max(1) as f64;
    score.slowest_milliseconds = slowest.as_secs_f64() * 1000.0;
    if options.json {
        println!("{}", serde_json::to_string_pretty(&score)?);
    } else {
        print(&score);
    }
    Ok(())
}

fn print(score: &Score) {
    println!("| | precision | recall | F | title | author |\n|---|---|---|---|---|---|");
    println!(
        "| Chancery | {:.3} | {:.3} | {:.3} | {:.3} | {:.3} |",
        score.precision, score.recall, score.f1, score.title, score.author
    );
    println!("| trafilatura 2.3.1, this half, measured | {} |", MEASURED.join(" | "));
    println!("| trafilatura, the whole set, published | | | .924 | | |");
    println!("| rs-trafilatura 0.2.2, the whole set, published | | | .883 | .702 | .567 |");
    println!("| dom_smoothie 0.19, the whole set, measured | | | .885 | | |");
    println!(
        "\n{} pages, {} refused; segments found {}, missed {}, taken in {}, left out {}; {} titles, {} authors; \
         {:.1} ms a page, slowest {:.0} ms",
        score.pages,
        score.refused,
        score.found,
        score.missed,
        score.taken_in,
        score.left_out,
        score.titles,
        score.authors,
        score.milliseconds_a_page,
        score.slowest_milliseconds
    );
}

impl Names {
    fn words(&self) -> String {
        match self {
            Self::One(name) => words(name),
            Self::Several(names) => words(&names.join(" ")),
        }
    }
}

/// A page, packed or not.
pub(super) fn page(folder: &Path, name: &str) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let plain = folder.join("pages").join(name);
    if plain.is_file() {
        return Ok(fs::read(plain)?);
    }
    let mut bytes = Vec::new();
    let packed = folder.join("pages").join(format!("{name}.gz"));
    GzDecoder::new(File::open(packed)?).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Segments don't know where lines end.
fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `text` with case and punctuation folded away.
fn words(text: &str) -> String {
    let folded = fold(text);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

pub(super) fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}
