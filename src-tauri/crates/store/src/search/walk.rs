//! Walks the hits in the index's own order, newest first, and narrows, chooses and counts them by the columns in memory.

use std::{collections::HashMap, ops::ControlFlow};

use chancery_model::ArticleId;
use rusqlite::{Connection, Rows};

use super::{Question, READ_AT_MOST, Sure, question, tally::Tally};
use crate::{
    ArticleFilter, Result, Total,
    article::beside_the_query,
    columns::Columns,
    condition::{Condition, Ids, Test},
    query::Query,
};

/// Ranking costs with every hit; of more than these the newest are ranked, and the others follow by day.
const RANKED: usize = if cfg!(test) { 8 } else { 50_000 };

/// Where few of the hits pass the conditions, the window that is ranked holds at most these.
const IN_WINDOW: usize = 2 * RANKED;

/// Hits counted on beyond a page that is full: the page does not wait for more.
const COUNTED_ON: u64 = if cfg!(test) { 4 } else { 20_000 };

/// Articles read beyond a page that is full.
const READ_ON: usize = if cfg!(test) { 1 } else { 50 };

/// A page of the ids of hits.
pub(crate) struct Answer {
    pub(crate) ids: Vec<ArticleId>,
    pub(crate) total: Total,
    /// So many, the newest, are in order of how well they answer; `None` where all are, or none was asked to be.
    pub(crate) ranked: Option<u64>,
}

/// A page of hits; `None` where they can't be walked so.
pub(crate) fn page(
    conn: &Connection,
    columns: &Columns,
    filter: &ArticleFilter,
    best_first: bool,
    offset: u64,
    limit: u32,
) -> Result<Option<Answer>> {
    let Some(walk) = Walk::of(conn, columns, filter)? else { return Ok(None) };
    let page = Page { ids: Vec::new(), to_skip: offset, limit: usize::try_from(limit).unwrap_or(usize::MAX) };
    if best_first { walk.best(page) } else { walk.newest(page) }.map(Some)
}

