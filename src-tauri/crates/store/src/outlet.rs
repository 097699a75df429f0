//! Outlets: who published, with a source grade.

use std::collections::{BTreeMap, HashMap, HashSet};

use chancery_model::{Day, OutletId, Uid};
use rusqlite::{Connection, OptionalExtension as _, Row};

use crate::{
    Error, Moment, Reader, Result, Writer,
    access::{new_uid, one_row},
    columns::Columns,
    moment::day_of,
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

/// What sort of publisher an outlet is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OutletKind {
    /// A news agency of a state.
    StateAgency,
    /// Other media owned or run by a state.
    StateMedia,
    /// A government body's own publication.
    Government,
    /// An international or interstate organisation's.
    Interstate,
    /// A private news agency.
    PrivateAgency,
    /// Other private media.
    Private,
    /// Public media that no government runs.
    Public,
    /// A think tank, a university, a journal of either.
    ThinkTank,
    /// A party, a movement, an association.
    Organisation,
    /// A person's channel or blog.
    Personal,
}

const KINDS: &[(OutletKind, &str)] = &[
    (OutletKind::StateAgency, "state-agency"),
    (OutletKind::StateMedia, "state-media"),
    (OutletKind::Government, "government"),
    (OutletKind::Interstate, "interstate"),
    (OutletKind::PrivateAgency, "private-agency"),
    (OutletKind::Private, "private"),
    (OutletKind::Public, "public"),
    (OutletKind::ThinkTank, "think-tank"),
    (OutletKind::Organisation, "organisation"),
    (OutletKind::Personal, "personal"),
];

impl OutletKind {
    /// The word used in the dossier and in JSON.
    #[must_use]
    pub fn id(self) -> &'static str {
        KINDS.iter().find(|(kind, _)| *kind == self).map_or("", |(_, id)| id)
    }

    /// The kind of an id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        KINDS.iter().find(|(_, known)| *known == id).map(|(kind, _)| *kind)
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
    /// What sort it is; `None` where nobody said.
    pub kind: Option<OutletKind>,
    /// Its grade; `None` where nobody judged.
    pub grade: Option<Grade>,
}

/// An outlet with all its names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownOutlet {
    /// Its id in this file.
    pub id: OutletId,
    /// What is known of it.
    pub outlet: Outlet,
    /// Other names it goes by, in order.
    pub names: Vec<String>,
}

/// An outlet as listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutletRow {
    /// Its id in this file.
    pub id: OutletId,
    /// What is known of it.
    pub outlet: Outlet,
    /// Other names it goes by, in order.
    pub names: Vec<String>,
    /// How many articles it published, without those in the bin.
    pub articles: u64,
    /// How many stories they are: copies and reprints count once.
    pub stories: u64,
    /// The first day one of them can be of.
    pub first: Option<Day>,
    /// The last day one of them can be of.
    pub last: Option<Day>,
}

