//! Changesets of SQLite's session extension: recording one, reading what it touched, and applying it all or not at all.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::Read,
    sync::{Arc, Mutex, PoisonError},
};

use chancery_model::{ArticleId, Changed};
use rusqlite::{
    Connection,
    fallible_streaming_iterator::FallibleStreamingIterator as _,
    hooks::Action,
    session::{ChangesetItem, ChangesetIter, ConflictAction, ConflictType, Operation, Session, invert_strm},
    types::{Value, ValueRef},
};

use crate::{Error, Result};

/// The journaled tables, and what a change in one of them means to the interface.
pub(crate) const JOURNALED: &[(&str, &[Changed])] = &[
    ("dossier", &[Changed::Dossier]),
    ("outlet", &[Changed::Outlets, Changed::Articles]),
    ("outlet_name", &[Changed::Outlets]),
    ("article", &[Changed::Articles, Changed::Tags, Changed::Milestones]),
    ("article_field", &[Changed::Articles]),
    ("article_text", &[Changed::Articles, Changed::Tags, Changed::Milestones]),
    ("furniture", &[Changed::Articles]),
    ("topic", &[Changed::Topics, Changed::Tags]),
    ("term", &[Changed::Topics, Changed::Tags]),
    ("topic_version", &[Changed::Topics]),
    ("decision", &[Changed::Tags]),
    ("coding", &[Changed::Tags]),
    ("lane", &[Changed::Milestones]),
    ("milestone", &[Changed::Milestones]),
    ("status_change", &[Changed::Milestones]),
    ("evidence", &[Changed::Milestones]),
    ("lineage", &[Changed::Milestones]),
    ("proposal_decision", &[Changed::Milestones]),
    ("proposal_passage", &[Changed::Milestones]),
    ("statement", &[Changed::Milestones]),
    ("note", &[Changed::Notes]),
    ("note_link", &[Changed::Notes]),
    ("briefing", &[Changed::Briefings]),
    ("saved_search", &[Changed::Searches]),
];

/// Columns of `article` whose change moves an article in the search index.
const INDEXED_COLUMNS: &[&str] = &["title", "language", "published", "published_from"];

/// Tables whose change gives an article other words.
const WORDS: &[&str] = &["article_text", "furniture"];

/// Starts recording the journaled tables on a connection.
pub(crate) fn record(conn: &Connection) -> Result<Session<'_>> {
    let mut session = Session::new(conn)?;
    for (table, _) in JOURNALED {
        session.attach(Some(*table))?;
    }
    Ok(session)
}

/// What a session recorded; empty where nothing was changed.
pub(crate) fn take(session: &mut Session<'_>) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    session.changeset_strm(&mut bytes)?;
    Ok(bytes)
}

/// The changeset that takes another one back.
pub(crate) fn invert(changeset: &[u8]) -> Result<Vec<u8>> {
    let mut input = changeset;
    let mut inverse = Vec::new();
    invert_strm(&mut input, &mut inverse)?;
    Ok(inverse)
}

/// Applies a changeset; any row that is not as the changeset left it stops it, and the caller rolls back.
pub(crate) fn apply(conn: &Connection, changeset: &[u8]) -> Result<()> {
    let met = Arc::new(Mutex::new(None));
    let conflict = {
        let met = Arc::clone(&met);
        move |kind: ConflictType, item: ChangesetItem| {
            // At the end of a changeset SQLite asks about foreign keys, where no row and no table is current.
            let table = match kind {
                ConflictType::SQLITE_CHANGESET_FOREIGN_KEY => "foreign keys".to_owned(),
                _ => item.op().map(|op| op.table_name().to_owned()).unwrap_or_default(),
            };
            *met.lock().unwrap_or_else(PoisonError::into_inner) = Some(format!("{table}: {kind:?}"));
            ConflictAction::SQLITE_CHANGESET_ABORT
        }
    };
    let mut input = changeset;
    let applied = conn.apply_strm(&mut input, None::<fn(&str) -> bool>, conflict);
    let met = met.lock().unwrap_or_else(PoisonError::into_inner).take();
    match (applied, met) {
        (_, Some(detail)) => Err(Error::Conflict { path: std::path::PathBuf::new(), detail }),
        (Err(error), None) => Err(error.into()),
        (Ok(()), None) => Ok(()),
    }
}

