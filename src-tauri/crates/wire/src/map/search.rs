//! Hits with their passages.

use chancery_desk::stored::{OtherForm, SearchHit};
use chancery_desk::{Desk, DeskError};
use chancery_model::Span;

use super::articles::{confidence, filter, span};
use super::count;
use crate::dto::*;

pub(crate) fn search(desk: &Desk, args: &SearchArgs) -> Result<SearchResultDto, DeskError> {
    let filter = filter(desk, &args.filter)?;
    let page = desk.search(&args.query, filter, args.newest_first, args.offset.into(), args.limit)?;
    Ok(SearchResultDto {
        total: count(page.total),
        hits: page.hits.into_iter().map(hit).collect(),
        read_as: page.read_as,
        expanded: page.expanded.into_iter().map(expanded).collect(),
        literal: Vec::new(),
    })
}

fn expanded((word, forms): (String, Vec<OtherForm>)) -> ExpandedDto {
    ExpandedDto { word, forms: forms.into_iter().map(|other| other.form).collect() }
}

fn hit(hit: SearchHit) -> SearchHitDto {
    let window = hit.snippet.window;
    let marks = hit
        .snippet
        .passages
        .iter()
        .filter(|passage| window.contains(passage))
        .map(|passage| span(Span::new(passage.start - window.start, passage.end - window.start)));
    let snippet = SnippetDto { text: hit.snippet.text.clone(), marks: marks.collect(), span: span(window) };
    SearchHitDto {
        article: hit.row.id.0,
        title: hit.row.title,
        outlet: hit.row.outlet.map(|(_, name)| name),
        published: hit.row.published.map(|published| published.date.to_string()),
        published_confidence: confidence(hit.row.confidence),
        language: hit.row.language.map(|language| language.code()),
        snippets: vec![snippet],
    }
}
