//! The DOCX writer: WordprocessingML with real styles and numbering, in a ZIP whose bytes depend on the document only.

mod body;
mod styles;

use std::io::{Cursor, Write as _};

use chancery_model::Tlp;
use thiserror::Error;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::lines::clean;
use crate::{Document, Sheet};

/// The DOCX package could not be put together.
#[derive(Debug, Error)]
#[error("the DOCX file could not be put together: {0}")]
pub struct DocxError(#[from] zip::result::ZipError);

impl From<std::io::Error> for DocxError {
    fn from(error: std::io::Error) -> Self {
        Self(error.into())
    }
}

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
                 xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

/// Writes the document as DOCX.
///
/// # Errors
/// When the ZIP cannot be written, such as for want of memory.
pub fn docx(document: &Document) -> Result<Vec<u8>, DocxError> {
    let sheet = Sheet::of(document);
    let body = body::body(&sheet);
    let parts = [
        ("[Content_Types].xml", CONTENT_TYPES.to_owned()),
        ("_rels/.rels", PACKAGE_RELATIONS.to_owned()),
        ("docProps/core.xml", core_properties(&sheet)),
        ("docProps/app.xml", APPLICATION.to_owned()),
        ("word/_rels/document.xml.rels", DOCUMENT_RELATIONS.to_owned()),
        ("word/document.xml", body.xml),
        ("word/styles.xml", styles::styles(language_tag(sheet.language))),
        ("word/numbering.xml", styles::numbering(&body.numbered_lists)),
        ("word/settings.xml", settings(&sheet)),
        ("word/header1.xml", header(&sheet)),
        ("word/footer1.xml", footer(&sheet)),
    ];
    // The oldest time a ZIP can tell: nothing of the machine enters the file.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, xml) in parts {
        zip.start_file(name, options)?;
        zip.write_all(DECLARATION.as_bytes())?;
        zip.write_all(xml.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

/// The tag Word knows a language by.
fn language_tag(code: &str) -> &str {
    match code {
        "en" => "en-GB",
        "ru" => "ru-RU",
        "be" => "be-BY",
        "uk" => "uk-UA",
        other => other,
    }
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in clean(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(c),
        }
    }
    out
}

fn core_properties(sheet: &Sheet) -> String {
    let created = if (1..=9999).contains(&sheet.day.year) {
        ["created", "modified"]
            .map(|name| {
                format!(
                    "<dcterms:{name} xsi:type=\"dcterms:W3CDTF\">{}T00:00:00Z</dcterms:{name}>",
                    sheet.day
                )
            })
            .concat()
    } else {
        String::new()
    };
    format!(
        "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title><dc:subject>{}</dc:subject>\
         <dc:creator>Chancery</dc:creator><cp:keywords>{}</cp:keywords><dc:language>{}</dc:language>{created}</cp:coreProperties>",
        escape(&sheet.title),
        escape(&sheet.dossier),
        sheet.tlp.label(),
        language_tag(sheet.language),
    )
}

fn settings(sheet: &Sheet) -> String {
    format!(
        "<w:settings {W}><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"708\"/><w:characterSpacingControl w:val=\"doNotCompress\"/>\
         <w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>\
         <w:themeFontLang w:val=\"{}\"/></w:settings>",
        language_tag(sheet.language)
    )
}

/// The handling mark as TLP 2.0 wants it: its colour on black.
fn mark(tlp: Tlp) -> String {
    let colour = match tlp {
        Tlp::Red => "FF2B2B",
        Tlp::AmberStrict | Tlp::Amber => "FFC000",
        Tlp::Green => "33FF00",
        Tlp::Clear => "FFFFFF",
    };
    format!(
        "<w:r><w:rPr><w:b/><w:color w:val=\"{colour}\"/><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"000000\"/></w:rPr>\
         <w:t xml:space=\"preserve\"> {} </w:t></w:r>",
        tlp.label()
    )
}

fn field(code: &str) -> String {
    let part = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    format!(
        "{}<w:r><w:instrText xml:space=\"preserve\"> {code} </w:instrText></w:r>{}<w:r><w:t>1</w:t></w:r>{}",
        part("begin"),
        part("separate"),
        part("end")
    )
}

fn header(sheet: &Sheet) -> String {
    format!(
        "<w:hdr {W}><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr><w:r><w:t>{}</w:t></w:r><w:r><w:tab/></w:r>{}</w:p></w:hdr>",
        escape(&sheet.dossier),
        mark(sheet.tlp)
    )
}

fn footer(sheet: &Sheet) -> String {
    format!(
        "<w:ftr {W}><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>{}<w:r><w:t xml:space=\"preserve\"> {}</w:t></w:r>\
         <w:r><w:tab/></w:r>{}<w:r><w:t xml:space=\"preserve\"> / </w:t></w:r>{}</w:p></w:ftr>",
        mark(sheet.tlp),
        escape(&sheet.date),
        field("PAGE"),
        field("NUMPAGES")
    )
}

const CONTENT_TYPES: &str = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
<Default Extension=\"xml\" ContentType=\"application/xml\"/>\
<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>\
<Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>\
<Override PartName=\"/word/numbering.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml\"/>\
<Override PartName=\"/word/settings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml\"/>\
<Override PartName=\"/word/header1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml\"/>\
<Override PartName=\"/word/footer1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml\"/>\
<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\
<Override PartName=\"/docProps/app.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/></Types>";

const PACKAGE_RELATIONS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>\
<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>\
<Relationship Id=\"rId3\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties\" Target=\"docProps/app.xml\"/></Relationships>";

const DOCUMENT_RELATIONS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/>\
<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering\" Target=\"numbering.xml\"/>\
<Relationship Id=\"rId3\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings\" Target=\"settings.xml\"/>\
<Relationship Id=\"rId4\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/header\" Target=\"header1.xml\"/>\
<Relationship Id=\"rId5\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer\" Target=\"footer1.xml\"/></Relationships>";

const APPLICATION: &str = "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>Chancery</Application></Properties>";
