//! Numbers, words and marks of a paragraph, as the date grammar wants them.

use super::names::{self, Role};
use crate::letters::{in_lower_case, is_letter};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A run of ASCII digits.
    Number,
    /// A run of letters, with an apostrophe inside.
    Word,
    /// One other character.
    Mark(char),
}

/// One token, with where it stands in the whole text.
#[derive(Clone, Debug)]
pub(crate) struct Token<'a> {
    pub(crate) kind: Kind,
    pub(crate) text: &'a str,
    pub(crate) start: usize,
    /// No blank before it.
    pub(crate) glued: bool,
    /// What the word does in a date.
    pub(crate) role: Role,
}

impl Token<'_> {
    pub(crate) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// The number, if it is one that fits.
    pub(crate) fn number(&self) -> Option<i64> {
        (self.kind == Kind::Number && self.text.len() <= 9).then(|| self.text.parse().ok()).flatten()
    }

    /// The number written with exactly `digits` digits.
    pub(crate) fn digits(&self, digits: usize) -> Option<i64> {
        (self.text.len() == digits).then(|| self.number()).flatten()
    }

    pub(crate) fn is_mark(&self, marks: &str) -> bool {
        matches!(self.kind, Kind::Mark(c) if marks.contains(c))
    }

    pub(crate) fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }

    pub(crate) fn starts_upper(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether the word is one of `words` in lower case.
    pub(crate) fn is_any(&self, words: &[&str]) -> bool {
        self.kind == Kind::Word
            && self.text.len() <= names::LONGEST
            && words.iter().any(|word| lower(self.text).eq(word.chars()))
    }
}

/// Lower case with ё as е and without an English possessive.
fn lower(word: &str) -> impl Iterator<Item = char> + '_ {
    let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
    word.chars().flat_map(in_lower_case).map(|c| if c == 'ё' { 'е' } else { c })
}

/// The tokens of `text`, which starts at byte `offset` of the whole. A line end counts as a blank.
pub(crate) fn tokens(text: &str, offset: usize) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut in_lower_case = String::new();
    let mut rest = text.char_indices().peekable();
    let mut glued = false;
    while let Some((at, c)) = rest.next() {
        if c.is_whitespace() {
            glued = false;
            continue;
        }
        let mut end = at + c.len_utf8();
        let kind = if c.is_ascii_digit() {
            while let Some((next, _)) = rest.next_if(|(_, c)| c.is_ascii_digit()) {
                end = next + 1;
            }
            Kind::Number
        } else if is_letter(c) {
            while let Some(&(next, c)) = rest.peek() {
                let inside = is_letter(c)
                    || unicode_normalization::char::is_combining_mark(c)
                    || (crate::words::is_apostrophe(c)
                        && text[next + c.len_utf8()..].chars().next().is_some_and(is_letter));
                if !inside {
                    break;
                }
                end = next + c.len_utf8();
                rest.next();
            }
            Kind::Word
        } else {
            Kind::Mark(c)
        };
        let word = &text[at..end];
        let role = if kind == Kind::Word && word.len() <= names::LONGEST {
            in_lower_case.clear();
            in_lower_case.extend(lower(word));
            role_of(word, &in_lower_case)
        } else {
            Role::None
        };
        tokens.push(Token { kind, text: word, start: offset + at, glued, role });
        glued = true;
    }
    tokens
}

/// English names of months and days are names only with a capital: "may", "march", "sat", "sun".
fn role_of(word: &str, lower: &str) -> Role {
    let role = names::role(lower);
    let named = matches!(role, Role::Month(_) | Role::ShortMonth(_) | Role::Weekday(_));
    if named && word.is_char_boundary(1) && word.as_bytes().first().is_some_and(u8::is_ascii_lowercase) {
        return Role::None;
    }
    role
}

/// Tokens in one go at most; what is longer is data rather than prose, and is read in pieces.
const PIECE: usize = 256 * 1024;

/// Calls `read` with the tokens of one paragraph after the other. Lines broken inside a sentence are joined.
pub(crate) fn for_each_paragraph(text: &str, mut read: impl FnMut(&[Token<'_>])) {
    let mut start: Option<usize> = None;
    let mut end = 0;
    for line in crate::lines(text) {
        let joins = !line.is_blank() && start.is_some_and(|start| line.end() - start < PIECE);
        if let Some(from) = start
            && !joins
        {
            pieces(text, from, end, &mut read);
            start = None;
        }
        if line.is_blank() {
            continue;
        }
        start.get_or_insert(line.start);
        end = line.end();
        // A short line stands for itself; a long one may go on after a line end.
        if line.text.chars().take(40).count() < 40
            && let Some(from) = start.take()
        {
            pieces(text, from, end, &mut read);
        }
    }
    if let Some(from) = start {
        pieces(text, from, end, &mut read);
    }
}

fn pieces(text: &str, from: usize, to: usize, read: &mut impl FnMut(&[Token<'_>])) {
    let mut at = from;
    while at < to {
        let mut until = to.min(at + PIECE);
        while !text.is_char_boundary(until) {
            until += 1;
        }
        read(&tokens(&text[at..until], at));
        at = until;
    }
}
