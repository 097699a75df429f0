//! The register told: as of a day, one milestone, the timeline to a file.

use chancery_desk::Desk;
use serde_json::{Value, json};

use crate::Failure;
use crate::args::TimelineFile;
use crate::ladder::Steps;
use crate::look::{ask, list, text};
use crate::print::{Output, table};

/// The register on a day, or what it and another day differ in.
pub(crate) fn as_of(
    desk: &Desk,
    axis: &str,
    day: &str,
    compare: Option<&str>,
    output: &Output,
) -> Result<(), Failure> {
    let Some(other) = compare else {
        let register: Value = ask(desk, "register_as_of", json!({ "axis": axis, "day": day }))?;
        let steps = Steps::of(desk)?;
        output.value(&register, || rows_of(&register, &steps));
        return Ok(());
    };
    let steps = Steps::of(desk)?;
    let changes: Value = ask(desk, "register_between", json!({ "axis": axis, "from": day, "to": other }))?;
    output.value(&changes, || {
        let mut out = String::new();
        for change in changes.as_array().into_iter().flatten() {
            let status = match (change["statusBefore"].as_str(), change["statusAfter"].as_str()) {
                (None, None) => String::new(),
                (before, after) => {
                    let words = |step: Option<&str>| step.map_or("-".to_owned(), |step| steps.words(step));
                    format!("  {} > {}", words(before), words(after))
                }
            };
            out.push_str(&format!("{}  {}{status}\n", text(change, "date"), text(&change["title"], "en")));
            for piece in list(change, "evidence") {
                out.push_str(&format!("    \"{}\"  {}\n", text(piece, "exact"), text(piece, "published")));
            }
        }
        out
    });
    Ok(())
}

fn rows_of(register: &Value, steps: &Steps) -> String {
    let line = |row: &Value| {
        vec![
            text(row, "id"),
            text(row, "date"),
            status_or_kind(row, steps),
            text(&row["title"], "en"),
            text(row, "who"),
        ]
    };
    table(&list(register, "milestones").map(line).collect::<Vec<_>>())
}

pub(crate) fn milestones(desk: &Desk, milestone: Option<&str>, output: &Output) -> Result<(), Failure> {
    let steps = Steps::of(desk)?;
    let Some(name) = milestone else {
        let register: Value = ask(desk, "register", json!({}))?;
        output.value(&register, || rows_of(&register, &steps));
        return Ok(());
    };
    let id = desk.milestone_named(name)?;
    let detail: Value = ask(desk, "milestone", json!({ "id": id.0 }))?;
    let lineage = crate::lineage::told(desk, &detail)?;
    output.value(&detail, || {
        let row = &detail["milestone"];
        let mut out = format!(
            "{}\n{}  {}  {}\n",
            text(&row["title"], "en"),
            text(row, "date"),
            status_or_kind(row, &steps),
            text(row, "who")
        );
        for one in list(&detail, "evidence") {
            out.push_str(&format!(
                "{} {} [{}]: “{}” ({}, {}){}\n",
                text(one, "id"),
                text(one, "stance"),
                text(one, "proves"),
                text(one, "exact"),
                text(one, "outlet"),
                text(one, "published"),
                if one["bundled"] == Value::Bool(true) { " from the bundled dossier" } else { "" }
            ));
        }
        out.push_str(&lineage);
        out
    });
    Ok(())
}

pub(crate) fn write_timeline(
    desk: &Desk,
    wanted: &TimelineFile,
    happened_by: Option<&str>,
    known_by: Option<&str>,
    output: &Output,
) -> Result<(), Failure> {
    let as_of = match (happened_by, known_by) {
        (Some(day), _) => json!({ "axis": "happened-by", "day": day }),
        (_, Some(day)) => json!({ "axis": "known-by", "day": day }),
        _ => Value::Null,
    };
    let args = json!({ "path": wanted.timeline, "asOf": as_of, "language": wanted.lang });
    let written: Value = ask(desk, "timeline_export", args)?;
    output.value(&written, || {
        let left = match written["undated"].as_u64() {
            Some(0) | None => String::new(),
            Some(undated) => format!(", {undated} without a date left out"),
        };
        format!("{} milestones written to {}{left}", text(&written, "milestones"), text(&written, "path"))
    });
    Ok(())
}

/// How far a milestone has come; what has no ladder says what it is.
fn status_or_kind(row: &Value, steps: &Steps) -> String {
    match text(row, "step") {
        step if step.is_empty() => format!("({})", text(row, "kind")),
        step => steps.words(&step),
    }
}
