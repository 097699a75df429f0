//! Saved searches, and up to where one looked at what they find.

use chancery_model::{ArticleId, SavedSearchId, Uid};
use rusqlite::{OptionalExtension as _, Row};

use crate::{Deriver, Error, Moment, Reader, Result, Writer, access::one_row, row};

/// What a search is asked for. Topic, outlet, language and days stand in its words, as fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// As they were typed: what a later version reads otherwise is kept as it is.
    pub words: String,
    /// Names are looked for in the letters they were typed in only.
    pub as_typed: bool,
    /// Of each story only the earliest article.
    pub stories: bool,
    /// Newest first, instead of best first.
    pub newest_first: bool,
}

/// A saved search.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SavedSearch {
    /// What the analyst calls it.
    pub name: String,
    /// What it asks for.
    pub asked: Asked,
}

/// A saved search as listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedSearchRow {
    /// Its id in this file.
    pub id: SavedSearchId,
    /// Its id across files.
    pub uid: Uid,
    /// The search.
    pub search: SavedSearch,
    /// When it was saved.
    pub created_at: Moment,
    /// The last article that was in when one looked, and when that was; `None` where nobody has.
    pub seen: Option<(ArticleId, Moment)>,
}

const SELECT: &str = "SELECT s.id, s.uid, s.name, s.words, s.as_typed, s.stories, s.newest_first, s.created_at, \
                      n.article_id, n.seen_at FROM saved_search s LEFT JOIN saved_search_seen n ON n.search_id = s.id";

impl Reader<'_> {
    /// All saved searches, in the order they were saved.
    ///
    /// # Errors
    /// `Damaged` where a row cannot be read.
    pub fn saved_searches(&self) -> Result<Vec<SavedSearchRow>> {
        self.within(|conn| {
            let mut statement = conn.prepare_cached(&format!("{SELECT} ORDER BY s.position, s.id"))?;
            let rows = statement.query_map((), saved)?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// One saved search.
    ///
    /// # Errors
    /// `NoSuch`.
    pub fn saved_search(&self, id: SavedSearchId) -> Result<SavedSearchRow> {
        self.within(|conn| {
            conn.prepare_cached(&format!("{SELECT} WHERE s.id = ?1"))?
                .query_row([id.0], saved)
                .optional()?
                .ok_or_else(|| Error::no_such("saved search", id))
        })
    }

    /// The article that came in last, also where it is in the bin; 0 before the first.
    ///
    /// # Errors
    /// `Sql`.
    pub fn last_article(&self) -> Result<ArticleId> {
        self.within(|conn| {
            let mut statement = conn.prepare_cached("SELECT coalesce(max(id), 0) FROM article")?;
            Ok(ArticleId(statement.query_row((), |row| row.get(0))?))
        })
    }
}

impl Writer<'_> {
    /// Saves a search, after the others.
    ///
    /// # Errors
    /// `Sql`.
    pub fn add_search(&self, search: &SavedSearch) -> Result<SavedSearchId> {
        let SavedSearch { name, asked } = search;
        self.within(|conn| {
            conn.prepare_cached(
                "INSERT INTO saved_search (uid, name, words, as_typed, stories, newest_first, position, created_at, edited_at) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, (SELECT coalesce(max(position), 0) + 1 FROM saved_search), ?7, ?7)",
            )?
            .execute((
                self.uid().0,
                name,
                &asked.words,
                asked.as_typed,
                asked.stories,
                asked.newest_first,
                self.at().0,
            ))?;
            Ok(SavedSearchId(conn.last_insert_rowid()))
        })
    }

    /// Changes a saved search. The same again changes nothing and is no operation.
    ///
    /// # Errors
    /// `NoSuch`.
    pub fn edit_search(&self, id: SavedSearchId, search: &SavedSearch) -> Result<()> {
        if self.saved_search(id)?.search == *search {
            return Ok(());
        }
        let SavedSearch { name, asked } = search;
        self.within(|conn| {
            let touched = conn
                .prepare_cached(
                    "UPDATE saved_search SET name = ?2, words = ?3, as_typed = ?4, stories = ?5, newest_first = ?6, \
                     edited_at = ?7 WHERE id = ?1",
                )?
                .execute((
                    id.0,
                    name,
                    &asked.words,
                    asked.as_typed,
                    asked.stories,
                    asked.newest_first,
                    self.at().0,
                ))?;
            one_row(touched, "saved search", id)
        })
    }

    /// Removes a saved search.
    ///
    /// # Errors
    /// `NoSuch`.
    pub fn remove_search(&self, id: SavedSearchId) -> Result<()> {
        self.within(|conn| {
            let touched = conn.prepare_cached("DELETE FROM saved_search WHERE id = ?1")?.execute([id.0])?;
            one_row(touched, "saved search", id)
        })
    }
}

impl Deriver<'_> {
    /// Notes that one looked at all that is in by now. No operation.
    ///
    /// # Errors
    /// `Sql`.
    pub fn set_search_seen(&self, id: SavedSearchId, at: Moment) -> Result<()> {
        let last = self.last_article()?;
        self.within(|conn| {
            conn.prepare_cached(
                "INSERT OR REPLACE INTO saved_search_seen (search_id, article_id, seen_at) VALUES (?1, ?2, ?3)",
            )?
            .execute((id.0, last.0, at.0))?;
            Ok(())
        })
    }
}

