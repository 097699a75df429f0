//! Conditions on an article: as SQL, and as a test over the columns held in memory. Both say the same.

use rusqlite::{Connection, types::Value};

use crate::{
    Result,
    columns::{Columns, Entry},
    moment::day_of,
    row,
    tag::{TAGGED, WAITING},
};

/// How exactly a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exactness {
    Day,
    Month,
    Year,
}

/// A condition on an article `a`.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Condition {
    Always,
    Never,
    /// Its id is one of those a SELECT gives.
    Among {
        select: String,
        values: Vec<Value>,
    },
    /// Tagged with one of these topics; with any where none are named.
    Tagged(Option<Vec<i64>>),
    /// A suggestion of one of these topics waits for a decision on it; of any where none are named.
    Waiting(Option<Vec<i64>>),
    InBin,
    NeedsALook,
    Outlets(Vec<i64>),
    HasOutlet,
    Languages(Vec<String>),
    HasDate,
    /// All days its date may mean fall into one.
    DatedTo(Exactness),
    /// Published on this day or later, as far as its date can mean that.
    From(i64),
    /// Published on this day or earlier, as far as its date can mean that.
    UpTo(i64),
    /// It is of a story that others tell, too.
    HasCopies,
    /// It stands alone, or is the earliest of its story.
    Earliest,
    /// It came in after the article of this id.
    CameAfter(i64),
    Not(Box<Condition>),
    All(Vec<Condition>),
    Any(Vec<Condition>),
}

impl Condition {
    /// Its id is one of these.
    pub(crate) fn one_of(ids: impl IntoIterator<Item = i64>) -> Self {
        Self::Among {
            select: "SELECT value FROM json_each(?)".to_owned(),
            values: vec![Value::Text(row::id_list(ids))],
        }
    }

    pub(crate) fn not(self) -> Self {
        match self {
            Self::Always => Self::Never,
            Self::Never => Self::Always,
            Self::Not(inner) => *inner,
            other => Self::Not(Box::new(other)),
        }
    }

    /// As SQL; what is bound is added to `values`.
    pub(crate) fn sql(&self, values: &mut Vec<Value>) -> String {
        let joined = |parts: &[Self], by: &str, none: &str, values: &mut Vec<Value>| match parts {
            [] => none.to_owned(),
            parts => {
                let sql: Vec<String> = parts.iter().map(|part| part.sql(values)).collect();
                format!("({})", sql.join(by))
            }
        };
        match self {
            Self::Always => "1".to_owned(),
            Self::Never => "0".to_owned(),
            Self::Among { select, values: bound } => {
                values.extend(bound.iter().cloned());
                format!("a.id IN ({select})")
            }
            Self::Tagged(topics) => {
                let of = of_topics("d", topics.as_deref(), values);
                format!("a.id IN (SELECT d.article_id FROM decision d WHERE {TAGGED}{of})")
            }
            Self::Waiting(None) => {
                format!("EXISTS (SELECT 1 FROM suggestion s WHERE s.article_id = a.id AND {WAITING})")
            }
            Self::Waiting(topics) => {
                let of = of_topics("s", topics.as_deref(), values);
                format!("a.id IN (SELECT s.article_id FROM suggestion s WHERE {WAITING}{of})")
            }
            Self::InBin => "a.removed_by IS NOT NULL".to_owned(),
            Self::NeedsALook => "a.needs_a_look = 1".to_owned(),
            Self::Outlets(ids) => {
                values.push(Value::Text(row::id_list(ids.iter().copied())));
                "a.outlet_id IN (SELECT value FROM json_each(?))".to_owned()
            }
            Self::HasOutlet => "a.outlet_id IS NOT NULL".to_owned(),
            Self::Languages(codes) => {
                let codes: Vec<String> = codes.iter().map(|code| format!("\"{code}\"")).collect();
                values.push(Value::Text(format!("[{}]", codes.join(","))));
                "a.language IN (SELECT value FROM json_each(?))".to_owned()
            }
            Self::HasDate => "a.published_from IS NOT NULL".to_owned(),
            Self::DatedTo(exactness) => {
                let unit = match exactness {
                    Exactness::Day => return "a.published_from = a.published_to".to_owned(),
                    Exactness::Month => "%Y-%m",
                    Exactness::Year => "%Y",
                };
                let part = |column: &str| format!("strftime('{unit}', a.{column} * 86400, 'unixepoch')");
                format!("{} = {}", part("published_from"), part("published_to"))
            }
            Self::From(day) => {
                values.push(Value::Integer(*day));
                "a.published_to >= ?".to_owned()
            }
            Self::UpTo(day) => {
                values.push(Value::Integer(*day));
                "a.published_from <= ?".to_owned()
            }
            Self::HasCopies => "a.story_id IS NOT NULL".to_owned(),
            Self::Earliest => "(a.story_id IS NULL OR a.story_id = a.id)".to_owned(),
            Self::CameAfter(last) => {
                values.push(Value::Integer(*last));
                "a.id > ?".to_owned()
            }
            // The index of those out of the bin is for this wording.
            Self::Not(inner) if **inner == Self::InBin => "a.removed_by IS NULL".to_owned(),
            // Of an article without an outlet it is not true that it is of this one.
            Self::Not(inner) => format!("NOT coalesce(({}), 0)", inner.sql(values)),
            Self::All(parts) => joined(parts, " AND ", "1", values),
            Self::Any(parts) => joined(parts, " OR ", "0", values),
        }
    }

