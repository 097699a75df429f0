//! The days a reader sees on a page, with how much their place and the words around them say that the article is of that day.

use std::collections::HashMap;

use chancery_model::Day;
use chancery_text::fold;

use super::cues::{self, Says};
use super::marks::Marks;
use super::written::{Written, days};
use crate::html::dom::{Dom, breaks_line, push_collapsed};

/// A day a reader sees.
#[derive(Clone, Debug)]
pub(super) struct Seen {
    pub(super) written: Written,
    /// The day with the words before it.
    pub(super) words: String,
    /// The line from the day on, where its clock time can stand.
    pub(super) after: String,
    pub(super) says: Says,
    /// From an attribute: told to machines about words that hold no day.
    pub(super) attribute: bool,
    /// The title of the page stands right beside it, as in a list of articles that holds this one.
    titled: bool,
    /// How much speaks for it; below nought it is the day of something else.
    pub(super) weight: i32,
}

/// A run of visible text between two line breaks, or the day of an attribute.
struct Block {
    text: String,
    /// Bytes of visible text before it.
    offset: usize,
    /// Rank of the heading it stands in, 0 for none.
    heading: u8,
    /// Where in `text` the texts of elements begin, with what is known of them.
    runs: Vec<(usize, Marks)>,
    /// From an attribute, beside words that hold no day: `<time datetime="2021-11-03">yesterday</time>`.
    attribute: bool,
}

impl Block {
    fn marks_at(&self, byte: usize) -> Marks {
        let after = self.runs.partition_point(|(start, _)| *start <= byte);
        after.checked_sub(1).and_then(|at| self.runs.get(at)).map_or(Marks::default(), |(_, marks)| *marks)
    }
}

/// Letters beside a day that make a line prose.
const PROSE: usize = 111;
/// Days of one shape that make a list.
const LIST: usize = 3;
/// Least weight of a day beside the title of the page.
const TITLED: i32 = 6;
/// Longest line that can be a title, in bytes.
const LONGEST_TITLE: usize = 400;
/// How far into a line days are looked for, in bytes: what is further in is data, or prose.
const LONGEST_LINE: usize = 8_000;
/// Longest words an attribute can give the day of, in bytes.
const LONGEST_STAMPED: usize = 200;
/// Most days looked at.
const MOST: usize = 4_000;
/// Elements whose text is no part of what is read.
const UNSEEN: &[&str] = &[
    "script", "style", "noscript", "template", "select", "textarea", "svg", "math", "head", "iframe",
    "object", "button",
];

/// An element whose subtree is being walked.
struct Open {
    end: usize,
    marks: Marks,
    heading: u8,
    breaks: bool,
    /// A day in an attribute, and where the words of the element begin.
    attribute: Option<(String, usize)>,
}

#[derive(Default)]
struct Walk {
    blocks: Vec<Block>,
    text: String,
    runs: Vec<(usize, Marks)>,
    heading: u8,
    offset: usize,
}

impl Walk {
    fn flush(&mut self) {
        let text = std::mem::take(&mut self.text);
        let runs = std::mem::take(&mut self.runs);
        if text.trim().is_empty() {
            return;
        }
        let offset = self.offset;
        self.offset += text.len();
        self.blocks.push(Block { text, offset, heading: self.heading, runs, attribute: false });
    }

    fn close(&mut self, open: Open) {
        if let Some((value, from)) = open.attribute
            && let words = self.text.get(from..).unwrap_or_default()
            && words.len() <= LONGEST_STAMPED
            && days(words, None).is_empty()
        {
            let runs = vec![(0, open.marks)];
            self.blocks.push(Block { text: value, offset: self.offset, heading: 0, runs, attribute: true });
        }
        if open.breaks {
            self.flush();
        }
    }
}

