//! Saved searches: questions asked again, and what came in for them since one last looked.

use chancery_model::{ArticleId, OperationKind, SavedSearchId};
use chancery_store::{ArticleFilter, ArticleSort, Asked, Hint, SavedSearch, SavedSearchRow, Total};
use serde_json::json;

use crate::{Desk, DeskError, Done, Result, search};

/// What a saved search finds now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FoundNow {
    /// Articles.
    pub articles: Total,
    /// Those of them that came in since one last looked.
    pub new: Total,
    /// What of its words this version can't read as they may have been meant.
    pub hints: Vec<Hint>,
}

impl Desk {
    /// All saved searches, in the order they were saved.
    ///
    /// # Errors
    /// When the dossier can't be read.
    pub fn saved_searches(&self) -> Result<Vec<SavedSearchRow>> {
        self.read(|reader| reader.saved_searches())
    }

    /// How many articles a saved search finds, and how many are new.
    ///
    /// # Errors
    /// `no-such`.
    pub fn saved_search_found(&self, id: SavedSearchId) -> Result<FoundNow> {
        let (row, last) = self.read(|reader| Ok((reader.saved_search(id)?, reader.last_article()?)))?;
        let (filter, hints) = self.filter_of(&row.search.asked);
        let Some(filter) = filter else { return Ok(FoundNow { hints, ..FoundNow::default() }) };
        // What is left out because nothing is called so is told with the hits.
        let page = self.read(|reader| reader.search(&filter, ArticleSort::Newest, 0, 0))?;
        let articles = self.read(|reader| reader.count(&filter))?;
        let mut found = FoundNow { articles, hints, ..FoundNow::default() };
        found.hints.extend(page.hints);
        let seen = row.seen.map_or(ArticleId(0), |(article, _)| article);
        if seen < last {
            let filter = ArticleFilter { came_after: Some(seen), ..filter };
            found.new = self.read(|reader| reader.count(&filter))?;
        }
        Ok(found)
    }

    /// Notes that one looks at a saved search now, unless the dossier is read only, and gives the last article that was in when
    /// one looked before.
    ///
    /// # Errors
    /// `no-such`.
    pub fn look_at_saved_search(&self, id: SavedSearchId) -> Result<ArticleId> {
        let (row, last) = self.read(|reader| Ok((reader.saved_search(id)?, reader.last_article()?)))?;
        let seen = row.seen.map_or(ArticleId(0), |(article, _)| article);
        if (seen < last || row.seen.is_none()) && !self.store.is_read_only() {
            self.store.derive(|deriver| deriver.set_search_seen(id, self.clock.now()))?;
        }
        Ok(seen)
    }

    /// Saves a search; without a name it is called by its words. What it finds now has been seen.
    ///
    /// # Errors
    /// `missing` where it asks for nothing.
    pub fn save_search(&self, name: &str, asked: Asked) -> Result<Done<SavedSearchId>> {
        let search = self.named_search(name, asked)?;
        let done = self.perform(OperationKind::AddSearch, json!({ "title": search.name }), |writer| {
            Ok(writer.add_search(&search)?)
        })?;
        self.store.derive(|deriver| deriver.set_search_seen(done.value, self.clock.now()))?;
        Ok(done)
    }

    /// Renames a saved search, or lets it ask for something else; what it then finds has been seen.
    ///
    /// # Errors
    /// `no-such`; `missing` where it asks for nothing.
    pub fn edit_search(&self, id: SavedSearchId, name: &str, asked: Asked) -> Result<Done<()>> {
        let before = self.read(|reader| reader.saved_search(id))?.search;
        let search = self.named_search(name, asked)?;
        if before == search {
            return Ok(Done { value: (), operation: None, changed: std::collections::BTreeSet::new() });
        }
        let renamed = before.name != search.name;
        let args = json!({ "search": id.0, "title": search.name, "renamed": renamed });
        let done =
            self.perform(OperationKind::EditSearch, args, |writer| Ok(writer.edit_search(id, &search)?))?;
        if before.asked.words != search.asked.words {
            self.store.derive(|deriver| deriver.set_search_seen(id, self.clock.now()))?;
        }
        Ok(done)
    }

    /// Removes a saved search.
    ///
    /// # Errors
    /// `no-such`.
    pub fn remove_search(&self, id: SavedSearchId) -> Result<Done<()>> {
        let name = self.read(|reader| reader.saved_search(id))?.search.name;
        self.perform(OperationKind::RemoveSearch, json!({ "title": name }), |writer| {
            Ok(writer.remove_search(id)?)
        })
    }

    /// The filter of what is asked; `None` where nothing in it can be looked for.
    pub(crate) fn filter_of(&self, asked: &Asked) -> (Option<ArticleFilter>, Vec<Hint>) {
        let (query, hints) = search::read(&asked.words, asked.as_typed, self.clock.today());
        let filter = ArticleFilter { stories: asked.stories, ..ArticleFilter::default() };
        let filter = (!query.is_empty()).then_some(ArticleFilter { query: Some(query), ..filter });
        (filter, hints)
    }

    fn named_search(&self, name: &str, asked: Asked) -> Result<SavedSearch> {
        let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let words = asked.words.trim().to_owned();
        if words.is_empty() {
            return Err(DeskError::Missing("words"));
        }
        let name = Some(one_line(name)).filter(|name| !name.is_empty()).unwrap_or_else(|| one_line(&words));
        Ok(SavedSearch { name, asked: Asked { words, ..asked } })
    }
}
