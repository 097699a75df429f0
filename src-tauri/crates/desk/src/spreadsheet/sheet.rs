//! A table as it stands in a file: CSV in any encoding and with any usual separator, or a sheet of a workbook (XLSX).

use std::io::Cursor;

use calamine::{DataRef, Reader as _, SheetVisible, Xlsx, XlsxError};

/// Most rows taken in at once, and most columns looked at.
pub(super) const MOST_ROWS: usize = 20_000;
const MOST_COLUMNS: u32 = 200;
/// A workbook is XML packed: what it unfolds to is bounded, and so are the strings it says to share.
const LARGEST: u64 = 64 << 20;
const LARGEST_UNPACKED: u64 = 512 << 20;
const MOST_STRINGS: usize = 5_000_000;

/// What stands in a cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Cell {
    #[default]
    Empty,
    Text(String),
    Number(f64),
    /// A day of the spreadsheet's own, as EDTF.
    Day(String),
    /// `#REF!` and the like.
    Error(String),
    /// A formula whose result was never saved.
    NoResult,
}

impl Cell {
    /// What the cell says, as text.
    pub(super) fn words(&self) -> String {
        match self {
            Self::Empty | Self::NoResult => String::new(),
            Self::Text(text) | Self::Day(text) | Self::Error(text) => text.trim().to_owned(),
            Self::Number(number) => number.to_string(),
        }
    }

    fn text(text: &str) -> Self {
        let text = unguarded(text.trim());
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }
}

/// A row with its number in the file, from 1.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct SheetRow {
    pub(super) number: u32,
    pub(super) cells: Vec<Cell>,
}

/// A table, with what was met in reading it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Sheet {
    /// The sheets of the workbook that are not hidden; none for CSV.
    pub(super) sheets: Vec<String>,
    /// The one read.
    pub(super) sheet: Option<String>,
    /// Rows that are not empty.
    pub(super) rows: Vec<SheetRow>,
    /// Cells that are formulas, of which the saved result counts.
    pub(super) formulas: usize,
    /// Merged regions over several rows, whose value counts for each of them.
    pub(super) merged: usize,
}

/// Reads a table; of a workbook the sheet named, or else the first that is not empty.
///
/// # Errors
/// What the file is, and what to do instead.
pub(super) fn read(bytes: &[u8], sheet: Option<&str>) -> Result<Sheet, String> {
    if bytes.is_empty() {
        return Err("is empty".to_owned());
    }
    if bytes.len() as u64 > LARGEST {
        return Err(format!(
            "is larger than {} MB; save the rows of the register as a file of their own",
            LARGEST >> 20
        ));
    }
    let table = match bytes {
        [b'P', b'K', ..] => workbook(bytes, sheet)?,
        [0xd0, 0xcf, 0x11, 0xe0, ..] => return Err(compound(bytes).to_owned()),
        _ if bytes.starts_with(b"%PDF") => {
            return Err("is a PDF, whatever its name says; save the table as XLSX or CSV".to_owned());
        }
        _ => separated(bytes)?,
    };
    if table.rows.len() > MOST_ROWS + 20 {
        let rows = table.rows.len();
        return Err(format!("has {rows} rows; at most {MOST_ROWS} are taken in at once: split the file"));
    }
    if table.rows.is_empty() {
        return Err("has no row with anything in it".to_owned());
    }
    Ok(table)
}

/// What an OLE file is: a workbook locked with a password, or of the old kind.
fn compound(bytes: &[u8]) -> &'static str {
    let locked: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    if bytes.windows(locked.len()).any(|window| window == locked) {
        "is locked with a password; open it in the spreadsheet program, take the password off and save it anew"
    } else {
        "is a workbook of the old kind (.xls); save it as XLSX or CSV"
    }
}

