//! Every command as a script would call it: exit codes, JSON shapes, and what is in the dossier afterwards.
#![allow(clippy::unwrap_used)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

struct Desk {
    folder: tempfile::TempDir,
    dossier: PathBuf,
}

impl Desk {
    fn bundled() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let dossier = folder.path().join("союз 1.dossier");
        let desk = Self { folder, dossier };
        let made = desk.plain(&["--json", "new", desk.dossier.to_str().unwrap(), "--bundled", "union-state"]);
        assert_eq!(made.status.code(), Some(0), "{}", String::from_utf8_lossy(&made.stderr));
        desk
    }

    fn plain(&self, args: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_chancery-cli"))
            .args(args)
            .env("CHANCERY_DATA_DIR", self.folder.path().join("data"))
            .output()
            .unwrap()
    }

    #[track_caller]
    fn json(&self, args: &[&str]) -> Value {
        let dossier = self.dossier.to_str().unwrap();
        let output = self.plain(&[&["--dossier", dossier, "--json"], args].concat());
        assert_eq!(output.status.code(), Some(0), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).unwrap()
    }

    #[track_caller]
    fn fails(&self, args: &[&str], code: i32, saying: &str) {
        let output = self.plain(args);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(code), "{args:?}: {told}");
        assert!(told.contains(saying), "{told:?} does not say {saying:?}");
    }
}

#[test]
fn the_register_is_told_as_of_a_day_and_two_days_are_compared() {
    let desk = Desk::bundled();
    let titles = |args: &[&str]| -> Vec<String> {
        let register = desk.json(&[&["milestones"], args].concat());
        let rows = register["milestones"].as_array().unwrap().iter();
        rows.map(|row| row["title"]["en"].as_str().unwrap().to_owned()).collect()
    };
    let drafts = "Drafts of 31 roadmaps prepared".to_owned();
    assert!(titles(&["--happened-by", "2019-12-01"]).contains(&drafts));
    assert!(!titles(&["--known-by", "2021-03-01"]).contains(&drafts));
    let changes = desk.json(&["milestones", "--known-by", "2021-03-01", "--compare", "2021-06-01"]);
    let change =
        changes.as_array().unwrap().iter().find(|one| one["title"]["en"] == drafts.as_str()).unwrap();
    assert_eq!(change["new"], true);
    assert!(!change["evidence"].as_array().unwrap().is_empty());
    let dossier = desk.dossier.to_str().unwrap();
    desk.fails(&["--dossier", dossier, "milestones", "--known-by", "spring"], 1, "spring");
}

#[test]
fn the_register_goes_to_a_spreadsheet_and_comes_from_one_with_every_row_told() {
    let desk = Desk::bundled();
    let file = desk.folder.path().join("register.xlsx");
    let path = file.to_str().unwrap();
    let milestones = desk.json(&["milestones", "--export", path])["milestones"].as_u64().unwrap();
    let same = desk.json(&["milestones", "--import", path]);
    assert_eq!(same["value"]["unchanged"], milestones);
    assert!(same["operation"].is_null());

    let file = desk.folder.path().join("обещания.csv");
    std::fs::write(&file, "Vorhaben;Wann;Status\nGas market;2023;begun\nOil market;sometime;\n").unwrap();
    let path = file.to_str().unwrap();
    let map = ["--map", "Vorhaben=title", "--map", "wann=date"];
    let seen = desk.json(&[&["milestones", "--import", path, "--dry-run"], &map[..]].concat());
    assert_eq!((&seen["added"], &seen["refused"]), (&Value::from(1), &Value::from(1)));
    let dossier = desk.dossier.to_str().unwrap();
    let told = desk.plain(&[&["--dossier", dossier, "milestones", "--import", path], &map[..]].concat());
    let told = String::from_utf8(told.stdout).unwrap();
    assert!(told.contains("! row 3, Wann “sometime”: no date; write it as"), "{told}");
    assert_eq!(desk.json(&["milestones"])["milestones"].as_array().unwrap().len() as u64, milestones + 1);
    desk.json(&["undo"]);
    assert_eq!(desk.json(&["milestones"])["milestones"].as_array().unwrap().len() as u64, milestones);
    desk.fails(&["--dossier", dossier, "milestones", "--import", path, "--map", "Wo=title"], 2, "Vorhaben");
    desk.fails(
        &["--dossier", dossier, "milestones", "--import", dossier],
        1,
        "save the table as one of the two",
    );
}

