//! Counts articles by what lists are narrowed by.

use std::collections::HashMap;

use chancery_model::{Language, OutletId, TopicId};
use rusqlite::Connection;

use crate::{
    Facets, Result,
    columns::{Columns, Entry},
    condition::Ids,
    moment::day_of,
    tag::WAITING,
};

/// What was counted so far.
#[derive(Default)]
pub(crate) struct Tally {
    ids: Ids,
    /// By id.
    outlets: Vec<u64>,
    /// By place.
    languages: Vec<u64>,
    days: HashMap<i32, u64>,
    needs_a_look: u64,
}

impl Tally {
    pub(crate) fn add(&mut self, id: i64, entry: &Entry) {
        self.ids.add(id);
        count(&mut self.outlets, entry.outlet as usize);
        count(&mut self.languages, entry.language.into());
        if let Some((first, _)) = entry.days {
            *self.days.entry(first).or_default() += 1;
        }
        self.needs_a_look += u64::from(entry.needs_a_look);
    }

    /// The counts, with those of topics.
    pub(crate) fn facets(self, conn: &Connection, columns: &Columns) -> Result<Facets> {
        let mut facets = Facets { needs_a_look: self.needs_a_look, ..Facets::default() };
        for (outlet, articles) in (0_i64..).zip(&self.outlets).filter(|(_, articles)| **articles > 0) {
            facets.outlets.insert((outlet > 0).then_some(OutletId(outlet)), *articles);
        }
        for (place, articles) in (0_u8..).zip(&self.languages).filter(|(_, articles)| **articles > 0) {
            let language = columns.language(place).and_then(Language::from_code);
            *facets.languages.entry(language).or_default() += articles;
        }
        for (day, articles) in self.days {
            *facets.years.entry(day_of(day.into()).year).or_default() += articles;
        }
        let tagged = "SELECT d.topic_id, d.article_id FROM decision d \
             WHERE d.is_current = 1 AND d.verdict IN ('accepted', 'by-hand')";
        let suggested = format!("SELECT s.topic_id, s.article_id FROM suggestion s WHERE {WAITING}");
        for (sql, into) in [(tagged, &mut facets.tagged), (&suggested, &mut facets.suggested)] {
            let mut statement = conn.prepare_cached(sql)?;
            let mut rows = statement.query(())?;
            while let Some(row) = rows.next()? {
                if self.ids.has(row.get(1)?) {
                    *into.entry(TopicId(row.get(0)?)).or_default() += 1;
                }
            }
        }
        Ok(facets)
    }
}

fn count(numbers: &mut Vec<u64>, at: usize) {
    if at >= numbers.len() {
        numbers.resize(at + 1, 0);
    }
    if let Some(number) = numbers.get_mut(at) {
        *number += 1;
    }
}
