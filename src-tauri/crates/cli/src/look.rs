//! Commands that change nothing: inspect, articles, show, search, topics, milestones, notes, brief, operations, verify, backup.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chancery_desk::{AsOf, Axis, BriefHead, Desk, DeskError, Format, Library, Locale, SystemClock, bundled};
use chancery_model::{BriefingId, Day, Edtf, Tlp};
use chancery_wire::dto::*;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::Failure;
use crate::args::{self, ArticleFilter, Command, MilestoneAction, Narrow, Topics};
use crate::inspect::FileJson;
use crate::print::{Output, line, table};

/// Asks the desk as the window does.
pub(crate) fn ask<T: DeserializeOwned>(desk: &Desk, command: &str, args: Value) -> Result<T, Failure> {
    let answer = chancery_wire::answer(desk, command, args)?;
    serde_json::from_value(answer).map_err(|error| ErrorDto::internal(error.to_string()).into())
}

/// Tells what would be read from files, storing nothing.
pub(crate) fn inspect(
    library: &Library,
    dossier: Option<&Path>,
    paths: &[PathBuf],
    captured: Option<&str>,
    jsonl: bool,
    output: &Output,
) -> Result<ExitCode, Failure> {
    use chancery_desk::Clock as _;
    let captured = match captured {
        Some(text) => day(text)?,
        None => SystemClock.today(),
    };
    let topics = match dossier {
        Some(path) => {
            let desk = library.open_read_only(path)?;
            desk.read(|reader| reader.topics())?.into_iter().map(|row| row.topic).collect()
        }
        None => bundled::codebook().map_err(DeskError::from)?.topics,
    };
    let inspected = chancery_desk::inspect_with(paths, captured, &topics);
    let files: Vec<FileJson> = inspected.iter().map(FileJson::from).collect();
    if jsonl {
        for file in &files {
            match serde_json::to_string(file) {
                Ok(json) => line(&json),
                Err(error) => return Err(ErrorDto::internal(error.to_string()).into()),
            }
        }
    } else {
        // Without --json a person reads: the same fields, laid out.
        output
            .value(&files, || inspected.iter().map(crate::inspect::in_words).collect::<Vec<_>>().join("\n"));
    }
    Ok(ExitCode::SUCCESS)
}

fn day(text: &str) -> Result<Day, Failure> {
    Edtf::parse(text)
        .ok()
        .and_then(|date| date.exact_day())
        .ok_or_else(|| Failure::Misused(format!("{text:?} is no day such as 2026-11-21")))
}

