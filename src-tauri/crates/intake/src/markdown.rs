//! Markdown as plain text: marks are dropped, blocks stay paragraphs, front matter becomes fields.

use std::collections::BTreeMap;

use chancery_model::{Basis, Confidence, Field, Language, Place};
use chancery_text::publication;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::draft::{Draft, stated};
use crate::normalise;

/// A Markdown document taken apart.
#[derive(Debug, Default)]
struct Plain {
    /// The text, blocks parted by blank lines.
    text: String,
    /// The first heading of the first level.
    heading: Option<String>,
    /// Front matter, keys in lower case.
    fields: BTreeMap<String, String>,
}

/// Reads decoded Markdown. Its title is what the front matter names, else the first heading.
pub(crate) fn read(source: &str) -> Draft {
    let Plain { text, heading, fields } = plain(&source.replace("\r\n", "\n"));
    let named = |keys: &[&str]| keys.iter().find_map(|key| fields.get(*key)).map(|words| words.as_str());
    let field = |keys: &[&str]| stated(named(keys).unwrap_or_default(), "front-matter");
    let on_one_line = |words: &str| normalise(words).replace('\n', " ");
    let mut title = stated(&on_one_line(named(&["title"]).unwrap_or_default()), "front-matter");
    if let (None, Some(heading)) = (&title.value, heading) {
        let words = on_one_line(&heading);
        let basis = Basis { words: words.clone(), place: Place::Title, rule: "heading".to_owned() };
        title = Field::known(words, Confidence::High, basis);
    }
    let basis = |words: &str| Basis {
        words: words.to_owned(),
        place: Place::Metadata,
        rule: "front-matter".to_owned(),
    };
    let day = |keys: &[&str]| {
        let stamp = named(keys).and_then(|words| Some((publication::stamp(words)?, basis(words))));
        stamp.map_or_else(Field::default, |(stamp, basis)| Field::known(stamp, Confidence::High, basis))
    };
    let language = named(&["lang", "language"])
        .and_then(|words| Some(Field::known(Language::from_code(words)?, Confidence::High, basis(words))));
    Draft {
        text,
        is_normal: false,
        title,
        byline: field(&["author", "byline", "authors"]),
        outlet: field(&["outlet", "publisher", "source", "site"]),
        url: field(&["url", "link", "canonical"]),
        section: field(&["section", "category"]),
        language: language.unwrap_or_default(),
        published: day(&["date", "published", "pubdate"]),
        modified: day(&["modified", "updated", "lastmod"]),
        notes: Vec::new(),
    }
}

/// Takes the marks off `source`.
fn plain(source: &str) -> Plain {
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
