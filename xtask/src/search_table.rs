//! What `cargo xtask bench search` measured, as docs/performance.md tells it.

use std::fmt::Write as _;
use std::process::Command;

use serde_json::Value;

use crate::command::{Failure, Outcome, output_of};
use crate::measure::machine;

/// A first page may take so many times what FTS5 alone takes for its newest with snippets; the best no more than its own.
const PAGE_LINE: f64 = 3.0;

/// The tables of the lab's report, which is a list of sizes; all kinds for the largest.
pub(crate) fn of(report: &Value, plot: &str) -> Outcome<String> {
    let commit = output_of(Command::new("git").args(["rev-parse", "--short", "HEAD"])).unwrap_or_default();
    let sizes = sizes(report)?;
    let Some(largest) = sizes.last() else { return Err(Failure("the measures tell of no size".to_owned())) };
    let mut table = format!(
        "Measured by `cargo xtask bench search` at {} on {}, release build, dossiers with the bundled codebook, all reading on;\n\
         {}; {} warm questions of each kind, after a first one that is told apart.\n\n\
         ![Import time and first page against the number of articles]({plot})\n\n| | goal |",
        commit.trim(),
        machine(),
        shares(largest)?,
        number(largest, "/questions")?,
    );
    for size in sizes {
        let _ = write!(table, " {} articles |", thousands(number(size, "/brought/articles")?));
    }
    table.push_str("\n|---|---|");
    table.push_str(&"---|".repeat(sizes.len()));
    table.push('\n');
    for (what, goal, tell) in ROWS {
        let _ = write!(table, "| {what} | {goal} |");
        for size in sizes {
            let _ = write!(table, " {} |", tell(size)?);
        }
        table.push('\n');
    }
    let articles = thousands(number(largest, "/brought/articles")?);
    let _ = write!(
        table,
        "\nAll kinds at {articles} articles, in milliseconds: the median, what 95 of 100 are under, the slowest; times what FTS5 alone takes \
         (95 of 100) for its newest fifty with snippets, and by bm25 without and with snippets. What misses its line is **bold**. Hits are of all questions together.\n\n\
         | kind | first | newest first | × FTS5 | best first | × bm25 | × with snippets | count | facets | hits | hits of FTS5 |\n\
         |---|---|---|---|---|---|---|---|---|---|---|\n"
    );
    for kind in list(largest, "/desk/kinds")? {
        row(&mut table, largest, kind)?;
    }
    Ok(table)
}

fn row(table: &mut String, size: &Value, kind: &Value) -> Outcome<()> {
    let name = kind.get("name").and_then(Value::as_str).unwrap_or_default();
    let raw = list(size, "/raw/kinds")?.iter().find(|other| other.get("name") == kind.get("name"));
    let raw = raw.ok_or_else(|| Failure(format!("the measures lack FTS5 for {name}")))?;
    let times = |what: &str| -> Outcome<String> {
        let of = |figure| Ok::<_, Failure>(ms(number(kind, &format!("/{what}/{figure}"))?));
        Ok(format!("{} · {} · {}", of("p50")?, of("p95")?, of("max")?))
    };
    let ratio = |ours: &str, theirs: &str| -> Outcome<f64> {
        Ok(number(kind, &format!("/{ours}/p95"))? / number(raw, &format!("/{theirs}/p95"))?)
    };
    let marked =
        |ratio: f64, line: f64| if ratio <= line { format!("{ratio:.1}") } else { format!("**{ratio:.1}**") };
    let _ = writeln!(
        table,
        "| {name} | {} | {} | {} | {} | {} | {:.1} | {} | {} | {} | {} |",
        ms(number(kind, "/cold")?),
        times("newest")?,
        marked(ratio("newest", "newest")?, PAGE_LINE),
        times("best")?,
        marked(ratio("best", "best")?, 1.0),
        ratio("best", "best_shown")?,
        ms(number(kind, "/count/p95")?),
        ms(number(kind, "/facets/p95")?),
        thousands(sum(kind)?),
        thousands(sum(raw)?),
    );
    Ok(())
}

