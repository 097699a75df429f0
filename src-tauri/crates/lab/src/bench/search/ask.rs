//! Asks the desk, in a process of its own: opening, a bulk tag, every kind of question, and the undo of the tag.

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use chancery_desk::{Clock as _, Desk, SystemClock, TrendQuestion};
use chancery_model::{ArticleId, Verdict};
use chancery_store::{ArticleFilter, ArticleSort, Query, TrendAsk, TrendMeasure, TrendSplit, TrendUnit};
use serde::{Deserialize, Serialize};

use super::super::{NoPress, import::peak_megabytes};
use super::Result;
use super::kinds::{Kind, Question, TAG};
use super::times::{Times, milliseconds};

/// Articles of a page.
const PAGE: u32 = 50;
/// Of the articles every tenth is tagged, up to so many.
const TAGGED: usize = 10_000;
/// What lies beside the hits is counted for so many questions of a kind.
const FACETS: usize = 10;
/// The kind that is followed along time: it has the most hits.
const ALONG_TIME: &str = "one of the most frequent words";
/// How it is counted: the table in docs/performance.md has the same order.
const TRENDS: [(TrendMeasure, Option<TrendSplit>); 4] = [
    (TrendMeasure::Articles, None),
    (TrendMeasure::Articles, Some(TrendSplit::Topic)),
    (TrendMeasure::Stories, Some(TrendSplit::Outlet)),
    (TrendMeasure::Tags, Some(TrendSplit::Topic)),
];

#[derive(Deserialize, Serialize)]
pub(super) struct Told {
    /// To a list of the newest articles and the figures beside the sections, in milliseconds.
    pub(super) opening: f64,
    /// The first question after that: what is read once for all questions is in it.
    pub(super) first_question: f64,
    pub(super) tagged: usize,
    pub(super) bulk_tag: f64,
    pub(super) undo: f64,
    pub(super) peak_megabytes: f64,
    /// By month, in milliseconds, each of `TRENDS`; none where the kind was not asked.
    pub(super) trends: Vec<Times>,
    pub(super) kinds: Vec<Asked>,
}

/// One kind, in milliseconds; the first question of it apart.
#[derive(Deserialize, Serialize)]
pub(super) struct Asked {
    pub(super) name: String,
    pub(super) cold: f64,
    pub(super) newest: Times,
    pub(super) best: Times,
    pub(super) count: Times,
    pub(super) facets: Times,
    /// Of each question; where only a bound is known, that.
    pub(super) hits: Vec<u64>,
}

pub(super) fn run(dossier: &Path, questions: &Path) -> Result<Told> {
    let kinds: Vec<Kind> = serde_json::from_slice(&fs::read(questions)?)?;
    let backups = tempfile::tempdir()?;
    let began = Instant::now();
    let desk = Desk::open(dossier, backups.path(), Arc::new(SystemClock), Arc::new(NoPress))?;
    black_box(desk.articles(None, ArticleFilter::default(), ArticleSort::Newest, 0, PAGE)?);
    let opening = milliseconds(began);
    let began = Instant::now();
    black_box(desk.search("gas price", ArticleFilter::default(), true, 0, PAGE)?);
    let first_question = milliseconds(began);
    let articles = desk.read(|reader| reader.article_ids(None, u32::MAX))?;
    let tagged: Vec<ArticleId> = articles.into_iter().filter(|id| id.0 % 10 == 0).take(TAGGED).collect();
    let topic = desk.topic_named(TAG)?;
    let began = Instant::now();
    desk.decide(&tagged, topic, Verdict::ByHand, "")?;
    let bulk_tag = milliseconds(began);
    let asked = kinds.iter().map(|kind| ask(&desk, kind)).collect::<Result<Vec<_>>>();
    let trends = kinds.iter().find(|kind| kind.name == ALONG_TIME).map(|kind| trends(&desk, kind));
    let began = Instant::now();
    desk.undo()?;
    let undo = milliseconds(began);
    Ok(Told {
        opening,
        first_question,
        tagged: tagged.len(),
        bulk_tag,
        undo,
        peak_megabytes: peak_megabytes(),
        trends: trends.transpose()?.unwrap_or_default(),
        kinds: asked?,
    })
}

fn filter(question: &Question) -> ArticleFilter {
    ArticleFilter { stories: question.stories, ..ArticleFilter::default() }
}

fn trends(desk: &Desk, kind: &Kind) -> Result<Vec<Times>> {
    let some = kind.questions.get(..FACETS).unwrap_or(&kind.questions);
    let times = TRENDS.map(|(measure, split)| {
        let ask = TrendAsk { measure, unit: Some(TrendUnit::Month), split };
        Times::of(some, |question| {
            black_box(desk.trend(&TrendQuestion { words: question.words.clone(), as_typed: false, ask })?);
            Ok(())
        })
    });
    times
        .into_iter()
        .inspect(|times| eprintln!("a trend of {ALONG_TIME} {:?}", times.as_ref().ok()))
        .collect()
}

fn ask(desk: &Desk, kind: &Kind) -> Result<Asked> {
    let Some((first, rest)) = kind.questions.split_first() else {
        return Err(format!("{} asks nothing", kind.name).into());
    };
    let page = |question: &Question, newest| desk.search(&question.words, filter(question), newest, 0, PAGE);
    let began = Instant::now();
    black_box(page(first, true)?);
    let cold = milliseconds(began);
    let mut hits = Vec::with_capacity(rest.len());
    let newest = Times::of(rest, |question| {
        black_box(page(question, true)?);
        Ok(())
    })?;
    let best = Times::of(rest, |question| {
        black_box(page(question, false)?);
        Ok(())
    })?;
    let count = Times::of(rest, |question| {
        hits.push(desk.count(&question.words, filter(question))?.articles());
        Ok(())
    })?;
    let some = rest.get(..FACETS).unwrap_or(rest);
    let facets = Times::of(some, |question| {
        let mut filter = filter(question);
        filter.query = Some(Query::read(&question.words, SystemClock.today()).0);
        black_box(desk.read(|reader| reader.facets(&filter))?);
        Ok(())
    })?;
    eprintln!("{:40} newest {newest}, best {best}, count {count}, facets {facets}", kind.name);
    Ok(Asked { name: kind.name.clone(), cold, newest, best, count, facets, hits })
}
