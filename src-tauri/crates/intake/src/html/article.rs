//! The article of a page: which of its blocks are its text.

use super::blocks::{self, Block, BlockKind};
use super::dom::{Dom, Node};
use super::labels::{self, Label};
use super::roles::{self, Role};
use super::root::{self, Weights};

/// An element with more than this share of the page's prose is the article, whatever it is called.
const TOO_MUCH: f64 = 0.5;

/// What became of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    Text,
    /// In an element beside the article, at its place in the tree.
    Beside(usize),
    /// Outside the element that holds the article.
    Outside,
    /// The title again.
    Title,
    /// Nothing but links.
    Links,
    /// A label of the page.
    Label,
    /// Under a heading that ends the article, or a heading with nothing under it.
    After,
}

/// A page in blocks, and where its article is.
pub(crate) struct Sections<'d> {
    dom: &'d Dom,
    /// All blocks of the page.
    pub(crate) blocks: Vec<Block>,
    beside: Vec<Verdict>,
    /// The element that holds the article.
    pub(crate) root: Node<'d>,
}

impl<'d> Sections<'d> {
    pub(crate) fn read(dom: &'d Dom) -> Self {
        let blocks = blocks::read(dom);
        let everything = Weights::new(dom, &blocks, |_| true);
        let look = |by_name: bool| {
            let beside = beside(dom, &blocks, &everything, by_name);
            let weights = Weights::new(dom, &blocks, |number| beside.get(number) == Some(&Verdict::Text));
            let root = root::find(dom, &weights);
            (beside, root, weights.of(root))
        };
        let (mut beside, mut root, mass) = look(true);
        // Where the names leave next to nothing, they mean something else here: a forum is all comments.
        if mass * 6 < everything.of(dom.root()) {
            let (all_beside, all_root, all_mass) = look(false);
            if all_mass > mass * 3 {
                (beside, root) = (all_beside, all_root);
            }
        }
        Self { dom, blocks, beside, root }
    }

    /// The blocks of the article in reading order, as [`Sections::judge`] judged them.
    pub(crate) fn article(&self, verdicts: &[Verdict]) -> Vec<&Block> {
        let text = self.blocks.iter().zip(verdicts).filter(|(_, verdict)| **verdict == Verdict::Text);
        text.map(|(block, _)| block).collect()
    }

    /// What becomes of each block. `title` is no part of the text.
    pub(crate) fn judge(&self, title: Option<&str>) -> Vec<Verdict> {
        let (all, root) = (&self.blocks, self.root);
        let mut verdicts = self.beside.clone();
        let title = title.map(chancery_text::fold);
        let lead = lead_from(all, root, title.as_deref());
        let nodes: Vec<Node<'_>> = self.dom.all().collect();
        for (block, verdict) in all.iter().zip(&mut verdicts) {
            let inside = block.start >= root.index() && block.start < root.end();
            let above = block.start < root.index() && is_deck(block);
            let deck = above && (block.start >= lead || is_named_deck(&nodes, block, root));
            if *verdict != Verdict::Text {
                continue;
            }
            if !inside && !deck {
                *verdict = Verdict::Outside;
            } else if title.as_deref().is_some_and(|title| chancery_text::fold(&block.text) == title) {
                *verdict = Verdict::Title;
            } else if block.link_share() > 0.8 && block.kind != BlockKind::Row && !shows_address(block) {
                *verdict = Verdict::Links;
            }
        }
        drop_labels(self.dom, all, &mut verdicts);
        // A heading with nothing under it headed what was dropped.
        for (block, verdict) in all.iter().zip(&mut verdicts).rev() {
            if *verdict == Verdict::Text {
                if block.kind != BlockKind::Heading {
                    break;
                }
                *verdict = Verdict::After;
            }
        }
        verdicts
    }
}

/// A figure with more prose than this, in letters, holds more than a caption.
const LONGEST_CAPTION: usize = 500;

/// Whether a block is a link that is there to be read: its words are the address.
fn shows_address(block: &Block) -> bool {
    block.kind == BlockKind::Paragraph && (block.text.contains("://") || block.text.contains('@'))
}

