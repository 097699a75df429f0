//! Hits with the passages that answer the query.

use chancery_model::{CodePoints, Span};

use super::{found::Found, names::OtherForm};
use crate::{
    ArticleFilter, ArticleRow, ArticleSort, Reader, Result, Total,
    article::{self, Readable, TextsOfRows},
    query::Hint,
};

/// Words of a text read for passages: beyond, a hit is shown without its passage rather than late.
const READ_WORDS: u32 = 200_000;

/// Code points of a snippet, about.
const WINDOW: u32 = 240;

/// Passages given with a hit.
const PASSAGES: usize = 50;

/// What of an article answers the query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippet {
    /// The piece of the text shown: code points of the article's text.
    pub window: Span,
    /// Its words.
    pub text: String,
    /// Passages that match, in code points of the article's text, in order; those in the window and the first others.
    pub passages: Vec<Span>,
    /// Passages that match in the title, in code points of the title.
    pub in_title: Vec<Span>,
}

/// An article that answers a query.
#[derive(Clone, Debug, PartialEq)]
pub struct SearchHit {
    /// The article.
    pub row: ArticleRow,
    /// The passages that answer.
    pub snippet: Snippet,
}

/// One page of hits.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchPage {
    /// The hits of the page.
    pub hits: Vec<SearchHit>,
    /// How many there are in all, as far as that is known by now: [`Reader::count`] tells it.
    pub total: Total,
    /// Best first was asked for, and only the newest so many are ranked; the others follow by day.
    pub ranked: Option<u64>,
    /// The query as it was read.
    pub read_as: String,
    /// What of it was not read as it may have been meant.
    pub hints: Vec<Hint>,
    /// The words of it that are looked for in other letters, too, and as what.
    pub expanded: Vec<(String, Vec<OtherForm>)>,
}

impl Reader<'_> {
    /// A page of hits of the filter's query, under its other conditions, each with the passages that answer.
    ///
    /// # Errors
    /// `Damaged` where a row cannot be read.
    pub fn search(
        &self,
        filter: &ArticleFilter,
        sort: ArticleSort,
        offset: u64,
        limit: u32,
    ) -> Result<SearchPage> {
        self.within(|conn| {
            let mut page = article::list_page(conn, self.columns(), filter, sort, offset, limit)?;
            let understood = page.understood_of(conn, filter)?;
            let rows = article::rows_of(conn, &page.ids)?;
            let mut texts = TextsOfRows::of(conn, &rows)?;
            let mut hits = Vec::with_capacity(rows.len());
            for row in rows {
                let Some(read) = texts.read(&row)? else { continue };
                let found = understood.sought().in_article(&read, READ_WORDS, |_| true);
                hits.push(SearchHit { row, snippet: snippet(&read, found) });
            }
            Ok(SearchPage {
                hits,
                total: page.total,
                ranked: page.ranked,
                read_as: understood.query.to_string(),
                hints: understood.left_out,
                expanded: understood.names.into_iter().collect(),
            })
        })
    }
}

fn snippet(read: &Readable, found: Found) -> Snippet {
    let points = CodePoints::new(&read.text);
    let window = window(read, &points, &found.in_text);
    let near = found.in_text.iter().map(|(span, _)| *span).filter(|span| window.contains(span));
    let far = found.in_text.iter().map(|(span, _)| *span).filter(|span| !window.contains(span));
    let mut passages: Vec<Span> = near.chain(far).take(PASSAGES).collect();
    passages.sort_unstable();
    Snippet {
        window,
        text: points.slice(window).unwrap_or_default().to_owned(),
        passages,
        in_title: found.in_title,
    }
}

/// The stretch of text with the most different terms of the query in it; without any, the beginning of the article.
fn window(read: &Readable, points: &CodePoints<'_>, passages: &[(Span, usize)]) -> Span {
    let terms_from = |index: usize| {
        let Some((first, _)) = passages.get(index) else { return 0 };
        let near = passages.iter().skip(index).take_while(|(span, _)| span.end <= first.start + WINDOW);
        near.map(|(_, term)| *term).collect::<std::collections::BTreeSet<_>>().len()
    };
    let best = (0..passages.len().min(1000)).rev().max_by_key(|index| terms_from(*index));
    let (from, to) = match best.and_then(|index| passages.get(index)) {
        Some((span, _)) => (span.start.saturating_sub(WINDOW / 4), (span.start + WINDOW).max(span.end)),
        None => {
            let mut start = 0;
            for piece in &read.furniture {
                if piece.span.start <= start + 1 && piece.span.end > start {
                    start = piece.span.end;
                }
            }
            (start, start + WINDOW)
        }
    };
    let held = best.and_then(|index| passages.get(index)).map_or(Span::new(from, from), |(span, _)| *span);
    let (mut from, mut to) = (from.min(points.len()), to.min(points.len()));
    // Furniture on either side is not shown.
    for piece in &read.furniture {
        if piece.span.end <= held.start {
            from = from.max(piece.span.end);
        }
        if piece.span.start >= held.end && piece.span.start >= from {
            to = to.min(piece.span.start);
        }
    }
    whole_words(points, Span::new(from, to), held)
}

/// Moves the ends inwards so that no word is cut; the held passage stays inside.
fn whole_words(points: &CodePoints<'_>, window: Span, held: Span) -> Span {
    let text: Vec<char> = points.slice(window).unwrap_or_default().chars().collect();
    let at = |position: u32| {
        usize::try_from(position - window.start).ok().and_then(|index| text.get(index)).copied()
    };
    let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let starts_word = window.start == 0
        || blank(
            points.slice(Span::new(window.start - 1, window.start)).and_then(|before| before.chars().next()),
        );
    let (mut from, mut to) = (window.start, window.end);
    if !starts_word {
        while from < to && from < held.start && !blank(at(from)) {
            from += 1;
        }
    }
    while from < to && from < held.start && blank(at(from)) {
        from += 1;
    }
    let cut = points.slice(Span::new(to, to + 1)).and_then(|after| after.chars().next());
    if !blank(cut) {
        let mut end = to;
        while end > held.end.max(from) && !blank(at(end - 1)) {
            end -= 1;
        }
        // A text without blanks has no better place to end.
        if end > from {
            to = end;
        }
    }
    while to > held.end.max(from) && blank(at(to - 1)) {
        to -= 1;
    }
    Span::new(from, to)
}
