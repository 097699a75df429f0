//! Lists of references read field by field, against the BibTeX beside each as an independent reader has it.

use std::collections::BTreeMap;
use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};

use biblatex::{Bibliography, ChunksExt as _, Date, DateValue, Entry, PermissiveType, Person};
use chancery_intake::{Looked, Refusal, look};
use chancery_text::fold;
use serde::Serialize;

use super::{Options, Outcome};

/// What was read of the files of one format.
#[derive(Default, Serialize)]
struct Score {
    files: usize,
    /// Records given, and records reported as unreadable.
    records: usize,
    broken: usize,
    /// Fields that are as expected, and all that are expected.
    right: usize,
    fields: usize,
    /// Files without expected results, or whose results the other reader refuses.
    unscored: usize,
    /// Files that hold nothing.
    empty: usize,
    refused_by_name: usize,
    refused_otherwise: usize,
    panics: usize,
}

/// A field that is not as expected.
#[derive(Serialize)]
struct Miss {
    file: String,
    record: usize,
    field: &'static str,
    expected: String,
    read: String,
}

#[derive(Default, Serialize)]
struct Report {
    formats: BTreeMap<String, Score>,
    misses: Vec<Miss>,
    refusals: Vec<(String, String)>,
}

pub(super) fn run(options: &Options) -> Outcome {
    let folder = options.folder("import/bibliography")?;
    let mut report = Report::default();
    let mut paths: Vec<PathBuf> = fs::read_dir(&folder)?.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.is_file());
    paths.sort();
    for path in &paths {
        score(path, &mut report)?;
    }
    if options.json {
        println!("{}", serde_json::to_string_pretty(&report)?);
    } else {
        print(&report);
    }
    Ok(())
}

fn score(path: &Path, report: &mut Report) -> Outcome {
    let bytes = fs::read(path)?;
    let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let ending = path.extension().unwrap_or_default().to_string_lossy().into_owned();
    let looked = catch_unwind(|| look(&bytes, Some(&file)));
    let format = match &looked {
        Ok(Ok((format, _))) => (*format).to_owned(),
        _ => format!(".{ending}, not read"),
    };
    let score = report.formats.entry(format).or_default();
    score.files += 1;
    let records = match looked {
        Err(_) => {
            score.panics += 1;
            return Ok(());
        }
        Ok(Err(refusal)) => {
            match refusal {
                Refusal::Empty => score.empty += 1,
                Refusal::SaveAs { .. } => score.refused_by_name += 1,
                _ => score.refused_otherwise += 1,
            }
            report.refusals.push((file, refusal.to_string()));
            return Ok(());
        }
        Ok(Ok((_, records))) => records,
    };
    score.records += records.iter().filter(|record| record.is_ok()).count();
    score.broken += records.iter().filter(|record| record.is_err()).count();
    let Some(expected) = expected(path)? else {
        score.unscored += 1;
        return Ok(());
    };
    let nothing = Looked::default();
    for (number, entry) in expected.iter().enumerate() {
        let record = records.get(number).and_then(|record| record.as_ref().ok()).unwrap_or(&nothing);
        for (field, expected, read, right) in compared(entry, record) {
            score.fields += 1;
            score.right += usize::from(right);
            if !right {
                report.misses.push(Miss { file: file.clone(), record: number + 1, field, expected, read });
            }
        }
    }
    Ok(())
}

/// The entries of the BibTeX that belongs to a file; `None` where there is none or the other reader refuses it.
fn expected(path: &Path) -> Result<Option<Vec<Entry>>, Box<dyn std::error::Error>> {
    let beside = path.with_extension("bib");
    let ovid = PathBuf::from(beside.to_string_lossy().replace("OvidImporterTest", "OvidImporterTestBib"));
    let Some(beside) = [beside, ovid].into_iter().find(|beside| beside.is_file()) else { return Ok(None) };
    let mut text = decoded(&fs::read(beside)?);
    // It wants a key for every entry, and a different one.
    let mut number = 0;
    for nameless in ["{,", "{\n  author"] {
        while let Some(at) = keyless(&text, nameless) {
            number += 1;
            text.insert_str(
                at,
                &if nameless == "{," { format!("key{number}") } else { format!("key{number},") },
            );
        }
    }
    Ok(Bibliography::parse(&text).ok().map(Bibliography::into_vec))
}

/// Where the key of an entry without one belongs.
fn keyless(text: &str, opening: &str) -> Option<usize> {
    text.match_indices(opening).find_map(|(at, _)| {
        let kind = text.get(..at)?.rsplit(['\n', '\r']).next()?;
        kind.trim_end().strip_prefix('@')?.bytes().all(|byte| byte.is_ascii_alphabetic()).then_some(at + 1)
    })
}

