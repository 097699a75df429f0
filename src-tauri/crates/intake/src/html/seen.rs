//! What of a page nobody sees or reads: scripts, controls, hidden elements.

use super::dom::Node;

/// Elements that hold no words of an article, whatever stands in them.
const NEVER_READ: &[&str] = &[
    "script", "style", "noscript", "template", "head", "title", "iframe", "object", "embed", "applet", "svg",
    "math", "canvas", "audio", "video", "map", "button", "select", "option", "optgroup", "datalist", "input",
    "textarea", "progress", "meter", "dialog", "frameset", "noframes", "rp", "rt",
];

/// Whether nobody sees `node` or it holds only what is no text.
pub(crate) fn is_unseen(node: Node<'_>) -> bool {
    let name = node.name();
    if name.is_empty() || name == "html" || name == "body" {
        return false;
    }
    NEVER_READ.contains(&name)
        || node.attribute("hidden").is_some_and(|value| value != "false")
        || node.attribute("style").is_some_and(hides)
        || node.attribute("aria-hidden") == Some("true") && is_small(node)
}

/// Whether a style hides what has it.
fn hides(style: &str) -> bool {
    let plain: String = style.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase();
    plain.contains("display:none") || plain.contains("visibility:hidden")
}

/// Some pages hide the whole article from readers of the screen while a banner is up.
fn is_small(node: Node<'_>) -> bool {
    node.descendants().filter(|inner| inner.name() == "p").take(5).count() < 5
}
