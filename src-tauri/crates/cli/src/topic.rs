//! `topic …`: the codebook changed topic by topic. A topic is written as JSON, as `topic draft` prints it.

use std::path::PathBuf;

use chancery_desk::Desk;
use clap::Subcommand;
use serde_json::{Value, json};

use crate::Failure;
use crate::change::{in_step, read_text};
use crate::look::{ask, text};
use crate::print::Output;

/// What can be done with a topic. Topics are named by slug or id.
#[derive(Subcommand, Debug)]
pub(crate) enum TopicAction {
    /// Print a topic as JSON that `add` and `edit` take; without a topic, an empty one.
    Draft { topic: Option<String> },
    /// Make a topic from JSON; `-` reads standard input.
    Add {
        file: PathBuf,
        /// The topic it comes to lie under.
        #[arg(long, value_name = "TOPIC")]
        under: Option<String>,
        /// The one it comes to stand before; last without it.
        #[arg(long, value_name = "TOPIC")]
        before: Option<String>,
    },
    /// Write a topic anew from JSON; `-` reads standard input.
    Edit {
        topic: String,
        file: PathBuf,
        /// Tell what it would find and how suggestions would change, changing nothing.
        #[arg(long)]
        dry_run: bool,
    },
    /// Put a topic elsewhere; without `--under`, on top.
    Move {
        topic: String,
        #[arg(long, value_name = "TOPIC")]
        under: Option<String>,
        #[arg(long, value_name = "TOPIC")]
        before: Option<String>,
    },
    /// Merge a topic into another: decisions, codings, links and terms follow.
    Merge {
        from: String,
        into: String,
        /// Tell what would follow, changing nothing.
        #[arg(long)]
        dry_run: bool,
    },
    /// Split a part off a topic.
    Split {
        topic: String,
        /// What the new topic is called, in English.
        #[arg(long)]
        label: String,
        /// Places of the terms that go to it, counted from 0 as in `topic draft`.
        #[arg(long, value_delimiter = ',')]
        terms: Vec<u32>,
        /// Articles whose decisions and codings go to it.
        #[arg(long, value_delimiter = ',')]
        articles: Vec<i64>,
    },
    /// Remove a topic. Tags and codings must have somewhere to go.
    Remove {
        topic: String,
        /// The topic they go to.
        #[arg(long, value_name = "TOPIC")]
        into: Option<String>,
        /// Tell what would follow, changing nothing.
        #[arg(long)]
        dry_run: bool,
    },
    /// Tell what changed in a topic from version to version.
    History { topic: String },
}

impl TopicAction {
    /// Whether the dossier is changed.
    pub(crate) fn changes(&self) -> bool {
        match self {
            Self::Draft { .. } | Self::History { .. } => false,
            Self::Edit { dry_run, .. } | Self::Merge { dry_run, .. } | Self::Remove { dry_run, .. } => {
                !dry_run
            }
            _ => true,
        }
    }
}

/// Does what changes the codebook.
pub(crate) fn change(desk: &Desk, action: TopicAction) -> Result<Value, Failure> {
    let id = |name: &str| desk.topic_named(name).map(|id| id.0);
    let maybe = |name: &Option<String>| name.as_deref().map(id).transpose();
    let done = match action {
        TopicAction::Add { file, under, before } => {
            let args =
                json!({ "draft": draft_of(&file)?, "parent": maybe(&under)?, "before": maybe(&before)? });
            ask(desk, "topic_add", args)?
        }
        TopicAction::Edit { topic, file, .. } => {
            ask(desk, "topic_edit", json!({ "topic": id(&topic)?, "draft": draft_of(&file)? }))?
        }
        TopicAction::Move { topic, under, before } => {
            let args = json!({ "topic": id(&topic)?, "parent": maybe(&under)?, "before": maybe(&before)? });
            ask(desk, "topic_move", args)?
        }
        TopicAction::Merge { from, into, .. } => {
            ask(desk, "topic_merge", json!({ "from": id(&from)?, "into": id(&into)? }))?
        }
        TopicAction::Split { topic, label, terms, articles } => {
            let label = json!({ "en": label, "ru": null, "be": null });
            let args = json!({ "topic": id(&topic)?, "label": label, "terms": terms, "articles": articles });
            ask(desk, "topic_split", args)?
        }
        TopicAction::Remove { topic, into, .. } => {
            ask(desk, "topic_remove", json!({ "topic": id(&topic)?, "into": maybe(&into)? }))?
        }
        TopicAction::Draft { .. } | TopicAction::History { .. } => {
            return Err(Failure::Misused("the command changes nothing".to_owned()));
        }
    };
    in_step(desk, done)
}

