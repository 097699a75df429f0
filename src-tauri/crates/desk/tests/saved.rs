//! Saved searches: what is new since one looked, what later versions said, and undo.
#![allow(clippy::unwrap_used)]

mod common;

use chancery_desk::stored::{Asked, Unread};
use chancery_desk::{Desk, Progress};
use chancery_model::ArticleId;

fn asked(words: &str) -> Asked {
    Asked { words: words.to_owned(), newest_first: true, ..Asked::default() }
}

fn import(desk: &Desk, folder: &std::path::Path, name: &str, text: &str) {
    let file = folder.join(name);
    std::fs::write(&file, text).unwrap();
    desk.import(&[file], &mut Progress::silent()).unwrap();
}

#[test]
fn what_comes_in_is_new_until_one_looks_and_undo_does_not_bring_it_back() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::empty(folder.path(), common::day(2026));
    let one = "Цена на газ\n\nМИНСК, 9 сентября 2021. Цена на газ останется прежней.\n";
    import(&desk, folder.path(), "газ.txt", one);
    let id = desk.save_search("  Gas\n price ", asked(" газ ")).unwrap().value;
    let row = &desk.saved_searches().unwrap()[0];
    assert_eq!((row.search.name.as_str(), row.search.asked.words.as_str()), ("Gas price", "газ"));
    let found = |desk: &Desk| {
        let found = desk.saved_search_found(id).unwrap();
        (found.articles.articles(), found.new.articles())
    };
    assert_eq!(found(&desk), (1, 0), "what it finds when it is saved was seen");
    let two = "Газ для Бреста\n\nБРЕСТ, 3 мая 2001. Газ пришел в город.\n";
    import(&desk, folder.path(), "брест.txt", two);
    import(&desk, folder.path(), "нефть.txt", "Нефть\n\nМИНСК, 4 мая 2001. Нефть подорожала.\n");
    assert_eq!(found(&desk), (2, 1));
    let before = desk.look_at_saved_search(id).unwrap();
    assert_eq!((before, found(&desk)), (ArticleId(1), (2, 0)));
    desk.edit_search(id, "Gas", asked("газ")).unwrap();
    desk.undo().unwrap();
    assert_eq!(found(&desk), (2, 0));
    desk.remove_search(id).unwrap();
    assert!(desk.saved_search_found(id).is_err());
    desk.undo().unwrap();
    assert_eq!(found(&desk), (2, 0));
}

#[test]
fn a_search_with_a_field_of_a_later_version_stays_as_it_is_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let desk = common::empty(folder.path(), common::day(2026));
    let words = "газ mood:glum outlet:nobody";
    let id = desk.save_search("", asked(words)).unwrap().value;
    let row = &desk.saved_searches().unwrap()[0];
    assert_eq!((row.search.name.as_str(), row.search.asked.words.as_str()), (words, words));
    let hints = desk.saved_search_found(id).unwrap().hints;
    let why: Vec<Unread> = hints.iter().map(|hint| hint.why).collect();
    assert_eq!(why, [Unread::NoSuchField, Unread::NothingCalledSo]);
    assert!(desk.save_search("empty", asked("  ")).is_err());
}
