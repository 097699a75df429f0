//! Keyword in context: every passage with the words around it, in the orders of its neighbours.

use chancery_model::Language;

use crate::{
    ArticleFilter, Query,
    testing::{Bench, article, three},
};

/// The lines of a concordance as they are read: left, found, right.
fn concordance(bench: &Bench, words: &str, limit: usize) -> crate::Concordance {
    let filter = ArticleFilter { query: Some(Query::parse(words)), ..ArticleFilter::default() };
    bench.store.read(|r| r.concordance(&filter, limit)).unwrap()
}

#[test]
fn every_passage_is_a_line_with_the_words_around_it_and_no_furniture() {
    let bench = Bench::new();
    bench.import(&three());
    let told = concordance(&bench, "integration OR leaders OR интеграция", 10);
    let lines: Vec<_> = told
        .lines
        .iter()
        .map(|line| (line.left.as_str(), line.found.as_str(), line.right.as_str()))
        .collect();
    assert_eq!(
        lines,
        [
            (
                "валюта не обсуждалась. Договор о создании Союзного государства подписан в 1999 году, ",
                "интеграция",
                " продолжается."
            ),
            ("Belarus, Russia ready to develop ", "integration", ""),
            ("The ", "leaders", " discussed gas prices and the single currency."),
        ]
    );
    assert_eq!(told.lines.iter().map(|line| line.in_title).collect::<Vec<_>>(), [false, true, false]);
    assert_eq!((told.read, told.total, told.more), (2, 2, false));
    let first = concordance(&bench, "integration OR leaders OR интеграция", 1);
    assert_eq!((first.lines.len(), first.read, first.more), (1, 1, true));
    let phrase = concordance(&bench, "\"single currency\" OR currency", 10);
    assert_eq!(phrase.lines.iter().map(|line| line.found.as_str()).collect::<Vec<_>>(), ["single currency"]);
}

#[test]
fn lines_stand_in_the_order_of_their_neighbours_whatever_their_case_and_accents() {
    let bench = Bench::new();
    let text = "Zebra price rises. Éclair PRICE is sold. An apple prices Above. Apple price costs.";
    bench.import(&[article("t", text, Language::En, Some("2021-01-01"))]);
    let told = concordance(&bench, "price", 10);
    let said = |places: &[usize], of: fn(&crate::ContextLine) -> &str| -> Vec<String> {
        places
            .iter()
            .map(|place| {
                of(&told.lines[*place]).split_whitespace().next_back().unwrap_or_default().to_owned()
            })
            .collect()
    };
    assert_eq!(said(&told.by_left, |line| &line.left), ["Apple", "apple", "Éclair", "Zebra"]);
    let right = |places: &[usize]| -> Vec<&str> {
        places.iter().map(|place| told.lines[*place].right.split_whitespace().next().unwrap()).collect()
    };
    assert_eq!(right(&told.by_right), ["Above.", "costs.", "is", "rises."]);
    assert_eq!(said(&told.by_found, |line| &line.found), ["price", "PRICE", "price", "prices"]);
    assert_eq!(right(&told.by_found), ["costs.", "is", "rises.", "Above."]);
}
