//! RIS: what libraries, journals and reference managers exchange.

use super::record::{Record, one_line};
use super::tagged::{Dialect, Tagged, before};
use super::{dates, names};

pub(super) const DIALECT: Dialect = Dialect {
    split: |line| {
        let (tag, value) = before(line.trim_start_matches('\u{feff}'), " -", 2, 4)?;
        (tag.len() == 2 && (value.is_empty() || value.starts_with(' '))).then_some((tag, value))
    },
    begins: |tag| tag == "TY",
    ends: |line| line.starts_with("ER  -") || line.starts_with("ER -"),
    blank_ends: false,
    apart: &[],
};

/// Whether a line of `text` begins a record.
pub(super) fn is_ris(text: &str) -> bool {
    text.lines().take(400).any(|line| {
        (DIALECT.split)(line).is_some_and(|(tag, kind)| tag == "TY" && (2..8).contains(&kind.trim().len()))
    })
}

/// The name of a record: its id, else nothing.
pub(super) fn name(tagged: &Tagged<'_>) -> String {
    one_line(tagged.first(&["ID"]))
}

pub(super) fn record(tagged: &Tagged<'_>) -> Record {
    let mut record = Record::new("ris");
    record.title = title(tagged);
    let people = |tags: &[&str]| tagged.all(tags).into_iter().map(names::said).collect::<Vec<_>>();
    record.authors = people(&["AU", "A1"]);
    record.editors = people(&["ED", "A2", "A3", "A4"]);
    // The last name of the journal counts, as in other programs; then what the article stands in, then who published it.
    let outlets = [&["JO", "J1", "JF"][..], &["T2"], &["BT"], &["JA", "J2"], &["PB"], &["T3"]];
    record.outlets = outlets.iter().map(|tags| tagged.last(tags).to_owned()).collect();
    record.outlets.extend(tagged.all(&["JF", "JO", "J1"]).into_iter().map(str::to_owned));
    record.url = tagged.all(&["UR", "LK", "L2"]).first().copied().unwrap_or_default().to_owned();
    record.doi = tagged.first(&["DO"]).to_owned();
    record.section = tagged.first(&["SE"]).to_owned();
    record.language = tagged.first(&["LA"]).to_owned();
    dated(tagged, &mut record);
    // The same abstract is often written under both tags.
    let mut abstracts: Vec<String> = Vec::new();
    for text in tagged.all(&["AB", "N2"]).into_iter().map(one_line) {
        if !abstracts.contains(&text) {
            abstracts.push(text);
        }
    }
    record.text = abstracts.join("\n\n");
    record.or_note(tagged.all(&["N1", "RN"]));
    let first = |tag: &str| tagged.first(&[tag]).to_owned();
    let pages = [first("SP"), first("EP")].into_iter().filter(|page| !page.is_empty()).collect::<Vec<_>>();
    record.details = vec![first("VL"), first("IS"), pages.join("–")];
    record
}

/// A second title goes on where the first ends.
fn title(tagged: &Tagged<'_>) -> String {
    let titles = tagged.all(&["TI", "T1"]);
    let titles = if titles.is_empty() { tagged.all(&["CT"]) } else { titles };
    titles.into_iter().fold(String::new(), |mut title, more| {
        if title == more {
            return title;
        }
        if !title.is_empty() {
            title.push_str(if title.ends_with([':', '.', '?', '!']) { " " } else { ": " });
        }
        title.push_str(more);
        title
    })
}

/// The primary date before the year before any other; a more exact one of the same year and month before all.
fn dated(tagged: &Tagged<'_>, record: &mut Record) {
    let stated = ["Y1", "PY", "DA"].into_iter().flat_map(|tag| tagged.all(&[tag]));
    let mut best: Option<(&str, (chancery_model::Day, chancery_model::Day))> = None;
    for words in stated {
        let Some(published) = dates::read(words) else { continue };
        let span = published.date.order();
        let narrower =
            best.is_none_or(|(_, (first, last))| span != (first, last) && span.0 >= first && span.1 <= last);
        if narrower {
            best = Some((words, span));
        }
    }
    if let Some((words, _)) = best {
        record.dated(words);
    }
}
