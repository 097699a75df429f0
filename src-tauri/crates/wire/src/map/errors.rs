//! Errors as they cross: a code the interface words, its arguments, and the technical text.

use std::path::Path;

use chancery_desk::DeskError;
use serde_json::{Map, Value};

use crate::dto::ErrorDto;

impl From<&DeskError> for ErrorDto {
    fn from(error: &DeskError) -> Self {
        let args =
            error.args().into_iter().map(|(name, value)| (name.to_owned(), Value::String(value))).collect();
        Self { code: error.code().to_owned(), args, detail: error.to_string() }
    }
}

impl ErrorDto {
    /// Something that should not happen: a bug, with the text to report.
    #[must_use]
    pub fn internal(detail: String) -> Self {
        Self { code: "internal".to_owned(), args: Map::new(), detail }
    }

    /// The machine has no program for a file, or it would not start.
    #[must_use]
    pub fn cannot_open(path: &Path, detail: &str) -> Self {
        let args = Map::from_iter([("path".to_owned(), Value::String(path.display().to_string()))]);
        Self { code: "cannot-open".to_owned(), args, detail: detail.to_owned() }
    }

    pub(crate) fn bad_arguments(detail: &str) -> Self {
        Self { code: "bad-arguments".to_owned(), args: Map::new(), detail: detail.to_owned() }
    }

    pub(crate) fn no_such_command(command: &str) -> Self {
        let args = Map::from_iter([("command".to_owned(), Value::String(command.to_owned()))]);
        Self { code: "no-such-command".to_owned(), args, detail: format!("no command {command:?}") }
    }
}

impl std::fmt::Display for ErrorDto {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.detail)
    }
}