pub(crate) fn answer(desk: &Desk, command: Command, output: &Output) -> Result<ExitCode, Failure> {
    match command {
        Command::Articles(filter) => articles(desk, &filter, output)?,
        Command::Show { article } => show(desk, article, output)?,
        Command::Compare { article, with } => crate::story::compare(desk, article, with, output)?,
        Command::Lost { article, action: None } => crate::again::lost(desk, article, output)?,
        Command::ReadAgain(asked) => return crate::again::read_again(desk, &asked, output),
        Command::Search { query, explain: true, as_typed, .. } => {
            crate::search::explain(desk, &query, as_typed, output)?;
        }
        Command::Search { query, context: Some(order), filter, as_typed, .. } => {
            let args = json!({
                "query": query,
                "asTyped": as_typed,
                "stories": filter.narrow.stories,
                "limit": filter.limit,
            });
            crate::search::context(desk, args, order, output)?;
        }
        Command::Search { query, filter, newest, as_typed, output: file, .. } => {
            let mut narrow = with_bin(desk, &filter)?;
            narrow["asTyped"] = Value::Bool(as_typed);
            if let Some(file) = file {
                return crate::export::hits(desk, query, narrow, &file, output);
            }
            let args = json!({
                "query": query,
                "filter": narrow,
                "newestFirst": newest,
                "offset": filter.offset,
                "limit": filter.limit,
            });
            crate::search::search(desk, &query, args, output)?;
        }
        Command::Trends(asked) => crate::trends::trends(desk, &asked, output)?,
        Command::Searches { new, .. } => crate::searches::all(desk, new, output)?,
        Command::Topic { action } => crate::topic::look(desk, action, output)?,
        Command::Topics(Topics { export: Some(file), format, .. }) => {
            crate::codebook::export(desk, &file.display().to_string(), format, output)?;
        }
        Command::Topics(asked) if asked.dry_run => crate::codebook::look(desk, &asked, output)?,
        Command::Review { topic, limit } => crate::learning::review(desk, topic.as_deref(), limit, output)?,
        Command::Topics(asked) => topics(desk, asked.topic.as_deref(), output)?,
        Command::Codings { topic: Some(topic), csv: Some(file), .. } => {
            crate::codings::table_of(desk, &topic, &file, output)?;
        }
        Command::Codings { topic, limit, offset, .. } => {
            crate::codings::look(desk, topic.as_deref(), (offset, limit), output)?;
        }
        Command::ImportCodings { file, .. } => crate::codings::look_at(desk, &file, output)?,
        Command::Milestones { action: Some(MilestoneAction::AttachFound(asked)), .. } => {
            return crate::evidence::attach_found(desk, &asked, output);
        }
        Command::Milestones { files, happened_by, known_by, .. } if files.asks() => {
            let happened = happened_by.as_deref().map(|day| ("happened-by", day));
            let as_of = happened.or(known_by.as_deref().map(|day| ("known-by", day)));
            crate::register::answer(desk, &files, as_of, output)?;
        }
        Command::Milestones { files, .. } if files.import.is_some() => {
            crate::register::look(desk, &files, output)?
        }
        Command::Milestones { timeline, happened_by, known_by, .. } if timeline.timeline.is_some() => {
            crate::milestones::write_timeline(
                desk,
                &timeline,
                happened_by.as_deref(),
                known_by.as_deref(),
                output,
            )?;
        }
        Command::Milestones { happened_by: Some(day), compare, .. } => {
            crate::milestones::as_of(desk, "happened-by", &day, compare.as_deref(), output)?;
        }
        Command::Milestones { known_by: Some(day), compare, .. } => {
            crate::milestones::as_of(desk, "known-by", &day, compare.as_deref(), output)?;
        }
        Command::Milestones { milestone, .. } => {
            crate::milestones::milestones(desk, milestone.as_deref(), output)?
        }
        Command::Ladder(asked) => crate::ladder::look(desk, &asked, output)?,
        Command::Notes { note, .. } => notes(desk, note, output)?,
        Command::Outlets { outlet, .. } => crate::outlets::look(desk, outlet.as_deref(), output)?,
        Command::Brief(brief) => write_briefing(desk, &brief, output)?,
        Command::Export(export) => return crate::export::answer(desk, &export, output),
        Command::Imports { import: None } => imports(desk, output)?,
        Command::Imports { import: Some(import) } => import_files(desk, import, output)?,
        Command::Operations { limit } => operations(desk, limit, output)?,
        Command::Verify => return verify(desk, output),
        Command::Backup { file } => {
            desk.backup(&file)?;
            output.value(&json!({ "path": file.display().to_string() }), || {
                format!("Copied to {}", file.display())
            });
        }
        Command::Original { article, output: file } => {
            let bytes = desk.save_original(chancery_model::ArticleId(article), &file)?;
            let value = json!({ "path": file.display().to_string(), "bytes": bytes });
            output.value(&value, || format!("{} bytes written to {}", bytes, file.display()));
        }
        _ => return Err(Failure::Misused("the command changes the dossier".to_owned())),
    }
    Ok(ExitCode::SUCCESS)
}

/// The filter as the window has it, without the bin.
pub(crate) fn filter_json(desk: &Desk, narrow: &Narrow) -> Result<Value, Failure> {
    let outlet = match &narrow.outlet {
        Some(name) => {
            let outlets = desk.read(|reader| reader.known_outlets())?;
            let found = outlets.iter().find(|row| row.outlet.name.eq_ignore_ascii_case(name));
            Some(found.ok_or_else(|| desk.no_such("outlet", name))?.id.0)
        }
        None => None,
    };
    Ok(json!({
        "topic": narrow.topic,
        "language": narrow.lang,
        "outlet": outlet,
        "after": narrow.after,
        "before": narrow.before,
        "stories": narrow.stories,
    }))
}

fn with_bin(desk: &Desk, filter: &ArticleFilter) -> Result<Value, Failure> {
    let mut json = filter_json(desk, &filter.narrow)?;
    json["inBin"] = Value::Bool(filter.in_bin);
    Ok(json)
}

