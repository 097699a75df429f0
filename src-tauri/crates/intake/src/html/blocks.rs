//! The visible words of a page as blocks in reading order: paragraphs, headings, quotations, list items, table rows.

use super::dom::{Dom, Node, breaks_line, push_collapsed};
use super::seen::is_unseen;

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BlockKind {
    Paragraph,
    Heading,
    Quotation,
    Item,
    Row,
    /// Text that keeps its lines: code, verse.
    Lines,
}

/// A run of words that stands on lines of its own.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    pub(crate) kind: BlockKind,
    /// The words; blanks single, lines parted as by `br`.
    pub(crate) text: String,
    /// Characters without blanks.
    pub(crate) letters: usize,
    /// Of these, how many stand in links.
    pub(crate) linked: usize,
    /// Place of the element that holds it.
    pub(crate) holder: usize,
    /// Place of its first text.
    pub(crate) start: usize,
}

impl Block {
    /// Share of its characters that stand in links.
    #[allow(clippy::cast_precision_loss)]
    pub(crate) fn link_share(&self) -> f64 {
        if self.letters == 0 { 0.0 } else { self.linked as f64 / self.letters as f64 }
    }

    /// How much it speaks for an article around it: prose counts, labels, headings and links do not.
    pub(crate) fn mass(&self) -> usize {
        let own = self.letters.saturating_sub(self.linked);
        match self.kind {
            BlockKind::Heading => 0,
            _ if self.letters < 40 || self.linked * 2 > self.letters => 0,
            BlockKind::Item | BlockKind::Row => own / 2,
            _ => own,
        }
    }
}

/// Cells longer than this, in characters, make a table a means of layout.
const LONGEST_CELL: usize = 300;

/// Reads the blocks of `dom`.
pub(crate) fn read(dom: &Dom) -> Vec<Block> {
    let mut reader = Reader::default();
    let mut index = 0;
    let nodes: Vec<Node<'_>> = dom.all().collect();
    while let Some(node) = nodes.get(index) {
        while reader.open.last().is_some_and(|open| open.end <= index) {
            reader.close();
        }
        if let Some(words) = node.words() {
            reader.words(words, index);
        } else if is_unseen(*node) {
            if breaks_line(node.name()) {
                reader.flush();
            }
            index = node.end().max(index + 1);
            continue;
        } else {
            reader.enter(*node);
        }
        index += 1;
    }
    reader.flush();
    reader.blocks
}

/// An element that is not yet closed.
struct Open {
    end: usize,
    index: usize,
    breaks: bool,
    link: bool,
    kind: Option<BlockKind>,
    cell_of_data: bool,
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    open: Vec<Open>,
    text: String,
    letters: usize,
    linked: usize,
    start: usize,
    /// Line breaks seen since the last word.
    breaks: u32,
    in_links: usize,
}

impl Reader {
    fn enter(&mut self, node: Node<'_>) {
        let name = node.name();
        if name == "br" {
            self.breaks += 1;
            if self.breaks >= 2 {
                self.flush();
            } else if !self.text.is_empty() {
                self.text.truncate(self.text.trim_end().len());
                self.text.push('\n');
            }
            return;
        }
        let in_row = self.open.last().is_some_and(|open| open.kind == Some(BlockKind::Row));
        let in_cell = self
            .open
            .iter()
            .rev()
            .take_while(|open| open.kind != Some(BlockKind::Row))
            .any(|open| open.cell_of_data);
        let mut kind = kind_of(name);
        if name == "tr" && !is_data(node) {
            kind = None;
        }
        let cell_of_data = in_row && matches!(name, "td" | "th");
        // Inside a row of data nothing but the row ends the block.
        let breaks = breaks_line(name) && !cell_of_data && !(in_cell && name != "tr");
        if cell_of_data && !self.text.is_empty() {
            self.text.truncate(self.text.trim_end().len());
            self.text.push_str(" | ");
        } else if breaks {
            self.flush();
        } else if breaks_line(name) && !self.text.is_empty() {
            push_collapsed(&mut self.text, " ");
        }
        let link = name == "a" && node.attribute("href").is_some_and(|href| !href.starts_with('#'));
        self.in_links += usize::from(link);
        self.open.push(Open { end: node.end(), index: node.index(), breaks, link, kind, cell_of_data });
    }

