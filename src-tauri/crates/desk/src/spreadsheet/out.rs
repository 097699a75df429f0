//! The register as CSV and XLSX: the columns that are read again, and beside them what reckons with them.

use std::collections::HashMap;

use chancery_model::{Day, Edtf, Ladder, Language, LineageKind, MilestoneId, Stance};
use chancery_store::{Lane, LineageRow};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, XlsxError};

use super::*;
use crate::out::FORMULA;
use crate::{AsOf, Standing, write_whole};

/// As what the register is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum RegisterFormat {
    Csv,
    Xlsx,
}

impl RegisterFormat {
    /// The format of a file's ending.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        match ending.to_ascii_lowercase().as_str() {
            "csv" => Some(Self::Csv),
            "xlsx" => Some(Self::Xlsx),
            _ => None,
        }
    }
}

/// A register that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct RegisterWritten {
    pub path: PathBuf,
    pub milestones: usize,
    pub bytes: usize,
}

#[derive(Clone, Copy)]
enum Column {
    Field(SheetField),
    Earliest,
    Latest,
    For,
    Against,
    Lineage,
}

/// Heads, what stands below, and how wide it is in a workbook. All but the last of each pair are known again when read.
const COLUMNS: [(&str, Column, u16); 21] = [
    ("Number", Column::Field(SheetField::Number), 8),
    ("Title", Column::Field(SheetField::Title(Language::En)), 52),
    ("Date", Column::Field(SheetField::Date), 16),
    ("Earliest", Column::Earliest, 12),
    ("Latest", Column::Latest, 12),
    ("Kind", Column::Field(SheetField::Kind), 16),
    ("Lane", Column::Field(SheetField::Lane), 26),
    ("Part of", Column::Field(SheetField::Parent), 34),
    ("Deadline", Column::Field(SheetField::Deadline), 14),
    ("Status", Column::Field(SheetField::Status), 12),
    ("Since", Column::Field(SheetField::Since), 14),
    ("Reason", Column::Field(SheetField::Reason), 40),
    ("Evidence for", Column::For, 12),
    ("Evidence against", Column::Against, 15),
    ("Lineage", Column::Lineage, 34),
    ("Who", Column::Field(SheetField::Who), 26),
    ("Role", Column::Field(SheetField::Role), 12),
    ("Description", Column::Field(SheetField::Description), 50),
    ("Title (ru)", Column::Field(SheetField::Title(Language::Ru)), 40),
    ("Title (be)", Column::Field(SheetField::Title(Language::Be)), 40),
    ("UUID", Column::Field(SheetField::Uid), 38),
];

enum Value {
    Text(String),
    Number(usize),
    Day(Option<Day>),
}

impl Desk {
    /// Writes the register, or those of it that are named in their order, as it stands or stood on a day. A file that is there is
    /// replaced whole.
    ///
    /// # Errors
    /// `missing` where there is no milestone; when the file can't be written.
    pub fn export_register(
        &self,
        path: &Path,
        format: RegisterFormat,
        only: Option<&[MilestoneId]>,
        as_of: Option<AsOf>,
    ) -> Result<RegisterWritten> {
        let register = self.register()?;
        let (all, lineage) = match as_of {
            Some(as_of) => {
                let standings = register.standings(as_of);
                (standings.milestones, standings.lineage)
            }
            None => (register.now(), register.lineage().to_vec()),
        };
        let lanes = self.read(|reader| reader.lanes())?;
        let rows = Rows { lineage: lineages(&all, &lineage), ..Rows::of(&all, &lanes, register.ladder()) };
        let chosen: Vec<&Standing> = match only {
            None => all.iter().collect(),
            Some(ids) => {
                let by_id: HashMap<MilestoneId, &Standing> =
                    all.iter().map(|one| (one.row.id, one)).collect();
                ids.iter().filter_map(|id| by_id.get(id).copied()).collect()
            }
        };
        if chosen.is_empty() {
            return Err(DeskError::Missing("milestone"));
        }
        let bytes = match format {
            RegisterFormat::Csv => csv(&rows, &chosen),
            RegisterFormat::Xlsx => {
                let why = |error: XlsxError| DeskError::Spreadsheet {
                    path: path.to_owned(),
                    what: error.to_string(),
                };
                xlsx(&rows, &chosen, self.clock.today()).map_err(why)?
            }
        };
        write_whole(path, &bytes)?;
        Ok(RegisterWritten { path: path.to_owned(), milestones: chosen.len(), bytes: bytes.len() })
    }
}

