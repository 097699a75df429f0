//! An article read again from its original: other words, other fields, and nothing derived that no longer holds.

use std::collections::BTreeSet;

use chancery_model::{ArticleId, Confidence, SourceDocument};
use rusqlite::Connection;

use super::field::{self, FieldName};
use super::{furniture, must_exist, ready};
use crate::{Deriver, LookNote, Reader, Result, Writer, outlet, row};

/// What a new reading makes of an article.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadAnew {
    /// Which.
    pub article: ArticleId,
    /// What was read.
    pub document: SourceDocument,
    /// The fields that become what was read, unless the analyst set them; others stay.
    pub fields: BTreeSet<FieldName>,
    /// What of the reading wants a look.
    pub look: Vec<LookNote>,
}

impl Reader<'_> {
    /// Articles out of the bin that were read by an earlier version of the readers.
    ///
    /// # Errors
    /// `Sql` where SQLite refuses.
    pub fn read_before(&self, reader: u32) -> Result<Vec<ArticleId>> {
        self.within(|conn| {
            let mut statement = conn.prepare_cached(
                "SELECT a.id FROM article a JOIN article_text t ON t.article_id = a.id \
                 LEFT JOIN article_reader r ON r.article_id = a.id \
                 WHERE a.removed_by IS NULL AND coalesce(r.version, t.reader) < ?1 ORDER BY a.id",
            )?;
            let ids = statement.query_map([reader], |row| row.get(0).map(ArticleId))?;
            Ok(ids.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// Articles out of the bin that an outlet published.
    ///
    /// # Errors
    /// `Sql` where SQLite refuses.
    pub fn articles_of_outlet(&self, outlet: chancery_model::OutletId) -> Result<Vec<ArticleId>> {
        self.within(|conn| {
            let mut statement = conn.prepare_cached(
                "SELECT id FROM article WHERE removed_by IS NULL AND outlet_id = ?1 ORDER BY id",
            )?;
            let ids = statement.query_map([outlet.0], |row| row.get(0).map(ArticleId))?;
            Ok(ids.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// Whether an article came from inside another file, so that its own bytes may tell less than was known.
    ///
    /// # Errors
    /// `Sql` where SQLite refuses.
    pub fn came_from_inside(&self, article: ArticleId) -> Result<bool> {
        self.within(|conn| {
            Ok(conn
                .prepare_cached("SELECT 1 FROM import_item WHERE article_id = ?1 AND member IS NOT NULL")?
                .exists([article.0])?)
        })
    }
}

impl Writer<'_> {
    /// Makes an article what was read of it. Where that is what it was, nothing is recorded.
    ///
    /// # Errors
    /// `NoSuch` where there is no such article.
    pub fn read_anew(&self, new: &ReadAnew) -> Result<()> {
        self.within(|conn| {
            let (id, document) = (new.article, &new.document);
            must_exist(conn, id)?;
            conn.prepare_cached("UPDATE article_text SET text = ?2, format = ?3 WHERE article_id = ?1")?
                .execute((id.0, &document.text, &document.format))?;
            if furniture(conn, id)? != document.furniture {
                conn.prepare_cached("DELETE FROM furniture WHERE article_id = ?1")?.execute([id.0])?;
                ready::put_furniture(conn, id, &document.furniture)?;
            }
            for name in &new.fields {
                self.field_read(conn, id, document, *name)?;
            }
            conn.prepare_cached("UPDATE article SET look = ?2 WHERE id = ?1")?
                .execute((id.0, ready::look_words(&new.look)))?;
            field::look_again(conn, id)?;
            self.to_index.borrow_mut().insert(id);
            Ok(())
        })
    }

    fn field_read(
        &self,
        conn: &Connection,
        id: ArticleId,
        document: &SourceDocument,
        name: FieldName,
    ) -> Result<()> {
        if !field::put_read(conn, id, document, name)? {
            return Ok(());
        }
        match name {
            FieldName::Title => {
                let title = document.title.value.as_deref().unwrap_or_default();
                conn.prepare_cached("UPDATE article SET title = ?2 WHERE id = ?1")?.execute((id.0, title))?;
            }
            FieldName::Outlet => {
                let read = document.outlet.value.as_deref().filter(|name| !name.trim().is_empty());
                let outlet = read.map(|name| outlet::named(conn, name, self.at())).transpose()?;
                conn.prepare_cached("UPDATE article SET outlet_id = ?2 WHERE id = ?1")?
                    .execute((id.0, outlet.map(|id| id.0)))?;
            }
            FieldName::Language => {
                let language = document.language.value.map(|language| language.code());
                conn.prepare_cached("UPDATE article SET language = ?2 WHERE id = ?1")?
                    .execute((id.0, language))?;
            }
            FieldName::Published => {
                let published = &document.published;
                let confidence = published.value.as_ref().map_or(Confidence::None, |_| published.confidence);
                field::put_published(conn, id, published.value.as_ref(), confidence)?;
            }
            _ => {}
        }
        Ok(())
    }
}

impl Deriver<'_> {
    /// Notes by which version of the readers articles were read again.
    ///
    /// # Errors
    /// `Sql` where SQLite refuses.
    pub fn note_reader(&self, articles: &[ArticleId], version: u32) -> Result<()> {
        self.within(|conn| {
            let mut statement = conn.prepare_cached(
                "INSERT OR REPLACE INTO article_reader (article_id, version) VALUES (?1, ?2)",
            )?;
            for article in articles {
                statement.execute((article.0, version))?;
            }
            Ok(())
        })
    }
}

/// Forgets what was derived of articles whose words are others: it would show other words than it was made of. What finds
/// nothing here makes it anew.
pub(crate) fn forget_derived(conn: &Connection, articles: &BTreeSet<ArticleId>) -> Result<()> {
    if articles.is_empty() {
        return Ok(());
    }
    let list = row::id_list(articles.iter().map(|id| id.0));
    for table in [
        "date_mentions",
        "suggestion",
        "language_run",
        "article_features",
        "fingerprint",
        "article_reader",
        "dated_passage",
        "dated_read",
    ] {
        conn.execute(
            &format!("DELETE FROM {table} WHERE article_id IN (SELECT value FROM json_each(?1))"),
            [&list],
        )?;
    }
    conn.execute(
        "INSERT OR IGNORE INTO language_unread (article_id) SELECT value FROM json_each(?1)",
        [&list],
    )?;
    Ok(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use chancery_model::{Furniture, FurnitureKind, OperationKind, Span};

    use super::*;
    use crate::testing::{AT, Bench, three};
    use crate::{Correction, FieldName};

    #[test]
    fn an_article_read_anew_is_other_words_in_one_operation_and_comes_back_with_nothing_derived_of_them() {
        let bench = Bench::new();
        let articles = three();
        let id = bench.import(&articles)[0];
        let before = bench.dump();
        let mut document = articles[0].document.clone();
        document.text = "MINSK. Twenty-eight programmes were agreed.\nShare".into();
        document.furniture = vec![Furniture { span: Span::new(44, 49), kind: FurnitureKind::Share }];
        document.title.value = Some("Agreed".into());
        let fields = FieldName::ALL.iter().copied().collect();
        let new = ReadAnew { article: id, document, fields, look: Vec::new() };
        bench.perform(OperationKind::ReadAgain, |tx| tx.read_anew(&new));
        let read = || bench.store.read(|r| r.article(id)).unwrap();
        assert_eq!((read().text.as_str(), read().row.title.as_str()), (new.document.text.as_str(), "Agreed"));
        assert_eq!(read().furniture, new.document.furniture);
        assert_eq!((read().dates.len(), read().language_runs), (0, None));
        assert_eq!(bench.store.read(|r| r.without_fingerprint(&[id])).unwrap(), [id]);
        bench.store.derive(|d| d.note_reader(&[id], 3)).unwrap();
        assert!(!bench.store.read(|r| r.read_before(3)).unwrap().contains(&id));
        bench.sound();
        bench.store.undo(AT).unwrap().unwrap();
        assert_eq!(bench.dump(), before);
        // As it came in it was read by an earlier version.
        assert!(bench.store.read(|r| r.read_before(3)).unwrap().contains(&id));
        bench.sound();
        bench.store.redo(AT).unwrap().unwrap();
        assert_eq!(read().text, new.document.text);
    }

    #[test]
    fn the_same_reading_is_no_operation_and_what_the_analyst_set_stays() {
        let bench = Bench::new();
        let articles = three();
        let id = bench.import(&articles)[0];
        let again = |title: &str| {
            let mut document = articles[0].document.clone();
            document.title.value = Some(title.into());
            let fields = FieldName::ALL.iter().copied().collect();
            ReadAnew { article: id, document, fields, look: Vec::new() }
        };
        let title = articles[0].document.title.value.clone().unwrap();
        let before = bench.dump();
        bench.perform(OperationKind::ReadAgain, |tx| tx.read_anew(&again(&title)));
        assert_eq!(bench.dump(), before);
        let own = Correction::Title(Some("My own".into()));
        bench.perform(OperationKind::CorrectField, |tx| tx.correct_field(id, &own));
        bench.perform(OperationKind::ReadAgain, |tx| tx.read_anew(&again("Another")));
        let read = bench.store.read(|r| r.article(id)).unwrap();
        assert_eq!(
            (read.row.title.as_str(), read.by_analyst.as_slice()),
            ("My own", &[FieldName::Title][..])
        );
        assert_eq!(read.fields.title.alternatives[0].value, "Another");
    }
}
