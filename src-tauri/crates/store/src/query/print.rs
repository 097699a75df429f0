//! A query as text, which reads as the same query.

use std::fmt;

use super::{Ask, Query, QueryField, QueryTerm};

const OPERATORS: [&str; 4] = ["OR", "AND", "NOT", "NEAR"];

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.all.as_slice() {
            [Ask::Any(parts)] => joined(f, parts, " OR "),
            parts => joined(f, parts, " "),
        }
    }
}

impl fmt::Display for Ask {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Term(term) => term.fmt(f),
            Self::Not(part) => match part.as_ref() {
                part @ Self::Term(QueryTerm::Near { .. }) => write!(f, "-({part})"),
                part => write!(f, "-{part}"),
            },
            Self::All(parts) => bracketed(f, parts, " "),
            Self::Any(parts) => bracketed(f, parts, " OR "),
        }
    }
}

fn bracketed(f: &mut fmt::Formatter<'_>, parts: &[Ask], by: &str) -> fmt::Result {
    f.write_str("(")?;
    joined(f, parts, by)?;
    f.write_str(")")
}

fn joined(f: &mut fmt::Formatter<'_>, parts: &[Ask], by: &str) -> fmt::Result {
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            f.write_str(by)?;
        }
        write!(f, "{part}")?;
    }
    Ok(())
}

impl fmt::Display for QueryTerm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Words(words) => phrase(f, words),
            Self::Exact(words) => write!(f, "=\"{}\"", words.join(" ")),
            Self::Prefix(word) => write!(f, "{word}*"),
            Self::Near { parts, within } => {
                for (index, part) in parts.iter().enumerate() {
                    if index > 0 {
                        write!(f, " NEAR/{within} ")?;
                    }
                    phrase(f, part)?;
                }
                Ok(())
            }
            Self::Field(field) => field.fmt(f),
        }
    }
}

fn phrase(f: &mut fmt::Formatter<'_>, words: &[String]) -> fmt::Result {
    match words {
        [word] if !OPERATORS.contains(&word.as_str()) => f.write_str(word),
        words => write!(f, "\"{}\"", words.join(" ")),
    }
}

impl fmt::Display for QueryField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (name, value) = (self.name().word(), self.value());
        let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.' | '_');
        if value.chars().all(plain) { write!(f, "{name}:{value}") } else { write!(f, "{name}:\"{value}\"") }
    }
}
