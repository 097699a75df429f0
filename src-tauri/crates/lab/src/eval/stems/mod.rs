//! Stems: do the forms of one word meet, and do those of others stay apart? Russian against a dictionary's forms of drawn lemmas,
//! Belarusian against annotated news.

mod belarusian;
mod russian;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::{Options, Outcome};

/// A way to the stem of a folded form.
type Stemming = fn(&str) -> String;

/// A word with its forms, folded; the first is the lemma.
struct Word {
    kind: String,
    forms: Vec<String>,
}

#[derive(Clone, Debug, Default, Serialize)]
struct Score {
    words: usize,
    /// The share of a word's forms that have the stem of its lemma, mean over words.
    meet: f64,
}

/// By kind of word.
fn meeting(words: &[Word], stem: Stemming) -> BTreeMap<String, Score> {
    let mut scores: BTreeMap<String, Score> = BTreeMap::new();
    for word in words.iter().filter(|word| word.forms.len() > 1) {
        let score = scores.entry(word.kind.clone()).or_default();
        let lemma = word.forms.first().map(|lemma| stem(lemma));
        let met = word.forms.iter().filter(|form| Some(stem(form)) == lemma).count();
        score.words += 1;
        score.meet += met as f64 / word.forms.len() as f64;
    }
    scores.values_mut().for_each(|score| score.meet /= score.words as f64);
    scores
}

/// Pairs of words of which any two forms have one stem.
fn confused(words: &[Word], stem: Stemming) -> usize {
    let mut by_stem: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (place, word) in words.iter().enumerate() {
        for form in &word.forms {
            by_stem.entry(stem(form)).or_default().insert(place);
        }
    }
    let mut pairs: BTreeSet<(usize, usize)> = BTreeSet::new();
    for places in by_stem.values() {
        let after = |one: usize| places.range(one + 1..).map(move |other| (one, *other));
        pairs.extend(places.iter().flat_map(|one| after(*one)));
    }
    pairs.len()
}

pub(super) fn run(options: &Options) -> Outcome {
    let report = (russian::measure(options)?, belarusian::measure(options)?);
    if options.json {
        println!("{}", serde_json::to_string_pretty(&report)?);
        return Ok(());
    }
    let (russian, belarusian) = report;
    russian.print();
    println!();
    belarusian.print();
    Ok(())
}
