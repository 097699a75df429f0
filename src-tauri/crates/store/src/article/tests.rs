//! Tests of articles: what is kept of them, lists and their counts, corrections, the bin.

use std::collections::BTreeMap;

use chancery_model::{
    Alternative, Confidence, DateAnchor, DateMention, Day, Edtf, Language, LanguageRun, OperationKind,
    Published, Reason, Span, Suggestion, TopicId, Verdict,
};

use crate::{
    ArticleFilter, ArticleSort, Correction, Error, Evidence, Facets, FieldName, LinkTarget, Note, Query,
    Review, Store,
    moment::day_number,
    testing::{AT, Bench, article, basis, evidence, milestone, three, topic},
};

fn suggestion(topic: &str, words: &str, span: Span) -> Suggestion {
    let reason = Reason { span: Some(span), words: words.into(), weight: 1.0, term: words.into() };
    Suggestion { topic: topic.into(), score: 0.8, reasons: vec![reason] }
}

/// Three articles, two topics; the first article tagged, the second with a suggestion that waits.
fn tagged() -> (Bench, Vec<chancery_model::ArticleId>) {
    let bench = Bench::new();
    let articles = bench.import(&three());
    bench.perform(OperationKind::EditTopic, |tx| {
        tx.put_topic(&topic("treaty", None), 0, 0)?;
        tx.put_topic(&topic("treaty-currency", Some("treaty")), 1, 1)
    });
    bench
        .store
        .derive(|d| {
            d.set_suggestions(articles[0], &[suggestion("treaty-currency", "MOSCOW", Span::new(0, 6))])?;
            d.set_suggestions(
                articles[1],
                &[suggestion("treaty-currency", "Единая валюта", Span::new(0, 13))],
            )
        })
        .unwrap();
    bench.perform(OperationKind::Decide, |tx| tx.decide(articles[0], TopicId(2), Verdict::Accepted, ""));
    (bench, articles)
}

#[test]
fn what_was_read_comes_back_as_it_was_with_the_original_byte_for_byte() {
    let bench = Bench::new();
    let mut new = three().remove(0);
    let alternative = Published { date: Edtf::parse("2021-09-09").unwrap(), time: None, zone: None };
    new.document.published.alternatives = vec![Alternative {
        value: alternative,
        confidence: Confidence::Low,
        basis: vec![basis("September 9")],
    }];
    new.dates = vec![DateMention {
        span: Span::new(0, 6),
        words: "MOSCOW".into(),
        value: Some(Edtf::parse("2021").unwrap()),
        anchor: DateAnchor::Dateline,
    }];
    new.document.language_runs = vec![
        LanguageRun { span: Span::new(0, 6), language: Language::Be, paragraphs: 1 },
        LanguageRun { span: Span::new(8, 12), language: Language::Uk, paragraphs: 2 },
    ];
    new.original = vec![0xEF, 0xBB, 0xBF, b'a', 0, 13, 10, 0xFF];
    let id = bench.import(std::slice::from_ref(&new))[0];
    let read = bench.store.read(|r| r.article(id)).unwrap();
    assert_eq!(read.text, new.document.text);
    assert_eq!(read.furniture, new.document.furniture);
    assert_eq!(read.dates, new.dates);
    assert_eq!(read.language_runs, Some(new.document.language_runs));
    assert_eq!(read.fields.published, new.document.published);
    assert_eq!(read.fields.title, new.document.title);
    assert_eq!(read.fields.byline, new.document.byline);
    assert_eq!(read.fields.language, new.document.language);
    assert_eq!(read.row.outlet.map(|(_, name)| name).as_deref(), Some("TASS"));
    assert!(!read.row.needs_a_look);
    let (name, bytes) = bench.store.read(|r| r.original(id)).unwrap();
    assert_eq!((name.as_str(), bytes), ("Belarus, Russia ready to develop integration.txt", new.original));
    bench.sound();
}

