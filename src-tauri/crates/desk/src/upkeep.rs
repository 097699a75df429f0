//! Undo and redo, the list of operations, checks and copies.

use std::path::Path;

use chancery_model::{Changed, OperationKind};
use chancery_store::{Undone, Verified};

use crate::{Desk, Result};

impl Desk {
    /// Takes back the last operation; `None` where there is nothing to take back. Suggestions of topics that changed by it are
    /// made anew by [`Self::suggest_anew`].
    ///
    /// # Errors
    /// `undo-ends` at an operation that can't be taken back; `undo-conflict`, with nothing changed.
    pub fn undo(&self) -> Result<Option<Undone>> {
        let undone = self.store.undo(self.clock.now())?;
        self.after_walk(undone)
    }

    /// Does again what was undone last.
    ///
    /// # Errors
    /// `undo-conflict`, with nothing changed.
    pub fn redo(&self) -> Result<Option<Undone>> {
        let undone = self.store.redo(self.clock.now())?;
        self.after_walk(undone)
    }

    fn after_walk(&self, undone: Option<Undone>) -> Result<Option<Undone>> {
        let Some(walked) = &undone else { return Ok(undone) };
        let changed = |kind| walked.changed.contains(&kind);
        let touched = || walked.articles_touched.iter().copied().collect::<Vec<_>>();
        if !walked.reworded.is_empty() {
            self.derive_anew(&walked.reworded.iter().copied().collect::<Vec<_>>())?;
        }
        if walked.kind == OperationKind::CorrectField {
            self.date_again(&touched())?;
            self.words_changed(&touched())?;
        }
        if changed(Changed::Articles) {
            self.proposing.articles_changed();
            self.keep_in_stories(&touched());
        }
        if changed(Changed::Topics) {
            self.codebook_changed();
        }
        if changed(Changed::Tags) || changed(Changed::Articles) {
            self.follow_decisions(None);
        }
        Ok(undone)
    }

    /// Checks that the file is sound.
    ///
    /// # Errors
    /// When it can't be read at all; what is found wrong is in the report.
    pub fn verify(&self) -> Result<Verified> {
        Ok(self.store.verify()?)
    }

    /// Writes a verified copy of the dossier.
    ///
    /// # Errors
    /// `exists` where the file is there, `disk-full`.
    pub fn backup(&self, path: &Path) -> Result<()> {
        Ok(self.store.backup(path)?)
    }

    /// The version of the bundled dossier this one was built from; `None` for any other.
    ///
    /// # Errors
    /// When the dossier can't be read.
    pub fn bundled_version(&self) -> Result<Option<String>> {
        let operations = self.read(|reader| reader.operations(Some(chancery_model::OperationId(16)), 16))?;
        Ok(operations
            .into_iter()
            .find_map(|row| row.args.get("version").and_then(|version| version.as_str()).map(str::to_owned)))
    }
}
