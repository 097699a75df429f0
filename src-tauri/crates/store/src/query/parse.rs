//! Parts of a text → query.

use std::collections::VecDeque;

use chancery_model::Day;
use chancery_text::words;

use super::{
    Ask, Query, QueryField, QueryFieldName, QueryTerm,
    lex::{Chunk, Token, tokens},
};
use crate::analysis;

/// Words between what is `NEAR` without a number, as FTS5 has it.
const NEAR: u32 = 10;
/// More is no neighbourhood.
const NEAR_AT_MOST: u32 = 1_000;
/// Parts of one neighbourhood.
const NEAR_PARTS: usize = 8;
/// A question of more parts was pasted by mistake.
const TERMS_AT_MOST: usize = 128;
/// Brackets within brackets; deeper ones group nothing.
const DEPTH_AT_MOST: usize = 16;

/// Something of a query that was not read as it may have been meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// As typed.
    pub typed: String,
    /// What of it.
    pub why: Unread,
}

/// Why a part was not read as it may have been meant. The first three are looked for as words all the same; the others are left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// There is no such field.
    NoSuchField,
    /// A star stands elsewhere than at the end of a word.
    Star,
    /// `NEAR` with something that is not a word or phrase; both parts must match.
    NotNear,
    /// A field without a value.
    NoValue,
    /// No date that is understood.
    NotADate,
    /// No language.
    NotALanguage,
    /// Nothing an article can have.
    NotHad,
    /// No topic, outlet or milestone of the dossier is called so.
    NothingCalledSo,
    /// More parts than a question has.
    TooMany,
}

impl Unread {
    /// Whether the words are looked for all the same.
    #[must_use]
    pub fn is_literal(self) -> bool {
        matches!(self, Self::NoSuchField | Self::Star | Self::NotNear)
    }
}

/// Reads a query, and tells what was not read as it may have been meant.
pub(super) fn read(text: &str, today: Day) -> (Query, Vec<Hint>) {
    let mut parser = Parser { tokens: tokens(text).into(), today, hints: Vec::new(), terms: 0 };
    let mut parts = Vec::new();
    while !parser.tokens.is_empty() {
        parts.extend(parser.all_of(0));
        // A bracket that closes nothing.
        parser.tokens.pop_front();
    }
    let all = Ask::all(parts).map(Ask::conjuncts).unwrap_or_default();
    (Query { all, as_typed: false }, parser.hints)
}

struct Parser<'t> {
    tokens: VecDeque<Token<'t>>,
    today: Day,
    hints: Vec<Hint>,
    terms: usize,
}

impl<'t> Parser<'t> {
    fn hint(&mut self, typed: &str, why: Unread) {
        self.hints.push(Hint { typed: typed.to_owned(), why });
    }

    /// Parts side by side, up to a bracket that closes.
    fn all_of(&mut self, depth: usize) -> Option<Ask> {
        let mut parts = Vec::new();
        while let Some(token) = self.tokens.front() {
            match token {
                Token::Close if depth > 0 => break,
                Token::Close | Token::And | Token::Or => {
                    self.tokens.pop_front();
                }
                Token::Near { .. } => {
                    self.tokens.pop_front();
                }
                _ => parts.extend(self.any_of(depth)),
            }
        }
        Ask::all(parts)
    }

    /// Parts joined by OR.
    fn any_of(&mut self, depth: usize) -> Option<Ask> {
        let mut parts: Vec<Ask> = self.one(depth).into_iter().collect();
        while self.tokens.front() == Some(&Token::Or) {
            self.tokens.pop_front();
            // An OR with nothing after it joins nothing.
            if matches!(self.tokens.front(), None | Some(Token::Close | Token::And | Token::Near { .. })) {
                break;
            }
            if self.tokens.front() != Some(&Token::Or) {
                parts.extend(self.one(depth));
            }
        }
        Ask::any(parts)
    }

    fn one(&mut self, depth: usize) -> Option<Ask> {
        let mut denied = false;
        while self.tokens.front() == Some(&Token::Not) {
            self.tokens.pop_front();
            denied = !denied;
        }
        let part = match self.tokens.front()? {
            Token::Open => {
                self.tokens.pop_front();
                let inside = if depth < DEPTH_AT_MOST { self.all_of(depth + 1) } else { None };
                if depth < DEPTH_AT_MOST {
                    self.tokens.pop_front_if(|token| *token == Token::Close);
                }
                inside
            }
            Token::NearCall(inside) => {
                let inside = *inside;
                self.tokens.pop_front();
                let term = {
                    let (parts, within) = near_call(inside);
                    self.near(parts, within)
                };
                self.counted(term)
            }
            Token::Chunk(_) => self.chain(),
            _ => None,
        };
        part.map(|part| if denied { Ask::not(part) } else { part })
    }

    /// A chunk, and what is NEAR it.
    fn chain(&mut self) -> Option<Ask> {
        let first = self.next_chunk()?;
        let mut near: Vec<(Chunk<'t>, &'t str)> = Vec::new();
        let mut within: Option<u32> = None;
        while let (Some(Token::Near { typed, within: asked }), Some(Token::Chunk(chunk))) =
            (self.tokens.front().copied(), self.tokens.get(1).copied())
        {
            self.tokens.drain(..2);
            near.push((chunk, typed));
            within = within.max(asked);
        }
        if near.is_empty() {
            return self.ask(&first);
        }
        let parts: Option<Vec<Vec<String>>> =
            std::iter::once(&first).chain(near.iter().map(|(chunk, _)| chunk)).map(plain_words).collect();
        match parts {
            Some(parts) => {
                let term = self.near(parts, within);
                self.counted(term)
            }
            None => {
                for (_, typed) in &near {
                    self.hint(typed, Unread::NotNear);
                }
                let mut parts: Vec<Ask> = self.ask(&first).into_iter().collect();
                for (chunk, _) in &near {
                    parts.extend(self.ask(chunk));
                }
                Ask::all(parts)
            }
        }
    }

