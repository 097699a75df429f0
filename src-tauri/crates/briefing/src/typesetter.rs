//! The seam to typesetting: whoever exports PDF or shows pages is handed something that can.

use std::ops::Range;

use thiserror::Error;

use crate::Document;

/// Pages as pictures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pages {
    /// How many pages the whole document has.
    pub count: usize,
    /// The pages asked for, in order: page index from 0, and a self-contained SVG.
    pub svgs: Vec<(usize, String)>,
}

/// The document could not be set.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum TypesettingError {
    /// The typesetter refused it; its own words, for the technical detail.
    #[error("the pages could not be set: {0}")]
    Refused(String),
}

/// Sets a document in pages. Same document in, same bytes out.
pub trait Typesetter: Send + Sync {
    /// The document as PDF.
    ///
    /// # Errors
    /// When the typesetter refuses it; never a panic.
    fn pdf(&self, document: &Document) -> Result<Vec<u8>, TypesettingError>;

    /// The pages in `range` (indices from 0; what lies beyond the last page is left out) as pictures.
    ///
    /// # Errors
    /// When the typesetter refuses it; never a panic.
    fn pages_svg(&self, document: &Document, range: Range<usize>) -> Result<Pages, TypesettingError>;

    /// An SVG picture as PNG, twice as large as it says it is.
    ///
    /// # Errors
    /// When it is no picture, or too large for one; where pictures can't be made at all.
    fn png(&self, _svg: &str) -> Result<Vec<u8>, TypesettingError> {
        Err(TypesettingError::Refused("pictures can't be made here".to_owned()))
    }
}
