//! Copies and reprints, and the difference between two articles, as lines.

use std::process::ExitCode;

use chancery_desk::{Cancel, Desk, Progress};
use serde_json::{Value, json};

use crate::Failure;
use crate::look::{ask, list, text};
use crate::print::{Output, table, told};

/// The other articles of the story an article belongs to, the earliest first.
pub(crate) fn in_words(article: &Value) -> String {
    let story = &article["story"];
    let others = list(story, "tellings").filter(|one| one["article"] != article["id"]);
    let rows: Vec<Vec<String>> = others
        .map(|one| {
            let likeness = match one["exact"].as_bool() {
                Some(true) => "the same words".to_owned(),
                _ => format!("{} the same", percent(&one["similarity"])),
            };
            vec![
                "story:".to_owned(),
                text(one, "article"),
                text(one, "published"),
                text(one, "outlet"),
                likeness,
            ]
        })
        .collect();
    let shown = list(story, "tellings").count() as u64;
    let more = story["total"].as_u64().unwrap_or_default().saturating_sub(shown);
    let rest = if more > 0 { format!("story: and {more} more\n") } else { String::new() };
    table(&rows) + &rest
}

/// Less than all is never told as all.
fn percent(similarity: &Value) -> String {
    format!("{:.0} %", (similarity.as_f64().unwrap_or_default() * 100.0).floor())
}

/// Compares all articles anew; progress goes to standard error.
pub(crate) fn recompare(desk: &Desk, output: &Output) -> Result<ExitCode, Failure> {
    let mut progress =
        Progress::new(Cancel::default(), |step| told(&format!("{}/{}", step.done, step.total)));
    desk.compare_anew(&mut progress)?;
    let counts = desk.read(|reader| reader.counts())?;
    let value = json!({ "articles": counts.articles, "stories": counts.stories });
    output.value(&value, || format!("{} articles tell {} stories", counts.articles, counts.stories));
    Ok(ExitCode::SUCCESS)
}

/// Prints how an article differs from another: `[-gone-]` and `{+new+}`, as wdiff marks them.
pub(crate) fn compare(desk: &Desk, article: i64, with: i64, output: &Output) -> Result<(), Failure> {
    let value: Value = ask(desk, "article_compare", json!({ "article": article, "with": with }))?;
    output.value(&value, || {
        let words: String = list(&value, "runs")
            .map(|run| {
                let words = text(run, "text");
                let (word, blanks) = words.split_at(words.trim_end().len());
                match run["fate"].as_str() {
                    Some("added") => format!("{{+{word}+}}{blanks}"),
                    Some("removed") => format!("[-{word}-]{blanks}"),
                    _ => words,
                }
            })
            .collect();
        let likeness = match value["exact"].as_bool() {
            Some(true) => "the same words".to_owned(),
            _ => format!("{} the same", percent(&value["similarity"])),
        };
        format!(
            "{words}\n\n{likeness}; {} words added, {} removed",
            text(&value, "wordsAdded"),
            text(&value, "wordsRemoved")
        )
    });
    Ok(())
}
