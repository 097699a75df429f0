//! The fields of an article with basis and alternatives, as read by the machine or set by the analyst.

use chancery_model::{
    Alternative, ArticleId, Confidence, Dateline, Field, Language, Published, SourceDocument,
};
use rusqlite::{Connection, OptionalExtension as _};
use serde_json::Value;

use crate::{
    Error, Result, Writer,
    json::{self, FieldValue},
    moment, outlet, row,
};

/// Which field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FieldName {
    /// Its title.
    Title,
    /// Who published it.
    Outlet,
    /// Who wrote it.
    Byline,
    /// Where and when it was filed.
    Dateline,
    /// When it was published.
    Published,
    /// Its language.
    Language,
    /// When it was last changed.
    Modified,
    /// Its web address.
    Url,
    /// The section of the outlet it stood in.
    Section,
}

impl FieldName {
    /// Every field.
    pub const ALL: &'static [Self] = &[
        Self::Title,
        Self::Outlet,
        Self::Byline,
        Self::Dateline,
        Self::Published,
        Self::Language,
        Self::Modified,
        Self::Url,
        Self::Section,
    ];

    /// The word used in the dossier and in JSON.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Outlet => "outlet",
            Self::Byline => "byline",
            Self::Dateline => "dateline",
            Self::Published => "published",
            Self::Language => "language",
            Self::Modified => "modified",
            Self::Url => "url",
            Self::Section => "section",
        }
    }

    /// The field of an id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|name| name.id() == id)
    }
}

/// The fields of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArticleFields {
    /// Its title.
    pub title: Field<String>,
    /// Who published it.
    pub outlet: Field<String>,
    /// Who wrote it.
    pub byline: Field<String>,
    /// Where and when it was filed.
    pub dateline: Field<Dateline>,
    /// When it was published.
    pub published: Field<Published>,
    /// Its language.
    pub language: Field<Language>,
    /// When it was last changed.
    pub modified: Field<Published>,
    /// Its web address.
    pub url: Field<String>,
    /// The section of the outlet it stood in.
    pub section: Field<String>,
}

/// What the analyst sets a field to; `None` says that it is unknown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Correction {
    /// The title.
    Title(Option<String>),
    /// The outlet's name; a new one is added to the outlets.
    Outlet(Option<String>),
    /// The byline.
    Byline(Option<String>),
    /// The dateline.
    Dateline(Option<Dateline>),
    /// The publication date.
    Published(Option<Published>),
    /// The language.
    Language(Option<Language>),
    /// The day of the last change.
    Modified(Option<Published>),
    /// The web address.
    Url(Option<String>),
    /// The section.
    Section(Option<String>),
}

impl Correction {
    /// Which field it sets.
    #[must_use]
    pub fn field(&self) -> FieldName {
        match self {
            Self::Title(_) => FieldName::Title,
            Self::Outlet(_) => FieldName::Outlet,
            Self::Byline(_) => FieldName::Byline,
            Self::Dateline(_) => FieldName::Dateline,
            Self::Published(_) => FieldName::Published,
            Self::Language(_) => FieldName::Language,
            Self::Modified(_) => FieldName::Modified,
            Self::Url(_) => FieldName::Url,
            Self::Section(_) => FieldName::Section,
        }
    }
}

