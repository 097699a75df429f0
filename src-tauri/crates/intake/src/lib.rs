//! Bytes to SourceDocument: format, encoding, normalised text, and what is read from it.

#[allow(dead_code, unused_imports)] // until the desk takes files that hold others
mod archive;
mod byline;
#[allow(dead_code)] // filled by the formats that state fields, one after the other
mod draft;
mod encoding;
mod format;
mod html;
#[allow(dead_code, unused_imports)] // as `archive`
mod mail;
mod markdown;
#[allow(dead_code)] // as above
mod member;
mod normal;
#[allow(dead_code)] // until `format` and `read` know it
mod office;
mod outlet;
#[allow(dead_code)] // until `format` and `read` know it
mod pdf;
mod read;
#[allow(dead_code)] // seen through `look` until lists are taken in
mod records;
mod refusal;
mod title;

pub use format::Format;
pub use normal::normalise;
pub use read::{Limits, Note, Read, read, settle_batch};
pub use records::{Looked, Records, look};
pub use refusal::Refusal;
