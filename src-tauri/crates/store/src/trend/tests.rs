//! Tests of trends: that figures add up to what a list counts, and that each is what its own question finds.

use chancery_model::{ArticleId, Language, OperationKind, TopicId, Verdict};

use super::*;
use crate::{
    ArticleSort, Query,
    testing::{Bench, article, topic},
};

fn articles() -> Vec<crate::NewArticle> {
    let text = |word: &str| {
        format!("The union budget was discussed in {word}. Nothing else of the budget was told.")
    };
    let of = |outlet: &str, mut new: crate::NewArticle| {
        new.document.outlet.value = Some(outlet.to_owned());
        new
    };
    vec![
        of("BelTA", article("One", &text("Minsk"), Language::En, Some("2021-03-01"))),
        of("BelTA", article("Two", &text("Brest"), Language::En, Some("2021-03-31"))),
        of("TASS", article("Три", "Бюджет обсуждали в Москве.", Language::Ru, Some("2021-05"))),
        of("TASS", article("Four", &text("Sochi"), Language::En, Some("2021"))),
        of("TASS", article("Five", &text("Gomel"), Language::En, None)),
    ]
}

fn trend(bench: &Bench, words: &str, ask: TrendAsk) -> Trend {
    let query = (!words.is_empty()).then(|| Query::parse(words));
    let filter = ArticleFilter { query, ..ArticleFilter::default() };
    let told = bench.store.read(|r| r.trend(&filter, ask)).unwrap();
    let by_sql = bench.store.read(|r| r.within(|conn| count::trend(conn, None, &filter, ask))).unwrap();
    // Of what may answer SQL reads none where it can't read all, the walk the first.
    assert!(told == by_sql || told.at_most && by_sql.at_most, "{words}: {told:?} {by_sql:?}");
    told
}

fn found(bench: &Bench, words: &str, stories: bool) -> u64 {
    let filter = ArticleFilter { query: Some(Query::parse(words)), stories, ..ArticleFilter::default() };
    bench.store.read(|r| r.articles(&filter, ArticleSort::Newest, 0, 0)).unwrap().total
}

const BY_MONTH: TrendAsk =
    TrendAsk { measure: TrendMeasure::Articles, unit: Some(TrendUnit::Month), split: None };

fn counts(line: &TrendLine) -> Vec<u64> {
    line.figures.iter().map(|figure| figure.counted).collect()
}

#[test]
fn months_follow_each_other_and_what_has_no_month_is_counted_apart() {
    let bench = Bench::new();
    bench.import(&articles());
    let by_month = trend(&bench, "", BY_MONTH);
    let [all] = by_month.lines.as_slice() else { panic!("{by_month:?}") };
    assert_eq!((by_month.units.len(), counts(all)), (3, vec![2, 0, 1]));
    assert_eq!((all.coarse.counted, all.undated.counted, all.sum.counted), (1, 1, 5));
    let by_week = trend(&bench, "", TrendAsk { unit: Some(TrendUnit::Week), ..BY_MONTH });
    assert_eq!((counts(&by_week.lines[0]), by_week.lines[0].coarse.counted), (vec![1, 0, 0, 0, 1], 2));
    let fitting = trend(&bench, "", TrendAsk { unit: None, ..BY_MONTH });
    assert_eq!(fitting.unit, TrendUnit::Month);
    let none = trend(&bench, "nowhere", BY_MONTH);
    assert_eq!((none.units.len(), none.lines[0].sum.counted), (0, 0));
}

#[test]
fn every_figure_is_what_its_question_finds() {
    let bench = Bench::new();
    bench.import(&articles());
    for (unit, has, on) in [
        (TrendUnit::Week, "has:day", ["on:\"2021-03-01/2021-03-07\"", "on:\"2021-03-29/2021-04-04\""]),
        (TrendUnit::Month, "has:month", ["on:2021-03", "on:2021-05"]),
    ] {
        let trend = trend(&bench, "", TrendAsk { unit: Some(unit), ..BY_MONTH });
        let figures = counts(&trend.lines[0]);
        let shown = [figures[0], figures[figures.len() - 1]];
        assert_eq!(on.map(|on| found(&bench, &format!("{on} {has}"), false)), shown, "{unit:?}");
        assert_eq!(found(&bench, &format!("has:date -{has}"), false), trend.lines[0].coarse.counted);
        assert_eq!(found(&bench, "-has:date", false), trend.lines[0].undated.counted);
    }
    assert_eq!(found(&bench, "has:year", false), 4);
}

#[test]
fn parts_by_outlet_and_language_add_up_to_the_whole() {
    let bench = Bench::new();
    bench.import(&articles());
    for split in [TrendSplit::Outlet, TrendSplit::Language] {
        let trend = trend(&bench, "budget OR бюджет", TrendAsk { split: Some(split), ..BY_MONTH });
        let (all, parts) = trend.lines.split_first().unwrap();
        assert_eq!(parts.len(), 2, "{parts:?}");
        for (index, figure) in all.figures.iter().enumerate() {
            assert_eq!(parts.iter().map(|line| line.figures[index].counted).sum::<u64>(), figure.counted);
        }
        assert_eq!(
            parts.iter().map(|line| line.sum.counted).sum::<u64>(),
            found(&bench, "budget OR бюджет", false)
        );
    }
}

