//! What a document states of itself, and what of that the desk believes.

use chancery_model::{Alternative, Basis, Confidence, Edtf, Field, Language, Place, Published};
use chancery_text::publication;

use super::blocks::{Block, Kind, text};
use super::xml::{Broken, Piece, Xml};
use crate::draft::{Draft, stated};
use crate::{Refusal, byline, normalise};

/// Rule of what stands in the document's properties.
pub(super) const PROPERTIES: &str = "document-properties";
/// Blocks at the head among which a title stated elsewhere is looked for.
const HEAD: usize = 6;
/// Longest title, in characters.
const LONGEST: usize = 300;
/// What programs put where nobody wrote a name, folded.
const NOBODY: &[&str] = &[
    "user",
    "admin",
    "administrator",
    "owner",
    "author",
    "unknown",
    "unknown author",
    "microsoft office user",
    "microsoft",
    "python-docx",
    "apache poi",
    "un-named",
    "пользователь",
    "пользователь windows",
    "админ",
    "администратор",
    "автор",
    "карыстальнік",
    "адміністратар",
];

/// A property: `dc:title`, `meta:initial-creator`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Property {
    /// Its name without prefix.
    pub(super) name: String,
    pub(super) words: String,
    /// What it is more exactly, where the element says so: an author's role, a date's event.
    pub(super) detail: String,
}

/// The properties in their order.
#[derive(Clone, Debug, Default)]
pub(super) struct About(pub(super) Vec<Property>);

impl About {
    /// The properties of `core.xml`, `meta.xml` or the head of a book.
    ///
    /// # Errors
    /// Where the part is no sound XML.
    pub(super) fn read(part: &str) -> Result<Self, Broken> {
        const NAMES: [&str; 9] = [
            "title",
            "creator",
            "initial-creator",
            "language",
            "modified",
            "date",
            "publisher",
            "subject",
            "meta",
        ];
        let mut about = Self::default();
        let mut xml = Xml::new(part);
        while let Some(piece) = xml.next()? {
            let Piece::Open(tag) = piece else { continue };
            if !NAMES.contains(&tag.name()) {
                continue;
            }
            let property = tag.attribute("property");
            if tag.name() == "meta" && property.is_none() {
                // The ODF root for properties has this name too.
                continue;
            }
            let name = property
                .map(|property| property.rsplit(':').next().unwrap_or_default().to_owned())
                .unwrap_or_else(|| tag.name().to_owned());
            let detail = ["role", "event"].iter().find_map(|name| tag.attribute(name)).unwrap_or_default();
            let words = normalise(&xml.text()?).replace('\n', " ");
            if !words.is_empty() && about.0.len() < 1_000 {
                about.0.push(Property { name, words, detail });
            }
        }
        Ok(about)
    }

    /// The first property of a name.
    pub(super) fn first(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|property| property.name == name).map(|property| property.words.as_str())
    }
}

/// An article of these blocks. `title` and `author` are what the properties state.
///
/// Rules: `title-style` for a paragraph marked as the title, `first-heading`, `document-properties`.
///
/// # Errors
/// Where there are no words.
pub(super) fn draft(
    mut blocks: Vec<Block>,
    title: Option<&str>,
    author: Option<&str>,
) -> Result<Draft, Refusal> {
    let title = take_title(&mut blocks, title.filter(|title| is_title(title)));
    let text = text(&blocks);
    if text.is_empty() && title.value.is_none() {
        return Err(Refusal::Empty);
    }
    let mut draft = Draft { text, title, ..Draft::default() };
    if draft.text.is_empty() {
        // A title alone is all there is to read.
        draft.text = draft.title.value.take().unwrap_or_default();
        draft.title = Field::default();
    }
    if let Some(author) = author.map(str::trim).filter(|author| is_somebody(author)) {
        // Who made the file need not have written what is in it.
        let mut given = stated(author, PROPERTIES);
        given.confidence = Confidence::Low;
        let printed = byline::read(&normalise(&draft.text));
        draft.byline = if printed.value.is_some() { or(printed, given) } else { given };
    }
    Ok(draft)
}

/// The title: the paragraph so marked, a first paragraph that the properties name, or what they name alone.
fn take_title(blocks: &mut Vec<Block>, stated_title: Option<&str>) -> Field<String> {
    let given = stated_title.map_or_else(Field::default, |title| stated(title, PROPERTIES));
    let marked =
        blocks.iter().take(HEAD).position(|block| block.kind == Kind::Title).map(|at| (at, "title-style"));
    let named = given.value.as_deref().and_then(|title| {
        let title = folded(title);
        blocks.iter().take(HEAD).position(|block| folded(&block.text) == title).map(|at| (at, PROPERTIES))
    });
    let headed = blocks
        .first()
        .filter(|block| block.kind == Kind::Heading && is_title(&block.text))
        .map(|_| (0, "first-heading"));
    let Some((at, rule)) = marked.or(named).or(headed) else {
        // Names that no reader sees are often those of another document, from which this one was made.
        return Field { confidence: given.confidence.min(Confidence::Medium), ..given };
    };
    let words = blocks.remove(at).text.replace('\n', " ");
    let basis = Basis { words: words.clone(), place: Place::Title, rule: rule.to_owned() };
    let seen = Field::known(words.clone(), Confidence::High, basis);
    if given.value.as_deref().is_some_and(|title| folded(title) != folded(&words)) {
        or(seen, given)
    } else {
        seen
    }
}

