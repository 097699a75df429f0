//! Which milestone each row of a spreadsheet hangs under: one of the file or of the dossier, never itself.

use std::collections::HashMap;

use chancery_model::{MilestoneId, Uid};

use super::fields::plain;
use super::plan::{Known, MatchedBy, Parent, There};
use super::row::{RowRead, Wrong};

/// A parent as it was found, with its row where it is one of the file.
type Named = (Parent, Option<usize>);

/// Finds the parents the rows name, in the file first; a row whose parent is refused, missing or below it is refused.
pub(super) fn parents(
    reads: &mut [RowRead],
    matched: &[Option<(MilestoneId, MatchedBy)>],
    known: &Known<'_>,
    there: &There,
    head: &str,
) -> Vec<Option<Parent>> {
    let mut numbers: HashMap<String, usize> = HashMap::new();
    let mut titles: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, read) in reads.iter().enumerate() {
        if let Some(number) = &read.own_number {
            numbers.entry(number.clone()).or_insert(at);
        }
        for title in read.titles.iter().flatten() {
            titles.entry(plain(title)).or_default().push(at);
        }
    }
    // A row that is about a milestone which is there is that milestone.
    let node = |at: usize| match matched.get(at).copied().flatten() {
        Some((id, _)) => Parent::There(id),
        None => Parent::Row(at),
    };
    let find = |name: &str| -> Result<Named, Wrong> {
        if let Some(at) = numbers.get(name) {
            return Ok((node(*at), Some(*at)));
        }
        if let Some(id) = Uid::parse(name).and_then(|uid| known.by_uid.get(&uid)) {
            return Ok((Parent::There(*id), None));
        }
        match titles.get(&plain(name)).map_or(&[][..], Vec::as_slice) {
            [at] => return Ok((node(*at), Some(*at))),
            [] => {}
            _ => return Err(Wrong::ManyParents),
        }
        match known.titled(name) {
            [row] => Ok((Parent::There(row.id), None)),
            [] => Err(Wrong::NoSuchParent),
            _ => Err(Wrong::ManyParents),
        }
    };
    let found: Vec<Option<Result<Named, Wrong>>> =
        reads.iter().map(|read| read.parent.as_deref().map(find)).collect();
    let mut parents: Vec<Option<Parent>> = vec![None; reads.len()];
    let mut rests: Vec<Option<usize>> = vec![None; reads.len()];
    for (at, found) in found.into_iter().enumerate() {
        let Some(read) = reads.get_mut(at) else { continue };
        let name = read.parent.clone().unwrap_or_default();
        match found {
            None => {}
            Some(Ok((parent, row))) => {
                if let (Some(place), Some(rest)) = (parents.get_mut(at), rests.get_mut(at)) {
                    // A new milestone of a row that is refused is not made.
                    (*place, *rest) = (Some(parent), row.filter(|row| node(*row) == Parent::Row(*row)));
                }
            }
            Some(Err(wrong)) => read.fault(wrong, head, name),
        }
    }
    circles(reads, &parents, &node, there, head);
    // What hangs on a refused row is refused too, however far down.
    loop {
        let refused: Vec<(usize, u32)> = rests
            .iter()
            .enumerate()
            .filter_map(|(at, rest)| Some((at, reads.get((*rest)?)?)))
            .filter(|(at, parent)| {
                !parent.faults.is_empty() && reads.get(*at).is_some_and(|read| read.faults.is_empty())
            })
            .map(|(at, parent)| (at, parent.number))
            .collect();
        if refused.is_empty() {
            return parents;
        }
        for (at, number) in refused {
            if let Some(read) = reads.get_mut(at) {
                read.fault(Wrong::ParentRefused, head, number.to_string());
            }
        }
    }
}

fn circles(
    reads: &mut [RowRead],
    parents: &[Option<Parent>],
    node: &dyn Fn(usize) -> Parent,
    there: &There,
    head: &str,
) {
    let mut up: HashMap<Parent, Parent> = there
        .milestones
        .iter()
        .filter_map(|row| Some((Parent::There(row.id), Parent::There(row.milestone.parent?))))
        .collect();
    for (at, parent) in parents.iter().enumerate() {
        if let Some(parent) = parent {
            up.insert(node(at), *parent);
        }
    }
    for at in 0..reads.len() {
        if parents.get(at).copied().flatten().is_none() {
            continue;
        }
        let (start, mut now) = (node(at), node(at));
        // No path up is longer than there are milestones.
        let mut left = up.len();
        while let Some(next) = up.get(&now).copied().filter(|_| left > 0) {
            (now, left) = (next, left - 1);
            if now == start {
                if let Some(read) = reads.get_mut(at) {
                    let name = read.parent.clone().unwrap_or_default();
                    read.fault(Wrong::Circle, head, name);
                }
                break;
            }
        }
    }
}
