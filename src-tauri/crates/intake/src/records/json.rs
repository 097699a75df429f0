//! Records in JSON: CSL-JSON, the exchange format of citation programs, and JSON Lines, one article a line.

use chancery_model::{Edtf, Published};
use serde_json::{Map, Value};

use super::record::{Dated, Record, one_line};
use super::{Given, dates};

/// What a JSON text holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Json {
    /// A list of CSL items, or one.
    Csl,
    /// An object a line.
    Lines,
}

/// Properties by which an object is known for a CSL item.
const CSL: &[&str] = &["\"type\"", "\"title\"", "\"issued\"", "\"container-title\"", "\"author\""];
/// Properties by which a line is known for an article.
const ARTICLE: &[&str] = &["\"text\"", "\"title\""];

/// Tells what JSON of records `text` is, if any.
pub(super) fn detect(text: &str) -> Option<Json> {
    let text = text.trim_start();
    let head = text.get(..text.floor_char_boundary(16 << 10)).unwrap_or(text);
    let holds =
        |names: &[&str], least: usize| names.iter().filter(|name| head.contains(**name)).count() >= least;
    let line = head.lines().next()?.trim_end();
    if text.starts_with('{') && line.ends_with('}') && holds(ARTICLE, 1) && !line.contains("\"issued\"") {
        return Some(Json::Lines);
    }
    let list = text.strip_prefix('[').is_some_and(|rest| rest.trim_start().starts_with('{'));
    ((list || text.starts_with('{')) && holds(&CSL[..2], 2) && holds(CSL, 3)).then_some(Json::Csl)
}

/// Reads the items of CSL-JSON.
pub(super) fn each_csl<'t>(text: &'t str, give: &mut dyn FnMut(Given<'t>) -> bool) {
    let list = text.trim().trim_start_matches('\u{feff}');
    let list = list.strip_prefix('[').unwrap_or(list);
    let mut rest = list;
    while let Some(start) = rest.find('{') {
        let from = rest.get(start..).unwrap_or_default();
        // Read one by one, so that each keeps its own source and a broken one does not end the list.
        let mut stream = serde_json::Deserializer::from_str(from).into_iter::<Value>();
        match stream.next() {
            Some(Ok(Value::Object(item))) => {
                let used = stream.byte_offset();
                let source = from.get(..used).unwrap_or_default();
                let name = words(item.get("id"));
                if !give(Given { name, source, record: Ok(csl(&item)) }) {
                    return;
                }
                rest = from.get(used..).unwrap_or_default();
            }
            _ => {
                let end = from.get(1..).and_then(|after| after.find("\n{").or_else(|| after.find(",{")));
                let end = end.map_or(from.len(), |end| end + 2);
                let source = from.get(..end).unwrap_or_default().trim_end_matches(['\n', ',']);
                if !give(Given { name: String::new(), source, record: Err("it is no JSON") }) {
                    return;
                }
                rest = from.get(end..).unwrap_or_default();
            }
        }
    }
}

/// Reads JSON Lines.
pub(super) fn each_line<'t>(text: &'t str, give: &mut dyn FnMut(Given<'t>) -> bool) {
    for (number, line) in text.lines().enumerate() {
        let source = line.trim().trim_start_matches('\u{feff}');
        if source.is_empty() {
            continue;
        }
        let record = match serde_json::from_str(source) {
            Ok(Value::Object(item)) => Ok(article(&item)),
            Ok(_) => Err("the line is no JSON object"),
            Err(_) => Err("the line is no JSON"),
        };
        if !give(Given { name: format!("line {}", number + 1), source, record }) {
            return;
        }
    }
}

