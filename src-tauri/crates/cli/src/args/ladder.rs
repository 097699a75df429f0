//! The status ladder.

use std::path::PathBuf;

use clap::Args;

#[derive(Args, Debug, Default)]
pub(crate) struct Ladder {
    /// Take a preset: peace-accords-matrix, eu-train or promise-meter.
    #[arg(long, value_name = "PRESET", conflicts_with = "file")]
    pub preset: Option<String>,
    /// Take the ladder of a file (.toml, .json).
    #[arg(long, value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// Where a step goes that was reached, each by its id or words; without it to the step that says most nearly the same.
    #[arg(long, value_name = "FROM=TO")]
    pub map: Vec<String>,
    /// Tell what would become of the steps reached, changing nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Write the dossier's ladder to a file (.toml, .json); one that is there is replaced.
    #[arg(short, long, value_name = "FILE", conflicts_with_all = ["preset", "file", "map", "dry_run"])]
    pub output: Option<PathBuf>,
}

impl Ladder {
    /// Whether the dossier is changed.
    pub(crate) fn changes(&self) -> bool {
        (self.preset.is_some() || self.file.is_some()) && !self.dry_run
    }
}
