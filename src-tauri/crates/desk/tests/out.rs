//! Articles out and in again: what every format keeps, that the same dossier gives the same bytes, and what stays at home.
#![allow(clippy::unwrap_used)]

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use chancery_desk::{ArticleFormat, Cancel, Chosen, Desk, DeskError, FieldValue, Progress, Written};
use chancery_intake::{Limits, read_each};
use chancery_model::{ArticleId, Edtf};
use chancery_store::{ArticleFilter, ArticleSort, FieldName};
use sha2::Digest as _;

/// Titles with every sign that a format has a use for; dates of every kind.
const LINES: &str = r#"{"title":"Premiers meet: 5 % & {no} map -- \"why\"?","text":"The two premiers met in Brest.\n\nA working group was named.","published":"2018-12-13T10:05+03:00","outlet":"Example & Sons","byline":"Ann Lee, Jan van der Berg","url":"https://news.example/a_b?c=1%20d#e~f","lang":"en","section":"World"}
{"title":"Дорожные карты_~^$\\ готовы","text":"Премьеры двух стран встретились в Бресте и назвали рабочую группу по интеграции.","published":"2019-09~","outlet":"Пример","byline":"Иван Иванович Петров","url":"https://ru.example/2","lang":"ru"}
{"title":"=Саюзная дзяржава: што далей","text":"Кіраўнікі ўрадаў дзвюх краін сустрэліся ў Брэсце і назвалі працоўную групу.","published":"/2019-11","outlet":"Прыклад","byline":"Аддзел палітыкі, Мінск","url":"https://be.example/3","lang":"be"}
{"title":"Nobody knows the year","text":"A leaflet was found in the archive of the union parliament, without a date.","published":"199X","lang":"en"}
{"title":"Spring talks","text":"The talks went on through the spring of that year, and nothing was signed.","published":"2013-21","outlet":"Example & Sons","lang":"en"}
{"title":"A year of doubt","text":"The papers of that year say little about the union treaty and its makers.","published":"2001?","outlet":"Example & Sons","lang":"en"}
{"title":"From month to month","text":"The road maps were written from March to November by thirty groups of officials.","published":"2019-03/2019-11","lang":"en"}
"#;

struct Bench {
    folder: tempfile::TempDir,
    desk: Desk,
}

impl Bench {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let desk = common::library(folder.path(), common::day(2026))
            .create(&folder.path().join("d.dossier"), "", false)
            .unwrap();
        let file = folder.path().join("лента.jsonl");
        fs::write(&file, LINES).unwrap();
        let report = desk.import(&[file], &mut Progress::silent()).unwrap();
        assert_eq!(report.counts.imported + report.counts.needs_a_look, 7, "{report:?}");
        Self { folder, desk }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn all(&self, format: ArticleFormat, name: &str) -> (Written, Vec<u8>) {
        let path = self.path(name);
        let chosen = Chosen::Filter(None, Box::default());
        let written =
            self.desk.export_articles(&chosen, format, &path, &mut Progress::silent()).unwrap().unwrap();
        let bytes = fs::read(&path).unwrap();
        assert_eq!(written.bytes, bytes.len() as u64);
        (written, bytes)
    }

    fn ids(&self) -> Vec<ArticleId> {
        self.desk.read(|reader| reader.ids_of(&ArticleFilter::default(), ArticleSort::Oldest)).unwrap()
    }
}

/// Title, outlet, author, date, address and language of every article in a file, by title.
fn taken_in(bytes: &[u8], name: &str) -> BTreeMap<String, [String; 5]> {
    let mut found = BTreeMap::new();
    read_each(
        bytes.to_vec(),
        Some(name),
        common::day(2026),
        &Limits::default(),
        &mut |item: chancery_intake::Item| {
            let document = item.outcome.unwrap().document;
            let said = |value: Option<String>| value.unwrap_or_default();
            let told = [
                said(document.outlet.value),
                said(document.byline.value),
                said(document.published.value.map(|published| published.date.to_string())),
                said(document.url.value),
                said(document.language.value.map(|language| language.code())),
            ];
            found.insert(said(document.title.value), told);
            ControlFlow::Continue(())
        },
    );
    found
}