#[test]
fn the_ladder_is_shown_foretold_changed_and_undone_and_words_what_is_told() {
    let desk = Desk::bundled();
    let dossier = desk.dossier.to_str().unwrap();
    let told = |args: &[&str]| {
        let output = desk.plain(&[&["--dossier", dossier], args].concat());
        String::from_utf8(output.stdout).unwrap()
    };
    let shown = desk.json(&["ladder"]);
    assert_eq!(
        (&shown["current"]["preset"], &shown["reached"][0]["changes"]),
        (&"peace-accords-matrix".into(), &9.into())
    );
    let train = ["ladder", "--preset", "eu-train", "--map", "begun=close to adoption"];
    let seen = told(&[&train[..], &["--dry-run"]].concat());
    assert!(
        seen.contains("begun → close to adoption (reached 9 times by 9 milestones; it does not mean"),
        "{seen}"
    );
    assert!(told(&["milestones"]).contains("begun"));
    assert_eq!(desk.json(&train)["operation"]["kind"], "set-ladder");
    let list = told(&["milestones"]);
    assert!(list.contains("close to adoption") && !list.contains("begun"), "{list}");
    let set = ["milestones", "status", "commitment-single-currency", "Внесено", "--judgement", "read it"];
    desk.json(&set);
    assert_eq!(desk.json(&["milestones", "commitment-single-currency"])["milestone"]["step"], "tabled");
    assert!(told(&["milestones", "--roll-up"]).contains("1 tabled, 8 close to adoption"));
    desk.fails(
        &[
            "--dossier",
            dossier,
            "milestones",
            "status",
            "commitment-single-currency",
            "kept",
            "--judgement",
            "x",
        ],
        1,
        "tabled",
    );
    desk.fails(&["--dossier", dossier, "ladder", "--preset", "other"], 2, "promise-meter");
    desk.fails(
        &["--dossier", dossier, "ladder", "--preset", "promise-meter", "--map", "close=done"],
        2,
        "compromise",
    );

    let file = desk.folder.path().join("лесвіца.toml");
    let file = file.to_str().unwrap();
    desk.json(&["ladder", "--output", file]);
    desk.json(&["undo"]);
    desk.json(&["undo"]);
    assert!(told(&["milestones"]).contains("begun"));
    assert_eq!(desk.json(&["ladder", "--file", file])["value"]["ladder"]["preset"], "eu-train");
    std::fs::write(file, "name = 'x'\n[[step]]\nwords = 'a'\nsense = 'half'\n").unwrap();
    desk.fails(&["--dossier", dossier, "ladder", "--file", file, "--dry-run"], 1, "write not-begun, begun");
}

#[test]
fn the_codebook_goes_to_a_file_and_comes_from_one() {
    let desk = Desk::bundled();
    let file = |name: &str| desk.folder.path().join(name).to_str().unwrap().to_owned();
    let written = desk.json(&["topics", "--export", &file("темы.ttl")]);
    assert_eq!((written["topics"].as_u64(), written["left"].as_array().map(Vec::len)), (Some(29), Some(0)));
    let left = desk.json(&["topics", "--export", &file("codes"), "--format", "qdc"])["left"].clone();
    assert!(left.as_array().unwrap().iter().any(|one| one["what"] == "terms"), "{left}");
    let again = desk.json(&["topics", "--import", &file("темы.ttl")]);
    assert!(again["operation"].is_null() && again["value"]["unchanged"] == 29, "{again}");
    let would = desk.json(&["topics", "--bundled", "cap", "--dry-run"]);
    let topics = || desk.json(&["topics"]).as_array().unwrap().len();
    assert_eq!(topics(), 29);
    let done = desk.json(&["topics", "--bundled", "cap"]);
    assert_eq!((&done["value"], done["operation"]["kind"].as_str()), (&would, Some("import-codebook")));
    assert_eq!(topics(), 29 + would["added"].as_array().unwrap().len());
    desk.json(&["undo"]);
    assert_eq!(topics(), 29);
    let dossier = desk.dossier.to_str().unwrap();
    std::fs::write(file("a.csv"), "colour\nred\n").unwrap();
    desk.fails(&["--dossier", dossier, "topics", "--import", &file("a.csv")], 1, "a.csv: has no column");
    desk.fails(&["--dossier", dossier, "topics", "--export", &file("out")], 2, "--format");
    desk.fails(&["--dossier", dossier, "topics", "--dry-run"], 2, "--import");
}

#[test]
fn topics_are_written_as_json_merged_and_undone() {
    let desk = Desk::bundled();
    let file = |name: &str, draft: &Value| {
        let path = desk.folder.path().join(name);
        std::fs::write(&path, draft.to_string()).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let mut draft = desk.json(&["topic", "draft"]);
    draft["label"]["en"] = "Visits".into();
    draft["terms"] = serde_json::json!([
        { "language": "en", "text": "Sochi", "kind": "exact", "weight": 1.0, "facet": null }
    ]);
    let made = desk.json(&["topic", "add", &file("new.json", &draft)]);
    assert_eq!(made["operation"]["kind"], "add-topic");
    let suggested = |topic: &str| desk.json(&["topics", topic])["topic"]["suggested"].as_u64();
    let before = suggested("visits");
    assert!(before > Some(0), "suggestions are made at once");
    let mut edited = desk.json(&["topic", "draft", "visits"]);
    edited["terms"][0]["text"] = "nowhere".into();
    let edited = file("edited.json", &edited);
    let would = desk.json(&["topic", "edit", "visits", &edited, "--dry-run"]);
    assert_eq!((would["suggested"].as_u64(), would["now"].as_u64()), (Some(0), before), "{would}");
    desk.json(&["topic", "edit", "visits", &edited]);
    assert_eq!(suggested("visits"), Some(0));
    let history = desk.json(&["topic", "history", "visits"]);
    assert_eq!(history["versions"].as_array().map(Vec::len), Some(2));
    desk.json(&["undo"]);
    assert_eq!(suggested("visits"), before);
    let merged = desk.json(&["topic", "merge", "visits", "transport"]);
    assert_eq!(merged["value"]["terms"].as_array().map(Vec::len), Some(1));
    let dossier = desk.dossier.to_str().unwrap();
    desk.fails(&["--dossier", dossier, "topic", "history", "visits"], 1, "there is no topic visits");
    desk.json(&["undo"]);
    let broken = file("broken.json", &Value::Null);
    desk.fails(&["--dossier", dossier, "topic", "edit", "visits", &broken], 1, "");
    desk.json(&["topic", "remove", "visits"]);
}

fn seeds() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../seeds/articles")
}

