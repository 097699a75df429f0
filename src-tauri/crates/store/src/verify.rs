//! Verifying: is the file whole, are the originals what was imported, does every passage stand where it says?

use chancery_model::{ArticleId, CodePoints, OperationId, Span};
use rusqlite::Connection;

use crate::{Reader, Result, Store, analysis, article, journal, search};

/// A thing that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Which check found it: `file`, `links`, `original`, `passage`, `index` or `journal`.
    pub check: &'static str,
    /// What was found.
    pub detail: String,
}

/// What verifying found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verified {
    /// What is not as it should be; empty is good.
    pub problems: Vec<Problem>,
    /// Articles looked at.
    pub articles: u64,
    /// Originals hashed.
    pub originals: u64,
    /// Passages compared with the words at their place.
    pub passages: u64,
    /// Operations whose inverses were read.
    pub operations: u64,
}

impl Verified {
    /// Whether everything is as it should be.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.problems.is_empty()
    }

    fn found(&mut self, check: &'static str, detail: impl Into<String>) {
        self.problems.push(Problem { check, detail: detail.into() });
    }
}

impl Store {
    /// Checks the whole file. What is wrong is reported, not repaired.
    ///
    /// # Errors
    /// Where the file cannot be read at all.
    pub fn verify(&self) -> Result<Verified> {
        // On a connection of its own: integrity_check trusts what a used one remembers of the search index.
        let mut verified = self.read_afresh(|reader: &Reader<'_>| {
            reader.within(|conn| {
                let mut verified = Verified::default();
                file(conn, &mut verified)?;
                originals(conn, &mut verified)?;
                passages(conn, &mut verified)?;
                index(conn, &mut verified)?;
                operations(conn, &mut verified)?;
                Ok(verified)
            })
        })?;
        if !self.is_read_only() {
            // FTS5's own check is a write to it, though it changes nothing.
            let checked =
                self.writer()?.execute("INSERT INTO search (search) VALUES ('integrity-check')", ());
            if let Err(error) = checked {
                verified.found("index", error.to_string());
            }
        }
        Ok(verified)
    }
}

fn file(conn: &Connection, verified: &mut Verified) -> Result<()> {
    let mut statement = conn.prepare("PRAGMA integrity_check(20)")?;
    let mut rows = statement.query(())?;
    while let Some(row) = rows.next()? {
        let line: String = row.get(0)?;
        if line != "ok" {
            verified.found("file", line);
        }
    }
    let mut statement = conn.prepare("PRAGMA foreign_key_check")?;
    let mut rows = statement.query(())?;
    while let Some(row) = rows.next()? {
        let (table, parent): (String, String) = (row.get(0)?, row.get(2)?);
        verified.found("links", format!("a row of {table} names a row of {parent} that is not there"));
    }
    let lost: u64 = conn.query_row(
        "SELECT count(*) FROM article a WHERE a.removed_by IS NULL AND a.outlet_id IS NOT NULL \
         AND NOT EXISTS (SELECT 1 FROM outlet o WHERE o.id = a.outlet_id)",
        (),
        |row| row.get(0),
    )?;
    if lost > 0 {
        verified.found("links", format!("{lost} articles name an outlet that is not there"));
    }
    let textless: u64 = conn.query_row(
        "SELECT count(*) FROM article a WHERE NOT EXISTS (SELECT 1 FROM article_text t WHERE t.article_id = a.id)",
        (),
        |row| row.get(0),
    )?;
    if textless > 0 {
        verified.found("links", format!("{textless} articles have no text"));
    }
    verified.articles = conn.query_row("SELECT count(*) FROM article", (), |row| row.get(0))?;
    Ok(())
}