impl Reader<'_> {
    /// All outlets by name, with their articles counted.
    ///
    /// # Errors
    /// `Damaged` where a row cannot be read.
    pub fn outlets(&self) -> Result<Vec<OutletRow>> {
        let known = self.known_outlets()?;
        self.within(|conn| {
            let mut counted = match self.columns() {
                Some(kept) => kept.with(|columns| Ok(counted(columns)))?,
                None => counted_by_sql(conn)?,
            };
            let rows = known.into_iter().map(|KnownOutlet { id, outlet, names }| {
                let Counted { articles, stories, days } = counted.remove(&id.0).unwrap_or_default();
                // Where a date is open the day is as far as days go.
                let day = |number| Some(day_of(number)).filter(|day| (0..=9999).contains(&day.year));
                let (first, last) = days.map_or((None, None), |(first, last)| (day(first), day(last)));
                OutletRow { id, outlet, names, articles, stories, first, last }
            });
            Ok(rows.collect())
        })
    }

    /// What is known of all outlets, by name.
    ///
    /// # Errors
    /// `Damaged` where a row cannot be read.
    pub fn known_outlets(&self) -> Result<Vec<KnownOutlet>> {
        self.within(|conn| {
            let mut names: BTreeMap<i64, Vec<String>> = BTreeMap::new();
            let mut statement =
                conn.prepare_cached("SELECT outlet_id, name FROM outlet_name ORDER BY name")?;
            for pair in statement.query_map((), |row| Ok((row.get(0)?, row.get(1)?)))? {
                let (outlet, name) = pair?;
                names.entry(outlet).or_default().push(name);
            }
            let mut statement = conn
                .prepare_cached("SELECT id, name, domain, country, kind, grade FROM outlet ORDER BY name")?;
            let rows = statement.query_map((), |row| {
                let id: i64 = row.get(0)?;
                let names = names.remove(&id).unwrap_or_default();
                Ok(KnownOutlet { id: OutletId(id), outlet: known(row)?, names })
            })?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// What is known of one outlet, without its articles counted; `None` where there is none.
    ///
    /// # Errors
    /// `Damaged` where the row cannot be read.
    pub fn known_of_outlet(&self, id: OutletId) -> Result<Option<Outlet>> {
        self.within(|conn| {
            let known = conn
                .prepare_cached("SELECT id, name, domain, country, kind, grade FROM outlet WHERE id = ?1")?
                .query_row([id.0], known)
                .optional()?;
            Ok(known)
        })
    }

    /// The grades given, by outlet.
    ///
    /// # Errors
    /// `Damaged` where a row cannot be read.
    pub fn grades(&self) -> Result<BTreeMap<OutletId, Grade>> {
        self.within(|conn| {
            let mut statement =
                conn.prepare_cached("SELECT id, grade FROM outlet WHERE grade IS NOT NULL")?;
            let pairs = statement
                .query_map((), |row| Ok((OutletId(row.get(0)?), row::word(row, 1, Grade::from_id)?)))?;
            Ok(pairs.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// Web addresses of an outlet's latest articles, at most `limit`.
    ///
    /// # Errors
    /// `Damaged` where one cannot be read.
    pub fn addresses_of_outlet(&self, outlet: OutletId, limit: u32) -> Result<Vec<String>> {
        self.within(|conn| {
            let mut statement = conn.prepare_cached(
                "SELECT f.value FROM article a JOIN article_field f ON f.article_id = a.id AND f.name = 'url' \
                 WHERE a.outlet_id = ?1 AND a.removed_by IS NULL AND f.value IS NOT NULL ORDER BY a.id DESC LIMIT ?2",
            )?;
            let values = statement.query_map((outlet.0, limit), |row| row.get::<_, String>(0))?;
            let mut addresses = Vec::new();
            for value in values {
                addresses.extend(serde_json::from_str::<String>(&value?).ok());
            }
            Ok(addresses)
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
                outlet.kind.map_or("", OutletKind::id),
                outlet.grade.map(Grade::id),
            ))?;
            Ok(OutletId(conn.last_insert_rowid()))
        })
    }

    /// Changes what is known of an outlet. What it was called before becomes another name of it.
    ///
    /// # Errors
    /// `NoSuch`; `Sql` where the name is taken.
    pub fn edit_outlet(&self, id: OutletId, outlet: &Outlet) -> Result<()> {
        self.within(|conn| {
            let before: String = conn
                .prepare_cached("SELECT name FROM outlet WHERE id = ?1")?
                .query_row([id.0], |row| row.get(0))
                .optional()?
                .ok_or_else(|| Error::no_such("outlet", id))?;
            if before != outlet.name {
                conn.prepare_cached("DELETE FROM outlet_name WHERE outlet_id = ?1 AND name = ?2")?
                    .execute((id.0, &outlet.name))?;
                add_name(conn, self.uid(), id, &before)?;
            }
            let touched = conn
                .prepare_cached(
                    "UPDATE outlet SET name = ?2, domain = ?3, country = ?4, kind = ?5, grade = ?6 WHERE id = ?1",
                )?
                .execute((
                    id.0,
                    &outlet.name,
                    &outlet.domain,
                    &outlet.country,
                    outlet.kind.map_or("", OutletKind::id),
                    outlet.grade.map(Grade::id),
                ))?;
            one_row(touched, "outlet", id)
        })
    }

    /// Makes several outlets one: articles and names of `from` become those of `into`.
    ///
    /// # Errors
    /// `NoSuch`, and nothing is merged.
    pub fn merge_outlets(&self, from: &[OutletId], into: OutletId) -> Result<()> {
        self.within(|conn| {
            if !conn.prepare_cached("SELECT 1 FROM outlet WHERE id = ?1")?.exists([into.0])? {
                return Err(Error::no_such("outlet", into));
            }
            for &one in from.iter().filter(|one| **one != into) {
                let name: String = conn
                    .prepare_cached("SELECT name FROM outlet WHERE id = ?1")?
                    .query_row([one.0], |row| row.get(0))
                    .optional()?
                    .ok_or_else(|| Error::no_such("outlet", one))?;
                conn.prepare_cached("UPDATE article SET outlet_id = ?2 WHERE outlet_id = ?1")?
                    .execute((one.0, into.0))?;
                conn.prepare_cached("UPDATE outlet_name SET outlet_id = ?2 WHERE outlet_id = ?1")?
                    .execute((one.0, into.0))?;
                conn.prepare_cached("DELETE FROM outlet WHERE id = ?1")?.execute([one.0])?;
                add_name(conn, self.uid(), into, &name)?;
            }
            Ok(())
        })
    }
}

fn add_name(conn: &Connection, uid: Uid, outlet: OutletId, name: &str) -> Result<()> {
    conn.prepare_cached("INSERT INTO outlet_name (uid, outlet_id, name) VALUES (?1, ?2, ?3)")?
        .execute((uid.0, outlet.0, name))?;
    Ok(())
}

/// The outlet of a name, its own or another it goes by; made where there is none.
pub(crate) fn named(conn: &Connection, name: &str, at: Moment) -> Result<OutletId> {
    let name = name.trim();
    let known = conn
        .prepare_cached(
            "SELECT id FROM outlet WHERE name = ?1 UNION ALL SELECT outlet_id FROM outlet_name WHERE name = ?1 LIMIT 1",
        )?
        .query_row([name], |row| row.get(0).map(OutletId))
        .optional()?;
    if let Some(id) = known {
        return Ok(id);
    }
    conn.prepare_cached("INSERT INTO outlet (uid, name) VALUES (?1, ?2)")?.execute((new_uid(at).0, name))?;
    Ok(OutletId(conn.last_insert_rowid()))
}

/// What the articles of an outlet are, without those in the bin.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counted {
    articles: u64,
    stories: u64,
    /// The first and the last day, by number.
    days: Option<(i64, i64)>,
}

pub(crate) fn counted(columns: &Columns) -> HashMap<i64, Counted> {
    let mut outlets: HashMap<i64, Counted> = HashMap::new();
    let mut stories: HashSet<(u32, u32)> = HashSet::new();
    for (_, entry) in columns.iter().filter(|(_, entry)| entry.outlet > 0 && !entry.in_bin) {
        let outlet = outlets.entry(entry.outlet.into()).or_default();
        outlet.articles += 1;
        outlet.stories += u64::from(entry.story == 0 || stories.insert((entry.outlet, entry.story)));
        let days = entry.days.map(|(first, last)| (first.into(), last.into()));
        outlet.days = match (outlet.days, days) {
            (Some((first, last)), Some(days)) => Some((first.min(days.0), last.max(days.1))),
            (known, days) => known.or(days),
        };
    }
    outlets
}

pub(crate) fn counted_by_sql(conn: &Connection) -> Result<HashMap<i64, Counted>> {
    let mut statement = conn.prepare_cached(
        "SELECT outlet_id, count(*), count(DISTINCT coalesce(story_id, id)), min(published_from), max(published_to) \
         FROM article WHERE removed_by IS NULL AND outlet_id IS NOT NULL GROUP BY outlet_id",
    )?;
    let rows = statement.query_map((), |row| {
        let days = row.get::<_, Option<i64>>(3)?.zip(row.get(4)?);
        Ok((row.get(0)?, Counted { articles: row.get(1)?, stories: row.get(2)?, days }))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Of a row `id, name, domain, country, kind, grade`.
fn known(row: &Row<'_>) -> rusqlite::Result<Outlet> {
    Ok(Outlet {
        name: row.get(1)?,
        domain: row.get(2)?,
        country: row.get(3)?,
        kind: OutletKind::from_id(&row.get::<_, String>(4)?),
        grade: row::word_or_none(row, 5, Grade::from_id)?,
    })
}
