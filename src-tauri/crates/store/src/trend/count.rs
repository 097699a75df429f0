//! Counting a trend: the articles of a filter once, then each into its lines.

use std::collections::{BTreeMap, HashSet};

use chancery_model::{ArticleId, Language, OutletId, TopicId};
use rusqlite::Connection;

use super::{
    Trend, TrendAsk, TrendFigure, TrendKey, TrendLine, TrendMeasure, TrendSplit, TrendUnit, topics::Topics,
};
use crate::{
    ArticleFilter, Result,
    article::Selection,
    columns::{Columns, Kept},
    row,
    search::{self, Passages},
    topic_sets::TopicSets,
};

/// Lines of their own; the others are one.
const LINES: usize = 8;

/// Texts read for passages: beyond, articles are counted, which takes no reading.
const READ_AT_MOST: usize = if cfg!(test) { 3 } else { 5_000 };

/// An article that is counted.
struct Row {
    id: i64,
    /// 0 where it stands alone.
    story: i64,
    /// First and last day it may be of.
    days: Option<(i64, i64)>,
    /// What it is split by where that is one thing: an outlet's id, a place among languages. 0 where it has none.
    part: u32,
    passages: u64,
}

/// What is counted.
struct Gathered {
    measure: TrendMeasure,
    rows: Vec<Row>,
    /// By their place; the first is none.
    languages: Vec<Option<Language>>,
    topics: Topics,
    /// Some may not answer: too many would have to be read.
    at_most: bool,
}

pub(super) fn trend(
    conn: &Connection,
    columns: Option<&Kept>,
    filter: &ArticleFilter,
    ask: TrendAsk,
) -> Result<Trend> {
    let in_memory = columns.map(|kept| kept.with(|columns| from_columns(conn, columns, filter, ask)));
    let mut gathered = match in_memory.transpose()?.flatten() {
        Some(mut gathered) => {
            // No longer with the columns held: who writes waits for them.
            if gathered.measure == TrendMeasure::Passages {
                let passages = Passages::of(conn, &filter.query.clone().unwrap_or_default())?;
                for row in &mut gathered.rows {
                    row.passages = size(passages.count(conn, ArticleId(row.id))?);
                }
            }
            gathered
        }
        None => from_tables(conn, filter, ask)?,
    };
    if gathered.measure == TrendMeasure::Tags {
        gathered.rows.retain(|row| gathered.topics.count(row.id) > 0);
    }
    Ok(counted(&gathered, ask))
}

/// What is counted: articles where too many texts would have to be read.
fn measure(ask: TrendAsk, rows: &[Row]) -> TrendMeasure {
    match ask.measure {
        TrendMeasure::Passages if rows.len() > READ_AT_MOST => TrendMeasure::Articles,
        measure => measure,
    }
}

fn needs_topics(ask: TrendAsk) -> bool {
    ask.measure == TrendMeasure::Tags || ask.split == Some(TrendSplit::Topic)
}

/// From the columns in memory, passages not yet counted; `None` where it takes SQL.
fn from_columns(
    conn: &Connection,
    columns: &Columns,
    filter: &ArticleFilter,
    ask: TrendAsk,
) -> Result<Option<Gathered>> {
    let codes = (1_u8..).map_while(|place| columns.language(place));
    let languages: Vec<_> = std::iter::once(None).chain(codes.map(Language::from_code)).collect();
    let mut rows = Vec::new();
    let not_read = search::each(conn, columns, filter, |id, entry| {
        let known = languages.get(usize::from(entry.language)).is_some_and(Option::is_some);
        let part = match ask.split {
            Some(TrendSplit::Outlet) => entry.outlet,
            Some(TrendSplit::Language) if known => entry.language.into(),
            _ => 0,
        };
        let days = entry.days.map(|(first, last)| (first.into(), last.into()));
        rows.push(Row { id, story: entry.story.into(), days, part, passages: 0 });
    })?;
    let Some(not_read) = not_read else { return Ok(None) };
    let measure = measure(ask, &rows);
    // Which of them answer is found out by reading each.
    if measure == TrendMeasure::Passages && not_read > 0 {
        return Ok(None);
    }
    let topics = match needs_topics(ask) {
        true => Topics::of(conn, columns.topics()?, measure == TrendMeasure::Tags)?,
        false => Topics::default(),
    };
    Ok(Some(Gathered { measure, rows, languages, topics, at_most: not_read > 0 }))
}

