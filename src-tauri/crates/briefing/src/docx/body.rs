//! The body of the DOCX: paragraphs, tables, links from `[n]` to bookmarked sources.

use super::{W, escape, language_tag};
use crate::lines::{Line, Run, clean_lines};
use crate::{Inline, Part, ProseBlock, RegisterWords, Sheet, SourceNumber, TimelineWords};

/// Numbers of lists in numbering.xml that are always there.
pub(super) const BULLETS: u32 = 1;
pub(super) const SOURCES: u32 = 2;
/// Numbered lists of the analyst's prose count on from here.
pub(super) const FIRST_NUMBERED: u32 = 3;

/// The body, and what its numbered lists begin with.
pub(super) struct Body {
    pub(super) xml: String,
    pub(super) numbered_lists: Vec<u64>,
}

/// Writes `word/document.xml`.
pub(super) fn body(sheet: &Sheet) -> Body {
    let mut writer = Writer::default();
    writer.paragraph("Title", "", &text_run(&sheet.title, ""));
    for (label, value) in &sheet.facts {
        let runs =
            format!("{}{}", text_run(&format!("{label}: "), style("Quiet").as_str()), text_run(value, ""));
        writer.paragraph("Facts", "", &runs);
    }
    let meaning = format!("{} — {}", sheet.tlp.label(), sheet.tlp_meaning);
    writer.paragraph("Facts", "", &text_run(&meaning, &style("Quiet")));
    for part in &sheet.parts {
        writer.part(part);
    }
    let section = "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId4\"/><w:footerReference w:type=\"default\" r:id=\"rId5\"/>\
                   <w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1417\" w:right=\"1134\" w:bottom=\"1417\" w:left=\"1134\" \
                   w:header=\"624\" w:footer=\"624\" w:gutter=\"0\"/></w:sectPr>";
    Body {
        xml: format!("<w:document {W}><w:body>{}{section}</w:body></w:document>", writer.out),
        numbered_lists: writer.numbered_lists,
    }
}

#[derive(Default)]
struct Writer {
    out: String,
    numbered_lists: Vec<u64>,
}

/// Where in nested lists and quotations a paragraph stands.
#[derive(Clone, Copy, Default)]
struct Nest {
    /// List number and level.
    list: Option<(u32, usize)>,
    quoted: bool,
}

impl Writer {
    fn paragraph(&mut self, style: &str, properties: &str, runs: &str) {
        self.out.push_str(&paragraph(style, properties, runs));
    }

    fn part(&mut self, part: &Part) {
        match part {
            Part::Heading(level, text) => {
                self.paragraph(heading(usize::from(*level)), "", &text_run(text, ""))
            }
            Part::Empty(text) | Part::Label(text) => self.paragraph("Label", "", &text_run(text, "")),
            Part::Prose(level, blocks) => self.prose(blocks, usize::from(*level), Nest::default()),
            Part::KeyPoints(points) => {
                for point in points {
                    self.paragraph("ListBullet", &numbering(BULLETS, 0), &lines(&point.lines()));
                }
            }
            Part::Timeline(timeline) => self.timeline(timeline),
            Part::Register(register) => self.register(register),
            Part::Quotations(all) => {
                for one in all {
                    self.paragraph("Quote", "<w:keepNext/><w:keepLines/>", &runs(&one.quote_line()));
                    self.paragraph("QuoteOrigin", "<w:keepLines/>", &lines(&one.origin_lines()));
                }
            }
            Part::Sources(legend, sources) => {
                self.paragraph("Label", "", &text_run(legend, ""));
                for source in sources {
                    let number = source.number;
                    let runs = format!(
                        "<w:bookmarkStart w:id=\"{number}\" w:name=\"source_{number}\"/>{}<w:bookmarkEnd w:id=\"{number}\"/>",
                        lines(&source.lines())
                    );
                    self.paragraph("Source", &numbering(SOURCES, 0), &runs);
                }
            }
        }
    }

    fn timeline(&mut self, timeline: &TimelineWords) {
        let [milestone, date, status] = &timeline.heads;
        let mut rows = Vec::new();
        for row in &timeline.rows {
            if let Some(lane) = &row.lane {
                let cell = paragraph("TableText", "<w:keepNext/>", &text_run(lane, &style("Strong")));
                rows.push(format!("<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val=\"3\"/></w:tcPr>{cell}</w:tc></w:tr>"));
            }
            let cells = [text_run(&row.date, ""), runs(&row.runs()), runs(&row.status_runs())];
            rows.push(table_row(&cells.map(|runs| paragraph("TableText", "", &runs))));
        }
        self.table(&[2300, 5338, 2000], &[date, milestone, status], &rows);
    }

    fn register(&mut self, register: &RegisterWords) {
        let rows: Vec<_> = register
            .rows
            .iter()
            .map(|row| {
                let indent = format!("<w:ind w:left=\"{}\"/>", u32::from(row.depth.min(6)) * 200);
                table_row(&[
                    paragraph("TableText", &indent, &lines(&row.title_lines())),
                    paragraph("TableText", "", &text_run(&row.date, "")),
                    paragraph("TableText", "", &lines(&row.who_lines())),
                    paragraph("TableText", "", &lines(&row.status_lines())),
                    paragraph("TableText", "", &runs(&row.source_line())),
                ])
            })
            .collect();
        self.table(&[3500, 1638, 1800, 1600, 1100], &register.heads.each_ref(), &rows);
    }

