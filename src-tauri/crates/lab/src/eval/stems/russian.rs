//! 400 lemmas drawn from the words of the Russian texts, their forms from OpenCorpora's dictionary: another than the one the table of
//! stems was made from.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs::File;
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Command, Stdio};

use chancery_model::Language;
use chancery_text::{fold, stem};
use flate2::read::GzDecoder;
use rust_stemmers::{Algorithm, Stemmer};
use serde::{Deserialize, Serialize};

use super::{Options, Score, Word, confused, meeting};

const SEED: u64 = 1;
const DRAWN: usize = 400;
/// More than there are: all of them.
const ALL: usize = 1_000_000;

#[derive(Serialize)]
pub(super) struct Report {
    drawn: Compared,
    all: Compared,
}

#[derive(Serialize)]
struct Compared {
    ours: BTreeMap<String, Score>,
    snowball: BTreeMap<String, Score>,
    /// Pairs of different words that meet.
    confused: usize,
    confused_by_snowball: usize,
}

#[derive(Deserialize)]
struct Article {
    lang: String,
    title: String,
    body: String,
}

#[derive(Deserialize)]
struct Lemma {
    lemma: String,
    pos: String,
    forms: Vec<String>,
}

fn ours(form: &str) -> String {
    stem(form, Language::Ru)
}

fn snowball(form: &str) -> String {
    Stemmer::create(Algorithm::Russian).stem(form).into_owned()
}

pub(super) fn measure(options: &Options) -> Result<Report, Box<dyn Error>> {
    let packed = File::open(options.folder("topics")?.join("slavic-news.jsonl.gz"))?;
    let mut texts = String::new();
    for line in BufReader::new(GzDecoder::new(packed)).lines() {
        let article: Article = serde_json::from_str(&line?)?;
        if article.lang == "ru" {
            texts.extend([&article.title, "\n", &article.body, "\n"]);
        }
    }
    Ok(Report { drawn: compare(&words(&texts, DRAWN)?), all: compare(&words(&texts, ALL)?) })
}

fn compare(words: &[Word]) -> Compared {
    Compared {
        ours: meeting(words, ours),
        snowball: meeting(words, snowball),
        confused: confused(words, ours),
        confused_by_snowball: confused(words, snowball),
    }
}

fn words(texts: &str, number: usize) -> Result<Vec<Word>, Box<dyn Error>> {
    let python = std::env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let mut child = Command::new(&python)
        .args(["-c", include_str!("lemmas.py"), &SEED.to_string(), &number.to_string()])
        .env("PYTHONIOENCODING", "utf-8")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    child.stdin.take().ok_or("no way in")?.write_all(texts.as_bytes())?;
    let output = child.wait_with_output()?;
    if !output.status.success() {
        return Err(format!(
            "{python} has no pymorphy3: `pip install pymorphy3`, or name another Python by PYTHON"
        )
        .into());
    }
    let mut words = Vec::new();
    for line in String::from_utf8(output.stdout)?.lines() {
        let Lemma { lemma, pos, forms } = serde_json::from_str(line)?;
        let mut folded = vec![fold(&lemma)];
        folded.extend(forms.iter().map(|form| fold(form)).filter(|form| *form != fold(&lemma)));
        words.push(Word { kind: pos, forms: folded });
    }
    Ok(words)
}

impl Report {
    pub(super) fn print(&self) {
        println!("| Russian, forms that meet | words | Chancery | Snowball | goal |\n|---|---|---|---|---|");
        for (set, compared) in [("drawn", &self.drawn), ("all", &self.all)] {
            for (kind, score) in &compared.ours {
                let goal = if kind == "verb" { ".80" } else { ".95" };
                let other = compared.snowball.get(kind).map_or(0.0, |score| score.meet);
                println!("| {set}: {kind} | {} | {:.3} | {other:.3} | {goal} |", score.words, score.meet);
            }
            let (ours, theirs) = (compared.confused, compared.confused_by_snowball);
            println!("| {set}: pairs of different words that meet | | {ours} | {theirs} | no more |");
        }
    }
}