fn originals(conn: &Connection, verified: &mut Verified) -> Result<()> {
    let mut statement = conn.prepare("SELECT id, sha256, bytes, size FROM original ORDER BY id")?;
    let mut rows = statement.query(())?;
    while let Some(row) = rows.next()? {
        let (id, sha256, packed, size): (i64, [u8; 32], Vec<u8>, usize) =
            (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
        verified.originals += 1;
        match article::unpack_original(&packed, &sha256) {
            Ok(bytes) if bytes.len() == size => {}
            _ => verified.found("original", format!("original {id} is not the bytes that were imported")),
        }
    }
    Ok(())
}

fn passages(conn: &Connection, verified: &mut Verified) -> Result<()> {
    let anchored = "SELECT article_id, span_start, span_end, exact, 'evidence ' || id FROM evidence \
         UNION ALL SELECT article_id, span_start, span_end, exact, 'coding ' || id FROM coding \
         UNION ALL SELECT article_id, span_start, span_end, exact, 'decided proposal ' || decision_id FROM proposal_passage \
         UNION ALL SELECT article_id, span_start, span_end, exact, 'statement ' || id FROM statement \
         UNION ALL SELECT article_id, span_start, span_end, exact, 'link of note ' || note_id FROM note_link WHERE kind = 'passage' \
         UNION ALL SELECT article_id, value ->> 0, value ->> 1, value ->> 2, 'date of article ' || article_id \
         FROM date_mentions, json_each(iif(json_valid(dates), dates, '[]')) \
         UNION ALL SELECT article_id, value ->> 0, value ->> 1, value ->> 2, 'reason of article ' || article_id \
         FROM suggestion_reasons, json_each(iif(json_valid(reasons), reasons, '[]')) WHERE value ->> 0 IS NOT NULL ORDER BY 1";
    let mut statement = conn.prepare(anchored)?;
    let mut rows = statement.query(())?;
    let mut of_one: Vec<(Span, String, String)> = Vec::new();
    let mut open = 0;
    while let Some(row) = rows.next()? {
        let id: i64 = row.get(0)?;
        if id != open {
            passages_of(conn, ArticleId(open), &std::mem::take(&mut of_one), verified)?;
            open = id;
        }
        of_one.push((Span::new(row.get(1)?, row.get(2)?), row.get(3)?, row.get(4)?));
    }
    passages_of(conn, ArticleId(open), &of_one, verified)
}

/// Compares passages of one article: where, which words, whose.
fn passages_of(
    conn: &Connection,
    id: ArticleId,
    passages: &[(Span, String, String)],
    verified: &mut Verified,
) -> Result<()> {
    if passages.is_empty() {
        return Ok(());
    }
    let text = article::readable(conn, id)?.map(|read| read.text).unwrap_or_default();
    let points = CodePoints::new(&text);
    for (span, exact, what) in passages {
        verified.passages += 1;
        // It is known to stand nowhere, and told wherever it is shown.
        if span.is_empty() {
            continue;
        }
        if points.slice(*span) != Some(exact.as_str()) {
            verified.found("passage", format!("{what}: other words stand at its place"));
        }
    }
    Ok(())
}

fn index(conn: &Connection, verified: &mut Verified) -> Result<()> {
    let built: u32 =
        conn.query_row("SELECT analysis FROM search_state WHERE id = 1", (), |row| row.get(0))?;
    if built != analysis::VERSION {
        verified.found("index", "built by another version of the analysis, or not to the end: rebuild it");
    }
    let mut statement = conn.prepare(
        "SELECT a.id, a.published_from, d.docid FROM article a LEFT JOIN search_doc d ON d.article_id = a.id",
    )?;
    let mut rows = statement.query(())?;
    let mut astray = 0_u64;
    while let Some(row) = rows.next()? {
        let (id, day, docid): (i64, Option<i64>, Option<i64>) = (row.get(0)?, row.get(1)?, row.get(2)?);
        astray += u64::from(docid != Some(search::docid(ArticleId(id), day)));
    }
    let stray: u64 = conn.query_row(
        "SELECT count(*) FROM search_doc d FULL JOIN search_docsize s ON s.id = d.docid WHERE s.id IS NULL OR d.docid IS NULL",
        (),
        |row| row.get(0),
    )?;
    if astray + stray > 0 {
        verified.found("index", format!("out of step with {} articles: rebuild it", astray.max(stray)));
    }
    Ok(())
}

fn operations(conn: &Connection, verified: &mut Verified) -> Result<()> {
    let mut statement = conn.prepare("SELECT id FROM operation ORDER BY id")?;
    let ids =
        statement.query_map((), |row| row.get(0).map(OperationId))?.collect::<rusqlite::Result<Vec<_>>>()?;
    for id in ids {
        verified.operations += 1;
        let read = journal::stored_changes(conn, id).and_then(|changes| {
            changes.map_or(Ok(()), |changes| journal::changeset::footprint(conn, &changes).map(|_| ()))
        });
        if let Err(error) = read {
            verified.found("journal", format!("operation {id}: {error}"));
        }
    }
    Ok(())
}
