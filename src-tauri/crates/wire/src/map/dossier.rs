//! The dossier as a whole: figures, operations, undo, checks.

use std::collections::BTreeMap;

use chancery_desk::stored::{LineageRow, MilestoneRow, OperationRow, OperationState, Undone, Verified};
use chancery_desk::{AsOf, Axis, Desk, DeskError, Done, RollUpOf, bundled};
use chancery_model::{Changed, Edtf, OperationId};

use super::register_review::roll_up;
use super::{as_of, count};
use crate::dto::*;

impl DossierDto {
    /// What is open, and the figures beside the sections.
    ///
    /// # Errors
    /// When the dossier can't be read.
    pub fn of(desk: &Desk) -> Result<Self, ErrorDto> {
        dossier(desk).map_err(|error| ErrorDto::from(&error))
    }
}

pub(crate) fn dossier(desk: &Desk) -> Result<DossierDto, DeskError> {
    let (info, counts) = desk.read(|reader| Ok((reader.dossier()?, reader.counts()?)))?;
    let built = desk.bundled_version()?;
    Ok(DossierDto {
        name: info.name.en,
        path: desk.path().display().to_string(),
        bundled: built.is_some(),
        newer_bundled: built.is_some_and(|built| built != bundled::version()),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        articles: count(counts.articles),
        stories: count(counts.stories),
        milestones: count(counts.milestones),
        topics: count(counts.topics),
        notes: count(counts.notes),
        briefings: count(counts.briefings),
        to_review: count(counts.waiting),
        needs_a_look: count(counts.needs_a_look),
        in_bin: count(counts.in_bin),
    })
}

/// Operations shown on the overview.
const RECENT: u32 = 12;

pub(crate) fn overview(desk: &Desk, args: &OverviewArgs) -> Result<OverviewDto, DeskError> {
    let as_of = as_of(args.as_of.as_ref())?;
    let mut months: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    for counted in desk.read(|reader| reader.published_counts())? {
        if !told(counted.date.as_ref(), as_of) {
            continue;
        }
        let month = counted.date.as_ref().and_then(Edtf::earliest);
        let month = month.map(|day| format!("{:04}-{:02}", day.year, day.month)).unwrap_or_default();
        let (articles, stories) = months.entry(month).or_default();
        *articles += counted.articles;
        *stories += counted.stories;
    }
    let Counted { ladder, unevidenced } = match as_of {
        Some(as_of) => Counted::as_of(desk, as_of)?,
        None => Counted::now(desk)?,
    };
    let mut dossier = dossier(desk)?;
    if as_of.is_some() {
        // What is counted is of that day; what waits is work of today.
        dossier.articles = months.values().map(|(articles, _)| articles).sum();
        dossier.stories = months.values().map(|(_, stories)| stories).sum();
        dossier.milestones = ladder.values().sum();
    }
    Ok(OverviewDto {
        dossier,
        months: months
            .into_iter()
            .map(|(month, (articles, stories))| MonthDto { month, articles, stories })
            .collect(),
        ladder: ladder
            .into_iter()
            .map(|((lane, step), milestones)| LaneStepDto { lane, step, milestones })
            .collect(),
        roll_ups: desk
            .roll_ups(as_of)?
            .into_iter()
            .filter(|(of, _)| !matches!(of, RollUpOf::Parent(_)))
            .map(roll_up)
            .collect(),
        recent: operations(desk, None, RECENT)?,
        unevidenced: count(unevidenced),
        lost: count(desk.read(|reader| reader.lost_passages())?.len()),
    })
}

/// Milestones by lane and step, and how much of that rests on judgement alone.
#[derive(Default)]
struct Counted {
    ladder: BTreeMap<(String, Option<String>), u32>,
    unevidenced: usize,
}

impl Counted {
    fn now(desk: &Desk) -> Result<Self, DeskError> {
        let (milestones, statuses, lineage) =
            desk.read(|reader| Ok((reader.milestones()?, reader.status_changes()?, reader.lineage()?)))?;
        let mut counted = Self::default();
        milestones.iter().for_each(|row| counted.add(row));
        let last = statuses.values().filter_map(|changes| changes.last());
        counted.unevidenced =
            last.filter(|last| last.change.judgement.is_some()).count() + unproven(&lineage);
        Ok(counted)
    }

    fn as_of(desk: &Desk, as_of: AsOf) -> Result<Self, DeskError> {
        let standings = desk.register()?.standings(as_of);
        let mut counted = Self { unevidenced: unproven(&standings.lineage), ..Self::default() };
        for one in &standings.milestones {
            counted.add(&one.row);
            let judged = one.changes.last().is_some_and(|last| last.change.judgement.is_some());
            counted.unevidenced += usize::from(judged);
        }
        Ok(counted)
    }

