//! Briefing to resolved document to DOCX, HTML and Markdown; PDF through a [`Typesetter`] that is handed in.

mod document;
mod prose;
mod support;
mod timeline;
mod typesetter;

pub use document::{
    Dated, Document, DocumentError, Head, KeyPoint, LineageLine, LineageSide, Locale, Named, Note, Quotation,
    Quote, RegisterRow, ResolvedBlock, StatusLine,
};
pub use prose::{Inline, Link, Prose, ProseBlock};
pub use support::{Citations, Source, SourceList, SourceNumber, Support};
pub use timeline::{Bar, Tick, Timeline, TimelineItem};
pub use typesetter::{Pages, Typesetter, TypesettingError};