#[test]
fn every_list_tells_on_its_return_what_it_was_told() {
    let bench = Bench::new();
    let expected = taken_in(LINES.as_bytes(), "a.jsonl");
    assert_eq!(expected.len(), 7);
    assert_eq!(expected["=Саюзная дзяржава: што далей"][2], "/2019-11");
    for (format, name) in [
        (ArticleFormat::JsonLines, "a.jsonl"),
        (ArticleFormat::CslJson, "a.json"),
        (ArticleFormat::Ris, "a.ris"),
        (ArticleFormat::Bibtex, "a.bib"),
    ] {
        let (written, bytes) = bench.all(format, name);
        assert_eq!(written.articles, 7);
        assert_eq!(taken_in(&bytes, name), expected, "{name}:\n{}", String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn json_lines_keep_the_text_and_the_clock() {
    let bench = Bench::new();
    let (_, bytes) = bench.all(ArticleFormat::JsonLines, "a.jsonl");
    let text = String::from_utf8(bytes).unwrap();
    let first: serde_json::Value =
        serde_json::from_str(text.lines().find(|line| line.contains("Premiers")).unwrap()).unwrap();
    assert_eq!(first["published"], "2018-12-13T10:05+03:00");
    assert_eq!(first["text"], "The two premiers met in Brest.\n\nA working group was named.");
}

#[test]
fn a_date_that_was_only_inferred_goes_out_in_doubt() {
    let bench = Bench::new();
    let text = "Цена на газ\n\nМИНСК, 9 сентября. /БелТА/. Цена на газ обсуждалась на встрече премьеров, договоренностей нет.\n";
    let file = bench.path("газ.txt");
    fs::write(&file, text).unwrap();
    // Its year is taken from the one read with it.
    let beside = bench.path("рядом.jsonl");
    fs::write(&beside, LINES.lines().next().unwrap().replace("Brest", "Minsk")).unwrap();
    bench.desk.import(&[beside, file], &mut Progress::silent()).unwrap();
    let newest = bench
        .desk
        .read(|reader| reader.articles(&ArticleFilter::default(), ArticleSort::Captured, 0, 1))
        .unwrap();
    let row = &newest.rows[0];
    let date = row.published.as_ref().map(|published| published.date.to_string()).unwrap_or_default();
    assert!(!date.is_empty() && row.confidence < chancery_model::Confidence::High, "{date}");
    for (format, name) in [(ArticleFormat::Ris, "a.ris"), (ArticleFormat::Bibtex, "a.bib")] {
        let back = taken_in(&bench.all(format, name).1, name);
        let out = &back["Цена на газ"][2];
        let exact = Edtf::parse(out).ok().and_then(|date| date.exact_day());
        assert!(out.starts_with(&date) && exact.is_none(), "{name}: {date} went out as {out}");
    }
}

#[test]
fn keys_stay_when_articles_come_and_fields_are_corrected() {
    let bench = Bench::new();
    let keys = |name: &str| {
        let text = String::from_utf8(bench.all(ArticleFormat::Bibtex, name).1).unwrap();
        let mut keys: Vec<String> = text
            .lines()
            .filter_map(|line| line.strip_prefix('@')?.split_once('{'))
            .map(|(_, key)| key.trim_end_matches(',').to_owned())
            .collect();
        keys.sort();
        keys
    };
    let before = keys("a.bib");
    let distinct: std::collections::BTreeSet<&String> = before.iter().collect();
    assert_eq!(distinct.len(), 7);
    for id in bench.ids() {
        let value = FieldValue { text: Some("Другой".to_owned()), ..FieldValue::default() };
        bench.desk.correct_field(id, FieldName::Outlet, value).unwrap();
        let date = Some(Edtf::parse("2020-01-01").unwrap());
        bench
            .desk
            .correct_field(id, FieldName::Published, FieldValue { date, ..FieldValue::default() })
            .unwrap();
    }
    let file = bench.path("новая.txt");
    fs::write(&file, "Minsk and Moscow sign\n\nThe two sides signed the paper on Monday in Minsk.").unwrap();
    bench.desk.import(&[file], &mut Progress::silent()).unwrap();
    let after = keys("b.bib");
    assert_eq!(after.len(), 8);
    assert!(before.iter().all(|key| after.contains(key)), "{before:?} {after:?}");
}

#[test]
fn the_same_dossier_gives_the_same_bytes_and_a_selection_in_any_order_too() {
    let bench = Bench::new();
    for format in ArticleFormat::ALL {
        assert_eq!(bench.all(*format, "a").1, bench.all(*format, "b").1, "{}", format.id());
    }
    let mut ids = bench.ids();
    let export = |ids: &[ArticleId], name: &str| {
        let path = bench.path(name);
        let chosen = Chosen::Articles(ids.to_vec());
        bench
            .desk
            .export_articles(&chosen, ArticleFormat::Csv, &path, &mut Progress::silent())
            .unwrap()
            .unwrap();
        fs::read(path).unwrap()
    };
    let forward = export(&ids, "a");
    ids.reverse();
    ids.push(ids[0]);
    assert_eq!(forward, export(&ids, "b"));
}

#[test]
fn what_is_in_the_bin_stays_at_home() {
    let bench = Bench::new();
    let ids = bench.ids();
    bench.desk.remove_articles(&ids[..2]).unwrap();
    assert_eq!(bench.all(ArticleFormat::Ris, "a").0.articles, 5);
    let export = |chosen: Chosen| {
        bench.desk.export_articles(&chosen, ArticleFormat::Ris, &bench.path("b"), &mut Progress::silent())
    };
    let written = export(Chosen::Articles(ids[1..3].to_vec())).unwrap().unwrap();
    assert_eq!((written.articles, written.in_bin), (1, 1));
    let in_bin = ArticleFilter { in_bin: true, ..ArticleFilter::default() };
    assert_eq!(export(Chosen::Filter(None, Box::new(in_bin))).unwrap().unwrap().articles, 5);
    assert!(matches!(export(Chosen::Articles(ids[..2].to_vec())), Err(DeskError::NothingToExport)));
    let nothing = Chosen::Filter(Some("никогданебыло".to_owned()), Box::default());
    assert!(matches!(export(nothing), Err(DeskError::NothingToExport)));
    assert_eq!(export(Chosen::Articles(vec![ArticleId(999)])).unwrap_err().code(), "no-such");
}

#[test]
fn originals_go_out_byte_for_byte_with_their_hashes() {
    let bench = Bench::new();
    let other = bench.path("other");
    fs::create_dir(&other).unwrap();
    let names = ["Договор.txt", "other/Договор.txt", "a.html"];
    for name in names {
        fs::write(bench.path(name), format!("The treaty was read again in {name} by both sides.\n")).unwrap();
    }
    bench.desk.import(&names.map(|name| bench.path(name)), &mut Progress::silent()).unwrap();
    let (written, bytes) = bench.all(ArticleFormat::Originals, "a.zip");
    assert_eq!(written.articles, 10);
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes.clone())).unwrap();
    let mut files = BTreeMap::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        files.insert(file.name().unwrap().into_owned(), content);
    }
    let sums = String::from_utf8(files.remove("SHA256SUMS").unwrap()).unwrap();
    assert_eq!((sums.lines().count(), files.len()), (10, 10));
    for line in sums.lines() {
        let (hash, name) = line.split_once("  ").unwrap();
        let digest: String =
            sha2::Sha256::digest(&files[name]).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hash, digest, "{name}");
    }
    assert_eq!(files["Договор.txt"], fs::read(bench.path("Договор.txt")).unwrap());
    assert_eq!(files["Договор (2).txt"], fs::read(bench.path("other/Договор.txt")).unwrap());
    // The list of hashes is no article.
    assert_eq!(taken_in_count(&bytes), 10);
}