#[test]
fn beyond_the_largest_parts_the_others_are_one_line() {
    let bench = Bench::new();
    let new: Vec<_> = (0..12)
        .map(|number| {
            let mut new = article(
                "t",
                &format!("Text number {number} of the outlet."),
                Language::En,
                Some("2021-03-01"),
            );
            new.document.outlet.value = (number > 0).then(|| format!("Outlet {number:02}"));
            new
        })
        .collect();
    bench.import(&new);
    let trend = trend(&bench, "", TrendAsk { split: Some(TrendSplit::Outlet), ..BY_MONTH });
    let (others, without) = (&trend.lines[9], &trend.lines[10]);
    assert!(matches!(&others.key, TrendKey::Others(names) if names.len() == 3), "{others:?}");
    assert_eq!((others.sum.counted, &without.key, without.sum.counted), (3, &TrendKey::Without, 1));
}

#[test]
fn stories_are_told_once_in_each_month_they_are_told_in() {
    let bench = Bench::new();
    let ids = bench.import(&articles());
    bench.store.derive(|d| ids[..3].iter().try_for_each(|id| d.set_story(*id, Some(ids[0])))).unwrap();
    let stories = TrendAsk { measure: TrendMeasure::Stories, split: Some(TrendSplit::Outlet), ..BY_MONTH };
    let trend = trend(&bench, "", stories);
    assert_eq!(counts(&trend.lines[0]), [1, 0, 1]);
    assert_eq!(trend.lines[0].figures[0].articles, 2);
    assert_eq!((trend.lines[0].sum.counted, found(&bench, "", true)), (3, 3));
    for on in ["on:2021-03 has:month", "on:2021-05 has:month"] {
        assert_eq!(found(&bench, on, true), 1);
    }
}

#[test]
fn topics_are_tags_and_suggestions_tags_are_tags() {
    let bench = Bench::new();
    let ids = bench.import(&articles());
    bench.perform(OperationKind::ImportCodebook, |tx| {
        tx.put_topic(&topic("economy", None), 0, 0)?;
        tx.put_topic(&topic("money", Some("economy")), 1, 0)?;
        tx.put_topic(&topic("coins", Some("money")), 2, 0)
    });
    let topics = bench.store.read(|r| r.topics()).unwrap();
    let id = |slug: &str| topics.iter().find(|row| row.topic.slug == slug).unwrap().id;
    let (money, coins) = (id("money"), id("coins"));
    tag(&bench, ids[0], &[money, coins]);
    tag(&bench, ids[1], &[coins]);
    let by_topic = TrendAsk { split: Some(TrendSplit::Topic), ..BY_MONTH };
    let articles = trend(&bench, "", by_topic);
    let line =
        |trend: &Trend, key: TrendKey| trend.lines.iter().find(|line| line.key == key).unwrap().sum.counted;
    assert_eq!(line(&articles, TrendKey::Topic(money)), found(&bench, "topic:money", false));
    assert_eq!(line(&articles, TrendKey::Topic(coins)), found(&bench, "topic:coins", false));
    assert_eq!(line(&articles, TrendKey::Without), found(&bench, "-has:tag -has:suggestion", false));
    let tags = trend(&bench, "", TrendAsk { measure: TrendMeasure::Tags, ..by_topic });
    assert_eq!((line(&tags, TrendKey::All), line(&tags, TrendKey::Topic(money))), (3, 3));
    assert_eq!((line(&tags, TrendKey::Topic(coins)), tags.lines[0].sum.articles), (2, 2));
}

fn tag(bench: &Bench, article: ArticleId, topics: &[TopicId]) {
    for topic in topics {
        bench.perform(OperationKind::Decide, |tx| tx.decide(article, *topic, Verdict::ByHand, ""));
    }
}

#[test]
fn passages_are_counted_as_long_as_the_texts_can_be_read() {
    let bench = Bench::new();
    bench.import(&articles());
    let passages = TrendAsk { measure: TrendMeasure::Passages, ..BY_MONTH };
    let few = trend(&bench, "budget on:2021-03", passages);
    assert_eq!(
        (few.measure, counts(&few.lines[0]), few.lines[0].sum.articles),
        (TrendMeasure::Passages, vec![4], 3)
    );
    let many = trend(&bench, "budget OR бюджет", passages);
    assert_eq!((many.measure, many.lines[0].sum.counted), (TrendMeasure::Articles, 5));
    let (loose, exact) = (trend(&bench, "=budgets", BY_MONTH), trend(&bench, "=budgets", passages));
    // Four may have it; the one that is read has not.
    assert_eq!((loose.at_most, loose.lines[0].sum.counted), (true, 3));
    assert_eq!(exact.measure, TrendMeasure::Articles);
}
