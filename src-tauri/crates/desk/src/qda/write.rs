//! A project goes out: the texts one after the other, then what is told of them. The same dossier gives the same bytes.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::io::Write as _;

use chancery_model::{ArticleId, TopicId, Uid};
use chancery_store::{ArticleDetail, Backlink, CodingRow, Moment, NoteDetail, Reader};
use quick_xml::events::{BytesDecl, Event};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::parts::{Xml, date_time};
use super::{NAMESPACE, ORIGIN, VARIABLES};
use crate::codebook::{made_uid, qdc};
use crate::whole::Whole;
use crate::{Book, DeskError, Progress, Result, Step};

const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";
const SCHEMA: &str =
    "urn:QDA-XML:project:1.0 http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd";

/// Beginning of the words a selection is named by; by it a reader checks that it counts as we do.
const NAMED_BY: usize = 60;

/// Writes a project of these articles; how many codings are in it, or `None` where it was cancelled. `worded` gives the
/// text of a note with its links in words: ids mean nothing elsewhere.
pub(crate) fn write(
    reader: &Reader<'_>,
    book: &Book,
    worded: &dyn Fn(&str) -> String,
    ids: &[ArticleId],
    file: &mut Whole<'_>,
    progress: &mut Progress<'_>,
) -> Result<Option<usize>> {
    let path = file.path().to_owned();
    let failed = |error: zip::result::ZipError| DeskError::file(&path, error.into());
    let unwritten = |error: std::io::Error| DeskError::file(&path, error);
    let mut archive = ZipWriter::new(file);
    let codes: HashMap<TopicId, Uid> = reader.topics()?.into_iter().map(|row| (row.id, row.uid)).collect();
    let mut codings = by_article(reader)?;
    let mut project = Project { xml: Xml::new(), user: made_uid("user", "analyst"), codes: &codes };
    let mut names = HashSet::new();
    let mut notes = BTreeSet::new();
    let mut used = BTreeSet::new();
    let mut coded = 0;
    for (done, &id) in ids.iter().enumerate() {
        let detail = reader.article(id)?;
        if !progress.step(Step { done, total: ids.len(), current: &detail.row.title, ..Step::default() }) {
            return Ok(None);
        }
        archive.start_file(format!("sources/{}.txt", detail.uid), options()).map_err(failed)?;
        archive.write_all(detail.text.as_bytes()).map_err(unwritten)?;
        let about: Vec<(Moment, chancery_model::NoteId, Uid)> = reader
            .notes_about(Backlink::Article(id))?
            .into_iter()
            .map(|row| (row.created_at, row.id, row.uid))
            .collect();
        let rows = codings.remove(&id).unwrap_or_default();
        coded += rows.len();
        let name = unique(&mut names, &detail.row.title);
        let linked: Vec<Uid> = about.iter().map(|(.., uid)| *uid).collect();
        used.extend(project.source(&detail, &name, &rows, &linked));
        notes.extend(about.into_iter().map(|(at, id, _)| (at, id)));
    }
    let notes = notes.into_iter().map(|(_, id)| reader.note(id)).collect::<Result<Vec<_>, _>>()?;
    for note in &notes {
        archive.start_file(format!("sources/{}.txt", note.row.uid), options()).map_err(failed)?;
        archive.write_all(worded(&note.note.markdown).as_bytes()).map_err(unwritten)?;
    }
    let info = reader.dossier()?;
    let sources = std::mem::replace(&mut project.xml, Xml::new()).into_bytes();
    archive.start_file("project.qde", options()).map_err(failed)?;
    let whole = project.whole((&info.name.en, &info.description), book, &used, &sources, &notes);
    archive.write_all(&whole).map_err(unwritten)?;
    archive.finish().map_err(failed)?;
    let _ = progress.step(Step { done: ids.len(), total: ids.len(), ..Step::default() });
    Ok(Some(coded))
}

/// Without a date, so that the same dossier gives the same archive.
fn options() -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(zip::DateTime::default())
        .unix_permissions(0o644)
}

fn by_article(reader: &Reader<'_>) -> Result<BTreeMap<ArticleId, Vec<CodingRow>>> {
    let mut by_article: BTreeMap<ArticleId, Vec<CodingRow>> = BTreeMap::new();
    for row in reader.codings()? {
        by_article.entry(row.coding.article).or_default().push(row);
    }
    Ok(by_article)
}

/// Programs tell sources apart by their names.
fn unique(taken: &mut HashSet<String>, title: &str) -> String {
    let title = if title.trim().is_empty() { "Untitled" } else { title.trim() };
    let numbered = (2..).map(|number| format!("{title} ({number})"));
    std::iter::once(title.to_owned())
        .chain(numbered)
        .find(|name| taken.insert(name.to_lowercase()))
        .unwrap_or_default()
}

struct Project<'c> {
    xml: Xml,
    user: Uid,
    codes: &'c HashMap<TopicId, Uid>,
}

