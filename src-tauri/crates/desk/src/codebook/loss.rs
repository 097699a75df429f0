//! What a file leaves out: told by reading it again and comparing, so that no format can promise more than it keeps.

use std::collections::HashMap;

use chancery_model::{Term, Uid};

use super::draft::{Left, Matter};
use super::{Book, Listed};

/// What `read` lacks of `book`.
pub(super) fn between(book: &Book, read: &Book) -> Vec<Left> {
    let mut left = Vec::new();
    if book.name != read.name {
        left.push(Left { topic: None, what: Matter::Name, words: String::new() });
    }
    let by_uid: HashMap<Uid, &Listed> = read.topics.iter().filter_map(|one| Some((one.uid?, one))).collect();
    let by_slug: HashMap<&str, &Listed> =
        read.topics.iter().map(|one| (one.topic.slug.as_str(), one)).collect();
    let found = |one: &Listed| {
        let uid = one.uid.unwrap_or_else(|| super::uid_of(&one.topic.slug));
        by_uid.get(&uid).or_else(|| by_slug.get(one.topic.slug.as_str())).copied()
    };
    let slugs: HashMap<&str, &str> = book
        .topics
        .iter()
        .filter_map(|one| Some((one.topic.slug.as_str(), found(one)?.topic.slug.as_str())))
        .collect();
    for listed in &book.topics {
        let mut tell = |what, words: String| {
            left.push(Left { topic: Some(listed.topic.slug.clone()), what, words });
        };
        let Some(again) = found(listed) else {
            tell(Matter::Topic, String::new());
            continue;
        };
        let (one, other) = (&listed.topic, &again.topic);
        if one.slug != other.slug {
            tell(Matter::Slug, other.slug.clone());
        }
        let texts = [
            (Matter::Label, &one.label, &other.label),
            (Matter::Definition, &one.definition, &other.definition),
            (Matter::Include, &one.include, &other.include),
            (Matter::Exclude, &one.exclude, &other.exclude),
        ];
        for (what, _, _) in texts.into_iter().filter(|(_, one, other)| one != other) {
            tell(what, String::new());
        }
        let parent = one.parent.as_deref().and_then(|parent| slugs.get(parent).copied());
        let plain = [
            (Matter::Parent, parent == other.parent.as_deref()),
            (Matter::Heading, one.group == other.group),
            (Matter::Threshold, one.threshold.total_cmp(&other.threshold).is_eq()),
            (Matter::Colour, listed.colour.is_none() || listed.colour == again.colour),
        ];
        for (what, _) in plain.into_iter().filter(|(_, same)| !same) {
            tell(what, String::new());
        }
        let gone = gone(&one.terms, &other.terms);
        if gone > 0 {
            tell(Matter::Terms, gone.to_string());
        }
    }
    left
}

/// How many terms have no equal; their order does not matter.
fn gone(terms: &[Term], among: &[Term]) -> usize {
    let mut rest: Vec<&Term> = among.iter().collect();
    let mut gone = 0;
    for term in terms {
        match rest.iter().position(|one| *one == term) {
            Some(at) => drop(rest.remove(at)),
            None => gone += 1,
        }
    }
    gone
}
