use std::collections::{BTreeMap, BTreeSet};

use super::writer::{DAYS, date};
use super::*;

fn some(seed: u64, count: usize) -> Vec<Article> {
    Corpus::new(seed).take(count).collect()
}

fn words(articles: &[Article]) -> impl Iterator<Item = String> {
    let split = |article: &Article| {
        let letters = article.text.split(|letter: char| !letter.is_alphanumeric() && letter != '\'');
        letters.filter(|word| !word.is_empty()).map(str::to_lowercase).collect::<Vec<_>>()
    };
    articles.iter().flat_map(split)
}

#[test]
fn the_same_seed_gives_the_same_articles() {
    assert_eq!(some(3, 200), some(3, 200));
    assert_ne!(some(3, 20), some(4, 20));
}

#[test]
fn languages_lengths_days_and_outlets_have_their_shares() {
    let articles = some(1, 6_000);
    for (language, share) in Corpus::shares() {
        let here = articles.iter().filter(|article| article.language == language).count() as f64 / 60.0;
        assert!((here - share as f64).abs() < 3.0, "{language}: {here:.1} % instead of {share} %");
    }
    let mean = articles.iter().map(|article| article.text.len()).sum::<usize>() / articles.len();
    assert!((2_150..2_450).contains(&mean), "mean length {mean}");
    let years: BTreeSet<&str> = articles.iter().filter_map(|article| article.published.get(..4)).collect();
    assert_eq!((years.first(), years.last(), years.len()), (Some(&"2000"), Some(&"2024"), 25));
    let outlets: BTreeSet<&str> = articles.iter().map(|article| article.outlet.as_str()).collect();
    assert_eq!(outlets.len(), Corpus::new(1).outlets().count());
    assert!((55..=65).contains(&outlets.len()), "{} outlets", outlets.len());
}

#[test]
fn eight_of_a_hundred_are_reprints() {
    let articles = some(1, 6_000);
    let mut titles: BTreeMap<&str, usize> = BTreeMap::new();
    for article in &articles {
        *titles.entry(&article.title).or_default() += 1;
    }
    let again = titles.values().map(|count| count - 1).sum::<usize>() as f64 / articles.len() as f64;
    assert!((0.07..0.09).contains(&again), "{again:.3}");
}

#[test]
fn frequent_words_follow_zipf() {
    let articles: Vec<Article> =
        some(1, 6_000).into_iter().filter(|article| article.language == "en").collect();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for word in words(&articles) {
        *counts.entry(word).or_default() += 1;
    }
    let mut counts: Vec<usize> = counts.into_values().collect();
    counts.sort_unstable_by(|a, b| b.cmp(a));
    // Between the tenth and the thousandth rank a hundredth of the frequency is expected, endings and subjects aside.
    let ratio = counts[9] as f64 / counts[999] as f64;
    assert!((30.0..300.0).contains(&ratio), "{} to {}", counts[9], counts[999]);
}

#[test]
fn new_words_come_by_heaps_law() {
    let articles: Vec<Article> =
        some(1, 8_000).into_iter().filter(|article| article.language == "ru").collect();
    let different = |articles: &[Article]| words(articles).collect::<BTreeSet<_>>().len() as f64;
    let (few, many) = (different(&articles[..articles.len() / 4]), different(&articles));
    let power = (many / few).ln() / 4_f64.ln();
    assert!((0.4..0.8).contains(&power), "{few} words, then {many}: power {power:.2}");
}

#[test]
fn words_are_as_frequent_as_they_are_called() {
    let mut corpus = Corpus::new(1);
    let articles: Vec<Article> =
        corpus.by_ref().take(6_000).filter(|article| article.language == "en").collect();
    let share = |word: &str| {
        let has = |article: &&Article| article.text.to_lowercase().contains(&word.to_lowercase());
        articles.iter().filter(has).count() as f64 / articles.len() as f64
    };
    let words = corpus.words(0).unwrap();
    let of =
        |entries: Vec<String>| entries.iter().map(|word| share(word)).sum::<f64>() / entries.len() as f64;
    let common = of(words.common().take(20).collect());
    let medium = of(words.medium().take(40).collect());
    let rare = of(words.rare(0).collect());
    assert!(common > 0.08, "{common}");
    assert!((0.000_5..0.02).contains(&medium), "{medium}");
    assert!(rare > 0.0 && rare < 0.005, "{rare}");
}

#[test]
fn days_are_those_of_the_calendar() {
    assert_eq!(date(0), (2000, 1, 1));
    assert_eq!(date(59), (2000, 2, 29));
    assert_eq!(date(366), (2001, 1, 1));
    assert_eq!(date(DAYS), (2024, 12, 31));
}
