//! The register, evidence, statuses, lineage.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chancery_desk::stored::{Backlink, EvidenceRow, LineageRow, StatusChangeRow};
use chancery_desk::{
    AsOf, Axis, Come, Desk, DeskError, LineageEntry, MilestoneEntry, NewEvidence, Register, Standing,
    StatusEntry,
};
use chancery_model::{
    ArticleId, Day, Edtf, EvidenceId, EvidenceOrigin, LineageKind, MilestoneId, MilestoneKind, Proves, Role,
    Span, Stance,
};

use super::articles::{confidence, span};
use super::topics::labels;
use super::{count, note_row};
use crate::dto::*;

/// A milestone with what it stands on; as of a day, with whether it had come.
fn milestone_dto(register: &Register, one: &Standing, come: Option<Come>) -> MilestoneDto {
    let row = &one.row;
    let date = row.milestone.date.as_ref();
    MilestoneDto {
        come: come.map(|come| match come {
            Come::Yes => ComeDto::Yes,
            Come::Perhaps => ComeDto::Perhaps,
            Come::Ahead => ComeDto::Ahead,
        }),
        id: row.id.0,
        slug: row.milestone.slug.clone().unwrap_or_default(),
        title: labels(row.milestone.title.clone()),
        kind: row.milestone.kind.id().to_owned(),
        lane: row.milestone.lane.clone().unwrap_or_default(),
        parent: row.milestone.parent.map(|parent| parent.0),
        date: date.map(ToString::to_string).unwrap_or_default(),
        day_inferred: register.is_inferred(row.id),
        date_rule: row.milestone.date_rule.clone(),
        earliest: date.and_then(Edtf::earliest).map(|day| day.to_string()),
        latest: date.and_then(Edtf::latest).map(|day| day.to_string()),
        who: row.milestone.who.en.clone(),
        role: row.milestone.role.map(|role| role.id().to_owned()),
        description: row.milestone.description.clone(),
        deadline: row.milestone.deadline.as_ref().map(ToString::to_string),
        deadline_latest: row.milestone.deadline.as_ref().and_then(Edtf::latest).map(|day| day.to_string()),
        stands: stands(one),
    }
}

fn stands(one: &Standing) -> StandsDto {
    let (row, of, last) = (&one.row, &one.evidence, one.changes.last());
    let stance = |wanted: Stance| count(of.iter().filter(|one| one.evidence.stance == wanted).count());
    StandsDto {
        status: row.status.map(|status| status.id().to_owned()),
        step: row.step_id().map(str::to_owned),
        status_since: last.and_then(|change| change.change.since.as_ref()).map(ToString::to_string),
        status_is_judgement: last.is_some_and(|change| change.change.judgement.is_some()),
        supports: stance(Stance::Supports),
        contradicts: stance(Stance::Contradicts),
        mentions: stance(Stance::Mentions),
        accepted: count(of.iter().filter(|one| one.accepted_at.is_some()).count()),
        bundled: of.iter().any(|one| one.evidence.origin == EvidenceOrigin::Bundled),
    }
}

pub(crate) fn register(desk: &Desk) -> Result<RegisterDto, DeskError> {
    let register = desk.register()?;
    let lanes = desk.read(|reader| reader.lanes())?;
    Ok(RegisterDto {
        lanes: lanes.into_iter().map(|lane| LaneDto { id: lane.slug, label: labels(lane.title) }).collect(),
        milestones: register.now().iter().map(|one| milestone_dto(&register, one, None)).collect(),
        lineage: register.lineage().iter().cloned().map(link).collect(),
        later: 0,
    })
}

/// The register on a day: milestones that had come, or were known, and the links between those.
pub(crate) fn register_as_of(desk: &Desk, args: &AsOfArgs) -> Result<RegisterDto, DeskError> {
    let as_of = asked(args)?;
    let register = desk.register()?;
    let standings = register.standings(as_of);
    let lanes = desk.read(|reader| reader.lanes())?;
    Ok(RegisterDto {
        lanes: lanes.into_iter().map(|lane| LaneDto { id: lane.slug, label: labels(lane.title) }).collect(),
        lineage: standings.lineage.into_iter().map(link).collect(),
        later: count(standings.later),
        milestones: standings
            .milestones
            .iter()
            .map(|one| milestone_dto(&register, one, Some(one.come)))
            .collect(),
    })
}

