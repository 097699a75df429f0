//! From lines in reading order to paragraphs.

use super::hyphens::{Joint, Known, breaks_off, joint};
use super::labels::{is_numbered, item};
use super::lines::Line;

/// A paragraph with what tells headings apart.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Paragraph {
    pub(super) text: String,
    pub(super) size: f32,
    pub(super) page: u32,
}

/// What a document's lines are usually like.
#[derive(Clone, Copy, Debug)]
struct Usual {
    /// From baseline to baseline, in sizes of the letters.
    leading: f32,
    /// First lines of paragraphs are indented.
    indents: bool,
}

/// The left and right edge of the column a line stands in.
#[derive(Clone, Copy, Debug)]
struct Column {
    left: f32,
    right: f32,
    /// A new column or page begins with the line.
    begins: bool,
}

/// The size of most letters.
pub(super) fn body_size(lines: &[Line]) -> f32 {
    let mut sizes: Vec<(f32, usize)> = lines.iter().map(|line| (line.size, line.letters())).collect();
    sizes.sort_by(|a, b| a.0.total_cmp(&b.0));
    let all: usize = sizes.iter().map(|(_, letters)| letters).sum();
    let mut sum = 0;
    for (size, letters) in sizes {
        sum += letters;
        if sum * 2 >= all {
            return size;
        }
    }
    10.0
}

/// Puts lines together.
pub(super) fn paragraphs(lines: &[Line]) -> Vec<Paragraph> {
    let known = Known::of(lines.iter().map(|line| line.text.as_str()));
    let columns = columns(lines);
    let usual = usual(lines, &columns);
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    // How many lines the paragraph has by now.
    let mut held = 0;
    for (i, line) in lines.iter().enumerate() {
        let (text, is_item) = item(line.text.trim());
        if text.is_empty() {
            continue;
        }
        let before =
            i.checked_sub(1).and_then(|i| lines.get(i)).zip(i.checked_sub(1).and_then(|i| columns.get(i)));
        let after = lines.get(i + 1);
        let column = columns.get(i);
        let open = paragraphs.last_mut().zip(before).zip(column);
        if let Some(((paragraph, (before, column_before)), column)) = open {
            let whole = Joining {
                before,
                line,
                after,
                column_before,
                column,
                usual,
                held,
                is_item,
                in_item: paragraph.text.starts_with("- ") || held == 1 && is_numbered(&paragraph.text),
            };
            if whole.goes_on(&paragraph.text) {
                attach(&mut paragraph.text, &text, &known);
                held += 1;
                continue;
            }
        }
        held = 1;
        paragraphs.push(Paragraph { text, size: line.size, page: line.page });
    }
    paragraphs
}

fn attach(text: &mut String, line: &str, known: &Known) {
    match joint(text, line, known) {
        Joint::Blank => text.push(' '),
        Joint::Joined => {
            text.pop();
        }
        Joint::Whole => {}
    }
    text.push_str(line);
}

/// All that says whether a line goes on with the paragraph.
struct Joining<'a> {
    before: &'a Line,
    line: &'a Line,
    after: Option<&'a Line>,
    column_before: &'a Column,
    column: &'a Column,
    usual: Usual,
    held: usize,
    is_item: bool,
    in_item: bool,
}

