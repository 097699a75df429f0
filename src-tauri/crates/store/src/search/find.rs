//! From a query to what the index is asked, and to the words of a text that answer it.

use chancery_model::{ArticleId, Span};
use rusqlite::Connection;

use crate::{
    Result,
    analysis::{self, Token},
    article::{self, Readable},
    query::{Query, QueryTerm},
    row,
};

use super::names::{self, Names};

/// A prefix is longer than the stems of the words it begins ("integrations*" against "integr"), so some hits of the index
/// have to be read. Beyond this many the prefix is taken by its stem, and the page says so.
const READ_AT_MOST: usize = 2_000;

/// How the articles of a query are found.
pub(crate) enum Matching {
    /// The query asks for nothing.
    Everything,
    /// The index answers: articles that match one expression and not the other.
    Index { matches: Option<String>, without: Option<String>, approximate: bool },
    /// The index answers, but only these ids stood the reading.
    Verified { matches: Option<String>, ids: String },
}

/// Finds out how the articles of a query are found.
pub(crate) fn matching(conn: &Connection, query: &Query) -> Result<Matching> {
    if query.is_empty() {
        return Ok(Matching::Everything);
    }
    let names = names::of(conn, query)?;
    let has_prefix =
        query.all.iter().flatten().chain(&query.none).any(|term| matches!(term, QueryTerm::Prefix(_)));
    let loose = Expression {
        matches: all_of(query, Prefixes::Loose, &names),
        without: none_of(query, Prefixes::Strict, &names),
    };
    if !has_prefix {
        return Ok(Matching::Index { matches: loose.matches, without: loose.without, approximate: false });
    }
    let strict = Expression {
        matches: all_of(query, Prefixes::Strict, &names),
        without: none_of(query, Prefixes::Loose, &names),
    };
    let certain = strict.articles(conn)?;
    let doubtful: Vec<i64> =
        loose.articles(conn)?.into_iter().filter(|id| certain.binary_search(id).is_err()).collect();
    if doubtful.len() > READ_AT_MOST {
        return Ok(Matching::Index { matches: loose.matches, without: loose.without, approximate: true });
    }
    let mut stood = Vec::new();
    for id in doubtful {
        if let Some(read) = article::readable(conn, ArticleId(id))?
            && Found::in_article(query, &names, &read, usize::MAX).matches
        {
            stood.push(id);
        }
    }
    if stood.is_empty() {
        return Ok(Matching::Index { matches: strict.matches, without: strict.without, approximate: false });
    }
    let ids = row::id_list(certain.into_iter().chain(stood));
    Ok(Matching::Verified { matches: loose.matches, ids })
}

/// What the index is asked, in FTS5's own language.
struct Expression {
    matches: Option<String>,
    without: Option<String>,
}

impl Expression {
    /// Ids of the articles that answer, in order.
    fn articles(&self, conn: &Connection) -> Result<Vec<i64>> {
        let without = "SELECT rowid FROM search WHERE search MATCH ?2";
        let sql = match (&self.matches, &self.without) {
            (Some(_), Some(_)) => {
                format!(
                    "SELECT rowid & 4294967295 FROM search WHERE search MATCH ?1 AND rowid NOT IN ({without})"
                )
            }
            (Some(_), None) => {
                "SELECT rowid & 4294967295 FROM search WHERE search MATCH ?1 AND ?2 IS NULL".to_owned()
            }
            (None, Some(_)) => {
                format!("SELECT article_id FROM search_doc WHERE ?1 IS NULL AND docid NOT IN ({without})")
            }
            (None, None) => "SELECT article_id FROM search_doc WHERE ?1 IS NULL AND ?2 IS NULL".to_owned(),
        };
        let mut statement = conn.prepare_cached(&sql)?;
        let mut ids = statement
            .query_map((&self.matches, &self.without), |row| row.get(0))?
            .collect::<rusqlite::Result<Vec<i64>>>()?;
        ids.sort_unstable();
        Ok(ids)
    }
}

/// How a prefix is asked of an index of stems.
#[derive(Clone, Copy)]
enum Prefixes {
    /// Stems that begin so: sure hits, not all of them.
    Strict,
    /// Also stems the prefix may go beyond: all hits, not all of them sure.
    Loose,
}

