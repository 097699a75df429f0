//! Lists of articles: filter, order, page, total, and the counts beside the filters.

use std::{collections::BTreeMap, ops::ControlFlow};

use chancery_model::{ArticleId, Day, Language, OutletId, TopicId};
use rusqlite::{Connection, types::Value};

use super::{ArticleRow, published};
use crate::{
    Moment, Reader, Result, json, moment,
    query::Query,
    row,
    search::{self, Doubtful},
    story,
    tag::WAITING,
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
    /// Only what is in the bin, instead of only what is not.
    pub in_bin: bool,
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
    /// By year of publication; articles without a date are left out.
    pub years: BTreeMap<i64, u64>,
    /// Needing a look.
    pub needs_a_look: u64,
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
            let page = list_page(conn, filter, sort, offset, limit)?;
            Ok(ArticlePage { rows: rows_of(conn, &page.ids)?, total: page.total })
        })
    }

    /// Ids of all articles of a filter.
    ///
    /// # Errors
    /// `Sql` where SQLite refuses.
    pub fn ids_of(&self, filter: &ArticleFilter, sort: ArticleSort) -> Result<Vec<ArticleId>> {
        self.within(|conn| Ok(list_page(conn, filter, sort, 0, u32::MAX)?.ids))
    }

    /// How many articles of a filter fall under which outlet, language, topic and year.
    ///
    /// # Errors
    /// `Damaged` where a row cannot be read.
    pub fn facets(&self, filter: &ArticleFilter) -> Result<Facets> {
        self.within(|conn| facets(conn, filter))
    }
}

/// A filter as SQL: what it reads from, its conditions, and the values bound to them.
pub(crate) struct Selection {
    pub(crate) from: String,
    pub(crate) conditions: String,
    pub(crate) values: Vec<Value>,
    pub(crate) by_index: bool,
    /// Some of the articles do not answer the query, and are found out by reading.
    pub(crate) doubtful: Option<Doubtful>,
}

impl Selection {
    pub(crate) fn of(conn: &Connection, filter: &ArticleFilter) -> Result<Self> {
        let mut selection = Self {
            from: "article a".to_owned(),
            conditions: if filter.in_bin { "a.removed_by IS NOT NULL" } else { "a.removed_by IS NULL" }
                .to_owned(),
            values: Vec::new(),
            by_index: false,
            doubtful: None,
        };
        if let Some(query) = &filter.query {
            let matching = search::matching(conn, query)?;
            if let Some(matches) = matching.matches {
                selection.from = "search JOIN article a ON a.id = (search.rowid & 4294967295)".to_owned();
                selection.by_index = true;
                selection.and("search MATCH ?", [Value::Text(matches)]);
            }
            for condition in matching.conditions {
                selection.and(&condition.sql, condition.values);
            }
            selection.doubtful = matching.doubtful;
        }
        selection.narrow(filter);
        if filter.stories {
            // Of all articles the earliest of every story is one.
            let all = ArticleFilter { stories: true, ..ArticleFilter::default() };
            let earliest = match *filter == all {
                true => row::id_list([]),
                false => story::earliest_of_others(conn, &selection)?,
            };
            selection.and(
                "(a.story_id IS NULL OR a.story_id = a.id OR a.id IN (SELECT value FROM json_each(?)))",
                [Value::Text(earliest)],
            );
        }
        Ok(selection)
    }

    fn and(&mut self, condition: &str, values: impl IntoIterator<Item = Value>) {
        self.conditions.push_str(" AND ");
        self.conditions.push_str(condition);
        self.values.extend(values);
    }

    fn narrow(&mut self, filter: &ArticleFilter) {
        let ids = |ids: &[TopicId]| Value::Text(row::id_list(ids.iter().map(|id| id.0)));
        let tagged = "a.id IN (SELECT d.article_id FROM decision d WHERE d.topic_id IN (SELECT value FROM json_each(?)) \
             AND d.is_current = 1 AND d.verdict IN ('accepted', 'by-hand'))";
        let suggested = format!(
            "a.id IN (SELECT s.article_id FROM suggestion s WHERE s.topic_id IN (SELECT value FROM json_each(?)) AND {WAITING})"
        );
        match (filter.tagged.as_slice(), filter.suggested.as_slice()) {
            ([], []) => {}
            (tags, []) => self.and(tagged, [ids(tags)]),
            ([], waiting) => self.and(&suggested, [ids(waiting)]),
            (tags, waiting) => self.and(&format!("({tagged} OR {suggested})"), [ids(tags), ids(waiting)]),
        }
        if !filter.outlets.is_empty() {
            let outlets = row::id_list(filter.outlets.iter().map(|id| id.0));
            self.and("a.outlet_id IN (SELECT value FROM json_each(?))", [Value::Text(outlets)]);
        }
        if !filter.languages.is_empty() {
            let codes: Vec<String> =
                filter.languages.iter().map(|language| format!("\"{}\"", language.code())).collect();
            self.and(
                "a.language IN (SELECT value FROM json_each(?))",
                [Value::Text(format!("[{}]", codes.join(",")))],
            );
        }
        let waits = format!("EXISTS (SELECT 1 FROM suggestion s WHERE s.article_id = a.id AND {WAITING})");
        match filter.review {
            Some(Review::NeedsALook) => self.and("a.needs_a_look = 1", []),
            Some(Review::Undecided) => self.and(&waits, []),
            Some(Review::Decided) => self.and(&format!("NOT {waits}"), []),
            None => {}
        }
        if let Some(from) = filter.from {
            self.and("a.published_to >= ?", [Value::Integer(moment::day_number(from))]);
        }
        if let Some(to) = filter.to {
            self.and("a.published_from <= ?", [Value::Integer(moment::day_number(to))]);
        }
    }

