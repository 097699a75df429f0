//! Walks the hits in the index's own order, newest first, and narrows and chooses them by the columns in memory.

use std::{cell::RefCell, collections::HashMap, ops::ControlFlow};

use chancery_model::ArticleId;
use rusqlite::{Connection, Rows};

use super::{
    article_of, docid,
    find::{Question, Sure, Understood},
    often, question,
};
use crate::{
    ArticleFilter, Result,
    article::beside_the_query,
    columns::{Columns, Entry},
    condition::{Condition, Ids, Test},
    query::Query,
};

/// When it is found out which hit stands for its story, where one of each is wanted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Stories {
    /// Before the walk, for one that goes over all hits.
    Beforehand,
    /// For each story that is met, for one that ends early.
    AsMet,
}

/// How the articles of a filter are gone through.
pub(super) enum Way<'w> {
    /// The columns alone tell who answers.
    Columns(Test, Box<Understood>),
    Index(Box<Walk<'w>>),
}

impl<'w> Way<'w> {
    /// `None` where it takes SQL to go through them.
    pub(super) fn of(
        conn: &'w Connection,
        columns: &'w Columns,
        filter: &ArticleFilter,
        stories: Stories,
    ) -> Result<Option<Self>> {
        let Question { understood, matches, conditions, sure } =
            question(conn, Some(columns), filter.query.as_ref().unwrap_or(&Query::default()))?;
        // Which article stands for a story can't be known before all were read.
        let unknown = filter.stories && !matches!(sure, Sure::Every);
        if unknown
            || matches!(sure, Sure::Otherwise(_))
            || (matches.is_none() && !matches!(sure, Sure::Every))
        {
            return Ok(None);
        }
        let asked: Vec<Condition> = beside_the_query(filter).into_iter().chain(conditions).collect();
        // What lies in the bin is little.
        let is_wide = asked.len() == 1 && !filter.in_bin && !filter.stories && filter.came_after.is_none();
        let test = Condition::All(asked).test(conn, columns)?;
        let Some(matches) = matches else {
            let earliest = match (filter.stories, filter.is_of_all_stories()) {
                (false, _) => None,
                (true, true) => Some(Test::Earliest),
                (true, false) => {
                    let mut earliest = Earliest::default();
                    let passing = columns.iter().filter(|(id, entry)| test.holds(*id, entry));
                    passing.for_each(|(id, _)| earliest.add(id, columns));
                    Some(earliest.test())
                }
            };
            return Ok(Some(Self::Columns(narrowed(test, earliest, filter), Box::new(understood))));
        };
        let shown = Shown::Every;
        let mut walk =
            Box::new(Walk { conn, columns, understood, sure, matches, test, new: None, shown, is_wide });
        if filter.stories {
            walk.shown = match stories {
                Stories::AsMet => Shown::AsMet(RefCell::default()),
                Stories::Beforehand => {
                    let mut of_each = Earliest::default();
                    walk.each(i64::MAX, With::Nothing, |hit| {
                        of_each.add(hit.id, columns);
                        Ok(ControlFlow::Continue(()))
                    })?;
                    Shown::These(of_each.test())
                }
            };
        }
        walk.new = is_new(filter);
        Ok(Some(Self::Index(walk)))
    }
}

/// What is left of what passes a test: the earliest of each story, and what came in since. A reprint of a story that was there
/// before is not new.
fn narrowed(test: Test, earliest: Option<Test>, filter: &ArticleFilter) -> Test {
    Test::All([test].into_iter().chain(earliest).chain(is_new(filter)).collect())
}

fn is_new(filter: &ArticleFilter) -> Option<Test> {
    filter.came_after.map(|last| Test::CameAfter(last.0))
}

/// A walk over what the index finds.
pub(super) struct Walk<'w> {
    pub(super) conn: &'w Connection,
    pub(super) columns: &'w Columns,
    pub(super) understood: Understood,
    pub(super) sure: Sure,
    pub(super) matches: String,
    test: Test,
    /// What came in since, where only that is wanted.
    new: Option<Test>,
    shown: Shown,
    /// Nearly everything the index finds passes.
    pub(super) is_wide: bool,
}

/// Which hits that pass are shown.
enum Shown {
    Every,
    These(Test),
    /// The earliest of each story among the hits; of each story that was met by now, which that is.
    AsMet(RefCell<HashMap<u32, Option<i64>>>),
}

/// What is asked of each hit.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum With {
    Nothing,
    /// How often each phrase stands in it: it is kept, to be taken after the walk.
    Often,
}

