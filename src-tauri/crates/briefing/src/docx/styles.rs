//! Styles and numbering of the DOCX: named styles a reader can restyle in one place.

use chancery_model::Status;

use super::W;
use super::body::FIRST_NUMBERED;

/// Faces every office suite has or has a metric twin for, with Cyrillic.
const SERIF: &str = "Georgia";
const SANS: &str = "Arial";

struct Paragraph {
    id: &'static str,
    name: &'static str,
    based_on: &'static str,
    next: &'static str,
    /// Paragraph properties, in the order the schema wants.
    paragraph: &'static str,
    sans: bool,
    /// Run properties after the face.
    run: &'static str,
}

#[rustfmt::skip]
const PARAGRAPHS: &[Paragraph] = &[
    Paragraph { id: "Title", name: "Title", based_on: "Normal", next: "Facts", paragraph: "<w:keepNext/><w:keepLines/><w:spacing w:before=\"240\" w:after=\"160\" w:line=\"276\" w:lineRule=\"auto\"/>", sans: false, run: "<w:b/><w:color w:val=\"1B1F24\"/><w:sz w:val=\"48\"/><w:szCs w:val=\"48\"/>" },
    Paragraph { id: "Heading1", name: "heading 1", based_on: "Normal", next: "Normal", paragraph: "<w:keepNext/><w:keepLines/><w:pBdr><w:top w:val=\"single\" w:sz=\"4\" w:space=\"8\" w:color=\"C9C4BA\"/></w:pBdr><w:spacing w:before=\"440\" w:after=\"120\"/><w:outlineLvl w:val=\"0\"/>", sans: false, run: "<w:b/><w:sz w:val=\"30\"/><w:szCs w:val=\"30\"/>" },
    Paragraph { id: "Heading2", name: "heading 2", based_on: "Normal", next: "Normal", paragraph: "<w:keepNext/><w:keepLines/><w:spacing w:before=\"280\" w:after=\"80\"/><w:outlineLvl w:val=\"1\"/>", sans: false, run: "<w:b/><w:sz w:val=\"25\"/><w:szCs w:val=\"25\"/>" },
    Paragraph { id: "Heading3", name: "heading 3", based_on: "Normal", next: "Normal", paragraph: "<w:keepNext/><w:keepLines/><w:spacing w:before=\"220\" w:after=\"60\"/><w:outlineLvl w:val=\"2\"/>", sans: false, run: "<w:b/><w:i/>" },
    Paragraph { id: "Heading4", name: "heading 4", based_on: "Normal", next: "Normal", paragraph: "<w:keepNext/><w:keepLines/><w:spacing w:before=\"180\" w:after=\"40\"/><w:outlineLvl w:val=\"3\"/>", sans: false, run: "<w:i/>" },
    Paragraph { id: "Facts", name: "Facts", based_on: "Normal", next: "Facts", paragraph: "<w:spacing w:after=\"20\"/>", sans: true, run: "<w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>" },
    Paragraph { id: "Label", name: "Label", based_on: "Normal", next: "Normal", paragraph: "<w:spacing w:after=\"100\"/>", sans: true, run: "<w:color w:val=\"5D6672\"/><w:sz w:val=\"17\"/><w:szCs w:val=\"17\"/>" },
    Paragraph { id: "Quote", name: "Quote", based_on: "Normal", next: "QuoteOrigin", paragraph: "<w:pBdr><w:left w:val=\"single\" w:sz=\"12\" w:space=\"10\" w:color=\"1F4E79\"/></w:pBdr><w:spacing w:before=\"160\" w:after=\"0\"/><w:ind w:left=\"280\"/>", sans: false, run: "" },
    Paragraph { id: "QuoteOrigin", name: "Quote Origin", based_on: "Normal", next: "Normal", paragraph: "<w:pBdr><w:left w:val=\"single\" w:sz=\"12\" w:space=\"10\" w:color=\"1F4E79\"/></w:pBdr><w:spacing w:after=\"200\"/><w:ind w:left=\"280\"/>", sans: true, run: "<w:sz w:val=\"17\"/><w:szCs w:val=\"17\"/>" },
    Paragraph { id: "ListBullet", name: "List Bullet", based_on: "Normal", next: "ListBullet", paragraph: "<w:spacing w:after=\"120\"/>", sans: false, run: "" },
    Paragraph { id: "ListNumber", name: "List Number", based_on: "Normal", next: "ListNumber", paragraph: "<w:spacing w:after=\"120\"/>", sans: false, run: "" },
    Paragraph { id: "ListContinue", name: "List Continue", based_on: "Normal", next: "Normal", paragraph: "<w:spacing w:after=\"120\"/>", sans: false, run: "" },
    Paragraph { id: "Source", name: "Source", based_on: "Normal", next: "Source", paragraph: "<w:keepLines/><w:spacing w:after=\"140\"/>", sans: false, run: "<w:sz w:val=\"19\"/><w:szCs w:val=\"19\"/>" },
    Paragraph { id: "Code", name: "Code", based_on: "Normal", next: "Code", paragraph: "<w:spacing w:after=\"0\"/><w:ind w:left=\"280\"/>", sans: false, run: "<w:rFonts w:ascii=\"Courier New\" w:hAnsi=\"Courier New\" w:cs=\"Courier New\"/><w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>" },
    Paragraph { id: "Rule", name: "Rule", based_on: "Normal", next: "Normal", paragraph: "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"1\" w:color=\"C9C4BA\"/></w:pBdr><w:spacing w:after=\"200\"/>", sans: false, run: "" },
    Paragraph { id: "TableText", name: "Table Text", based_on: "Normal", next: "TableText", paragraph: "<w:spacing w:before=\"20\" w:after=\"20\" w:line=\"240\" w:lineRule=\"auto\"/>", sans: true, run: "<w:sz w:val=\"17\"/><w:szCs w:val=\"17\"/>" },
    Paragraph { id: "TableHead", name: "Table Head", based_on: "TableText", next: "TableText", paragraph: "<w:keepNext/>", sans: true, run: "<w:b/><w:color w:val=\"5D6672\"/>" },
    Paragraph { id: "Header", name: "header", based_on: "Normal", next: "Header", paragraph: "<w:tabs><w:tab w:val=\"right\" w:pos=\"9638\"/></w:tabs><w:spacing w:after=\"0\"/>", sans: true, run: "<w:color w:val=\"5D6672\"/><w:sz w:val=\"16\"/><w:szCs w:val=\"16\"/>" },
    Paragraph { id: "Footer", name: "footer", based_on: "Normal", next: "Footer", paragraph: "<w:tabs><w:tab w:val=\"right\" w:pos=\"9638\"/></w:tabs><w:spacing w:after=\"0\"/>", sans: true, run: "<w:color w:val=\"5D6672\"/><w:sz w:val=\"16\"/><w:szCs w:val=\"16\"/>" },
];

