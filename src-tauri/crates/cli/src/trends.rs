//! `trends`: a question counted along time.

use chancery_desk::Desk;
use clap::ValueEnum;
use serde_json::{Value, json};

use crate::Failure;
use crate::args::Trends;
use crate::look::{ask, list, text};
use crate::print::{Output, table};

/// Prints a table of figures, or writes a file.
pub(crate) fn trends(desk: &Desk, asked: &Trends, output: &Output) -> Result<(), Failure> {
    let question = json!({
        "query": asked.query,
        "asTyped": asked.as_typed,
        "measure": word(&asked.count),
        "unit": asked.by.as_ref().map(word),
        "split": asked.split.as_ref().map(word),
    });
    if let Some(path) = &asked.output {
        let args = json!({ "trend": question, "path": path, "language": asked.lang });
        let written: Value = ask(desk, "search_trend_export", args)?;
        output.value(&written, || format!("written to {}", text(&written, "path")));
        return Ok(());
    }
    let trend: Value = ask(desk, "search_trend", question)?;
    output.value(&trend, || told(&trend));
    Ok(())
}

fn word(value: &impl ValueEnum) -> String {
    value.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
}

fn told(trend: &Value) -> String {
    let unit = text(trend, "unit");
    let lines: Vec<&Value> = list(trend, "lines").collect();
    let name = |line: &Value| match text(line, "of").as_str() {
        "all" => text(trend, "measure"),
        "others" => format!("{} others", text(line, "others")),
        "without" => "none".to_owned(),
        _ => text(line, "name"),
    };
    let row = |name: String, figure: &dyn Fn(&Value) -> Value| -> Vec<String> {
        std::iter::once(name).chain(lines.iter().map(|line| text(&figure(line), "counted"))).collect()
    };
    let mut rows = vec![std::iter::once(unit.clone()).chain(lines.iter().map(|line| name(line))).collect()];
    for (index, span) in list(trend, "units").enumerate() {
        let first = text(span, "first");
        let when = match unit.as_str() {
            "year" => first.strip_suffix("-01-01").unwrap_or(&first).to_owned(),
            "month" => first.strip_suffix("-01").unwrap_or(&first).to_owned(),
            _ => first,
        };
        rows.push(row(when, &|line| line["figures"][index].clone()));
    }
    rows.push(row(format!("{unit} not known"), &|line| line["coarse"].clone()));
    rows.push(row("no date".to_owned(), &|line| line["undated"].clone()));
    rows.push(row("together".to_owned(), &|line| line["sum"].clone()));
    let at_most = if trend["atMost"] == true { "at most these\n" } else { "" };
    format!("{at_most}{}", table(&rows))
}