    /// The SQL of one page of ids; offset and limit are bound after the values.
    pub(crate) fn page_sql(&self, sort: ArticleSort) -> String {
        let order = match (sort, self.by_index) {
            // The index's docids are ordered by day: no sorting.
            (ArticleSort::Newest, true) => "search.rowid DESC",
            (ArticleSort::Relevance, true) => "search.rank, search.rowid DESC",
            (ArticleSort::Newest | ArticleSort::Relevance, false) => "a.published_from DESC, a.id DESC",
            (ArticleSort::Oldest, _) => "a.published_from ASC NULLS LAST, a.id ASC",
            (ArticleSort::Title, _) => "a.title ASC, a.id ASC",
            (ArticleSort::Captured, _) => "a.captured_at DESC, a.id DESC",
        };
        format!("SELECT a.id FROM {} WHERE {} ORDER BY {order} LIMIT ? OFFSET ?", self.from, self.conditions)
    }

    pub(crate) fn select(&self, what: &str, tail: &str) -> String {
        format!("SELECT {what} FROM {} WHERE {} {tail}", self.from, self.conditions)
    }

    /// Goes through the ids in order, from an offset on, as long as it is wanted; a negative limit is none.
    fn each_id(
        &self,
        conn: &Connection,
        sort: ArticleSort,
        (offset, limit): (i64, i64),
        mut take: impl FnMut(ArticleId) -> Result<ControlFlow<()>>,
    ) -> Result<()> {
        let bounds = [Value::Integer(limit), Value::Integer(offset)];
        let mut statement = conn.prepare_cached(&self.page_sql(sort))?;
        let mut rows = statement.query(rusqlite::params_from_iter(self.values.iter().chain(&bounds)))?;
        while let Some(row) = rows.next()? {
            if take(ArticleId(row.get(0)?))?.is_break() {
                break;
            }
        }
        Ok(())
    }

    pub(crate) fn count(&self, conn: &Connection) -> Result<u64> {
        let mut statement = conn.prepare_cached(&self.select("count(*)", ""))?;
        Ok(statement.query_row(rusqlite::params_from_iter(&self.values), |row| row.get(0))?)
    }
}

/// Ids of a page, and how many there are in all.
pub(crate) struct PageOfIds {
    pub(crate) ids: Vec<ArticleId>,
    pub(crate) total: u64,
    /// `total` is an upper bound.
    pub(crate) at_most: bool,
}

pub(crate) fn list_page(
    conn: &Connection,
    filter: &ArticleFilter,
    sort: ArticleSort,
    offset: u64,
    limit: u32,
) -> Result<PageOfIds> {
    let selection = Selection::of(conn, filter)?;
    let total = selection.count(conn)?;
    let mut ids = Vec::new();
    let Some(doubtful) = &selection.doubtful else {
        let offset = i64::try_from(offset).unwrap_or(i64::MAX);
        selection.each_id(conn, sort, (offset, limit.into()), |id| {
            ids.push(id);
            Ok(ControlFlow::Continue(()))
        })?;
        return Ok(PageOfIds { ids, total, at_most: false });
    };
    // Who does not answer is passed over, and counts as little as if it had not been there.
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let (mut to_skip, mut at_most) = (offset, false);
    selection.each_id(conn, sort, (0, -1), |id| {
        if ids.len() == limit {
            at_most = true;
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
    if at_most {
        return Ok(PageOfIds { ids, total, at_most });
    }
    // All were read.
    let total = offset - to_skip + u64::try_from(ids.len()).unwrap_or(0);
    Ok(PageOfIds { ids, total, at_most: false })
}

fn facets(conn: &Connection, filter: &ArticleFilter) -> Result<Facets> {
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
        "CAST(strftime('%Y', a.published_from * 86400, 'unixepoch') AS INTEGER), count(*)",
        "GROUP BY 1",
    ))?;
    for pair in statement.query_map(values(), |row| Ok((row.get::<_, Option<i64>>(0)?, count(row)?)))? {
        let (year, articles) = pair?;
        facets.years.extend(year.map(|year| (year, articles)));
    }
    let chosen = selection.select("a.id", "");
    let tagged = format!(
        "SELECT d.topic_id, count(*) FROM decision d WHERE d.is_current = 1 AND d.verdict IN ('accepted', 'by-hand') \
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
    let tags = "SELECT d.article_id, d.topic_id FROM decision d JOIN topic t ON t.id = d.topic_id \
         WHERE d.is_current = 1 AND d.verdict IN ('accepted', 'by-hand') \
         AND d.article_id IN (SELECT value FROM json_each(?1)) ORDER BY t.position, t.id";
    let suggested = format!(
        "SELECT s.article_id, s.topic_id FROM suggestion s WHERE s.article_id IN (SELECT value FROM json_each(?1)) \
         AND {WAITING} ORDER BY s.score DESC, s.topic_id"
    );
    let mut by_article: BTreeMap<i64, (Vec<TopicId>, Vec<TopicId>)> = BTreeMap::new();
    for (sql, is_tag) in [(tags, true), (suggested.as_str(), false)] {
        let mut statement = conn.prepare_cached(sql)?;
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