fn blocks(dom: &Dom) -> Vec<Block> {
    let mut walk = Walk::default();
    let mut open: Vec<Open> = Vec::new();
    let mut skip_to = 0;
    for node in dom.all() {
        if node.index() < skip_to {
            continue;
        }
        while open.last().is_some_and(|last| last.end <= node.index()) {
            if let Some(last) = open.pop() {
                walk.close(last);
                walk.heading = open.last().map_or(0, |outer| outer.heading);
            }
        }
        let outer = open.last().map_or(Marks::default(), |outer| outer.marks);
        if let Some(words) = node.words() {
            // "<time>3 May 2021</time><time>4 May 2021</time>" are two days.
            if words.starts_with(|c: char| c.is_ascii_digit()) && walk.text.ends_with(char::is_alphanumeric)
                || words.starts_with(char::is_alphabetic) && walk.text.ends_with(|c: char| c.is_ascii_digit())
            {
                walk.text.push(' ');
            }
            walk.runs.push((walk.text.len(), outer));
            push_collapsed(&mut walk.text, words);
            continue;
        }
        let name = node.name();
        if UNSEEN.contains(&name) {
            skip_to = node.end();
            continue;
        }
        let marks = outer.of(node);
        let breaks = breaks_line(name);
        if breaks {
            walk.flush();
        }
        let heading = match name {
            "h1" => 1,
            "h2" => 2,
            "h3" => 3,
            _ => open.last().map_or(0, |outer| outer.heading),
        };
        walk.heading = heading;
        let attribute = match name {
            "time" => node.attribute("datetime"),
            "abbr" | "span" => node.attribute("title"),
            _ => None,
        };
        let attribute = attribute.map(|value| (value.to_owned(), walk.text.len()));
        open.push(Open { end: node.end(), marks, heading, breaks, attribute });
    }
    while let Some(last) = open.pop() {
        walk.close(last);
        walk.heading = open.last().map_or(0, |outer| outer.heading);
    }
    walk.flush();
    walk.blocks
}

/// All days seen on the page, in its order. `titles` are what the page gives as its title.
pub(super) fn seen(dom: &Dom, titles: &[&str], language: Option<&str>) -> Vec<Seen> {
    let blocks = blocks(dom);
    let title = title_of(&blocks, titles);
    let names = names_of(&blocks, title, titles);
    let mut found: Vec<(Marks, Seen)> = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        if found.len() >= MOST {
            break;
        }
        let text = &block.text;
        let written = days(text.get(..text.floor_char_boundary(LONGEST_LINE)).unwrap_or_default(), language);
        let text_of =
            |at: Option<usize>| at.and_then(|at| blocks.get(at)).map_or("", |block| block.text.as_str());
        let (previous, following) = (text_of(at.checked_sub(1)), text_of(Some(at + 1)));
        for (index, one) in written.iter().enumerate() {
            let marks = block.marks_at(one.start);
            let from = index.checked_sub(1).and_then(|index| written.get(index)).map_or(0, |one| one.end);
            let before = block.text.get(from..one.start).unwrap_or_default();
            let says = cues::says(before, previous).or(marks.says());
            let mut weight = marks.weight() + nearness(block.offset + one.start, title) + says.weight();
            weight += if block.attribute {
                2
            } else {
                alone(&block.text, one, written.get(index + 1), written.len())
            };
            weight -= i32::from(block.heading > 0) + i32::from(cues::bounds(before)) * 4;
            let to = written.get(index + 1).map_or(block.text.len(), |next| next.start);
            let behind = block.text.get(one.end..to).unwrap_or_default();
            let day = block.text.get(one.start..one.end).unwrap_or_default();
            let seen = Seen {
                written: *one,
                words: format!("{}{day}", cues::tail(before)).trim().to_owned(),
                after: block.text.get(one.end..).unwrap_or_default().chars().take(40).collect(),
                says,
                attribute: block.attribute,
                titled: stands_by(&names, before, previous, true)
                    || stands_by(&names, behind, following, false),
                weight,
            };
            found.push((marks, seen));
        }
    }
    lower_lists(&mut found);
    for (_, seen) in found.iter_mut().filter(|(_, seen)| seen.titled && seen.says != Says::Modified) {
        seen.weight = seen.weight.max(TITLED);
    }
    found.into_iter().map(|(_, seen)| seen).collect()
}

