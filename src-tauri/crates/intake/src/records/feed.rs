//! Feeds: RSS 0.9 to 2.0, RSS in RDF, and Atom. An item is an article, the feed its outlet.

use super::record::{Dated, Record};
use super::xml::{Around, Element};
use super::{dates, markup};

/// Whether an element is an item of a feed.
pub(super) fn is_item(name: &str, _depth: usize) -> bool {
    matches!(name, "item" | "entry")
}

/// The name of an item: its id.
pub(super) fn name(item: &Element<'_>) -> String {
    ["guid", "id", "link"]
        .into_iter()
        .map(|name| item.said(&[name]))
        .find(|id| !id.is_empty())
        .unwrap_or_default()
}

pub(super) fn record(item: &Element<'_>, around: &Around) -> Record {
    let mut record = Record::new("feed");
    record.title = item.all("title").next().map(words).unwrap_or_default();
    record.authors = authors(item);
    if record.authors.is_empty() {
        record
            .authors
            .extend(Some(around.said("feed/author/name").to_owned()).filter(|name| !name.is_empty()));
    }
    let own = [item.said(&["source", "title"]), item.said(&["dc:publisher"])];
    let feeds = ["channel/title", "feed/title"].map(|path| markup::text(around.said(path)));
    record.outlets = own.into_iter().chain(feeds).collect();
    let source = item.all("source").next().filter(|source| source.children().next().is_none());
    record.outlets.insert(0, source.map(Element::words).unwrap_or_default());
    record.url = link(item);
    record.section = item.all("category").map(label).find(|label| !label.is_empty()).unwrap_or_default();
    let languages = [item.said(&["dc:language"]), item.attribute("xml:lang").to_owned()];
    let around_it = ["channel/language", "@xml:lang"].map(|path| around.said(path).to_owned());
    record.language =
        languages.into_iter().chain(around_it).find(|language| !language.is_empty()).unwrap_or_default();
    record.published = dated(item, &["pubdate", "published", "issued", "dc:date", "date", "created"]);
    record.modified = dated(item, &["updated", "modified"]);
    let texts = ["content:encoded", "encoded", "content", "fulltext", "description", "summary"];
    let texts =
        texts.into_iter().flat_map(|name| item.all(name)).filter(|text| !text.name.starts_with("media:"));
    // The first that has a text: the whole article before its summary.
    record.text = texts.map(words).find(|text| !text.is_empty()).unwrap_or_default();
    record
}

/// The words of an element that may hold HTML, escaped or as it is.
fn words(element: &Element<'_>) -> String {
    if element.attribute("type").contains("xhtml") || element.children().next().is_some() {
        return markup::text(element.inner);
    }
    markup::text(&element.words())
}

fn authors(item: &Element<'_>) -> Vec<String> {
    let mut authors: Vec<String> = Vec::new();
    for author in item.all("author").chain(item.all("dc:creator")) {
        let named = author.said(&["name"]);
        let words = if author.children().next().is_some() { named } else { author.words() };
        // RSS: address (name).
        let name = match words.split_once('(') {
            Some((address, name)) if address.contains('@') => name.trim_end_matches(')').trim().to_owned(),
            _ => words,
        };
        if !name.is_empty() && !name.contains('@') && !authors.contains(&name) {
            authors.push(name);
        }
    }
    authors
}

fn link(item: &Element<'_>) -> String {
    let links: Vec<_> = item.all("link").filter(|link| link.name != "media:link").collect();
    let alternate = links.iter().find(|link| ["", "alternate"].contains(&link.attribute("rel")));
    let href = alternate.map(|link| (link.attribute("href").to_owned(), link.words()));
    let guid = item.all("guid").find(|guid| guid.attribute("ispermalink") != "false").map(Element::words);
    let (href, said) = href.unwrap_or_default();
    [item.said(&["origlink"]), said, href, guid.unwrap_or_default()]
        .into_iter()
        .find(|link| link.contains("://"))
        .unwrap_or_default()
}

fn label(category: &Element<'_>) -> String {
    let label =
        [category.attribute("label"), category.attribute("term")].into_iter().find(|label| !label.is_empty());
    label.map_or_else(|| category.words(), str::to_owned)
}

fn dated(item: &Element<'_>, names: &[&str]) -> Option<Dated> {
    let stated = names.iter().flat_map(|name| item.all(name)).map(Element::words);
    stated.filter_map(|words| dates::read(&words).map(|published| Dated { words, published })).next()
}
