//! The dossier as a whole: its name, the counts beside the sections, and how the window was left.

use chancery_model::{InLanguages, Language, Uid};
use rusqlite::{Connection, OptionalExtension as _};

use crate::{Moment, Reader, Result, Store, Writer, row, tag::WAITING};

/// What the dossier is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DossierInfo {
    /// Its id across files.
    pub uid: Uid,
    /// Its name.
    pub name: InLanguages,
    /// What it is about; may be empty.
    pub description: String,
    /// The language its analyst works in.
    pub language: Language,
    /// When it was made.
    pub created_at: Moment,
}

/// How much there is of everything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Articles, without those in the bin.
    pub articles: u64,
    /// Of those, how many are no copy or reprint of another.
    pub stories: u64,
    /// Of those, how many need a look.
    pub needs_a_look: u64,
    /// Suggestions on them that wait for a decision.
    pub waiting: u64,
    /// Articles in the bin.
    pub in_bin: u64,
    /// Topics, without headings.
    pub topics: u64,
    /// Tags on articles that are not in the bin.
    pub tags: u64,
    /// Milestones.
    pub milestones: u64,
    /// Pieces of evidence that count.
    pub evidence: u64,
    /// Notes.
    pub notes: u64,
    /// Briefings.
    pub briefings: u64,
    /// Outlets.
    pub outlets: u64,
    /// Operations ever done.
    pub operations: u64,
}

/// By the smallest index of those out of the bin.
pub(crate) fn count_articles(conn: &Connection) -> Result<u64> {
    let sql = "SELECT count(*) FROM article INDEXED BY article_captured WHERE removed_by IS NULL";
    Ok(conn.prepare_cached(sql)?.query_row((), |row| row.get(0))?)
}

impl Reader<'_> {
    /// What the dossier is called.
    ///
    /// # Errors
    /// `Damaged`.
    pub fn dossier(&self) -> Result<DossierInfo> {
        self.within(|conn| {
            Ok(conn
                .prepare_cached(
                    "SELECT uid, name, name_ru, name_be, description, language, created_at FROM dossier WHERE id = 1",
                )?
                .query_row((), |row| {
                    Ok(DossierInfo {
                        uid: row::uid(row, 0)?,
                        name: row::in_languages(row, 1)?,
                        description: row.get(4)?,
                        language: row::word(row, 5, Language::from_code)?,
                        created_at: Moment(row.get(6)?),
                    })
                })?)
        })
    }

    /// After how many months without evidence a promise is thought to rest; 0 for never.
    ///
    /// # Errors
    /// `Sql`.
    pub fn stall_months(&self) -> Result<u32> {
        self.within(|conn| {
            let mut statement = conn.prepare_cached("SELECT stall_months FROM dossier WHERE id = 1")?;
            Ok(statement.query_row((), |row| row.get(0))?)
        })
    }

    /// How many articles there are out of the bin.
    ///
    /// # Errors
    /// `Sql`.
    pub fn count_articles(&self) -> Result<u64> {
        self.within(count_articles)
    }

    /// How much there is of everything.
    ///
    /// # Errors
    /// `Sql`.
    pub fn counts(&self) -> Result<Counts> {
        self.within(|conn| {
            let count = |sql: &str| -> Result<u64> { Ok(conn.prepare_cached(sql)?.query_row((), |row| row.get(0))?) };
            let articles = count_articles(conn)?;
            // Few repeat another, and few lie in the bin: they are taken off, for the many would have to be looked up one by one.
            let repeat = count("SELECT count(*) FROM article WHERE removed_by IS NULL AND story_id <> id")?;
            let waiting = format!("SELECT count(*) FROM suggestion s WHERE {WAITING}");
            let in_bin = " AND s.article_id IN (SELECT id FROM article WHERE removed_by IS NOT NULL)";
            Ok(Counts {
                articles,
                stories: articles - repeat,
                needs_a_look: count("SELECT count(*) FROM article WHERE removed_by IS NULL AND needs_a_look = 1")?,
                waiting: count(&waiting)? - count(&format!("{waiting}{in_bin}"))?,
                in_bin: count("SELECT count(*) FROM article WHERE removed_by IS NOT NULL")?,
                topics: count("SELECT count(*) FROM topic WHERE is_group = 0")?,
                tags: count(
                    "SELECT count(*) FROM decision d JOIN article a ON a.id = d.article_id WHERE d.is_current = 1 \
                     AND d.verdict != 'rejected' AND a.removed_by IS NULL",
                )?,
                milestones: count("SELECT count(*) FROM milestone WHERE removed_at IS NULL")?,
                evidence: count(
                    "SELECT count(*) FROM evidence e JOIN article a ON a.id = e.article_id \
                     JOIN milestone m ON m.id = e.milestone_id WHERE a.removed_by IS NULL AND m.removed_at IS NULL",
                )?,
                notes: count("SELECT count(*) FROM note")?,
                briefings: count("SELECT count(*) FROM briefing")?,
                outlets: count("SELECT count(*) FROM outlet")?,
                operations: count("SELECT count(*) FROM operation")?,
            })
        })
    }

    /// A piece of how the window was left.
    ///
    /// # Errors
    /// `Sql`.
    pub fn ui_state(&self, key: &str) -> Result<Option<String>> {
        self.within(|conn| {
            Ok(conn
                .prepare_cached("SELECT value FROM ui_state WHERE key = ?1")?
                .query_row([key], |row| row.get(0))
                .optional()?)
        })
    }
}

impl Writer<'_> {
    /// Changes name, description and language of the dossier.
    ///
    /// # Errors
    /// `Sql`.
    pub fn edit_dossier(&self, name: &InLanguages, description: &str, language: Language) -> Result<()> {
        self.within(|conn| {
            conn.prepare_cached(
                "UPDATE dossier SET name = ?1, name_ru = ?2, name_be = ?3, description = ?4, language = ?5 WHERE id = 1",
            )?
            .execute((&name.en, &name.ru, &name.be, description, language.code()))?;
            Ok(())
        })
    }
}

impl Writer<'_> {
    /// Changes after how many months without evidence a promise is thought to rest.
    ///
    /// # Errors
    /// `Sql`.
    pub fn set_stall_months(&self, months: u32) -> Result<()> {
        self.within(|conn| {
            conn.prepare_cached("UPDATE dossier SET stall_months = ?1 WHERE id = 1")?.execute([months])?;
            Ok(())
        })
    }
}

impl Store {
    /// Keeps a piece of how the window was left. No operation: undo does not move panes.
    ///
    /// # Errors
    /// `ReadOnly`, `DiskFull`.
    pub fn set_ui_state(&self, key: &str, value: &str) -> Result<()> {
        let conn = self.writer()?;
        let put = conn.execute(
            "INSERT INTO ui_state (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (key, value),
        );
        put.map(|_| ()).map_err(|error| self.named(error))
    }
}
