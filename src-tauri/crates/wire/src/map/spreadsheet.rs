//! The register between the dossier and spreadsheets.

use std::path::Path;

use chancery_desk::{
    Desk, DeskError, MatchedBy, PlannedRow, RegisterFormat, RowOutcome, SheetChoices, SheetField, SheetLook,
};
use chancery_model::{MilestoneId, MilestoneKind};

use super::milestones::{as_of, word};
use super::{count, done};
use crate::dto::*;

pub(crate) fn register_import_look(desk: &Desk, args: &SheetArgs) -> Result<SheetLookDto, DeskError> {
    Ok(sheet_look(desk.spreadsheet_look(Path::new(&args.path), &choices(args)?)?))
}

pub(crate) fn register_import(desk: &Desk, args: &SheetArgs) -> Result<DoneDto<SheetLookDto>, DeskError> {
    done(desk, desk.import_spreadsheet(Path::new(&args.path), &choices(args)?)?, sheet_look)
}

pub(crate) fn register_export(
    desk: &Desk,
    args: &RegisterExportArgs,
) -> Result<RegisterWrittenDto, DeskError> {
    let format = word("ending", &args.path, RegisterFormat::of_name)?;
    let only: Option<Vec<MilestoneId>> =
        args.only.as_ref().map(|ids| ids.iter().copied().map(MilestoneId).collect());
    let as_of = as_of(args.as_of.as_ref())?;
    let written = desk.export_register(Path::new(&args.path), format, only.as_deref(), as_of)?;
    Ok(RegisterWrittenDto {
        path: written.path.display().to_string(),
        milestones: count(written.milestones),
        bytes: written.bytes as u64,
    })
}

fn choices(args: &SheetArgs) -> Result<SheetChoices, DeskError> {
    let field =
        |id: &Option<String>| id.as_deref().map(|id| word("field", id, SheetField::from_id)).transpose();
    Ok(SheetChoices {
        sheet: args.sheet.clone(),
        columns: args.columns.as_ref().map(|ids| ids.iter().map(field).collect()).transpose()?,
        kind: match &args.kind {
            Some(kind) => word("kind", kind, MilestoneKind::from_id)?,
            None => MilestoneKind::Decision,
        },
        reason: args.reason.clone(),
    })
}

fn sheet_look(look: SheetLook) -> SheetLookDto {
    let [added, changed, unchanged, refused] = look.counts().map(count);
    let column = |column: chancery_desk::SheetColumn| SheetColumnDto {
        head: column.head,
        field: column.field.map(|field| field.id().to_owned()),
        samples: column.samples,
    };
    SheetLookDto {
        name: look.name,
        sheets: look.sheets,
        sheet: look.sheet,
        columns: look.columns.into_iter().map(column).collect(),
        rows: look.rows.into_iter().map(sheet_row).collect(),
        added,
        changed,
        unchanged,
        refused,
        lanes: look.lanes,
        formulas: count(look.formulas),
        merged: count(look.merged),
    }
}

fn sheet_row(row: PlannedRow) -> SheetRowDto {
    let mut dto = SheetRowDto {
        number: row.number,
        title: row.title,
        date: row.date.map(|date| date.to_string()),
        outcome: String::new(),
        milestone: None,
        by: None,
        fields: Vec::new(),
        faults: Vec::new(),
    };
    let by = |by: MatchedBy| {
        Some(
            match by {
                MatchedBy::Uid => "uid",
                MatchedBy::TitleAndDate => "title-and-date",
                MatchedBy::Title => "title",
            }
            .to_owned(),
        )
    };
    dto.outcome = match row.outcome {
        RowOutcome::New => "new",
        RowOutcome::Changed { milestone, by: known, fields } => {
            dto.fields = fields.into_iter().map(|field| field.id().to_owned()).collect();
            (dto.milestone, dto.by) = (Some(milestone.0), by(known));
            "changed"
        }
        RowOutcome::Same { milestone, by: known } => {
            (dto.milestone, dto.by) = (Some(milestone.0), by(known));
            "same"
        }
        RowOutcome::Refused(faults) => {
            let fault = |fault: chancery_desk::RowFault| RowFaultDto {
                what: fault.what.id().to_owned(),
                column: fault.column,
                words: fault.words,
            };
            dto.faults = faults.into_iter().map(fault).collect();
            "refused"
        }
    }
    .to_owned();
    dto
}
