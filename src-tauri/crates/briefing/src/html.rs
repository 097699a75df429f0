//! The HTML writer: one self-contained file without scripts that loads nothing; `[n]` leads to the source and back.

use std::collections::HashMap;

use crate::lines::{Line, Run, clean, clean_lines};
use crate::{
    Document, Inline, Part, ProseBlock, RegisterWords, Sheet, SourceNumber, SourceWords, TimelineWords,
};

const STYLE: &str = include_str!("html.css");

/// Writes the document as one HTML file.
#[must_use]
pub fn html(document: &Document) -> String {
    let sheet = Sheet::of(document);
    let mut writer = Writer::default();
    // Sources last, since only then every place that cites them is known.
    let mut parts: Vec<String> = sheet.parts.iter().map(|part| writer.part(part)).collect();
    for (part, written) in sheet.parts.iter().zip(&mut parts) {
        if let Part::Sources(legend, sources) = part {
            *written = writer.sources(legend, sources, &sheet.back_label);
        }
    }
    let facts: String = sheet
        .facts
        .iter()
        .map(|(label, value)| {
            if *value == sheet.date {
                let day = sheet.day;
                format!(
                    "<div><dt>{}</dt><dd><time datetime=\"{day}\">{}</time></dd></div>\n",
                    escape(label),
                    escape(value)
                )
            } else {
                format!("<div><dt>{}</dt><dd>{}</dd></div>\n", escape(label), escape(value))
            }
        })
        .collect();
    let mark = format!(
        "<p class=\"tlp {}\"><strong>{}</strong> <span>{}</span></p>",
        sheet.tlp.id(),
        sheet.tlp.label(),
        escape(&sheet.tlp_meaning)
    );
    format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; \
         base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"generator\" content=\"Chancery\">\n\
         <meta name=\"dcterms.created\" content=\"{day}\">\n<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n\
         <body>\n<header>\n{mark}\n<h1>{title}</h1>\n<dl class=\"facts\">\n{facts}</dl>\n</header>\n\
         <main>\n{body}</main>\n<footer>\n{mark}\n</footer>\n</body>\n</html>\n",
        language = sheet.language,
        day = sheet.day,
        title = escape(&sheet.title),
        body = parts.concat(),
    )
}

#[derive(Default)]
struct Writer {
    headings: usize,
    /// How often each source was cited so far, so that every citation has an id.
    cited: HashMap<SourceNumber, usize>,
}

impl Writer {
    fn part(&mut self, part: &Part) -> String {
        match part {
            Part::Heading(level, text) => self.heading(usize::from(*level) + 1, &escape(text)),
            Part::Empty(text) => format!("<p class=\"empty\">{}</p>\n", escape(text)),
            Part::Label(text) => format!("<p class=\"label\">{}</p>\n", escape(text)),
            Part::Prose(level, blocks) => self.prose(blocks, usize::from(*level) + 1),
            Part::KeyPoints(points) => {
                let items: String =
                    points.iter().map(|point| format!("<li>{}</li>\n", self.lines(&point.lines()))).collect();
                format!("<ul class=\"points\">\n{items}</ul>\n")
            }
            Part::Timeline(timeline) => self.timeline(timeline),
            Part::Register(register) => self.register(register),
            Part::Quotations(all) => all
                .iter()
                .map(|one| {
                    let quote = self.runs(&one.quote_line());
                    let origin = self.lines(&one.origin_lines());
                    format!("<figure>\n<blockquote>{quote}</blockquote>\n<figcaption>{origin}</figcaption>\n</figure>\n")
                })
                .collect(),
            Part::Sources(..) => String::new(),
        }
    }

    fn heading(&mut self, level: usize, inner: &str) -> String {
        self.headings += 1;
        let level = level.min(6);
        format!("<h{level} id=\"h{}\">{inner}</h{level}>\n", self.headings)
    }