fn separated(bytes: &[u8]) -> Result<Sheet, String> {
    let text = chancery_intake::text_of(bytes).map_err(|_| {
        "is neither a workbook (XLSX) nor text such as CSV; save the table as one of the two".to_owned()
    })?;
    // With one sign for the end of a line, rows are numbered as a spreadsheet numbers them.
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let text = text.as_str();
    let start = text.trim_start().get(..9).unwrap_or_default().to_ascii_lowercase();
    if start.starts_with("<html") || start.starts_with("<!doctype") || start.starts_with("<table") {
        return Err("is a web page, whatever its name says; save the table as XLSX or CSV".to_owned());
    }
    // Excel writes and obeys a first line that names the separator.
    let (named, text) = match text.strip_prefix("sep=").and_then(|rest| rest.split_once('\n')) {
        Some((sign, rest)) => (sign.trim_end().bytes().next(), rest),
        None => (None, text),
    };
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .has_headers(false)
        .delimiter(named.unwrap_or_else(|| separator(text)))
        .from_reader(text.as_bytes());
    let mut table = Sheet::default();
    let mut record = csv::StringRecord::new();
    // Line ends inside of cells make no rows.
    let mut inner = u64::from(named.is_some()).wrapping_neg();
    loop {
        match reader.read_record(&mut record) {
            Ok(false) => return Ok(table),
            Ok(true) => {}
            Err(error) => return Err(format!("is no table: {error}")),
        }
        let line = record.position().map_or(0, csv::Position::line);
        let number = u32::try_from(line.wrapping_sub(inner)).unwrap_or(u32::MAX);
        inner = inner.wrapping_add(record.iter().map(|cell| cell.matches('\n').count() as u64).sum());
        let cells: Vec<Cell> =
            record.iter().take(MOST_COLUMNS as usize).map(Cell::text).map(error_or).collect();
        if cells.iter().any(|cell| *cell != Cell::Empty) {
            table.rows.push(SheetRow { number, cells });
        }
    }
}

/// An error of the spreadsheet's comes into CSV as its words.
fn error_or(cell: Cell) -> Cell {
    const ERRORS: [&str; 8] = ["#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#N/A", "#SPILL!"];
    match cell {
        Cell::Text(text) if ERRORS.contains(&text.as_str()) => Cell::Error(text),
        other => other,
    }
}

/// What parts the cells: of comma, semicolon and tab the one that stands outside of quotes most often in the first line.
fn separator(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    let mut quoted = false;
    for byte in first.bytes() {
        quoted ^= byte == b'"';
        for (sign, count) in &mut counts {
            *count += usize::from(!quoted && byte == *sign);
        }
    }
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(sign, _)| sign)
}

/// What begins a cell that a spreadsheet takes for a formula stands behind an apostrophe in our own files: it is taken off.
fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.trim_start_matches('\'').starts_with(crate::out::FORMULA) => rest,
        _ => cell,
    }
}

fn workbook(bytes: &[u8], wanted: Option<&str>) -> Result<Sheet, String> {
    look_inside(bytes)?;
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|error| unread(&error))?;
    let sheets: Vec<String> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .collect();
    let asked: Vec<String> = match wanted {
        Some(name) if sheets.iter().any(|sheet| sheet == name) => vec![name.to_owned()],
        Some(name) => return Err(format!("has no sheet “{name}”; its sheets are {}", sheets.join(", "))),
        None => sheets.clone(),
    };
    for name in asked {
        let mut table = match one_sheet(&mut book, &name) {
            // A chart on a sheet of its own.
            Err(XlsxError::WorksheetNotFound(_) | XlsxError::NotAWorksheet(_)) => continue,
            read => read.map_err(|error| unread(&error))?,
        };
        if !table.rows.is_empty() || wanted.is_some() {
            (table.sheets, table.sheet) = (sheets, Some(name));
            return Ok(table);
        }
    }
    Ok(Sheet::default())
}

/// Refuses an archive that is no workbook, and one that would unfold to more than a register has.
fn look_inside(bytes: &[u8]) -> Result<(), String> {
    let torn = |error: zip::result::ZipError| format!("is torn or no workbook: {error}");
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(torn)?;
    if archive.index_for_name("xl/workbook.xml").is_none()
        && archive.index_for_name("xl/workbook.bin").is_none()
    {
        let what = if archive.index_for_name("content.xml").is_some() {
            "is a table of OpenDocument or another document of its kind; save it as XLSX or CSV"
        } else {
            "is an archive and no workbook; save the table as XLSX or CSV"
        };
        return Err(what.to_owned());
    }
    if archive.index_for_name("xl/workbook.bin").is_some() {
        return Err("is a binary workbook (.xlsb); save it as XLSX or CSV".to_owned());
    }
    let mut unpacked = 0_u64;
    for index in 0..archive.len() {
        unpacked = unpacked.saturating_add(archive.by_index_raw(index).map_err(torn)?.size());
    }
    let shared = archive.by_name("xl/sharedStrings.xml").ok().map(|file| {
        let mut head = String::new();
        let read = std::io::Read::take(file, 4096);
        let _ = std::io::Read::read_to_string(&mut std::io::BufReader::new(read), &mut head);
        let count = head.split_once("uniqueCount=\"").and_then(|(_, rest)| rest.split_once('"'));
        count.map_or(Some(0), |(count, _)| count.parse::<usize>().ok())
    });
    let many = shared.is_some_and(|count| count.is_none_or(|count| count > MOST_STRINGS));
    if unpacked > LARGEST_UNPACKED || many {
        return Err(
            "unfolds to far more than a register has; save its rows as a file of their own".to_owned()
        );
    }
    Ok(())
}

