//! The languages of an article's paragraphs: derived, and kept whatever the language of the article, which the analyst may correct.

use chancery_model::{ArticleId, Language, LanguageRun};
use rusqlite::Connection;

use super::must_exist;
use crate::{Deriver, Result, row};

impl Deriver<'_> {
    /// Keeps an article's paragraphs by language, its own among them.
    ///
    /// # Errors
    /// `NoSuch` where there is no such article.
    pub fn set_language_runs(&self, article: ArticleId, runs: &[LanguageRun]) -> Result<()> {
        self.within(|conn| {
            must_exist(conn, article)?;
            conn.prepare_cached("DELETE FROM language_run WHERE article_id = ?1")?.execute([article.0])?;
            conn.prepare_cached("DELETE FROM language_unread WHERE article_id = ?1")?.execute([article.0])?;
            put(conn, article, runs)
        })
    }
}

pub(super) fn put(conn: &Connection, id: ArticleId, runs: &[LanguageRun]) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "INSERT OR IGNORE INTO language_run (article_id, span_start, span_end, language, paragraphs) \
         VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    for run in runs {
        statement.execute((id.0, run.span.start, run.span.end, run.language.code(), run.paragraphs))?;
    }
    Ok(())
}

/// The paragraphs in other languages than `own`; `None` where they were never read.
pub(super) fn of(
    conn: &Connection,
    id: ArticleId,
    own: Option<Language>,
) -> Result<Option<Vec<LanguageRun>>> {
    if conn.prepare_cached("SELECT 1 FROM language_unread WHERE article_id = ?1")?.exists([id.0])? {
        return Ok(None);
    }
    let mut statement = conn.prepare_cached(
        "SELECT span_start, span_end, language, paragraphs FROM language_run WHERE article_id = ?1 ORDER BY span_start",
    )?;
    let mut runs = Vec::new();
    let mut rows = statement.query([id.0])?;
    while let Some(found) = rows.next()? {
        let (span, told) = (row::span(found, 0)?, row::language(found, 2)?);
        if let Some(told) = told.filter(|_| told != own) {
            runs.push(LanguageRun { span, language: told, paragraphs: found.get(3)? });
        }
    }
    Ok(Some(runs))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use chancery_model::{OperationKind, Span};

    use crate::testing::{AT, Bench, three};
    use crate::{Correction, schema};

    use super::*;

    #[test]
    fn paragraphs_are_kept_in_every_language_and_told_in_all_but_the_articles_own() {
        let bench = Bench::new();
        let id = bench.import(&three())[0];
        let run =
            |start, language| LanguageRun { span: Span::new(start, start + 2), language, paragraphs: 1 };
        let (en, be) = (run(0, Language::En), run(4, Language::Be));
        let told = || bench.store.read(|r| r.article(id)).unwrap().language_runs.unwrap();
        bench.store.derive(|d| d.set_language_runs(id, &[en, be])).unwrap();
        let own = |language| {
            bench.perform(OperationKind::CorrectField, |tx| {
                tx.correct_field(id, &Correction::Language(Some(language)))
            })
        };
        own(Language::En);
        assert_eq!(told(), [be]);
        own(Language::Be);
        assert_eq!(told(), [en]);
        bench.store.undo(AT).unwrap().unwrap();
        assert_eq!(told(), [be]);
    }

    #[test]
    fn of_a_dossier_from_before_the_paragraphs_are_unread_until_they_are_read() {
        let bench = Bench::new();
        let id = bench.import(&three())[0];
        assert!(bench.store.read(|r| r.article(id)).unwrap().language_runs.is_some());
        let (path, options) = (bench.store.path().to_owned(), bench.options());
        let writer = bench.store.writer().unwrap();
        writer.execute_batch("DROP TABLE language_unread; PRAGMA user_version = 8").unwrap();
        drop(writer);
        drop(bench.store);
        let store = crate::Store::open_with(&path, &options, &schema::STEPS[..9]).unwrap();
        assert_eq!(store.read(|r| r.article(id)).unwrap().language_runs, None);
        store.derive(|d| d.set_language_runs(id, &[])).unwrap();
        assert_eq!(store.read(|r| r.article(id)).unwrap().language_runs, Some(vec![]));
    }
}
