//! `codings` and `import-codings`: passages under topics, listed, added, changed, taken away, and taken in from files.

use std::path::Path;
use std::process::ExitCode;

use chancery_desk::{Cancel, Desk, Progress};
use chancery_wire::dto::PathArgs;
use serde_json::{Value, json};

use crate::Failure;
use crate::args::CodingAction;
use crate::look::{ask, list, text};
use crate::print::{Output, end_of_steps, table, tell_steps};

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

/// Writes the passages of a topic to a table.
pub(crate) fn table_of(desk: &Desk, topic: &str, file: &Path, output: &Output) -> Result<(), Failure> {
    let args = json!({ "topic": desk.topic_named(topic)?.0, "path": file.display().to_string() });
    let written: Value = ask(desk, "codings_export", args)?;
    output.value(&written, || format!("{} coded passages written to {}", written["codings"], file.display()));
    Ok(())
}

/// Tells what taking a file in would do.
pub(crate) fn look_at(desk: &Desk, file: &Path, output: &Output) -> Result<(), Failure> {
    let taken: Value = ask(desk, "codings_look", json!({ "path": file.display().to_string() }))?;
    output.value(&taken, || format!("Would be taken in: {}", told(&taken)));
    Ok(())
}

/// Takes coded passages in from a file.
pub(crate) fn import(desk: &Desk, file: &Path, output: &Output) -> Result<ExitCode, Failure> {
    let mut progress = Progress::new(Cancel::default(), tell_steps());
    let args = PathArgs { path: file.display().to_string() };
    let done = chancery_wire::import_codings(desk, &args, &mut progress);
    drop(progress);
    end_of_steps();
    let done = done?;
    let value = json!(done.value);
    output.value(&done, || {
        let head = if done.operation.is_some() { "Taken in" } else { "Nothing to change" };
        format!("{head}: {}", told(&value))
    });
    Ok(ExitCode::SUCCESS)
}

fn told(taken: &Value) -> String {
    let topics = taken["topics"]["added"].as_array().map_or(0, Vec::len);
    let mut out = format!(
        "{} coded passages ({} there already), {} texts new, {} found, {topics} topics new, {} tags, {} notes\n",
        taken["codings"], taken["there"], taken["new"], taken["found"], taken["tags"], taken["notes"]
    );
    for lost in list(taken, "lost") {
        let name = match text(lost, "name") {
            name if name.is_empty() => name,
            name => format!(": {name}"),
        };
        out.push_str(&format!("  not taken over, {} {}{name}\n", lost["count"], worded(&text(lost, "what"))));
    }
    out
}

fn worded(matter: &str) -> &str {
    match matter {
        "text" => "texts or notes that can't be read",
        "passage" => "passages whose words are not in their text, or in several places",
        "text-absent" => "passages of texts that are not there",
        "code" => "passages without a known code",
        "pdf-selections" => "codings in pages of PDF",
        "users" => "coders (who coded is not kept)",
        other => other,
    }
}
