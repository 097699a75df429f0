//! What the register says of itself: how far promises have come, which may rest, whose evidence is weak.

use chancery_desk::{Camp, Desk, DeskError, RollUp, RollUpOf, Stalled, StepCount, Warned, Warning};

use super::milestones::as_of;
use crate::dto::*;

pub(crate) fn register_review(desk: &Desk, asked: Option<&AsOfArgs>) -> Result<RegisterReviewDto, DeskError> {
    let as_of = as_of(asked)?;
    let warned = |one: Warned| WarnedDto {
        milestone: one.milestone.0,
        warnings: one.warnings.into_iter().flat_map(warning).collect(),
        steps: one
            .steps
            .into_iter()
            .map(|(id, warnings)| WarnedStepDto {
                id: id.0,
                warnings: warnings.into_iter().flat_map(warning).collect(),
            })
            .collect(),
    };
    let stalled = |one: Stalled| StalledDto { milestone: one.milestone.0, last: one.last.to_string() };
    Ok(RegisterReviewDto {
        roll_ups: desk.roll_ups(as_of)?.into_iter().map(roll_up).collect(),
        stalled: desk.stalled(as_of)?.into_iter().map(stalled).collect(),
        stall_months: desk.stall_months()?,
        warned: desk.warnings(as_of)?.into_iter().map(warned).collect(),
    })
}

pub(super) fn roll_up((of, sum): (RollUpOf, RollUp)) -> RollUpDto {
    let (lane, parent) = match of {
        RollUpOf::Dossier => (None, None),
        RollUpOf::Lane(lane) => (Some(lane), None),
        RollUpOf::Parent(id) => (None, Some(id.0)),
    };
    let step = |one: &StepCount| StepCountDto {
        step: one.step.clone(),
        status: one.sense.id().to_owned(),
        count: one.count,
    };
    RollUpDto {
        lane,
        parent,
        share_done: sum.share_done(),
        steps: sum.steps.iter().map(step).collect(),
        overdue: sum.overdue.iter().map(|id| id.0).collect(),
        next_deadline: sum.next.as_ref().map(|(date, _)| date.to_string()),
        next: sum.next.as_ref().map(|(_, id)| id.0),
    }
}

fn warning(warning: Warning) -> Vec<WarningDto> {
    let told = |what: &str, words: String| WarningDto {
        what: what.to_owned(),
        words,
        evidence: Vec::new(),
        date: None,
    };
    match warning {
        Warning::OneStory => vec![told("one-story", String::new())],
        Warning::OneOutlet(name) => vec![told("one-outlet", name)],
        Warning::OneCamp(Camp::State(country)) => vec![told("one-camp", country)],
        Warning::OneCamp(Camp::Interstate) => vec![told("one-camp", String::new())],
        Warning::OtherDate(others) => others
            .into_iter()
            .map(|(id, words, date)| WarningDto {
                evidence: vec![id.0],
                date: Some(date.to_string()),
                ..told("other-date", words)
            })
            .collect(),
        Warning::Lost(passages) => vec![WarningDto {
            evidence: passages.into_iter().map(|id| id.0).collect(),
            ..told("lost", String::new())
        }],
    }
}
