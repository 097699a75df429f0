//! The tree of pages, looked at before the library walks it: a node held ten times by each of thirty others stands for more
//! pages than there are atoms, and a few kilobytes say so.

use std::collections::HashMap;

use super::guard::find;

/// Nodes that a walk meets, each as often as it is held.
const NODES: u64 = 200_000;
/// Nodes inside nodes.
const DEEP: u32 = 200;

/// Which objects hold which as kids. An object may be written several times, by later changes of the file.
#[derive(Debug, Default)]
pub(super) struct Tree(HashMap<u32, Vec<Vec<u32>>>);

/// What a walk from a node meets.
#[derive(Clone, Copy)]
enum Walk {
    Begun,
    Done { nodes: u64, deep: u32 },
}

impl Tree {
    /// Takes in objects as they stand in the file: `12 0 obj … endobj`.
    pub(super) fn plain(&mut self, objects: &[u8]) {
        let (mut number, mut rest) = (None, objects);
        while let Some(at) = find(rest, b"obj") {
            let (before, after) = rest.split_at(at);
            self.object(number, before);
            number = number_before(before);
            rest = after.get(b"obj".len()..).unwrap_or_default();
        }
        self.object(number, rest);
    }

    /// Takes in an unpacked stream of objects: pairs of number and place, then the objects, the first at `/First`.
    pub(super) fn packed(&mut self, dictionary: &[u8], unpacked: &[u8]) {
        if find(dictionary, b"ObjStm").is_none() {
            return;
        }
        let first = find(dictionary, b"/First").and_then(|at| dictionary.get(at + b"/First".len()..));
        let Some(first) = first.and_then(|rest| numbers(rest).next()) else { return };
        let Some((head, objects)) = unpacked.split_at_checked(first as usize) else { return };
        let head: Vec<u32> = numbers(head).collect();
        let pairs: Vec<&[u32; 2]> = head.as_chunks().0.iter().collect();
        for (at, [number, from]) in pairs.iter().enumerate() {
            let to = pairs.get(at + 1).map_or(objects.len(), |[_, to]| *to as usize);
            self.object(Some(*number), objects.get(*from as usize..to).unwrap_or_default());
        }
    }

    fn object(&mut self, number: Option<u32>, body: &[u8]) {
        let Some(number) = number else { return };
        let kids = match find(body, b"/Kids").and_then(|at| body.get(at + b"/Kids".len()..)) {
            Some(kids) => kids,
            // Kids may be a list of its own.
            None if body.trim_ascii_start().starts_with(b"[") => body,
            None => return,
        };
        let list = match kids.trim_ascii_start().strip_prefix(b"[") {
            Some(list) => find(list, b"]").and_then(|end| list.get(..end)).unwrap_or(list),
            None => {
                kids.iter().position(|&byte| byte == b'R').and_then(|end| kids.get(..end)).unwrap_or_default()
            }
        };
        let kids: Vec<u32> = numbers(list).step_by(2).collect();
        self.0.entry(number).or_default().push(kids);
    }

    /// Whether every walk comes to an end soon.
    pub(super) fn ends(&self) -> bool {
        let mut walks = HashMap::new();
        self.0.keys().all(|&node| self.walk(node, 0, &mut walks).is_some())
    }

    fn walk(&self, node: u32, depth: u32, walks: &mut HashMap<u32, Walk>) -> Option<(u64, u32)> {
        match walks.get(&node) {
            Some(Walk::Begun) => return None,
            Some(&Walk::Done { nodes, deep }) => return Some((nodes, deep)).filter(|_| depth + deep <= DEEP),
            None if depth > DEEP => return None,
            None => {}
        }
        let Some(written) = self.0.get(&node) else { return Some((1, 0)) };
        walks.insert(node, Walk::Begun);
        let (mut nodes, mut deep) = (1, 0);
        for kids in written {
            let mut all = 1_u64;
            for &kid in kids {
                let (below, height) = self.walk(kid, depth + 1, walks)?;
                all = all.saturating_add(below);
                deep = deep.max(height + 1);
            }
            nodes = nodes.max(all);
        }
        if nodes > NODES {
            return None;
        }
        walks.insert(node, Walk::Done { nodes, deep });
        Some((nodes, deep))
    }
}

/// The number of the object that begins behind `before`: `12 0`.
fn number_before(before: &[u8]) -> Option<u32> {
    let tail = before.get(before.len().saturating_sub(24)..)?.trim_ascii_end();
    let (head, _) = last_digits(tail)?;
    let (_, number) = last_digits(head.trim_ascii_end())?;
    numbers(number).next()
}

fn last_digits(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let digits = bytes.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    if digits == 0 { None } else { bytes.split_at_checked(bytes.len() - digits) }
}

/// The whole numbers in `bytes`; names and signs between are skipped.
fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.split(|byte| !byte.is_ascii_digit()).filter(|digits| !digits.is_empty()).map(|digits| {
        digits.iter().fold(0_u32, |sum, byte| sum.saturating_mul(10).saturating_add(u32::from(byte - b'0')))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(objects: &str) -> bool {
        let mut tree = Tree::default();
        tree.plain(objects.as_bytes());
        tree.ends()
    }

    #[test]
    fn trees_that_end_are_told_from_those_that_do_not() {
        assert!(ends("2 0 obj <</Kids[3 0 R 4 0 R]>> endobj 4 0 obj<</Kids [5 0 R]/Parent 2 0 R>>endobj"));
        assert!(!ends("2 0 obj <</Kids[3 0 R]>> endobj\n3 0 obj <</Kids[2 0 R]>> endobj"));
        assert!(!ends("2 0 obj <</Kids 3 0 R>> endobj\n3 0 obj [4 0 R 2 0 R] endobj"));
        let chain = |length: usize| -> String {
            (1..length).map(|at| format!("{at} 0 obj<</Kids[{} 0 R]>>endobj\n", at + 1)).collect()
        };
        assert!(ends(&chain(150)) && !ends(&chain(5_000)));
    }

    #[test]
    fn packed_objects_are_seen() {
        let mut tree = Tree::default();
        tree.packed(b"<</Type/ObjStm/N 2/First 9>>", b"2 0 3 14 <</Kids[3 0 R]><</Kids[2 0 R]>>");
        assert!(!tree.ends());
    }
}
