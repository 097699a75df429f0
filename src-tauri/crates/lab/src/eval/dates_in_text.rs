//! Expressions of time in texts annotated with TIMEX3, scored as TempEval-3 scores them: a span that overlaps one of the annotation counts
//! as found (relaxed), and a value counts where the span was found and the value is the same.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use chancery_model::{Edtf, Language, Published};
use chancery_text::times::{Ranges, TimeKind, TimeMention, times};
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::{Options, Outcome};

/// An annotated expression, or one of ours: where it stands in code points, its sort, its value.
struct Expression {
    start: u32,
    end: u32,
    date: bool,
    value: String,
    words: String,
}

struct Document {
    text: String,
    published: Option<Published>,
    gold: Vec<Expression>,
}

#[derive(Clone, Copy, Default, Serialize)]
struct Score {
    documents: usize,
    annotated: usize,
    found: usize,
    given: usize,
    right: usize,
}

impl Score {
    fn add(&mut self, gold: usize, given: usize, found: usize, right: usize) {
        self.annotated += gold;
        self.given += given;
        self.found += found;
        self.right += right;
    }

    fn f1(&self, hits: usize) -> f64 {
        let all = self.annotated + self.given;
        if all == 0 { 1.0 } else { 2.0 * hits as f64 / all as f64 }
    }
}

#[derive(Default, Serialize)]
struct Scores {
    all: Score,
    /// What TIMEX3 calls a date: among them weeks, quarters and "now".
    dates: Score,
    /// Those of them whose value EDTF has a word for: days, months, seasons, years, decades.
    edtf: Score,
}

pub(super) fn run(options: &Options) -> Outcome {
    let folder = options.folder("dates-in-text")?;
    let mut scores: BTreeMap<String, Scores> = BTreeMap::new();
    let mut faults = Vec::new();
    for language in [Language::En, Language::Uk] {
        for path in files(&folder, language)? {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let document = read(&fs::read_to_string(&path)?);
            let held_out = Sha256::digest(name.as_bytes()).first().is_some_and(|byte| byte % 3 == 0);
            let ours = ours(&document, language);
            let set = match (language, held_out) {
                (Language::Uk, _) => "uk",
                (_, true) => "en, the third held out",
                (_, false) => "en, the rest",
            };
            let missed = score(&document.gold, &ours, scores.entry(set.to_owned()).or_default());
            // What is held out is counted, never looked at.
            if !held_out && language == Language::En {
                faults.extend(missed.into_iter().map(|fault| format!("{name}: {fault}")));
            }
        }
    }
    if let Ok(sentences) = own() {
        scores.insert("ru and be, own sentences".to_owned(), sentences.0);
        faults.extend(sentences.1);
    }
    if options.json {
        println!("{}", serde_json::to_string_pretty(&scores)?);
        return Ok(());
    }
    println!(
        "| set | texts | expressions | span F1, relaxed | value F1 | value F1, dates | value F1, dates of EDTF |\n|---|---|---|---|---|---|---|"
    );
    for (set, scores) in &scores {
        let (all, dates) = (&scores.all, &scores.dates);
        println!(
            "| {set} | {} | {} | {:.3} | {:.3} | {:.3} | {:.3} |",
            all.documents,
            all.annotated,
            all.f1(all.found),
            all.f1(all.right),
            dates.f1(dates.right),
            scores.edtf.f1(scores.edtf.right)
        );
    }
    println!("Published on TempEval-3's test set: HeidelTime span .903, value .776; SUTime value .674.");
    if options.faults {
        faults.iter().for_each(|fault| println!("{fault}"));
    }
    Ok(())
}

/// The annotated files of a language: those of its folder, or all of one that has no folders.
fn files(folder: &Path, language: Language) -> std::io::Result<Vec<std::path::PathBuf>> {
    let inside = folder.join(language.code());
    let here = if inside.is_dir() {
        inside
    } else if language == Language::En {
        folder.to_owned()
    } else {
        return Ok(Vec::new());
    };
    let mut files: Vec<_> = fs::read_dir(here)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "tml" || ending == "xml"))
        .collect();
    files.sort();
    Ok(files)
}

