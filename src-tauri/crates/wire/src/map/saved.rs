//! Saved searches.

use chancery_desk::stored::{Asked, SavedSearchRow, Total};
use chancery_desk::{Desk, DeskError};
use chancery_model::SavedSearchId;

use super::count;
use super::search::hint;
use crate::dto::*;

pub(crate) fn saved_searches(desk: &Desk) -> Result<Vec<SavedSearchDto>, DeskError> {
    Ok(desk.saved_searches()?.into_iter().map(saved).collect())
}

pub(crate) fn saved_found(desk: &Desk, id: i64) -> Result<SavedFoundDto, DeskError> {
    let found = desk.saved_search_found(SavedSearchId(id))?;
    Ok(SavedFoundDto {
        articles: count(found.articles.articles()),
        at_most: matches!(found.articles, Total::AtMost(_)),
        new: count(found.new.articles()),
        hints: found.hints.into_iter().map(hint).collect(),
    })
}

pub(crate) fn asked(dto: AskedDto) -> Asked {
    let AskedDto { words, as_typed, stories, newest_first } = dto;
    Asked { words, as_typed, stories, newest_first }
}

fn saved(row: SavedSearchRow) -> SavedSearchDto {
    let Asked { words, as_typed, stories, newest_first } = row.search.asked;
    SavedSearchDto {
        id: row.id.0,
        uid: row.uid.to_string(),
        name: row.search.name,
        asked: AskedDto { words, as_typed, stories, newest_first },
        seen_at: row.seen.map(|(_, at)| at.0),
    }
}
