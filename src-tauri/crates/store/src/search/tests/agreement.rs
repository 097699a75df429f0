//! Whatever is typed: the index, the columns in memory and SQL say the same as reading every article.

use chancery_model::{Day, Language, OperationKind};
use proptest::prelude::*;

use super::{
    super::{found::Sought, matching, names},
    ids, search,
};
use crate::{
    ArticleFilter, ArticleSort, Query, QueryField, Total,
    article::{facets, list_page},
    outlet,
    testing::{Bench, article, three},
};

/// A small world of words, so that queries and texts meet often; stems differ from forms in each language.
fn text() -> impl Strategy<Value = String> {
    let words = "integration integrate integral integrity in hoping hope policy policies the The валюта валюты валютный договор Договоры дагавор саюз саюзная \
         ўрад урадзе прэзідэнце прэзідэнт пишет писать поважнее важный об'єднання 1999 19 аб’яднанне аб’яднаньне naïve Łuk Straße ёлка елки x";
    let words: Vec<&str> = words.split_whitespace().collect();
    proptest::collection::vec(proptest::sample::select(words), 0..9).prop_map(|words| words.join(" "))
}

/// What may stand between words typed.
const JOINTS: &str =
    "(|\\*|\"| OR | -| NEAR/1 | NEAR |=|=\"| \\(|\\) | -\\(|lang:ru | -lang:be | OR lang:en )";

