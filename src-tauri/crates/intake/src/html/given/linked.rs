//! JSON-LD: the objects of a page's scripts, whatever they are nested in.

use serde_json::{Map, Value};

use super::{collapsed, loose};
use crate::html::dom::Dom;

/// An object of JSON-LD.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Thing {
    /// Its types in small letters without their vocabulary, such as `newsarticle`.
    pub(crate) kinds: Vec<String>,
    /// How many objects it is nested in; those of a `@graph` or an array count as not nested.
    pub(crate) depth: usize,
    /// The property of the object it is nested in, such as `author`.
    pub(crate) role: String,
    /// Its properties.
    pub(crate) properties: Map<String, Value>,
}

/// Most objects of a page.
const MOST: usize = 500;
/// Longest script looked at, in bytes.
const LONGEST: usize = 4 << 20;

impl Thing {
    /// Whether it is an article, a post, a report: something that is read.
    pub(crate) fn is_article(&self) -> bool {
        self.kinds.iter().any(|kind| {
            kind.ends_with("article")
                || kind.ends_with("posting")
                || kind.ends_with("report")
                || matches!(
                    kind.as_str(),
                    "review" | "opinionnewsarticle" | "recipe" | "creativework" | "analysisnewsarticle"
                )
        })
    }

    /// Whether it is of a kind (small letters).
    pub(crate) fn is(&self, kind: &str) -> bool {
        self.kinds.iter().any(|one| one == kind)
    }

    /// The words of a property: a string, the name of an object, or the first of a list; entities decoded, never empty.
    pub(crate) fn text(&self, property: &str) -> Option<String> {
        self.texts(property).into_iter().next()
    }

    /// As [`Thing::text`], every one of a list.
    pub(crate) fn texts(&self, property: &str) -> Vec<String> {
        let mut found = Vec::new();
        if let Some(value) = self.properties.get(property) {
            words(value, &mut found, 0);
        }
        found
    }
}

fn words(value: &Value, found: &mut Vec<String>, depth: usize) {
    match value {
        Value::String(text) => {
            let text = collapsed(&decode_entities(text));
            if !text.is_empty() {
                found.push(text);
            }
        }
        Value::Number(number) => found.push(number.to_string()),
        Value::Array(list) if depth < 4 => list.iter().take(50).for_each(|one| words(one, found, depth + 1)),
        Value::Object(object) if depth < 4 => {
            let named = object.get("name").or_else(|| object.get("@value"));
            if let Some(value) = named {
                words(value, found, depth + 1);
            }
        }
        _ => {}
    }
}

/// Text that was escaped for HTML and then put into JSON.
fn decode_entities(text: &str) -> String {
    if !text.contains('&') && !text.contains('<') {
        return text.to_owned();
    }
    Dom::parse(&format!("<body><div>{}</div>", text)).root().text()
}

/// The objects of all scripts of JSON-LD.
pub(super) fn read(dom: &Dom) -> Vec<Thing> {
    let mut things = Vec::new();
    for script in dom.named("script") {
        let kind = script.attribute("type").unwrap_or_default();
        if !kind.to_lowercase().contains("ld+json") {
            continue;
        }
        let source = script.raw_text();
        if source.len() > LONGEST {
            continue;
        }
        let value = serde_json::from_str(source.trim()).ok().or_else(|| loose::read(&source));
        if let Some(value) = value {
            collect(value, &mut things);
        }
    }
    things
}

/// Takes the objects out of `value`, breadth first, so that what is nested comes after what holds it.
fn collect(value: Value, things: &mut Vec<Thing>) {
    let mut waiting = std::collections::VecDeque::from([(value, 0_usize, String::new())]);
    while let Some((value, depth, role)) = waiting.pop_front() {
        if things.len() >= MOST {
            return;
        }
        match value {
            Value::Array(list) => waiting.extend(list.into_iter().map(|one| (one, depth, role.clone()))),
            Value::Object(properties) => {
                for (name, inner) in &properties {
                    let deeper = depth + usize::from(name != "@graph");
                    if matches!(inner, Value::Array(_) | Value::Object(_)) && name != "@context" {
                        waiting.push_back((inner.clone(), deeper, name.clone()));
                    }
                }
                let kinds = kinds(properties.get("@type").or_else(|| properties.get("type")));
                things.push(Thing { kinds, depth, role, properties });
            }
            _ => {}
        }
    }
}

fn kinds(value: Option<&Value>) -> Vec<String> {
    let local = |name: &str| name.rsplit(['/', '#', ':']).next().unwrap_or_default().to_lowercase();
    match value {
        Some(Value::String(name)) => vec![local(name)],
        Some(Value::Array(list)) => list.iter().filter_map(Value::as_str).map(local).collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn things(json: &str) -> Vec<Thing> {
        read(&Dom::parse(&format!("<script type='application/ld+json'>{json}</script>")))
    }

    #[track_caller]
    fn check(json: &str, property: &str, expected: &[&str]) {
        let found = things(json);
        let article = found.iter().find(|thing| thing.is_article());
        assert_eq!(article.map(|one| one.texts(property)).unwrap_or_default(), expected, "{json}");
    }

    #[test]
    fn articles_are_found_in_graphs_and_arrays() {
        let article = r#"{"@type":"NewsArticle","headline":"Gas &amp; oil","author":[{"@type":"Person","name":"Ann"},"Bob"]}"#;
        for json in [
            article.to_owned(),
            format!("[{article}]"),
            format!(r#"{{"@graph":[{{"@type":"WebSite"}},{article}]}}"#),
        ] {
            check(&json, "headline", &["Gas & oil"]);
            check(&json, "author", &["Ann", "Bob"]);
        }
        let found = things(&format!(r#"{{"@type":"WebPage","mainEntity":{article}}}"#));
        let roles: Vec<_> = found.iter().map(|one| (one.role.as_str(), one.depth)).collect();
        assert_eq!(roles, [("", 0), ("mainEntity", 1), ("author", 2)]);
    }

    #[test]
    fn broken_json_still_tells_what_it_can() {
        check("{\"@type\":\"Article\",\n\"headline\":\"Two\nlines\",}", "headline", &["Two lines"]);
        check(
            "<!-- {\"@type\":\"Article\",\"headline\":\"In a comment\"} -->",
            "headline",
            &["In a comment"],
        );
        check(
            "{\"@type\":\"Article\",\"headline\":\"An \"inner\" quote\",\"dateModified\":\"2019\"}",
            "dateModified",
            &["2019"],
        );
        check("{\"@type\":\"Article\",\"headline\":\"Ends early\",\"x\":{", "headline", &["Ends early"]);
        assert!(things("no json").is_empty());
    }
}
