//! Import time and first page against the number of articles, as a picture of two panels with logarithmic axes.

use std::fmt::Write as _;

use serde_json::Value;

use crate::command::Outcome;
use crate::search_table::{number, sizes, thousands};

const WIDTH: f64 = 330.0;
const HEIGHT: f64 = 190.0;
const LEFT: f64 = 56.0;
const TOP: f64 = 34.0;
const GAP: f64 = 70.0;
/// From one line of the legend to the next.
const LINE: f64 = 14.0;

/// A line of a panel: its name, its colour, and a value for each size.
struct Line {
    name: &'static str,
    colour: &'static str,
    values: Vec<f64>,
}

pub(crate) fn of(report: &Value) -> Outcome<String> {
    let sizes = sizes(report)?;
    let articles = sizes.iter().map(|size| number(size, "/brought/articles")).collect::<Outcome<Vec<_>>>()?;
    let each = |name, colour, tell: &dyn Fn(&Value) -> Outcome<f64>| -> Outcome<Line> {
        Ok(Line { name, colour, values: sizes.iter().map(tell).collect::<Outcome<_>>()? })
    };
    let ours = "#1f5fbf";
    let other = "#8a8a8a";
    let imports = [
        each("Chancery, all reading on", ours, &|size| number(size, "/brought/import/seconds"))?,
        each("FTS5 alone, index only", other, &|size| number(size, "/raw/seconds"))?,
    ];
    let pages = [
        each("Chancery, slowest kind", ours, &|size| Ok(over(size, "/desk/kinds", "newest", 100)))?,
        each("Chancery, kind in the middle", "#79a6e8", &|size| Ok(over(size, "/desk/kinds", "newest", 50)))?,
        each("FTS5 alone, kind in the middle", other, &|size| Ok(over(size, "/raw/kinds", "newest", 50)))?,
    ];
    let (width, height) = (2.0 * (LEFT + WIDTH) + GAP, TOP + HEIGHT + 38.0 + 3.0 * LINE);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" font-family=\"sans-serif\" font-size=\"11\" fill=\"#222\">\n\
         <title>Import time and first page against the number of articles</title>\n<rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>\n"
    );
    panel(&mut svg, LEFT, "Import, seconds", &articles, &imports);
    panel(
        &mut svg,
        2.0 * LEFT + WIDTH + GAP / 2.0,
        "First page, newest first, milliseconds (95 of 100)",
        &articles,
        &pages,
    );
    svg.push_str("</svg>\n");
    Ok(svg)
}

/// Of all kinds' times under which 95 of 100 lie, the one at a place in their order.
fn over(size: &Value, kinds: &str, what: &str, percent: usize) -> f64 {
    let kinds = size.pointer(kinds).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let mut times: Vec<f64> =
        kinds.iter().filter_map(|kind| number(kind, &format!("/{what}/p95")).ok()).collect();
    times.sort_by(f64::total_cmp);
    times.get((times.len() * percent).div_ceil(100).saturating_sub(1)).copied().unwrap_or_default()
}

fn panel(svg: &mut String, left: f64, title: &str, articles: &[f64], lines: &[Line]) {
    // Whole powers of ten around all values.
    let power = |value: f64| value.max(1e-3).log10();
    let all = || lines.iter().flat_map(|line| line.values.iter().copied()).map(power);
    let low = all().fold(f64::MAX, f64::min).floor();
    let high = all().fold(f64::MIN, f64::max).ceil().max(low + 1.0);
    let (first, last) =
        (articles.first().copied().map_or(4.0, power), articles.last().copied().map_or(6.0, power));
    let across = |value: f64| left + (power(value) - first) / (last - first).max(1e-9) * WIDTH;
    let up = |value: f64| TOP + HEIGHT - (power(value) - low) / (high - low) * HEIGHT;
    let _ = writeln!(svg, "<text x=\"{left}\" y=\"18\" font-size=\"12\" font-weight=\"bold\">{title}</text>");
    let mut step = low;
    while step <= high {
        let (value, y) = (10_f64.powf(step), up(10_f64.powf(step)));
        let label = if value < 1.0 { format!("{value}") } else { thousands(value) };
        let _ = writeln!(
            svg,
            "<path d=\"M{left:.0} {y:.1}h{WIDTH}\" stroke=\"#ddd\"/><text x=\"{:.0}\" y=\"{:.1}\" text-anchor=\"end\">{label}</text>",
            left - 6.0,
            y + 4.0
        );
        step += 1.0;
    }
    for count in articles {
        let _ = writeln!(
            svg,
            "<text x=\"{:.1}\" y=\"{:.0}\" text-anchor=\"middle\">{}</text>",
            across(*count),
            TOP + HEIGHT + 16.0,
            thousands(*count)
        );
    }
    for (place, Line { name, colour, values }) in lines.iter().enumerate() {
        let mut points = String::new();
        for (count, value) in articles.iter().zip(values) {
            let _ = write!(points, "{:.1},{:.1} ", across(*count), up(*value));
            let _ = writeln!(
                svg,
                "<circle cx=\"{:.1}\" cy=\"{:.1}\" r=\"2.5\" fill=\"{colour}\"/>",
                across(*count),
                up(*value)
            );
        }
        let _ = writeln!(
            svg,
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"1.6\"/>",
            points.trim_end()
        );
        // One under the other: their lengths are not known here.
        let (x, y) = (left, TOP + HEIGHT + 38.0 + place as f64 * LINE);
        let _ = writeln!(
            svg,
            "<path d=\"M{x:.0} {:.0}h12\" stroke=\"{colour}\" stroke-width=\"2\"/><text x=\"{:.0}\" y=\"{y:.0}\" font-size=\"9\">{name}</text>",
            y - 3.0,
            x + 15.0
        );
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::search_table::tests::measured;

    #[test]
    fn what_grows_a_hundredfold_rises_two_powers_of_ten() {
        let svg = of(&json!([measured(10_000), measured(1_000_000)])).unwrap();
        // Import: 5 s and 500 s between 1 and 1,000 s, two thirds of the height apart.
        let line = svg.lines().find(|line| line.starts_with("<polyline")).unwrap();
        let points: Vec<f64> = line
            .split('"')
            .nth(1)
            .unwrap()
            .split_whitespace()
            .map(|point| point.split_once(',').unwrap().1.parse().unwrap())
            .collect();
        assert!((points[0] - points[1] - HEIGHT * 2.0 / 3.0).abs() < 0.2, "{line}");
        assert!(svg.contains(">1,000,000</text>"));
    }
}
