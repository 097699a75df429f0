//! A term of a query in the index's own language.

use chancery_model::Language;

use super::{find::Understood, names::Names};
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
pub(super) fn expression(term: &QueryTerm, bound: Bound, understood: &Understood) -> Option<String> {
    let names = &understood.names;
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
            if let Some(stems) = understood.prefixes.get(word) {
                stems.beginning.iter().for_each(|beginning| add(format!("\"{beginning}\"*")));
                if let Bound::All = bound {
                    stems.short.iter().for_each(|stem| add(format!("\"{stem}\"")));
                }
            }
        }
        (QueryTerm::Near { parts: near, within }, _) => {
            for rows in combinations(near, names) {
                let phrases: Vec<String> = rows.iter().map(|stems| phrase(stems)).collect();
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

/// Every way to say all the parts, up to so many, each with the stems of every part: all of one language, as an article is, or a part by
/// a name in other letters. What says all in one language comes first. A part without a word in it is nowhere, and so are all.
pub(super) fn combinations(parts: &[Vec<String>], names: &Names) -> Vec<Vec<Vec<String>>> {
    let mut said: Vec<Vec<Vec<String>>> = Vec::new();
    let mut add = |rows: Vec<Vec<String>>| {
        if said.len() < COMBINATIONS && !said.contains(&rows) {
            said.push(rows);
        }
    };
    for language in analysis::ASKED {
        let rows: Vec<Vec<String>> = parts.iter().map(|part| stems_in(part, language)).collect();
        if rows.iter().all(|stems| !stems.is_empty()) {
            add(rows);
        }
    }
    for language in analysis::ASKED {
        let mut mixed: Vec<Vec<Vec<String>>> = vec![Vec::new()];
        for part in parts {
            let stems = Some(stems_in(part, language)).filter(|stems| !stems.is_empty());
            let ways: Vec<Vec<String>> = stems.into_iter().chain(in_other_letters(part, names)).collect();
            let longer = mixed.iter().flat_map(|before| {
                ways.iter().map(|way| [before.as_slice(), std::slice::from_ref(way)].concat())
            });
            mixed = longer.take(COMBINATIONS).collect();
        }
        mixed.into_iter().for_each(&mut add);
    }
    said
}

/// The stems of a word or phrase in each language it may be in, and of a name in other letters. The index does not know an
/// article's language, so reading does not ask for it either: both answer alike.
pub(super) fn variants(words: &[String], names: &Names) -> Vec<Vec<String>> {
    let mut variants: Vec<Vec<String>> = Vec::new();
    for language in analysis::ASKED {
        let stems = stems_in(words, language);
        if !stems.is_empty() && !variants.contains(&stems) {
            variants.push(stems);
        }
    }
    variants.extend(in_other_letters(words, names));
    variants
}

fn stems_in(words: &[String], language: Language) -> Vec<String> {
    let stems = words.iter().map(|word| analysis::word(word, Some(language)).stem.clone());
    stems.filter(|stem| !stem.is_empty()).collect()
}

/// Of a word that stands by itself.
fn in_other_letters(words: &[String], names: &Names) -> impl Iterator<Item = Vec<String>> {
    let others = match words {
        [word] => names.get(word),
        _ => None,
    };
    others.into_iter().flatten().map(|other| vec![other.stem.clone()])
}
