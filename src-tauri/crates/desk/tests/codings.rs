//! Codings at the level of the use cases: coded, listed with context, changed, taken away and undone.
#![allow(clippy::unwrap_used)]

mod common;

use chancery_desk::{CodingChange, Desk};
use chancery_model::{ArticleId, Changed, Span};
use chancery_store::{ArticleFilter, ArticleSort};

fn newest(desk: &Desk) -> ArticleId {
    desk.articles(None, ArticleFilter::default(), ArticleSort::Newest, 0, 1).unwrap().rows[0].id
}

#[test]
fn a_coded_passage_is_listed_with_its_context_until_undo() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::bundled(folder.path(), common::day(2026));
    let article = newest(&desk);
    let topic = desk.topic_named("defence-and-security").unwrap();
    let text = desk.read(|reader| reader.readable(article)).unwrap().text;
    let at = u32::try_from(text.split_once(". ").unwrap().0.chars().count() + 1).unwrap();
    let sentence = Span::new(at, at + 60);
    let done = desk.add_coding(article, sentence, topic, " first memo ").unwrap();
    assert!(done.changed.contains(&Changed::Tags));
    let page = desk.coded_passages(topic, 0, 10).unwrap();
    assert_eq!((page.total, page.rows.len()), (1, 1));
    let passage = &page.rows[0];
    assert_eq!(passage.row.coding.memo, "first memo");
    assert_eq!(passage.row.coding.anchor.span.start, at + 1, "blanks at the ends are no part of it");
    let whole = format!("{}{}{}", passage.before, passage.row.coding.anchor.exact, passage.after);
    assert!(text.contains(whole.trim_matches('…')), "{whole}");
    let again = desk.add_coding(article, Span::new(at + 1, at + 60), topic, "").unwrap();
    assert_eq!((again.value, again.operation), (done.value, None), "the same passage, the same coding");

    let other = desk.topic_named("economic-integration").unwrap();
    let change = CodingChange { topic: Some(other), memo: Some(String::new()), ..CodingChange::default() };
    desk.edit_coding(done.value, &change).unwrap();
    assert_eq!(desk.coded_passages(topic, 0, 10).unwrap().total, 0);
    assert_eq!(desk.coded_passages(other, 0, 10).unwrap().rows[0].row.coding.memo, "");
    desk.remove_coding(done.value).unwrap();
    assert_eq!(desk.coded_passages(other, 0, 10).unwrap().total, 0);
    desk.undo().unwrap();
    desk.undo().unwrap();
    assert_eq!(desk.coded_passages(topic, 0, 10).unwrap().rows[0].row.coding.memo, "first memo");
    desk.undo().unwrap();
    assert_eq!(desk.coded_passages(topic, 0, 10).unwrap().total, 0);
}

#[test]
fn headings_and_places_without_words_take_no_coding() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::bundled(folder.path(), common::day(2026));
    let article = newest(&desk);
    let topics = desk.read(|reader| reader.topics()).unwrap();
    let heading = topics.iter().find(|row| row.topic.group).unwrap().id;
    let code = |span, topic| desk.add_coding(article, span, topic, "").unwrap_err().code();
    assert_eq!(code(Span::new(0, 20), heading), "refused");
    let topic = topics.iter().find(|row| !row.topic.group).unwrap().id;
    assert_eq!(code(Span::new(9_000_000, 9_000_010), topic), "no-passage");
    assert_eq!(code(Span::new(5, 5), topic), "no-passage");
}
