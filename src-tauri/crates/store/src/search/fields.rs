//! Fields of a query as conditions on an article.

use chancery_model::Day;
use chancery_text::fold;
use rusqlite::{Connection, types::Value};

use crate::{
    Result,
    condition::{Condition, Exactness},
    moment::day_number,
    query::{Has, QueryField},
    row,
};

/// What a field means in this dossier: the condition, and the names of what it was read as.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Meant {
    pub(crate) condition: Condition,
    pub(crate) names: Vec<String>,
}

const AMONG: &str = "IN (SELECT value FROM json_each(?))";

/// What a field means; `None` where nothing of the dossier is called so.
pub(crate) fn meant(conn: &Connection, field: &QueryField) -> Result<Option<Meant>> {
    let ids = |named: &Named| Value::Text(row::id_list(named.ids.iter().copied()));
    let named = match field {
        QueryField::Topic(name) => {
            let Some(topics) = topics(conn, name)? else { return Ok(None) };
            let (tagged, waiting) = (Some(topics.ids.clone()), Some(topics.ids));
            let condition = Condition::Any(vec![Condition::Tagged(tagged), Condition::Waiting(waiting)]);
            Meant { condition, names: topics.names }
        }
        QueryField::Tag(name) => {
            let Some(topics) = topics(conn, name)? else { return Ok(None) };
            Meant { condition: Condition::Tagged(Some(topics.ids)), names: topics.names }
        }
        QueryField::Outlet(name) => {
            let Some(outlets) = named(conn, OUTLETS, name)? else { return Ok(None) };
            Meant { condition: Condition::Outlets(outlets.ids), names: outlets.names }
        }
        QueryField::Milestone(name) => {
            let Some(milestones) = named(conn, MILESTONES, name)? else { return Ok(None) };
            let select = format!("SELECT e.article_id FROM evidence e WHERE e.milestone_id {AMONG}");
            let values = vec![ids(&milestones)];
            Meant { condition: Condition::Among { select, values }, names: milestones.names }
        }
        field => Meant { condition: condition(field), names: Vec::new() },
    };
    Ok(Some(named))
}

/// The condition of a field that means the same in every dossier.
fn condition(field: &QueryField) -> Condition {
    // A date open at that end excludes none that has a date.
    let from = |day: Option<Day>| day.map_or(Condition::HasDate, |day| Condition::From(day_number(day)));
    let up_to = |day: Option<Day>| day.map_or(Condition::HasDate, |day| Condition::UpTo(day_number(day)));
    match field {
        QueryField::Language(language) => Condition::Languages(vec![language.code()]),
        QueryField::Before(date) => match date.earliest() {
            Some(day) => Condition::UpTo(day_number(day) - 1),
            None => Condition::Never,
        },
        QueryField::After(date) => from(date.earliest()),
        QueryField::On(date) => Condition::All(vec![from(date.earliest()), up_to(date.latest())]),
        QueryField::Has(has) => had(*has),
        QueryField::Topic(_) | QueryField::Tag(_) | QueryField::Outlet(_) | QueryField::Milestone(_) => {
            Condition::Never
        }
    }
}

fn had(has: Has) -> Condition {
    let among = |select: &str| Condition::Among { select: select.to_owned(), values: Vec::new() };
    match has {
        Has::Note => among("SELECT article_id FROM note_link WHERE article_id IS NOT NULL"),
        Has::Tag => Condition::Tagged(None),
        Has::Suggestion => Condition::Waiting(None),
        Has::Coding => among("SELECT article_id FROM coding"),
        Has::Evidence => among(
            "SELECT e.article_id FROM evidence e JOIN milestone m ON m.id = e.milestone_id WHERE m.removed_at IS NULL",
        ),
        Has::Date => Condition::HasDate,
        Has::Day => Condition::DatedTo(Exactness::Day),
        Has::Month => Condition::DatedTo(Exactness::Month),
        Has::Year => Condition::DatedTo(Exactness::Year),
        Has::Outlet => Condition::HasOutlet,
        Has::Copies => Condition::HasCopies,
    }
}

