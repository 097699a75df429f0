//! Topics suggested by the rules of the bundled codebook, on fixtures of our own writing.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use chancery_model::Language;
use chancery_text::Matcher;
use serde::{Deserialize, Serialize};

use super::{Options, Outcome};

#[derive(Deserialize)]
struct Fixtures {
    fixture: Vec<Fixture>,
}

#[derive(Deserialize)]
struct Fixture {
    id: String,
    lang: String,
    text: String,
    expected: Vec<String>,
    forbidden: Vec<String>,
}

/// Topics expected and forbidden; those in neither list are open and do not count.
#[derive(Clone, Copy, Default, Serialize)]
struct Score {
    fixtures: usize,
    right: usize,
    missed: usize,
    wrong: usize,
}

impl Score {
    fn f1(&self) -> f64 {
        let twice = 2 * self.right;
        let all = twice + self.missed + self.wrong;
        if all == 0 { 1.0 } else { twice as f64 / all as f64 }
    }
}

pub(super) fn run(options: &Options) -> Outcome {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../text/tests/fixtures/topics.toml");
    let file = options.data.as_deref().unwrap_or(&own);
    let fixtures: Fixtures = toml::from_str(&fs::read_to_string(file)?)?;
    let matcher = Matcher::new(&chancery_desk::bundled::codebook()?.topics);
    let mut scores: BTreeMap<&str, Score> = BTreeMap::new();
    let mut faults = Vec::new();
    for fixture in &fixtures.fixture {
        let suggested = matcher.suggest("", &fixture.text, &[], Language::from_code(&fixture.lang));
        let has = |slug: &String| suggested.iter().any(|one| one.topic == *slug);
        let missed: Vec<&String> = fixture.expected.iter().filter(|slug| !has(slug)).collect();
        let wrong: Vec<&String> = fixture.forbidden.iter().filter(|slug| has(slug)).collect();
        for name in [fixture.lang.as_str(), "all"] {
            let score = scores.entry(name).or_default();
            score.fixtures += 1;
            score.right += fixture.expected.len() - missed.len();
            score.missed += missed.len();
            score.wrong += wrong.len();
        }
        if !(missed.is_empty() && wrong.is_empty()) {
            faults.push(format!("{}: missed {missed:?}, wrong {wrong:?}", fixture.id));
        }
    }
    if options.json {
        println!("{}", serde_json::to_string_pretty(&scores)?);
        return Ok(());
    }
    println!("| language | fixtures | right | missed | wrong | micro-F1 |\n|---|---|---|---|---|---|");
    for (name, score) in &scores {
        println!(
            "| {name} | {} | {} | {} | {} | {:.3} |",
            score.fixtures,
            score.right,
            score.missed,
            score.wrong,
            score.f1()
        );
    }
    faults.iter().for_each(|fault| println!("{fault}"));
    Ok(())
}
