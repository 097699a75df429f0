//! Articles on their way out.

use chancery_desk::{ArticleFormat, Chosen, Desk, DeskError, Progress};

use super::{articles, count, filter};
use crate::dto::*;

/// Writes articles to a file, telling how far it is; `None` where it was cancelled. Asked by the shell and the command
/// line, which hand in who listens.
///
/// # Errors
/// As [`Desk::export_articles`].
pub fn export_articles(
    desk: &Desk,
    args: &ExportArticlesArgs,
    progress: &mut Progress<'_>,
) -> Result<Option<WrittenDto>, ErrorDto> {
    written(desk, args, progress).map_err(|error| ErrorDto::from(&error))
}

fn written(
    desk: &Desk,
    args: &ExportArticlesArgs,
    progress: &mut Progress<'_>,
) -> Result<Option<WrittenDto>, DeskError> {
    let chosen = if args.ids.is_empty() {
        Chosen::Filter(args.filter.query.clone(), Box::new(filter(desk, &args.filter)?))
    } else {
        Chosen::Articles(articles(&args.ids))
    };
    let format = match args.format {
        ArticleFormatDto::Jsonl => ArticleFormat::JsonLines,
        ArticleFormatDto::Csl => ArticleFormat::CslJson,
        ArticleFormatDto::Ris => ArticleFormat::Ris,
        ArticleFormatDto::Bibtex => ArticleFormat::Bibtex,
        ArticleFormatDto::Csv => ArticleFormat::Csv,
        ArticleFormatDto::Originals => ArticleFormat::Originals,
        ArticleFormatDto::Qdpx => ArticleFormat::Qdpx,
        ArticleFormatDto::Annotations => ArticleFormat::Annotations,
        ArticleFormatDto::HitsCsv => ArticleFormat::HitsCsv,
        ArticleFormatDto::HitsJsonl => ArticleFormat::HitsJsonLines,
    };
    let written = desk.export_articles(&chosen, format, args.path.as_ref(), progress)?;
    Ok(written.map(|written| WrittenDto {
        path: written.path.display().to_string(),
        articles: count(written.articles),
        codings: written.codings.map(count),
        bytes: written.bytes,
        in_bin: count(written.in_bin),
    }))
}
