//! Walks the hits in the index's own order, newest first, and narrows and chooses them by the columns in memory.

use std::{collections::HashMap, ops::ControlFlow};

use chancery_model::ArticleId;
use rusqlite::{Connection, Rows};

use super::{
    find::{Question, Sure, Understood},
    question,
};
use crate::{
    ArticleFilter, Result,
    article::beside_the_query,
    columns::Columns,
    condition::{Condition, Ids, Test},
    query::Query,
};

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
    ) -> Result<Option<Self>> {
        let Question { understood, matches, conditions, sure } =
            question(conn, filter.query.as_ref().unwrap_or(&Query::default()))?;
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
        let mut walk = Box::new(Walk { conn, columns, understood, sure, matches, test, is_wide });
        let mut earliest = None;
        if filter.stories {
            let mut of_each = Earliest::default();
            walk.each(i64::MAX, With::Nothing, |hit| {
                of_each.add(hit.id, columns);
                Ok(ControlFlow::Continue(()))
            })?;
            earliest = Some(of_each.test());
        }
        walk.test = narrowed(walk.test, earliest, filter);
        Ok(Some(Self::Index(walk)))
    }
}

/// What is left of what passes a test: the earliest of each story, and what came in since. A reprint of a story that was there
/// before is not new.
fn narrowed(test: Test, earliest: Option<Test>, filter: &ArticleFilter) -> Test {
    let came_after = filter.came_after.map(|last| Test::CameAfter(last.0));
    Test::All([test].into_iter().chain(earliest).chain(came_after).collect())
}

/// A walk over what the index finds.
pub(super) struct Walk<'w> {
    pub(super) conn: &'w Connection,
    pub(super) columns: &'w Columns,
    pub(super) understood: Understood,
    pub(super) sure: Sure,
    pub(super) matches: String,
    test: Test,
    /// Nearly everything the index finds passes.
    pub(super) is_wide: bool,
}

/// What is asked of each hit.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum With {
    Nothing,
    Rank,
}

pub(super) struct Hit {
    pub(super) docid: i64,
    pub(super) id: i64,
    /// It needs no reading.
    pub(super) certain: bool,
    /// So many of the index's hits were walked up to it, with those that did not pass.
    pub(super) walked: usize,
    /// The less, the better it answers; 0 where it was not asked.
    pub(super) rank: f64,
}

impl Walk<'_> {
    /// Every hit that passes, newest first, from a docid on downwards, as long as it is wanted.
    pub(super) fn each(
        &self,
        from: i64,
        with: With,
        mut take: impl FnMut(Hit) -> Result<ControlFlow<()>>,
    ) -> Result<()> {
        let sql = "SELECT rowid, 0.0 FROM search WHERE search MATCH ?1 AND rowid <= ?2 ORDER BY rowid DESC";
        let ranked =
            "SELECT rowid, rank FROM search WHERE search MATCH ?1 AND rowid <= ?2 ORDER BY rowid DESC";
        let mut statement = self.conn.prepare_cached(if with == With::Rank { ranked } else { sql })?;
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
        let mut walked = 0;
        while let Some(row) = rows.next()? {
            let docid: i64 = row.get(0)?;
            let id = id_of(docid);
            walked += 1;
            if self.passes(id) {
                let hit = Hit { docid, id, certain: sure.has(docid)?, walked, rank: row.get(1)? };
                if take(hit)?.is_break() {
                    break;
                }
            }
        }
        Ok(())
    }

    pub(super) fn passes(&self, id: i64) -> bool {
        self.columns.get(id).is_some_and(|entry| self.test.holds(id, entry))
    }

    /// Whether an article answers, by reading it.
    pub(super) fn answers(&self, id: i64) -> Result<bool> {
        self.understood.answers(self.conn, ArticleId(id))
    }

    pub(super) fn all_are_certain(&self) -> bool {
        matches!(self.sure, Sure::Every)
    }
}

pub(super) fn id_of(docid: i64) -> i64 {
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
