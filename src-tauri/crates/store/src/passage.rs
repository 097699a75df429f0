//! Every passage that hangs on an article, of whatever sort: for finding them again where the article is read anew.

use chancery_model::{Anchor, ArticleId};
use rusqlite::Row;

use crate::{Reader, Result, Writer, access::one_row, row};

/// What a passage is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PassageKind {
    /// Evidence of a milestone.
    Evidence,
    /// A coding.
    Coding,
    /// A link in a note.
    NoteLink,
    /// What a proposal was decided on.
    Proposal,
    /// Who said what.
    Statement,
}

impl PassageKind {
    /// Every sort.
    pub const ALL: &'static [Self] =
        &[Self::Evidence, Self::Coding, Self::NoteLink, Self::Proposal, Self::Statement];

    /// The word used in JSON.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Evidence => "evidence",
            Self::Coding => "coding",
            Self::NoteLink => "note-link",
            Self::Proposal => "proposal",
            Self::Statement => "statement",
        }
    }

    /// The sort of an id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.id() == id)
    }

    fn table(self) -> &'static str {
        match self {
            Self::Evidence => "evidence",
            Self::Coding => "coding",
            Self::NoteLink => "note_link",
            Self::Proposal => "proposal_passage",
            Self::Statement => "statement",
        }
    }
}

/// Which passage: its sort, and its row among those.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PassageId {
    /// Of what it is.
    pub kind: PassageKind,
    /// The row's id in this file.
    pub row: i64,
}

/// A passage of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PassageRow {
    /// Which.
    pub id: PassageId,
    /// In which article.
    pub article: ArticleId,
    /// The words, and where they stand.
    pub anchor: Anchor,
    /// What it is a passage of: milestone, topic or note, by its id; none of a decided proposal and of a statement.
    pub of: Option<i64>,
}

/// Columns of each sort: kind, row, article, start, end, exact, prefix, suffix, what it is of.
const SELECT: &str = "SELECT * FROM (\
     SELECT 'evidence' AS kind, e.id, e.article_id, e.span_start, e.span_end, e.exact, e.prefix, e.suffix, e.milestone_id \
       FROM evidence e JOIN milestone m ON m.id = e.milestone_id WHERE m.removed_at IS NULL AND {0} \
     UNION ALL SELECT 'coding', id, article_id, span_start, span_end, exact, prefix, suffix, topic_id FROM coding WHERE {0} \
     UNION ALL SELECT 'note-link', id, article_id, span_start, span_end, exact, prefix, suffix, note_id FROM note_link \
       WHERE kind = 'passage' AND {0} \
     UNION ALL SELECT 'proposal', id, article_id, span_start, span_end, exact, '', '', NULL FROM proposal_passage WHERE {0} \
     UNION ALL SELECT 'statement', id, article_id, span_start, span_end, exact, prefix, suffix, NULL FROM statement WHERE {0}) \
     ORDER BY article_id, span_start, kind, id";

impl Reader<'_> {
    /// Every passage of an article, in the order of its text; also those of milestones that were removed, whose removal may
    /// be undone.
    ///
    /// # Errors
    /// `Damaged` where a row cannot be read.
    pub fn passages_in(&self, article: ArticleId) -> Result<Vec<PassageRow>> {
        let sql = SELECT.replace("m.removed_at IS NULL AND ", "").replace("{0}", "article_id = ?1");
        self.passages_where(&sql, [article.0])
    }

    /// Passages whose words no longer stand in their article, without those that are there for the machine alone and those
    /// of the bin.
    ///
    /// # Errors
    /// `Damaged` where a row cannot be read.
    pub fn lost_passages(&self) -> Result<Vec<PassageRow>> {
        let there =
            "span_start = span_end AND article_id IN (SELECT id FROM article WHERE removed_by IS NULL)";
        let rows = self.passages_where(&SELECT.replace("{0}", there), [])?;
        Ok(rows.into_iter().filter(|row| row.id.kind.is_seen()).collect())
    }

    /// One passage; `None` where there is none.
    ///
    /// # Errors
    /// `Damaged` where it cannot be read.
    pub fn passage(&self, id: PassageId) -> Result<Option<PassageRow>> {
        let sql = format!("SELECT article_id FROM {} WHERE id = ?1", id.kind.table());
        let article: Option<i64> = self.within(|conn| {
            let mut statement = conn.prepare_cached(&sql)?;
            let mut rows = statement.query([id.row])?;
            Ok(rows.next()?.map(|row| row.get(0)).transpose()?)
        })?;
        let Some(article) = article else { return Ok(None) };
        Ok(self.passages_in(ArticleId(article))?.into_iter().find(|row| row.id == id))
    }

    fn passages_where(&self, sql: &str, params: impl rusqlite::Params) -> Result<Vec<PassageRow>> {
        self.within(|conn| {
            let mut statement = conn.prepare_cached(sql)?;
            let rows = statement.query_map(params, passage)?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }
}

impl PassageKind {
    /// Whether the analyst sees it as a passage of its own.
    #[must_use]
    pub fn is_seen(self) -> bool {
        matches!(self, Self::Evidence | Self::Coding | Self::NoteLink)
    }
}

impl Writer<'_> {
    /// Gives a passage another place, or other words.
    ///
    /// # Errors
    /// `NoSuch`.
    pub fn put_passage(&self, id: PassageId, anchor: &Anchor) -> Result<()> {
        self.within(|conn| {
            let table = id.kind.table();
            let (start, end) = (anchor.span.start, anchor.span.end);
            let touched = if id.kind == PassageKind::Proposal {
                let sql = "UPDATE proposal_passage SET span_start = ?2, span_end = ?3, exact = ?4 WHERE id = ?1";
                conn.prepare_cached(sql)?.execute((id.row, start, end, &anchor.exact))?
            } else {
                let sql = format!(
                    "UPDATE {table} SET span_start = ?2, span_end = ?3, exact = ?4, prefix = ?5, suffix = ?6 WHERE id = ?1"
                );
                let values = (id.row, start, end, &anchor.exact, &anchor.prefix, &anchor.suffix);
                conn.prepare_cached(&sql)?.execute(values)?
            };
            one_row(touched, "passage", id.row)
        })
    }

    /// Writes a note's Markdown alone: its links stay as they are.
    ///
    /// # Errors
    /// `NoSuch`.
    pub fn put_markdown(&self, note: chancery_model::NoteId, markdown: &str) -> Result<()> {
        self.within(|conn| {
            let touched = conn
                .prepare_cached("UPDATE note SET markdown = ?2 WHERE id = ?1")?
                .execute((note.0, markdown))?;
            one_row(touched, "note", note)
        })
    }
}

fn passage(row: &Row<'_>) -> rusqlite::Result<PassageRow> {
    Ok(PassageRow {
        id: PassageId { kind: row::word(row, 0, PassageKind::from_id)?, row: row.get(1)? },
        article: ArticleId(row.get(2)?),
        anchor: row::anchor(row, 3)?,
        of: row.get(8)?,
    })
}
