//! Books (EPUB): the chapters in the order of their spine as one text.

mod chapter;
mod opf;

use chancery_model::Confidence;

use self::opf::Opf;
use super::about;
use super::blocks::Blocks;
use super::package::{Package, beside};
use super::xml::{Piece, Xml};
use crate::draft::{Draft, stated};
use crate::html::decode_page;
use crate::{Note, Refusal};

/// What it is called.
const NAME: &str = "a book (EPUB)";
/// Rule of what a book states of itself.
const RULE: &str = "book-metadata";

/// Reads a book as one article.
///
/// # Errors
/// Where parts are missing, broken or locked, or there are no words.
pub(crate) fn read(bytes: &[u8]) -> Result<Draft, Refusal> {
    let mut package = Package::open(bytes, NAME)?;
    let container = package.text("META-INF/container.xml")?.unwrap_or_default();
    let root = root(&container).unwrap_or_else(|| "content.opf".to_owned());
    let book = package.needed(&root)?;
    let garbled = "its list of chapters is garbled";
    let book = Opf::read(&book).map_err(|_| package.damaged(garbled))?;
    let locked = package.text("META-INF/encryption.xml")?.map(|part| locked(&part)).unwrap_or_default();
    let mut blocks = Blocks::new();
    let mut replaced = 0;
    for chapter in book.chapters() {
        let name = beside(&root, &unescaped(chapter));
        if locked.contains(&name) {
            return Err(Refusal::Locked { looks_like: NAME });
        }
        let Some(page) = package.bytes(&name)? else {
            return Err(package.damaged("a chapter is missing"));
        };
        if page.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let page = decode_page(&page)?;
        replaced += page.replaced;
        chapter::read(&page.text, &mut blocks);
    }
    let about = &book.about;
    let mut draft = about::draft(blocks.finish()?, about.first("title"), None)?;
    draft.byline = stated(&book.authors().join(", "), RULE);
    draft.outlet = stated(about.first("publisher").unwrap_or_default(), RULE);
    draft.language = about::language(about.first("language"));
    draft.published = about::date(book.published(), Confidence::Medium);
    draft.modified = about::date(book.modified(), Confidence::High);
    if replaced > 0 {
        draft.notes.push(Note::Replaced(replaced));
    }
    Ok(draft)
}

/// The part that lists the chapters.
fn root(container: &str) -> Option<String> {
    let mut xml = Xml::new(container);
    while let Ok(Some(piece)) = xml.next() {
        if let Piece::Open(tag) = piece
            && tag.name() == "rootfile"
            && let Some(path) = tag.attribute("full-path")
        {
            return Some(path);
        }
    }
    None
}

/// The parts that are locked; fonts are in most books that have such a list.
fn locked(encryption: &str) -> Vec<String> {
    let mut locked = Vec::new();
    let mut xml = Xml::new(encryption);
    while let Ok(Some(piece)) = xml.next() {
        if let Piece::Open(tag) = piece
            && tag.name() == "CipherReference"
            && let Some(part) = tag.attribute("URI")
        {
            locked.push(unescaped(&part));
        }
    }
    locked
}

/// An address inside a book as the name of a part: without fragment, `%20` as a blank.
fn unescaped(address: &str) -> String {
    let address = address.split('#').next().unwrap_or_default();
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let digits = after.get(..2).filter(|digits| byte == b'%' && digits.iter().all(u8::is_ascii_hexdigit));
        let code = digits
            .and_then(|digits| std::str::from_utf8(digits).ok())
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(code.unwrap_or(byte));
        rest = if code.is_some() { after.get(2..).unwrap_or_default() } else { after };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| address.to_owned())
}

#[cfg(test)]
pub(super) mod testing {
    use crate::office::package::testing::zipped;

