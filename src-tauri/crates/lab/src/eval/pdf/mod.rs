//! Articles printed to PDF by the programs that are here, read by us and by poppler, word by word.

mod article;
mod printers;
mod words;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use chancery_intake::{Limits, read};
use chancery_model::Day;
use serde::Serialize;

use super::{Options, Outcome};
use article::{Article, Layout};
use printers::{PRINTERS, poppler};
use words::{Faults, faults, unbroken, words};

#[derive(Default, Serialize)]
struct Score {
    files: usize,
    pages: usize,
    words: usize,
    ours: Faults,
    poppler: Faults,
    milliseconds_a_page: f64,
    #[serde(skip)]
    taken: Duration,
}

/// Readings of one file that are timed; the fastest counts, for other programs share the machine.
const TIMES: usize = 5;

pub(super) fn run(options: &Options) -> Outcome {
    let articles = articles(options)?;
    let folder = tempfile::tempdir()?;
    let mut scores: BTreeMap<String, Score> = BTreeMap::new();
    let mut missing = Vec::new();
    for (number, article) in articles.iter().enumerate() {
        for printer in PRINTERS {
            for &layout in printer.layouts {
                let name = folder.path().join(format!("{number}"));
                let Some(pdf) = printer.print(article, layout, &name)? else {
                    missing.push(printer.name);
                    continue;
                };
                let columns = if layout == Layout::Columns { ", columns" } else { "" };
                let score =
                    scores.entry(format!("{}{columns} | {}", printer.name, article.language)).or_default();
                add(score, article, &pdf)?;
            }
        }
    }
    for score in scores.values_mut() {
        score.milliseconds_a_page = score.taken.as_secs_f64() * 1000.0 / score.pages.max(1) as f64;
    }
    if options.json {
        println!("{}", serde_json::to_string_pretty(&scores)?);
        return Ok(());
    }
    print(&scores);
    missing.sort_unstable();
    missing.dedup();
    missing.iter().for_each(|printer| println!("{printer}: not here, or it did not print"));
    Ok(())
}

/// The articles of the lab, or each `.txt` of the folder given; the two letters before the ending name the language.
fn articles(options: &Options) -> Result<Vec<Article>, Box<dyn std::error::Error>> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("articles");
    let mut files: Vec<_> = fs::read_dir(options.data.as_deref().unwrap_or(&own))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    files.sort();
    let mut articles = Vec::new();
    for path in files.iter().filter(|path| path.extension().is_some_and(|end| end == "txt")) {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let language = stem.rsplit(['.', '-']).next().unwrap_or("en");
        articles.push(Article::new(language, &fs::read_to_string(path)?));
    }
    Ok(articles)
}

fn add(score: &mut Score, article: &Article, pdf: &Path) -> Outcome {
    let bytes = fs::read(pdf)?;
    let captured = Day::new(2026, 11, 21).ok_or("no such day")?;
    let mut fastest = Duration::MAX;
    let mut ours = String::new();
    for _ in 0..TIMES {
        let started = Instant::now();
        let document = read(&bytes, Some("a.pdf"), captured, &Limits::default())?;
        fastest = fastest.min(started.elapsed());
        ours = format!("{}\n{}", document.title.value.unwrap_or_default(), document.text);
    }
    let expected = article.words();
    let expected = words(&expected);
    score.files += 1;
    score.words += expected.len();
    score.taken += fastest;
    score.ours += faults(&expected, &words(&ours));
    if let Some((texts, pages)) = poppler(pdf)? {
        score.pages += pages;
        let best =
            texts.iter().map(|text| faults(&expected, &words(&unbroken(text)))).min_by_key(Faults::all);
        score.poppler += best.unwrap_or_default();
    }
    Ok(())
}

fn print(scores: &BTreeMap<String, Score>) {
    println!(
        "| printed by | language | pages | words | lost | glued | parted | hyphens | added | ms a page | pdftotext: lost, glued, parted, hyphens |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|---|");
    for (name, score) in scores {
        let (ours, theirs) = (&score.ours, &score.poppler);
        println!(
            "| {name} | {} | {} | {} | {} | {} | {} | {} | {:.1} | {}, {}, {}, {} |",
            score.pages,
            score.words,
            ours.lost,
            ours.glued,
            ours.parted,
            ours.hyphens,
            ours.added,
            score.milliseconds_a_page,
            theirs.lost,
            theirs.glued,
            theirs.parted,
            theirs.hyphens
        );
    }
    for (name, score) in scores.iter().filter(|(_, score)| !score.ours.which.is_empty()) {
        println!("{name}: {}", score.ours.which.join("; "));
    }
}
