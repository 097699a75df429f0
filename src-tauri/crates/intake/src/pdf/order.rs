//! The order in which the lines of a page are read.
//!
//! A page nearly always draws its lines in the order in which they are read, and says more by it than their places do.
//! Only where the drawing jumps about, or goes across columns, the places decide.

use super::lines::Line;

/// Cuts inside cuts, at most.
const DEPTH: u8 = 40;
/// Lines of a page, above which they stay in the order in which they are drawn.
const MANY: usize = 4_000;

/// Puts the lines of one page into reading order.
pub(super) fn settle(lines: Vec<Line>) -> Vec<Line> {
    if lines.len() > MANY || !(jumps(&lines) || goes_across(&lines)) {
        return lines;
    }
    let mut ordered = Vec::with_capacity(lines.len());
    cut(lines, DEPTH, &mut ordered);
    for i in 1..ordered.len() {
        if let (Some(before), Some(line)) = (ordered.get(i - 1).cloned(), ordered.get_mut(i)) {
            line.beside =
                (before.y - line.y).abs() < line.size * 0.35 && line.x0 > before.x1 - line.size * 0.6;
        }
    }
    ordered
}

/// Whether lines are drawn above what was drawn before them, in the same column.
fn jumps(lines: &[Line]) -> bool {
    let back = lines.windows(2).filter(|pair| match pair {
        [a, b] => b.y < a.y - a.size && b.x0 < a.x1 && a.x0 < b.x1,
        _ => false,
    });
    back.count() > 1 + lines.len() / 20
}

/// Whether prose is drawn line by line across columns.
fn goes_across(lines: &[Line]) -> bool {
    let across = lines
        .windows(2)
        .filter(|pair| matches!(pair, [a, b] if b.beside && a.letters() >= 15 && b.letters() >= 15));
    let across = across.count();
    across >= 4 && across * 5 > lines.len()
}

/// Cuts at the widest gutter between two columns, else at the widest space between lines, else sorts.
fn cut(mut lines: Vec<Line>, depth: u8, into: &mut Vec<Line>) {
    let next = depth.checked_sub(1).filter(|_| lines.len() > 1);
    let gutter = next.and_then(|_| gutter(&lines));
    let space = next.filter(|_| gutter.is_none()).and_then(|_| space(&lines));
    if let (Some(next), Some(x)) = (next, gutter) {
        let (left, right) = lines.into_iter().partition(|line| (line.x0 + line.x1) / 2.0 < x);
        cut(left, next, into);
        cut(right, next, into);
    } else if let (Some(next), Some(y)) = (next, space) {
        let (above, below) = lines.into_iter().partition(|line| line.y < y);
        cut(above, next, into);
        cut(below, next, into);
    } else {
        lines.sort_by(|a, b| rows(a).cmp(&rows(b)).then(a.x0.total_cmp(&b.x0)));
        into.append(&mut lines);
    }
}

#[allow(clippy::cast_possible_truncation)] // a page is not that long
fn rows(line: &Line) -> i64 {
    (line.y / 3.0).round() as i64
}

/// The middle of the widest strip that no line crosses, with prose on both sides.
fn gutter(lines: &[Line]) -> Option<f32> {
    let mut spans: Vec<(f32, f32)> = lines.iter().map(|line| (line.x0, line.x1)).collect();
    spans.sort_by(|a, b| a.0.total_cmp(&b.0));
    let size = lines.iter().map(|line| line.size).fold(f32::MAX, f32::min);
    let mut reach = spans.first()?.1;
    let mut widest: Option<(f32, f32)> = None;
    for (from, to) in spans {
        let width = from - reach;
        if width > size * 0.6 && widest.is_none_or(|(most, _)| width > most) {
            let x = f32::midpoint(from, reach);
            let is_prose = |left: bool| {
                let side = lines.iter().filter(|line| (line.x1 < x) == left);
                let (count, letters) = side.fold((0, 0), |(n, sum), line| (n + 1, sum + line.letters()));
                count >= 3 && letters >= count * 10
            };
            if is_prose(true) && is_prose(false) {
                widest = Some((width, x));
            }
        }
        reach = reach.max(to);
    }
    widest.map(|(_, x)| x)
}

/// The middle of the widest space between lines.
fn space(lines: &[Line]) -> Option<f32> {
    let mut tops: Vec<(f32, f32)> = lines.iter().map(|line| (line.y - line.size * 0.8, line.y)).collect();
    tops.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut reach = tops.first()?.1;
    let mut widest: Option<(f32, f32)> = None;
    for (top, bottom) in tops {
        let height = top - reach;
        if height > 0.5 && widest.is_none_or(|(most, _)| height > most) {
            widest = Some((height, f32::midpoint(top, reach) + 0.01));
        }
        reach = reach.max(bottom);
    }
    widest.map(|(_, y)| y)
}
