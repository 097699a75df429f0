//! Articles on their way out.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ArticleFilterDto;

/// Which articles, as what, and where to.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct ExportArticlesArgs {
    /// Counts where `ids` is empty. Articles in the bin never go out.
    #[serde(default)]
    pub filter: ArticleFilterDto,
    /// These articles instead of those of the filter.
    #[serde(default)]
    pub ids: Vec<i64>,
    pub format: ArticleFormatDto,
    pub path: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "kebab-case")]
pub enum ArticleFormatDto {
    Jsonl,
    Csl,
    Ris,
    Bibtex,
    Csv,
    /// A ZIP archive.
    Originals,
    /// A project of REFI-QDA.
    Qdpx,
    /// Coded passages as W3C annotations.
    Annotations,
    /// A table of the passages that answer the words of the filter.
    HitsCsv,
    /// An object a line with those passages.
    HitsJsonl,
}

/// A file of articles.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export)]
#[serde(rename_all = "camelCase")]
pub struct WrittenDto {
    pub path: String,
    pub articles: u32,
    /// Coded passages, where it is a format of them.
    pub codings: Option<u32>,
    pub bytes: u64,
    /// Articles asked for by id that are in the bin and were left out.
    pub in_bin: u32,
}
