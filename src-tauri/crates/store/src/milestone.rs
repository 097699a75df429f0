//! The milestone register: milestones in their tree, and the lanes of the time axis.

use chancery_model::{Day, Edtf, InLanguages, MilestoneId, MilestoneKind, Role, Status, Uid};
use rusqlite::{Connection, OptionalExtension as _, Row, params};

use crate::{Error, Moment, Reader, Result, Writer, moment, row};

/// A milestone as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Milestone {
    /// A name that holds across files, where it has one.
    pub slug: Option<String>,
    /// The milestone it is a part of.
    pub parent: Option<MilestoneId>,
    /// Slug of its lane on the time axis.
    pub lane: Option<String>,
    /// What sort of thing it is.
    pub kind: MilestoneKind,
    /// What it is called.
    pub title: InLanguages,
    /// When it happened or is due.
    pub date: Option<Edtf>,
    /// How the date was arrived at, where no passage states it; may be empty.
    pub date_rule: String,
    /// Who promised, decided or claimed it; may be empty.
    pub who: InLanguages,
    /// What they did.
    pub role: Option<Role>,
    /// Its place among its siblings.
    pub position: u32,
    /// What it is about, in a sentence or two; may be empty.
    pub description: String,
    /// By when it is due, where it is a promise with a day.
    pub deadline: Option<Edtf>,
}

/// A milestone with its place in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MilestoneRow {
    /// Its id in this file.
    pub id: MilestoneId,
    /// Its id across files.
    pub uid: Uid,
    /// The milestone.
    pub milestone: Milestone,
    /// Its status, by the latest status change; `None` for plain events.
    pub status: Option<Status>,
    /// The step of the dossier's own ladder, whose sense the status is; none where the ladder is the one of the senses.
    pub step: Option<String>,
    /// Evidence attached, without that of articles in the bin.
    pub evidence: u32,
    /// When it was written down.
    pub at: Moment,
    /// The day number of its last evidence when the analyst said that it does not rest.
    pub stall_dismissed: Option<i64>,
}

impl MilestoneRow {
    /// The id of the step it stands on, on whatever ladder; `None` for plain events.
    #[must_use]
    pub fn step_id(&self) -> Option<&str> {
        self.status.map(|status| self.step.as_deref().unwrap_or(status.id()))
    }
}

/// A lane of the time axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    /// Its name that holds across files.
    pub slug: String,
    /// What it is called.
    pub title: InLanguages,
    /// Its place among the lanes.
    pub position: u32,
}

/// The step in force is the latest by the day it became so; among equals, the one written last. Sense and own step come as one value,
/// parted by a tab, so that it is looked up once.
const STATUS: &str = "(SELECT c.status || coalesce(char(9) || c.step, '') FROM status_change c WHERE c.milestone_id = m.id \
     ORDER BY c.since_from DESC, c.id DESC LIMIT 1)";

fn select(condition: &str) -> String {
    format!(
        "SELECT m.id, m.uid, m.slug, m.parent_id, l.slug, m.kind, m.title_en, m.title_ru, m.title_be, m.date, m.date_rule, \
         m.who, m.who_ru, m.who_be, m.role, m.position, {STATUS}, (SELECT count(*) FROM evidence e JOIN article a ON a.id = e.article_id \
         WHERE e.milestone_id = m.id AND a.removed_by IS NULL), m.description, m.deadline, m.created_at, m.stall_dismissed \
         FROM milestone m LEFT JOIN lane l ON l.id = m.lane_id WHERE m.removed_at IS NULL {condition}"
    )
}