fn saved(row: &Row<'_>) -> rusqlite::Result<SavedSearchRow> {
    let seen = row.get::<_, Option<i64>>(8)?.map(ArticleId).zip(row.get::<_, Option<i64>>(9)?.map(Moment));
    Ok(SavedSearchRow {
        id: SavedSearchId(row.get(0)?),
        uid: row::uid(row, 1)?,
        search: SavedSearch {
            name: row.get(2)?,
            asked: Asked {
                words: row.get(3)?,
                as_typed: row.get(4)?,
                stories: row.get(5)?,
                newest_first: row.get(6)?,
            },
        },
        created_at: Moment(row.get(7)?),
        seen,
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use chancery_model::{Language, OperationKind};

    use super::*;
    use crate::testing::{AT, Bench, article};
    use crate::{ArticleFilter, ArticleSort, Query};

    fn gas(name: &str) -> SavedSearch {
        let asked = Asked { words: "газ lang:ru".to_owned(), newest_first: true, ..Asked::default() };
        SavedSearch { name: name.to_owned(), asked }
    }

    #[test]
    fn what_was_seen_stays_seen_when_saving_is_undone_and_done_again() {
        let bench = Bench::new();
        let ids = bench.import(&[article("Газ", "Цена на газ.", Language::Ru, Some("2021-09-10"))]);
        let id = bench.perform(OperationKind::AddSearch, |tx| tx.add_search(&gas("Gas"))).value;
        assert_eq!(bench.store.read(|r| r.saved_search(id)).unwrap().seen, None);
        bench.store.derive(|deriver| deriver.set_search_seen(id, AT)).unwrap();
        bench.perform(OperationKind::EditSearch, |tx| tx.edit_search(id, &gas("Gas price")));
        let same = bench.perform(OperationKind::EditSearch, |tx| tx.edit_search(id, &gas("Gas price")));
        assert_eq!(same.operation, None);
        bench.perform(OperationKind::RemoveSearch, |tx| tx.remove_search(id));
        assert!(bench.store.read(|r| r.saved_searches()).unwrap().is_empty());
        bench.store.undo(AT).unwrap().unwrap();
        let back = bench.store.read(|r| r.saved_search(id)).unwrap();
        assert_eq!((back.search.name.as_str(), back.seen), ("Gas price", Some((ids[0], AT))));
        bench.store.undo(AT).unwrap().unwrap();
        let back = bench.restart().store.read(|r| r.saved_search(id)).unwrap();
        assert_eq!((back.search, back.seen), (gas("Gas"), Some((ids[0], AT))));
    }

    #[test]
    fn what_came_in_since_is_told_apart_and_a_reprint_of_a_seen_story_is_not_new() {
        let bench = Bench::new();
        let told = "Цена на газ для Беларуси останется прежней, сообщили в министерстве.";
        let seen = bench.import(&[article("Газ", told, Language::Ru, Some("2021-09-10"))])[0];
        let after = bench.import(&[
            article("Газ снова", told, Language::Ru, Some("2021-09-11")),
            article("Труба", "Новый газ пошел по трубе.", Language::Ru, Some("2001-01-01")),
        ]);
        bench
            .store
            .derive(|deriver| {
                deriver.set_story(seen, Some(seen))?;
                deriver.set_story(after[0], Some(seen))
            })
            .unwrap();
        let found = |stories: bool| {
            let query = Some(Query::parse("газ"));
            let filter = ArticleFilter { query, stories, came_after: Some(seen), ..ArticleFilter::default() };
            bench.store.read(|r| r.ids_of(&filter, ArticleSort::Newest)).unwrap()
        };
        assert_eq!(found(false), [after[0], after[1]]);
        assert_eq!(found(true), [after[1]]);
    }
}
