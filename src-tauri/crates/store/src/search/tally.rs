//! Counts the articles of a filter: how many, and by what lists are narrowed by.

use std::{collections::HashMap, ops::ControlFlow};

use chancery_model::{Language, OutletId};
use rusqlite::Connection;

use super::{
    READ_AT_MOST,
    walk::{Stories, Way, With},
};
use crate::{
    ArticleFilter, Facets, Result, Total,
    columns::{Columns, Entry},
    condition::Ids,
};

/// How many articles answer; `None` where it takes SQL.
pub(crate) fn count(conn: &Connection, columns: &Columns, filter: &ArticleFilter) -> Result<Option<Total>> {
    let mut articles = 0;
    let not_read = each(conn, columns, filter, |_, _| articles += 1)?;
    Ok(not_read.map(|not_read| match not_read {
        0 => Total::Exact(articles),
        _ => Total::AtMost(articles),
    }))
}

/// Counts the articles of a filter by what lists are narrowed by, those too that only may answer where too many would have to
/// be read; `None` where it takes SQL.
pub(crate) fn tally(conn: &Connection, columns: &Columns, filter: &ArticleFilter) -> Result<Option<Tally>> {
    let mut tally = Tally::default();
    let not_read = each(conn, columns, filter, |id, entry| tally.add(id, entry))?;
    Ok(not_read.map(|_| tally))
}

/// Every article of a filter, and how many of them only may answer, because too many would have to be read.
pub(crate) fn each(
    conn: &Connection,
    columns: &Columns,
    filter: &ArticleFilter,
    mut take: impl FnMut(i64, &Entry),
) -> Result<Option<usize>> {
    let (mut read, mut not_read) = (0, 0);
    match Way::of(conn, columns, filter, Stories::Beforehand)? {
        None => return Ok(None),
        Some(Way::Columns(test, _)) => {
            let passing = columns.iter().filter(|(id, entry)| test.holds(*id, entry));
            passing.for_each(|(id, entry)| take(id, entry));
        }
        Some(Way::Index(walk)) => walk.each(i64::MAX, With::Nothing, |hit| {
            let stands = if hit.certain {
                true
            } else if read == READ_AT_MOST {
                not_read += 1;
                true
            } else {
                read += 1;
                walk.answers(hit.id)?
            };
            if let Some(entry) = columns.get(hit.id).filter(|_| stands) {
                take(hit.id, entry);
            }
            Ok(ControlFlow::Continue(()))
        })?,
    }
    Ok(Some(not_read))
}

/// What was counted so far.
#[derive(Default)]
pub(crate) struct Tally {
    ids: Ids,
    /// By id.
    outlets: Vec<u64>,
    /// By place.
    languages: Vec<u64>,
    days: HashMap<(i32, i32), u64>,
    needs_a_look: u64,
}

impl Tally {
    pub(crate) fn add(&mut self, id: i64, entry: &Entry) {
        self.ids.add(id);
        add_one(&mut self.outlets, entry.outlet as usize);
        add_one(&mut self.languages, entry.language.into());
        if let Some(days) = entry.days {
            *self.days.entry(days).or_default() += 1;
        }
        self.needs_a_look += u64::from(entry.needs_a_look);
    }

    /// The counts, with those of topics.
    pub(crate) fn facets(self, columns: &Columns) -> Result<Facets> {
        let mut facets = Facets { needs_a_look: self.needs_a_look, ..Facets::default() };
        for (outlet, articles) in (0_i64..).zip(&self.outlets).filter(|(_, articles)| **articles > 0) {
            facets.outlets.insert((outlet > 0).then_some(OutletId(outlet)), *articles);
        }
        for (place, articles) in (0_u8..).zip(&self.languages).filter(|(_, articles)| **articles > 0) {
            let language = columns.language(place).and_then(Language::from_code);
            *facets.languages.entry(language).or_default() += articles;
        }
        for ((first, last), articles) in self.days {
            facets.add_period(first.into(), last.into(), articles);
        }
        let topics = columns.topics()?;
        facets.tagged = topics.tagged.count(&self.ids);
        facets.suggested = topics.waiting.count(&self.ids);
        Ok(facets)
    }
}

fn add_one(numbers: &mut Vec<u64>, at: usize) {
    if at >= numbers.len() {
        numbers.resize(at + 1, 0);
    }
    if let Some(number) = numbers.get_mut(at) {
        *number += 1;
    }
}
