//! One article as the three printers want it: a page, a Word document, Typst's markup.
//!
//! It is written plainly: the title, then blocks with a blank line between; `## ` heads, `- ` and `1. ` begin items, `*` stands
//! around what is bold.

use std::io::{Cursor, Write as _};

use zip::write::{SimpleFileOptions, ZipWriter};

/// How it is laid out. On small pages many lines end in a broken word.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    /// One column.
    Page,
    /// Two columns under a running head, above the number of the page.
    Columns,
}

pub(super) struct Article {
    pub(super) language: String,
    text: String,
}

/// What the running heads say; in no article.
const HEAD: &str = "Quarterly Gazette 4/2021";

#[derive(Clone, Copy)]
enum Block<'a> {
    Title(&'a str),
    Heading(&'a str),
    Item(&'a str),
    Numbered(&'a str, &'a str),
    Paragraph(&'a str),
}

impl Article {
    pub(super) fn new(language: &str, text: &str) -> Self {
        Self { language: language.to_owned(), text: text.replace('\r', "") }
    }

    /// The words of the article, marks of items and of bold left out.
    pub(super) fn words(&self) -> String {
        let lines = self.text.replace("## ", "").replace('*', "");
        lines.lines().map(|line| line.strip_prefix("- ").unwrap_or(line)).collect::<Vec<_>>().join("\n")
    }

    fn blocks(&self) -> impl Iterator<Item = Block<'_>> {
        self.text.lines().filter(|line| !line.trim().is_empty()).enumerate().map(|(at, line)| {
            let number = line.split_once(". ").filter(|(mark, _)| mark.parse::<u8>().is_ok());
            match (line.strip_prefix("## "), line.strip_prefix("- "), number) {
                _ if at == 0 => Block::Title(line),
                (Some(heading), ..) => Block::Heading(heading),
                (_, Some(item), _) => Block::Item(item),
                (.., Some((number, item))) => Block::Numbered(number, item),
                _ => Block::Paragraph(line),
            }
        })
    }

    pub(super) fn html(&self, layout: Layout) -> String {
        let style = match layout {
            Layout::Page => "@page{size:A5;margin:2cm}".to_owned(),
            Layout::Columns => format!(
                "@page{{size:A5;margin:2cm;@top-left{{content:'{HEAD}'}}@bottom-center{{content:counter(page)}}}}\
                 article{{columns:2;font-size:10pt}}"
            ),
        };
        let title = self.text.lines().next().unwrap_or_default();
        let mut body = String::new();
        let mut list = "";
        for block in self.blocks() {
            let (within, tag, words) = match block {
                Block::Title(words) => ("", "h1", words),
                Block::Heading(words) => ("", "h2", words),
                Block::Paragraph(words) => ("", "p", words),
                Block::Item(words) => ("ul", "li", words),
                Block::Numbered(_, words) => ("ol", "li", words),
            };
            if within != list {
                for (mark, name) in
                    [("</", list), ("<", within)].into_iter().filter(|(_, name)| !name.is_empty())
                {
                    body.extend([mark, name, ">"]);
                }
                list = within;
            }
            let words: String = bold(&broken(&escaped(words)), "<b>", "</b>");
            body.extend(["<", tag, ">", &words, "</", tag, ">\n"]);
        }
        format!(
            "<!DOCTYPE html><html lang={}><meta charset=utf-8><title>{title}</title><style>{style}\
             body{{font:11pt serif}}p,li{{text-align:justify}}</style><article>{body}</article></html>",
            self.language
        )
    }

    pub(super) fn typst(&self, layout: Layout) -> String {
        let columns = if layout == Layout::Columns { 2 } else { 1 };
        let running =
            if columns == 2 { format!("header: [{HEAD}], numbering: \"1\", ") } else { String::new() };
        let mut text = format!(
            "#set page(paper: \"a5\", {running}columns: {columns})\n#set text(font: \"Source Serif 4\", size: 10pt, \
             lang: \"{}\", hyphenate: true)\n#set par(justify: true)\n",
            self.language
        );
        let said = |words: &str| bold(&format!("#{words:?}"), "\"#strong[#\"", "\"]#\"").replace("#\"\"", "");
        for block in self.blocks() {
            let line = match block {
                Block::Title(words) => format!("#heading(level: 1)[{}]\n", said(words)),
                Block::Heading(words) => format!("#heading(level: 2)[{}]\n", said(words)),
                Block::Paragraph(words) => format!("{}\n", said(words)),
                Block::Item(words) => format!("- {}", said(words)),
                Block::Numbered(number, words) => format!("{number}. {}", said(words)),
            };
            text.push_str(&line);
            text.push('\n');
        }
        text
    }

    pub(super) fn docx(&self, layout: Layout) -> zip::result::ZipResult<Vec<u8>> {
        let mut body = String::new();
        for block in self.blocks() {
            let (size, mark, words) = match block {
                Block::Title(words) => (36, String::new(), words),
                Block::Heading(words) => (26, String::new(), words),
                Block::Paragraph(words) => (20, String::new(), words),
                Block::Item(words) => (20, "•\u{a0}".to_owned(), words),
                Block::Numbered(number, words) => (20, format!("{number}.\u{a0}"), words),
            };
            let side = if size == 20 { "both" } else { "left" };
            let run = |bold| {
                format!("<w:r><w:rPr>{bold}<w:sz w:val=\"{size}\"/></w:rPr><w:t xml:space=\"preserve\">")
            };
            let end = "</w:t></w:r>";
            let (strong, plain) = (format!("{end}{}", run("<w:b/>")), format!("{end}{}", run("")));
            let words = bold(&broken(&escaped(words)), &strong, &plain);
            body += &format!(
                "<w:p><w:pPr><w:spacing w:after=\"120\"/><w:jc w:val=\"{side}\"/></w:pPr>{}{mark}{words}{end}</w:p>",
                run("")
            );
        }
        let columns = if layout == Layout::Columns { 2 } else { 1 };
        let document = format!(
            "<w:document {NAMES}><w:body>{body}<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId1\"/>\
             <w:footerReference w:type=\"default\" r:id=\"rId2\"/><w:pgSz w:w=\"8391\" w:h=\"11906\"/><w:pgMar \
             w:top=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:right=\"1134\" w:header=\"500\" w:footer=\"500\"/>\
             <w:cols w:num=\"{columns}\" w:space=\"400\"/></w:sectPr></w:body></w:document>"
        );
        let head = format!("<w:hdr {NAMES}><w:p><w:r><w:t>{HEAD}</w:t></w:r></w:p></w:hdr>");
        let foot = format!(
            "<w:ftr {NAMES}><w:p><w:fldSimple w:instr=\"PAGE\"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>"
        );
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, words) in [
            ("[Content_Types].xml", TYPES),
            ("_rels/.rels", PACKAGE),
            ("word/_rels/document.xml.rels", PARTS),
            ("word/document.xml", &document),
            ("word/header1.xml", &head),
            ("word/footer1.xml", &foot),
        ] {
            zip.start_file(name, SimpleFileOptions::default())?;
            zip.write_all(words.as_bytes())?;
        }
        Ok(zip.finish()?.into_inner())
    }
}

const NAMES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
                     xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
const TYPES: &str = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
    <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
    <Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>\
    <Override PartName=\"/word/header1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml\"/>\
    <Override PartName=\"/word/footer1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml\"/></Types>";
const PACKAGE: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
const PARTS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/header\" Target=\"header1.xml\"/>\
    <Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer\" Target=\"footer1.xml\"/></Relationships>";

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;")
}

