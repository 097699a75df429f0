//! The sheet as a Typst dictionary. Words go in as strings: the template never evaluates them as code or markup.

use chancery_briefing::{
    Inline, Line, Part, ProseBlock, QuotationWords, RegisterWords, Run, Sheet, SourceNumber, SourceWords,
    TimelineWords, clean, clean_lines,
};
use typst::foundations::{Array, Dict, IntoValue, Value, dict};

/// A row or quotation with fewer characters than this is kept on one page; a longer one may break.
const KEPT_TOGETHER: usize = 1200;

/// Characters of the line at the head of each page.
const RUNNING: usize = 70;

/// The sheet for `template.typ`, which documents the shape by using it.
pub(crate) fn data(sheet: &Sheet) -> Dict {
    let day = sheet.day;
    // Typst knows years 0–9999; another year stays in words only.
    let date: Value = if (1..=9999).contains(&day.year) {
        dict! { "year" => day.year, "month" => day.month, "day" => day.day }.into_value()
    } else {
        Value::None
    };
    dict! {
        "language" => sheet.language,
        "title" => clean(&sheet.title),
        "tlp" => sheet.tlp.label(),
        "tlp-id" => sheet.tlp.id(),
        "tlp-meaning" => clean(&sheet.tlp_meaning),
        "facts" => array(&sheet.facts, |(label, value)| array(&[label, value], |text| clean(text))),
        "date" => date,
        "day" => clean(&sheet.date),
        "dossier" => running(&sheet.dossier),
        "parts" => array(&sheet.parts, part),
    }
}

/// As much as a running line has room for.
fn running(text: &str) -> String {
    let text = clean(text);
    if text.chars().count() <= RUNNING {
        return text;
    }
    text.chars().take(RUNNING - 1).chain(['…']).collect()
}

fn array<T, V: IntoValue>(all: &[T], make: impl FnMut(&T) -> V) -> Array {
    all.iter().map(make).map(IntoValue::into_value).collect()
}

fn part(part: &Part) -> Dict {
    match part {
        Part::Heading(level, text) => {
            dict! { "kind" => "heading", "level" => *level, "text" => clean(text) }
        }
        Part::Empty(text) => dict! { "kind" => "empty", "text" => clean(text) },
        Part::Label(text) => dict! { "kind" => "label", "text" => clean(text) },
        Part::Prose(level, blocks) => {
            dict! { "kind" => "prose", "blocks" => array(blocks, |block| prose(block, *level)) }
        }
        Part::KeyPoints(points) => {
            dict! { "kind" => "points", "points" => array(points, |point| lines(&point.lines())) }
        }
        Part::Timeline(timeline) => self::timeline(timeline),
        Part::Register(register) => self::register(register),
        Part::Quotations(all) => dict! { "kind" => "quotations", "all" => array(all, quotation) },
        Part::Sources(legend, sources) => {
            dict! { "kind" => "sources", "legend" => clean(legend), "all" => array(sources, source) }
        }
    }
}

fn timeline(timeline: &TimelineWords) -> Dict {
    let rows = array(&timeline.rows, |row| {
        dict! {
            "lane" => row.lane.as_deref().map(clean),
            "label" => line(&row.runs()),
            "date" => clean(&row.date),
            "status" => line(&row.status_runs()),
            "status-id" => row.status.as_ref().map(|(status, _)| status.id()),
            "from" => row.bar.from,
            "to" => row.bar.to,
            "soft-from" => row.bar.soft_from,
            "soft-to" => row.bar.soft_to,
            "reach-from" => row.bar.reach_from,
            "reach-to" => row.bar.reach_to,
        }
    });
    let ticks = array(&timeline.ticks, |(year, at)| dict! { "year" => year.as_str(), "at" => *at });
    dict! { "kind" => "timeline", "heads" => array(&timeline.heads, |head| clean(head)), "ticks" => ticks, "rows" => rows }
}

