//! Lists of articles: filter, order, page, total, and the counts beside the filters.

use std::{collections::BTreeMap, ops::ControlFlow};

use chancery_model::{ArticleId, Day, Language, OutletId, TopicId};
use rusqlite::Connection;

use super::{ArticleRow, Selection, published};
use crate::{
    Moment, Reader, Result,
    columns::Kept,
    dossier::count_articles,
    json,
    moment::day_of,
    query::Query,
    row,
    search::{self, Answer},
    tag::{TAGGED, WAITING},
};

/// Where an article stands in the analyst's work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Review {
    /// A field needs a person's look.
    NeedsALook,
    /// A suggestion waits for a decision.
    Undecided,
    /// No suggestion waits.
    Decided,
}

/// Which articles. The default is all that are not in the bin; every further condition narrows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ArticleFilter {
    /// Tagged with one of these topics.
    pub tagged: Vec<TopicId>,
    /// One of these topics is suggested and not decided on. Beside `tagged`, either suffices.
    pub suggested: Vec<TopicId>,
    /// Published by one of these outlets.
    pub outlets: Vec<OutletId>,
    /// In one of these languages.
    pub languages: Vec<Language>,
    /// Where it stands in the analyst's work.
    pub review: Option<Review>,
    /// Published on this day or later (as far as its date can mean that).
    pub from: Option<Day>,
    /// Published on this day or earlier (as far as its date can mean that).
    pub to: Option<Day>,
    /// Matching this query.
    pub query: Option<Query>,
    /// Whoever reads a query for this filter looks for its names in the letters they were typed in only.
    pub as_typed: bool,
    /// Of each story only the earliest that the other conditions allow, instead of every copy.
    pub stories: bool,
    /// Of what the other conditions leave, only what came in after this article.
    pub came_after: Option<ArticleId>,
    /// Only what is in the bin, instead of only what is not.
    pub in_bin: bool,
}

impl ArticleFilter {
    /// Whether it asks for one article of each story, and for nothing else.
    pub(crate) fn is_of_all_stories(&self) -> bool {
        *self == Self { stories: true, ..Self::default() }
    }
}

/// In which order. Articles without a date come last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ArticleSort {
    /// Latest publication first.
    #[default]
    Newest,
    /// Earliest publication first.
    Oldest,
    /// By title.
    Title,
    /// Latest import first.
    Captured,
    /// Best match of the query first (bm25, title over text); without a query as `Newest`.
    Relevance,
}

/// One page of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct ArticlePage {
    /// The rows of the page.
    pub rows: Vec<ArticleRow>,
    /// How many articles there are in all.
    pub total: u64,
}

/// How many articles of a filter fall under what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// By outlet; `None` is unknown.
    pub outlets: BTreeMap<Option<OutletId>, u64>,
    /// By language; `None` is unknown.
    pub languages: BTreeMap<Option<Language>, u64>,
    /// By tag.
    pub tagged: BTreeMap<TopicId, u64>,
    /// By suggestion that waits.
    pub suggested: BTreeMap<TopicId, u64>,
    /// By year of publication, in each that an article's date may mean; one without a date, or that may mean more than ten years,
    /// is left out.
    pub years: BTreeMap<i64, u64>,
    /// By month of publication, likewise.
    pub months: BTreeMap<(i64, u8), u64>,
    /// Needing a look.
    pub needs_a_look: u64,
}

/// Years that a date may mean and still be counted under each of them.
const YEARS: i64 = 10;

impl Facets {
    /// Adds articles published between two days.
    pub(crate) fn add_period(&mut self, first: i64, last: i64, articles: u64) {
        let (first, last) = (day_of(first), day_of(last));
        if last.year - first.year >= YEARS {
            return;
        }
        for year in first.year..=last.year {
            *self.years.entry(year).or_default() += articles;
            let from = if year == first.year { first.month } else { 1 };
            let to = if year == last.year { last.month } else { 12 };
            for month in from..=to {
                *self.months.entry((year, month)).or_default() += articles;
            }
        }
    }
}