/// How many articles answer; `None` where they can't be walked so.
pub(crate) fn count(conn: &Connection, columns: &Columns, filter: &ArticleFilter) -> Result<Option<Total>> {
    let nothing = Query::default();
    if question(conn, filter.query.as_ref().unwrap_or(&nothing))?.is_of_columns() {
        let mut articles = 0;
        let test = of_columns(conn, columns, filter)?;
        for (id, entry) in columns.iter() {
            articles += u64::from(test.holds(id, entry));
        }
        return Ok(Some(Total::Exact(articles)));
    }
    let Some(walk) = Walk::of(conn, columns, filter)? else { return Ok(None) };
    let (mut articles, mut not_read, mut read) = (0, 0_u64, 0);
    walk.each(i64::MAX, |hit| {
        if hit.certain {
            articles += 1;
        } else if read == READ_AT_MOST {
            not_read += 1;
        } else {
            read += 1;
            articles += u64::from(walk.question.understood.answers(conn, ArticleId(hit.id))?);
        }
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(Some(match not_read {
        0 => Total::Exact(articles),
        more => Total::AtMost(articles + more),
    }))
}

/// Counts the articles of a filter, those too that only may answer; `None` where they can't be walked so.
pub(crate) fn tally(conn: &Connection, columns: &Columns, filter: &ArticleFilter) -> Result<Option<Tally>> {
    let mut tally = Tally::default();
    let nothing = Query::default();
    if question(conn, filter.query.as_ref().unwrap_or(&nothing))?.is_of_columns() {
        let test = of_columns(conn, columns, filter)?;
        let passing = columns.iter().filter(|(id, entry)| test.holds(*id, entry));
        passing.for_each(|(id, entry)| tally.add(id, entry));
        return Ok(Some(tally));
    }
    let Some(walk) = Walk::of(conn, columns, filter)? else { return Ok(None) };
    walk.each(i64::MAX, |hit| {
        if let Some(entry) = columns.get(hit.id) {
            tally.add(hit.id, entry);
        }
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(Some(tally))
}

impl Question {
    /// Whether the columns alone can tell who answers.
    fn is_of_columns(&self) -> bool {
        self.matches.is_none() && matches!(self.sure, Sure::Every)
    }
}

/// What an article has to pass where the index has no part in it.
fn of_columns(conn: &Connection, columns: &Columns, filter: &ArticleFilter) -> Result<Test> {
    let mut conditions = beside_the_query(filter);
    if let Some(query) = &filter.query {
        conditions.extend(question(conn, query)?.conditions);
    }
    let test = Condition::All(conditions).test(conn, columns)?;
    if !filter.stories {
        return Ok(came_in(test, filter));
    }
    if filter.is_of_all_stories() {
        return Ok(Test::All(vec![test, Test::Earliest]));
    }
    let mut earliest = Earliest::default();
    columns.iter().filter(|(id, entry)| test.holds(*id, entry)).for_each(|(id, _)| earliest.add(id, columns));
    Ok(came_in(Test::All(vec![test, earliest.test()]), filter))
}

/// What came in since, of what another test leaves: a reprint of a story that was there before is not new.
fn came_in(test: Test, filter: &ArticleFilter) -> Test {
    match filter.came_after {
        Some(last) => Test::All(vec![test, Test::CameAfter(last.0)]),
        None => test,
    }
}

struct Walk<'w> {
    conn: &'w Connection,
    columns: &'w Columns,
    question: Question,
    matches: String,
    test: Test,
}

struct Hit {
    docid: i64,
    id: i64,
    /// It needs no reading.
    certain: bool,
}

struct Page {
    ids: Vec<ArticleId>,
    to_skip: u64,
    limit: usize,
}

impl Page {
    fn is_full(&self) -> bool {
        self.ids.len() >= self.limit
    }

    fn take(&mut self, id: i64) {
        match self.to_skip {
            0 if self.is_full() => {}
            0 => self.ids.push(ArticleId(id)),
            _ => self.to_skip -= 1,
        }
    }
}

impl<'w> Walk<'w> {
    fn of(conn: &'w Connection, columns: &'w Columns, filter: &ArticleFilter) -> Result<Option<Self>> {
        let Some(query) = &filter.query else { return Ok(None) };
        let mut question = question(conn, query)?;
        let Some(matches) = question.matches.take() else { return Ok(None) };
        // Which article stands for a story can't be known before all were read.
        let unknown = filter.stories && !matches!(question.sure, Sure::Every);
        if unknown || matches!(question.sure, Sure::Otherwise) {
            return Ok(None);
        }
        let mut conditions = beside_the_query(filter);
        conditions.append(&mut question.conditions);
        let test = Condition::All(conditions).test(conn, columns)?;
        let mut walk = Self { conn, columns, question, matches, test };
        if filter.stories {
            let mut earliest = Earliest::default();
            walk.each(i64::MAX, |hit| {
                earliest.add(hit.id, columns);
                Ok(ControlFlow::Continue(()))
            })?;
            walk.test = Test::All(vec![walk.test, earliest.test()]);
        }
        walk.test = came_in(walk.test, filter);
        Ok(Some(walk))
    }

    /// Every hit that passes, newest first, from a docid on downwards, as long as it is wanted.
    fn each(&self, from: i64, mut take: impl FnMut(Hit) -> Result<ControlFlow<()>>) -> Result<()> {
        let sql = "SELECT rowid FROM search WHERE search MATCH ?1 AND rowid <= ?2 ORDER BY rowid DESC";
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query((&self.matches, from))?;
        let mut sure_statement;
        let mut sure = match &self.question.sure {
            Sure::Every => Certain::All,
            Sure::These(matches) => {
                sure_statement = self.conn.prepare_cached(sql)?;
                Certain::In(sure_statement.query((matches, from))?, i64::MAX)
            }
            Sure::None | Sure::Otherwise => Certain::Nothing,
        };
        while let Some(row) = rows.next()? {
            let docid: i64 = row.get(0)?;
            let id = id_of(docid);
            if self.passes(id) && take(Hit { docid, id, certain: sure.has(docid)? })?.is_break() {
                break;
            }
        }
        Ok(())
    }

    fn passes(&self, id: i64) -> bool {
        self.columns.get(id).is_some_and(|entry| self.test.holds(id, entry))
    }

    fn newest(&self, mut page: Page) -> Result<Answer> {
        let total = self.go_on(i64::MAX, &mut page, 0)?;
        Ok(Answer { ids: page.ids, total, ranked: None })
    }

    /// Fills a page from a docid on downwards, and counts on for a while. `before` have been counted already.
    fn go_on(&self, from: i64, page: &mut Page, before: u64) -> Result<Total> {
        let (mut articles, mut counted_on, mut read_on, mut ended) = (before, 0, 0, true);
        self.each(from, |hit| {
            if page.is_full() {
                let reads = usize::from(!hit.certain);
                if counted_on == COUNTED_ON || read_on + reads > READ_ON {
                    ended = false;
                    return Ok(ControlFlow::Break(()));
                }
                counted_on += 1;
                read_on += reads;
            }
            if hit.certain || self.question.understood.answers(self.conn, ArticleId(hit.id))? {
                articles += 1;
                page.take(hit.id);
            }
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(if ended { Total::Exact(articles) } else { Total::AtLeast(articles) })
    }

    /// The window of the newest hits, in order of how well they answer; what is older follows by day.
    fn best(&self, mut page: Page) -> Result<Answer> {
        let mut window: Option<(i64, i64)> = None;
        let (mut passed, mut certain, mut ended) = (0, Ids::default(), true);
        let mut walked = 0;
        self.each(i64::MAX, |hit| {
            walked += 1;
            if passed == RANKED || walked > IN_WINDOW {
                ended = false;
                return Ok(ControlFlow::Break(()));
            }
            passed += 1;
            if hit.certain {
                certain.add(hit.id);
            }
            window = Some((hit.docid, window.map_or(hit.docid, |(_, newest)| newest)));
            Ok(ControlFlow::Continue(()))
        })?;
        let Some((oldest, newest)) = window else {
            return Ok(Answer { ids: Vec::new(), total: Total::Exact(0), ranked: None });
        };
        let mut ranked = self.ranked(oldest, newest)?;
        let wanted = usize::try_from(page.to_skip).unwrap_or(usize::MAX).saturating_add(page.limit);
        let by_rank = |one: &(f64, i64), other: &(f64, i64)| {
            one.0.total_cmp(&other.0).then_with(|| other.1.cmp(&one.1))
        };
        // Of those in doubt an unknown number falls away, so that more than is wanted may have to be in order.
        if certain_only(&self.question.sure) && wanted < ranked.len() {
            ranked.select_nth_unstable_by(wanted, by_rank);
            ranked.get_mut(..wanted).unwrap_or_default().sort_unstable_by(by_rank);
        } else {
            ranked.sort_unstable_by(by_rank);
        }
        let among = ranked.len() as u64;
        let mut all_known = true;
        for (_, docid) in ranked {
            if page.is_full() {
                all_known = certain_only(&self.question.sure);
                break;
            }
            let id = id_of(docid);
            if certain.has(id) || self.question.understood.answers(self.conn, ArticleId(id))? {
                page.take(id);
            }
        }
        if ended {
            let total = if all_known && certain_only(&self.question.sure) {
                Total::Exact(among)
            } else {
                Total::AtLeast(page.ids.len() as u64)
            };
            return Ok(Answer { ids: page.ids, total, ranked: None });
        }
        let total = self.go_on(oldest - 1, &mut page, among)?;
        let total = if certain_only(&self.question.sure) { total } else { Total::AtLeast(total.articles()) };
        Ok(Answer { ids: page.ids, total, ranked: Some(among) })
    }

    /// The hits of a window that pass, each with its rank.
    fn ranked(&self, oldest: i64, newest: i64) -> Result<Vec<(f64, i64)>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT rowid, rank FROM search WHERE search MATCH ?1 AND rowid >= ?2 AND rowid <= ?3",
        )?;
        let mut rows = statement.query((&self.matches, oldest, newest))?;
        let mut ranked = Vec::new();
        while let Some(row) = rows.next()? {
            let docid: i64 = row.get(0)?;
            if self.passes(id_of(docid)) {
                ranked.push((row.get(1)?, docid));
            }
        }
        Ok(ranked)
    }
}

fn certain_only(sure: &Sure) -> bool {
    matches!(sure, Sure::Every)
}

fn id_of(docid: i64) -> i64 {
    docid & 0xffff_ffff
}

/// Which hits need no reading, asked in the order of the walk.
enum Certain<'s> {
    All,
    Nothing,
    /// Those of another walk in the same order, and where it stands.
    In(Rows<'s>, i64),
}

impl Certain<'_> {
    fn has(&mut self, docid: i64) -> Result<bool> {
        match self {
            Self::All => Ok(true),
            Self::Nothing => Ok(false),
            Self::In(rows, at) => {
                while *at > docid {
                    *at = match rows.next()? {
                        Some(row) => row.get(0)?,
                        None => i64::MIN,
                    };
                }
                Ok(*at == docid)
            }
        }
    }
}

/// The earliest article of every story among those told.
#[derive(Default)]
struct Earliest {
    of_story: HashMap<u32, i64>,
}

impl Earliest {
    fn add(&mut self, id: i64, columns: &Columns) {
        let Some(entry) = columns.get(id).filter(|entry| entry.story != 0) else { return };
        let known = self.of_story.entry(entry.story).or_insert(id);
        let earlier = columns
            .get(*known)
            .is_none_or(|known_entry| (entry.earliest(), id) < (known_entry.earliest(), *known));
        if earlier {
            *known = id;
        }
    }

    fn test(self) -> Test {
        let mut ids = Ids::default();
        self.of_story.into_values().for_each(|id| ids.add(id));
        Test::Any(vec![Test::Not(Box::new(Test::HasCopies)), Test::Among(ids)])
    }
}
