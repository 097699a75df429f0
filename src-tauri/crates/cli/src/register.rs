//! `milestones --import`, `--export`, `--warnings`, `--stalled`, `--roll-up`: the register from a spreadsheet and to one, and what it
//! says of itself.

use std::path::Path;
use std::process::ExitCode;

use chancery_desk::Desk;
use serde_json::{Value, json};

use crate::Failure;
use crate::args::RegisterFiles;
use crate::ladder::Steps;
use crate::look::{ask, list, text};
use crate::print::Output;

/// What is asked of the whole register, now or as of a day.
pub(crate) fn answer(
    desk: &Desk,
    files: &RegisterFiles,
    as_of: Option<(&str, &str)>,
    output: &Output,
) -> Result<(), Failure> {
    let as_of = as_of.map(|(axis, day)| json!({ "axis": axis, "day": day }));
    if let Some(file) = &files.export {
        return export(desk, file, &as_of, output);
    }
    let review: Value = ask(desk, "register_review", json!({ "asOf": as_of }))?;
    let register: Value = match &as_of {
        Some(as_of) => ask(desk, "register_as_of", as_of.clone())?,
        None => ask(desk, "register", json!({}))?,
    };
    let title = |id: &Value| {
        let row = list(&register, "milestones").find(|row| row["id"] == *id);
        row.map_or_else(String::new, |row| text(&row["title"], "en"))
    };
    let named = |one: &Value| format!("{}  {}", one["milestone"], title(&one["milestone"]));
    if files.warnings {
        let line = |one: &Value| {
            let own = list(one, "warnings").map(warning);
            let steps = list(one, "steps").flat_map(|step| list(step, "warnings"));
            let told: Vec<String> =
                own.chain(steps.map(|one| format!("its status: {}", warning(one)))).collect();
            format!("{}: {}\n", named(one), told.join("; "))
        };
        output.value(&review["warned"], || list(&review, "warned").map(line).collect());
    } else if files.stalled {
        let value = json!({ "months": review["stallMonths"], "stalled": review["stalled"] });
        let line = |one: &Value| format!("{}: nothing new since {}\n", named(one), text(one, "last"));
        output.value(&value, || list(&review, "stalled").map(line).collect());
    } else {
        let of = |one: &Value| match (&one["lane"], &one["parent"]) {
            (Value::String(lane), _) => format!("lane {lane}"),
            (_, Value::Null) => "all".to_owned(),
            (_, parent) => title(parent),
        };
        let steps = Steps::of(desk)?;
        let line = |one: &Value| format!("{}: {}\n", of(one), sum(one, &steps));
        output.value(&review["rollUps"], || list(&review, "rollUps").map(line).collect());
    }
    Ok(())
}

/// "3 begun, 1 done, 25 % done, 1 past their deadline, next due /2023-12".
fn sum(one: &Value, steps: &Steps) -> String {
    let counted = |step: &Value| format!("{} {}", step["count"], steps.words(&text(step, "step")));
    let mut told: Vec<String> = list(one, "steps").map(counted).collect();
    told.extend(one["shareDone"].as_f64().map(|share| format!("{:.0} % done", share * 100.0)));
    let late = list(one, "overdue").count();
    if late > 0 {
        told.push(format!("{late} past their deadline"));
    }
    let next = text(one, "nextDeadline");
    if !next.is_empty() {
        told.push(format!("next due {next}"));
    }
    told.join(", ")
}

fn warning(warning: &Value) -> String {
    let words = text(warning, "words");
    match text(warning, "what").as_str() {
        "one-story" => "all evidence is one story".to_owned(),
        "one-outlet" => format!("all evidence is from one outlet, {words}"),
        "one-camp" if words.is_empty() => "all evidence is from bodies of states together".to_owned(),
        "one-camp" => format!("all evidence is from the state of {words}"),
        "other-date" => format!("passage {} tells another date, “{words}”", warning["evidence"][0]),
        "lost" => format!("passages {} stand in their article no more", warning["evidence"]),
        other => other.to_owned(),
    }
}

fn export(desk: &Desk, file: &Path, as_of: &Option<Value>, output: &Output) -> Result<(), Failure> {
    let path = file.display().to_string();
    let written: Value = ask(desk, "register_export", json!({ "path": path, "asOf": as_of }))?;
    output.value(&written, || {
        format!("{} milestones, {} bytes written to {path}", written["milestones"], written["bytes"])
    });
    Ok(())
}

/// Tells row by row what taking a spreadsheet in would do.
pub(crate) fn look(desk: &Desk, files: &RegisterFiles, output: &Output) -> Result<(), Failure> {
    let seen: Value = ask(desk, "register_import_look", args(desk, files)?)?;
    output.value(&seen, || format!("Would be taken in: {}", told(&seen)));
    Ok(())
}

/// Takes a spreadsheet in.
pub(crate) fn import(desk: &Desk, files: &RegisterFiles, output: &Output) -> Result<ExitCode, Failure> {
    let done: Value = ask(desk, "register_import", args(desk, files)?)?;
    output.value(&done, || {
        let head = if done["operation"].is_object() { "Taken in" } else { "Nothing to change" };
        format!("{head}: {}", told(&done["value"]))
    });
    Ok(ExitCode::SUCCESS)
}

