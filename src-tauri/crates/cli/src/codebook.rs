//! `topics --export`, `--import` and `--bundled`: the codebook to a file and from one.

use std::collections::BTreeMap;
use std::process::ExitCode;

use chancery_desk::{CodebookFormat, Desk};
use chancery_wire::dto::{BundledCodebookDto, CodebookImportArgs};
use serde_json::{Value, json};

use crate::Failure;
use crate::args::{CodebookKind, Topics};
use crate::change::in_step;
use crate::look::ask;
use crate::print::Output;

/// Writes the codebook to a file.
pub(crate) fn export(
    desk: &Desk,
    path: &str,
    format: Option<CodebookKind>,
    output: &Output,
) -> Result<(), Failure> {
    let format = match format {
        Some(format) => format.id(),
        None => CodebookFormat::of_name(path).map(CodebookFormat::id).ok_or_else(|| {
            Failure::Misused(format!("{path}: its ending names no format; say which with --format"))
        })?,
    };
    let written: Value = ask(desk, "codebook_export", json!({ "path": path, "format": format }))?;
    output.value(&written, || {
        let head = format!("{} topics, {} bytes written to {path}", written["topics"], written["bytes"]);
        format!("{head}\n{}", lines(&written["left"], "not in the file"))
    });
    Ok(())
}

/// Tells what taking a codebook in would do.
pub(crate) fn look(desk: &Desk, topics: &Topics, output: &Output) -> Result<(), Failure> {
    let merge: Value = ask(desk, "codebook_look", json!(args(topics)))?;
    output.value(&merge, || format!("Would be taken in: {}", told(&merge)));
    Ok(())
}

/// Takes a codebook in.
pub(crate) fn import(desk: &Desk, topics: &Topics, output: &Output) -> Result<ExitCode, Failure> {
    let done = in_step(desk, ask(desk, "codebook_import", json!(args(topics)))?)?;
    output.value(&done, || {
        let head = if done["operation"].is_object() { "Taken in" } else { "Nothing to change" };
        format!("{head}: {}", told(&done["value"]))
    });
    Ok(ExitCode::SUCCESS)
}

fn args(topics: &Topics) -> CodebookImportArgs {
    CodebookImportArgs {
        path: topics.import.as_ref().map(|path| path.display().to_string()),
        bundled: topics.bundled.map(|_| BundledCodebookDto::Cap),
    }
}

fn told(merge: &Value) -> String {
    let count = |name: &str| merge[name].as_array().map_or(0, Vec::len);
    let mut out = format!(
        "{} topics new, {} changed, {} as they were; {} terms new\n",
        count("added"),
        count("changed"),
        merge["unchanged"],
        merge["terms"]
    );
    for (sign, name) in [("+", "added"), ("~", "changed")] {
        for slug in merge[name].as_array().into_iter().flatten() {
            out.push_str(&format!("  {sign} {}\n", slug.as_str().unwrap_or_default()));
        }
    }
    for same in merge["byLabel"].as_array().into_iter().flatten() {
        let word = |name: &str| same[name].as_str().unwrap_or_default();
        out.push_str(&format!("  {} is {} here, by its label\n", word("file"), word("dossier")));
    }
    out + &lines(&merge["left"], "not taken over")
}

/// What did not cross, a line for each sort of thing with its topics.
fn lines(left: &Value, how: &str) -> String {
    let mut by_matter: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for one in left.as_array().into_iter().flatten() {
        let word = |name: &str| one[name].as_str().unwrap_or_default();
        let topic = match (word("topic"), word("words")) {
            (topic, "") => topic.to_owned(),
            ("", words) => words.to_owned(),
            (topic, words) => format!("{topic} ({words})"),
        };
        by_matter.entry(word("what")).or_default().push(topic);
    }
    let mut out = String::new();
    for (matter, topics) in by_matter {
        let topics = topics.into_iter().filter(|topic| !topic.is_empty()).collect::<Vec<_>>().join(", ");
        let colon = if topics.is_empty() { "" } else { ": " };
        out.push_str(&format!("  {how}, {}{colon}{topics}\n", worded(matter)));
    }
    out
}

fn worded(matter: &str) -> &str {
    match matter {
        "everything" => "the codebook",
        "name" => "what the codebook is called",
        "topic" => "topics",
        "slug" => "slugs (another is made of the label)",
        "label" => "labels",
        "definition" => "definitions",
        "include" => "what belongs to them",
        "exclude" => "what does not",
        "parent" => "places in the tree",
        "heading" => "that they are headings",
        "threshold" => "thresholds",
        "colour" => "colours",
        "languages" => "texts in other languages",
        "english" => "an English label (another stands in)",
        "taken-slug" => "slugs that stand there twice (numbered)",
        "parents" => "further parents",
        "lost-parent" => "parents that are nowhere or below",
        "sets" => "sets and collections",
        "links" => "links to other topics and vocabularies",
        "columns" => "unknown columns",
        other => other,
    }
}
