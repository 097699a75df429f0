//! Made-up articles as files: text, saved pages with all that stands around an article, PDF, Word, mail.

use std::fmt::Write as _;
use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::Numbers;
use super::news::{News, Newsroom};

/// What a folder is filled with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mix {
    /// Plain text only.
    Text,
    /// Half saved pages, a fifth text, a tenth each PDF, Word and mail.
    Mixed,
}

/// Fills a folder, a thousand files to a folder inside it; tells how many bytes were written.
pub(crate) fn fill(folder: &Path, mix: Mix, files: usize, seed: u64) -> io::Result<u64> {
    let mut room = Newsroom::new(seed);
    let mut bytes = 0;
    for serial in 0..files {
        let inside = folder.join(format!("{:03}", serial / 1000));
        if serial % 1000 == 0 {
            fs::create_dir_all(&inside)?;
        }
        let news = room.next();
        let (ending, file) = match (mix, serial % 10) {
            (Mix::Mixed, 0..5) => ("html", page(&news, room.numbers()).into_bytes()),
            (Mix::Mixed, 5) => ("pdf", pdf(&news)?),
            (Mix::Mixed, 6) => ("docx", docx(&news)?),
            (Mix::Mixed, 7) => ("eml", mail(&news, serial).into_bytes()),
            _ => ("txt", text(&news).into_bytes()),
        };
        bytes += file.len() as u64;
        fs::write(inside.join(format!("{serial:06}.{ending}")), file)?;
    }
    Ok(bytes)
}

/// An article in every format, each with its name.
pub(crate) fn in_every_format(
    news: &News,
    numbers: &mut Numbers,
) -> io::Result<[(&'static str, Vec<u8>); 5]> {
    Ok([
        ("txt", text(news).into_bytes()),
        ("html", page(news, numbers).into_bytes()),
        ("pdf", pdf(news)?),
        ("docx", docx(news)?),
        ("eml", mail(news, 1).into_bytes()),
    ])
}

fn text(news: &News) -> String {
    let (year, month, day) = news.day;
    format!(
        "{}\n\n{day:02}.{month:02}.{year} 10:15\n\n{}\n\n© {}, {year}\n",
        news.title,
        news.paragraphs.join("\n\n"),
        news.outlet
    )
}

/// Some 30 kB: menus, scripts, other stories, comments; the article is a tenth of it.
fn page(news: &News, numbers: &mut Numbers) -> String {
    let (year, month, day) = news.day;
    let iso = format!("{year}-{month:02}-{day:02}T10:15:00+03:00");
    let address = format!("https://{}.example/{year}/{month:02}/{}", news.language, numbers.below(1_000_000));
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\"><title>{} | {}</title>\n\
         <link rel=\"canonical\" href=\"{address}\"><meta property=\"og:site_name\" content=\"{}\">\n\
         <meta property=\"article:published_time\" content=\"{iso}\">\n<script type=\"application/ld+json\">\
         {{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\"headline\":\"{}\",\"datePublished\":\"{iso}\",\
         \"author\":{{\"@type\":\"Person\",\"name\":\"{}\"}}}}</script>\n<style>",
        news.language, news.title, news.outlet, news.outlet, news.title, news.author
    );
    for rule in 0..60 {
        let _ = writeln!(page, ".block-{rule} .item{{margin:0 {rule}px;color:#33{rule:02}55;display:flex}}");
    }
    page.push_str("</style>\n<script>\n");
    for line in 0..80 {
        let _ = writeln!(
            page,
            "window.dataLayer.push({{event:'view{line}',id:{},ok:a<b&&c>d}});",
            numbers.below(99_999)
        );
    }
    page.push_str(
        "</script></head>\n<body class=\"site\"><header class=\"header\"><nav class=\"menu\"><ul>\n",
    );
    for item in 0..50 {
        let _ = writeln!(
            page,
            "<li class=\"menu__item\"><a href=\"/section/{item}\"><span>{}</span></a></li>",
            short(news, item)
        );
    }
    let _ = write!(
        page,
        "</ul></nav></header>\n<div class=\"layout\"><main><article class=\"article\"><h1>{}</h1>\n<div class=\"meta\">\
         <time datetime=\"{iso}\">{day:02}.{month:02}.{year}, 10:15</time> <span class=\"author\">{}</span></div>\n",
        news.title, news.author
    );
    for (number, paragraph) in news.paragraphs.iter().enumerate() {
        let _ = writeln!(page, "<p>{paragraph}</p>");
        if number == 1 {
            page.push_str("<figure><img src=\"a.jpg\" alt=\"\"><figcaption>Photo</figcaption></figure>\n<div class=\"ad\"><script>show(1)</script></div>\n");
        }
    }
    page.push_str("</article><div class=\"share\"><a href=\"#\">Facebook</a> <a href=\"#\">Telegram</a></div></main>\n<aside class=\"sidebar\">\n");
    for story in 0..40 {
        let _ = writeln!(
            page,
            "<div class=\"teaser\"><a href=\"/news/{story}\"><img src=\"{story}.jpg\"><h3>{}</h3></a><span class=\"date\">{:02}.{month:02}.{year}</span></div>",
            short(news, story),
            1 + story % 28
        );
    }
    page.push_str("</aside></div>\n<section class=\"comments\">");
    for comment in 0..10 {
        let _ = writeln!(
            page,
            "<div class=\"comment\"><b>user{comment}</b><p>{}</p></div>",
            short(news, comment + 7)
        );
    }
    let _ = writeln!(page, "</section><footer>© {}, {year}</footer></body></html>", news.outlet);
    page
}