type Tell = fn(&Value) -> Outcome<String>;

const ROWS: [(&str, &str, Tell); 13] = [
    ("text", "", |size| Ok(format!("{:.0} MB", number(size, "/brought/text_megabytes")?))),
    ("import", "", |size| rate(size, "/brought/import/seconds")),
    ("FTS5 alone, the index only", "", |size| rate(size, "/raw/seconds")),
    ("what the import reaches of that", "0.30", |size| {
        Ok(format!("{:.2}", number(size, "/raw/seconds")? / number(size, "/brought/import/seconds")?))
    }),
    ("most memory of the import; of the questions", "", |size| {
        let import = number(size, "/brought/import/peak_megabytes")?;
        Ok(format!("{import:.0} MB; {:.0} MB", number(size, "/desk/peak_megabytes")?))
    }),
    ("dossier", "", |size| Ok(format!("{:.0} MB", number(size, "/brought/import/dossier_megabytes")?))),
    ("dossier ÷ (text + packed originals)", "3", |size| {
        let plain = number(size, "/brought/text_megabytes")? + number(size, "/raw/originals_megabytes")?;
        Ok(format!("{:.2}", number(size, "/brought/import/dossier_megabytes")? / plain))
    }),
    ("opening to a list; the first question after it", "1 s", |size| {
        let (opening, first) = (number(size, "/desk/opening")?, number(size, "/desk/first_question")?);
        Ok(format!("{} ms; {} ms", ms(opening), ms(first)))
    }),
    ("a bulk tag; its undo", "", |size| {
        let (tag, undo) = (number(size, "/desk/bulk_tag")?, number(size, "/desk/undo")?);
        Ok(format!("{} articles, {} ms; {} ms", thousands(number(size, "/desk/tagged")?), ms(tag), ms(undo)))
    }),
    ("a most frequent word by month: articles; by topic; stories by outlet; tags by topic", "", |size| {
        let times = list(size, "/desk/trends")?.iter().map(|times| number(times, "/p95").map(ms));
        Ok(format!("{} ms", times.collect::<Outcome<Vec<_>>>()?.join("; ")))
    }),
    ("newest first: kinds within three times FTS5", "all 40", |size| {
        within(size, "newest", "newest", PAGE_LINE)
    }),
    ("best first: kinds within bm25", "all 40", |size| within(size, "best", "best", 1.0)),
    ("recollindex", "", |size| match number(size, "/recoll/index/seconds") {
        Ok(_) => rate(size, "/recoll/index/seconds"),
        Err(_) => Ok(String::new()),
    }),
];

fn within(size: &Value, ours: &str, theirs: &str, line: f64) -> Outcome<String> {
    let raw = list(size, "/raw/kinds")?;
    let mut holds = 0;
    for kind in list(size, "/desk/kinds")? {
        let other = raw.iter().find(|other| other.get("name") == kind.get("name"));
        let other = other.ok_or_else(|| Failure("the measures of FTS5 lack a kind".to_owned()))?;
        let times = number(kind, &format!("/{ours}/p95"))? / number(other, &format!("/{theirs}/p95"))?;
        holds += usize::from(times <= line);
    }
    Ok(holds.to_string())
}

fn shares(size: &Value) -> Outcome<String> {
    let told = list(size, "/shares")?.iter().map(|share| {
        let language = share.get(0).and_then(Value::as_str).unwrap_or_default();
        format!("{language} {} %", share.get(1).unwrap_or(&Value::Null))
    });
    Ok(told.collect::<Vec<_>>().join(", "))
}

pub(crate) fn sizes(report: &Value) -> Outcome<&[Value]> {
    report.as_array().map(Vec::as_slice).ok_or_else(|| Failure("the measures are no list".to_owned()))
}

fn list<'v>(of: &'v Value, at: &str) -> Outcome<&'v [Value]> {
    let found = of.pointer(at).and_then(Value::as_array);
    found.map(Vec::as_slice).ok_or_else(|| Failure(format!("the measures lack {at}")))
}

