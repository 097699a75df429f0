//! Tests of the search: what is found, with which passages, and that the index never says other than the text.

mod agreement;
mod context;

use std::ops::ControlFlow;

use chancery_model::{ArticleId, CodePoints, Language, OperationKind, Span};

use crate::{
    ArticleFilter, ArticleSort, Correction, Query, SearchPage, Total, Unread,
    testing::{AT, Bench, article, evidence, milestone, three, topic},
};

fn search(bench: &Bench, query: &str, sort: ArticleSort) -> SearchPage {
    let filter = ArticleFilter { query: Some(Query::parse(query)), ..ArticleFilter::default() };
    bench.store.read(|r| r.search(&filter, sort, 0, 50)).unwrap()
}

/// A question finds these of the articles, whatever the order, and no others.
#[track_caller]
fn finds(bench: &Bench, articles: &[ArticleId], query: &str, found: &[usize]) -> SearchPage {
    let page = search(bench, query, ArticleSort::Relevance);
    let mut got = ids(&page);
    got.sort();
    let mut expected: Vec<_> = found.iter().map(|index| articles[*index]).collect();
    expected.sort();
    assert_eq!(got, expected, "{query}");
    page
}

fn ids(page: &SearchPage) -> Vec<ArticleId> {
    page.hits.iter().map(|hit| hit.row.id).collect()
}

#[test]
fn words_are_found_by_their_stem_in_three_languages() {
    let bench = Bench::new();
    let articles = bench.import(&three());
    let check = |query: &str, found: &[usize]| {
        finds(&bench, &articles, query, found);
    };
    check("programme OR program", &[0]);
    check("price currencies", &[0]);
    check("договоры", &[1]);
    check("договора создание", &[1]);
    check("\"единой валюты\"", &[1]);
    check("\"валюта единая\"", &[]);
    check("валюта", &[1, 2]);
    check("валюта -интеграция", &[2]);
    check("-валюта", &[0]);
    check("аб'яднанне", &[2]);
    check("АБ’ЯДНАННЕ", &[2]);
    check("интеграци*", &[1]);
    check("integr*", &[0]);
    check("integrationist*", &[]);
    check("lead* agr*", &[0]);
    check("share", &[]);
    check("agreed leaders", &[0]);
    check("", &[0, 1, 2]);
    check("!!! *", &[0, 1, 2]);
    check("1999", &[1]);
    check("gas OR 1999 currency OR валюта", &[0, 1]);
}

#[test]
fn a_prefix_finds_words_whose_stem_is_shorter_or_ends_otherwise_and_counts_no_others() {
    let bench = Bench::new();
    let texts = [
        ("The policy is to integrate in steps.", Language::En),
        ("In hoping for integrity they were in the right.", Language::En),
        ("В стране в целом об этом пишет каждый, кто за интеграцию.", Language::Ru),
        ("Пра гэта сказаў прэзідэнце ва ўрадзе.", Language::Be),
    ];
    let new: Vec<_> = texts.iter().map(|(text, language)| article("", text, *language, None)).collect();
    let articles = bench.import(&new);
    let check = |query: &str, found: &[usize]| {
        let page = finds(&bench, &articles, query, found);
        assert_eq!(page.total, Total::Exact(found.len() as u64), "{query}");
        assert!(page.hits.iter().all(|hit| !hit.snippet.passages.is_empty()), "{query}");
    };
    check("integr*", &[0, 1]);
    check("integra*", &[0]);
    check("hopi*", &[1]);
    check("hope*", &[1]);
    check("policy*", &[0]);
    check("polici*", &[0]);
    check("пише*", &[2]);
    check("интегра*", &[2]);
    check("прэзідэнц*", &[3]);
    check("урадз*", &[3]);
    check("ўрад*", &[3]);
    check("урад*", &[3]);
    check("страна*", &[]);
    // Stems that no word beginning so can have, as "in" of integr*, are not asked for, and nothing has to be read to be counted.
    for (query, articles) in [("integr*", 2), ("hope*", 1), ("ўрад*", 1)] {
        let filter = ArticleFilter { query: Some(Query::parse(query)), ..ArticleFilter::default() };
        let count = bench.store.read(|r| r.count(&filter)).unwrap();
        assert_eq!(count, Total::Exact(articles), "{query}");
    }
}

