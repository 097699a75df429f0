//! The register between the dossier and spreadsheets: taken in with a preview of every row as one operation, written out so that it
//! comes back unchanged.

mod fields;
mod out;
mod parents;
mod plan;
mod row;
mod sheet;
mod words;

use std::path::{Path, PathBuf};

use chancery_model::{Bound, Edtf, Language, MilestoneKind, OperationKind, Point};
use chancery_store::{Milestone, MilestoneRow, StatusChange, Writer};
use serde_json::json;

pub use fields::SheetField;
pub use out::{RegisterFormat, RegisterWritten};
pub use plan::{MatchedBy, PlannedRow, RowOutcome};
pub use row::{RowFault, Wrong};

use crate::{Desk, DeskError, Done, Result, regular_file};
use plan::{Parent, Plan, There};
use sheet::{Sheet, SheetRow};

/// How a spreadsheet is to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetChoices {
    /// The sheet of a workbook; without it the first that is not empty.
    pub sheet: Option<String>,
    /// What each column holds, by its place; without it what the heads say.
    pub columns: Option<Vec<Option<SheetField>>>,
    /// What a new milestone is whose row names no kind.
    pub kind: MilestoneKind,
    /// Why a status without a reason of its own is so.
    pub reason: String,
}

impl Default for SheetChoices {
    fn default() -> Self {
        Self { sheet: None, columns: None, kind: MilestoneKind::Decision, reason: String::new() }
    }
}

/// A column of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetColumn {
    /// Its head.
    pub head: String,
    /// What it is taken to hold; `None` where it is left out.
    pub field: Option<SheetField>,
    /// What its first cells say.
    pub samples: Vec<String>,
}

/// A spreadsheet as it would be taken in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetLook {
    /// The file's name.
    pub name: String,
    /// The sheets of a workbook.
    pub sheets: Vec<String>,
    /// The one that is read.
    pub sheet: Option<String>,
    /// Its columns.
    pub columns: Vec<SheetColumn>,
    /// Its rows.
    pub rows: Vec<PlannedRow>,
    /// Lanes that are made.
    pub lanes: Vec<String>,
    /// Cells that are formulas, of which the saved result counts.
    pub formulas: usize,
    /// Merged regions, whose value counts for each of their rows.
    pub merged: usize,
}

impl SheetLook {
    /// How many rows are new, change something, say nothing new, and are refused.
    #[must_use]
    pub fn counts(&self) -> [usize; 4] {
        let mut counts = [0; 4];
        let [new, changed, same, refused] = &mut counts;
        for row in &self.rows {
            *match row.outcome {
                RowOutcome::New => &mut *new,
                RowOutcome::Changed { .. } => &mut *changed,
                RowOutcome::Same { .. } => &mut *same,
                RowOutcome::Refused(_) => &mut *refused,
            } += 1;
        }
        counts
    }
}

/// Rows in which the heads are looked for: above them stand titles and remarks.
const HEADS_WITHIN: usize = 20;

impl Desk {
    /// What taking a spreadsheet in would do, row by row.
    ///
    /// # Errors
    /// `spreadsheet` where the file holds no table that can be read; `file-unreachable`.
    pub fn spreadsheet_look(&self, path: &Path, choices: &SheetChoices) -> Result<SheetLook> {
        Ok(self.spreadsheet(path, choices)?.0)
    }

    /// Takes a spreadsheet in as one operation: milestones that are there are brought up to date, the others made; rows that are
    /// refused are left out and told. Nothing is deleted, and an empty cell changes nothing.
    ///
    /// # Errors
    /// As [`Self::spreadsheet_look`].
    pub fn import_spreadsheet(&self, path: &Path, choices: &SheetChoices) -> Result<Done<SheetLook>> {
        let (look, plan) = self.spreadsheet(path, choices)?;
        let [added, changed, _, refused] = look.counts();
        let args = json!({ "name": look.name, "added": added, "changed": changed, "refused": refused });
        let reason = match choices.reason.trim() {
            "" => format!("From the spreadsheet {}", look.name),
            reason => reason.to_owned(),
        };
        let by_today = Edtf::Interval(Bound::Unknown, Bound::At(Point::day(self.clock.today())));
        let done = self.perform(OperationKind::ImportMilestones, args, |writer| {
            put(writer, &plan, &reason, &by_today)
        })?;
        Ok(Done { value: look, operation: done.operation, changed: done.changed })
    }

    fn spreadsheet(&self, path: &Path, choices: &SheetChoices) -> Result<(SheetLook, Plan)> {
        let bytes =
            regular_file(path).and_then(std::fs::read).map_err(|error| DeskError::file(path, error))?;
        let wrong = |what| DeskError::Spreadsheet { path: path.to_owned(), what };
        let sheet = sheet::read(&bytes, choices.sheet.as_deref()).map_err(wrong)?;
        let there = self.read(|reader| {
            Ok(There {
                milestones: reader.milestones()?,
                changes: reader.status_changes()?,
                lanes: reader.lanes()?,
                ladder: reader.ladder()?,
            })
        })?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        self.planned(name, sheet, choices, &there).map_err(wrong)
    }

