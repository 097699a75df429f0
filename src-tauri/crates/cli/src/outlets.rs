//! `outlets`: the list, one of them, and what the analyst says of them.

use chancery_desk::Desk;
use serde_json::{Value, json};

use crate::Failure;
use crate::args::OutletAction;
use crate::look::{ask, text};
use crate::print::{Output, table};

pub(crate) fn look(desk: &Desk, outlet: Option<&str>, output: &Output) -> Result<(), Failure> {
    let rows = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let Some(name) = outlet else {
        let outlets: Value = ask(desk, "outlets", json!({}))?;
        output.value(&outlets, || {
            let line = |row: &Value| {
                let of = |name: &str| Some(text(row, name)).filter(|words| !words.is_empty());
                let dash = |name: &str| of(name).unwrap_or_else(|| "–".to_owned());
                vec![
                    text(row, "id"),
                    dash("grade"),
                    dash("country"),
                    dash("kind"),
                    format!("{} articles, {} stories", text(row, "articles"), text(row, "stories")),
                    text(row, "name"),
                ]
            };
            table(&rows(&outlets).iter().map(line).collect::<Vec<_>>())
        });
        return Ok(());
    };
    let detail: Value = ask(desk, "outlet", json!({ "id": id_of(desk, name)? }))?;
    output.value(&detail, || {
        let row = &detail["outlet"];
        let mut out = format!("{}\n", text(row, "name"));
        for field in ["domain", "country", "kind", "grade", "articles", "stories", "first", "last"] {
            out.push_str(&format!("{field}: {}\n", text(row, field)));
        }
        for name in rows(&row["names"]) {
            out.push_str(&format!("also: {}\n", name.as_str().unwrap_or_default()));
        }
        for hint in rows(&detail["hints"]) {
            out.push_str(&format!(
                "{} may be {} (by its {}: {})\n",
                text(&hint, "field"),
                text(&hint, "value"),
                text(&hint, "because"),
                text(&hint, "words")
            ));
        }
        out
    });
    Ok(())
}

pub(crate) fn change(desk: &Desk, action: OutletAction) -> Result<Value, Failure> {
    match action {
        OutletAction::Edit { outlet, name, domain, country, kind, grade } => {
            let id = id_of(desk, &outlet)?;
            let detail: Value = ask(desk, "outlet", json!({ "id": id }))?;
            let now = &detail["outlet"];
            let words = |given: Option<String>, field: &str| given.unwrap_or_else(|| text(now, field));
            let choice = |given: Option<String>, field: &str| match given {
                Some(word) if word.is_empty() => Value::Null,
                Some(word) => Value::String(word),
                None => now[field].clone(),
            };
            let args = json!({
                "id": id,
                "name": words(name, "name"),
                "domain": words(domain, "domain"),
                "country": words(country, "country"),
                "kind": choice(kind, "kind"),
                "grade": choice(grade.map(|grade| grade.to_uppercase()), "grade"),
            });
            ask(desk, "outlet_edit", args)
        }
        OutletAction::Merge { into, others } => {
            let from = others.iter().map(|name| id_of(desk, name)).collect::<Result<Vec<_>, _>>()?;
            ask(desk, "outlets_merge", json!({ "from": from, "into": id_of(desk, &into)? }))
        }
    }
}

/// An outlet by its id, its name or another name it goes by.
pub(crate) fn id_of(desk: &Desk, name: &str) -> Result<i64, Failure> {
    let outlets = desk.read(|reader| reader.known_outlets())?;
    let is_it = |one: &str| one.to_lowercase() == name.to_lowercase();
    let by_id = name.parse::<i64>().ok();
    let found = outlets.iter().find(|row| Some(row.id.0) == by_id).or_else(|| {
        outlets.iter().find(|row| is_it(&row.outlet.name) || row.names.iter().any(|one| is_it(one)))
    });
    Ok(found.ok_or_else(|| desk.no_such("outlet", name))?.id.0)
}