#[test]
fn hits_show_the_passages_that_match_and_no_furniture() {
    let bench = Bench::new();
    let articles = bench.import(&three());
    let page = search(&bench, "gas integration", ArticleSort::Relevance);
    let hit = &page.hits[0];
    let text = &three()[0].document.text;
    let points = CodePoints::new(text);
    let words: Vec<_> = hit.snippet.passages.iter().map(|span| points.slice(*span).unwrap()).collect();
    assert_eq!(words, ["gas"]);
    assert_eq!(points.slice(hit.snippet.window), Some(hit.snippet.text.as_str()));
    assert_eq!(hit.snippet.text, "The leaders discussed gas prices and the single currency.");
    let title = CodePoints::new(&hit.row.title);
    assert_eq!(title.slice(hit.snippet.in_title[0]), Some("integration"));
    assert_eq!(
        (page.total.articles(), page.read_as.as_str(), hit.row.id),
        (1, "gas integration", articles[0])
    );
}

#[test]
fn the_title_weighs_more_and_newest_first_is_by_day() {
    let bench = Bench::new();
    let filler = "other words fill the text here ".repeat(10);
    let new = [
        article("Nothing", &format!("{filler} sanctions"), Language::En, Some("2022-01-01")),
        article("Sanctions", &format!("{filler} filler"), Language::En, Some("2019-06-01")),
        article("Nothing else", &format!("{filler} sanction"), Language::En, None),
        article("Nothing at all", &format!("{filler} sanctions"), Language::En, Some("2023")),
    ];
    let articles = bench.import(&new);
    assert_eq!(ids(&search(&bench, "sanction", ArticleSort::Relevance))[0], articles[1]);
    let newest = ids(&search(&bench, "sanction", ArticleSort::Newest));
    assert_eq!(newest, [articles[3], articles[0], articles[1], articles[2]]);
    let oldest = ids(&search(&bench, "sanction", ArticleSort::Oldest));
    assert_eq!(oldest, [articles[1], articles[0], articles[3], articles[2]]);
}

#[test]
fn lengths_follow_what_comes_in_and_is_corrected() {
    let bench = Bench::new();
    let articles = bench.import(&three());
    let kept = |bench: &Bench| {
        bench.store.read(|r| {
            let kept = r.columns().unwrap();
            kept.with(|columns| Ok(columns.lengths()?.clone()))
        })
    };
    let before = kept(&bench).unwrap();
    bench.import(&[article("A gas price", &"gas ".repeat(200), Language::En, Some("2022-01-01"))]);
    bench.perform(OperationKind::CorrectField, |tx| {
        tx.correct_field(articles[0], &Correction::Title(Some("Roaming abolished at long last".into())))
    });
    let followed = kept(&bench).unwrap();
    assert_ne!(followed, before);
    bench.store.rebuild_search_index(|_, _| ControlFlow::Continue(())).unwrap();
    assert_eq!(kept(&bench).unwrap(), followed);
    assert_eq!(kept(&bench.restart()).unwrap(), followed);
}