/// What rows need of others: names of lanes and parents by which they are found again.
struct Rows<'r> {
    lanes: HashMap<&'r str, &'r str>,
    parents: HashMap<MilestoneId, String>,
    ladder: &'r Ladder,
    lineage: HashMap<MilestoneId, String>,
}

impl<'r> Rows<'r> {
    fn of(all: &'r [Standing], lanes: &'r [Lane], ladder: &'r Ladder) -> Self {
        let mut titled: HashMap<String, usize> = HashMap::new();
        for one in all {
            *titled.entry(fields::plain(&one.row.milestone.title.en)).or_default() += 1;
        }
        let names = |title: &str| {
            lanes.iter().filter(|lane| fields::plain(&lane.title.en) == fields::plain(title)).count()
        };
        let parent = |row: &MilestoneRow| match titled.get(&fields::plain(&row.milestone.title.en)) {
            Some(1) => row.milestone.title.en.clone(),
            _ => row.uid.to_string(),
        };
        let lane = |lane: &'r Lane| {
            (
                lane.slug.as_str(),
                if names(&lane.title.en) == 1 { lane.title.en.as_str() } else { lane.slug.as_str() },
            )
        };
        Self {
            lanes: lanes.iter().map(lane).collect(),
            parents: all.iter().map(|one| (one.row.id, parent(&one.row))).collect(),
            ladder,
            lineage: HashMap::new(),
        }
    }

    fn value(&self, of: &Standing, column: Column) -> Value {
        let milestone = &of.row.milestone;
        let edtf = |date: Option<&Edtf>| Value::Text(date.map(ToString::to_string).unwrap_or_default());
        let text = |text: Option<&str>| Value::Text(text.unwrap_or_default().to_owned());
        let count = |stance: Stance| {
            Value::Number(
                of.evidence.iter().filter(|row| row.evidence.stance == stance && !row.in_bin).count(),
            )
        };
        let step = of.changes.last().map(|step| &step.change);
        match column {
            Column::Earliest => Value::Day(milestone.date.as_ref().and_then(Edtf::earliest)),
            Column::Latest => Value::Day(milestone.date.as_ref().and_then(Edtf::latest)),
            Column::For => count(Stance::Supports),
            Column::Against => count(Stance::Contradicts),
            Column::Lineage => text(self.lineage.get(&of.row.id).map(String::as_str)),
            Column::Field(field) => match field {
                SheetField::Uid => Value::Text(of.row.uid.to_string()),
                SheetField::Number => Value::Number(usize::try_from(of.row.id.0).unwrap_or_default()),
                SheetField::Title(Language::Ru) => text(milestone.title.ru.as_deref()),
                SheetField::Title(Language::Be) => text(milestone.title.be.as_deref()),
                SheetField::Title(_) => text(Some(&milestone.title.en)),
                SheetField::Kind => text(Some(words::kind_in_words(milestone.kind))),
                SheetField::Lane => {
                    text(milestone.lane.as_deref().and_then(|lane| self.lanes.get(lane).copied()))
                }
                SheetField::Parent => {
                    text(milestone.parent.and_then(|parent| self.parents.get(&parent)).map(String::as_str))
                }
                SheetField::Date => edtf(milestone.date.as_ref()),
                SheetField::Deadline => edtf(milestone.deadline.as_ref()),
                SheetField::Status => Value::Text(of.row.status.map_or_else(String::new, |status| {
                    words::step_in_words(self.ladder, status, of.row.step.as_deref())
                })),
                SheetField::Since => edtf(step.and_then(|step| step.since.as_ref())),
                SheetField::Reason => text(step.and_then(|step| step.judgement.as_deref())),
                SheetField::Who => text(Some(&milestone.who.en)),
                SheetField::Role => text(milestone.role.map(words::role_in_words)),
                SheetField::Description => text(Some(&milestone.description)),
            },
        }
    }
}

