//! From a query to what the index and the dossier are asked.

use std::{cell::OnceCell, collections::BTreeSet};

use chancery_model::ArticleId;
use rusqlite::{Connection, types::Value};

use super::{
    fields,
    found::Sought,
    index::{Bound, expression},
    names::{self, Names},
    prefixes::{self, Prefixes},
};
use crate::{
    Result, article,
    columns::Columns,
    condition::Condition,
    query::{Ask, Hint, Query, QueryField, QueryTerm, Unread},
};

/// The index knows stems: of prefixes and exact forms it gives articles some of which don't have them, so those have to be read. Beyond this
/// many they are read page by page, and how many there are in all is told as an upper bound.
pub(crate) const READ_AT_MOST: usize = if cfg!(test) { 1 } else { 2_000 };

/// A query as this dossier understands it.
pub(crate) struct Understood {
    /// Without what nothing is called.
    pub(crate) query: Query,
    pub(crate) names: Names,
    pub(crate) prefixes: Prefixes,
    /// Each field with its condition and what it was read as.
    pub(crate) fields: Vec<(QueryField, fields::Meant)>,
    pub(crate) left_out: Vec<Hint>,
    sought: OnceCell<Sought>,
}

impl Understood {
    /// Ready to be looked for in articles.
    pub(crate) fn sought(&self) -> &Sought {
        self.sought.get_or_init(|| Sought::of(&self.query, &self.names))
    }

    pub(crate) fn into_sought(self) -> Sought {
        self.sought.into_inner().unwrap_or_else(|| Sought::of(&self.query, &self.names))
    }

    pub(crate) fn of(conn: &Connection, columns: Option<&Columns>, query: &Query) -> Result<Self> {
        let mut fields: Vec<(QueryField, fields::Meant)> = Vec::new();
        let mut left_out: Vec<Hint> = Vec::new();
        for (term, _) in query.terms() {
            let QueryTerm::Field(field) = term else { continue };
            if fields.iter().any(|(known, _)| known == field) {
                continue;
            }
            match fields::meant(conn, field)? {
                Some(meant) => fields.push((field.clone(), meant)),
                None => left_out.push(Hint { typed: field.to_string(), why: Unread::NothingCalledSo }),
            }
        }
        let known = |term: &QueryTerm| match term {
            QueryTerm::Field(field) => fields.iter().any(|(known, _)| known == field),
            _ => true,
        };
        let query = query.clone().retain(known);
        Ok(Self {
            names: names::of(conn, columns.map(Columns::names), &query)?,
            prefixes: prefixes::of(conn, &query)?,
            query,
            fields,
            left_out,
            sought: OnceCell::new(),
        })
    }

    /// What of the dossier a field was read as.
    pub(crate) fn called(&self, field: &QueryField) -> &[String] {
        let meant = self.fields.iter().find(|(known, _)| known == field);
        meant.map_or(&[], |(_, meant)| &meant.names)
    }

    /// Whether the index can't tell for sure who has it.
    fn is_loose(&self, term: &QueryTerm) -> bool {
        match term {
            QueryTerm::Exact(_) => true,
            QueryTerm::Prefix(word) => self.prefixes.get(word).is_some_and(|stems| !stems.short.is_empty()),
            _ => false,
        }
    }

    fn condition(&self, field: &QueryField) -> Option<&Condition> {
        self.fields.iter().find(|(known, _)| known == field).map(|(_, meant)| &meant.condition)
    }
}

/// How the articles of a query are found.
#[derive(Default)]
pub(crate) struct Matching {
    /// What the index is asked for; its order can be the list's.
    pub(crate) matches: Option<String>,
    pub(crate) conditions: Vec<Condition>,
    /// Some of them do not answer and are found out by reading.
    pub(crate) doubtful: Option<Doubtful>,
}

/// What tells the articles that answer from those the index only thinks do.
pub(crate) struct Doubtful {
    understood: Understood,
    /// Ids that need no reading, in order.
    certain: Vec<i64>,
}

/// A query as the index and the dossier are asked it.
pub(crate) struct Question {
    pub(crate) understood: Understood,
    pub(crate) matches: Option<String>,
    pub(crate) conditions: Vec<Condition>,
    pub(crate) sure: Sure,
}

/// Which of the articles the index finds surely answer.
pub(crate) enum Sure {
    Every,
    None,
    /// Those it finds for this, under the same conditions.
    These(String),
    /// It takes other conditions to know.
    Otherwise(Box<Matching>),
}

