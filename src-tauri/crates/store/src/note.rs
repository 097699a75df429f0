//! Notes in Markdown, what they link to, and what links back.

use chancery_model::{Anchor, ArticleId, MilestoneId, NoteId, TopicId, Uid};
use rusqlite::{Connection, OptionalExtension as _, Row};

use crate::{Error, Moment, Reader, Result, Writer, access::one_row, row};

/// What a note links to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkTarget {
    /// A whole article.
    Article(ArticleId),
    /// A passage of one.
    Passage(ArticleId, Anchor),
    /// A topic.
    Topic(TopicId),
    /// A milestone.
    Milestone(MilestoneId),
    /// Another note.
    Note(NoteId),
}

/// A note as it is written: the links are those the text makes, found by the caller, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Its title.
    pub title: String,
    /// Its text.
    pub markdown: String,
    /// What it links to.
    pub links: Vec<LinkTarget>,
}

/// A note as listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteRow {
    /// Its id in this file.
    pub id: NoteId,
    /// Its id across files.
    pub uid: Uid,
    /// Its title.
    pub title: String,
    /// The beginning of its text.
    pub beginning: String,
    /// When it was begun.
    pub created_at: Moment,
    /// When it was last written on.
    pub edited_at: Moment,
}

/// A note with its text and links.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteDetail {
    /// The row lists show.
    pub row: NoteRow,
    /// The note.
    pub note: Note,
}

/// What notes may be asked for by: what they link to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Backlink {
    /// An article, or a passage of it.
    Article(ArticleId),
    /// A topic.
    Topic(TopicId),
    /// A milestone.
    Milestone(MilestoneId),
    /// Another note.
    Note(NoteId),
}

const COLUMNS: &str = "n.id, n.uid, n.title, substr(n.markdown, 1, 240), n.created_at, n.edited_at";