/// Every other `*` as the beginning, the others as the end.
fn bold(words: &str, begin: &str, end: &str) -> String {
    let mut parts = words.split('*');
    let mut all = parts.next().unwrap_or_default().to_owned();
    for (at, part) in parts.enumerate() {
        all.push_str(if at % 2 == 0 { begin } else { end });
        all.push_str(part);
    }
    all
}

/// `words` with soft hyphens between syllables, since few machines have the tables browsers and offices break words by: after a
/// vowel, before a consonant and a vowel, two letters from either end. Addresses stay whole.
fn broken(words: &str) -> String {
    let vowel = |c: char| "aeiouyаеёиоуыэюяіє".contains(c.to_ascii_lowercase());
    let mut all = String::with_capacity(words.len() * 2);
    for word in words.split_inclusive(' ') {
        let letters: Vec<char> = word.chars().collect();
        for (at, &c) in letters.iter().enumerate() {
            all.push(c);
            let around = at.checked_sub(1).and_then(|from| letters.get(from..at + 4));
            if let Some(&[before, _, next, after]) = around.and_then(|four| four.first_chunk())
                && [before, next, after].into_iter().all(char::is_alphabetic)
                && vowel(c)
                && !vowel(next)
                && vowel(after)
                && !word.contains(['/', '@', '&'])
            {
                all.push('\u{ad}');
            }
        }
    }
    all
}