impl Writer<'_> {
    /// Sets a field by hand. What was believed before stays among the alternatives.
    ///
    /// # Errors
    /// `NoSuch` where there is no such article.
    pub fn correct_field(&self, article: ArticleId, correction: &Correction) -> Result<()> {
        self.within(|conn| {
            crate::article::must_exist(conn, article)?;
            match correction {
                Correction::Title(value) => {
                    correct(conn, article, FieldName::Title, value)?;
                    conn.prepare_cached("UPDATE article SET title = ?2 WHERE id = ?1")?
                        .execute((article.0, value.as_deref().unwrap_or_default()))?;
                }
                Correction::Outlet(value) => {
                    correct(conn, article, FieldName::Outlet, value)?;
                    let outlet =
                        value.as_deref().map(|name| outlet::named(conn, name, self.at())).transpose()?;
                    conn.prepare_cached("UPDATE article SET outlet_id = ?2 WHERE id = ?1")?
                        .execute((article.0, outlet.map(|id| id.0)))?;
                }
                Correction::Byline(value) => correct(conn, article, FieldName::Byline, value)?,
                Correction::Dateline(value) => correct(conn, article, FieldName::Dateline, value)?,
                Correction::Modified(value) => correct(conn, article, FieldName::Modified, value)?,
                Correction::Url(value) => correct(conn, article, FieldName::Url, value)?,
                Correction::Section(value) => correct(conn, article, FieldName::Section, value)?,
                Correction::Published(value) => {
                    correct(conn, article, FieldName::Published, value)?;
                    put_published(conn, article, value.as_ref(), Confidence::High)?;
                }
                Correction::Language(value) => {
                    correct(conn, article, FieldName::Language, value)?;
                    conn.prepare_cached("UPDATE article SET language = ?2 WHERE id = ?1")?
                        .execute((article.0, value.map(|language| language.code())))?;
                }
            }
            look_again(conn, article)?;
            if matches!(correction.field(), FieldName::Title | FieldName::Published | FieldName::Language) {
                self.to_index.borrow_mut().insert(article);
            }
            Ok(())
        })
    }
}

/// The publication date as the machine read it; `None` where there is none or the analyst set it.
pub(crate) fn machine_date(conn: &Connection, id: ArticleId) -> Result<Option<Field<Published>>> {
    Ok(one(conn, id, FieldName::Published)?.filter(|(_, by_analyst)| !by_analyst).map(|(field, _)| field))
}

/// Writes a publication date as the machine reads it now.
pub(crate) fn redate(conn: &Connection, id: ArticleId, field: &Field<Published>) -> Result<()> {
    FieldRow::of(FieldName::Published, field).put(conn, id, "machine")?;
    put_published(conn, id, field.value.as_ref(), field.confidence)?;
    look_again(conn, id)
}

/// Writes the columns of `article` that hold the publication date.
pub(super) fn put_published(
    conn: &Connection,
    id: ArticleId,
    value: Option<&Published>,
    confidence: Confidence,
) -> Result<()> {
    let columns = PublishedColumns::of(value);
    conn.prepare_cached(
        "UPDATE article SET published = ?2, published_from = ?3, published_to = ?4, published_time = ?5, \
         published_zone = ?6, confidence = ?7 WHERE id = ?1",
    )?
    .execute((
        id.0,
        columns.date,
        columns.from,
        columns.to,
        columns.time,
        columns.zone,
        json::confidence_id(confidence),
    ))?;
    Ok(())
}

/// Says anew whether an article needs a look, after a field of it changed.
pub(super) fn look_again(conn: &Connection, article: ArticleId) -> Result<()> {
    let (fields, _) = read(conn, article)?;
    conn.prepare_cached(
        "UPDATE article SET needs_a_look = looked_at IS NULL AND (look != '' OR ?2) WHERE id = ?1",
    )?
    .execute((article.0, needs_a_look(&fields.title, &fields.published)))?;
    Ok(())
}

/// An article needs a look where its date or its title is unknown or guessed; a field set by hand is certain.
pub(super) fn needs_a_look(title: &Field<String>, published: &Field<Published>) -> bool {
    let unsure = |confidence: Confidence, missing: bool| match confidence {
        Confidence::High => false,
        other => missing || other <= Confidence::Low,
    };
    unsure(title.confidence, title.value.is_none()) || unsure(published.confidence, published.value.is_none())
}

/// The columns of `article` a publication date fills.
#[derive(Default)]
pub(super) struct PublishedColumns {
    pub(super) date: Option<String>,
    pub(super) from: Option<i64>,
    pub(super) to: Option<i64>,
    pub(super) time: Option<String>,
    pub(super) zone: Option<i16>,
}