    /// What stands near each other; one part is that part.
    fn near(&mut self, mut parts: Vec<Vec<String>>, within: Option<u32>) -> Option<QueryTerm> {
        if let Some(first) = parts.get(NEAR_PARTS) {
            self.hint(&QueryTerm::Words(first.clone()).to_string(), Unread::TooMany);
            parts.truncate(NEAR_PARTS);
        }
        match parts.len() {
            0 | 1 => parts.pop().map(QueryTerm::Words),
            _ => Some(QueryTerm::Near { parts, within: within.unwrap_or(NEAR).min(NEAR_AT_MOST) }),
        }
    }

    fn next_chunk(&mut self) -> Option<Chunk<'t>> {
        match self.tokens.pop_front()? {
            Token::Chunk(chunk) => Some(chunk),
            _ => None,
        }
    }

    fn ask(&mut self, chunk: &Chunk<'_>) -> Option<Ask> {
        match chunk.field {
            Some(name) => self.field(name, chunk),
            None => {
                if let Some(why) = doubt(chunk) {
                    self.hint(chunk.typed, why);
                }
                self.counted(term(chunk))
            }
        }
    }

    /// A field; commas part values of which any will do.
    fn field(&mut self, name: QueryFieldName, chunk: &Chunk<'_>) -> Option<Ask> {
        let values: Vec<&str> = match chunk.quoted {
            true => vec![chunk.text],
            false => chunk.text.split(',').filter(|value| !value.is_empty()).collect(),
        };
        if values.is_empty() {
            self.hint(chunk.typed, Unread::NoValue);
        }
        let mut parts = Vec::new();
        for value in values {
            match QueryField::read(name, value, self.today) {
                Ok(field) => parts.extend(self.counted(Some(QueryTerm::Field(field)))),
                Err(why) => self.hint(chunk.typed, why),
            }
        }
        Ask::any(parts)
    }

    fn counted(&mut self, term: Option<QueryTerm>) -> Option<Ask> {
        let term = term?;
        self.terms += 1;
        if self.terms <= TERMS_AT_MOST {
            return Some(Ask::Term(term));
        }
        if self.terms == TERMS_AT_MOST + 1 {
            self.hint(&term.to_string(), Unread::TooMany);
        }
        None
    }
}

/// The words of a chunk the index may know: a letter can be nothing but an accent to it, and is left out like any sign.
fn forms(text: &str) -> Vec<String> {
    let known = |form: &String| !analysis::word(form, None).folded.is_empty();
    words(text).into_iter().map(|word| word.form).filter(known).collect()
}

fn term(chunk: &Chunk<'_>) -> Option<QueryTerm> {
    let mut forms = forms(chunk.text);
    match (forms.len(), prefix_of(chunk)) {
        (0, _) => None,
        _ if chunk.exact => Some(QueryTerm::Exact(forms)),
        (1, Some(_)) => forms.pop().map(QueryTerm::Prefix),
        _ => Some(QueryTerm::Words(forms)),
    }
}

/// What stands before a star, which must follow the word itself: "a.*" is the word and a star.
fn prefix_of<'t>(chunk: &Chunk<'t>) -> Option<&'t str> {
    let before = chunk.text.strip_suffix('*')?;
    (!chunk.quoted && !chunk.exact && before.ends_with(char::is_alphanumeric)).then_some(before)
}

/// What of a chunk may have been meant as more than its words.
fn doubt(chunk: &Chunk<'_>) -> Option<Unread> {
    if chunk.quoted || chunk.exact {
        return None;
    }
    let has_words = |text: &str| text.chars().any(char::is_alphanumeric);
    if let Some((name, value)) = chunk.text.split_once(':')
        && name.chars().count() > 1
        && name.chars().all(char::is_alphabetic)
        && has_words(value)
        && !value.starts_with("//")
    {
        return Some(Unread::NoSuchField);
    }
    let starred = chunk.text.contains('*') && has_words(chunk.text);
    (starred && (prefix_of(chunk).is_none() || forms(chunk.text).len() > 1)).then_some(Unread::Star)
}

/// The words of a chunk that can stand near others.
fn plain_words(chunk: &Chunk<'_>) -> Option<Vec<String>> {
    let forms = forms(chunk.text);
    let plain = chunk.field.is_none() && !chunk.exact && prefix_of(chunk).is_none();
    (plain && !forms.is_empty()).then_some(forms)
}

/// `a "b c", 5`
fn near_call(inside: &str) -> (Vec<Vec<String>>, Option<u32>) {
    let counted =
        inside.rsplit_once(',').and_then(|(parts, number)| Some((parts, number.trim().parse().ok()?)));
    let (parts, within) = counted.map_or((inside, None), |(parts, number)| (parts, Some(number)));
    let phrases = tokens(parts).into_iter().filter_map(|token| match token {
        Token::Chunk(chunk) => Some(forms(chunk.text)).filter(|forms| !forms.is_empty()),
        _ => None,
    });
    (phrases.collect(), within)
}
