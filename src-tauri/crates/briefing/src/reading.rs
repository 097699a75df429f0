//! Reads CommonMark into the prose tree.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::{Inline, Link, ProseBlock};

/// Containers nested deeper than this are flattened, so that no input can exhaust the stack.
const DEEPEST: usize = 12;

/// Reads CommonMark with `[[wiki links]]`; see [`crate::Prose::from_markdown`].
pub(crate) fn read(markdown: &str, resolve: &mut dyn FnMut(&str) -> Link) -> Vec<ProseBlock> {
    let mut builder = Builder::default();
    for event in Parser::new_ext(markdown, Options::ENABLE_WIKILINKS | Options::ENABLE_STRIKETHROUGH) {
        builder.event(event, resolve);
    }
    builder.finish()
}

/// A container that is open while reading.
enum Open {
    Paragraph(Vec<Inline>),
    Heading(u8, Vec<Inline>),
    List(Option<u64>, Vec<Vec<ProseBlock>>),
    Item(Vec<ProseBlock>),
    Quote(Vec<ProseBlock>),
    Code(String),
    Emphasis(Vec<Inline>),
    Strong(Vec<Inline>),
    Link(String, Vec<Inline>),
    /// Opened for the sake of its end; what is in it goes to the container around.
    Flattened,
}

#[derive(Default)]
struct Builder {
    blocks: Vec<ProseBlock>,
    open: Vec<Open>,
    /// Text that found no container.
    stray: Vec<Inline>,
}

