//! OpenDocument texts (ODT): the text as a reader sees it, with its changes accepted.

use std::collections::HashMap;

use chancery_model::Confidence;

use super::about::{self, About};
use super::blocks::{Block, Blocks, Kind};
use super::package::Package;
use super::xml::{Broken, Piece, Tag, Xml};
use crate::Refusal;
use crate::draft::Draft;

/// What it is called.
const NAME: &str = "an OpenDocument text (ODT)";
/// How many blanks one element may stand for.
const MOST_BLANKS: usize = 64;

/// Reads a document. The day it was made is no day of publication and is left out.
///
/// # Errors
/// Where parts are missing, broken or locked, or there are no words.
pub(crate) fn read(bytes: &[u8]) -> Result<Draft, Refusal> {
    let mut package = Package::open(bytes, NAME)?;
    if let Some(manifest) = package.text("META-INF/manifest.xml")?
        && manifest.contains("encryption-data")
    {
        return Err(Refusal::Locked { looks_like: NAME });
    }
    let content = package.needed("content.xml")?;
    let blocks = blocks(&content).map_err(|_| package.damaged("a part is broken off or garbled"))??;
    let about = package.text("meta.xml")?.and_then(|part| About::read(&part).ok()).unwrap_or_default();
    let author = about.first("initial-creator").or(about.first("creator"));
    let mut draft = about::draft(blocks, about.first("title"), author)?;
    draft.language = about::language(about.first("language"));
    draft.modified = about::date(about.first("date"), Confidence::High);
    Ok(draft)
}

/// What an automatic style says: what it is made from, and whether it hides its words.
#[derive(Debug, Default)]
struct Style {
    parent: String,
    hidden: bool,
}

struct Content {
    blocks: Blocks,
    styles: HashMap<String, Style>,
    /// The style being read.
    style: Option<String>,
    lists: usize,
    /// The paragraphs open, boxes and notes in them included.
    paragraphs: Vec<Kind>,
}

fn blocks(part: &str) -> Result<Result<Vec<Block>, Refusal>, Broken> {
    let mut content = Content {
        blocks: Blocks::new(),
        styles: HashMap::new(),
        style: None,
        lists: 0,
        paragraphs: Vec::new(),
    };
    let mut xml = Xml::new(part);
    while let Some(piece) = xml.next()? {
        match piece {
            Piece::Open(tag) => content.open(&tag, &mut xml)?,
            Piece::Close(name) => content.close(&name),
            Piece::Words(words) if !content.paragraphs.is_empty() => content.blocks.words(&words),
            Piece::Words(_) => {}
        }
    }
    Ok(content.blocks.finish())
}

impl Content {
    fn open(&mut self, tag: &Tag<'_>, xml: &mut Xml<'_>) -> Result<(), Broken> {
        match tag.name() {
            // What was deleted, remarks, lists of what stands elsewhere in the document, names of pictures.
            "tracked-changes" | "annotation" | "table-of-content" | "illustration-index" | "table-index"
            | "object-index" | "user-index" | "alphabetical-index" | "sequence-decls" | "variable-decls"
            | "user-field-decls" | "forms" | "note-citation" | "ruby-text" | "title" | "desc" | "script"
            | "scripts" | "object" | "binary-data" | "event-listeners" | "hidden-text" | "math"
            | "master-styles" => return xml.skip(),
            "section" if tag.attribute("display").as_deref() == Some("none") => return xml.skip(),
            "hidden-paragraph" if tag.attribute("is-hidden").as_deref() == Some("true") => {
                self.blocks.drop_line();
            }
            "style" => self.style(tag),
            "text-properties" => {
                if tag.attribute("display").as_deref() == Some("none")
                    && let Some(style) = self.style.as_ref().and_then(|name| self.styles.get_mut(name))
                {
                    style.hidden = true;
                }
            }
            "span" if self.is_hidden(tag) => return xml.skip(),
            "p" | "h" => {
                if self.is_hidden(tag) {
                    return xml.skip();
                }
                let kind = self.kind(tag);
                self.paragraphs.push(kind);
            }
            "list" => self.lists += 1,
            "table-row" => self.blocks.row(),
            "table-cell" => self.blocks.cell(),
            "note" => self.blocks.note(),
            "text-box" => self.blocks.aside(),
            "s" => {
                let count = tag.attribute("c").and_then(|count| count.parse().ok()).unwrap_or(1_usize);
                self.blocks.words(&" ".repeat(count.min(MOST_BLANKS)));
            }
            "tab" => self.blocks.words(" "),
            "line-break" => self.blocks.line_break(),
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str) {
        match name {
            "p" | "h" => {
                if let Some(kind) = self.paragraphs.pop() {
                    self.blocks.end(kind);
                }
            }
            "list" => self.lists = self.lists.saturating_sub(1),
            "table-row" => self.blocks.end_row(),
            "table-cell" => self.blocks.end_cell(),
            "note" => self.blocks.end_note(),
            "text-box" => self.blocks.end_aside(),
            "style" => self.style = None,
            _ => {}
        }
    }

    fn style(&mut self, tag: &Tag<'_>) {
        let Some(name) = tag.attribute("name") else { return };
        let parent = tag.attribute("parent-style-name").unwrap_or_default();
        self.styles.insert(name.clone(), Style { parent, hidden: false });
        self.style = Some(name);
    }

    fn is_hidden(&self, tag: &Tag<'_>) -> bool {
        tag.attribute("style-name")
            .is_some_and(|name| self.styles.get(&name).is_some_and(|style| style.hidden))
    }

    fn kind(&self, tag: &Tag<'_>) -> Kind {
        let style = tag.attribute("style-name").unwrap_or_default();
        let named = self.styles.get(&style).map_or(style.as_str(), |style| style.parent.as_str());
        if named == "Title" {
            Kind::Title
        } else if tag.name() == "h" || named == "Subtitle" || named.starts_with("Heading") {
            Kind::Heading
        } else if self.lists > 0 {
            Kind::Item
        } else {
            Kind::Paragraph
        }
    }
}

#[cfg(test)]
pub(super) mod testing {
    use crate::office::package::testing::zipped;

