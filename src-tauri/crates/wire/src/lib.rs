//! What crosses to the UI: DTOs, error codes and the one command table.
//!
//! The window has one door, `call(command, args)`. [`commands::COMMANDS`] names everything that goes through it; the
//! TypeScript types in `ui/src/lib/ipc/generated` are written from the same table by this crate's tests. [`answer`] answers
//! what concerns the open dossier; the shell answers what reaches past it.

mod answer;
pub mod commands;
pub mod dto;
mod map;

pub use answer::{DESK_COMMANDS, answer, run};
pub use map::{export_articles, import_codings, look_read_again, read_again};