/// Drops labels, and what those head that head something.
fn drop_labels(dom: &Dom, all: &[Block], verdicts: &mut [Verdict]) {
    let nodes: Vec<Node<'_>> = dom.all().collect();
    let mut until = 0;
    for (block, verdict) in all.iter().zip(verdicts) {
        if *verdict != Verdict::Text {
            continue;
        }
        let label = labels::label_of(block);
        if label == Some(Label::Heads) {
            let parent = nodes.get(block.holder).and_then(|holder| holder.parent());
            until = parent.map_or(0, Node::end);
            *verdict = Verdict::Label;
            continue;
        }
        let prose = block.letters >= 150 && block.link_share() < 0.3 && block.kind != BlockKind::Item;
        if prose || block.kind == BlockKind::Heading || block.start >= until {
            until = 0;
        }
        if label.is_some() {
            *verdict = Verdict::Label;
        } else if until > 0 {
            *verdict = Verdict::After;
        }
    }
}

/// Where the title stands above the root: what is between them may be the deck.
fn lead_from(all: &[Block], root: Node<'_>, title: Option<&str>) -> usize {
    let before = all.iter().take_while(|block| block.start < root.index());
    let is_title = |block: &&Block| title.is_some_and(|title| chancery_text::fold(&block.text) == title);
    before.filter(is_title).last().map_or(usize::MAX, |block| block.start)
}

/// Names of decks, as parts of classes.
const DECKS: &str = "lead lede intro teaser excerpt summary standfirst subtitle subhead deck dek chapo chapeau vorspann einleitung \
     sommario occhiello bajada entradilla copete abstract";
/// How far above the root a deck stands, in elements.
const NEAR: usize = 5;

/// Whether a block above the root is named as the deck of what is in it.
fn is_named_deck(nodes: &[Node<'_>], block: &Block, root: Node<'_>) -> bool {
    let Some(holder) = nodes.get(block.holder) else { return false };
    let named = |node: &Node<'_>| {
        let class = node.attribute("class").unwrap_or_default().to_lowercase();
        DECKS.split_whitespace().any(|deck| class.contains(deck))
    };
    let shared = root
        .ancestors()
        .take(NEAR)
        .any(|up| up.name() != "body" && up.index() < block.start && block.start < up.end());
    shared && std::iter::once(*holder).chain(holder.ancestors().take(2)).any(|node| named(&node))
}

/// Whether a block above the root reads as a deck.
fn is_deck(block: &Block) -> bool {
    block.letters >= 40 && block.link_share() < 0.3 && block.kind != BlockKind::Item
}

/// For each block, whether it stands in an element beside the article. `by_name`: also where only its names say so.
fn beside(dom: &Dom, blocks: &[Block], everything: &Weights, by_name: bool) -> Vec<Verdict> {
    let total = everything.of(dom.root());
    let mut beside = vec![Verdict::Text; blocks.len()];
    let mut end = 0;
    let mut next = 0;
    for node in dom.all().filter(|node| node.words().is_none()) {
        if node.index() < end || matches!(node.name(), "" | "html" | "head" | "body" | "main") {
            continue;
        }
        if !is_beside(node, by_name) {
            continue;
        }
        if node.name() == "figure" && everything.of(node) > LONGEST_CAPTION {
            continue;
        }
        // An element of its own for it is surer than a class.
        let sure = matches!(node.name(), "aside" | "footer" | "nav");
        #[allow(clippy::cast_precision_loss)]
        if everything.of(node) as f64 > total as f64 * if sure { 0.8 } else { TOO_MUCH } {
            continue;
        }
        end = node.end();
        while blocks.get(next).is_some_and(|block| block.start < node.index()) {
            next += 1;
        }
        while blocks.get(next).is_some_and(|block| block.start < end) {
            if let Some(mark) = beside.get_mut(next) {
                *mark = Verdict::Beside(node.index());
            }
            next += 1;
        }
    }
    beside
}

fn is_beside(node: Node<'_>, by_name: bool) -> bool {
    match node.name() {
        "footer" | "aside" | "nav" | "figcaption" => true,
        _ if !by_name => false,
        "figure" | "form" => true,
        "article" => false,
        _ => roles::of(node) == Role::Beside,
    }
}

/// The blocks as a text: parted by blank lines, items and rows of one list by line ends.
pub(crate) fn text(blocks: &[&Block]) -> String {
    let mut text = String::new();
    let mut before: Option<BlockKind> = None;
    for block in blocks {
        let listed = matches!(block.kind, BlockKind::Item | BlockKind::Row);
        if let Some(before) = before {
            text.push_str(if listed && before == block.kind { "\n" } else { "\n\n" });
        }
        if block.kind == BlockKind::Item {
            text.push_str("- ");
        }
        text.push_str(&block.text);
        before = Some(block.kind);
    }
    text
}