/// What a changeset touches.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Footprint {
    /// How many rows.
    pub(crate) rows: u64,
    /// What sorts of things.
    pub(crate) changed: BTreeSet<Changed>,
    /// Which articles, by their own row or by a row that belongs to them.
    pub(crate) articles: BTreeSet<ArticleId>,
    /// Those whose place or words in the search index changed.
    pub(crate) to_index: BTreeSet<ArticleId>,
    /// Those whose text is another, or what of it counts: whatever was derived of it holds no longer.
    pub(crate) reworded: BTreeSet<ArticleId>,
}

/// Reads what a changeset touches. Rows that were updated are looked up, so the dossier must hold either side of it.
pub(crate) fn footprint(conn: &Connection, changeset: &[u8]) -> Result<Footprint> {
    let mut footprint = Footprint::default();
    let mut columns = BTreeMap::new();
    let mut input = changeset;
    let reader: &mut dyn Read = &mut input;
    let mut items = ChangesetIter::start_strm(&reader)?;
    while let Some(item) = items.next()? {
        let op = item.op()?;
        footprint.rows += 1;
        let Some((table, changed)) = JOURNALED.iter().find(|(table, _)| *table == op.table_name()) else {
            return Err(Error::damaged(format!("the journal names a table {:?}", op.table_name())));
        };
        footprint.changed.extend(changed.iter().copied());
        let names: &Vec<String> = match columns.entry(*table) {
            std::collections::btree_map::Entry::Occupied(known) => known.into_mut(),
            std::collections::btree_map::Entry::Vacant(new) => new.insert(column_names(conn, table)?),
        };
        let Some(article) = article_of(conn, table, names, item, &op)? else { continue };
        footprint.articles.insert(article);
        let indexed = INDEXED_COLUMNS.iter().filter_map(|name| names.iter().position(|known| known == name));
        if *table == "article" && indexed.into_iter().any(|column| item.new_value(column).is_ok()) {
            footprint.to_index.insert(article);
        }
        if WORDS.contains(table) {
            footprint.to_index.insert(article);
            footprint.reworded.insert(article);
        }
    }
    Ok(footprint)
}

fn column_names(conn: &Connection, table: &str) -> Result<Vec<String>> {
    let mut statement = conn.prepare_cached("SELECT name FROM pragma_table_info(?1) ORDER BY cid")?;
    let names = statement.query_map([table], |row| row.get(0))?;
    Ok(names.collect::<rusqlite::Result<_>>()?)
}

/// The article a changed row belongs to, if any.
fn article_of(
    conn: &Connection,
    table: &str,
    names: &[String],
    item: &ChangesetItem,
    op: &Operation<'_>,
) -> Result<Option<ArticleId>> {
    let wanted = if table == "article" { "id" } else { "article_id" };
    let Some(column) = names.iter().position(|name| name == wanted) else { return Ok(None) };
    let stored = match op.code() {
        Action::SQLITE_INSERT => item.new_value(column),
        _ => item.old_value(column),
    };
    match stored {
        Ok(ValueRef::Integer(id)) => return Ok(Some(ArticleId(id))),
        Ok(_) => return Ok(None),
        Err(_) => {}
    }
    // An update carries the key and the changed columns only.
    let Ok(ValueRef::Integer(id)) = item.old_value(0) else { return Ok(None) };
    let sql = format!("SELECT article_id FROM {table} WHERE id = ?1");
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query([Value::Integer(id)])?;
    Ok(match rows.next()? {
        Some(row) => row.get::<_, Option<i64>>(0)?.map(ArticleId),
        None => None,
    })
}
