//! Coded passages out and in again: into the same dossier, into a fresh one, and from files that are none.
#![allow(clippy::unwrap_used)]

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use chancery_desk::{
    ArticleFormat, BundledCodebook, Chosen, CodingsTaken, Desk, LostMatter, NoteTarget, Progress, Written,
};
use chancery_model::{ArticleId, Verdict};
use chancery_store::{ArticleFilter, ArticleSort};

const LINES: &str = r#"{"title":"Premiers meet","text":"The two premiers met in Brest 🤝 and spoke of gas.\n\nA working group was named, and gas was spoken of again.","published":"2018-12-13","outlet":"Example","url":"https://news.example/a?b=1&c=2","lang":"en"}
{"title":"Дорожные карты","text":"Премьеры встретились в Бре́сте 🇧🇾🇷🇺 и назвали рабочую группу.\n\nДорожные карты готовы, ё-моё: «единая валюта» пока не обсуждалась.","published":"2019-09","outlet":"Пример","lang":"ru"}
{"title":"Саюзная дзяржава","text":"Кіраўнікі ўрадаў сустрэліся ў Брэсце. Адзіная валюта — не цяпер.\n\nКіраўнікі ўрадаў сустрэліся яшчэ раз; а́дзіная валюта зноў чакае.","published":"2019-11","outlet":"Прыклад","lang":"be"}
"#;

struct Bench {
    folder: tempfile::TempDir,
    desk: Desk,
}

impl Bench {
    fn new(name: &str, articles: bool) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(format!("{name}.dossier"));
        let desk = common::library(folder.path(), common::day(2026)).create(&path, "", false).unwrap();
        if articles {
            let file = folder.path().join("лента.jsonl");
            fs::write(&file, LINES).unwrap();
            desk.import(&[file], &mut Progress::silent()).unwrap();
        }
        Self { folder, desk }
    }

    /// Passages that overlap, share their words, repeat, and have memos of several lines; a tag and a note.
    fn coded() -> Self {
        let bench = Self::new("a", true);
        let desk = &bench.desk;
        desk.import_codebook(&BundledCodebook::Cap.incoming().unwrap()).unwrap();
        for (title, exact, before, topic, memo) in [
            ("Premiers meet", "met in Brest 🤝 and spoke", "", "cap-19", "first\n\nsecond <&> \"line\""),
            ("Premiers meet", "gas", "and ", "cap-8", ""),
            ("Premiers meet", "spoke of gas", "", "cap-8", "überlappt"),
            ("Premiers meet", "spoke of gas", "", "cap-19", ""),
            ("Дорожные карты", "Бре́сте 🇧🇾🇷🇺", "", "cap-19", "ударение и флаги"),
            ("Дорожные карты", "группу.\n\nДорожные карты готовы, ё-моё", "", "cap-10", ""),
            ("Саюзная дзяржава", "Кіраўнікі ўрадаў сустрэліся", "цяпер.\n\n", "cap-19", "другі раз"),
            ("Саюзная дзяржава", "а́дзіная валюта", "", "cap-1", ""),
        ] {
            let article = bench.article(title);
            let anchor = desk.locate(article, exact, before, "").unwrap();
            desk.add_coding(article, anchor.span, desk.topic_named(topic).unwrap(), memo).unwrap();
        }
        let energy = desk.topic_named("cap-8").unwrap();
        desk.decide(&[bench.article("Premiers meet")], energy, Verdict::ByHand, "").unwrap();
        let about = NoteTarget::Article(bench.article("Дорожные карты"));
        desk.add_note("Заметка", "Кто писал карты?", Some(about)).unwrap();
        bench
    }

    fn article(&self, title: &str) -> ArticleId {
        let page = self.desk.articles(None, ArticleFilter::default(), ArticleSort::Oldest, 0, 100).unwrap();
        page.rows.iter().find(|row| row.title == title).unwrap().id
    }

    fn export(&self, format: ArticleFormat, name: &str) -> (Written, PathBuf) {
        let path = self.folder.path().join(name);
        let all = Chosen::Filter(None, Box::default());
        let written = self.desk.export_articles(&all, format, &path, &mut Progress::silent()).unwrap();
        (written.unwrap(), path)
    }

    fn take(&self, path: &Path) -> CodingsTaken {
        self.desk.import_codings(path, &mut Progress::silent()).unwrap().value
    }

    /// Title, outlet, date, language and address of every article.
    fn fields(&self) -> BTreeSet<[String; 5]> {
        let ids = self.desk.read(|reader| reader.article_ids(None, 100)).unwrap();
        let told = ids.into_iter().map(|id| {
            let detail = self.desk.read(|reader| reader.article(id)).unwrap();
            let row = detail.row;
            [
                row.title,
                row.outlet.map(|(_, name)| name).unwrap_or_default(),
                row.published.map(|published| published.date.to_string()).unwrap_or_default(),
                row.language.map(|language| language.code()).unwrap_or_default(),
                detail.fields.url.value.unwrap_or_default(),
            ]
        });
        told.collect()
    }

    /// Every coding: words and context, place, topic and memo.
    fn codings(&self) -> BTreeSet<(String, String, String, u32, String, String)> {
        self.desk
            .read(|reader| {
                let topics = reader.topics()?;
                let label = |id| topics.iter().find(|row| row.id == id).unwrap().topic.label.en.clone();
                let rows = reader.codings()?.into_iter().map(|row| row.coding);
                Ok(rows
                    .map(|one| {
                        let anchor = one.anchor;
                        (
                            anchor.exact,
                            anchor.prefix,
                            anchor.suffix,
                            anchor.span.start,
                            label(one.topic),
                            one.memo,
                        )
                    })
                    .collect())
            })
            .unwrap()
    }
}

