//! Counting a trend: the rows of the selection once, then each into its lines.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chancery_model::{ArticleId, OutletId};
use rusqlite::Connection;

use super::{
    Trend, TrendAsk, TrendFigure, TrendKey, TrendLine, TrendMeasure, TrendSplit, TrendUnit, topics::Topics,
};
use crate::{ArticleFilter, Result, article::Selection, row, search::Passages};

/// Lines of their own; the others are one.
const LINES: usize = 8;

/// Texts read for passages: beyond, articles are counted, which takes no reading.
const READ_AT_MOST: usize = if cfg!(test) { 3 } else { 5_000 };

/// An article of the selection.
struct Row {
    id: i64,
    story: Option<i64>,
    /// First and last day it may be of.
    days: Option<(i64, i64)>,
    key: Option<TrendKey>,
    passages: u64,
}

pub(super) fn trend(conn: &Connection, filter: &ArticleFilter, ask: TrendAsk) -> Result<Trend> {
    let selection = Selection::of(conn, filter)?;
    let mut rows = rows(conn, &selection, ask.split)?;
    let mut measure = ask.measure;
    if measure == TrendMeasure::Passages && rows.len() > READ_AT_MOST {
        measure = TrendMeasure::Articles;
    }
    let (by_topic, tags_only) = (ask.split == Some(TrendSplit::Topic), measure == TrendMeasure::Tags);
    let topics = match by_topic || tags_only {
        true => Topics::of(conn, &selection, tags_only)?,
        false => Topics::default(),
    };
    match measure {
        TrendMeasure::Articles | TrendMeasure::Stories => {}
        TrendMeasure::Tags => rows.retain(|row| topics.count(row.id) > 0),
        TrendMeasure::Passages => rows = read(conn, filter, &selection, rows)?,
    }
    let (first, last) = span(&rows);
    let unit = ask.unit.unwrap_or_else(|| TrendUnit::fitting(first, last)).that_fits(first, last);

    let keys_of = |row: &Row| match by_topic {
        true => topics.keys(row.id),
        false => row.key.iter().cloned().collect(),
    };
    let kept = Kept::of(rows.iter().map(keys_of));
    let mut all = Counting::new(measure, unit);
    let mut parts: BTreeMap<TrendKey, Counting> = BTreeMap::new();
    for row in &rows {
        all.add(row, amount(measure, row, &TrendKey::All, &topics));
        let keys: BTreeSet<TrendKey> = keys_of(row).into_iter().map(|key| kept.line(key)).collect();
        for key in keys {
            let amount = amount(measure, row, &key, &topics);
            parts.entry(key).or_insert_with(|| Counting::new(measure, unit)).add(row, amount);
        }
    }
    let numbers = match (all.figures.keys().next(), all.figures.keys().next_back()) {
        (Some(first), Some(last)) => (*first..=*last).collect(),
        _ => Vec::new(),
    };
    let mut lines: Vec<TrendLine> =
        parts.into_iter().map(|(key, counting)| counting.line(key, &numbers)).collect();
    let rank = |key: &TrendKey| match key {
        TrendKey::Others(_) => 1,
        TrendKey::Without => 2,
        _ => 0,
    };
    lines.sort_by_key(|line| (rank(&line.key), std::cmp::Reverse(line.sum.counted)));
    lines.insert(0, all.line(TrendKey::All, &numbers));
    let at_most = selection.doubtful.is_some() && measure != TrendMeasure::Passages;
    Ok(Trend {
        measure,
        unit,
        units: numbers.iter().map(|number| unit.days(*number)).collect(),
        lines,
        at_most,
    })
}

