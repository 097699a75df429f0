//! What taking a spreadsheet in would do, row by row: which milestones are new, which are there already and by what they are known.

use std::collections::{HashMap, HashSet};

use chancery_model::{Edtf, InLanguages, Ladder, MilestoneId, MilestoneKind, Uid};
use chancery_store::{Lane, Milestone, MilestoneRow, StatusChangeRow};

use super::fields::{SheetField, plain};
use super::parents::parents;
use super::row::{RowFault, RowRead, Wrong};
use crate::codebook::slug;
use crate::ladder::Reached;

/// By what a milestone of the dossier was known in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum MatchedBy {
    Uid,
    TitleAndDate,
    /// The row has no date, and only one milestone has its title.
    Title,
}

/// What becomes of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum RowOutcome {
    New,
    Changed {
        milestone: MilestoneId,
        by: MatchedBy,
        fields: Vec<SheetField>,
    },
    /// It says nothing new.
    Same {
        milestone: MilestoneId,
        by: MatchedBy,
    },
    Refused(Vec<RowFault>),
}

/// A row with what becomes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedRow {
    /// Its number in the file, from 1.
    pub number: u32,
    /// Its title.
    pub title: String,
    /// Its date as it was read.
    pub date: Option<Edtf>,
    /// What becomes of it.
    pub outcome: RowOutcome,
}

/// Where a parent is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Parent {
    There(MilestoneId),
    /// By its place in the plan.
    Row(usize),
}

/// A milestone to be written.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Put {
    /// The one that is there; none for a new one.
    pub(super) milestone: Option<MilestoneId>,
    pub(super) entry: Milestone,
    pub(super) parent: Option<Parent>,
    pub(super) status: Option<(Reached, Option<Edtf>, Option<String>)>,
}

/// What is there.
pub(super) struct There {
    pub(super) milestones: Vec<MilestoneRow>,
    pub(super) changes: std::collections::BTreeMap<MilestoneId, Vec<StatusChangeRow>>,
    pub(super) lanes: Vec<Lane>,
    pub(super) ladder: Ladder,
}

/// The plan of a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Plan {
    pub(super) rows: Vec<PlannedRow>,
    /// By the place of the row; none where it is refused or says nothing new.
    pub(super) puts: Vec<Option<Put>>,
    /// Lanes that are made.
    pub(super) lanes: Vec<Lane>,
}

pub(super) fn plan(mut reads: Vec<RowRead>, there: &There, kind: MilestoneKind, parent_head: &str) -> Plan {
    let known = Known::of(there);
    let mut matched: Vec<Option<(MilestoneId, MatchedBy)>> = Vec::with_capacity(reads.len());
    let mut taken: HashMap<MilestoneId, u32> = HashMap::new();
    let mut fresh: HashMap<(String, Option<Edtf>), u32> = HashMap::new();
    for read in &mut reads {
        let found = known.find(read);
        let same = match &found {
            Ok(Some((id, _))) => taken.insert(*id, read.number),
            Ok(None) => fresh.insert((plain(read.title()), read.date.clone()), read.number),
            Err(()) => None,
        };
        if found.is_err() {
            let title = read.title().to_owned();
            read.fault(Wrong::ManySame, "", title);
        }
        if let Some(other) = same.filter(|_| read.faults.is_empty()) {
            read.fault(Wrong::Twice, "", other.to_string());
        }
        matched.push(found.ok().flatten());
    }
    let parents = parents(&mut reads, &matched, &known, there, parent_head);
    let mut lanes = Lanes::of(&there.lanes);
    let mut plan = Plan::default();
    for (at, read) in reads.into_iter().enumerate() {
        let matched = matched.get(at).copied().flatten();
        let before = matched.and_then(|(id, _)| known.by_id.get(&id).copied());
        let parent = parents.get(at).copied().flatten();
        let title = match (read.title(), before) {
            ("", Some(before)) => before.milestone.title.en.clone(),
            (title, _) => title.to_owned(),
        };
        let (outcome, put) = if read.faults.is_empty() {
            let lane = read.lane.as_deref().map(|lane| lanes.slug(lane));
            match matched.zip(before) {
                Some(((id, by), before)) => {
                    let changes = there.changes.get(&id).map_or(&[][..], Vec::as_slice);
                    changed(&read, before, changes.last(), lane, parent, by)
                }
                None => (RowOutcome::New, Some(fresh_one(&read, lane, parent, kind))),
            }
        } else {
            (RowOutcome::Refused(read.faults.clone()), None)
        };
        plan.rows.push(PlannedRow { number: read.number, title, date: read.date.clone(), outcome });
        plan.puts.push(put);
    }
    plan.lanes = lanes.made;
    plan
}