#[test]
fn the_index_follows_corrections_and_the_bin() {
    let bench = Bench::new();
    let articles = bench.import(&three());
    bench.perform(OperationKind::CorrectField, |tx| {
        tx.correct_field(articles[0], &Correction::Title(Some("Roaming abolished".into())))
    });
    assert_eq!(ids(&search(&bench, "roaming", ArticleSort::Newest)), [articles[0]]);
    bench.store.undo(AT).unwrap();
    assert!(search(&bench, "roaming", ArticleSort::Newest).hits.is_empty());
    bench.store.redo(AT).unwrap();
    assert_eq!(search(&bench, "roaming", ArticleSort::Newest).total, Total::Exact(1));
    bench.perform(OperationKind::RemoveArticles, |tx| tx.remove_articles(&articles[..1]));
    assert!(search(&bench, "roaming", ArticleSort::Newest).hits.is_empty());
    let filter =
        ArticleFilter { query: Some(Query::parse("roaming")), in_bin: true, ..ArticleFilter::default() };
    assert_eq!(bench.store.read(|r| r.articles(&filter, ArticleSort::Newest, 0, 5)).unwrap().total, 1);
    bench.sound();
}

#[test]
fn a_rebuilt_index_finds_the_same_and_a_stopped_rebuild_says_so() {
    let bench = Bench::new();
    bench.import(&three());
    let before = search(&bench, "валюта OR currency", ArticleSort::Relevance);
    assert!(!bench.store.rebuild_search_index(|_, _| ControlFlow::Break(())).unwrap());
    assert!(!bench.store.read(|r| r.search_index_is_current()).unwrap());
    let problems = bench.store.verify().unwrap().problems;
    assert!(!problems.is_empty() && problems.iter().all(|problem| problem.check == "index"), "{problems:?}");
    let mut seen = Vec::new();
    let finished = bench.store.rebuild_search_index(|done, total| {
        seen.push((done, total));
        ControlFlow::Continue(())
    });
    assert!(finished.unwrap());
    assert_eq!(seen, [(0, 3), (3, 3)]);
    assert!(bench.store.read(|r| r.search_index_is_current()).unwrap());
    assert_eq!(search(&bench, "валюта OR currency", ArticleSort::Relevance), before);
    bench.sound();
}

#[test]
fn a_name_that_comes_in_later_is_found_in_its_letters() {
    let bench = Bench::new();
    bench.import(&[article("Summit", "President Lukashenko arrived.", Language::En, None)]);
    let found = || search(&bench, "Lukashenko", ArticleSort::Newest).hits.len();
    assert_eq!((found(), found()), (1, 1));
    let later = bench.import(&[article("Саміт", "Прэзідэнт Лукашэнка прыбыў.", Language::Be, None)]);
    assert_eq!((found(), found()), (2, 2));
    bench.perform(OperationKind::RemoveArticles, |tx| tx.remove_articles(&later));
    assert_eq!((found(), found()), (1, 1));
    bench.store.undo(AT).unwrap();
    assert_eq!(found(), 2);
    bench.store.rebuild_search_index(|_, _| ControlFlow::Continue(())).unwrap();
    assert_eq!(found(), 2);
}

#[test]
fn what_stands_near_is_said_in_one_language_or_by_a_name() {
    let bench = Bench::new();
    let articles = bench.import(&[
        article("", "Лукашэнка абмеркаваў цану газу.", Language::Be, Some("2019-04-03")),
        article("", "Лукашенко обсудил цены на газ.", Language::Ru, Some("2019-04-02")),
        article("", "Lukashenko discussed gas prices.", Language::En, Some("2019-04-01")),
    ]);
    let near = |query: &str| ids(&search(&bench, query, ArticleSort::Newest));
    assert_eq!(near("цена NEAR/2 газ"), [articles[1]]);
    assert_eq!(near("Lukashenko NEAR/5 газ"), [articles[0], articles[1]]);
    assert_eq!(near("\"gas price\" NEAR/5 Лукашэнка"), [articles[2]]);
    assert_eq!(near("Лукашенко NEAR/1 газ"), []);
}

