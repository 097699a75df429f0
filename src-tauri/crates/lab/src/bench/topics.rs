//! Times learning topics: training after one decision among many, and scoring very many articles, beside one pass over their texts.

use std::fs;
use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use chancery_desk::{Library, Progress, SystemClock};
use chancery_model::{ArticleId, Language, TopicId, Verdict};
use chancery_text::learn::{Features, Learner, Prose};
use chancery_text::word_indices;
use clap::Args;

use super::{NoPress, Outcome, RUNS, cpu_seconds};
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
    /// How many articles the dossier has in which decisions are made as an analyst makes them; 0 leaves that out.
    #[arg(long, default_value_t = 10_000)]
    stored: usize,
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
    if options.stored > 0 { through_the_desk(options) } else { Ok(()) }
}

/// Decisions of each side before those that are timed.
const TAUGHT: usize = 100;

/// The way of a decision through the desk: journaled, learned from, every stored article suggested anew, the effect told.
fn through_the_desk(options: &Options) -> Outcome {
    let folder = tempfile::tempdir()?;
    let inbox = folder.path().join("in");
    fs::create_dir(&inbox)?;
    let mut writer = Writer::new(options.seed, options.words);
    let mut belongs = Vec::with_capacity(options.stored);
    for serial in 0..options.stored {
        let subjects = writer.subjects(options.topics);
        belongs.push(subjects.contains(&0));
        fs::write(inbox.join(format!("{serial:06}.txt")), writer.write(&subjects))?;
    }
    let library = Library::new(folder.path().join("data"), Arc::new(SystemClock), Arc::new(NoPress));
    let desk = library.create(&folder.path().join("bench.dossier"), "", true)?;
    let topic = desk.topic_named("energy-gas-and-oil")?;
    let there = desk.read(|reader| reader.counts())?.articles;
    desk.import(std::slice::from_ref(&inbox), &mut Progress::silent())?;
    let ids = desk.read(|reader| reader.article_ids(None, u32::MAX))?;
    let ids: Vec<ArticleId> = ids.into_iter().skip(usize::try_from(there)?).collect();
    let (yes, no): (Vec<_>, Vec<_>) = ids.iter().zip(belongs).partition(|(_, belongs)| *belongs);
    let some = |of: &[(&ArticleId, bool)]| of.iter().take(TAUGHT).map(|(id, _)| **id).collect::<Vec<_>>();
    println!(
        "\n{} articles in a dossier, {} of them decided\n\n| what | time | processor |\n|---|---|---|",
        ids.len(),
        2 * TAUGHT
    );
    desk.decide(&some(&yes), topic, Verdict::ByHand, "")?;
    told("the first decisions that teach: every text read and kept", || {
        desk.decide(&some(&no), topic, Verdict::Rejected, "")?;
        desk.learn(&mut Progress::silent())
    })?;
    let mut times: Vec<Duration> = Vec::with_capacity(RUNS);
    for (id, _) in no.iter().skip(TAUGHT).take(RUNS) {
        let started = Instant::now();
        let effects = desk.decide(&[**id], topic, Verdict::Rejected, "")?.value;
        times.push(started.elapsed());
        if effects.later {
            desk.learn(&mut Progress::silent())?;
        }
    }
    times.sort();
    let [median, slowest] =
        [times.get(times.len() / 2), times.last()].map(|time| time.map_or(0.0, Duration::as_secs_f64));
    println!(
        "| one decision more, to its effect | {:.0} ms (slowest {:.0}) | |",
        median * 1e3,
        slowest * 1e3
    );
    told("the first 25 of the review queue", || desk.review(None, 25))?;
    told("how the topic learns", || desk.topic_learning(topic))?;
    told("one pass over the stored texts (floor)", || -> chancery_desk::Result<()> {
        for id in &ids {
            let article = desk.read(|reader| reader.readable(*id))?;
            black_box(word_indices(&article.text).count());
        }
        Ok(())
    })?;
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