#[test]
fn a_batch_with_the_same_bytes_twice_keeps_one_article_and_one_original() {
    let bench = Bench::new();
    let new = three();
    let ids = bench.import(&[new[0].clone(), new[1].clone(), new[0].clone()]);
    assert_eq!(ids[0], ids[2]);
    let verified = bench.store.verify().unwrap();
    assert_eq!((verified.articles, verified.originals), (2, 2));
}

#[test]
fn a_date_counts_in_every_year_and_month_it_may_mean() {
    let day = |year, month, day| day_number(Day::new(year, month, day).unwrap());
    let mut facets = Facets::default();
    facets.add_period(day(2020, 11, 30), day(2021, 1, 1), 3);
    facets.add_period(day(2021, 1, 5), day(2021, 1, 5), 1);
    facets.add_period(day(2001, 1, 1), day(2011, 1, 1), 7);
    assert_eq!(facets.years.into_iter().collect::<Vec<_>>(), [(2020, 3), (2021, 4)]);
    let months = [((2020, 11), 3), ((2020, 12), 3), ((2021, 1), 4)];
    assert_eq!(facets.months.into_iter().collect::<Vec<_>>(), months);
}

#[test]
fn lists_are_filtered_ordered_and_counted() {
    let (bench, ids) = tagged();
    let list = |filter: &ArticleFilter, sort| {
        let page = bench.store.read(|r| r.articles(filter, sort, 0, 10)).unwrap();
        assert_eq!(page.total, page.rows.len() as u64);
        page.rows.into_iter().map(|row| row.id).collect::<Vec<_>>()
    };
    let all = ArticleFilter::default();
    assert_eq!(list(&all, ArticleSort::Newest), [ids[1], ids[0], ids[2]]);
    assert_eq!(list(&all, ArticleSort::Oldest), [ids[0], ids[1], ids[2]]);
    assert_eq!(list(&all, ArticleSort::Captured), [ids[2], ids[1], ids[0]]);
    assert_eq!(list(&all, ArticleSort::Title)[0], ids[0]);
    let by = |filter| list(&filter, ArticleSort::Newest);
    let all = ArticleFilter::default;
    assert_eq!(by(ArticleFilter { tagged: vec![TopicId(2)], ..all() }), [ids[0]]);
    assert_eq!(by(ArticleFilter { suggested: vec![TopicId(2)], ..all() }), [ids[1]]);
    let either = ArticleFilter { tagged: vec![TopicId(2)], suggested: vec![TopicId(2)], ..all() };
    assert_eq!(by(either), [ids[1], ids[0]]);
    assert_eq!(by(ArticleFilter { languages: vec![Language::Be, Language::En], ..all() }), [ids[0], ids[2]]);
    assert_eq!(by(ArticleFilter { review: Some(Review::NeedsALook), ..all() }), [ids[2]]);
    assert_eq!(by(ArticleFilter { review: Some(Review::Undecided), ..all() }), [ids[1]]);
    assert_eq!(by(ArticleFilter { review: Some(Review::Decided), ..all() }), [ids[0], ids[2]]);
    assert_eq!(by(ArticleFilter { from: Day::new(2021, 9, 11), ..all() }), [ids[1]]);
    assert_eq!(by(ArticleFilter { to: Day::new(2021, 9, 10), ..all() }), [ids[0]]);
    assert_eq!(by(ArticleFilter { in_bin: true, ..all() }), []);
    let query = Some(Query::parse("валюта"));
    assert_eq!(by(ArticleFilter { query: query.clone(), tagged: vec![TopicId(2)], ..all() }), []);
    assert_eq!(by(ArticleFilter { query, languages: vec![Language::Ru], ..all() }), [ids[1]]);
    let page = bench.store.read(|r| r.articles(&all(), ArticleSort::Newest, 1, 1)).unwrap();
    assert_eq!((page.total, page.rows[0].id), (3, ids[0]));
    assert_eq!(page.rows[0].tags, [TopicId(2)]);
    let facets = bench.store.read(|r| r.facets(&all())).unwrap();
    assert_eq!(facets.languages[&Some(Language::Ru)], 1);
    assert_eq!(facets.years.into_iter().collect::<Vec<_>>(), [(2021, 1), (2024, 1)]);
    assert_eq!((facets.tagged[&TopicId(2)], facets.suggested[&TopicId(2)], facets.needs_a_look), (1, 1, 1));
    let of_topic = || {
        let facets = bench.store.read(|r| r.facets(&all())).unwrap();
        let of = |counts: &BTreeMap<TopicId, u64>| counts.get(&TopicId(2)).copied().unwrap_or_default();
        (of(&facets.tagged), of(&facets.suggested))
    };
    bench.perform(OperationKind::Decide, |tx| tx.decide(ids[1], TopicId(2), Verdict::Accepted, ""));
    assert_eq!(of_topic(), (2, 0));
    bench.store.undo(AT).unwrap();
    assert_eq!(of_topic(), (1, 1));
    bench.store.derive(|d| d.set_suggestions(ids[1], &[])).unwrap();
    assert_eq!(of_topic(), (1, 0), "no article was changed, and the counts follow");
    bench
        .store
        .derive(|d| d.set_suggestions(ids[1], &[suggestion("treaty-currency", "валюта", Span::new(7, 13))]))
        .unwrap();
    let counts = bench.store.read(|r| r.counts()).unwrap();
    assert_eq!(
        (counts.articles, counts.tags, counts.waiting, counts.topics, counts.outlets),
        (3, 1, 1, 1, 1)
    );
    let topics = bench.store.read(|r| r.topic_counts()).unwrap();
    assert_eq!((topics[&TopicId(2)].accepted, topics[&TopicId(2)].suggested), (1, 1));
}

