//! The codebook of REFI-QDA (`.qdc`), by its published schema, `urn:QDA-XML:codebook:1.0`: what ATLAS.ti, MAXQDA, NVivo,
//! QualCoder and Taguette exchange. A code has a name, a colour and a description; headings are codes that can't be used.

use std::collections::HashMap;

use chancery_model::{InLanguages, Uid};
use quick_xml::XmlVersion;
use quick_xml::events::{BytesDecl, BytesEnd, BytesRef, BytesStart, BytesText, Event};
use quick_xml::{Reader, Writer};

use super::draft::{Draft, Left, Matter, clean};
use super::{Book, Listed, Read, described, palette, uid_of};
use crate::SeedError;

const NAMESPACE: &str = "urn:QDA-XML:codebook:1.0";
const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";
const SCHEMA: &str =
    "urn:QDA-XML:codebook:1.0 http://schema.qdasoftware.org/versions/Codebook/v1.0/Codebook.xsd";

/// Writes a codebook; each code with those under it inside it.
pub(super) fn write(book: &Book) -> Vec<u8> {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    // Memory takes every byte.
    let _ = codebook(book, &mut writer);
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    bytes
}

fn codebook(book: &Book, writer: &mut Writer<Vec<u8>>) -> std::io::Result<()> {
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let mut root = BytesStart::new("CodeBook");
    root.push_attribute(("xmlns", NAMESPACE));
    root.push_attribute(("xmlns:xsi", XSI));
    root.push_attribute(("xsi:schemaLocation", SCHEMA));
    root.push_attribute(("origin", "Chancery"));
    writer.write_event(Event::Start(root))?;
    codes(book, writer)?;
    writer.write_event(Event::End(BytesEnd::new("CodeBook")))
}

/// Writes `Codes`, which codebooks and projects have the same.
pub(crate) fn codes(book: &Book, writer: &mut Writer<Vec<u8>>) -> std::io::Result<()> {
    let mut below: HashMap<Option<&str>, Vec<&Listed>> = HashMap::new();
    for listed in &book.topics {
        below.entry(listed.topic.parent.as_deref()).or_default().push(listed);
    }
    writer.write_event(Event::Start(BytesStart::new("Codes")))?;
    for listed in below.get(&None).into_iter().flatten() {
        code(listed, &below, writer)?;
    }
    writer.write_event(Event::End(BytesEnd::new("Codes")))
}

fn code(
    listed: &Listed,
    below: &HashMap<Option<&str>, Vec<&Listed>>,
    writer: &mut Writer<Vec<u8>>,
) -> std::io::Result<()> {
    let topic = &listed.topic;
    let uid = listed.uid.unwrap_or_else(|| uid_of(&topic.slug));
    let mut start = BytesStart::new("Code");
    start.push_attribute(("guid", uid.to_string().as_str()));
    start.push_attribute(("name", clean(&topic.label.en).as_str()));
    start.push_attribute(("isCodable", if topic.group { "false" } else { "true" }));
    if let Some(colour) = listed.colour {
        start.push_attribute(("color", palette::hex(colour).as_str()));
    }
    writer.write_event(Event::Start(start))?;
    let description = described::write(topic);
    if !description.is_empty() {
        writer.write_event(Event::Start(BytesStart::new("Description")))?;
        writer.write_event(Event::Text(BytesText::new(&description)))?;
        writer.write_event(Event::End(BytesEnd::new("Description")))?;
    }
    for listed in below.get(&Some(topic.slug.as_str())).into_iter().flatten() {
        code(listed, below, writer)?;
    }
    writer.write_event(Event::End(BytesEnd::new("Code")))
}

