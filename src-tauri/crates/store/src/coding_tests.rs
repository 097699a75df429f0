//! Tests of codings: passages under topics, several and overlapping, each once, and all of it undone.

#![allow(clippy::unwrap_used)]

use chancery_model::{Anchor, ArticleId, CodePoints, CodingId, OperationKind, Span, TopicId};

use crate::{
    Coding, Error, NewOperation,
    testing::{AT, Bench, three, topic},
};

/// Three articles and two topics; the Belarusian article has combining marks and signs beyond the first plane.
fn bench() -> (Bench, Vec<ArticleId>, [TopicId; 2]) {
    let bench = Bench::new();
    let mut articles = three();
    articles[2].document.text = "Саюз 🇧🇾🤝🇷🇺: а\u{301}дзіная валюта яшчэ не ўведзена.".into();
    let ids = bench.import(&articles);
    let topics = bench
        .perform(OperationKind::EditTopic, |tx| {
            Ok([tx.put_topic(&topic("currency", None), 1, 0)?, tx.put_topic(&topic("treaty", None), 2, 1)?])
        })
        .value;
    (bench, ids, topics)
}

fn coding(bench: &Bench, article: ArticleId, topic: TopicId, exact: &str, memo: &str) -> Coding {
    let text = bench.store.read(|r| r.readable(article)).unwrap().text;
    let anchor = Anchor::locate(&CodePoints::new(&text), exact, "", "").unwrap();
    Coding { article, topic, anchor, memo: memo.into() }
}

fn add(bench: &Bench, coding: &Coding) -> crate::Performed<CodingId> {
    bench.perform(OperationKind::AddCoding, |tx| tx.add_coding(coding))
}

#[test]
fn a_passage_takes_several_topics_and_each_of_them_once() {
    let (bench, ids, [currency, treaty]) = bench();
    let first = coding(&bench, ids[2], currency, "🤝🇷🇺: а\u{301}дзіная валюта", "");
    let id = add(&bench, &first).value;
    add(&bench, &Coding { topic: treaty, ..first.clone() });
    add(&bench, &coding(&bench, ids[2], currency, "валюта яшчэ", "overlaps"));
    let again = add(&bench, &Coding { memo: "why".into(), ..first.clone() });
    assert_eq!(again.value, id, "the passage has the topic already");
    let rows = bench.store.read(|r| r.codings_in_article(ids[2])).unwrap();
    let spans: Vec<_> = rows.iter().map(|row| (row.coding.topic, row.coding.anchor.span.start)).collect();
    assert_eq!(spans, [(currency, 7), (treaty, 7), (currency, 21)]);
    assert_eq!(rows[0].coding, Coding { memo: "why".into(), ..first.clone() }, "an empty memo is filled");
    let third = add(&bench, &first);
    assert!(third.operation.is_none(), "coding it once more is no operation");
    bench.sound();
}

#[test]
fn what_is_added_changed_and_removed_is_undone_step_by_step() {
    let (bench, ids, [currency, treaty]) = bench();
    let before = bench.dump();
    let made = coding(&bench, ids[1], currency, "Единая валюта", "");
    let id = add(&bench, &made).value;
    let added = bench.dump();
    let wider = coding(&bench, ids[1], treaty, "Единая валюта не обсуждалась", "");
    bench.perform(OperationKind::EditCoding, |tx| tx.edit_coding(id, treaty, &wider.anchor, "moved"));
    let row = bench.store.read(|r| r.coding(id)).unwrap();
    assert_eq!(row.coding, Coding { memo: "moved".into(), ..wider });
    let edited = bench.dump();
    bench.perform(OperationKind::RemoveCoding, |tx| tx.remove_coding(id));
    assert_eq!(bench.store.read(|r| r.codings()).unwrap(), []);
    for state in [edited, added, before] {
        bench.store.undo(AT).unwrap();
        assert_eq!(bench.dump(), state);
    }
}

#[test]
fn a_topic_lists_its_passages_by_the_newest_article_without_the_bin() {
    let (bench, ids, [currency, treaty]) = bench();
    add(&bench, &coding(&bench, ids[0], currency, "single currency", ""));
    add(&bench, &coding(&bench, ids[1], currency, "Договор", ""));
    add(&bench, &coding(&bench, ids[1], currency, "Единая валюта", ""));
    add(&bench, &coding(&bench, ids[1], treaty, "Договор", ""));
    let words = |offset, limit| {
        let rows = bench.store.read(|r| r.codings_of_topic(currency, offset, limit)).unwrap();
        rows.into_iter().map(|row| row.coding.anchor.exact).collect::<Vec<_>>()
    };
    assert_eq!(words(0, 10), ["Единая валюта", "Договор", "single currency"]);
    assert_eq!(words(1, 1), ["Договор"]);
    let counts = bench.store.read(|r| r.coding_counts()).unwrap();
    assert_eq!((counts[&currency], counts[&treaty]), (3, 1));
    bench.perform(OperationKind::RemoveArticles, |tx| tx.remove_articles(&[ids[1]]));
    assert_eq!(words(0, 10), ["single currency"]);
    assert_eq!(bench.store.read(|r| r.coding_counts()).unwrap().get(&treaty), None);
}

#[test]
fn words_that_do_not_stand_there_and_a_second_coding_of_the_same_are_refused() {
    let (bench, ids, [currency, treaty]) = bench();
    let good = coding(&bench, ids[1], currency, "Договор", "");
    let id = add(&bench, &good).value;
    let other = add(&bench, &Coding { topic: treaty, ..good.clone() }).value;
    let attempt = |f: &dyn Fn(&crate::Writer<'_>) -> crate::Result<()>| {
        let kind = OperationKind::EditCoding;
        let new = NewOperation { kind, args: serde_json::json!({}), at: AT };
        bench.store.perform::<_, Error>(new, |tx| f(tx)).unwrap_err()
    };
    let mut moved = good.anchor.clone();
    moved.span = Span::new(moved.span.start + 1, moved.span.end + 1);
    let wrong = attempt(&|tx| tx.edit_coding(id, currency, &moved, ""));
    assert!(matches!(wrong, Error::Refused { .. }), "{wrong}");
    let twice = attempt(&|tx| tx.edit_coding(other, currency, &good.anchor, ""));
    assert!(matches!(twice, Error::Refused { .. }), "{twice}");
    let topicless = attempt(&|tx| tx.edit_coding(id, TopicId(99), &good.anchor, ""));
    assert!(matches!(topicless, Error::NoSuch { .. }), "{topicless}");
}
