#![allow(clippy::unwrap_used)]

use chancery_model::{ArticleId, Language, OperationKind, Term, TermKind, Topic, TopicId, Verdict};

use super::*;
use crate::testing::{Bench, three, topic};

const KIND: OperationKind = OperationKind::MergeTopics;

fn term(text: &str) -> Term {
    Term { language: Language::En, text: text.into(), kind: TermKind::Stem, weight: 1.0, facet: None }
}

fn flat(slug: &str) -> Topic {
    Topic { group: false, ..topic(slug, None) }
}

/// Two topics, and three articles.
fn two(bench: &Bench) -> (TopicId, TopicId, Vec<ArticleId>) {
    let articles = bench.import(&three());
    let (gas, oil) = bench
        .perform(KIND, |tx| Ok((tx.put_topic(&flat("gas"), 0, 0)?, tx.put_topic(&flat("oil"), 1, 1)?)))
        .value;
    (gas, oil, articles)
}

fn verdicts(bench: &Bench, of: TopicId, articles: &[ArticleId]) -> Vec<Option<Verdict>> {
    let current = |article: &ArticleId| {
        let decisions = bench.store.read(|r| r.decisions(*article)).unwrap();
        decisions.into_iter().find(|one| one.topic == of).map(|one| one.verdict)
    };
    articles.iter().map(current).collect()
}

fn fold(bench: &Bench, from: TopicId, into: TopicId, terms: Terms) -> Fold {
    let fold = bench.store.read(|r| r.fold(from, into, terms)).unwrap();
    bench.perform(KIND, |tx| {
        tx.carry_over(from, into, &fold)?;
        tx.remove_topic(from)
    });
    fold
}

#[test]
fn a_tag_outweighs_a_rejection_and_the_later_of_two_alike_holds() {
    use Verdict::{Accepted, ByHand, Rejected};
    for (first, second, left) in [
        ((Accepted, "gas"), (Rejected, "oil"), Accepted),
        ((Rejected, "gas"), (ByHand, "oil"), ByHand),
        ((Accepted, "oil"), (ByHand, "gas"), ByHand),
        ((ByHand, "gas"), (Accepted, "oil"), Accepted),
        ((Rejected, "oil"), (Rejected, "gas"), Rejected),
    ] {
        let bench = Bench::new();
        let (gas, oil, articles) = two(&bench);
        for (verdict, slug) in [first, second] {
            let topic = if slug == "gas" { gas } else { oil };
            bench.perform(KIND, |tx| tx.decide(articles[0], topic, verdict, slug));
        }
        let before = bench.dump();
        let done = fold(&bench, gas, oil, Terms::Follow);
        assert_eq!(verdicts(&bench, oil, &articles[..1]), [Some(left)]);
        assert!(done.newly_tagged.is_empty());
        let history = bench.store.read(|r| r.decision_history(articles[0])).unwrap();
        assert_eq!((history.len(), history.iter().filter(|one| one.current).count()), (2, 1));
        assert!(history.iter().all(|one| one.topic == oil), "what was decided stays told");
        bench.sound();
        bench.store.undo(crate::testing::AT).unwrap().unwrap();
        assert_eq!(bench.dump(), before);
    }
}

#[test]
fn a_rejection_follows_where_the_other_topic_has_no_reasons_of_its_own() {
    let bench = Bench::new();
    let (gas, oil, articles) = two(&bench);
    bench
        .store
        .derive(|d| {
            let reason =
                chancery_model::Reason { span: None, words: "oil".into(), weight: 1.0, term: "oil".into() };
            let suggestion =
                chancery_model::Suggestion { topic: "oil".into(), score: 0.6, reasons: vec![reason] };
            d.set_suggestions_of(articles[0], &[oil], &[suggestion])
        })
        .unwrap();
    bench.perform(KIND, |tx| {
        tx.decide(articles[0], gas, Verdict::Rejected, "")?;
        tx.decide(articles[1], gas, Verdict::Rejected, "")?;
        tx.decide(articles[2], gas, Verdict::ByHand, "")
    });
    let done = fold(&bench, gas, oil, Terms::Follow);
    assert_eq!(verdicts(&bench, oil, &articles), [None, Some(Verdict::Rejected), Some(Verdict::ByHand)]);
    assert_eq!((done.reopened.len(), done.newly_tagged), (1, vec![articles[2]]));
    bench.store.undo(crate::testing::AT).unwrap().unwrap();
    fold(&bench, gas, oil, Terms::Go);
    assert_eq!(verdicts(&bench, oil, &articles), [None, None, Some(Verdict::ByHand)]);
}

