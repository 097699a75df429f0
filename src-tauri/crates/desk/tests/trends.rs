//! Trends: each figure is what its own question finds, parts add up, and files say what was counted.
#![allow(clippy::unwrap_used)]

mod common;

use std::fs;

use chancery_desk::stored::{ArticleSort, TrendAsk, TrendKey, TrendMeasure, TrendSplit, TrendUnit};
use chancery_desk::{Desk, DeskError, Locale, Progress, TrendQuestion, TrendTold};
use chancery_store::ArticleFilter;

/// Dates of every kind, an outlet with quotation marks, and copies in two months and two outlets.
const LINES: &str = r#"{"title":"Price of gas","text":"The price of gas was agreed in Minsk by the two premiers after long talks, said the ministry, and so was the price of oil.","published":"2021-01-05","outlet":"Example Agency","lang":"en"}
{"title":"Price of gas, again","text":"The price of gas was agreed in Minsk by the two premiers after long talks, said the ministry, and so was the price of oil.","published":"2021-03-02","outlet":"Other Paper","lang":"en"}
{"title":"Цена на газ","text":"Цена на газ согласована: об этом сообщили в правительстве после встречи премьеров двух стран.","published":"2021-03-31","outlet":"Пример","lang":"ru"}
{"title":"Цана на газ","text":"Цана на газ узгоднена: пра гэта паведамілі ва ўрадзе пасля сустрэчы прэм'ераў дзвюх краін.","published":"2021-03","outlet":"Прыклад «Дзень»","lang":"be"}
{"title":"A year of gas","text":"Nobody knows in which month of that year the gas contract was signed by the ministers of energy.","published":"2021","outlet":"Say \"Yes\"","lang":"en"}
{"title":"Undated gas","text":"A leaflet on gas without a date was found among the papers of the union parliament.","lang":"en"}
"#;

fn desk(folder: &std::path::Path) -> Desk {
    let desk =
        common::library(folder, common::day(2026)).create(&folder.join("d.dossier"), "", true).unwrap();
    let file = folder.join("лента.jsonl");
    fs::write(&file, LINES).unwrap();
    desk.import(&[file], &mut Progress::silent()).unwrap();
    desk
}

fn found(desk: &Desk, words: &str, stories: bool) -> u64 {
    let filter = ArticleFilter { stories, ..ArticleFilter::default() };
    desk.articles(Some(words), filter, ArticleSort::Newest, 0, 0).unwrap().total
}

/// Every figure of a trend is what its question finds, and no bar is without one.
fn every_figure_opens(desk: &Desk, told: &TrendTold) {
    let stories = told.trend.measure == TrendMeasure::Stories;
    let of =
        |figure: chancery_desk::stored::TrendFigure| if stories { figure.counted } else { figure.articles };
    for (line, narrowed) in told.trend.lines.iter().zip(&told.lines) {
        let Some(narrowed) = narrowed else {
            assert_eq!(told.name(&line.key).as_deref(), Some("Say \"Yes\""), "{:?}", line.key);
            continue;
        };
        let [coarse, undated] = &told.apart;
        let apart = [(coarse, line.coarse), (undated, line.undated)];
        for (unit, figure) in told.units.iter().zip(line.figures.iter().copied()).chain(apart) {
            let words = format!("{} {unit} {narrowed}", told.words);
            assert_eq!(found(desk, &words, stories), of(figure), "{words}");
        }
    }
}

#[test]
fn every_bar_opens_what_it_counts() {
    let folder = tempfile::tempdir().unwrap();
    let desk = desk(folder.path());
    let splits = [None, Some(TrendSplit::Topic), Some(TrendSplit::Outlet), Some(TrendSplit::Language)];
    for words in ["", "gas OR газ", "gas OR газ on:2021"] {
        for unit in [TrendUnit::Week, TrendUnit::Month, TrendUnit::Year] {
            for (split, measure) in splits.into_iter().zip([
                TrendMeasure::Stories,
                TrendMeasure::Articles,
                TrendMeasure::Passages,
                TrendMeasure::Tags,
            ]) {
                let ask = TrendAsk { measure, unit: Some(unit), split };
                let told =
                    desk.trend(&TrendQuestion { words: words.to_owned(), ask, as_typed: false }).unwrap();
                every_figure_opens(&desk, &told);
                let all = &told.trend.lines[0];
                let placed: u64 = all.figures.iter().map(|figure| figure.articles).sum();
                assert_eq!(placed + all.coarse.articles + all.undated.articles, all.sum.articles);
                if measure != TrendMeasure::Tags {
                    assert_eq!(all.sum.articles, found(&desk, words, false));
                }
            }
        }
    }
}

#[test]
fn what_asks_for_nothing_counts_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let told = desk(folder.path())
        .trend(&TrendQuestion { words: "!!! *".to_owned(), ..Default::default() })
        .unwrap();
    assert_eq!((told.trend.lines[0].sum.articles, told.trend.units.len()), (0, 0));
    assert_eq!(told.name(&TrendKey::All), None);
}

#[test]
fn a_trend_goes_out_as_table_and_picture_and_refuses_other_endings() {
    let folder = tempfile::tempdir().unwrap();
    let desk = desk(folder.path());
    let ask =
        TrendAsk { unit: Some(TrendUnit::Month), split: Some(TrendSplit::Language), ..TrendAsk::default() };
    let question =
        TrendQuestion { words: "gas OR газ outlet:example OR lang:be".to_owned(), ask, as_typed: false };
    let path = |name: &str| folder.path().join(name);
    desk.export_trend(&question, Locale::Be, &path("t.csv")).unwrap();
    let table = fs::read_to_string(path("t.csv")).unwrap();
    let rows: Vec<&str> = table.trim_start_matches('\u{feff}').split("\r\n").collect();
    assert_eq!(
        rows[..2],
        ["when,first_day,last_day,Усяго,англійская,беларуская", "2021-01,2021-01-01,2021-01-31,1,1,0"]
    );
    assert_eq!(
        rows[3..6],
        ["2021-03,2021-03-01,2021-03-31,1,0,1", "месяц невядомы,,,0,0,0", "без даты,,,0,0,0"]
    );
    desk.export_trend(&question, Locale::En, &path("t.svg")).unwrap();
    let picture = fs::read_to_string(path("t.svg")).unwrap();
    assert!(
        picture.contains("<title>Belarusian, 2021-03: 1</title>") && picture.contains("Articles by month")
    );
    let refused = desk.export_trend(&question, Locale::En, &path("t.docx"));
    assert!(matches!(refused, Err(DeskError::NoSuchWord { what: "trend", .. })), "{refused:?}");
}
