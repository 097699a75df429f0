//! An article made ready to be stored: hashed, packed and analysed where it holds up nobody, then written row by row.

use std::cell::RefCell;
use std::io;

use chancery_model::{ArticleId, DateMention, Furniture, OperationId, SourceDocument, Suggestion};
use rusqlite::{Connection, OptionalExtension as _};
use sha2::Digest as _;

use super::field::{self, FieldRow, PublishedColumns};
use super::languages;
use crate::{
    Error, Moment, Result, access::new_uid, analysis, json, kept, look::LookNote, outlet, search, tag,
};

/// An article as it comes in: what was read, from which bytes.
#[derive(Clone, Debug, PartialEq)]
pub struct NewArticle {
    /// What was read, with basis and alternatives.
    pub document: SourceDocument,
    /// The bytes, as they are.
    pub original: Vec<u8>,
    /// Name of the file they came from; may be empty.
    pub source_name: String,
    /// Dates named in the text.
    pub dates: Vec<DateMention>,
    /// Topics suggested; those that left the codebook meanwhile are passed over.
    pub topics: Vec<Suggestion>,
    /// What of the reading wants a look, besides date and title.
    pub look: Vec<LookNote>,
    /// When it was captured.
    pub captured_at: Moment,
    /// Version of the readers.
    pub reader: u32,
}

/// What became of an article handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stored {
    /// It is in the dossier now.
    New(ArticleId),
    /// The same bytes are in the dossier already, as this article, and not in the bin.
    Duplicate(ArticleId),
}

impl Stored {
    /// The article that holds the bytes.
    #[must_use]
    pub fn article(self) -> ArticleId {
        match self {
            Self::New(id) | Self::Duplicate(id) => id,
        }
    }

    /// The article, where it came in just now.
    #[must_use]
    pub fn new_article(self) -> Option<ArticleId> {
        match self {
            Self::New(id) => Some(id),
            Self::Duplicate(_) => None,
        }
    }
}

/// An article with everything worked out that needs no dossier.
#[derive(Debug)]
pub struct ReadyArticle {
    document: SourceDocument,
    fields: Vec<FieldRow>,
    sha256: [u8; 32],
    size: usize,
    packed: Vec<u8>,
    /// Title and text as the search index is fed with them.
    words: (String, String),
    source_name: String,
    /// As they are kept; none where the text names none.
    dates: Option<String>,
    topics: Vec<tag::Suggested>,
    look: String,
    pub(crate) needs_a_look: bool,
    captured_at: Moment,
    reader: u32,
}

/// Where the bytes of an article are in the dossier.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Kept {
    original: Option<i64>,
    /// The article that holds them and is not in the bin.
    pub(crate) article: Option<ArticleId>,
}

/// What wants a look as the column keeps it.
pub(super) fn look_words(look: &[LookNote]) -> String {
    look.iter().map(|note| note.id()).collect::<Vec<_>>().join(" ")
}

/// Level of zstd: 1 packs texts and pages to within two percent of 3, in less of its time.
const PACKING: i32 = 1;

thread_local! {
    /// What packs has a megabyte of tables, which are made once.
    static PACKER: RefCell<Option<zstd::bulk::Compressor<'static>>> = const { RefCell::new(None) };
}

fn packed(bytes: &[u8]) -> io::Result<Vec<u8>> {
    PACKER.with_borrow_mut(|packer| match packer {
        Some(packer) => packer.compress(bytes),
        None => packer.insert(zstd::bulk::Compressor::new(PACKING)?).compress(bytes),
    })
}

impl ReadyArticle {
    /// Hashes, packs and analyses.
    ///
    /// # Errors
    /// `Damaged` where the bytes can't be packed.
    pub fn of(new: NewArticle) -> Result<Self> {
        let NewArticle { mut document, original, source_name, dates, topics, look, captured_at, reader } =
            new;
        let packed =
            packed(&original).map_err(|error| Error::damaged(format!("packing an original: {error}")))?;
        document.furniture.sort_by_key(|piece| piece.span);
        let language = document.language.value;
        let title = document.title.value.as_deref().unwrap_or_default();
        Ok(Self {
            fields: field::rows_of(&document),
            sha256: sha2::Sha256::digest(&original).into(),
            size: original.len(),
            packed,
            words: (
                analysis::fed(title, language, &[]),
                analysis::fed(&document.text, language, &document.furniture),
            ),
            source_name,
            dates: (!dates.is_empty()).then(|| kept::dates_to_json(&dates)),
            topics: topics.iter().map(tag::Suggested::of).collect(),
            needs_a_look: !look.is_empty() || field::needs_a_look(&document.title, &document.published),
            look: look_words(&look),
            captured_at,
            reader,
            document,
        })
    }