fn fresh_one(read: &RowRead, lane: Option<String>, parent: Option<Parent>, kind: MilestoneKind) -> Put {
    let [en, ru, be] = &read.titles;
    let entry = Milestone {
        slug: None,
        parent: None,
        lane,
        kind: read.kind.unwrap_or(kind),
        title: InLanguages {
            en: en.clone().unwrap_or_else(|| read.title().to_owned()),
            ru: ru.clone(),
            be: be.clone(),
        },
        date: read.date.clone(),
        date_rule: String::new(),
        who: InLanguages::english(read.who.clone().unwrap_or_default()),
        role: read.role,
        position: 0,
        description: read.description.clone().unwrap_or_default(),
        deadline: read.deadline.clone(),
    };
    let status = read.status.clone().map(|status| (status, read.since.clone(), read.reason.clone()));
    Put { milestone: None, entry, parent, status }
}

/// What a row changes of a milestone that is there: a cell that is empty changes nothing.
fn changed(
    read: &RowRead,
    before: &MilestoneRow,
    step: Option<&StatusChangeRow>,
    lane: Option<String>,
    parent: Option<Parent>,
    by: MatchedBy,
) -> (RowOutcome, Option<Put>) {
    let mut entry = before.milestone.clone();
    let mut fields = Vec::new();
    let mut note = |field: SheetField, differs: bool| {
        if differs {
            fields.push(field);
        }
        differs
    };
    let [en, ru, be] = &read.titles;
    use chancery_model::Language::{Be, En, Ru};
    if let Some(en) = en.as_ref().filter(|en| note(SheetField::Title(En), **en != entry.title.en)) {
        // A title changed drops its translations, which no longer fit.
        entry.title = InLanguages::english(en.clone());
    }
    for (language, given, title) in [(Ru, ru, &mut entry.title.ru), (Be, be, &mut entry.title.be)] {
        if given.is_some() && title != given {
            note(SheetField::Title(language), true);
            title.clone_from(given);
        }
    }
    if let Some(kind) = read.kind.filter(|kind| note(SheetField::Kind, *kind != entry.kind)) {
        entry.kind = kind;
    }
    if lane.is_some() && note(SheetField::Lane, lane != entry.lane) {
        entry.lane = lane;
    }
    if read.date.is_some() && note(SheetField::Date, read.date != entry.date) {
        (entry.date, entry.date_rule) = (read.date.clone(), String::new());
    }
    if read.deadline.is_some() && note(SheetField::Deadline, read.deadline != entry.deadline) {
        entry.deadline.clone_from(&read.deadline);
    }
    if let Some(who) = read.who.as_ref().filter(|who| note(SheetField::Who, **who != entry.who.en)) {
        entry.who = InLanguages::english(who.clone());
    }
    if read.role.is_some() && note(SheetField::Role, read.role != entry.role) {
        entry.role = read.role;
    }
    if let Some(about) =
        read.description.as_ref().filter(|about| note(SheetField::Description, **about != entry.description))
    {
        entry.description.clone_from(about);
    }
    let parent = parent.filter(|parent| Some(*parent) != entry.parent.map(Parent::There));
    note(SheetField::Parent, parent.is_some());
    let status = read.status.clone().filter(|reached| {
        let other = (before.status, &before.step) != (Some(reached.status), &reached.step);
        let since = read.since.is_some() && step.is_none_or(|step| step.change.since != read.since);
        let reason = read.reason.is_some()
            && step
                .is_some_and(|step| step.change.judgement.is_some() && step.change.judgement != read.reason);
        note(SheetField::Status, other) || note(SheetField::Since, since) || note(SheetField::Reason, reason)
    });
    let milestone = before.id;
    if fields.is_empty() {
        return (RowOutcome::Same { milestone, by }, None);
    }
    let status = status.map(|status| (status, read.since.clone(), read.reason.clone()));
    let put = Put { milestone: Some(milestone), entry, parent, status };
    (RowOutcome::Changed { milestone, by, fields }, Some(put))
}

