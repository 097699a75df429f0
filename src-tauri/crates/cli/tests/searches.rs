//! Saved searches as a script would use them.
#![allow(clippy::unwrap_used)]

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

fn plain(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_chancery-cli"))
        .args(args)
        .env("CHANCERY_DATA_DIR", folder.join("data"))
        .output()
        .unwrap()
}

#[track_caller]
fn json(folder: &Path, args: &[&str]) -> Value {
    let dossier = folder.join("a.dossier");
    let output = plain(folder, &[&["--dossier", dossier.to_str().unwrap(), "--json"], args].concat());
    assert_eq!(output.status.code(), Some(0), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn a_search_is_saved_shown_changed_and_removed_and_tells_what_is_new() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let import = |name: &str, text: &str| {
        let file = folder.join(name);
        std::fs::write(&file, text).unwrap();
        json(folder, &["import", file.to_str().unwrap()]);
    };
    plain(folder, &["new", folder.join("a.dossier").to_str().unwrap()]);
    import("a.txt", "Цена на газ\n\nМИНСК, 9 сентября 2021. Цена на газ останется прежней.\n");
    json(folder, &["searches", "save", "Gas", "газ"]);
    let new = || json(folder, &["searches", "--new"]).as_array().unwrap().len();
    assert_eq!(new(), 0);
    import("b.txt", "Gas talks\n\nMINSK, 3 May 2020. The gas price was not named.\n");
    import("c.txt", "Газ в Бресте\n\nБРЕСТ, 3 мая 2020. Газ пришел в город.\n");
    let listed = json(folder, &["searches"]);
    assert_eq!((&listed[0]["found"]["articles"], &listed[0]["found"]["new"]), (&2.into(), &1.into()));
    let titles = |args: &[&str]| -> Vec<String> {
        let found = json(folder, args);
        let hits = found["hits"].as_array().unwrap().iter();
        hits.map(|hit| hit["title"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(titles(&["searches", "show", "gas", "--new"]), ["Газ в Бресте"]);
    assert_eq!(titles(&["searches", "show", "gas"]), ["Цена на газ", "Газ в Бресте"]);
    assert_eq!(new(), 0);
    // A name that is there gets the new query.
    json(folder, &["searches", "save", "GAS", "gas price"]);
    let listed = json(folder, &["searches"]);
    assert_eq!((listed.as_array().unwrap().len(), &listed[0]["asked"]["words"]), (1, &"gas price".into()));
    json(folder, &["searches", "rename", "1", "Price"]);
    json(folder, &["searches", "remove", "price"]);
    assert_eq!(json(folder, &["searches"]), Value::Array(Vec::new()));
    json(folder, &["undo"]);
    assert_eq!(json(folder, &["searches"])[0]["name"], "Price");
    let dossier = folder.join("a.dossier");
    let unknown = plain(folder, &["--dossier", dossier.to_str().unwrap(), "searches", "show", "oil"]);
    assert_eq!(unknown.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&unknown.stderr).contains("oil"));
}

#[test]
fn hits_go_out_with_their_passages_as_a_table_and_as_json_lines() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    plain(folder, &["new", folder.join("a.dossier").to_str().unwrap()]);
    let file = folder.join("a.txt");
    std::fs::write(&file, "Цена на газ\n\nМИНСК, 9 сентября 2021. Цена на газ останется прежней.\n").unwrap();
    json(folder, &["import", file.to_str().unwrap()]);
    let (table, lines) = (folder.join("h.csv"), folder.join("h.jsonl"));
    json(folder, &["search", "газ", "--output", table.to_str().unwrap()]);
    json(folder, &["search", "газ", "-o", lines.to_str().unwrap()]);
    let table = std::fs::read_to_string(table).unwrap();
    assert!(table.lines().nth(1).unwrap().contains(",title,8,11,Цена на,газ,"), "{table}");
    let line: Value = serde_json::from_str(std::fs::read_to_string(lines).unwrap().trim()).unwrap();
    assert_eq!(line["passages"][1]["words"], "газ");
    let dossier = folder.join("a.dossier");
    let other = plain(folder, &["--dossier", dossier.to_str().unwrap(), "search", "газ", "-o", "h.txt"]);
    assert_eq!(other.status.code(), Some(2));
}
