//! Writes `stems-ru.fst`: the stems of Russian forms that Snowball takes for other words than they belong to.
//!
//! `make-stems DICTIONARY OUT`, where `DICTIONARY` is the path of a Hunspell dictionary without `.aff` and `.dic`.

mod adjectives;
mod dictionary;
mod participles;
mod table;

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;

use rust_stemmers::{Algorithm, Stemmer};

use dictionary::Word;
use table::Table;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(dictionary), Some(out)) = (arguments.next(), arguments.next()) else {
        return Err("make-stems DICTIONARY OUT".into());
    };
    let mut words = dictionary::read(&dictionary)?;
    let degrees = adjectives::complete(&mut words);
    let belongs = belong(&words, &degrees);
    let table = differences(&words, &belongs);
    println!("{} words; stems {}, forms {}", words.len(), table.stems.len(), table.forms.len());
    std::fs::write(out, table.to_bytes()?)?;
    Ok(())
}

/// For each word the place of the one it belongs to: a participle to its verb, a degree to its adjective; its own where that is no
/// other, or not the only one.
fn belong(words: &[Word], degrees: &BTreeMap<String, BTreeSet<usize>>) -> Vec<usize> {
    let verbs = participles::verbs(words);
    let of = |place: usize| {
        let word = words.get(place)?;
        let adjectives = degrees.get(&word.base).filter(|_| !word.forms.iter().any(|form| verbs.contains_key(form.as_str())));
        let places = adjectives.cloned().unwrap_or_else(|| participles::verbs_of(word, &verbs));
        (places.len() == 1).then(|| places.first().copied()).flatten().filter(|to| *to != place)
    };
    (0..words.len()).map(|place| of(place).map_or(place, |to| of(to).unwrap_or(to))).collect()
}

/// What to change of Snowball's stems so that the forms of each word meet at the stem of the word they belong to.
///
/// A stem that only one word's forms have is changed as such, which also helps forms the dictionary does not have. Where several
/// words' forms share a stem, single forms are changed, if only one word has them; what two words have stays as Snowball has it.
fn differences(words: &[Word], belongs: &[usize]) -> Table {
    let snowball = Stemmer::create(Algorithm::Russian);
    let mut stems_of_form: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for (word, &to) in words.iter().zip(belongs) {
        let stem = snowball.stem(&words[to].base).into_owned();
        for form in &word.forms {
            stems_of_form.entry(form).or_default().insert(stem.clone());
        }
    }
    let mut stems_of_stem: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for (form, stems) in &stems_of_form {
        let shared = stems_of_stem.entry(snowball.stem(form).into_owned()).or_default();
        shared.extend(stems.iter().map(String::as_str));
    }
    let only = |stems: &BTreeSet<&str>| (stems.len() == 1).then(|| stems.first().map(|stem| (*stem).to_owned())).flatten();
    let mut table = Table::default();
    for (stem, meant) in &stems_of_stem {
        if let Some(other) = only(meant).filter(|other| other != stem) {
            table.stems.insert(stem.clone(), other);
        }
    }
    for (form, meant) in &stems_of_form {
        let stem = snowball.stem(form);
        let contested = stems_of_stem.get(stem.as_ref()).is_some_and(|stems| stems.len() > 1);
        let meant: BTreeSet<&str> = meant.iter().map(String::as_str).collect();
        if let Some(other) = only(&meant).filter(|other| contested && *other != stem) {
            table.forms.insert((*form).to_owned(), other);
        }
    }
    table
}
