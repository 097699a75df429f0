//! What SQLite alone takes to index the same texts: the floor beneath an import.

use std::path::Path;
use std::process::{Command, Stdio};

/// Python's own SQLite, as anybody can run it: the texts are read first, then put into an FTS5 table of external content, with
/// the default tokenizer, in one transaction.
const SCRIPT: &str = r#"
import os, sqlite3, sys, time
texts = []
for folder, _, names in sorted(os.walk(sys.argv[1])):
    for name in sorted(names):
        with open(os.path.join(folder, name), encoding="utf-8", errors="replace") as file:
            texts.append((len(texts) + 1, file.read()))
db = sqlite3.connect(sys.argv[2])
db.execute("PRAGMA journal_mode = WAL")
db.execute("CREATE TABLE article (id INTEGER PRIMARY KEY, text TEXT)")
db.execute("CREATE VIRTUAL TABLE search USING fts5 (text, content = 'article', content_rowid = 'id', tokenize = 'unicode61')")
db.commit()
began = time.perf_counter()
with db:
    db.executemany("INSERT INTO search (rowid, text) VALUES (?, ?)", texts)
print(time.perf_counter() - began)
"#;

/// Seconds to index the texts in a folder; `None` where there is no Python with SQLite's FTS5.
pub(super) fn seconds(folder: &Path, place: &Path) -> Option<f64> {
    std::fs::create_dir_all(place).ok()?;
    let mut python = Command::new("python3");
    python.args(["-c", SCRIPT]).arg(folder).arg(place.join("floor.sqlite"));
    let output = python.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    String::from_utf8_lossy(&output.stdout).trim().parse().ok()
}
