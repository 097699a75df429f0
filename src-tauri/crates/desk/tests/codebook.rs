//! The codebook out of a dossier and into another: one operation, nothing deleted, undone whole.
#![allow(clippy::unwrap_used)]

mod common;

use std::path::Path;

use chancery_desk::{
    BundledCodebook, CodebookFormat, CodebookMerge, Desk, Matter, Progress, read_codebook_file,
};
use chancery_model::{ArticleId, Changed, Language, Topic};

fn topics(desk: &Desk) -> Vec<Topic> {
    desk.codebook().unwrap().topics.into_iter().map(|one| one.topic).collect()
}

fn named(desk: &Desk, slug: &str) -> Topic {
    topics(desk).into_iter().find(|topic| topic.slug == slug).unwrap_or_else(|| panic!("no topic {slug}"))
}

fn take_in(desk: &Desk, path: &Path) -> CodebookMerge {
    let incoming = read_codebook_file(path).unwrap();
    let would = desk.codebook_merge(&incoming).unwrap();
    let done = desk.import_codebook(&incoming).unwrap();
    assert_eq!(done.value, would, "what is foretold is what is done");
    would
}

/// Writes `text` to a file of this name.
fn file(folder: &Path, name: &str, text: &str) -> std::path::PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, text).unwrap();
    path
}

fn suggested(desk: &Desk, slug: &str) -> usize {
    desk.suggest_anew(&mut Progress::silent()).unwrap();
    let topic = desk.topic_named(slug).unwrap();
    let ids = desk.read(|reader| reader.article_ids(None, 100)).unwrap();
    let of = |id: &ArticleId| desk.read(|reader| reader.suggestions(*id)).unwrap();
    ids.iter().filter(|id| of(id).iter().any(|row| row.topic == topic)).count()
}

#[test]
fn a_codebook_goes_into_an_empty_dossier_whole_by_every_format() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::bundled(folder.path(), common::day(2026));
    for format in CodebookFormat::ALL {
        let path = folder.path().join(format!("book.{}", format.id()));
        let written = desk.export_codebook(*format, &path).unwrap();
        assert_eq!((written.topics, written.bytes as u64), (29, std::fs::metadata(&path).unwrap().len()));
        let empty = common::library(folder.path(), common::day(2026))
            .create(&folder.path().join(format!("{}.dossier", format.id())), "", false)
            .unwrap();
        let merge = take_in(&empty, &path);
        assert_eq!((merge.added.len(), merge.changed.len()), (29, 0), "{}", format.id());
        assert!(empty.verify().unwrap().is_sound());
        let carries = |what| !written.left.iter().any(|left| left.what == what);
        if carries(Matter::Terms) {
            assert_eq!(topics(&empty), topics(&desk), "{}", format.id());
        }
        assert_eq!(carries(Matter::Terms), *format != CodebookFormat::Qdc);
        // Into the dossier it is from it brings nothing, and makes no operation of that.
        let incoming = read_codebook_file(&path).unwrap();
        let done = desk.import_codebook(&incoming).unwrap();
        assert_eq!((done.operation, done.value.unchanged), (None, 29), "{}", format.id());
    }
}

#[test]
fn taking_in_is_one_operation_that_undo_takes_back_with_its_suggestions() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::bundled(folder.path(), common::day(2026));
    let before = topics(&desk);
    let table = "id,parent,label_en,label_ru,term,term_language\r\n\
        gas-pipes,energy,Pipes,Трубы,,\r\ngas-pipes,,,,Putin,en\r\ngas-pipes,,,,газопровод,ru\r\n";
    let path = file(folder.path(), "pipes.csv", table);
    let merge = take_in(&desk, &path);
    assert_eq!((merge.added, merge.terms), (vec!["gas-pipes".to_owned()], 2));
    assert_eq!(topics(&desk).len(), before.len() + 1);
    assert!(suggested(&desk, "gas-pipes") > 0, "suggestions are made anew");
    let operations = desk.read(|reader| reader.operations(None, 1)).unwrap();
    assert_eq!(operations[0].kind.id(), "import-codebook");
    let undone = desk.undo().unwrap().unwrap();
    assert!(undone.changed.contains(&Changed::Topics) && desk.suggestions_wait());
    assert_eq!(desk.suggest_anew(&mut Progress::silent()).unwrap(), 0, "what is gone needs none");
    assert!(!desk.suggestions_wait());
    assert_eq!(topics(&desk), before);
    assert!(desk.verify().unwrap().is_sound());
    desk.redo().unwrap().unwrap();
    assert_eq!(desk.suggest_anew(&mut Progress::silent()).unwrap(), 1, "only of what changed");
    assert!(suggested(&desk, "gas-pipes") > 0, "and once more when it is done again");
}

#[test]
fn a_new_topic_stands_with_its_siblings_and_has_their_colour() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::bundled(folder.path(), common::day(2026));
    let all = topics(&desk);
    let first = all.iter().position(|topic| topic.parent.is_some()).unwrap();
    let heading = all[first].parent.clone().unwrap();
    let path = file(folder.path(), "new.csv", &format!("id,parent,label\nnew-one,{heading},New\n"));
    assert_eq!(take_in(&desk, &path).left, []);
    let book = desk.codebook().unwrap();
    let at = book.topics.iter().position(|one| one.topic.slug == "new-one").unwrap();
    assert_eq!(book.topics[at - 1].topic.parent.as_ref(), Some(&heading));
    assert_eq!(book.topics[at].colour, book.topics[at - 1].colour);
}

