//! Markdown as plain text: marks are dropped, blocks stay paragraphs, front matter becomes fields.

use std::collections::BTreeMap;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// A Markdown document taken apart.
#[derive(Debug, Default)]
pub(crate) struct Plain {
    /// The text, blocks parted by blank lines.
    pub(crate) text: String,
    /// The first heading of the first level.
    pub(crate) heading: Option<String>,
    /// Front matter, keys in lower case.
    pub(crate) fields: BTreeMap<String, String>,
}

/// Takes the marks off `source`.
pub(crate) fn plain(source: &str) -> Plain {
    let (fields, body) = front_matter(source);
    let mut plain = Plain { fields, ..Plain::default() };
    let mut in_title = false;
    let mut hidden = 0_u32;
    let mut title = String::new();
    let out = &mut plain.text;
    for event in Parser::new_ext(body, Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }) if plain.heading.is_none() => {
                in_title = true
            }
            Event::End(TagEnd::Heading(HeadingLevel::H1)) if in_title => {
                in_title = false;
                plain.heading = Some(std::mem::take(&mut title));
            }
            Event::Start(Tag::Image { .. }) => hidden += 1,
            Event::End(TagEnd::Image) => hidden = hidden.saturating_sub(1),
            Event::Start(Tag::Item) => {
                if !out.ends_with('\n') {
                    out.push('\n');
                }
                out.push_str("- ");
            }
            Event::End(
                TagEnd::Paragraph
                | TagEnd::Heading(_)
                | TagEnd::List(_)
                | TagEnd::CodeBlock
                | TagEnd::BlockQuote(_),
            ) => {
                out.push_str("\n\n");
            }
            Event::Text(words) | Event::Code(words) if hidden == 0 => {
                if in_title {
                    title.push_str(&words)
                } else {
                    out.push_str(&words)
                }
            }
            Event::SoftBreak => {
                if in_title {
                    title.push(' ')
                } else {
                    out.push(' ')
                }
            }
            Event::HardBreak => {
                if in_title {
                    title.push(' ')
                } else {
                    out.push('\n')
                }
            }
            Event::Rule => out.push_str("\n\n"),
            _ => {}
        }
    }
    plain
}

/// `key: value` lines between two lines of `---` at the very start.
fn front_matter(source: &str) -> (BTreeMap<String, String>, &str) {
    let mut fields = BTreeMap::new();
    let Some(rest) = source.strip_prefix("---\n") else { return (fields, source) };
    let Some(end) = rest.find("\n---\n") else { return (fields, source) };
    for line in rest.get(..end).unwrap_or_default().lines() {
        if let Some((key, value)) = line.split_once(':') {
            let value = value.trim().trim_matches(['"', '\'']).trim();
            if !value.is_empty() {
                fields.insert(key.trim().to_lowercase(), value.to_owned());
            }
        }
    }
    (fields, rest.get(end + 5..).unwrap_or_default())
}