fn article(item: &Map<String, Value>) -> Record {
    let mut record = Record::new("json-lines");
    let get =
        |names: &[&str]| names.iter().map(|name| words(item.get(*name))).find(|words| !words.is_empty());
    let get = |names: &[&str]| get(names).unwrap_or_default();
    record.title = get(&["title"]);
    record.text = get(&["text"]);
    record.url = get(&["url"]);
    record.outlets = vec![get(&["outlet"])];
    record.authors = vec![get(&["byline", "author"])];
    record.section = get(&["section"]);
    record.language = get(&["lang", "language"]);
    let dated = |words: String| {
        dates::read_edtf(&words).map(|published| Dated { words: one_line(&words), published })
    };
    record.published = dated(get(&["published", "date"]));
    record.modified = dated(get(&["modified"]));
    record
}

fn csl(item: &Map<String, Value>) -> Record {
    let mut record = Record::new("csl-json");
    let get = |name: &str| words(item.get(name));
    record.title =
        [get("title"), get("title-short")].into_iter().find(|title| !title.is_empty()).unwrap_or_default();
    record.authors = people(item.get("author"));
    record.editors = people(item.get("editor"));
    record.outlets = ["container-title", "collection-title", "publisher", "event-title"].map(get).into();
    record.url = get("URL");
    record.doi = get("DOI");
    record.section = get("section");
    record.language = get("language");
    // CSL itself tells doubt by `circa` only.
    let edtf = item.get("custom").map(|custom| words(custom.get("edtf"))).unwrap_or_default();
    record.published = Edtf::parse(&edtf)
        .ok()
        .map(|date| Dated { words: edtf, published: Published { date, time: None, zone: None } })
        .or_else(|| item.get("issued").and_then(issued));
    record.text = super::markup::text(&get("abstract"));
    let note = get("note");
    record.or_note([note.as_str()]);
    record.details = ["volume", "issue", "page"].map(get).into();
    record
}

/// Strings and numbers as words; of a list the first.
fn words(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(words)) => words.trim().to_owned(),
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Array(list)) if !matches!(list.first(), Some(Value::Array(_))) => words(list.first()),
        _ => String::new(),
    }
}

fn people(value: Option<&Value>) -> Vec<String> {
    let Some(Value::Array(list)) = value else { return Vec::new() };
    let name = |person: &Value| {
        let get = |name: &str| words(person.get(name));
        let literal = get("literal");
        if !literal.is_empty() {
            return literal;
        }
        let parts = ["given", "dropping-particle", "non-dropping-particle", "family", "suffix"].map(get);
        one_line(&parts.join(" "))
    };
    list.iter().map(name).filter(|name| !name.is_empty()).collect()
}

/// A date of CSL: parts, a season, doubt, or words.
fn issued(value: &Value) -> Option<Dated> {
    let number = |value: &Value| words(Some(value)).trim().parse::<u32>().ok();
    let point = |parts: &Value| {
        let mut parts = parts.as_array()?.iter().map_while(number);
        let year = parts.next().filter(|year| (1..10_000).contains(year))?;
        let rest: String = parts.take(2).map(|part| format!("-{part:02}")).collect();
        Some(format!("{year:04}{rest}"))
    };
    let season = value.get("season").and_then(number).filter(|season| (1..=4).contains(season));
    let stated = match value.get("date-parts").and_then(Value::as_array).map(Vec::as_slice) {
        Some([one]) => point(one).map(|point| match season {
            Some(season) if point.len() == 4 => format!("{point}-{}", 20 + season),
            _ => point,
        }),
        Some([from, to, ..]) => point(from).zip(point(to)).map(|(from, to)| format!("{from}/{to}")),
        _ => None,
    };
    let circa = value.get("circa").is_some_and(|circa| !matches!(circa, Value::Bool(false) | Value::Null));
    let stated = stated.map(|date| if circa && !date.contains('/') { format!("{date}~") } else { date });
    let told = ["raw", "literal"].map(|name| words(value.get(name)));
    let plain = words(Some(value));
    stated
        .into_iter()
        .chain(told)
        .chain([plain])
        .find_map(|words| dates::read(&words).map(|published| Dated { words, published }))
}
