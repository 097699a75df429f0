//! Proposals of milestones and evidence.

use chancery_desk::{
    CueLearning, Desk, DeskError, Proposal, ProposalAsk, ProposalEffect, ProposalOrder, ProposedPassage,
    Resembled,
};
use chancery_model::{ArticleId, DatedId, Ladder, MilestoneId, Role, Span};

use super::articles::{confidence, span};
use super::milestones::word;
use super::{count, done};
use crate::dto::*;

pub(crate) fn proposals(desk: &Desk, args: ProposalsArgs) -> Result<ProposalPageDto, DeskError> {
    let order = word("order", &args.order, |id| match id {
        "score" => Some(ProposalOrder::Score),
        "date" => Some(ProposalOrder::Date),
        "article" => Some(ProposalOrder::Article),
        _ => None,
    })?;
    let ask = ProposalAsk { article: args.article.map(ArticleId), order, limit: args.limit as usize };
    let (page, ladder) = (desk.proposals(ask)?, desk.ladder()?);
    Ok(ProposalPageDto {
        total: count(page.total),
        skipped: count(page.skipped),
        decided: count(page.decided),
        reading: page.reading,
        items: page.items.into_iter().map(|one| proposal(one, &ladder)).collect(),
        learned: page.learned.iter().map(cue).collect(),
    })
}

fn proposal(one: Proposal, ladder: &Ladder) -> ProposalDto {
    ProposalDto {
        id: one.id.0,
        score: one.score,
        rules: one.rules,
        learned: one.learned,
        title: one.entry.title,
        kind: one.entry.kind.id().to_owned(),
        lane: one.entry.lane,
        date: one.entry.date.map(|date| date.to_string()).unwrap_or_default(),
        role: one.entry.role.map(Role::id).map(str::to_owned),
        passages: one.passages.into_iter().map(passage).collect(),
        cues: one.cues.iter().map(cue).collect(),
        resembles: one.resembles.map(|one| resembled(one, ladder)),
        skipped: one.skipped,
    }
}

fn passage(one: ProposedPassage) -> ProposedPassageDto {
    let from = one.span.start;
    let within = |inner: Span| span(Span::new(inner.start - from, inner.end - from));
    ProposedPassageDto {
        article: one.row.id.0,
        title: one.row.title,
        outlet: one.row.outlet.map(|(_, name)| name),
        published: one.row.published.map(|published| published.date.to_string()),
        published_confidence: confidence(one.row.confidence),
        language: one.row.language.map(|language| language.code()),
        span: span(one.span),
        exact: one.exact,
        date: one.date.to_string(),
        date_words: one.date_words,
        anchor: one.anchor.id().to_owned(),
        date_span: within(one.date_span),
        cues: one.cues.into_iter().map(|(id, span)| CueHitDto { id, span: within(span) }).collect(),
        copies: count(one.copies),
    }
}

fn cue(one: &CueLearning) -> CueDto {
    CueDto {
        id: one.id.to_owned(),
        sort: one.sort.id().to_owned(),
        weight: one.weight,
        usual: one.usual,
        yes: one.yes,
        no: one.no,
    }
}

fn resembled(one: Resembled, ladder: &Ladder) -> ResembledDto {
    ResembledDto {
        milestone: one.milestone.0,
        title: one.title,
        date: one.date.map(|date| date.to_string()).unwrap_or_default(),
        likeness: one.likeness,
        shared: one.shared,
        same_time: one.same_time,
        told_before: one.told_before,
        status: one.status.and_then(|sense| ladder.of_sense(sense)).map(|step| step.id.clone()),
    }
}

pub(crate) fn proposal_decided(milestone: Option<MilestoneId>, effect: ProposalEffect) -> ProposalDecidedDto {
    let change = |one: chancery_desk::CueChange| CueChangeDto {
        id: one.id.to_owned(),
        before: one.before,
        after: one.after,
    };
    ProposalDecidedDto {
        milestone: milestone.map(|id| id.0),
        cues: effect.cues.into_iter().map(change).collect(),
        withdrawn: count(effect.withdrawn),
        fresh: count(effect.new),
        total: count(effect.total),
    }
}

pub(crate) fn merge_proposal(
    desk: &Desk,
    args: &MergeProposalArgs,
) -> Result<DoneDto<ProposalDecidedDto>, DeskError> {
    let merged = desk.merge_proposal(DatedId(args.id), MilestoneId(args.into), args.status.as_deref())?;
    done(desk, merged, |(id, effect)| proposal_decided(Some(id), effect))
}
