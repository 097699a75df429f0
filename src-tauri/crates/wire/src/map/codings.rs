//! Codings: passages put under topics by hand.

use chancery_desk::stored::CodingRow;
use chancery_desk::{CodedPassage, CodingChange, Desk, DeskError};
use chancery_model::{ArticleId, Span, TopicId};

use super::articles::{confidence, span};
use super::count;
use crate::dto::*;

pub(super) fn coding(row: CodingRow) -> CodingDto {
    CodingDto {
        id: row.id.0,
        topic: row.coding.topic.0,
        span: span(row.coding.anchor.span),
        exact: row.coding.anchor.exact,
        memo: row.coding.memo,
        at: row.at.0,
    }
}

pub(super) fn codings_in(desk: &Desk, article: ArticleId) -> Result<Vec<CodingDto>, DeskError> {
    Ok(desk.read(|reader| reader.codings_in_article(article))?.into_iter().map(coding).collect())
}

pub(crate) fn coding_page(desk: &Desk, args: CodingsArgs) -> Result<CodingPageDto, DeskError> {
    let page = desk.coded_passages(TopicId(args.topic), args.offset.into(), args.limit)?;
    Ok(CodingPageDto { rows: page.rows.into_iter().map(passage).collect(), total: count(page.total) })
}

fn passage(passage: CodedPassage) -> CodedPassageDto {
    let CodedPassage { row, before, after, article } = passage;
    CodedPassageDto {
        coding: coding(row),
        before,
        after,
        article: article.id.0,
        title: article.title,
        outlet: article.outlet.map(|(_, name)| name),
        published: article.published.map(|published| published.date.to_string()),
        published_confidence: confidence(article.confidence),
    }
}

pub(crate) fn coding_change(args: EditCodingArgs) -> CodingChange {
    CodingChange {
        topic: args.topic.map(TopicId),
        span: args.span.map(|span| Span::new(span.start, span.end)),
        memo: args.memo,
    }
}