/// Tells what is, or what would be.
pub(crate) fn look(desk: &Desk, action: TopicAction, output: &Output) -> Result<(), Failure> {
    let id = |name: &str| desk.topic_named(name).map(|id| id.0);
    let told: Value = match action {
        TopicAction::Draft { topic: None } => empty(),
        TopicAction::Draft { topic: Some(topic) } => {
            draft(&ask(desk, "topic", json!({ "id": id(&topic)? }))?)
        }
        TopicAction::History { topic } => ask(desk, "topic_history", json!({ "id": id(&topic)? }))?,
        TopicAction::Edit { topic, file, .. } => preview(desk, id(&topic)?, &draft_of(&file)?)?,
        TopicAction::Merge { from, into, .. } => {
            ask(desk, "topic_merge_look", json!({ "from": id(&from)?, "into": id(&into)? }))?
        }
        TopicAction::Remove { topic, into, .. } => {
            let into = into.as_deref().map(id).transpose()?;
            ask(desk, "topic_remove_look", json!({ "topic": id(&topic)?, "into": into }))?
        }
        _ => return Err(Failure::Misused("the command changes the dossier".to_owned())),
    };
    output.value(&told, || serde_json::to_string_pretty(&told).unwrap_or_default());
    Ok(())
}

/// What a draft would find: all parts of the preview as one.
fn preview(desk: &Desk, topic: i64, draft: &Value) -> Result<Value, Failure> {
    let (mut newly, mut no_longer) = (Vec::new(), Vec::new());
    let mut hits: Vec<[u64; 2]> = Vec::new();
    let (mut suggested, mut now) = (0, 0);
    let (mut from, mut turn) = (json!(0), Value::Null);
    let number = |value: &Value| value.as_u64().unwrap_or_default();
    loop {
        let args = json!({ "topic": topic, "draft": draft, "from": from, "turn": turn });
        let part: Value = ask(desk, "topic_preview", args)?;
        suggested += number(&part["suggested"]);
        now += number(&part["now"]);
        for (list, name) in [(&mut newly, "newly"), (&mut no_longer, "noLonger")] {
            list.extend(part[name]["articles"].as_array().into_iter().flatten().map(|one| {
                json!({ "article": one["article"], "title": text(one, "title"), "score": one["score"] })
            }));
        }
        let terms: Vec<&Value> = part["terms"].as_array().into_iter().flatten().collect();
        hits.resize(terms.len(), [0, 0]);
        for (sum, term) in hits.iter_mut().zip(terms) {
            *sum = [sum[0] + number(&term["hits"]), sum[1] + number(&term["articles"])];
        }
        if part["read"] == part["total"] {
            let terms: Vec<Value> = draft["terms"]
                .as_array()
                .into_iter()
                .flatten()
                .zip(&hits)
                .zip(part["faults"].as_array().into_iter().flatten())
                .map(|((term, [hits, articles]), fault)| {
                    json!({ "text": term["text"], "hits": hits, "articles": articles, "fault": fault })
                })
                .collect();
            return Ok(json!({ "suggested": suggested, "now": now, "newly": newly, "noLonger": no_longer,
                "terms": terms }));
        }
        (from, turn) = (part["read"].clone(), part["turn"].clone());
    }
}

fn draft_of(file: &std::path::Path) -> Result<Value, Failure> {
    let written = read_text(file)?;
    serde_json::from_str(&written)
        .map_err(|error| Failure::Misused(format!("{}: is no topic as JSON: {error}", file.display())))
}

fn draft(detail: &Value) -> Value {
    let topic = &detail["topic"];
    let mut draft = json!({ "terms": detail["terms"] });
    for field in ["group", "label", "definition", "include", "exclude", "threshold", "colour"] {
        draft[field] = topic[field].clone();
    }
    draft
}

fn empty() -> Value {
    let texts = || json!({ "en": "", "ru": null, "be": null });
    json!({ "group": false, "label": texts(), "definition": texts(), "include": texts(), "exclude": texts(),
        "threshold": 0.5, "colour": 0, "terms": [] })
}
