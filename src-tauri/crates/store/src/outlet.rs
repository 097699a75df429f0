//! Outlets: who published, with a source grade.

use chancery_model::OutletId;
use rusqlite::{Connection, OptionalExtension as _, Row};

use crate::{
    Moment, Reader, Result, Writer,
    access::{new_uid, one_row},
    row,
};

/// Admiralty source grade, A (reliable) to F (cannot be judged).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// Completely reliable.
    A,
    /// Usually reliable.
    B,
    /// Fairly reliable.
    C,
    /// Not usually reliable.
    D,
    /// Unreliable.
    E,
    /// Cannot be judged.
    F,
}

impl Grade {
    /// Every grade.
    pub const ALL: &'static [Self] = &[Self::A, Self::B, Self::C, Self::D, Self::E, Self::F];

    /// Its letter.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
            Self::D => "D",
            Self::E => "E",
            Self::F => "F",
        }
    }

    /// The grade of a letter.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|grade| grade.id() == id)
    }
}

/// What is known of an outlet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outlet {
    /// Its name, unique in the dossier.
    pub name: String,
    /// Its web domain; may be empty.
    pub domain: String,
    /// Its country, ISO 3166 or free; may be empty.
    pub country: String,
    /// What sort it is (agency, state media, independent…); free; may be empty.
    pub kind: String,
    /// Its grade; `None` where nobody judged.
    pub grade: Option<Grade>,
}

/// An outlet as listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutletRow {
    /// Its id in this file.
    pub id: OutletId,
    /// What is known of it.
    pub outlet: Outlet,
    /// How many articles it published, without those in the bin.
    pub articles: u64,
}

impl Reader<'_> {
    /// All outlets by name.
    ///
    /// # Errors
    /// `Damaged` where a row cannot be read.
    pub fn outlets(&self) -> Result<Vec<OutletRow>> {
        self.within(|conn| {
            let mut statement = conn.prepare_cached(
                "SELECT o.id, o.name, o.domain, o.country, o.kind, o.grade, \
                 (SELECT count(*) FROM article a WHERE a.outlet_id = o.id AND a.removed_by IS NULL) \
                 FROM outlet o ORDER BY o.name",
            )?;
            let rows = statement.query_map((), outlet_row)?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }
}

impl Writer<'_> {
    /// Adds an outlet.
    ///
    /// # Errors
    /// `Sql` where the name is taken.
    pub fn add_outlet(&self, outlet: &Outlet) -> Result<OutletId> {
        self.within(|conn| {
            conn.prepare_cached(
                "INSERT INTO outlet (uid, name, domain, country, kind, grade) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute((
                self.uid().0,
                &outlet.name,
                &outlet.domain,
                &outlet.country,
                &outlet.kind,
                outlet.grade.map(Grade::id),
            ))?;
            Ok(OutletId(conn.last_insert_rowid()))
        })
    }

    /// Changes what is known of an outlet.
    ///
    /// # Errors
    /// `NoSuch`; `Sql` where the name is taken.
    pub fn edit_outlet(&self, id: OutletId, outlet: &Outlet) -> Result<()> {
        self.within(|conn| {
            let touched = conn
                .prepare_cached(
                    "UPDATE outlet SET name = ?2, domain = ?3, country = ?4, kind = ?5, grade = ?6 WHERE id = ?1",
                )?
                .execute((
                    id.0,
                    &outlet.name,
                    &outlet.domain,
                    &outlet.country,
                    &outlet.kind,
                    outlet.grade.map(Grade::id),
                ))?;
            one_row(touched, "outlet", id)
        })
    }
}

/// The outlet of a name; made where there is none.
pub(crate) fn named(conn: &Connection, name: &str, at: Moment) -> Result<OutletId> {
    let name = name.trim();
    let known = conn
        .prepare_cached("SELECT id FROM outlet WHERE name = ?1")?
        .query_row([name], |row| row.get(0).map(OutletId))
        .optional()?;
    if let Some(id) = known {
        return Ok(id);
    }
    conn.prepare_cached("INSERT INTO outlet (uid, name) VALUES (?1, ?2)")?.execute((new_uid(at).0, name))?;
    Ok(OutletId(conn.last_insert_rowid()))
}

fn outlet_row(row: &Row<'_>) -> rusqlite::Result<OutletRow> {
    Ok(OutletRow {
        id: OutletId(row.get(0)?),
        outlet: Outlet {
            name: row.get(1)?,
            domain: row.get(2)?,
            country: row.get(3)?,
            kind: row.get(4)?,
            grade: row::word_or_none(row, 5, Grade::from_id)?,
        },
        articles: row.get(6)?,
    })
}
