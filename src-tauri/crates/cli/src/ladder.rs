//! `ladder`: the steps promises stand on, what stands on each, and the change to others; and the words of steps wherever one is told.

use std::collections::BTreeMap;

use chancery_desk::Desk;
use serde_json::{Map, Value, json};

use crate::Failure;
use crate::args::Ladder;
use crate::look::{ask, list, text};
use crate::print::{Output, table};

/// What steps are called: by the id where the ladder is the usual one, else in English words.
pub(crate) struct Steps(BTreeMap<String, String>);

impl Steps {
    pub(crate) fn of(desk: &Desk) -> Result<Self, Failure> {
        let ladders: Value = ask(desk, "ladder", json!({}))?;
        let current = &ladders["current"];
        let usual = current["preset"] == ladders["presets"][0]["preset"];
        let words = |step: &Value| {
            (text(step, "id"), if usual { text(step, "id") } else { text(&step["words"], "en") })
        };
        Ok(Self(list(current, "steps").map(words).collect()))
    }

    /// The words of a step by its id.
    pub(crate) fn words(&self, id: &str) -> String {
        self.0.get(id).cloned().unwrap_or_else(|| id.to_owned())
    }
}

/// Shows the ladder, writes it to a file, or tells what another would do.
pub(crate) fn look(desk: &Desk, asked: &Ladder, output: &Output) -> Result<(), Failure> {
    if let Some(file) = &asked.output {
        let path = file.display().to_string();
        let written: Value = ask(desk, "ladder_write", json!({ "path": path }))?;
        output.value(&written, || format!("The ladder written to {path}"));
        return Ok(());
    }
    if let Some(args) = args(desk, asked)? {
        let seen: Value = ask(desk, "ladder_look", args)?;
        output.value(&seen, || told(&seen));
        return Ok(());
    }
    if asked.dry_run || !asked.map.is_empty() {
        return Err(Failure::Misused("name the ladder to take: --preset or --file".to_owned()));
    }
    let ladders: Value = ask(desk, "ladder", json!({}))?;
    let current = ladders["current"].clone();
    let same = json!({ "name": current["name"], "steps": current["steps"] });
    let seen: Value = ask(desk, "ladder_look", same)?;
    let value = json!({ "current": current, "presets": ladders["presets"], "reached": seen["moves"] });
    output.value(&value, || {
        let reached = |id: &str| list(&seen, "moves").find(|one| one["from"]["id"] == id).map(counted);
        let row = |step: &Value| {
            let id = text(step, "id");
            let words = text(&step["words"], "en");
            vec![text(step, "mark"), id.clone(), words, text(step, "sense"), reached(&id).unwrap_or_default()]
        };
        let rows: Vec<Vec<String>> = list(&current, "steps").map(row).collect();
        let presets: Vec<String> = list(&ladders, "presets").map(|one| text(one, "preset")).collect();
        format!("{}\n{}presets: {}", text(&current["name"], "en"), table(&rows), presets.join(", "))
    });
    Ok(())
}

/// Changes the ladder.
pub(crate) fn set(desk: &Desk, asked: &Ladder) -> Result<Value, Failure> {
    let args = args(desk, asked)?;
    let args =
        args.ok_or_else(|| Failure::Misused("name the ladder to take: --preset or --file".to_owned()))?;
    ask(desk, "ladder_set", args)
}

/// What the window would send; none where no other ladder is named.
fn args(desk: &Desk, asked: &Ladder) -> Result<Option<Value>, Failure> {
    let ladders: Value = ask(desk, "ladder", json!({}))?;
    let draft = match (&asked.preset, &asked.file) {
        (Some(wanted), _) => {
            let known: Vec<String> = list(&ladders, "presets").map(|one| text(one, "preset")).collect();
            let preset = list(&ladders, "presets").find(|one| one["preset"] == wanted.as_str()).cloned();
            preset.ok_or_else(|| {
                Failure::Misused(format!("--preset {wanted}: there are {}", known.join(", ")))
            })?
        }
        (None, Some(file)) => ask(desk, "ladder_read", json!({ "path": file.display().to_string() }))?,
        (None, None) => return Ok(None),
    };
    let mut moves = Map::new();
    for pair in &asked.map {
        let (from, to) = pair
            .split_once('=')
            .ok_or_else(|| Failure::Misused(format!("--map {pair}: write FROM=TO, such as begun=tabled")))?;
        let (from, to) = (named(&ladders["current"], pair, from)?, named(&draft, pair, to)?);
        moves.insert(from, to.into());
    }
    Ok(Some(json!({ "name": draft["name"], "steps": draft["steps"], "moves": moves })))
}

/// The id of the step of a ladder called so.
fn named(ladder: &Value, pair: &str, typed: &str) -> Result<String, Failure> {
    let typed = typed.trim().to_lowercase();
    let called = |step: &&Value| {
        let words = ["en", "ru", "be"].map(|language| text(&step["words"], language).to_lowercase());
        text(step, "id") == typed || words.contains(&typed)
    };
    let there: Vec<String> = list(ladder, "steps").map(|step| text(step, "id")).collect();
    list(ladder, "steps").find(called).map(|step| text(step, "id")).ok_or_else(|| {
        Failure::Misused(format!(
            "--map {pair}: {} has no step {typed:?}; there are {}",
            text(&ladder["name"], "en"),
            there.join(", ")
        ))
    })
}

/// "3 times by 2 milestones".
fn counted(one: &Value) -> String {
    format!("reached {} times by {} milestones", one["changes"], one["milestones"])
}

fn told(seen: &Value) -> String {
    let mut out = format!("Would become: {}\n", text(&seen["ladder"]["name"], "en"));
    for one in list(seen, "moves") {
        let to = text(one, "to");
        let target = list(&seen["ladder"], "steps").find(|step| step["id"] == to.as_str());
        let words = target.map_or_else(String::new, |step| text(&step["words"], "en"));
        let differs = if one["differs"] == true { "; it does not mean the same" } else { "" };
        out.push_str(&format!(
            "  {} → {words} ({}{differs})\n",
            text(&one["from"]["words"], "en"),
            counted(one)
        ));
    }
    out
}
