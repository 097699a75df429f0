//! The growing tree: what html5ever tells of a page, linked by indices and at last laid out in document order.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};

use html5ever::interface::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, LocalName, Namespace, QualName};

use super::dom::{Dom, Kind, Raw};

const NONE: u32 = u32::MAX;

/// A node while the tree grows.
struct Growing {
    name: QualName,
    kind: Kind,
    parent: u32,
    first: u32,
    last: u32,
    previous: u32,
    next: u32,
    depth: u32,
}

/// The growing tree; handles are indices.
pub(super) struct Sink {
    nodes: RefCell<Vec<Growing>>,
    /// Depth of the element that is open.
    pub(super) depth: Cell<u32>,
}

/// The name of an element, by value: the tree may grow while it is looked at.
#[derive(Debug)]
pub(super) struct Name(Namespace, LocalName);

impl ElemName for Name {
    fn ns(&self) -> &Namespace {
        &self.0
    }

    fn local_name(&self) -> &LocalName {
        &self.1
    }
}

fn nameless() -> QualName {
    QualName::new(None, Namespace::default(), LocalName::default())
}

impl Sink {
    pub(super) fn new() -> Self {
        let sink = Self { nodes: RefCell::default(), depth: Cell::new(0) };
        sink.add(nameless(), Kind::Element { name: LocalName::default(), attributes: Vec::new() });
        sink
    }

    /// How many nodes it has.
    pub(super) fn len(&self) -> usize {
        self.nodes.borrow().len()
    }

    fn add(&self, name: QualName, kind: Kind) -> u32 {
        let mut nodes = self.nodes.borrow_mut();
        let index = u32::try_from(nodes.len()).unwrap_or(NONE);
        let (parent, first, last, previous, next) = (NONE, NONE, NONE, NONE, NONE);
        nodes.push(Growing { name, kind, parent, first, last, previous, next, depth: 0 });
        index
    }

    /// Puts `child` under `parent` before `next` (`NONE`: at the end); words join the words before them.
    fn put(&self, parent: u32, next: u32, child: NodeOrText<u32>) {
        let previous = self.read(if next == NONE { parent } else { next }, |node| {
            if next == NONE { node.last } else { node.previous }
        });
        let child = match child {
            NodeOrText::AppendNode(child) => {
                self.detach(child);
                child
            }
            NodeOrText::AppendText(words) => {
                let joined = self.change(previous, |node| match &mut node.kind {
                    Kind::Text(before) => {
                        before.push_tendril(&words);
                        true
                    }
                    Kind::Element { .. } => false,
                });
                if joined == Some(true) {
                    return;
                }
                self.add(nameless(), Kind::Text(words))
            }
        };
        let depth = self.read(parent, |node| node.depth).saturating_add(1);
        self.change(child, |node| {
            (node.parent, node.previous, node.next, node.depth) = (parent, previous, next, depth);
        });
        if self.change(previous, |node| node.next = child).is_none() {
            self.change(parent, |node| node.first = child);
        }
        if self.change(next, |node| node.previous = child).is_none() {
            self.change(parent, |node| node.last = child);
        }
        let element = self
            .nodes
            .borrow()
            .get(child as usize)
            .is_some_and(|node| matches!(node.kind, Kind::Element { .. }));
        self.depth.set(if element { depth } else { depth - 1 });
    }

    fn detach(&self, child: u32) {
        let (parent, previous, next) = self
            .change(child, |node| {
                let links = (node.parent, node.previous, node.next);
                (node.parent, node.previous, node.next) = (NONE, NONE, NONE);
                links
            })
            .unwrap_or((NONE, NONE, NONE));
        if self.change(previous, |node| node.next = next).is_none() {
            self.change(parent, |node| node.first = next);
        }
        if self.change(next, |node| node.previous = previous).is_none() {
            self.change(parent, |node| node.last = previous);
        }
    }

    fn read(&self, index: u32, look: impl FnOnce(&Growing) -> u32) -> u32 {
        self.nodes.borrow().get(index as usize).map_or(NONE, look)
    }