fn taken_in_count(bytes: &[u8]) -> usize {
    let mut count = 0;
    read_each(
        bytes.to_vec(),
        Some("a.zip"),
        common::day(2026),
        &Limits::default(),
        &mut |item: chancery_intake::Item| {
            assert!(item.outcome.is_ok(), "{:?}: {:?}", item.member, item.outcome);
            count += 1;
            ControlFlow::Continue(())
        },
    );
    count
}

#[test]
fn hits_are_told_passage_by_passage_in_code_points_and_no_cell_is_a_formula() {
    let bench = Bench::new();
    let export = |words: &str, format: ArticleFormat, name: &str| {
        let chosen = Chosen::Filter(Some(words.to_owned()), Box::default());
        let path = bench.path(name);
        let done = bench.desk.export_articles(&chosen, format, &path, &mut Progress::silent());
        done.map(|written| (written.unwrap().articles, fs::read_to_string(path).unwrap()))
    };
    let words = "групп* OR груп* OR саюзная OR premiers";
    let (articles, table) = export(words, ArticleFormat::HitsCsv, "h.csv").unwrap();
    assert_eq!(articles, 3);
    let mut reader = csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let told: Vec<[&str; 6]> =
        rows.iter().map(|row| [&row[2], &row[7], &row[8], &row[10], &row[11], &row[12]]).collect();
    assert!(
        told.contains(&[
            "'=Саюзная дзяржава: што далей",
            "title",
            "1",
            "'=",
            "Саюзная",
            "дзяржава: што далей"
        ]),
        "{told:?}"
    );
    let (_, lines) = export(words, ArticleFormat::HitsJsonLines, "h.jsonl").unwrap();
    for line in lines.lines() {
        let article: serde_json::Value = serde_json::from_str(line).unwrap();
        let id = ArticleId(article["id"].as_i64().unwrap());
        let read = bench.desk.read(|reader| reader.readable(id)).unwrap();
        for passage in article["passages"].as_array().unwrap() {
            let text = if passage["in"] == "title" { &read.title } else { &read.text };
            let at = |name: &str| usize::try_from(passage[name].as_u64().unwrap()).unwrap();
            let words: String = text.chars().skip(at("start")).take(at("end") - at("start")).collect();
            assert_eq!(passage["words"], words.as_str());
            let around = format!("{} {}", passage["before"].as_str().unwrap(), words);
            assert!(around.trim().ends_with(&words) && text.contains(words.as_str()));
        }
    }
    // Only a field is asked: articles without a passage.
    let (articles, table) = export("lang:be", ArticleFormat::HitsCsv, "f.csv").unwrap();
    assert_eq!((articles, table.lines().count()), (1, 2));
    assert!(matches!(export("!?", ArticleFormat::HitsCsv, "n.csv"), Err(DeskError::NothingToExport)));
}

#[test]
fn a_cancelled_export_leaves_what_stood_there_and_nothing_else() {
    let bench = Bench::new();
    for format in ArticleFormat::ALL {
        let path = bench.path("kept.txt");
        fs::write(&path, "kept").unwrap();
        let cancel = Cancel::default();
        let ask = cancel.clone();
        let mut progress = Progress::new(cancel, move |_| ask.cancel());
        let chosen = Chosen::Filter(None, Box::default());
        let written = bench.desk.export_articles(&chosen, *format, &path, &mut progress).unwrap();
        assert!(written.is_none() && fs::read_to_string(&path).unwrap() == "kept", "{}", format.id());
        assert!(!part_of(&path).exists());
    }
}

#[test]
fn no_export_is_written_over_a_dossier() {
    let bench = Bench::new();
    let path = bench.desk.path().to_owned();
    let chosen = Chosen::Filter(None, Box::default());
    let refused = bench.desk.export_articles(&chosen, ArticleFormat::Csv, &path, &mut Progress::silent());
    assert_eq!(refused.unwrap_err().code(), "would-replace");
    assert!(bench.desk.verify().unwrap().is_sound());
}

fn part_of(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap().to_owned();
    name.push(".part");
    path.with_file_name(name)
}