impl Builder {
    fn event(&mut self, event: Event<'_>, resolve: &mut dyn FnMut(&str) -> Link) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(end) => self.end(end, resolve),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.text(&text),
            Event::Code(text) => self.inline(Inline::Code(text.into_string())),
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => self.inline(Inline::Break),
            Event::Rule => self.block(ProseBlock::Rule),
            Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text),
            Event::FootnoteReference(text) => self.text(&text),
            Event::TaskListMarker(done) => self.text(if done { "☑ " } else { "☐ " }),
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        let deep = self.open.len() >= DEEPEST;
        let open = match tag {
            Tag::Paragraph => Open::Paragraph(Vec::new()),
            Tag::Heading { level, .. } => Open::Heading(level as u8, Vec::new()),
            Tag::CodeBlock(_) => Open::Code(String::new()),
            Tag::Link { dest_url, .. } => Open::Link(dest_url.into_string(), Vec::new()),
            _ if deep => Open::Flattened,
            Tag::BlockQuote(_) => Open::Quote(Vec::new()),
            Tag::List(start) => Open::List(start, Vec::new()),
            Tag::Item => Open::Item(Vec::new()),
            Tag::Emphasis => Open::Emphasis(Vec::new()),
            Tag::Strong => Open::Strong(Vec::new()),
            // An HTML block is shown as the words it is written in.
            Tag::HtmlBlock => Open::Paragraph(Vec::new()),
            _ => Open::Flattened,
        };
        if matches!(
            open,
            Open::Paragraph(_) | Open::Heading(..) | Open::Code(_) | Open::Quote(_) | Open::List(..)
        ) {
            self.close_loose_text();
        }
        self.open.push(open);
    }

    fn end(&mut self, end: TagEnd, resolve: &mut dyn FnMut(&str) -> Link) {
        // Text loose in an item stands in a paragraph that no end event closes.
        if matches!(end, TagEnd::Item | TagEnd::List(_) | TagEnd::BlockQuote(_)) {
            self.close_loose_text();
        }
        let Some(open) = self.open.pop() else { return };
        match open {
            Open::Paragraph(text) => self.block(ProseBlock::Paragraph(text)),
            Open::Heading(depth, text) => self.block(ProseBlock::Heading { depth, text }),
            Open::Quote(blocks) => self.block(ProseBlock::Quote(blocks)),
            Open::List(start, items) => self.block(ProseBlock::List { start, items }),
            Open::Code(text) => self.block(ProseBlock::Code(text)),
            Open::Item(blocks) => match self.open.last_mut() {
                Some(Open::List(_, items)) => items.push(blocks),
                _ => blocks.into_iter().for_each(|block| self.block(block)),
            },
            Open::Emphasis(text) => self.inline(Inline::Emphasis(text)),
            Open::Strong(text) => self.inline(Inline::Strong(text)),
            Open::Link(target, text) => self.link(&target, text, resolve),
            Open::Flattened => {}
        }
    }

    fn link(&mut self, target: &str, text: Vec<Inline>, resolve: &mut dyn FnMut(&str) -> Link) {
        let found = resolve(target);
        let bare =
            matches!(text.as_slice(), [] | [Inline::Text(_)] if words(&text) == target || text.is_empty());
        match found {
            Link::Source(number) => {
                if !bare {
                    text.into_iter().for_each(|inline| self.inline(inline));
                    self.text("\u{a0}");
                }
                self.inline(Inline::Cite(number));
            }
            Link::Titled(title) if bare => self.text(&title),
            Link::Titled(_) => text.into_iter().for_each(|inline| self.inline(inline)),
            Link::Unknown => {
                text.into_iter().for_each(|inline| self.inline(inline));
                if !bare && target.contains("://") {
                    self.text(&format!(" ({target})"));
                }
            }
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(Open::Code(code)) = self.open.last_mut() {
            code.push_str(text);
            return;
        }
        match self.inlines().last_mut() {
            Some(Inline::Text(last)) => last.push_str(text),
            _ => self.inlines().push(Inline::Text(text.to_owned())),
        }
    }

    fn inline(&mut self, inline: Inline) {
        match inline {
            Inline::Text(text) => self.text(&text),
            other => self.inlines().push(other),
        }
    }

    /// The innermost place for running text; a paragraph is opened where there is none.
    fn inlines(&mut self) -> &mut Vec<Inline> {
        let takes = |open: &Open| {
            matches!(
                open,
                Open::Paragraph(_) | Open::Heading(..) | Open::Emphasis(_) | Open::Strong(_) | Open::Link(..)
            )
        };
        let at = self.open.iter().rposition(|open| !matches!(open, Open::Flattened));
        let at = match at.filter(|at| self.open.get(*at).is_some_and(takes)) {
            Some(at) => at,
            None => {
                // Below any flattened containers, so that their ends still find them on top.
                let at = at.map_or(0, |at| at + 1);
                self.open.insert(at, Open::Paragraph(Vec::new()));
                at
            }
        };
        match self.open.get_mut(at) {
            Some(
                Open::Paragraph(text)
                | Open::Heading(_, text)
                | Open::Emphasis(text)
                | Open::Strong(text)
                | Open::Link(_, text),
            ) => text,
            // Not reached: the place was chosen among these.
            _ => &mut self.stray,
        }
    }

    /// Closes a paragraph that was opened for text standing loose in a container.
    fn close_loose_text(&mut self) {
        let Some(at) = self.open.iter().rposition(|open| !matches!(open, Open::Flattened)) else { return };
        if matches!(self.open.get(at), Some(Open::Paragraph(_)))
            && let Open::Paragraph(text) = self.open.remove(at)
        {
            self.block(ProseBlock::Paragraph(text));
        }
    }

    fn block(&mut self, block: ProseBlock) {
        let said = match &block {
            ProseBlock::Paragraph(text) | ProseBlock::Heading { text, .. } => says_something(text),
            ProseBlock::List { items, .. } => !items.is_empty(),
            ProseBlock::Quote(blocks) => !blocks.is_empty(),
            ProseBlock::Code(text) => !text.trim().is_empty(),
            ProseBlock::Rule => true,
        };
        if !said {
            return;
        }
        for open in self.open.iter_mut().rev() {
            match open {
                Open::Item(blocks) | Open::Quote(blocks) => return blocks.push(block),
                Open::List(_, items) => return items.push(vec![block]),
                _ => {}
            }
        }
        self.blocks.push(block);
    }

    fn finish(mut self) -> Vec<ProseBlock> {
        while !self.open.is_empty() {
            self.end(TagEnd::Paragraph, &mut |_| Link::Unknown);
        }
        let mut ranks: Vec<u8> = Vec::new();
        for block in &self.blocks {
            if let ProseBlock::Heading { depth, .. } = block
                && !ranks.contains(depth)
            {
                ranks.push(*depth);
            }
        }
        ranks.sort_unstable();
        let mut before = 0_u8;
        for block in &mut self.blocks {
            if let ProseBlock::Heading { depth, .. } = block {
                let rank = ranks.iter().position(|rank| rank == depth).unwrap_or(0);
                *depth = u8::try_from(rank + 1).unwrap_or(3).min(before + 1).min(3);
                before = *depth;
            }
        }
        self.blocks
    }
}

