//! Writes the fixture documents in every format into a folder, to be looked at: `… --example look -- FOLDER`.
#![allow(clippy::unwrap_used)]

#[path = "../../briefing/tests/fixture/mod.rs"]
mod fixture;

use chancery_briefing::{Format, Locale, export};
use chancery_typeset::Press;

fn main() {
    let Some(folder) = std::env::args_os().nth(1).map(std::path::PathBuf::from) else {
        return eprintln!("say into which folder");
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
