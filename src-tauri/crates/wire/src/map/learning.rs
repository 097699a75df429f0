//! What suggestions are made of, and what decisions do to them.

use chancery_desk::stored::SuggestionRow;
use chancery_desk::{Chosen, Desk, DeskError, Effect, Effects, Word};
use chancery_model::{ArticleId, TopicId};

use super::articles::span;
use super::{articles, count, done, filter, verdict};
use crate::dto::*;

pub(super) fn parts(row: &SuggestionRow) -> Option<ScorePartsDto> {
    let (learned, by) = row.learned.zip(row.learned_by)?;
    Some(ScorePartsDto { rules: row.rules, learned, decisions: by.decisions, weight: by.weight })
}

pub(super) fn words(words: Vec<Word>) -> Vec<LearnedWordDto> {
    let word = |word: Word| LearnedWordDto {
        form: word.form,
        weight: word.weight,
        in_title: word.in_title,
        spans: word.spans.into_iter().map(span).collect(),
    };
    words.into_iter().map(word).collect()
}

/// Articles named of an effect; its counts tell of all.
const NAMED: usize = 100;

impl From<Effect> for EffectDto {
    fn from(effect: Effect) -> Self {
        let named = |ids: &[ArticleId]| ids.iter().take(NAMED).map(|id| id.0).collect();
        Self {
            topic: effect.topic.0,
            slug: effect.slug,
            withdrawn: count(effect.withdrawn.len()),
            fresh: count(effect.new.len()),
            withdrawn_articles: named(&effect.withdrawn),
            fresh_articles: named(&effect.new),
        }
    }
}

pub(crate) fn decided(articles: usize, effects: Effects) -> DecidedDto {
    DecidedDto {
        articles: count(articles),
        effects: effects.topics.into_iter().map(EffectDto::from).collect(),
        later: effects.later,
    }
}

pub(crate) fn decide(desk: &Desk, args: &DecideArgs) -> Result<DoneDto<DecidedDto>, DeskError> {
    let because = args.because.as_deref().unwrap_or_default();
    let (topic, verdict) = (TopicId(args.topic), verdict(args.verdict));
    let chosen = match &args.filter {
        Some(dto) if args.articles.is_empty() => {
            Chosen::Filter(dto.query.clone(), Box::new(filter(desk, dto)?))
        }
        _ if args.articles.is_empty() => return Err(DeskError::Missing("article")),
        // One by one they are asked about and answered as asked, also where nothing changes.
        _ => {
            let decided_on = desk.decide(&articles(&args.articles), topic, verdict, because)?;
            return done(desk, decided_on, |effects| decided(args.articles.len(), effects));
        }
    };
    done(desk, desk.decide_on(&chosen, topic, verdict, because)?, |(articles, effects)| {
        decided(articles, effects)
    })
}

pub(crate) fn nearest(desk: &Desk, args: TopicOnArticleArgs) -> Result<NearbyDto, DeskError> {
    let nearby = desk.nearest_decided(TopicId(args.topic), ArticleId(args.article))?;
    let told = |near: Vec<(ArticleId, f64)>| -> Result<Vec<NearDto>, DeskError> {
        let ids: Vec<ArticleId> = near.iter().map(|(id, _)| *id).collect();
        let rows = desk.read(|reader| reader.article_rows(&ids))?;
        let near = near.into_iter().filter_map(|(id, likeness)| {
            let title = rows.iter().find(|row| row.id == id)?.title.clone();
            Some(NearDto { article: id.0, title, likeness })
        });
        Ok(near.collect())
    };
    Ok(NearbyDto { accepted: told(nearby.accepted)?, rejected: told(nearby.rejected)? })
}
