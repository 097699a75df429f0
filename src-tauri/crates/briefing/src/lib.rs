//! Briefing to resolved document to DOCX, HTML and Markdown; PDF through a [`Typesetter`] that is handed in.

mod chart;
mod dates;
mod document;
mod docx;
mod export;
mod html;
mod lines;
mod markdown;
mod prose;
mod reading;
mod sheet;
mod support;
mod timeline;
mod typesetter;
mod wording;
mod words;

pub use chart::{
    Chart, ChartEntry, ChartLink, TrendChart, TrendChartLine, TrendName, ics, svg, table, timelinejs,
    trend_svg, trend_table,
};
pub use document::{
    Dated, Document, DocumentError, Found, Head, KeyPoint, LineageLine, LineageSide, Locale, Named, Note,
    Quotation, Quote, RegisterRow, ResolvedBlock, StatusLine,
};
pub use docx::{DocxError, docx};
pub use export::{ExportError, Format, export};
pub use html::html;
pub use lines::{Line, Run, clean, clean_lines};
pub use markdown::markdown;
pub use prose::{Inline, Link, Prose, ProseBlock};
pub use sheet::{
    Backing, Flag, KeyPointWords, LONGEST_WORD, Part, QuotationWords, QuoteWords, RegisterRowWords,
    RegisterWords, Sheet, SourceWords, StatusQuote, StatusWords, TimelineRow, TimelineWords,
};
pub use support::{Bundled, Citations, Source, SourceList, SourceNumber, Support};
pub use timeline::{Bar, Tick, Timeline, TimelineItem};
pub use typesetter::{Pages, Typesetter, TypesettingError};