#[test]
fn a_name_is_found_in_other_letters_unless_it_is_asked_for_as_typed() {
    let bench = Bench::new();
    let new = [
        article("Summit", "President Lukashenko arrived in Sochi.", Language::En, None),
        article("Саммит", "Президент Лукашенко прибыл в Сочи.", Language::Ru, None),
        article("Саміт", "Прэзідэнт Лукашэнка прыбыў у Сочы.", Language::Be, None),
        article("Lacinka", "Prezydent Łukašenka prybyŭ.", Language::Be, None),
        article("Other", "Lukas was not there. Лука тоже.", Language::Ru, None),
    ];
    let articles = bench.import(&new);
    for asked in ["Lukashenko", "lukashenko", "Лукашенко", "Лукашэнка", "Łukašenka"] {
        let mut found = ids(&search(&bench, asked, ArticleSort::Newest));
        found.sort();
        assert_eq!(found, articles[..4], "{asked}");
    }
    let page = search(&bench, "Lukashenko", ArticleSort::Newest);
    let forms: Vec<_> = page.expanded[0].1.iter().map(|other| other.form.as_str()).collect();
    assert_eq!(page.expanded[0].0, "Lukashenko");
    assert!(
        forms.len() == 3 && ["лукашенко", "lukasenka"].iter().all(|form| forms.contains(form)),
        "{forms:?}"
    );
    assert!(page.hits.iter().all(|hit| hit.snippet.passages.len() == 1));
    let query = Query { as_typed: true, ..Query::parse("Lukashenko") };
    let filter = ArticleFilter { query: Some(query), ..ArticleFilter::default() };
    let page = bench.store.read(|r| r.search(&filter, ArticleSort::Newest, 0, 9)).unwrap();
    assert_eq!((ids(&page), page.expanded.len()), (vec![articles[0]], 0));
    assert_eq!(ids(&search(&bench, "sochi -Лукашэнка", ArticleSort::Newest)), []);
}

#[test]
fn forms_and_neighbours_are_found_by_reading() {
    let bench = Bench::new();
    let new = [
        article("One", "The price of Russian gas was agreed.", Language::En, Some("2019-01-01")),
        article(
            "Two",
            "Gas prices, and then many words more before the other one: agreed.",
            Language::En,
            Some("2020"),
        ),
        article("Три", "Цена на газ согласована. Цены растут.", Language::Ru, Some("2021-05-01")),
    ];
    let articles = bench.import(&new);
    let check = |query: &str, found: &[usize]| {
        let expected: Vec<_> = found.iter().rev().map(|index| articles[*index]).collect();
        assert_eq!(ids(&search(&bench, query, ArticleSort::Newest)), expected, "{query}");
    };
    check("=prices", &[1]);
    check("=\"prices and\" OR =цена", &[1, 2]);
    check("price -=prices", &[0]);
    check("=ценой", &[]);
    check("gas NEAR/2 price", &[0, 1]);
    check("gas NEAR/1 price", &[1]);
    check("NEAR(price agreed, 5)", &[0]);
    check("(gas NEAR/0 price) OR (газ NEAR/3 \"цены растут\")", &[1, 2]);
    check("(gas -prices) OR газ", &[2]);
    check("price -(gas NEAR/1 price)", &[0]);
    let marks = search(&bench, "price NEAR/4 agreed", ArticleSort::Newest).hits[0].snippet.passages.clone();
    assert_eq!(marks, [Span::new(4, 9), Span::new(29, 35)]);
}

