//! The plans of hot queries: none reads a whole table where an index is meant to answer, none sorts what an index orders.

#![allow(clippy::unwrap_used)]

use chancery_model::{Day, Language, OutletId, TopicId};
use rusqlite::Connection;

use crate::{
    ArticleFilter, ArticleSort, Query, Review,
    article::Selection,
    testing::{Bench, three},
};

fn plan(conn: &Connection, sql: &str) -> String {
    let mut statement = conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
    let nulls = vec![rusqlite::types::Null; statement.parameter_count()];
    let lines =
        statement.query_map(rusqlite::params_from_iter(nulls), |row| row.get::<_, String>(3)).unwrap();
    lines.collect::<rusqlite::Result<Vec<_>>>().unwrap().join("\n")
}

/// The plan of a list holds every one of `with` and none of `without`.
#[track_caller]
fn check(filter: &ArticleFilter, sort: ArticleSort, with: &[&str], without: &[&str]) {
    let bench = Bench::new();
    bench.import(&three());
    let conn = bench.store.writer().unwrap();
    let plan = plan(&conn, &Selection::of(&conn, filter).unwrap().page_sql(sort));
    assert!(with.iter().all(|part| plan.contains(part)), "{plan}");
    assert!(without.iter().all(|part| !plan.contains(part)), "{plan}");
}

const SORTING: &str = "USE TEMP B-TREE";

#[test]
fn every_order_of_the_whole_list_comes_from_an_index() {
    let all = ArticleFilter::default();
    check(&all, ArticleSort::Newest, &["article_newest"], &[SORTING]);
    check(&all, ArticleSort::Oldest, &["article_newest"], &[SORTING]);
    check(&all, ArticleSort::Captured, &["article_captured"], &[SORTING]);
    check(&all, ArticleSort::Title, &["article_title"], &[SORTING]);
}

#[test]
fn filters_keep_the_order_of_the_index_or_start_from_a_narrower_one() {
    let all = ArticleFilter::default;
    let outlet = ArticleFilter { outlets: vec![OutletId(1)], ..all() };
    check(&outlet, ArticleSort::Newest, &["USING INDEX"], &["SCAN a\n"]);
    let language = ArticleFilter { languages: vec![Language::Ru], ..all() };
    check(&language, ArticleSort::Newest, &["article_newest"], &[SORTING]);
    let topic = ArticleFilter { tagged: vec![TopicId(1)], ..all() };
    check(&topic, ArticleSort::Newest, &["decision_topic"], &["SCAN d"]);
    let suggested = ArticleFilter { suggested: vec![TopicId(1)], ..all() };
    check(&suggested, ArticleSort::Newest, &["suggestion_topic"], &["SCAN s"]);
    let look = ArticleFilter { review: Some(Review::NeedsALook), ..all() };
    check(&look, ArticleSort::Newest, &["article_look"], &[SORTING]);
    let waiting = ArticleFilter { review: Some(Review::Undecided), ..all() };
    check(&waiting, ArticleSort::Newest, &["decision_"], &["SCAN s", "SCAN d"]);
    let period = ArticleFilter { from: Day::new(2020, 1, 1), to: Day::new(2021, 1, 1), ..all() };
    check(&period, ArticleSort::Newest, &["article_newest (published_from<?)"], &[SORTING]);
    let bin = ArticleFilter { in_bin: true, ..all() };
    check(&bin, ArticleSort::Newest, &["article_bin"], &[]);
}

#[test]
fn hits_come_newest_first_without_sorting_and_articles_by_their_key() {
    let query =
        ArticleFilter { query: Some(Query::parse("валюта -кредит")), ..ArticleFilter::default() };
    let by_key = "SEARCH a USING INTEGER PRIMARY KEY";
    check(&query, ArticleSort::Newest, &["SCAN search VIRTUAL TABLE", by_key], &[SORTING]);
    check(&query, ArticleSort::Relevance, &["SCAN search VIRTUAL TABLE", by_key], &[]);
}

#[test]
fn what_hangs_on_an_article_or_a_milestone_is_looked_up_not_scanned() {
    let bench = Bench::new();
    let conn = bench.store.writer().unwrap();
    for sql in [
        "SELECT * FROM evidence WHERE article_id = ?1 ORDER BY span_start",
        "SELECT * FROM evidence WHERE milestone_id = ?1 ORDER BY id",
        "SELECT * FROM coding WHERE article_id = ?1 ORDER BY span_start",
        "SELECT * FROM coding WHERE topic_id = ?1",
        "SELECT * FROM decision WHERE article_id = ?1 AND is_current = 1",
        "SELECT * FROM suggestion WHERE article_id = ?1",
        "SELECT reasons FROM suggestion_reasons WHERE article_id = ?1 AND topic_id = ?2",
        "SELECT * FROM note_link WHERE article_id = ?1",
        "SELECT * FROM note_link WHERE milestone_id = ?1",
        "SELECT * FROM status_change WHERE milestone_id = ?1 ORDER BY since_from, id",
        "SELECT * FROM operation WHERE state = 'done' ORDER BY id DESC LIMIT 1",
        "SELECT * FROM operation WHERE id < ?1 ORDER BY id DESC LIMIT 50",
        "SELECT * FROM article WHERE imported_by = ?1 AND removed_by IS NULL",
        "SELECT a.id FROM original o JOIN article a ON a.original_id = o.id WHERE o.sha256 = ?1 AND a.removed_by IS NULL",
        "SELECT * FROM furniture WHERE article_id = ?1 ORDER BY span_start",
        "SELECT * FROM note ORDER BY edited_at DESC, id DESC LIMIT 50",
        "SELECT * FROM milestone WHERE removed_at IS NULL ORDER BY date_from ASC NULLS LAST, date_to, position, id LIMIT 50",
    ] {
        let plan = plan(&conn, sql);
        let scans = plan
            .lines()
            .any(|line| line.starts_with("SCAN") && !line.contains("INDEX") && !line.contains("SEARCH"));
        assert!(!scans && !plan.contains(SORTING), "{sql}\n{plan}");
    }
}
