//! Annotations come in: collections, pages, lists and single ones, of this program or of others.

use std::collections::{BTreeMap, HashMap};

use chancery_model::{InLanguages, Language, Uid};
use serde_json::Value;

use crate::Book;
use crate::codebook::{Draft, set, settle};
use crate::codings::incoming::{Incoming, IncomingCoding, IncomingText, Lost, LostMatter, Place};

/// Reads annotations. Texts are known by what their targets say of them; they never come along.
///
/// # Errors
/// What is wrong and what is expected.
pub(crate) fn read(bytes: &[u8]) -> Result<Incoming, String> {
    let text = chancery_intake::text_of(bytes).map_err(|error| error.to_string())?;
    let json: Value = serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| {
        format!(
            "is neither a REFI-QDA project nor JSON ({error}); save it as .qdpx, or as W3C annotations in JSON-LD"
        )
    })?;
    let annotations = annotations(&json);
    if annotations.is_empty() {
        return Err("holds no annotation: W3C annotations in JSON-LD are expected".to_owned());
    }
    let mut reading = Reading::default();
    for annotation in annotations {
        reading.take(annotation);
    }
    Ok(reading.end())
}

/// The annotations of a collection, page or list, wherever they stand.
fn annotations(json: &Value) -> Vec<&Value> {
    match json {
        Value::Array(all) => all.iter().flat_map(annotations).collect(),
        Value::Object(_) if is(json, "Annotation") => vec![json],
        Value::Object(object) => {
            let lists = ["first", "items", "rows", "@graph", "annotations"];
            lists.iter().filter_map(|list| object.get(*list)).flat_map(annotations).collect()
        }
        _ => Vec::new(),
    }
}

/// Topics and texts as they are met.
#[derive(Default)]
struct Reading {
    drafts: Vec<Draft>,
    /// Index of a topic by its id, or else by its label.
    topics: HashMap<String, usize>,
    texts: Vec<IncomingText>,
    /// Index of a text by what it is known by.
    known: HashMap<String, usize>,
    lost: BTreeMap<(LostMatter, String), usize>,
}

impl Reading {
    fn lose(&mut self, what: LostMatter, name: &str) {
        *self.lost.entry((what, name.chars().take(80).collect())).or_default() += 1;
    }

    fn take(&mut self, annotation: &Value) {
        let default = purposes(&annotation["motivation"]);
        let (mut topics, mut memos) = (Vec::new(), Vec::new());
        for body in list(&annotation["body"]).chain(list(&annotation["bodyValue"])) {
            let own = purposes(&body["purpose"]);
            let purposes = if own.is_empty() { &default } else { &own };
            let words = body.as_str().or_else(|| body["value"].as_str()).unwrap_or_default().trim();
            let is_tag = purposes.iter().any(|one| matches!(one.as_str(), "tagging" | "classifying"));
            if is_tag {
                topics.extend(self.topic(body, words));
            } else if !words.is_empty() {
                memos.push(words.to_owned());
            }
        }
        let targets: Vec<&Value> = list(&annotation["target"]).collect();
        if topics.is_empty() {
            self.lose(LostMatter::Code, &quoted(&targets).unwrap_or_default());
            return;
        }
        // The id is that of one coding; where an annotation makes several, none of them has it.
        let uid = id(annotation).and_then(uuid).filter(|_| topics.len() * targets.len() == 1);
        for target in targets {
            let found = selectors(target);
            let text = self.text(target);
            let (Some(text), Some(found)) = (text, found) else {
                self.lose(LostMatter::Passage, &quoted(&[target]).unwrap_or_default());
                continue;
            };
            for &topic in &topics {
                let memo = memos.join("\n\n");
                self.texts[text].codings.push(IncomingCoding { uid, topic, memo, ..found.clone() });
            }
        }
    }

    /// The topic a body names: by our id or slug, by the address it links to, or by its words alone.
    fn topic(&mut self, body: &Value, words: &str) -> Option<usize> {
        let said = |name: &str| body[name].as_str().map(str::to_owned);
        let address = said("chancery:topic").or_else(|| said("source")).or_else(|| said("id"));
        let label = if words.is_empty() { said("label").unwrap_or_default() } else { words.to_owned() };
        let key = address.clone().filter(|one| one.contains(':')).unwrap_or_else(|| label.to_lowercase());
        if key.is_empty() {
            return None;
        }
        if let Some(&known) = self.topics.get(&key) {
            return Some(known);
        }
        // An address without words: the last step of it is what it is called.
        let label = if label.is_empty() {
            key.trim_end_matches('/').rsplit(['/', '#']).next().unwrap_or_default().replace(['_', '-'], " ")
        } else {
            label
        };
        let language = body["language"].as_str().and_then(Language::from_code).unwrap_or(Language::En);
        let mut labels = InLanguages::default();
        if !set(&mut labels, language, label.clone()) {
            labels.en = label;
        }
        self.topics.insert(key.clone(), self.drafts.len());
        self.drafts.push(Draft {
            key,
            uid: address.as_deref().and_then(uuid),
            slug: said("chancery:slug"),
            label: labels,
            ..Draft::default()
        });
        Some(self.drafts.len() - 1)
    }

