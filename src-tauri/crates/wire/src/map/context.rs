//! Keyword in context.

use chancery_desk::stored::{ArticleFilter, ArticleRow, ContextLine};
use chancery_desk::{Desk, DeskError};

use super::articles::{confidence, span};
use super::count;
use super::search::hint;
use crate::dto::*;

pub(crate) fn concordance(desk: &Desk, args: &ContextArgs) -> Result<ContextDto, DeskError> {
    let filter = ArticleFilter { as_typed: args.as_typed, stories: args.stories, ..ArticleFilter::default() };
    let told = desk.concordance(&args.query, filter, usize::try_from(args.limit).unwrap_or(usize::MAX))?;
    let places = |places: Vec<usize>| places.into_iter().map(count).collect();
    let lines = told.lines.into_iter().filter_map(|one| Some(line(told.articles.get(one.article)?, one)));
    Ok(ContextDto {
        lines: lines.collect(),
        by_left: places(told.by_left),
        by_right: places(told.by_right),
        by_found: places(told.by_found),
        read: count(told.read),
        total: count(told.total),
        at_most: told.at_most,
        more: told.more,
        read_as: told.read_as,
        hints: told.hints.into_iter().map(hint).collect(),
    })
}

fn line(article: &ArticleRow, line: ContextLine) -> ContextLineDto {
    ContextLineDto {
        article: article.id.0,
        in_title: line.in_title,
        span: span(line.span),
        left: line.left,
        found: line.found,
        right: line.right,
        title: article.title.clone(),
        outlet: article.outlet.as_ref().map(|(_, name)| name.clone()),
        published: article.published.as_ref().map(|published| published.date.to_string()),
        published_confidence: confidence(article.confidence),
        language: article.language.map(|language| language.code()),
    }
}
