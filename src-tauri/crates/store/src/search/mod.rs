//! The search index: what is put into it, how it follows changes, and how it is built anew.

mod context;
mod explain;
mod fields;
mod find;
mod found;
mod hits;
mod index;
mod names;
mod often;
mod page;
mod passages;
mod prefixes;
mod tally;
#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
mod walk;

use std::ops::ControlFlow;

use chancery_model::{ArticleId, Furniture, Language};
use rusqlite::{Connection, OptionalExtension as _};

pub(crate) use context::Passages;
pub use context::{Concordance, ContextLine};
pub use explain::{ExplainedTerm, Explanation};
pub(crate) use find::{Doubtful, READ_AT_MOST, matching, question};
pub use hits::{SearchHit, SearchPage, Snippet};
pub(crate) use names::KnownNames;
pub use names::OtherForm;
pub(crate) use page::{Answer, page};
pub use passages::{PassageFinder, PassagesFound};
pub(crate) use tally::{count, each, tally};

use crate::{Reader, Result, Store, analysis, article};

/// Articles indexed in one transaction of a rebuild: short enough to let the analyst write in between.
const BATCH: u32 = 200;

/// Pieces of the index that are left as they are.
const PIECES: u32 = 3;

/// Makes known on a connection what searches call of their own.
pub(crate) fn register(conn: &Connection) -> Result<()> {
    names::register(conn)?;
    often::register(conn)
}

/// The docid: day of publication over article id, so the index's own order is by day. Without a date it is the id alone.
pub(crate) fn docid(article: ArticleId, published_from: Option<i64>) -> i64 {
    published_from.map_or(0, |day| (day + (1 << 30)) << 32) | article.0
}

/// The id of the article under a docid.
pub(crate) fn article_of(docid: i64) -> i64 {
    docid & 0xffff_ffff
}

/// Puts an article into the index.
pub(crate) fn put(
    conn: &Connection,
    article: ArticleId,
    title: &str,
    text: &str,
    furniture: &[Furniture],
    language: Option<Language>,
    published_from: Option<i64>,
) -> Result<()> {
    let title = analysis::fed(title, language, &[]);
    let body = analysis::fed(text, language, furniture);
    put_words(conn, article, &title, &body, docid(article, published_from))
}

/// Puts an article into the index that was analysed already, under its docid.
pub(crate) fn put_words(
    conn: &Connection,
    article: ArticleId,
    title: &str,
    body: &str,
    docid: i64,
) -> Result<()> {
    conn.prepare_cached("INSERT INTO search (rowid, title, body) VALUES (?1, ?2, ?3)")?
        .execute((docid, title, body))?;
    conn.prepare_cached("INSERT INTO search_doc (article_id, docid) VALUES (?1, ?2)")?
        .execute((article.0, docid))?;
    Ok(())
}

/// Takes articles out of the index and puts them in as they are now.
pub(crate) fn index_again(conn: &Connection, articles: impl IntoIterator<Item = ArticleId>) -> Result<()> {
    for id in articles {
        let known: Option<i64> = conn
            .prepare_cached("SELECT docid FROM search_doc WHERE article_id = ?1")?
            .query_row([id.0], |row| row.get(0))
            .optional()?;
        if let Some(docid) = known {
            conn.prepare_cached("DELETE FROM search WHERE rowid = ?1")?.execute([docid])?;
            conn.prepare_cached("DELETE FROM search_doc WHERE article_id = ?1")?.execute([id.0])?;
        }
        let Some(read) = article::readable(conn, id)? else { continue };
        let day: Option<i64> = conn
            .prepare_cached("SELECT published_from FROM article WHERE id = ?1")?
            .query_row([id.0], |row| row.get(0))?;
        put(conn, id, &read.title, &read.text, &read.furniture, read.language, day)?;
    }
    Ok(())
}

impl Reader<'_> {
    /// Whether the index was built by this version of the analysis, and to the end. If not, rebuild it.
    ///
    /// # Errors
    /// `Damaged`.
    pub fn search_index_is_current(&self) -> Result<bool> {
        self.within(|conn| {
            let built: u32 =
                conn.query_row("SELECT analysis FROM search_state WHERE id = 1", (), |row| row.get(0))?;
            Ok(built == analysis::VERSION)
        })
    }
}