/// The entries of a list have one shape and many days.
fn lower_lists(found: &mut [(Marks, Seen)]) {
    let mut shapes: HashMap<[u64; 4], Vec<Day>> = HashMap::new();
    for (marks, seen) in found.iter() {
        let days = shapes.entry(marks.shape).or_default();
        if days.len() < LIST && !days.contains(&seen.written.day) {
            days.push(seen.written.day);
        }
    }
    for (marks, seen) in found {
        if shapes.get(&marks.shape).is_some_and(|days| days.len() >= LIST) {
            seen.weight -= 3;
        }
    }
}

/// Where the title of the article stands, in bytes of visible text: the heading whose words the page gives as its title, else
/// the first of first rank.
fn title_of(blocks: &[Block], titles: &[&str]) -> Option<(usize, usize)> {
    let titles: Vec<String> = titles.iter().map(|title| squeezed(title)).collect();
    let told = |block: &&Block| {
        let text = squeezed(&block.text);
        let holds =
            |title: &String| title.contains(&text) || (title.len() >= 12 && text.contains(title.as_str()));
        text.len() >= 8 && titles.iter().any(holds)
    };
    let headings = |rank: u8| blocks.iter().filter(move |block| block.heading == rank);
    let block = (1..=3).find_map(|rank| headings(rank).find(told)).or_else(|| headings(1).next())?;
    Some((block.offset, block.offset + block.text.len()))
}

/// The titles of the page without blanks and marks, that of its heading first; short ones are no names.
fn names_of(blocks: &[Block], title: Option<(usize, usize)>, titles: &[&str]) -> Vec<String> {
    let heading =
        blocks.iter().find(|block| title.is_some_and(|(from, _)| from == block.offset && block.heading > 0));
    let heading = heading.map(|block| block.text.as_str());
    heading.into_iter().chain(titles.iter().copied()).map(squeezed).filter(|name| name.len() >= 14).collect()
}

/// Whether one of the names is the end (or the beginning) of the words on this side of a day, or the line on that side where
/// there are none.
fn stands_by(names: &[String], words: &str, line: &str, end: bool) -> bool {
    let has = |text: &str, whole: bool| {
        let text = if text.len() <= LONGEST_TITLE { squeezed(text) } else { return false };
        let part =
            |name: &String| if end { text.ends_with(name.as_str()) } else { text.starts_with(name.as_str()) };
        names.iter().any(|name| if whole { text == *name } else { part(name) })
    };
    if words.chars().any(char::is_alphanumeric) { has(words, false) } else { has(line, true) }
}

fn squeezed(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// What the way to the title speaks for a day.
fn nearness(offset: usize, title: Option<(usize, usize)>) -> i32 {
    match title {
        Some((from, _)) if offset < from => match from - offset {
            0..=60 => 5,
            61..=200 => 3,
            201..=600 => 0,
            _ => -2,
        },
        Some((_, to)) => match offset.saturating_sub(to) {
            0..=60 => 6,
            61..=250 => 5,
            251..=800 => 3,
            801..=2500 => 1,
            _ => 0,
        },
        None if offset < 1500 => 2,
        None => 0,
    }
}

/// A day by itself counts for more than one inside prose; one of a stretch of days is that of an event.
fn alone(text: &str, one: &Written, next: Option<&Written>, count: usize) -> i32 {
    let letters = |part: &str| part.chars().filter(|c| c.is_alphanumeric()).take(PROSE).count();
    let before = letters(text.get(..one.start).unwrap_or_default());
    let rest = before + letters(text.get(one.end..).unwrap_or_default());
    let mut weight = match rest {
        0..=6 => 4,
        7..=40 => 3,
        41..PROSE => 1,
        // Set before its first sentence: "(18.01.2018) …".
        _ if before <= 24 => 1,
        _ => -4,
    };
    let stretch =
        next.is_some_and(|next| cues::joins_days(text.get(one.end..next.start).unwrap_or_default()));
    weight -= i32::from(stretch) * 5;
    weight -= i32::from(count > 3) * 2;
    weight
}