/// What is called so: ids, and the name of each.
struct Named {
    ids: Vec<i64>,
    names: Vec<String>,
}

const TOPICS: &str = "SELECT id, label_en, slug, label_en, label_ru, label_be FROM topic ORDER BY id";
const OUTLETS: &str = "SELECT o.id, o.name, o.name, o.domain, n.name FROM outlet o \
                       LEFT JOIN outlet_name n ON n.outlet_id = o.id ORDER BY o.id";
const MILESTONES: &str = "SELECT id, title_en, CAST(id AS TEXT), slug, title_en, title_ru, title_be FROM milestone \
                          WHERE removed_at IS NULL ORDER BY id";

/// Topics called so, with those under them.
fn topics(conn: &Connection, asked: &str) -> Result<Option<Named>> {
    let Some(mut found) = named(conn, TOPICS, asked)? else { return Ok(None) };
    let mut statement = conn.prepare_cached(
        "WITH RECURSIVE under (id) AS (SELECT value FROM json_each(?1) \
         UNION SELECT t.id FROM topic t JOIN under ON t.parent_id = under.id) SELECT id FROM under",
    )?;
    let ids = statement.query_map([row::id_list(found.ids)], |row| row.get(0))?;
    found.ids = ids.collect::<rusqlite::Result<_>>()?;
    Ok(Some(found))
}

/// How well a name answers: the best there are count, and no others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Contains,
    Begins,
    Same,
}

/// The rows whose name is, begins with or else contains what is asked. The first column is the id, the second how it is
/// shown, the others what it may be called.
fn named(conn: &Connection, sql: &str, asked: &str) -> Result<Option<Named>> {
    let asked = comparable(asked.trim_start_matches('#'));
    let mut statement = conn.prepare_cached(sql)?;
    let columns = statement.column_count();
    let mut best: Option<Fit> = None;
    let mut found = Named { ids: Vec::new(), names: Vec::new() };
    let mut rows = statement.query(())?;
    while let Some(row) = rows.next()? {
        let mut fit: Option<Fit> = None;
        for column in 2..columns {
            if let Some(name) = row.get::<_, Option<String>>(column)? {
                fit = fit.max(fit_of(&comparable(&name), &asked));
            }
        }
        if fit.is_none() || fit < best {
            continue;
        }
        if fit > best {
            best = fit;
            found = Named { ids: Vec::new(), names: Vec::new() };
        }
        let id = row.get(0)?;
        if found.ids.last() != Some(&id) {
            found.ids.push(id);
            let name = row.get(1)?;
            if !found.names.contains(&name) {
                found.names.push(name);
            }
        }
    }
    Ok(best.map(|_| found))
}

fn fit_of(name: &str, asked: &str) -> Option<Fit> {
    if name.is_empty() || asked.is_empty() {
        None
    } else if name == asked {
        Some(Fit::Same)
    } else if name.starts_with(asked) {
        Some(Fit::Begins)
    } else {
        // A number is one milestone's, never a part of another's.
        let is_number = asked.chars().all(char::is_numeric);
        (!is_number && name.contains(asked)).then_some(Fit::Contains)
    }
}

/// Folded, with what parts words as blanks: "single-currency" is the "Single currency". Quotation marks do, too: a query has no
/// other use for them than to hold a value together.
fn comparable(name: &str) -> String {
    let parts =
        |c: char| c.is_whitespace() || matches!(c, '-' | '_' | '–' | '"' | '“' | '”' | '„' | '«' | '»');
    fold(name).split(parts).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_without_its_quotation_marks_and_signs_alone_name_nothing() {
        let fit = |name, asked| fit_of(&comparable(name), &comparable(asked));
        assert_eq!(fit("ООО \"Ромашка\"", "ООО Ромашка"), Some(Fit::Same));
        assert_eq!(fit("Газета «Звязда»", "газета звязда"), Some(Fit::Same));
        assert_eq!(fit("Single currency", "single-currency"), Some(Fit::Same));
        assert_eq!(fit("ООО \"Ромашка\"", "Ромашка"), Some(Fit::Contains));
        assert_eq!(fit("TASS", "-"), None);
    }
}
