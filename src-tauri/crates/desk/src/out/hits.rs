//! Hits of a question with the passages that answer it: a table with a row a passage, or JSON Lines with an object an article.

use std::io::Write as _;

use chancery_model::{ArticleId, CodePoints, Span};
use chancery_store::{PassageFinder, Query, Reader};
use serde::Serialize;

use super::csv;
use super::item::{Item, Labels};
use crate::whole::Whole;
use crate::{Progress, Result, Step};

/// Code points given on either side of a passage, about.
const AROUND: u32 = 90;

const COLUMNS: [&str; 13] = [
    "id",
    "uid",
    "title",
    "outlet",
    "published",
    "language",
    "url",
    "in",
    "start",
    "end",
    "before",
    "words",
    "after",
];

/// As what hits are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HitFormat {
    Csv,
    JsonLines,
}

#[derive(Serialize)]
struct Line<'a> {
    id: i64,
    uid: &'a str,
    title: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    outlet: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<String>,
    published_confidence: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    lang: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    url: &'a str,
    passages: &'a [Passage],
}

/// A passage with the words around it, blanks single; its own words are exact.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct Passage {
    /// `title` or `text`: what its positions count in.
    r#in: &'static str,
    /// Code points.
    start: u32,
    end: u32,
    before: String,
    words: String,
    after: String,
}

/// Writes the articles one after another; an article of which only fields were asked has no passage. Whether it came to the end.
pub(super) fn write(
    reader: &Reader<'_>,
    query: &Query,
    ids: &[ArticleId],
    format: HitFormat,
    file: &mut Whole<'_>,
    progress: &mut Progress<'_>,
) -> Result<bool> {
    let labels = Labels::read(reader)?;
    let finder = reader.passage_finder(query)?;
    if format == HitFormat::Csv {
        file.write_all(&csv::head_of(&COLUMNS)).map_err(|error| file.failed(error))?;
    }
    for (done, &id) in ids.iter().enumerate() {
        let item = Item::read(reader, id, &labels)?;
        if !progress.step(Step { done, total: ids.len(), current: &item.title, ..Step::default() }) {
            return Ok(false);
        }
        let passages = passages(reader, &finder, id)?;
        let bytes = match format {
            HitFormat::Csv => rows(&item, &passages),
            HitFormat::JsonLines => line(&item, &passages),
        };
        file.write_all(&bytes).map_err(|error| file.failed(error))?;
    }
    // Whoever cancels now is late: the file is there.
    let _ = progress.step(Step { done: ids.len(), total: ids.len(), ..Step::default() });
    Ok(true)
}

fn passages(reader: &Reader<'_>, finder: &PassageFinder, id: ArticleId) -> Result<Vec<Passage>> {
    let read = reader.readable(id)?;
    let found = finder.find(&read);
    let mut passages = cut("title", &read.title, &found.in_title);
    passages.extend(cut("text", &read.text, &found.in_text));
    Ok(passages)
}

fn cut(place: &'static str, text: &str, spans: &[Span]) -> Vec<Passage> {
    let points = CodePoints::new(text);
    let piece = |from: u32, to: u32| points.slice(Span::new(from, to)).unwrap_or_default();
    let cut = |span: &Span| {
        let from = span.start.saturating_sub(AROUND);
        let to = (span.end + AROUND).min(points.len());
        // A word cut in two is left out.
        let before = match from {
            0 => piece(0, span.start),
            from => piece(from, span.start).split_once(char::is_whitespace).map_or("", |(_, rest)| rest),
        };
        let after = match to == points.len() {
            true => piece(span.end, to),
            false => piece(span.end, to).rsplit_once(char::is_whitespace).map_or("", |(rest, _)| rest),
        };
        Passage {
            r#in: place,
            start: span.start,
            end: span.end,
            before: one_line(before),
            words: piece(span.start, span.end).to_owned(),
            after: one_line(after),
        }
    };
    spans.iter().map(cut).collect()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn rows(item: &Item, passages: &[Passage]) -> Vec<u8> {
    let published = item.published.as_ref().map(|stamp| stamp.to_iso()).unwrap_or_default();
    let article = [
        item.id.to_string(),
        item.uid.clone(),
        item.title.clone(),
        item.outlet.clone(),
        published,
        item.language.clone(),
        item.url.clone(),
    ];
    let row = |passage: [String; 6]| csv::row_of(&[&article[..], &passage[..]].concat());
    if passages.is_empty() {
        return row(Default::default());
    }
    let cells = |passage: &Passage| {
        [
            passage.r#in.to_owned(),
            passage.start.to_string(),
            passage.end.to_string(),
            passage.before.clone(),
            passage.words.clone(),
            passage.after.clone(),
        ]
    };
    passages.iter().flat_map(|passage| row(cells(passage))).collect()
}

fn line(item: &Item, passages: &[Passage]) -> Vec<u8> {
    let line = Line {
        id: item.id,
        uid: &item.uid,
        title: &item.title,
        outlet: &item.outlet,
        published: item.published.as_ref().map(|stamp| stamp.to_iso()),
        published_confidence: item.confidence,
        lang: &item.language,
        url: &item.url,
        passages,
    };
    let mut bytes = super::json::bytes(&line);
    bytes.push(b'\n');
    bytes
}
