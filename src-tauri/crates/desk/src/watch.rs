//! A folder that is watched: what is put there comes in by itself, once it has stopped growing.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use chancery_store::Moment;

use crate::{Desk, DeskError, Result, files};

/// The folder a dossier watches. Kept in the dossier, and no operation: it changes nothing the analyst wrote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Watched {
    /// The folder; `None` where none is watched.
    pub folder: Option<PathBuf>,
    /// When it was looked at last.
    pub looked_at: Option<Moment>,
}

const FOLDER: &str = "watch.folder";
const LOOKED_AT: &str = "watch.looked-at";

/// What the last look found: a file is taken when two looks find it the same.
#[derive(Debug, Default)]
pub struct Sightings {
    seen: HashMap<PathBuf, (u64, i64, bool)>,
}

impl Desk {
    /// The folder that is watched.
    ///
    /// # Errors
    /// When the dossier can't be read.
    pub fn watched(&self) -> Result<Watched> {
        let (folder, looked_at) =
            self.read(|reader| Ok((reader.ui_state(FOLDER)?, reader.ui_state(LOOKED_AT)?)))?;
        Ok(Watched {
            folder: folder.filter(|folder| !folder.is_empty()).map(PathBuf::from),
            looked_at: looked_at.and_then(|at| at.parse().ok()).map(Moment),
        })
    }

    /// Watches another folder, or none.
    ///
    /// # Errors
    /// `file-unreachable` where there is no such folder.
    pub fn watch(&self, folder: Option<&Path>) -> Result<Watched> {
        if let Some(folder) = folder {
            fs::read_dir(folder).map_err(|error| DeskError::file(folder, error))?;
        }
        let folder = folder.map(|folder| folder.display().to_string()).unwrap_or_default();
        self.store.set_ui_state(FOLDER, &folder)?;
        self.store.set_ui_state(LOOKED_AT, "")?;
        self.watched()
    }

    /// Looks at the watched folder: files that no import read as they are now and that are as the last look found them, by
    /// size and time. A folder that can't be reached (a drive that sleeps) has none.
    ///
    /// # Errors
    /// When the dossier can't be read or written.
    pub fn look_at_watched(&self, sightings: &mut Sightings) -> Result<Vec<PathBuf>> {
        let Some(folder) = self.watched()?.folder else { return Ok(Vec::new()) };
        let mut found = HashMap::new();
        let mut ready = Vec::new();
        for path in files::find(&[folder]).into_iter().flatten() {
            let Ok(metadata) = fs::metadata(&path) else { continue };
            let (size, modified) = (metadata.len(), files::modified(&metadata));
            let settled = match sightings.seen.get(&path) {
                Some((known_size, known_time, done)) if (*known_size, *known_time) == (size, modified) => {
                    let read = *done
                        || self.read(|reader| {
                            reader.file_was_read(&path.display().to_string(), size, modified)
                        })?;
                    if !read {
                        ready.push(path.clone());
                    }
                    true
                }
                _ => false,
            };
            found.insert(path, (size, modified, settled));
        }
        // Kept to the minute: a look every few seconds is no reason to write.
        let now = self.clock.now();
        if self.watched()?.looked_at.is_none_or(|at| now.0 - at.0 >= 60_000) || !ready.is_empty() {
            self.store.set_ui_state(LOOKED_AT, &now.0.to_string())?;
        }
        sightings.seen = found;
        Ok(ready)
    }
}
