//! The body of a Word document and its notes, from elements to blocks.

use std::collections::BTreeMap;

use super::styles::{Role, Styles, is_level};
use crate::Refusal;
use crate::office::blocks::{Block, Blocks, Kind};
use crate::office::xml::{Broken, Piece, Tag, Xml};

/// Notes by `footnotes` or `endnotes` and their id.
pub(super) type Notes = BTreeMap<(&'static str, String), Vec<Block>>;

/// How a paragraph reads.
#[derive(Clone, Debug, Default)]
struct Paragraph {
    role: Option<Role>,
    listed: bool,
    /// Its end is deleted: the next one goes on in it.
    runs_on: bool,
}

/// Reads the elements of one part.
pub(super) struct Body<'s> {
    styles: &'s Styles,
    notes: Notes,
    blocks: Blocks,
    /// The paragraphs open, boxes in them included.
    paragraphs: Vec<Paragraph>,
    in_run: bool,
    hidden: bool,
    /// Whether the alternatives open have been read.
    chosen: Vec<bool>,
    /// Whether the rows open are deleted.
    rows: Vec<bool>,
    /// Whether the fields to fill in that are open show what to fill in.
    placeholders: Vec<bool>,
}

impl<'s> Body<'s> {
    pub(super) fn new(styles: &'s Styles, notes: Notes) -> Self {
        Self {
            styles,
            notes,
            blocks: Blocks::new(),
            paragraphs: Vec::new(),
            in_run: false,
            hidden: false,
            chosen: Vec::new(),
            rows: Vec::new(),
            placeholders: Vec::new(),
        }
    }

    /// Reads a part.
    ///
    /// # Errors
    /// Where it is no sound XML, and where it is too much.
    pub(super) fn read(mut self, part: &str) -> Result<Result<Vec<Block>, Refusal>, Broken> {
        let mut xml = Xml::new(part);
        self.run(&mut xml, None)?;
        Ok(self.blocks.finish())
    }

    /// Reads until `end` closes.
    fn run(&mut self, xml: &mut Xml<'_>, end: Option<&str>) -> Result<(), Broken> {
        while let Some(piece) = xml.next()? {
            match piece {
                Piece::Open(tag) => self.open(&tag, xml)?,
                Piece::Close(name) => {
                    self.close(&name);
                    if end == Some(name.as_str()) {
                        return Ok(());
                    }
                }
                Piece::Words(_) => {}
            }
        }
        Ok(())
    }