    /// As a test. What only SQL can tell is asked here, once.
    pub(crate) fn test(&self, conn: &Connection, columns: &Columns) -> Result<Test> {
        let many =
            |parts: &[Self]| parts.iter().map(|part| part.test(conn, columns)).collect::<Result<Vec<_>>>();
        Ok(match self {
            Self::Always => Test::All(Vec::new()),
            Self::Never => Test::Any(Vec::new()),
            Self::Among { select, values } => Test::Among(ids(conn, select, values)?),
            Self::Tagged(topics) => Test::Among(columns.topics()?.tagged.of(topics.as_deref())),
            Self::Waiting(topics) => Test::Among(columns.topics()?.waiting.of(topics.as_deref())),
            Self::InBin => Test::InBin,
            Self::NeedsALook => Test::NeedsALook,
            Self::Outlets(ids) => {
                Test::Outlets(ids.iter().filter_map(|id| u32::try_from(*id).ok()).collect())
            }
            Self::HasOutlet => Test::Not(Box::new(Test::Outlets(vec![0]))),
            Self::Languages(codes) => {
                Test::Languages(codes.iter().filter_map(|code| columns.place_of(code)).collect())
            }
            Self::HasDate => Test::Days(i32::MIN, i32::MAX),
            Self::DatedTo(exactness) => Test::DatedTo(*exactness),
            Self::From(day) => Test::Days(in_reach(*day), i32::MAX),
            Self::UpTo(day) => Test::Days(i32::MIN, in_reach(*day)),
            Self::HasCopies => Test::HasCopies,
            Self::Earliest => Test::Earliest,
            Self::CameAfter(last) => Test::CameAfter(*last),
            Self::Not(inner) => Test::Not(Box::new(inner.test(conn, columns)?)),
            Self::All(parts) => Test::All(many(parts)?),
            Self::Any(parts) => Test::Any(many(parts)?),
        })
    }
}

fn of_topics(table: &str, topics: Option<&[i64]>, values: &mut Vec<Value>) -> String {
    let Some(topics) = topics else { return String::new() };
    values.push(Value::Text(row::id_list(topics.iter().copied())));
    format!(" AND {table}.topic_id IN (SELECT value FROM json_each(?))")
}

/// A condition over columns in memory.
#[derive(Clone, Debug)]
pub(crate) enum Test {
    Among(Ids),
    InBin,
    NeedsALook,
    Outlets(Vec<u32>),
    Languages(Vec<u8>),
    /// Its date may mean a day from the first to the last of these.
    Days(i32, i32),
    DatedTo(Exactness),
    HasCopies,
    Earliest,
    CameAfter(i64),
    Not(Box<Test>),
    All(Vec<Test>),
    Any(Vec<Test>),
}

impl Test {
    pub(crate) fn holds(&self, id: i64, entry: &Entry) -> bool {
        match self {
            Self::Among(ids) => ids.has(id),
            Self::InBin => entry.in_bin,
            Self::NeedsALook => entry.needs_a_look,
            Self::Outlets(outlets) => outlets.contains(&entry.outlet),
            Self::Languages(languages) => languages.contains(&entry.language),
            Self::Days(first, last) => entry.days.is_some_and(|(from, to)| to >= *first && from <= *last),
            Self::DatedTo(exactness) => entry.days.is_some_and(|(from, to)| match exactness {
                Exactness::Day => from == to,
                _ => {
                    let (from, to) = (day_of(from.into()), day_of(to.into()));
                    from.year == to.year && (*exactness == Exactness::Year || from.month == to.month)
                }
            }),
            Self::HasCopies => entry.story != 0,
            Self::Earliest => entry.story == 0 || i64::from(entry.story) == id,
            Self::CameAfter(last) => id > *last,
            Self::Not(inner) => !inner.holds(id, entry),
            Self::All(parts) => parts.iter().all(|part| part.holds(id, entry)),
            Self::Any(parts) => parts.iter().any(|part| part.holds(id, entry)),
        }
    }
}

/// A set of article ids: one bit for each there can be.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ids(Vec<u64>);

impl Ids {
    pub(crate) fn add(&mut self, id: i64) {
        let Ok(id) = usize::try_from(id) else { return };
        if id / 64 >= self.0.len() {
            self.0.resize(id / 64 + 1, 0);
        }
        if let Some(word) = self.0.get_mut(id / 64) {
            *word |= 1 << (id % 64);
        }
    }

    /// Adds all of another set.
    pub(crate) fn join(&mut self, other: &Self) {
        if other.0.len() > self.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        self.0.iter_mut().zip(&other.0).for_each(|(word, other)| *word |= other);
    }

    /// How many are in both.
    pub(crate) fn common(&self, other: &Self) -> u64 {
        self.0.iter().zip(&other.0).map(|(one, other)| u64::from((one & other).count_ones())).sum()
    }

    pub(crate) fn has(&self, id: i64) -> bool {
        let Ok(id) = usize::try_from(id) else { return false };
        self.0.get(id / 64).is_some_and(|word| word >> (id % 64) & 1 == 1)
    }
}

fn ids(conn: &Connection, select: &str, values: &[Value]) -> Result<Ids> {
    let mut ids = Ids::default();
    let mut statement = conn.prepare_cached(select)?;
    let mut rows = statement.query(rusqlite::params_from_iter(values))?;
    while let Some(row) = rows.next()? {
        // A note may be linked to no article.
        if let Some(id) = row.get::<_, Option<i64>>(0)? {
            ids.add(id);
        }
    }
    Ok(ids)
}

fn in_reach(day: i64) -> i32 {
    i32::try_from(day).unwrap_or(if day < 0 { i32::MIN } else { i32::MAX })
}
