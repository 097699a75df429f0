//! The four formats behind one function.

use thiserror::Error;

use crate::docx::DocxError;
use crate::{Document, Typesetter, TypesettingError, docx, html, markdown};

/// A format a briefing can be exported to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// PDF, through the typesetter.
    Pdf,
    /// DOCX
    Docx,
    /// One HTML file.
    Html,
    /// CommonMark
    Markdown,
}

impl Format {
    /// Every format.
    pub const ALL: &'static [Self] = &[Self::Pdf, Self::Docx, Self::Html, Self::Markdown];

    /// The word on the command line and the file name's extension.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Html => "html",
            Self::Markdown => "md",
        }
    }

    /// The format of an id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|format| format.id() == id)
    }
}

/// A briefing could not be exported.
#[derive(Debug, Error)]
pub enum ExportError {
    /// The DOCX could not be put together.
    #[error(transparent)]
    Docx(#[from] DocxError),
    /// The pages could not be set.
    #[error(transparent)]
    Typesetting(#[from] TypesettingError),
}

/// The document in a format. Same document in, same bytes out.
///
/// # Errors
/// When the format's writer fails.
pub fn export(
    document: &Document,
    format: Format,
    typesetter: &dyn Typesetter,
) -> Result<Vec<u8>, ExportError> {
    Ok(match format {
        Format::Pdf => typesetter.pdf(document)?,
        Format::Docx => docx::docx(document)?,
        Format::Html => html::html(document).into_bytes(),
        Format::Markdown => markdown::markdown(document).into_bytes(),
    })
}
