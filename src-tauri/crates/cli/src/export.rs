//! `export`: articles as lists other programs read, or their originals.

use std::process::ExitCode;

use chancery_desk::{Cancel, Desk, Progress};
use chancery_wire::dto::{ArticleFilterDto, ArticleFormatDto, ErrorDto, ExportArticlesArgs};

use crate::Failure;
use crate::args::{ArticleFormat, Export};
use crate::look::filter_json;
use crate::print::{Output, end_of_steps, tell_steps};

pub(crate) fn answer(desk: &Desk, export: &Export, output: &Output) -> Result<ExitCode, Failure> {
    let filter: ArticleFilterDto = serde_json::from_value(filter_json(desk, &export.narrow)?)
        .map_err(|error| ErrorDto::internal(error.to_string()))?;
    let args = ExportArticlesArgs {
        filter: ArticleFilterDto { query: export.query.clone(), ..filter },
        ids: export.articles.clone(),
        format: match export.format {
            ArticleFormat::Jsonl => ArticleFormatDto::Jsonl,
            ArticleFormat::Csl => ArticleFormatDto::Csl,
            ArticleFormat::Ris => ArticleFormatDto::Ris,
            ArticleFormat::Bibtex => ArticleFormatDto::Bibtex,
            ArticleFormat::Csv => ArticleFormatDto::Csv,
            ArticleFormat::Originals => ArticleFormatDto::Originals,
            ArticleFormat::Qdpx => ArticleFormatDto::Qdpx,
            ArticleFormat::Annotations => ArticleFormatDto::Annotations,
        },
        path: export.output.display().to_string(),
    };
    let mut progress = Progress::new(Cancel::default(), tell_steps());
    let written = chancery_wire::export_articles(desk, &args, &mut progress);
    drop(progress);
    end_of_steps();
    // Nobody cancels here but by ending the program.
    let Some(written) = written? else { return Ok(ExitCode::FAILURE) };
    output.value(&written, || {
        let left = match written.in_bin {
            0 => String::new(),
            in_bin => format!("; {in_bin} in the bin left out"),
        };
        let coded =
            written.codings.map(|codings| format!("{codings} coded passages of ")).unwrap_or_default();
        format!(
            "{coded}{} articles, {} bytes written to {}{left}",
            written.articles, written.bytes, written.path
        )
    });
    Ok(ExitCode::SUCCESS)
}