/// From SQL, where another process may write or the columns can't tell.
fn from_tables(conn: &Connection, filter: &ArticleFilter, ask: TrendAsk) -> Result<Gathered> {
    let selection = Selection::of(conn, filter)?;
    let (mut rows, languages) = rows(conn, &selection, ask.split)?;
    let measure = measure(ask, &rows);
    if measure == TrendMeasure::Passages {
        rows = read(conn, filter, &selection, rows)?;
    }
    let topics = match needs_topics(ask) {
        true => Topics::of(conn, &TopicSets::load(conn)?, measure == TrendMeasure::Tags)?,
        false => Topics::default(),
    };
    let at_most = selection.doubtful.is_some() && measure != TrendMeasure::Passages;
    Ok(Gathered { measure, rows, languages, topics, at_most })
}

/// The articles of a selection, and the languages they are split by.
fn rows(
    conn: &Connection,
    selection: &Selection,
    split: Option<TrendSplit>,
) -> Result<(Vec<Row>, Vec<Option<Language>>)> {
    let what = "a.id, coalesce(a.story_id, 0), a.published_from, a.published_to, coalesce(a.outlet_id, 0), a.language";
    let mut statement = conn.prepare_cached(&selection.select(what, ""))?;
    let mut languages = vec![None];
    let rows = statement.query_map(rusqlite::params_from_iter(&selection.values), |row| {
        let part = match split {
            Some(TrendSplit::Outlet) => row.get(4)?,
            Some(TrendSplit::Language) => {
                let language = row::language(row, 5)?;
                let known = languages.iter().position(|known| *known == language);
                let place = known.unwrap_or_else(|| {
                    languages.push(language);
                    languages.len() - 1
                });
                u32::try_from(place).unwrap_or(0)
            }
            Some(TrendSplit::Topic) | None => 0,
        };
        let days = row.get::<_, Option<i64>>(2)?.zip(row.get(3)?);
        Ok(Row { id: row.get(0)?, story: row.get(1)?, days, part, passages: 0 })
    })?;
    let rows = rows.collect::<rusqlite::Result<_>>()?;
    Ok((rows, languages))
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

impl Gathered {
    /// Each part a row belongs to, once.
    fn each_part(&self, row: &Row, split: Option<TrendSplit>, mut take: impl FnMut(u32)) {
        match split {
            None => {}
            Some(TrendSplit::Outlet | TrendSplit::Language) => take(row.part),
            Some(TrendSplit::Topic) => self.topics.each_of(row.id, take),
        }
    }

    fn key(&self, part: u32, split: Option<TrendSplit>) -> TrendKey {
        let language = || self.languages.get(part as usize).copied().flatten();
        match split {
            _ if part == 0 => TrendKey::Without,
            Some(TrendSplit::Outlet) => TrendKey::Outlet(OutletId(part.into())),
            Some(TrendSplit::Language) => language().map_or(TrendKey::Without, TrendKey::Language),
            Some(TrendSplit::Topic) => TrendKey::Topic(TopicId(part.into())),
            None => TrendKey::All,
        }
    }

    /// What an article adds to a line.
    fn amount(&self, row: &Row, key: &TrendKey) -> u64 {
        match (self.measure, key) {
            (TrendMeasure::Articles | TrendMeasure::Stories, _) => 1,
            (TrendMeasure::Passages, _) => row.passages,
            (TrendMeasure::Tags, TrendKey::Topic(topic)) => size(self.topics.count_under(row.id, *topic)),
            (TrendMeasure::Tags, TrendKey::Others(others))
                if matches!(others.first(), Some(TrendKey::Topic(_))) =>
            {
                size(self.topics.count_among(row.id, others))
            }
            (TrendMeasure::Tags, _) => size(self.topics.count(row.id)),
        }
    }
}

fn counted(gathered: &Gathered, ask: TrendAsk) -> Trend {
    let (first, last) = span(&gathered.rows);
    let unit = ask.unit.unwrap_or_else(|| TrendUnit::fitting(first, last)).that_fits(first, last);
    let numbers = unit.of(first)..=unit.of(last);
    let empty = |key| Counting::new(key, gathered.measure, *numbers.start(), unit.of(last));

    let (line_of, keys) = lines(gathered, ask.split);
    let mut all = empty(TrendKey::All);
    let mut lines: Vec<Counting> = keys.into_iter().map(empty).collect();
    let mut into: Vec<usize> = Vec::new();
    for row in &gathered.rows {
        let unit = row.days.map(|days| unit.of_both(days));
        all.add(row, gathered.amount(row, &all.key), unit);
        into.clear();
        gathered.each_part(row, ask.split, |part| {
            let Some(line) = line_of.get(&part) else { return };
            if !into.contains(line) {
                into.push(*line);
            }
        });
        for line in &into {
            let Some(line) = lines.get_mut(*line) else { continue };
            line.add(row, gathered.amount(row, &line.key), unit);
        }
    }
    let within = all.within();
    let rank = |key: &TrendKey| match key {
        TrendKey::Others(_) => 1,
        TrendKey::Without => 2,
        _ => 0,
    };
    // Of equals the lower key first, as they are told.
    lines.sort_by(|one, other| one.key.cmp(&other.key));
    lines.sort_by_key(|line| (rank(&line.key), std::cmp::Reverse(line.sum.figure.counted)));
    Trend {
        measure: gathered.measure,
        unit,
        units: within.clone().map(|place| unit.days(numbers.start() + place)).collect(),
        lines: std::iter::once(all).chain(lines).map(|line| line.told(within.clone())).collect(),
        at_most: gathered.at_most,
    }
}

/// First and last day of what is dated to the year at least.
fn span(rows: &[Row]) -> (i64, i64) {
    let days = rows.iter().filter_map(|row| row.days).filter(|days| TrendUnit::Year.of_both(*days).is_some());
    let spanned = days.reduce(|(first, last), (from, to)| (first.min(from), last.max(to)));
    spanned.unwrap_or_default()
}

/// Which line each part goes into, and what the lines count: the parts of most articles have one each, what has no part has one,
/// and the others have one together.
fn lines(gathered: &Gathered, split: Option<TrendSplit>) -> (BTreeMap<u32, usize>, Vec<TrendKey>) {
    let mut articles: BTreeMap<u32, u64> = BTreeMap::new();
    for row in &gathered.rows {
        gathered.each_part(row, split, |part| *articles.entry(part).or_default() += 1);
    }
    let without = articles.remove(&0);
    let key = |part: u32| gathered.key(part, split);
    let mut sorted: Vec<(u32, u64)> = articles.into_iter().collect();
    sorted.sort_by(|(a, one), (b, other)| other.cmp(one).then_with(|| key(*a).cmp(&key(*b))));
    let mut own: Vec<u32> = sorted.into_iter().map(|(part, _)| part).collect();
    // One other has a name as well.
    let others = if own.len() > LINES + 1 { own.split_off(LINES) } else { Vec::new() };
    own.extend(without.map(|_| 0));
    let mut keys: Vec<TrendKey> = own.iter().map(|part| key(*part)).collect();
    let mut line_of: BTreeMap<u32, usize> = own.into_iter().zip(0..).collect();
    if !others.is_empty() {
        line_of.extend(others.iter().map(|part| (*part, keys.len())));
        keys.push(TrendKey::Others(others.into_iter().map(key).collect()));
    }
    (line_of, keys)
}

/// One place of a line.
#[derive(Clone, Default)]
struct Place {
    figure: TrendFigure,
    stories: HashSet<i64>,
}

impl Place {
    fn add(&mut self, row: &Row, amount: u64, measure: TrendMeasure) {
        self.figure.articles += 1;
        let is_new = match (measure, row.story) {
            (TrendMeasure::Stories, 1..) => self.stories.insert(row.story),
            _ => true,
        };
        if is_new {
            self.figure.counted += amount;
        }
    }
}

/// A line while it is counted.
struct Counting {
    key: TrendKey,
    measure: TrendMeasure,
    /// The number of the unit that the first figure is of.
    first: i64,
    figures: Vec<Place>,
    coarse: Place,
    undated: Place,
    sum: Place,
}

impl Counting {
    fn new(key: TrendKey, measure: TrendMeasure, first: i64, last: i64) -> Self {
        let figures = vec![Place::default(); usize::try_from(last - first + 1).unwrap_or(0)];
        let (coarse, undated, sum) = (Place::default(), Place::default(), Place::default());
        Self { key, measure, first, figures, coarse, undated, sum }
    }

    /// `unit` is the number of the one it falls into, `Some(None)` where its date does not tell, `None` without a date.
    fn add(&mut self, row: &Row, amount: u64, unit: Option<Option<i64>>) {
        self.sum.add(row, amount, self.measure);
        let place = match unit {
            None => Some(&mut self.undated),
            Some(None) => Some(&mut self.coarse),
            Some(Some(number)) => {
                usize::try_from(number - self.first).ok().and_then(|place| self.figures.get_mut(place))
            }
        };
        if let Some(place) = place {
            place.add(row, amount, self.measure);
        }
    }

    /// From the first unit with an article to the last, by place.
    fn within(&self) -> std::ops::Range<i64> {
        let has = |place: &Place| place.figure.articles > 0;
        let first = self.figures.iter().position(has).unwrap_or(0);
        let end = self.figures.iter().rposition(has).map_or(first, |last| last + 1);
        i64::try_from(first).unwrap_or(0)..i64::try_from(end).unwrap_or(0)
    }

    fn told(self, within: std::ops::Range<i64>) -> TrendLine {
        let figures = within.filter_map(|place| self.figures.get(usize::try_from(place).ok()?));
        TrendLine {
            figures: figures.map(|place| place.figure).collect(),
            key: self.key,
            coarse: self.coarse.figure,
            undated: self.undated.figure,
            sum: self.sum.figure,
        }
    }
}

fn size(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}