#[test]
fn fields_narrow_by_what_is_known() {
    let bench = Bench::new();
    let articles = bench.import(&three());
    let text = &three()[0].document.text;
    bench.perform(OperationKind::AttachEvidence, |tx| {
        let roadmaps = tx.add_milestone(&milestone("31 roadmaps drafted", None))?;
        tx.attach_evidence(&evidence(articles[0], text, "gas prices", roadmaps))?;
        tx.put_topic(&topic("economy", None), 0, 0)?;
        tx.put_topic(&topic("single-currency", Some("economy")), 1, 0)
    });
    let currency = bench.store.read(|r| r.topics()).unwrap()[1].id;
    bench.perform(OperationKind::Decide, |tx| {
        tx.decide(articles[1], currency, chancery_model::Verdict::ByHand, "")
    });
    let check = |query: &str, found: &[usize]| {
        assert_eq!(finds(&bench, &articles, query, found).hints, [], "{query}");
    };
    check("lang:ru", &[1]);
    check("lang:ru,be валюта", &[1, 2]);
    check("-lang:en OR gas", &[0, 1, 2]);
    check("(lang:be валюта) OR (lang:en gas)", &[0, 2]);
    check("topic:\"single currency\"", &[1]);
    check("tag:econ", &[1]);
    check("-tag:economy", &[0, 2]);
    check("has:evidence", &[0]);
    check("milestone:roadmaps -has:tag", &[0]);
    check("before:2022", &[0]);
    check("after:2021-09-10", &[0, 1]);
    check("before:2021-09-10", &[]);
    check("on:2021-09", &[0]);
    check("-has:date", &[2]);
    check("=валюта -has:date", &[2]);
    check("интеграц* OR has:evidence", &[0, 1]);
    let page = search(&bench, "валюта topic:weather", ArticleSort::Newest);
    assert_eq!((page.total.articles(), page.read_as.as_str()), (2, "валюта"));
    assert_eq!((page.hints[0].typed.as_str(), page.hints[0].why), ("topic:weather", Unread::NothingCalledSo));
}

#[test]
fn a_question_nobody_waits_for_is_stopped_and_the_next_is_answered() {
    let bench = Bench::new();
    let many: Vec<_> = (0..40)
        .map(|n| {
            let mut new = article("", &"currency ".repeat(500), Language::En, None);
            new.original = vec![n];
            new
        })
        .collect();
    bench.import(&many);
    let query = Some(Query::parse("curren*"));
    let filter = ArticleFilter { query, ..ArticleFilter::default() };
    let stopped = bench.store.read_while(
        || false,
        |r| {
            // Enough steps for the question to be asked whether it goes on.
            r.within(|conn| Ok(conn.query_row(COUNTING, (), |row| row.get::<_, u64>(0))?))
        },
    );
    assert!(matches!(stopped, Err(crate::Error::Stopped { .. })), "{stopped:?}");
    let page = bench.store.read_while(|| true, |r| r.search(&filter, ArticleSort::Newest, 0, 5)).unwrap();
    assert_eq!(page.hits.len(), 5);
    assert_eq!(bench.store.read(|r| r.count(&filter)).unwrap(), Total::Exact(40));
}

const COUNTING: &str = "WITH RECURSIVE up (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM up WHERE n < 1000000) SELECT count(*) FROM up";

/// In how many pieces the index lies.
fn pieces(bench: &Bench) -> u32 {
    let sql = "SELECT count(DISTINCT segid) FROM search_idx";
    bench.store.read(|r| r.within(|conn| Ok(conn.query_row(sql, (), |row| row.get(0))?))).unwrap()
}

#[test]
fn an_index_in_pieces_is_merged_into_one_and_finds_the_same() {
    let bench = Bench::new();
    let import = |numbers: std::ops::Range<usize>| {
        for number in numbers {
            bench.import(&[article(
                "",
                &format!("Договор номер{number}."),
                Language::Ru,
                Some("2021-02-22"),
            )]);
        }
    };
    // Another piece for each, until some are merged into a larger one.
    import(0..11);
    let before = ids(&search(&bench, "договор", ArticleSort::Newest));
    assert_eq!(before.len(), 11);
    assert!(pieces(&bench) > super::PIECES, "{}", pieces(&bench));
    bench.store.settle_search_index(|| false).unwrap();
    assert!(pieces(&bench) > super::PIECES, "who stops it leaves it as it was");
    bench.store.settle_search_index(|| true).unwrap();
    assert_eq!(pieces(&bench), 1);
    assert_eq!(ids(&search(&bench, "договор", ArticleSort::Newest)), before);
    assert_eq!(ids(&search(&bench, "номер7", ArticleSort::Relevance)).len(), 1);
    import(11..12);
    assert_eq!(ids(&search(&bench, "договор", ArticleSort::Newest)).len(), 12);
    bench.sound();
}