    fn sources(&self, legend: &str, sources: &[SourceWords], back: &str) -> String {
        let mut out = format!("<p class=\"legend\">{}</p>\n<ol class=\"sources\">\n", escape(legend));
        for source in sources {
            let number = source.number;
            let mut writer = Self::default();
            out.push_str(&format!("<li id=\"s{number}\" value=\"{number}\">"));
            let lines: Vec<_> = source.lines().iter().map(|line| writer.runs(line)).collect();
            match (&source.language, lines.split_first()) {
                (Some(language), Some((title, rest))) => {
                    out.push_str(&format!(
                        "<span lang=\"{}\">{title}</span><br>{}",
                        escape(language),
                        rest.join("<br>")
                    ));
                }
                _ => out.push_str(&lines.join("<br>")),
            }
            let back_links = (1..=self.cited.get(&number).copied().unwrap_or(0)).map(|at| {
                format!(" <a href=\"#c{number}-{at}\" aria-label=\"{} ({at})\">↩{at}</a>", escape(back))
            });
            let back_links: String = back_links.collect();
            if !back_links.is_empty() {
                out.push_str(&format!("<span class=\"back\">{back_links}</span>"));
            }
            out.push_str("</li>\n");
        }
        out.push_str("</ol>\n");
        out
    }

    fn lines(&mut self, lines: &[Line]) -> String {
        let lines: Vec<_> = lines.iter().map(|line| self.runs(line)).collect();
        lines.join("<br>")
    }

    fn runs(&mut self, line: &[Run]) -> String {
        let mut out = String::new();
        for run in line {
            match run {
                Run::Text(text) => out.push_str(&escape(text)),
                Run::Strong(text) => out.push_str(&format!("<strong>{}</strong>", escape(text))),
                Run::Quiet(text) => out.push_str(&format!("<small>{}</small>", escape(text))),
                Run::Quoted(text, None) => {
                    out.push_str(&format!("<span class=\"q\">{}</span>", escape(text)))
                }
                Run::Quoted(text, Some(language)) => out.push_str(&format!(
                    "<span class=\"q\" lang=\"{}\">{}</span>",
                    escape(language),
                    escape(text)
                )),
                Run::Status(status, word) => {
                    out.push_str(&format!("<span class=\"status {}\">{}</span>", status.id(), escape(word)));
                }
                Run::Hash(_, full) => out.push_str(&format!("<code>{full}</code>")),
                Run::Cites(numbers) => {
                    let space = if out.is_empty() { "" } else { "&nbsp;" };
                    out.push_str(&format!("{space}{}", self.cites(numbers)));
                }
            }
        }
        out
    }

    fn cites(&mut self, numbers: &[SourceNumber]) -> String {
        let links: Vec<_> = numbers
            .iter()
            .map(|number| {
                let times = self.cited.entry(*number).or_default();
                *times += 1;
                format!("<a id=\"c{number}-{times}\" href=\"#s{number}\">{number}</a>")
            })
            .collect();
        format!("<span class=\"cite\">[{}]</span>", links.join(", "))
    }

    fn timeline(&mut self, timeline: &TimelineWords) -> String {
        let [milestone, date, status] = timeline.heads.each_ref().map(|head| escape(head));
        let lines: String = timeline.ticks.iter().map(|(_, at)| tick_line(*at)).collect();
        let years: String = timeline
            .ticks
            .iter()
            .map(|(year, at)| {
                format!("{}<text x=\"{}%\" dx=\"3\" y=\"12\">{year}</text>", tick_line(*at), percent(*at))
            })
            .collect();
        let mut rows = String::new();
        for row in &timeline.rows {
            if let Some(lane) = &row.lane {
                rows.push_str(&format!(
                    "<tr class=\"lane\"><th colspan=\"3\" scope=\"rowgroup\">{}</th><td class=\"axis\"><svg aria-hidden=\"true\">{lines}</svg></td></tr>\n",
                    escape(lane)
                ));
            }
            let class = row.status.as_ref().map_or("plain", |(status, _)| status.id());
            let reach = open_end(class, row.bar.reach_from, row.bar.from, true)
                + &open_end(class, row.bar.to, row.bar.reach_to, false);
            let bar = format!(
                "<svg aria-hidden=\"true\">{lines}{reach}<rect class=\"bar {class}{}\" x=\"{}%\" width=\"{}%\" y=\"30%\" height=\"40%\" rx=\"2\"/></svg>",
                if row.bar.soft_from || row.bar.soft_to { " soft" } else { "" },
                percent(row.bar.from.min(0.993)),
                percent((row.bar.to - row.bar.from).max(0.007)),
            );
            let (label, word) = (self.runs(&row.runs()), self.runs(&row.status_runs()));
            rows.push_str(&format!(
                "<tr><td>{label}</td><td>{}</td><td>{word}</td><td class=\"axis\">{bar}</td></tr>\n",
                escape(&row.date)
            ));
        }
        format!(
            "<table class=\"timeline\">\n<thead><tr><th scope=\"col\">{milestone}</th><th scope=\"col\">{date}</th>\
             <th scope=\"col\">{status}</th><td class=\"axis\"><svg aria-hidden=\"true\">{years}</svg></td></tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n"
        )
    }