/// The milestones that are there, by what a row can know them by.
pub(super) struct Known<'t> {
    by_id: HashMap<MilestoneId, &'t MilestoneRow>,
    pub(super) by_uid: HashMap<Uid, MilestoneId>,
    by_title: HashMap<String, Vec<&'t MilestoneRow>>,
}

impl<'t> Known<'t> {
    fn of(there: &'t There) -> Self {
        let mut by_title: HashMap<String, Vec<&MilestoneRow>> = HashMap::new();
        for row in &there.milestones {
            let title = &row.milestone.title;
            let titles: HashSet<String> = [Some(&title.en), title.ru.as_ref(), title.be.as_ref()]
                .into_iter()
                .flatten()
                .map(|title| plain(title))
                .collect();
            for title in titles.into_iter().filter(|title| !title.is_empty()) {
                by_title.entry(title).or_default().push(row);
            }
        }
        Self {
            by_id: there.milestones.iter().map(|row| (row.id, row)).collect(),
            by_uid: there.milestones.iter().map(|row| (row.uid, row.id)).collect(),
            by_title,
        }
    }

    pub(super) fn titled(&self, title: &str) -> &[&'t MilestoneRow] {
        self.by_title.get(&plain(title)).map_or(&[], Vec::as_slice)
    }

    /// The milestone a row is about.
    ///
    /// # Errors
    /// Where it can be several.
    fn find(&self, read: &RowRead) -> Result<Option<(MilestoneId, MatchedBy)>, ()> {
        if let Some(id) = read.uid.and_then(|uid| self.by_uid.get(&uid)) {
            return Ok(Some((*id, MatchedBy::Uid)));
        }
        let titled = read.titles.iter().flatten().flat_map(|title| self.titled(title));
        let mut same: Vec<(MilestoneId, MatchedBy)> = titled
            .filter(|row| read.date.is_none() || row.milestone.date == read.date)
            .map(|row| (row.id, if read.date.is_none() { MatchedBy::Title } else { MatchedBy::TitleAndDate }))
            .collect();
        same.sort_unstable_by_key(|(id, _)| *id);
        same.dedup();
        match same.as_slice() {
            [] => Ok(None),
            [one] => Ok(Some(*one)),
            _ => Err(()),
        }
    }
}

/// The lanes that are there, and those that are made as they are named.
struct Lanes {
    by_name: HashMap<String, String>,
    slugs: HashSet<String>,
    made: Vec<Lane>,
    next: u32,
}

impl Lanes {
    fn of(lanes: &[Lane]) -> Self {
        let mut by_name = HashMap::new();
        for lane in lanes {
            let title = &lane.title;
            for name in [Some(&lane.slug), Some(&title.en), title.ru.as_ref(), title.be.as_ref()]
                .into_iter()
                .flatten()
            {
                by_name.entry(plain(name)).or_insert_with(|| lane.slug.clone());
            }
        }
        Self {
            by_name,
            slugs: lanes.iter().map(|lane| lane.slug.clone()).collect(),
            made: Vec::new(),
            next: lanes.iter().map(|lane| lane.position + 1).max().unwrap_or(0),
        }
    }

    fn slug(&mut self, name: &str) -> String {
        if let Some(slug) = self.by_name.get(&plain(name)) {
            return slug.clone();
        }
        let stem = Some(slug::of(name)).filter(|slug| !slug.is_empty()).unwrap_or_else(|| "lane".to_owned());
        let mut slug = stem.clone();
        let mut number = 1;
        while !self.slugs.insert(slug.clone()) {
            number += 1;
            slug = format!("{stem}-{number}");
        }
        self.by_name.insert(plain(name), slug.clone());
        self.made.push(Lane { slug: slug.clone(), title: InLanguages::english(name), position: self.next });
        self.next += 1;
        slug
    }
}