    fn table(&mut self, widths: &[u32], heads: &[&String], rows: &[String]) {
        let grid: String = widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).collect();
        let heads: String = heads
            .iter()
            .zip(widths)
            .map(|(head, width)| {
                let cell = paragraph("TableHead", "", &text_run(head, ""));
                format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{cell}</w:tc>")
            })
            .collect();
        // A paragraph after a table keeps two tables apart and Word content.
        self.out.push_str(&format!(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"RegisterTable\"/><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>\
             <w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/></w:tblPr>\
             <w:tblGrid>{grid}</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{heads}</w:tr>{}</w:tbl>{}",
            widths.iter().sum::<u32>(),
            rows.concat(),
            paragraph("TableText", "", "")
        ));
    }

    fn prose(&mut self, blocks: &[ProseBlock], level: usize, nest: Nest) {
        for (index, block) in blocks.iter().enumerate() {
            // Only the first paragraph of an item carries its mark.
            let marked = index == 0;
            match block {
                ProseBlock::Paragraph(text) => self.prose_paragraph(&inlines(text, ""), nest, marked),
                ProseBlock::Heading { depth, text } => {
                    self.paragraph(heading(level + usize::from(*depth)), "", &inlines(text, ""));
                }
                ProseBlock::Quote(inner) => self.prose(inner, level, Nest { quoted: true, ..nest }),
                ProseBlock::Code(text) => {
                    for line in clean_lines(text).trim_end().lines() {
                        self.paragraph("Code", "", &text_run(line, ""));
                    }
                }
                ProseBlock::Rule => self.paragraph("Rule", "", ""),
                ProseBlock::List { start, items } => {
                    let number = match start {
                        None => BULLETS,
                        Some(start) => {
                            self.numbered_lists.push(*start);
                            FIRST_NUMBERED + u32::try_from(self.numbered_lists.len() - 1).unwrap_or(0)
                        }
                    };
                    let at = nest.list.map_or(0, |(_, at)| at + 1).min(8);
                    for item in items {
                        self.prose(item, level, Nest { list: Some((number, at)), ..nest });
                    }
                }
            }
        }
    }

    fn prose_paragraph(&mut self, runs: &str, nest: Nest, marked: bool) {
        match nest.list {
            None => self.paragraph(if nest.quoted { "Quote" } else { "Normal" }, "", runs),
            Some((number, level)) if marked => {
                let style = if number == BULLETS { "ListBullet" } else { "ListNumber" };
                self.paragraph(style, &numbering(number, level), runs);
            }
            Some((_, level)) => {
                let indent = format!("<w:ind w:left=\"{}\"/>", 360 * (level + 1));
                self.paragraph("ListContinue", &indent, runs);
            }
        }
    }
}

fn heading(level: usize) -> &'static str {
    match level {
        0 | 1 => "Heading1",
        2 => "Heading2",
        3 => "Heading3",
        _ => "Heading4",
    }
}

fn numbering(number: u32, level: usize) -> String {
    format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{number}\"/></w:numPr>")
}

fn paragraph(style: &str, properties: &str, runs: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{properties}</w:pPr>{runs}</w:p>")
}

fn table_row(cells: &[String]) -> String {
    let cells: String = cells.iter().map(|cell| format!("<w:tc>{cell}</w:tc>")).collect();
    format!("<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>")
}

fn style(name: &str) -> String {
    format!("<w:rStyle w:val=\"{name}\"/>")
}

fn text_run(text: &str, properties: &str) -> String {
    let properties =
        if properties.is_empty() { String::new() } else { format!("<w:rPr>{properties}</w:rPr>") };
    format!("<w:r>{properties}<w:t xml:space=\"preserve\">{}</w:t></w:r>", escape(text))
}

fn lines(lines: &[Line]) -> String {
    let lines: Vec<_> = lines.iter().map(|line| runs(line)).collect();
    lines.join("<w:r><w:br/></w:r>")
}

fn runs(line: &[Run]) -> String {
    let mut out = String::new();
    for run in line {
        let next = match run {
            Run::Text(text) => text_run(text, ""),
            Run::Strong(text) => text_run(text, &style("Strong")),
            Run::Quiet(text) => text_run(text, &style("Quiet")),
            Run::Quoted(text, language) => {
                let language = language.as_deref().map_or_else(String::new, |code| {
                    format!("<w:lang w:val=\"{}\"/>", escape(language_tag(code)))
                });
                text_run(text, &format!("{}{language}", style("Quoted")))
            }
            Run::Status(status, word) => text_run(word, &style(&format!("Status-{}", status.id()))),
            Run::Hash(_, full) => text_run(full, &style("CodeWords")),
            Run::Cites(numbers) => {
                let space = if out.is_empty() { String::new() } else { text_run("\u{a0}", "") };
                format!("{space}{}", cites(numbers))
            }
        };
        out.push_str(&next);
    }
    out
}

fn cites(numbers: &[SourceNumber]) -> String {
    let links: Vec<_> = numbers
        .iter()
        .map(|number| {
            let run = text_run(&number.to_string(), &style("Citation"));
            format!("<w:hyperlink w:anchor=\"source_{number}\" w:history=\"1\">{run}</w:hyperlink>")
        })
        .collect();
    format!("{}{}{}", text_run("[", ""), links.join(&text_run(", ", "")), text_run("]", ""))
}

/// Runs of the analyst's prose; `properties` are those of the runs around.
fn inlines(text: &[Inline], properties: &str) -> String {
    text.iter()
        .map(|inline| match inline {
            Inline::Text(text) => text_run(text, properties),
            Inline::Emphasis(inner) => inlines(inner, &format!("{properties}<w:i/>")),
            Inline::Strong(inner) => inlines(inner, &format!("{properties}<w:b/>")),
            Inline::Code(text) => text_run(text, &style("CodeWords")),
            Inline::Break => "<w:r><w:br/></w:r>".to_owned(),
            Inline::Cite(number) => cites(&[*number]),
        })
        .collect()
}
