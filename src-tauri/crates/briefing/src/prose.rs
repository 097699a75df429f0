//! The analyst's Markdown as a tree the writers can print: no HTML, no addresses to follow, citations as numbers.

use crate::SourceNumber;
use crate::reading::read;

/// A piece of running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Words.
    Text(String),
    /// Emphasised words.
    Emphasis(Vec<Inline>),
    /// Strong words.
    Strong(Vec<Inline>),
    /// Words to be read letter by letter.
    Code(String),
    /// A line ends here.
    Break,
    /// The number of a source.
    Cite(SourceNumber),
}

/// A block of prose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProseBlock {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A heading, 1 for the uppermost in this prose; the writer sets it below the heading it stands under.
    Heading {
        /// 1–3, and never more than one deeper than the heading before.
        depth: u8,
        /// Its words.
        text: Vec<Inline>,
    },
    /// A list.
    List {
        /// The first number of a numbered list.
        start: Option<u64>,
        /// Its items.
        items: Vec<Vec<ProseBlock>>,
    },
    /// A quotation set by the analyst.
    Quote(Vec<ProseBlock>),
    /// Preformatted lines.
    Code(String),
    /// A break between parts.
    Rule,
}

/// Where a link of the analyst's Markdown leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// To an article: its number is printed after the link's words.
    Source(SourceNumber),
    /// To something with a title (topic, milestone, note): printed where the link has no words of its own.
    Titled(String),
    /// Outside the dossier, or nowhere: the link's words are printed, and its address where it is one.
    Unknown,
}

/// Parsed prose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose(Vec<ProseBlock>);

impl Prose {
    /// Reads CommonMark with `[[wiki links]]`. `resolve` is asked for every link's destination
    /// (`article:…` in `[words](article:…)`, the part before `|` in `[[…|words]]`).
    /// HTML is kept as the words it is written in; pictures leave their description.
    pub fn from_markdown(markdown: &str, resolve: &mut dyn FnMut(&str) -> Link) -> Self {
        Self(read(markdown, resolve))
    }

    /// Text without markup: blank lines part paragraphs.
    #[must_use]
    pub fn plain(text: &str) -> Self {
        let paragraphs = text.split("\n\n").filter(|part| !part.trim().is_empty());
        Self(
            paragraphs
                .map(|part| ProseBlock::Paragraph(vec![Inline::Text(part.trim().to_owned())]))
                .collect(),
        )
    }

    /// Its blocks.
    #[must_use]
    pub fn blocks(&self) -> &[ProseBlock] {
        &self.0
    }

    /// Whether it says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Collects the numbers cited.
    pub(crate) fn cites(&self, into: &mut Vec<SourceNumber>) {
        self.0.iter().for_each(|block| block_cites(block, into));
    }
}

fn block_cites(block: &ProseBlock, into: &mut Vec<SourceNumber>) {
    match block {
        ProseBlock::Paragraph(text) | ProseBlock::Heading { text, .. } => inline_cites(text, into),
        ProseBlock::List { items, .. } => items.iter().flatten().for_each(|block| block_cites(block, into)),
        ProseBlock::Quote(blocks) => blocks.iter().for_each(|block| block_cites(block, into)),
        ProseBlock::Code(_) | ProseBlock::Rule => {}
    }
}

fn inline_cites(inlines: &[Inline], into: &mut Vec<SourceNumber>) {
    for inline in inlines {
        match inline {
            Inline::Cite(number) => into.push(*number),
            Inline::Emphasis(inner) | Inline::Strong(inner) => inline_cites(inner, into),
            Inline::Text(_) | Inline::Code(_) | Inline::Break => {}
        }
    }
}