#[test]
fn decisions_keep_their_history_and_suggestions_say_what_was_decided() {
    let (bench, ids) = tagged();
    bench.perform(OperationKind::Decide, |tx| {
        tx.decide(ids[0], TopicId(2), Verdict::Rejected, "names it only")
    });
    let history = bench.store.read(|r| r.decision_history(ids[0])).unwrap();
    let verdicts: Vec<_> = history.iter().map(|decision| (decision.verdict, decision.current)).collect();
    assert_eq!(verdicts, [(Verdict::Accepted, false), (Verdict::Rejected, true)]);
    let suggestions = bench.store.read(|r| r.suggestions(ids[0])).unwrap();
    assert_eq!(suggestions[0].verdict, Some(Verdict::Rejected));
    assert_eq!(suggestions[0].suggestion.reasons[0].words, "MOSCOW");
    bench.perform(OperationKind::ClearDecision, |tx| tx.clear_decision(ids[0], TopicId(2)));
    assert!(bench.store.read(|r| r.decisions(ids[0])).unwrap().is_empty());
    let refused = bench.store.derive(|d| {
        d.set_suggestions(
            ids[0],
            &[Suggestion { topic: "treaty-currency".into(), score: 1.0, reasons: vec![] }],
        )
    });
    assert!(matches!(refused, Err(Error::Refused { .. })), "no suggestion without a reason");
    assert_eq!(bench.store.read(|r| r.suggestions(ids[0])).unwrap().len(), 1, "refused as a whole");
}

#[test]
fn a_correction_keeps_what_the_machine_read_and_moves_the_article() {
    let bench = Bench::new();
    let ids = bench.import(&three());
    let read = bench.store.read(|r| r.article(ids[2])).unwrap();
    assert!(read.row.needs_a_look);
    let value = Published { date: Edtf::parse("2025-01-05").unwrap(), time: None, zone: None };
    bench.perform(OperationKind::CorrectField, |tx| {
        tx.correct_field(ids[2], &Correction::Published(Some(value.clone())))?;
        tx.correct_field(ids[1], &Correction::Outlet(Some("BelTA".into())))?;
        tx.correct_field(ids[1], &Correction::Outlet(Some("Interfax".into())))
    });
    let read = bench.store.read(|r| r.article(ids[2])).unwrap();
    assert_eq!(read.row.published, Some(value));
    assert!(!read.row.needs_a_look);
    assert_eq!(read.by_analyst, [FieldName::Published]);
    let other = bench.store.read(|r| r.article(ids[1])).unwrap();
    assert_eq!(other.fields.outlet.value.as_deref(), Some("Interfax"));
    let kept: Vec<_> = other.fields.outlet.alternatives.iter().map(|other| other.value.as_str()).collect();
    assert_eq!(kept, ["TASS"], "the machine's reading stays, an earlier correction is in the journal");
    let newest =
        bench.store.read(|r| r.articles(&ArticleFilter::default(), ArticleSort::Newest, 0, 1)).unwrap();
    assert_eq!(newest.rows[0].id, ids[2]);
    bench.sound();
}