/// Text, annotations and the day of the document, out of TimeML or of WikiWars' files.
fn read(file: &str) -> Document {
    let mut document = Document { text: String::new(), published: None, gold: Vec::new() };
    let body = file.find("<TEXT>").map_or(0, |at| at + "<TEXT>".len());
    let mut open: Option<(u32, bool, String)> = None;
    let mut position = 0_u32;
    let mut rest = file;
    let mut at = 0;
    while let Some(tag) = rest.find('<') {
        let inside = at >= body;
        if inside {
            push(&mut document.text, &mut position, &rest[..tag]);
        }
        let Some(end) = rest[tag..].find('>').map(|end| tag + end + 1) else { break };
        let name = &rest[tag..end];
        if inside && name == "</TEXT>" {
            break;
        }
        if name.starts_with("<TIMEX3") {
            let value = attribute(name, "value");
            if inside {
                open = Some((position, attribute(name, "type") == "DATE", value));
            } else if document.published.is_none() {
                let day = value.get(..10).unwrap_or(&value);
                document.published =
                    Edtf::parse(day).ok().map(|date| Published { date, time: None, zone: None });
            }
        } else if name == "</TIMEX3>"
            && let Some((start, date, value)) = open.take()
        {
            let words = document.text.chars().skip(start as usize).collect();
            document.gold.push(Expression { start, end: position, date, value, words });
        }
        at += end;
        rest = &rest[end..];
    }
    document
}

fn push(text: &mut String, position: &mut u32, raw: &str) {
    let plain = raw
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&");
    *position += u32::try_from(plain.chars().count()).unwrap_or(u32::MAX);
    text.push_str(&plain);
}

fn attribute(tag: &str, name: &str) -> String {
    let wanted = format!(" {name}=\"");
    let Some(at) = tag.find(&wanted) else { return String::new() };
    let value = &tag[at + wanted.len()..];
    value[..value.find('"').unwrap_or(value.len())].to_owned()
}

fn ours(document: &Document, language: Language) -> Vec<Expression> {
    let found = times(&document.text, &[], Some(language), document.published.as_ref(), None, Ranges::Apart);
    found.iter().map(plain).collect()
}

fn plain(mention: &TimeMention) -> Expression {
    Expression {
        start: mention.span.start,
        end: mention.span.end,
        date: mention.kind == TimeKind::Date,
        value: mention.timex.clone(),
        words: mention.words.clone(),
    }
}

/// Counts, and tells what is missed, wrong or too much.
fn score(gold: &[Expression], ours: &[Expression], scores: &mut Scores) -> Vec<String> {
    let overlap = |one: &Expression, other: &Expression| one.start < other.end && other.start < one.end;
    let mut faults = Vec::new();
    let mut taken = vec![false; ours.len()];
    let (mut found, mut right) = (0, 0);
    let mut dates = Part::default();
    let mut edtf = Part::default();
    for one in gold {
        let hit = ours
            .iter()
            .enumerate()
            .find(|(at, other)| !taken.get(*at).copied().unwrap_or(true) && overlap(one, other));
        let Some((at, other)) = hit else {
            faults.push(format!("missed {:?} = {}", one.words, one.value));
            continue;
        };
        if let Some(taken) = taken.get_mut(at) {
            *taken = true;
        }
        let same = other.value == one.value;
        found += 1;
        right += usize::from(same);
        dates.add(one.date && other.date, same);
        edtf.add(in_edtf_too(one) && in_edtf_too(other), same);
        if !same {
            faults.push(format!(
                "value {:?} = {}, read as {:?} = {}",
                one.words, one.value, other.words, other.value
            ));
        }
    }
    for (other, taken) in ours.iter().zip(taken) {
        if !taken {
            faults.push(format!("too much {:?} = {}", other.words, other.value));
        }
    }
    let count =
        |of: &[Expression], which: fn(&Expression) -> bool| of.iter().filter(|one| which(one)).count();
    scores.all.documents += 1;
    scores.all.add(gold.len(), ours.len(), found, right);
    scores.dates.add(count(gold, |one| one.date), count(ours, |one| one.date), dates.found, dates.right);
    scores.edtf.add(count(gold, in_edtf_too), count(ours, in_edtf_too), edtf.found, edtf.right);
    faults
}

