//! What lists are narrowed and counted by, of every article, held in memory: a question with half a million hits is counted
//! in the time it takes to walk them.

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, OnceLock, PoisonError, RwLock, RwLockReadGuard,
        atomic::{AtomicU64, Ordering},
    },
};

use rusqlite::{Connection, OptionalExtension as _, Row, hooks::Action};

use crate::{
    Error, Result,
    lengths::Lengths,
    search::{KnownNames, article_of},
    topic_sets::TopicSets,
};

/// The columns of one article. Days are day numbers; what is not known is the least or the greatest there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    /// 0 where unknown.
    pub(crate) outlet: u32,
    /// The earliest of its story; 0 where it stands alone.
    pub(crate) story: u32,
    /// First and last day it may have been published on; `None` without a date.
    pub(crate) days: Option<(i32, i32)>,
    /// When on the last of them, in minutes of universal time.
    minutes: Option<i16>,
    captured: i64,
    /// Its place in [`Columns::languages`] from 1 on; 0 where unknown.
    pub(crate) language: u8,
    pub(crate) needs_a_look: bool,
    pub(crate) in_bin: bool,
}

impl Entry {
    /// The earliest of a story first: as `story::EARLIEST` orders in SQL.
    pub(crate) fn earliest(&self) -> impl Ord + use<> {
        let last = self.days.map(|(_, last)| last);
        (last.is_none(), last, self.minutes.is_none(), self.minutes, self.captured)
    }
}

/// The columns of all articles.
#[derive(Debug, Default)]
pub(crate) struct Columns {
    /// By id; `None` where there is no such article.
    entries: Vec<Option<Entry>>,
    languages: Vec<String>,
    path: PathBuf,
    /// Read when they are first wanted.
    topics: OnceLock<TopicSets>,
    lengths: OnceLock<Lengths>,
    names: KnownNames,
}

const SELECT: &str = "SELECT id, outlet_id, story_id, published_from, published_to, \
     substr(published_time, 1, 2) * 60 + substr(published_time, 4, 2) - coalesce(published_zone, 0), \
     captured_at, language, needs_a_look, removed_by IS NOT NULL FROM article";

impl Columns {
    fn load(path: &Path) -> Result<Self> {
        let conn = crate::store::connect_to_read(path)?;
        let mut columns = Self { path: path.to_owned(), ..Self::default() };
        let mut statement = conn.prepare(SELECT)?;
        let mut rows = statement.query(())?;
        while let Some(row) = rows.next()? {
            columns.take(row)?;
        }
        Ok(columns)
    }

    /// Which articles have which topics.
    pub(crate) fn topics(&self) -> Result<&TopicSets> {
        if let Some(topics) = self.topics.get() {
            return Ok(topics);
        }
        let topics = TopicSets::load(&crate::store::connect_to_read(&self.path)?)?;
        Ok(self.topics.get_or_init(|| topics))
    }

    /// How long each article is.
    pub(crate) fn lengths(&self) -> Result<&Lengths> {
        if let Some(lengths) = self.lengths.get() {
            return Ok(lengths);
        }
        let lengths = Lengths::load(&crate::store::connect_to_read(&self.path)?)?;
        Ok(self.lengths.get_or_init(|| lengths))
    }

    /// Other forms of names that were looked up before.
    pub(crate) fn names(&self) -> &KnownNames {
        &self.names
    }

    fn read_again(&mut self, conn: &Connection, id: i64) -> Result<()> {
        let mut statement = conn.prepare_cached(&format!("{SELECT} WHERE id = ?1"))?;
        let found = statement.query_row([id], |row| self.take(row)).optional()?;
        if found.is_none()
            && let Some(entry) = usize::try_from(id).ok().and_then(|at| self.entries.get_mut(at))
        {
            *entry = None;
        }
        self.lengths.get_mut().map_or(Ok(()), |lengths| lengths.read_again(conn, id))
    }

    fn take(&mut self, row: &Row<'_>) -> rusqlite::Result<()> {
        let id: u32 = row.get(0)?;
        let days = row.get::<_, Option<i32>>(3)?.zip(row.get::<_, Option<i32>>(4)?);
        let language = match row.get_ref(7)?.as_str_or_null()? {
            Some(code) => self.language_place(code),
            None => 0,
        };
        let entry = Entry {
            outlet: row.get::<_, Option<u32>>(1)?.unwrap_or(0),
            story: row.get::<_, Option<u32>>(2)?.unwrap_or(0),
            days,
            minutes: row.get(5)?,
            captured: row.get(6)?,
            language,
            needs_a_look: row.get(8)?,
            in_bin: row.get(9)?,
        };
        let at = id as usize;
        if at >= self.entries.len() {
            self.entries.resize(at + 1, None);
        }
        if let Some(place) = self.entries.get_mut(at) {
            *place = Some(entry);
        }
        Ok(())
    }