impl Reader<'_> {
    /// All notes, last edited first.
    ///
    /// # Errors
    /// `Sql`.
    pub fn notes(&self) -> Result<Vec<NoteRow>> {
        self.within(|conn| {
            let mut statement = conn.prepare_cached(&format!(
                "SELECT {COLUMNS} FROM note n ORDER BY n.edited_at DESC, n.id DESC"
            ))?;
            let rows = statement.query_map((), note_row)?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// One note with its text and links.
    ///
    /// # Errors
    /// `NoSuch`.
    pub fn note(&self, id: NoteId) -> Result<NoteDetail> {
        self.within(|conn| {
            let (row, markdown) = conn
                .prepare_cached(&format!("SELECT {COLUMNS}, n.markdown FROM note n WHERE n.id = ?1"))?
                .query_row([id.0], |row| Ok((note_row(row)?, row.get(6)?)))
                .optional()?
                .ok_or_else(|| Error::no_such("note", id))?;
            let title = row.title.clone();
            Ok(NoteDetail { row, note: Note { title, markdown, links: links(conn, id)? } })
        })
    }

    /// Notes that link to something, last edited first.
    ///
    /// # Errors
    /// `Sql`.
    pub fn notes_about(&self, target: Backlink) -> Result<Vec<NoteRow>> {
        let (column, id) = match target {
            Backlink::Article(id) => ("article_id", id.0),
            Backlink::Topic(id) => ("topic_id", id.0),
            Backlink::Milestone(id) => ("milestone_id", id.0),
            Backlink::Note(id) => ("to_note_id", id.0),
        };
        self.within(|conn| {
            let mut statement = conn.prepare_cached(&format!(
                "SELECT {COLUMNS} FROM note n WHERE n.id IN (SELECT note_id FROM note_link WHERE {column} = ?1) \
                 ORDER BY n.edited_at DESC, n.id DESC"
            ))?;
            let rows = statement.query_map([id], note_row)?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// Passages of an article that notes link to, in the order of its text.
    ///
    /// # Errors
    /// `Sql`.
    pub fn noted_passages(&self, article: ArticleId) -> Result<Vec<(NoteId, Anchor)>> {
        self.within(|conn| {
            let mut statement = conn.prepare_cached(
                "SELECT note_id, span_start, span_end, exact, prefix, suffix FROM note_link \
                 WHERE article_id = ?1 AND kind = 'passage' ORDER BY span_start, note_id",
            )?;
            let rows =
                statement.query_map([article.0], |row| Ok((NoteId(row.get(0)?), row::anchor(row, 1)?)))?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }
}

impl Writer<'_> {
    /// Begins a note.
    ///
    /// # Errors
    /// `Refused` where a link leads to something that is not in the dossier.
    pub fn add_note(&self, note: &Note) -> Result<NoteId> {
        self.add_note_as(None, note)
    }

    /// As [`Self::add_note`], with the id it had in another file.
    ///
    /// # Errors
    /// As [`Self::add_note`].
    pub fn add_note_as(&self, uid: Option<Uid>, note: &Note) -> Result<NoteId> {
        self.within(|conn| {
            conn.prepare_cached(
                "INSERT INTO note (uid, title, markdown, created_at, edited_at) VALUES (?1, ?2, ?3, ?4, ?4)",
            )?
            .execute((
                uid.unwrap_or_else(|| self.uid()).0,
                &note.title,
                &note.markdown,
                self.at().0,
            ))?;
            let id = NoteId(conn.last_insert_rowid());
            put_links(conn, id, &note.links)?;
            Ok(id)
        })
    }

    /// Writes a note anew. The same text again changes nothing and is no operation.
    ///
    /// # Errors
    /// `NoSuch`; `Refused` where a link leads to something that is not in the dossier.
    pub fn edit_note(&self, id: NoteId, note: &Note) -> Result<()> {
        let before = self.note(id)?;
        if before.note == *note {
            return Ok(());
        }
        self.within(|conn| {
            let touched = conn
                .prepare_cached("UPDATE note SET title = ?2, markdown = ?3, edited_at = ?4 WHERE id = ?1")?
                .execute((id.0, &note.title, &note.markdown, self.at().0))?;
            one_row(touched, "note", id)?;
            if before.note.links != note.links {
                conn.prepare_cached("DELETE FROM note_link WHERE note_id = ?1")?.execute([id.0])?;
                put_links(conn, id, &note.links)?;
            }
            Ok(())
        })
    }

    /// Removes a note, and the links other notes make to it.
    ///
    /// # Errors
    /// `NoSuch`.
    pub fn remove_note(&self, id: NoteId) -> Result<()> {
        self.within(|conn| {
            conn.prepare_cached("DELETE FROM note_link WHERE note_id = ?1 OR to_note_id = ?1")?
                .execute([id.0])?;
            let touched = conn.prepare_cached("DELETE FROM note WHERE id = ?1")?.execute([id.0])?;
            one_row(touched, "note", id)
        })
    }
}

fn put_links(conn: &Connection, note: NoteId, links: &[LinkTarget]) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "INSERT INTO note_link (note_id, position, kind, article_id, span_start, span_end, exact, prefix, suffix, topic_id, \
         milestone_id, to_note_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
    )?;
    for (position, link) in links.iter().enumerate() {
        let (mut article, mut topic, mut milestone, mut other) = (None, None, None, None);
        let mut anchor = None;
        let kind = match link {
            LinkTarget::Article(id) => {
                article = Some(id.0);
                "article"
            }
            LinkTarget::Passage(id, passage) => {
                article = Some(id.0);
                anchor = Some(passage);
                "passage"
            }
            LinkTarget::Topic(id) => {
                topic = Some(id.0);
                "topic"
            }
            LinkTarget::Milestone(id) => {
                milestone = Some(id.0);
                "milestone"
            }
            LinkTarget::Note(id) => {
                other = Some(id.0);
                "note"
            }
        };
        let put = statement.execute((
            note.0,
            i64::try_from(position).unwrap_or(i64::MAX),
            kind,
            article,
            anchor.map(|anchor| anchor.span.start),
            anchor.map(|anchor| anchor.span.end),
            anchor.map(|anchor| &anchor.exact),
            anchor.map(|anchor| &anchor.prefix),
            anchor.map(|anchor| &anchor.suffix),
            topic,
            milestone,
            other,
        ));
        match put {
            Err(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::ConstraintViolation) => {
                return Err(Error::refused(format!("a note links to {kind} that is not in the dossier")));
            }
            put => put?,
        };
    }
    Ok(())
}

fn links(conn: &Connection, note: NoteId) -> Result<Vec<LinkTarget>> {
    let mut statement = conn.prepare_cached(
        "SELECT kind, article_id, span_start, span_end, exact, prefix, suffix, topic_id, milestone_id, to_note_id \
         FROM note_link WHERE note_id = ?1 ORDER BY position",
    )?;
    let rows = statement.query_map([note.0], |row| {
        let kind: String = row.get(0)?;
        Ok(match kind.as_str() {
            "passage" => LinkTarget::Passage(ArticleId(row.get(1)?), row::anchor(row, 2)?),
            "topic" => LinkTarget::Topic(TopicId(row.get(7)?)),
            "milestone" => LinkTarget::Milestone(MilestoneId(row.get(8)?)),
            "note" => LinkTarget::Note(NoteId(row.get(9)?)),
            _ => LinkTarget::Article(ArticleId(row.get(1)?)),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn note_row(row: &Row<'_>) -> rusqlite::Result<NoteRow> {
    Ok(NoteRow {
        id: NoteId(row.get(0)?),
        uid: row::uid(row, 1)?,
        title: row.get(2)?,
        beginning: row.get(3)?,
        created_at: Moment(row.get(4)?),
        edited_at: Moment(row.get(5)?),
    })
}