    /// A book of these properties, chapters in spine order, and more parts.
    pub(crate) fn book(about: &str, chapters: &[(&str, &str)], more: &[(&str, &str)]) -> Vec<u8> {
        let mut manifest = String::from(
            "<item id='nav' properties='nav' href='nav.xhtml' media-type='application/xhtml+xml'/>",
        );
        let mut spine = String::from("<itemref idref='nav'/>");
        let mut parts = Vec::new();
        for (at, (name, body)) in chapters.iter().enumerate() {
            manifest
                .push_str(&format!("<item id='c{at}' href='{name}' media-type='application/xhtml+xml'/>"));
            spine.push_str(&format!("<itemref idref='c{at}'/>"));
            let page = format!(
                "<?xml version='1.0' encoding='utf-8'?><html xmlns='http://www.w3.org/1999/xhtml'><head><title/></head><body>{body}</body></html>"
            );
            parts.push((format!("OEBPS/{}", name.replace("%20", " ")), page));
        }
        let opf = format!(
            "<package xmlns:dc='d' xmlns:opf='o'><metadata>{about}</metadata><manifest>{manifest}</manifest><spine>{spine}</spine></package>"
        );
        let mut all = vec![
            ("mimetype", "application/epub+zip"),
            (
                "META-INF/container.xml",
                "<container><rootfiles><rootfile full-path='OEBPS/book.opf'/></rootfiles></container>",
            ),
            ("OEBPS/book.opf", opf.as_str()),
            ("OEBPS/nav.xhtml", "<html><body><nav><ol><li>Contents</li></ol></nav></body></html>"),
        ];
        all.extend(parts.iter().map(|(name, page)| (name.as_str(), page.as_str())));
        all.extend(more);
        zipped(&all)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::testing::book;
    use super::*;
    use crate::office::package::testing::zipped;
    use chancery_model::Language;

    #[test]
    fn a_book_is_its_chapters_in_the_order_of_its_spine() {
        let about = "<dc:title id='t'>Союзное государство</dc:title><dc:title id='s'>Двадцать лет</dc:title>\
             <dc:creator id='a'>Иван Петров</dc:creator><dc:creator opf:role='trl'>Ann Lee</dc:creator>\
             <dc:creator id='e'>Ed Itor</dc:creator><meta refines='#e' property='role'>edt</meta><dc:publisher>Пример</dc:publisher>\
             <dc:language>ru</dc:language><dc:date opf:event='modification'>2020-02-02</dc:date><dc:date>2019-11</dc:date>\
             <meta property='dcterms:modified'>2021-09-10T08:00:00Z</meta>";
        let chapters = [
            (
                "z%20first.xhtml",
                "<h1>Союзное государство</h1><p>Договор подписан.<a epub:type='noteref' href='#n'>1</a></p>",
            ),
            (
                "a.xhtml",
                "<h2>Газ</h2><p>Цена&nbsp;прежняя.<br/>И дальше <script/>так.</p><ul><li>нефть</li><li>газ</li></ul>\
               <span epub:type='pagebreak'>12</span><blockquote><p>Цитата.</p></blockquote>\
               <table><tr><td>2019</td><td><p>127</p></td></tr></table><aside id='n'><p>Примечание.</p></aside>",
            ),
        ];
        let draft = read(&book(about, &chapters, &[])).unwrap();
        assert_eq!(draft.title.value.as_deref(), Some("Союзное государство"));
        assert_eq!(
            draft.text,
            "Договор подписан[1].\n\nГаз\n\nЦена прежняя.\nИ дальше так.\n\n- нефть\n- газ\n\nЦитата.\n\n2019 | 127\n\nПримечание."
        );
        assert_eq!(draft.byline.value.as_deref(), Some("Иван Петров"));
        assert_eq!(draft.outlet.value.as_deref(), Some("Пример"));
        assert_eq!(draft.language.value, Some(Language::Ru));
        assert_eq!(draft.published.value.unwrap().date.to_string(), "2019-11");
        assert_eq!(draft.modified.value.unwrap().date.to_string(), "2021-09-10");
    }

    #[test]
    fn locked_and_broken_books_are_refused() {
        let chapters = [("a.xhtml", "<p>Words</p>")];
        let encryption = |part: &str| {
            format!(
                "<encryption><EncryptedData><CipherData><CipherReference URI='{part}'/></CipherData></EncryptedData></encryption>"
            )
        };
        let with = |part: &str| book("", &chapters, &[("META-INF/encryption.xml", &encryption(part))]);
        assert_eq!(read(&with("OEBPS/font.otf")).unwrap().text, "Words");
        assert_eq!(read(&with("OEBPS/a.xhtml")).err(), Some(Refusal::Locked { looks_like: NAME }));
        assert!(matches!(read(&zipped(&[("mimetype", "x")])), Err(Refusal::Damaged { .. })));
        assert_eq!(read(&book("", &[("a.xhtml", "<p/>")], &[])).err(), Some(Refusal::Empty));
        let missing = zipped(&[(
            "content.opf",
            "<package><manifest><item id='a' href='a.xhtml' media-type='application/xhtml+xml'/></manifest><spine><itemref idref='a'/></spine></package>",
        )]);
        assert_eq!(
            read(&missing).err(),
            Some(Refusal::Damaged { looks_like: NAME, why: "a chapter is missing" })
        );
    }

    #[test]
    fn addresses_become_names_of_parts() {
        assert_eq!(unescaped("a%20b%D0%B0.xhtml#x"), "a bа.xhtml");
        assert_eq!(unescaped("100%.xhtml"), "100%.xhtml");
        assert_eq!(unescaped("%ff"), "%ff");
    }
}
