//! The user's data folder: the copy of the bundled dossier, which dossier was open last, backups, and what the window remembers.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chancery_briefing::Typesetter;

use crate::{Clock, Desk, DeskError, Result, bundled, write_whole};

/// The data folder and what every dossier opened from it is handed.
#[derive(Clone)]
pub struct Library {
    folder: PathBuf,
    clock: Arc<dyn Clock>,
    typesetter: Arc<dyn Typesetter>,
}

impl Library {
    /// The library in `folder`, which is made when first written to.
    #[must_use]
    pub fn new(folder: PathBuf, clock: Arc<dyn Clock>, typesetter: Arc<dyn Typesetter>) -> Self {
        Self { folder, clock, typesetter }
    }

    /// The data folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Opens a dossier.
    ///
    /// # Errors
    /// As [`chancery_store::Store::open`].
    pub fn open(&self, path: &Path) -> Result<Desk> {
        Desk::open(path, &self.folder.join("backups"), Arc::clone(&self.clock), Arc::clone(&self.typesetter))
    }

    /// Opens a dossier for reading only, also while another Chancery writes to it.
    ///
    /// # Errors
    /// As [`chancery_store::Store::open_read_only`].
    pub fn open_read_only(&self, path: &Path) -> Result<Desk> {
        Desk::open_read_only(path, Arc::clone(&self.clock), Arc::clone(&self.typesetter))
    }

    /// Makes a new dossier, empty or as the bundled one.
    ///
    /// # Errors
    /// `exists` where the file is there.
    pub fn create(&self, path: &Path, name: &str, bundled: bool) -> Result<Desk> {
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            fs::create_dir_all(folder).map_err(|error| DeskError::file(folder, error))?;
        }
        let (clock, typesetter) = (Arc::clone(&self.clock), Arc::clone(&self.typesetter));
        if bundled {
            bundled::create(path, clock, typesetter)
        } else {
            Desk::create(path, name, clock, typesetter)
        }
    }

    /// Where the user's copy of the bundled dossier lies.
    #[must_use]
    pub fn bundled_copy(&self) -> PathBuf {
        self.folder.join("union-state.dossier")
    }

    /// Makes the copy of the bundled dossier if it is not there yet; one that is there is never touched.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn ensure_bundled_copy(&self) -> Result<PathBuf> {
        let path = self.bundled_copy();
        if !path.exists() {
            match self.create(&path, "", true) {
                // Another Chancery made it at the same moment: that copy is as good.
                Err(DeskError::Store(chancery_store::Error::Exists { .. })) => {}
                made => drop(made?),
            }
        }
        Ok(path)
    }

    /// Makes and opens a separate copy of the bundled dossier as this program has it, beside the user's own.
    ///
    /// # Errors
    /// When it can't be written or opened.
    pub fn open_newer_bundled(&self) -> Result<Desk> {
        let version = bundled::version();
        let path = self.folder.join(format!("union-state-{}.dossier", version.get(..8).unwrap_or(&version)));
        if path.exists() { self.open(&path) } else { self.create(&path, "", true) }
    }

    /// Opens the dossier that was open last, or the copy of the bundled one.
    ///
    /// # Errors
    /// When the one to be opened can't be.
    pub fn open_last_or_bundled(&self) -> Result<Desk> {
        match self.last() {
            Some(path) if path.exists() => self.open(&path),
            _ => {
                let path = self.ensure_bundled_copy()?;
                self.open(&path)
            }
        }
    }

    fn last_file(&self) -> PathBuf {
        self.folder.join("last-dossier")
    }

    /// The dossier open last, where one was.
    #[must_use]
    pub fn last(&self) -> Option<PathBuf> {
        let path = fs::read_to_string(self.last_file()).ok()?;
        Some(PathBuf::from(path.trim_end_matches('\n'))).filter(|path| !path.as_os_str().is_empty())
    }

    /// Remembers which dossier is open. That this fails is no reason to stop: the bundled one opens next time.
    pub fn remember(&self, path: &Path) {
        let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        if let Some(text) = absolute.to_str() {
            let _ = self.write(&self.last_file(), text.as_bytes());
        }
    }

    /// What the window remembers (panes, theme, section), as it wrote it; empty where nothing was written.
    #[must_use]
    pub fn ui_state(&self) -> String {
        fs::read_to_string(self.folder.join("window.json")).unwrap_or_default()
    }

    /// Keeps what the window remembers.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn save_ui_state(&self, json: &str) -> Result<()> {
        self.write(&self.folder.join("window.json"), json.as_bytes())
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> Result<()> {
        fs::create_dir_all(&self.folder).map_err(|error| DeskError::file(&self.folder, error))?;
        write_whole(path, bytes)
    }
}