impl PublishedColumns {
    pub(super) fn of(published: Option<&Published>) -> Self {
        let Some(published) = published else { return Self::default() };
        let (from, to) = moment::order_of(&published.date);
        Self {
            date: Some(published.date.to_string()),
            from: Some(from),
            to: Some(to),
            time: published.time.map(|time| time.to_string()),
            zone: published.zone.map(|zone| zone.0),
        }
    }
}

/// A field as its row holds it.
#[derive(Debug)]
pub(super) struct FieldRow {
    name: FieldName,
    value: Option<String>,
    confidence: &'static str,
    basis: String,
    alternatives: String,
}

impl FieldRow {
    fn of<T: FieldValue>(name: FieldName, field: &Field<T>) -> Self {
        Self {
            name,
            value: field.value.as_ref().map(|value| json::text_of(&value.to_json())),
            confidence: json::confidence_id(field.confidence),
            basis: json::text_of(&json::basis_to_json(&field.basis)),
            alternatives: json::text_of(&json::alternatives_to_json(&field.alternatives)),
        }
    }

    pub(super) fn put(&self, conn: &Connection, id: ArticleId, set_by: &str) -> Result<()> {
        conn.prepare_cached(
            "INSERT INTO article_field (article_id, name, value, confidence, basis, alternatives, set_by) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (article_id, name) DO UPDATE SET value = excluded.value, \
             confidence = excluded.confidence, basis = excluded.basis, alternatives = excluded.alternatives, \
             set_by = excluded.set_by",
        )?
        .execute((
            id.0,
            self.name.id(),
            &self.value,
            self.confidence,
            &self.basis,
            &self.alternatives,
            set_by,
        ))?;
        Ok(())
    }
}

/// Writes a field as it was read, and whether it is that now: what the analyst set stays, with the reading beside it.
pub(super) fn put_read(
    conn: &Connection,
    id: ArticleId,
    document: &SourceDocument,
    name: FieldName,
) -> Result<bool> {
    match name {
        FieldName::Title => put_one(conn, id, name, &document.title),
        FieldName::Outlet => put_one(conn, id, name, &document.outlet),
        FieldName::Byline => put_one(conn, id, name, &document.byline),
        FieldName::Dateline => put_one(conn, id, name, &document.dateline),
        FieldName::Published => put_one(conn, id, name, &document.published),
        FieldName::Language => put_one(conn, id, name, &document.language),
        FieldName::Modified => put_one(conn, id, name, &document.modified),
        FieldName::Url => put_one(conn, id, name, &document.url),
        FieldName::Section => put_one(conn, id, name, &document.section),
    }
}

fn put_one<T: FieldValue + Clone + PartialEq>(
    conn: &Connection,
    id: ArticleId,
    name: FieldName,
    read: &Field<T>,
) -> Result<bool> {
    match one::<T>(conn, id, name)? {
        None if *read == Field::default() => Ok(true),
        Some((mut field, true)) => {
            let first = read.value.clone().map(|value| Alternative {
                value,
                confidence: read.confidence,
                basis: read.basis.clone(),
            });
            field.alternatives = first.into_iter().chain(read.alternatives.iter().cloned()).collect();
            FieldRow::of(name, &field).put(conn, id, "analyst")?;
            Ok(false)
        }
        _ => {
            FieldRow::of(name, read).put(conn, id, "machine")?;
            Ok(true)
        }
    }
}

/// The fields as the machine read them. What is not known and has no other reading needs no row: none says the same.
pub(super) fn rows_of(document: &SourceDocument) -> Vec<FieldRow> {
    fn push<T: FieldValue + PartialEq>(rows: &mut Vec<FieldRow>, name: FieldName, field: &Field<T>) {
        if *field != Field::default() {
            rows.push(FieldRow::of(name, field));
        }
    }
    let mut rows = Vec::with_capacity(FieldName::ALL.len());
    push(&mut rows, FieldName::Title, &document.title);
    push(&mut rows, FieldName::Outlet, &document.outlet);
    push(&mut rows, FieldName::Byline, &document.byline);
    push(&mut rows, FieldName::Dateline, &document.dateline);
    push(&mut rows, FieldName::Published, &document.published);
    push(&mut rows, FieldName::Language, &document.language);
    push(&mut rows, FieldName::Modified, &document.modified);
    push(&mut rows, FieldName::Url, &document.url);
    push(&mut rows, FieldName::Section, &document.section);
    rows
}