/// How a query is asked.
pub(crate) fn question(conn: &Connection, columns: Option<&Columns>, query: &Query) -> Result<Question> {
    let understood = Understood::of(conn, columns, query)?;
    let (all, _) = asked(&understood, Bound::All);
    let sure = if understood.query.terms().any(|(term, _)| understood.is_loose(term)) {
        match asked(&understood, Bound::Sure) {
            (_, true) => Sure::None,
            (Matching { matches: Some(matches), conditions, .. }, false) if conditions == all.conditions => {
                Sure::These(matches)
            }
            (sure, false) => Sure::Otherwise(Box::new(sure)),
        }
    } else {
        Sure::Every
    };
    Ok(Question { understood, matches: all.matches, conditions: all.conditions, sure })
}

/// Finds out how the articles of a query are found.
pub(crate) fn matching(conn: &Connection, query: &Query) -> Result<Matching> {
    let Question { understood, matches, conditions, sure } = question(conn, None, query)?;
    let all = Matching { matches, conditions, doubtful: None };
    let certain = match sure {
        Sure::Every => return Ok(all),
        Sure::None => Vec::new(),
        Sure::These(matches) => {
            let conditions = all.conditions.clone();
            ids_of(conn, &Matching { matches: Some(matches), conditions, doubtful: None })?
        }
        Sure::Otherwise(sure) => ids_of(conn, &sure)?,
    };
    let unread: Vec<i64> =
        ids_of(conn, &all)?.into_iter().filter(|id| certain.binary_search(id).is_err()).collect();
    if unread.len() > READ_AT_MOST {
        return Ok(Matching { doubtful: Some(Doubtful { understood, certain }), ..all });
    }
    let mut ids = certain;
    for id in unread {
        if understood.answers(conn, ArticleId(id))? {
            ids.push(id);
        }
    }
    let conditions = vec![Condition::one_of(ids)];
    Ok(Matching { matches: all.matches, conditions, doubtful: None })
}

impl Doubtful {
    /// Whether an article answers the query.
    pub(crate) fn stands(&self, conn: &Connection, id: ArticleId) -> Result<bool> {
        Ok(self.certain.binary_search(&id.0).is_ok() || self.understood.answers(conn, id)?)
    }
}

impl Understood {
    /// Whether an article answers, by reading it.
    pub(crate) fn answers(&self, conn: &Connection, id: ArticleId) -> Result<bool> {
        let Some(read) = article::readable(conn, id)? else { return Ok(false) };
        let mut held = Vec::new();
        for (field, meant) in &self.fields {
            let mut values = vec![Value::Integer(id.0)];
            let sql =
                format!("SELECT 1 FROM article a WHERE a.id = ? AND {}", meant.condition.sql(&mut values));
            if conn.prepare_cached(&sql)?.exists(rusqlite::params_from_iter(values))? {
                held.push(field);
            }
        }
        Ok(self.sought().in_article(&read, u32::MAX, |field| held.contains(&field)).matches)
    }
}

fn ids_of(conn: &Connection, matching: &Matching) -> Result<Vec<i64>> {
    let mut values: Vec<Value> = matching.matches.iter().cloned().map(Value::Text).collect();
    let mut sql = match (&matching.matches, matching.conditions.is_empty()) {
        (Some(_), true) => "SELECT rowid & 4294967295 FROM search WHERE search MATCH ?".to_owned(),
        (Some(_), false) => "SELECT a.id FROM search JOIN article a ON a.id = (search.rowid & 4294967295) \
                             WHERE search MATCH ?"
            .to_owned(),
        (None, _) => "SELECT a.id FROM article a WHERE 1".to_owned(),
    };
    for condition in &matching.conditions {
        sql.push_str(" AND ");
        sql.push_str(&condition.sql(&mut values));
    }
    let mut statement = conn.prepare_cached(&sql)?;
    let ids = statement.query_map(rusqlite::params_from_iter(values), |row| row.get(0))?;
    // In order, whatever the index's is, and once.
    Ok(ids.collect::<rusqlite::Result<BTreeSet<i64>>>()?.into_iter().collect())
}

/// What is asked for a bound of the query, and whether nothing can answer it.
fn asked(understood: &Understood, bound: Bound) -> (Matching, bool) {
    let mut matching = Matching::default();
    let (mut yes, mut no) = (Vec::new(), Vec::new());
    for ask in &understood.query.all {
        match piece(understood, ask, bound) {
            Piece::Always => {}
            Piece::Never => return (Matching::default(), true),
            Piece::Match(expression) => yes.push(expression),
            Piece::NoMatch(expression) => no.push(expression),
            Piece::Condition(condition) => matching.conditions.push(condition),
        }
    }
    match all(yes, no) {
        Some(Piece::Match(expression)) => matching.matches = Some(expression),
        Some(piece) => matching.conditions.push(piece.condition()),
        None => {}
    }
    (matching, false)
}

