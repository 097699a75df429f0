//! Copies found among very many texts: every pair the exact way and bands of MinHash tell, against pairs computed outright.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::time::Instant;

use chancery_text::copies::{ALIKE, Fingerprint, LikenessIndex, Way};
use flate2::read::GzDecoder;
use serde::{Deserialize, Serialize};

use super::{Options, Outcome};

/// Texts looked at before the rest, to tell what is common; the desk looks at as many.
const SAMPLE: usize = 200;

/// Pairs closer than this to a bound are on neither side of it: the set gives four places.
const ROUNDED: f64 = 0.00006;

#[derive(Deserialize)]
struct Body {
    id: u32,
    body: String,
}

type Pair = (u32, u32);

#[derive(Serialize)]
struct Score {
    way: &'static str,
    texts: usize,
    /// Pairs with likeness from .8 and from .5 on, and how many of them were told.
    pairs_80: usize,
    found_80: usize,
    pairs_50: usize,
    found_50: usize,
    /// Pairs told whose true likeness is below one half.
    false_pairs: usize,
    /// Pairs whose likeness is told with another number than the set's.
    other_likeness: usize,
    /// Pairs compared word for word, beside the pairs there are.
    compared: usize,
    fingerprint_seconds: f64,
    search_seconds: f64,
    index_megabytes: f64,
}

pub(super) fn run(options: &Options) -> Outcome {
    let folder = options.folder("near-duplicates")?;
    let truth = read_pairs(&folder.join("reuters-train-pairs.tsv"))?;
    let bodies = read_bodies(&beside(&folder)?)?;
    let started = Instant::now();
    let texts: Vec<(u32, Fingerprint)> =
        bodies.iter().map(|one| (one.id, Fingerprint::of(&one.body, &[]))).collect();
    let fingerprinted = started.elapsed().as_secs_f64();
    let scores: Vec<Score> = [(Way::Exact, "exact"), (Way::Bands, "MinHash, 64 bands of 3")]
        .into_iter()
        .map(|(way, name)| score(way, name, &texts, &truth, fingerprinted))
        .collect();
    if options.json {
        println!("{}", serde_json::to_string_pretty(&scores)?);
    } else {
        print(&scores);
    }
    Ok(())
}

fn score(
    way: Way,
    name: &'static str,
    texts: &[(u32, Fingerprint)],
    truth: &BTreeMap<Pair, f64>,
    fingerprinted: f64,
) -> Score {
    let started = Instant::now();
    let sample: Vec<&Fingerprint> = texts.iter().take(SAMPLE).map(|(_, text)| text).collect();
    let mut index = LikenessIndex::new(way, texts.len(), &sample);
    let (mut told, mut compared) = (BTreeMap::new(), 0);
    for (id, text) in texts {
        for candidate in index.meet(text) {
            let Some((other, earlier)) = texts.get(candidate.text as usize) else { continue };
            compared += 1;
            let likeness = text.likeness(earlier);
            if likeness >= ALIKE {
                told.insert(pair(*id, *other), likeness);
            }
        }
    }
    let search_seconds = started.elapsed().as_secs_f64();
    let from = |bound: f64| -> BTreeSet<Pair> {
        truth.iter().filter(|(_, likeness)| **likeness >= bound).map(|(pair, _)| *pair).collect()
    };
    let found = |pairs: &BTreeSet<Pair>| pairs.iter().filter(|pair| told.contains_key(*pair)).count();
    let (from_80, from_50) = (from(0.8), from(ALIKE));
    // Of a pair the set does not name the likeness is below .3.
    let true_likeness = |pair: &Pair| truth.get(pair).copied().unwrap_or_default();
    Score {
        way: name,
        texts: texts.len(),
        pairs_80: from_80.len(),
        found_80: found(&from_80),
        pairs_50: from_50.len(),
        found_50: found(&from_50),
        false_pairs: told.keys().filter(|pair| true_likeness(pair) < ALIKE - ROUNDED).count(),
        other_likeness: told
            .iter()
            .filter(|(pair, likeness)| (true_likeness(pair) - **likeness).abs() > ROUNDED)
            .count(),
        compared,
        fingerprint_seconds: fingerprinted,
        search_seconds,
        index_megabytes: index.bytes() as f64 / 1e6,
    }
}

fn print(scores: &[Score]) {
    println!(
        "| | recall at J ≥ .8 | recall at J ≥ .5 | false pairs | compared | seconds | index, MB |\n|---|---|---|---|---|---|---|"
    );
    let recall =
        |found: usize, of: usize| format!("{:.4} ({found} of {of})", found as f64 / of.max(1) as f64);
    for score in scores {
        println!(
            "| Chancery, {} | {} | {} | {} | {} | {:.2} | {:.1} |",
            score.way,
            recall(score.found_80, score.pairs_80),
            recall(score.found_50, score.pairs_50),
            score.false_pairs,
            score.compared,
            score.fingerprint_seconds + score.search_seconds,
            score.index_megabytes,
        );
    }
    println!("| to reach | .99 | .97 | 0 | | | |");
    let texts = scores.first().map_or(0, |score| score.texts);
    println!(
        "\n{texts} texts, {} pairs; {} likenesses told differ from the set's.",
        texts * texts.saturating_sub(1) / 2,
        scores.iter().map(|score| score.other_likeness).sum::<usize>()
    );
}

fn pair(one: u32, other: u32) -> Pair {
    (one.min(other), one.max(other))
}

fn read_pairs(path: &Path) -> Result<BTreeMap<Pair, f64>, Box<dyn std::error::Error>> {
    let mut pairs = BTreeMap::new();
    for line in fs::read_to_string(path)?.lines().skip(1) {
        let mut cells = line.split('\t');
        let (Some(one), Some(other), Some(likeness)) = (cells.next(), cells.next(), cells.next()) else {
            return Err(format!("{}: no pair: {line:?}", path.display()).into());
        };
        pairs.insert(pair(one.parse()?, other.parse()?), likeness.parse()?);
    }
    Ok(pairs)
}

/// The texts the pairs name lie in the folder of another set.
fn beside(folder: &Path) -> Result<PathBuf, String> {
    let name = "topics/reuters-train.jsonl.gz";
    let path = folder.join("..").join(name);
    if path.is_file() { Ok(path) } else { Err(format!("{name} is not beside {}", folder.display())) }
}

fn read_bodies(path: &Path) -> Result<Vec<Body>, Box<dyn std::error::Error>> {
    let lines = BufReader::new(GzDecoder::new(File::open(path)?)).lines();
    lines.map(|line| Ok(serde_json::from_str(&line?)?)).collect()
}
