//! `read-again` and `lost` as a terminal uses them, on an article that an older Chancery read otherwise.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::path::PathBuf;
use std::process::{Command, Output};

use chancery_desk::stored::{Moment, NewArticle, NewDossier, OpenOptions, Store};
use chancery_model::{Confidence, Field, Language, SourceDocument};
use serde_json::Value;

const ORIGINAL: &str = "Саюзная праграма\n\nБакі ўзгоднілі амаль усе дваццаць восем праграм Саюзнай дзяржавы. Сустрэча працягнецца ў Маскве.\n";
const OLDER: &str =
    "Бакі ўзгоднілі ўсе дваццаць восем праграм Саюзнай дзяржавы. Сустрэча працягнецца ў Маскве.";
const WORDS: &str = "Бакі ўзгоднілі ўсе дваццаць восем праграм";

struct Terminal {
    folder: tempfile::TempDir,
    dossier: PathBuf,
}

impl Terminal {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let dossier = folder.path().join("Дакументы.dossier");
        let at = Moment(1_700_000_000_000);
        let new = NewDossier { name: "Older".into(), description: String::new(), language: Language::Be };
        drop(Store::create(&dossier, &new, at).unwrap());
        let store = Store::open(&dossier, &OpenOptions { backup_dir: folder.path().to_owned() }).unwrap();
        let known = |words: &str| Field {
            value: Some(words.to_owned()),
            confidence: Confidence::Low,
            ..Field::default()
        };
        let document = SourceDocument {
            format: "txt".into(),
            text: OLDER.into(),
            furniture: Vec::new(),
            title: known("Дакумент"),
            outlet: Field::default(),
            byline: Field::default(),
            dateline: Field::default(),
            published: Field::default(),
            modified: Field::default(),
            url: Field::default(),
            section: Field::default(),
            language: Field::default(),
            language_runs: Vec::new(),
            sha256: [0; 32],
        };
        let article = NewArticle {
            document,
            original: ORIGINAL.as_bytes().to_vec(),
            source_name: "праграма.txt".into(),
            dates: Vec::new(),
            topics: Vec::new(),
            look: Vec::new(),
            captured_at: at,
            reader: 0,
        };
        let import = store.begin_import(serde_json::json!({}), at).unwrap();
        store.import_batch(&import, vec![article]).unwrap();
        store.finish_import(import, &serde_json::json!({})).unwrap();
        Self { folder, dossier }
    }

    fn run(&self, args: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_chancery-cli"))
            .args(["--dossier", self.dossier.to_str().unwrap()])
            .args(args)
            .env("CHANCERY_DATA_DIR", self.folder.path().join("data"))
            .output()
            .unwrap()
    }

    #[track_caller]
    fn says(&self, args: &[&str]) -> String {
        let output = self.run(args);
        assert_eq!(output.status.code(), Some(0), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    fn json(&self, args: &[&str]) -> Value {
        serde_json::from_str(&self.says(&[&["--json"], args].concat())).unwrap()
    }
}

#[test]
fn an_article_is_read_again_and_a_lost_passage_takes_its_place() {
    let terminal = Terminal::new();
    let file = terminal.folder.path().join("topic.json");
    let mut topic = terminal.json(&["topic", "draft"]);
    topic["label"]["en"] = "Programmes".into();
    std::fs::write(&file, topic.to_string()).unwrap();
    terminal.says(&["topic", "add", file.to_str().unwrap()]);
    terminal.says(&["codings", "add", "programmes", "1", "--exact", WORDS]);

    let told = terminal.says(&["read-again", "--older", "--dry-run"]);
    assert!(told.contains("title: Дакумент → Саюзная праграма"), "{told}");
    assert!(told.contains(&format!("lost coding:1 “{WORDS}”")), "{told}");
    assert!(
        told.contains("words: +2 −1 of 12") && told.contains("1 would be read otherwise, 0 as they were"),
        "{told}"
    );
    assert!(terminal.says(&["lost"]).contains("Every passage stands"));
    let done = terminal.json(&["read-again", "1"]);
    assert_eq!(done["operation"]["kind"], "read-again");
    assert_eq!(terminal.json(&["show", "1"])["title"], "Саюзная праграма");
    let lost = terminal.says(&["lost"]);
    assert!(lost.contains("may be: “Бакі ўзгоднілі амаль усе дваццаць восем праграм”"), "{lost}");
    terminal.says(&["lost", "place", "coding:1"]);
    assert!(terminal.says(&["codings", "programmes"]).contains("амаль"));
    assert!(terminal.says(&["lost"]).contains("Every passage stands"));
    assert!(terminal.says(&["read-again", "--all"]).contains("0 read otherwise, 1 as they were"));
    terminal.says(&["undo"]);
    terminal.says(&["undo"]);
    assert_eq!(terminal.json(&["show", "1"])["title"], "Дакумент");
    assert!(terminal.says(&["codings", "programmes"]).contains(WORDS));
    terminal.says(&["verify"]);
}

#[test]
fn what_is_asked_wrongly_says_so() {
    let terminal = Terminal::new();
    for (args, code, saying) in [
        (&["read-again"][..], 2, "--older"),
        (&["read-again", "1", "--all"], 2, "cannot be used"),
        (&["read-again", "7"], 1, "no article 7"),
        (&["read-again", "--outlet", "TASS"], 1, "TASS"),
        (&["lost", "place", "coding:7"], 1, "coding:7"),
    ] {
        let output = terminal.run(args);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(code), "{args:?}: {told}");
        assert!(told.contains(saying), "{args:?}: {told}");
    }
}