#[test]
fn an_emptied_bin_takes_what_hangs_on_its_articles_and_leaves_no_words_behind() {
    let bench = Bench::new();
    let secret = "Zugzwangwort";
    let text = format!("The {secret} stands here, and the treaty.");
    let mut new = three();
    new.push(article("Secret", &text, Language::En, Some("2020")));
    let ids = bench.import(&new);
    let (kept, gone) = (ids[1], ids[3]);
    let milestone =
        bench.perform(OperationKind::AddMilestone, |tx| tx.add_milestone(&milestone("One", None))).value;
    bench.perform(OperationKind::AttachEvidence, |tx| {
        tx.attach_evidence(&evidence(gone, &text, secret, milestone))
    });
    bench.perform(OperationKind::AddNote, |tx| {
        let links = vec![LinkTarget::Article(gone), LinkTarget::Article(kept)];
        tx.add_note(&Note { title: "n".into(), markdown: "m".into(), links })
    });
    bench.perform(OperationKind::RemoveArticles, |tx| tx.remove_articles(&[gone]));
    let row = &bench.store.read(|r| r.evidence_of_milestone(milestone)).unwrap()[0];
    assert!(row.in_bin, "evidence stays with an article in the bin, and says so");
    assert_eq!(bench.store.read(|r| r.milestone(milestone)).unwrap().evidence, 0);
    let emptied = bench.store.empty_bin(AT).unwrap();
    let value = emptied.value;
    assert_eq!((value.articles, value.originals, value.evidence, value.links), (1, 1, 1, 1));
    assert!(matches!(bench.store.read(|r| r.article(gone)), Err(Error::NoSuch { .. })));
    assert_eq!(bench.store.read(|r| r.evidence_of_milestone(milestone)).unwrap(), []);
    assert!(matches!(bench.store.undo(AT), Err(Error::UndoEnds { kind: OperationKind::EmptyBin, .. })));
    assert_eq!(bench.store.read(|r| r.operations(None, 10)).unwrap().len(), 6, "the list keeps its lines");
    bench.sound();
    let path = bench.store.path().to_owned();
    drop(bench.store);
    let bytes = std::fs::read(&path).unwrap();
    for words in [secret, "zugzwangwort"] {
        assert!(
            !bytes.windows(words.len()).any(|window| window == words.as_bytes()),
            "{words} is still in the file"
        );
    }
}

#[test]
fn an_original_two_articles_came_from_outlives_one_of_them() {
    let bench = Bench::new();
    let first = bench.import(&three()[..1])[0];
    bench.perform(OperationKind::RemoveArticles, |tx| tx.remove_articles(&[first]));
    let second = bench.import(&three()[..1])[0];
    assert_ne!(first, second);
    assert_eq!(bench.store.empty_bin(AT).unwrap().value.originals, 0);
    assert_eq!(bench.store.read(|r| r.original(second)).unwrap().1, three()[0].original);
    assert_eq!(bench.store.empty_bin(AT).unwrap().operation, None, "an empty bin is no operation");
    bench.sound();
}

