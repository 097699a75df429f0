//! Files written whole or not at all: under another name, flushed, then renamed. Never over a dossier.

use std::fs;
use std::io::{BufWriter, Seek, SeekFrom, Write};
use std::path::Path;

use crate::{DeskError, Result};

/// Writes a file whole or not at all.
///
/// # Errors
/// When the disk refuses; what stood there before still stands.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    write_through(path, |file| file.write_all(bytes).map(|()| true).map_err(|error| file.failed(error)))?;
    Ok(())
}

/// A file on its way: what is written reaches its name only when all of it is there.
pub(crate) struct Whole<'p> {
    path: &'p Path,
    file: BufWriter<fs::File>,
}

impl Whole<'_> {
    /// The name it will have.
    pub(crate) fn path(&self) -> &Path {
        self.path
    }

    /// The error of a write, naming the file.
    pub(crate) fn failed(&self, error: std::io::Error) -> DeskError {
        DeskError::file(self.path, error)
    }
}

impl Write for Whole<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.file.flush()
    }
}

impl Seek for Whole<'_> {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        self.file.seek(to)
    }
}

/// Writes a file piece by piece, whole or not at all, and tells how long it is; `None` where `write` says that it was
/// stopped.
///
/// # Errors
/// What `write` returns, or when the disk refuses; what stood there before still stands.
pub(crate) fn write_through(
    path: &Path,
    write: impl FnOnce(&mut Whole<'_>) -> Result<bool>,
) -> Result<Option<u64>> {
    if belongs_to_a_dossier(path) {
        return Err(DeskError::WouldReplace { path: path.to_owned() });
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let part = path.with_file_name(name);
    let named = |error| DeskError::file(path, error);
    let finish = || {
        let mut whole = Whole { path, file: BufWriter::new(fs::File::create(&part).map_err(named)?) };
        if !write(&mut whole)? {
            return Ok(None);
        }
        let file = whole.file.into_inner().map_err(|error| named(error.into_error()))?;
        file.sync_all().map_err(named)?;
        let bytes = file.metadata().map_err(named)?.len();
        drop(file);
        fs::rename(&part, path).map_err(named)?;
        Ok(Some(bytes))
    };
    let written = finish();
    if !matches!(written, Ok(Some(_))) {
        let _ = fs::remove_file(&part);
    }
    written
}

/// What every SQLite file begins with.
const SQLITE: &[u8] = b"SQLite format 3\0";

/// Whether a file that is there is a dossier, or one of the files SQLite keeps beside it.
fn belongs_to_a_dossier(path: &Path) -> bool {
    let mut head = [0; SQLITE.len()];
    let mut is_dossier = |path: &Path| {
        crate::regular_file(path)
            .and_then(fs::File::open)
            .and_then(|mut file| std::io::Read::read_exact(&mut file, &mut head))
            .is_ok()
            && head == SQLITE
    };
    if is_dossier(path) {
        return true;
    }
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    ["-wal", "-shm", "-lock"]
        .iter()
        .filter_map(|ending| name.strip_suffix(ending))
        .any(|dossier| is_dossier(&path.with_file_name(dossier)))
}