#[test]
fn what_is_there_by_slug_is_brought_up_to_date_and_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::bundled(folder.path(), common::day(2026));
    let old = topics(&desk).into_iter().find(|topic| topic.terms.len() > 3).unwrap();
    let words = old.terms.iter().find(|term| term.language == Language::En).unwrap().text.clone();
    let table = format!(
        "id;label_be;threshold;term;term_weight\n{slug};Новая назва;0,7;\"{words}\";0,3\n{slug};;;нешта;1\n",
        slug = old.slug
    );
    let merge = take_in(&desk, &file(folder.path(), "change.csv", &table));
    assert_eq!((merge.changed, merge.terms), (vec![old.slug.clone()], 1));
    let new = named(&desk, &old.slug);
    assert_eq!((new.label.be.as_deref(), &new.label.en), (Some("Новая назва"), &old.label.en));
    assert_eq!((new.threshold, &new.definition, new.parent), (0.7, &old.definition, old.parent));
    assert_eq!(new.terms.len(), old.terms.len() + 1);
    let weighed = new.terms.iter().find(|term| term.language == Language::En && term.text == words).unwrap();
    assert!((weighed.weight - 0.3).abs() < 1e-9);
}

#[test]
fn a_topic_found_by_its_label_keeps_its_own_words() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::library(folder.path(), common::day(2026))
        .create(&folder.path().join("d.dossier"), "", false)
        .unwrap();
    let own = "id,label_en,label_ru,definition_en,threshold\nenergie,ENERGY,Энергетика,Ours,0.7\n";
    take_in(&desk, &file(folder.path(), "own.csv", own));
    let cap = BundledCodebook::Cap.incoming().unwrap();
    assert_eq!(cap.book.topics.len(), 21);
    let done = desk.import_codebook(&cap).unwrap();
    assert_eq!(done.value.added.len(), 20);
    assert_eq!(done.value.by_label, [("cap-8".to_owned(), "energie".to_owned())]);
    let other = "code,name,description\nX1,Энергетика,Theirs\nX2,Culture,What is sung\n";
    take_in(&desk, &file(folder.path(), "other.csv", other));
    let energy = named(&desk, "energie");
    assert_eq!((energy.definition.en.as_str(), energy.threshold), ("Ours", 0.7));
    assert_eq!(named(&desk, "cap-23").definition.en, "What is sung", "what was empty is filled");
    assert_eq!(topics(&desk).len(), 21);
}

#[test]
fn a_code_renamed_in_another_program_is_still_the_topic_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::bundled(folder.path(), common::day(2026));
    let path = folder.path().join("book.qdc");
    desk.export_codebook(CodebookFormat::Qdc, &path).unwrap();
    let other = common::library(folder.path(), common::day(2026))
        .create(&folder.path().join("other.dossier"), "", false)
        .unwrap();
    take_in(&other, &path);
    let slug = topics(&desk)[1].slug.clone();
    let label = named(&desk, &slug).label.en;
    let text = std::fs::read_to_string(&path).unwrap();
    let name = format!("name=\"{label}\" isCodable=\"true\"");
    assert_eq!(text.matches(&name).count(), 1);
    let renamed = text.replace(&name, "name=\"Called otherwise\" isCodable=\"true\"");
    let path = file(folder.path(), "renamed.qdc", &renamed);
    for desk in [&desk, &other] {
        let merge = take_in(desk, &path);
        assert_eq!((merge.added.len(), merge.changed.len()), (0, 1));
        assert!(topics(desk).iter().any(|topic| topic.label.en == "Called otherwise"));
    }
    assert_eq!(named(&desk, &slug).label.en, "Called otherwise");
}

#[test]
fn a_topic_never_comes_to_lie_under_itself() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::library(folder.path(), common::day(2026))
        .create(&folder.path().join("d.dossier"), "", false)
        .unwrap();
    take_in(&desk, &file(folder.path(), "one.csv", "id,parent\na,\nb,a\nc,b\n"));
    let merge = take_in(&desk, &file(folder.path(), "two.csv", "id,parent\nc,\na,c\n"));
    assert_eq!(merge.left.iter().filter(|left| left.what == Matter::LostParent).count(), 1);
    assert_eq!(named(&desk, "a").parent, None);
    let lost = take_in(&desk, &file(folder.path(), "lost.csv", "id,parent\ne,nowhere\n")).left;
    assert_eq!((lost[0].what, lost[0].words.as_str()), (Matter::LostParent, "nowhere"));
    // Turned round it can be: each is written when what it lies under has its place.
    take_in(&desk, &file(folder.path(), "three.csv", "id,parent\nd,\na,d\n"));
    assert_eq!(named(&desk, "a").parent.as_deref(), Some("d"));
}

#[test]
fn a_file_that_holds_none_is_named_and_an_empty_codebook_does_not_go_out() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::library(folder.path(), common::day(2026))
        .create(&folder.path().join("d.dossier"), "", false)
        .unwrap();
    let refused = read_codebook_file(&file(folder.path(), "a.ttl", "this is no Turtle")).unwrap_err();
    assert_eq!(refused.code(), "codebook");
    assert!(refused.path().unwrap().ends_with("a.ttl") && refused.to_string().contains("Turtle"));
    assert_eq!(read_codebook_file(&folder.path().join("absent")).unwrap_err().code(), "file-unreachable");
    let out = folder.path().join("out.ttl");
    assert_eq!(desk.export_codebook(CodebookFormat::SkosTurtle, &out).unwrap_err().code(), "missing");
    assert!(!out.exists());
}
