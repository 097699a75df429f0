//! Every passage that answers a query, with the words around it: keyword in context.

use chancery_model::{ArticleId, CodePoints, Span};
use chancery_text::{fold, word_indices};
use rusqlite::Connection;

use super::{find::Understood, found::Sought};
use crate::{
    ArticleFilter, ArticleRow, ArticleSort, Reader, Result,
    article::{self, Readable, Total},
    query::{Hint, Query},
};

/// Words of a text read for passages.
const READ_WORDS: u32 = 200_000;

/// Articles read for one concordance.
const READ_AT_MOST: u32 = 5_000;

/// Code points shown on either side, about.
const AROUND: u32 = 90;

/// Words on either side that lines are put in order by.
const COMPARED: usize = 6;

/// A passage with what stands around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContextLine {
    /// Which of the concordance's articles it stands in.
    pub article: usize,
    /// It stands in the title, not in the text.
    pub in_title: bool,
    /// Where, in code points of title or text.
    pub span: Span,
    /// What stands before it; blanks are single.
    pub left: String,
    /// The passage.
    pub found: String,
    /// What stands after it.
    pub right: String,
}

/// A concordance: every passage found, newest article first, and its other orders.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Concordance {
    /// The articles that have a line.
    pub articles: Vec<ArticleRow>,
    /// The lines, the newest article first, within it in order.
    pub lines: Vec<ContextLine>,
    /// Places in `lines`, by the words before, the nearest first.
    pub by_left: Vec<usize>,
    /// The same by the words after.
    pub by_right: Vec<usize>,
    /// The same by the words found, then by those after.
    pub by_found: Vec<usize>,
    /// How many articles were read.
    pub read: u64,
    /// How many articles answer the query.
    pub total: u64,
    /// `total` is an upper bound.
    pub at_most: bool,
    /// There are passages that are not among the lines.
    pub more: bool,
    /// The query as it was read.
    pub read_as: String,
    /// What of it was not read as it may have been meant.
    pub hints: Vec<Hint>,
}

impl Reader<'_> {
    /// The passages of the filter's query with the words around them, at most `limit`, the newest articles first.
    ///
    /// # Errors
    /// `Damaged` where a row cannot be read.
    pub fn concordance(&self, filter: &ArticleFilter, limit: usize) -> Result<Concordance> {
        self.within(|conn| {
            let mut page =
                article::list_page(conn, self.columns(), filter, ArticleSort::Newest, 0, READ_AT_MOST)?;
            let total = match page.total {
                Total::AtLeast(_) => self.count(filter)?,
                known => known,
            };
            let understood = page.understood_of(conn, filter)?;
            let mut told = Concordance {
                total: total.articles(),
                at_most: matches!(total, Total::AtMost(_)),
                read_as: understood.query.to_string(),
                hints: understood.left_out.clone(),
                ..Concordance::default()
            };
            let passages = Passages(understood.into_sought());
            let mut ids = Vec::new();
            for id in &page.ids {
                if told.lines.len() >= limit {
                    break;
                }
                told.read += 1;
                let Some(read) = article::readable(conn, *id)? else { continue };
                let before = told.lines.len();
                passages.lines(&read, ids.len(), &mut told.lines);
                if told.lines.len() > before {
                    ids.push(*id);
                }
            }
            told.more = told.lines.len() > limit || told.read < told.total;
            told.lines.truncate(limit);
            told.articles = article::rows_of(conn, &ids)?;
            told.sort();
            Ok(told)
        })
    }
}

impl Concordance {
    fn sort(&mut self) {
        let keys: Vec<Neighbours> = self.lines.iter().map(Neighbours::of).collect();
        self.by_left = order(&keys, |one| (&one.left, &one.found));
        self.by_right = order(&keys, |one| (&one.right, &one.found));
        self.by_found = order(&keys, |one| (&one.found, &one.right));
    }
}

/// Folded words of a line, to put it in order by.
struct Neighbours {
    /// The nearest first.
    left: Vec<String>,
    found: Vec<String>,
    right: Vec<String>,
}

