//! The package of a book: what it states of itself, its parts, and their order.

use std::collections::{HashMap, HashSet};

use crate::office::about::About;
use crate::office::xml::{Broken, Piece, Xml};

/// How many chapters are read.
const MOST: usize = 10_000;

/// A part of the book.
#[derive(Debug)]
struct Item {
    address: String,
    /// Whether it is a page of text, and none that lists the others.
    is_page: bool,
}

/// The package.
#[derive(Debug, Default)]
pub(super) struct Opf {
    pub(super) about: About,
    items: HashMap<String, Item>,
    /// Ids of the items in the order they are read; those outside of it, such as notes, last.
    spine: Vec<String>,
    /// Ids of people who are no authors: editors, translators.
    others: HashSet<String>,
    /// Names by the ids of their elements.
    names: HashMap<String, String>,
}

impl Opf {
    /// Reads the package.
    ///
    /// # Errors
    /// Where it is no sound XML.
    pub(super) fn read(part: &str) -> Result<Self, Broken> {
        let mut opf = Self { about: About::read(part)?, ..Self::default() };
        let mut aside = Vec::new();
        let mut xml = Xml::new(part);
        while let Some(piece) = xml.next()? {
            let Piece::Open(tag) = piece else { continue };
            match tag.name() {
                "item" => {
                    if let (Some(id), Some(address)) = (tag.attribute("id"), tag.attribute("href")) {
                        let kind = tag.attribute("media-type").unwrap_or_default();
                        let properties = tag.attribute("properties").unwrap_or_default();
                        let is_page = (kind.contains("html") || kind.contains("dtbook"))
                            && !properties.split_whitespace().any(|property| property == "nav");
                        opf.items.insert(id, Item { address, is_page });
                    }
                }
                "itemref" => {
                    let outside = tag.attribute("linear").as_deref() == Some("no");
                    if let Some(id) = tag.attribute("idref") {
                        if outside { &mut aside } else { &mut opf.spine }.push(id);
                    }
                }
                "creator" => {
                    if let Some(id) = tag.attribute("id") {
                        let name = xml.text()?;
                        opf.names.insert(id, name.trim().to_owned());
                    }
                }
                "meta" if tag.attribute("property").as_deref() == Some("role") => {
                    let refines = tag.attribute("refines").unwrap_or_default();
                    if xml.text()?.trim() != "aut" {
                        opf.others.insert(refines.trim_start_matches('#').to_owned());
                    }
                }
                _ => {}
            }
        }
        opf.spine.append(&mut aside);
        Ok(opf)
    }

    /// The addresses of the chapters in their order, each once.
    pub(super) fn chapters(&self) -> impl Iterator<Item = &str> {
        let mut seen = HashSet::new();
        self.spine
            .iter()
            .filter_map(|id| self.items.get(id))
            .filter(move |item| item.is_page && seen.insert(item.address.as_str()))
            .take(MOST)
            .map(|item| item.address.as_str())
    }

    /// Who wrote it.
    pub(super) fn authors(&self) -> Vec<&str> {
        let others: HashSet<&str> =
            self.others.iter().filter_map(|id| self.names.get(id)).map(String::as_str).collect();
        self.about
            .0
            .iter()
            .filter(|property| property.name == "creator" && matches!(property.detail.as_str(), "" | "aut"))
            .map(|property| property.words.as_str())
            .filter(|name| !others.contains(name))
            .collect()
    }

    /// When it was published: the date that says so, else one that says nothing.
    pub(super) fn published(&self) -> Option<&str> {
        let date = |event: &str| {
            let mut dates = self.about.0.iter().filter(|property| property.name == "date");
            dates.find(|date| date.detail == event).map(|date| date.words.as_str())
        };
        date("publication").or_else(|| date("")).or_else(|| date("original-publication"))
    }

    /// When it was last changed.
    pub(super) fn modified(&self) -> Option<&str> {
        let told = self
            .about
            .0
            .iter()
            .find(|property| property.name == "date" && property.detail == "modification")
            .map(|date| date.words.as_str());
        self.about.first("modified").or(told)
    }
}