/// Writes `word/styles.xml` for a document in the language of `tag`.
pub(super) fn styles(tag: &str) -> String {
    let mut out = format!(
        "<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>{}<w:sz w:val=\"21\"/><w:szCs w:val=\"21\"/>\
         <w:lang w:val=\"{tag}\" w:eastAsia=\"{tag}\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>\
         <w:pPrDefault><w:pPr><w:spacing w:after=\"140\" w:line=\"300\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>\
         <w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\"><w:name w:val=\"Default Paragraph Font\"/></w:style>\
         <w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/>\
         <w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"0\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"100\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>",
        face(SERIF)
    );
    for style in PARAGRAPHS {
        let face = if style.sans { face(SANS) } else { String::new() };
        out.push_str(&format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"{}\"><w:name w:val=\"{}\"/><w:basedOn w:val=\"{}\"/><w:next w:val=\"{}\"/><w:qFormat/>\
             <w:pPr>{}</w:pPr><w:rPr>{face}{}</w:rPr></w:style>",
            style.id, style.name, style.based_on, style.next, style.paragraph, style.run
        ));
    }
    let sans = face(SANS);
    let courier = face("Courier New");
    character(&mut out, "Strong", "Strong", "<w:b/>");
    character(&mut out, "Quoted", "Quoted", "<w:i/>");
    character(&mut out, "Quiet", "Quiet", &format!("{sans}<w:color w:val=\"5D6672\"/><w:sz w:val=\"17\"/>"));
    character(&mut out, "Citation", "Citation", "<w:color w:val=\"1F4E79\"/>");
    character(
        &mut out,
        "CodeWords",
        "Code Words",
        &format!("{courier}<w:color w:val=\"5D6672\"/><w:sz w:val=\"15\"/>"),
    );
    for status in Status::ALL {
        let look = match status {
            Status::NotBegun => "<w:color w:val=\"6B727B\"/>",
            Status::Begun => "<w:color w:val=\"8A5A00\"/>",
            Status::Partly => "<w:color w:val=\"25689B\"/>",
            Status::Done => "<w:color w:val=\"217346\"/>",
            Status::OnHold => "<w:color w:val=\"6B727B\"/><w:u w:val=\"dotted\"/>",
            Status::Withdrawn => "<w:strike/><w:color w:val=\"6B727B\"/>",
        };
        let id = format!("Status-{}", status.id());
        character(&mut out, &id, &format!("Status {}", status.id()), &format!("<w:b/>{look}"));
    }
    out.push_str(
        "<w:style w:type=\"table\" w:styleId=\"RegisterTable\"><w:name w:val=\"Register Table\"/><w:basedOn w:val=\"TableNormal\"/>\
         <w:tblPr><w:tblBorders><w:top w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"1B1F24\"/>\
         <w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"1B1F24\"/>\
         <w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"C9C4BA\"/></w:tblBorders>\
         <w:tblCellMar><w:top w:w=\"50\" w:type=\"dxa\"/><w:left w:w=\"0\" w:type=\"dxa\"/><w:bottom w:w=\"50\" w:type=\"dxa\"/><w:right w:w=\"120\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>\
         <w:tblStylePr w:type=\"firstRow\"><w:tblPr/><w:tcPr><w:tcBorders><w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"1B1F24\"/></w:tcBorders></w:tcPr></w:tblStylePr></w:style></w:styles>",
    );
    out
}

