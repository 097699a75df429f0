//! The hand-editable seeds as files: codebook and milestones in TOML, read into the words of the design.

mod codebook;
mod milestones;

use chancery_model::InLanguages;
use serde::Deserialize;
use thiserror::Error;

pub use codebook::{Codebook, read_codebook};
pub(crate) use milestones::{MilestoneSeed, RegisterSeed, RestsOn, read_milestones};

/// Format number of the seed files this build reads.
pub(crate) const FORMAT: u32 = 1;

/// What is wrong with a seed file; names the entry, so that a hand-edited file can be mended.
#[derive(Debug, Error)]
#[error("{file}: {what}")]
pub struct SeedError {
    /// The file, as named in `seeds/`.
    pub file: String,
    /// What is wrong and where.
    pub what: String,
}

impl SeedError {
    pub(crate) fn new(file: &str, what: impl Into<String>) -> Self {
        Self { file: file.to_owned(), what: what.into() }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Labels {
    en: String,
    ru: Option<String>,
    be: Option<String>,
}

impl From<Labels> for InLanguages {
    fn from(labels: Labels) -> Self {
        Self { en: labels.en, ru: labels.ru, be: labels.be }
    }
}

fn check_format(file: &str, found: u32) -> Result<(), SeedError> {
    if found == FORMAT {
        return Ok(());
    }
    Err(SeedError::new(file, format!("is of format {found}; this Chancery reads format {FORMAT}")))
}
