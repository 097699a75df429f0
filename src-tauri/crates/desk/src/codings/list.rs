//! The codings of a topic as a table.

use std::path::Path;

use chancery_model::TopicId;

use crate::out::FORMULA;
use crate::{CodedPassage, Desk, DeskError, Result, write_whole};

const COLUMNS: [&str; 14] = [
    "topic",
    "label",
    "published",
    "outlet",
    "title",
    "before",
    "passage",
    "after",
    "memo",
    "start",
    "end",
    "coded",
    "article",
    "uid",
];

impl Desk {
    /// Writes the codings of a topic as a table; a file that is there is replaced whole. How many there are.
    ///
    /// # Errors
    /// `nothing-to-export` where the topic has none; `no-such`; when the file can't be written.
    pub fn export_coded_passages(&self, topic: TopicId, path: &Path) -> Result<usize> {
        let passages = self.coded_passages(topic, 0, u32::MAX)?.rows;
        if passages.is_empty() {
            return Err(DeskError::NothingToExport);
        }
        let topics = self.read(|reader| reader.topics())?;
        let (slug, label) = topics
            .into_iter()
            .find(|row| row.id == topic)
            .map(|row| (row.topic.slug, row.topic.label.en))
            .unwrap_or_default();
        let mut writer = ::csv::WriterBuilder::new()
            .terminator(::csv::Terminator::CRLF)
            .from_writer("\u{feff}".as_bytes().to_vec());
        // Memory takes every byte.
        let _ = writer.write_record(COLUMNS);
        for passage in &passages {
            let _ = writer.write_record(cells(passage, &slug, &label).map(as_text));
        }
        write_whole(path, &writer.into_inner().unwrap_or_default())?;
        Ok(passages.len())
    }
}

fn cells(passage: &CodedPassage, slug: &str, label: &str) -> [String; 14] {
    let CodedPassage { row, before, after, article } = passage;
    let anchor = &row.coding.anchor;
    // A passage that is lost has no place.
    let place = |point: u32| if anchor.is_lost() { String::new() } else { point.to_string() };
    let at = chrono::DateTime::from_timestamp_millis(row.at.0);
    [
        slug.to_owned(),
        label.to_owned(),
        article.published.as_ref().map(|published| published.date.to_string()).unwrap_or_default(),
        article.outlet.as_ref().map(|(_, name)| name.clone()).unwrap_or_default(),
        article.title.clone(),
        before.clone(),
        anchor.exact.clone(),
        after.clone(),
        row.coding.memo.clone(),
        place(anchor.span.start),
        place(anchor.span.end),
        at.map(|at| at.format("%Y-%m-%dT%H:%M:%SZ").to_string()).unwrap_or_default(),
        article.id.to_string(),
        row.uid.to_string(),
    ]
}

/// An apostrophe before what a spreadsheet would take for a formula, as in the table of articles.
fn as_text(cell: String) -> String {
    if cell.starts_with(FORMULA) { format!("'{cell}") } else { cell }
}
