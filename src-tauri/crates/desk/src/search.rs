//! A question goes out: words and filters to hits with their passages.

use std::ops::ControlFlow;

use chancery_store::{ArticleFilter, ArticlePage, ArticleSort, Query, SearchPage};

use crate::{Desk, Progress, Result, Step};

impl Desk {
    /// Finds words in titles and texts, under a filter. Where something was typed and nothing in it can be looked for, such
    /// as signs only, nothing is found: a search that finds everything would look like an answer.
    ///
    /// # Errors
    /// When the dossier can't be read.
    pub fn search(
        &self,
        words: &str,
        mut filter: ArticleFilter,
        newest_first: bool,
        offset: u64,
        limit: u32,
    ) -> Result<SearchPage> {
        let query = read(words, &filter);
        if query.is_empty() && !words.trim().is_empty() {
            return Ok(SearchPage::default());
        }
        filter.query = Some(query);
        let sort = if newest_first { ArticleSort::Newest } else { ArticleSort::Relevance };
        self.read(|reader| reader.search(&filter, sort, offset, limit))
    }

    /// Lists articles; `words` narrow as a search does.
    ///
    /// # Errors
    /// When the dossier can't be read.
    pub fn articles(
        &self,
        words: Option<&str>,
        mut filter: ArticleFilter,
        sort: ArticleSort,
        offset: u64,
        limit: u32,
    ) -> Result<ArticlePage> {
        filter.query = words.map(|words| read(words, &filter)).filter(|query| !query.is_empty());
        self.read(|reader| reader.articles(&filter, sort, offset, limit))
    }

    /// Rebuilds the search index where it was made by another version of the analysis.
    pub(crate) fn bring_index_up_to_date(&self, progress: &mut Progress<'_>) -> Result<()> {
        if self.read(|reader| reader.search_index_is_current())? {
            return Ok(());
        }
        self.rebuild_search_index(progress)
    }

    /// Rebuilds the search index.
    ///
    /// # Errors
    /// When the dossier can't be written.
    pub fn rebuild_search_index(&self, progress: &mut Progress<'_>) -> Result<()> {
        let size = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
        self.store.rebuild_search_index(|done, total| {
            let go_on = progress.step(Step { done: size(done), total: size(total), ..Step::default() });
            if go_on { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        })?;
        Ok(())
    }
}

/// What was typed for a filter, read as the filter wants it.
pub(crate) fn read(words: &str, filter: &ArticleFilter) -> Query {
    Query { as_typed: filter.as_typed, ..Query::parse(words) }
}
