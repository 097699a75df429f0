//! Annotations go out, one after the other. The same dossier gives the same bytes.

use std::collections::{BTreeMap, HashMap};
use std::io::Write as _;

use chancery_model::{Anchor, ArticleId, TopicId};
use chancery_store::{ArticleDetail, CodingRow, Moment, Reader, TopicRow};
use serde_json::{Value, json};

use super::{CONTEXT, OURS};
use crate::whole::Whole;
use crate::{Progress, Result, Step};

/// Writes the codings of these articles; how many there are, or `None` where it was cancelled.
pub(crate) fn write(
    reader: &Reader<'_>,
    ids: &[ArticleId],
    file: &mut Whole<'_>,
    progress: &mut Progress<'_>,
) -> Result<Option<usize>> {
    let topics: HashMap<TopicId, TopicRow> = reader.topics()?.into_iter().map(|row| (row.id, row)).collect();
    let mut codings: BTreeMap<ArticleId, Vec<CodingRow>> = BTreeMap::new();
    for row in reader.codings()? {
        codings.entry(row.coding.article).or_default().push(row);
    }
    let total: usize = ids.iter().filter_map(|id| codings.get(id)).map(Vec::len).sum();
    let info = reader.dossier()?;
    let head = json!({
        "@context": [CONTEXT, { "chancery": OURS }],
        "id": format!("urn:uuid:{}", info.uid),
        "type": "AnnotationCollection",
        "label": info.name.en,
        "generator": { "type": "Software", "name": "Chancery" },
        "total": total,
        "first": {
            "id": format!("urn:uuid:{}#1", info.uid),
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": [],
        },
    });
    let head = serde_json::to_string_pretty(&head).unwrap_or_default();
    // The items are written between the brackets as they are read.
    let (before, after) = head.split_once("[]").unwrap_or((&head, ""));
    let mut put = |words: &str| file.write_all(words.as_bytes()).map_err(|error| file.failed(error));
    put(before)?;
    put("[")?;
    let mut written = 0;
    for (done, &id) in ids.iter().enumerate() {
        let detail = reader.article(id)?;
        if !progress.step(Step { done, total: ids.len(), current: &detail.row.title, ..Step::default() }) {
            return Ok(None);
        }
        for row in codings.get(&id).into_iter().flatten() {
            let Some(topic) = topics.get(&row.coding.topic) else { continue };
            put(if written == 0 { "\n" } else { ",\n" })?;
            put(&annotation(row, topic, &detail).to_string())?;
            written += 1;
        }
    }
    put("\n]")?;
    put(after)?;
    put("\n")?;
    let _ = progress.step(Step { done: ids.len(), total: ids.len(), ..Step::default() });
    Ok(Some(written))
}

fn annotation(row: &CodingRow, topic: &TopicRow, detail: &ArticleDetail) -> Value {
    let anchor = &row.coding.anchor;
    let mut body = vec![json!({
        "type": "TextualBody",
        "purpose": "tagging",
        "format": "text/plain",
        "language": "en",
        "value": topic.topic.label.en,
        "chancery:topic": format!("urn:uuid:{}", topic.uid),
        "chancery:slug": topic.topic.slug,
    })];
    if !row.coding.memo.is_empty() {
        body.push(json!({
            "type": "TextualBody",
            "purpose": "commenting",
            "format": "text/plain",
            "value": row.coding.memo,
        }));
    }
    let mut source = json!({
        "id": format!("urn:uuid:{}", detail.uid),
        "type": "Text",
        "format": "text/plain",
        "label": detail.row.title,
        "chancery:sha256": hex(&crate::codings::hash_of(&detail.text)),
    });
    if let Some(language) = detail.row.language {
        source["language"] = language.code().into();
    }
    if let Some(url) = &detail.fields.url.value {
        source["via"] = url.clone().into();
    }
    json!({
        "id": format!("urn:uuid:{}", row.uid),
        "type": "Annotation",
        "motivation": "tagging",
        "created": date_time(row.at),
        "body": body,
        "target": {
            "source": source,
            "selector": selectors(anchor),
        },
    })
}

/// Place and words; a passage that is lost has its words alone.
fn selectors(anchor: &Anchor) -> Vec<Value> {
    let (start, end) = (anchor.span.start, anchor.span.end);
    let place = json!({ "type": "TextPositionSelector", "start": start, "end": end });
    let words = json!({
        "type": "TextQuoteSelector",
        "exact": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
    });
    if anchor.is_lost() { vec![words] } else { vec![place, words] }
}

fn date_time(at: Moment) -> String {
    chrono::DateTime::from_timestamp_millis(at.0)
        .map(|at| at.format("%Y-%m-%dT%H:%M:%SZ").to_string())
        .unwrap_or_default()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
