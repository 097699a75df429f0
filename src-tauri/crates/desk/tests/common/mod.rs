//! What the tests of the desk share: a bundled dossier in a folder of its own, at a day of their choice.
#![allow(dead_code, clippy::unwrap_used, unreachable_pub)]

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chancery_briefing::{Document, Pages, Typesetter, TypesettingError};
use chancery_desk::{Desk, Library, StoppedClock};
use chancery_model::Day;

/// Sets nothing: tests of the desk never build Typst.
pub struct NoPress;

impl Typesetter for NoPress {
    fn pdf(&self, _: &Document) -> Result<Vec<u8>, TypesettingError> {
        Err(TypesettingError::Refused("no press in this test".to_owned()))
    }

    fn pages_svg(&self, _: &Document, _: Range<usize>) -> Result<Pages, TypesettingError> {
        Err(TypesettingError::Refused("no press in this test".to_owned()))
    }
}

pub fn day(year: i64) -> Day {
    Day::new(year, 11, 21).unwrap()
}

pub fn library(folder: &Path, today: Day) -> Library {
    Library::new(folder.join("data"), Arc::new(StoppedClock(today)), Arc::new(NoPress))
}

pub fn bundled(folder: &Path, today: Day) -> Desk {
    library(folder, today).create(&folder.join("d.dossier"), "", true).unwrap()
}

pub fn seeds() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../seeds")
}

/// A dossier with nothing in it.
pub fn empty(folder: &Path, today: Day) -> Desk {
    library(folder, today).create(&folder.join("e.dossier"), "", false).unwrap()
}
