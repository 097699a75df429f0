//! A project that goes out has the elements and attributes of the published schema (`Project.xsd`, 2019), in its order.
#![allow(clippy::unwrap_used)]

mod common;

use std::collections::HashMap;
use std::io::Read as _;

use chancery_desk::{ArticleFormat, Chosen, NoteTarget, Progress};
use chancery_model::{Span, Verdict};
use chancery_store::{ArticleFilter, ArticleSort};
use roxmltree::{Document, Node};

/// Element: its children in their order, its attributes, those that must be there before the bar.
const SCHEMA: &[(&str, &str, &str)] = &[
    (
        "Project",
        "Users CodeBook Variables Cases Sources Notes Links Sets Graphs Description NoteRef",
        "name | origin creatingUserGUID creationDateTime modifyingUserGUID modifiedDateTime basePath schemaLocation",
    ),
    ("Users", "User", "|"),
    ("User", "", "guid | name id"),
    ("CodeBook", "Codes", "|"),
    ("Codes", "Code", "|"),
    ("Code", "Description NoteRef Code", "guid name isCodable | color"),
    ("Variables", "Variable", "|"),
    ("Variable", "Description", "guid name typeOfVariable |"),
    ("Sources", "TextSource PictureSource PDFSource AudioSource VideoSource", "|"),
    (
        "TextSource",
        "Description PlainTextContent PlainTextSelection Coding NoteRef VariableValue",
        "guid | name richTextPath plainTextPath creatingUser creationDateTime modifyingUser modifiedDateTime",
    ),
    (
        "PlainTextSelection",
        "Description Coding NoteRef",
        "guid startPosition endPosition | name creatingUser creationDateTime modifyingUser modifiedDateTime",
    ),
    ("Coding", "CodeRef NoteRef", "guid | creatingUser creationDateTime"),
    ("CodeRef", "", "targetGUID |"),
    ("NoteRef", "", "targetGUID |"),
    ("VariableRef", "", "targetGUID |"),
    (
        "VariableValue",
        "VariableRef TextValue BooleanValue IntegerValue FloatValue DateValue DateTimeValue",
        "|",
    ),
    ("TextValue", "", "|"),
    ("Notes", "Note", "|"),
    (
        "Note",
        "Description PlainTextContent PlainTextSelection Coding NoteRef VariableValue",
        "guid | name richTextPath plainTextPath creatingUser creationDateTime modifyingUser modifiedDateTime",
    ),
    ("Description", "", "|"),
];

#[track_caller]
fn check(node: Node<'_, '_>, schema: &HashMap<&str, (&str, &str)>) {
    let name = node.tag_name().name();
    let (children, attributes) = schema.get(name).unwrap_or_else(|| panic!("<{name}> is in no schema"));
    let order: Vec<&str> = children.split(' ').collect();
    let places: Vec<usize> = node
        .children()
        .filter(Node::is_element)
        .map(|child| {
            let child = child.tag_name().name();
            order.iter().position(|one| *one == child).unwrap_or_else(|| panic!("<{child}> in <{name}>"))
        })
        .collect();
    assert!(places.is_sorted(), "<{name}> has its children in another order: {places:?}");
    let (needed, allowed) = attributes.split_once('|').unwrap();
    for attribute in node.attributes() {
        let known = needed.split(' ').chain(allowed.split(' ')).any(|one| one == attribute.name());
        assert!(known, "{} on <{name}>", attribute.name());
        if attribute.name().ends_with("uid")
            || attribute.name().ends_with("GUID")
            || attribute.name() == "creatingUser"
        {
            let uid = attribute.value();
            assert!(uid.len() == 36 && chancery_model::Uid::parse(uid).is_some(), "{uid} on <{name}>");
        }
    }
    for one in needed.split(' ').filter(|one| !one.is_empty()) {
        assert!(node.attribute(one).is_some(), "<{name}> without {one}");
    }
    assert!(node.tag_name().namespace() == Some("urn:QDA-XML:project:1.0"), "<{name}> in no namespace");
    node.children().filter(Node::is_element).for_each(|child| check(child, schema));
}

#[test]
fn a_project_that_goes_out_is_as_the_schema_has_it() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::bundled(folder.path(), common::day(2026));
    let article =
        desk.articles(None, ArticleFilter::default(), ArticleSort::Newest, 0, 1).unwrap().rows[0].id;
    let topic = desk.topic_named("transport").unwrap();
    desk.add_coding(article, Span::new(100, 140), topic, "мемо & <b>").unwrap();
    desk.decide(&[article], topic, Verdict::ByHand, "").unwrap();
    desk.add_note("О статье", "Слова", Some(NoteTarget::Article(article))).unwrap();
    let path = folder.path().join("a.qdpx");
    let all = Chosen::Filter(None, Box::default());
    desk.export_articles(&all, ArticleFormat::Qdpx, &path, &mut Progress::silent()).unwrap();

    let mut archive = zip::ZipArchive::new(std::fs::File::open(&path).unwrap()).unwrap();
    let mut project = String::new();
    archive.by_name("project.qde").unwrap().read_to_string(&mut project).unwrap();
    let document = Document::parse(&project).unwrap();
    let schema =
        SCHEMA.iter().map(|(name, children, attributes)| (*name, (*children, *attributes))).collect();
    check(document.root_element(), &schema);

    let nodes =
        |name: &'static str| document.descendants().filter(move |node| node.tag_name().name() == name);
    assert_eq!((nodes("TextSource").count(), nodes("PlainTextSelection").count()), (5, 1));
    assert_eq!((nodes("Note").count(), nodes("Coding").count(), nodes("Code").count()), (1, 2, 29));
    // Whatever refers to something refers to something that is there.
    let ids: Vec<&str> = document.descendants().filter_map(|node| node.attribute("guid")).collect();
    for node in document.descendants() {
        if let Some(target) = node.attribute("targetGUID") {
            assert!(ids.contains(&target), "{target} is nowhere");
        }
        if let Some(path) = node.attribute("plainTextPath") {
            let inside = path.replace("internal://", "sources/");
            let mut text = String::new();
            archive.by_name(&inside).unwrap().read_to_string(&mut text).unwrap();
            assert!(!text.contains('\r') && !text.is_empty());
        }
    }
    // QualCoder's importer takes the words `text[start:end]` in code points, and a coding's code from its first child.
    let selection = nodes("PlainTextSelection").next().unwrap();
    let source =
        selection.parent().unwrap().attribute("plainTextPath").unwrap().replace("internal://", "sources/");
    let mut text = String::new();
    archive.by_name(&source).unwrap().read_to_string(&mut text).unwrap();
    let at = |name| selection.attribute(name).unwrap().parse::<usize>().unwrap();
    let words: String =
        text.chars().skip(at("startPosition")).take(at("endPosition") - at("startPosition")).collect();
    let coded = desk.coded_passages(topic, 0, 1).unwrap().rows.remove(0).row.coding.anchor.exact;
    assert_eq!(words, coded);
    let coding = selection.children().find(|node| node.tag_name().name() == "Coding").unwrap();
    assert_eq!(coding.first_element_child().unwrap().tag_name().name(), "CodeRef");
}