pub(crate) fn number(of: &Value, at: &str) -> Outcome<f64> {
    let found = of.pointer(at).and_then(Value::as_f64);
    found.ok_or_else(|| Failure(format!("the measures lack {at}")))
}

fn sum(kind: &Value) -> Outcome<f64> {
    Ok(list(kind, "/hits")?.iter().filter_map(Value::as_f64).sum())
}

fn rate(size: &Value, seconds: &str) -> Outcome<String> {
    let seconds = number(size, seconds)?;
    Ok(format!("{:.0}/s ({seconds:.0} s)", number(size, "/brought/articles")? / seconds))
}

/// Milliseconds, with a tenth where they are few.
fn ms(value: f64) -> String {
    if value < 10.0 { format!("{value:.1}") } else { format!("{value:.0}") }
}

/// A whole number, parted by commas.
pub(crate) fn thousands(value: f64) -> String {
    let digits = format!("{value:.0}");
    let mut parted = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            parted.push(',');
        }
        parted.push(digit);
    }
    parted
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
pub(crate) mod tests {
    use serde_json::json;

    use super::*;

    pub(crate) fn measured(articles: u64) -> Value {
        let times = |p95: f64| json!({ "p50": 1.0, "p95": p95, "max": 20.0 });
        json!({
            "shares": [["en", 40], ["ru", 40], ["be", 20]], "questions": 50,
            "brought": { "articles": articles, "text_megabytes": 24.0,
                "import": { "seconds": articles as f64 / 2000.0, "peak_megabytes": 300.0, "dossier_megabytes": 90.0 } },
            "desk": { "opening": 40.0, "first_question": 9.0, "tagged": 1000, "bulk_tag": 90.0, "undo": 45.0, "peak_megabytes": 200.0, "trends": [times(8.0), times(20.0)], "kinds": [
                { "name": "common word, en", "cold": 3.0, "newest": times(4.0), "best": times(6.0), "count": times(2.0), "facets": times(9.0), "hits": [1000, 234] },
                { "name": "rare name, en", "cold": 3.0, "newest": times(4.0), "best": times(1.0), "count": times(2.0), "facets": times(9.0), "hits": [7] },
            ] },
            "raw": { "seconds": articles as f64 / 8000.0, "originals_megabytes": 12.0, "kinds": [
                { "name": "common word, en", "newest": times(2.0), "best": times(12.0), "best_shown": times(24.0), "hits": [900] },
                { "name": "rare name, en", "newest": times(1.0), "best": times(0.5), "best_shown": times(0.8), "hits": [7] },
            ] },
            "recoll": null,
        })
    }

    #[test]
    fn every_size_has_its_column_and_what_misses_its_line_is_bold() {
        let table = of(&json!([measured(10_000), measured(1_000_000)]), "plot.svg").unwrap();
        for line in [
            "| | goal | 10,000 articles | 1,000,000 articles |",
            "| what the import reaches of that | 0.30 | 0.25 | 0.25 |",
            "| dossier ÷ (text + packed originals) | 3 | 2.50 | 2.50 |",
            "| a most frequent word by month: articles; by topic; stories by outlet; tags by topic |  | 8.0; 20 ms | 8.0; 20 ms |",
            "| newest first: kinds within three times FTS5 | all 40 | 1 | 1 |",
            "| common word, en | 3.0 | 1.0 · 4.0 · 20 | 2.0 | 1.0 · 6.0 · 20 | 0.5 | 0.2 | 2.0 | 9.0 | 1,234 | 900 |",
            "| rare name, en | 3.0 | 1.0 · 4.0 · 20 | **4.0** | 1.0 · 1.0 · 20 | **2.0** |",
        ] {
            assert!(table.contains(line), "{line}\n{table}");
        }
        let missing = of(&json!([{ "shares": [] }]), "plot.svg").unwrap_err();
        assert!(missing.0.contains("/questions"), "{}", missing.0);
    }
}
