//! Hits with their passages.

use chancery_desk::stored::{ExplainedTerm, Hint, OtherForm, SearchHit, Total, Unread};
use chancery_desk::{Desk, DeskError};
use chancery_model::Span;

use super::articles::{confidence, filter, span};
use super::count;
use crate::dto::*;

pub(crate) fn search(desk: &Desk, args: &SearchArgs) -> Result<SearchResultDto, DeskError> {
    let filter = filter(desk, &args.filter)?;
    let (turn, part) = (args.turn.map(u64::from), (args.offset.into(), args.limit));
    let page = desk.search_in_turn(turn, &args.query, filter, args.newest_first, part)?;
    let (total, counted) = total(page.total);
    Ok(SearchResultDto {
        total,
        counted,
        ranked: page.ranked.map(count),
        hits: page.hits.into_iter().map(hit).collect(),
        read_as: page.read_as,
        expanded: page.expanded.into_iter().map(expanded).collect(),
        hints: page.hints.into_iter().map(hint).collect(),
        partly: !desk.read(|reader| reader.search_index_is_current())?,
    })
}

pub(crate) fn search_count(desk: &Desk, args: &SearchArgs) -> Result<SearchCountDto, DeskError> {
    let (total, counted) =
        total(desk.count_in_turn(args.turn.map(u64::from), &args.query, filter(desk, &args.filter)?)?);
    Ok(SearchCountDto { total, counted })
}

fn total(total: Total) -> (u32, CountedDto) {
    let counted = match total {
        Total::Exact(_) => CountedDto::Exactly,
        Total::AtMost(_) => CountedDto::AtMost,
        Total::AtLeast(_) => CountedDto::AtLeast,
    };
    (count(total.articles()), counted)
}

pub(crate) fn explain(desk: &Desk, args: &ExplainArgs) -> Result<ExplanationDto, DeskError> {
    let explanation = desk.explain(&args.query, args.as_typed)?;
    Ok(ExplanationDto {
        read_as: explanation.read_as,
        terms: explanation.terms.into_iter().map(explained).collect(),
        hints: explanation.hints.into_iter().map(hint).collect(),
    })
}

fn explained(term: ExplainedTerm) -> ExplainedTermDto {
    ExplainedTermDto {
        term: term.term,
        wanted: term.wanted,
        looked_for: term.looked_for,
        index: term.index,
        articles: count(term.articles),
        at_most: term.at_most,
    }
}

pub(super) fn hint(hint: Hint) -> HintDto {
    let why = match hint.why {
        Unread::NoSuchField => UnreadDto::NoSuchField,
        Unread::Star => UnreadDto::Star,
        Unread::NotNear => UnreadDto::NotNear,
        Unread::NoValue => UnreadDto::NoValue,
        Unread::NotADate => UnreadDto::NotADate,
        Unread::NotALanguage => UnreadDto::NotALanguage,
        Unread::NotHad => UnreadDto::NotHad,
        Unread::NothingCalledSo => UnreadDto::NothingCalledSo,
        Unread::TooMany => UnreadDto::TooMany,
    };
    HintDto { typed: hint.typed, why, literal: hint.why.is_literal() }
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
        title_marks: hit.snippet.in_title.iter().copied().map(span).collect(),
        outlet: hit.row.outlet.map(|(_, name)| name),
        published: hit.row.published.map(|published| published.date.to_string()),
        published_confidence: confidence(hit.row.confidence),
        language: hit.row.language.map(|language| language.code()),
        snippets: vec![snippet],
    }
}
