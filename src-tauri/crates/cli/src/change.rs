//! Commands that change the dossier: new, import, tag, milestones, notes, bin, undo, redo.

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chancery_desk::{Cancel, Desk, DeskError, Library, Outcome, Progress};
use chancery_model::ImportId;
use chancery_wire::dto::*;
use serde_json::{Value, json};

use crate::Failure;
use crate::args::{BinAction, Command, MilestoneAction, NoteAction, SearchesAction, Topics};
use crate::look::{ask, text};
use crate::print::{Output, end_of_steps, tell_steps, told};

pub(crate) fn new(
    library: &Library,
    file: &Path,
    bundled: bool,
    name: Option<&str>,
    output: &Output,
) -> Result<ExitCode, Failure> {
    let desk = library.create(file, name.unwrap_or_default(), bundled)?;
    let dossier = DossierDto::of(&desk)?;
    let value = json!({
        "path": dossier.path,
        "name": dossier.name,
        "articles": dossier.articles,
        "milestones": dossier.milestones,
        "topics": dossier.topics,
    });
    output.value(&value, || {
        format!(
            "{}: {} articles, {} topics, {} milestones",
            dossier.path, dossier.articles, dossier.topics, dossier.milestones
        )
    });
    Ok(ExitCode::SUCCESS)
}

pub(crate) fn answer(desk: &Desk, command: Command, output: &Output) -> Result<ExitCode, Failure> {
    let done: Value = match command {
        Command::Import { paths, resume, retry, strict } => {
            return import(desk, &Asked::of(paths, resume, retry)?, strict, output);
        }
        Command::ReadAgain(asked) => return crate::again::read_again(desk, &asked, output),
        Command::Lost { action: Some(action), .. } => crate::again::change(desk, action)?,
        Command::Topic { action } => crate::topic::change(desk, action)?,
        Command::Topics(Topics { topic: Some(topic), learning: true, .. }) => {
            crate::learning::topic(desk, &topic, output)?;
            return Ok(ExitCode::SUCCESS);
        }
        Command::Topics(topics) => return crate::codebook::import(desk, &topics, output),
        Command::ImportCodings { file, .. } => return crate::codings::import(desk, &file, output),
        Command::Recompare => return crate::story::recompare(desk, output),
        Command::Tag(tag) => crate::learning::decide(desk, &tag)?,
        Command::Codings { action: Some(action), .. } => crate::codings::change(desk, action)?,
        Command::Milestones { files, .. } if files.changes() => {
            return crate::register::import(desk, &files, output);
        }
        Command::Milestones { action: Some(MilestoneAction::AttachFound(asked)), .. } => {
            return crate::evidence::attach_found(desk, &asked, output);
        }
        Command::Milestones { action: Some(action), .. } => milestone(desk, action)?,
        Command::Ladder(asked) => crate::ladder::set(desk, &asked)?,
        Command::Notes { action: Some(NoteAction::Add { title, file }), .. } => {
            ask(desk, "note_add", json!({ "title": title, "markdown": read_text(&file)? }))?
        }
        Command::Outlets { action: Some(action), .. } => crate::outlets::change(desk, action)?,
        Command::Searches { action: Some(SearchesAction::Show { search, new, limit, offset }), .. } => {
            crate::searches::show(desk, (&search, new), (offset, limit), output)?;
            return Ok(ExitCode::SUCCESS);
        }
        Command::Searches { action: Some(action), .. } => crate::searches::change(desk, action)?,
        Command::Bin { action } => match action {
            BinAction::Put { articles } => ask(desk, "articles_remove", json!({ "ids": articles }))?,
            BinAction::Restore { articles } => ask(desk, "articles_restore", json!({ "ids": articles }))?,
            BinAction::Empty { .. } => ask(desk, "bin_empty", json!({}))?,
        },
        Command::Proposals(asked) => match crate::proposals::answer(desk, &asked, output)? {
            Some(done) => done,
            None => return Ok(ExitCode::SUCCESS),
        },
        Command::Undo => in_step(desk, ask(desk, "undo", json!({}))?)?,
        Command::Redo => in_step(desk, ask(desk, "redo", json!({}))?)?,
        _ => return Err(Failure::Misused("the command changes nothing".to_owned())),
    };
    output.value(&done, || match done.get("operation") {
        Some(operation) if operation.is_object() => {
            let line =
                format!("{} {} {}", text(operation, "id"), text(operation, "kind"), text(operation, "state"));
            line + &crate::learning::effects(&done)
        }
        _ => "Nothing to change".to_owned(),
    });
    Ok(ExitCode::SUCCESS)
}

/// Makes the suggestions anew of topics that a change touched, and hands on what it gave.
pub(crate) fn in_step(desk: &Desk, done: Value) -> Result<Value, Failure> {
    let mut progress = Progress::new(Cancel::default(), tell_steps());
    let made = desk.suggest_anew(&mut progress).and_then(|_| desk.learn(&mut progress));
    drop(progress);
    end_of_steps();
    made?;
    Ok(done)
}

/// What an import is asked for: exactly one of the three.
enum Asked {
    Paths(Vec<PathBuf>),
    Resume(ImportId),
    Retry(ImportId),
}

