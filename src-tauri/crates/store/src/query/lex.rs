//! The parts of a query as typed.

use super::QueryFieldName;

/// A part of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'t> {
    Open,
    Close,
    /// `-` or `NOT`.
    Not,
    Or,
    And,
    /// `NEAR` between two parts, with its number of words.
    Near {
        typed: &'t str,
        within: Option<u32>,
    },
    /// `NEAR(…)`, with what stands in the brackets.
    NearCall(&'t str),
    Chunk(Chunk<'t>),
}

/// Words as typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Chunk<'t> {
    pub(super) text: &'t str,
    pub(super) quoted: bool,
    pub(super) exact: bool,
    /// The field they are asked of.
    pub(super) field: Option<QueryFieldName>,
    /// With field and quotes.
    pub(super) typed: &'t str,
}

/// Splits a query into its parts.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let (token, after) = match first {
            '(' => (Some(Token::Open), skip(rest, 1)),
            ')' => (Some(Token::Close), skip(rest, 1)),
            '-' => minus(rest),
            _ => chunk_or_word(rest),
        };
        tokens.extend(token);
        rest = after.trim_start();
    }
    tokens
}

/// A minus denies what follows it without a blank; a row of them is a dash.
fn minus(rest: &str) -> (Option<Token<'_>>, &str) {
    let after = skip(rest, 1);
    let denies = after.starts_with(|c: char| !c.is_whitespace() && c != '-' && c != ')');
    if denies { (Some(Token::Not), after) } else { (None, after.trim_start_matches('-')) }
}

fn chunk_or_word(rest: &str) -> (Option<Token<'_>>, &str) {
    if let Some(inside) = rest.strip_prefix("NEAR(") {
        let (inside, after) = inside.split_once(')').unwrap_or((inside, ""));
        return (Some(Token::NearCall(inside)), after);
    }
    let (chunk, after) = chunk(rest);
    let plain = !chunk.quoted && !chunk.exact && chunk.field.is_none();
    let token = match chunk.text {
        "OR" if plain => Token::Or,
        "AND" if plain => Token::And,
        "NOT" if plain => Token::Not,
        "NEAR" if plain => Token::Near { typed: chunk.typed, within: None },
        text if plain => match text.strip_prefix("NEAR/").map(str::parse) {
            Some(Ok(within)) => Token::Near { typed: chunk.typed, within: Some(within) },
            _ => Token::Chunk(chunk),
        },
        _ => Token::Chunk(chunk),
    };
    (Some(token), after)
}

fn chunk(rest: &str) -> (Chunk<'_>, &str) {
    let mut body = rest;
    let mut field = None;
    let letters = body.find(|c: char| !c.is_alphabetic()).unwrap_or(body.len());
    let (name, after) = body.split_at(letters);
    if let (Some(name), Some(after)) = (QueryFieldName::from_word(name), after.strip_prefix(':')) {
        (field, body) = (Some(name), after);
    }
    let mut exact = false;
    if field.is_none()
        && let Some(after) = body.strip_prefix('=')
    {
        (exact, body) = (true, after);
    }
    let (text, quoted, after) = match body.strip_prefix('"') {
        Some(inside) => {
            let (text, after) = inside.split_once('"').unwrap_or((inside, ""));
            (text, true, after)
        }
        None => {
            let end =
                body.find(|c: char| c.is_whitespace() || matches!(c, '"' | '(' | ')')).unwrap_or(body.len());
            let (text, after) = body.split_at(end);
            (text, false, after)
        }
    };
    let typed = rest.get(..rest.len() - after.len()).unwrap_or(rest);
    (Chunk { text, quoted, exact, field, typed }, after)
}

fn skip(text: &str, bytes: usize) -> &str {
    text.get(bytes..).unwrap_or_default()
}
