//! SQLite alone, as anybody can run it: Python's, on the texts of the same dossier.

use std::path::Path;
use std::process::{Command, Stdio};

use serde::{Deserialize, Serialize};

use super::Result;
use super::bring::path;
use super::times::Times;

const SCRIPT: &str = include_str!("raw.py");

#[derive(Deserialize, Serialize)]
pub(super) struct Told {
    /// For the index alone.
    pub(super) seconds: f64,
    /// Texts, index and columns.
    pub(super) megabytes: f64,
    /// The originals as the dossier has packed them.
    pub(super) originals_megabytes: f64,
    pub(super) kinds: Vec<Asked>,
}

/// One kind, in milliseconds; the first question of it apart.
#[derive(Deserialize, Serialize)]
pub(super) struct Asked {
    pub(super) name: String,
    pub(super) cold: f64,
    /// With a snippet of each.
    pub(super) newest: Times,
    /// By bm25, numbers only.
    pub(super) best: Times,
    /// By bm25, with a snippet of each.
    pub(super) best_shown: Times,
    pub(super) count: Times,
    pub(super) hits: Vec<u64>,
}

/// Asks the table at a place, which is built where it is not there.
pub(super) fn run(dossier: &Path, table: &Path, questions: &Path) -> Result<Told> {
    let mut python = Command::new("python3");
    python.args(["-c", SCRIPT, &path(dossier)?, &path(table)?, &path(questions)?]);
    let output = python.stdin(Stdio::null()).stderr(Stdio::inherit()).output()?;
    if !output.status.success() {
        return Err(format!("Python, with its SQLite, ended with {}", output.status).into());
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}
