//! The tree of topics: who stands where when one is put elsewhere.

use std::collections::HashMap;

use chancery_model::TopicId;
use chancery_store::{TopicPlace, TopicRow};

use super::TopicFault;

/// A topic in the tree to be; siblings in their order.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    pub(super) id: TopicId,
    pub(super) parent: Option<TopicId>,
    pub(super) colour: u32,
}

/// The tree as it stands.
pub(super) fn nodes(rows: &[TopicRow]) -> Vec<Node> {
    rows.iter().map(|row| Node { id: row.id, parent: row.parent, colour: row.colour }).collect()
}

/// Whether `topic` is `above`, or lies somewhere under it.
pub(super) fn lies_under(nodes: &[Node], topic: TopicId, above: TopicId) -> bool {
    let parent = |id: &TopicId| nodes.iter().find(|node| node.id == *id)?.parent;
    // No tree is deeper than it has topics.
    std::iter::successors(Some(topic), parent).take(nodes.len() + 1).any(|id| id == above)
}

/// Puts a topic, which may be new, under `parent`: before a sibling, or last.
pub(super) fn put(nodes: &mut Vec<Node>, node: Node, before: Option<TopicId>) -> Result<(), TopicFault> {
    if node.parent.is_some_and(|parent| lies_under(nodes, parent, node.id)) {
        return Err(TopicFault::UnderItself);
    }
    nodes.retain(|known| known.id != node.id);
    let sibling = |known: &Node| Some(known.id) == before && known.parent == node.parent;
    let at = nodes.iter().position(sibling).unwrap_or(nodes.len());
    nodes.insert(at, node);
    Ok(())
}

/// Where each topic stands in the tree to be, each followed by what lies under it in the colour of its top-level ancestor;
/// those that stand so already are left out.
pub(super) fn places(nodes: &[Node], rows: &[TopicRow]) -> Vec<TopicPlace> {
    let known: HashMap<TopicId, &TopicRow> = rows.iter().map(|row| (row.id, row)).collect();
    let mut below: HashMap<Option<TopicId>, Vec<&Node>> = HashMap::new();
    for node in nodes {
        below.entry(node.parent).or_default().push(node);
    }
    let mut waiting: Vec<(&Node, u32)> =
        below.get(&None).into_iter().flatten().rev().map(|node| (*node, node.colour)).collect();
    let mut places = Vec::new();
    let mut position = 0;
    while let Some((node, colour)) = waiting.pop() {
        waiting.extend(below.get(&Some(node.id)).into_iter().flatten().rev().map(|child| (*child, colour)));
        let place = TopicPlace { topic: node.id, parent: node.parent, position, colour };
        let stands =
            |row: &&TopicRow| (row.parent, row.position, row.colour) == (node.parent, position, colour);
        if known.get(&node.id).is_none_or(|row| !stands(row)) {
            places.push(place);
        }
        position += 1;
    }
    places
}