    fn planned(
        &self,
        name: String,
        sheet: Sheet,
        choices: &SheetChoices,
        there: &There,
    ) -> Result<(SheetLook, Plan), String> {
        let (columns, rows) = columns(&sheet.rows, choices.columns.as_deref());
        let heads: Vec<(String, Option<SheetField>)> =
            columns.iter().map(|column| (column.head.clone(), column.field)).collect();
        let has = |wanted: SheetField| heads.iter().any(|(_, field)| *field == Some(wanted));
        let titled = [Language::En, Language::Ru, Language::Be].map(SheetField::Title).into_iter().any(has);
        let mut plan = Plan::default();
        if titled || has(SheetField::Uid) {
            let date = |typed: &str| self.date_typed(typed).ok();
            let reads = rows.iter().map(|row| row::read(row, &heads, &there.ladder, &date)).collect();
            let parent = heads.iter().find(|(_, field)| *field == Some(SheetField::Parent));
            plan = plan::plan(reads, there, choices.kind, parent.map_or("", |(head, _)| head));
        } else if choices.columns.is_none() && columns.iter().all(|column| column.field.is_none()) {
            let heads: Vec<&str> = columns.iter().take(8).map(|column| column.head.as_str()).collect();
            if heads.len() < 2 {
                return Err("has a single column; a register has at least a title and a date".to_owned());
            }
        }
        let look = SheetLook {
            name,
            sheets: sheet.sheets,
            sheet: sheet.sheet,
            columns,
            rows: plan.rows.clone(),
            lanes: plan.lanes.iter().map(|lane| lane.title.en.clone()).collect(),
            formulas: sheet.formulas,
            merged: sheet.merged,
        };
        Ok((look, plan))
    }
}

/// The columns by the row of heads, and the rows below it. A field stands for the first column whose head says it.
fn columns<'s>(
    rows: &'s [SheetRow],
    chosen: Option<&[Option<SheetField>]>,
) -> (Vec<SheetColumn>, &'s [SheetRow]) {
    let speaks = |row: &SheetRow| {
        let fields = row.cells.iter().filter_map(|cell| SheetField::of_head(&cell.words()));
        fields.collect::<std::collections::HashSet<_>>().len()
    };
    let best =
        rows.iter().take(HEADS_WITHIN).enumerate().max_by_key(|(at, row)| (speaks(row), usize::MAX - at));
    let at = best.map_or(0, |(at, _)| at);
    let below = rows.get(at + 1..).unwrap_or_default();
    let width = rows.iter().skip(at).map(|row| row.cells.len()).max().unwrap_or(0);
    let mut seen = std::collections::HashSet::new();
    let column = |place: usize| {
        let words = |row: &SheetRow| row.cells.get(place).map(sheet::Cell::words).unwrap_or_default();
        let head = rows.get(at).map(words).unwrap_or_default();
        let field = match chosen {
            Some(chosen) => chosen.get(place).copied().flatten(),
            None => SheetField::of_head(&head).filter(|field| seen.insert(*field)),
        };
        let samples = below.iter().map(words).filter(|words| !words.is_empty()).take(3);
        SheetColumn { head, field, samples: samples.collect() }
    };
    ((0..width).map(column).collect(), below)
}

/// Writes a plan: lanes, milestones, then parents that are rows themselves, then statuses.
fn put(writer: &Writer<'_>, plan: &Plan, reason: &str, by_today: &Edtf) -> Result<()> {
    for lane in &plan.lanes {
        writer.put_lane(lane)?;
    }
    let mut ids = Vec::with_capacity(plan.puts.len());
    for put in &plan.puts {
        let Some(put) = put else {
            ids.push(None);
            continue;
        };
        let entry = match put.parent {
            Some(Parent::There(parent)) => Milestone { parent: Some(parent), ..put.entry.clone() },
            _ => put.entry.clone(),
        };
        ids.push(Some(match put.milestone {
            // Its parent may lie below it until the other rows are written.
            Some(id) => {
                writer.edit_milestone(
                    id,
                    &Milestone { parent: put.entry.parent.filter(|_| put.parent.is_none()), ..entry },
                )?;
                id
            }
            None => writer.add_milestone(&Milestone { parent: None, ..entry })?,
        }));
    }
    for (put, id) in plan.puts.iter().zip(&ids) {
        let (Some(put), Some(id)) = (put, id) else { continue };
        let parent = match put.parent {
            Some(Parent::There(parent)) => Some(parent),
            Some(Parent::Row(at)) => ids.get(at).copied().flatten(),
            None => None,
        };
        if parent.is_some() {
            writer.edit_milestone(*id, &Milestone { parent, ..put.entry.clone() })?;
        }
        if let Some((reached, since, own)) = &put.status {
            let change = StatusChange {
                status: reached.status,
                step: reached.step.clone(),
                since: since.clone().or_else(|| Some(by_today.clone())),
                known: None,
                judgement: Some(own.clone().unwrap_or_else(|| reason.to_owned())),
                decided_by: String::new(),
            };
            writer.set_status(*id, &change)?;
        }
    }
    Ok(())
}
