//! Where the words of a query stand in an article, and whether it answers the query.

use chancery_model::Span;
use chancery_text::beginnings;

use super::{
    index::{combinations, variants},
    names::Names,
};
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
    asked: Beginnings,
}

/// What a term is looked for as.
#[derive(Debug)]
enum Looked {
    /// Any of these rows of stems.
    Stems(Vec<Vec<String>>),
    /// Folded forms, one after the other.
    Forms(Vec<String>),
    /// Words that begin with one of these, or whose stems do.
    Prefix(Vec<String>),
    /// Parts near each other, in any of some ways: the stems of each part.
    Near(Vec<Vec<Vec<String>>>, u32),
}

impl Sought {
    pub(crate) fn of(query: &Query, names: &Names) -> Self {
        let folded = |word: &String| analysis::word(word, None).folded.clone();
        let looked = |(term, _): (&QueryTerm, bool)| {
            Some(match term {
                QueryTerm::Words(words) => Looked::Stems(variants(words, names)),
                QueryTerm::Exact(words) => Looked::Forms(words.iter().map(folded).collect()),
                QueryTerm::Prefix(word) => Looked::Prefix(beginnings(&folded(word))),
                QueryTerm::Near { parts, within } => Looked::Near(combinations(parts, names), *within),
                QueryTerm::Field(_) => return None,
            })
        };
        let terms: Vec<Looked> = query.terms().filter_map(looked).collect();
        let mut asked = Beginnings::default();
        for term in &terms {
            match term {
                Looked::Stems(rows) => rows.iter().flatten().for_each(|word| asked.add(word)),
                Looked::Forms(forms) => forms.iter().for_each(|form| asked.add(form)),
                Looked::Prefix(all) => all.iter().for_each(|beginning| asked.add(beginning)),
                Looked::Near(ways, _) => {
                    ways.iter().flatten().flatten().for_each(|word| asked.add(word));
                }
            }
        }
        Self { query: query.clone(), terms, asked }
    }

    /// Reads an article's title and the first `at_most` words of its text. `holds` tells of the fields.
    pub(crate) fn in_article(
        &self,
        read: &Readable,
        at_most: u32,
        holds: impl Fn(&QueryField) -> bool,
    ) -> Found {
        let tokens = |text, furniture| analysis::tokens(text, read.language, furniture, &self.asked);
        let title: Vec<Token> = tokens(&read.title, &[]).collect();
        let text: Vec<Token> =
            tokens(&read.text, &read.furniture).take_while(|token| token.place < at_most).collect();
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
        Looked::Stems(rows) => places(rows, tokens).into_iter().map(|place| place.span).collect(),
        Looked::Forms(forms) => {
            standing(tokens, forms, |token| &token.word.folded).map(|place| place.span).collect()
        }
        Looked::Prefix(all) => {
            let begins = |token: &&Token| all.iter().any(|beginning| token.word.begins(beginning));
            tokens.iter().filter(begins).map(|token| token.span).collect()
        }
        Looked::Near(ways, within) => ways.iter().flat_map(|parts| near(parts, *within, tokens)).collect(),
    };
    spans.sort_unstable();
    spans.dedup();
    spans
}

/// Where words stand, by number of word, the end excluded, and in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    start: u32,
    end: u32,
    span: Span,
}

/// Where words stand one after the other; `of` tells what of a token is compared.
fn standing<'t>(
    tokens: &'t [Token],
    words: &'t [String],
    of: fn(&Token) -> &String,
) -> impl Iterator<Item = Place> + 't {
    tokens.windows(words.len().max(1)).filter_map(move |window| {
        let (first, last) = (window.first()?, window.last()?);
        let in_a_row = usize::try_from(last.place - first.place).is_ok_and(|far| far + 1 == window.len());
        let said = in_a_row && window.iter().zip(words).all(|(token, word)| of(token) == word);
        said.then(|| Place {
            start: first.place,
            end: last.place + 1,
            span: Span::new(first.span.start, last.span.end),
        })
    })
}

/// Where any of some rows of stems stands.
fn places<'t>(rows: &'t [Vec<String>], tokens: &'t [Token]) -> Vec<Place> {
    let standing = |row: &'t Vec<String>| standing(tokens, row, |token| &token.word.stem);
    let mut places: Vec<Place> = rows.iter().flat_map(standing).collect();
    places.sort_unstable();
    places.dedup();
    places
}

/// The parts of every clump in which at most so many words stand between the end of each and the start of the last.
fn near(parts: &[Vec<String>], within: u32, tokens: &[Token]) -> Vec<Span> {
    let all: Vec<Vec<Place>> =
        parts.iter().map(|stems| places(std::slice::from_ref(stems), tokens)).collect();
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
        spans.extend(clump.into_iter().flatten().map(|place| place.span));
    }
    spans
}