    fn register(&mut self, register: &RegisterWords) -> String {
        let heads: String =
            register.heads.iter().map(|head| format!("<th scope=\"col\">{}</th>", escape(head))).collect();
        let mut rows = String::new();
        for row in &register.rows {
            let title = self.lines(&row.title_lines());
            let who = self.lines(&row.who_lines());
            let status = self.lines(&row.status_lines());
            let sources = self.runs(&row.source_line());
            let sources = sources.trim();
            rows.push_str(&format!(
                "<tr><th scope=\"row\" class=\"d{}\">{title}</th><td>{}</td><td>{who}</td><td>{status}</td><td>{sources}</td></tr>\n",
                row.depth.min(6),
                escape(&row.date)
            ));
        }
        format!(
            "<table class=\"register\">\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n"
        )
    }

    fn prose(&mut self, blocks: &[ProseBlock], level: usize) -> String {
        blocks.iter().map(|block| self.prose_block(block, level)).collect()
    }

    fn prose_block(&mut self, block: &ProseBlock, level: usize) -> String {
        match block {
            ProseBlock::Paragraph(text) => format!("<p>{}</p>\n", self.inlines(text)),
            ProseBlock::Heading { depth, text } => {
                let inner = self.inlines(text);
                self.heading(level + usize::from(*depth), &inner)
            }
            ProseBlock::Quote(blocks) => {
                format!("<blockquote>\n{}</blockquote>\n", self.prose(blocks, level))
            }
            ProseBlock::List { start, items } => {
                let items: String = items
                    .iter()
                    .map(|blocks| match blocks.as_slice() {
                        [ProseBlock::Paragraph(text)] => format!("<li>{}</li>\n", self.inlines(text)),
                        _ => format!("<li>{}</li>\n", self.prose(blocks, level)),
                    })
                    .collect();
                match start {
                    Some(start) => format!("<ol start=\"{start}\">\n{items}</ol>\n"),
                    None => format!("<ul>\n{items}</ul>\n"),
                }
            }
            ProseBlock::Code(text) => format!("<pre><code>{}</code></pre>\n", entities(&clean_lines(text))),
            ProseBlock::Rule => "<hr>\n".to_owned(),
        }
    }

    fn inlines(&mut self, text: &[Inline]) -> String {
        text.iter()
            .map(|inline| match inline {
                Inline::Text(text) => escape(text),
                Inline::Emphasis(inner) => format!("<em>{}</em>", self.inlines(inner)),
                Inline::Strong(inner) => format!("<strong>{}</strong>", self.inlines(inner)),
                Inline::Code(text) => format!("<code>{}</code>", escape(text)),
                Inline::Break => "<br>".to_owned(),
                Inline::Cite(number) => self.cites(&[*number]),
            })
            .collect()
    }
}

/// Steps of an end that is open: it fades out of the known end, away from it.
const FADE: u8 = 5;

/// What lies beyond the known end of a bar whose other end is open; nothing where it isn't.
fn open_end(class: &str, from: f64, to: f64, to_the_left: bool) -> String {
    // What rests is drawn as an outline, which can't fade.
    if to <= from || matches!(class, "on-hold" | "withdrawn") {
        return String::new();
    }
    let step = (to - from) / f64::from(FADE);
    (0..FADE)
        .map(|at| {
            let strength = f64::from(if to_the_left { at + 1 } else { FADE - at }) * 0.11;
            format!(
                "<rect class=\"bar {class} open\" fill-opacity=\"{strength:.2}\" x=\"{}%\" width=\"{}%\" y=\"30%\" height=\"40%\"/>",
                percent(from + step * f64::from(at)),
                percent(step)
            )
        })
        .collect()
}

fn tick_line(at: f64) -> String {
    let at = percent(at);
    format!("<line x1=\"{at}%\" x2=\"{at}%\" y1=\"0\" y2=\"100%\"/>")
}

/// A part of the axis in per cent with two decimals.
fn percent(part: f64) -> String {
    format!("{:.2}", part * 100.0)
}

fn escape(text: &str) -> String {
    entities(&clean(text))
}

fn entities(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use chancery_model::Status;

    #[test]
    fn every_status_has_its_colour() {
        for status in Status::ALL {
            assert!(STYLE.contains(&format!(".{}", status.id())), "{status:?}");
        }
    }
}