/// Reads a codebook, or the one inside the `project.qde` of a project.
///
/// # Errors
/// When it is no XML, or has no `CodeBook`.
pub(crate) fn read(file: &str, bytes: &[u8]) -> Result<Read, SeedError> {
    let text = chancery_intake::text_of(bytes).map_err(|error| SeedError::new(file, error.to_string()))?;
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    reader.config_mut().check_end_names = true;
    let mut codes = Codes::default();
    loop {
        let event = reader.read_event().map_err(|error| {
            SeedError::new(file, format!("is no XML at byte {}: {error}", reader.error_position()))
        })?;
        match event {
            Event::Start(start) => codes.open(&start),
            Event::Empty(start) => {
                codes.open(&start);
                codes.close(start.local_name().as_ref());
            }
            Event::End(end) => codes.close(end.local_name().as_ref()),
            Event::Text(text) => codes.words(&text),
            Event::CData(text) => codes.words(&text),
            Event::GeneralRef(named) => codes.words(&entity(&named)),
            Event::Eof => break,
            _ => {}
        }
    }
    if !codes.found {
        return Err(SeedError::new(file, "has no <CodeBook>: a REFI-QDA codebook is expected"));
    }
    if !codes.open.is_empty() {
        return Err(SeedError::new(file, "ends before its codes do: it was cut off; export it anew"));
    }
    let mut left = Vec::new();
    if codes.sets {
        left.push(Left { topic: None, what: Matter::Sets, words: String::new() });
    }
    Ok((InLanguages::default(), codes.drafts, left))
}

/// Codes as they are met.
#[derive(Default)]
struct Codes {
    drafts: Vec<Draft>,
    /// Codes that are open, outermost first.
    open: Vec<usize>,
    /// The description being read.
    description: Option<String>,
    found: bool,
    sets: bool,
}

impl Codes {
    fn open(&mut self, start: &BytesStart<'_>) {
        match start.local_name().as_ref() {
            "CodeBook" => self.found = true,
            "Code" if self.found => self.code(start),
            "Description" if !self.open.is_empty() => self.description = Some(String::new()),
            "Set" if self.found => self.sets = true,
            _ => {}
        }
    }

    fn code(&mut self, start: &BytesStart<'_>) {
        let value = |wanted: &str| {
            let mut attributes = start.attributes();
            let mut attributes = attributes.with_checks(false).flatten();
            let found = attributes.find(|one| one.key.local_name().as_ref().eq_ignore_ascii_case(wanted))?;
            Some(found.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
        };
        let guid = value("guid").unwrap_or_default();
        let uid = Uid::parse(guid.trim().trim_matches(['{', '}']));
        let above = self.open.last().and_then(|at| self.drafts.get(*at));
        let draft = Draft {
            key: format!("code {}", self.drafts.len() + 1),
            parent: above.map(|draft| draft.key.clone()),
            uid: uid.filter(|uid| self.drafts.iter().all(|draft| draft.uid != Some(*uid))),
            group: value("isCodable").map(|codable| matches!(codable.trim(), "false" | "0")),
            label: InLanguages::english(value("name").unwrap_or_default()),
            colour: value("color").as_deref().and_then(palette::nearest),
            ..Draft::default()
        };
        self.open.push(self.drafts.len());
        self.drafts.push(draft);
    }

    fn close(&mut self, name: &str) {
        match name {
            "Code" => {
                self.open.pop();
            }
            "Description" => {
                let described = self.description.take();
                let draft = self.open.last().and_then(|at| self.drafts.get_mut(*at));
                if let (Some(words), Some(draft)) = (described, draft) {
                    described::read(&clean(&words), draft);
                }
            }
            _ => {}
        }
    }

    fn words(&mut self, words: &str) {
        if let Some(description) = &mut self.description {
            description.push_str(words);
        }
    }
}

/// What an entity stands for; one that only its own file knows stays as it is written.
fn entity(named: &BytesRef<'_>) -> String {
    if let Ok(Some(c)) = named.resolve_char_ref() {
        return c.to_string();
    }
    let name: &str = named;
    quick_xml::escape::resolve_predefined_entity(name).map_or_else(|| format!("&{name};"), str::to_owned)
}