/// Spans and values that hold, of one sort.
#[derive(Default)]
struct Part {
    found: usize,
    right: usize,
}

impl Part {
    fn add(&mut self, both: bool, same: bool) {
        self.found += usize::from(both);
        self.right += usize::from(both && same);
    }
}

/// A date whose value EDTF has a word for, whatever letters TIMEX3 writes seasons in.
fn in_edtf_too(one: &Expression) -> bool {
    let season = ["-SP", "-SU", "-FA", "-WI"].iter().any(|season| one.value.ends_with(season));
    let decade = one.value.len() == 3 && one.value.bytes().all(|byte| byte.is_ascii_digit());
    one.date && (season || decade || Edtf::parse(&one.value).is_ok())
}

/// Our own Russian and Belarusian sentences, with values as EDTF where it has one.
fn own() -> Result<(Scores, Vec<String>), Box<dyn std::error::Error>> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../text/tests/fixtures/dates-in-sentences.txt");
    let mut scores = Scores::default();
    let mut faults = Vec::new();
    for line in fs::read_to_string(file)?.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let mut parts = line.splitn(3, ' ');
        let (Some(code), Some(day), Some(sentence)) = (parts.next(), parts.next(), parts.next()) else {
            continue;
        };
        let document = annotated(day, sentence)?;
        let found = times(
            &document.text,
            &[],
            Language::from_code(code),
            document.published.as_ref(),
            None,
            Ranges::Whole,
        );
        let ours: Vec<Expression> =
            found.iter().map(|mention| Expression { value: in_edtf(mention), ..plain(mention) }).collect();
        let missed = score(&document.gold, &ours, &mut scores);
        faults.extend(missed.into_iter().map(|fault| format!("{sentence}: {fault}")));
    }
    Ok((scores, faults))
}

/// EDTF where it has a word, and for a week or a weekend TIMEX3's.
fn in_edtf(mention: &TimeMention) -> String {
    if mention.kind == TimeKind::Set {
        let often = mention.timex.starts_with('P');
        return if often { format!("set:{}", mention.timex) } else { mention.timex.clone() };
    }
    match &mention.value {
        Some(value) if !is_week(&mention.timex) => value.to_string(),
        _ => mention.timex.clone(),
    }
}

fn is_week(timex: &str) -> bool {
    timex.split_once("-W").is_some_and(|(_, week)| week.starts_with(|c: char| c.is_ascii_digit()))
}

/// `[words|value]` in a sentence.
fn annotated(day: &str, sentence: &str) -> Result<Document, Box<dyn std::error::Error>> {
    let published = Some(Published { date: Edtf::parse(day)?, time: None, zone: None });
    let mut document = Document { text: String::new(), published, gold: Vec::new() };
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('[') {
        let (marked, behind) = after.split_once(']').ok_or("a bracket is not closed")?;
        let (words, value) = marked.split_once('|').ok_or("a bracket has no value")?;
        document.text.push_str(before);
        let position = |text: &str| u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        let start = position(&document.text);
        document.text.push_str(words);
        let (words, value) = (words.to_owned(), value.to_owned());
        let date = !value.starts_with('P') || value.ends_with("_REF");
        let date = date && !value.starts_with("set:") && !value.starts_with("XXXX-W");
        document.gold.push(Expression { start, end: position(&document.text), date, value, words });
        rest = behind;
    }
    document.text.push_str(rest);
    Ok(document)
}
