//! Records in XML: one small tree a record, with the words around the records. Nothing is expanded and nothing fetched.

use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

/// Deepest element that is kept as one; words of deeper ones fall to it.
const DEEPEST: usize = 48;
/// Most elements of one record.
const MOST: usize = 50_000;
/// Most words kept of what stands around the records.
const AROUND: usize = 400;

/// An element of a record.
#[derive(Debug, Default)]
pub(super) struct Element<'t> {
    /// Its name with its prefix, in small letters: `dc:creator`.
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    nodes: Vec<Node<'t>>,
    /// What stands between its tags.
    pub(super) inner: &'t str,
    start: usize,
    inside: usize,
}

#[derive(Debug)]
enum Node<'t> {
    Words(String),
    Element(Element<'t>),
}

/// What stands around the records: the path of each element outside them with its words, and attributes of the root.
#[derive(Debug, Default)]
pub(super) struct Around {
    entries: Vec<(String, String)>,
}

/// A record, or why the file can't be read on.
pub(super) type Found<'t> = Result<(Element<'t>, &'t str), &'t str>;

impl<'t> Element<'t> {
    /// Its name without its prefix.
    pub(super) fn local(&self) -> &str {
        local(&self.name)
    }

    pub(super) fn attribute(&self, name: &str) -> &str {
        let found = self.attributes.iter().find(|(one, _)| one == name || local(one) == name);
        found.map_or("", |(_, value)| value.as_str())
    }

    pub(super) fn children(&self) -> impl Iterator<Item = &Element<'t>> {
        self.nodes.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Words(_) => None,
        })
    }

    /// Children of a name, with its prefix or without.
    pub(super) fn all<'s>(&'s self, name: &'s str) -> impl Iterator<Item = &'s Element<'t>> {
        self.children().filter(move |child| child.name == name || child.local() == name)
    }

    /// Elements at the end of a path of names.
    pub(super) fn at<'s>(&'s self, path: &[&'s str]) -> Vec<&'s Element<'t>> {
        let mut here = vec![self];
        for name in path {
            here = here.into_iter().flat_map(|element| element.all(name)).collect();
        }
        here
    }

    /// Words of the first element at the end of a path that has any.
    pub(super) fn said(&self, path: &[&str]) -> String {
        self.at(path).into_iter().map(Element::words).find(|words| !words.is_empty()).unwrap_or_default()
    }

    /// Its words and those of all in it.
    pub(super) fn words(&self) -> String {
        let mut words = String::new();
        self.write(&mut words);
        words.trim().to_owned()
    }

    // Not deeper than `DEEPEST`.
    fn write(&self, words: &mut String) {
        for node in &self.nodes {
            match node {
                Node::Words(more) => words.push_str(more),
                Node::Element(element) => element.write(words),
            }
        }
    }
}

impl Around {
    /// The first words at a path such as `channel/title`, counted from the innermost name; prefixes play no part.
    pub(super) fn said(&self, path: &str) -> &str {
        let found = self.entries.iter().find(|(one, _)| one == path || one.ends_with(&format!("/{path}")));
        found.map_or("", |(_, words)| words.as_str())
    }

