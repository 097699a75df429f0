//! A project comes in: codes, texts with their codings and memos; what has no place in a dossier is counted by name.

use std::collections::{BTreeMap, HashMap};

use chancery_model::Uid;
use roxmltree::{Document, Node, ParsingOptions};

use super::elements::{each, guid, plain, value};
use super::notes::Notes;
use super::package::Package;
use super::stored::Stored;
use super::{ORIGIN, VARIABLES};
use crate::codebook::{qdc, settle};
use crate::codings::hash_of;
use crate::codings::incoming::{Incoming, IncomingCoding, IncomingNote, IncomingText, Lost, LostMatter};
use crate::{Book, Matter};

/// Elements of the largest projects are some hundred thousand.
const MOST_NODES: u32 = 20_000_000;

/// Reads a project.
///
/// # Errors
/// What is wrong with it and what to do.
pub(crate) fn read(file: &str, bytes: &[u8]) -> Result<Incoming, String> {
    let mut package = Package::open(bytes)?;
    let project = package.project()?;
    let text = chancery_intake::text_of(&project).map_err(|error| error.to_string())?;
    let text = text.trim_start_matches('\u{feff}');
    let options = ParsingOptions { allow_dtd: false, nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options)
        .map_err(|error| format!("holds a project.qde that is no sound XML: {error}"))?;
    let root = document.root_element();
    if root.tag_name().name() != "Project" {
        return Err(format!("holds a project.qde that is a <{}>, not a <Project>", root.tag_name().name()));
    }
    let mut reading = Reading::new(root, Notes::read(root, &mut package)?);
    reading.codes(file, text)?;
    reading.sources(&mut package)?;
    reading.notes();
    reading.count_lost();
    Ok(reading.incoming)
}

struct Reading<'d, 'i> {
    root: Node<'d, 'i>,
    /// Index of a code among the topics, by its id as it is written.
    codes: HashMap<String, usize>,
    notes: Notes,
    /// Fields of a record by the id of the variable that tells them.
    variables: HashMap<String, &'static str>,
    lost: BTreeMap<(LostMatter, String), usize>,
    incoming: Incoming,
}

impl<'d, 'i> Reading<'d, 'i> {
    fn new(root: Node<'d, 'i>, notes: Notes) -> Self {
        let ours = value(root, "origin").as_deref() == Some(ORIGIN);
        let variables = each(root, "Variables").flat_map(|all| each(all, "Variable"));
        let known = variables.filter_map(|one| {
            let name = value(one, "name")?;
            let (_, field) = VARIABLES.iter().find(|(known, _)| ours && *known == name)?;
            Some((guid(one), *field))
        });
        Self {
            root,
            codes: HashMap::new(),
            notes,
            variables: known.collect(),
            lost: BTreeMap::new(),
            incoming: Incoming::default(),
        }
    }

    fn lose(&mut self, what: LostMatter, name: &str, count: usize) {
        if count > 0 {
            *self.lost.entry((what, name.to_owned())).or_default() += count;
        }
    }

    /// The codebook, by the reader of codebooks; a project without one has no codes.
    fn codes(&mut self, file: &str, text: &str) -> Result<(), String> {
        let Some(book) = each(self.root, "CodeBook").next() else { return Ok(()) };
        let (name, drafts, mut left) = qdc::read(file, text.as_bytes()).map_err(|error| error.what)?;
        // Sets are counted with everything else here.
        left.retain(|left| left.what != Matter::Sets);
        let topics = settle(drafts, &mut left);
        // In the order of the file, as they stand here: a code stands behind the one it lies in.
        let codes = book.descendants().filter(|node| node.is_element() && node.tag_name().name() == "Code");
        for (at, code) in codes.enumerate() {
            self.codes.entry(guid(code)).or_insert(at);
        }
        self.incoming.book = Book { name, topics };
        Ok(())
    }

