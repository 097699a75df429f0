//! The topics suggested for the five articles against the table judged by reading them.
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "../../text/tests/codebook/mod.rs"]
mod codebook;

use std::collections::BTreeSet;

use chancery_model::Day;
use serde::Deserialize;

#[derive(Deserialize)]
struct Table {
    article: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    file: String,
    expected: BTreeSet<String>,
    forbidden: BTreeSet<String>,
}

#[test]
fn the_five_get_the_topics_a_reader_gives_them() {
    let seeds = codebook::seeds();
    let table: Table =
        toml::from_str(&std::fs::read_to_string(seeds.join("expected-topics.toml")).unwrap()).unwrap();
    let matcher = chancery_text::Matcher::new(&codebook::topics());
    let mut complaints = Vec::new();
    for row in &table.article {
        let bytes = std::fs::read(seeds.join("articles").join(&row.file)).unwrap();
        let captured = Day::new(2026, 11, 21).unwrap();
        let document =
            chancery_intake::read(&bytes, None, captured, &chancery_intake::Limits::default()).unwrap();
        let title = document.title.value.as_deref().unwrap_or_default();
        let found = matcher.suggest(title, &document.text, &document.furniture, document.language.value);
        let slugs: BTreeSet<String> = found.iter().map(|suggestion| suggestion.topic.clone()).collect();
        complaints
            .extend(row.expected.difference(&slugs).map(|slug| format!("{}: {slug} is missing", row.file)));
        for suggestion in found.iter().filter(|suggestion| row.forbidden.contains(&suggestion.topic)) {
            complaints.push(format!("{}: {suggestion:?} is wrong", row.file));
        }
        assert!(found.iter().all(|suggestion| !suggestion.reasons.is_empty()));
        assert!(slugs.len() >= 3, "{}: {slugs:?}", row.file);
    }
    assert!(complaints.is_empty(), "{complaints:#?}");
}
