//! Why a file was not read, and what can be done about it.

use std::time::Duration;

use thiserror::Error;

/// Why bytes were refused. The code is for the interface to word; the message is for logs and the command line.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    /// No bytes, or nothing but blanks.
    #[error("the file is empty: there is nothing to read; save it again from its source")]
    Empty,
    /// More bytes than are read into memory.
    #[error("the file has more than {}: split it into articles and import those", size(*limit))]
    TooLarge {
        /// How many it has; of what is unpacked, as many as were counted until it was too large.
        bytes: u64,
        /// How many are allowed.
        limit: u64,
    },
    /// Its reading was given up.
    #[error(
        "reading the file took more than {seconds} s: open it in its program, save the article alone and import that"
    )]
    TooSlow {
        /// How long it was waited for.
        seconds: u64,
    },
    /// Archives inside archives inside archives.
    #[error("it lies in more than {levels} files inside each other: unpack it and import it by itself")]
    TooDeep {
        /// How many are opened.
        levels: usize,
    },
    /// More files inside one than are taken.
    #[error("the file holds more than {limit} others: unpack it and import them in parts")]
    TooMany {
        /// How many are allowed.
        limit: usize,
    },
    /// A known format that is not read as text.
    #[error(
        "the file is {looks_like}, not plain text: save the article as text (.txt or .md) and import that"
    )]
    NotText {
        /// The format found, such as `PDF`.
        looks_like: &'static str,
    },
    /// A known format that is not read, and one that is and says the same.
    #[error(
        "the file is {looks_like}, which is not read: open it in its program, save it as {instead} and import that"
    )]
    SaveAs {
        /// The format found.
        looks_like: &'static str,
        /// What to save it as.
        instead: &'static str,
    },
    /// A format that is read, and a file of it that is not whole.
    #[error(
        "the file is {looks_like} and is damaged ({why}): open it in its program, save it anew and import that"
    )]
    Damaged {
        /// The format found.
        looks_like: &'static str,
        /// What is wrong with it.
        why: &'static str,
    },
    /// Closed with a password.
    #[error(
        "the file is {looks_like} and is locked: open it in its program, save it without password and import that"
    )]
    Locked {
        /// The format found.
        looks_like: &'static str,
    },
    /// Pictures of pages.
    #[error(
        "its pages ({pages}) are pictures without a text layer: run text recognition (OCR) on the file and import the result"
    )]
    NoText {
        /// How many pages it has.
        pages: u64,
    },
    /// Bytes that no encoding makes a text of.
    #[error(
        "{bad} of {total} characters make no sense in any encoding tried ({encoding}): the file is damaged or is no text; save it again as UTF-8"
    )]
    Garbage {
        /// Encoding that came nearest.
        encoding: &'static str,
        /// Characters that could not be decoded or never stand in a text.
        bad: u64,
        /// Characters in all.
        total: u64,
    },
}

/// A limit as one says it.
fn size(bytes: u64) -> String {
    match bytes {
        0..1024 => format!("{bytes} bytes"),
        1024..0x10_0000 => format!("{} kB", bytes >> 10),
        _ => format!("{} MB", bytes >> 20),
    }
}

impl Refusal {
    pub(crate) fn too_slow(patience: Duration) -> Self {
        Self::TooSlow { seconds: patience.as_secs() }
    }

    /// A short stable name.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLarge { .. } => "too-large",
            Self::TooSlow { .. } => "too-slow",
            Self::TooDeep { .. } => "too-deep",
            Self::TooMany { .. } => "too-many",
            Self::NotText { .. } => "not-text",
            Self::SaveAs { .. } => "save-as",
            Self::Damaged { .. } => "damaged-file",
            Self::Locked { .. } => "locked",
            Self::NoText { .. } => "no-text",
            Self::Garbage { .. } => "garbage",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_large_is_told_by_the_limit_and_not_by_what_was_counted() {
        let told = Refusal::TooLarge { bytes: (64 << 20) + 1, limit: 64 << 20 }.to_string();
        assert!(told.starts_with("the file has more than 64 MB: "), "{told}");
        assert_eq!((size(700), size(4096)), ("700 bytes".to_owned(), "4 kB".to_owned()));
    }
}
