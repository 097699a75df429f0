//! What an import reads: files found, paths that could not be looked at, and what was pasted.

use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};

use crate::files;

/// One thing to read.
#[derive(Debug)]
pub(super) enum Source {
    /// A file.
    File(PathBuf),
    /// A path that could not be looked at, and why.
    Lost(PathBuf, io::ErrorKind, String),
    /// Bytes from the clipboard or out of another file, under a name that tells what they are.
    Given(String, Vec<u8>),
}

impl Source {
    /// What it is called in the report.
    pub(super) fn path(&self) -> &Path {
        match self {
            Self::File(path) | Self::Lost(path, ..) => path,
            Self::Given(name, _) => Path::new(name),
        }
    }
}

/// The files below what was named, each once, in an order that is the same everywhere.
pub(super) fn find(paths: &[PathBuf]) -> Vec<Source> {
    let mut known = HashSet::new();
    let found = files::find(paths).into_iter().map(|found| match found {
        Ok(path) => Source::File(path),
        Err((path, error)) => Source::Lost(path, error.kind(), error.to_string()),
    });
    found.filter(|source| known.insert(source.path().to_owned())).collect()
}
