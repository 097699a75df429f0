//! From glyphs to words and lines, in the order in which the page draws them.

use super::glyphs::{Glyph, Page, Way};
use super::labels::is_label;

/// Text on one baseline without a wide gap. Lengths are in points, `y` is that of the baseline and grows downwards.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) x0: f32,
    pub(super) x1: f32,
    pub(super) y: f32,
    /// Of most of its letters.
    pub(super) size: f32,
    pub(super) font: u64,
    /// Stands on the baseline of the line before it, after a wide gap: a cell of a table, or the next column.
    pub(super) beside: bool,
    /// Begins with the bullet or number of an item, set apart from its words; `x0` is that of the words.
    pub(super) labelled: bool,
    pub(super) artifact: bool,
    pub(super) page: u32,
}

impl Line {
    pub(super) fn letters(&self) -> usize {
        self.text.chars().filter(|c| !c.is_whitespace()).count()
    }
}

/// The lines of a page, in the order in which it draws them; what runs another way than most of the page comes last.
pub(super) fn lines(page: &Page, number: u32) -> Vec<Line> {
    let ways = [Way::Right, Way::Down, Way::Left, Way::Up, Way::Askew];
    let count = |way: Way| page.glyphs.iter().filter(|glyph| glyph.way == way).count();
    let Some(main) = ways.into_iter().max_by_key(|&way| (count(way), way == Way::Right)) else {
        return Vec::new();
    };
    let mut lines = of_way(page, main, number);
    for way in ways.into_iter().filter(|&way| way != main && way != Way::Askew) {
        lines.extend(of_way(page, way, number));
    }
    lines
}

fn of_way(page: &Page, way: Way, number: u32) -> Vec<Line> {
    let glyphs: Vec<Glyph> = page.glyphs.iter().filter(|glyph| glyph.way == way).copied().collect();
    let mut lines: Vec<Line> = Vec::new();
    let mut rest = glyphs.as_slice();
    while let Some((first, _)) = rest.split_first() {
        let mut base = *first;
        let mut last = *first;
        let length = rest
            .iter()
            .take_while(|glyph| {
                let goes_on = follows(&base, &last, glyph);
                // A raised figure does not move the line.
                if glyph.size >= base.size {
                    base = **glyph;
                }
                last = **glyph;
                goes_on
            })
            .count()
            .max(1);
        let (run, after) = rest.split_at(length.min(rest.len()));
        rest = after;
        if let Some(line) = line(&page.text, run, number) {
            add(&mut lines, line);
        }
    }
    lines
}

/// Whether `glyph` goes on with the run that ends in `last`.
fn follows(base: &Glyph, last: &Glyph, glyph: &Glyph) -> bool {
    let size = base.size.max(glyph.size);
    let gap = glyph.x0 - last.x1;
    (glyph.y - base.y).abs() < size * 0.45
        && gap > -size * 1.2
        && gap < size
        && glyph.x0 > last.x0 - size * 0.6
}

/// Adds a run to the lines: to the last of them where only words stand between.
fn add(lines: &mut Vec<Line>, mut line: Line) {
    if let Some(last) = lines.last_mut() {
        let size = last.size.max(line.size);
        let same = (last.y - line.y).abs() < size * 0.35 && line.x0 > last.x1 - size * 0.6;
        let gap = line.x0 - last.x1;
        // Bold letters are made by drawing them twice.
        if (last.y - line.y).abs() < size * 0.12
            && (last.x1 - line.x1).abs() < size * 0.12
            && last.text.trim_end().ends_with(line.text.trim_end())
        {
            return;
        }
        // A blank that is drawn says that the gap is one between words, however far they are justified.
        if same && gap < size * if last.text.ends_with(' ') { 8.0 } else { 1.5 } {
            if gap > size * 0.15 && !last.text.ends_with(' ') {
                last.text.push(' ');
            }
            if line.letters() > last.letters() {
                (last.size, last.font, last.y) = (line.size, line.font, line.y);
            }
            last.text.push_str(&line.text);
            last.x1 = last.x1.max(line.x1);
            last.artifact &= line.artifact;
            return;
        }
        if same && gap < size * 4.0 && is_label(&last.text) {
            line.text = format!("{} {}", last.text.trim_end(), line.text);
            (line.labelled, line.beside) = (true, last.beside);
            *last = line;
            return;
        }
        line.beside = same;
    }
    lines.push(line);
}

