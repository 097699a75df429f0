//! Prefixes of a query as the index is asked them: it has stems, some of which are shorter than the prefixes of their words.

use std::collections::{BTreeMap, BTreeSet};

use chancery_text::beginnings;
use rusqlite::Connection;

use super::names::{Index, WORDS};
use crate::{
    Result, analysis,
    query::{Query, QueryTerm},
};

/// What the index has of each prefix.
pub(crate) type Prefixes = BTreeMap<String, Stems>;

/// Stems of words that begin with a prefix.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Stems {
    /// What stems begin with all of whose words answer.
    pub(crate) beginning: Vec<String>,
    /// Stems some of whose words may answer.
    pub(crate) short: Vec<String>,
}

/// The stems of each prefix of a query that the index has; where it has none, the prefix, which finds none.
pub(crate) fn of(conn: &Connection, query: &Query) -> Result<Prefixes> {
    let words: BTreeSet<&String> = query
        .terms()
        .filter_map(|(term, _)| match term {
            QueryTerm::Prefix(word) => Some(word),
            _ => None,
        })
        .collect();
    let mut prefixes = Prefixes::new();
    if words.is_empty() {
        return Ok(prefixes);
    }
    let mut statement = conn.prepare_cached(WORDS)?;
    let mut index = Index::over(&mut statement)?;
    for word in words {
        let prefix = &analysis::word(word, None).folded;
        let mut stems = Stems::default();
        for beginning in beginnings(prefix) {
            if index.from(&beginning)?.is_some_and(|first| first.starts_with(&beginning)) {
                stems.beginning.push(beginning);
            }
        }
        for stem in analysis::stems_not_beginning(prefix) {
            if index.has(&stem)? {
                stems.short.push(stem);
            }
        }
        if stems.beginning.is_empty() && stems.short.is_empty() {
            stems.beginning.push(prefix.clone());
        }
        prefixes.insert(word.clone(), stems);
    }
    Ok(prefixes)
}
