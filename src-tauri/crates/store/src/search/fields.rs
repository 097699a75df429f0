//! Fields of a query as conditions on an article.

use chancery_text::fold;
use rusqlite::{Connection, types::Value};

use crate::{
    Result,
    moment::day_number,
    query::{Has, QueryField},
    row,
    tag::WAITING,
};

/// A condition on an article `a`, with the values bound to it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Condition {
    pub(crate) sql: String,
    pub(crate) values: Vec<Value>,
}

impl Condition {
    fn plain(sql: &str) -> Self {
        Self { sql: sql.to_owned(), values: Vec::new() }
    }

    fn of_ids(sql: &str, ids: impl IntoIterator<Item = i64>) -> Self {
        Self { sql: sql.to_owned(), values: vec![Value::Text(row::id_list(ids))] }
    }
}

/// What a field means in this dossier: the condition, and the names of what it was read as.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Meant {
    pub(crate) condition: Condition,
    pub(crate) names: Vec<String>,
}

const TAGGED: &str =
    "SELECT d.article_id FROM decision d WHERE d.is_current = 1 AND d.verdict IN ('accepted', 'by-hand')";
const AMONG: &str = "IN (SELECT value FROM json_each(?))";

/// What a field means; `None` where nothing of the dossier is called so.
pub(crate) fn meant(conn: &Connection, field: &QueryField) -> Result<Option<Meant>> {
    let named = match field {
        QueryField::Topic(name) => {
            let Some(topics) = topics(conn, name)? else { return Ok(None) };
            let sql = format!(
                "(a.id IN ({TAGGED} AND d.topic_id {AMONG}) \
                 OR a.id IN (SELECT s.article_id FROM suggestion s WHERE s.topic_id {AMONG} AND {WAITING}))"
            );
            let ids = Value::Text(row::id_list(topics.ids));
            Meant { condition: Condition { sql, values: vec![ids.clone(), ids] }, names: topics.names }
        }
        QueryField::Tag(name) => {
            let Some(topics) = topics(conn, name)? else { return Ok(None) };
            let sql = format!("a.id IN ({TAGGED} AND d.topic_id {AMONG})");
            Meant { condition: Condition::of_ids(&sql, topics.ids), names: topics.names }
        }
        QueryField::Outlet(name) => {
            let Some(outlets) = named(conn, OUTLETS, name)? else { return Ok(None) };
            let condition = Condition::of_ids(&format!("a.outlet_id {AMONG}"), outlets.ids);
            Meant { condition, names: outlets.names }
        }
        QueryField::Milestone(name) => {
            let Some(milestones) = named(conn, MILESTONES, name)? else { return Ok(None) };
            let sql = format!("a.id IN (SELECT e.article_id FROM evidence e WHERE e.milestone_id {AMONG})");
            Meant { condition: Condition::of_ids(&sql, milestones.ids), names: milestones.names }
        }
        field => Meant { condition: condition(field), names: Vec::new() },
    };
    Ok(Some(named))
}

/// The condition of a field that means the same in every dossier.
fn condition(field: &QueryField) -> Condition {
    let number = |day: Option<chancery_model::Day>| day.map(day_number).map_or(Value::Null, Value::Integer);
    match field {
        QueryField::Language(language) => {
            Condition { sql: "a.language = ?".to_owned(), values: vec![Value::Text(language.code())] }
        }
        QueryField::Before(date) => {
            Condition { sql: "a.published_from < ?".to_owned(), values: vec![number(date.earliest())] }
        }
        QueryField::After(date) => Condition {
            sql: "a.published_to >= coalesce(?, a.published_to)".to_owned(),
            values: vec![number(date.earliest())],
        },
        QueryField::On(date) => Condition {
            sql: "(a.published_to >= coalesce(?, a.published_to) AND a.published_from <= coalesce(?, a.published_from))"
                .to_owned(),
            values: vec![number(date.earliest()), number(date.latest())],
        },
        QueryField::Has(has) => had(*has),
        QueryField::Topic(_) | QueryField::Tag(_) | QueryField::Outlet(_) | QueryField::Milestone(_) => Condition::plain("0"),
    }
}

fn had(has: Has) -> Condition {
    Condition::plain(&match has {
        Has::Note => "a.id IN (SELECT article_id FROM note_link WHERE article_id IS NOT NULL)".to_owned(),
        Has::Tag => format!("a.id IN ({TAGGED})"),
        Has::Suggestion => format!("a.id IN (SELECT s.article_id FROM suggestion s WHERE {WAITING})"),
        Has::Coding => "a.id IN (SELECT article_id FROM coding)".to_owned(),
        Has::Evidence => {
            "a.id IN (SELECT e.article_id FROM evidence e JOIN milestone m ON m.id = e.milestone_id \
                          WHERE m.removed_at IS NULL)"
                .to_owned()
        }
        Has::Date => "a.published_from IS NOT NULL".to_owned(),
        Has::Day => "a.published_from = a.published_to".to_owned(),
        Has::Month => within_one("%Y-%m"),
        Has::Year => within_one("%Y"),
        Has::Outlet => "a.outlet_id IS NOT NULL".to_owned(),
        Has::Copies => "a.story_id IS NOT NULL".to_owned(),
    })
}

/// First and last day a date may mean fall into the same unit.
fn within_one(unit: &str) -> String {
    let part = |column: &str| format!("strftime('{unit}', a.{column} * 86400, 'unixepoch')");
    format!("{} = {}", part("published_from"), part("published_to"))
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
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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
    if name.is_empty() {
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

/// Folded, with what parts words as blanks: "single-currency" is the "Single currency".
fn comparable(name: &str) -> String {
    let folded = fold(name);
    folded.split(|c: char| c.is_whitespace() || matches!(c, '-' | '_' | '–')).collect::<Vec<_>>().join(" ")
}