/// What of the register differs on a day, for a window that has the register of now.
pub(crate) fn register_day(desk: &Desk, args: &AsOfArgs) -> Result<RegisterDayDto, DeskError> {
    let as_of = asked(args)?;
    let register = desk.register()?;
    let standings = register.standings(as_of);
    let there: HashSet<MilestoneId> = standings.milestones.iter().map(|one| one.row.id).collect();
    let otherwise = |one: &&Standing| register.stands_otherwise(one);
    Ok(RegisterDayDto {
        later: register.rows().iter().filter(|row| !there.contains(&row.id)).map(|row| row.id.0).collect(),
        stood: standings
            .milestones
            .iter()
            .filter(otherwise)
            .map(|one| StoodDto { id: one.row.id.0, stands: stands(one) })
            .collect(),
        lineage: standings.lineage.iter().map(|row| row.id.0).collect(),
    })
}

/// What the later of two days has that the earlier had not.
pub(crate) fn register_between(
    desk: &Desk,
    args: &BetweenArgs,
) -> Result<Vec<MilestoneChangeDto>, DeskError> {
    let changes = desk.register()?.between(axis(&args.axis)?, day(&args.from)?, day(&args.to)?);
    let wanted: HashSet<EvidenceId> =
        changes.iter().flat_map(|change| change.evidence.iter().copied()).collect();
    let rows = desk.read(|reader| reader.evidence())?;
    let rows = rows.into_iter().filter(|row| wanted.contains(&row.id)).collect();
    let mut evidence: HashMap<i64, EvidenceDto> =
        self::evidence(desk, rows)?.into_iter().map(|row| (row.id, row)).collect();
    let changes = changes.into_iter().map(|change| MilestoneChangeDto {
        new: change.new,
        status_before: change.status.as_ref().and_then(|(before, _)| before.clone()),
        status_after: change.status.and_then(|(_, after)| after),
        evidence: change.evidence.iter().filter_map(|id| evidence.remove(&id.0)).collect(),
        milestone: change.row.id.0,
        title: labels(change.row.milestone.title.clone()),
        date: change.row.milestone.date.as_ref().map(ToString::to_string).unwrap_or_default(),
    });
    Ok(changes.collect())
}

fn asked(args: &AsOfArgs) -> Result<AsOf, DeskError> {
    Ok(AsOf { axis: axis(&args.axis)?, day: day(&args.day)? })
}

/// The day something is asked as of, if any.
pub(crate) fn as_of(args: Option<&AsOfArgs>) -> Result<Option<AsOf>, DeskError> {
    args.map(asked).transpose()
}

fn axis(id: &str) -> Result<Axis, DeskError> {
    word("axis", id, Axis::from_id)
}

fn day(text: &str) -> Result<Day, DeskError> {
    Edtf::parse(text)
        .ok()
        .and_then(|date| date.only_day())
        .ok_or_else(|| DeskError::NotADate(text.to_owned()))
}

fn link(row: LineageRow) -> LineageDto {
    LineageDto {
        bundled: row.is_bundled(),
        id: row.id.0,
        from: row.lineage.from.0,
        to: row.lineage.to.0,
        kind: row.lineage.kind.id().to_owned(),
        judgement: row.lineage.judgement.map(|reason| reason.en),
        evidence: row.lineage.evidence.map(|id| id.0),
    }
}

pub(crate) fn milestone(desk: &Desk, args: &MilestoneArgs) -> Result<MilestoneDetailDto, DeskError> {
    let id = MilestoneId(args.id);
    let register = desk.register()?;
    let one = register.one(id).ok_or_else(|| desk.no_such("milestone", id))?;
    let (own, notes) = desk.read(|reader| {
        Ok((reader.evidence_of_milestone(id)?, reader.notes_about(Backlink::Milestone(id))?))
    })?;
    let mut own: Vec<EvidenceRow> = own.into_iter().filter(|row| !row.in_bin).collect();
    for row in &mut own {
        // Where its article was read anew, a passage is shown where its words stand now.
        row.evidence.anchor.span = desk.place_of(row)?.unwrap_or(row.evidence.anchor.span);
    }
    let later = as_of(args.as_of.as_ref())?.map(|as_of| later(&register, id, as_of, &one.changes));
    let statuses = one.changes.iter().map(|change| status_change(change, &own)).collect();
    let touches = |row: &&LineageRow| row.lineage.from == id || row.lineage.to == id;
    let lineage: Vec<LineageRow> = register.lineage().iter().filter(touches).cloned().collect();
    let elsewhere = lineage
        .iter()
        .filter_map(|row| row.lineage.evidence)
        .filter(|proof| own.iter().all(|row| row.id != *proof))
        .map(|proof| desk.read(|reader| reader.evidence_row(proof)))
        .collect::<Result<Vec<_>, _>>()?;
    Ok(MilestoneDetailDto {
        milestone: milestone_dto(&register, &one, None),
        evidence: evidence(desk, own)?,
        statuses,
        lineage: lineage.into_iter().map(link).collect(),
        passages: evidence(desk, elsewhere)?,
        notes: notes.into_iter().map(|row| note_row(desk, row)).collect::<Result<_, _>>()?,
        later,
    })
}