/// A run of glyphs as a line: blanks where there is room for one; what is drawn twice is said once.
fn line(text: &str, run: &[Glyph], page: u32) -> Option<Line> {
    let words = |glyph: &Glyph| text.get(glyph.from as usize..glyph.to as usize).unwrap_or_default();
    let visible: Vec<&Glyph> = run.iter().filter(|glyph| !words(glyph).trim().is_empty()).collect();
    let (first, last) = (visible.first()?, visible.last()?);
    let room = word_gap(&visible, run.len() > visible.len());
    let mut line = String::with_capacity(run.len() * 2);
    let mut before: Option<&Glyph> = None;
    for (at, glyph) in run.iter().enumerate() {
        let blank = words(glyph).trim().is_empty();
        // Browsers draw a soft hyphen that breaks no line as a blank without room.
        let roomless = |next: &Glyph| (next.x0 - glyph.x0).abs() < glyph.size * 0.02;
        if blank && run.get(at + 1).is_some_and(roomless) {
            continue;
        }
        if let Some(before) = before {
            let twice = words(before) == words(glyph) && (before.x0 - glyph.x0).abs() < glyph.size * 0.08;
            if twice && !blank {
                continue;
            }
            let wide = if before.loose { room + 0.35 } else { room };
            if glyph.x0 - before.x1 > wide * glyph.size.min(before.size) && !line.ends_with(' ') && !blank {
                line.push(' ');
            }
        }
        if blank {
            if !line.is_empty() && !line.ends_with(' ') {
                line.push(' ');
            }
        } else {
            line.push_str(words(glyph));
        }
        before = Some(glyph);
    }
    let trimmed = line.trim_end().len();
    let ends_blank = trimmed < line.len();
    line.truncate(trimmed);
    if ends_blank {
        line.push(' ');
    }
    let most = |key: &dyn Fn(&Glyph) -> u64| {
        let mut keys: Vec<u64> = visible.iter().map(|glyph| key(glyph)).collect();
        keys.sort_unstable();
        keys.chunk_by(PartialEq::eq).max_by_key(|same| same.len()).and_then(|same| same.first().copied())
    };
    let size = most(&|glyph| u64::from(glyph.size.to_bits())).and_then(|bits| u32::try_from(bits).ok());
    let size = size.map_or(first.size, f32::from_bits);
    let y = visible.iter().find(|glyph| glyph.size >= size * 0.95).map_or(first.y, |glyph| glyph.y);
    Some(Line {
        text: line,
        x0: first.x0,
        x1: last.x1,
        y,
        size,
        font: most(&|glyph| glyph.font).unwrap_or(0),
        beside: false,
        labelled: false,
        artifact: visible.iter().all(|glyph| glyph.artifact),
        page,
    })
}

/// The room between two glyphs, in ems, that stands for a blank. Where the letters are spaced out it is wider.
fn word_gap(visible: &[&Glyph], has_blanks: bool) -> f32 {
    let usual = 0.16;
    if !has_blanks && visible.len() < 6 {
        return usual;
    }
    let mut gaps: Vec<f32> = visible
        .windows(2)
        .filter_map(|pair| match pair {
            [a, b] => Some((b.x0 - a.x1) / a.size.max(0.1)),
            _ => None,
        })
        .collect();
    gaps.sort_by(f32::total_cmp);
    let median = gaps.get(gaps.len() / 2).copied().unwrap_or(0.0);
    if median > 0.08 { median + usual } else { usual }
}
