//! Writes the fixture documents into the folder CHANCERY_LOOK names, to be looked at.
#![allow(clippy::unwrap_used)]

#[path = "../../briefing/tests/fixture/mod.rs"]
mod fixture;

use chancery_briefing::{Format, Locale, export};
use chancery_typeset::Press;

#[test]
fn fixtures_are_written_where_asked() {
    let Some(folder) = std::env::var_os("CHANCERY_LOOK").map(std::path::PathBuf::from) else {
        return println!("skipped: CHANCERY_LOOK names no folder");
    };
    let press = Press::new();
    let documents = [
        ("full-en", fixture::full(Locale::En)),
        ("full-ru", fixture::full(Locale::Ru)),
        ("full-be", fixture::full(Locale::Be)),
        ("empty", fixture::empty(Locale::En)),
        ("hostile", fixture::hostile()),
        ("long", fixture::long(100, 300)),
    ];
    for (name, document) in documents {
        for format in Format::ALL {
            let start = std::time::Instant::now();
            match export(&document, *format, &press) {
                Ok(bytes) => std::fs::write(folder.join(format!("{name}.{}", format.id())), bytes).unwrap(),
                Err(error) => println!("{name}.{}: {error}", format.id()),
            }
            println!("{name}.{} {:?}", format.id(), start.elapsed());
        }
    }
}
