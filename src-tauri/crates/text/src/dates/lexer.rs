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
        if self.kind != Kind::Word || self.text.len() > names::LONGEST {
            return false;
        }
        let first = lower(self.text).next();
        words.iter().any(|word| word.chars().next() == first && lower(self.text).eq(word.chars()))
    }
}

/// Lower case with ё as е and without an English possessive.
fn lower(word: &str) -> impl Iterator<Item = char> + '_ {
    without_possessive(word).chars().flat_map(in_lower_case).map(|c| if c == 'ё' { 'е' } else { c })
}

/// The word without "'s".
pub(crate) fn without_possessive(word: &str) -> &str {
    if !word.as_bytes().ends_with(b"s") {
        return word;
    }
    word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word)
}

/// The tokens of `text`, which starts at byte `offset` of the whole. A line end counts as a blank.
pub(crate) fn tokens(text: &str, offset: usize) -> Vec<Token<'_>> {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    tokens.extend(each_token(text, offset));
    tokens
}

/// The same, one by one.
pub(crate) fn each_token(text: &str, offset: usize) -> impl Iterator<Item = Token<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let mut glued = at > 0;
        let c = loop {
            let c = text[at..].chars().next()?;
            if !c.is_whitespace() {
                break c;
            }
            glued = false;
            at += c.len_utf8();
        };
        let (kind, end) = if c.is_ascii_digit() {
            let digits = text.as_bytes()[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
            (Kind::Number, at + digits)
        } else if is_letter(c) {
            (Kind::Word, letters_end(text, at))
        } else {
            (Kind::Mark(c), at + c.len_utf8())
        };
        let word = &text[at..end];
        let role = if kind == Kind::Word { role_of(word) } else { Role::None };
        let start = offset + at;
        at = end;
        Some(Token { kind, text: word, start, glued, role })
    })
}

/// Where the word ends that starts at a byte: letters, marks on them, and apostrophes before a letter.
fn letters_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = start;
    loop {
        // Letters of our languages are told by a byte or two.
        match bytes.get(at) {
            Some(byte) if byte.is_ascii_alphabetic() => {
                at += 1;
                continue;
            }
            Some(0xd0 | 0xd1) => {
                at += 2;
                continue;
            }
            Some(_) => {}
            None => return at,
        }
        let mut rest = text[at..].chars();
        let inside = rest.next().is_some_and(|c| {
            is_letter(c)
                || !c.is_ascii() && unicode_normalization::char::is_combining_mark(c)
                || (crate::words::is_apostrophe(c) && rest.as_str().chars().next().is_some_and(is_letter))
        });
        if !inside {
            return at;
        }
        at = text.len() - rest.as_str().len();
    }
}

/// English names of months and days are names only with a capital: "may", "march", "sat", "sun".
fn role_of(word: &str) -> Role {
    let role = names::role(without_possessive(word));
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
    // One list for all paragraphs: to ask for a new one each time takes as long as to fill it.
    let mut tokens = Vec::new();
    let mut start: Option<usize> = None;
    let mut end = 0;
    for line in crate::lines(text) {
        let joins = !line.is_blank() && start.is_some_and(|start| line.end() - start < PIECE);
        if let Some(from) = start
            && !joins
        {
            pieces(text, from, end, &mut tokens, &mut read);
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
            pieces(text, from, end, &mut tokens, &mut read);
        }
    }
    if let Some(from) = start {
        pieces(text, from, end, &mut tokens, &mut read);
    }
}

fn pieces<'t>(
    text: &'t str,
    from: usize,
    to: usize,
    tokens: &mut Vec<Token<'t>>,
    read: &mut impl FnMut(&[Token<'_>]),
) {
    let mut at = from;
    while at < to {
        let mut until = to.min(at + PIECE);
        while !text.is_char_boundary(until) {
            until += 1;
        }
        tokens.clear();
        tokens.extend(each_token(&text[at..until], at));
        read(tokens);
        at = until;
    }
}
