//! Styles of a Word document: which paragraphs are titles, headings, items, and which are a table of contents.

use std::collections::HashMap;

use crate::office::xml::{Broken, Piece, Xml};

/// What a style says of its paragraphs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Says {
    pub(super) role: Option<Role>,
    /// Whether they stand in a list; `None` where it says nothing.
    pub(super) listed: Option<bool>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Title,
    Heading,
    /// A line of a table of contents.
    Contents,
}

#[derive(Debug, Default)]
struct Style {
    says: Says,
    based_on: Option<String>,
}

/// The styles by their ids.
#[derive(Debug, Default)]
pub(super) struct Styles(HashMap<String, Style>);

/// How many styles may be based on each other.
const DEEPEST: usize = 12;

impl Styles {
    /// Reads `styles.xml`.
    ///
    /// # Errors
    /// Where it is no sound XML.
    pub(super) fn read(part: &str) -> Result<Self, Broken> {
        let mut styles = HashMap::new();
        let mut open: Option<(String, Style)> = None;
        let mut xml = Xml::new(part);
        while let Some(piece) = xml.next()? {
            match piece {
                Piece::Open(tag) if tag.name() == "style" => {
                    open = tag.attribute("styleId").map(|id| (id, Style::default()));
                }
                Piece::Open(tag) => {
                    let Some((_, style)) = &mut open else { continue };
                    let value = || tag.attribute("val").unwrap_or_default();
                    match tag.name() {
                        "name" => style.says.role = role(&value()).or(style.says.role),
                        "basedOn" => style.based_on = Some(value()),
                        "outlineLvl" if style.says.role.is_none() && is_level(&value()) => {
                            style.says.role = Some(Role::Heading);
                        }
                        "numId" => style.says.listed = Some(value() != "0"),
                        _ => {}
                    }
                }
                Piece::Close(name) if name == "style" => styles.extend(open.take()),
                Piece::Close(_) | Piece::Words(_) => {}
            }
        }
        Ok(Self(styles))
    }

    /// What a style says, or those it is based on. An id that is not there is taken for a name: programs that write
    /// no styles name them so.
    pub(super) fn says(&self, id: &str) -> Says {
        let mut says = Says::default();
        let mut next = Some(id);
        for _ in 0..DEEPEST {
            let Some(id) = next else { break };
            let Some(style) = self.0.get(id) else {
                says.role = says.role.or(role(id));
                break;
            };
            says.role = says.role.or(style.says.role);
            says.listed = says.listed.or(style.says.listed);
            next = style.based_on.as_deref();
        }
        says
    }
}

/// Whether a level of the outline is a heading's; the tenth is that of text.
pub(super) fn is_level(value: &str) -> bool {
    value.trim().parse::<u8>().is_ok_and(|level| level < 9)
}

/// What the name of a style says; Word keeps the English names of its own styles in every language.
fn role(name: &str) -> Option<Role> {
    let low = name.trim().to_lowercase();
    let begins = |starts: &[&str]| starts.iter().any(|start| low.starts_with(start));
    if low == "title" || low == "название" || low == "заглавие" {
        Some(Role::Title)
    } else if begins(&["toc ", "toc1", "toc2", "toc3", "table of figures", "tableoffigures"]) {
        Some(Role::Contents)
    } else if begins(&["heading", "заголовок", "загаловак", "subtitle"]) {
        Some(Role::Heading)
    } else {
        None
    }
}