impl Store {
    /// Builds the search index anew, in batches between which the analyst can write. `progress` gets how many articles are
    /// done of how many, and may stop it; a stopped rebuild leaves the index incomplete and says so. Whether it was finished.
    ///
    /// # Errors
    /// `ReadOnly`, `DiskFull`.
    pub fn rebuild_search_index(
        &self,
        mut progress: impl FnMut(u64, u64) -> ControlFlow<()>,
    ) -> Result<bool> {
        let total = self.rebuild_step(|conn| {
            conn.execute("UPDATE search_state SET analysis = 0 WHERE id = 1", ())?;
            conn.execute("INSERT INTO search (search) VALUES ('delete-all')", ())?;
            conn.execute("DELETE FROM search_doc", ())?;
            Ok(conn.query_row("SELECT count(*) FROM article", (), |row| row.get(0))?)
        })?;
        let mut done = 0;
        let mut last = ArticleId(0);
        loop {
            if progress(done, total).is_break() {
                return Ok(false);
            }
            // Articles imported meanwhile are in the index already.
            let indexed = self.rebuild_step(|conn| {
                let ids: Vec<ArticleId> = conn
                    .prepare_cached(
                        "SELECT id FROM article a WHERE id > ?1 \
                         AND NOT EXISTS (SELECT 1 FROM search_doc d WHERE d.article_id = a.id) ORDER BY id LIMIT ?2",
                    )?
                    .query_map((last.0, BATCH), |row| row.get(0).map(ArticleId))?
                    .collect::<rusqlite::Result<_>>()?;
                index_again(conn, ids.iter().copied())?;
                if ids.is_empty() {
                    conn.execute("UPDATE search_state SET analysis = ?1 WHERE id = 1", [analysis::VERSION])?;
                }
                Ok(ids)
            })?;
            let Some(id) = indexed.last() else { return Ok(true) };
            last = *id;
            done += u64::try_from(indexed.len()).unwrap_or(0);
        }
    }

    /// Merges the index, after much has come in, until it lies in one piece: a question asks each piece. `go_on` is asked before
    /// every step and may end it; what is merged by then stays.
    ///
    /// # Errors
    /// `ReadOnly`, `DiskFull`.
    pub fn settle_search_index(&self, go_on: impl FnMut() -> bool) -> Result<()> {
        let pieces: u32 = self.read(|reader| {
            reader.within(|conn| {
                let sql = "SELECT count(DISTINCT segid) FROM search_idx";
                Ok(conn.query_row(sql, (), |row| row.get(0))?)
            })
        })?;
        if pieces > PIECES { self.merge_in_steps(512, false, go_on) } else { Ok(()) }
    }

    /// Merges the index until deleted words are gone from it.
    pub(crate) fn merge_search_index(&self) -> Result<()> {
        self.merge_in_steps(64, true, || true)
    }

    /// Each step, of so many pages, is a transaction of its own, and others may write in between.
    fn merge_in_steps(&self, pages: i32, secure: bool, mut go_on: impl FnMut() -> bool) -> Result<()> {
        // The first step, with a negative count, plans one segment of all; the next go on with it. See FTS5, "merge".
        let mut planned = -pages;
        while go_on() {
            let conn = self.writer()?;
            if secure {
                conn.pragma_update(None, "secure_delete", true)?;
            }
            let before = conn.total_changes();
            conn.execute("INSERT INTO search (search, rank) VALUES ('merge', ?1)", [planned])?;
            if secure {
                conn.pragma_update(None, "secure_delete", false)?;
            }
            if conn.total_changes() - before < 2 {
                break;
            }
            planned = pages;
        }
        Ok(())
    }

    fn rebuild_step<T>(&self, f: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        let conn = self.writer()?;
        let tx = self.begin(&conn)?;
        let value = f(&tx).map_err(|error| self.named(error))?;
        tx.commit().map_err(|error| self.named(error))?;
        Ok(value)
    }
}