/// UTF-8, UTF-16 by its mark or its zeros, else Latin letters.
fn decoded(bytes: &[u8]) -> String {
    if let Ok(text) = std::str::from_utf8(bytes)
        && !text.contains('\0')
    {
        return text.to_owned();
    }
    let big = bytes.starts_with(&[0xfe, 0xff]) || bytes.first() == Some(&0);
    if !bytes.contains(&0) {
        return bytes.iter().map(|&byte| char::from(byte)).collect();
    }
    let units = bytes.chunks_exact(2).map(|pair| match pair {
        [a, b] if big => u16::from_be_bytes([*a, *b]),
        [a, b] => u16::from_le_bytes([*a, *b]),
        _ => 0,
    });
    char::decode_utf16(units).flatten().filter(|&c| c != '\u{feff}').collect()
}

/// Each field that is expected: its name, what is expected, what was read, whether it is right.
fn compared(entry: &Entry, read: &Looked) -> Vec<(&'static str, String, String, bool)> {
    let get = |name: &str| {
        entry.get(name).map(|chunks| chunks.format_verbatim()).filter(|words| !words.trim().is_empty())
    };
    let mut all = Vec::new();
    let mut push = |field, expected: String, read: &str, right: bool| {
        all.push((field, expected, read.to_owned(), right))
    };
    if let Some(title) = get("title") {
        let whole = get("subtitle").map(|more| format!("{title}: {more}"));
        let right = words(&title) == words(&read.title)
            || whole.is_some_and(|whole| words(&whole) == words(&read.title));
        push("title", title, &read.title, right);
    }
    if let Ok(people) = entry.author()
        && !people.is_empty()
    {
        let names = people.iter().map(said).collect::<Vec<_>>().join(", ");
        let right = bag(&names) == bag(&read.byline);
        push("author", names, &read.byline, right);
    }
    if let Some((expected, right)) = dated(entry, read) {
        let read = read.published.as_ref().map(ToString::to_string).unwrap_or_default();
        push("date", expected, &read, right);
    }
    let journal = get("journal").or_else(|| get("journaltitle"));
    if let Some(journal) = &journal {
        push("journal", journal.clone(), &read.outlet, words(journal) == words(&read.outlet));
    }
    if let Some(publisher) = get("publisher") {
        let others = read.other_outlets.iter().any(|other| words(other) == words(&publisher));
        let right = others || words(&publisher) == words(&read.outlet);
        push("publisher", publisher, &format!("{} | {}", read.outlet, read.other_outlets.join(" | ")), right);
    }
    let is_address = |url: &String| ["http", "ftp", "www"].iter().any(|start| url.trim().starts_with(start));
    if let Some(url) = get("url").filter(is_address) {
        let first = url.split_whitespace().next().unwrap_or_default().trim_end_matches(',').to_owned();
        push("url", url, &read.url, first == read.url);
    }
    if let Some(text) = get("abstract") {
        let right = words(&text) == words(&read.text);
        push("abstract", text, &read.text, right);
    }
    if let Some(language) = get("language") {
        let code = ["english en", "eng en", "german de", "russian ru"].iter().find_map(|pair| {
            let (name, code) = pair.split_once(' ')?;
            (fold(&language) == name).then_some(code)
        });
        let right = code == Some(read.language.as_str());
        push("language", language, &read.language, right);
    }
    all
}

fn said(person: &Person) -> String {
    [&person.given_name, &person.prefix, &person.name, &person.suffix].map(String::as_str).join(" ")
}

/// The date as expected, and whether what was read is the same as far as it is expected.
fn dated(entry: &Entry, read: &Looked) -> Option<(String, bool)> {
    let PermissiveType::Typed(Date { value, .. }) = entry.date().ok()? else { return None };
    let point = match value {
        DateValue::At(point)
        | DateValue::After(point)
        | DateValue::Before(point)
        | DateValue::Between(point, _) => point,
    };
    let mut expected = format!("{:04}", point.year);
    if let Some(month) = point.month {
        expected.push_str(&format!("-{:02}", month + 1));
    }
    if let Some(day) = point.day {
        expected.push_str(&format!("-{:02}", day + 1));
    }
    let right = read.published.as_ref().is_some_and(|date| date.to_string().starts_with(&expected));
    Some((expected, right))
}

fn print(report: &Report) {
    println!(
        "| format | files | records | fields right | reported | no result to compare | empty | refused by name | otherwise | panics |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|");
    for (format, score) in &report.formats {
        println!(
            "| {format} | {} | {} | {} / {} | {} | {} | {} | {} | {} | {} |",
            score.files,
            score.records,
            score.right,
            score.fields,
            score.broken,
            score.unscored,
            score.empty,
            score.refused_by_name,
            score.refused_otherwise,
            score.panics
        );
    }
    for miss in &report.misses {
        let short = |text: &str| text.chars().take(90).collect::<String>().replace('\n', " ");
        println!(
            "\n{} {} {}: expected {:?}, read {:?}",
            miss.file,
            miss.record,
            miss.field,
            short(&miss.expected),
            short(&miss.read)
        );
    }
    for (file, refusal) in &report.refusals {
        println!("\n{file}: {refusal}");
    }
}

/// `text` with case and punctuation folded away.
fn words(text: &str) -> String {
    let folded = fold(text);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The same in any order.
fn bag(text: &str) -> Vec<String> {
    let mut bag: Vec<String> = words(text).split(' ').map(str::to_owned).collect();
    bag.sort();
    bag
}
