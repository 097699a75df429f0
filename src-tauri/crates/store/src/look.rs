//! The queue of articles that need a look, and why each does.

use chancery_model::{ArticleId, Confidence, Published};
use rusqlite::Row;

use crate::{Reader, Result, Writer, article, json, row};

/// What the reading itself says that wants a look. Date and title are judged by their confidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LookNote {
    /// There is no text: its pages are pictures.
    NoText,
    /// Characters could not be decoded.
    MixedEncodings,
}

impl LookNote {
    /// The word used in the dossier.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::NoText => "no-text",
            Self::MixedEncodings => "mixed-encodings",
        }
    }

    /// The note of an id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        [Self::NoText, Self::MixedEncodings].into_iter().find(|note| note.id() == id)
    }
}

/// Why an article needs a look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LookReason {
    /// Nobody knows when it was published.
    NoDate,
    /// Its date is guessed.
    WeakDate,
    /// It has no title.
    NoTitle,
    /// Its title is guessed.
    WeakTitle,
    /// What the reading said.
    Note(LookNote),
}

/// An article that needs a look.
#[derive(Clone, Debug, PartialEq)]
pub struct LookRow {
    /// The article.
    pub article: ArticleId,
    /// Its title; may be empty.
    pub title: String,
    /// Name of the file it came from; may be empty.
    pub source_name: String,
    /// Why, never empty.
    pub reasons: Vec<LookReason>,
    /// When it was published, as far as that is known.
    pub published: Option<Published>,
    /// How sure that is.
    pub confidence: Confidence,
}

impl Reader<'_> {
    /// The articles that need a look, in the order they came in.
    ///
    /// # Errors
    /// `Damaged` where a row cannot be read.
    pub fn look_queue(&self) -> Result<Vec<LookRow>> {
        self.within(|conn| {
            let mut statement = conn.prepare_cached(
                "SELECT a.id, a.title, t.source_name, a.published, a.published_time, a.published_zone, a.confidence, \
                 a.look, f.value IS NOT NULL, f.confidence \
                 FROM article a JOIN article_text t ON t.article_id = a.id \
                 LEFT JOIN article_field f ON f.article_id = a.id AND f.name = 'title' \
                 WHERE a.removed_by IS NULL AND a.needs_a_look = 1 ORDER BY a.id",
            )?;
            let rows = statement.query_map((), look)?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }
}

impl Writer<'_> {
    /// Says that articles had their look: they leave the queue, whatever it was that wanted it.
    ///
    /// # Errors
    /// `NoSuch` where one of them is not in the dossier.
    pub fn settle_look(&self, ids: &[ArticleId]) -> Result<()> {
        self.within(|conn| {
            for id in ids {
                article::must_exist(conn, *id)?;
                conn.prepare_cached(
                    "UPDATE article SET needs_a_look = 0, looked_at = ?2 WHERE id = ?1 AND needs_a_look = 1",
                )?
                .execute((id.0, self.at().0))?;
            }
            Ok(())
        })
    }
}

fn look(row: &Row<'_>) -> rusqlite::Result<LookRow> {
    let published = article::published(row, 3)?;
    let confidence = row::word(row, 6, json::confidence)?;
    let title_known: bool = row.get(8)?;
    let title = row::word_or_none(row, 9, json::confidence)?.unwrap_or(Confidence::None);
    // As `article::field::needs_a_look` judges: what the analyst set is sure, also where it says that nobody knows.
    let mut reasons = Vec::new();
    match (published.is_some(), confidence) {
        (_, Confidence::High) | (true, Confidence::Medium) => {}
        (true, _) => reasons.push(LookReason::WeakDate),
        (false, _) => reasons.push(LookReason::NoDate),
    }
    match (title_known, title) {
        (_, Confidence::High) | (true, Confidence::Medium) => {}
        (true, _) => reasons.push(LookReason::WeakTitle),
        (false, _) => reasons.push(LookReason::NoTitle),
    }
    reasons.extend(row::words(row, 7, LookNote::from_id)?.into_iter().map(LookReason::Note));
    Ok(LookRow {
        article: ArticleId(row.get(0)?),
        title: row.get(1)?,
        source_name: row.get(2)?,
        reasons,
        published,
        confidence,
    })
}
