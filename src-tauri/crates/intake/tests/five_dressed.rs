//! The five articles as web page, DOCX, mail and PDF tell what they tell as plain text.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use std::path::Path;

use chancery_intake::{Limits, read, settle_batch};
use chancery_model::{Day, SourceDocument};

/// Title, then the lines above and below it, of each article.
fn articles() -> Vec<(String, Vec<String>, usize)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../seeds/articles");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
        .iter()
        .zip([0, 0, 0, 1, 1])
        .map(|(file, title)| {
            let text = std::fs::read_to_string(file).unwrap();
            let lines: Vec<String> =
                text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
            (lines[title].clone(), lines, title)
        })
        .collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

fn html(title: &str, lines: &[String], at: usize) -> Vec<u8> {
    let mut page = format!(
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>{}</title></head><body><article>",
        escaped(title)
    );
    for (number, line) in lines.iter().enumerate() {
        let tag = if number == at { "h1" } else { "p" };
        writeln!(page, "<{tag}>{}</{tag}>", escaped(line)).unwrap();
    }
    (page + "</article></body></html>").into_bytes()
}

fn docx(_: &str, lines: &[String], at: usize) -> Vec<u8> {
    let mut body = String::new();
    for (number, line) in lines.iter().enumerate() {
        let style = if number == at { "<w:pPr><w:pStyle w:val=\"Title\"/></w:pPr>" } else { "" };
        write!(body, "<w:p>{style}<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>", escaped(line))
            .unwrap();
    }
    let parts = [
        (
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/word/document.xml\" \
             ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"
                .to_owned(),
        ),
        (
            "_rels/.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" \
             Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" \
             Target=\"word/document.xml\"/></Relationships>"
                .to_owned(),
        ),
        (
            "word/document.xml",
            format!(
                "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>"
            ),
        ),
    ];
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(part.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// As a reader sends it: the title is the subject, the text as copied is the body.
fn eml(title: &str, lines: &[String], _: usize) -> Vec<u8> {
    let title = title.replace('—', "=E2=80=94").replace(' ', "_").replace('?', "=3F");
    format!(
        "From: Analyst <analyst@example.org>\r\nTo: desk@example.org\r\nSubject: =?utf-8?q?{title}?=\r\nMIME-Version: 1.0\r\n\
         Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{}\r\n",
        lines.join("\r\n\r\n")
    )
    .into_bytes()
}

/// Pages in Helvetica, the title larger, paragraphs apart.
fn pdf(_: &str, lines: &[String], at: usize) -> Vec<u8> {
    let mut pages = vec![Vec::new()];
    let mut y = 780;
    for (number, line) in lines.iter().enumerate() {
        let (size, letters) = if number == at { (18, 50) } else { (10, 92) };
        for row in rows(line, letters) {
            if y < 60 {
                pages.push(Vec::new());
                y = 780;
            }
            let page = pages.last_mut().unwrap();
            page.extend(format!("BT /F {size} Tf 1 0 0 1 60 {y} Tm (").bytes());
            page.extend(row.chars().flat_map(in_windows_1252));
            page.extend(b") Tj ET\n");
            y -= size * 13 / 10;
        }
        y -= 9;
    }
    let kids: Vec<String> = (0..pages.len()).map(|page| format!("{} 0 R", 4 + 2 * page)).collect();
    let mut objects = vec![
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        format!("<</Type/Pages/Kids[{}]/Count {}>>", kids.join(" "), pages.len()).into_bytes(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_vec(),
    ];
    for (number, content) in pages.iter().enumerate() {
        let page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>";
        objects.push(format!("{page}/Contents {} 0 R>>", 5 + 2 * number).into_bytes());
        let stream =
            [format!("<</Length {}>>stream\n", content.len()).as_bytes(), content, b"\nendstream"].concat();
        objects.push(stream);
    }
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (number, object) in objects.iter().enumerate() {
        writeln!(table, "{:010} 00000 n ", file.len()).unwrap();
        file.extend([format!("{} 0 obj\n", number + 1).as_bytes(), object, b"\nendobj\n"].concat());
    }
    let trailer =
        format!("trailer\n<</Size {}/Root 1 0 R>>\nstartxref\n{}\n%%EOF", objects.len() + 1, file.len());
    file.extend((table + &trailer).bytes());
    file
}

fn rows(line: &str, letters: usize) -> Vec<String> {
    let mut rows = vec![String::new()];
    for word in line.split(' ') {
        let row = rows.last_mut().unwrap();
        if !row.is_empty() && row.chars().count() + word.chars().count() >= letters {
            rows.push(word.to_owned());
        } else {
            write!(row, "{}{word}", if row.is_empty() { "" } else { " " }).unwrap();
        }
    }
    rows
}

fn in_windows_1252(c: char) -> Vec<u8> {
    match c {
        '(' | ')' | '\\' => vec![b'\\', c as u8],
        '‘' => vec![0x91],
        '’' => vec![0x92],
        '“' => vec![0x93],
        '”' => vec![0x94],
        '–' => vec![0x96],
        '—' => vec![0x97],
        c if c.is_ascii() => vec![c as u8],
        // The one arrow stands in furniture.
        _ => vec![b'>'],
    }
}

/// What must be the same in every dress.
fn facts(document: &SourceDocument) -> String {
    let date = |published: &chancery_model::Published| {
        let time = published.time.map(|time| format!(" {time}")).unwrap_or_default();
        format!("{}{time}", published.date)
    };
    let others: Vec<_> =
        document.published.alternatives.iter().map(|other| other.value.date.to_string()).collect();
    let dateline =
        document.dateline.value.as_ref().map(|dateline| (dateline.place.clone(), dateline.date.clone()));
    let body = chancery_text::body(&document.text, &document.furniture);
    let furniture =
        ["Read more on the site", "Support SouthFront", "Click to see", "Leave a", "Photo", "All news"];
    let kept: Vec<_> = furniture.iter().filter(|words| body.contains(**words)).collect();
    format!(
        "{:?}\n{:?}\n{:?} or {others:?}\n{dateline:?}\n{:?}\nfurniture kept: {kept:?}",
        document.title.value,
        document.outlet.value,
        document.published.value.as_ref().map(date),
        document.language.value,
    )
}

type Dress = fn(&str, &[String], usize) -> Vec<u8>;

fn batch(extension: &str, dress: Dress) -> Vec<String> {
    let captured = Day::new(2026, 11, 21).unwrap();
    let mut documents: Vec<SourceDocument> = articles()
        .iter()
        .map(|(title, lines, at)| {
            let name = format!("article.{extension}");
            read(&dress(title, lines, *at), Some(&name), captured, &Limits::default()).unwrap()
        })
        .collect();
    settle_batch(&mut documents, captured);
    documents.iter().map(facts).collect()
}

#[track_caller]
fn check(extension: &str, dress: Dress) {
    let plain: Dress = |_, lines, _| lines.join("\n\n").into_bytes();
    for (dressed, plain) in batch(extension, dress).iter().zip(batch("txt", plain)) {
        assert_eq!(*dressed, plain, "as {extension}");
    }
}

#[test]
fn as_web_pages() {
    check("html", html);
}

#[test]
fn as_docx() {
    check("docx", docx);
}

#[test]
fn as_mail() {
    check("eml", eml);
}

#[test]
fn as_pdf() {
    check("pdf", pdf);
}