/// Some words of the article, for what stands around it.
fn short(news: &News, at: usize) -> String {
    let words: Vec<&str> = news.paragraphs.iter().flat_map(|paragraph| paragraph.split(' ')).collect();
    let from = at * 7 % words.len().max(1);
    words.iter().skip(from).take(6).copied().collect::<Vec<_>>().join(" ")
}

/// A page in Helvetica, its letters named for readers as printers do it, packed.
fn pdf(news: &News) -> io::Result<Vec<u8>> {
    let mut content =
        format!("BT /F 16 Tf 72 780 Td <{}> Tj /F 10 Tf 13 TL 0 -26 Td\n", letters(&news.title));
    for paragraph in &news.paragraphs {
        let mut line = String::new();
        for word in paragraph.split(' ') {
            if line.chars().count() + word.chars().count() > 88 {
                let _ = writeln!(content, "<{}> Tj T*", letters(&line));
                line.clear();
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        let _ = writeln!(content, "<{}> Tj T* T*", letters(&line));
    }
    content.push_str("ET");
    let mut map =
        "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange\n"
            .to_owned();
    // Not more than a hundred at a time, as the standard has it.
    for some in (0x20..=0xff).collect::<Vec<u8>>().chunks(100) {
        let _ = writeln!(map, "{} beginbfchar", some.len());
        for &byte in some {
            let letter = encoding_rs::WINDOWS_1251.decode(&[byte]).0.chars().next().unwrap_or('?');
            let _ = writeln!(map, "<{byte:02x}> <{:04x}>", u32::from(letter));
        }
        map.push_str("endbfchar\n");
    }
    map.push_str("endcmap end");
    let (year, month, day) = news.day;
    let objects = [
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R>>"
            .to_vec(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/ToUnicode 6 0 R>>".to_vec(),
        stream(&content)?,
        stream(&map)?,
        format!("<</CreationDate(D:{year}{month:02}{day:02}101500+03'00')/Producer(lab)>>").into_bytes(),
    ];
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (number, object) in objects.iter().enumerate() {
        let _ = writeln!(table, "{:010} 00000 n ", file.len());
        writeln!(file, "{} 0 obj", number + 1)?;
        file.extend_from_slice(object);
        file.extend_from_slice(b"\nendobj\n");
    }
    let start = file.len();
    write!(
        file,
        "{table}trailer\n<</Size {}/Root 1 0 R/Info 7 0 R>>\nstartxref\n{start}\n%%EOF\n",
        objects.len() + 1
    )?;
    Ok(file)
}

/// Letters as their bytes in windows-1251, in hexadecimal.
fn letters(text: &str) -> String {
    encoding_rs::WINDOWS_1251.encode(text).0.iter().fold(String::new(), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

fn stream(content: &str) -> io::Result<Vec<u8>> {
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::default());
    packed.write_all(content.as_bytes())?;
    let packed = packed.finish()?;
    let head = format!("<</Filter/FlateDecode/Length {}>>stream\n", packed.len());
    Ok([head.as_bytes(), &packed, b"\nendstream"].concat())
}

fn docx(news: &News) -> io::Result<Vec<u8>> {
    const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    const KIND: &str = "http://schemas.openxmlformats.org";
    let (year, month, day) = news.day;
    let paragraph = |style: &str, words: &str| {
        format!(
            "<w:p w:rsidR=\"00A77B3E\"><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:rPr><w:lang w:val=\"{}\"/></w:rPr>\
             <w:t xml:space=\"preserve\">{words}</w:t></w:r></w:p>",
            news.language
        )
    };
    let body: String = std::iter::once(paragraph("Title", &news.title))
        .chain(news.paragraphs.iter().map(|words| paragraph("Normal", words)))
        .collect();
    let types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
        <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
        <Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
    let relations = format!(
        "<Relationships xmlns=\"{KIND}/package/2006/relationships\"><Relationship Id=\"a\" Type=\"{KIND}/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>\
         <Relationship Id=\"b\" Type=\"{KIND}/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>"
    );
    let core = format!(
        "<cp:coreProperties xmlns:cp=\"{KIND}/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\">\
         <dc:creator>{}</dc:creator><dcterms:created>{year}-{month:02}-{day:02}T10:15:00Z</dcterms:created></cp:coreProperties>",
        news.author
    );
    let document = format!("<w:document {W}><w:body>{body}</w:body></w:document>");
    let styles =
        format!("<w:styles {W}><w:style w:styleId=\"Title\"><w:name w:val=\"Title\"/></w:style></w:styles>");
    let parts = [
        ("[Content_Types].xml", types),
        ("_rels/.rels", &relations),
        ("word/document.xml", &document),
        ("word/styles.xml", &styles),
        ("docProps/core.xml", &core),
    ];
    let mut zip = ZipWriter::new(io::Cursor::new(Vec::new()));
    for (name, part) in parts {
        zip.start_file(name, SimpleFileOptions::default()).map_err(io::Error::other)?;
        zip.write_all(part.as_bytes())?;
    }
    Ok(zip.finish().map_err(io::Error::other)?.into_inner())
}

/// A message with the article as text and as a page.
fn mail(news: &News, serial: usize) -> String {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let (year, month, day) = news.day;
    let month = MONTHS.get(month - 1).copied().unwrap_or_default();
    let page: String = news.paragraphs.iter().map(|words| format!("<p>{words}</p>\n")).collect();
    let lines = [
        format!("From: {} <news@{}.example>", news.author, news.language),
        "To: desk@example.org".to_owned(),
        format!("Subject: {}", news.title),
        format!("Date: {day} {month} {year} 10:15:30 +0300"),
        format!("Message-ID: <{serial}@lab.example>"),
        "MIME-Version: 1.0".to_owned(),
        "Content-Type: multipart/alternative; boundary=\"=_lab\"".to_owned(),
        "\n--=_lab\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n".to_owned(),
        news.paragraphs.join("\n\n"),
        "\n--=_lab\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n".to_owned(),
        format!("<html><body><h1>{}</h1>{page}</body></html>", news.title),
        "--=_lab--\n".to_owned(),
    ];
    lines.join("\n").replace('\n', "\r\n")
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use chancery_intake::{Limits, Read};
    use chancery_model::Day;

    use super::*;

    /// What is timed must be read: every format gives the whole article with its day.
    #[test]
    fn every_file_is_read_as_what_it_was_made_of() {
        let mut room = Newsroom::new(7);
        let captured = Day::new(2026, 11, 22).unwrap();
        for _ in 0..12 {
            let news = room.next();
            let (year, month, day) = news.day;
            for (format, bytes) in in_every_format(&news, &mut Numbers::new(1)).unwrap() {
                let read = Read::of(&bytes, None, captured, &Limits::default()).unwrap().document;
                assert_eq!(read.format, format);
                assert_eq!(read.title.value.as_deref(), Some(news.title.as_str()), "{format}");
                let last = news.paragraphs.last().unwrap();
                // Ragged lines of a printed page leave open where a paragraph ends.
                let text = read.text.split_whitespace().collect::<Vec<_>>().join(" ");
                assert!(text.contains(last.as_str()), "{format}: {last}\n{}", read.text);
                if format != "pdf" && format != "docx" {
                    let date = read.published.value.unwrap().date.to_string();
                    assert_eq!(date, format!("{year}-{month:02}-{day:02}"), "{format}");
                }
            }
        }
    }

    #[test]
    fn a_seed_gives_the_same_files_and_another_gives_others() {
        let made = |seed| {
            (0..50)
                .map(move |_| seed)
                .zip(std::iter::repeat_with({
                    let mut room = Newsroom::new(seed);
                    move || room.next().title
                }))
                .map(|(_, title)| title)
                .collect::<Vec<_>>()
        };
        assert_eq!(made(1), made(1));
        assert_ne!(made(1), made(2));
    }
}
