//! News of one topic each: how few labelled articles tell the topics of the others.

use chancery_model::Language;
use serde::Serialize;

use super::data::{Story, topics_of};
use super::draws::permutation;
use super::plain::Plain;
use super::score::{Counts, Score, deviation, mean};
use super::several::Learned;
use super::{Method, Told};

/// How many articles are labelled, with what LinearSVC was measured at (draws of seeds 0–9 within the set).
const LABELLED: [(usize, &str); 3] = [(25, ".852"), (50, ".941"), (100, ".980")];
const SEEDS: u32 = 10;
/// Topics of fewer articles are left out.
const LEAST: usize = 20;

#[derive(Serialize)]
pub(super) struct Report {
    articles: usize,
    topics: Vec<String>,
    draws: Vec<Draws>,
}

/// So many labelled articles, drawn ten times.
#[derive(Serialize)]
struct Draws {
    labelled: usize,
    learned: Spread,
    /// Each topic suggested by itself, from the probability the desk suggests from.
    suggested: Spread,
    plain: Spread,
    #[serde(skip)]
    published: &'static str,
}

#[derive(Serialize)]
struct Spread {
    macro_f1: f64,
    deviation: f64,
    by_seed: Vec<f64>,
}

/// Drawn from a set, asked on the rest of it.
pub(super) fn within(stories: &[Story]) -> Report {
    let (topics, news) = russian(stories);
    report(topics, news.len(), |labelled, seed| {
        let order = permutation(seed, news.len());
        let (drawn, rest) = order.split_at(labelled.min(order.len()));
        let of = |numbers: &[usize]| numbers.iter().filter_map(|&number| news.get(number).copied()).collect();
        (of(drawn), of(rest))
    })
}

/// Drawn from one set, asked on all of another.
pub(super) fn between(labelled: &[Story], asked: &[Story]) -> Report {
    let (topics, drawn_from) = russian(labelled);
    let asked: Vec<&Story> = in_russian(asked, &topics).collect();
    report(topics, asked.len(), |labelled, seed| {
        let order = permutation(seed, drawn_from.len());
        let drawn = order.iter().take(labelled).filter_map(|&number| drawn_from.get(number).copied());
        (drawn.collect(), asked.clone())
    })
}

fn russian(stories: &[Story]) -> (Vec<String>, Vec<&Story>) {
    let all = stories.iter().filter(|story| story.language == Some(Language::Ru));
    let topics = topics_of(all, LEAST);
    let news = in_russian(stories, &topics).collect();
    (topics, news)
}

fn in_russian<'s>(stories: &'s [Story], topics: &[String]) -> impl Iterator<Item = &'s Story> {
    stories.iter().filter(move |story| {
        story.language == Some(Language::Ru) && story.topics.iter().all(|topic| topics.contains(topic))
    })
}

fn report<'s>(
    topics: Vec<String>,
    articles: usize,
    draw: impl Fn(usize, u32) -> (Vec<&'s Story>, Vec<&'s Story>),
) -> Report {
    let draws = LABELLED.map(|(labelled, published)| {
        let mut scores: [Vec<f64>; 3] = Default::default();
        for seed in 0..SEEDS {
            let (drawn, asked) = draw(labelled, seed);
            let learned = Learned.told(&drawn, &topics, &asked);
            let plain = Plain.told(&drawn, &topics, &asked);
            let all = [best(&learned), suggested(&learned), best(&plain)];
            for (scores, told) in scores.iter_mut().zip(all) {
                scores.push(macro_f1(&told, &topics, &asked));
            }
        }
        let [learned, suggested, plain] = scores.map(Spread::of);
        Draws { labelled, learned, suggested, plain, published }
    });
    Report { articles, topics, draws: draws.into() }
}

/// Each article gets the topic that fits best.
fn best(told: &[Vec<Told>]) -> Vec<Vec<bool>> {
    let of = |told: &Vec<Told>| {
        let fitting = told.iter().enumerate().filter_map(|(number, told)| Some((number, told.fits?)));
        let best = fitting.max_by(|(_, one), (_, other)| one.total_cmp(other)).map(|(number, _)| number);
        (0..told.len()).map(|number| best == Some(number)).collect()
    };
    told.iter().map(of).collect()
}

/// Each article gets every topic that is told of it.
fn suggested(told: &[Vec<Told>]) -> Vec<Vec<bool>> {
    told.iter().map(|told| told.iter().map(|told| told.told).collect()).collect()
}

fn macro_f1(told: &[Vec<bool>], topics: &[String], asked: &[&Story]) -> f64 {
    let mut counts = vec![Counts::default(); topics.len()];
    for (told, story) in told.iter().zip(asked) {
        for ((count, &told), topic) in counts.iter_mut().zip(told).zip(topics) {
            count.count(told, story.topics.contains(topic));
        }
    }
    Score::of(&counts).mean
}

impl Spread {
    fn of(by_seed: Vec<f64>) -> Self {
        Self { macro_f1: mean(&by_seed), deviation: deviation(&by_seed), by_seed }
    }
}

impl Report {
    pub(super) fn print(&self) {
        println!(
            "{} Russian articles, {} topics: {}\n",
            self.articles,
            self.topics.len(),
            self.topics.join(", ")
        );
        println!(
            "| labelled articles | Chancery, the topic that fits best | plain linear SVM, the same draws | LinearSVC, measured within the set | Chancery, each topic by itself |\n|---|---|---|---|---|"
        );
        for draws in &self.draws {
            let spread = |one: &Spread| format!("{:.3} ± {:.3}", one.macro_f1, one.deviation);
            println!(
                "| {} | {} | {} | {} | {} |",
                draws.labelled,
                spread(&draws.learned),
                spread(&draws.plain),
                draws.published,
                spread(&draws.suggested)
            );
        }
    }
}
