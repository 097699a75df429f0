//! How many articles were published when.

use chancery_model::Edtf;

use crate::{Reader, Result, row};

/// Articles of one date of publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedCount {
    /// The date; `None` for undated ones.
    pub date: Option<Edtf>,
    /// How many, without those in the bin.
    pub articles: u32,
    /// How many of them are no copy or reprint of another.
    pub stories: u32,
}

impl Reader<'_> {
    /// Articles by date of publication, in no order.
    ///
    /// # Errors
    /// `Damaged` where a date cannot be read.
    pub fn published_counts(&self) -> Result<Vec<PublishedCount>> {
        self.within(|conn| {
            let mut statement = conn.prepare_cached(
                "SELECT published, count(*), sum(story_id IS NULL OR story_id = id) FROM article \
                 WHERE removed_by IS NULL GROUP BY published",
            )?;
            let rows = statement.query_map((), |row| {
                Ok(PublishedCount { date: row::edtf(row, 0)?, articles: row.get(1)?, stories: row.get(2)? })
            })?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }
}