fn later(register: &Register, id: MilestoneId, as_of: AsOf, statuses: &[Arc<StatusChangeRow>]) -> LaterDto {
    let standing = register.standing(id, as_of);
    let counts = |change: &&Arc<StatusChangeRow>| {
        standing.as_ref().is_some_and(|one| one.changes.iter().any(|counted| counted.id == change.id))
    };
    LaterDto {
        milestone: standing.is_none(),
        evidence: register.told_later(id, as_of.day).map(|id| id.0).collect(),
        statuses: statuses.iter().filter(|change| !counts(change)).map(|change| change.id.0).collect(),
    }
}

fn status_change(row: &StatusChangeRow, own: &[EvidenceRow]) -> StatusChangeDto {
    let proofs = own.iter().filter(|one| one.evidence.status_change == Some(row.id));
    StatusChangeDto {
        id: row.id.0,
        status: row.change.status.id().to_owned(),
        step: row.change.step_id().to_owned(),
        since: row.change.since.as_ref().map(ToString::to_string),
        known: row.change.known.as_ref().map(ToString::to_string),
        judgement: row.change.judgement.clone(),
        evidence: proofs.clone().map(|one| one.id.0).collect(),
        at: row.decided_at.0,
        bundled: row.change.decided_by == EvidenceOrigin::Bundled.id(),
    }
}

/// Evidence with the names of what it ties together.
pub(super) fn evidence(desk: &Desk, rows: Vec<EvidenceRow>) -> Result<Vec<EvidenceDto>, DeskError> {
    let mut articles: Vec<ArticleId> = rows.iter().map(|row| row.evidence.article).collect();
    articles.sort_unstable();
    articles.dedup();
    let register = desk.register()?;
    let titles: HashMap<MilestoneId, _> =
        register.rows().iter().map(|row| (row.id, &row.milestone.title)).collect();
    let articles = desk.read(|reader| reader.article_rows(&articles))?;
    let articles: HashMap<ArticleId, _> = articles.into_iter().map(|row| (row.id, row)).collect();
    let grades = desk.read(|reader| reader.grades())?;
    let mut out = Vec::with_capacity(rows.len());
    for row in rows {
        // Evidence of a milestone that was removed does not show until that is undone.
        let Some(title) = titles.get(&row.evidence.milestone) else { continue };
        let Some(article) = articles.get(&row.evidence.article) else { continue };
        let proves = row.evidence.proves.iter().map(|proves| proves.id()).collect::<Vec<_>>().join(" ");
        out.push(EvidenceDto {
            id: row.id.0,
            milestone: row.evidence.milestone.0,
            milestone_title: labels((*title).clone()),
            article: row.evidence.article.0,
            article_title: article.title.clone(),
            outlet: article.outlet.as_ref().map(|(_, name)| name.clone()),
            published: article.published.as_ref().map(|published| published.date.to_string()),
            published_confidence: confidence(article.confidence),
            span: span(row.evidence.anchor.span),
            exact: row.evidence.anchor.exact,
            prefix: row.evidence.anchor.prefix,
            suffix: row.evidence.anchor.suffix,
            stance: row.evidence.stance.id().to_owned(),
            proves,
            bundled: row.evidence.origin == EvidenceOrigin::Bundled,
            grade: article
                .outlet
                .as_ref()
                .and_then(|(id, _)| grades.get(id).copied())
                .map(super::outlets::grade),
            copy: article.is_copy(),
            copies: article.copies,
            accepted: row.accepted_at.is_some(),
        });
    }
    Ok(out)
}

pub(super) fn word<T>(
    what: &'static str,
    word: &str,
    from_id: impl Fn(&str) -> Option<T>,
) -> Result<T, DeskError> {
    from_id(word).ok_or_else(|| DeskError::NoSuchWord { what, word: word.to_owned() })
}

