//! Every passage of an article that answers a query, for whoever reads article by article.

use chancery_model::Span;

use super::{find::Understood, found::Sought};
use crate::{Reader, Result, article::Readable, query::Query};

/// Words of a text read for passages.
const READ_WORDS: u32 = 200_000;

/// A query as the dossier understands it, ready to be looked for.
#[derive(Debug)]
pub struct PassageFinder(Sought);

/// Where a query is answered in an article, in code points of title and text, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PassagesFound {
    /// In its title.
    pub in_title: Vec<Span>,
    /// In its text.
    pub in_text: Vec<Span>,
}

impl Reader<'_> {
    /// Makes a query ready; names are looked up once.
    ///
    /// # Errors
    /// `Sql`.
    pub fn passage_finder(&self, query: &Query) -> Result<PassageFinder> {
        self.within(|conn| Ok(PassageFinder(Understood::of(conn, None, query)?.into_sought())))
    }
}

impl PassageFinder {
    /// The passages of an article.
    #[must_use]
    pub fn find(&self, read: &Readable) -> PassagesFound {
        let found = self.0.in_article(read, READ_WORDS, |_| true);
        let in_text = found.in_text.into_iter().map(|(span, _)| span).collect();
        PassagesFound { in_title: found.in_title, in_text }
    }
}
