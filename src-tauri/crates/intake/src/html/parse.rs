//! From HTML to the tree: html5ever behind a filter that keeps depth and size within bounds.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use html5ever::buffer_queue::BufferQueue;
use html5ever::interface::TokenizerResult;
use html5ever::interface::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use html5ever::{Attribute, LocalName, Namespace, QualName};

use super::dom::{Dom, Kind, Raw};

/// Deepest element, as in browsers: what is deeper becomes a sibling. html5ever looks through all open elements for
/// many a tag, so without a bound a deep page takes quadratic time.
const DEEPEST: u32 = 512;
/// Most nodes; what follows is left out. A long article has some thousands.
const MOST_NODES: usize = 2_000_000;
/// Fed at a time, in bytes.
const PIECE: usize = 1 << 20;

/// Parses `html`.
pub(super) fn parse(html: &str) -> Dom {
    parse_within(html, MOST_NODES)
}

fn parse_within(html: &str, most_nodes: usize) -> Dom {
    let options = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
    let filter =
        Filter { builder: TreeBuilder::new(Sink::new(), options), dropped: RefCell::default(), most_nodes };
    let tokenizer = Tokenizer::new(filter, Default::default());
    let queue = BufferQueue::default();
    let mut rest = html;
    while !rest.is_empty() {
        let mut cut = rest.len().min(PIECE);
        while !rest.is_char_boundary(cut) {
            cut += 1;
        }
        let (piece, after) = rest.split_at(cut);
        rest = after;
        queue.push_back(StrTendril::from(piece));
        // It halts at scripts and at declared encodings; neither concerns us.
        while !matches!(tokenizer.feed(&queue), TokenizerResult::Done) {}
    }
    tokenizer.end();
    tokenizer.sink.builder.sink.lay_out()
}

/// Between tokenizer and tree: drops tags that would lie too deep, and everything once the tree is full.
struct Filter {
    builder: TreeBuilder<u32, Sink>,
    /// Start tags dropped, by name, whose end tags must go too.
    dropped: RefCell<HashMap<LocalName, usize>>,
    most_nodes: usize,
}

impl Filter {
    fn passes(&self, tag: &Tag) -> bool {
        let mut dropped = self.dropped.borrow_mut();
        if tag.kind == TagKind::EndTag {
            return match dropped.get_mut(&tag.name) {
                Some(count) if *count > 0 => {
                    *count -= 1;
                    false
                }
                _ => true,
            };
        }
        // The tokenizer must learn of these, and they hold no elements.
        let holds_text_only =
            matches!(&*tag.name, "script" | "style" | "title" | "textarea" | "iframe" | "noembed" | "xmp");
        if holds_text_only || self.builder.sink.depth.get() < DEEPEST {
            return true;
        }
        *dropped.entry(tag.name.clone()).or_default() += 1;
        false
    }
}

impl TokenSink for Filter {
    type Handle = u32;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<u32> {
        let full = self.builder.sink.nodes.borrow().len() >= self.most_nodes;
        let passes = match &token {
            Token::EOFToken => true,
            Token::CommentToken(_) | Token::ParseError(_) => false,
            _ if full => false,
            Token::TagToken(tag) => self.passes(tag),
            _ => true,
        };
        if passes { self.builder.process_token(token, line) } else { TokenSinkResult::Continue }
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

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
struct Sink {
    nodes: RefCell<Vec<Growing>>,
    /// Depth of the element that is open.
    depth: Cell<u32>,
}

/// The name of an element, by value: the tree may grow while it is looked at.
#[derive(Debug)]
struct Name(Namespace, LocalName);

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
    fn new() -> Self {
        let sink = Self { nodes: RefCell::default(), depth: Cell::new(0) };
        sink.add(nameless(), Kind::Element { name: LocalName::default(), attributes: Vec::new() });
        sink
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
    fn lay_out(&self) -> Dom {
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn deepest(dom: &Dom) -> usize {
        dom.all().map(|node| node.ancestors().count()).max().unwrap_or(0)
    }

    #[test]
    fn deep_pages_become_shallow_and_lose_no_words() {
        for tag in ["div", "b", "table><tr><td", "svg"] {
            let open = format!("<{tag}>").repeat(100_000);
            let close = format!("</{}>", tag.rsplit(['<', '>']).next().unwrap_or(tag)).repeat(100_000);
            let dom = Dom::parse(&format!("{open}innermost{close}<p>after"));
            assert!(deepest(&dom) <= DEEPEST as usize + 8, "{tag}: {}", deepest(&dom));
            let words: String = dom.all().filter_map(|node| node.words()).collect();
            assert!(words.contains("innermost") && words.contains("after"), "{tag}");
        }
    }

    #[test]
    fn scripts_and_declared_encodings_stop_nothing() {
        let dom = Dom::parse("<meta charset=windows-1251><script>1</script><p>after");
        assert!(dom.all().any(|node| node.words() == Some("after")));
    }

    #[test]
    fn a_full_tree_takes_no_more() {
        let dom = parse_within(&"<i></i>".repeat(2_000), 1_000);
        assert!((900..1_008).contains(&dom.len()), "{}", dom.len());
    }

    proptest! {
        #[test]
        fn any_markup_makes_a_sound_tree(html in "(<[/]?(div|p|b|a|table|tr|td|li|ul|form|select|option|template|svg|title|script)( id=x)?>|[a-z &<]){0,60}") {
            let dom = Dom::parse(&html);
            for node in dom.all() {
                prop_assert!(node.end() > node.index() && node.end() <= dom.len() as usize);
                let children: usize = node.children().map(|child| child.end() - child.index()).sum();
                prop_assert_eq!(children, node.end() - node.index() - 1);
            }
        }
    }
}
