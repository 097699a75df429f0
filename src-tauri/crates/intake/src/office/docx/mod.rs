//! Word documents (DOCX): the text as a reader sees it with all changes accepted.

mod body;
mod styles;

use std::collections::BTreeMap;

use chancery_model::Confidence;

use self::body::Body;
use self::styles::Styles;
use super::about::{self, About};
use super::package::{Package, beside};
use crate::Refusal;
use crate::draft::Draft;

/// What it is called.
pub(super) const NAME: &str = "a Word document (DOCX)";

/// Reads a document. The day it was made is no day of publication and is left out.
///
/// # Errors
/// Where parts are missing or broken, or there are no words.
pub(crate) fn read(bytes: &[u8]) -> Result<Draft, Refusal> {
    let mut package = Package::open(bytes, NAME)?;
    let roots = package.related("")?;
    let main = roots.get("officeDocument").cloned().unwrap_or_else(|| "word/document.xml".to_owned());
    let parts = package.related(&main)?;
    let part = |kind: &str| parts.get(kind).cloned().unwrap_or_else(|| beside(&main, &format!("{kind}.xml")));

    // Without styles there are still words.
    let styles = package.text(&part("styles"))?.and_then(|part| Styles::read(&part).ok()).unwrap_or_default();
    let broken = || Refusal::Damaged { looks_like: NAME, why: "a part is broken off or garbled" };
    let mut notes = BTreeMap::new();
    for kind in ["footnotes", "endnotes"] {
        if let Some(part) = package.text(&part(kind))? {
            notes.extend(body::notes(&part, kind, &styles).map_err(|_| broken())??);
        }
    }
    let document = package.needed(&main)?;
    let blocks = Body::new(&styles, notes).read(&document).map_err(|_| broken())??;
    let about =
        match package.text(roots.get("core-properties").map_or("docProps/core.xml", String::as_str))? {
            Some(part) => About::read(&part).unwrap_or_default(),
            None => About::default(),
        };
    let mut draft = about::draft(blocks, about.first("title"), about.first("creator"))?;
    draft.language = about::language(about.first("language"));
    draft.modified = about::date(about.first("modified"), Confidence::High);
    Ok(draft)
}

#[cfg(test)]
pub(super) mod testing {
    use crate::office::package::testing::zipped;

