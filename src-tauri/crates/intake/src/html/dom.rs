//! The tree of a page: html5ever's parse laid out in document order, so that nothing that walks it needs recursion.

use html5ever::tendril::StrTendril;
use html5ever::{Attribute, LocalName};

use super::parse;

/// A parsed page. Nodes stand in document order; a node's subtree is the run after it.
pub(crate) struct Dom {
    pub(super) nodes: Vec<Raw>,
}

/// One node as stored.
pub(super) struct Raw {
    pub(super) parent: u32,
    /// One past the last node of its subtree.
    pub(super) end: u32,
    pub(super) kind: Kind,
}

pub(super) enum Kind {
    Element { name: LocalName, attributes: Vec<Attribute> },
    Text(StrTendril),
}

/// A node of a page: an element or a text. The root is an element without a name.
#[derive(Clone, Copy)]
pub(crate) struct Node<'d> {
    dom: &'d Dom,
    index: u32,
}

/// Elements whose text nobody sees.
const UNSEEN: &[&str] =
    &["script", "style", "template", "noscript", "head", "iframe", "object", "svg", "math"];

impl Dom {
    /// Parses `html`. Never fails: what is too deep or too much is left out (see [`parse`]).
    pub(crate) fn parse(html: &str) -> Self {
        parse::parse(html)
    }

    /// The root, above `html`.
    pub(crate) fn root(&self) -> Node<'_> {
        Node { dom: self, index: 0 }
    }

    /// Every node in document order, texts included.
    pub(crate) fn all(&self) -> impl Iterator<Item = Node<'_>> + Clone {
        (0..self.len()).map(|index| Node { dom: self, index })
    }

    /// Every element of a name, in document order.
    pub(crate) fn named<'d>(&'d self, name: &'static str) -> impl Iterator<Item = Node<'d>> + Clone {
        self.all().filter(move |node| node.name() == name)
    }

    /// How many nodes it has; their indices run from 0 to this.
    pub(crate) fn len(&self) -> u32 {
        u32::try_from(self.nodes.len()).unwrap_or(u32::MAX)
    }
}

impl<'d> Node<'d> {
    fn raw(self) -> Option<&'d Raw> {
        self.dom.nodes.get(self.index as usize)
    }

    /// Its place in document order.
    pub(crate) fn index(self) -> usize {
        self.index as usize
    }

    /// One past the place of the last node in its subtree.
    pub(crate) fn end(self) -> usize {
        self.raw().map_or(0, |raw| raw.end as usize)
    }

    /// Name of the element in small letters; empty for a text and the root.
    pub(crate) fn name(self) -> &'d str {
        match self.raw() {
            Some(Raw { kind: Kind::Element { name, .. }, .. }) => name,
            _ => "",
        }
    }

    /// The words of a text node, as they stand.
    pub(crate) fn words(self) -> Option<&'d str> {
        match self.raw() {
            Some(Raw { kind: Kind::Text(words), .. }) => Some(words),
            _ => None,
        }
    }

    /// Value of an attribute (name in small letters).
    pub(crate) fn attribute(self, name: &str) -> Option<&'d str> {
        match self.raw() {
            Some(Raw { kind: Kind::Element { attributes, .. }, .. }) => {
                attributes.iter().find(|one| &*one.name.local == name).map(|one| &*one.value)
            }
            _ => None,
        }
    }

    /// The element it stands in; `None` for the root.
    pub(crate) fn parent(self) -> Option<Self> {
        let raw = self.raw()?;
        (self.index != 0).then_some(Node { dom: self.dom, index: raw.parent })
    }

    /// Its parent, the parent's parent and so on up to the root.
    pub(crate) fn ancestors(self) -> impl Iterator<Item = Self> {
        std::iter::successors(self.parent(), |node| node.parent())
    }

    /// Its children in order, texts included.
    pub(crate) fn children(self) -> impl Iterator<Item = Self> + Clone {
        let end = self.end();
        let first = Node { dom: self.dom, index: self.index + 1 };
        let inside = move |node: &Self| node.index() < end;
        std::iter::successors(Some(first).filter(inside), move |node| node.after().filter(inside))
    }

    /// The node right after its subtree, wherever that stands.
    pub(crate) fn after(self) -> Option<Self> {
        let next = u32::try_from(self.end()).ok()?;
        (next > self.index && next < self.dom.len()).then_some(Node { dom: self.dom, index: next })
    }

    /// The nodes of its subtree in document order, without itself.
    pub(crate) fn descendants(self) -> impl Iterator<Item = Self> + Clone {
        let end = u32::try_from(self.end()).unwrap_or(u32::MAX);
        (self.index + 1..end).map(move |index| Node { dom: self.dom, index })
    }

    /// Its text with blanks made single, without what nobody sees (scripts, styles, templates).
    pub(crate) fn text(self) -> String {
        let mut text = String::new();
        let mut index = self.index() + usize::from(self.words().is_none());
        while index < self.end().max(self.index() + 1) {
            let node = Node { dom: self.dom, index: u32::try_from(index).unwrap_or(u32::MAX) };
            if let Some(words) = node.words() {
                push_collapsed(&mut text, words);
            } else if UNSEEN.contains(&node.name()) {
                index = node.end().max(index + 1);
                continue;
            } else if breaks_line(node.name()) {
                push_collapsed(&mut text, " ");
            }
            index += 1;
        }
        text.truncate(text.trim_end().len());
        text
    }

    /// Its text with nothing left out and nothing changed, for scripts.
    pub(crate) fn raw_text(self) -> String {
        self.descendants().filter_map(Node::words).collect()
    }
}

/// Whether an element stands on lines of its own.
pub(crate) fn breaks_line(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "br"
            | "button"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "dir"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hr"
            | "html"
            | "li"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "option"
            | "p"
            | "pre"
            | "section"
            | "select"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "ul"
    )
}

/// Appends `words` with every run of blanks as one blank, none at the start.
pub(crate) fn push_collapsed(text: &mut String, words: &str) {
    for c in words.chars() {
        if !c.is_whitespace() {
            text.push(c);
        } else if !text.is_empty() && !text.ends_with(' ') {
            text.push(' ');
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_walked_in_document_order() {
        let dom =
            Dom::parse("<title>T</title><div id=a><p>One <b>two</b>\n three<p>four</div><span>five</span>");
        let div = dom.named("div").next().unwrap();
        assert_eq!(div.attribute("id"), Some("a"));
        assert_eq!(div.text(), "One two three four");
        let names: Vec<_> = div.children().map(Node::name).collect();
        assert_eq!(names, ["p", "p"]);
        assert_eq!(div.after().unwrap().name(), "span");
        let up: Vec<_> = div.children().next().unwrap().ancestors().map(Node::name).collect();
        assert_eq!(up, ["div", "body", "html", ""]);
        assert_eq!(dom.named("title").next().unwrap().text(), "T");
    }

    #[test]
    fn what_nobody_sees_is_no_text() {
        let dom = Dom::parse("<div>a<script>b</script><style>c</style><template>d</template>e</div>");
        let div = dom.named("div").next().unwrap();
        assert_eq!(div.text(), "ae");
        assert_eq!(dom.named("script").next().unwrap().raw_text(), "b");
    }
}
