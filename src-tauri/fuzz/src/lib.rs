//! What every fuzz target holds its reader to.

use std::io::{Cursor, Write as _};
use std::ops::ControlFlow;
use std::sync::LazyLock;

use chancery_intake::{Item, Limits, normalise, read_as, read_each};
use chancery_model::{
    CodePoints, Day, InLanguages, Language, Place, SourceDocument, Span, Term, TermKind, Topic,
};
use chancery_text::{
    Matcher, body, dateline, dates, fold, furniture, language_of, publication, sentences, stem, words,
};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A fixed day of capture: the same bytes must read the same on any day.
fn captured() -> Day {
    Day::new(2026, 11, 22).expect("a day")
}

/// Makes ready what is made once, so that no input is charged with it: rules and tables.
pub fn warm() {
    for text in [
        "Ministers agree\n\nMINSK, November 12 (Agency) - The ministers met in Minsk on Tuesday.",
        "Газ\n\nМИНСК, 12 ноября (Агентство). Министры встретились в Минске во вторник.",
        "Газ\n\nМІНСК, 12 лістапада (Агенцтва). Міністры сустрэліся ў Мінску ў аўторак.",
    ] {
        prose("Gas", text);
        parse("txt", text.as_bytes());
        parse("html", format!("<html><p>{text}").as_bytes());
    }
}

/// Reads `bytes` as the format, and holds that what was read is sound.
pub fn parse(format: &str, bytes: &[u8]) {
    for read in read_as(format, bytes, captured()).into_iter().flatten() {
        sound(&read.document);
    }
}

/// Reads `bytes` as any file that comes in.
pub fn any(bytes: &[u8]) {
    let limits = Limits { bytes: 1 << 20, ..Limits::default() };
    read_each(bytes.to_vec(), None, captured(), &limits, &mut |item: Item| {
        if let Ok(read) = &item.outcome {
            sound(&read.document);
        }
        ControlFlow::Continue(())
    });
}

/// The smaller formats of references, one a byte.
#[must_use]
pub fn list(choice: u8) -> &'static str {
    const LISTS: [&str; 11] = [
        "nbib",
        "enw",
        "isi",
        "inspec",
        "biblioscape",
        "copac",
        "endnote-xml",
        "mods",
        "marc-xml",
        "pubmed-xml",
        "word-xml",
    ];
    LISTS[usize::from(choice) % LISTS.len()]
}

/// An office document of `parts`, which zero bytes divide: its text, and what stands beside it.
#[must_use]
pub fn office(choice: u8, parts: &[u8]) -> (&'static str, Vec<u8>) {
    let (format, names): (_, &[&str]) = match choice % 3 {
        0 => ("docx", &["word/document.xml", "word/styles.xml", "word/footnotes.xml", "docProps/core.xml"]),
        1 => ("odt", &["content.xml", "meta.xml", "styles.xml"]),
        _ => ("epub", &["a.xhtml", "book.opf", "META-INF/container.xml"]),
    };
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut put = |name: &str, bytes: &[u8]| {
        let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        zip.start_file(name, stored).expect("a part");
        zip.write_all(bytes).expect("a part");
    };
    let mut parts = parts.split(|&byte| byte == 0);
    for name in names {
        match (parts.next(), *name) {
            (Some(bytes), name) if !bytes.is_empty() => put(name, bytes),
            (_, "book.opf") => put("book.opf", OPF),
            (_, "META-INF/container.xml") => put("META-INF/container.xml", CONTAINER),
            _ => {}
        }
    }
    if format == "docx" {
        put("_rels/.rels", RELS);
    }
    (format, zip.finish().expect("an archive").into_inner())
}

const OPF: &[u8] =
    b"<package><manifest><item id='a' href='a.xhtml' media-type='application/xhtml+xml'/></manifest>\
    <spine><itemref idref='a'/></spine></package>";
const CONTAINER: &[u8] = b"<container><rootfiles><rootfile full-path='book.opf'/></rootfiles></container>";
const RELS: &[u8] = b"<Relationships><Relationship Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' \
    Target='word/document.xml'/></Relationships>";

/// Texts are normalised, and what says where it stands stands inside the text.
fn sound(document: &SourceDocument) {
    let text = &document.text;
    assert_eq!(&normalise(text), text, "normalised twice is as once");
    let length = CodePoints::new(text).len();
    let inside = |span: Span| assert!(span.start <= span.end && span.end <= length, "{span:?} of {length}");
    for piece in &document.furniture {
        inside(piece.span);
    }
    let bases =
        [&document.title.basis, &document.byline.basis, &document.outlet.basis, &document.published.basis];
    for basis in bases.into_iter().flatten() {
        if let Place::Text(span) = basis.place {
            inside(span);
        }
    }
}

/// Every reading of a text, by itself.
pub fn prose(title: &str, text: &str) {
    let length = CodePoints::new(text).len();
    let inside = |span: Span| assert!(span.start <= span.end && span.end <= length, "{span:?} of {length}");
    let pieces = furniture(text, Some(title));
    for piece in &pieces {
        inside(piece.span);
    }
    let _ = body(text, &pieces);
    let language = language_of(text).value;
    let found = dateline::find(text, &pieces);
    let page = publication::Page { text, furniture: &pieces, dateline: found.as_ref() };
    let published = publication::read(&page, captured()).value;
    let opening = dateline::field(found.as_ref()).value;
    for mention in dates::mentions(text, &pieces, language, published.as_ref(), opening.as_ref()) {
        inside(mention.span);
    }
    for sentence in sentences(text) {
        inside(sentence);
    }
    for word in words(text) {
        inside(word.span);
        let folded = fold(&word.form);
        for language in [Language::En, Language::Ru, Language::Be] {
            let _ = stem(&folded, language);
        }
    }
    for suggestion in MATCHER.suggest(title, text, &pieces, language) {
        for reason in suggestion.reasons {
            if let Some(span) = reason.span {
                inside(span);
            }
        }
    }
}

static MATCHER: LazyLock<Matcher> = LazyLock::new(|| {
    let terms = ["gas price", "газ", "цан-", "-", "ў", "Союз", "e'e"];
    let term =
        |text: &str, language, kind| Term { language, text: text.to_owned(), kind, weight: 0.6, facet: None };
    let terms = terms.into_iter().flat_map(|text| {
        [Language::En, Language::Ru, Language::Be].into_iter().flat_map(move |language| {
            [TermKind::Stem, TermKind::Exact, TermKind::Near(5), TermKind::AnyOf, TermKind::Regex]
                .map(|kind| term(text, language, kind))
        })
    });
    Matcher::new(&[Topic {
        slug: "gas".to_owned(),
        parent: None,
        group: false,
        label: InLanguages::default(),
        definition: InLanguages::default(),
        include: InLanguages::default(),
        exclude: InLanguages::default(),
        threshold: 0.5,
        terms: terms.collect(),
    }])
});