impl Neighbours {
    fn of(line: &ContextLine) -> Self {
        let words = |text: &str| word_indices(text).map(|(_, word)| fold(word)).collect::<Vec<_>>();
        let (mut left, mut right) = (words(&line.left), words(&line.right));
        left.reverse();
        left.truncate(COMPARED);
        right.truncate(COMPARED);
        Self { left, found: words(&line.found), right }
    }
}

/// Places in order; what is alike keeps its place.
fn order<'k, K: Ord>(keys: &'k [Neighbours], by: impl Fn(&'k Neighbours) -> K) -> Vec<usize> {
    let mut places: Vec<(K, usize)> = keys.iter().enumerate().map(|(at, key)| (by(key), at)).collect();
    places.sort();
    places.into_iter().map(|(_, at)| at).collect()
}

/// Finds the passages of a query.
pub(crate) struct Passages(Sought);

impl Passages {
    pub(crate) fn of(conn: &Connection, query: &Query) -> Result<Self> {
        Ok(Self(Understood::of(conn, None, query)?.into_sought()))
    }

    /// How many there are in an article, title and text.
    pub(crate) fn count(&self, conn: &Connection, id: ArticleId) -> Result<usize> {
        let Some(read) = article::readable(conn, id)? else { return Ok(0) };
        let (title, text) = self.spans(&read);
        Ok(title.len() + text.len())
    }

    /// Where they stand in title and text; what lies within another is part of it.
    fn spans(&self, read: &Readable) -> (Vec<Span>, Vec<Span>) {
        let found = self.0.in_article(read, READ_WORDS, |_| true);
        let text = found.in_text.into_iter().map(|(span, _)| span);
        (outermost(found.in_title), outermost(text))
    }

    fn lines(&self, read: &Readable, article: usize, lines: &mut Vec<ContextLine>) {
        let (title, text) = self.spans(read);
        let points = CodePoints::new(&read.title);
        let whole = Span::new(0, points.len());
        lines.extend(title.into_iter().map(|span| line(&points, whole, span, article, true)));
        let points = CodePoints::new(&read.text);
        lines.extend(text.into_iter().map(|span| {
            let mut within = Span::new(0, points.len());
            // Furniture on either side is not shown.
            for piece in &read.furniture {
                if piece.span.end <= span.start {
                    within.start = within.start.max(piece.span.end);
                } else if piece.span.start >= span.end {
                    within.end = within.end.min(piece.span.start);
                }
            }
            line(&points, within, span, article, false)
        }));
    }
}

fn outermost(spans: impl IntoIterator<Item = Span>) -> Vec<Span> {
    let mut kept: Vec<Span> = Vec::new();
    for span in spans {
        match kept.last_mut() {
            Some(last) if last.contains(&span) => {}
            Some(last) if span.contains(last) => *last = span,
            _ => kept.push(span),
        }
    }
    kept
}

fn line(points: &CodePoints<'_>, within: Span, span: Span, article: usize, in_title: bool) -> ContextLine {
    let from = span.start.saturating_sub(AROUND).max(within.start);
    let to = (span.end + AROUND).min(within.end);
    let slice = |from: u32, to: u32| points.slice(Span::new(from, to.max(from))).unwrap_or_default();
    let mut left = slice(from, span.start);
    if from > within.start
        && let Some((_, whole)) = left.split_once(char::is_whitespace)
    {
        left = whole;
    }
    let mut right = slice(span.end, to);
    if to < within.end
        && let Some((whole, _)) = right.rsplit_once(char::is_whitespace)
    {
        right = whole;
    }
    ContextLine {
        article,
        in_title,
        span,
        left: single_blanks(left).trim_start().to_owned(),
        found: single_blanks(slice(span.start, span.end)),
        right: single_blanks(right).trim_end().to_owned(),
    }
}

/// Line ends and rows of blanks as one blank, which is kept at the ends: it tells where a word is cut off by punctuation.
fn single_blanks(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let c = if c.is_whitespace() { ' ' } else { c };
        if c != ' ' || !out.ends_with(' ') {
            out.push(c);
        }
    }
    out
}