#[test]
fn what_the_bundled_dossier_holds_is_listed_and_shown() {
    let desk = Desk::bundled();
    let page = desk.json(&["articles"]);
    assert_eq!(
        (page["total"].as_u64(), page["rows"][0]["published"].as_str()),
        (Some(5), Some("2024-08-15"))
    );
    let id = page["rows"][1]["id"].to_string();
    let article = desk.json(&["show", &id]);
    assert_eq!(article["fields"][4]["name"], "published");
    assert_eq!(article["fields"][4]["value"]["time"], "02:42");
    assert!(article["topics"][0]["reasons"][0]["words"].is_string());
    assert!(article["evidence"].as_array().unwrap().len() > 1);
    assert_eq!(
        desk.json(&["topics"]).as_array().unwrap().iter().filter(|topic| topic["group"] == false).count(),
        17
    );
    assert!(desk.json(&["topics", "energy-gas-and-oil"])["terms"].as_array().unwrap().len() > 20);
    assert!(desk.json(&["milestones"])["milestones"].as_array().unwrap().len() >= 21);
    assert_eq!(desk.json(&["milestones", "treaty-1999"])["milestone"]["date"], "1999");
    let found = desk.json(&["search", "single currency"]);
    assert!(found["total"].as_u64().unwrap() >= 1 && found["hits"][0]["snippets"][0]["marks"].is_array());
    assert_eq!(desk.json(&["articles", "--outlet", "tass"])["total"], 2);
    assert_eq!(desk.json(&["articles", "--after", "2021-05-01", "--before", "2021-12-31"])["total"], 2);
}