fn articles(desk: &Desk, filter: &ArticleFilter, output: &Output) -> Result<(), Failure> {
    let args = json!({ "filter": with_bin(desk, filter)?, "offset": filter.offset, "limit": filter.limit });
    let page: Value = ask(desk, "articles", args)?;
    output.value(&page, || {
        let rows: Vec<Vec<String>> = list(&page, "rows")
            .map(|row| vec![text(row, "id"), text(row, "published"), text(row, "outlet"), text(row, "title")])
            .collect();
        format!("{}{} of {}", table(&rows), rows.len(), text(&page, "total"))
    });
    Ok(())
}

fn show(desk: &Desk, article: i64, output: &Output) -> Result<(), Failure> {
    let value: Value = ask(desk, "article", json!({ "id": article }))?;
    output.value(&value, || {
        let mut out = format!("{}\n\n", text(&value, "title"));
        for field in list(&value, "fields") {
            let shown = match &field["value"] {
                Value::Null => "–".to_owned(),
                value => ["text", "date", "time", "zone"]
                    .iter()
                    .map(|part| text(value, part))
                    .filter(|part| !part.is_empty())
                    .collect::<Vec<_>>()
                    .join(" "),
            };
            let basis: Vec<String> = list(field, "basis")
                .map(|one| format!("“{}” ({})", text(one, "words"), text(one, "rule")))
                .collect();
            out.push_str(&format!(
                "{}: {shown}  [{}] {}\n",
                text(field, "name"),
                text(field, "confidence"),
                basis.join("; ")
            ));
        }
        for run in list(&value, "languageRuns") {
            out.push_str(&format!("{} in paragraphs: {}\n", text(run, "language"), run["paragraphs"]));
        }
        out.push('\n');
        for topic in list(&value, "topics") {
            let reasons: Vec<String> =
                list(topic, "reasons").map(|one| format!("“{}”", text(one, "words"))).collect();
            out.push_str(&format!(
                "{} ({}): {}\n",
                text(topic, "slug"),
                text(topic, "state"),
                reasons.join(", ")
            ));
        }
        out.push_str(&crate::story::in_words(&value));
        for one in list(&value, "evidence") {
            out.push_str(&format!(
                "evidence: {} {}: “{}”\n",
                text(one, "stance"),
                text(&one["milestoneTitle"], "en"),
                text(one, "exact")
            ));
        }
        out.push('\n');
        out.push_str(&text(&value, "text"));
        out
    });
    Ok(())
}

fn topics(desk: &Desk, topic: Option<&str>, output: &Output) -> Result<(), Failure> {
    let Some(name) = topic else {
        let rows: Value = ask(desk, "topics", json!({}))?;
        output.value(&rows, || {
            let line = |row: &Value| {
                let indent = if row["parent"].is_null() { "" } else { "  " };
                vec![
                    format!("{indent}{}", text(row, "slug")),
                    text(&row["label"], "en"),
                    format!("{} suggested, {} accepted", text(row, "suggested"), text(row, "accepted")),
                ]
            };
            table(&rows.as_array().into_iter().flatten().map(line).collect::<Vec<_>>())
        });
        return Ok(());
    };
    let id = desk.topic_named(name)?;
    let detail: Value = ask(desk, "topic", json!({ "id": id.0 }))?;
    output.value(&detail, || {
        let terms: Vec<String> = list(&detail, "terms")
            .map(|term| format!("{}:{}", text(term, "language"), text(term, "text")))
            .collect();
        let articles: Vec<Vec<String>> = list(&detail, "articles")
            .map(|row| vec![text(row, "article"), text(row, "state"), text(row, "title")])
            .collect();
        format!(
            "{}\n{}\n\n{}\n\n{}",
            text(&detail["topic"]["label"], "en"),
            text(&detail["topic"]["definition"], "en"),
            terms.join(", "),
            table(&articles)
        )
    });
    Ok(())
}

fn notes(desk: &Desk, note: Option<i64>, output: &Output) -> Result<(), Failure> {
    match note {
        None => {
            let rows: Value = ask(desk, "notes", json!({}))?;
            output.value(&rows, || {
                table(
                    &rows
                        .as_array()
                        .into_iter()
                        .flatten()
                        .map(|row| vec![text(row, "id"), text(row, "title")])
                        .collect::<Vec<_>>(),
                )
            });
        }
        Some(id) => {
            let note: Value = ask(desk, "note", json!({ "id": id }))?;
            output.value(&note, || format!("{}\n\n{}", text(&note, "title"), text(&note, "markdown")));
        }
    }
    Ok(())
}

