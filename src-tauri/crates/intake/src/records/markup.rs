//! HTML inside a record: its words in paragraphs, nothing else of it.

use crate::html::dom::{Dom, breaks_line};

/// Elements of which nothing is read.
const UNREAD: &[&str] = &[
    "script",
    "style",
    "template",
    "noscript",
    "head",
    "iframe",
    "object",
    "svg",
    "math",
    "form",
    "button",
    "select",
    "nav",
    "figcaption",
    "video",
    "audio",
];

/// The text of a piece of HTML, or of plain words: paragraphs with an empty line between, list items with a dash.
pub(super) fn text(source: &str) -> String {
    if !source.contains(['<', '&']) {
        return source.trim().to_owned();
    }
    let dom = Dom::parse(&format!("<!DOCTYPE html><body><div>{source}</div>"));
    let mut out = String::new();
    let mut unread_to = 0;
    let mut line = Line::default();
    // Where elements that part lines end.
    let mut ends: Vec<usize> = Vec::new();
    for node in dom.all() {
        while ends.last().is_some_and(|end| *end <= node.index()) {
            ends.pop();
            line.part(&mut out);
        }
        if node.index() < unread_to {
            continue;
        }
        let name = node.name();
        if UNREAD.contains(&name) {
            unread_to = node.end();
            continue;
        }
        if let Some(words) = node.words() {
            line.push(words);
        } else if name == "br" {
            line.words.push('\n');
        } else if breaks_line(name) {
            line.part(&mut out);
            line.item = name == "li";
            ends.push(node.end());
        }
    }
    line.part(&mut out);
    out
}

#[derive(Default)]
struct Line {
    words: String,
    item: bool,
}

impl Line {
    fn push(&mut self, words: &str) {
        // Line ends of the source are blanks; those of `br` are ours.
        self.words.extend(words.chars().map(|c| if c.is_whitespace() { ' ' } else { c }));
    }

    /// Ends the paragraph.
    fn part(&mut self, out: &mut String) {
        let lines: Vec<&str> = self.words.split('\n').map(str::trim).collect();
        // Two breaks in a row part paragraphs as well.
        let paragraphs = lines.split(|line| line.is_empty()).filter(|lines| !lines.is_empty());
        for paragraph in paragraphs.map(|lines| lines.join("\n")) {
            if !out.is_empty() {
                out.push_str("\n\n");
            }
            if self.item {
                out.push_str("- ");
                self.item = false;
            }
            out.push_str(&paragraph);
        }
        self.words.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_becomes_paragraphs() {
        let source = "<h2>What next</h2><p>First <b>one</b>\n&amp; more.</p><ul><li>a<li>b</ul><script>x()</script>tail<br><br>end";
        assert_eq!(text(source), "What next\n\nFirst one & more.\n\n- a\n\n- b\n\ntail\n\nend");
        assert_eq!(text("plain words"), "plain words");
        assert_eq!(text("Тарыфы &lt; 5&nbsp;%"), "Тарыфы < 5 %");
    }
}
