//! Zotero RDF: items, the journals they stand in and the notes on them, referred to by their address.

use std::collections::HashMap;

use super::record::{Record, one_line};
use super::xml::{self, Element};
use super::{Given, markup};

fn is_top(_name: &str, depth: usize) -> bool {
    depth == 1
}

/// What other elements refer to: title of a journal, words of a note.
#[derive(Default)]
struct Named {
    titles: HashMap<String, String>,
    notes: HashMap<String, String>,
}

pub(super) fn each<'t>(text: &'t str, give: &mut dyn FnMut(Given<'t>) -> bool) {
    let mut named = Named::default();
    xml::each(text, is_top, &mut |found, _| {
        if let Ok((element, _)) = found {
            let about = element.attribute("about").to_owned();
            if element.local() == "memo" {
                named.notes.insert(about, markup::text(&element.said(&["value"])));
            } else if element.all("itemtype").next().is_none() {
                named.titles.insert(about, element.said(&["title"]));
            }
        }
        true
    });
    xml::each(text, is_top, &mut |found, _| match found {
        Ok((element, source)) => {
            let kind = element.said(&["itemtype"]);
            if kind.is_empty() || ["attachment", "note", "annotation"].contains(&kind.as_str()) {
                return true;
            }
            let name = element.attribute("about").to_owned();
            give(Given { name, source, record: Ok(record(&element, &named)) })
        }
        Err(source) => give(Given { name: String::new(), source, record: Err("its XML is broken") }),
    });
}

fn record(item: &Element<'_>, named: &Named) -> Record {
    let mut record = Record::new("zotero-rdf");
    record.title = item.said(&["dc:title"]);
    record.authors = people(item, "authors");
    record.editors = people(item, "editors");
    let container = item.all("ispartof").find_map(|part| {
        let inside = part.children().map(|whole| whole.said(&["title"])).find(|title| !title.is_empty());
        inside
            .or_else(|| named.titles.get(part.attribute("resource")).cloned())
            .filter(|title| !title.is_empty())
    });
    let publishers = [item.said(&["publisher", "organization", "name"]), item.said(&["dc:publisher"])];
    record.outlets = vec![container.unwrap_or_default(), item.said(&["publicationtitle"])];
    record.outlets.extend(publishers);
    let ids = item.at(&["identifier"]).into_iter().map(Element::words);
    record.doi = ids.filter_map(|id| id.strip_prefix("DOI ").map(str::to_owned)).next().unwrap_or_default();
    record.url = item.said(&["identifier", "uri", "value"]);
    record.language = [item.said(&["z:language"]), item.said(&["language"])]
        .into_iter()
        .find(|words| !words.is_empty())
        .unwrap_or_default();
    record.section = item.said(&["section"]);
    record.dated(&item.said(&["dc:date"]));
    record.text = markup::text(&item.said(&["abstract"]));
    let notes = item.all("isreferencedby").filter_map(|note| named.notes.get(note.attribute("resource")));
    record.or_note(notes.map(String::as_str));
    record.details = vec![item.said(&["volume"]), item.said(&["number"]), item.said(&["pages"])];
    record
}

fn people(item: &Element<'_>, role: &str) -> Vec<String> {
    let people = item.at(&[role, "seq", "li"]).into_iter().flat_map(Element::children);
    people
        .map(|person| {
            let given = [person.said(&["givenname"]), person.said(&["name"])]
                .into_iter()
                .find(|name| !name.is_empty());
            one_line(&format!("{} {}", given.unwrap_or_default(), person.said(&["surname"])))
        })
        .filter(|name| !name.is_empty())
        .collect()
}
