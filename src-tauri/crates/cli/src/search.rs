//! `search`: hits with their passages, and how a query is understood.

use chancery_desk::Desk;
use serde_json::{Value, json};

use crate::Failure;
use crate::args::ContextOrder;
use crate::look::{ask, list, text};
use crate::print::{Output, table};

/// Prints hits, each with its passages.
pub(crate) fn search(desk: &Desk, query: &str, args: Value, output: &Output) -> Result<(), Failure> {
    let mut found: Value = ask(desk, "search", args.clone())?;
    if found["counted"] == "at-least" {
        let counted: Value = ask(desk, "search_count", args)?;
        for name in ["total", "counted"] {
            found[name] = counted[name].clone();
        }
    }
    output.value(&found, || {
        let mut out = String::new();
        for hit in list(&found, "hits") {
            out.push_str(&format!(
                "{}  {}  {}\n",
                text(hit, "article"),
                text(hit, "published"),
                text(hit, "title")
            ));
            for snippet in list(hit, "snippets") {
                out.push_str(&format!("    …{}…\n", text(snippet, "text").replace('\n', " ")));
            }
        }
        out.push_str(&hints(&found));
        if text(&found, "readAs").is_empty() && !query.trim().is_empty() {
            return format!("{out}Nothing to look for in {query:?}: a search needs a letter or a digit");
        }
        let expanded: String = list(&found, "expanded")
            .map(|one| {
                let forms: Vec<&str> = list(one, "forms").filter_map(Value::as_str).collect();
                format!("; {} also as {}", text(one, "word"), forms.join(", "))
            })
            .collect();
        let at_most = if found["counted"] == "at-most" { "at most " } else { "" };
        let ranked = match found["ranked"].as_u64() {
            Some(ranked) => format!("; the newest {ranked} are ranked, the others follow by day"),
            None => String::new(),
        };
        format!(
            "{out}{at_most}{} found{ranked}; read as: {}{expanded}",
            text(&found, "total"),
            text(&found, "readAs")
        )
    });
    Ok(())
}

/// A line for each passage, the words found one above the other.
pub(crate) fn context(desk: &Desk, args: Value, order: ContextOrder, output: &Output) -> Result<(), Failure> {
    const SIDE: usize = 50;
    let told: Value = ask(desk, "search_context", args)?;
    output.value(&told, || {
        let lines: Vec<&Value> = list(&told, "lines").collect();
        let name = match order {
            ContextOrder::Date => None,
            ContextOrder::Left => Some("byLeft"),
            ContextOrder::Right => Some("byRight"),
            ContextOrder::Found => Some("byFound"),
        };
        let ordered: Vec<&Value> = match name {
            None => lines.clone(),
            Some(name) => {
                let places = list(&told, name).filter_map(Value::as_u64);
                places.filter_map(|place| lines.get(usize::try_from(place).ok()?).copied()).collect()
            }
        };
        let mut out = String::new();
        for line in ordered {
            let left: Vec<char> = text(line, "left").chars().rev().take(SIDE).collect();
            let left: String = left.into_iter().rev().collect();
            let right: String = text(line, "right").chars().take(SIDE).collect();
            out.push_str(&format!(
                "{left:>SIDE$}[{}]{right:<SIDE$}  {} {} {}\n",
                text(line, "found"),
                text(line, "article"),
                text(line, "published"),
                text(line, "outlet")
            ));
        }
        let first = if told["more"] == true { "the first " } else { "" };
        let (read, total) = (text(&told, "read"), text(&told, "total"));
        format!(
            "{out}{}passages: {first}{}; articles read: {read} of {total}; read as: {}",
            hints(&told),
            lines.len(),
            text(&told, "readAs")
        )
    });
    Ok(())
}

/// How a query is understood: each part with what is looked for and how many articles have it.
pub(crate) fn explain(desk: &Desk, query: &str, as_typed: bool, output: &Output) -> Result<(), Failure> {
    let explained: Value = ask(desk, "search_explain", json!({ "query": query, "asTyped": as_typed }))?;
    output.value(&explained, || {
        let line = |term: &Value| {
            let not = if term["wanted"] == true { "" } else { "not " };
            let at_most = if term["atMost"] == true { "at most " } else { "" };
            let looked_for: Vec<&str> = list(term, "lookedFor").filter_map(Value::as_str).collect();
            vec![
                format!("{not}{}", text(term, "term")),
                format!("{at_most}{}", text(term, "articles")),
                looked_for.join(", "),
            ]
        };
        let head = ["part", "articles", "looked for as"].map(str::to_owned).to_vec();
        let rows: Vec<Vec<String>> =
            std::iter::once(head).chain(list(&explained, "terms").map(line)).collect();
        format!("read as: {}\n\n{}{}", text(&explained, "readAs"), table(&rows), hints(&explained))
    });
    Ok(())
}

/// What was not read as it may have been meant, a line each.
fn hints(found: &Value) -> String {
    let line = |hint: &Value| {
        let why = match text(hint, "why").as_str() {
            "no-such-field" => "there is no such field; looked for as words",
            "star" => "a star ends a word; looked for as words",
            "not-near" => "NEAR joins words and phrases; both are looked for",
            "no-value" => "left out: the field has no value",
            "not-a-date" => "left out: no date",
            "not-a-language" => "left out: no language",
            "not-had" => {
                "left out: articles can have note, tag, suggestion, coding, evidence, date, day, month, year, outlet, copies"
            }
            "nothing-called-so" => "left out: nothing in this dossier is called so",
            _ => "left out with all after it: a question has up to 128 parts, a neighbourhood 8",
        };
        format!("{}: {why}\n", text(hint, "typed"))
    };
    list(found, "hints").map(line).collect()
}
