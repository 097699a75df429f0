//! What a search finds as evidence of a milestone: the passages with why, then one operation.

use std::process::ExitCode;

use chancery_desk::Desk;
use serde_json::{Value, json};

use crate::Failure;
use crate::args::AttachFound;
use crate::look::{ask, filter_json, list, text};
use crate::print::Output;

/// Tells the passages, and attaches them unless they are only looked at.
pub(crate) fn attach_found(desk: &Desk, asked: &AttachFound, output: &Output) -> Result<ExitCode, Failure> {
    let milestone = desk.milestone_named(&asked.milestone)?.0;
    let mut filter = filter_json(desk, &asked.narrow)?;
    filter["asTyped"] = Value::Bool(asked.as_typed);
    let args = json!({ "query": asked.query, "filter": filter, "limit": asked.limit });
    let found: Value = ask(desk, "search", args)?;
    let around: Vec<Value> = list(&found, "hits").map(found_in).collect();
    let args = json!({ "around": around, "sentences": asked.sentences.max(1), "milestone": milestone });
    let passages: Vec<Value> = ask(desk, "passages_around", args)?;
    let done = match asked.dry_run || passages.is_empty() {
        true => Value::Null,
        false => ask(
            desk,
            "evidence_attach_all",
            json!({
                "milestone": milestone,
                "passages": passages
                    .iter()
                    .map(|one| json!({ "article": one["article"], "span": one["span"] }))
                    .collect::<Vec<_>>(),
                "stance": asked.stance,
                "proves": asked.proves,
            }),
        )?,
    };
    let value = json!({ "total": found["total"], "passages": passages, "done": done });
    output.value(&value, || {
        let mut lines: Vec<String> = passages.iter().map(told).collect();
        let known = passages.iter().filter(|one| one["known"] == true).count();
        let (all, total) = (passages.len(), text(&found, "total"));
        lines.push(match done["operation"].is_object() {
            true => format!(
                "{} {}: {} attached, {} evidence already; {all} of {total} articles",
                text(&done["operation"], "id"),
                text(&done["operation"], "kind"),
                list(&done["value"], "evidence").count(),
                text(&done["value"], "known"),
            ),
            false => format!(
                "Nothing changed: {} could be attached, {known} evidence already; {all} of {total} articles",
                all - known
            ),
        });
        lines.join("\n")
    });
    Ok(ExitCode::SUCCESS)
}

/// The words found in a hit, in positions of its article.
fn found_in(hit: &Value) -> Value {
    let shown = list(hit, "snippets").flat_map(|snippet| {
        let from = snippet["span"]["start"].as_u64().unwrap_or_default();
        list(snippet, "marks").map(move |mark| {
            let at = |end: &str| from + mark[end].as_u64().unwrap_or_default();
            json!({ "start": at("start"), "end": at("end") })
        })
    });
    json!({ "article": hit["article"], "found": shown.collect::<Vec<_>>() })
}

/// A passage, where it stands, and the words it was found by.
fn told(one: &Value) -> String {
    let exact: Vec<char> = text(one, "exact").chars().collect();
    let at = |value: &Value| value.as_u64().and_then(|at| usize::try_from(at).ok()).unwrap_or_default();
    let words: Vec<String> = list(one, "found")
        .filter_map(|found| Some(exact.get(at(&found["start"])..at(&found["end"]))?.iter().collect()))
        .collect();
    let known = if one["known"] == true { "evidence already: " } else { "" };
    format!(
        "{}  {}  {}\n    {known}\u{201c}{}\u{201d}\n    by {}",
        text(one, "article"),
        text(one, "published"),
        text(one, "title"),
        text(one, "exact").replace('\n', " "),
        if words.is_empty() { "its title".to_owned() } else { words.join(", ") },
    )
}