pub(crate) fn milestone_added(desk: &Desk, args: AddMilestoneArgs) -> Result<MilestoneEntry, DeskError> {
    Ok(MilestoneEntry {
        title: args.title,
        kind: word("kind", &args.kind, MilestoneKind::from_id)?,
        lane: args.lane,
        date: date(desk, &args.date)?,
        parent: args.parent.map(MilestoneId),
        who: args.who,
        role: role(args.role.as_deref())?,
        description: args.description.unwrap_or_default(),
        deadline: date(desk, args.deadline.as_deref().unwrap_or_default())?,
    })
}

pub(crate) fn milestone_edited(desk: &Desk, args: EditMilestoneArgs) -> Result<MilestoneEntry, DeskError> {
    let before = desk.read(|reader| reader.milestone(MilestoneId(args.id)))?.milestone;
    Ok(MilestoneEntry {
        title: args.title,
        kind: word("kind", &args.kind, MilestoneKind::from_id)?,
        lane: args.lane,
        date: date(desk, &args.date)?,
        parent: args.parent.map(MilestoneId),
        who: args.who,
        role: role(args.role.as_deref())?,
        description: args.description.unwrap_or(before.description),
        deadline: match args.deadline {
            Some(typed) => date(desk, &typed)?,
            None => before.deadline,
        },
    })
}

/// The milestone as it is, with one field as it was typed.
pub(crate) fn field_set(desk: &Desk, args: &MilestoneFieldArgs) -> Result<MilestoneEntry, DeskError> {
    let before = desk.read(|reader| reader.milestone(MilestoneId(args.id)))?.milestone;
    let mut entry = MilestoneEntry {
        title: before.title.en,
        kind: before.kind,
        lane: before.lane.unwrap_or_default(),
        date: before.date,
        parent: before.parent,
        who: before.who.en,
        role: before.role,
        description: before.description,
        deadline: before.deadline,
    };
    let value = args.value.trim();
    match args.field.as_str() {
        "title" => value.clone_into(&mut entry.title),
        "date" => entry.date = date(desk, value)?,
        "kind" => entry.kind = word("kind", value, MilestoneKind::from_id)?,
        "lane" => value.clone_into(&mut entry.lane),
        "parent" if value.is_empty() => entry.parent = None,
        "parent" => entry.parent = Some(word("parent", value, |id| id.parse().ok().map(MilestoneId))?),
        "deadline" => entry.deadline = date(desk, value)?,
        other => return Err(DeskError::NoSuchWord { what: "field", word: other.to_owned() }),
    }
    Ok(entry)
}

fn role(role: Option<&str>) -> Result<Option<Role>, DeskError> {
    role.filter(|role| !role.is_empty()).map(|role| word("role", role, Role::from_id)).transpose()
}

/// A date as typed; nothing typed is none.
fn date(desk: &Desk, typed: &str) -> Result<Option<Edtf>, DeskError> {
    Some(typed.trim()).filter(|typed| !typed.is_empty()).map(|typed| desk.date_typed(typed)).transpose()
}

pub(crate) fn new_evidence(args: &AttachEvidenceArgs) -> Result<NewEvidence, DeskError> {
    Ok(NewEvidence {
        milestone: MilestoneId(args.milestone),
        article: ArticleId(args.article),
        span: Span::new(args.span.start, args.span.end),
        stance: word("stance", &args.stance, Stance::from_id)?,
        proves: match args.proves.as_deref() {
            Some(proves) => word("proves", proves, Proves::from_id)?,
            None => Proves::Milestone,
        },
    })
}

pub(crate) fn lineage_entry(args: LineageArgs) -> Result<LineageEntry, DeskError> {
    Ok(LineageEntry {
        from: MilestoneId(args.from),
        to: MilestoneId(args.to),
        kind: word("lineage", &args.kind, LineageKind::from_id)?,
        evidence: args.evidence.map(EvidenceId),
        judgement: args.judgement,
    })
}

pub(crate) fn status_entry(desk: &Desk, args: &SetStatusArgs) -> Result<StatusEntry, DeskError> {
    Ok(StatusEntry {
        status: args.status.clone(),
        since: match args.since.as_deref().map(str::trim).filter(|since| !since.is_empty()) {
            Some(since) => Some(desk.date_typed(since)?),
            None => None,
        },
        evidence: args.evidence.iter().copied().map(EvidenceId).collect(),
        judgement: args.judgement.clone(),
    })
}
