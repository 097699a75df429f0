//! The JSON of TimelineJS: a title slide, an event a milestone, spans of more than a year as eras.

use chancery_model::Day;
use serde_json::{Map, Value, json};

use super::{Chart, ChartEntry};
use crate::words::Words;

/// The chart as TimelineJS reads it. Its texts are HTML.
#[must_use]
pub fn timelinejs(chart: &Chart) -> String {
    let words = chart.words();
    let events: Vec<Value> = chart.entries.iter().filter_map(|entry| event(entry, &words)).collect();
    let eras: Vec<Value> = chart.entries.iter().filter_map(|entry| era(entry, &words)).collect();
    let about = chart.as_of_line(&words).unwrap_or_default();
    let value = json!({
        "scale": "human",
        "title": { "text": { "headline": html(&chart.title), "text": html(&about) } },
        "events": events,
        "eras": eras,
    });
    let mut out = serde_json::to_string_pretty(&value).unwrap_or_default();
    out.push('\n');
    out
}

fn event(entry: &ChartEntry, words: &Words) -> Option<Value> {
    let (first, last) = entry.days()?;
    let when = entry.when(words);
    let mut text = format!("<p>{}</p>", html(&entry.standing(words)));
    if !entry.who.is_empty() {
        text.push_str(&format!("<p>{}: {}</p>", html(&words.get("doc-who")), html(&entry.who)));
    }
    for (quote, source) in &entry.passages {
        text.push_str(&format!("<blockquote>{} — {}</blockquote>", html(&words.quoted(quote)), html(source)));
    }
    let mut event = Map::new();
    event.insert("start_date".to_owned(), date(first));
    if last != first {
        event.insert("end_date".to_owned(), date(last));
    }
    event.insert("display_date".to_owned(), html(&when).into());
    event.insert("text".to_owned(), json!({ "headline": html(&entry.title), "text": text }));
    if let Some(lane) = &entry.lane {
        event.insert("group".to_owned(), html(lane).into());
    }
    event.insert("unique_id".to_owned(), format!("m-{}", entry.uid).into());
    Some(event.into())
}

fn era(entry: &ChartEntry, words: &Words) -> Option<Value> {
    let (first, last) = entry.days()?;
    let long = last.year - first.year > 1;
    let headline = format!("{} ({})", entry.title, entry.when(words));
    long.then(|| {
        json!({ "start_date": date(first), "end_date": date(last), "text": { "headline": html(&headline) } })
    })
}

fn date(day: Day) -> Value {
    json!({ "year": day.year, "month": day.month, "day": day.day })
}

fn html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
