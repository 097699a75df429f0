//! The language of sentences, pairs of words and words, a folder a language, as lingua's test data has them.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Read as _;
use std::path::Path;
use std::time::{Duration, Instant};

use chancery_model::{Confidence, Language};
use chancery_text::language_of;
use flate2::read::GzDecoder;
use serde::Serialize;

use super::article_text::share;
use super::{Options, Outcome};

const SETS: [&str; 3] = ["sentences", "word-pairs", "single-words"];

/// The languages whose false claims count: a foil that is called one of them.
const OURS: [&str; 2] = ["be", "ru"];

/// What lingua and whatlang reach on the same sentences, in percent, as published.
const PUBLISHED: [(&str, &str, &str); 2] = [("be", "99.9", "99.7"), ("ru", "97.8", "84.5")];

#[derive(Default, Serialize)]
struct Score {
    texts: usize,
    right: usize,
    /// Without a language.
    none: usize,
    /// In another language, and called Belarusian or Russian.
    claimed: usize,
    /// How many got which wrong language.
    taken_for: BTreeMap<String, usize>,
    accuracy: f64,
}

/// How far a confidence holds.
#[derive(Default, Serialize)]
struct Held {
    given: usize,
    wrong: usize,
}

#[derive(Default, Serialize)]
struct Report {
    /// By set, then by language.
    sets: BTreeMap<&'static str, BTreeMap<String, Score>>,
    /// Of sentences, by confidence.
    confidence: BTreeMap<&'static str, Held>,
    milliseconds_per_thousand: f64,
}

pub(super) fn run(options: &Options) -> Outcome {
    let folder = options.folder("language")?;
    let mut report = Report::default();
    let mut faults = Vec::new();
    let (mut spent, mut texts) = (Duration::ZERO, 0);
    for language in languages(&folder)? {
        for set in SETS {
            let Some(lines) = lines(&folder.join(&language), set)? else { continue };
            let score = report.sets.entry(set).or_default().entry(language.clone()).or_default();
            for line in lines.lines().filter(|line| !line.trim().is_empty()) {
                let started = Instant::now();
                let field = language_of(line);
                spent += started.elapsed();
                texts += 1;
                let read = field.value.map(|language: Language| language.code());
                score.texts += 1;
                let right = read.as_ref() == Some(&language);
                if set == "sentences" && read.is_some() {
                    let held = report.confidence.entry(name(field.confidence)).or_default();
                    held.given += 1;
                    held.wrong += usize::from(!right);
                }
                score.right += usize::from(right);
                if right {
                    continue;
                }
                if set == "sentences" {
                    let read = read.as_deref().unwrap_or("nothing");
                    faults.push(format!("{language}, read {read} ({}): {line}", name(field.confidence)));
                }
                match read {
                    None => score.none += 1,
                    Some(read) => {
                        score.claimed += usize::from(OURS.contains(&read.as_str()));
                        *score.taken_for.entry(read).or_default() += 1;
                    }
                }
            }
            score.accuracy = share(score.right, score.texts);
        }
    }
    report.milliseconds_per_thousand = spent.as_secs_f64() * 1e6 / f64::from(texts.max(1));
    if options.json {
        println!("{}", serde_json::to_string_pretty(&report)?);
    } else {
        print(&report);
        println!();
        faults.iter().for_each(|fault| println!("{fault}"));
    }
    Ok(())
}

/// The folders named for a language, in order.
fn languages(folder: &Path) -> std::io::Result<Vec<String>> {
    let mut languages = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() && Language::from_code(&name).is_some() {
            languages.push(name);
        }
    }
    languages.sort();
    Ok(languages)
}

/// The lines of a set, packed or not.
fn lines(folder: &Path, set: &str) -> std::io::Result<Option<String>> {
    let plain = folder.join(format!("{set}.txt"));
    if plain.is_file() {
        return fs::read_to_string(plain).map(Some);
    }
    let packed = folder.join(format!("{set}.txt.gz"));
    if !packed.is_file() {
        return Ok(None);
    }
    let mut text = String::new();
    GzDecoder::new(File::open(packed)?).read_to_string(&mut text)?;
    Ok(Some(text))
}

fn name(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::High => "high",
        Confidence::Medium => "medium",
        Confidence::Low => "low",
        Confidence::None => "none",
    }
}

fn print(report: &Report) {
    println!(
        "| | sentences | lingua, published | whatlang, published | pairs | words | sentences taken for be or ru | without a language |"
    );
    println!("|---|---|---|---|---|---|---|---|");
    let empty = BTreeMap::new();
    let of = |set: &str| report.sets.get(set).unwrap_or(&empty);
    for (language, score) in of("sentences") {
        let (lingua, whatlang) = PUBLISHED
            .iter()
            .find(|(code, ..)| code == language)
            .map_or(("", ""), |(_, lingua, whatlang)| (lingua, whatlang));
        let percent = |set: &str| of(set).get(language).map(|score| format!("{:.1}", score.accuracy * 100.0));
        println!(
            "| {language} | {:.1} | {lingua} | {whatlang} | {} | {} | {} | {} |",
            score.accuracy * 100.0,
            percent("word-pairs").unwrap_or_default(),
            percent("single-words").unwrap_or_default(),
            score.claimed,
            score.none,
        );
    }
    println!("\n| confidence, sentences | given | wrong |\n|---|---|---|");
    for name in ["high", "medium", "low"] {
        let held = report.confidence.get(name);
        println!(
            "| {name} | {} | {} |",
            held.map_or(0, |held| held.given),
            held.map_or(0, |held| held.wrong)
        );
    }
    println!("\n{:.0} ms for a thousand texts", report.milliseconds_per_thousand);
}