#[test]
fn codings_follow_and_the_same_passage_keeps_both_memos() {
    let bench = Bench::new();
    let (gas, oil, articles) = two(&bench);
    let before = {
        let conn = bench.store.writer().unwrap();
        let code = |topic: TopicId, start: u32, memo: &str| {
            conn.execute(
                "INSERT INTO coding (uid, article_id, topic_id, span_start, span_end, exact, memo, created_at) \
                 VALUES (randomblob(16), ?1, ?2, ?3, ?3 + 5, 'words', ?4, 0)",
                (articles[0].0, topic.0, start, memo),
            )
            .unwrap();
        };
        code(gas, 0, "of gas");
        code(oil, 0, "of oil");
        code(gas, 9, "alone");
        drop(conn);
        bench.dump()
    };
    let done = fold(&bench, gas, oil, Terms::Follow);
    assert_eq!((done.codings, done.same_passage.len()), (2, 1));
    let conn = bench.store.writer().unwrap();
    let memos: Vec<String> = conn
        .prepare("SELECT memo FROM coding WHERE topic_id = ?1 ORDER BY span_start")
        .unwrap()
        .query_map([oil.0], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert_eq!(memos, ["of oil\nof gas", "alone"]);
    drop(conn);
    bench.store.undo(crate::testing::AT).unwrap().unwrap();
    assert_eq!(bench.dump(), before);
}

#[test]
fn a_topic_on_which_something_rests_is_not_removed() {
    let bench = Bench::new();
    let (gas, oil, _) = two(&bench);
    bench.perform(KIND, |tx| tx.put_topic(&Topic { parent: Some("gas".into()), ..flat("pipes") }, 1, 0));
    let new = crate::NewOperation { kind: KIND, args: serde_json::json!({}), at: crate::testing::AT };
    let refused = bench.store.perform(new, |tx| tx.remove_topic(gas)).unwrap_err();
    assert!(matches!(refused, Error::Refused { .. }), "{refused}");
    bench.perform(KIND, |tx| tx.remove_topic(oil));
    assert_eq!(bench.store.read(|r| r.topics()).unwrap().len(), 2);
}

#[test]
fn each_change_is_a_version_and_decisions_know_under_which_they_were_made() {
    let bench = Bench::new();
    let (gas, _, articles) = two(&bench);
    let change = |threshold: f64, terms: &[&str]| {
        let topic = Topic { threshold, terms: terms.iter().map(|text| term(text)).collect(), ..flat("gas") };
        bench.perform(OperationKind::EditTopic, |tx| tx.put_topic(&topic, 0, 0));
    };
    bench.perform(KIND, |tx| tx.decide(articles[0], gas, Verdict::ByHand, ""));
    change(0.6, &["pipe"]);
    bench.perform(KIND, |tx| tx.decide(articles[1], gas, Verdict::Rejected, ""));
    // Another colour is no other topic.
    bench.perform(KIND, |tx| {
        let place = TopicPlace { topic: gas, parent: None, position: 5, colour: 3 };
        tx.place_topics(&[place])
    });
    let versions = bench.store.read(|r| r.topic_versions(gas)).unwrap();
    let told: Vec<_> = versions
        .iter()
        .map(|one| (one.topic.threshold, one.topic.terms.len(), one.decided.tags, one.decided.rejected))
        .collect();
    assert_eq!(told, [(0.5, 0, 1, 0), (0.6, 1, 0, 1)]);
    assert_eq!(versions[1].operation.as_ref().unwrap().1, OperationKind::EditTopic);
    for _ in 0..3 {
        bench.store.undo(crate::testing::AT).unwrap().unwrap();
    }
    assert_eq!(bench.store.read(|r| r.topic_versions(gas)).unwrap().len(), 1, "undo takes the version away");
}

#[test]
fn what_a_topic_was_before_versions_were_kept_is_kept_with_its_first_change() {
    let bench = Bench::new();
    let (gas, _, articles) = two(&bench);
    bench.store.writer().unwrap().execute("DELETE FROM topic_version", ()).unwrap();
    bench.perform(KIND, |tx| tx.decide(articles[0], gas, Verdict::Accepted, ""));
    bench.perform(KIND, |tx| tx.put_topic(&Topic { threshold: 0.9, ..flat("gas") }, 0, 0));
    let versions = bench.store.read(|r| r.topic_versions(gas)).unwrap();
    assert_eq!(versions.len(), 2);
    assert_eq!((versions[0].topic.threshold, versions[0].decided.tags), (0.5, 1));
    assert_eq!(versions[0].operation, None);
}

#[test]
fn places_may_be_changed_at_once_but_not_into_a_circle() {
    let bench = Bench::new();
    let (gas, oil, _) = two(&bench);
    let place = |topic, parent| TopicPlace { topic, parent, position: 0, colour: 0 };
    bench.perform(KIND, |tx| tx.place_topics(&[place(gas, Some(oil))]));
    bench.perform(KIND, |tx| tx.place_topics(&[place(oil, Some(gas)), place(gas, None)]));
    let new = crate::NewOperation { kind: KIND, args: serde_json::json!({}), at: crate::testing::AT };
    let refused = bench.store.perform(new, |tx| tx.place_topics(&[place(gas, Some(oil))])).unwrap_err();
    assert!(matches!(refused, Error::Refused { .. }), "{refused}");
}
