//! The Markdown writer: CommonMark, with `[n]` leading to a numbered list of sources.

use crate::lines::{Line, Run, bracketed, clean, clean_lines};
use crate::{Document, Inline, Part, ProseBlock, RegisterWords, Sheet, TimelineWords};

/// Writes the document as CommonMark.
#[must_use]
pub fn markdown(document: &Document) -> String {
    let sheet = Sheet::of(document);
    let mut out = format!("# {}\n\n", escape(&sheet.title));
    out.push_str(&format!("**{}** — {}\n\n", escape(sheet.tlp.label()), escape(&sheet.tlp_meaning)));
    for (label, value) in &sheet.facts {
        out.push_str(&format!("- {}: {}\n", escape(label), escape(value)));
    }
    for part in &sheet.parts {
        out.push('\n');
        write_part(&mut out, part);
    }
    out
}

fn write_part(out: &mut String, part: &Part) {
    match part {
        Part::Heading(level, text) => {
            out.push_str(&format!("{} {}\n", "#".repeat(usize::from(*level) + 1), escape(text)));
        }
        Part::Empty(text) | Part::Label(text) => out.push_str(&format!("*{}*\n", escape(text))),
        Part::Prose(level, blocks) => out.push_str(&prose(blocks, usize::from(*level) + 1)),
        Part::KeyPoints(points) => points.iter().for_each(|point| item(out, "- ", &point.lines())),
        Part::Timeline(timeline) => write_timeline(out, timeline),
        Part::Register(register) => write_register(out, register),
        Part::Quotations(all) => {
            for (index, one) in all.iter().enumerate() {
                if index > 0 {
                    // Two quotations in a row would read as one.
                    out.push('\n');
                }
                let mut lines = vec![runs(&one.quote_line())];
                lines.extend(one.origin_lines().iter().map(|line| runs(line)));
                out.push_str(&format!("> {}\n", broken(&lines, "> ")));
            }
        }
        Part::Sources(legend, sources) => {
            out.push_str(&format!("{}\n\n", escape(legend)));
            for source in sources {
                item(out, &format!("{}. ", source.number), &source.lines());
            }
        }
    }
}

fn write_timeline(out: &mut String, timeline: &TimelineWords) {
    for (index, row) in timeline.rows.iter().enumerate() {
        if let Some(lane) = &row.lane {
            let before = if index > 0 { "\n" } else { "" };
            out.push_str(&format!("{before}**{}**\n\n", escape(lane)));
        }
        let mut line = format!("- {} — {}", escape(&row.date), runs(&row.runs()));
        if let Some((_, word)) = &row.status {
            line.push_str(&format!(" — {}", escape(word)));
        }
        out.push_str(&line);
        out.push('\n');
    }
}

fn write_register(out: &mut String, register: &RegisterWords) {
    let [_, _, who_head, _, sources_head] = &register.heads;
    // An item may stand at most one level below the one before it, or it would be a code block.
    let mut before = None;
    for row in &register.rows {
        let deepest = before.map_or(0, |depth: usize| depth + 1);
        let depth = usize::from(row.depth).min(deepest);
        before = Some(depth);
        let mut titles = row.title_lines().into_iter();
        let mut lines: Vec<String> = titles
            .next()
            .map(|title| format!("{} — {}", runs(&title), escape(&row.date)))
            .into_iter()
            .collect();
        if !row.who.is_empty() {
            lines.push(format!("{}: {}", escape(who_head), escape(&row.who.join("; "))));
        }
        let status: Vec<_> = row.status_lines().iter().map(|line| runs(line)).collect();
        let label = if row.status.is_some() { &register.status_label } else { &register.kind_label };
        lines.push(format!("{}: {}", escape(label), status.join("; ")));
        if !row.backing.numbers.is_empty() {
            lines.push(format!("{}: {}", escape(sources_head), bracketed(&row.backing.numbers)));
        }
        lines.extend(titles.map(|line| runs(&line)));
        let indent = "  ".repeat(depth);
        out.push_str(&format!("{indent}- {}\n", broken(&lines, &format!("{indent}  "))));
    }
}

/// A list item whose further lines hang under the first.
fn item(out: &mut String, marker: &str, lines: &[Line]) {
    let indent = " ".repeat(marker.len());
    let lines: Vec<_> = lines.iter().map(|line| runs(line)).collect();
    out.push_str(&format!("{marker}{}\n", broken(&lines, &indent)));
}

/// Lines with hard breaks between them; an empty one would leave its break's backslash standing.
fn broken(lines: &[String], indent: &str) -> String {
    let lines: Vec<_> = lines.iter().map(|line| line.trim_end()).filter(|line| !line.is_empty()).collect();
    lines.join(&format!("\\\n{indent}"))
}

fn runs(line: &[Run]) -> String {
    let mut out = String::new();
    for run in line {
        match run {
            Run::Text(text) => out.push_str(&escape_inside(text, !out.is_empty())),
            Run::Quoted(text, _) => out.push_str(&escape(text)),
            Run::Strong(text) => out.push_str(&wrapped(text, "**")),
            Run::Status(_, text) => out.push_str(&wrapped(text, "**")),
            Run::Quiet(text) => out.push_str(&wrapped(text, "*")),
            Run::Hash(_, full) => out.push_str(&format!("`{full}`")),
            Run::Cites(numbers) => {
                out.push_str(if out.is_empty() { "" } else { " " });
                out.push_str(&bracketed(numbers));
            }
        }
    }
    out
}