    fn push(&mut self, path: String, words: &str) {
        if self.entries.len() < AROUND && !words.trim().is_empty() {
            self.entries.push((path, words.trim().to_owned()));
        }
    }
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// Local name of the root element of `text`; empty where it is no XML.
pub(super) fn root(text: &str) -> String {
    let mut reader = reader(text);
    for _ in 0..50 {
        match reader.read_event() {
            Ok(Event::Start(start) | Event::Empty(start)) => return local(&name(&start)).to_owned(),
            Ok(Event::Text(words)) if !words.trim_matches('\u{feff}').trim().is_empty() => break,
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
    String::new()
}

fn reader(text: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.allow_dangling_amp = true;
    config.allow_unmatched_ends = true;
    config.check_end_names = false;
    reader
}

fn name(start: &BytesStart<'_>) -> String {
    start.name().as_ref().to_lowercase()
}

/// Takes the records out of `text`: the outermost elements that `is_record` knows by their name and how deep they stand.
pub(super) fn each<'t>(
    text: &'t str,
    is_record: fn(&str, usize) -> bool,
    give: &mut dyn FnMut(Found<'t>, &Around) -> bool,
) {
    let mut reader = reader(text);
    let mut around = Around::default();
    let mut path: Vec<String> = Vec::new();
    let mut loose = String::new();
    let mut building = Building::default();
    loop {
        let before = position(&reader);
        let event = match reader.read_event() {
            Ok(Event::Eof) => {
                if let Some(open) = building.open.first() {
                    give(Err(text.get(open.start..).unwrap_or_default()), &around);
                }
                return;
            }
            Ok(event) => event,
            Err(_) => {
                let start = building.open.first().map_or(before, |open| open.start);
                give(Err(text.get(start..).unwrap_or_default()), &around);
                return;
            }
        };
        let after = position(&reader);
        match event {
            Event::Start(ref start) | Event::Empty(ref start) => {
                let empty = matches!(event, Event::Empty(_));
                let name = name(start);
                if building.open.is_empty() && !is_record(local(&name), path.len()) {
                    if path.is_empty() {
                        attributes(start)
                            .into_iter()
                            .for_each(|(name, value)| around.push(format!("@{name}"), &value));
                    }
                    loose.clear();
                    if !empty && path.len() < DEEPEST {
                        path.push(local(&name).to_owned());
                    }
                    continue;
                }
                let attributes = attributes(start);
                building.start(Element {
                    name,
                    attributes,
                    start: before,
                    inside: after,
                    ..Element::default()
                });
                if empty && let Some(record) = building.end(None, text, after, after) {
                    let source = text.get(record.start..after).unwrap_or_default();
                    if !give(Ok((record, source)), &around) {
                        return;
                    }
                }
            }
            Event::End(end) => {
                let name = end.name().as_ref().to_lowercase();
                if building.open.is_empty() {
                    if path.iter().any(|one| one == local(&name)) {
                        around.push(path.join("/"), &std::mem::take(&mut loose));
                        while path.pop().is_some_and(|one| one != local(&name)) {}
                    }
                } else if let Some(record) = building.end(Some(&name), text, before, after) {
                    let source = text.get(record.start..after).unwrap_or_default();
                    if !give(Ok((record, source)), &around) {
                        return;
                    }
                }
            }
            Event::Text(words) => building.words(&words, &mut loose),
            Event::CData(words) => building.words(&words, &mut loose),
            Event::GeneralRef(reference) => building.words(&resolved(&reference), &mut loose),
            _ => {}
        }
    }
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

/// The elements of a record that are still open, the record first.
#[derive(Default)]
struct Building<'t> {
    open: Vec<Element<'t>>,
    count: usize,
    /// Open elements that are not kept: too deep, or too many.
    skipped: usize,
}

impl<'t> Building<'t> {
    fn start(&mut self, element: Element<'t>) {
        self.count += 1;
        if self.open.len() >= DEEPEST || self.count > MOST {
            self.skipped += 1;
        } else {
            self.open.push(element);
        }
    }

    /// Closes the innermost element of a name (`None`: the innermost), and gives the record where that was it.
    fn end(&mut self, name: Option<&str>, text: &'t str, before: usize, after: usize) -> Option<Element<'t>> {
        if self.skipped > 0 {
            self.skipped -= 1;
            return None;
        }
        let depth = match name {
            Some(name) => self.open.iter().rposition(|one| one.name == name)?,
            None => self.open.len().checked_sub(1)?,
        };
        while let Some(mut element) = self.open.pop() {
            let end = if self.open.len() == depth { before } else { after.min(before) };
            element.inner = text.get(element.inside..end.max(element.inside)).unwrap_or_default();
            match self.open.last_mut() {
                Some(parent) => parent.nodes.push(Node::Element(element)),
                None => {
                    self.count = 0;
                    return Some(element);
                }
            }
            if self.open.len() == depth {
                break;
            }
        }
        None
    }

    fn words(&mut self, words: &str, loose: &mut String) {
        match self.open.last_mut() {
            Some(element) => match element.nodes.last_mut() {
                Some(Node::Words(said)) => said.push_str(words),
                _ => element.nodes.push(Node::Words(words.to_owned())),
            },
            None => loose.push_str(words),
        }
    }
}

fn attributes(start: &BytesStart<'_>) -> Vec<(String, String)> {
    let mut attributes = start.attributes();
    let sound = attributes.with_checks(false).flatten().take(40);
    sound
        .map(|attribute| {
            let value = attribute.normalized_value(XmlVersion::Implicit1_0);
            let value = value.map_or_else(|_| attribute.value.to_string(), std::borrow::Cow::into_owned);
            (attribute.key.as_ref().to_lowercase(), value)
        })
        .collect()
}

/// A reference: a character, one of the five names of XML, or one that pages use; any other stays as it stands.
fn resolved(reference: &BytesRef<'_>) -> String {
    if let Ok(Some(c)) = reference.resolve_char_ref() {
        return c.to_string();
    }
    let name: &str = reference;
    let known = match name {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        "nbsp" => "\u{a0}",
        "ndash" => "–",
        "mdash" => "—",
        "hellip" => "…",
        "laquo" => "«",
        "raquo" => "»",
        "ldquo" => "“",
        "rdquo" => "”",
        "bdquo" => "„",
        "lsquo" => "‘",
        "rsquo" => "’",
        _ => return format!("&{name};"),
    };
    known.to_owned()
}