#[test]
fn a_project_brings_texts_topics_codings_tags_and_notes_into_a_fresh_dossier() {
    let bench = Bench::coded();
    let (written, path) = bench.export(ArticleFormat::Qdpx, "a.qdpx");
    assert_eq!((written.articles, written.codings), (3, Some(8)));
    let again = bench.export(ArticleFormat::Qdpx, "b.qdpx").1;
    assert_eq!(fs::read(&path).unwrap(), fs::read(again).unwrap(), "the same dossier, the same bytes");

    let fresh = Bench::new("b", false);
    let would = fresh.desk.look_codings(&path).unwrap();
    let taken = fresh.take(&path);
    assert_eq!(
        (taken.new, taken.found, taken.codings, taken.there, taken.tags, taken.notes),
        (3, 0, 8, 0, 1, 1)
    );
    assert_eq!(
        (would.new, would.codings, would.tags, would.notes),
        (3, 8, 1, 1),
        "the look told it beforehand"
    );
    assert!(taken.lost.is_empty(), "{:?}", taken.lost);
    assert_eq!(fresh.codings(), bench.codings());
    assert_eq!(fresh.fields(), bench.fields(), "what the dossier knew of the articles goes along");
    let note = fresh.desk.read(|reader| reader.note(reader.notes()?[0].id)).unwrap().note;
    assert!(note.title == "Заметка" && note.markdown.ends_with("Кто писал карты?"), "{note:?}");
    assert_eq!(note.links.len(), 1, "the article it is about; the old link is words: {note:?}");

    let twice = fresh.desk.import_codings(&path, &mut Progress::silent()).unwrap();
    assert_eq!((twice.value.new, twice.value.found, twice.value.codings, twice.value.there), (0, 3, 0, 8));
    assert_eq!(twice.operation, None, "nothing to change");
    fresh.desk.undo().unwrap();
    assert!(fresh.codings().is_empty() && fresh.desk.read(|reader| reader.topics()).unwrap().is_empty());
    assert_eq!(
        fresh.desk.read(|reader| reader.counts()).unwrap().articles,
        3,
        "the texts go with the next undo"
    );
    fresh.desk.undo().unwrap();
    assert_eq!(fresh.desk.read(|reader| reader.counts()).unwrap().articles, 0);

    let before = bench.codings();
    let home = bench.desk.import_codings(&path, &mut Progress::silent()).unwrap();
    assert_eq!(
        (home.value.found, home.value.there, home.operation),
        (3, 8, None),
        "by its ids it is at home"
    );
    assert_eq!(bench.codings(), before);
}