impl Reader<'_> {
    /// A page of the articles of a filter.
    ///
    /// # Errors
    /// `Damaged` where a row cannot be read.
    pub fn articles(
        &self,
        filter: &ArticleFilter,
        sort: ArticleSort,
        offset: u64,
        limit: u32,
    ) -> Result<ArticlePage> {
        self.within(|conn| {
            let page = list_page(conn, self.columns(), filter, sort, offset, limit)?;
            let total = match page.total {
                Total::AtLeast(_) => total(conn, self.columns(), filter)?,
                known => known,
            };
            Ok(ArticlePage { rows: rows_of(conn, &page.ids)?, total: total.articles() })
        })
    }

    /// How many articles a filter has, however long it takes.
    ///
    /// # Errors
    /// `Sql` where SQLite refuses.
    pub fn count(&self, filter: &ArticleFilter) -> Result<Total> {
        self.within(|conn| total(conn, self.columns(), filter))
    }

    /// Ids of a part of the articles of a filter.
    ///
    /// # Errors
    /// `Sql` where SQLite refuses.
    pub fn ids_between(
        &self,
        filter: &ArticleFilter,
        sort: ArticleSort,
        offset: u64,
        limit: u32,
    ) -> Result<Vec<ArticleId>> {
        self.within(|conn| Ok(list_page(conn, self.columns(), filter, sort, offset, limit)?.ids))
    }

    /// Ids of all articles of a filter.
    ///
    /// # Errors
    /// `Sql` where SQLite refuses.
    pub fn ids_of(&self, filter: &ArticleFilter, sort: ArticleSort) -> Result<Vec<ArticleId>> {
        self.ids_between(filter, sort, 0, u32::MAX)
    }

    /// How many articles of a filter fall under which outlet, language, topic and year.
    ///
    /// # Errors
    /// `Damaged` where a row cannot be read.
    pub fn facets(&self, filter: &ArticleFilter) -> Result<Facets> {
        self.within(|conn| facets(conn, self.columns(), filter))
    }
}

/// How many articles there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Total {
    /// So many.
    Exact(u64),
    /// So many or fewer: as many would have to be read to know that they have a prefix or an exact form.
    AtMost(u64),
    /// So many or more: they have not all been counted.
    AtLeast(u64),
}

impl Default for Total {
    fn default() -> Self {
        Self::Exact(0)
    }
}

impl Total {
    /// The number, whatever it means.
    #[must_use]
    pub fn articles(self) -> u64 {
        let (Self::Exact(articles) | Self::AtMost(articles) | Self::AtLeast(articles)) = self;
        articles
    }
}

pub(crate) fn list_page(
    conn: &Connection,
    columns: Option<&Kept>,
    filter: &ArticleFilter,
    sort: ArticleSort,
    offset: u64,
    limit: u32,
) -> Result<Answer> {
    // Of all articles the newest stand in an index: a dossier that is opened need not read the columns first.
    let is_plain = *filter == ArticleFilter::default();
    if let (Some(kept), ArticleSort::Newest | ArticleSort::Relevance, false) = (columns, sort, is_plain) {
        let best_first = sort == ArticleSort::Relevance;
        let walked = kept.with(|columns| search::page(conn, columns, filter, best_first, offset, limit))?;
        if let Some(answer) = walked {
            return Ok(answer);
        }
    }
    let selection = Selection::of(conn, filter)?;
    let mut ids = Vec::new();
    let Some(doubtful) = &selection.doubtful else {
        let total = match columns {
            _ if is_plain => Total::Exact(count_articles(conn)?),
            Some(_) => total(conn, columns, filter)?,
            None => Total::Exact(selection.count(conn)?),
        };
        let offset = i64::try_from(offset).unwrap_or(i64::MAX);
        selection.each_id(conn, sort, (offset, limit.into()), |id| {
            ids.push(id);
            Ok(ControlFlow::Continue(()))
        })?;
        return Ok(Answer { ids, total, ranked: None, understood: None });
    };
    // Who does not answer is passed over, and counts as little as if it had not been there.
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let (mut to_skip, mut ended) = (offset, true);
    selection.each_id(conn, sort, (0, -1), |id| {
        if ids.len() == limit {
            ended = false;
            return Ok(ControlFlow::Break(()));
        }
        if doubtful.stands(conn, id)? {
            match to_skip {
                0 => ids.push(id),
                _ => to_skip -= 1,
            }
        }
        Ok(ControlFlow::Continue(()))
    })?;
    let total = match ended {
        true => Total::Exact(offset - to_skip + u64::try_from(ids.len()).unwrap_or(0)),
        false => Total::AtMost(selection.count(conn)?),
    };
    Ok(Answer { ids, total, ranked: None, understood: None })
}

/// How many articles a filter has.
fn total(conn: &Connection, columns: Option<&Kept>, filter: &ArticleFilter) -> Result<Total> {
    if let Some(kept) = columns
        && let Some(total) = kept.with(|columns| search::count(conn, columns, filter))?
    {
        return Ok(total);
    }
    let selection = Selection::of(conn, filter)?;
    let articles = selection.count(conn)?;
    Ok(if selection.doubtful.is_some() { Total::AtMost(articles) } else { Total::Exact(articles) })
}

pub(crate) fn facets(conn: &Connection, columns: Option<&Kept>, filter: &ArticleFilter) -> Result<Facets> {
    if let Some(kept) = columns {
        let told = kept.with(|columns| {
            let Some(tally) = search::tally(conn, columns, filter)? else { return Ok(None) };
            tally.facets(columns).map(Some)
        })?;
        if let Some(facets) = told {
            return Ok(facets);
        }
    }
    facets_by_sql(conn, filter)
}