    /// Where the same bytes are kept already, and the article out of the bin that holds them.
    pub(crate) fn kept(&self, conn: &Connection) -> Result<Kept> {
        let kept = conn
            .prepare_cached(
                "SELECT o.id, (SELECT a.id FROM article a WHERE a.original_id = o.id AND a.removed_by IS NULL \
                 ORDER BY a.id LIMIT 1) FROM original o WHERE o.sha256 = ?1",
            )?
            .query_row([self.sha256], |row| {
                Ok(Kept { original: Some(row.get(0)?), article: row.get::<_, Option<i64>>(1)?.map(ArticleId) })
            })
            .optional()?;
        Ok(kept.unwrap_or_default())
    }

    /// Writes original, article, text, reading and suggestions. The bytes are kept once, however many articles share them.
    pub(crate) fn put(
        &self,
        conn: &Connection,
        kept: Kept,
        operation: OperationId,
        topics: &mut tag::Slugs,
    ) -> Result<ArticleId> {
        let original = match kept.original {
            Some(original) => original,
            None => self.put_original(conn)?,
        };
        let document = &self.document;
        let outlet = match &document.outlet.value {
            Some(name) if !name.trim().is_empty() => Some(outlet::named(conn, name, self.captured_at)?),
            _ => None,
        };
        let title = document.title.value.as_deref().unwrap_or_default();
        let published = PublishedColumns::of(document.published.value.as_ref());
        conn.prepare_cached(
            "INSERT INTO article (uid, original_id, outlet_id, title, language, published, published_from, published_to, \
             published_time, published_zone, confidence, needs_a_look, look, captured_at, imported_by) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
        )?
        .execute((
            new_uid(self.captured_at).0,
            original,
            outlet.map(|id| id.0),
            title,
            document.language.value.map(|language| language.code()),
            published.date,
            published.from,
            published.to,
            published.time,
            published.zone,
            json::confidence_id(document.published.confidence),
            self.needs_a_look,
            &self.look,
            self.captured_at.0,
            operation.0,
        ))?;
        let id = ArticleId(conn.last_insert_rowid());
        conn.prepare_cached(
            "INSERT INTO article_text (article_id, format, source_name, text, reader) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute((id.0, &document.format, &self.source_name, &document.text, self.reader))?;
        for row in &self.fields {
            row.put(conn, id, "machine")?;
        }
        put_furniture(conn, id, &document.furniture)?;
        languages::put(conn, id, &document.language_runs)?;
        if let Some(dates) = &self.dates {
            put_dates(conn, id, dates)?;
        }
        tag::suggest_known(conn, id, &self.topics, topics)?;
        Ok(id)
    }

    /// The key under which the search index holds it.
    pub(crate) fn docid(&self, id: ArticleId) -> i64 {
        search::docid(id, PublishedColumns::of(self.document.published.value.as_ref()).from)
    }

    /// Puts it into the search index; after [`Self::put`], in ascending order of the keys.
    pub(crate) fn index(&self, conn: &Connection, id: ArticleId) -> Result<()> {
        search::put_words(conn, id, &self.words.0, &self.words.1, self.docid(id))
    }

    fn put_original(&self, conn: &Connection) -> Result<i64> {
        conn.prepare_cached("INSERT INTO original (sha256, size, bytes) VALUES (?1, ?2, ?3)")?.execute((
            self.sha256,
            i64::try_from(self.size).unwrap_or(i64::MAX),
            &self.packed,
        ))?;
        Ok(conn.last_insert_rowid())
    }
}

/// Writes the furniture of an article of which none is kept.
pub(super) fn put_furniture(conn: &Connection, id: ArticleId, furniture: &[Furniture]) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "INSERT OR IGNORE INTO furniture (article_id, span_start, span_end, kind) VALUES (?1, ?2, ?3, ?4)",
    )?;
    for piece in furniture {
        statement.execute((id.0, piece.span.start, piece.span.end, piece.kind.id()))?;
    }
    Ok(())
}

/// Writes the dates named in an article of which none are kept.
pub(super) fn put_dates(conn: &Connection, article: ArticleId, dates: &str) -> Result<()> {
    conn.prepare_cached("INSERT INTO date_mentions (article_id, dates) VALUES (?1, ?2)")?
        .execute((article.0, dates))?;
    Ok(())
}