fn write_briefing(desk: &Desk, brief: &args::Brief, output: &Output) -> Result<(), Failure> {
    let format = match brief.format {
        args::Format::Pdf => Format::Pdf,
        args::Format::Docx => Format::Docx,
        args::Format::Html => Format::Html,
        args::Format::Md => Format::Markdown,
    };
    let tlp = match brief.tlp.as_deref() {
        Some(mark) => {
            Some(Tlp::from_id(mark).ok_or_else(|| Failure::Misused(format!("no handling mark {mark:?}")))?)
        }
        None => None,
    };
    let as_of = match (&brief.happened_by, &brief.known_by) {
        (Some(text), _) => Some(AsOf { axis: Axis::HappenedBy, day: day(text)? }),
        (_, Some(text)) => Some(AsOf { axis: Axis::KnownBy, day: day(text)? }),
        _ => None,
    };
    let head = BriefHead {
        as_of,
        title: brief.title.clone(),
        tlp,
        date: brief.date.as_deref().map(day).transpose()?,
        locale: Locale::from_code(&brief.lang)
            .ok_or_else(|| Failure::Misused(format!("no words in {:?}; use en, ru or be", brief.lang)))?,
    };
    let done = desk.export(brief.briefing.map(BriefingId), &head, format, &brief.output)?;
    let value = json!({ "path": done.path.display().to_string(), "bytes": done.bytes });
    output.value(&value, || format!("{} bytes written to {}", done.bytes, done.path.display()));
    Ok(())
}

fn imports(desk: &Desk, output: &Output) -> Result<(), Failure> {
    let rows: Value = ask(desk, "imports", json!({}))?;
    output.value(&rows, || {
        let line = |row: &Value| {
            let roots: Vec<&str> =
                row["roots"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
            vec![
                text(row, "import"),
                text(row, "state"),
                format!("{}/{}", text(row, "files"), text(row, "total")),
                format!("{} refused", text(&row["counts"], "refused")),
                roots.join(" "),
            ]
        };
        table(&rows.as_array().into_iter().flatten().map(line).collect::<Vec<_>>())
    });
    Ok(())
}

fn import_files(desk: &Desk, import: i64, output: &Output) -> Result<(), Failure> {
    let files = desk.import_files(chancery_model::ImportId(import))?;
    let files: Vec<ImportedFileDto> = files.into_iter().map(ImportedFileDto::from).collect();
    output.value(&files, || {
        let line = |file: &ImportedFileDto| {
            let outcome = serde_json::to_value(file.outcome).unwrap_or_default();
            vec![
                outcome.as_str().unwrap_or_default().to_owned(),
                file.article.map(|id| id.to_string()).unwrap_or_default(),
                file.path.clone(),
                file.detail.clone().unwrap_or_default(),
            ]
        };
        table(&files.iter().map(line).collect::<Vec<_>>())
    });
    Ok(())
}

fn operations(desk: &Desk, limit: u32, output: &Output) -> Result<(), Failure> {
    let rows: Value = ask(desk, "operations", json!({ "limit": limit }))?;
    output.value(&rows, || {
        let line = |row: &Value| {
            vec![text(row, "id"), text(row, "kind"), text(row, "state"), row["args"].to_string()]
        };
        table(&rows.as_array().into_iter().flatten().map(line).collect::<Vec<_>>())
    });
    Ok(())
}

fn verify(desk: &Desk, output: &Output) -> Result<ExitCode, Failure> {
    let report: Value = ask(desk, "dossier_verify", json!({}))?;
    let sound = report["sound"] == Value::Bool(true);
    output.value(&report, || {
        let mut out = String::new();
        for check in list(&report, "checked") {
            let problems: Vec<String> = list(check, "problems")
                .map(|one| format!("\n  {}", one.as_str().unwrap_or_default()))
                .collect();
            let word = if problems.is_empty() { "sound" } else { "NOT sound" };
            out.push_str(&format!(
                "{} ({}): {word}{}\n",
                text(check, "check"),
                text(check, "count"),
                problems.concat()
            ));
        }
        out
    });
    Ok(if sound { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

pub(crate) fn list<'v>(value: &'v Value, name: &str) -> impl Iterator<Item = &'v Value> + use<'v> {
    value.get(name).and_then(Value::as_array).into_iter().flatten()
}

/// A value as a person reads it; nothing where there is none.
pub(crate) fn text(value: &Value, name: &str) -> String {
    match value.get(name) {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}