/// A part of a query as SQLite is asked.
enum Piece {
    Always,
    Never,
    /// Articles the index finds.
    Match(String),
    /// Articles the index does not find.
    NoMatch(String),
    Condition(Condition),
}

impl Piece {
    fn condition(self) -> Condition {
        let by_index = |expression| Condition::Among {
            select: "SELECT rowid & 4294967295 FROM search WHERE search MATCH ?".to_owned(),
            values: vec![Value::Text(expression)],
        };
        match self {
            Self::Always => Condition::Always,
            Self::Never => Condition::Never,
            Self::Match(expression) => by_index(expression),
            Self::NoMatch(expression) => by_index(expression).not(),
            Self::Condition(condition) => condition,
        }
    }

    fn not(self) -> Self {
        match self {
            Self::Always => Self::Never,
            Self::Never => Self::Always,
            Self::Match(expression) => Self::NoMatch(expression),
            Self::NoMatch(expression) => Self::Match(expression),
            Self::Condition(condition) => Self::Condition(condition.not()),
        }
    }
}

fn piece(understood: &Understood, ask: &Ask, bound: Bound) -> Piece {
    match ask {
        Ask::Term(QueryTerm::Field(field)) => {
            understood.condition(field).cloned().map_or(Piece::Always, Piece::Condition)
        }
        Ask::Term(term) => expression(term, bound, understood).map_or(Piece::Never, Piece::Match),
        // What is surely without it is what is not even perhaps with it.
        Ask::Not(part) => piece(understood, part, bound.other()).not(),
        Ask::All(parts) => {
            let mut sorted = Sorted::default();
            for part in parts {
                match piece(understood, part, bound) {
                    Piece::Never => return Piece::Never,
                    Piece::Always => {}
                    other => sorted.add(other),
                }
            }
            let by_index = all(sorted.yes, sorted.no);
            joined(by_index, sorted.conditions, Condition::All).unwrap_or(Piece::Always)
        }
        Ask::Any(parts) => {
            let mut sorted = Sorted::default();
            for part in parts {
                match piece(understood, part, bound) {
                    Piece::Always => return Piece::Always,
                    Piece::Never => {}
                    other => sorted.add(other),
                }
            }
            let by_index = any(sorted.yes, sorted.no);
            joined(by_index, sorted.conditions, Condition::Any).unwrap_or(Piece::Never)
        }
    }
}

#[derive(Default)]
struct Sorted {
    yes: Vec<String>,
    no: Vec<String>,
    conditions: Vec<Condition>,
}

impl Sorted {
    fn add(&mut self, piece: Piece) {
        match piece {
            Piece::Match(expression) => self.yes.push(expression),
            Piece::NoMatch(expression) => self.no.push(expression),
            other => self.conditions.push(other.condition()),
        }
    }
}

/// The index's part of a conjunction; FTS5's NOT has two sides.
fn all(yes: Vec<String>, no: Vec<String>) -> Option<Piece> {
    match (yes.is_empty(), no.is_empty()) {
        (true, true) => None,
        (true, false) => Some(Piece::NoMatch(no.join(" OR "))),
        (false, true) => Some(Piece::Match(within(&yes, " AND "))),
        (false, false) => {
            Some(Piece::Match(format!("({} NOT {})", within(&yes, " AND "), within(&no, " OR "))))
        }
    }
}

/// The index's part of a disjunction: of parts not found, what does not find all of them.
fn any(yes: Vec<String>, no: Vec<String>) -> Option<Piece> {
    match (yes.is_empty(), no.is_empty()) {
        (true, true) => None,
        (true, false) => Some(Piece::NoMatch(within(&no, " AND "))),
        (false, true) => Some(Piece::Match(within(&yes, " OR "))),
        (false, false) => {
            Some(Piece::NoMatch(format!("({} NOT {})", within(&no, " AND "), within(&yes, " OR "))))
        }
    }
}

fn within(parts: &[String], by: &str) -> String {
    match parts {
        [part] => part.clone(),
        parts => format!("({})", parts.join(by)),
    }
}

fn joined(
    by_index: Option<Piece>,
    conditions: Vec<Condition>,
    by: impl FnOnce(Vec<Condition>) -> Condition,
) -> Option<Piece> {
    if conditions.is_empty() {
        return by_index;
    }
    Some(Piece::Condition(by(by_index.map(Piece::condition).into_iter().chain(conditions).collect())))
}
