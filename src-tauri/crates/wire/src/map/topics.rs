//! The codebook, reasons, verdicts.

use chancery_desk::stored::{ArticleFilter, ArticleSort, TopicCounts, TopicRow};
use chancery_desk::{Desk, DeskError};
use chancery_model::{InLanguages, Reason, TopicId, Verdict};

use super::articles::{confidence, span, state};
use super::count;
use crate::dto::*;

pub(super) fn labels(labels: InLanguages) -> LabelsDto {
    LabelsDto { en: labels.en, ru: labels.ru, be: labels.be }
}

pub(super) fn reasons(reasons: Vec<Reason>) -> Vec<ReasonDto> {
    reasons
        .into_iter()
        .map(|reason| ReasonDto {
            span: reason.span.map(span),
            words: reason.words,
            weight: reason.weight,
            term: reason.term,
        })
        .collect()
}

pub(crate) fn verdict(verdict: VerdictDto) -> Verdict {
    match verdict {
        VerdictDto::Accepted => Verdict::Accepted,
        VerdictDto::Rejected => Verdict::Rejected,
        VerdictDto::ByHand => Verdict::ByHand,
    }
}

pub(crate) fn topics(desk: &Desk) -> Result<Vec<TopicDto>, DeskError> {
    let (rows, counts, codings) =
        desk.read(|reader| Ok((reader.topics()?, reader.topic_counts()?, reader.coding_counts()?)))?;
    let coded = |id: TopicId| codings.get(&id).copied().unwrap_or(0);
    Ok(rows
        .into_iter()
        .map(|row| topic_row(counts.get(&row.id).copied().unwrap_or_default(), coded(row.id), row))
        .collect())
}

fn topic_row(counts: TopicCounts, codings: u64, row: TopicRow) -> TopicDto {
    TopicDto {
        id: row.id.0,
        slug: row.topic.slug,
        parent: row.parent.map(|parent| parent.0),
        group: row.topic.group,
        colour: u8::try_from(row.colour).unwrap_or(0),
        label: labels(row.topic.label),
        definition: labels(row.topic.definition),
        include: labels(row.topic.include),
        exclude: labels(row.topic.exclude),
        threshold: row.topic.threshold,
        terms: count(row.topic.terms.len()),
        suggested: count(counts.suggested),
        accepted: count(counts.accepted),
        rejected: count(counts.rejected),
        by_hand: count(counts.by_hand),
        codings: count(codings),
    }
}

/// Articles shown beside a topic.
const SHOWN: u32 = 500;

pub(crate) fn topic(desk: &Desk, id: TopicId) -> Result<TopicDetailDto, DeskError> {
    let (rows, counts, codings) =
        desk.read(|reader| Ok((reader.topics()?, reader.topic_counts()?, reader.coding_counts()?)))?;
    let row = match rows.into_iter().find(|row| row.id == id) {
        Some(row) => row,
        None => return Err(desk.no_such("topic", id)),
    };
    let terms = row.topic.terms.iter().map(super::topic_edit::term_out).collect();
    let topic =
        topic_row(counts.get(&id).copied().unwrap_or_default(), codings.get(&id).copied().unwrap_or(0), row);
    Ok(TopicDetailDto { topic, terms, articles: topic_articles(desk, id)? })
}

/// The articles a topic is a tag of, suggested for, or rejected on.
fn topic_articles(desk: &Desk, id: TopicId) -> Result<Vec<TopicArticleDto>, DeskError> {
    desk.read(|reader| {
        let filter = ArticleFilter { tagged: vec![id], suggested: vec![id], ..ArticleFilter::default() };
        let mut rows = reader.articles(&filter, ArticleSort::Newest, 0, SHOWN)?.rows;
        rows.extend(reader.article_rows(&reader.rejected_on(id)?)?.into_iter().filter(|row| !row.in_bin));
        let mut articles = Vec::with_capacity(rows.len());
        for row in rows {
            let suggestion = reader.suggestions(row.id)?.into_iter().find(|one| one.topic == id);
            let decision = reader.decisions(row.id)?.into_iter().find(|one| one.topic == id);
            let (score, reasons) = match suggestion {
                Some(row) => (Some(row.suggestion.score), self::reasons(row.suggestion.reasons)),
                None => (None, Vec::new()),
            };
            articles.push(TopicArticleDto {
                article: row.id.0,
                title: row.title,
                outlet: row.outlet.map(|(_, name)| name),
                published: row.published.map(|published| published.date.to_string()),
                published_confidence: confidence(row.confidence),
                state: decision.as_ref().map_or(TopicStateDto::Suggested, |one| state(one.verdict)),
                score,
                because: decision.map(|one| one.because).filter(|because| !because.is_empty()),
                reasons,
            });
        }
        Ok(articles)
    })
}