/// What may stand between them where articles have days.
const DATED_JOINTS: &str = "(|\\*| OR | -|=| -lang:be | -has:day | OR has:month | has:year | -on:2019 | after:2019-04 |-before:2021 )";

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    /// Whatever is typed, the index answers, and as reading every article answers.
    #[test]
    fn the_index_and_reading_agree(
        texts in proptest::collection::vec((text(), text(), 0..4_usize), 1..5),
        asked in proptest::collection::vec((text(), JOINTS, text(), JOINTS, text()), 1..8),
    ) {
        let bench = Bench::new();
        let languages = [Language::En, Language::Ru, Language::Be, Language::Uk];
        let new: Vec<_> = texts.iter().enumerate().map(|(n, (title, text, language))| {
            let mut new = article(title, text, languages[*language], None);
            new.original = n.to_string().into_bytes();
            new
        }).collect();
        let articles = bench.import(&new);
        for (left, joint, middle, other, right) in &asked {
            let typed = format!("{left}{joint}{middle}{other}{right}");
            let query = Query::parse(&typed);
            let names = bench.store.read(|r| r.within(|conn| names::of(conn, None, &query))).unwrap();
            let page = search(&bench, &typed, ArticleSort::Newest);
            let mut got = ids(&page);
            got.sort();
            let expected: Vec<_> = articles.iter().zip(&texts).filter(|(id, (_, _, language))| {
                let read = bench.store.read(|r| r.readable(**id)).unwrap();
                let holds = |field: &QueryField| *field == QueryField::Language(languages[*language]);
                Sought::of(&query, &names).in_article(&read, u32::MAX, holds).matches
            }).map(|(id, _)| *id).collect();
            prop_assert_eq!(got, expected, "{}", typed);
            prop_assert_eq!(page.total, Total::Exact(page.hits.len() as u64));
            let filter = ArticleFilter { query: Some(query), ..ArticleFilter::default() };
            let second = bench.store.read(|r| r.search(&filter, ArticleSort::Newest, 1, 1)).unwrap();
            let at_second: Vec<_> = ids(&page).into_iter().skip(1).take(1).collect();
            prop_assert_eq!(ids(&second), at_second, "{}", typed);
            let all = page.total.articles();
            let told = match second.total {
                Total::Exact(articles) => articles == all,
                Total::AtMost(articles) => articles >= all,
                Total::AtLeast(articles) => articles <= all,
            };
            prop_assert!(told, "{typed}");
        }
    }

    /// What is walked by the columns in memory is what SQLite alone finds, in the same order, and counted alike.
    #[test]
    fn columns_and_sql_agree(
        texts in proptest::collection::vec((text(), 0..4_usize, 0..5_usize), 1..14),
        asked in proptest::collection::vec((text(), DATED_JOINTS, text()), 1..6),
        removed in 0..14_usize, stories: bool, of_one_language: bool, in_period: bool,
    ) {
        let bench = Bench::new();
        let languages = [Language::En, Language::Ru, Language::Be, Language::Uk];
        let days = [None, Some("2019"), Some("2019-04"), Some("2019-04-03"), Some("2021-02-22")];
        let new: Vec<_> = texts.iter().enumerate().map(|(n, (text, language, day))| {
            let mut new = article("", text, languages[*language], days[*day]);
            new.original = n.to_string().into_bytes();
            new
        }).collect();
        let articles = bench.import(&new);
        // The columns are read before what follows is changed.
        bench.store.read(|r| r.count(&ArticleFilter::default())).unwrap();
        // A story is called after the earliest of it.
        let earliest_first = |day: usize| [3, 2, 1, 4, 0].iter().position(|known| *known == day);
        for remainder in [0, 1] {
            let kin = articles.iter().zip(&texts).filter(|(id, _)| id.0 % 2 == remainder);
            let kin: Vec<_> = kin.map(|(id, (_, _, day))| (earliest_first(*day), *id)).collect();
            let Some((_, head)) = kin.iter().min().filter(|_| kin.len() > 1) else { continue };
            bench.store.derive(|deriver| {
                kin.iter().try_for_each(|(_, id)| deriver.set_story(*id, Some(*head)))
            }).unwrap();
        }
        if let Some(id) = articles.get(removed) {
            bench.perform(OperationKind::RemoveArticles, |w| w.remove_articles(&[*id]));
        }
        let (walked, by_sql) = bench.store.read(|r| r.within(|conn| {
            let walked = r.columns().unwrap().with(|columns| Ok(outlet::counted(columns)))?;
            Ok((walked, outlet::counted_by_sql(conn)?))
        })).unwrap();
        prop_assert_eq!(walked, by_sql);
        for (left, joint, right) in &asked {
            let filter = ArticleFilter {
                query: Some(Query::parse(&format!("{left}{joint}{right}"))),
                stories,
                languages: if of_one_language { vec![Language::Ru] } else { Vec::new() },
                from: in_period.then(|| Day::new(2019, 4, 2)).flatten(),
                ..ArticleFilter::default()
            };
            for sort in [ArticleSort::Newest, ArticleSort::Relevance] {
                let page = |from, limit| bench.store.read(|r| r.within(|conn| {
                    let walked = list_page(conn, r.columns(), &filter, sort, from, limit)?;
                    Ok::<_, crate::Error>((walked, list_page(conn, None, &filter, sort, from, limit)?, r.count(&filter)?))
                })).unwrap();
                let (walked, by_sql, count) = page(0, 50);
                let all = by_sql.ids.len() as u64;
                // Not all that is doubtful is read to be counted.
                let told = match count {
                    Total::Exact(articles) => articles == all,
                    Total::AtMost(articles) => articles >= all,
                    Total::AtLeast(_) => false,
                };
                prop_assert!(told, "{count:?} of {all}");
                // SQL ranks by FTS5's own bm25, which counts phrases among all articles and not among the hits.
                if sort == ArticleSort::Newest {
                    prop_assert_eq!(&walked.ids, &by_sql.ids);
                }
                let (mut of_walk, mut of_sql) = (walked.ids.clone(), by_sql.ids);
                of_walk.sort_unstable();
                of_sql.sort_unstable();
                prop_assert_eq!(&of_walk, &of_sql);
                let (second, ..) = page(1, 2);
                prop_assert_eq!(second.ids, walked.ids.into_iter().skip(1).take(2).collect::<Vec<_>>());
            }
            let (walked, by_sql, all_read) = bench.store.read(|r| r.within(|conn| {
                let by_sql = matching(conn, &filter.query.clone().unwrap_or_default())?;
                let all_read = by_sql.doubtful.is_none() && matches!(r.count(&filter)?, Total::Exact(_));
                Ok((facets(conn, r.columns(), &filter)?, facets(conn, None, &filter)?, all_read))
            })).unwrap();
            // Where not all that is doubtful is read, either counts what it has not read.
            if all_read {
                prop_assert_eq!(walked, by_sql);
            }
        }
    }

    #[test]
    fn anything_can_be_asked(typed in proptest::collection::vec("\\PC{0,40}|[\"*()^:{}+ -]{0,12}|(NEAR|AND|NOT|OR|title:) ", 1..6)) {
        let bench = Bench::new();
        bench.import(&three());
        for typed in typed {
            for sort in [ArticleSort::Relevance, ArticleSort::Newest] {
                let _ = search(&bench, &typed, sort);
            }
        }
    }
}
