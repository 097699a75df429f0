//! Tests of what learning keeps: it comes back, it is told stale, and a suggestion keeps its two parts.

use chancery_model::{ArticleId, OperationKind, Reason, Verdict};

use super::{Features, LearnedBy, ScoredArticle};
use crate::{
    Error,
    testing::{Bench, three, topic},
};

const BY: LearnedBy = LearnedBy { stamp: -7, decisions: 4, weight: 0.25 };

fn reason() -> Reason {
    Reason { span: None, words: "Belarus".into(), weight: 1.0, term: "belarus".into() }
}

#[test]
fn features_come_back_and_are_told_stale_by_codebook_and_by_analysis() {
    let bench = Bench::new();
    let ids = bench.import(&three());
    let gas = bench.perform(OperationKind::EditTopic, |tx| tx.put_topic(&topic("gas", None), 0, 0)).value;
    let kept = Features { analysis: 1, codebook: -5, stems: vec![1, 2, 3], rules: vec![(gas, 0.3)] };
    bench.store.derive(|d| d.keep_features(ids[0], &kept)).unwrap();
    let unread = Features { analysis: 0, stems: vec![], ..kept.clone() };
    bench.store.derive(|d| d.keep_features(ids[1], &unread)).unwrap();
    let read = |from: ArticleId| bench.store.read(|r| r.features(from, 10)).unwrap();
    assert_eq!(read(ArticleId(0)), [(ids[0], kept.clone()), (ids[1], unread.clone())]);
    assert_eq!(read(ids[0]), [(ids[1], unread)]);
    assert_eq!(bench.store.read(|r| r.features_of(&[ids[2], ids[0]])).unwrap(), [(ids[0], kept)]);
    let without = |codebook, analysis| {
        bench.store.read(|r| r.without_features(codebook, analysis, ArticleId(0), 10)).unwrap()
    };
    assert_eq!(without(-5, None), [(ids[2], false)]);
    assert_eq!(without(-5, Some(1)), [(ids[1], false), (ids[2], false)]);
    assert_eq!(without(6, Some(1)), [(ids[0], true), (ids[1], true), (ids[2], false)]);
    bench.store.derive(|d| d.forget_features(&ids[..1])).unwrap();
    assert_eq!(without(-5, None), [(ids[0], false), (ids[2], false)]);
}

#[test]
fn a_suggestion_says_what_rules_and_decisions_gave_and_goes_with_its_reasons() {
    let bench = Bench::new();
    let ids = bench.import(&three());
    let mut gas = topic("gas", None);
    gas.group = false;
    let gas = bench.perform(OperationKind::EditTopic, |tx| tx.put_topic(&gas, 0, 0)).value;
    let scored = ScoredArticle { article: ids[0], score: 0.5, rules: 0.6, learned: Some(0.2) };
    let alone = ScoredArticle { learned: None, ..scored };
    let refused: Result<(), Error> = bench.store.derive(|d| d.put_scored(gas, &alone, None));
    assert!(matches!(refused, Err(Error::Refused { .. })), "no suggestion without a reason");
    bench.store.derive(|d| d.put_scored(gas, &scored, Some(&[reason()]))).unwrap();
    bench.store.derive(|d| d.set_learned_by(gas, Some(BY))).unwrap();
    let row = bench.store.read(|r| r.suggestions(ids[0])).unwrap().remove(0);
    assert_eq!((row.suggestion.score, row.rules, row.learned), (0.5, 0.6, Some(0.2)));
    assert_eq!((row.learned_by, row.suggestion.reasons), (Some(BY), vec![reason()]));
    bench.store.derive(|d| d.put_scored(gas, &alone, None)).unwrap();
    let row = bench.store.read(|r| r.suggestions(ids[0])).unwrap().remove(0);
    assert_eq!((row.learned_by, row.suggestion.reasons.len()), (None, 1), "reasons stay");
    assert_eq!(bench.store.read(|r| r.scores(gas)).unwrap(), [(alone, true)]);
    bench.perform(OperationKind::Decide, |tx| tx.decide(ids[0], gas, Verdict::Accepted, ""));
    assert_eq!(bench.store.read(|r| r.scores(gas)).unwrap(), [(alone, false)]);
    bench.store.derive(|d| d.withdraw(gas, ids[0])).unwrap();
    assert!(bench.store.read(|r| r.suggestions(ids[0])).unwrap().is_empty());
    bench.sound();
}

#[test]
fn what_was_decided_on_articles_in_the_bin_does_not_count() {
    let bench = Bench::new();
    let ids = bench.import(&three());
    let mut gas = topic("gas", None);
    gas.group = false;
    let gas = bench.perform(OperationKind::EditTopic, |tx| tx.put_topic(&gas, 0, 0)).value;
    let verdicts = [Verdict::Rejected, Verdict::ByHand, Verdict::Accepted];
    for (&id, verdict) in ids.iter().zip(verdicts) {
        bench.perform(OperationKind::Decide, |tx| tx.decide(id, gas, verdict, ""));
    }
    bench.perform(OperationKind::RemoveArticles, |tx| tx.remove_articles(&ids[2..]));
    let decided = bench.store.read(|r| r.decided(Some(gas))).unwrap();
    let told: Vec<_> = decided[&gas].iter().map(|row| (row.article, row.yes, row.by_hand)).collect();
    assert_eq!(told, [(ids[0], false, false), (ids[1], true, true)]);
    assert_eq!(bench.store.read(|r| r.decided(None)).unwrap(), decided);
}