impl Joining<'_> {
    fn goes_on(&self, text: &str) -> bool {
        let (before, line) = (self.before, self.line);
        let size = before.size.max(line.size);
        if self.is_item || line.labelled || is_numbered(&line.text) && !self.fills(before, self.column_before)
        {
            return false;
        }
        if (before.size - line.size).abs() > size * 0.08 {
            return false;
        }
        if breaks_off(text) && begins_low(&line.text) {
            return true;
        }
        if self.column.begins {
            return self.goes_on_across(text);
        }
        if line.beside {
            // Cells of a row stay together.
            return true;
        }
        if self.held > 0 && before.beside {
            return false;
        }
        let step = (line.y - before.y) / size;
        if step > self.usual.leading * 1.22 + 0.05 || step < 0.0 {
            return false;
        }
        let short = !self.fills(before, self.column_before);
        if before.font != line.font
            && (short && self.held < 4 || step > self.usual.leading * 1.1)
            && self.changes(text)
        {
            return false;
        }
        if self.is_indented(text) {
            return false;
        }
        let out = before.x0 - line.x0 > size * 0.8;
        if out && self.held > 1 && !self.in_item {
            return false;
        }
        !(short && (ends_sentence(text) || begins_anew(&line.text)) && !self.is_centred())
    }

    /// A change of the font is a heading's end or beginning, and none of a word in a sentence.
    fn changes(&self, text: &str) -> bool {
        !text.ends_with([',', '-', '(', '–', '—']) && !begins_low(&self.line.text)
    }

    fn goes_on_across(&self, text: &str) -> bool {
        if begins_low(&self.line.text) {
            return !ends_sentence(text) || self.fills(self.before, self.column_before);
        }
        if ends_sentence(text) {
            let indented = self.line.x0 - self.column.left > self.line.size * 0.8;
            return self.usual.indents && !indented && self.fills(self.before, self.column_before);
        }
        self.fills(self.before, self.column_before) && self.before.font == self.line.font && self.held > 1
    }

    /// Whether the first word of the next line had no room on the line before it.
    fn fills(&self, before: &Line, column: &Column) -> bool {
        let letters = before.text.chars().count().max(1) as f32;
        let width = (before.x1 - before.x0) / letters;
        let word = self.line.text.split_whitespace().next().map_or(1, |word| word.chars().count()) as f32;
        before.x1 + width * (word + 1.0) > column.right - before.size * 0.3
    }

    fn is_indented(&self, text: &str) -> bool {
        let (before, line) = (self.before, self.line);
        let deep = line.size * 0.8;
        if self.in_item {
            return false;
        }
        if line.x0 - before.x0 > deep {
            return !self.is_centred();
        }
        // One line after the other begins a paragraph.
        let step = line.size * (self.usual.leading * 1.22 + 0.05);
        let follows = |after: &&Line| after.page == line.page && after.y > line.y && after.y - line.y < step;
        let under = self.after.filter(follows).filter(|after| !after.beside && !item(&after.text).1);
        self.held == 1
            && ends_sentence(text)
            && line.x0 - self.column.left > deep
            && under.is_some_and(|after| line.x0 - after.x0 > deep)
            && !self.is_centred()
    }

    /// Lines around one axis: headings, mostly.
    fn is_centred(&self) -> bool {
        let (before, line) = (self.before, self.line);
        let middle = |line: &Line| f32::midpoint(line.x0, line.x1);
        let in_from_left = line.x0 - self.column.left > line.size * 0.8;
        (middle(before) - middle(line)).abs() < line.size * 0.6
            && (before.x1 - line.x1).abs() > line.size * 0.8
            && (in_from_left || before.x0 - self.column.left > line.size * 0.8)
    }
}

fn columns(lines: &[Line]) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::with_capacity(lines.len());
    let mut rest = lines;
    while !rest.is_empty() {
        let length = 1 + rest
            .windows(2)
            .take_while(|pair| match pair {
                [a, b] => {
                    let beside = b.beside || a.beside;
                    a.page == b.page
                        && b.y > a.y - a.size * 0.5
                        && (beside || b.x0 < a.x1 && a.x0 < b.x1 + b.size)
                }
                _ => false,
            })
            .count();
        let (block, after) = rest.split_at(length.min(rest.len()));
        let left = block.iter().filter(|line| !line.beside).map(|line| line.x0).fold(f32::MAX, f32::min);
        let mut ends: Vec<f32> = block.iter().map(|line| line.x1).collect();
        ends.sort_by(f32::total_cmp);
        let right = ends.get((ends.len() * 19 / 20).min(ends.len() - 1)).copied().unwrap_or(left);
        for i in 0..block.len() {
            columns.push(Column { left, right, begins: i == 0 });
        }
        rest = after;
    }
    columns
}

fn usual(lines: &[Line], columns: &[Column]) -> Usual {
    let mut steps: Vec<f32> = Vec::new();
    let (mut indented, mut all) = (0_usize, 0_usize);
    for (pair, column) in lines.windows(2).zip(columns.iter().skip(1)) {
        let [a, b] = pair else { continue };
        let same = (a.size - b.size).abs() < a.size * 0.02;
        if column.begins || b.beside || !same || b.letters() < 20 {
            continue;
        }
        let step = (b.y - a.y) / a.size;
        if (0.8..3.0).contains(&step) {
            steps.push(step);
        }
        all += 1;
        let deep = b.x0 - column.left;
        indented += usize::from(deep > b.size * 0.8 && deep < b.size * 5.0);
    }
    steps.sort_by(f32::total_cmp);
    // The lower third: short paragraphs with space between them must not set the measure.
    let leading = steps.get(steps.len() / 3).copied().unwrap_or(1.3);
    Usual { leading, indents: indented * 20 > all && indented > 2 }
}

fn ends_sentence(text: &str) -> bool {
    let bare = text.trim_end_matches(['”', '»', '"', ')', '’', ']', '“', ' ']);
    bare.ends_with(['.', '!', '?', ':', ';', '…'])
}

fn begins_low(text: &str) -> bool {
    text.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase)
}

/// Begins as a sentence, a heading or a quotation does.
fn begins_anew(text: &str) -> bool {
    text.chars().next().is_some_and(|c| c.is_uppercase() || "«“„\"—–".contains(c))
}
