//! A table by RFC 4180: UTF-8 with a byte order mark, by which Excel knows Cyrillic, and no cell that is a formula.

use super::Chart;

/// The chart as a table, a milestone a row.
#[must_use]
pub fn table(chart: &Chart) -> Vec<u8> {
    let words = chart.words();
    let head = [
        "uid",
        "title",
        "kind",
        "lane",
        "date",
        "when",
        "first_day",
        "last_day",
        "status",
        "who",
        "passages",
        "as_of",
    ];
    let as_of = chart.as_of.map(|as_of| format!("{} {}", as_of.axis.id(), as_of.day)).unwrap_or_default();
    written(|writer| {
        writer.write_record(head)?;
        for entry in &chart.entries {
            let day = |day: Option<chancery_model::Day>| day.map(|day| day.to_string()).unwrap_or_default();
            let passages: Vec<String> = entry
                .passages
                .iter()
                .map(|(quote, source)| format!("{} — {source}", words.quoted(quote)))
                .collect();
            let cells = [
                entry.uid.clone(),
                entry.title.clone(),
                entry.kind.id().to_owned(),
                entry.lane.clone().unwrap_or_default(),
                entry.date.to_string(),
                entry.when(&words),
                day(entry.date.earliest()),
                day(entry.date.latest()),
                entry.own.clone().or_else(|| Some(entry.status?.id().to_owned())).unwrap_or_default(),
                entry.who.clone(),
                passages.join("\n"),
                as_of.clone(),
            ];
            writer.write_record(cells.map(plain))?;
        }
        Ok(())
    })
}

/// The bytes of a table.
pub(super) fn written(write: impl FnOnce(&mut ::csv::Writer<Vec<u8>>) -> ::csv::Result<()>) -> Vec<u8> {
    let mut writer = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(Vec::new());
    // Memory takes every byte.
    let _ = write(&mut writer);
    let mut out = "\u{feff}".as_bytes().to_vec();
    out.extend(writer.into_inner().unwrap_or_default());
    out
}

/// A cell that would be a formula begins with an apostrophe, as spreadsheets write text.
pub(super) fn plain(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell }
}