    /// A DOCX of this body, footnotes and properties.
    pub(crate) fn document(body: &str, notes: &str, core: &str) -> Vec<u8> {
        let w = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' xmlns:mc='urn:mc'";
        let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        zipped(&[
            (
                "[Content_Types].xml",
                "<Types><Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>",
            ),
            (
                "_rels/.rels",
                &format!(
                    "<Relationships><Relationship Type='{kind}/officeDocument' Target='word/document.xml'/></Relationships>"
                ),
            ),
            (
                "word/styles.xml",
                &format!(
                    "<w:styles {w}><w:style w:styleId='a3'><w:name w:val='Title'/></w:style>\
                     <w:style w:styleId='1'><w:name w:val='heading 1'/></w:style>\
                     <w:style w:styleId='Ours'><w:name w:val='Ours'/><w:basedOn w:val='1'/></w:style>\
                     <w:style w:styleId='List'><w:name w:val='List Bullet'/><w:pPr><w:numPr><w:numId w:val='4'/></w:numPr></w:pPr></w:style>\
                     <w:style w:styleId='11'><w:name w:val='toc 1'/></w:style></w:styles>"
                ),
            ),
            ("word/document.xml", &format!("<w:document {w}><w:body>{body}</w:body></w:document>")),
            ("word/footnotes.xml", &format!("<w:footnotes {w}>{notes}</w:footnotes>")),
            (
                "docProps/core.xml",
                &format!(
                    "<cp:coreProperties xmlns:cp='c' xmlns:dc='d' xmlns:dcterms='t'>{core}</cp:coreProperties>"
                ),
            ),
        ])
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::testing::document;
    use super::*;
    use chancery_model::Language;

    #[track_caller]
    fn check(body: &str, expected: &str) {
        assert_eq!(read(&document(body, "", "")).unwrap().text, expected, "{body}");
    }

    #[test]
    fn a_document_becomes_its_text_and_its_fields() {
        let body = "<w:p><w:pPr><w:pStyle w:val='a3'/></w:pPr><w:r><w:t>Саюзная</w:t></w:r><w:r><w:t xml:space='preserve'> дзяржава</w:t></w:r></w:p>\
             <w:p><w:pPr><w:pStyle w:val='11'/></w:pPr><w:r><w:t>Змест 1</w:t></w:r></w:p>\
             <w:p><w:pPr><w:pStyle w:val='Ours'/></w:pPr><w:r><w:t>Газ</w:t></w:r></w:p>\
             <w:p><w:r><w:t>Цана не змянілася</w:t><w:footnoteReference w:id='2'/><w:t>.</w:t></w:r></w:p>\
             <w:p><w:pPr><w:pStyle w:val='List'/></w:pPr><w:r><w:t>нафта</w:t></w:r></w:p>\
             <w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>газ</w:t></w:r></w:p>\
             <w:p><w:pPr><w:pStyle w:val='List'/><w:numPr><w:numId w:val='0'/></w:numPr></w:pPr><w:r><w:t>Канец.</w:t></w:r></w:p>";
        let notes = "<w:footnote w:type='separator' w:id='0'><w:p><w:r><w:t>no</w:t></w:r></w:p></w:footnote>\
             <w:footnote w:id='2'><w:p><w:r><w:footnoteRef/><w:t xml:space='preserve'> Паводле міністэрства.</w:t></w:r></w:p></w:footnote>";
        let core = "<dc:title>Шаблон</dc:title><dc:creator>Ганна Лі</dc:creator><dc:language>be-BY</dc:language>\
             <dcterms:created>2001-02-03T00:00:00Z</dcterms:created><dcterms:modified>2021-09-10T08:00:00Z</dcterms:modified>";
        let draft = read(&document(body, notes, core)).unwrap();
        assert_eq!(draft.title.value.as_deref(), Some("Саюзная дзяржава"));
        assert_eq!(
            draft.text,
            "Газ\n\nЦана не змянілася[1].\n\n- нафта\n- газ\n\nКанец.\n\n[1] Паводле міністэрства."
        );
        assert_eq!(draft.byline.value.as_deref(), Some("Ганна Лі"));
        assert_eq!(draft.language.value, Some(Language::Be));
        assert_eq!(draft.published.value, None);
        assert_eq!(draft.modified.value.unwrap().date.to_string(), "2021-09-10");
    }

    #[test]
    fn what_was_inserted_is_read_and_what_was_deleted_is_not() {
        check(
            "<w:p><w:ins><w:r><w:t>The treaty </w:t></w:r></w:ins><w:del><w:r><w:delText>pact </w:delText><w:t>pact</w:t></w:r></w:del>\
             <w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom><w:hyperlink><w:r><w:t>was signed</w:t></w:r></w:hyperlink>\
             <w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>.</w:t></w:r></w:p>",
            "The treaty was signed.",
        );
        check(
            "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space='preserve'>One </w:t></w:r></w:p><w:p><w:r><w:t>two</w:t></w:r></w:p>",
            "One two",
        );
        check(
            "<w:p><w:pPr><w:pPrChange><w:pPr><w:pStyle w:val='a3'/></w:pPr></w:pPrChange></w:pPr><w:r><w:t>Text</w:t></w:r></w:p>",
            "Text",
        );
        check(
            "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>gone</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:r><w:t>stays</w:t></w:r></w:p>",
            "stays",
        );
    }

    #[test]
    fn fields_breaks_and_placeholders_read_as_shown() {
        check(
            "<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:instrText>HYPERLINK \"http://a\"</w:instrText><w:fldChar w:fldCharType='separate'/><w:t>shown</w:t>\
             <w:fldChar w:fldCharType='end'/><w:br/><w:t>next</w:t><w:tab/><w:t>line</w:t><w:noBreakHyphen/><w:t>end</w:t></w:r></w:p>",
            "shown\nnext line-end",
        );
        check(
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Click here</w:t></w:r></w:p></w:sdtContent></w:sdt>\
             <w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Filled in</w:t></w:r></w:p></w:sdtContent></w:sdt>",
            "Filled in",
        );
    }

    #[test]
    fn a_box_is_read_once_and_after_its_paragraph() {
        let inside = "<w:txbxContent><w:p><w:r><w:t>In the box</w:t></w:r></w:p></w:txbxContent>";
        check(
            &format!(
                "<w:p><w:r><w:t>Before</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing>{inside}</w:drawing></mc:Choice>\
                 <mc:Fallback><w:pict>{inside}</w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t xml:space='preserve'> and after</w:t></w:r></w:p>\
                 <w:p><w:r><w:t>Next</w:t></w:r></w:p>"
            ),
            "Before and after\n\nIn the box\n\nNext",
        );
    }

    #[test]
    fn tables_are_read_row_by_row() {
        let cell = |words: &str| format!("<w:tc><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>");
        let row = |one: &str, two: &str| format!("<w:tr>{}{}</w:tr>", cell(one), cell(two));
        check(
            &format!(
                "<w:tbl>{}{}</w:tbl><w:p><w:r><w:t>After</w:t></w:r></w:p>",
                row("Год", "Цена"),
                row("2019", "127")
            ),
            "Год | Цена\n2019 | 127\n\nAfter",
        );
        let inner = format!("<w:tbl>{}</w:tbl>", row("a", "b"));
        check(&format!("<w:tbl><w:tr><w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>"), "a | b");
    }

    #[test]
    fn broken_documents_are_refused_with_a_reason() {
        let whole = document("<w:p><w:r><w:t>Text</w:t></w:r></w:p>", "", "");
        assert!(read(&whole).is_ok());
        assert!(matches!(read(&document("<w:p>", "", "")), Err(Refusal::Damaged { .. })));
        assert!(matches!(read(whole.get(..300).unwrap()), Err(Refusal::Damaged { .. })));
        assert_eq!(read(&document("<w:p/>", "", "")).err(), Some(Refusal::Empty));
    }
}
