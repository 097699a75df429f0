//! Bytes to SourceDocument: format, encoding, normalised text, and what is read from it.

mod byline;
mod encoding;
mod format;
mod html;
mod markdown;
mod normal;
mod outlet;
mod read;
mod refusal;
mod title;

pub use format::Format;
pub use normal::normalise;
pub use read::{Limits, Note, Read, read, settle_batch};
pub use refusal::Refusal;
