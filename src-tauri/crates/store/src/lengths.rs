//! How long articles are, held in memory beside the columns: ranking asks it of every hit.

use rusqlite::{Connection, OptionalExtension as _};

use crate::Result;

/// Words of each article's title and text, as the search index counts them.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Lengths {
    /// By id; 0 where an article is not in the index.
    words: Vec<u32>,
    all: u64,
    articles: u64,
}

impl Lengths {
    pub(crate) fn load(conn: &Connection) -> Result<Self> {
        let mut lengths = Self::default();
        let mut statement = conn.prepare("SELECT id & 4294967295, sz FROM search_docsize")?;
        let mut rows = statement.query(())?;
        while let Some(row) = rows.next()? {
            lengths.set(row.get(0)?, words(&row.get::<_, Vec<u8>>(1)?));
        }
        Ok(lengths)
    }

    /// Follows a change of an article.
    pub(crate) fn read_again(&mut self, conn: &Connection, id: i64) -> Result<()> {
        let mut statement = conn.prepare_cached(
            "SELECT s.sz FROM search_doc d JOIN search_docsize s ON s.id = d.docid WHERE d.article_id = ?1",
        )?;
        let found: Option<Vec<u8>> = statement.query_row([id], |row| row.get(0)).optional()?;
        self.set(id, found.map_or(0, |sizes| words(&sizes)));
        Ok(())
    }

    pub(crate) fn set(&mut self, id: i64, words: u32) {
        let Ok(at) = usize::try_from(id) else { return };
        if at >= self.words.len() {
            self.words.resize(at + 1, 0);
        }
        if let Some(place) = self.words.get_mut(at) {
            let before = std::mem::replace(place, words);
            self.all = self.all - u64::from(before) + u64::from(words);
            self.articles = self.articles - u64::from(before > 0) + u64::from(words > 0);
        }
    }

    /// How many articles are in the index.
    pub(crate) fn articles(&self) -> u64 {
        self.articles
    }

    /// How long an article is beside the mean; 1 where nothing is known of it.
    pub(crate) fn beside_the_mean(&self, id: i64) -> f64 {
        let words = usize::try_from(id).ok().and_then(|at| self.words.get(at)).copied().unwrap_or(0);
        if words == 0 { 1.0 } else { f64::from(words) * self.articles as f64 / self.all as f64 }
    }
}

/// What a row of the index's table of sizes says: a number for each column, seven bits to a byte, the highest first. See FTS5,
/// "The Document Sizes Table".
fn words(sizes: &[u8]) -> u32 {
    let (mut all, mut number) = (0_u32, 0_u32);
    for byte in sizes {
        number = number << 7 | u32::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            all = all.saturating_add(number);
            number = 0;
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_of_columns_are_added_up() {
        assert_eq!(words(&[7, 0x83, 0x00]), 7 + 384);
        assert_eq!(words(&[]), 0);
    }
}