/// The articles of a selection, each with what it is split by where that is one thing.
fn rows(conn: &Connection, selection: &Selection, split: Option<TrendSplit>) -> Result<Vec<Row>> {
    let key = match split {
        Some(TrendSplit::Outlet) => "a.outlet_id",
        Some(TrendSplit::Language) => "a.language",
        Some(TrendSplit::Topic) | None => "NULL",
    };
    let what = format!("a.id, a.story_id, a.published_from, a.published_to, {key}");
    let mut statement = conn.prepare_cached(&selection.select(&what, ""))?;
    let rows = statement.query_map(rusqlite::params_from_iter(&selection.values), |row| {
        let key = match split {
            Some(TrendSplit::Outlet) => {
                Some(row.get::<_, Option<i64>>(4)?.map(|id| TrendKey::Outlet(OutletId(id))))
            }
            Some(TrendSplit::Language) => Some(row::language(row, 4)?.map(TrendKey::Language)),
            Some(TrendSplit::Topic) | None => None,
        };
        Ok(Row {
            id: row.get(0)?,
            story: row.get(1)?,
            days: row.get::<_, Option<i64>>(2)?.zip(row.get(3)?),
            key: key.map(|key| key.unwrap_or(TrendKey::Without)),
            passages: 0,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Counts the passages of each article; leaves out those that prove not to answer the query.
fn read(
    conn: &Connection,
    filter: &ArticleFilter,
    selection: &Selection,
    rows: Vec<Row>,
) -> Result<Vec<Row>> {
    let passages = Passages::of(conn, &filter.query.clone().unwrap_or_default())?;
    let mut standing = Vec::with_capacity(rows.len());
    for row in rows {
        let id = ArticleId(row.id);
        if selection.doubtful.as_ref().map_or(Ok(true), |doubtful| doubtful.stands(conn, id))? {
            standing.push(Row { passages: size(passages.count(conn, id)?), ..row });
        }
    }
    Ok(standing)
}

/// First and last day of what is dated to the year at least.
fn span(rows: &[Row]) -> (i64, i64) {
    let days = rows.iter().filter_map(|row| row.days).filter(|days| TrendUnit::Year.of_both(*days).is_some());
    let spanned = days.reduce(|(first, last), (from, to)| (first.min(from), last.max(to)));
    spanned.unwrap_or_default()
}

/// What an article adds to a line.
fn amount(measure: TrendMeasure, row: &Row, key: &TrendKey, topics: &Topics) -> u64 {
    match (measure, key) {
        (TrendMeasure::Articles | TrendMeasure::Stories, _) => 1,
        (TrendMeasure::Passages, _) => row.passages,
        (TrendMeasure::Tags, TrendKey::Topic(topic)) => size(topics.count_under(row.id, *topic)),
        (TrendMeasure::Tags, TrendKey::Others(others))
            if matches!(others.first(), Some(TrendKey::Topic(_))) =>
        {
            size(topics.count_among(row.id, others))
        }
        (TrendMeasure::Tags, _) => size(topics.count(row.id)),
    }
}

/// Which parts have a line of their own: those of most articles, and what has no part.
struct Kept {
    own: HashSet<TrendKey>,
    others: TrendKey,
}

impl Kept {
    fn of(keys: impl Iterator<Item = Vec<TrendKey>>) -> Self {
        let mut articles: HashMap<TrendKey, u64> = HashMap::new();
        for key in keys.flatten() {
            *articles.entry(key).or_default() += 1;
        }
        let without = articles.remove(&TrendKey::Without).map(|_| TrendKey::Without);
        let mut sorted: Vec<(TrendKey, u64)> = articles.into_iter().collect();
        sorted.sort_unstable_by(|(a, one), (b, other)| other.cmp(one).then_with(|| a.cmp(b)));
        let mut own: Vec<TrendKey> = sorted.into_iter().map(|(key, _)| key).collect();
        // One other has a name as well.
        let others = if own.len() > LINES + 1 { own.split_off(LINES) } else { Vec::new() };
        Self { own: own.into_iter().chain(without).collect(), others: TrendKey::Others(others) }
    }

    fn line(&self, key: TrendKey) -> TrendKey {
        if self.own.contains(&key) { key } else { self.others.clone() }
    }
}

/// One place of a line.
#[derive(Default)]
struct Place {
    figure: TrendFigure,
    stories: HashSet<i64>,
}

impl Place {
    fn add(&mut self, row: &Row, amount: u64, measure: TrendMeasure) {
        self.figure.articles += 1;
        let is_new = match (measure, row.story) {
            (TrendMeasure::Stories, Some(story)) => self.stories.insert(story),
            _ => true,
        };
        if is_new {
            self.figure.counted += amount;
        }
    }
}

/// A line while it is counted.
struct Counting {
    measure: TrendMeasure,
    unit: TrendUnit,
    figures: BTreeMap<i64, Place>,
    coarse: Place,
    undated: Place,
    sum: Place,
}

impl Counting {
    fn new(measure: TrendMeasure, unit: TrendUnit) -> Self {
        let (coarse, undated, sum) = (Place::default(), Place::default(), Place::default());
        Self { measure, unit, figures: BTreeMap::new(), coarse, undated, sum }
    }

    fn add(&mut self, row: &Row, amount: u64) {
        self.sum.add(row, amount, self.measure);
        let place = match row.days.map(|days| self.unit.of_both(days)) {
            None => &mut self.undated,
            Some(None) => &mut self.coarse,
            Some(Some(number)) => self.figures.entry(number).or_default(),
        };
        place.add(row, amount, self.measure);
    }

    fn line(&self, key: TrendKey, numbers: &[i64]) -> TrendLine {
        let figure =
            |number: &i64| self.figures.get(number).map_or_else(TrendFigure::default, |place| place.figure);
        TrendLine {
            key,
            figures: numbers.iter().map(figure).collect(),
            coarse: self.coarse.figure,
            undated: self.undated.figure,
            sum: self.sum.figure,
        }
    }
}

fn size(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}
