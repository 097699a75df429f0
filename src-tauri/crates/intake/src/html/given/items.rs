//! Microdata and RDFa in the body: `itemprop`, `property`, with the type of the item they belong to.

use super::{MOST, collapsed};
use crate::html::dom::{Dom, Node};

/// One property of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Item {
    /// The property in small letters without its vocabulary, such as `datepublished`.
    pub(crate) property: String,
    /// Type of the item it describes, in small letters without its vocabulary: `newsarticle`, `person`; empty if none.
    pub(crate) kind: String,
    /// Its value: `content`, `datetime`, else the words.
    pub(crate) value: String,
    /// Place of its element in the tree.
    pub(crate) node: usize,
}

/// Longest value that is no text of the article, in bytes.
const LONGEST: usize = 2_000;

pub(super) fn read(dom: &Dom) -> Vec<Item> {
    let mut items = Vec::new();
    for node in dom.all().filter(|node| node.name() != "meta" || node.attribute("itemprop").is_some()) {
        let properties = node.attribute("itemprop").or_else(|| node.attribute("property"));
        let Some(properties) = properties else { continue };
        let Some(value) = value(node) else { continue };
        let kind = kind(node);
        for property in properties.split_whitespace().take(4) {
            let property = local(property);
            items.push(Item { property, kind: kind.clone(), value: value.clone(), node: node.index() });
        }
        if items.len() >= MOST {
            break;
        }
    }
    items
}

fn value(node: Node<'_>) -> Option<String> {
    let stated = ["content", "datetime"].into_iter().find_map(|name| node.attribute(name));
    let value = match stated {
        Some(value) => collapsed(value),
        // The text of the whole article is no property worth keeping twice.
        None if node.end() - node.index() > 200 => return None,
        None => node.text(),
    };
    (!value.is_empty() && value.len() <= LONGEST).then_some(value)
}

/// The type of the nearest item around `node`.
fn kind(node: Node<'_>) -> String {
    let item =
        node.ancestors().find(|up| up.attribute("itemscope").is_some() || up.attribute("typeof").is_some());
    let kind = item.and_then(|item| item.attribute("itemtype").or_else(|| item.attribute("typeof")));
    kind.map(local).unwrap_or_default()
}

/// A name without its vocabulary: `http://schema.org/NewsArticle`, `schema:NewsArticle` → `newsarticle`.
fn local(name: &str) -> String {
    name.trim().trim_end_matches('/').rsplit(['/', '#', ':']).next().unwrap_or_default().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn properties_know_the_item_they_belong_to() {
        let dom = Dom::parse(
            r#"<article itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Gas</h1>
            <time itemprop="datePublished" datetime="2019-11-20">today</time>
            <span itemprop=author itemscope itemtype="https://schema.org/Person"><b itemprop=name>Ann Lee</b></span></article>"#,
        );
        let found = read(&dom);
        let find = |property: &str| {
            found
                .iter()
                .find(|item| item.property == property)
                .map(|item| (item.kind.as_str(), item.value.as_str()))
        };
        assert_eq!(find("headline"), Some(("newsarticle", "Gas")));
        assert_eq!(find("datepublished"), Some(("newsarticle", "2019-11-20")));
        assert_eq!(find("author"), Some(("newsarticle", "Ann Lee")));
        assert_eq!(find("name"), Some(("person", "Ann Lee")));
    }
}
