//! Times learning topics: training after one decision among many, and scoring very many articles, beside one pass over their texts.

use std::hint::black_box;
use std::time::{Duration, Instant};

use chancery_model::{ArticleId, Language, TopicId};
use chancery_text::learn::{Features, Learner, Prose};
use chancery_text::word_indices;
use clap::Args;

use super::{Outcome, RUNS, cpu_seconds};
use crate::generate::zipf::Writer;

#[derive(Args)]
pub(crate) struct Options {
    /// How many articles are scored.
    #[arg(long, default_value_t = 100_000)]
    articles: usize,
    /// How many of them are decided, on every topic.
    #[arg(long, default_value_t = 10_000)]
    decided: usize,
    /// How many topics: as many as the bundled codebook has.
    #[arg(long, default_value_t = 17)]
    topics: usize,
    /// Different words the articles are made of.
    #[arg(long, default_value_t = 50_000)]
    words: usize,
    /// Seed of the generator.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

struct Article {
    text: String,
    subjects: Vec<usize>,
}

impl Article {
    fn prose(&self) -> Prose<'_> {
        Prose { title: "", text: &self.text, furniture: &[], language: Some(Language::Ru) }
    }
}

pub(super) fn run(options: &Options) -> Outcome {
    let mut writer = Writer::new(options.seed, options.words);
    let write = |_| {
        let subjects = writer.subjects(options.topics);
        Article { text: writer.write(&subjects), subjects }
    };
    let articles: Vec<Article> = (0..options.articles).map(write).collect();
    let megabytes = articles.iter().map(|article| article.text.len()).sum::<usize>() as f64 / 1e6;
    println!(
        "{} articles, {megabytes:.0} MB of text, {} decided on {} topics, seed {}\n\n| what | time | processor |\n|---|---|---|",
        options.articles, options.decided, options.topics, options.seed
    );
    let topics: Vec<TopicId> = (0..).take(options.topics).map(TopicId).collect();
    told("one pass over the texts, counting words (floor)", || {
        articles.iter().map(|article| black_box(word_indices(&article.text).count())).sum::<usize>()
    });
    let features: Vec<Features> = told("stems of all, read once and kept", || {
        articles.iter().map(|article| Features::of(&article.prose())).collect()
    });
    let kept = features.iter().map(|features| features.len() * 5).sum::<usize>() as f64 / 1e6;

    let mut learner = Learner::new();
    let mut decided = articles.iter().zip(&features).zip((0..).map(ArticleId));
    let mut decide = |learner: &mut Learner, topics: &[TopicId]| {
        let Some(((article, features), id)) = decided.next() else { return };
        for (number, &topic) in topics.iter().enumerate() {
            learner.note(topic, id, || features.clone(), Some(article.subjects.contains(&number)));
        }
    };
    told("noting all decisions", || (0..options.decided).for_each(|_| decide(&mut learner, &topics)));
    told("learning all topics from the beginning", || learner.settle());
    let mut times: Vec<Duration> = Vec::with_capacity(RUNS);
    let (first, _) = topics.split_at(topics.len().min(1));
    for _ in 0..RUNS {
        let started = Instant::now();
        decide(&mut learner, first);
        first.iter().for_each(|&topic| learner.train(topic));
        times.push(started.elapsed());
    }
    times.sort();
    let [median, slowest] =
        [times.get(RUNS / 2), times.last()].map(|time| time.map_or(0.0, Duration::as_secs_f64));
    println!(
        "| one decision more, and its topic learned | {:.0} ms (slowest {:.0}) | |",
        median * 1e3,
        slowest * 1e3
    );
    told("weighing words anew, learning all topics from there", || learner.settle());
    for (name, topics) in [("scoring all for one topic", first), ("scoring all for every topic", &topics)] {
        told(name, || {
            let scorer = learner.scorer(topics);
            features.iter().for_each(|features| drop(black_box(scorer.score(features))));
        });
    }
    if let (Some(article), Some(features), Some(&topic)) = (articles.last(), features.last(), topics.first())
    {
        told("explaining one", || drop(black_box(learner.explain(topic, &article.prose()))));
        told("the nearest of one", || drop(black_box(learner.nearest(topic, ArticleId(-1), features, 3))));
    }
    println!("\nThe stems kept take {kept:.0} MB.");
    Ok(())
}

/// Prints what some work took.
fn told<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let (before, started) = (cpu_seconds().0, Instant::now());
    let result = work();
    let (spent, took) = (cpu_seconds().0 - before, started.elapsed().as_secs_f64());
    let shown = |seconds: f64| {
        if seconds < 1.0 { format!("{:.1} ms", seconds * 1e3) } else { format!("{seconds:.2} s") }
    };
    println!("| {name} | {} | {} |", shown(took), shown(spent));
    result
}