pub(super) struct Hit {
    pub(super) docid: i64,
    pub(super) id: i64,
    /// It needs no reading.
    pub(super) certain: bool,
    /// So many of the index's hits were walked up to it, with those that did not pass.
    pub(super) walked: usize,
    /// So much was kept of how often phrases stand in hits, up to this one.
    pub(super) kept: usize,
}

impl Walk<'_> {
    /// Every hit that passes, newest first, from a docid on downwards, as long as it is wanted.
    pub(super) fn each(
        &self,
        from: i64,
        with: With,
        mut take: impl FnMut(Hit) -> Result<ControlFlow<()>>,
    ) -> Result<()> {
        let sql = "SELECT rowid FROM search WHERE search MATCH ?1 AND rowid <= ?2 ORDER BY rowid DESC";
        let often = "SELECT rowid, how_often(search) FROM search WHERE search MATCH ?1 AND rowid <= ?2 ORDER BY rowid DESC";
        let mut statement = self.conn.prepare_cached(if with == With::Often { often } else { sql })?;
        let mut rows = statement.query((&self.matches, from))?;
        let mut sure_statement;
        let mut sure = match &self.sure {
            Sure::Every => Certain::All,
            Sure::These(matches) => {
                sure_statement = self.conn.prepare_cached(sql)?;
                Certain::In(sure_statement.query((matches, from))?, i64::MAX)
            }
            Sure::None | Sure::Otherwise(_) => Certain::Nothing,
        };
        let (mut walked, mut kept) = (0, 0);
        often::forget_from(0);
        while let Some(row) = rows.next()? {
            let docid: i64 = row.get(0)?;
            let id = article_of(docid);
            walked += 1;
            if self.passes(id) && self.stands_for_its_story(id)? {
                kept = if with == With::Often { often::kept() } else { 0 };
                let hit = Hit { docid, id, certain: sure.has(docid)?, walked, kept };
                if take(hit)?.is_break() {
                    break;
                }
            } else if with == With::Often {
                often::forget_from(kept);
            }
        }
        Ok(())
    }

    pub(super) fn passes(&self, id: i64) -> bool {
        self.columns.get(id).is_some_and(|entry| {
            self.test.holds(id, entry)
                && self.new.as_ref().is_none_or(|test| test.holds(id, entry))
                && match &self.shown {
                    Shown::These(test) => test.holds(id, entry),
                    Shown::Every | Shown::AsMet(_) => true,
                }
        })
    }

    fn stands_for_its_story(&self, id: i64) -> Result<bool> {
        let Shown::AsMet(known) = &self.shown else { return Ok(true) };
        let Some(entry) = self.columns.get(id).filter(|entry| entry.story != 0) else { return Ok(true) };
        let before = known.borrow().get(&entry.story).copied();
        let earliest = match before {
            Some(earliest) => earliest,
            None => {
                let earliest = self.earliest_of(entry.story)?;
                known.borrow_mut().insert(entry.story, earliest);
                earliest
            }
        };
        Ok(earliest == Some(id))
    }

    /// The earliest hit of a story, whether it is new or not.
    fn earliest_of(&self, story: u32) -> Result<Option<i64>> {
        let mut statement = self.conn.prepare_cached("SELECT id FROM article WHERE story_id = ?1")?;
        let ids = statement.query_map([story], |row| row.get(0))?.collect::<rusqlite::Result<Vec<i64>>>()?;
        let mut members: Vec<(i64, &Entry)> =
            ids.into_iter().filter_map(|id| Some((id, self.columns.get(id)?))).collect();
        members.retain(|(id, entry)| self.test.holds(*id, entry));
        members.sort_by_key(|(id, entry)| (entry.earliest(), *id));
        let mut is_hit =
            self.conn.prepare_cached("SELECT 1 FROM search WHERE search MATCH ?1 AND rowid = ?2")?;
        for (id, entry) in members {
            let docid = docid(ArticleId(id), entry.days.map(|(first, _)| first.into()));
            if is_hit.exists((&self.matches, docid))? {
                return Ok(Some(id));
            }
        }
        Ok(None)
    }

    /// Whether an article answers, by reading it.
    pub(super) fn answers(&self, id: i64) -> Result<bool> {
        self.understood.answers(self.conn, ArticleId(id))
    }

    pub(super) fn all_are_certain(&self) -> bool {
        matches!(self.sure, Sure::Every)
    }
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
