//! Articles read again, and passages lost by it.

use chancery_desk::stored::{PassageId, PassageKind};
use chancery_desk::{
    Again, Desk, DeskError, Done, LostPassage, PassageFate, Progress, ReadAgain, ReadAgainReport,
};
use chancery_model::{ArticleId, OutletId, Span};

use super::articles::{dto_of_field, span};
use super::count;
use super::milestones::word;
use super::stories::runs;
use crate::dto::*;

fn which(args: &ReadAgainArgs) -> Result<Again, DeskError> {
    let asked = [!args.articles.is_empty(), args.outlet.is_some(), args.older, args.all];
    match (asked.iter().filter(|asked| **asked).count(), args.outlet) {
        (1, Some(outlet)) => Ok(Again::Outlet(OutletId(outlet))),
        (1, None) if args.older => Ok(Again::Older),
        (1, None) if args.all => Ok(Again::All),
        (1, None) => Ok(Again::Articles(args.articles.iter().copied().map(ArticleId).collect())),
        _ => Err(DeskError::Missing("either articles, an outlet, those read by an older Chancery, or all")),
    }
}

/// What reading articles again would change. Asked with who listens by the command line.
///
/// # Errors
/// As [`Desk::look_read_again`].
pub fn look_read_again(
    desk: &Desk,
    args: &ReadAgainArgs,
    progress: &mut Progress<'_>,
) -> Result<ReadAgainDto, DeskError> {
    which(args).and_then(|which| desk.look_read_again(&which, progress)).map(report)
}

/// Reads articles again. Asked with who listens by the command line.
///
/// # Errors
/// As [`Desk::read_again`].
pub fn read_again(
    desk: &Desk,
    args: &ReadAgainArgs,
    progress: &mut Progress<'_>,
) -> Result<DoneDto<ReadAgainDto>, DeskError> {
    let done: Done<ReadAgainReport> = which(args).and_then(|which| desk.read_again(&which, progress))?;
    super::done(desk, done, report)
}

fn report(report: ReadAgainReport) -> ReadAgainDto {
    ReadAgainDto {
        articles: report.articles.into_iter().map(article).collect(),
        same: count(report.same),
        cancelled: report.cancelled,
    }
}

fn article(read: ReadAgain) -> ArticleAgainDto {
    let fields = read.fields.into_iter().map(|change| FieldChangeDto {
        field: dto_of_field(change.field),
        before: change.before,
        after: change.after,
    });
    let passages = read.passages.into_iter().map(|passage| PassageAgainDto {
        kind: passage.id.kind.id().to_owned(),
        id: passage.id.row,
        exact: passage.exact,
        fate: match passage.fate {
            PassageFate::Stays => "stays",
            PassageFate::Moved(_) => "moved",
            PassageFate::Lost => "lost",
        }
        .to_owned(),
    });
    ArticleAgainDto {
        article: read.article.0,
        title: read.title,
        refused: read.refused,
        fields: fields.collect(),
        kept: read.kept.into_iter().map(dto_of_field).collect(),
        words: count(read.words.before),
        added: count(read.words.added),
        removed: count(read.words.removed),
        passages: passages.collect(),
    }
}

pub(crate) fn lost_passages(desk: &Desk, args: LostPassagesArgs) -> Result<Vec<LostPassageDto>, DeskError> {
    Ok(desk.lost_passages(args.article.map(ArticleId))?.into_iter().map(lost).collect())
}

fn lost(lost: LostPassage) -> LostPassageDto {
    LostPassageDto {
        kind: lost.row.id.kind.id().to_owned(),
        id: lost.row.id.row,
        article: lost.article.id.0,
        article_title: lost.article.title,
        outlet: lost.article.outlet.map(|(_, name)| name),
        published: lost.article.published.map(|published| published.date.to_string()),
        of: lost.row.of,
        of_title: lost.of,
        exact: lost.row.anchor.exact,
        guess: lost.guess.map(|guess| PassageGuessDto {
            span: span(guess.anchor.span),
            exact: guess.anchor.exact,
            runs: runs(guess.difference),
        }),
    }
}

pub(crate) fn place_passage(desk: &Desk, args: &PlacePassageArgs) -> Result<Done<()>, DeskError> {
    let id = PassageId { kind: word("passage", &args.kind, PassageKind::from_id)?, row: args.id };
    desk.place_passage(id, Span::new(args.span.start, args.span.end))
}
