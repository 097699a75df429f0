//! The codebook between dossier and files.

use std::path::Path;

use chancery_desk::{
    BundledCodebook, CodebookFormat, CodebookMerge, Desk, DeskError, IncomingCodebook, Left, Matter,
    read_codebook_file,
};

use super::{count, done};
use crate::dto::*;

pub(crate) fn codebook_export_look(
    desk: &Desk,
    format: CodebookFormatDto,
) -> Result<CodebookLossDto, DeskError> {
    let (topics, bytes, left) = desk.codebook_foretold(codebook_format(format))?;
    let left = left.into_iter().map(self::left).collect();
    Ok(CodebookLossDto { topics: count(topics), bytes: bytes as u64, left })
}

fn codebook_format(format: CodebookFormatDto) -> CodebookFormat {
    match format {
        CodebookFormatDto::SkosTtl => CodebookFormat::SkosTurtle,
        CodebookFormatDto::SkosJsonld => CodebookFormat::SkosJsonLd,
        CodebookFormatDto::SkosRdf => CodebookFormat::SkosRdfXml,
        CodebookFormatDto::Csv => CodebookFormat::Csv,
        CodebookFormatDto::Qdc => CodebookFormat::Qdc,
        CodebookFormatDto::Toml => CodebookFormat::Toml,
    }
}

pub(crate) fn codebook_export(
    desk: &Desk,
    args: &CodebookExportArgs,
) -> Result<CodebookWrittenDto, DeskError> {
    let format = codebook_format(args.format);
    let written = desk.export_codebook(format, args.path.as_ref())?;
    Ok(CodebookWrittenDto {
        path: written.path.display().to_string(),
        topics: count(written.topics),
        bytes: written.bytes as u64,
        left: written.left.into_iter().map(left).collect(),
    })
}

/// What taking a codebook in would do.
pub(crate) fn codebook_look(desk: &Desk, args: &CodebookImportArgs) -> Result<CodebookMergeDto, DeskError> {
    Ok(merged(desk.codebook_merge(&incoming(args)?)?))
}

pub(crate) fn codebook_import(
    desk: &Desk,
    args: &CodebookImportArgs,
) -> Result<DoneDto<CodebookMergeDto>, DeskError> {
    done(desk, desk.import_codebook(&incoming(args)?)?, merged)
}

fn incoming(args: &CodebookImportArgs) -> Result<IncomingCodebook, DeskError> {
    match (&args.path, args.bundled) {
        (Some(path), None) => read_codebook_file(Path::new(path)),
        (None, Some(BundledCodebookDto::Cap)) => BundledCodebook::Cap.incoming(),
        _ => Err(DeskError::Missing("file or bundled codebook")),
    }
}

pub(super) fn merged(merge: CodebookMerge) -> CodebookMergeDto {
    let added_labels = merge.added_labels().into_iter().cloned().map(super::topics::labels).collect();
    CodebookMergeDto {
        added_labels,
        added: merge.added,
        changed: merge.changed,
        unchanged: count(merge.unchanged),
        by_label: merge.by_label.into_iter().map(|(file, dossier)| SameTopicDto { file, dossier }).collect(),
        terms: count(merge.terms),
        left: merge.left.into_iter().map(left).collect(),
    }
}

fn left(left: Left) -> LeftDto {
    LeftDto { topic: left.topic, what: matter(left.what), words: left.words }
}

fn matter(what: Matter) -> MatterDto {
    match what {
        Matter::Everything => MatterDto::Everything,
        Matter::Name => MatterDto::Name,
        Matter::Topic => MatterDto::Topic,
        Matter::Slug => MatterDto::Slug,
        Matter::Label => MatterDto::Label,
        Matter::Definition => MatterDto::Definition,
        Matter::Include => MatterDto::Include,
        Matter::Exclude => MatterDto::Exclude,
        Matter::Parent => MatterDto::Parent,
        Matter::Heading => MatterDto::Heading,
        Matter::Threshold => MatterDto::Threshold,
        Matter::Colour => MatterDto::Colour,
        Matter::Terms => MatterDto::Terms,
        Matter::Languages => MatterDto::Languages,
        Matter::English => MatterDto::English,
        Matter::TakenSlug => MatterDto::TakenSlug,
        Matter::Parents => MatterDto::Parents,
        Matter::LostParent => MatterDto::LostParent,
        Matter::Sets => MatterDto::Sets,
        Matter::Links => MatterDto::Links,
        Matter::Columns => MatterDto::Columns,
    }
}
