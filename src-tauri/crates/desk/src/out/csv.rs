//! A table by RFC 4180: UTF-8 with a byte order mark, by which Excel knows Cyrillic, and no cell that is a formula.

use super::item::Item;

const COLUMNS: [&str; 17] = [
    "id",
    "title",
    "outlet",
    "author",
    "published",
    "published_confidence",
    "first_day",
    "last_day",
    "language",
    "url",
    "section",
    "topics",
    "captured",
    "file",
    "sha256",
    "key",
    "uid",
];

/// Mark and head of the table.
pub(super) fn head() -> Vec<u8> {
    head_of(&COLUMNS)
}

/// Mark and head of a table with these columns.
pub(super) fn head_of(columns: &[&str]) -> Vec<u8> {
    let mut out = "\u{feff}".as_bytes().to_vec();
    out.extend(row_of(&columns.iter().map(|&column| column.to_owned()).collect::<Vec<_>>()));
    out
}

/// One article. Its text has no place in a table: a cell of Excel ends at 32,767 characters.
pub(super) fn row(item: &Item) -> Vec<u8> {
    let day = |day: Option<chancery_model::Day>| day.map(|day| day.to_string()).unwrap_or_default();
    let date = item.published.as_ref().map(|stamp| &stamp.date);
    let topics: Vec<&str> = item.topics.iter().map(|(_, label)| label.as_str()).collect();
    row_of(&[
        item.id.to_string(),
        item.title.clone(),
        item.outlet.clone(),
        item.byline.clone(),
        item.published.as_ref().map(|stamp| stamp.to_iso()).unwrap_or_default(),
        item.confidence.to_owned(),
        day(date.and_then(chancery_model::Edtf::earliest)),
        day(date.and_then(chancery_model::Edtf::latest)),
        item.language.clone(),
        item.url.clone(),
        item.section.clone(),
        topics.join("; "),
        item.captured.clone(),
        item.file.clone(),
        item.sha256.clone(),
        item.key.clone(),
        item.uid.clone(),
    ])
}

/// A row, no cell of which is a formula.
pub(super) fn row_of(cells: &[String]) -> Vec<u8> {
    let mut writer = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(Vec::new());
    // Memory takes every byte.
    let _ = writer.write_record(cells.iter().map(|cell| as_text(cell)));
    writer.into_inner().unwrap_or_default()
}

/// What begins a cell that a spreadsheet takes for a formula.
pub(crate) const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// An apostrophe before what a spreadsheet would take for a formula, and run: text from outside must not.
fn as_text(cell: &str) -> String {
    if cell.starts_with(FORMULA) { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::out::item::example;

    #[test]
    fn no_cell_is_a_formula_and_every_cell_comes_back() {
        let titles =
            ["=HYPERLINK(\"http://x\",\"y\")", "+1", "-2", "@SUM(A1)", "Нефть, «газ» и \"свет\"", "a=b"];
        let mut table = head();
        for title in titles {
            table.extend(row(&example(title, "2019-03/2019-11", true)));
        }
        let text = String::from_utf8(table).unwrap();
        assert!(text.starts_with("\u{feff}id,title,") && text.ends_with("\r\n"));
        let mut reader = ::csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let rows: Vec<::csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        let told: Vec<&str> = rows.iter().map(|row| &row[1]).collect();
        assert_eq!(
            told,
            ["'=HYPERLINK(\"http://x\",\"y\")", "'+1", "'-2", "'@SUM(A1)", "Нефть, «газ» и \"свет\"", "a=b"]
        );
        assert_eq!((&rows[0][4], &rows[0][6], &rows[0][7]), ("2019-03/2019-11", "2019-03-01", "2019-11-30"));
    }
}