/// What the window would send; `--map` names columns by their heads, and those it does not name hold what their heads say.
fn args(desk: &Desk, files: &RegisterFiles) -> Result<Value, Failure> {
    let path = files.import.as_deref().unwrap_or(Path::new("")).display().to_string();
    let mut args = json!({
        "path": path,
        "sheet": files.sheet,
        "kind": files.kind,
        "reason": files.reason.clone().unwrap_or_default(),
    });
    if files.map.is_empty() {
        return Ok(args);
    }
    let seen: Value = ask(desk, "register_import_look", args.clone())?;
    let mut columns: Vec<Value> = list(&seen, "columns").map(|column| column["field"].clone()).collect();
    for pair in &files.map {
        let (head, field) = pair
            .split_once('=')
            .ok_or_else(|| Failure::Misused(format!("--map {pair}: write HEAD=FIELD, such as Wann=date")))?;
        let heads: Vec<String> = list(&seen, "columns").map(|column| text(column, "head")).collect();
        let place = heads.iter().position(|known| known.trim().eq_ignore_ascii_case(head.trim()));
        let place = place.ok_or_else(|| {
            Failure::Misused(format!(
                "--map {pair}: no column is called {head:?}; there are {}",
                heads.join(", ")
            ))
        })?;
        for column in &mut columns {
            if column.as_str() == Some(field) {
                *column = Value::Null;
            }
        }
        if let Some(column) = columns.get_mut(place) {
            *column = if field.is_empty() { Value::Null } else { json!(field) };
        }
    }
    args["columns"] = Value::Array(columns);
    Ok(args)
}

fn told(seen: &Value) -> String {
    let mut out = format!(
        "{} new, {} changed, {} as they were, {} refused\n",
        seen["added"], seen["changed"], seen["unchanged"], seen["refused"]
    );
    let columns: Vec<String> = list(seen, "columns")
        .map(|column| {
            format!("{} → {}", text(column, "head"), column["field"].as_str().unwrap_or("left out"))
        })
        .collect();
    out.push_str(&format!("  columns: {}\n", columns.join(", ")));
    if !list(seen, "columns").any(|column| matches!(column["field"].as_str(), Some("title" | "uid"))) {
        out.push_str("  no column holds titles: say which with --map HEAD=title\n");
    }
    let lanes: Vec<&str> = list(seen, "lanes").filter_map(Value::as_str).collect();
    if !lanes.is_empty() {
        out.push_str(&format!("  new lanes: {}\n", lanes.join(", ")));
    }
    for (what, name) in [
        ("formulas, of which the saved results count", "formulas"),
        ("merged regions, filled down", "merged"),
    ] {
        if seen[name].as_u64().unwrap_or(0) > 0 {
            out.push_str(&format!("  {} {what}\n", seen[name]));
        }
    }
    for row in list(seen, "rows") {
        let fields: Vec<&str> = list(row, "fields").filter_map(Value::as_str).collect();
        let line = match row["outcome"].as_str() {
            Some("new") => format!("+ row {}: {}", row["number"], text(row, "title")),
            Some("changed") => format!(
                "~ row {}: {} ({}; known by {})",
                row["number"],
                text(row, "title"),
                fields.join(", "),
                text(row, "by").replace('-', " ")
            ),
            Some("refused") => {
                let faults: Vec<String> = list(row, "faults").map(fault).collect();
                format!("! row {}, {}", row["number"], faults.join("; "))
            }
            _ => continue,
        };
        out.push_str(&format!("  {line}\n"));
    }
    out
}

/// What is wrong with a row, and how to mend it.
fn fault(fault: &Value) -> String {
    let (column, words) = (text(fault, "column"), text(fault, "words"));
    let cell = format!("{column} “{words}”");
    match text(fault, "what").as_str() {
        "no-title" => "it has no title: write one".to_owned(),
        "error-cell" => format!("{cell}: an error of the spreadsheet; mend the cell"),
        "no-result" => format!(
            "{column}: a formula without a saved result; open the file in the spreadsheet program and save it"
        ),
        "not-a-date" => {
            format!("{cell}: no date; write it as 8 December 1999, autumn 2019?, by November 2019 or EDTF")
        }
        "number-as-date" => format!("{cell}: a number and no year; format the cell as a date"),
        "no-such-kind" => format!("{cell}: no kind; write one such as treaty, decision, roadmap"),
        "no-such-status" => {
            format!("{cell}: no step of the ladder; write one that `chancery-cli ladder` names")
        }
        "no-such-role" => format!("{cell}: no role; write promised, decided, claimed, agreed or announced"),
        "not-a-uid" => format!("{cell}: no UUID; leave the cell empty for a new milestone"),
        "no-such-parent" => format!("{cell}: neither a row of the file nor a milestone of the register"),
        "many-parents" => format!("{cell}: several milestones are called so; name it by its number or UUID"),
        "parent-refused" => format!("its parent, row {words}, is refused"),
        "circle" => format!("{cell}: it would lie under itself"),
        "many-same" => format!("several milestones are called “{words}”: give the UUID"),
        "twice" => format!("the same milestone as row {words}"),
        other => other.to_owned(),
    }
}