    /// The text of a target, by its id, address or hash.
    fn text(&mut self, target: &Value) -> Option<usize> {
        let source = if target["source"].is_null() { target } else { &target["source"] };
        let address = id(source)?.split('#').next().unwrap_or_default().to_owned();
        if let Some(&known) = self.known.get(&address) {
            return Some(known);
        }
        let url = [source["via"].as_str(), source["canonical"].as_str(), Some(address.as_str())];
        let url = url.into_iter().flatten().find(|url| url.starts_with("http"));
        self.texts.push(IncomingText {
            name: source["label"].as_str().unwrap_or(&address).to_owned(),
            uid: uuid(&address),
            url: url.map(str::to_owned),
            hash: source["chancery:sha256"].as_str().and_then(sha256),
            ..IncomingText::default()
        });
        self.known.insert(address, self.texts.len() - 1);
        Some(self.texts.len() - 1)
    }

    fn end(self) -> Incoming {
        let mut left = Vec::new();
        let topics = settle(self.drafts, &mut left);
        let lost = self.lost.into_iter().map(|((what, name), count)| Lost::new(what, name, count)).collect();
        Incoming {
            book: Book { name: InLanguages::default(), topics },
            texts: self.texts,
            notes: Vec::new(),
            lost,
        }
    }
}

/// Words and place of a target's passage, by every selector that tells them.
fn selectors(target: &Value) -> Option<IncomingCoding> {
    let mut found = IncomingCoding::default();
    let mut waiting: Vec<&Value> = list(&target["selector"]).collect();
    while let Some(selector) = waiting.pop() {
        waiting.extend(list(&selector["refinedBy"]));
        let said = |name: &str| selector[name].as_str().unwrap_or_default().to_owned();
        if is(selector, "TextQuoteSelector") {
            (found.exact, found.prefix, found.suffix) = (said("exact"), said("prefix"), said("suffix"));
        } else if is(selector, "TextPositionSelector")
            && let Some(start) = selector["start"].as_u64().and_then(|start| u32::try_from(start).ok())
        {
            found.place = Place::At(start);
        }
    }
    // A position alone may be of another text than ours: without the words nobody can tell.
    (!found.exact.trim().is_empty()).then_some(found)
}

fn quoted(targets: &[&Value]) -> Option<String> {
    targets.iter().find_map(|target| selectors(target)).map(|found| found.exact)
}

/// A value or the values of a list; nothing where there is none.
fn list(value: &Value) -> impl Iterator<Item = &Value> {
    match value {
        Value::Array(all) => all.as_slice(),
        Value::Null => &[],
        one => std::slice::from_ref(one),
    }
    .iter()
}

fn is(value: &Value, kind: &str) -> bool {
    let named = |one: &Value| one.as_str().is_some_and(|one| one.rsplit([':', '#']).next() == Some(kind));
    list(&value["type"]).chain(list(&value["@type"])).any(named)
}

fn purposes(value: &Value) -> Vec<String> {
    let name = |one: &str| one.rsplit([':', '#', '/']).next().unwrap_or_default().to_owned();
    list(value).filter_map(Value::as_str).map(name).collect()
}

fn id(value: &Value) -> Option<&str> {
    value.as_str().or_else(|| value["id"].as_str()).or_else(|| value["@id"].as_str())
}

fn uuid(address: &str) -> Option<Uid> {
    Uid::parse(address.strip_prefix("urn:uuid:").unwrap_or(address))
}

fn sha256(hex: &str) -> Option<[u8; 32]> {
    let digits = hex.trim().as_bytes();
    let mut hash = [0; 32];
    for (at, byte) in hash.iter_mut().enumerate() {
        let pair = std::str::from_utf8(digits.get(2 * at..2 * at + 2)?).ok()?;
        *byte = u8::from_str_radix(pair, 16).ok()?;
    }
    (digits.len() == 64).then_some(hash)
}
