//! A chapter of a book: a page that is all article, read whole.

use crate::html::dom::{Dom, Node, breaks_line};
use crate::office::blocks::{Blocks, Kind};

/// Elements of XHTML that HTML knows to be empty.
const EMPTY: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
];

/// Reads a decoded page into `blocks`.
pub(super) fn read(page: &str, blocks: &mut Blocks) {
    let dom = Dom::parse(&closed(page));
    let mut reader = Reader { blocks, open: Vec::new() };
    let mut hidden = 0;
    for node in dom.all() {
        if node.index() < hidden {
            continue;
        }
        reader.close_before(node.index());
        if let Some(words) = node.words() {
            reader.blocks.words(words);
        } else if is_hidden(node) {
            hidden = node.end();
        } else if is_mark(node) {
            // The number of a note stands apart from the word before it.
            reader.blocks.mark(&node.text());
            hidden = node.end();
        } else {
            reader.open(node);
        }
    }
    reader.close_before(usize::MAX);
    reader.blocks.end(Kind::Paragraph);
}

struct Open<'d> {
    end: usize,
    name: &'d str,
}

struct Reader<'r, 'd> {
    blocks: &'r mut Blocks,
    open: Vec<Open<'d>>,
}

impl<'d> Reader<'_, 'd> {
    fn open(&mut self, node: Node<'d>) {
        let name = node.name();
        match name {
            "br" => return self.blocks.line_break(),
            "tr" => {
                self.end();
                self.blocks.row();
            }
            "td" | "th" if self.is_in("tr") => {
                self.end();
                self.blocks.cell();
            }
            _ if breaks_line(name) => self.end(),
            _ => return,
        }
        self.open.push(Open { end: node.end(), name });
    }

    fn close_before(&mut self, index: usize) {
        while self.open.last().is_some_and(|open| open.end <= index) {
            self.end();
            let Some(open) = self.open.pop() else { break };
            match open.name {
                "tr" => self.blocks.end_row(),
                "td" | "th" if self.is_in("tr") => self.blocks.end_cell(),
                _ => {}
            }
        }
    }

    fn is_in(&self, name: &str) -> bool {
        self.open.iter().rev().take_while(|open| open.name != "table").any(|open| open.name == name)
    }

    /// Ends the open paragraph as what it stands in.
    fn end(&mut self) {
        let kind = self.open.iter().rev().take(8).find_map(|open| match open.name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Some(Kind::Heading),
            "li" | "dd" | "dt" => Some(Kind::Item),
            _ => None,
        });
        self.blocks.end(kind.unwrap_or(Kind::Paragraph));
    }
}

/// What nobody reads in the text: code, pictures' names, readings above words, the numbers of printed pages.
fn is_hidden(node: Node<'_>) -> bool {
    let says = |word: &str| {
        ["epub:type", "role"]
            .iter()
            .filter_map(|name| node.attribute(name))
            .any(|words| words.split_whitespace().any(|one| one.strip_prefix("doc-").unwrap_or(one) == word))
    };
    matches!(
        node.name(),
        "head"
            | "title"
            | "script"
            | "style"
            | "template"
            | "noscript"
            | "svg"
            | "math"
            | "rt"
            | "rp"
            | "audio"
            | "video"
    ) || node.attribute("hidden").is_some()
        || says("pagebreak")
        || node.name() == "nav" && (says("toc") || says("landmarks") || says("page-list"))
}

/// Whether it is the number of a note: a link that says so, or a raised one.
fn is_mark(node: Node<'_>) -> bool {
    let stated = ["epub:type", "role"]
        .iter()
        .any(|name| matches!(node.attribute(name), Some("noteref" | "doc-noteref")));
    let raised = node.name() == "sup" && node.descendants().any(|inner| inner.name() == "a");
    if !stated && !raised {
        return false;
    }
    let words = node.text();
    !words.is_empty() && words.len() < 5 && words.bytes().all(|byte| byte.is_ascii_digit())
}

/// `page` with its empty elements closed as HTML wants it: `<title/>` would take in all that follows.
fn closed(page: &str) -> String {
    let mut out = String::with_capacity(page.len());
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        out.push_str(before);
        let letters = tag
            .bytes()
            .skip(1)
            .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b':' | b'-'));
        let name = tag.get(1..=letters.count()).unwrap_or_default();
        let end = if name.is_empty() { 1 } else { tag_end(tag) };
        let (tag, after) = tag.split_at_checked(end).unwrap_or((tag, ""));
        match tag.strip_suffix("/>") {
            Some(open) if !EMPTY.contains(&name.to_ascii_lowercase().as_str()) => {
                out.push_str(open);
                out.push_str("></");
                out.push_str(name);
                out.push('>');
            }
            _ => out.push_str(tag),
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Where a tag ends, in bytes; a `>` in quotes does not end it.
fn tag_end(tag: &str) -> usize {
    let mut quote = None;
    for (at, byte) in tag.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') => quote = Some(byte),
            // A tag that runs into the next one was none.
            (None, b'<') if at > 0 => return at,
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    tag.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_elements_are_closed() {
        assert_eq!(
            closed("<title/><a id='x>/>'/>b<br/><p class=\"c\"/>1 < 2<s<i/>"),
            "<title></title><a id='x>/>'></a>b<br/><p class=\"c\"></p>1 < 2<s<i></i>"
        );
    }
}
