//! What can go wrong in a use case: a code with arguments that the interface words, and the technical text.

use std::path::PathBuf;

use chancery_briefing::{DocumentError, ExportError, TypesettingError};
use chancery_model::LadderFault;
use thiserror::Error;

use crate::seeds::SeedError;
use crate::{LineageFault, TopicFault};

/// Result of a use case.
pub type Result<T, E = DeskError> = std::result::Result<T, E>;

/// Why a use case could not be done. The dossier is as it was before.
#[derive(Debug, Error)]
pub enum DeskError {
    /// The dossier could not.
    #[error(transparent)]
    Store(#[from] chancery_store::Error),
    /// A seed file is wrong.
    #[error(transparent)]
    Seed(#[from] SeedError),
    /// A file holds no codebook that can be read.
    #[error("{path}: {what}", path = .path.display())]
    Codebook {
        /// Which.
        path: PathBuf,
        /// What is wrong, where, and what is expected.
        what: String,
    },
    /// The codebook can't be changed as asked.
    #[error("{0}")]
    Topic(TopicFault),
    /// A file holds no coded passages that can be read.
    #[error("{path}: {what}", path = .path.display())]
    Codings {
        /// Which.
        path: PathBuf,
        /// What is wrong, where, and what is expected.
        what: String,
    },
    /// A file holds no table that can be read.
    #[error("{path} {what}", path = .path.display())]
    Spreadsheet {
        /// Which.
        path: PathBuf,
        /// What it is, and what to do.
        what: String,
    },
    /// The work was stopped where it could be.
    #[error("cancelled")]
    Cancelled,
    /// A file outside the dossier could not be read or written.
    #[error("{path}: {source}", path = .path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The file to be written is a dossier, or belongs to one.
    #[error("{path}: is a dossier, and is not overwritten", path = .path.display())]
    WouldReplace {
        /// Which.
        path: PathBuf,
    },
    /// The pages could not be set.
    #[error(transparent)]
    Typeset(#[from] TypesettingError),
    /// The briefing could not be written in the format asked for.
    #[error(transparent)]
    Export(#[from] ExportError),
    /// The briefing could not be put together.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// The passage asked for is not in the article.
    #[error("article {article}: {why}")]
    NoPassage {
        /// The article.
        article: i64,
        /// Absent, or in how many places.
        why: String,
    },
    /// Something typed is no date.
    #[error("not a date: {0:?}")]
    NotADate(String),
    /// A word is not one of those possible.
    #[error("{what}: no such value {word:?}")]
    NoSuchWord {
        /// Of which list.
        what: &'static str,
        /// The word.
        word: String,
    },
    /// Something that must be said was left out.
    #[error("{0} is missing")]
    Missing(&'static str),
    /// Another outlet goes by this name.
    #[error("{name:?} is a name of the outlet {by:?}")]
    NameTaken {
        /// The name.
        name: String,
        /// The other outlet.
        by: String,
    },
    /// No article is chosen that could go out.
    #[error("no article to export")]
    NothingToExport,
    /// Two milestones can't be linked as asked.
    #[error("{from:?} can't lead to {to:?}: {fault}")]
    Lineage {
        /// Why not.
        fault: LineageFault,
        /// Title of the earlier one.
        from: String,
        /// Title of the later one.
        to: String,
    },
    /// Steps that make no ladder, or one to which what was reached can't go.
    #[error("{0}")]
    Ladder(#[from] LadderFault),
    /// A file holds no ladder that can be read.
    #[error("{path}: {what}", path = .path.display())]
    LadderFile {
        /// Which.
        path: PathBuf,
        /// What is wrong, and what to write.
        what: String,
    },
    /// A status or link with neither passage nor reason, or with both.
    #[error("a status or link rests on passages or on a judgement with its reason")]
    RestsOnNothing,
}

impl From<TopicFault> for DeskError {
    fn from(fault: TopicFault) -> Self {
        Self::Topic(fault)
    }
}

impl DeskError {
    pub(crate) fn file(path: impl Into<PathBuf>, source: std::io::Error) -> Self {
        Self::File { path: path.into(), source }
    }

    /// The code the interface words.
    #[must_use]
    pub fn code(&self) -> &'static str {
        use chancery_store::Error as Store;
        match self {
            Self::Store(store) => match store {
                Store::NotADossier { .. } => "not-a-dossier",
                Store::NewerVersion { .. } => "newer-version",
                Store::OlderVersion { .. } => "older-version",
                Store::InUse { .. } => "in-use",
                Store::Exists { .. } => "exists",
                Store::Stopped { .. } => "cancelled",
                Store::ReadOnly { .. } => "read-only",
                Store::DiskFull { .. } => "disk-full",
                Store::NoSuch { .. } => "no-such",
                Store::Refused { .. } => "refused",
                Store::UndoEnds { .. } => "undo-ends",
                Store::Conflict { .. } => "undo-conflict",
                Store::ImportUndone { .. } => "import-undone",
                Store::Damaged { .. } => "damaged",
                Store::Io { .. } => "file-unreachable",
                Store::Sql { .. } => "internal",
            },
            Self::Seed(_) => "seed",
            Self::Codebook { .. } => "codebook",
            Self::Topic(_) => "topic",
            Self::Codings { .. } => "codings",
            Self::Spreadsheet { .. } => "spreadsheet",
            Self::Cancelled => "cancelled",
            Self::File { source, .. } if source.kind() == std::io::ErrorKind::StorageFull => "disk-full",
            Self::File { .. } => "file-unreachable",
            Self::WouldReplace { .. } => "would-replace",
            Self::Typeset(_) | Self::Export(_) | Self::Document(_) => "typeset",
            Self::NoPassage { .. } => "no-passage",
            Self::NotADate(_) => "not-a-date",
            Self::NoSuchWord { .. } => "no-such-word",
            Self::Missing(_) => "missing",
            Self::NameTaken { .. } => "name-taken",
            Self::NothingToExport => "nothing-to-export",
            Self::Lineage { fault, .. } => fault.id(),
            Self::Ladder(_) => "ladder",
            Self::LadderFile { .. } => "ladder-file",
            Self::RestsOnNothing => "rests-on-nothing",
        }
    }

    /// The file it is about, where there is one.
    #[must_use]
    pub fn path(&self) -> Option<&std::path::Path> {
        match self {
            Self::Store(store) => Some(store.path()),
            Self::File { path, .. }
            | Self::WouldReplace { path }
            | Self::Codebook { path, .. }
            | Self::Codings { path, .. }
            | Self::LadderFile { path, .. }
            | Self::Spreadsheet { path, .. } => Some(path),
            _ => None,
        }
    }

    /// What the code's wording speaks of, by name.
    #[must_use]
    pub fn args(&self) -> Vec<(&'static str, String)> {
        use chancery_store::Error as Store;
        let mut args: Vec<(&'static str, String)> =
            self.path().map(|path| ("path", path.display().to_string())).into_iter().collect();
        match self {
            Self::Store(
                Store::NewerVersion { found, known, .. } | Store::OlderVersion { found, known, .. },
            ) => {
                args.extend([("found", found.to_string()), ("known", known.to_string())]);
            }
            Self::Store(Store::NoSuch { what, id, .. }) => {
                args.extend([("what", (*what).to_owned()), ("id", id.clone())]);
            }
            Self::Store(Store::Refused { rule, .. }) => args.push(("rule", rule.clone())),
            Self::Store(Store::UndoEnds { kind, .. }) => args.push(("kind", kind.id().to_owned())),
            Self::NoPassage { article, .. } => args.push(("article", article.to_string())),
            Self::NotADate(text) => args.push(("text", text.clone())),
            Self::NoSuchWord { what, word } => {
                args.extend([("what", (*what).to_owned()), ("word", word.clone())]);
            }
            Self::Lineage { from, to, .. } => args.extend([("from", from.clone()), ("to", to.clone())]),
            Self::NameTaken { name, by } => args.extend([("name", name.clone()), ("by", by.clone())]),
            Self::Topic(fault) => {
                args.extend([("fault", fault.id().to_owned()), ("why", fault.to_string())]);
                args.extend(fault.term().map(|term| ("term", term.to_owned())));
            }
            Self::Ladder(fault) => {
                args.push(("fault", fault.id().to_owned()));
                args.extend(fault.step().map(|step| ("step", step)));
            }
            Self::LadderFile { what, .. } | Self::Spreadsheet { what, .. } => {
                args.push(("why", what.clone()))
            }
            Self::Missing(what) => args.push(("what", (*what).to_owned())),
            _ => {}
        }
        args
    }
}