#[test]
fn annotations_find_their_articles_by_id_by_words_and_by_address() {
    let bench = Bench::coded();
    let (written, path) = bench.export(ArticleFormat::Annotations, "a.jsonld");
    assert_eq!((written.articles, written.codings), (3, Some(8)));
    let again = bench.export(ArticleFormat::Annotations, "b.jsonld").1;
    assert_eq!(fs::read(&path).unwrap(), fs::read(again).unwrap());
    assert_eq!(bench.take(&path).there, 8);

    // Another dossier has the same articles under other ids.
    let other = Bench::new("b", true);
    let taken = other.take(&path);
    assert_eq!((taken.found, taken.codings, taken.lost.as_slice()), (3, 8, &[][..]));
    assert_eq!(other.codings(), bench.codings());
    other.desk.undo().unwrap();
    assert!(other.codings().is_empty());

    // By its address alone, without id and hash.
    let words = fs::read_to_string(&path).unwrap();
    let uid = bench.desk.read(|reader| reader.article(bench.article("Premiers meet"))).unwrap().uid;
    let words = words.replace(&format!("urn:uuid:{uid}"), "https://news.example/a?b=1&c=2");
    let path = other.folder.path().join("c.jsonld");
    fs::write(&path, words.replace("chancery:sha256", "sha-of-nobody")).unwrap();
    let taken = other.take(&path);
    assert_eq!((taken.found, taken.codings), (1, 4));
    let lost: Vec<_> = taken.lost.iter().map(|lost| (lost.what, lost.name.as_str(), lost.count)).collect();
    assert_eq!(
        lost,
        [(LostMatter::TextAbsent, "Дорожные карты", 2), (LostMatter::TextAbsent, "Саюзная дзяржава", 2)]
    );
}

#[test]
fn files_that_hold_no_codings_are_refused_by_name() {
    let bench = Bench::new("a", true);
    let path = bench.folder.path().join("кодировки.qdpx");
    let mut project = Vec::new();
    let whole = Bench::coded();
    let good = fs::read(whole.export(ArticleFormat::Qdpx, "a.qdpx").1).unwrap();
    project.extend_from_slice(&good[..good.len() / 2]);
    let zip = |name: &str, words: &str| {
        let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut archive, words.as_bytes()).unwrap();
        archive.finish().unwrap().into_inner()
    };
    let bomb = "<!DOCTYPE p [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><Project name=\"&b;\"/>";
    for (bytes, saying) in [
        (project, "damaged or cut off"),
        (zip("a.txt", "x"), "holds no project.qde"),
        (zip("project.qde", "<Project><Users></Project>"), "no sound XML"),
        (zip("project.qde", bomb), "no sound XML"),
        (zip("project.qde", "<Codebook/>"), "not a <Project>"),
        (b"{\"type\":\"Annotation\"".to_vec(), "nor JSON"),
        (b"{\"type\":\"Report\"}".to_vec(), "holds no annotation"),
        ("просто текст".as_bytes().to_vec(), "nor JSON"),
    ] {
        fs::write(&path, bytes).unwrap();
        let error = bench.desk.look_codings(&path).unwrap_err();
        assert_eq!(error.code(), "codings");
        let told = error.to_string();
        assert!(told.contains("кодировки.qdpx") && told.contains(saying), "{told:?} does not say {saying:?}");
    }
    let absent = bench.desk.look_codings(&bench.folder.path().join("none.qdpx")).unwrap_err();
    assert_eq!(absent.code(), "file-unreachable");
}