    /// An ODT of this text, styles and properties.
    pub(crate) fn document(text: &str, styles: &str, meta: &str) -> Vec<u8> {
        let names = "xmlns:office='o' xmlns:text='t' xmlns:table='b' xmlns:draw='d' xmlns:style='s' xmlns:dc='c' xmlns:meta='m' xmlns:fo='f'";
        zipped(&[
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            (
                "content.xml",
                &format!(
                    "<office:document-content {names}><office:automatic-styles>{styles}</office:automatic-styles>\
                     <office:body><office:text>{text}</office:text></office:body></office:document-content>"
                ),
            ),
            (
                "meta.xml",
                &format!(
                    "<office:document-meta {names}><office:meta>{meta}</office:meta></office:document-meta>"
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
    use crate::office::package::testing::zipped;
    use chancery_model::Language;

    #[test]
    fn a_document_becomes_its_text_and_its_fields() {
        let styles = "<style:style style:name='P1' style:parent-style-name='Title'/>\
             <style:style style:name='T9' style:family='text'><style:text-properties text:display='none'/></style:style>";
        let text = "<text:tracked-changes><text:changed-region><text:deletion><text:p>удалено</text:p></text:deletion></text:changed-region></text:tracked-changes>\
             <text:table-of-content><text:index-body><text:p>Оглавление</text:p></text:index-body></text:table-of-content>\
             <text:p text:style-name='P1'>Дорожные\n карты</text:p><text:h text:outline-level='1'>Газ</text:h>\
             <text:p>Цена<text:s text:c='3'/>прежняя<text:note text:note-class='footnote'><text:note-citation>1</text:note-citation>\
             <text:note-body><text:p>По данным министерства.</text:p></text:note-body></text:note>,<text:line-break/>как <text:a>сказано</text:a>\
             <text:span text:style-name='T9'>скрыто</text:span><text:change text:change-id='c1'/>.\
             <office:annotation><text:p>примечание</text:p></office:annotation></text:p>\
             <text:list><text:list-item><text:p>нефть</text:p></text:list-item><text:list-item><text:p>газ</text:p></text:list-item></text:list>\
             <table:table><table:table-row><table:table-cell><text:p>2019</text:p></table:table-cell><table:table-cell><text:p>127</text:p></table:table-cell></table:table-row></table:table>\
             <text:p>Перед<draw:frame><draw:text-box><text:p>Врезка</text:p></draw:text-box><svg:title xmlns:svg='v'>Картинка</svg:title></draw:frame> врезкой.</text:p>";
        let meta = "<dc:title>Карты</dc:title><meta:initial-creator>Иван Петров</meta:initial-creator><dc:creator>Admin</dc:creator>\
             <meta:creation-date>2001-01-01T00:00:00</meta:creation-date><dc:date>2021-09-10T08:00:00</dc:date><dc:language>ru-RU</dc:language>";
        let draft = read(&document(text, styles, meta)).unwrap();
        assert_eq!(draft.title.value.as_deref(), Some("Дорожные карты"));
        assert_eq!(
            draft.text,
            "Газ\n\nЦена прежняя[1],\nкак сказано.\n\n- нефть\n- газ\n\n2019 | 127\n\nПеред врезкой.\n\nВрезка\n\n[1] По данным министерства."
        );
        assert_eq!(draft.byline.value.as_deref(), Some("Иван Петров"));
        assert_eq!(draft.language.value, Some(Language::Ru));
        assert_eq!(draft.published.value, None);
        assert_eq!(draft.modified.value.unwrap().date.to_string(), "2021-09-10");
    }

    #[test]
    fn locked_and_broken_documents_are_refused() {
        let locked = zipped(&[
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            ("META-INF/manifest.xml", "<manifest:encryption-data/>"),
            ("content.xml", "\u{1}\u{2}"),
        ]);
        assert_eq!(read(&locked).err(), Some(Refusal::Locked { looks_like: NAME }));
        let broken = document("<text:p>words", "", "");
        assert!(matches!(read(&broken), Err(Refusal::Damaged { .. })));
        assert!(matches!(read(&zipped(&[("mimetype", "x")])), Err(Refusal::Damaged { .. })));
        assert_eq!(read(&document("<text:p/>", "", "")).err(), Some(Refusal::Empty));
    }
}
