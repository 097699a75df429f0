//! `searches`: questions asked again.

use chancery_desk::Desk;
use serde_json::{Value, json};

use crate::Failure;
use crate::args::SearchesAction;
use crate::look::{ask, list, text};
use crate::print::{Output, table};

/// Lists the saved searches, or only those with something new.
pub(crate) fn all(desk: &Desk, new: bool, output: &Output) -> Result<(), Failure> {
    let mut told: Vec<Value> = Vec::new();
    for mut saved in ask::<Vec<Value>>(desk, "saved_searches", json!({}))? {
        let found: Value = ask(desk, "saved_search_found", json!({ "id": saved["id"] }))?;
        if !new || found["new"] != 0 {
            saved["found"] = found;
            told.push(saved);
        }
    }
    output.value(&told, || {
        let line = |saved: &Value| {
            let found = &saved["found"];
            let at_most = if found["atMost"] == true { "at most " } else { "" };
            vec![
                text(saved, "id"),
                format!("{at_most}{} found", text(found, "articles")),
                format!("{} new", text(found, "new")),
                text(saved, "name"),
                text(&saved["asked"], "words"),
            ]
        };
        let hints: String = told
            .iter()
            .flat_map(|saved| list(&saved["found"], "hints"))
            .map(|hint| format!("{} can't be read as it may have been meant\n", text(hint, "typed")))
            .collect();
        table(&told.iter().map(line).collect::<Vec<_>>()) + &hints
    });
    Ok(())
}

/// Prints what a saved search finds, and notes that one looked.
pub(crate) fn show(
    desk: &Desk,
    (name, new): (&str, bool),
    (offset, limit): (u32, u32),
    output: &Output,
) -> Result<(), Failure> {
    let saved = named(desk, name)?;
    let asked = &saved["asked"];
    let looked: Value = ask(desk, "saved_search_look", json!({ "id": saved["id"] }))?;
    let after = if new { looked["seen"].clone() } else { Value::Null };
    let args = json!({
        "query": asked["words"],
        "filter": { "asTyped": asked["asTyped"], "stories": asked["stories"], "cameAfter": after },
        "newestFirst": asked["newestFirst"],
        "offset": offset,
        "limit": limit,
    });
    crate::search::search(desk, &text(asked, "words"), args, output)
}

pub(crate) fn change(desk: &Desk, action: SearchesAction) -> Result<Value, Failure> {
    match action {
        SearchesAction::Save { name, query, as_typed, stories, best } => {
            let asked =
                json!({ "words": query, "asTyped": as_typed, "stories": stories, "newestFirst": !best });
            match find(desk, &name)? {
                Some(saved) => {
                    let args = json!({ "id": saved["id"], "name": saved["name"], "asked": asked });
                    ask(desk, "saved_search_edit", args)
                }
                None => ask(desk, "saved_search_add", json!({ "name": name, "asked": asked })),
            }
        }
        SearchesAction::Rename { search, name } => {
            let saved = named(desk, &search)?;
            ask(
                desk,
                "saved_search_edit",
                json!({ "id": saved["id"], "name": name, "asked": saved["asked"] }),
            )
        }
        SearchesAction::Remove { search } => {
            ask(desk, "saved_search_remove", json!({ "id": named(desk, &search)?["id"] }))
        }
        SearchesAction::Show { .. } => Err(Failure::Misused("the command changes nothing".to_owned())),
    }
}

fn named(desk: &Desk, name: &str) -> Result<Value, Failure> {
    find(desk, name)?.ok_or_else(|| desk.no_such("saved search", name).into())
}

/// A saved search by its name, else by its id.
fn find(desk: &Desk, name: &str) -> Result<Option<Value>, Failure> {
    let all: Vec<Value> = ask(desk, "saved_searches", json!({}))?;
    let called = |saved: &&Value| text(saved, "name").to_lowercase() == name.to_lowercase();
    let by_name = all.iter().find(called);
    Ok(by_name.or_else(|| all.iter().find(|saved| text(saved, "id") == name)).cloned())
}
