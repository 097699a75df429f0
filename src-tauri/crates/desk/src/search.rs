//! A question goes out: words and filters to hits with their passages.

use std::{
    ops::ControlFlow,
    sync::{Arc, atomic::Ordering},
};

use chancery_model::{ArticleId, Day};
use chancery_store::{
    ArticleFilter, ArticlePage, ArticleSort, Concordance, Explanation, Facets, Hint, Query, Reader,
    SearchPage, Total,
};

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
        filter: ArticleFilter,
        newest_first: bool,
        offset: u64,
        limit: u32,
    ) -> Result<SearchPage> {
        self.search_in_turn(None, words, filter, newest_first, (offset, limit))
    }

    /// As [`Desk::search`], of one who types: a question of a later turn ends it.
    ///
    /// # Errors
    /// `Stopped` where a later one came.
    pub fn search_in_turn(
        &self,
        turn: Option<u64>,
        words: &str,
        mut filter: ArticleFilter,
        newest_first: bool,
        (offset, limit): (u64, u32),
    ) -> Result<SearchPage> {
        let (query, hints) = read(words, filter.as_typed, self.clock.today());
        if query.is_empty() && !words.trim().is_empty() {
            return Ok(SearchPage { hints, ..SearchPage::default() });
        }
        filter.query = Some(query);
        let sort = if newest_first { ArticleSort::Newest } else { ArticleSort::Relevance };
        let mut page = self.in_turn(turn, |reader| reader.search(&filter, sort, offset, limit))?;
        page.hints.splice(..0, hints);
        Ok(page)
    }

    /// How many articles words find under a filter, however long counting takes.
    ///
    /// # Errors
    /// When the dossier can't be read.
    pub fn count(&self, words: &str, filter: ArticleFilter) -> Result<Total> {
        self.count_in_turn(None, words, filter)
    }

    /// As [`Desk::count`], of one who types: a question of a later turn ends it.
    ///
    /// # Errors
    /// `Stopped` where a later one came.
    pub fn count_in_turn(&self, turn: Option<u64>, words: &str, mut filter: ArticleFilter) -> Result<Total> {
        let (query, _) = read(words, filter.as_typed, self.clock.today());
        if query.is_empty() && !words.trim().is_empty() {
            return Ok(Total::Exact(0));
        }
        filter.query = Some(query);
        self.in_turn(turn, |reader| reader.count(&filter))
    }

    /// How many of the articles words find under a filter fall under which outlet, language, topic and year; a question of a later
    /// turn ends it.
    ///
    /// # Errors
    /// When the dossier can't be read; `Stopped`.
    pub fn facets_in_turn(
        &self,
        turn: Option<u64>,
        words: &str,
        mut filter: ArticleFilter,
    ) -> Result<Facets> {
        let (query, _) = read(words, filter.as_typed, self.clock.today());
        if query.is_empty() && !words.trim().is_empty() {
            return Ok(Facets::default());
        }
        filter.query = Some(query);
        self.in_turn(turn, |reader| reader.facets(&filter))
    }

    /// Reads until a question of a later turn comes.
    fn in_turn<T>(
        &self,
        turn: Option<u64>,
        f: impl FnOnce(&Reader<'_>) -> chancery_store::Result<T>,
    ) -> Result<T> {
        let Some(turn) = turn else { return self.read(f) };
        self.typed.fetch_max(turn, Ordering::SeqCst);
        let typed = Arc::clone(&self.typed);
        Ok(self.store.read_while(move || typed.load(Ordering::SeqCst) <= turn, f)?)
    }

    /// Every passage that words find, with the words around it, at most `limit` of them, the newest articles first.
    ///
    /// # Errors
    /// When the dossier can't be read.
    pub fn concordance(&self, words: &str, mut filter: ArticleFilter, limit: usize) -> Result<Concordance> {
        let (query, hints) = read(words, filter.as_typed, self.clock.today());
        if query.is_empty() {
            return Ok(Concordance { hints, ..Concordance::default() });
        }
        filter.query = Some(query);
        let mut told = self.read(|reader| reader.concordance(&filter, limit))?;
        told.hints.splice(..0, hints);
        Ok(told)
    }

    /// How a query is understood: each term with what is looked for and how many articles have it.
    ///
    /// # Errors
    /// When the dossier can't be read.
    pub fn explain(&self, words: &str, as_typed: bool) -> Result<Explanation> {
        let (query, hints) = read(words, as_typed, self.clock.today());
        let mut explanation = self.read(|reader| reader.explain(&query))?;
        explanation.hints.splice(..0, hints);
        Ok(explanation)
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
        filter.query = self.read_words(words, filter.as_typed);
        self.read(|reader| reader.articles(&filter, sort, offset, limit))
    }

    /// The articles of a part of such a list, without their rows.
    ///
    /// # Errors
    /// When the dossier can't be read.
    pub fn article_ids(
        &self,
        words: Option<&str>,
        mut filter: ArticleFilter,
        sort: ArticleSort,
        offset: u64,
        limit: u32,
    ) -> Result<Vec<ArticleId>> {
        filter.query = self.read_words(words, filter.as_typed);
        self.read(|reader| reader.ids_between(&filter, sort, offset, limit))
    }

    fn read_words(&self, words: Option<&str>, as_typed: bool) -> Option<Query> {
        words.map(|words| read(words, as_typed, self.clock.today()).0).filter(|query| !query.is_empty())
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

/// Reads what was typed, and tells what of it could not be read as meant. Dates without a year are counted from `today`.
pub(crate) fn read(words: &str, as_typed: bool, today: Day) -> (Query, Vec<Hint>) {
    let (query, hints) = Query::read(words, today);
    (Query { as_typed, ..query }, hints)
}