fn says_something(text: &[Inline]) -> bool {
    text.iter().any(|inline| match inline {
        Inline::Text(text) | Inline::Code(text) => !text.trim().is_empty(),
        Inline::Emphasis(inner) | Inline::Strong(inner) => says_something(inner),
        Inline::Cite(_) => true,
        Inline::Break => false,
    })
}

/// The words of running text without its markup.
fn words(text: &[Inline]) -> String {
    let mut all = String::new();
    for inline in text {
        match inline {
            Inline::Text(text) | Inline::Code(text) => all.push_str(text),
            Inline::Emphasis(inner) | Inline::Strong(inner) => all.push_str(&words(inner)),
            Inline::Break => all.push(' '),
            Inline::Cite(number) => all.push_str(&format!("[{number}]")),
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Source, SourceList};

    fn parse(markdown: &str) -> Vec<ProseBlock> {
        read(markdown, &mut |_| Link::Unknown)
    }

    fn text(text: &str) -> Inline {
        Inline::Text(text.to_owned())
    }

    #[test]
    fn a_tight_list_with_a_nested_one_keeps_its_shape() {
        let item = |word: &str| vec![ProseBlock::Paragraph(vec![text(word)])];
        let mut first = item("один");
        first.push(ProseBlock::List { start: None, items: vec![item("inner")] });
        assert_eq!(
            parse("3. один\n   - inner\n4. два"),
            [ProseBlock::List { start: Some(3), items: vec![first, item("два")] }]
        );
    }

    #[test]
    fn html_is_words_and_outside_links_show_their_address() {
        assert_eq!(
            parse("a <b>c</b> [d](https://example.org/x)"),
            [ProseBlock::Paragraph(vec![text("a <b>c</b> d (https://example.org/x)")])]
        );
        assert_eq!(
            parse("<script>alert(1)</script>"),
            [ProseBlock::Paragraph(vec![text("<script>alert(1)</script>")])]
        );
    }

    #[test]
    fn links_to_articles_become_source_numbers_and_titles_stand_for_bare_links() {
        let mut sources = SourceList::new();
        let number = sources.number(Source {
            title: "T".to_owned(),
            outlet: None,
            grade: None,
            byline: None,
            published: None,
            language: None,
            sha256: [0; 32],
            captured: chancery_model::Day { year: 2021, month: 1, day: 1 },
        });
        let prose = read("so [he said](article:1), see [[topic:2]] and [[article:1]]", &mut |to| {
            if to == "article:1" { Link::Source(number) } else { Link::Titled("Energy".to_owned()) }
        });
        let expected = vec![
            text("so he said\u{a0}"),
            Inline::Cite(number),
            text(", see Energy and "),
            Inline::Cite(number),
        ];
        assert_eq!(prose, [ProseBlock::Paragraph(expected)]);
    }

    #[test]
    fn headings_never_skip_a_level() {
        let depths: Vec<_> = parse("### a\n\n# b\n\n##### c")
            .iter()
            .filter_map(
                |block| if let ProseBlock::Heading { depth, .. } = block { Some(*depth) } else { None },
            )
            .collect();
        assert_eq!(depths, [1, 1, 2]);
    }

    #[test]
    fn absurd_nesting_is_flattened_and_keeps_its_words() {
        let blocks = parse(&format!("{} deep", ">".repeat(20_000)));
        fn depth(blocks: &[ProseBlock]) -> usize {
            blocks
                .iter()
                .map(|block| if let ProseBlock::Quote(inner) = block { 1 + depth(inner) } else { 0 })
                .max()
                .unwrap_or(0)
        }
        assert!(depth(&blocks) <= DEEPEST);
        assert!(format!("{blocks:?}").contains("deep"));
        assert!(format!("{:?}", parse(&"* ".repeat(500))).len() < 100_000);
        assert!(
            format!("{:?}", parse(&format!("{}x{}", "*a ".repeat(5000), " b*".repeat(5000)))).contains('x')
        );
    }
}
