//! What taking a codebook into a dossier does to it. Nothing is deleted.

use std::collections::{HashMap, HashSet};

use chancery_model::{InLanguages, Term, Topic, Uid};
use chancery_store::TopicRow;

use super::draft::{Left, Matter};
use super::{Book, Listed, tagged};

/// What taking a codebook in would do, or did.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CodebookMerge {
    /// Slugs of the topics that are new.
    pub added: Vec<String>,
    /// Slugs of the topics that change.
    pub changed: Vec<String>,
    /// How many were there just so.
    pub unchanged: usize,
    /// Topics that were there under another slug, found by their label: slug in the file, slug in the dossier.
    pub by_label: Vec<(String, String)>,
    /// How many terms are new.
    pub terms: usize,
    /// What was not taken over.
    pub left: Vec<Left>,
    /// What is written, parents first.
    pub(crate) puts: Vec<Put>,
    /// Slug in the dossier of every topic of the file, by its slug there.
    pub(crate) names: HashMap<String, String>,
}

impl CodebookMerge {
    /// What the new topics are called, in the order of `added`.
    #[must_use]
    pub fn added_labels(&self) -> Vec<&InLanguages> {
        let label = |slug: &String| self.puts.iter().find(|put| put.topic.slug == *slug);
        self.added.iter().filter_map(label).map(|put| &put.topic.label).collect()
    }
}

/// A topic to be written.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Put {
    pub(crate) topic: Topic,
    pub(crate) uid: Option<Uid>,
    pub(crate) position: u32,
    pub(crate) colour: u32,
}

/// A topic of the dossier to be.
struct Node<'r> {
    row: Option<&'r TopicRow>,
    topic: Topic,
    uid: Option<Uid>,
    colour: Option<u32>,
}

/// How a topic of the file was found in the dossier.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Found {
    /// By its id or slug: it is the same, and what the file says holds.
    Same,
    /// By its label: it is taken for the same, and the file fills what is empty.
    Called,
}

/// Works out what taking `book` in does to the topics that are there.
pub(crate) fn merge(rows: &[TopicRow], book: &Book) -> CodebookMerge {
    let mut merge = CodebookMerge::default();
    let mut nodes: Vec<Node<'_>> = rows
        .iter()
        .map(|row| Node { row: Some(row), topic: row.topic.clone(), uid: None, colour: Some(row.colour) })
        .collect();
    let mut at_slug: HashMap<String, usize> =
        rows.iter().enumerate().map(|(at, row)| (row.topic.slug.clone(), at)).collect();
    // Slug in the file → slug in the dossier.
    let mut names: HashMap<&str, String> = HashMap::new();
    let mut taken: HashSet<usize> = HashSet::new();
    for listed in &book.topics {
        let parent = match &listed.outside {
            Some(outside) => there(rows, outside),
            None => listed.topic.parent.as_deref().and_then(|slug| names.get(slug).cloned()),
        };
        if let (Some(outside), None) = (&listed.outside, &parent) {
            let topic = Some(listed.topic.slug.clone());
            merge.left.push(Left { topic, what: Matter::LostParent, words: outside.clone() });
        }
        let found = find(rows, listed, parent.as_deref(), &taken, &at_slug);
        let Some((at, how)) = found else {
            let slug = free(&listed.topic.slug, &at_slug);
            names.insert(&listed.topic.slug, slug.clone());
            at_slug.insert(slug.clone(), nodes.len());
            merge.added.push(slug.clone());
            merge.terms += listed.topic.terms.len();
            let topic = Topic { slug, parent, ..listed.topic.clone() };
            // An id that is there already belongs to a topic that another of the file was found to be.
            let uid = listed.uid.filter(|uid| rows.iter().all(|row| row.uid != *uid));
            nodes.push(Node { row: None, topic, uid, colour: listed.colour });
            continue;
        };
        taken.insert(at);
        let slug = rows[at].topic.slug.clone();
        if how == Found::Called {
            merge.by_label.push((listed.topic.slug.clone(), slug.clone()));
        }
        names.insert(&listed.topic.slug, slug);
        take_over(&mut nodes[at], listed, how, &mut merge);
        if let Some(parent) = parent {
            hang(&mut nodes, at, parent, &at_slug, &mut merge);
        }
    }
    merge.names = names.into_iter().map(|(file, dossier)| (file.to_owned(), dossier)).collect();
    finish(nodes, &at_slug, taken.len(), &mut merge);
    merge
}

fn find(
    rows: &[TopicRow],
    listed: &Listed,
    parent: Option<&str>,
    taken: &HashSet<usize>,
    at_slug: &HashMap<String, usize>,
) -> Option<(usize, Found)> {
    let untaken = |at: &usize| *at < rows.len() && !taken.contains(at);
    let by_uid = listed.uid.and_then(|uid| rows.iter().position(|row| row.uid == uid));
    let by_slug = || at_slug.get(&listed.topic.slug).copied();
    if let Some(at) = by_uid.filter(untaken).or_else(|| by_slug().filter(untaken)) {
        return Some((at, Found::Same));
    }
    // "Other" stands under many headings: a label means the same topic only in the same place, or where none is named.
    let same_place = |row: &TopicRow| {
        (listed.topic.parent.is_none() && listed.outside.is_none()) || row.topic.parent.as_deref() == parent
    };
    let labels: HashSet<String> = labels(&listed.topic.label);
    let mut called = (0..rows.len()).filter(|at| {
        untaken(at) && same_place(&rows[*at]) && !self::labels(&rows[*at].topic.label).is_disjoint(&labels)
    });
    match (called.next(), called.next()) {
        (Some(at), None) => Some((at, Found::Called)),
        _ => None,
    }
}