impl Asked {
    fn of(paths: Vec<PathBuf>, resume: Option<i64>, retry: Option<i64>) -> Result<Self, Failure> {
        match (paths.is_empty(), resume, retry) {
            (false, None, None) => Ok(Self::Paths(paths)),
            (true, Some(import), None) => Ok(Self::Resume(ImportId(import))),
            (true, None, Some(import)) => Ok(Self::Retry(ImportId(import))),
            _ => Err(Failure::Misused("import takes paths, or --resume, or --retry".to_owned())),
        }
    }
}

fn import(desk: &Desk, asked: &Asked, strict: bool, output: &Output) -> Result<ExitCode, Failure> {
    let mut progress = Progress::new(Cancel::default(), tell_steps());
    let outcome = match asked {
        Asked::Paths(paths) => desk.import(paths, &mut progress),
        Asked::Resume(import) => desk.resume_import(*import, &mut progress),
        Asked::Retry(import) => desk.retry_import(*import, None, &mut progress),
    };
    drop(progress);
    end_of_steps();
    let report = outcome?;
    crate::learning::learn(desk)?;
    let files = desk.import_files(report.import)?;
    for file in &files {
        if let Outcome::Refused { detail, .. } = &file.outcome {
            told(&format!("refused: {}: {detail}", file.path.display()));
        }
    }
    let counts = ImportCountsDto::from(report.counts);
    let value = json!({
        "import": report.import.0,
        "imported": counts.came_in,
        "duplicates": counts.copies,
        "reprints": counts.reprints,
        "refused": counts.refused,
        "needsALook": counts.needs_a_look,
        "operation": report.operation.map(|id| id.0),
        "files": files.into_iter().map(ImportedFileDto::from).collect::<Vec<_>>(),
    });
    output.value(&value, || {
        format!(
            "{} imported ({} need a look, {} reprints), {} already there, {} refused",
            value["imported"], counts.needs_a_look, counts.reprints, counts.copies, counts.refused
        )
    });
    Ok(if strict && counts.refused > 0 { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

fn milestone(desk: &Desk, action: MilestoneAction) -> Result<Value, Failure> {
    match action {
        MilestoneAction::Attach { milestone, article, exact, before, after, stance } => {
            let milestone = desk.milestone_named(&milestone)?;
            let anchor = desk.locate(chancery_model::ArticleId(article), &exact, &before, &after)?;
            let span = json!({ "start": anchor.span.start, "end": anchor.span.end });
            let args =
                json!({ "milestone": milestone.0, "article": article, "span": span, "stance": stance });
            ask(desk, "evidence_attach", args)
        }
        MilestoneAction::AttachFound(_) => {
            Err(Failure::Misused("what is found is attached by itself".to_owned()))
        }
        MilestoneAction::Give { to, evidence, copy } => {
            let to = desk.milestone_named(&to)?.0;
            ask(desk, "evidence_give", json!({ "ids": evidence, "to": to, "keep": copy }))
        }
        MilestoneAction::Stance { stance, evidence } => {
            ask(desk, "evidence_stance", json!({ "ids": evidence, "stance": stance }))
        }
        MilestoneAction::Remove { evidence } => ask(desk, "evidence_remove", json!({ "ids": evidence })),
        MilestoneAction::Accept { evidence } => {
            ask(desk, "evidence_accept", json!({ "ids": evidence, "accepted": true }))
        }
        MilestoneAction::Status { milestone, step, since, evidence, judgement } => {
            let id = desk.milestone_named(&milestone)?.0;
            let args = json!({
                "milestone": id, "status": step, "since": since, "evidence": evidence, "judgement": judgement,
            });
            ask(desk, "status_set", args)
        }
        MilestoneAction::Link { from, kind, to, evidence, judgement, change } => {
            let link = json!({
                "from": desk.milestone_named(&from)?.0,
                "to": desk.milestone_named(&to)?.0,
                "kind": kind,
                "evidence": evidence,
                "judgement": judgement,
            });
            match change {
                Some(id) => ask(desk, "lineage_edit", json!({ "id": id, "link": link })),
                None => ask(desk, "lineage_add", link),
            }
        }
        MilestoneAction::Unlink { lineage } => ask(desk, "lineage_remove", json!({ "id": lineage })),
        MilestoneAction::Confirm { lineage, not } => {
            ask(desk, "lineage_confirm", json!({ "id": lineage, "confirmed": !not }))
        }
    }
}

/// Longest note taken from a file, in bytes.
const LONGEST_NOTE: u64 = 16 << 20;

pub(crate) fn read_text(file: &Path) -> Result<String, Failure> {
    let mut text = String::new();
    let read = if file == Path::new("-") {
        std::io::stdin().take(LONGEST_NOTE).read_to_string(&mut text).map(|_| text)
    } else {
        chancery_desk::regular_file(file)
            .and_then(std::fs::File::open)
            .and_then(|open| open.take(LONGEST_NOTE).read_to_string(&mut text))
            .map(|_| text)
    };
    read.map_err(|source| DeskError::File { path: file.to_owned(), source }.into())
}
