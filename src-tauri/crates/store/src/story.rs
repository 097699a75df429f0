//! Stories: which articles are copies or reprints of one another, and which of them came first. All of it is derived; what is
//! compared, and how, is the desk's.

use chancery_model::ArticleId;
use rusqlite::Connection;

use crate::{
    Deriver, Reader, Result,
    article::{self, Selection},
    row,
};

/// The earliest first: by the day it was surely published by, then the time of day, then the capture.
const EARLIEST: &str = "a.published_to IS NULL, a.published_to, a.published_time IS NULL, \
     substr(a.published_time, 1, 2) * 60 + substr(a.published_time, 4, 2) - coalesce(a.published_zone, 0), a.captured_at, a.id";

/// Articles that hang together by likeness, directly or over others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kin {
    /// The articles out of the bin, the earliest first.
    pub members: Vec<Member>,
    /// How alike their texts are, each named by the hash of its words; exact copies have no entry.
    pub likenesses: Vec<(u64, u64, f64)>,
}

/// One article among its kin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member {
    /// The article.
    pub article: ArticleId,
    /// Hash of its words.
    pub words: u64,
    /// The story it belongs to by now; `None` where it stands alone.
    pub story: Option<ArticleId>,
}

impl Reader<'_> {
    /// The version stories were derived by; 0 where they never were.
    ///
    /// # Errors
    /// `Sql` where SQLite refuses.
    pub fn stories_version(&self) -> Result<u32> {
        self.within(|conn| {
            Ok(conn
                .prepare_cached("SELECT version FROM story_state WHERE id = 1")?
                .query_row((), |row| row.get(0))?)
        })
    }

    /// Articles whose story may not be what it should be: those never compared, and those whose day or place in the bin is no
    /// longer what it was when they were placed.
    ///
    /// # Errors
    /// `Sql` where SQLite refuses.
    pub fn articles_out_of_step(&self) -> Result<Vec<ArticleId>> {
        self.within(|conn| {
            let mut statement = conn.prepare_cached(
                "SELECT a.id FROM article a LEFT JOIN fingerprint f ON f.article_id = a.id \
                 WHERE f.placed IS NOT (a.removed_by IS NULL) OR f.placed_day IS NOT a.published_to ORDER BY a.id",
            )?;
            let ids = statement.query_map((), |row| row.get(0).map(ArticleId))?;
            Ok(ids.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// Of some articles those that were never compared, in the bin or not.
    ///
    /// # Errors
    /// `Sql` where SQLite refuses.
    pub fn without_fingerprint(&self, articles: &[ArticleId]) -> Result<Vec<ArticleId>> {
        self.within(|conn| {
            let mut statement = conn.prepare_cached(
                "SELECT a.id FROM json_each(?1) j JOIN article a ON a.id = j.value \
                 WHERE NOT EXISTS (SELECT 1 FROM fingerprint f WHERE f.article_id = a.id) ORDER BY j.key",
            )?;
            let ids = statement.query_map([id_list(articles)], |row| row.get(0).map(ArticleId))?;
            Ok(ids.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// The different texts that were compared, each with one article that holds it; after `after`, at most `limit`: for
    /// walking over all of them in batches.
    ///
    /// # Errors
    /// `Sql` where SQLite refuses.
    pub fn texts_compared(&self, after: Option<u64>, limit: u32) -> Result<Vec<(u64, ArticleId)>> {
        self.within(|conn| {
            let mut statement = conn.prepare_cached(
                "SELECT words, min(article_id) FROM fingerprint WHERE words IS NOT NULL AND words > ?1 \
                 GROUP BY words ORDER BY words LIMIT ?2",
            )?;
            let after = after.map_or(i64::MIN, kept);
            let texts = statement
                .query_map((after, limit), |row| Ok((row.get(0).map(told)?, ArticleId(row.get(1)?))))?;
            Ok(texts.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// How many different texts were compared.
    ///
    /// # Errors
    /// `Sql` where SQLite refuses.
    pub fn count_texts_compared(&self) -> Result<u64> {
        self.within(|conn| {
            let sql = "SELECT count(DISTINCT words) FROM fingerprint WHERE words IS NOT NULL";
            Ok(conn.prepare_cached(sql)?.query_row((), |row| row.get(0))?)
        })
    }

    /// All that hangs together with some articles, themselves included where they are not in the bin.
    ///
    /// # Errors
    /// `Sql` where SQLite refuses.
    pub fn kin(&self, articles: &[ArticleId]) -> Result<Kin> {
        self.within(|conn| kin(conn, articles))
    }

    /// The articles of the story an article belongs to, itself included, the earliest first; at most `limit`, with how many
    /// there are. Empty where it stands alone.
    ///
    /// # Errors
    /// `Sql` where SQLite refuses.
    pub fn story_of(&self, article: ArticleId, limit: u32) -> Result<(Vec<ArticleId>, u64)> {
        self.within(|conn| {
            let of_it = "FROM article a WHERE a.story_id = (SELECT story_id FROM article WHERE id = ?1) AND a.removed_by IS NULL";
            let total = conn.prepare_cached(&format!("SELECT count(*) {of_it}"))?.query_row([article.0], |row| row.get(0))?;
            let mut statement = conn.prepare_cached(&format!("SELECT a.id {of_it} ORDER BY {EARLIEST} LIMIT ?2"))?;
            let ids = statement.query_map((article.0, limit), |row| row.get(0).map(ArticleId))?;
            Ok((ids.collect::<rusqlite::Result<_>>()?, total))
        })
    }
}

impl Deriver<'_> {
    /// Keeps what is compared of an article; `None` where its text is too short.
    ///
    /// # Errors
    /// `NoSuch` where there is no such article.
    pub fn set_fingerprint(&self, id: ArticleId, words: Option<u64>) -> Result<()> {
        self.within(|conn| {
            article::must_exist(conn, id)?;
            conn.prepare_cached(
                "INSERT INTO fingerprint (article_id, words) VALUES (?1, ?2) \
                 ON CONFLICT (article_id) DO UPDATE SET words = excluded.words",
            )?
            .execute((id.0, words.map(kept)))?;
            Ok(())
        })
    }

    /// Keeps how alike a text is to others, all named by the hash of their words.
    ///
    /// # Errors
    /// `Sql` where SQLite refuses.
    pub fn add_likenesses(&self, words: u64, others: &[(u64, f64)]) -> Result<()> {
        self.within(|conn| {
            let mut statement = conn.prepare_cached(
                "INSERT OR REPLACE INTO likeness (one, other, likeness) VALUES (?1, ?2, ?3)",
            )?;
            for &(other, likeness) in others {
                let (one, other) = (kept(words).min(kept(other)), kept(words).max(kept(other)));
                if one != other {
                    statement.execute((one, other, likeness))?;
                }
            }
            Ok(())
        })
    }

    /// Puts an article under the earliest of its story, which may be itself; `None` where it stands alone or is in the bin.
    ///
    /// # Errors
    /// `Sql` where SQLite refuses.
    pub fn set_story(&self, article: ArticleId, story: Option<ArticleId>) -> Result<()> {
        self.within(|conn| {
            conn.prepare_cached("UPDATE article SET story_id = ?2 WHERE id = ?1 AND story_id IS NOT ?2")?
                .execute((article.0, story.map(|id| id.0)))?;
            Ok(())
        })
    }

    /// Notes that articles are placed as they are now.
    ///
    /// # Errors
    /// `Sql` where SQLite refuses.
    pub fn note_placed(&self, articles: &[ArticleId]) -> Result<()> {
        self.within(|conn| {
            conn.prepare_cached(
                "UPDATE fingerprint SET placed = a.removed_by IS NULL, placed_day = a.published_to FROM article a \
                 WHERE a.id = fingerprint.article_id AND a.id IN (SELECT value FROM json_each(?1))",
            )?
            .execute([id_list(articles)])?;
            Ok(())
        })
    }

    /// Drops all that was compared, to begin anew by this version.
    ///
    /// # Errors
    /// `Sql` where SQLite refuses.
    pub fn forget_stories(&self, version: u32) -> Result<()> {
        self.within(|conn| {
            conn.execute_batch(
                "DELETE FROM likeness; DELETE FROM fingerprint; UPDATE article SET story_id = NULL WHERE story_id IS NOT NULL;",
            )?;
            conn.execute("UPDATE story_state SET version = ?1 WHERE id = 1", [version])?;
            Ok(())
        })
    }
}

// CROSS: from what was reached outwards. SQLite takes the few for the many else, and goes through all texts of the dossier.
const REACHED: &str = "WITH RECURSIVE reached (words) AS ( \
     SELECT words FROM fingerprint WHERE article_id IN (SELECT value FROM json_each(?1)) AND words IS NOT NULL \
     UNION SELECT l.other FROM reached r CROSS JOIN likeness l ON l.one = r.words \
     UNION SELECT l.one FROM reached r CROSS JOIN likeness l ON l.other = r.words)";

/// The SQL of the members of a kin, and of their likenesses.
fn kin_sql() -> [String; 2] {
    [
        format!(
            "{REACHED} SELECT a.id, f.words, a.story_id FROM reached r CROSS JOIN fingerprint f ON f.words = r.words \
             CROSS JOIN article a ON a.id = f.article_id WHERE a.removed_by IS NULL ORDER BY {EARLIEST}"
        ),
        format!(
            "{REACHED} SELECT l.one, l.other, l.likeness FROM reached r CROSS JOIN likeness l ON l.one = r.words \
             ORDER BY 1, 2"
        ),
    ]
}

fn kin(conn: &Connection, articles: &[ArticleId]) -> Result<Kin> {
    let list = id_list(articles);
    let [members, likenesses] = kin_sql();
    let mut statement = conn.prepare_cached(&members)?;
    let members = statement.query_map([&list], |row| {
        Ok(Member {
            article: ArticleId(row.get(0)?),
            words: row.get(1).map(told)?,
            story: row.get::<_, Option<i64>>(2)?.map(ArticleId),
        })
    })?;
    let members = members.collect::<rusqlite::Result<_>>()?;
    let mut statement = conn.prepare_cached(&likenesses)?;
    let likenesses = statement
        .query_map([&list], |row| Ok((row.get(0).map(told)?, row.get(1).map(told)?, row.get(2)?)))?;
    Ok(Kin { members, likenesses: likenesses.collect::<rusqlite::Result<_>>()? })
}

/// Of the stories whose earliest article a selection leaves out, the earliest that it holds: as a list of ids.
pub(crate) fn earliest_of_others(conn: &Connection, selection: &Selection) -> Result<Vec<i64>> {
    let of_stories = selection.select(
        &format!(
            "a.id, a.story_id, row_number() OVER (PARTITION BY a.story_id ORDER BY {EARLIEST}) AS place"
        ),
        "AND a.story_id IS NOT NULL",
    );
    let mut statement =
        conn.prepare_cached(&format!("SELECT id FROM ({of_stories}) WHERE place = 1 AND id <> story_id"))?;
    let ids = statement.query_map(rusqlite::params_from_iter(&selection.values), |row| row.get(0))?;
    Ok(ids.collect::<rusqlite::Result<_>>()?)
}

/// Forgets the likenesses of texts that no article holds any more.
pub(crate) fn forget_texts(conn: &Connection) -> Result<()> {
    conn.execute(
        "DELETE FROM likeness WHERE one NOT IN (SELECT words FROM fingerprint WHERE words IS NOT NULL) \
         OR other NOT IN (SELECT words FROM fingerprint WHERE words IS NOT NULL)",
        (),
    )?;
    Ok(())
}

fn id_list(articles: &[ArticleId]) -> String {
    row::id_list(articles.iter().map(|id| id.0))
}

/// SQLite's integers have a sign; the bits stay.
fn kept(words: u64) -> i64 {
    words.cast_signed()
}

fn told(words: i64) -> u64 {
    words.cast_unsigned()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::testing::Bench;

    /// An import asks for the kin of every batch: whatever went through all texts would make it slower with every article.
    #[test]
    fn kin_is_found_without_going_through_all_texts() {
        let bench = Bench::new();
        for sql in kin_sql() {
            let steps: Vec<String> = bench
                .store
                .read(|r| {
                    r.within(|conn| {
                        let mut statement = conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}"))?;
                        let steps = statement.query_map(["[1]"], |row| row.get(3))?;
                        Ok(steps.collect::<rusqlite::Result<_>>()?)
                    })
                })
                .unwrap();
            let scanned: Vec<_> = steps.iter().filter_map(|step| step.strip_prefix("SCAN ")).collect();
            assert!(!scanned.is_empty());
            assert!(scanned.iter().all(|what| *what == "r" || what.starts_with("json_each")), "{steps:?}");
        }
    }
}
