//! One row of a spreadsheet as a milestone, or what is wrong with it: where, and what is expected there.

use chancery_model::{Edtf, Ladder, Language, MilestoneKind, Role, Uid};

use super::fields::SheetField;
use super::sheet::{Cell, SheetRow};
use super::words;
use crate::ladder::Reached;

/// What keeps a row from being taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowFault {
    /// What is wrong.
    pub what: Wrong,
    /// The column, by its head; empty where it is about the row.
    pub column: String,
    /// What stands there, or what it is about: a title, the number of another row.
    pub words: String,
}

/// What is wrong with a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It has no title.
    NoTitle,
    /// A cell holds an error of the spreadsheet's, such as `#REF!`.
    ErrorCell,
    /// A formula whose result was never saved.
    NoResult,
    /// Words that are no date.
    NotADate,
    /// A number that is no year: a date without the format of one.
    NumberAsDate,
    /// No kind of milestone.
    NoSuchKind,
    /// No step of the ladder.
    NoSuchStatus,
    /// No role.
    NoSuchRole,
    /// No UUID.
    NotAUid,
    /// A parent that is neither in the file nor in the register.
    NoSuchParent,
    /// Several milestones have the parent's title.
    ManyParents,
    /// The parent's row is refused itself.
    ParentRefused,
    /// It would lie under itself.
    Circle,
    /// Several milestones have its title, so that it can't be told which is meant.
    ManySame,
    /// The same milestone as another row.
    Twice,
}

impl Wrong {
    /// The word used in JSON.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::NoTitle => "no-title",
            Self::ErrorCell => "error-cell",
            Self::NoResult => "no-result",
            Self::NotADate => "not-a-date",
            Self::NumberAsDate => "number-as-date",
            Self::NoSuchKind => "no-such-kind",
            Self::NoSuchStatus => "no-such-status",
            Self::NoSuchRole => "no-such-role",
            Self::NotAUid => "not-a-uid",
            Self::NoSuchParent => "no-such-parent",
            Self::ManyParents => "many-parents",
            Self::ParentRefused => "parent-refused",
            Self::Circle => "circle",
            Self::ManySame => "many-same",
            Self::Twice => "twice",
        }
    }
}

/// What a row says; what it does not say is absent.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct RowRead {
    pub(super) number: u32,
    pub(super) uid: Option<Uid>,
    pub(super) own_number: Option<String>,
    pub(super) titles: [Option<String>; 3],
    pub(super) kind: Option<MilestoneKind>,
    pub(super) lane: Option<String>,
    pub(super) parent: Option<String>,
    pub(super) date: Option<Edtf>,
    pub(super) deadline: Option<Edtf>,
    pub(super) status: Option<Reached>,
    pub(super) since: Option<Edtf>,
    pub(super) reason: Option<String>,
    pub(super) who: Option<String>,
    pub(super) role: Option<Role>,
    pub(super) description: Option<String>,
    pub(super) faults: Vec<RowFault>,
}

impl RowRead {
    /// The title it goes by: English, or else the one there is.
    pub(super) fn title(&self) -> &str {
        self.titles.iter().flatten().next().map_or("", String::as_str)
    }

    /// The head of the parent's column, for a fault found later.
    pub(super) fn fault(&mut self, what: Wrong, column: &str, words: impl Into<String>) {
        self.faults.push(RowFault { what, column: column.to_owned(), words: words.into() });
    }
}

/// Place of a title's language.
pub(super) fn place(language: Language) -> usize {
    match language {
        Language::Ru => 1,
        Language::Be => 2,
        _ => 0,
    }
}

/// Reads a row by the fields of its columns and the steps of the ladder. `date` reads what was typed.
pub(super) fn read(
    row: &SheetRow,
    columns: &[(String, Option<SheetField>)],
    ladder: &Ladder,
    date: &dyn Fn(&str) -> Option<Edtf>,
) -> RowRead {
    let mut read = RowRead { number: row.number, ..RowRead::default() };
    for ((head, field), cell) in columns.iter().zip(&row.cells) {
        let Some(field) = *field else { continue };
        match cell {
            Cell::Empty => continue,
            Cell::Error(error) => {
                read.fault(Wrong::ErrorCell, head, error.clone());
                continue;
            }
            Cell::NoResult => {
                read.fault(Wrong::NoResult, head, "");
                continue;
            }
            _ => {}
        }
        let words = cell.words();
        match field {
            SheetField::Uid => match Uid::parse(&words) {
                Some(uid) => read.uid = Some(uid),
                None => read.fault(Wrong::NotAUid, head, words),
            },
            SheetField::Number => read.own_number = Some(words),
            SheetField::Title(language) => {
                if let Some(title) = read.titles.get_mut(place(language)) {
                    *title = Some(one_line(&words));
                }
            }
            SheetField::Kind => match words::kind(&words) {
                Some(kind) => read.kind = Some(kind),
                None => read.fault(Wrong::NoSuchKind, head, words),
            },
            SheetField::Lane => read.lane = Some(one_line(&words)),
            SheetField::Parent => read.parent = Some(one_line(&words)),
            SheetField::Date | SheetField::Deadline | SheetField::Since => match day(cell, &words, date) {
                Ok(day) => match field {
                    SheetField::Date => read.date = Some(day),
                    SheetField::Deadline => read.deadline = Some(day),
                    _ => read.since = Some(day),
                },
                Err(wrong) => read.fault(wrong, head, words),
            },
            SheetField::Status => match words::step(ladder, &words) {
                Some(reached) => read.status = Some(reached),
                None => read.fault(Wrong::NoSuchStatus, head, words),
            },
            SheetField::Reason => read.reason = Some(words),
            SheetField::Who => read.who = Some(one_line(&words)),
            SheetField::Role => match words::role(&words) {
                Some(role) => read.role = Some(role),
                None => read.fault(Wrong::NoSuchRole, head, words),
            },
            SheetField::Description => read.description = Some(words),
        }
    }
    if read.title().is_empty() && read.uid.is_none() {
        let head = columns.iter().find(|(_, field)| *field == Some(SheetField::Title(Language::En)));
        read.fault(Wrong::NoTitle, head.map_or("", |(head, _)| head), "");
    }
    read
}

/// A date of a cell: a day of the spreadsheet's own, a year as a number, or what was typed.
fn day(cell: &Cell, words: &str, date: &dyn Fn(&str) -> Option<Edtf>) -> Result<Edtf, Wrong> {
    match cell {
        Cell::Number(number) if number.fract() != 0.0 || !(1000.0..2300.0).contains(number) => {
            Err(Wrong::NumberAsDate)
        }
        Cell::Number(_) => date(words).ok_or(Wrong::NumberAsDate),
        _ => {
            // Other programs write a day as its midnight.
            let midnight = ["T00:00:00", " 00:00:00", "T00:00", " 00:00"];
            let day = midnight.iter().find_map(|end| words.strip_suffix(end)).unwrap_or(words);
            date(day).ok_or(Wrong::NotADate)
        }
    }
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
