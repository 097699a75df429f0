//! Office documents and books: Word, OpenDocument, RTF, EPUB; and the names of their relatives that are not read.

mod about;
mod blocks;
mod docx;
mod epub;
mod kind;
mod odt;
mod package;
mod rtf;
#[cfg(test)]
mod safety;
mod xml;

use crate::Refusal;
use crate::draft::Draft;

pub(crate) use kind::{Kind, kind};

/// Reads a document whose format was told by [`kind`].
///
/// # Errors
/// Where it is damaged, locked or too much, or has no words.
pub(crate) fn read(kind: Kind, bytes: &[u8]) -> Result<Draft, Refusal> {
    match kind {
        Kind::Docx => docx::read(bytes),
        Kind::Odt => odt::read(bytes),
        Kind::Rtf => rtf::read(bytes),
        Kind::Epub => epub::read(bytes),
    }
}