fn all_of(query: &Query, prefixes: Prefixes, names: &Names) -> Option<String> {
    let groups: Vec<String> = query
        .all
        .iter()
        .map(|group| {
            let terms: Vec<String> = group.iter().map(|term| expression(term, prefixes, names)).collect();
            format!("({})", terms.join(" OR "))
        })
        .collect();
    (!groups.is_empty()).then(|| groups.join(" AND "))
}

fn none_of(query: &Query, prefixes: Prefixes, names: &Names) -> Option<String> {
    let terms: Vec<String> = query.none.iter().map(|term| expression(term, prefixes, names)).collect();
    (!terms.is_empty()).then(|| terms.join(" OR "))
}

fn expression(term: &QueryTerm, prefixes: Prefixes, names: &Names) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut add = |part: String| {
        if !parts.contains(&part) {
            parts.push(part);
        }
    };
    match term {
        QueryTerm::Words(words) => {
            for stems in variants(words, names) {
                add(format!("\"{}\"", stems.join(" ")));
            }
        }
        QueryTerm::Prefix(word) => {
            let (folded, _) = analysis::token(word, None);
            add(format!("\"{folded}\"*"));
            if let Prefixes::Loose = prefixes {
                for stem in analysis::stems_asked(word) {
                    add(format!("\"{stem}\""));
                }
                for (end, _) in folded.char_indices().skip(2) {
                    add(format!("\"{}\"", folded.get(..end).unwrap_or_default()));
                }
            }
        }
    }
    format!("({})", parts.join(" OR "))
}

/// The stems of a word or phrase in each language it may be in, and of a name in other letters. The index does not know an article's language, so reading
/// does not ask for it either: both answer alike.
fn variants(words: &[String], names: &Names) -> Vec<Vec<String>> {
    let mut variants: Vec<Vec<String>> = Vec::new();
    for language in analysis::ASKED {
        let stems: Vec<String> = words
            .iter()
            .map(|word| analysis::token(word, Some(language)).1)
            .filter(|stem| !stem.is_empty())
            .collect();
        if !stems.is_empty() && !variants.contains(&stems) {
            variants.push(stems);
        }
    }
    if let [word] = words
        && let Some(others) = names.get(word)
    {
        variants.extend(others.iter().map(|other| vec![other.stem.clone()]));
    }
    variants
}

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
    /// Reads an article's title and the first `at_most` words of its text for a query.
    pub(crate) fn in_article(query: &Query, names: &Names, read: &Readable, at_most: usize) -> Self {
        let title: Vec<Token> = analysis::tokens(&read.title, read.language, &[]).collect();
        let text: Vec<Token> =
            analysis::tokens(&read.text, read.language, &read.furniture).take(at_most).collect();
        let mut found = Self { matches: true, ..Self::default() };
        let mut number = 0;
        for group in &query.all {
            let mut answered = false;
            for term in group {
                let (in_title, in_text) = (spans(term, names, &title), spans(term, names, &text));
                answered |= !in_title.is_empty() || !in_text.is_empty();
                found.in_title.extend(in_title);
                found.in_text.extend(in_text.into_iter().map(|span| (span, number)));
                number += 1;
            }
            found.matches &= answered;
        }
        for term in &query.none {
            let none = spans(term, names, &title).is_empty() && spans(term, names, &text).is_empty();
            found.matches &= none;
        }
        found.in_title.sort_unstable();
        found.in_title.dedup();
        found.in_text.sort_unstable();
        found.in_text.dedup_by_key(|(span, _)| *span);
        found
    }
}

fn spans(term: &QueryTerm, names: &Names, tokens: &[Token]) -> Vec<Span> {
    match term {
        QueryTerm::Prefix(word) => {
            let (folded, _) = analysis::token(word, None);
            tokens.iter().filter(|token| token.folded.starts_with(&folded)).map(|token| token.span).collect()
        }
        QueryTerm::Words(words) => {
            let mut spans: Vec<Span> = variants(words, names)
                .iter()
                .flat_map(|wanted| tokens.windows(wanted.len()).filter(move |window| is_said(window, wanted)))
                .filter_map(|window| Some(Span::new(window.first()?.span.start, window.last()?.span.end)))
                .collect();
            spans.sort_unstable();
            spans.dedup();
            spans
        }
    }
}

fn is_said(window: &[Token], wanted: &[String]) -> bool {
    window.iter().zip(wanted).all(|(token, stem)| token.stem == *stem)
}
