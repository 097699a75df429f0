//! Imports, the queue of what needs a look, and the watched folder.

use chancery_desk::stored::{
    ImportCounts, ImportRow, ImportState, ImportedItem, LookNote, LookReason, LookRow, Outcome as Told,
};
use chancery_desk::{Desk, DeskError, FileReport, ImportReport, Outcome, Watched};
use chancery_model::{DateOrder, ImportId};

use super::{articles::confidence, count};
use crate::dto::*;

impl From<&ImportReport> for ImportReportDto {
    fn from(report: &ImportReport) -> Self {
        Self {
            import: report.import.0,
            operation: report.operation.map(|id| id.0),
            counts: ImportCountsDto::from(report.counts),
        }
    }
}

impl From<ImportCounts> for ImportCountsDto {
    fn from(counts: ImportCounts) -> Self {
        Self {
            imported: count(counts.imported),
            copies: count(counts.duplicates),
            reprints: count(counts.reprints),
            needs_a_look: count(counts.needs_a_look),
            refused: count(counts.refused),
            came_in: count(counts.came_in()),
        }
    }
}

impl From<FileReport> for ImportedFileDto {
    fn from(file: FileReport) -> Self {
        let (outcome, article, code, detail) = match file.outcome {
            Outcome::Imported(id) => (OutcomeDto::Imported, id, None, None),
            Outcome::NeedsALook(id) => (OutcomeDto::NeedsALook, id, None, None),
            Outcome::Duplicate(id) => (OutcomeDto::Duplicate, id, None, None),
            Outcome::Reprint(id) => (OutcomeDto::Reprint, id, None, None),
            Outcome::Refused { code, detail } => (OutcomeDto::Refused, None, Some(code), Some(detail)),
        };
        let path = file.path.display().to_string();
        Self {
            path,
            outcome,
            article: article.map(|id| id.0),
            title: file.title,
            code,
            detail,
            notes: file.notes,
        }
    }
}

pub(crate) fn imports(desk: &Desk) -> Result<Vec<ImportRowDto>, DeskError> {
    Ok(desk.read(|reader| reader.imports())?.into_iter().map(import).collect())
}

fn import(row: ImportRow) -> ImportRowDto {
    ImportRowDto {
        import: row.id.0,
        operation: row.operation.map(|id| id.0),
        at: row.at.0,
        roots: row.roots,
        state: match row.state {
            ImportState::Running => ImportStateDto::Running,
            ImportState::Done => ImportStateDto::Done,
            ImportState::Cancelled => ImportStateDto::Cancelled,
            ImportState::Interrupted => ImportStateDto::Interrupted,
            ImportState::Undone => ImportStateDto::Undone,
        },
        files: count(row.files),
        total: count(row.total),
        counts: ImportCountsDto::from(row.counts),
    }
}

pub(crate) fn import_report(desk: &Desk, args: &ImportReportArgs) -> Result<ImportPageDto, DeskError> {
    let outcome = args.outcome.map(|outcome| match outcome {
        OutcomeDto::Imported => Told::Imported,
        OutcomeDto::NeedsALook => Told::NeedsALook,
        OutcomeDto::Duplicate => Told::Duplicate,
        OutcomeDto::Reprint => Told::Reprint,
        OutcomeDto::Refused => Told::Refused,
    });
    let page = desk
        .read(|reader| reader.import_items(ImportId(args.import), outcome, args.offset.into(), args.limit))?;
    let file = |item: ImportedItem| ImportedFileDto::from(FileReport::from(item));
    Ok(ImportPageDto { total: count(page.total), files: page.items.into_iter().map(file).collect() })
}

pub(crate) fn look_queue(desk: &Desk) -> Result<Vec<LookDto>, DeskError> {
    Ok(desk.look_queue()?.into_iter().map(look).collect())
}

fn look(row: LookRow) -> LookDto {
    let reason = |reason: LookReason| match reason {
        LookReason::NoDate => LookReasonDto::NoDate,
        LookReason::WeakDate => LookReasonDto::WeakDate,
        LookReason::NoTitle => LookReasonDto::NoTitle,
        LookReason::WeakTitle => LookReasonDto::WeakTitle,
        LookReason::Note(LookNote::NoText) => LookReasonDto::NoText,
        LookReason::Note(LookNote::MixedEncodings) => LookReasonDto::MixedEncodings,
    };
    LookDto {
        article: row.article.0,
        title: Some(row.title).filter(|title| !title.is_empty()),
        source_name: row.source_name,
        reasons: row.reasons.into_iter().map(reason).collect(),
        published: row.published.map(|published| published.date.to_string()),
        confidence: confidence(row.confidence),
    }
}

pub(crate) fn date_order(order: DateOrderDto) -> DateOrder {
    match order {
        DateOrderDto::DayMonth => DateOrder::DayMonth,
        DateOrderDto::MonthDay => DateOrder::MonthDay,
    }
}

pub(crate) fn watched(watched: Watched) -> WatchDto {
    WatchDto {
        folder: watched.folder.map(|folder| folder.display().to_string()),
        last_looked_at: watched.looked_at.map(|at| at.0),
    }
}
