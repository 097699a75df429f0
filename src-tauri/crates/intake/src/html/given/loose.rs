//! JSON-LD that is no JSON: repaired where that is simple, else read pair by pair.

use serde_json::{Map, Value};

/// What can be read of `source`.
pub(super) fn read(source: &str) -> Option<Value> {
    let repaired = repair(source);
    // Several objects one after the other are a list.
    let list: Result<Vec<Value>, _> =
        serde_json::Deserializer::from_str(&repaired).into_iter::<Value>().collect();
    match list {
        Ok(list) if list.iter().any(|value| value.is_object() || value.is_array()) => {
            Some(Value::Array(list))
        }
        _ => pairs(&repaired),
    }
}

/// Takes off comments and CDATA marks, escapes line ends inside strings, drops commas before a closing bracket.
fn repair(source: &str) -> String {
    let source = source.trim();
    let start = source.find(['{', '[']).unwrap_or(0);
    // "//<![CDATA[" begins with a bracket of its own.
    let start = match source.find("<![CDATA[") {
        Some(mark) if mark < start => {
            source.get(mark + 9..).and_then(|rest| rest.find(['{', '['])).map_or(start, |at| mark + 9 + at)
        }
        _ => start,
    };
    let end = source.rfind(['}', ']']).map_or(source.len(), |end| end + 1);
    let source = source.get(start..end.max(start)).unwrap_or_default();
    let source = source.strip_suffix("]]").unwrap_or(source);
    let mut out = String::with_capacity(source.len());
    let mut inside = false;
    let mut escaped = false;
    for c in source.chars() {
        if inside {
            match c {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                '"' => inside = false,
                '\n' | '\r' | '\t' => {
                    out.push(' ');
                    continue;
                }
                _ if c.is_control() => continue,
                _ => {}
            }
        } else if c == '"' {
            inside = true;
        } else if matches!(c, '}' | ']') {
            let kept = out.trim_end().trim_end_matches(',').len();
            out.truncate(kept);
        }
        out.push(c);
    }
    out
}

/// Every `"key": "value"` as one object, the first of a key; names of persons by the key before them.
fn pairs(source: &str) -> Option<Value> {
    let mut object = Map::new();
    let mut owner = String::new();
    let mut rest = source;
    while let Some((key, after)) = string(rest) {
        rest = after;
        let Some(value) = after.trim_start().strip_prefix(':') else { continue };
        let value = value.trim_start();
        if value.starts_with(['{', '[']) {
            owner = key;
            rest = value;
        } else if value.starts_with('"') {
            let Some((words, after)) = string(value) else { break };
            rest = after;
            let key = if key == "name" && !owner.is_empty() { owner.clone() } else { key };
            // Types are all kept: which of them was the article's can't be told.
            if key == "@type" {
                let kinds = object.entry(key).or_insert_with(|| Value::Array(Vec::new()));
                if let Value::Array(kinds) = kinds {
                    kinds.push(Value::String(words));
                }
            } else {
                object.entry(key).or_insert(Value::String(words));
            }
        }
    }
    (!object.is_empty()).then_some(Value::Object(object))
}

/// The next string in quotes, unescaped, and what follows it.
fn string(source: &str) -> Option<(String, &str)> {
    let start = source.find('"')? + 1;
    let body = source.get(start..)?;
    let mut escaped = false;
    let end = body.char_indices().find(|&(_, c)| {
        let ends = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        ends
    })?;
    let raw = body.get(..end.0)?;
    let words = serde_json::from_str(&format!("\"{raw}\"")).unwrap_or_else(|_| raw.to_owned());
    Some((words, body.get(end.0 + 1..)?))
}