/// The first, with the second among what else it could be.
fn or(first: Field<String>, second: Field<String>) -> Field<String> {
    let mut field = first;
    if let Some(value) = second.value.filter(|value| Some(value) != field.value.as_ref()) {
        let alternative = Alternative { value, confidence: Confidence::Low, basis: second.basis };
        field.alternatives.push(alternative);
    }
    field
}

fn folded(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether it reads as a title and not as the name of a file, or as what a program puts where none was given.
fn is_title(words: &str) -> bool {
    let low = words.trim().to_lowercase();
    let file = ["doc", "docx", "odt", "rtf", "pdf", "dot", "dotx", "indd", "qxd", "htm", "html", "txt"];
    let is_file = low.rsplit_once('.').is_some_and(|(_, ending)| file.contains(&ending));
    let default =
        ["microsoft word", "document", "документ", "дакумент", "untitled", "без имени", "без назвы"];
    let numbered = low.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let letters = low.chars().filter(|c| c.is_alphabetic()).count();
    letters > 2
        && low.chars().count() <= LONGEST
        && !is_file
        && !low.starts_with("microsoft word -")
        && !default.contains(&numbered)
}

fn is_somebody(name: &str) -> bool {
    let low = name.to_lowercase();
    name.chars().filter(|c| c.is_alphabetic()).count() > 2
        && name.chars().count() <= 120
        && !name.contains('@')
        && !NOBODY.contains(&low.as_str())
        && !low.starts_with("user ")
        && !low.contains("libreoffice")
}

/// The language stated: `ru-RU`.
pub(super) fn language(words: Option<&str>) -> Field<Language> {
    let Some(words) = words else { return Field::default() };
    let code = words.split(['-', '_']).next().unwrap_or_default().trim().to_lowercase();
    let basis = Basis { words: words.to_owned(), place: Place::Metadata, rule: PROPERTIES.to_owned() };
    Language::from_code(&code)
        .map_or_else(Field::default, |language| Field::known(language, Confidence::Medium, basis))
}

/// A date stated, where it can be read in one way and is no program's zero.
pub(super) fn date(words: Option<&str>, confidence: Confidence) -> Field<Published> {
    let Some(words) =
        words.map(str::trim).filter(|words| !words.starts_with('0') && !words.starts_with("1601"))
    else {
        return Field::default();
    };
    let basis = Basis { words: words.to_owned(), place: Place::Metadata, rule: PROPERTIES.to_owned() };
    // A year, or a year and a month, is all that many books state.
    let coarse = || {
        let plain = words.len() == 4 || words.len() == 7;
        let date = Edtf::parse(words).ok().filter(|_| plain)?;
        Some(Published { date, time: None, zone: None })
    };
    publication::stamp(words)
        .or_else(coarse)
        .map_or_else(Field::default, |date| Field::known(date, confidence, basis))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn block(kind: Kind, text: &str) -> Block {
        Block { kind, text: text.to_owned() }
    }

    #[test]
    fn a_title_seen_goes_before_one_that_is_not() {
        let blocks = || {
            vec![
                block(Kind::Paragraph, "Доклад"),
                block(Kind::Paragraph, "Дорожные карты: что дальше"),
                block(Kind::Paragraph, "Стороны встретились."),
            ]
        };
        let named = draft(blocks(), Some("Дорожные карты — что дальше"), None).unwrap();
        assert_eq!(named.title.value.as_deref(), Some("Дорожные карты: что дальше"));
        assert_eq!(named.title.confidence, Confidence::High);
        assert_eq!(named.text, "Доклад\n\nСтороны встретились.");
        let stale = draft(blocks(), Some("Отчёт за прошлый год"), None).unwrap();
        assert_eq!(stale.title.confidence, Confidence::Medium);
        let mut marked = blocks();
        marked[1].kind = Kind::Title;
        let marked = draft(marked, Some("Отчёт за прошлый год"), None).unwrap();
        assert_eq!(marked.title.basis[0].rule, "title-style");
        assert_eq!(marked.title.alternatives[0].value, "Отчёт за прошлый год");
        for junk in ["Microsoft Word - карты.doc", "Документ 1", "final.docx", "-"] {
            assert_eq!(draft(blocks(), Some(junk), None).unwrap().title.value, None, "{junk}");
        }
    }

    #[test]
    fn who_made_the_file_gives_way_to_who_signed_it() {
        let made = |text: &str, author| {
            draft(vec![block(Kind::Paragraph, text)], None, Some(author)).unwrap().byline
        };
        assert_eq!(made("Text.", "Ann Lee").value.as_deref(), Some("Ann Lee"));
        assert_eq!(made("Text.", "Ann Lee").confidence, Confidence::Low);
        assert_eq!(made("Text.", "Пользователь Windows").value, None);
        let signed = made("By John Smith", "Ann Lee");
        assert_eq!(signed.value.as_deref(), Some("John Smith"));
        assert_eq!(signed.alternatives[0].value, "Ann Lee");
    }

    #[test]
    fn dates_and_languages_are_read_as_they_are_written() {
        let day = |words| date(Some(words), Confidence::High).value.map(|date| date.date.to_string());
        assert_eq!(day("2021-03-04T10:05:00Z").as_deref(), Some("2021-03-04"));
        assert_eq!(day("2019-11").as_deref(), Some("2019-11"));
        assert_eq!(day("2019").as_deref(), Some("2019"));
        assert_eq!(day("0101-01-01T00:00:00+00:00"), None);
        assert_eq!(language(Some("be-BY")).value, Some(Language::Be));
        assert_eq!(language(Some("x-none")).value, None);
    }
}