/// "split into: Gas; Taxes · from: Sochi", of every milestone that has links.
fn lineages(all: &[Standing], links: &[LineageRow]) -> HashMap<MilestoneId, String> {
    let titles: HashMap<MilestoneId, &str> =
        all.iter().map(|one| (one.row.id, one.row.milestone.title.en.as_str())).collect();
    // Titles by the kind of link; without one, of what it came out of.
    let mut ends: HashMap<MilestoneId, Vec<(Option<LineageKind>, &str)>> = HashMap::new();
    for link in links.iter().map(|row| &row.lineage) {
        let (Some(from), Some(to)) = (titles.get(&link.from), titles.get(&link.to)) else { continue };
        ends.entry(link.from).or_default().push((Some(link.kind), to));
        ends.entry(link.to).or_default().push((None, from));
    }
    let told = |ends: Vec<(Option<LineageKind>, &str)>| {
        let kinds = LineageKind::ALL.iter().copied().map(Some).chain([None]);
        let parts = kinds.filter_map(|kind| {
            let titles: Vec<&str> =
                ends.iter().filter(|(one, _)| *one == kind).map(|(_, title)| *title).collect();
            let words = kind.map_or("from", words::link_in_words);
            (!titles.is_empty()).then(|| format!("{words}: {}", titles.join("; ")))
        });
        parts.collect::<Vec<_>>().join(" · ")
    };
    ends.into_iter().map(|(id, ends)| (id, told(ends))).collect()
}

/// By RFC 4180, with the mark by which Excel knows UTF-8.
fn csv(rows: &Rows<'_>, chosen: &[&Standing]) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    // Memory takes every byte.
    let _ = writer.write_record(COLUMNS.map(|(head, ..)| head));
    for one in chosen {
        let cells = COLUMNS.map(|(_, column, _)| match rows.value(one, column) {
            Value::Text(text) => guarded(text),
            Value::Number(number) => number.to_string(),
            Value::Day(day) => day.map(|day| day.to_string()).unwrap_or_default(),
        });
        let _ = writer.write_record(cells);
    }
    writer.into_inner().unwrap_or_default()
}

/// An apostrophe before what a spreadsheet would take for a formula, and one more where such a one stands already.
fn guarded(cell: String) -> String {
    if cell.trim_start_matches('\'').starts_with(FORMULA) { format!("'{cell}") } else { cell }
}

fn xlsx(rows: &Rows<'_>, chosen: &[&Standing], today: Day) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The same register gives the same file on the same day.
    if let Some(made) = excel_day(today) {
        book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    }
    let head = Format::new().set_bold().set_align(FormatAlign::Top);
    let dated = Format::new().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Top);
    let plain = Format::new().set_align(FormatAlign::Top);
    let sheet = book.add_worksheet();
    sheet.set_name("Register")?;
    for (place, (name, column, width)) in (0_u16..).zip(COLUMNS) {
        sheet.set_column_width(place, f64::from(width))?;
        sheet.write_string_with_format(0, place, name, &head)?;
        for (row, one) in (1_u32..).zip(chosen) {
            // Text is written as text, whatever it begins with: a workbook has no formula but one written as such.
            match rows.value(one, column) {
                Value::Text(text) if text.is_empty() => continue,
                Value::Text(text) => sheet.write_string_with_format(row, place, cut(&text), &plain)?,
                #[allow(clippy::cast_precision_loss)]
                Value::Number(number) => sheet.write_number_with_format(row, place, number as f64, &plain)?,
                Value::Day(None) => continue,
                Value::Day(Some(day)) => match excel_day(day) {
                    Some(date) => sheet.write_datetime_with_format(row, place, &date, &dated)?,
                    // Excel's days begin with 1900.
                    None => sheet.write_string_with_format(row, place, day.to_string(), &plain)?,
                },
            };
        }
    }
    let last = u32::try_from(chosen.len()).unwrap_or(u32::MAX);
    sheet.autofilter(0, 0, last, u16::try_from(COLUMNS.len() - 1).unwrap_or(0))?;
    sheet.set_freeze_panes(1, 2)?;
    book.save_to_buffer()
}

/// A cell of a workbook ends at 32,767 characters.
fn cut(text: &str) -> &str {
    const LONGEST: usize = 32_767;
    text.char_indices().nth(LONGEST).map_or(text, |(end, _)| text.get(..end).unwrap_or_default())
}

fn excel_day(day: Day) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year).ok().filter(|year| *year >= 1900)?;
    ExcelDateTime::from_ymd(year, day.month, day.day).ok()
}
