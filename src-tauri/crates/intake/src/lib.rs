//! Bytes to SourceDocument: format, encoding, normalised text, and what is read from it.

mod archive;
mod byline;
mod draft;
mod drafts;
mod each;
mod encoding;
mod format;
mod html;
mod large;
mod mail;
mod markdown;
mod member;
mod normal;
mod office;
mod outlet;
mod patience;
mod pdf;
mod read;
mod read_as;
mod records;
mod refusal;
mod title;

pub use each::{Item, Taker, read_each};
pub use encoding::text_of;
pub use large::read_large;
pub use normal::normalise;
pub use read::{Limits, Note, READER_VERSION, Read, read, settle_batch};
pub use read_as::read_as;
pub use records::{Looked, Records, look};
pub use refusal::Refusal;
