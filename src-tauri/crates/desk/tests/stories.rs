//! Copies and reprints: what comes in is placed under the earliest that tells the same, and stays so whatever is done to it.
#![allow(clippy::unwrap_used)]

mod common;

use std::fs;
use std::path::Path;

use chancery_desk::stored::{FieldName, Outcome};
use chancery_desk::{Desk, Fate, FieldValue, Placed, Progress, Relation};
use chancery_model::{ArticleId, Edtf};

const ENGLISH: &str = "The prime ministers of the two states met in Sochi and agreed on the price of gas for the next \
    year. They put off the question of a single currency. The roadmaps will be signed in the autumn.";
const RUSSIAN: &str = "Премьер-министры двух государств встретились в Сочи и договорились о цене на газ на следующий год. \
    Вопрос о единой валюте они отложили. Дорожные карты подпишут осенью этого года в Минске.";
const BELARUSIAN: &str = "Прэм’ер-міністры дзвюх дзяржаў сустрэліся ў Сочы і дамовіліся аб цане на газ на наступны год. \
    Пытанне аб адзінай валюце яны адклалі. Дарожныя карты падпішуць увосень гэтага года ў Мінску.";

struct Case {
    _folder: tempfile::TempDir,
    desk: Desk,
}

impl Case {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let desk = common::library(folder.path(), common::day(2025))
            .create(&folder.path().join("d.dossier"), "", false)
            .unwrap();
        Self { _folder: folder, desk }
    }

    /// Takes one article in.
    fn import(&self, name: &str, date: &str, text: &str) -> ArticleId {
        let inbox = tempfile::tempdir().unwrap();
        let path = inbox.path().join(format!("{name}.txt"));
        fs::write(&path, format!("A title of {name}\n\nPosted: {date} 10:00\n\n{text}\n")).unwrap();
        self.desk.import(&[path], &mut Progress::silent()).unwrap();
        *self.all().last().unwrap()
    }

    fn all(&self) -> Vec<ArticleId> {
        self.desk.read(|reader| reader.article_ids(None, 1000)).unwrap()
    }

    /// The articles of a story, the earliest first.
    fn story(&self, article: ArticleId) -> Vec<ArticleId> {
        self.desk.read(|reader| reader.story_of(article, 100)).unwrap().0
    }

    fn placed(&self, article: ArticleId) -> Placed {
        self.desk.place_in_stories(&[article]).unwrap().remove(0)
    }
}

fn reworded(text: &str) -> String {
    format!("{text} Так сообщила служба новостей.")
}

#[test]
fn copies_and_reprints_stand_under_the_earliest_in_every_language() {
    for text in [ENGLISH, RUSSIAN, BELARUSIAN] {
        let case = Case::new();
        let later = case.import("later", "12.05.2021", text);
        let copy = case.import("copy", "12.05.2021", &text.to_uppercase().replace(". ", ".\n\n"));
        let reprint = case.import("reprint", "13.05.2021", &reworded(text));
        assert_eq!(case.story(later), [later, copy, reprint]);
        assert_eq!(case.placed(copy).relation, Relation::Copy);
        let earliest = case.import("earliest", "11.05.2021", text);
        let other =
            case.import("other", "01.05.2021", "Something else that nobody printed again happened today.");
        assert_eq!(case.story(later), [earliest, later, copy, reprint]);
        assert!(case.story(other).is_empty());
        let stands = case.placed(reprint);
        let Relation::Reprint { similarity } = stands.relation else { panic!("no reprint") };
        assert_eq!(stands.story, earliest);
        assert!((0.7..1.0).contains(&similarity), "{similarity}");
        assert_eq!(case.placed(earliest).relation, Relation::New);
    }
}

#[test]
fn what_goes_to_the_bin_leaves_its_story_and_comes_back_to_it() {
    let case = Case::new();
    let first = case.import("first", "11.05.2021", RUSSIAN);
    let second = case.import("second", "12.05.2021", RUSSIAN);
    let third = case.import("third", "13.05.2021", RUSSIAN);
    case.desk.remove_articles(&[first]).unwrap();
    assert_eq!(case.story(second), [second, third]);
    assert!(case.story(first).is_empty());
    case.desk.remove_articles(&[second]).unwrap();
    assert!(case.story(third).is_empty(), "alone it is no story of copies");
    case.desk.undo().unwrap().unwrap();
    assert_eq!(case.story(third), [second, third]);
    case.desk.restore_articles(&[first]).unwrap();
    assert_eq!(case.story(third), [first, second, third]);
    // Undone, the import of the third takes it out of the story; what came in meanwhile was compared with it all the same.
    for _ in 0..3 {
        case.desk.undo().unwrap().unwrap();
    }
    assert_eq!(case.story(first), [first, second]);
    case.desk.redo().unwrap().unwrap();
    assert_eq!(case.story(first), [first, second, third]);
}

#[test]
fn what_came_in_while_its_copy_was_in_the_bin_finds_it_when_it_is_back() {
    let case = Case::new();
    let first = case.import("first", "11.05.2021", BELARUSIAN);
    case.desk.remove_articles(&[first]).unwrap();
    let second = case.import("second", "12.05.2021", &reworded(BELARUSIAN));
    assert!(case.story(second).is_empty());
    case.desk.restore_articles(&[first]).unwrap();
    assert_eq!(case.story(second), [first, second]);
}

