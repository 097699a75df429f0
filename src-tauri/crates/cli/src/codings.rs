//! `codings`: passages under topics, listed, added, changed and taken away.

use chancery_desk::Desk;
use serde_json::{Value, json};

use crate::Failure;
use crate::args::CodingAction;
use crate::look::{ask, list, text};
use crate::print::{Output, table};

/// Lists the topics that have codings, or the codings of one.
pub(crate) fn look(
    desk: &Desk,
    topic: Option<&str>,
    (offset, limit): (u32, u32),
    output: &Output,
) -> Result<(), Failure> {
    let Some(name) = topic else { return coded_topics(desk, output) };
    let topic = desk.topic_named(name)?.0;
    let page: Value = ask(desk, "codings", json!({ "topic": topic, "offset": offset, "limit": limit }))?;
    output.value(&page, || {
        let passages: Vec<String> = list(&page, "rows").map(in_words).collect();
        format!("{}{} of {}", passages.concat(), passages.len(), text(&page, "total"))
    });
    Ok(())
}

fn coded_topics(desk: &Desk, output: &Output) -> Result<(), Failure> {
    let rows: Value = ask(desk, "topics", json!({}))?;
    let coded: Vec<Value> = rows
        .as_array()
        .into_iter()
        .flatten()
        .filter(|row| row["codings"].as_u64() > Some(0))
        .map(|row| json!({ "id": row["id"], "slug": row["slug"], "label": row["label"], "codings": row["codings"] }))
        .collect();
    output.value(&coded, || {
        let line = |row: &Value| vec![text(row, "slug"), text(&row["label"], "en"), text(row, "codings")];
        table(&coded.iter().map(line).collect::<Vec<_>>())
    });
    Ok(())
}

fn in_words(row: &Value) -> String {
    let coding = &row["coding"];
    let words = format!("{}[{}]{}", text(row, "before"), text(coding, "exact"), text(row, "after"));
    let memo = match text(coding, "memo") {
        memo if memo.is_empty() => String::new(),
        memo => format!("    {}\n", memo.replace('\n', "\n    ")),
    };
    format!(
        "{}  {} {} {} (article {})\n    {}\n{memo}",
        text(coding, "id"),
        text(row, "published"),
        text(row, "outlet"),
        text(row, "title"),
        text(row, "article"),
        words.replace('\n', "\n    "),
    )
}

/// Adds, changes or takes a coding away.
pub(crate) fn change(desk: &Desk, action: CodingAction) -> Result<Value, Failure> {
    match action {
        CodingAction::Add { topic, article, exact, before, after, memo } => {
            let topic = desk.topic_named(&topic)?.0;
            let anchor = desk.locate(chancery_model::ArticleId(article), &exact, &before, &after)?;
            let span = json!({ "start": anchor.span.start, "end": anchor.span.end });
            ask(desk, "coding_add", json!({ "topic": topic, "article": article, "span": span, "memo": memo }))
        }
        CodingAction::Edit { coding, topic, memo } => {
            let topic = topic.map(|topic| desk.topic_named(&topic)).transpose()?.map(|topic| topic.0);
            ask(desk, "coding_edit", json!({ "id": coding, "topic": topic, "memo": memo }))
        }
        CodingAction::Remove { coding } => ask(desk, "coding_remove", json!({ "id": coding })),
    }
}
