//! `read-again` and `lost`: articles read again from their originals, and the passages that are nowhere since.

use std::process::ExitCode;

use chancery_desk::{Cancel, Desk, Progress};
use chancery_wire::dto::ReadAgainArgs;
use serde_json::{Value, json};

use crate::Failure;
use crate::args::{LostAction, ReadAgain};
use crate::look::{ask, list, text};
use crate::outlets::id_of;
use crate::print::{Output, end_of_steps, tell_steps};

pub(crate) fn read_again(desk: &Desk, asked: &ReadAgain, output: &Output) -> Result<ExitCode, Failure> {
    let args = ReadAgainArgs {
        articles: asked.articles.clone(),
        outlet: asked.outlet.as_deref().map(|name| id_of(desk, name)).transpose()?,
        older: asked.older,
        all: asked.all,
    };
    let mut progress = Progress::new(Cancel::default(), tell_steps());
    let answer: Result<Value, chancery_desk::DeskError> = match asked.dry_run {
        true => chancery_wire::look_read_again(desk, &args, &mut progress).map(|report| json!(report)),
        false => chancery_wire::read_again(desk, &args, &mut progress).map(|done| json!(done)),
    };
    drop(progress);
    if asked.articles.len() != 1 {
        end_of_steps();
    }
    let value = answer?;
    if !asked.dry_run {
        crate::learning::learn(desk)?;
    }
    let report = value.get("value").unwrap_or(&value);
    output.value(&value, || told(report, asked.dry_run));
    let refused = list(report, "articles").any(|one| !one["refused"].is_null());
    Ok(if refused { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

fn told(report: &Value, dry_run: bool) -> String {
    let mut out = String::new();
    let mut others = 0;
    for one in list(report, "articles") {
        out.push_str(&format!("{} {}\n", text(one, "article"), text(one, "title")));
        if !one["refused"].is_null() {
            out.push_str(&format!("    ! stays as it is: {}\n", text(one, "refused")));
            continue;
        }
        others += 1;
        for change in list(one, "fields") {
            let word = |at: &str| match text(change, at) {
                empty if empty.is_empty() => "–".to_owned(),
                word => word,
            };
            out.push_str(&format!("    {}: {} → {}\n", text(change, "field"), word("before"), word("after")));
        }
        for kept in list(one, "kept") {
            out.push_str(&format!("    {}: stays as it was corrected\n", kept.as_str().unwrap_or_default()));
        }
        if one["added"] != 0 || one["removed"] != 0 {
            let (all, added, removed) = (text(one, "words"), text(one, "added"), text(one, "removed"));
            out.push_str(&format!("    words: +{added} −{removed} of {all}\n"));
        }
        for passage in list(one, "passages").filter(|passage| passage["fate"] != "stays") {
            let name = format!("{}:{}", text(passage, "kind"), text(passage, "id"));
            out.push_str(&format!("    {} {name} “{}”\n", text(passage, "fate"), text(passage, "exact")));
        }
    }
    let be = if dry_run { "would be read otherwise" } else { "read otherwise" };
    out.push_str(&format!("{others} {be}, {} as they were\n", text(report, "same")));
    out
}

pub(crate) fn lost(desk: &Desk, article: Option<i64>, output: &Output) -> Result<(), Failure> {
    let lost: Value = ask(desk, "passages_lost", json!({ "article": article }))?;
    output.value(&lost, || {
        let rows = lost.as_array().cloned().unwrap_or_default();
        if rows.is_empty() {
            return "Every passage stands in its article".to_owned();
        }
        let mut out = String::new();
        for row in &rows {
            let name = format!("{}:{}", text(row, "kind"), text(row, "id"));
            out.push_str(&format!(
                "{name} of “{}”, in article {} ({})\n",
                text(row, "ofTitle"),
                text(row, "article"),
                text(row, "articleTitle")
            ));
            out.push_str(&format!("    was: “{}”\n", text(row, "exact")));
            if !row["guess"].is_null() {
                out.push_str(&format!("    may be: “{}”\n", text(&row["guess"], "exact")));
            }
        }
        out
    });
    Ok(())
}

pub(crate) fn change(desk: &Desk, action: LostAction) -> Result<Value, Failure> {
    let LostAction::Place { passage, exact, before, after } = action;
    let lost: Value = ask(desk, "passages_lost", json!({}))?;
    let rows = lost.as_array().cloned().unwrap_or_default();
    let found = rows.iter().find(|row| format!("{}:{}", text(row, "kind"), text(row, "id")) == passage);
    let row = found.ok_or_else(|| desk.no_such("lost passage", &passage))?;
    let span = match exact {
        Some(exact) => {
            let article = row["article"].as_i64().unwrap_or_default();
            let anchor = desk.locate(chancery_model::ArticleId(article), &exact, &before, &after)?;
            json!({ "start": anchor.span.start, "end": anchor.span.end })
        }
        None if row["guess"].is_null() => {
            return Err(Failure::Misused(format!(
                "nothing in the article is like the words of {passage}; name others with --exact"
            )));
        }
        None => row["guess"]["span"].clone(),
    };
    ask(desk, "passage_place", json!({ "kind": row["kind"], "id": row["id"], "span": span }))
}
