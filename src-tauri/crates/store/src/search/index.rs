//! A term of a query in the index's own language.

use super::names::Names;
use crate::{analysis, query::QueryTerm};

/// Combinations of stems asked of what stands near each other. Names in other letters can make many.
const COMBINATIONS: usize = 64;

/// Which articles are asked for where the index can't tell.
#[derive(Clone, Copy)]
pub(super) enum Bound {
    /// Those that surely have it.
    Sure,
    /// Also those that may.
    All,
}

impl Bound {
    pub(super) fn other(self) -> Self {
        match self {
            Self::Sure => Self::All,
            Self::All => Self::Sure,
        }
    }
}

/// What the index is asked for a term; `None` where it can name no article.
pub(super) fn expression(term: &QueryTerm, bound: Bound, names: &Names) -> Option<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut add = |part: String| {
        if !parts.contains(&part) {
            parts.push(part);
        }
    };
    match (term, bound) {
        (QueryTerm::Words(words), _) => {
            variants(words, names).iter().for_each(|stems| add(phrase(stems)));
        }
        // A stem has many forms.
        (QueryTerm::Exact(_), Bound::Sure) => {}
        (QueryTerm::Exact(words), Bound::All) => {
            variants(words, &Names::new()).iter().for_each(|stems| add(phrase(stems)));
        }
        (QueryTerm::Prefix(word), _) => {
            let folded = &analysis::word(word, None).folded;
            add(format!("\"{folded}\"*"));
            // Stems the prefix may go beyond.
            if let Bound::All = bound {
                for stem in analysis::stems_asked(word) {
                    add(format!("\"{stem}\""));
                }
                for (end, _) in folded.char_indices().skip(2) {
                    add(format!("\"{}\"", folded.get(..end).unwrap_or_default()));
                }
            }
        }
        (QueryTerm::Near { parts: near, within }, _) => {
            for phrases in combinations(near, names) {
                add(format!("NEAR({}, {within})", phrases.join(" ")));
            }
        }
        (QueryTerm::Field(_), _) => {}
    }
    match parts.len() {
        0 | 1 => parts.pop(),
        _ => Some(format!("({})", parts.join(" OR "))),
    }
}

fn phrase(stems: &[String]) -> String {
    format!("\"{}\"", stems.join(" "))
}

/// Every way to say all the parts, up to so many.
fn combinations(parts: &[Vec<String>], names: &Names) -> Vec<Vec<String>> {
    let mut said: Vec<Vec<String>> = vec![Vec::new()];
    for part in parts {
        let ways = variants(part, names);
        let longer = said.iter().flat_map(|before| {
            ways.iter().map(|stems| {
                let mut phrases = before.clone();
                phrases.push(phrase(stems));
                phrases
            })
        });
        said = longer.take(COMBINATIONS).collect();
    }
    said
}

/// The stems of a word or phrase in each language it may be in, and of a name in other letters. The index does not know an
/// article's language, so reading does not ask for it either: both answer alike.
pub(super) fn variants(words: &[String], names: &Names) -> Vec<Vec<String>> {
    let mut variants: Vec<Vec<String>> = Vec::new();
    for language in analysis::ASKED {
        let stems: Vec<String> = words
            .iter()
            .map(|word| analysis::word(word, Some(language)).stem.clone())
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