    fn sources(&mut self, package: &mut Package<'_>) -> Result<(), String> {
        for source in each(self.root, "Sources").flat_map(|sources| sources.children()) {
            let name = value(source, "name").unwrap_or_default();
            let codings = |of: &'static str| {
                each(source, of).map(|one| each(one, "Coding").count().max(1)).sum::<usize>()
            };
            match source.tag_name().name() {
                "TextSource" => self.text(source, &name, package)?,
                "PDFSource" => {
                    self.lose(LostMatter::PdfSelections, &name, codings("PDFSelection"));
                    match each(source, "Representation").next() {
                        Some(text) => self.text(text, &name, package)?,
                        None => self.lose(LostMatter::Text, &format!("{name}: PDF without its text"), 1),
                    }
                }
                "PictureSource" => {
                    self.lose(LostMatter::Pictures, &name, 1 + codings("PictureSelection"));
                    if let Some(text) = each(source, "TextDescription").next() {
                        self.text(text, &name, package)?;
                    }
                }
                "AudioSource" => self.lose(LostMatter::Audio, &name, 1 + codings("AudioSelection")),
                "VideoSource" => self.lose(LostMatter::Video, &name, 1 + codings("VideoSelection")),
                _ => {}
            }
        }
        Ok(())
    }

    /// A text with its codings, whole-text codes and notes.
    fn text(&mut self, source: Node<'d, 'i>, name: &str, package: &mut Package<'_>) -> Result<(), String> {
        let at = self.incoming.texts.len();
        let plain_text = match value(source, "plainTextPath") {
            Some(path) => package.source(&path)?,
            None => each(source, "PlainTextContent").find_map(|one| one.text()).map(|text| text.into()),
        };
        let mut text =
            IncomingText { name: name.to_owned(), uid: Uid::parse(&guid(source)), ..IncomingText::default() };
        let raw = match plain_text.as_deref().map(|bytes| (bytes, chancery_intake::text_of(bytes))) {
            Some((bytes, Ok(decoded))) => {
                let raw = Stored::new(&decoded, bytes, source);
                text.hash = Some(hash_of(&raw.text));
                text.words = Some(raw.text.clone());
                text.body = Some(("jsonl".to_owned(), self.record(source, name, &raw.text)));
                raw
            }
            _ => {
                let path = value(source, "richTextPath").unwrap_or_default();
                let Some(bytes) = package.source(&path)? else {
                    let codings = each(source, "PlainTextSelection").count();
                    self.lose(LostMatter::Text, &format!("{name}: its text is not in the project"), 1);
                    self.lose(LostMatter::TextAbsent, name, codings);
                    return Ok(());
                };
                let ending = path.rsplit_once('.').map_or("docx", |(_, ending)| ending);
                text.body = Some((ending.to_owned(), bytes));
                Stored::default()
            }
        };
        for selection in each(source, "PlainTextSelection") {
            self.selection(selection, &raw, &mut text);
        }
        for coding in each(source, "Coding") {
            match self.code_of(coding) {
                Some(topic) => text.tags.push(topic),
                None => self.lose(LostMatter::Code, name, 1),
            }
        }
        for note in each(source, "NoteRef").filter_map(|note| value(note, "targetGUID")) {
            self.take_note(&plain(&note), Some(at));
        }
        self.incoming.texts.push(text);
        Ok(())
    }

    /// A text as the import reads it: a record, because its positions are those of the whole text, and a text file would be
    /// read as title and body. What a project of ours says of it in variables goes along.
    fn record(&self, source: Node<'_, '_>, name: &str, text: &str) -> Vec<u8> {
        let mut record = serde_json::Map::new();
        let mut say = |key: &str, words: &str| {
            if !words.trim().is_empty() {
                record.insert(key.to_owned(), words.into());
            }
        };
        for given in each(source, "VariableValue") {
            let variable = each(given, "VariableRef").find_map(|one| value(one, "targetGUID"));
            let known = variable.and_then(|id| self.variables.get(&plain(&id)));
            let words = each(given, "TextValue").find_map(|one| one.text()).unwrap_or_default();
            if let Some(key) = known {
                say(key, words);
            }
        }
        say("title", name);
        say("text", text);
        let mut bytes = serde_json::to_vec(&record).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }

    fn selection(&mut self, selection: Node<'d, 'i>, raw: &Stored, text: &mut IncomingText) {
        let mut memos: Vec<String> = Vec::new();
        let mut remember = |words: String| {
            if !words.trim().is_empty() && !memos.contains(&words) {
                memos.push(words);
            }
        };
        each(selection, "Description")
            .filter_map(|one| one.text())
            .for_each(|words| remember(words.to_owned()));
        let codings: Vec<Node<'_, '_>> = each(selection, "Coding").collect();
        let about = codings.iter().copied().chain([selection]).flat_map(|node| each(node, "NoteRef"));
        let ids = about.filter_map(|note| value(note, "targetGUID")).map(|id| plain(&id));
        for id in ids.chain(self.notes.linked_to(&guid(selection))).collect::<Vec<_>>() {
            remember(self.notes.words_of(&id));
        }
        let memo = memos.join("\n\n").trim().to_owned();
        if codings.is_empty() && !memo.is_empty() {
            // A remark without a code: a note that quotes what it is on.
            let quoted = raw.words(selection).map(|found| format!("> {}\n\n", found.exact.trim()));
            let markdown = format!("{}{memo}", quoted.unwrap_or_default().replace(['\r'], ""));
            let title = memo.lines().next().unwrap_or_default().chars().take(60).collect();
            let about = Some(self.incoming.texts.len());
            self.incoming.notes.push(IncomingNote {
                uid: Uid::parse(&guid(selection)),
                title,
                markdown,
                about,
            });
        }
        for coding in codings {
            let Some(topic) = self.code_of(coding) else {
                self.lose(LostMatter::Code, &text.name, 1);
                continue;
            };
            let taken = raw.words(selection);
            let Some(found) = taken else {
                self.lose(LostMatter::Passage, &value(selection, "name").unwrap_or_default(), 1);
                continue;
            };
            text.codings.push(IncomingCoding {
                uid: Uid::parse(&guid(coding)),
                topic,
                memo: memo.clone(),
                ..found
            });
        }
    }

    fn code_of(&self, coding: Node<'_, '_>) -> Option<usize> {
        let code = each(coding, "CodeRef").next()?;
        self.codes.get(&plain(&value(code, "targetGUID")?)).copied()
    }

    /// Notes nothing referred to are on the whole.
    fn notes(&mut self) {
        for id in self.notes.order.clone() {
            self.take_note(&id, None);
        }
    }

    fn take_note(&mut self, id: &str, about: Option<usize>) {
        match self.notes.take(id, about) {
            Some(note) if note.markdown.is_empty() => {
                let what = format!("{}: a note without words, or in a format that is not read", note.title);
                self.lose(LostMatter::Text, &what, 1);
            }
            Some(note) => self.incoming.notes.push(note),
            None => {}
        }
    }

    fn count_lost(&mut self) {
        let root = self.root;
        let count =
            |list: &'static str, one: &'static str| each(root, list).flat_map(|list| each(list, one)).count();
        let users = count("Users", "User");
        for (what, number) in [
            (LostMatter::Cases, count("Cases", "Case")),
            (LostMatter::Variables, count("Variables", "Variable") - self.variables.len()),
            (LostMatter::Sets, count("Sets", "Set")),
            (LostMatter::Graphs, count("Graphs", "Graph")),
            (LostMatter::Links, count("Links", "Link") - self.notes.links_used),
            (LostMatter::Users, if users > 1 { users } else { 0 }),
        ] {
            self.lose(what, "", number);
        }
        let lost = std::mem::take(&mut self.lost).into_iter();
        self.incoming.lost = lost.map(|((what, name), count)| Lost::new(what, name, count)).collect();
    }
}