#[test]
fn a_corrected_date_may_make_another_article_the_story() {
    let case = Case::new();
    let first = case.import("first", "11.05.2021", ENGLISH);
    let second = case.import("second", "12.05.2021", ENGLISH);
    let date = FieldValue { date: Some(Edtf::parse("2021-05-10").unwrap()), ..FieldValue::default() };
    case.desk.correct_field(second, FieldName::Published, date).unwrap();
    assert_eq!(case.story(first), [second, first]);
    case.desk.undo().unwrap().unwrap();
    assert_eq!(case.story(first), [first, second]);
}

#[test]
fn an_article_known_by_its_year_alone_does_not_pass_for_the_earliest() {
    let case = Case::new();
    let dated = case.import("dated", "11.05.2021", RUSSIAN);
    let vague = case.import("vague", "12.05.2021", RUSSIAN);
    let year = FieldValue { date: Some(Edtf::parse("2021").unwrap()), ..FieldValue::default() };
    case.desk.correct_field(vague, FieldName::Published, year).unwrap();
    assert_eq!(case.story(vague), [dated, vague]);
}

#[test]
fn an_emptied_bin_is_not_missed_and_opening_mends_what_is_out_of_step() {
    let case = Case::new();
    let first = case.import("first", "11.05.2021", RUSSIAN);
    let second = case.import("second", "12.05.2021", &reworded(RUSSIAN));
    case.desk.remove_articles(&[first]).unwrap();
    case.desk.empty_bin().unwrap();
    let third = case.import("third", "13.05.2021", &reworded(RUSSIAN));
    assert_eq!(case.story(third), [second, third]);
    case.desk.compare_anew(&mut Progress::silent()).unwrap();
    assert_eq!(case.story(third), [second, third]);
    assert!(case.desk.read(|reader| reader.articles_out_of_step()).unwrap().is_empty());
}

#[test]
fn a_cancelled_comparison_goes_on_when_the_dossier_is_opened_again() {
    let folder = tempfile::tempdir().unwrap();
    let library = common::library(folder.path(), common::day(2025));
    let path = folder.path().join("d.dossier");
    let desk = library.create(&path, "", false).unwrap();
    let inbox = folder.path().join("in");
    fs::create_dir(&inbox).unwrap();
    write(&inbox, 250);
    desk.import(std::slice::from_ref(&inbox), &mut Progress::silent()).unwrap();
    let stop = chancery_desk::Cancel::default();
    stop.cancel();
    desk.compare_anew(&mut Progress::new(stop, |_| {})).unwrap();
    let rest = desk.read(|reader| reader.articles_out_of_step()).unwrap();
    assert_eq!(rest.len(), 50);
    drop(desk);
    let desk = library.open(&path).unwrap();
    assert!(desk.read(|reader| reader.articles_out_of_step()).unwrap().is_empty());
    let all = desk.read(|reader| reader.article_ids(None, 1000)).unwrap();
    let (story, total) = desk.read(|reader| reader.story_of(all[0], 10)).unwrap();
    assert_eq!((story.len(), total), (10, 250), "every one is a reprint of the first");
}

/// Bulletins on one form.
fn write(inbox: &Path, count: usize) {
    for number in 0..count {
        let text = format!("Title {number}\n\nPosted: 12.05.2021 10:00\n\n{RUSSIAN} Выпуск {number}.\n");
        fs::write(inbox.join(format!("{number:04}.txt")), text).unwrap();
    }
}

#[test]
fn an_article_shows_its_story_and_how_it_differs_from_another_telling() {
    let case = Case::new();
    let first = case.import("first", "11.05.2021", RUSSIAN);
    let second = case.import("second", "11.05.2021", &RUSSIAN.replace("осенью", "весной"));
    let story = case.desk.story(second).unwrap();
    assert_eq!(story.total, 2);
    let tellings: Vec<_> = story.tellings.iter().map(|one| (one.row.id, one.alike.exact)).collect();
    assert_eq!(tellings, [(first, false), (second, true)]);
    assert!((0.5..1.0).contains(&story.tellings[0].alike.similarity));
    let (runs, alike) = case.desk.difference(first, second).unwrap();
    assert!(!alike.exact);
    let changed: Vec<_> =
        runs.iter().filter(|run| run.fate != Fate::Same).map(|run| run.text.as_str()).collect();
    assert_eq!(changed, ["осенью ", "весной "]);
    let alone = case.import("alone", "12.05.2021", "Nobody else wrote about this little thing at all.");
    assert_eq!(case.desk.story(alone).unwrap().total, 0);
}

#[test]
fn a_reprint_that_needs_a_look_is_told_as_both() {
    let case = Case::new();
    case.import("one", "03.05.2021", RUSSIAN);
    let inbox = tempfile::tempdir().unwrap();
    for (name, text) in [("undated", reworded(RUSSIAN)), ("other", BELARUSIAN.to_owned())] {
        fs::write(inbox.path().join(name), format!("A title\n\n{text}\n")).unwrap();
    }
    let report = case.desk.import(&[inbox.path().to_owned()], &mut Progress::silent()).unwrap();
    let counts = report.counts;
    assert_eq!((counts.needs_a_look, counts.reprints, counts.came_in()), (2, 1, 2), "{counts:?}");
    let outcome = |outcome| {
        case.desk.read(|reader| reader.import_items(report.import, Some(outcome), 0, 9)).unwrap().total
    };
    assert_eq!((outcome(Outcome::NeedsALook), outcome(Outcome::Reprint)), (2, 1));
    let notes =
        |files: Vec<chancery_desk::FileReport>| files.into_iter().map(|file| file.notes).collect::<Vec<_>>();
    let notes = notes(case.desk.import_files(report.import).unwrap());
    assert_eq!(notes, [vec![], vec!["reprint".to_owned()]]);
}
