//! Where in a page the article is: the element that holds most of its prose.

use super::blocks::Block;
use super::dom::{Dom, Node};
use super::roles::{self, Role};

/// Sums over the blocks of a page by place in the tree.
pub(crate) struct Weights {
    /// Mass of the blocks that start before each node.
    before: Vec<usize>,
}

impl Weights {
    /// Sums `blocks`, those that `counts` lets through.
    pub(crate) fn new(dom: &Dom, blocks: &[Block], counts: impl Fn(usize) -> bool) -> Self {
        let mut before = vec![0; dom.len() as usize + 1];
        for (number, block) in blocks.iter().enumerate() {
            if counts(number)
                && let Some(place) = before.get_mut(block.start + 1)
            {
                *place += block.mass();
            }
        }
        let mut sum = 0;
        for place in &mut before {
            sum += *place;
            *place = sum;
        }
        Self { before }
    }

    /// The mass inside `node`.
    pub(crate) fn of(&self, node: Node<'_>) -> usize {
        let at = |index: usize| self.before.get(index).copied().unwrap_or(0);
        at(node.end()).saturating_sub(at(node.index()))
    }
}

/// Least mass an element named as the article must have, as a share of the page's.
const NAMED: f64 = 0.3;
/// Share of the mass one child must hold for the search to go on inside it.
const DESCEND: f64 = 0.8;

/// The element of `dom` that holds the article.
pub(crate) fn find<'d>(dom: &'d Dom, weights: &Weights) -> Node<'d> {
    let body = dom.named("body").next().unwrap_or(dom.root());
    let total = weights.of(body);
    let start = named(dom, weights, total).unwrap_or(body);
    descend(start, weights)
}

/// The heaviest element that the page names as its article's text, or as its article.
fn named<'d>(dom: &'d Dom, weights: &Weights, total: usize) -> Option<Node<'d>> {
    let heaviest = |wanted: &dyn Fn(Node<'d>) -> bool| {
        let mut best: Option<(usize, Node<'d>)> = None;
        for node in dom.all().filter(|node| wanted(*node)) {
            let mass = weights.of(node);
            // An element inside another with nearly the same words names them better.
            let better = best.is_none_or(|(most, outer)| {
                let inside = node.index() < outer.end();
                if inside { mass * 10 > most * 9 } else { mass > most }
            });
            if better {
                best = Some((mass, node));
            }
        }
        best.filter(|(mass, _)| share(*mass, total) >= NAMED && *mass >= 150).map(|(_, node)| node)
    };
    let is_box =
        |node: Node<'_>| matches!(node.name(), "div" | "section" | "article" | "main" | "td" | "span");
    heaviest(&|node| is_box(node) && roles::of(node) == Role::Body)
        .or_else(|| heaviest(&|node| node.name() == "article" || node.attribute("role") == Some("article")))
        .or_else(|| heaviest(&|node| node.name() == "main" || node.attribute("role") == Some("main")))
}

#[allow(clippy::cast_precision_loss)]
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// Goes into the heaviest child as long as it holds nearly all.
fn descend<'d>(start: Node<'d>, weights: &Weights) -> Node<'d> {
    let mut current = start;
    let all = weights.of(start);
    loop {
        let mass = weights.of(current);
        let boxes = current.children().filter(|child| {
            matches!(
                child.name(),
                "body"
                    | "div"
                    | "section"
                    | "article"
                    | "main"
                    | "table"
                    | "tbody"
                    | "tr"
                    | "td"
                    | "center"
                    | "form"
                    | "span"
                    | "font"
            )
        });
        let Some(heaviest) = boxes.max_by_key(|child| weights.of(*child)) else { return current };
        let held = weights.of(heaviest);
        if held == 0 || share(held, mass) < DESCEND || share(held, all) < 0.65 {
            return current;
        }
        current = heaviest;
    }
}
