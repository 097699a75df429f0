//! `export`: articles as lists other programs read, or their originals.

use std::path::Path;
use std::process::ExitCode;

use chancery_desk::{Cancel, Desk, Progress};
use chancery_wire::dto::{ArticleFilterDto, ArticleFormatDto, ErrorDto, ExportArticlesArgs};
use serde_json::Value;

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
            ArticleFormat::HitsCsv => ArticleFormatDto::HitsCsv,
            ArticleFormat::HitsJsonl => ArticleFormatDto::HitsJsonl,
        },
        path: export.output.display().to_string(),
    };
    write(desk, &args, output)
}

/// Writes what a search finds, with its passages: a table, or JSON Lines where the file is called so.
pub(crate) fn hits(
    desk: &Desk,
    query: String,
    filter: Value,
    file: &Path,
    output: &Output,
) -> Result<ExitCode, Failure> {
    let filter: ArticleFilterDto =
        serde_json::from_value(filter).map_err(|error| ErrorDto::internal(error.to_string()))?;
    let format = match file.extension().and_then(|ending| ending.to_str()) {
        Some("csv") => ArticleFormatDto::HitsCsv,
        Some("jsonl" | "ndjson") => ArticleFormatDto::HitsJsonl,
        _ => return Err(Failure::Misused("hits are written to a file called .csv or .jsonl".to_owned())),
    };
    let filter = ArticleFilterDto { query: Some(query), ..filter };
    let path = file.display().to_string();
    write(desk, &ExportArticlesArgs { filter, ids: Vec::new(), format, path }, output)
}

fn write(desk: &Desk, args: &ExportArticlesArgs, output: &Output) -> Result<ExitCode, Failure> {
    let mut progress = Progress::new(Cancel::default(), tell_steps());
    let written = chancery_wire::export_articles(desk, args, &mut progress);
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
