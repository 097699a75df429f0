//! Which topics have suggestions made by what they are now. Derived: the caller hashes what suggesting depends on.

use std::collections::BTreeMap;

use chancery_model::{ArticleId, Suggestion, TopicId};

use crate::{Deriver, Reader, Result, article, tag};

impl Reader<'_> {
    /// The hash by which the suggestions of each topic were made; topics without one were never suggested.
    ///
    /// # Errors
    /// `Sql`.
    pub fn suggested_by(&self) -> Result<BTreeMap<TopicId, i64>> {
        self.within(|conn| {
            let mut statement = conn.prepare_cached("SELECT topic_id, hash FROM suggested_by")?;
            let rows = statement.query_map((), |row| Ok((TopicId(row.get(0)?), row.get(1)?)))?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// The articles a topic is suggested for, decided or not, without those in the bin.
    ///
    /// # Errors
    /// `Sql`.
    pub fn suggested_on(&self, topic: TopicId) -> Result<Vec<ArticleId>> {
        self.within(|conn| {
            let mut statement = conn.prepare_cached(
                "SELECT s.article_id FROM suggestion s JOIN article a ON a.id = s.article_id \
                 WHERE s.topic_id = ?1 AND a.removed_by IS NULL ORDER BY s.article_id",
            )?;
            let rows = statement.query_map([topic.0], |row| row.get(0).map(ArticleId))?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }
}

impl Deriver<'_> {
    /// Replaces the suggestions of some topics for an article. One whose topic is gone is passed over.
    ///
    /// # Errors
    /// `NoSuch` where there is no such article.
    pub fn set_suggestions_of(
        &self,
        article: ArticleId,
        topics: &[TopicId],
        suggestions: &[Suggestion],
    ) -> Result<()> {
        self.within(|conn| {
            article::must_exist(conn, article)?;
            let mut delete =
                conn.prepare_cached("DELETE FROM suggestion WHERE article_id = ?1 AND topic_id = ?2")?;
            for topic in topics {
                delete.execute((article.0, topic.0))?;
            }
            let suggestions: Vec<tag::Suggested> = suggestions.iter().map(tag::Suggested::of).collect();
            tag::suggest_known(conn, article, &suggestions, &mut tag::Slugs::default())
        })
    }

    /// Withdraws every suggestion of a topic.
    ///
    /// # Errors
    /// `Sql`.
    pub fn withdraw_all(&self, topic: TopicId) -> Result<()> {
        self.within(|conn| {
            conn.prepare_cached("DELETE FROM suggestion WHERE topic_id = ?1")?.execute([topic.0])?;
            Ok(())
        })
    }

    /// Notes by what the suggestions of a topic were made; nothing where the topic is gone.
    ///
    /// # Errors
    /// `Sql`.
    pub fn set_suggested_by(&self, topic: TopicId, hash: i64) -> Result<()> {
        self.within(|conn| {
            conn.prepare_cached(
                "INSERT OR REPLACE INTO suggested_by (topic_id, hash) SELECT id, ?2 FROM topic WHERE id = ?1",
            )?
            .execute((topic.0, hash))?;
            Ok(())
        })
    }
}