    fn open(&mut self, tag: &Tag<'_>, xml: &mut Xml<'_>) -> Result<(), Broken> {
        match tag.name() {
            // What was deleted or moved away, how things looked before, and what nobody reads.
            "del" | "moveFrom" | "pPrChange" | "rPrChange" | "tblPrChange" | "trPrChange" | "tcPrChange"
            | "sectPrChange" | "sectPr" | "instrText" | "delText" | "delInstrText" | "rt" | "tblPr"
            | "tcPr" | "docPr" | "cNvPr" => return xml.skip(),
            "pPr" => return self.paragraph_marks(xml),
            "trPr" => return self.row_marks(xml),
            "sdtPr" => return self.field_marks(xml),
            "sdt" => self.placeholders.push(false),
            "sdtContent" if self.placeholders.last() == Some(&true) => return xml.skip(),
            "AlternateContent" => self.chosen.push(false),
            "Choice" | "Fallback" => {
                if let Some(chosen) = self.chosen.last_mut()
                    && std::mem::replace(chosen, true)
                {
                    return xml.skip();
                }
            }
            "txbxContent" => {
                self.blocks.aside();
                (self.in_run, self.hidden) = (false, false);
            }
            "p" => self.paragraphs.push(Paragraph::default()),
            "tr" => {
                self.rows.push(false);
                self.blocks.row();
            }
            "tc" => self.blocks.cell(),
            "r" => (self.in_run, self.hidden) = (true, false),
            "vanish" if self.in_run => self.hidden = tag.is_on(),
            "t" => {
                let words = xml.text()?;
                if !self.hidden {
                    self.blocks.words(&words);
                }
            }
            "tab" | "ptab" if self.in_run => self.blocks.words(" "),
            "br" | "cr" if self.in_run => self.blocks.line_break(),
            "noBreakHyphen" => self.blocks.words("-"),
            "footnoteReference" => self.note("footnotes", tag),
            "endnoteReference" => self.note("endnotes", tag),
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str) {
        match name {
            "p" => self.end_paragraph(),
            "r" => (self.in_run, self.hidden) = (false, false),
            "tc" => self.blocks.end_cell(),
            "tr" => {
                if self.rows.pop() == Some(true) {
                    self.blocks.drop_row();
                } else {
                    self.blocks.end_row();
                }
            }
            "txbxContent" => {
                self.blocks.end_aside();
                self.in_run = true;
            }
            "AlternateContent" => drop(self.chosen.pop()),
            "sdt" => drop(self.placeholders.pop()),
            _ => {}
        }
    }

    fn end_paragraph(&mut self) {
        let Some(paragraph) = self.paragraphs.pop() else { return };
        if paragraph.runs_on {
            return;
        }
        let kind = match paragraph.role {
            Some(Role::Contents) => {
                self.blocks.drop_line();
                Kind::Paragraph
            }
            Some(Role::Title) => Kind::Title,
            Some(Role::Heading) => Kind::Heading,
            None if paragraph.listed => Kind::Item,
            None => Kind::Paragraph,
        };
        self.blocks.end(kind);
    }

    /// Reads what a paragraph says of itself.
    fn paragraph_marks(&mut self, xml: &mut Xml<'_>) -> Result<(), Broken> {
        let mut says = super::styles::Says::default();
        let (mut listed, mut runs_on) = (None, false);
        while let Some(piece) = xml.next()? {
            match piece {
                Piece::Open(tag) => match tag.name() {
                    "pPrChange" | "rPrChange" | "sectPr" | "numberingChange" => xml.skip()?,
                    "pStyle" => says = self.styles.says(&tag.attribute("val").unwrap_or_default()),
                    "outlineLvl" if is_level(&tag.attribute("val").unwrap_or_default()) => {
                        says.role = says.role.or(Some(Role::Heading));
                    }
                    "numId" => listed = Some(tag.attribute("val").as_deref() != Some("0")),
                    "del" | "moveFrom" => runs_on = true,
                    _ => {}
                },
                Piece::Close(name) if name == "pPr" => break,
                Piece::Close(_) | Piece::Words(_) => {}
            }
        }
        if let Some(paragraph) = self.paragraphs.last_mut() {
            let listed = listed.or(says.listed).unwrap_or(false);
            *paragraph = Paragraph { role: says.role, listed, runs_on };
        }
        Ok(())
    }

    fn row_marks(&mut self, xml: &mut Xml<'_>) -> Result<(), Broken> {
        while let Some(piece) = xml.next()? {
            match piece {
                Piece::Open(tag) if tag.name() == "trPrChange" => xml.skip()?,
                Piece::Open(tag) if tag.name() == "del" => {
                    if let Some(row) = self.rows.last_mut() {
                        *row = true;
                    }
                }
                Piece::Close(name) if name == "trPr" => break,
                _ => {}
            }
        }
        Ok(())
    }

    fn field_marks(&mut self, xml: &mut Xml<'_>) -> Result<(), Broken> {
        while let Some(piece) = xml.next()? {
            match piece {
                Piece::Open(tag) if tag.name() == "showingPlcHdr" => {
                    if let Some(field) = self.placeholders.last_mut() {
                        *field = tag.is_on();
                    }
                }
                Piece::Close(name) if name == "sdtPr" => break,
                _ => {}
            }
        }
        Ok(())
    }

    fn note(&mut self, kind: &'static str, tag: &Tag<'_>) {
        if let Some(id) = tag.attribute("id")
            && let Some(note) = self.notes.remove(&(kind, id))
            && !self.hidden
        {
            self.blocks.noted(note);
        }
    }
}

/// Reads the notes of a part.
///
/// # Errors
/// As [`Body::read`].
pub(super) fn notes(
    part: &str,
    kind: &'static str,
    styles: &Styles,
) -> Result<Result<Notes, Refusal>, Broken> {
    let mut notes = Notes::new();
    let mut xml = Xml::new(part);
    while let Some(piece) = xml.next()? {
        let Piece::Open(tag) = piece else { continue };
        let name = match tag.name() {
            "footnote" => "footnote",
            "endnote" => "endnote",
            _ => continue,
        };
        // Lines that part the notes from the page have a type.
        let (Some(id), None | Some("normal")) = (tag.attribute("id"), tag.attribute("type").as_deref())
        else {
            xml.skip()?;
            continue;
        };
        let mut body = Body::new(styles, Notes::new());
        body.run(&mut xml, Some(name))?;
        match body.blocks.finish() {
            Ok(blocks) => notes.insert((kind, id), blocks),
            Err(refusal) => return Ok(Err(refusal)),
        };
    }
    Ok(Ok(notes))
}