fn face(name: &str) -> String {
    format!("<w:rFonts w:ascii=\"{name}\" w:hAnsi=\"{name}\" w:eastAsia=\"{name}\" w:cs=\"{name}\"/>")
}

fn character(out: &mut String, id: &str, name: &str, run: &str) {
    out.push_str(&format!(
        "<w:style w:type=\"character\" w:customStyle=\"1\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"DefaultParagraphFont\"/><w:rPr>{run}</w:rPr></w:style>"
    ));
}

/// Writes `word/numbering.xml`; `lists` are the first numbers of the numbered lists in the text.
pub(super) fn numbering(lists: &[u64]) -> String {
    let level = |at: usize, format: &str, text: &str| {
        let left = 360 * (at + 1);
        format!(
            "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/><w:lvlJc w:val=\"left\"/>\
             <w:pPr><w:ind w:left=\"{left}\" w:hanging=\"360\"/></w:pPr></w:lvl>"
        )
    };
    let bullets: String = (0..9).map(|at| level(at, "bullet", if at % 2 == 0 { "•" } else { "–" })).collect();
    let numbers: String = (0..9).map(|at| level(at, "decimal", &format!("%{}.", at + 1))).collect();
    let sources = "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"[%1]\"/><w:lvlJc w:val=\"left\"/>\
                   <w:pPr><w:ind w:left=\"560\" w:hanging=\"560\"/></w:pPr></w:lvl>";
    let abstracts: String = [(0, bullets.as_str()), (1, sources), (2, numbers.as_str())]
        .iter()
        .map(|(id, levels)| {
            let kind = if *id == 1 { "singleLevel" } else { "multilevel" };
            format!("<w:abstractNum w:abstractNumId=\"{id}\"><w:multiLevelType w:val=\"{kind}\"/>{levels}</w:abstractNum>")
        })
        .collect();
    let mut nums = "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>".to_owned();
    for (id, start) in (FIRST_NUMBERED..).zip(lists) {
        // Word keeps list numbers in 31 bits.
        let start = (*start).min(2_147_483_647);
        let overrides: String = (0..9)
            .map(|at| {
                format!("<w:lvlOverride w:ilvl=\"{at}\"><w:startOverride w:val=\"{start}\"/></w:lvlOverride>")
            })
            .collect();
        nums.push_str(&format!("<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"2\"/>{overrides}</w:num>"));
    }
    format!("<w:numbering {W}>{abstracts}{nums}</w:numbering>")
}
