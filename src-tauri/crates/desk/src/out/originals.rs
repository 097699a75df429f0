//! Originals in a ZIP archive, byte for byte, with a list of hashes that `sha256sum -c` checks.

use std::collections::HashSet;
use std::io::Write as _;

use chancery_model::ArticleId;
use chancery_store::{Moment, Reader};
use chrono::{Datelike as _, Timelike as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::date;
use super::item::hex;
use super::names::Names;
use crate::whole::Whole;
use crate::{DeskError, Progress, Result, Step};

/// The list of hashes, by the name such lists have.
pub(super) const SUMS: &str = "SHA256SUMS";

/// Files of this size need the long form of their entry.
const LARGE: u64 = 0xffff_ffff;

/// Writes the originals of articles, one at a time in memory; `false` where it was cancelled. Articles that share an
/// original share its file.
pub(super) fn write(
    reader: &Reader<'_>,
    ids: &[ArticleId],
    file: &mut Whole<'_>,
    progress: &mut Progress<'_>,
) -> Result<bool> {
    let path = file.path().to_owned();
    let failed = |error: zip::result::ZipError| DeskError::file(&path, error.into());
    let mut archive = ZipWriter::new(file);
    let mut names = Names::default();
    names.give(SUMS, "");
    let mut sums = String::new();
    let mut written = HashSet::new();
    let mut newest = Moment(0);
    for (done, &id) in ids.iter().enumerate() {
        let detail = reader.article(id)?;
        if !progress.step(Step { done, total: ids.len(), current: &detail.source_name, ..Step::default() }) {
            return Ok(false);
        }
        if !written.insert(detail.original.sha256) {
            continue;
        }
        let (_, bytes) = reader.original(id)?;
        let name = names.give(&detail.source_name, ending(&detail.format));
        newest = newest.max(detail.row.captured_at);
        let options = options(detail.row.captured_at).large_file(bytes.len() as u64 >= LARGE);
        archive.start_file(name.as_str(), options).map_err(failed)?;
        archive.write_all(&bytes).map_err(|error| DeskError::file(&path, error))?;
        sums.push_str(&format!("{}  {name}\n", hex(&detail.original.sha256)));
    }
    archive.start_file(SUMS, options(newest)).map_err(failed)?;
    archive.write_all(sums.as_bytes()).map_err(|error| DeskError::file(&path, error))?;
    archive.finish().map_err(failed)?;
    let _ = progress.step(Step { done: ids.len(), total: ids.len(), ..Step::default() });
    Ok(true)
}

/// Dated by the import, so that the same dossier gives the same archive.
fn options(captured: Moment) -> SimpleFileOptions {
    let small = |number: u32| u8::try_from(number).unwrap_or(0);
    let stamp = date::utc(captured).and_then(|at| {
        let year = u16::try_from(at.year()).ok()?;
        DateTime::from_date_and_time(
            year,
            small(at.month()),
            small(at.day()),
            small(at.hour()),
            small(at.minute()),
            small(at.second()),
        )
        .ok()
    });
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(stamp.unwrap_or_default())
        .unix_permissions(0o644)
}

/// What a file is called that came without an ending, by the format it was read as.
fn ending(format: &str) -> &str {
    match format {
        "markdown" => "md",
        "json-lines" => "jsonl",
        "csl-json" => "json",
        "bibtex" => "bib",
        "zotero-rdf" => "rdf",
        "feed" => "xml",
        other => other,
    }
}
