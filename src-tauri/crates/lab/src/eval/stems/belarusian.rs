//! Annotated Belarusian news: forms with their lemmas. Under-stemming is the share of pairs of forms of one lemma that do not meet,
//! over-stemming the share of pairs of forms of different lemmas that do (Paice).

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs::{self, File};
use std::io::{BufRead as _, BufReader};

use chancery_model::Language;
use chancery_text::{fold, stem};
use flate2::read::GzDecoder;
use rust_stemmers::{Algorithm, Stemmer};
use serde::Serialize;

use super::{Options, Stemming};

#[derive(Serialize)]
pub(super) struct Report {
    forms: usize,
    lemmas: usize,
    ours: Fault,
    none: Fault,
    snowball: Fault,
}

#[derive(Clone, Copy, Serialize)]
struct Fault {
    /// Of the pairs of forms of one lemma, those that do not meet.
    under: f64,
    /// Of a million pairs of forms of different lemmas, those that meet.
    over: f64,
}

pub(super) fn measure(options: &Options) -> Result<Report, Box<dyn Error>> {
    let mut files: Vec<_> = fs::read_dir(options.folder("belarusian")?)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_, std::io::Error>>()?;
    files.sort();
    let mut lemmas: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in files {
        for line in BufReader::new(GzDecoder::new(File::open(file)?)).lines() {
            let line = line?;
            let columns: Vec<&str> = line.split('\t').collect();
            let [_, form, lemma, "NOUN" | "ADJ" | "VERB", ..] = columns[..] else { continue };
            lemmas.entry(fold(lemma)).or_default().insert(fold(form));
        }
    }
    let ours: Stemming = |form| stem(form, Language::Be);
    let snowball: Stemming = |form| Stemmer::create(Algorithm::Russian).stem(form).into_owned();
    Ok(Report {
        forms: lemmas.values().map(BTreeSet::len).sum(),
        lemmas: lemmas.len(),
        ours: fault(&lemmas, ours),
        none: fault(&lemmas, str::to_owned),
        snowball: fault(&lemmas, snowball),
    })
}

fn pairs(number: usize) -> f64 {
    number as f64 * (number as f64 - 1.0) / 2.0
}

fn fault(lemmas: &BTreeMap<String, BTreeSet<String>>, stem: Stemming) -> Fault {
    let (mut of_one, mut met) = (0.0, 0.0);
    // How many forms of which lemma have a stem.
    let mut by_stem: BTreeMap<String, BTreeMap<&str, usize>> = BTreeMap::new();
    for (lemma, forms) in lemmas {
        let mut groups: BTreeMap<String, usize> = BTreeMap::new();
        for form in forms {
            *groups.entry(stem(form)).or_default() += 1;
        }
        of_one += pairs(forms.len());
        met += groups.values().map(|number| pairs(*number)).sum::<f64>();
        for (stem, number) in groups {
            by_stem.entry(stem).or_default().insert(lemma, number);
        }
    }
    let of_others = pairs(lemmas.values().map(BTreeSet::len).sum()) - of_one;
    let joined: f64 = by_stem
        .values()
        .map(|numbers| {
            pairs(numbers.values().sum()) - numbers.values().map(|number| pairs(*number)).sum::<f64>()
        })
        .sum();
    Fault { under: 1.0 - met / of_one, over: joined / of_others * 1e6 }
}

impl Report {
    pub(super) fn print(&self) {
        println!(
            "| Belarusian: {} forms of {} lemmas | of pairs of one lemma, do not meet | of a million pairs of others, meet |",
            self.forms, self.lemmas
        );
        println!("|---|---|---|");
        for (name, fault) in
            [("Chancery", self.ours), ("no stemming", self.none), ("Snowball's Russian", self.snowball)]
        {
            println!("| {name} | {:.3} | {:.1} |", fault.under, fault.over);
        }
    }
}
