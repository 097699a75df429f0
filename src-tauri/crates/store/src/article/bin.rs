//! The bin: articles out of sight, brought back, or deleted for good.

use chancery_model::{ArticleId, Changed, OperationId, OperationKind};
use rusqlite::Connection;
use serde_json::json;

use crate::{Error, Moment, NewOperation, Performed, Result, Store, Writer, journal, row, story};

/// What went for good with the bin.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EmptiedBin {
    /// Articles.
    pub articles: u64,
    /// Originals that no other article came from.
    pub originals: u64,
    /// Pieces of evidence taken from those articles.
    pub evidence: u64,
    /// Verdicts about those articles, past ones included.
    pub decisions: u64,
    /// Links from notes to those articles.
    pub links: u64,
}

impl Writer<'_> {
    /// Puts articles into the bin. Their tags, evidence and links stay with them; those in the bin already are left.
    ///
    /// # Errors
    /// `NoSuch` where one of them is not in the dossier.
    pub fn remove_articles(&self, ids: &[ArticleId]) -> Result<()> {
        self.within(|conn| {
            for id in ids {
                super::must_exist(conn, *id)?;
                conn.prepare_cached(
                    "UPDATE article SET removed_by = ?2 WHERE id = ?1 AND removed_by IS NULL",
                )?
                .execute((id.0, self.operation().0))?;
            }
            Ok(())
        })
    }

    /// Takes articles out of the bin.
    ///
    /// # Errors
    /// `NoSuch` where one of them is not in the dossier.
    pub fn restore_articles(&self, ids: &[ArticleId]) -> Result<()> {
        self.within(|conn| {
            for id in ids {
                super::must_exist(conn, *id)?;
                conn.prepare_cached(
                    "UPDATE article SET removed_by = NULL WHERE id = ?1 AND removed_by IS NOT NULL",
                )?
                .execute([id.0])?;
            }
            Ok(())
        })
    }
}

/// Rows that hang on an article and go with it. `status_change` stays: what became of a promise is not the article's.
const HANGING: &[(&str, &str)] = &[
    ("links", "DELETE FROM note_link WHERE article_id IN (SELECT value FROM json_each(?1))"),
    (
        "lineage",
        "UPDATE lineage SET evidence_id = NULL WHERE evidence_id IN \
         (SELECT id FROM evidence WHERE article_id IN (SELECT value FROM json_each(?1)))",
    ),
    ("evidence", "DELETE FROM evidence WHERE article_id IN (SELECT value FROM json_each(?1))"),
    ("proposals", "DELETE FROM proposal_passage WHERE article_id IN (SELECT value FROM json_each(?1))"),
    ("decisions", "DELETE FROM decision WHERE article_id IN (SELECT value FROM json_each(?1))"),
    ("codings", "DELETE FROM coding WHERE article_id IN (SELECT value FROM json_each(?1))"),
    ("statements", "DELETE FROM statement WHERE article_id IN (SELECT value FROM json_each(?1))"),
    (
        "manifest",
        "UPDATE import_item SET article_id = NULL WHERE article_id IN (SELECT value FROM json_each(?1))",
    ),
    ("fields", "DELETE FROM article_field WHERE article_id IN (SELECT value FROM json_each(?1))"),
    (
        "index",
        "DELETE FROM search WHERE rowid IN (SELECT docid FROM search_doc WHERE article_id IN (SELECT value FROM json_each(?1)))",
    ),
    ("articles", "DELETE FROM article WHERE id IN (SELECT value FROM json_each(?1))"),
];

impl Store {
    /// Deletes for good what is in the bin: the articles, what hangs on them, originals no other article came from, and the
    /// inverses in the journal that hold their words. Undo ends here. An empty bin is no operation.
    ///
    /// # Errors
    /// `DiskFull`, `ReadOnly`.
    pub fn empty_bin(&self, at: Moment) -> Result<Performed<EmptiedBin>> {
        let emptied = {
            let conn = self.writer()?;
            // Freed pages are overwritten.
            conn.pragma_update(None, "secure_delete", true).map_err(|error| self.named(error))?;
            let emptied = self.delete_binned(&conn, at);
            conn.pragma_update(None, "secure_delete", false).map_err(|error| self.named(error))?;
            emptied.map_err(|error| self.named(error))?
        };
        let (operation, value) = match emptied {
            Some((operation, value)) => (Some(operation), value),
            None => (None, EmptiedBin::default()),
        };
        if operation.is_some() {
            self.merge_search_index().map_err(|error| self.named(error))?;
            // The WAL holds the old pages until it is cut; a reader that still needs it puts that off to its own end.
            let _ = self.writer()?.query_row("PRAGMA wal_checkpoint(TRUNCATE)", (), |_| Ok(()));
        }
        let changed = match operation {
            Some(_) => Changed::ALL.iter().copied().collect(),
            None => std::collections::BTreeSet::new(),
        };
        Ok(Performed { value, operation, changed })
    }

    fn delete_binned(&self, conn: &Connection, at: Moment) -> Result<Option<(OperationId, EmptiedBin)>> {
        let tx = self.begin(conn)?;
        let ids: Vec<i64> = tx
            .prepare("SELECT id FROM article WHERE removed_by IS NOT NULL")?
            .query_map((), |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        if ids.is_empty() {
            return Ok(None);
        }
        let new = NewOperation { kind: OperationKind::EmptyBin, args: json!({ "articles": ids.len() }), at };
        let operation = journal::insert(&tx, &new)?;
        forget_inverses(&tx, &ids)?;
        let list = row::id_list(ids.iter().copied());
        let mut emptied = EmptiedBin::default();
        for (what, sql) in HANGING {
            let rows = u64::try_from(tx.execute(sql, [&list])?).unwrap_or(u64::MAX);
            match *what {
                "links" => emptied.links = rows,
                "evidence" => emptied.evidence = rows,
                "decisions" => emptied.decisions = rows,
                "articles" => emptied.articles = rows,
                _ => {}
            }
        }
        let orphans = "DELETE FROM original WHERE id NOT IN (SELECT original_id FROM article)";
        emptied.originals = u64::try_from(tx.execute(orphans, ())?).unwrap_or(u64::MAX);
        story::forget_texts(&tx)?;
        journal::abandon_undone(&tx)?;
        tx.execute("UPDATE operation SET changes = ?2 WHERE id = ?1", (operation.0, emptied.articles))?;
        tx.commit()?;
        Ok(Some((operation, emptied)))
    }
}

/// The journal keeps its lines, but not the inverses that quote a deleted article: no undo will ever reach them.
fn forget_inverses(conn: &Connection, deleted: &[i64]) -> Result<()> {
    let with_changes: Vec<i64> = conn
        .prepare("SELECT id FROM operation WHERE changeset IS NOT NULL")?
        .query_map((), |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    let deleted: std::collections::BTreeSet<i64> = deleted.iter().copied().collect();
    for id in with_changes {
        let Some(changes) = journal::stored_changes(conn, OperationId(id))? else { continue };
        let footprint = journal::changeset::footprint(conn, &changes)
            .map_err(|error| Error::damaged(format!("operation {id}: {error}")))?;
        if footprint.articles.iter().any(|article| deleted.contains(&article.0)) {
            conn.execute("UPDATE operation SET changeset = NULL WHERE id = ?1", [id])?;
        }
    }
    Ok(())
}
