//! From HTML to the tree: html5ever behind a filter that keeps depth and size within bounds.

use std::cell::RefCell;
use std::collections::HashMap;

use html5ever::LocalName;
use html5ever::buffer_queue::BufferQueue;
use html5ever::interface::TokenizerResult;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};

use super::dom::Dom;
use super::tree::Sink;

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
        let full = self.builder.sink.len() >= self.most_nodes;
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
