//! What saved searches find, for the blocks of a briefing that show it.

use chancery_model::{ArticleId, AsOf, Axis, Block, SavedSearchId};
use chancery_store::{ArticleFilter, SavedSearch, SearchHit, Total};

use crate::evidence::Around;
use crate::{Desk, Result};

/// What one block shows.
pub(super) struct Find {
    id: SavedSearchId,
    most: u32,
    pub(super) search: SavedSearch,
    /// How many articles answer.
    pub(super) total: Total,
    /// Those shown, each with the sentence that answers best; without one where the words stand in its title only.
    pub(super) shown: Vec<(ArticleId, Option<String>)>,
}

/// What the blocks of a briefing show; a search that was removed is not among it.
pub(super) struct Finds(Vec<Find>);

impl Finds {
    /// Asks what the blocks ask. Known by a day is what was published by then.
    pub(super) fn of_blocks(desk: &Desk, blocks: &[Block], as_of: Option<AsOf>) -> Result<Self> {
        let searches = desk.saved_searches()?;
        let known_by = as_of.filter(|as_of| as_of.axis == Axis::KnownBy).map(|as_of| as_of.day);
        let mut finds = Vec::new();
        for block in blocks {
            let Block::Found(id, most) = block else { continue };
            let Some(row) = searches.iter().find(|row| row.id == *id) else { continue };
            let asked = &row.search.asked;
            let filter = ArticleFilter {
                as_typed: asked.as_typed,
                stories: asked.stories,
                to: known_by,
                ..ArticleFilter::default()
            };
            let page = desk.search(&asked.words, filter.clone(), asked.newest_first, 0, *most)?;
            let total = match page.total {
                Total::AtLeast(_) => desk.count(&asked.words, filter)?,
                known => known,
            };
            let shown = page.hits.iter().map(|hit| (hit.row.id, sentence(desk, hit))).collect();
            finds.push(Find { id: *id, most: *most, search: row.search.clone(), total, shown });
        }
        Ok(Self(finds))
    }

    pub(super) fn of(&self, id: SavedSearchId, most: u32) -> Option<&Find> {
        self.0.iter().find(|find| find.id == id && find.most == most)
    }

    pub(super) fn articles(&self) -> Vec<ArticleId> {
        self.0.iter().flat_map(|find| &find.shown).map(|(id, _)| *id).collect()
    }
}

fn sentence(desk: &Desk, hit: &SearchHit) -> Option<String> {
    let found = hit.snippet.passages.clone();
    if found.is_empty() {
        return None;
    }
    let asked = Around { article: hit.row.id, found, sentences: 1 };
    desk.passages_around(&[asked]).ok()?.pop().map(|passage| passage.anchor.exact)
}
