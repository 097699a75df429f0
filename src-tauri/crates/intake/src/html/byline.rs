//! Bylines among the lines around the article: "By Ann Lee", "25.10.2022 - Ann Lee", a name at the end.

use chancery_text::dates;

use super::article::{Sections, Verdict};
use super::blocks::{Block, BlockKind};
use super::names;

/// How many blocks before and after the first of the article are looked at, and at its end.
const BEFORE: usize = 5;
const AFTER: usize = 8;
/// Longest byline, in letters.
const LONGEST: usize = 90;

/// The bylines found, surest first, with the words they stand in.
pub(super) fn read(sections: &Sections<'_>, verdicts: &[Verdict]) -> Vec<(String, String, &'static str)> {
    let is_text = |verdict: &Verdict| matches!(verdict, Verdict::Text | Verdict::Title);
    let Some(first) = verdicts.iter().position(is_text) else { return Vec::new() };
    let last = verdicts.iter().rposition(is_text).unwrap_or(first);
    let blocks = &sections.blocks;
    let head =
        blocks.get(first.saturating_sub(BEFORE)..(first + AFTER).min(blocks.len())).unwrap_or_default();
    let foot =
        blocks.get(last.saturating_sub(2).max(first)..(last + 3).min(blocks.len())).unwrap_or_default();
    let short = |block: &&Block| block.letters <= LONGEST && block.kind != BlockKind::Row;
    let mut found = Vec::new();
    for block in head.iter().chain(foot).filter(short) {
        found.extend(opened(block).map(|name| (name, block.text.clone(), "byline")));
    }
    for block in head.iter().filter(short) {
        found.extend(dated(block).map(|name| (name, block.text.clone(), "name-with-date")));
    }
    let end = blocks.get(last).filter(short);
    let signature =
        end.filter(|block| last > first + 2 && block.kind == BlockKind::Paragraph && block.letters <= 30);
    if let Some(block) = signature
        && names::is_person(&block.text)
        && block.text.split_whitespace().count() <= 3
    {
        found.push((block.text.clone(), block.text.clone(), "signature"));
    }
    found
}

/// Parts of a line, as marks part them.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(['|', '•', '·', '\n'])
        .flat_map(|part| part.split(" - "))
        .flat_map(|part| part.split(" – "))
        .map(str::trim)
}

/// The name after an opening.
fn opened(block: &Block) -> Option<String> {
    parts(&block.text).find_map(|part| {
        let capital = part.chars().next().is_some_and(char::is_uppercase);
        let alone = part.split_whitespace().count() <= 6;
        let after = names::after_opening(part).filter(|_| capital || alone)?;
        let name = names::clean(after)?;
        let handle = name.split_whitespace().count() == 1 && part.len() > after.len() + 3;
        (names::is_person(&name) || handle).then_some(name)
    })
}

/// A name on the line of a date.
fn dated(block: &Block) -> Option<String> {
    let all: Vec<&str> = parts(&block.text).collect();
    let has_date = |part: &&&str| {
        part.chars().any(|c| c.is_ascii_digit()) && !dates::mentions(part, &[], None, None, None).is_empty()
    };
    if all.len() < 2 || all.iter().filter(has_date).count() == 0 {
        return None;
    }
    let name = all.iter().find(|part| {
        names::is_person(part)
            && part.split_whitespace().count() <= 4
            && dates::mentions(part, &[], None, None, None).is_empty()
    })?;
    names::clean(name)
}