    fn language_place(&mut self, code: &str) -> u8 {
        let known = self.languages.iter().position(|known| known == code);
        let at = known.unwrap_or_else(|| {
            self.languages.push(code.to_owned());
            self.languages.len() - 1
        });
        u8::try_from(at + 1).unwrap_or(u8::MAX)
    }

    /// The place of a language; `None` where no article has it.
    pub(crate) fn place_of(&self, code: &str) -> Option<u8> {
        let at = self.languages.iter().position(|known| known == code)?;
        u8::try_from(at + 1).ok()
    }

    /// The code of a language by its place.
    pub(crate) fn language(&self, place: u8) -> Option<&str> {
        self.languages.get(usize::from(place).checked_sub(1)?).map(String::as_str)
    }

    pub(crate) fn get(&self, id: i64) -> Option<&Entry> {
        self.entries.get(usize::try_from(id).ok()?)?.as_ref()
    }

    /// All articles, by id.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (i64, &Entry)> {
        (0..).zip(&self.entries).filter_map(|(id, entry)| Some((id, entry.as_ref()?)))
    }
}

/// The columns as the store keeps them: read when they are first wanted, and followed from then on. Whoever holds the only
/// writer of a dossier hears of every change to its articles; who only reads it beside another process has none.
#[derive(Debug)]
pub(crate) struct Kept {
    path: PathBuf,
    columns: RwLock<Option<Columns>>,
    /// Articles changed, or put into the search index, in the transaction that is under way.
    changed: Arc<Mutex<Vec<i64>>>,
    /// Rows the writer had changed when it was last followed.
    changes: AtomicU64,
}

impl Kept {
    /// Follows what a writer does.
    pub(crate) fn following(path: &Path, writer: &Connection) -> Result<Self> {
        let changed = Arc::new(Mutex::new(Vec::new()));
        let heard = Arc::clone(&changed);
        writer.update_hook(Some(move |_: Action, _: &str, table: &str, id: i64| {
            let article = match table {
                "article" => id,
                "search_docsize" => article_of(id),
                _ => return,
            };
            heard.lock().unwrap_or_else(PoisonError::into_inner).push(article);
        }))?;
        Ok(Self { path: path.to_owned(), columns: RwLock::default(), changed, changes: AtomicU64::default() })
    }

    /// Reads anew what a transaction changed. Called when it has ended, before another begins.
    pub(crate) fn follow(&self, writer: &Connection) {
        let mut changed = std::mem::take(&mut *self.changed.lock().unwrap_or_else(PoisonError::into_inner));
        let changes = writer.total_changes();
        if self.changes.swap(changes, Ordering::Relaxed) == changes {
            return;
        }
        changed.sort_unstable();
        changed.dedup();
        let mut kept = self.columns.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(columns) = kept.as_mut() {
            columns.topics = OnceLock::new();
            columns.names = KnownNames::default();
            let followed = changed.into_iter().try_for_each(|id| columns.read_again(writer, id));
            // Rather none than wrong ones: they are read whole when they are next wanted.
            if followed.is_err() {
                *kept = None;
            }
        }
    }

    /// Runs a question over the columns, reading them first where need be.
    pub(crate) fn with<T>(&self, f: impl FnOnce(&Columns) -> Result<T>) -> Result<T> {
        let kept = self.columns.read().unwrap_or_else(PoisonError::into_inner);
        let kept = if kept.is_some() { kept } else { self.read_all(kept)? };
        f(kept.as_ref().unwrap_or(&Columns::default()))
    }

    fn read_all<'k>(
        &'k self,
        nothing: RwLockReadGuard<'k, Option<Columns>>,
    ) -> Result<RwLockReadGuard<'k, Option<Columns>>> {
        drop(nothing);
        {
            let mut kept = self.columns.write().unwrap_or_else(PoisonError::into_inner);
            if kept.is_none() {
                // On a connection of its own, opened while the lock is held: what is committed from now on waits to be followed,
                // and what was before is seen. The same goes for the topics.
                *kept = Some(Columns::load(&self.path).map_err(|error: Error| error.at(&self.path))?);
            }
        }
        Ok(self.columns.read().unwrap_or_else(PoisonError::into_inner))
    }
}
