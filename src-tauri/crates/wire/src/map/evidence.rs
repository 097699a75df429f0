//! Passages that may become evidence, and evidence by the dozen.

use chancery_desk::{Around, Attached, Desk, DeskError, FoundPassage, Gets, Given, Speaks};
use chancery_model::{ArticleId, EvidenceId, MilestoneId, Proves, Span, Stance};

use super::articles::{confidence, span};
use super::milestones::{milestone_added, word};
use super::{count, done};
use crate::dto::*;

pub(crate) fn passages_around(
    desk: &Desk,
    args: &PassagesAroundArgs,
) -> Result<Vec<FoundPassageDto>, DeskError> {
    let found = |one: &AroundArgs| Around {
        article: ArticleId(one.article),
        found: one.found.iter().map(|found| Span::new(found.start, found.end)).collect(),
        sentences: args.sentences as usize,
    };
    let passages = desk.passages_around(&args.around.iter().map(found).collect::<Vec<_>>())?;
    let places: Vec<_> = passages.iter().map(|one| (one.row.id, one.anchor.span)).collect();
    let known = match args.milestone {
        Some(id) => desk.known_passages(MilestoneId(id), &places)?,
        None => vec![false; places.len()],
    };
    Ok(passages.into_iter().zip(known).map(|(one, known)| found_passage(one, known)).collect())
}

fn found_passage(one: FoundPassage, known: bool) -> FoundPassageDto {
    let from = one.anchor.span.start;
    FoundPassageDto {
        article: one.row.id.0,
        title: one.row.title,
        outlet: one.row.outlet.map(|(_, name)| name),
        published: one.row.published.map(|published| published.date.to_string()),
        published_confidence: confidence(one.row.confidence),
        language: one.row.language.map(|language| language.code()),
        span: span(one.anchor.span),
        exact: one.anchor.exact,
        found: one.found.iter().map(|it| span(Span::new(it.start - from, it.end - from))).collect(),
        sentences: count(one.sentences),
        widens: one.widens,
        known,
    }
}

fn places(passages: &[PassageArgs]) -> Vec<(ArticleId, Span)> {
    passages.iter().map(|one| (ArticleId(one.article), Span::new(one.span.start, one.span.end))).collect()
}

pub(crate) fn evidence_ids(ids: &[i64]) -> Vec<EvidenceId> {
    ids.iter().copied().map(EvidenceId).collect()
}

pub(crate) fn guess(desk: &Desk, args: &PassagesArgs) -> Result<GuessDto, DeskError> {
    let guessed = desk.guess_milestone_of(&places(&args.passages))?;
    Ok(GuessDto {
        title: guessed.entry.title,
        kind: guessed.entry.kind.id().to_owned(),
        lane: guessed.entry.lane,
        date: guessed.entry.date.map(|date| date.to_string()).unwrap_or_default(),
        date_words: guessed.date_words,
    })
}

pub(crate) fn attach_passages(
    desk: &Desk,
    args: AttachPassagesArgs,
) -> Result<DoneDto<AttachedDto>, DeskError> {
    let speaks = Speaks {
        stance: word("stance", &args.stance, Stance::from_id)?,
        proves: match args.proves.as_deref() {
            Some(proves) => word("proves", proves, Proves::from_id)?,
            None => Proves::Milestone,
        },
    };
    let entry = args.new.map(|new| milestone_added(desk, new)).transpose()?;
    let gets = match (&entry, args.milestone) {
        (Some(entry), _) => Gets::New(entry),
        (None, Some(id)) => Gets::There(MilestoneId(id)),
        (None, None) => return Err(DeskError::Missing("milestone")),
    };
    done(desk, desk.attach_passages(gets, &places(&args.passages), speaks)?, attached)
}

fn attached(one: Attached) -> AttachedDto {
    AttachedDto {
        milestone: one.milestone.0,
        evidence: one.evidence.into_iter().map(|id| id.0).collect(),
        known: count(one.known),
    }
}

pub(crate) fn give_evidence(desk: &Desk, args: &GiveEvidenceArgs) -> Result<DoneDto<GivenDto>, DeskError> {
    let given = desk.give_evidence(&evidence_ids(&args.ids), MilestoneId(args.to), args.keep)?;
    let dto =
        |one: Given| GivenDto { given: count(one.given), known: count(one.known), steps: count(one.steps) };
    done(desk, given, dto)
}

pub(crate) fn set_stance(desk: &Desk, args: &EvidenceStanceArgs) -> Result<DoneDto<NothingDto>, DeskError> {
    let stance = word("stance", &args.stance, Stance::from_id)?;
    done(desk, desk.set_stance(&evidence_ids(&args.ids), stance)?, |()| NothingDto {})
}
