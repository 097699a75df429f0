//! `proposals`: what dated sentences seem to tell of, and yes and no on it.

use chancery_desk::{Cancel, Desk, Progress};
use chancery_model::DatedId;
use chancery_wire::dto::AddMilestoneArgs;
use serde_json::{Value, json};

use crate::Failure;
use crate::args::{ProposalOrder, Proposals};
use crate::ladder::Steps;
use crate::look::{ask, list, text};
use crate::print::{Output, end_of_steps, tell_steps};

/// Lists proposals, or decides one and gives what was done.
pub(crate) fn answer(desk: &Desk, asked: &Proposals, output: &Output) -> Result<Option<Value>, Failure> {
    // Where another program writes, what it has read is listed.
    if desk.proposals_wait() {
        let read = desk.read_dated(&mut Progress::new(Cancel::default(), tell_steps()));
        end_of_steps();
        read?;
    }
    match (asked.accept, asked.reject, &asked.into) {
        (Some(id), _, Some(into)) => {
            let into = desk.milestone_named(into)?.0;
            let args = json!({ "id": id, "into": into, "status": asked.status });
            ask(desk, "proposal_merge", args).map(Some)
        }
        (Some(id), ..) => accept(desk, id, asked.title.as_deref()).map(Some),
        (_, Some(id), _) => ask(desk, "proposal_reject", json!({ "id": id })).map(Some),
        _ => look(desk, asked, output).map(|()| None),
    }
}

fn accept(desk: &Desk, id: i64, title: Option<&str>) -> Result<Value, Failure> {
    let entry = desk.proposal(DatedId(id))?.entry;
    let date = |date: Option<chancery_model::Edtf>| date.map(|date| date.to_string());
    let milestone = AddMilestoneArgs {
        title: title.map_or(entry.title, str::to_owned),
        kind: entry.kind.id().to_owned(),
        lane: entry.lane,
        date: date(entry.date).unwrap_or_default(),
        parent: None,
        who: String::new(),
        role: entry.role.map(|role| role.id().to_owned()),
        description: None,
        deadline: date(entry.deadline),
        passage: None,
    };
    ask(desk, "proposal_accept", json!({ "id": id, "milestone": milestone }))
}

fn look(desk: &Desk, asked: &Proposals, output: &Output) -> Result<(), Failure> {
    let order = match asked.order {
        ProposalOrder::Score => "score",
        ProposalOrder::Date => "date",
        ProposalOrder::Article => "article",
    };
    let args = json!({ "article": asked.article, "order": order, "limit": asked.limit });
    let page: Value = ask(desk, "proposals", args)?;
    let steps = Steps::of(desk)?;
    output.value(&page, || {
        let mut lines = vec![format!("{} proposals, {} put off", page["total"], page["skipped"])];
        lines.extend(list(&page, "items").map(|one| told(one, &steps)));
        for cue in list(&page, "learned") {
            lines.push(format!(
                "learned: {} counts {:.2} instead of {:.2} ({} yes, {} no)",
                text(cue, "id"),
                cue["weight"].as_f64().unwrap_or_default(),
                cue["usual"].as_f64().unwrap_or_default(),
                cue["yes"],
                cue["no"],
            ));
        }
        lines.join("\n")
    });
    Ok(())
}

/// A proposal with its reasons, a line each.
fn told(one: &Value, steps: &Steps) -> String {
    let percent = |value: &Value| format!("{:.0} %", value.as_f64().unwrap_or_default() * 100.0);
    let mut lines = vec![format!(
        "\n{}  {}  {}  {}  {}",
        one["id"],
        percent(&one["score"]),
        text(one, "date"),
        text(one, "kind"),
        text(one, "title"),
    )];
    for passage in list(one, "passages") {
        lines.push(format!(
            "    article {}: {}",
            passage["article"],
            text(passage, "exact").replace('\n', " ")
        ));
        lines.push(format!(
            "      “{}” → {} ({})",
            text(passage, "dateWords"),
            text(passage, "date"),
            text(passage, "anchor")
        ));
    }
    let cues: Vec<String> = list(one, "cues")
        .map(|cue| format!("{} {:.2}", text(cue, "id"), cue["weight"].as_f64().unwrap_or_default()))
        .collect();
    lines.push(format!("    cues: {}", cues.join(", ")));
    if let like @ Value::Object(_) = &one["resembles"] {
        let shared: Vec<&str> = list(like, "shared").filter_map(Value::as_str).collect();
        lines.push(format!(
            "    like milestone {} “{}” ({}): {}{}",
            like["milestone"],
            text(like, "title"),
            percent(&like["likeness"]),
            shared.join(", "),
            like["status"].as_str().map(|step| format!("; step: {}", steps.words(step))).unwrap_or_default(),
        ));
    }
    lines.join("\n")
}
