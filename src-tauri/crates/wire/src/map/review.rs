//! The review queue, how a topic learns, and what is missed of it.

use chancery_desk::{Desk, DeskError, Estimate, Excerpt, Missed, ReviewItem, TopicLearning};
use chancery_model::{Span, TopicId};

use super::articles::{confidence, span};
use super::learning::{parts, words};
use super::{count, reasons};
use crate::dto::*;

pub(crate) fn review(desk: &Desk, args: ReviewArgs) -> Result<ReviewPageDto, DeskError> {
    let page = desk.review(args.topic.map(TopicId), args.limit as usize)?;
    Ok(ReviewPageDto {
        total: count(page.total),
        skipped: count(page.skipped),
        items: page.items.into_iter().map(item).collect(),
    })
}

fn item(item: ReviewItem) -> ReviewItemDto {
    let suggested = item.suggested;
    ReviewItemDto {
        article: item.row.id.0,
        title: item.row.title,
        outlet: item.row.outlet.map(|(_, name)| name),
        published: item.row.published.map(|published| published.date.to_string()),
        published_confidence: confidence(item.row.confidence),
        language: item.row.language.map(|language| language.code()),
        topic: suggested.row.topic.0,
        slug: suggested.row.suggestion.topic.clone(),
        score: suggested.row.suggestion.score,
        parts: parts(&suggested.row),
        reasons: reasons(suggested.row.suggestion.reasons),
        words: words(suggested.words),
        excerpts: item.excerpts.into_iter().map(excerpt).collect(),
        skipped: item.skipped,
    }
}

fn excerpt(excerpt: Excerpt) -> SnippetDto {
    let from = excerpt.span.start;
    let within = |mark: Span| span(Span::new(mark.start - from, mark.end - from));
    SnippetDto {
        text: excerpt.text,
        marks: excerpt.marks.into_iter().map(within).collect(),
        span: span(excerpt.span),
    }
}

pub(crate) fn topic_learning(learning: TopicLearning) -> TopicLearningDto {
    TopicLearningDto {
        threshold: learning.threshold,
        accepted: count(learning.accepted),
        rejected: count(learning.rejected),
        by_hand: count(learning.by_hand),
        weight: learning.by.map(|by| by.weight),
        curve: learning
            .curve
            .into_iter()
            .map(|stretch| StretchDto {
                decisions: count(stretch.decisions),
                right: count(stretch.right),
                wrong: count(stretch.wrong),
                missed: count(stretch.missed),
            })
            .collect(),
        thresholds: learning
            .thresholds
            .into_iter()
            .map(|one| ConsequenceDto {
                threshold: one.threshold,
                waiting: count(one.waiting),
                right: count(one.right),
                wrong: count(one.wrong),
                missed: count(one.missed),
            })
            .collect(),
        confused: learning
            .confused
            .into_iter()
            .map(|(topic, confused)| ConfusedDto {
                topic: topic.0,
                other_instead: count(confused.other_instead),
                instead_of_other: count(confused.instead_of_other),
            })
            .collect(),
    }
}

pub(crate) fn missed(missed: Option<Missed>) -> Option<MissedDto> {
    let missed = missed?;
    Some(MissedDto {
        frame: count(missed.frame),
        drawn: count(missed.drawn),
        looked: count(missed.looked),
        hits: count(missed.hits),
        next: missed.next.iter().map(|id| id.0).collect(),
        estimate: missed.estimate.map(estimate),
    })
}

fn estimate(estimate: Estimate) -> EstimateDto {
    EstimateDto {
        found: count(estimate.found),
        missed: estimate.missed,
        missed_least: count(estimate.missed_between.0),
        missed_most: count(estimate.missed_between.1),
        recall: estimate.recall,
        recall_least: estimate.recall_between.0,
        recall_most: estimate.recall_between.1,
        enough: estimate.enough,
        needed: estimate.needed.map(count),
    }
}