/// Text between marks, with one of its outer blanks outside them, where CommonMark wants it; four would begin a code block.
fn wrapped(text: &str, mark: &str) -> String {
    let text = clean(text);
    let inner = text.trim();
    if inner.is_empty() {
        return text;
    }
    let before = if text.starts_with(char::is_whitespace) { " " } else { "" };
    let after = if text.ends_with(char::is_whitespace) { " " } else { "" };
    format!("{before}{mark}{}{mark}{after}", escape(inner))
}

/// Text that CommonMark (and GFM) reads as nothing but text, also at the beginning of a line.
fn escape(text: &str) -> String {
    escape_inside(text, false)
}

fn escape_inside(text: &str, inside: bool) -> String {
    let text = clean(text);
    let text = if inside { text.as_str() } else { text.trim() };
    let mut out = String::with_capacity(text.len() + 8);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    for (at, c) in text.char_indices() {
        let at_start = !inside && at == 0 && matches!(c, '+' | '-' | '=');
        let ends_number = !inside && at > 0 && at == digits && matches!(c, '.' | ')');
        if at_start
            || ends_number
            || matches!(c, '\\' | '#' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|')
        {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

fn prose(blocks: &[ProseBlock], heading: usize) -> String {
    let parts: Vec<_> = blocks.iter().map(|block| prose_block(block, heading)).collect();
    parts.join("\n")
}

/// A block with a line end after its last line.
fn prose_block(block: &ProseBlock, heading: usize) -> String {
    match block {
        ProseBlock::Paragraph(text) => format!("{}\n", inlines(text)),
        ProseBlock::Heading { depth, text } => {
            let marks = "#".repeat((heading + usize::from(*depth)).min(6));
            format!("{marks} {}\n", inlines(text).replace("\\\n", " "))
        }
        ProseBlock::Quote(blocks) => prefixed(&prose(blocks, heading), "> ", "> "),
        ProseBlock::List { start, items } => {
            let mut out = String::new();
            for (index, blocks) in items.iter().enumerate() {
                let marker = match start {
                    Some(start) => format!("{}. ", start.saturating_add(index as u64).min(999_999_999)),
                    None => "- ".to_owned(),
                };
                out.push_str(&prefixed(&prose(blocks, heading), &marker, &" ".repeat(marker.len())));
            }
            out
        }
        ProseBlock::Code(text) => {
            let text = clean_lines(text);
            let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
            let fence = "`".repeat(longest.max(2) + 1);
            format!("{fence}\n{}\n{fence}\n", text.trim_end_matches('\n'))
        }
        ProseBlock::Rule => "***\n".to_owned(),
    }
}

fn prefixed(text: &str, first: &str, rest: &str) -> String {
    if text.is_empty() {
        return format!("{}\n", first.trim_end());
    }
    let mut out = String::new();
    for (index, line) in text.lines().enumerate() {
        let line = format!("{}{line}", if index == 0 { first } else { rest });
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

fn inlines(text: &[Inline]) -> String {
    let mut out = String::new();
    for inline in text {
        match inline {
            Inline::Text(text) => {
                let inside = !(out.is_empty() || out.ends_with('\n'));
                out.push_str(&escape_inside(text, inside));
            }
            Inline::Emphasis(inner) => out.push_str(&format!("*{}*", inlines(inner).trim())),
            Inline::Strong(inner) => out.push_str(&format!("**{}**", inlines(inner).trim())),
            Inline::Code(text) => {
                let text = clean(text);
                let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
                let fence = "`".repeat(longest + 1);
                let pad = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
                out.push_str(&format!("{fence}{pad}{text}{pad}{fence}"));
            }
            Inline::Break => out.push_str("\\\n"),
            Inline::Cite(number) => out.push_str(&format!("[{number}]")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Parser};

    fn read(markdown: &str) -> String {
        let words = Parser::new(markdown).map(|event| match event {
            Event::Text(text) => text.into_string(),
            Event::SoftBreak | Event::HardBreak => " ".to_owned(),
            Event::Start(_) | Event::End(_) => " ".to_owned(),
            other => format!("{other:?}"),
        });
        words.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    proptest! {
        #[test]
        fn what_is_escaped_is_read_back_as_it_was(text in "[ -~\u{400}-\u{45f}\n]{0,60}") {
            let plain = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let escaped = escape(&text);
            for context in ["", "# ", "- ", "1. ", "> "] {
                prop_assert_eq!(&read(&format!("{context}{escaped}\n")), &plain, "{:?}", escaped);
            }
            let lines = ["a".to_owned(), escaped];
            let item = format!("- {}\n", broken(&lines, "  "));
            prop_assert_eq!(read(&item), format!("a {plain}").trim().to_owned());
            prop_assert_eq!(read(&wrapped(&text, "**")), plain);
        }
    }
}