impl Project<'_> {
    /// Writes an article; the variables it has.
    fn source(
        &mut self,
        detail: &ArticleDetail,
        name: &str,
        codings: &[CodingRow],
        notes: &[Uid],
    ) -> Vec<usize> {
        let path = format!("internal://{}.txt", detail.uid);
        let mut attributes =
            vec![("guid", detail.uid.to_string()), ("name", name.to_owned()), ("plainTextPath", path)];
        attributes.extend(self.made(detail.row.captured_at));
        self.xml.open("TextSource", &attributes);
        // A selection is a place: a passage that is lost has none.
        for row in codings.iter().filter(|row| !row.coding.anchor.is_lost()) {
            self.selection(row);
        }
        for topic in &detail.row.tags {
            let tag = made_uid("tag", &format!("{} {topic}", detail.uid));
            self.coding(tag, *topic, detail.row.captured_at);
        }
        for &note in notes {
            self.xml.target("NoteRef", note);
        }
        let values = values(detail);
        for (at, value) in &values {
            self.xml.open("VariableValue", &[]);
            self.xml.target("VariableRef", made_uid("variable", VARIABLES[*at].0));
            self.xml.words("TextValue", value);
            self.xml.close("VariableValue");
        }
        self.xml.close("TextSource");
        values.into_iter().map(|(at, _)| at).collect()
    }

    fn selection(&mut self, row: &CodingRow) {
        let anchor = &row.coding.anchor;
        let words = anchor.exact.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut attributes = vec![
            ("guid", made_uid("selection", &row.uid.to_string()).to_string()),
            ("name", words.chars().take(NAMED_BY).collect()),
            ("startPosition", anchor.span.start.to_string()),
            ("endPosition", anchor.span.end.to_string()),
        ];
        attributes.extend(self.made(row.at));
        self.xml.open("PlainTextSelection", &attributes);
        self.xml.words("Description", &row.coding.memo);
        self.coding(row.uid, row.coding.topic, row.at);
        self.xml.close("PlainTextSelection");
    }

    fn coding(&mut self, uid: Uid, topic: TopicId, at: Moment) {
        let Some(&code) = self.codes.get(&topic) else { return };
        let mut attributes = vec![("guid", uid.to_string())];
        attributes.extend(self.made(at));
        self.xml.open("Coding", &attributes);
        self.xml.target("CodeRef", code);
        self.xml.close("Coding");
    }

    /// By whom and when.
    fn made(&self, at: Moment) -> [(&'static str, String); 2] {
        [("creatingUser", self.user.to_string()), ("creationDateTime", date_time(at))]
    }

    /// The whole of `project.qde`, in the order of the schema.
    fn whole(
        &mut self,
        (name, description): (&str, &str),
        book: &Book,
        variables: &BTreeSet<usize>,
        sources: &[u8],
        notes: &[NoteDetail],
    ) -> Vec<u8> {
        let mut xml = Xml::new();
        let _ = xml.writer().write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)));
        xml.open(
            "Project",
            &[
                ("xmlns", NAMESPACE.to_owned()),
                ("xmlns:xsi", XSI.to_owned()),
                ("xsi:schemaLocation", SCHEMA.to_owned()),
                ("name", name.to_owned()),
                ("origin", ORIGIN.to_owned()),
                ("creatingUserGUID", self.user.to_string()),
            ],
        );
        xml.open("Users", &[]);
        xml.empty("User", &[("guid", self.user.to_string()), ("name", "Analyst".to_owned())]);
        xml.close("Users");
        if !book.topics.is_empty() {
            xml.open("CodeBook", &[]);
            let _ = qdc::codes(book, xml.writer());
            xml.close("CodeBook");
        }
        if !variables.is_empty() {
            xml.open("Variables", &[]);
            for name in variables.iter().map(|at| VARIABLES[*at].0) {
                let guid = made_uid("variable", name).to_string();
                xml.empty(
                    "Variable",
                    &[("guid", guid), ("name", name.to_owned()), ("typeOfVariable", "Text".to_owned())],
                );
            }
            xml.close("Variables");
        }
        xml.open("Sources", &[]);
        xml.writer().get_mut().push(b'\n');
        xml.writer().get_mut().extend_from_slice(sources.trim_ascii());
        xml.close("Sources");
        if !notes.is_empty() {
            xml.open("Notes", &[]);
            for NoteDetail { row, note } in notes {
                let mut attributes = vec![
                    ("guid", row.uid.to_string()),
                    ("name", note.title.clone()),
                    ("plainTextPath", format!("internal://{}.txt", row.uid)),
                ];
                attributes.extend(self.made(row.created_at));
                xml.empty("Note", &attributes);
            }
            xml.close("Notes");
        }
        xml.words("Description", description);
        xml.close("Project");
        let mut bytes = xml.into_bytes();
        bytes.push(b'\n');
        bytes
    }
}

/// What is known of an article, by its place among the variables.
fn values(detail: &ArticleDetail) -> Vec<(usize, String)> {
    let row = &detail.row;
    let known = [
        row.outlet.as_ref().map(|(_, name)| name.clone()),
        row.published.as_ref().map(|published| published.date.to_string()),
        row.language.map(|language| language.code()),
        detail.fields.url.value.clone(),
    ];
    let known = known.into_iter().enumerate();
    known.filter_map(|(at, value)| Some((at, value.filter(|value| !value.trim().is_empty())?))).collect()
}
