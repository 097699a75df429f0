//! What an RTF file tells: its text, and what it states of itself.

use crate::office::blocks::{Blocks, Kind};

/// What a file tells.
pub(super) struct Told {
    pub(super) blocks: Blocks,
    pub(super) title: String,
    pub(super) author: String,
    /// Year, month and day of the last change.
    day: [i32; 3],
}

impl Told {
    pub(super) fn new() -> Self {
        Self { blocks: Blocks::new(), title: String::new(), author: String::new(), day: [0; 3] }
    }

    /// One part of the day of the last change: `\yr2021`.
    pub(super) fn changed(&mut self, word: &str, number: i32) {
        let [year, month, day] = &mut self.day;
        match word {
            "yr" => *year = number,
            "mo" => *month = number,
            "dy" => *day = number,
            _ => {}
        }
    }

    /// The day of the last change, `2021-09-10`.
    pub(super) fn modified(&self) -> Option<String> {
        let [year, month, day] = self.day;
        ((1980..10_000).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day))
            .then(|| format!("{year}-{month:02}-{day:02}"))
    }
}

/// What the paragraphs of a style are, by the style's name.
pub(super) fn style(name: &str) -> Option<Kind> {
    let name = name.trim().to_lowercase();
    let begins = |starts: &[&str]| starts.iter().any(|start| name.starts_with(start));
    if begins(&["title;", "название;", "заглавие;", "назва;"]) {
        Some(Kind::Title)
    } else if begins(&["heading", "subtitle", "заголовок", "загаловак"]) {
        Some(Kind::Heading)
    } else {
        None
    }
}