    fn add(&mut self, row: &MilestoneRow) {
        let lane = row.milestone.lane.clone().unwrap_or_default();
        *self.ladder.entry((lane, row.step_id().map(str::to_owned))).or_default() += 1;
    }
}

fn unproven(lineage: &[LineageRow]) -> usize {
    lineage.iter().filter(|row| row.lineage.evidence.is_none()).count()
}

/// Whether articles of a date count: of what was known by a day those published by then.
fn told(date: Option<&Edtf>, as_of: Option<AsOf>) -> bool {
    match as_of {
        Some(AsOf { axis: Axis::KnownBy, day }) => {
            date.and_then(Edtf::latest).is_some_and(|latest| latest <= day)
        }
        _ => true,
    }
}

pub(crate) fn operations(
    desk: &Desk,
    before: Option<i64>,
    limit: u32,
) -> Result<Vec<OperationDto>, DeskError> {
    let rows = desk.read(|reader| reader.operations(before.map(OperationId), limit))?;
    Ok(rows.into_iter().map(operation).collect())
}

fn operation(row: OperationRow) -> OperationDto {
    OperationDto {
        id: row.id.0,
        kind: row.kind.id().to_owned(),
        args: row.args,
        at: row.at.0,
        state: match row.state {
            OperationState::Done => OperationStateDto::Done,
            OperationState::Undone => OperationStateDto::Undone,
            OperationState::Abandoned => OperationStateDto::Abandoned,
        },
    }
}

fn one_operation(desk: &Desk, id: OperationId) -> Result<Option<OperationDto>, DeskError> {
    Ok(operations(desk, Some(id.0 + 1), 1)?.into_iter().find(|row| row.id == id.0))
}

pub(crate) fn undo_state(desk: &Desk) -> Result<UndoStateDto, DeskError> {
    let state = desk.read(|reader| reader.undo_state())?;
    let of = |one: Option<(OperationId, _, _)>| match one {
        Some((id, _, _)) => one_operation(desk, id),
        None => Ok(None),
    };
    Ok(UndoStateDto { undo: of(state.undo)?, redo: of(state.redo)? })
}

fn changed(changed: impl IntoIterator<Item = Changed>) -> Vec<ChangedDto> {
    changed
        .into_iter()
        .map(|kind| match kind {
            Changed::Articles => ChangedDto::Articles,
            Changed::Topics => ChangedDto::Topics,
            Changed::Tags => ChangedDto::Tags,
            Changed::Milestones => ChangedDto::Milestones,
            Changed::Notes => ChangedDto::Notes,
            Changed::Briefings => ChangedDto::Briefings,
            Changed::Searches => ChangedDto::Searches,
            Changed::Outlets => ChangedDto::Outlets,
            Changed::Operations => ChangedDto::Operations,
            Changed::Dossier => ChangedDto::Dossier,
            Changed::Imports => ChangedDto::Imports,
        })
        .collect()
}

/// What a change gives back, with its operation to be named and undone.
pub(crate) fn done<T, D>(
    desk: &Desk,
    done: Done<T>,
    value: impl Fn(T) -> D,
) -> Result<DoneDto<D>, DeskError> {
    let operation = match done.operation {
        Some(id) => one_operation(desk, id)?,
        None => None,
    };
    Ok(DoneDto { value: value(done.value), changed: changed(done.changed), operation })
}

/// What an undo or redo gives back: the operation walked.
pub(crate) fn walked(
    desk: &Desk,
    undone: Option<Undone>,
) -> Result<DoneDto<Option<OperationDto>>, DeskError> {
    let Some(undone) = undone else {
        return Ok(DoneDto { value: None, changed: Vec::new(), operation: None });
    };
    let mut kinds = undone.changed;
    kinds.insert(Changed::Operations);
    let walked = one_operation(desk, undone.operation)?;
    Ok(DoneDto { value: walked.clone(), changed: changed(kinds), operation: walked })
}

pub(crate) fn verify(verified: &Verified) -> VerifyDto {
    let counted = [
        ("file", verified.articles),
        ("links", verified.articles),
        ("original", verified.originals),
        ("passage", verified.passages),
        ("index", verified.articles),
        ("journal", verified.operations),
    ];
    let line = |(check, number): (&str, u64)| VerifyLineDto {
        check: check.to_owned(),
        count: count(number),
        problems: verified
            .problems
            .iter()
            .filter(|problem| problem.check == check)
            .map(|problem| problem.detail.clone())
            .collect(),
    };
    VerifyDto { sound: verified.is_sound(), checked: counted.into_iter().map(line).collect() }
}
