//! Where things lie: the repository, its build folder and our scratch folder in it.

use std::path::PathBuf;

use serde_json::Value;

use crate::command::{Context, Failure, Outcome, cargo, output_of};

/// Which build of a binary is meant.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    Debug,
    Release,
}

pub(crate) struct House {
    pub(crate) root: PathBuf,
    /// Cargo's build folder, wherever the environment puts it.
    pub(crate) target: PathBuf,
    /// `cargo metadata --no-deps`, read once.
    pub(crate) metadata: Value,
}

impl House {
    pub(crate) fn find() -> Outcome<Self> {
        // Cargo says at run time whose xtask it runs: several clones may share one target folder, and so one binary.
        let here = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = here.parent().ok_or_else(|| Failure("xtask has no parent folder".into()))?.to_owned();
        let text = output_of(cargo(&root).args(["metadata", "--no-deps", "--format-version=1"]))?;
        let metadata: Value = serde_json::from_str(&text).context("cargo metadata")?;
        let target = metadata
            .get("target_directory")
            .and_then(Value::as_str)
            .ok_or_else(|| Failure("cargo metadata names no target directory".into()))?
            .into();
        Ok(Self { root, target, metadata })
    }

    pub(crate) fn ui(&self) -> PathBuf {
        self.root.join("ui")
    }

    /// Our own folder in the build folder: stamps, the dossier of `run`, tools.
    pub(crate) fn scratch(&self) -> Outcome<PathBuf> {
        let scratch = self.target.join("xtask");
        std::fs::create_dir_all(&scratch).context(scratch.display())?;
        Ok(scratch)
    }

    /// A program we built.
    pub(crate) fn binary(&self, name: &str, profile: Profile) -> PathBuf {
        let folder = match profile {
            Profile::Debug => "debug",
            Profile::Release => "release",
        };
        self.target.join(folder).join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
    }
}
