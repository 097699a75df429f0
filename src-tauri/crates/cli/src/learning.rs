//! `tag` with what it does to the suggestions, `topics TOPIC --learning`, `review`.

use chancery_desk::{Cancel, Desk, Progress};
use chancery_wire::dto::EffectDto;
use serde_json::{Value, json};

use crate::Failure;
use crate::args::Tag;
use crate::look::{ask, list, text};
use crate::print::{Output, end_of_steps, table, tell_steps};

/// Decides, and waits for what that does to the suggestions.
pub(crate) fn decide(desk: &Desk, tag: &Tag) -> Result<Value, Failure> {
    let topic = desk.topic_named(&tag.topic)?.0;
    let mut done: Value = if tag.verdict.clear {
        ask(desk, "topic_clear", json!({ "articles": tag.articles, "topic": topic }))?
    } else {
        let verdict = match (tag.verdict.accept, tag.verdict.reject) {
            (true, _) => "accepted",
            (_, true) => "rejected",
            _ => "by-hand",
        };
        let filter = tag.search.as_ref().map(|words| json!({ "query": words }));
        let args = json!({
            "articles": tag.articles,
            "filter": filter,
            "topic": topic,
            "verdict": verdict,
            "because": tag.because,
        });
        ask(desk, "topic_decide", args)?
    };
    if done["value"]["later"] == json!(true) {
        let effects: Vec<EffectDto> = learn(desk)?.into_iter().map(EffectDto::from).collect();
        done["value"]["effects"] = json!(effects);
        done["value"]["later"] = json!(false);
    }
    Ok(done)
}

/// Learns what waits to be learned, telling how far it is.
pub(crate) fn learn(desk: &Desk) -> Result<Vec<chancery_desk::Effect>, Failure> {
    let mut progress = Progress::new(Cancel::default(), tell_steps());
    let learned = desk.learn(&mut progress);
    drop(progress);
    end_of_steps();
    Ok(learned?)
}

/// What a decision did to the suggestions, a line a topic.
pub(crate) fn effects(done: &Value) -> String {
    let line = |effect: &Value| {
        format!("\n{}: {} withdrawn, {} new", text(effect, "slug"), effect["withdrawn"], effect["fresh"])
    };
    list(&done["value"], "effects").map(line).collect()
}

/// How a topic learns.
pub(crate) fn topic(desk: &Desk, name: &str, output: &Output) -> Result<(), Failure> {
    let id = desk.topic_named(name)?.0;
    let learning: Value = ask(desk, "topic_learning", json!({ "id": id }))?;
    output.value(&learning, || {
        let rows: Vec<Vec<String>> = list(&learning, "thresholds")
            .map(|row| {
                let named = |name: &str| format!("{} {name}", row[name]);
                vec![format!("{:.2}", row["threshold"].as_f64().unwrap_or_default())]
                    .into_iter()
                    .chain(["waiting", "right", "wrong", "missed"].map(named))
                    .collect()
            })
            .collect();
        format!(
            "{} accepted, {} by hand, {} rejected; suggested from {}; learned counts {}\n{}",
            learning["accepted"],
            learning["byHand"],
            learning["rejected"],
            learning["threshold"],
            learning["weight"].as_f64().map_or("nothing yet".to_owned(), |weight| format!("{weight:.2}")),
            table(&rows)
        )
    });
    Ok(())
}

/// The first of the review queue.
pub(crate) fn review(desk: &Desk, topic: Option<&str>, limit: u32, output: &Output) -> Result<(), Failure> {
    let id = topic.map(|name| desk.topic_named(name)).transpose()?.map(|id| id.0);
    let page: Value = ask(desk, "review", json!({ "topic": id, "limit": limit }))?;
    output.value(&page, || {
        let line = |row: &Value| {
            let score = format!("{:.2}", row["score"].as_f64().unwrap_or_default());
            vec![text(row, "article"), text(row, "slug"), score, text(row, "title")]
        };
        let rows: Vec<Vec<String>> = list(&page, "items").map(line).collect();
        format!("{} wait, {} put off\n{}", page["total"], page["skipped"], table(&rows))
    });
    Ok(())
}
