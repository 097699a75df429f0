//! Every passage that answers a query, with the words around it.

use chancery_model::ArticleId;
use rusqlite::Connection;

use super::{find::Understood, found::Found, names::Names};
use crate::{Result, article, query::Query};

/// Words of a text read for passages.
const READ_WORDS: usize = 200_000;

/// Finds the passages of a query.
pub(crate) struct Passages {
    query: Query,
    names: Names,
}

impl Passages {
    pub(crate) fn of(conn: &Connection, query: &Query) -> Result<Self> {
        let Understood { query, names, .. } = Understood::of(conn, query)?;
        Ok(Self { query, names })
    }

    /// How many there are in an article, title and text.
    pub(crate) fn count(&self, conn: &Connection, id: ArticleId) -> Result<usize> {
        let Some(read) = article::readable(conn, id)? else { return Ok(0) };
        let found = Found::in_article(&self.query, &self.names, &read, READ_WORDS, |_| true);
        Ok(found.in_title.len() + found.in_text.len())
    }
}