impl Reader<'_> {
    /// All milestones by date: those without one come last. The tree is in `parent`.
    ///
    /// # Errors
    /// `Damaged` where a row cannot be read.
    pub fn milestones(&self) -> Result<Vec<MilestoneRow>> {
        self.within(|conn| {
            let mut statement = conn.prepare_cached(&select(
                "ORDER BY m.date_from ASC NULLS LAST, m.date_to, m.position, m.id",
            ))?;
            let rows = statement.query_map((), milestone_row)?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// One milestone.
    ///
    /// # Errors
    /// `NoSuch` where there is none, or it was removed.
    pub fn milestone(&self, id: MilestoneId) -> Result<MilestoneRow> {
        self.within(|conn| {
            conn.prepare_cached(&select("AND m.id = ?1"))?
                .query_row([id.0], milestone_row)
                .optional()?
                .ok_or_else(|| Error::no_such("milestone", id))
        })
    }

    /// The milestone of a slug.
    ///
    /// # Errors
    /// `NoSuch`.
    pub fn milestone_of_slug(&self, slug: &str) -> Result<MilestoneId> {
        self.within(|conn| {
            conn.prepare_cached("SELECT id FROM milestone WHERE slug = ?1 AND removed_at IS NULL")?
                .query_row([slug], |row| row.get(0).map(MilestoneId))
                .optional()?
                .ok_or_else(|| Error::no_such("milestone", slug))
        })
    }

    /// The lanes in their order.
    ///
    /// # Errors
    /// `Sql`.
    pub fn lanes(&self) -> Result<Vec<Lane>> {
        self.within(|conn| {
            let mut statement = conn.prepare_cached(
                "SELECT slug, title_en, title_ru, title_be, position FROM lane ORDER BY position, id",
            )?;
            let rows = statement.query_map((), |row| {
                Ok(Lane { slug: row.get(0)?, title: row::in_languages(row, 1)?, position: row.get(4)? })
            })?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }
}

impl Writer<'_> {
    /// Adds a milestone.
    ///
    /// # Errors
    /// `NoSuch` for a parent or lane that is not there; `Sql` where the slug is taken.
    pub fn add_milestone(&self, milestone: &Milestone) -> Result<MilestoneId> {
        self.within(|conn| {
            conn.prepare_cached(
                "INSERT INTO milestone (uid, kind, title_en, created_at) VALUES (?1, ?2, '', ?3)",
            )?
            .execute((self.uid().0, milestone.kind.id(), self.at().0))?;
            let id = MilestoneId(conn.last_insert_rowid());
            write(conn, id, milestone)?;
            Ok(id)
        })
    }

    /// Changes a milestone.
    ///
    /// # Errors
    /// `NoSuch` for a milestone, parent or lane that is not there; `Refused` where the tree would close on itself.
    pub fn edit_milestone(&self, id: MilestoneId, milestone: &Milestone) -> Result<()> {
        self.within(|conn| {
            must_exist(conn, id)?;
            write(conn, id, milestone)
        })
    }

    /// Removes a milestone with everything under it. Evidence and steps stay with it, for undo and for the trail.
    ///
    /// # Errors
    /// `NoSuch`.
    pub fn remove_milestone(&self, id: MilestoneId) -> Result<()> {
        self.within(|conn| {
            must_exist(conn, id)?;
            conn.prepare_cached(
                "WITH RECURSIVE down (id) AS (SELECT ?1 UNION SELECT m.id FROM milestone m JOIN down ON m.parent_id = down.id) \
                 UPDATE milestone SET removed_at = ?2 WHERE id IN (SELECT id FROM down) AND removed_at IS NULL",
            )?
            .execute((id.0, self.at().0))?;
            Ok(())
        })
    }

    /// Takes back that a promise rests, of which the last evidence is of `last`.
    ///
    /// # Errors
    /// `NoSuch`.
    pub fn dismiss_stall(&self, id: MilestoneId, last: Day) -> Result<()> {
        self.within(|conn| {
            must_exist(conn, id)?;
            conn.prepare_cached("UPDATE milestone SET stall_dismissed = ?2 WHERE id = ?1")?
                .execute((id.0, moment::day_number(last)))?;
            Ok(())
        })
    }

    /// Adds a lane, or changes the one of its slug.
    ///
    /// # Errors
    /// `Sql`.
    pub fn put_lane(&self, lane: &Lane) -> Result<()> {
        self.within(|conn| {
            conn.prepare_cached(
                "INSERT INTO lane (uid, slug, title_en, title_ru, title_be, position) VALUES (?1, ?2, ?3, ?4, ?5, ?6) \
                 ON CONFLICT (slug) DO UPDATE SET title_en = excluded.title_en, title_ru = excluded.title_ru, \
                 title_be = excluded.title_be, position = excluded.position",
            )?
            .execute((self.uid().0, &lane.slug, &lane.title.en, &lane.title.ru, &lane.title.be, lane.position))?;
            Ok(())
        })
    }
}

pub(crate) fn must_exist(conn: &Connection, id: MilestoneId) -> Result<()> {
    let found = conn
        .prepare_cached("SELECT 1 FROM milestone WHERE id = ?1 AND removed_at IS NULL")?
        .exists([id.0])?;
    if found { Ok(()) } else { Err(Error::no_such("milestone", id)) }
}

fn write(conn: &Connection, id: MilestoneId, milestone: &Milestone) -> Result<()> {
    if let Some(parent) = milestone.parent {
        must_exist(conn, parent)?;
        let circle = conn
            .prepare_cached(
                "WITH RECURSIVE up (id) AS (SELECT ?1 UNION SELECT m.parent_id FROM milestone m JOIN up ON m.id = up.id \
                 WHERE m.parent_id IS NOT NULL) SELECT 1 FROM up WHERE id = ?2",
            )?
            .exists((parent.0, id.0))?;
        if circle {
            return Err(Error::refused("a milestone cannot lie under itself"));
        }
    }
    let lane: Option<i64> = match &milestone.lane {
        Some(slug) => Some(
            conn.prepare_cached("SELECT id FROM lane WHERE slug = ?1")?
                .query_row([slug], |row| row.get(0))
                .optional()?
                .ok_or_else(|| Error::no_such("lane", slug))?,
        ),
        None => None,
    };
    let order = milestone.date.as_ref().map(moment::order_of);
    conn.prepare_cached(
        "UPDATE milestone SET slug = ?2, parent_id = ?3, lane_id = ?4, kind = ?5, title_en = ?6, title_ru = ?7, title_be = ?8, \
         date = ?9, date_from = ?10, date_to = ?11, date_rule = ?12, role = ?13, position = ?14, who = ?15, who_ru = ?16, who_be = ?17, \
         description = ?18, deadline = ?19 WHERE id = ?1",
    )?
    .execute(params![
        id.0,
        &milestone.slug,
        milestone.parent.map(|parent| parent.0),
        lane,
        milestone.kind.id(),
        &milestone.title.en,
        &milestone.title.ru,
        &milestone.title.be,
        milestone.date.as_ref().map(ToString::to_string),
        order.map(|(from, _)| from),
        order.map(|(_, to)| to),
        &milestone.date_rule,
        milestone.role.map(Role::id),
        milestone.position,
        &milestone.who.en,
        &milestone.who.ru,
        &milestone.who.be,
        &milestone.description,
        milestone.deadline.as_ref().map(ToString::to_string),
    ])?;
    Ok(())
}

fn milestone_row(row: &Row<'_>) -> rusqlite::Result<MilestoneRow> {
    let standing = row::word_or_none(row, 16, |words| match words.split_once('\t') {
        Some((sense, step)) => Some((Status::from_id(sense)?, Some(step.to_owned()))),
        None => Some((Status::from_id(words)?, None)),
    })?;
    Ok(MilestoneRow {
        id: MilestoneId(row.get(0)?),
        uid: row::uid(row, 1)?,
        milestone: Milestone {
            slug: row.get(2)?,
            parent: row.get::<_, Option<i64>>(3)?.map(MilestoneId),
            lane: row.get(4)?,
            kind: row::word(row, 5, MilestoneKind::from_id)?,
            title: row::in_languages(row, 6)?,
            date: row::edtf(row, 9)?,
            date_rule: row.get(10)?,
            who: row::in_languages(row, 11)?,
            role: row::word_or_none(row, 14, Role::from_id)?,
            position: row.get(15)?,
            description: row.get(18)?,
            deadline: row::edtf(row, 19)?,
        },
        status: standing.as_ref().map(|(status, _)| *status),
        step: standing.and_then(|(_, step)| step),
        evidence: row.get(17)?,
        at: Moment(row.get(20)?),
        stall_dismissed: row.get(21)?,
    })
}