    fn change<T>(&self, index: u32, change: impl FnOnce(&mut Growing) -> T) -> Option<T> {
        self.nodes.borrow_mut().get_mut(index as usize).map(change)
    }

    /// The finished tree in document order.
    pub(super) fn lay_out(&self) -> Dom {
        let mut growing = self.nodes.borrow_mut();
        let mut nodes: Vec<Raw> = Vec::with_capacity(growing.len());
        // Where in `nodes` each open element came to lie.
        let mut open: Vec<u32> = Vec::new();
        let mut current = 0_u32;
        while let Some(node) = growing.get_mut(current as usize) {
            let kind = std::mem::replace(&mut node.kind, Kind::Text(StrTendril::new()));
            let place = u32::try_from(nodes.len()).unwrap_or(NONE);
            nodes.push(Raw { parent: open.last().copied().unwrap_or(0), end: place + 1, kind });
            if node.first != NONE {
                open.push(place);
                current = node.first;
                continue;
            }
            // Climb until there is a next one.
            let mut next = node.next;
            let mut parent = node.parent;
            while next == NONE {
                let Some(place) = open.pop() else { break };
                let end = u32::try_from(nodes.len()).unwrap_or(NONE);
                if let Some(raw) = nodes.get_mut(place as usize) {
                    raw.end = end;
                }
                let Some(above) = growing.get(parent as usize) else { break };
                (next, parent) = (above.next, above.parent);
            }
            if next == NONE {
                break;
            }
            current = next;
        }
        Dom { nodes }
    }
}

impl TreeSink for Sink {
    type Handle = u32;
    type Output = Self;
    type ElemName<'a> = Name;

    fn finish(self) -> Self {
        self
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> u32 {
        0
    }

    fn elem_name(&self, target: &u32) -> Name {
        let nodes = self.nodes.borrow();
        let name = nodes.get(*target as usize).map(|node| &node.name);
        name.map_or_else(
            || Name(Namespace::default(), LocalName::default()),
            |name| Name(name.ns.clone(), name.local.clone()),
        )
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> u32 {
        let kind = Kind::Element { name: name.local.clone(), attributes };
        self.add(name, kind)
    }

    fn create_comment(&self, _: StrTendril) -> u32 {
        self.add(nameless(), Kind::Text(StrTendril::new()))
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> u32 {
        self.add(nameless(), Kind::Text(StrTendril::new()))
    }

    fn append(&self, parent: &u32, child: NodeOrText<u32>) {
        self.put(*parent, NONE, child);
    }

    fn append_based_on_parent_node(&self, element: &u32, previous: &u32, child: NodeOrText<u32>) {
        if self.read(*element, |node| node.parent) == NONE {
            self.append(previous, child);
        } else {
            self.append_before_sibling(element, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn pop(&self, node: &u32) {
        self.depth.set(self.read(*node, |node| node.depth).saturating_sub(1));
    }

    fn get_template_contents(&self, target: &u32) -> u32 {
        *target
    }

    fn same_node(&self, one: &u32, other: &u32) -> bool {
        one == other
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &u32, child: NodeOrText<u32>) {
        // A node moved to where it already stands next to the sibling must not become its own neighbour.
        if let NodeOrText::AppendNode(child) = &child {
            self.detach(*child);
        }
        self.put(self.read(*sibling, |node| node.parent), *sibling, child);
    }

    fn add_attrs_if_missing(&self, target: &u32, given: Vec<Attribute>) {
        self.change(*target, |node| {
            if let Kind::Element { attributes, .. } = &mut node.kind {
                for attribute in given {
                    if !attributes.iter().any(|one| one.name == attribute.name) {
                        attributes.push(attribute);
                    }
                }
            }
        });
    }

    fn remove_from_parent(&self, target: &u32) {
        self.detach(*target);
    }

    fn reparent_children(&self, node: &u32, new_parent: &u32) {
        let mut child = self.read(*node, |node| node.first);
        while child != NONE {
            let next = self.read(child, |node| node.next);
            self.detach(child);
            self.put(*new_parent, NONE, NodeOrText::AppendNode(child));
            child = next;
        }
    }
}
