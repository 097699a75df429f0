//! A filter as SQL: for whatever SQLite is asked about the articles of a filter.

use chancery_model::{ArticleId, TopicId};
use rusqlite::{Connection, types::Value};
use std::ops::ControlFlow;

use super::list::{ArticleFilter, ArticleSort, Review};
use crate::{
    Result,
    condition::Condition,
    moment,
    search::{self, Doubtful},
    story,
};

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
            conditions: String::new(),
            values: Vec::new(),
            by_index: false,
            doubtful: None,
        };
        let mut conditions = beside_the_query(filter);
        if let Some(query) = &filter.query {
            let matching = search::matching(conn, query)?;
            if let Some(matches) = matching.matches {
                selection.from = "search JOIN article a ON a.id = (search.rowid & 4294967295)".to_owned();
                selection.by_index = true;
                selection.conditions = "search MATCH ? AND ".to_owned();
                selection.values.push(Value::Text(matches));
            }
            conditions.extend(matching.conditions);
            selection.doubtful = matching.doubtful;
        }
        selection.conditions.push_str(&Condition::All(conditions).sql(&mut selection.values));
        if filter.stories {
            // Of all articles the earliest of every story is one.
            let others = match filter.is_of_all_stories() {
                true => Condition::Earliest,
                false => Condition::Any(vec![
                    Condition::Earliest,
                    Condition::one_of(story::earliest_of_others(conn, &selection)?),
                ]),
            };
            selection.conditions.push_str(" AND ");
            selection.conditions.push_str(&others.sql(&mut selection.values));
        }
        if let Some(last) = filter.came_after {
            selection.conditions.push_str(" AND ");
            selection.conditions.push_str(&Condition::CameAfter(last.0).sql(&mut selection.values));
        }
        Ok(selection)
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
    pub(crate) fn each_id(
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

/// The conditions of a filter but those of its query, and but the choice of one article of each story.
pub(crate) fn beside_the_query(filter: &ArticleFilter) -> Vec<Condition> {
    let mut conditions = vec![if filter.in_bin { Condition::InBin } else { Condition::InBin.not() }];
    let ids = |topics: &[TopicId]| Some(topics.iter().map(|id| id.0).collect());
    let tagged = |topics: &[TopicId]| Condition::Tagged(ids(topics));
    let suggested = |topics: &[TopicId]| Condition::Waiting(ids(topics));
    match (filter.tagged.as_slice(), filter.suggested.as_slice()) {
        ([], []) => {}
        (tags, []) => conditions.push(tagged(tags)),
        ([], waiting) => conditions.push(suggested(waiting)),
        (tags, waiting) => conditions.push(Condition::Any(vec![tagged(tags), suggested(waiting)])),
    }
    if !filter.outlets.is_empty() {
        conditions.push(Condition::Outlets(filter.outlets.iter().map(|id| id.0).collect()));
    }
    if !filter.languages.is_empty() {
        let codes = filter.languages.iter().map(|language| language.code());
        conditions.push(Condition::Languages(codes.collect()));
    }
    match filter.review {
        Some(Review::NeedsALook) => conditions.push(Condition::NeedsALook),
        Some(Review::Undecided) => conditions.push(Condition::Waiting(None)),
        Some(Review::Decided) => conditions.push(Condition::Waiting(None).not()),
        None => {}
    }
    conditions.extend(filter.from.map(|day| Condition::From(moment::day_number(day))));
    conditions.extend(filter.to.map(|day| Condition::UpTo(moment::day_number(day))));
    conditions
}
