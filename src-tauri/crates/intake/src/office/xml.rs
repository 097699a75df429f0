//! The parts of office documents as a stream of elements and words: nothing is expanded, nothing is loaded.

use std::borrow::Cow;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

/// How deep elements may lie in each other.
const DEEPEST: usize = 2_000;

/// A part that is no sound XML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Broken;

/// What comes next in a part. An element without content opens and closes.
#[derive(Debug)]
pub(super) enum Piece<'x> {
    Open(Tag<'x>),
    /// The end of an element, by its local name.
    Close(String),
    Words(Cow<'x, str>),
}

/// The start of an element; namespaces are told apart by nothing but where an element stands.
#[derive(Debug)]
pub(super) struct Tag<'x>(BytesStart<'x>);

impl Tag<'_> {
    /// Its name without prefix.
    pub(super) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// Value of an attribute by its name without prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        let found = attributes
            .with_checks(false)
            .flatten()
            .find(|attribute| attribute.key.local_name().as_ref() == name)?;
        match found.normalized_value(XmlVersion::Implicit1_0) {
            Ok(value) => Some(value.into_owned()),
            Err(_) => None,
        }
    }

    /// Whether a property that is on by being there is on: `<w:vanish/>`, but not `<w:vanish w:val="0"/>`.
    pub(super) fn is_on(&self) -> bool {
        !matches!(self.attribute("val").as_deref(), Some("0" | "false" | "off" | "none"))
    }
}

/// A part being read.
pub(super) struct Xml<'x> {
    reader: Reader<&'x [u8]>,
    depth: usize,
}

impl<'x> Xml<'x> {
    pub(super) fn new(part: &'x str) -> Self {
        let mut reader = Reader::from_str(part);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.allow_dangling_amp = true;
        Self { reader, depth: 0 }
    }

    /// The next piece; `None` at the end.
    ///
    /// # Errors
    /// Where the part breaks off, or its tags do not match, or lie too deep.
    pub(super) fn next(&mut self) -> Result<Option<Piece<'x>>, Broken> {
        loop {
            let piece = match self.reader.read_event().map_err(|_| Broken)? {
                Event::Start(start) => {
                    self.depth += 1;
                    if self.depth > DEEPEST {
                        return Err(Broken);
                    }
                    Piece::Open(Tag(start))
                }
                Event::End(end) => {
                    self.depth = self.depth.saturating_sub(1);
                    Piece::Close(end.local_name().as_ref().to_owned())
                }
                Event::Text(words) => Piece::Words(words.into_inner()),
                Event::CData(words) => Piece::Words(words.into_inner()),
                Event::GeneralRef(named) => match named.resolve_char_ref() {
                    Ok(Some(c)) => Piece::Words(Cow::Owned(c.to_string())),
                    _ => match quick_xml::escape::resolve_predefined_entity(&named) {
                        Some(words) => Piece::Words(Cow::Borrowed(words)),
                        // Entities of a document's own are where XML bombs are: their names stand for nothing.
                        None => continue,
                    },
                },
                Event::Eof if self.depth > 0 => return Err(Broken),
                Event::Eof => return Ok(None),
                Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {
                    continue;
                }
            };
            return Ok(Some(piece));
        }
    }

    /// Passes over the element that was opened last, with all in it.
    ///
    /// # Errors
    /// As [`Xml::next`].
    pub(super) fn skip(&mut self) -> Result<(), Broken> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            if self.next()?.is_none() {
                return Err(Broken);
            }
        }
        Ok(())
    }

    /// The words of the element that was opened last.
    ///
    /// # Errors
    /// As [`Xml::next`].
    pub(super) fn text(&mut self) -> Result<String, Broken> {
        let outside = self.depth.saturating_sub(1);
        let mut text = String::new();
        while self.depth > outside {
            match self.next()? {
                Some(Piece::Words(words)) => text.push_str(&words),
                Some(_) => {}
                None => return Err(Broken),
            }
        }
        Ok(text)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn words(part: &str) -> Result<String, Broken> {
        let mut xml = Xml::new(part);
        let mut all = String::new();
        while let Some(piece) = xml.next()? {
            if let Piece::Words(words) = piece {
                all.push_str(&words);
            }
        }
        Ok(all)
    }

    #[test]
    fn entities_of_the_document_stand_for_nothing() {
        let bomb = "<!DOCTYPE a [<!ENTITY b \"boom\"><!ENTITY c \"&b;&b;&b;\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]>\
                    <a>&c;&f;A &amp; B&#x2014;&#1107; <![CDATA[<i>]]></a>";
        assert_eq!(words(bomb).unwrap(), "A & B—ѓ <i>");
    }

    #[test]
    fn what_breaks_off_or_lies_too_deep_is_broken() {
        assert_eq!(words("<a><b>one</b>"), Err(Broken));
        assert_eq!(words("<a><b>one</a></b>"), Err(Broken));
        assert_eq!(words(&"<a>".repeat(10_000)), Err(Broken));
    }

    #[test]
    fn elements_are_passed_over_whole() {
        let mut xml = Xml::new("<a><x:b y:c='1 &lt; 2'><b>no</b></x:b>yes</a>");
        xml.next().unwrap();
        let Some(Piece::Open(tag)) = xml.next().unwrap() else { panic!() };
        assert_eq!((tag.name(), tag.attribute("c").as_deref()), ("b", Some("1 < 2")));
        xml.skip().unwrap();
        assert_eq!(xml.text().unwrap(), "yes");
    }
}