    fn close(&mut self) {
        if self.open.last().is_some_and(|open| open.breaks) {
            self.flush();
        }
        if let Some(open) = self.open.pop() {
            self.in_links -= usize::from(open.link);
        }
    }

    fn words(&mut self, words: &str, index: usize) {
        let letters = words.chars().filter(|c| !c.is_whitespace()).count();
        let keeps_lines = self.open.iter().any(|open| open.kind == Some(BlockKind::Lines));
        if self.text.is_empty() {
            if letters == 0 {
                return;
            }
            self.start = index;
        }
        if keeps_lines {
            self.text.push_str(words);
        } else if self.text.ends_with('\n') {
            push_collapsed(&mut self.text, words.trim_start());
        } else {
            push_collapsed(&mut self.text, words);
        }
        self.letters += letters;
        if self.in_links > 0 {
            self.linked += letters;
        }
        if letters > 0 {
            self.breaks = 0;
        }
    }

    fn flush(&mut self) {
        self.breaks = 0;
        let text = std::mem::take(&mut self.text);
        let (letters, linked) = (std::mem::take(&mut self.letters), std::mem::take(&mut self.linked));
        let text = text.trim().trim_matches('|').trim();
        if letters == 0 || text.is_empty() {
            return;
        }
        let kind = self.open.iter().rev().find_map(|open| open.kind).unwrap_or(BlockKind::Paragraph);
        let holder = self.open.iter().rev().find(|open| open.breaks).map_or(0, |open| open.index);
        self.blocks.push(Block { kind, text: text.to_owned(), letters, linked, holder, start: self.start });
    }
}

fn kind_of(name: &str) -> Option<BlockKind> {
    Some(match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => BlockKind::Heading,
        "blockquote" | "q" => BlockKind::Quotation,
        "li" | "dd" | "dt" => BlockKind::Item,
        "tr" => BlockKind::Row,
        "pre" | "listing" | "xmp" => BlockKind::Lines,
        _ => return None,
    })
}

/// Whether a row belongs to a table of data: short cells, no table inside.
fn is_data(row: Node<'_>) -> bool {
    let mut cells = 0;
    for cell in row.children().filter(|cell| matches!(cell.name(), "td" | "th")) {
        cells += 1;
        let mut letters = 0;
        for node in cell.descendants() {
            letters += node.words().map_or(0, str::len);
            if letters > LONGEST_CELL || matches!(node.name(), "table" | "h1" | "h2" | "h3" | "article") {
                return false;
            }
        }
    }
    cells > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(html: &str, expected: &[(BlockKind, &str)]) {
        let blocks = read(&Dom::parse(html));
        let found: Vec<_> = blocks.iter().map(|block| (block.kind, block.text.as_str())).collect();
        assert_eq!(found, expected, "{html}");
    }

    #[test]
    fn words_become_blocks() {
        use BlockKind::{Heading, Item, Lines, Paragraph, Quotation, Row};
        check(
            "<h2>Gas</h2>One <b>two</b><p>three<br>four<br><br>five</div>",
            &[(Heading, "Gas"), (Paragraph, "One two"), (Paragraph, "three\nfour"), (Paragraph, "five")],
        );
        check(
            "<ul><li>a <a href=x>b</a><li><p>c</p></ul><blockquote>d</blockquote><pre>e\n  f</pre>",
            &[(Item, "a b"), (Item, "c"), (Quotation, "d"), (Lines, "e\n  f")],
        );
        check(
            "<table><tr><th>Year<th>Gas<tr><td>2019<td><p>127</p></table>",
            &[(Row, "Year | Gas"), (Row, "2019 | 127")],
        );
        check(
            "<p>a<span hidden>b</span><script>c</script>d</p><div style='display: none'>e</div>",
            &[(Paragraph, "ad")],
        );
    }

    #[test]
    fn links_are_counted() {
        let blocks = read(&Dom::parse("<p>ab <a href=/x>cd</a></p>"));
        assert_eq!(blocks.first().map(|block| (block.letters, block.linked)), Some((4, 2)));
    }
}