fn register(register: &RegisterWords) -> Dict {
    let rows = array(&register.rows, |row| {
        let cells = [
            row.title_lines(),
            vec![vec![Run::Text(row.date.clone())]],
            row.who_lines(),
            row.status_lines(),
            vec![row.source_line()],
        ];
        let longest = cells.iter().map(|cell| cell.iter().map(|line| length(line)).sum::<usize>()).max();
        dict! {
            "depth" => row.depth.min(6),
            "whole" => longest.unwrap_or(0) < KEPT_TOGETHER / 2,
            "cells" => array(&cells, |cell| lines(cell)),
        }
    });
    dict! { "kind" => "register", "heads" => array(&register.heads, |head| clean(head)), "rows" => rows }
}

fn quotation(one: &QuotationWords) -> Dict {
    let quote = one.quote_line();
    dict! {
        "whole" => length(&quote) < KEPT_TOGETHER,
        "quote" => line(&quote),
        "origin" => lines(&one.origin_lines()),
    }
}

fn source(source: &SourceWords) -> Dict {
    dict! {
        "number" => source.number.get(),
        "language" => source.language.as_deref().and_then(language),
        "lines" => lines(&source.lines()),
    }
}

fn lines(lines: &[Line]) -> Array {
    array(lines, |one| line(one))
}

fn line(line: &[Run]) -> Array {
    array(line, |run| match run {
        Run::Text(text) => dict! { "kind" => "text", "text" => clean(text) },
        Run::Strong(text) => dict! { "kind" => "strong", "text" => clean(text) },
        Run::Quiet(text) => dict! { "kind" => "quiet", "text" => clean(text) },
        Run::Quoted(text, code) => {
            dict! { "kind" => "quoted", "text" => clean(text), "language" => code.as_deref().and_then(language) }
        }
        Run::Status(status, word) => dict! { "kind" => "status", "id" => status.id(), "text" => clean(word) },
        Run::Cites(numbers) => cites(numbers),
        Run::Hash(short, _) => dict! { "kind" => "hash", "text" => short.as_str() },
    })
}

fn cites(numbers: &[SourceNumber]) -> Dict {
    dict! { "kind" => "cites", "numbers" => array(numbers, |number| number.get()) }
}

/// Typst takes languages as two or three letters and refuses anything else.
fn language(code: &str) -> Option<String> {
    let letters = (2..=3).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_lowercase());
    letters.then(|| code.to_owned())
}

fn length(line: &[Run]) -> usize {
    let chars = |text: &String| text.chars().count();
    line.iter()
        .map(|run| match run {
            Run::Text(text) | Run::Strong(text) | Run::Quiet(text) | Run::Quoted(text, _) => chars(text),
            Run::Status(_, text) | Run::Hash(text, _) => chars(text),
            Run::Cites(numbers) => numbers.len() * 3,
        })
        .sum()
}

fn prose(block: &ProseBlock, level: u8) -> Dict {
    match block {
        ProseBlock::Paragraph(text) => dict! { "kind" => "paragraph", "text" => inlines(text) },
        ProseBlock::Heading { depth, text } => {
            dict! { "kind" => "heading", "level" => level + depth, "text" => inlines(text) }
        }
        ProseBlock::Quote(blocks) => {
            dict! { "kind" => "quote", "blocks" => array(blocks, |block| prose(block, level)) }
        }
        ProseBlock::List { start, items } => dict! {
            "kind" => "list",
            "start" => start.map(|start| i64::try_from(start).unwrap_or(i64::MAX)),
            "items" => array(items, |blocks| array(blocks, |block| prose(block, level))),
        },
        ProseBlock::Code(text) => dict! {
            "kind" => "code",
            "lines" => clean_lines(text).trim_end().lines().map(|line| line.to_owned().into_value()).collect::<Array>(),
        },
        ProseBlock::Rule => dict! { "kind" => "rule" },
    }
}

fn inlines(text: &[Inline]) -> Array {
    array(text, |inline| match inline {
        Inline::Text(text) => dict! { "kind" => "text", "text" => clean(text) },
        Inline::Emphasis(inner) => dict! { "kind" => "emphasis", "inner" => inlines(inner) },
        Inline::Strong(inner) => dict! { "kind" => "bold", "inner" => inlines(inner) },
        Inline::Code(text) => dict! { "kind" => "hash", "text" => clean(text) },
        Inline::Break => dict! { "kind" => "break" },
        Inline::Cite(number) => cites(&[*number]),
    })
}