#[test]
fn evidence_must_stand_where_it_says() {
    let bench = Bench::new();
    let new = three();
    let ids = bench.import(&new);
    let milestone =
        bench.perform(OperationKind::AddMilestone, |tx| tx.add_milestone(&milestone("One", None))).value;
    let good = evidence(ids[0], &new[0].document.text, "Union State programs", milestone);
    let attach = |evidence: &Evidence| {
        let new =
            crate::NewOperation { kind: OperationKind::AttachEvidence, args: serde_json::json!({}), at: AT };
        bench.store.perform(new, |tx| tx.attach_evidence(evidence))
    };
    let mut moved = good.clone();
    moved.anchor.span = Span::new(good.anchor.span.start + 1, good.anchor.span.end + 1);
    assert!(matches!(attach(&moved), Err(Error::Refused { .. })));
    let mut beyond = good.clone();
    beyond.anchor.span = Span::new(5_000, 5_020);
    assert!(matches!(attach(&beyond), Err(Error::Refused { .. })));
    attach(&good).unwrap();
    bench.store.writer().unwrap().execute("UPDATE evidence SET span_start = span_start + 2", ()).unwrap();
    let verified = bench.store.verify().unwrap();
    assert_eq!(verified.problems.iter().map(|problem| problem.check).collect::<Vec<_>>(), ["passage"]);
}

#[test]
fn verifying_finds_an_original_that_is_not_what_was_imported() {
    let bench = Bench::new();
    bench.import(&three());
    let other = zstd::encode_all(&b"something else"[..], 3).unwrap();
    bench.store.writer().unwrap().execute("UPDATE original SET bytes = ?1 WHERE id = 2", [other]).unwrap();
    let checks: Vec<_> =
        bench.store.verify().unwrap().problems.into_iter().map(|problem| problem.check).collect();
    assert_eq!(checks, ["original"]);
}

#[test]
fn a_fifty_megabyte_text_is_taken() {
    let bench = Bench::new();
    let text = "Союзное государство, роуминг. ".repeat(if cfg!(debug_assertions) { 60_000 } else { 960_000 });
    let id = bench.import(&[article("Long", &text, Language::Ru, None)])[0];
    assert_eq!(bench.store.read(|r| r.readable(id)).unwrap().text, text);
    let filter = ArticleFilter { query: Some(Query::parse("роуминг")), ..ArticleFilter::default() };
    let page = bench.store.read(|r| r.search(&filter, ArticleSort::Relevance, 0, 10)).unwrap();
    assert_eq!((page.total.articles(), page.hits[0].snippet.passages[0]), (1, Span::new(21, 28)));
}

#[test]
fn an_empty_text_and_odd_names_are_taken() {
    let bench = Bench::new();
    let mut empty = article("", "", Language::En, None);
    empty.original = Vec::new();
    empty.source_name = "odd \u{1F4C4} name\n'; DROP TABLE article; --.txt".into();
    let id = bench.import(&[empty.clone()])[0];
    assert_eq!(bench.store.read(|r| r.original(id)).unwrap(), (empty.source_name, Vec::new()));
    bench.sound();
}

/// The store is shared between threads by reference; this fails to compile where that is not so.
#[test]
fn a_store_is_send_and_sync() {
    fn check<T: Send + Sync>() {}
    check::<Store>();
}

/// Three tellings of one story, the second in Russian and the third of another outlet, and an article of its own.
fn told_three_times() -> (Bench, Vec<chancery_model::ArticleId>) {
    let bench = Bench::new();
    let mut all: Vec<_> =
        [("first", "2021-05-11"), ("second", "2021-05-12"), ("third", "2021-05-13"), ("alone", "2021-05-14")]
            .iter()
            .map(|(title, date)| {
                article(title, &format!("Text of the {title} one about gas."), Language::En, Some(date))
            })
            .collect();
    all[1].document.language.value = Some(Language::Ru);
    all[2].document.outlet.value = Some("Белта".to_owned());
    let ids = bench.import(&all);
    bench.store.derive(|d| ids[..3].iter().try_for_each(|&id| d.set_story(id, Some(ids[0])))).unwrap();
    (bench, ids)
}

