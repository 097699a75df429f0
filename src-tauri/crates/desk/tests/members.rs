//! Files that hold several articles: each comes in with its own original, all as one operation.
#![allow(clippy::unwrap_used)]

mod common;

use std::fs;

use chancery_desk::{Outcome, Progress};
use chancery_store::{ArticleFilter, ArticleSort};

const LINES: &str = "{\"title\":\"Premiers meet\",\"text\":\"The two premiers met in Brest and named a working group.\",\"published\":\"2018-12-13\",\"outlet\":\"Example\",\"url\":\"https://example.org/1\",\"lang\":\"en\"}\n\
    {\"title\":\"broken\n\
    {\"title\":\"Премьеры встретились\",\"text\":\"Премьеры двух стран встретились в Бресте и назвали рабочую группу.\",\"published\":\"2018-12-14\",\"lang\":\"ru\"}\n";

#[test]
fn every_record_is_an_article_and_the_import_one_operation() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::bundled(folder.path(), common::day(2026));
    let file = folder.path().join("лента новостей.jsonl");
    fs::write(&file, LINES).unwrap();
    let before = desk.read(|reader| reader.counts()).unwrap().articles;

    let report = desk.import(std::slice::from_ref(&file), &mut Progress::silent()).unwrap();
    let files = desk.import_files(report.import).unwrap();
    let told: Vec<(bool, bool)> = files
        .iter()
        .map(|one| (one.path.starts_with(&file), matches!(one.outcome, Outcome::Refused { .. })))
        .collect();
    assert_eq!(told, [(true, false), (true, true), (true, false)], "{:?}", files);

    let page =
        desk.read(|reader| reader.articles(&ArticleFilter::default(), ArticleSort::Captured, 0, 50)).unwrap();
    let first = page.rows.iter().find(|row| row.title == "Premiers meet").unwrap();
    let detail = desk.read(|reader| reader.article(first.id)).unwrap();
    assert_eq!(detail.fields.url.value.as_deref(), Some("https://example.org/1"));
    assert_eq!(detail.fields.published.value.unwrap().date.to_string(), "2018-12-13");
    let (_, original) = desk.read(|reader| reader.original(first.id)).unwrap();
    assert_eq!(original, LINES.lines().next().unwrap().as_bytes());

    desk.undo().unwrap();
    assert_eq!(desk.read(|reader| reader.counts()).unwrap().articles, before);
}