fn facets_by_sql(conn: &Connection, filter: &ArticleFilter) -> Result<Facets> {
    let selection = Selection::of(conn, filter)?;
    let values = || rusqlite::params_from_iter(&selection.values);
    let count = |row: &rusqlite::Row<'_>| row.get::<_, u64>(1);
    let mut facets = Facets::default();
    let mut statement = conn.prepare_cached(&selection.select("a.outlet_id, count(*)", "GROUP BY 1"))?;
    for pair in
        statement.query_map(values(), |row| Ok((row.get::<_, Option<i64>>(0)?.map(OutletId), count(row)?)))?
    {
        facets.outlets.extend([pair?]);
    }
    let mut statement = conn.prepare_cached(&selection.select("a.language, count(*)", "GROUP BY 1"))?;
    for pair in statement.query_map(values(), |row| Ok((row::language(row, 0)?, count(row)?)))? {
        facets.languages.extend([pair?]);
    }
    let mut statement = conn.prepare_cached(&selection.select(
        "a.published_from, a.published_to, count(*)",
        "AND a.published_from IS NOT NULL GROUP BY 1, 2",
    ))?;
    for period in statement.query_map(values(), |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))? {
        let (first, last, articles) = period?;
        facets.add_period(first, last, articles);
    }
    let chosen = selection.select("a.id", "");
    let tagged = format!(
        "SELECT d.topic_id, count(*) FROM decision d WHERE {TAGGED} \
         AND d.article_id IN ({chosen}) GROUP BY 1"
    );
    let suggested = format!(
        "SELECT s.topic_id, count(*) FROM suggestion s WHERE {WAITING} AND s.article_id IN ({chosen}) GROUP BY 1"
    );
    for (sql, into) in [(tagged, &mut facets.tagged), (suggested, &mut facets.suggested)] {
        let mut statement = conn.prepare_cached(&sql)?;
        for pair in statement.query_map(values(), |row| Ok((TopicId(row.get(0)?), count(row)?)))? {
            into.extend([pair?]);
        }
    }
    let mut statement = conn.prepare_cached(&selection.select("count(*)", "AND a.needs_a_look = 1"))?;
    facets.needs_a_look = statement.query_row(values(), |row| row.get(0))?;
    Ok(facets)
}

/// The rows of some articles, in the order given.
pub(crate) fn rows_of(conn: &Connection, ids: &[ArticleId]) -> Result<Vec<ArticleRow>> {
    let list = row::id_list(ids.iter().map(|id| id.0));
    let mut statement = conn.prepare_cached(
        "SELECT a.id, a.title, a.outlet_id, o.name, a.published, a.published_time, a.published_zone, a.confidence, \
         a.language, a.needs_a_look, a.captured_at, a.removed_by IS NOT NULL, a.story_id, \
         CASE WHEN a.story_id IS NULL THEN 0 ELSE (SELECT count(*) - 1 FROM article s WHERE s.story_id = a.story_id) END \
         FROM json_each(?1) j JOIN article a ON a.id = j.value LEFT JOIN outlet o ON o.id = a.outlet_id ORDER BY j.key",
    )?;
    let rows = statement.query_map([&list], |row| {
        let outlet = row.get::<_, Option<i64>>(2)?.map(OutletId).zip(row.get::<_, Option<String>>(3)?);
        Ok(ArticleRow {
            id: ArticleId(row.get(0)?),
            title: row.get(1)?,
            outlet,
            published: published(row, 4)?,
            confidence: row::word(row, 7, json::confidence)?,
            language: row::language(row, 8)?,
            needs_a_look: row.get(9)?,
            captured_at: Moment(row.get(10)?),
            in_bin: row.get(11)?,
            story: row.get::<_, Option<i64>>(12)?.map(ArticleId),
            copies: row.get(13)?,
            tags: Vec::new(),
            suggested: Vec::new(),
        })
    })?;
    let mut rows = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    let tags = format!(
        "SELECT d.article_id, d.topic_id FROM decision d JOIN topic t ON t.id = d.topic_id \
         WHERE {TAGGED} AND d.article_id IN (SELECT value FROM json_each(?1)) ORDER BY t.position, t.id"
    );
    let suggested = format!(
        "SELECT s.article_id, s.topic_id FROM suggestion s WHERE s.article_id IN (SELECT value FROM json_each(?1)) \
         AND {WAITING} ORDER BY s.score DESC, s.topic_id"
    );
    let mut by_article: BTreeMap<i64, (Vec<TopicId>, Vec<TopicId>)> = BTreeMap::new();
    for (sql, is_tag) in [(tags, true), (suggested, false)] {
        let mut statement = conn.prepare_cached(&sql)?;
        for pair in statement.query_map([&list], |row| Ok((row.get(0)?, TopicId(row.get(1)?))))? {
            let (article, topic) = pair?;
            let (tags, suggested) = by_article.entry(article).or_default();
            if is_tag { tags.push(topic) } else { suggested.push(topic) }
        }
    }
    for row in &mut rows {
        if let Some((tags, suggested)) = by_article.remove(&row.id.0) {
            (row.tags, row.suggested) = (tags, suggested);
        }
    }
    Ok(rows)
}
