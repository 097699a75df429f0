//! The notes of a project: memos of codings where something refers to them, else notes on a text or on the whole.

use std::collections::HashMap;

use chancery_model::Uid;
use roxmltree::Node;

use super::elements::{each, guid, plain, value};
use super::package::Package;
use crate::codings::incoming::IncomingNote;

#[derive(Default)]
pub(super) struct Notes {
    /// Their ids in the order of the file.
    pub(super) order: Vec<String>,
    /// By id, and whether something took it.
    notes: HashMap<String, (IncomingNote, bool)>,
    /// What a link ties to a note: NVivo hangs remarks on passages so.
    links: HashMap<String, Vec<String>>,
    pub(super) links_used: usize,
}

impl Notes {
    pub(super) fn read(root: Node<'_, '_>, package: &mut Package<'_>) -> Result<Self, String> {
        let mut notes = Self::default();
        for node in each(root, "Notes").flat_map(|notes| each(notes, "Note")) {
            let words = match value(node, "plainTextPath") {
                Some(path) => package.source(&path)?.and_then(|bytes| chancery_intake::text_of(&bytes).ok()),
                None => None,
            };
            let said = |name| each(node, name).find_map(|one| one.text()).unwrap_or_default().to_owned();
            let words = words.unwrap_or_else(|| said("PlainTextContent"));
            let words = if words.trim().is_empty() { said("Description") } else { words };
            let markdown = words.trim_start_matches('\u{feff}').replace("\r\n", "\n").trim().to_owned();
            let title = value(node, "name").filter(|name| !name.trim().is_empty());
            let title = title.unwrap_or_else(|| beginning(&markdown));
            let id = guid(node);
            let uid = Uid::parse(&id);
            notes.order.push(id.clone());
            notes.notes.insert(id, (IncomingNote { uid, title, markdown, about: None }, false));
        }
        for link in each(root, "Links").flat_map(|links| each(links, "Link")) {
            let ends = ["originGUID", "targetGUID"].map(|end| plain(&value(link, end).unwrap_or_default()));
            let [one, other] = &ends;
            for (note, thing) in [(one, other), (other, one)] {
                if notes.notes.contains_key(note) {
                    notes.links.entry(thing.clone()).or_default().push(note.clone());
                }
            }
        }
        Ok(notes)
    }

    /// The notes links tie to a thing.
    pub(super) fn linked_to(&mut self, thing: &str) -> Vec<String> {
        let linked = self.links.remove(thing).unwrap_or_default();
        self.links_used += linked.len();
        linked
    }

    /// The words of a note that is a memo.
    pub(super) fn words_of(&mut self, id: &str) -> String {
        let Some((note, taken)) = self.notes.get_mut(id) else { return String::new() };
        *taken |= !note.markdown.is_empty();
        note.markdown.clone()
    }

    /// A note that nothing took yet.
    pub(super) fn take(&mut self, id: &str, about: Option<usize>) -> Option<IncomingNote> {
        let (note, taken) = self.notes.get_mut(id).filter(|(_, taken)| !*taken)?;
        *taken = true;
        Some(IncomingNote { about, ..note.clone() })
    }
}

/// What a note without a name is called.
fn beginning(words: &str) -> String {
    let line = words.lines().next().unwrap_or_default();
    line.chars().take(60).collect()
}
