//! Notes and their links.

use chancery_desk::stored::{Backlink, NoteRow};
use chancery_desk::{Desk, DeskError, NoteLink, NoteTarget, links_in, with_links_worded};
use chancery_model::{ArticleId, MilestoneId, NoteId, Span, TopicId};

use super::articles::span;
use super::count;
use crate::dto::*;

pub(crate) fn note_target(dto: NoteTargetDto) -> NoteTarget {
    match dto {
        NoteTargetDto::Article { id } => NoteTarget::Article(ArticleId(id)),
        NoteTargetDto::Passage { article, span } => {
            NoteTarget::Passage(ArticleId(article), Span::new(span.start, span.end))
        }
        NoteTargetDto::Topic { id } => NoteTarget::Topic(TopicId(id)),
        NoteTargetDto::Milestone { id } => NoteTarget::Milestone(MilestoneId(id)),
        NoteTargetDto::Note { id } => NoteTarget::Note(NoteId(id)),
    }
}

fn link(link: NoteLink) -> NoteLinkDto {
    let target = match link.target {
        NoteTarget::Article(id) => NoteTargetDto::Article { id: id.0 },
        NoteTarget::Passage(article, at) => NoteTargetDto::Passage { article: article.0, span: span(at) },
        NoteTarget::Topic(id) => NoteTargetDto::Topic { id: id.0 },
        NoteTarget::Milestone(id) => NoteTargetDto::Milestone { id: id.0 },
        NoteTarget::Note(id) => NoteTargetDto::Note { id: id.0 },
    };
    NoteLinkDto { target, label: link.label }
}

/// Code points of a note shown in a list.
const EXCERPT: usize = 160;

pub(super) fn note_row(desk: &Desk, row: NoteRow) -> Result<NoteRowDto, DeskError> {
    let mut failed = None;
    let worded = with_links_worded(&row.beginning, |link| match (&link.shown, desk.label_of(&link.target)) {
        (Some(shown), _) => shown.clone(),
        (None, Ok(label)) => label.unwrap_or_default(),
        (None, Err(error)) => {
            failed = Some(error);
            String::new()
        }
    });
    if let Some(error) = failed {
        return Err(error);
    }
    let plain: Vec<&str> = worded.split_whitespace().collect();
    Ok(NoteRowDto {
        id: row.id.0,
        title: row.title,
        excerpt: plain.join(" ").chars().take(EXCERPT).collect(),
        edited_at: row.edited_at.0,
        links: count(links_in(&row.beginning).len()),
    })
}

pub(crate) fn notes(desk: &Desk) -> Result<Vec<NoteRowDto>, DeskError> {
    desk.read(|reader| reader.notes())?.into_iter().map(|row| note_row(desk, row)).collect()
}

pub(crate) fn note(desk: &Desk, id: NoteId) -> Result<NoteDto, DeskError> {
    let (detail, backlinks) =
        desk.read(|reader| Ok((reader.note(id)?, reader.notes_about(Backlink::Note(id))?)))?;
    let links = desk.links_of(&detail.note.markdown)?;
    Ok(NoteDto {
        id: id.0,
        title: detail.note.title,
        markdown: detail.note.markdown,
        created_at: detail.row.created_at.0,
        edited_at: detail.row.edited_at.0,
        links: links.into_iter().map(link).collect(),
        backlinks: backlinks.into_iter().map(|row| note_row(desk, row)).collect::<Result<_, _>>()?,
    })
}

/// Targets offered at once while one types a link.
const OFFERED: usize = 40;

pub(crate) fn link_targets(desk: &Desk, typed: &str) -> Result<Vec<NoteLinkDto>, DeskError> {
    Ok(desk.link_targets(typed, OFFERED)?.into_iter().map(link).collect())
}
