//! Codings: passages put under topics by hand.

use chancery_desk::stored::CodingRow;
use chancery_desk::{CodedPassage, CodingChange, CodingsTaken, Desk, DeskError, Lost, LostMatter, Progress};
use chancery_model::{ArticleId, Span, TopicId};

use super::articles::{confidence, span};
use super::count;
use crate::dto::*;

pub(super) fn coding(row: CodingRow) -> CodingDto {
    CodingDto {
        id: row.id.0,
        topic: row.coding.topic.0,
        span: span(row.coding.anchor.span),
        exact: row.coding.anchor.exact,
        memo: row.coding.memo,
        at: row.at.0,
    }
}

pub(super) fn codings_in(desk: &Desk, article: ArticleId) -> Result<Vec<CodingDto>, DeskError> {
    Ok(desk.read(|reader| reader.codings_in_article(article))?.into_iter().map(coding).collect())
}

pub(crate) fn coding_page(desk: &Desk, args: CodingsArgs) -> Result<CodingPageDto, DeskError> {
    let page = desk.coded_passages(TopicId(args.topic), args.offset.into(), args.limit)?;
    Ok(CodingPageDto { rows: page.rows.into_iter().map(passage).collect(), total: count(page.total) })
}

fn passage(passage: CodedPassage) -> CodedPassageDto {
    let CodedPassage { row, before, after, article } = passage;
    CodedPassageDto {
        coding: coding(row),
        before,
        after,
        article: article.id.0,
        title: article.title,
        outlet: article.outlet.map(|(_, name)| name),
        published: article.published.map(|published| published.date.to_string()),
        published_confidence: confidence(article.confidence),
    }
}

pub(crate) fn coding_change(args: EditCodingArgs) -> CodingChange {
    CodingChange {
        topic: args.topic.map(TopicId),
        span: args.span.map(|span| Span::new(span.start, span.end)),
        memo: args.memo,
    }
}

pub(crate) fn codings_export(desk: &Desk, args: &CodingsExportArgs) -> Result<CodingsWrittenDto, DeskError> {
    let codings = desk.export_coded_passages(TopicId(args.topic), args.path.as_ref())?;
    Ok(CodingsWrittenDto { path: args.path.clone(), codings: count(codings) })
}

/// What taking a file of coded passages in would do.
pub(crate) fn codings_look(desk: &Desk, args: &PathArgs) -> Result<CodingsTakenDto, DeskError> {
    desk.look_codings(args.path.as_ref()).map(taken)
}

/// Takes a file of coded passages in, telling how far it is. Asked by the shell and the command line, which hand in who
/// listens.
///
/// # Errors
/// As [`Desk::import_codings`].
pub fn import_codings(
    desk: &Desk,
    args: &PathArgs,
    progress: &mut Progress<'_>,
) -> Result<DoneDto<CodingsTakenDto>, ErrorDto> {
    let done = desk.import_codings(args.path.as_ref(), progress);
    done.and_then(|done| {
        let came_in = done.value.import.is_some();
        let mut dto = super::done(desk, done, taken)?;
        if came_in {
            dto.changed.extend([
                ChangedDto::Articles,
                ChangedDto::Tags,
                ChangedDto::Outlets,
                ChangedDto::Imports,
                ChangedDto::Operations,
            ]);
        }
        Ok(dto)
    })
    .map_err(|error| ErrorDto::from(&error))
}

fn taken(taken: CodingsTaken) -> CodingsTakenDto {
    CodingsTakenDto {
        name: taken.name,
        new: count(taken.new),
        found: count(taken.found),
        topics: super::codebook::merged(taken.topics),
        codings: count(taken.codings),
        there: count(taken.there),
        tags: count(taken.tags),
        notes: count(taken.notes),
        lost: taken.lost.into_iter().map(lost).collect(),
        import: taken.import.map(|import| import.0),
        cancelled: taken.cancelled,
    }
}

fn lost(lost: Lost) -> LostDto {
    let what = match lost.what {
        LostMatter::Text => LostMatterDto::Text,
        LostMatter::Passage => LostMatterDto::Passage,
        LostMatter::TextAbsent => LostMatterDto::TextAbsent,
        LostMatter::Code => LostMatterDto::Code,
        LostMatter::Pictures => LostMatterDto::Pictures,
        LostMatter::PdfSelections => LostMatterDto::PdfSelections,
        LostMatter::Audio => LostMatterDto::Audio,
        LostMatter::Video => LostMatterDto::Video,
        LostMatter::Cases => LostMatterDto::Cases,
        LostMatter::Variables => LostMatterDto::Variables,
        LostMatter::Sets => LostMatterDto::Sets,
        LostMatter::Graphs => LostMatterDto::Graphs,
        LostMatter::Links => LostMatterDto::Links,
        LostMatter::Users => LostMatterDto::Users,
    };
    LostDto { what, name: lost.name, count: count(lost.count) }
}
