//! Where the words of a query stand in an article, and whether it answers the query.

use chancery_model::Span;

use super::{index::variants, names::Names};
use crate::{
    analysis::{self, Token},
    article::Readable,
    query::{Ask, Query, QueryField, QueryTerm},
};

/// Where the words of a query stand in an article.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// Whether the article answers the query.
    pub(crate) matches: bool,
    /// In the title.
    pub(crate) in_title: Vec<Span>,
    /// In the text, in order, each with the number of the term it answers to.
    pub(crate) in_text: Vec<(Span, usize)>,
}

impl Found {
    /// Reads an article's title and the first `at_most` words of its text for a query. `holds` tells of the fields.
    pub(crate) fn in_article(
        query: &Query,
        names: &Names,
        read: &Readable,
        at_most: usize,
        holds: impl Fn(&QueryField) -> bool,
    ) -> Self {
        let title: Vec<Token> = analysis::tokens(&read.title, read.language, &[]).collect();
        let text: Vec<Token> =
            analysis::tokens(&read.text, read.language, &read.furniture).take(at_most).collect();
        let mut reading =
            Reading { names, title: &title, text: &text, holds: &holds, number: 0, found: Self::default() };
        let mut matches = true;
        for ask in &query.all {
            matches &= reading.holds(ask, true);
        }
        let mut found = reading.found;
        found.matches = matches;
        found.in_title.sort_unstable();
        found.in_title.dedup();
        found.in_text.sort_unstable();
        found.in_text.dedup_by_key(|(span, _)| *span);
        found
    }
}

struct Reading<'r> {
    names: &'r Names,
    title: &'r [Token],
    text: &'r [Token],
    holds: &'r dyn Fn(&QueryField) -> bool,
    number: usize,
    found: Found,
}

impl Reading<'_> {
    /// Whether a part holds. What is wanted is kept to be shown; what is denied is not.
    fn holds(&mut self, ask: &Ask, wanted: bool) -> bool {
        match ask {
            // Each is read, so that all that is found can be shown.
            Ask::All(parts) => parts.iter().filter(|part| !self.holds(part, wanted)).count() == 0,
            Ask::Any(parts) => parts.iter().filter(|part| self.holds(part, wanted)).count() > 0,
            Ask::Not(part) => !self.holds(part, !wanted),
            Ask::Term(QueryTerm::Field(field)) => (self.holds)(field),
            Ask::Term(term) => {
                let (in_title, in_text) =
                    (spans(term, self.names, self.title), spans(term, self.names, self.text));
                let stands = !in_title.is_empty() || !in_text.is_empty();
                if wanted {
                    self.found.in_title.extend(in_title);
                    let number = self.number;
                    self.found.in_text.extend(in_text.into_iter().map(|span| (span, number)));
                }
                self.number += 1;
                stands
            }
        }
    }
}

/// Where a term stands.
fn spans(term: &QueryTerm, names: &Names, tokens: &[Token]) -> Vec<Span> {
    let mut spans: Vec<Span> = match term {
        QueryTerm::Words(words) => {
            places(words, names, tokens).into_iter().filter_map(|place| place.span(tokens)).collect()
        }
        QueryTerm::Exact(words) => {
            let forms: Vec<_> = words.iter().map(|word| analysis::word(word, None)).collect();
            let said = |window: &&[Token]| {
                window.iter().zip(&forms).all(|(token, form)| token.word.folded == form.folded)
            };
            tokens.windows(forms.len().max(1)).filter(said).filter_map(span_of).collect()
        }
        QueryTerm::Prefix(word) => {
            let wanted = analysis::word(word, None);
            let begins = |token: &&Token| token.word.folded.starts_with(&wanted.folded);
            tokens.iter().filter(begins).map(|token| token.span).collect()
        }
        QueryTerm::Near { parts, within } => near(parts, *within, names, tokens),
        QueryTerm::Field(_) => Vec::new(),
    };
    spans.sort_unstable();
    spans.dedup();
    spans
}

/// Where words stand, by number of token, the end excluded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    start: usize,
    end: usize,
}

impl Place {
    fn span(self, tokens: &[Token]) -> Option<Span> {
        span_of(tokens.get(self.start..self.end)?)
    }
}

fn span_of(window: &[Token]) -> Option<Span> {
    Some(Span::new(window.first()?.span.start, window.last()?.span.end))
}

fn places(words: &[String], names: &Names, tokens: &[Token]) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    for wanted in variants(words, names) {
        let said =
            |window: &[Token]| window.iter().zip(&wanted).all(|(token, stem)| token.word.stem == *stem);
        for (start, window) in tokens.windows(wanted.len()).enumerate() {
            if said(window) {
                places.push(Place { start, end: start + window.len() });
            }
        }
    }
    places.sort_unstable();
    places.dedup();
    places
}

/// The parts of every clump in which at most so many words stand between the end of each and the start of the last.
fn near(parts: &[Vec<String>], within: u32, names: &Names, tokens: &[Token]) -> Vec<Span> {
    let within = usize::try_from(within).unwrap_or(usize::MAX);
    let all: Vec<Vec<Place>> = parts.iter().map(|part| places(part, names, tokens)).collect();
    let mut spans = Vec::new();
    for last in all.iter().flatten() {
        let clump: Option<Vec<Place>> = all
            .iter()
            .map(|places| {
                let upto = places.partition_point(|place| place.start <= last.start);
                let nearest = upto.checked_sub(1).and_then(|index| places.get(index))?;
                (nearest.end.saturating_add(within) >= last.start).then_some(*nearest)
            })
            .collect();
        spans.extend(clump.into_iter().flatten().filter_map(|place| place.span(tokens)));
    }
    spans
}
