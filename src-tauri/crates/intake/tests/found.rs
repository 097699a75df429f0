//! What once broke a reader, found by fuzzing: each file is named by its format and by what it is.
#![allow(clippy::unwrap_used)]

use chancery_intake::read_as;
use chancery_model::Day;

#[test]
fn what_broke_a_reader_is_read_or_refused() {
    let captured = Day::new(2026, 11, 22).unwrap();
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/found");
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let (format, _) = name.split_once("--").unwrap();
        assert!(!read_as(format, &std::fs::read(&path).unwrap(), captured).is_empty(), "{name}");
    }
}