#[test]
fn a_decision_is_made_undone_and_redone_across_runs() {
    let desk = Desk::bundled();
    let page = desk.json(&["articles"]);
    let (id, slug) = (
        page["rows"][0]["id"].to_string(),
        page["rows"][0]["topics"][0]["slug"].as_str().unwrap().to_owned(),
    );
    let state = || {
        let article = desk.json(&["show", &id]);
        let topics = article["topics"].as_array().unwrap().clone();
        topics.into_iter().find(|topic| topic["slug"] == slug.as_str()).unwrap()["state"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    assert_eq!(desk.json(&["tag", &slug, &id, "--accept"])["operation"]["kind"], "decide");
    assert_eq!(state(), "accepted");
    assert_eq!(desk.json(&["undo"])["operation"]["state"], "undone");
    assert_eq!(state(), "suggested");
    desk.json(&["redo"]);
    assert_eq!(state(), "accepted");
    desk.json(&["tag", &slug, &id, "--reject", "--because", "in passing"]);
    assert_eq!(state(), "rejected");
    assert_eq!(desk.json(&["operations", "--limit", "1"])[0]["args"]["verdict"], "rejected");
    assert_eq!(desk.json(&["verify"])["sound"], true);
}

#[test]
fn evidence_and_notes_are_attached_and_briefed() {
    let desk = Desk::bundled();
    let page = desk.json(&["articles", "--after", "2024-01-01"]);
    let id = page["rows"][0]["id"].to_string();
    let done = desk.json(&[
        "milestones",
        "attach",
        "allies-2024",
        &id,
        "--exact",
        "that position was criticised by some Russian journalists",
        "--stance",
        "mentions",
    ]);
    assert!(done["value"].is_number());
    let dossier = desk.dossier.to_str().unwrap();
    desk.fails(
        &[
            "--dossier",
            dossier,
            "milestones",
            "attach",
            "allies-2024",
            &id,
            "--exact",
            "words that are not there",
        ],
        1,
        "do not stand",
    );
    let note = desk.folder.path().join("note.md");
    std::fs::write(&note, format!("See [[article:{id}]] and [[milestone:1]].")).unwrap();
    desk.json(&["notes", "add", "First note", "--file", note.to_str().unwrap()]);
    assert_eq!(desk.json(&["notes"])[0]["links"], 2);
    for format in ["docx", "html", "md"] {
        let file = desk.folder.path().join(format!("b.{format}"));
        let written = desk.json(&[
            "brief",
            "--format",
            format,
            "-o",
            file.to_str().unwrap(),
            "--date",
            "2026-11-21",
            "--lang",
            "be",
        ]);
        assert_eq!(written["bytes"].as_u64().unwrap(), std::fs::metadata(&file).unwrap().len());
    }
}

#[test]
fn the_pdf_is_the_same_bytes_for_the_same_dossier_and_date() {
    let desk = Desk::bundled();
    let write = |name: &str| {
        let file = desk.folder.path().join(name);
        desk.json(&["brief", "--format", "pdf", "-o", file.to_str().unwrap(), "--date", "2026-11-21"]);
        std::fs::read(file).unwrap()
    };
    let first = write("a.pdf");
    assert!(first.starts_with(b"%PDF-"));
    assert_eq!(first, write("b.pdf"));
}

#[test]
fn import_counts_what_it_refuses_and_strict_makes_it_a_failure() {
    let desk = Desk::bundled();
    let inbox = desk.folder.path().join("in");
    std::fs::create_dir(&inbox).unwrap();
    std::fs::write(inbox.join("empty.txt"), "").unwrap();
    std::fs::write(inbox.join("one.txt"), "A title\n\nMinsk and Moscow talk about the gas price.\n").unwrap();
    let report = desk.json(&["import", inbox.to_str().unwrap()]);
    assert_eq!((report["imported"].as_u64(), report["refused"].as_u64()), (Some(1), Some(1)));
    let dossier = desk.dossier.to_str().unwrap();
    desk.fails(&["--dossier", dossier, "import", inbox.to_str().unwrap(), "--strict"], 1, "empty.txt");
}

#[test]
fn inspect_stores_nothing_and_has_the_documented_shape() {
    let desk = Desk::bundled();
    let seeds = seeds();
    let read = desk.json(&["inspect", seeds.to_str().unwrap(), "--captured", "2026-11-21"]);
    let read = read.as_array().unwrap();
    assert_eq!(read.len(), 5);
    for file in read {
        let text: Vec<char> = file["text"].as_str().unwrap().chars().collect();
        let at = |one: &Value| -> String {
            text[one["start"].as_u64().unwrap() as usize..one["end"].as_u64().unwrap() as usize]
                .iter()
                .collect()
        };
        assert!(
            !file["furniture"].as_array().unwrap().is_empty()
                || file["title"]["value"].as_str().unwrap().starts_with("Lukashenko on")
        );
        for piece in file["furniture"].as_array().unwrap() {
            assert!(
                !file["body"].as_str().unwrap().lines().any(|line| line == at(piece)),
                "furniture is not in the body"
            );
        }
        for date in file["dates"].as_array().unwrap() {
            assert_eq!(at(date), date["text"].as_str().unwrap());
        }
        for topic in file["topics"].as_array().unwrap() {
            for reason in topic["reasons"].as_array().unwrap() {
                if !reason["start"].is_null() {
                    assert_eq!(at(reason), reason["text"].as_str().unwrap());
                }
            }
        }
        for field in ["title", "outlet", "byline", "dateline", "published", "language"] {
            for part in ["value", "confidence", "basis", "alternatives"] {
                assert!(file[field].get(part).is_some(), "{field}.{part}");
            }
        }
    }
    assert_eq!(read[2]["published"]["value"]["date"], "2020-10-29~");
    assert_eq!(read[2]["published"]["confidence"], "low");
    let alone = desk.plain(&["inspect", "--jsonl", seeds.join("002_e399e122d91a18eb.txt").to_str().unwrap()]);
    let alone: Value = serde_json::from_slice(&alone.stdout).unwrap();
    assert!(alone["published"]["value"].is_null());
    assert_eq!(desk.json(&["articles"])["total"], 5);
}

#[test]
fn misuse_and_failure_have_their_own_exit_codes_and_name_the_file() {
    let desk = Desk::bundled();
    let dossier = desk.dossier.to_str().unwrap();
    desk.fails(&["frobnicate"], 2, "frobnicate");
    desk.fails(&["--dossier", dossier, "tag", "energy-gas-and-oil", "1"], 2, "--accept");
    desk.fails(&["new", dossier], 1, "already exists");
    let other = desk.folder.path().join("no dossier.dossier");
    std::fs::write(&other, "just some text, long enough to be looked at as a file of its own".repeat(40))
        .unwrap();
    desk.fails(&["--dossier", other.to_str().unwrap(), "articles"], 1, "no dossier.dossier");
    desk.fails(&["--dossier", dossier, "show", "999"], 1, "no article 999");
    let help = desk.plain(&["--help"]);
    assert_eq!(help.status.code(), Some(0));
    assert_eq!(desk.plain(&["--version"]).status.code(), Some(0));
}

#[test]
fn the_bin_gives_back_until_it_is_emptied_for_good() {
    let desk = Desk::bundled();
    let id = desk.json(&["articles"])["rows"][0]["id"].to_string();
    desk.json(&["bin", "put", &id]);
    assert_eq!(desk.json(&["articles"])["total"], 4);
    assert_eq!(desk.json(&["articles", "--in-bin"])["total"], 1);
    desk.json(&["bin", "restore", &id]);
    assert_eq!(desk.json(&["articles"])["total"], 5);
    desk.json(&["bin", "put", &id]);
    let emptied = desk.json(&["bin", "empty", "--for-good"]);
    assert_eq!(
        (emptied["value"]["articles"].as_u64(), emptied["value"]["originals"].as_u64()),
        (Some(1), Some(1))
    );
    let dossier = desk.dossier.to_str().unwrap();
    desk.fails(&["--dossier", dossier, "undo"], 1, "undo ends");
    assert_eq!(desk.json(&["verify"])["sound"], true);
    let copy = desk.folder.path().join("copy.dossier");
    desk.json(&["backup", copy.to_str().unwrap()]);
    desk.fails(&["--dossier", dossier, "backup", copy.to_str().unwrap()], 1, "already exists");
}

#[test]
fn a_search_for_signs_finds_nothing_and_says_why() {
    let desk = Desk::bundled();
    assert_eq!(desk.json(&["search", "… — !"])["total"], 0);
    let told = desk.plain(&["--dossier", desk.dossier.to_str().unwrap(), "search", "?!"]);
    assert!(String::from_utf8_lossy(&told.stdout).contains("needs a letter or a digit"));
}

#[test]
fn what_has_no_ladder_says_its_kind_and_a_bundled_judgement_whose_it_is() {
    let desk = Desk::bundled();
    let plain = |args: &[&str]| {
        let output = desk.plain(&[&["--dossier", desk.dossier.to_str().unwrap()], args].concat());
        String::from_utf8(output.stdout).unwrap()
    };
    let list = plain(&["milestones"]);
    assert!(
        list.contains("(statement)") && list.contains("(treaty)") && !list.contains("event)  event"),
        "{list}"
    );
    let shown = plain(&["milestones", "roadmap-drafts"]);
    assert!(
        shown.contains("judgement bundled with the dossier") && shown.contains("from the bundled dossier")
    );
    let link = desk.json(&["milestones", "roadmap-drafts"])["lineage"][0]["id"].to_string();
    assert_eq!(desk.json(&["milestones", "confirm", &link])["operation"]["kind"], "confirm-lineage");
    assert!(plain(&["milestones", "roadmap-drafts"]).contains("no passage; judgement: TASS"));
    desk.json(&["milestones", "confirm", &link, "--not"]);
    assert!(plain(&["milestones", "roadmap-drafts"]).contains("judgement bundled"));
}

#[test]
fn lineage_is_told_by_title_and_is_changed_and_taken_away() {
    let desk = Desk::bundled();
    let plain = |args: &[&str]| {
        let output = desk.plain(&[&["--dossier", desk.dossier.to_str().unwrap()], args].concat());
        String::from_utf8(output.stdout).unwrap()
    };
    let told = plain(&["milestones", "sochi-february-2021"]);
    assert!(
        told.contains("became: Most roadmaps agreed, some left open → Sochi: 6–7 roadmaps left"),
        "{told}"
    );
    assert!(told.contains("(“On February 22, 2021, the Belarusian president"), "{told}");
    assert!(told.contains("    Drafts of 31 roadmaps prepared → became → Most roadmaps agreed"), "{told}");
    let made = desk.json(&[
        "milestones",
        "link",
        "working-group-2018",
        "split-into",
        "roadmap-drafts",
        "--judgement",
        "its work",
    ]);
    assert_eq!(made["operation"]["kind"], "add-lineage");
    let link = made["value"].to_string();
    let round = ["milestones", "link", "sochi-february-2021", "became", "roadmap-drafts", "--judgement", "x"];
    let round = [&["--dossier", desk.dossier.to_str().unwrap()], &round[..]].concat();
    desk.fails(&round, 1, "it comes out of that one already");
    let change = ["milestones", "link", "working-group-2018", "became", "roadmap-drafts", "--judgement", "y"];
    assert_eq!(desk.json(&[&change[..], &["--change", &link]].concat())["operation"]["kind"], "edit-lineage");
    assert!(plain(&["milestones", "working-group-2018"]).contains("no passage; judgement: y"));
    desk.json(&["milestones", "unlink", &link]);
    assert!(!plain(&["milestones", "working-group-2018"]).contains("link "));
}

#[test]
fn errors_name_the_file_that_was_named() {
    let desk = Desk::bundled();
    let folder = desk.folder.path().to_str().unwrap().to_owned();
    desk.fails(&["--dossier", &folder, "articles"], 1, "a folder, not a dossier");
    let target = desk.folder.path().join("missing/b.dossier");
    let output =
        desk.plain(&["--dossier", desk.dossier.to_str().unwrap(), "backup", target.to_str().unwrap()]);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.code() == Some(1) && told.contains("missing/b.dossier: "), "{told}");
    assert!(!told.contains("-new") && told.contains("No such file"), "{told}");
}

#[test]
fn a_damaged_dossier_says_so_with_a_way_out() {
    let desk = Desk::bundled();
    let mut bytes = std::fs::read(&desk.dossier).unwrap();
    let half = bytes.len() / 2;
    // The header stays; what follows the first page is noise.
    bytes[16384..half].fill(0xA5);
    std::fs::write(&desk.dossier, bytes).unwrap();
    desk.fails(&["--dossier", desk.dossier.to_str().unwrap(), "articles"], 1, "open a backup of it");
}

#[test]
#[cfg(target_os = "linux")]
fn an_answer_that_cannot_be_written_is_a_failure() {
    let desk = Desk::bundled();
    for args in [&["articles"][..], &["--json", "milestones"], &["--help"], &["inspect", "--jsonl"]] {
        let file = seeds().join("003_e0cc0fa83a5e2ff4.txt");
        let mut command = Command::new(env!("CARGO_BIN_EXE_chancery-cli"));
        command.arg("--dossier").arg(&desk.dossier).args(args);
        if args[0] == "inspect" {
            command.arg(file);
        }
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = command.stdout(full).output().unwrap();
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{args:?}: {told}");
        assert!(told.contains("standard output"), "{told}");
    }
}

#[test]
fn articles_go_out_in_every_format_and_come_in_again() {
    let desk = Desk::bundled();
    let path = |name: &str| desk.folder.path().join(name).to_str().unwrap().to_owned();
    for format in ["jsonl", "csl", "ris", "bibtex", "csv", "originals"] {
        let written = desk.json(&["export", "--format", format, "-o", &path(format)]);
        assert_eq!((&written["articles"], &written["inBin"]), (&5.into(), &0.into()), "{format}");
        assert_eq!(written["bytes"].as_u64().unwrap(), std::fs::metadata(path(format)).unwrap().len());
    }
    let tass = desk.json(&["export", "--format", "csv", "-o", &path("tass"), "--outlet", "TASS"]);
    assert_eq!(tass["articles"], 2);
    let id = desk.json(&["articles"])["rows"][0]["id"].to_string();
    desk.json(&["bin", "put", &id]);
    let other = desk.json(&["articles"])["rows"][0]["id"].to_string();
    let chosen = desk.json(&["export", "--format", "ris", "-o", &path("chosen"), &id, &other]);
    assert_eq!((&chosen["articles"], &chosen["inBin"]), (&1.into(), &1.into()));
    let back = desk.json(&["inspect", &path("ris")]);
    assert_eq!(back.as_array().unwrap().len(), 5);
    let dossier = desk.dossier.to_str().unwrap();
    desk.fails(
        &["--dossier", dossier, "export", "--format", "csv", "-o", &path("none"), "--after", "2100-01-01"],
        1,
        "no article",
    );
    desk.fails(&["--dossier", dossier, "export", "--format", "csv", "-o", dossier], 1, "choose another name");
    desk.fails(&["export", "--format", "csv", "-o", "x", "--lang", "ru", "1"], 2, "cannot be used with");
}

#[test]
fn copies_are_listed_once_where_asked_and_compared_word_by_word() {
    let desk = Desk::bundled();
    let inbox = desk.folder.path().join("in");
    std::fs::create_dir(&inbox).unwrap();
    let text = "Премьер-министры двух государств встретились в Сочи и договорились о цене на газ на следующий год. \
        Вопрос о единой валюте они отложили до осени.";
    let posted = |text: &str| format!("Заголовок\n\nОпубликовано: 12.05.2021 10:00\n\n{text}\n");
    std::fs::write(inbox.join("1.txt"), posted(text)).unwrap();
    std::fs::write(inbox.join("2.txt"), posted(&text.replace("осени", "весны"))).unwrap();
    desk.json(&["import", inbox.to_str().unwrap()]);
    let all = desk.json(&["articles", "--after", "2021-05-12", "--before", "2021-05-12"]);
    let stories = desk.json(&["articles", "--stories", "--after", "2021-05-12", "--before", "2021-05-12"]);
    assert_eq!((all["total"].as_u64(), stories["total"].as_u64()), (Some(2), Some(1)));
    assert_eq!(stories["rows"][0]["copies"], 1);
    let (first, second) = (stories["rows"][0]["id"].to_string(), all["rows"][0]["id"].to_string());
    let shown = desk.json(&["show", &second]);
    assert_eq!(shown["story"]["tellings"][0]["article"].to_string(), first);
    let compared = desk.json(&["compare", &second, &first]);
    assert_eq!((compared["wordsAdded"].as_u64(), compared["wordsRemoved"].as_u64()), (Some(1), Some(1)));
    let dossier = desk.dossier.to_str().unwrap();
    let told = desk.plain(&["--dossier", dossier, "compare", &second, &first]);
    let told = String::from_utf8_lossy(&told.stdout).into_owned();
    assert!(told.contains("до [-осени.-]{+весны.+}"), "{told}");
    assert_eq!(desk.json(&["recompare"]), serde_json::json!({ "articles": 7, "stories": 6 }));
}

#[test]
fn outlets_are_listed_graded_and_merged() {
    let desk = Desk::bundled();
    let outlets = desk.json(&["outlets"]);
    let rows = outlets.as_array().unwrap();
    assert!(rows.len() > 1 && rows.iter().all(|row| row["grade"].is_null()));
    assert_eq!(
        desk.json(&["outlets", "edit", "tass", "--grade", "c", "--country", "RU"])["operation"]["kind"],
        "edit-outlet"
    );
    let tass = desk.json(&["outlets", "TASS"]);
    assert_eq!((&tass["outlet"]["grade"], &tass["outlet"]["country"]), (&"C".into(), &"RU".into()));
    assert_eq!(tass["hints"][0]["field"], "kind");
    let row = &desk.json(&["articles", "--outlet", "TASS"])["rows"][0];
    assert_eq!(row["grade"], "C");
    let other = rows.iter().find(|row| row["name"] != "TASS").unwrap()["name"].as_str().unwrap().to_owned();
    desk.json(&["outlets", "merge", "TASS", &other]);
    assert_eq!(desk.json(&["outlets"]).as_array().unwrap().len(), rows.len() - 1);
    assert_eq!(desk.json(&["outlets", &other])["outlet"]["name"], "TASS");
    desk.json(&["undo"]);
    assert_eq!(desk.json(&["outlets"]).as_array().unwrap().len(), rows.len());
    let dossier = desk.dossier.to_str().unwrap();
    desk.fails(&["--dossier", dossier, "outlets", "edit", "TASS", "--grade", "Z"], 1, "Z");
    desk.fails(&["--dossier", dossier, "outlets", "edit", "TASS", "--name", &other], 1, "is a name of");
}

#[test]
fn a_passage_is_coded_listed_changed_and_taken_away() {
    let desk = Desk::bundled();
    let id = desk.json(&["articles"])["rows"][1]["id"].to_string();
    let text = desk.json(&["show", &id])["text"].as_str().unwrap().to_owned();
    let sentence = text.split_inclusive('.').nth(2).unwrap().trim();
    let add = ["codings", "add", "transport", &id, "--exact", sentence, "--memo", "see also 2021"];
    let coding = desk.json(&add)["value"].to_string();
    assert!(desk.json(&add)["operation"].is_null(), "coded so already");
    let page = desk.json(&["codings", "transport"]);
    assert_eq!((&page["total"], &page["rows"][0]["coding"]["exact"]), (&1.into(), &sentence.into()));
    assert_eq!(desk.json(&["show", &id])["codings"][0]["memo"], "see also 2021");
    assert_eq!(desk.json(&["codings"])[0]["slug"], "transport");
    desk.json(&["codings", "edit", &coding, "--topic", "public-opinion", "--memo", ""]);
    assert_eq!(desk.json(&["codings", "public-opinion"])["rows"][0]["coding"]["memo"], "");
    desk.json(&["codings", "remove", &coding]);
    assert_eq!(desk.json(&["codings"]).as_array().map(Vec::len), Some(0));
    assert_eq!(desk.json(&["operations", "--limit", "1"])[0]["kind"], "remove-coding");
    let dossier = desk.dossier.to_str().unwrap();
    let add = ["--dossier", dossier, "codings", "add", "transport", &id, "--exact", "no such words"];
    desk.fails(&add, 1, "do not stand in the text");
}

#[test]
fn coded_passages_go_to_other_programs_and_come_back() {
    let desk = Desk::bundled();
    let file = |name: &str| desk.folder.path().join(name).to_str().unwrap().to_owned();
    let id = desk.json(&["articles"])["rows"][0]["id"].to_string();
    let text = desk.json(&["show", &id])["text"].as_str().unwrap().to_owned();
    let sentence = text.split_inclusive('.').nth(3).unwrap().trim();
    desk.json(&["codings", "add", "transport", &id, "--exact", sentence, "--memo", "=memo"]);
    let written = desk.json(&["export", "--format", "qdpx", "-o", &file("праект.qdpx")]);
    assert_eq!((written["articles"].as_u64(), written["codings"].as_u64()), (Some(5), Some(1)));
    let written = desk.json(&["export", "--format", "annotations", "-o", &file("a.jsonld"), &id]);
    assert_eq!((written["articles"].as_u64(), written["codings"].as_u64()), (Some(1), Some(1)));
    assert_eq!(desk.json(&["codings", "transport", "--csv", &file("a.csv")])["codings"], 1);
    let table = std::fs::read_to_string(file("a.csv")).unwrap();
    assert!(table.contains("'=memo") && table.lines().next().unwrap().contains("passage"), "{table}");

    desk.json(&[
        "codings",
        "remove",
        &desk.json(&["codings", "transport"])["rows"][0]["coding"]["id"].to_string(),
    ]);
    let would = desk.json(&["import-codings", &file("a.jsonld"), "--dry-run"]);
    assert_eq!((would["codings"].as_u64(), would["found"].as_u64()), (Some(1), Some(1)));
    assert_eq!(desk.json(&["codings"]).as_array().map(Vec::len), Some(0), "a dry run changes nothing");
    let done = desk.json(&["import-codings", &file("праект.qdpx")]);
    assert_eq!(
        (&done["value"]["codings"], &done["operation"]["kind"]),
        (&1.into(), &"import-codings".into())
    );
    assert_eq!(desk.json(&["codings", "transport"])["rows"][0]["coding"]["exact"], sentence);
    desk.json(&["undo"]);
    assert_eq!(desk.json(&["codings"]).as_array().map(Vec::len), Some(0));
    std::fs::write(file("b.qdpx"), "PK no archive").unwrap();
    let dossier = desk.dossier.to_str().unwrap();
    desk.fails(&["--dossier", dossier, "import-codings", &file("b.qdpx")], 1, "b.qdpx: is a project");
}

#[test]
fn a_script_teaches_a_topic_and_is_told_what_came_of_it() {
    let desk = Desk::bundled();
    let file = |name: &str| desk.folder.path().join(name);
    std::fs::write(
        file("codebook.toml"),
        "format = 1\nname = { en = \"Gas\" }\n[[topic]]\nid = \"blunt-gas\"\nlabel = { en = \"Gas\" }\n\
         definition = { en = \"Trade in gas.\" }\nterms = { en = [\"blue fuel\"] }\n",
    )
    .unwrap();
    desk.json(&["topics", "--import", file("codebook.toml").to_str().unwrap()]);
    std::fs::create_dir(file("in")).unwrap();
    for at in 0..16 {
        let text = match at % 2 {
            0 => format!(
                "Trade {at}\n\nThe price of blue fuel and the pipeline tariff were agreed in talks number {at}00."
            ),
            _ => format!(
                "Drill {at}\n\nPupils put on masks against blue fuel at the civil defence drill {at}00."
            ),
        };
        std::fs::write(file("in").join(format!("{at:02}.txt")), text).unwrap();
    }
    desk.json(&["import", file("in").to_str().unwrap()]);
    let page = desk.json(&["review", "blunt-gas", "--limit", "50"]);
    assert_eq!(page["total"], 16, "{page}");
    let ids = |title: &str| -> Vec<String> {
        let items = page["items"].as_array().unwrap().iter();
        let named = items.filter(|item| item["title"].as_str().unwrap().starts_with(title));
        named.map(|item| item["article"].to_string()).collect()
    };
    let tag = |ids: &[String], verdict: &str| {
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        desk.json(&[&["tag", "blunt-gas"], ids.as_slice(), &[verdict]].concat())
    };
    assert_eq!(tag(&ids("Trade")[..3], "--accept")["value"]["effects"], serde_json::json!([]));
    let told = tag(&ids("Drill")[..5], "--reject");
    assert_eq!(told["value"]["effects"][0]["withdrawn"], 3, "{told}");
    let shown = desk.json(&["show", &ids("Trade")[4]]);
    let topic =
        shown["topics"].as_array().unwrap().iter().find(|topic| topic["slug"] == "blunt-gas").unwrap();
    assert_eq!(topic["parts"]["decisions"], 8);
    assert!(topic["words"].as_array().unwrap().iter().any(|word| word["weight"].as_f64().unwrap() > 0.0));
    let learning = desk.json(&["topics", "blunt-gas", "--learning"]);
    assert_eq!((&learning["accepted"], &learning["rejected"]), (&3.into(), &5.into()));
    let tagged = desk.json(&["tag", "blunt-gas", "--search", "masks", "--reject"]);
    assert_eq!(
        (&tagged["value"]["articles"], &tagged["operation"]["args"]["articles"]),
        (&3.into(), &3.into())
    );
    desk.json(&["undo"]);
    desk.json(&["undo"]);
    assert_eq!(desk.json(&["review", "blunt-gas"])["total"], 13);
}

#[test]
fn the_timeline_goes_out_by_the_ending_of_the_file() {
    let desk = Desk::bundled();
    let file = |name: &str| desk.folder.path().join(name);
    let write = |name: &str, more: &[&str]| {
        let path = file(name);
        let told = desk.json(&[&["milestones", "--timeline", path.to_str().unwrap()], more].concat());
        (told["milestones"].as_u64().unwrap(), std::fs::read(path).unwrap())
    };
    let (all, svg) = write("t.svg", &[]);
    assert!(all >= 20 && svg.starts_with(b"<svg"));
    let (known, ics) = write("t.ics", &["--known-by", "2021-06-01"]);
    let ics = String::from_utf8(ics).unwrap();
    assert!(known < all && ics.matches("BEGIN:VEVENT").count() as u64 == known);
    let (_, json) = write("t.json", &["--lang", "ru", "--happened-by", "2019-12-01"]);
    let json: Value = serde_json::from_slice(&json).unwrap();
    assert!(json["title"]["text"]["text"].as_str().unwrap().contains("1 декабря 2019"), "{json}");
    let (_, png) = write("t.png", &[]);
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
    let (_, csv) = write("t.csv", &[]);
    assert!(String::from_utf8(csv).unwrap().contains("Drafts of 31 roadmaps prepared"));
    let doc = file("t.doc");
    let args =
        ["--dossier", desk.dossier.to_str().unwrap(), "milestones", "--timeline", doc.to_str().unwrap()];
    desk.fails(&args, 1, "end it in .svg, .png");
}

#[test]
fn what_a_search_finds_is_attached_in_one_operation_and_given_on() {
    let desk = Desk::bundled();
    let register = desk.json(&["milestones"]);
    let ids: Vec<String> =
        register["milestones"].as_array().unwrap().iter().take(2).map(|row| row["id"].to_string()).collect();
    let evidence = |id: &str| desk.json(&["milestones", id])["evidence"].as_array().unwrap().clone();
    let before = evidence(&ids[0]).len();
    let found = |more: &[&str]| {
        let words = ["milestones", "attach-found", &ids[0], "integration", "--stance", "mentions"];
        desk.json(&[&words, more].concat())
    };
    let looked = found(&["--dry-run"]);
    let passages = looked["passages"].as_array().unwrap();
    assert!(looked["done"].is_null() && passages.len() > 1);
    assert!(passages.iter().all(|one| !one["found"].as_array().unwrap().is_empty() && one["exact"] != ""));
    assert_eq!(evidence(&ids[0]).len(), before);
    let fresh = passages.iter().filter(|one| one["known"] == false).count();
    let done = found(&[]);
    assert_eq!(done["done"]["value"]["evidence"].as_array().unwrap().len(), fresh);
    assert_eq!(evidence(&ids[0]).len(), before + fresh);
    assert!(found(&["--dry-run"])["passages"].as_array().unwrap().iter().all(|one| one["known"] == true));

    let mine: Vec<String> =
        done["done"]["value"]["evidence"].as_array().unwrap().iter().map(ToString::to_string).collect();
    let with = |words: &[&str]| {
        let words: Vec<&str> = words.iter().copied().chain(mine.iter().map(String::as_str)).collect();
        desk.json(&words)
    };
    with(&["milestones", "stance", "contradicts"]);
    let against = evidence(&ids[0]).iter().filter(|one| one["stance"] == "contradicts").count();
    assert_eq!(against, fresh);
    let given = with(&["milestones", "give", &ids[1]]);
    assert_eq!(given["value"]["steps"], 0);
    assert_eq!(evidence(&ids[0]).len(), before);
    desk.json(&["undo"]);
    with(&["milestones", "remove"]);
    assert_eq!(evidence(&ids[0]).len(), before);
    let dossier = desk.dossier.to_str().unwrap();
    desk.fails(&["--dossier", dossier, "milestones", "attach-found", "nowhere", "treaty"], 1, "nowhere");
}

#[test]
fn a_search_is_counted_along_time_and_read_line_by_line() {
    let desk = Desk::bundled();
    let trend = desk.json(&["trends", "Lukashenko", "--by", "month", "--split", "outlet"]);
    let found = desk.json(&["search", "Lukashenko"]);
    assert_eq!(trend["lines"][0]["sum"]["articles"], found["total"]);
    let file = desk.folder.path().join("t.csv");
    desk.json(&["trends", "--by", "year", "--output", file.to_str().unwrap(), "--lang", "ru"]);
    assert!(std::fs::read_to_string(&file).unwrap().contains("when,first_day,last_day,Всего"));
    let dossier = desk.dossier.to_str().unwrap();
    desk.fails(&["--dossier", dossier, "trends", "-o", "t.docx"], 1, "end it in .svg, .png or .csv");
    let told = desk.plain(&["--dossier", dossier, "search", "--context=left", "integration", "--limit", "3"]);
    let told = String::from_utf8(told.stdout).unwrap();
    let columns: Vec<_> = told.lines().filter_map(|line| line.find('[')).collect();
    assert!(columns.len() == 3 && told.contains("passages: the first 3;"), "{told}");
}