fn unread(error: &XlsxError) -> String {
    format!("is a workbook that can't be read ({error}); open it in the spreadsheet program and save it anew")
}

fn one_sheet(book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Sheet, XlsxError> {
    let mut table = Sheet::default();
    let mut cells = book.worksheet_cells_reader(name)?;
    while let Some(record) = cells.next_cell_with_formula_metadata()? {
        let (row, column) = record.pos;
        if column >= MOST_COLUMNS {
            continue;
        }
        let mut cell = cell(&record.value);
        if record.formula.is_some() {
            table.formulas += 1;
            if cell == Cell::Empty {
                cell = Cell::NoResult;
            }
        }
        if cell == Cell::Empty {
            continue;
        }
        let number = row.saturating_add(1);
        if table.rows.last().is_none_or(|last| last.number != number) {
            // Counted to the end, so that the refusal says how many; kept no further.
            if table.rows.len() > MOST_ROWS + 20 {
                table.rows.push(SheetRow { number, cells: Vec::new() });
                continue;
            }
            table.rows.push(SheetRow { number, cells: Vec::new() });
        }
        if let Some(last) = table.rows.last_mut() {
            put(&mut last.cells, column as usize, cell);
        }
    }
    drop(cells);
    for region in book.merge_cells_by_sheet_name(name)? {
        let ((top, left), (bottom, _)) = (region.start, region.end);
        if bottom > top && left < MOST_COLUMNS && fill(&mut table.rows, top + 1, bottom + 1, left as usize) {
            table.merged += 1;
        }
    }
    Ok(table)
}

fn put(cells: &mut Vec<Cell>, column: usize, cell: Cell) {
    if cells.len() <= column {
        cells.resize(column + 1, Cell::Empty);
    }
    if let Some(place) = cells.get_mut(column) {
        *place = cell;
    }
}

/// The value of a merged region counts for each of its rows that has anything in it.
fn fill(rows: &mut [SheetRow], first: u32, last: u32, column: usize) -> bool {
    let from = rows.partition_point(|row| row.number < first);
    let value =
        rows.get(from).filter(|row| row.number == first).and_then(|row| row.cells.get(column)).cloned();
    let Some(value) = value.filter(|value| *value != Cell::Empty) else { return false };
    let mut filled = false;
    for row in rows.iter_mut().skip(from + 1).take_while(|row| row.number <= last) {
        put(&mut row.cells, column, value.clone());
        filled = true;
    }
    filled
}

fn cell(value: &DataRef<'_>) -> Cell {
    match value {
        DataRef::Empty => Cell::Empty,
        #[allow(clippy::cast_precision_loss)]
        DataRef::Int(number) => Cell::Number(*number as f64),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::String(text) => Cell::text(text),
        DataRef::SharedString(text) => Cell::text(text),
        DataRef::Bool(yes) => Cell::Text(if *yes { "yes" } else { "no" }.to_owned()),
        DataRef::DateTime(stamp) if stamp.is_datetime() => {
            let (year, month, day, ..) = stamp.to_ymd_hms_milli();
            Cell::Day(format!("{year:04}-{month:02}-{day:02}"))
        }
        DataRef::DateTime(length) => Cell::Number(length.as_f64()),
        DataRef::DateTimeIso(stamp) => {
            Cell::Day(stamp.split(['T', ' ']).next().unwrap_or_default().to_owned())
        }
        DataRef::DurationIso(length) => Cell::Text(length.clone()),
        DataRef::Error(error) => Cell::Error(error.to_string()),
    }
}