#[test]
fn a_list_of_stories_holds_each_once_by_its_earliest_article_that_the_other_filters_allow() {
    let (bench, ids) = told_three_times();
    let list = |filter: ArticleFilter| -> Vec<_> {
        let page = bench.store.read(|r| r.articles(&filter, ArticleSort::Oldest, 0, 10)).unwrap();
        assert_eq!(page.total, page.rows.len() as u64);
        page.rows.iter().map(|row| row.id).collect()
    };
    let stories = || ArticleFilter { stories: true, ..ArticleFilter::default() };
    assert_eq!(list(ArticleFilter::default()), ids);
    assert_eq!(list(stories()), [ids[0], ids[3]]);
    assert_eq!(list(ArticleFilter { languages: vec![Language::Ru], ..stories() }), [ids[1]]);
    assert_eq!(list(ArticleFilter { from: Day::new(2021, 5, 12), ..stories() }), [ids[1], ids[3]]);
    assert_eq!(
        list(ArticleFilter { query: Some(Query::parse("third OR alone")), ..stories() }),
        [ids[2], ids[3]]
    );
    let facets = bench.store.read(|r| r.facets(&stories())).unwrap();
    assert_eq!(facets.outlets.values().sum::<u64>(), 2);
    assert_eq!(facets.languages.get(&Some(Language::Ru)), None);
    let counts = bench.store.read(|r| r.counts()).unwrap();
    assert_eq!((counts.articles, counts.stories), (4, 2));
}

#[test]
fn rows_tell_how_many_copies_there_are_and_which_came_first() {
    let (bench, ids) = told_three_times();
    let rows = bench.store.read(|r| r.article_rows(&ids)).unwrap();
    let told: Vec<_> = rows.iter().map(|row| (row.copies, row.is_copy())).collect();
    assert_eq!(told, [(2, false), (2, true), (2, true), (0, false)]);
    let (story, total) = bench.store.read(|r| r.story_of(ids[2], 2)).unwrap();
    assert_eq!((story, total), (ids[..2].to_vec(), 3));
}

#[test]
fn reasons_and_dates_kept_row_by_row_are_put_together_in_their_order() {
    let (bench, ids) = tagged();
    let mut suggested = suggestion("treaty-currency", "MOSCOW", Span::new(0, 6));
    let in_title = Reason { span: None, words: "Treaty «on»".into(), weight: 0.15, term: "treaty".into() };
    suggested.reasons.push(in_title);
    let text = bench.store.read(|r| r.article(ids[0])).unwrap().text;
    let date = |start: u32, value: Option<&str>| DateMention {
        span: Span::new(start, start + 3),
        words: text.chars().skip(start as usize).take(3).collect(),
        value: value.map(|value| Edtf::parse(value).unwrap()),
        anchor: DateAnchor::Text,
    };
    let dates = [date(2, Some("1999-12")), date(7, None)];
    bench
        .store
        .derive(|d| {
            d.set_suggestions(ids[0], &[suggested.clone()])?;
            d.set_date_mentions(ids[0], &dates)
        })
        .unwrap();
    let writer = bench.store.writer().unwrap();
    writer
        .execute_batch(
            "CREATE TABLE suggestion_reason (article_id INTEGER, topic_id INTEGER, position INTEGER, span_start INTEGER, \
             span_end INTEGER, words TEXT, weight REAL, term TEXT); \
             INSERT INTO suggestion_reason SELECT article_id, topic_id, key, value ->> 0, value ->> 1, value ->> 2, \
             value ->> 3, value ->> 4 FROM suggestion_reasons, json_each(reasons) ORDER BY key DESC; \
             CREATE TABLE date_mention (article_id INTEGER, span_start INTEGER, span_end INTEGER, words TEXT, value TEXT, \
             anchor TEXT); \
             INSERT INTO date_mention SELECT article_id, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 \
             FROM date_mentions, json_each(dates) ORDER BY key DESC; \
             DROP TABLE suggestion_reasons; DROP TABLE date_mentions; PRAGMA user_version = 15",
        )
        .unwrap();
    drop(writer);
    let (path, options) = (bench.store.path().to_owned(), bench.options());
    drop(bench.store);
    let store = crate::Store::open_with(&path, &options, &crate::schema::STEPS[..16]).unwrap();
    let suggestions = store.read(|r| r.suggestions(ids[0])).unwrap();
    assert_eq!(suggestions[0].suggestion, suggested);
    assert_eq!(store.read(|r| r.article(ids[0])).unwrap().dates, dates);
    assert!(store.verify().unwrap().is_sound());
}
