//! Where the words of a query stand in an article, and whether it answers the query.

use chancery_model::Span;

use super::{index::variants, names::Names};
use crate::{
    analysis::{self, Beginnings, Token},
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

/// A query made ready to be looked for in articles.
#[derive(Debug)]
pub(crate) struct Sought {
    query: Query,
    /// Its terms but for fields, in order.
    terms: Vec<Looked>,
    beginnings: Beginnings,
}

/// What a term is looked for as.
#[derive(Debug)]
enum Looked {
    /// Any of these rows of stems.
    Stems(Vec<Vec<String>>),
    /// Folded forms, one after the other.
    Forms(Vec<String>),
    Prefix(String),
    /// Parts near each other, each in any of its rows of stems.
    Near(Vec<Vec<Vec<String>>>, usize),
}

impl Sought {
    pub(crate) fn of(query: &Query, names: &Names) -> Self {
        let folded = |word: &String| analysis::word(word, None).folded.clone();
        let looked = |(term, _): (&QueryTerm, bool)| {
            Some(match term {
                QueryTerm::Words(words) => Looked::Stems(variants(words, names)),
                QueryTerm::Exact(words) => Looked::Forms(words.iter().map(folded).collect()),
                QueryTerm::Prefix(word) => Looked::Prefix(folded(word)),
                QueryTerm::Near { parts, within } => Looked::Near(
                    parts.iter().map(|part| variants(part, names)).collect(),
                    usize::try_from(*within).unwrap_or(usize::MAX),
                ),
                QueryTerm::Field(_) => return None,
            })
        };
        let terms: Vec<Looked> = query.terms().filter_map(looked).collect();
        let mut beginnings = Beginnings::default();
        for term in &terms {
            match term {
                Looked::Stems(rows) => rows.iter().flatten().for_each(|word| beginnings.add(word)),
                Looked::Forms(forms) => forms.iter().for_each(|form| beginnings.add(form)),
                Looked::Prefix(prefix) => beginnings.add(prefix),
                Looked::Near(parts, _) => {
                    parts.iter().flatten().flatten().for_each(|word| beginnings.add(word));
                }
            }
        }
        Self { query: query.clone(), terms, beginnings }
    }

    /// Reads an article's title and the first `at_most` words of its text. `holds` tells of the fields.
    pub(crate) fn in_article(
        &self,
        read: &Readable,
        at_most: usize,
        holds: impl Fn(&QueryField) -> bool,
    ) -> Found {
        let tokens = |text, furniture| analysis::tokens(text, read.language, furniture, &self.beginnings);
        let title: Vec<Token> = tokens(&read.title, &[]).collect();
        let text: Vec<Token> = tokens(&read.text, &read.furniture).take(at_most).collect();
        let terms = self.terms.iter().enumerate();
        let mut reading =
            Reading { terms, title: &title, text: &text, holds: &holds, found: Found::default() };
        let mut matches = true;
        for ask in &self.query.all {
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

struct Reading<'r, T> {
    /// Those not yet come to.
    terms: T,
    title: &'r [Token],
    text: &'r [Token],
    holds: &'r dyn Fn(&QueryField) -> bool,
    found: Found,
}

impl<'r, T: Iterator<Item = (usize, &'r Looked)>> Reading<'r, T> {
    /// Whether a part holds. What is wanted is kept to be shown; what is denied is not.
    fn holds(&mut self, ask: &Ask, wanted: bool) -> bool {
        match ask {
            // Each is read, so that all that is found can be shown.
            Ask::All(parts) => parts.iter().filter(|part| !self.holds(part, wanted)).count() == 0,
            Ask::Any(parts) => parts.iter().filter(|part| self.holds(part, wanted)).count() > 0,
            Ask::Not(part) => !self.holds(part, !wanted),
            Ask::Term(QueryTerm::Field(field)) => (self.holds)(field),
            Ask::Term(_) => {
                let Some((number, looked)) = self.terms.next() else { return false };
                let (in_title, in_text) = (spans(looked, self.title), spans(looked, self.text));
                let stands = !in_title.is_empty() || !in_text.is_empty();
                if wanted {
                    self.found.in_title.extend(in_title);
                    self.found.in_text.extend(in_text.into_iter().map(|span| (span, number)));
                }
                stands
            }
        }
    }
}

/// Where a term stands.
fn spans(looked: &Looked, tokens: &[Token]) -> Vec<Span> {
    let mut spans: Vec<Span> = match looked {
        Looked::Stems(rows) => {
            places(rows, tokens).into_iter().filter_map(|place| place.span(tokens)).collect()
        }
        Looked::Forms(forms) => {
            let said =
                |window: &&[Token]| window.iter().zip(forms).all(|(token, form)| token.word.folded == *form);
            tokens.windows(forms.len().max(1)).filter(said).filter_map(span_of).collect()
        }
        Looked::Prefix(prefix) => {
            let begins = |token: &&Token| token.word.folded.starts_with(prefix);
            tokens.iter().filter(begins).map(|token| token.span).collect()
        }
        Looked::Near(parts, within) => near(parts, *within, tokens),
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

/// Where any of some rows of stems stands.
fn places(rows: &[Vec<String>], tokens: &[Token]) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    for wanted in rows {
        let said = |window: &[Token]| window.iter().zip(wanted).all(|(token, stem)| token.word.stem == *stem);
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
fn near(parts: &[Vec<Vec<String>>], within: usize, tokens: &[Token]) -> Vec<Span> {
    let all: Vec<Vec<Place>> = parts.iter().map(|rows| places(rows, tokens)).collect();
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
