//! Lineage as the terminal tells it: the links of a milestone by title, each with what it rests on, and the chain it stands in.

use std::collections::{BTreeMap, BTreeSet};

use chancery_desk::Desk;
use serde_json::{Value, json};

use crate::Failure;
use crate::look::{ask, list, text};

/// The links of a milestone's detail, one a line, and the chain where it is longer than they show.
pub(crate) fn told(desk: &Desk, detail: &Value) -> Result<String, Failure> {
    if list(detail, "lineage").next().is_none() {
        return Ok(String::new());
    }
    let register: Value = ask(desk, "register", json!({}))?;
    let titles: BTreeMap<String, String> =
        list(&register, "milestones").map(|row| (text(row, "id"), text(&row["title"], "en"))).collect();
    let title = |id: &str| titles.get(id).cloned().unwrap_or_else(|| id.to_owned());
    let mut out = String::new();
    for link in list(detail, "lineage") {
        out.push_str(&format!(
            "link {} {}: {} → {} ({})\n",
            text(link, "id"),
            text(link, "kind"),
            title(&text(link, "from")),
            title(&text(link, "to")),
            rests_on(detail, link)
        ));
    }
    let links: Vec<(String, String, String)> = list(&register, "lineage")
        .map(|link| (text(link, "from"), text(link, "kind"), text(link, "to")))
        .collect();
    let chain = chain(&links, &text(&detail["milestone"], "id"));
    if chain.len() > list(detail, "lineage").count() {
        out.push_str("chain:\n");
        for (from, kind, to) in chain {
            out.push_str(&format!("    {} → {kind} → {}\n", title(from), title(to)));
        }
    }
    Ok(out)
}

fn rests_on(detail: &Value, link: &Value) -> String {
    if !link["judgement"].is_null() {
        let whose = if link["bundled"] == Value::Bool(true) {
            "judgement bundled with the dossier"
        } else {
            "judgement"
        };
        return format!("no passage; {whose}: {}", text(link, "judgement"));
    }
    let proof = list(detail, "evidence")
        .chain(list(detail, "passages"))
        .find(|piece| !link["evidence"].is_null() && piece["id"] == link["evidence"]);
    match proof {
        Some(piece) => {
            format!("“{}”, {}, {}", text(piece, "exact"), text(piece, "outlet"), text(piece, "published"))
        }
        None => "no passage any more".to_owned(),
    }
}

type Link = (String, String, String);

/// Every link on a way to or from a milestone, the earlier first.
fn chain<'l>(links: &'l [Link], of: &str) -> Vec<(&'l str, &'l str, &'l str)> {
    let reached = |back: bool| {
        let mut seen = BTreeSet::from([of.to_owned()]);
        let mut ahead = vec![of.to_owned()];
        let mut found = Vec::new();
        while let Some(at) = ahead.pop() {
            for (place, (from, _, to)) in links.iter().enumerate() {
                let (here, next) = if back { (to, from) } else { (from, to) };
                if *here == at {
                    found.push(place);
                    if seen.insert(next.clone()) {
                        ahead.push(next.clone());
                    }
                }
            }
        }
        found
    };
    let mut places = reached(true);
    places.reverse();
    places.extend(reached(false));
    places
        .iter()
        .filter_map(|&place| links.get(place))
        .map(|(a, b, c)| (a.as_str(), b.as_str(), c.as_str()))
        .collect()
}