/// The topic of the dossier that a file names without holding it, by slug, address or label.
fn there(rows: &[TopicRow], named: &str) -> Option<String> {
    let uid = named.strip_prefix("<urn:uuid:").and_then(|rest| Uid::parse(rest.trim_end_matches('>')));
    let called = named.to_lowercase();
    let tests: [&dyn Fn(&TopicRow) -> bool; 3] =
        [&|row| row.topic.slug == named, &|row| Some(row.uid) == uid, &|row| {
            labels(&row.topic.label).contains(&called)
        }];
    tests.iter().find_map(|test| rows.iter().find(|row| test(row))).map(|row| row.topic.slug.clone())
}

fn labels(label: &InLanguages) -> HashSet<String> {
    tagged(label).map(|(_, words)| words.to_lowercase()).collect()
}

/// A slug that is free. One that is taken belongs to a topic that another of the file was found to be.
fn free(slug: &str, at_slug: &HashMap<String, usize>) -> String {
    let numbered = (2..).map(|number| format!("{slug}-{number}"));
    std::iter::once(slug.to_owned())
        .chain(numbered)
        .find(|one| !at_slug.contains_key(one))
        .unwrap_or_default()
}

fn take_over(node: &mut Node<'_>, listed: &Listed, how: Found, merge: &mut CodebookMerge) {
    let (topic, new) = (&mut node.topic, &listed.topic);
    let replace = how == Found::Same;
    let english = topic.label.en.clone();
    for (into, from) in [
        (&mut topic.label, &new.label),
        (&mut topic.definition, &new.definition),
        (&mut topic.include, &new.include),
        (&mut topic.exclude, &new.exclude),
    ] {
        fill(into, from, replace);
    }
    if !listed.stated.english && !english.is_empty() {
        topic.label.en = english;
    }
    if replace && listed.stated.threshold {
        topic.threshold = new.threshold;
    }
    if replace {
        node.colour = listed.colour.or(node.colour);
    }
    for term in &new.terms {
        let same =
            |one: &&mut Term| (one.language, &one.text, one.kind) == (term.language, &term.text, term.kind);
        match topic.terms.iter_mut().find(same) {
            Some(known) if replace => known.clone_from(term),
            Some(_) => {}
            None => {
                topic.terms.push(term.clone());
                merge.terms += 1;
            }
        }
    }
    let heading = if replace && listed.stated.group { new.group } else { topic.group };
    topic.group = heading && topic.terms.is_empty();
    if heading && !topic.group {
        merge.left.push(Left {
            topic: Some(topic.slug.clone()),
            what: Matter::Heading,
            words: String::new(),
        });
    }
}

fn fill(into: &mut InLanguages, from: &InLanguages, replace: bool) {
    if !from.en.is_empty() && (replace || into.en.is_empty()) {
        into.en.clone_from(&from.en);
    }
    for (into, from) in [(&mut into.ru, &from.ru), (&mut into.be, &from.be)] {
        if from.is_some() && (replace || into.is_none()) {
            into.clone_from(from);
        }
    }
}

/// Hangs a topic under another, unless that lies under it.
fn hang(
    nodes: &mut [Node<'_>],
    at: usize,
    parent: String,
    at_slug: &HashMap<String, usize>,
    merge: &mut CodebookMerge,
) {
    let above = |slug: &str| nodes[*at_slug.get(slug)?].topic.parent.clone();
    let mut up = std::iter::successors(Some(parent.clone()), |slug| above(slug));
    if up.any(|slug| slug == nodes[at].topic.slug) {
        let topic = Some(nodes[at].topic.slug.clone());
        merge.left.push(Left { topic, what: Matter::LostParent, words: parent });
        return;
    }
    nodes[at].topic.parent = Some(parent);
}

/// Orders the topics, each followed by what lies under it, gives the new ones colours, and keeps what differs.
fn finish(nodes: Vec<Node<'_>>, at_slug: &HashMap<String, usize>, found: usize, merge: &mut CodebookMerge) {
    let mut below: HashMap<Option<usize>, Vec<usize>> = HashMap::new();
    for (at, node) in nodes.iter().enumerate() {
        let parent = node.topic.parent.as_deref().and_then(|slug| at_slug.get(slug).copied());
        below.entry(parent).or_default().push(at);
    }
    let mut waiting: Vec<(usize, u32)> = Vec::new();
    let mut tops = 0;
    for &at in below.get(&None).into_iter().flatten() {
        waiting.push((at, tops));
        tops = (tops + 1) % crate::tagging::COLOURS;
    }
    waiting.reverse();
    let mut position = 0;
    while let Some((at, usual)) = waiting.pop() {
        let node = &nodes[at];
        let colour = node.colour.map_or(usual, |colour| colour % crate::tagging::COLOURS);
        waiting.extend(below.get(&Some(at)).into_iter().flatten().rev().map(|&child| (child, colour)));
        let same = node.row.is_some_and(|row| row.topic == node.topic && row.colour == colour);
        if node.row.is_some() && !same {
            merge.changed.push(node.topic.slug.clone());
        }
        if !same || node.row.is_some_and(|row| row.position != position) {
            merge.puts.push(Put { topic: node.topic.clone(), uid: node.uid, position, colour });
        }
        position += 1;
    }
    merge.unchanged = found.saturating_sub(merge.changed.len());
}
