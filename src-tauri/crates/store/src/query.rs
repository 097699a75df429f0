//! What is asked of the search: text → query, and back to the text it was read as. Anything can be typed; nothing is an error.

use std::fmt;

use chancery_text::words;

use crate::analysis;

/// What one part of a query looks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QueryTerm {
    /// One word by its stem, or several in a row: a phrase.
    Words(Vec<String>),
    /// Words that begin so.
    Prefix(String),
}

/// A query: every group of `all` must match, with any of its terms; none of `none` may.
///
/// `a b` asks for both, `a OR b` for either (it binds the two parts beside it), `"a b"` for the phrase, `-a` for articles
/// without it, `a*` for words that begin so. Everything else is literal; hyphenated words are phrases.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Groups of alternatives, all of which must match.
    pub all: Vec<Vec<QueryTerm>>,
    /// What must not match.
    pub none: Vec<QueryTerm>,
    /// Names are looked for in the letters they were typed in only. Not part of the text.
    pub as_typed: bool,
}

/// A part of the text as typed.
struct Chunk<'t> {
    text: &'t str,
    negated: bool,
    quoted: bool,
}

impl Query {
    /// Reads a query. Parts without a letter or digit are left out.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut query = Self::default();
        let mut or_waits = false;
        for chunk in chunks(text) {
            if chunk.text == "OR" && !chunk.quoted && !chunk.negated {
                // An OR with nothing before it joins nothing.
                or_waits = !query.all.is_empty();
                continue;
            }
            let Some(term) = term(&chunk) else { continue };
            match (chunk.negated, or_waits, query.all.last_mut()) {
                (true, _, _) => query.none.push(term),
                (false, true, Some(group)) => group.push(term),
                _ => query.all.push(vec![term]),
            }
            or_waits = false;
        }
        query
    }

    /// Whether it asks for nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty() && self.none.is_empty()
    }
}

fn chunks(text: &str) -> Vec<Chunk<'_>> {
    let mut chunks = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let after_minus = rest
            .strip_prefix('-')
            .filter(|after| !after.starts_with(|c: char| c.is_whitespace() || c == '-'));
        let negated = after_minus.is_some();
        let body = after_minus.unwrap_or(rest);
        let (text, quoted, after) = match body.strip_prefix('"') {
            Some(inside) => {
                let (text, after) = inside.split_once('"').unwrap_or((inside, ""));
                (text, true, after)
            }
            None => {
                let end = body.find(|c: char| c.is_whitespace() || c == '"').unwrap_or(body.len());
                let (text, after) = body.split_at(end);
                (text, false, after)
            }
        };
        chunks.push(Chunk { text, negated, quoted });
        rest = after.trim_start();
    }
    chunks
}

fn term(chunk: &Chunk<'_>) -> Option<QueryTerm> {
    // A letter can be nothing but an accent to the index: such a word is left out like any sign.
    let known = |form: &String| !analysis::token(form, None).0.is_empty();
    let mut forms: Vec<String> = words(chunk.text).into_iter().map(|word| word.form).filter(known).collect();
    match (forms.len(), chunk.text.strip_suffix('*')) {
        (0, _) => None,
        // The star must follow the word itself: "a.*" is the word and a star.
        (1, Some(before)) if !chunk.quoted && before.ends_with(|c: char| c.is_alphanumeric()) => {
            forms.pop().map(QueryTerm::Prefix)
        }
        _ => Some(QueryTerm::Words(forms)),
    }
}

impl fmt::Display for QueryTerm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Prefix(word) => write!(f, "{word}*"),
            Self::Words(words) => match words.as_slice() {
                [word] if word != "OR" => f.write_str(word),
                words => write!(f, "\"{}\"", words.join(" ")),
            },
        }
    }
}

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut first = true;
        let mut part = |f: &mut fmt::Formatter<'_>| {
            if !std::mem::take(&mut first) { f.write_str(" ") } else { Ok(()) }
        };
        for group in &self.all {
            for (index, term) in group.iter().enumerate() {
                part(f)?;
                if index > 0 {
                    f.write_str("OR ")?;
                }
                write!(f, "{term}")?;
            }
        }
        for term in &self.none {
            part(f)?;
            write!(f, "-{term}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, read_as: &str) {
        assert_eq!(Query::parse(text).to_string(), read_as, "{text:?}");
    }

    #[test]
    fn a_query_is_read_and_shown_as_read() {
        check("gas price", "gas price");
        check("  gas OR oil price ", "gas OR oil price");
        check("\"единая валюта\" -кредит*", "\"единая валюта\" -кредит*");
        check("Belarus-Russia", "\"Belarus Russia\"");
        check("\"not closed", "\"not closed\"");
        check("title:gas AND (oil) NEAR/2 ^x", "\"title gas\" AND oil \"NEAR 2\" x");
        check("OR gas OR", "gas");
        check("- -- * \"\" '", "");
        check("-\"no hurry\" loan", "loan -\"no hurry\"");
        check("\"OR\"", "\"OR\"");
        check("gas.* oil*", "gas oil*");
    }

    proptest! {
        #[test]
        fn what_is_shown_reads_as_the_same_query(text in "(OR |-|\"|\\*|[a-cб-г’'.]{1,3}| ){0,14}") {
            let query = Query::parse(&text);
            prop_assert_eq!(Query::parse(&query.to_string()), query);
        }

        #[test]
        fn anything_can_be_typed(text in "\\PC{0,60}") {
            let query = Query::parse(&text);
            prop_assert_eq!(Query::parse(&query.to_string()), query);
        }
    }
}