fn correct<T: FieldValue + Clone>(
    conn: &Connection,
    id: ArticleId,
    name: FieldName,
    value: &Option<T>,
) -> Result<()> {
    let (before, by_analyst) = one::<T>(conn, id, name)?.unwrap_or_default();
    let mut alternatives = before.alternatives;
    // The machine's own reading is kept; an earlier correction by hand was the analyst's, and is in the journal.
    if let (Some(believed), false) = (before.value, by_analyst) {
        alternatives
            .insert(0, Alternative { value: believed, confidence: before.confidence, basis: before.basis });
    }
    let field = Field { value: value.clone(), confidence: Confidence::High, basis: Vec::new(), alternatives };
    FieldRow::of(name, &field).put(conn, id, "analyst")
}

/// Reads all fields, and which of them the analyst set.
pub(super) fn read(conn: &Connection, id: ArticleId) -> Result<(ArticleFields, Vec<FieldName>)> {
    fn take<T: FieldValue>(
        conn: &Connection,
        id: ArticleId,
        name: FieldName,
        by_analyst: &mut Vec<FieldName>,
    ) -> Result<Field<T>> {
        let (field, by_hand) = one(conn, id, name)?.unwrap_or_default();
        if by_hand {
            by_analyst.push(name);
        }
        Ok(field)
    }
    let mut by_analyst = Vec::new();
    let fields = ArticleFields {
        title: take(conn, id, FieldName::Title, &mut by_analyst)?,
        outlet: take(conn, id, FieldName::Outlet, &mut by_analyst)?,
        byline: take(conn, id, FieldName::Byline, &mut by_analyst)?,
        dateline: take(conn, id, FieldName::Dateline, &mut by_analyst)?,
        published: take(conn, id, FieldName::Published, &mut by_analyst)?,
        language: take(conn, id, FieldName::Language, &mut by_analyst)?,
        modified: take(conn, id, FieldName::Modified, &mut by_analyst)?,
        url: take(conn, id, FieldName::Url, &mut by_analyst)?,
        section: take(conn, id, FieldName::Section, &mut by_analyst)?,
    };
    Ok((fields, by_analyst))
}

fn one<T: FieldValue>(conn: &Connection, id: ArticleId, name: FieldName) -> Result<Option<(Field<T>, bool)>> {
    let found = conn
        .prepare_cached(
            "SELECT value, confidence, basis, alternatives, set_by FROM article_field WHERE article_id = ?1 AND name = ?2",
        )?
        .query_row((id.0, name.id()), |row| {
            Ok((
                row.get::<_, Option<String>>(0)?,
                row::word(row, 1, json::confidence)?,
                row.get::<_, String>(2)?,
                row.get::<_, String>(3)?,
                row.get::<_, String>(4)?,
            ))
        })
        .optional()?;
    let Some((value, confidence, basis, alternatives, set_by)) = found else { return Ok(None) };
    let wrong = || Error::damaged(format!("field {} of article {id}", name.id()));
    let parsed = |text: &str| serde_json::from_str::<Value>(text).map_err(|_| wrong());
    let value = match value {
        Some(text) => Some(T::from_json(&parsed(&text)?).ok_or_else(wrong)?),
        None => None,
    };
    let field = Field {
        value,
        confidence,
        basis: json::basis_from_json(&parsed(&basis)?).ok_or_else(wrong)?,
        alternatives: json::alternatives_from_json(&parsed(&alternatives)?).ok_or_else(wrong)?,
    };
    Ok(Some((field, set_by == "analyst")))
}
