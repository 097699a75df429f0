//! A picture to print and to put into other documents: a row a milestone by lane, soft edges where dates are, the status as sign and
//! colour, curves of lineage, and the articles by month beneath.

use std::fmt::Write as _;

use chancery_model::Status;

use super::{Chart, ChartEntry};
use crate::words::Words;
use crate::{Bar, Dated, Support, Timeline, TimelineItem, clean};

const WIDTH: f64 = 1200.0;
const MARGIN: f64 = 24.0;
/// Where the axis begins; titles stand left of it.
const AXIS: f64 = 500.0;
const ROW: f64 = 20.0;
const HEAD: f64 = 72.0;
const DENSITY: f64 = 56.0;
/// Characters of a title that have room left of the axis.
const LONGEST_TITLE: usize = 66;

/// Colours of the light window.
pub(super) const PAPER: &str = "#FBFAF7";
pub(super) const RULE: &str = "#E4E0D8";
pub(super) const INK: &str = "#1B1F24";
pub(super) const QUIET: &str = "#5D6672";
pub(super) const ACCENT: &str = "#1F4E79";

fn colour(status: Option<Status>) -> &'static str {
    match status {
        Some(Status::NotBegun | Status::OnHold | Status::Withdrawn) => "#6B727B",
        Some(Status::Begun) => "#8A5A00",
        Some(Status::Partly) => "#25689B",
        Some(Status::Done) => "#217346",
        None => INK,
    }
}

/// The chart as SVG, complete in itself. The entries stand in the order of the chart.
#[must_use]
pub fn svg(chart: &Chart) -> String {
    let words = chart.words();
    let timeline = Timeline::new(chart.entries.iter().map(item).collect());
    let places = rows(chart);
    let rows_end = places.last().map_or(HEAD, |row| row.y + ROW);
    let density = if chart.density.is_empty() { 0.0 } else { DENSITY + 28.0 };
    let height = rows_end + density + 52.0;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{height}\" viewBox=\"0 0 {WIDTH} {height}\" \
         role=\"img\" font-family=\"Inter, 'Segoe UI', 'Helvetica Neue', sans-serif\" font-size=\"12\" fill=\"{INK}\">\n<title>{}</title>\n\
         <rect width=\"{WIDTH}\" height=\"{height}\" fill=\"{PAPER}\"/>\n",
        xml(&chart.title)
    );
    let _ = writeln!(
        out,
        "<text x=\"{MARGIN}\" y=\"34\" font-family=\"'Source Serif 4', Georgia, serif\" font-size=\"20\" font-weight=\"600\">{}</text>",
        xml(&chart.title)
    );
    if let Some(as_of) = chart.as_of_line(&words) {
        let _ = writeln!(out, "<text x=\"{MARGIN}\" y=\"54\" fill=\"{QUIET}\">{}</text>", xml(&as_of));
    }
    gradients(&mut out);
    grid(&mut out, chart, &timeline, rows_end);
    links(&mut out, chart, &timeline, &places);
    for ((entry, bar), row) in chart.entries.iter().zip(timeline.bars()).zip(&places) {
        if let Some(lane) = &row.lane {
            let y = row.y - 6.0;
            let _ = writeln!(
                out,
                "<text x=\"{MARGIN}\" y=\"{y}\" font-weight=\"600\" fill=\"{QUIET}\">{}</text>",
                xml(lane)
            );
        }
        milestone(&mut out, entry, bar, row.y + ROW / 2.0, &words);
    }
    density_bars(&mut out, chart, &timeline, rows_end, &words);
    legend(&mut out, chart, height - 20.0, &words);
    if chart.undated > 0 {
        let left_out = words.with("doc-undated-left-out", &[("count", &chart.undated.to_string())]);
        let _ = writeln!(
            out,
            "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\" fill=\"{QUIET}\">{}</text>",
            WIDTH - MARGIN,
            height - 20.0,
            xml(&left_out)
        );
    }
    out.push_str("</svg>\n");
    out
}

/// Where a row stands, and the lane that begins above it.
struct Place {
    y: f64,
    lane: Option<String>,
}

fn rows(chart: &Chart) -> Vec<Place> {
    let mut y = HEAD;
    let mut before: Option<&Option<String>> = None;
    let mut places = Vec::with_capacity(chart.entries.len());
    for entry in &chart.entries {
        let begins = before != Some(&entry.lane);
        let lane = begins.then(|| entry.lane.clone()).flatten();
        if lane.is_some() {
            y += 26.0;
        }
        places.push(Place { y, lane });
        y += ROW;
        before = Some(&entry.lane);
    }
    places
}

fn item(entry: &ChartEntry) -> TimelineItem {
    TimelineItem {
        label: entry.title.clone(),
        parts: Vec::new(),
        date: Dated::stated(entry.date.clone()),
        lane: entry.lane.clone(),
        status: entry.status,
        own: None,
        support: Support::Judgement(String::new()),
    }
}

fn x(at: f64) -> f64 {
    AXIS + 8.0 + at * (WIDTH - MARGIN - AXIS - 16.0)
}

fn grid(out: &mut String, chart: &Chart, timeline: &Timeline, end: f64) {
    for tick in timeline.ticks() {
        let at = x(tick.at);
        let _ = writeln!(
            out,
            "<path d=\"M{at:.1} {HEAD}V{end:.1}\" stroke=\"{RULE}\"/><text x=\"{at:.1}\" y=\"{}\" fill=\"{QUIET}\" font-size=\"11\">{}</text>",
            HEAD - 4.0,
            tick.year
        );
    }
    let day = chart.as_of.and_then(|as_of| timeline.place(as_of.day));
    if let Some(at) = day.map(x) {
        let _ = writeln!(
            out,
            "<path d=\"M{at:.1} {HEAD}V{end:.1}\" stroke=\"{ACCENT}\" stroke-dasharray=\"4 3\"/>"
        );
    }
}

fn gradients(out: &mut String) {
    let tones = [None].into_iter().chain(Status::ALL.iter().copied().map(Some));
    out.push_str("<defs>");
    for status in tones {
        let (id, colour) = (status.map_or("event", Status::id), colour(status));
        for (side, from, to) in [("in", 0, 1), ("out", 1, 0)] {
            let _ = write!(
                out,
                "<linearGradient id=\"{side}-{id}\"><stop offset=\"0\" stop-color=\"{colour}\" stop-opacity=\"{from}\"/>\
                 <stop offset=\"1\" stop-color=\"{colour}\" stop-opacity=\"{to}\"/></linearGradient>"
            );
        }
    }
    out.push_str("</defs>\n");
}

/// Where the sign of a milestone stands: in the middle of what is possible, or at the one end there is.
fn sign_at(entry: &ChartEntry, bar: &Bar) -> f64 {
    match (entry.date.earliest(), entry.date.latest()) {
        (None, Some(_)) => x(bar.to),
        (Some(_), None) => x(bar.from),
        _ => (x(bar.from) + x(bar.to)) / 2.0,
    }
}

fn milestone(out: &mut String, entry: &ChartEntry, bar: &Bar, y: f64, words: &Words) {
    let id = entry.status.map_or("event", Status::id);
    let colour = colour(entry.status);
    let top = y - 6.0;
    let _ = write!(
        out,
        "<g><title>{}</title>",
        xml(&format!("{}, {}, {}", entry.when(words), entry.title, entry.standing(words)))
    );
    let _ = write!(
        out,
        "<text x=\"{MARGIN}\" y=\"{:.1}\"{}>{}</text>",
        y + 4.0,
        if entry.status == Some(Status::Withdrawn) { " text-decoration=\"line-through\"" } else { "" },
        xml(&shortened(&entry.title, LONGEST_TITLE))
    );
    let (from, to) = (x(bar.from), x(bar.to));
    let before = if bar.soft_from { 10.0 } else { from - x(bar.reach_from) };
    let after = if bar.soft_to { 10.0 } else { x(bar.reach_to) - to };
    if to - from + before + after >= 6.0 {
        let mut rect = |left: f64, width: f64, fill: &str| {
            let _ = write!(
                out,
                "<rect x=\"{left:.1}\" y=\"{top:.1}\" width=\"{width:.1}\" height=\"12\" fill=\"{fill}\" opacity=\"0.25\"/>"
            );
        };
        rect(from, (to - from).max(0.5), colour);
        if before > 0.0 {
            rect(from - before, before, &format!("url(#in-{id})"));
        }
        if after > 0.0 {
            rect(to, after, &format!("url(#out-{id})"));
        }
    }
    sign(out, entry.status, sign_at(entry, bar), y);
    out.push_str("</g>\n");
}

fn sign(out: &mut String, status: Option<Status>, x: f64, y: f64) {
    let colour = colour(status);
    let ring = format!(
        "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"5\" fill=\"{PAPER}\" stroke=\"{colour}\" stroke-width=\"1.5\"/>"
    );
    let _ = match status {
        None => {
            write!(out, "<path d=\"M{x:.1} {:.1}l4.5 4.5l-4.5 4.5l-4.5 -4.5z\" fill=\"{colour}\"/>", y - 4.5)
        }
        Some(Status::NotBegun) => write!(out, "{ring}"),
        Some(Status::Begun) => {
            write!(out, "{ring}<path d=\"M{x:.1} {y:.1}v-5a5 5 0 0 1 5 5z\" fill=\"{colour}\"/>")
        }
        Some(Status::Partly) => {
            write!(out, "{ring}<path d=\"M{x:.1} {:.1}a5 5 0 0 1 0 10z\" fill=\"{colour}\"/>", y - 5.0)
        }
        Some(Status::Done) => write!(
            out,
            "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"5.5\" fill=\"{colour}\"/>\
             <path d=\"M{:.1} {y:.1}l2 2l3.5 -4\" fill=\"none\" stroke=\"{PAPER}\" stroke-width=\"1.4\"/>",
            x - 2.7
        ),
        Some(Status::OnHold) => {
            write!(
                out,
                "{ring}<path d=\"M{:.1} {:.1}v5m3 -5v5\" stroke=\"{colour}\" stroke-width=\"1.4\"/>",
                x - 1.5,
                y - 2.5
            )
        }
        Some(Status::Withdrawn) => {
            write!(
                out,
                "{ring}<path d=\"M{:.1} {:.1}l8 -8\" stroke=\"{colour}\" stroke-width=\"1.5\"/>",
                x - 4.0,
                y + 4.0
            )
        }
    };
}

/// Curves bow to the right of both signs; what no passage proves is dashed.
fn links(out: &mut String, chart: &Chart, timeline: &Timeline, places: &[Place]) {
    for link in &chart.links {
        let at = |place: usize| {
            let (entry, bar) = (chart.entries.get(place)?, timeline.bars().get(place)?);
            Some((sign_at(entry, bar), places.get(place)?.y + ROW / 2.0))
        };
        let (Some((x0, y0)), Some((x1, y1))) = (at(link.from), at(link.to)) else { continue };
        let reach = x0.max(x1) + 24.0;
        let dash = if link.judged { " stroke-dasharray=\"4 3\"" } else { "" };
        let _ = writeln!(
            out,
            "<path d=\"M{:.1} {y0:.1}C{reach:.1} {y0:.1} {reach:.1} {y1:.1} {:.1} {y1:.1}\" fill=\"none\" stroke=\"{QUIET}\" stroke-width=\"1.2\"{dash}/>",
            x0 + 7.0,
            x1 + 7.0
        );
    }
}

/// Articles by month, with what the bars are and how high the highest is.
fn density_bars(out: &mut String, chart: &Chart, timeline: &Timeline, top: f64, words: &Words) {
    let months: Vec<_> = chart
        .density
        .iter()
        .filter_map(|(month, articles)| Some((timeline.place(*month)?, month, *articles)))
        .collect();
    let Some(most) = months.iter().map(|(.., articles)| *articles).max().filter(|most| *most > 0) else {
        return;
    };
    let base = top + DENSITY + 12.0;
    let _ = writeln!(
        out,
        "<text x=\"{MARGIN}\" y=\"{base:.1}\" font-weight=\"600\" fill=\"{QUIET}\">{}</text>\n\
         <path d=\"M{AXIS} {base:.1}H{right:.1}\" stroke=\"{QUIET}\"/>\n\
         <path d=\"M{AXIS} {high:.1}H{right:.1}\" stroke=\"{RULE}\"/>\n\
         <text x=\"{left:.1}\" y=\"{:.1}\" text-anchor=\"end\" fill=\"{QUIET}\">{most}</text>\n\
         <text x=\"{left:.1}\" y=\"{:.1}\" text-anchor=\"end\" fill=\"{QUIET}\">0</text>",
        xml(&words.get("doc-articles-by-month")),
        base - DENSITY + 4.0,
        base + 4.0,
        right = WIDTH - MARGIN,
        high = base - DENSITY,
        left = AXIS - 6.0,
    );
    for (at, month, articles) in months {
        let height = f64::from(articles) / f64::from(most) * DENSITY;
        let _ = writeln!(
            out,
            "<rect x=\"{:.1}\" y=\"{:.1}\" width=\"3\" height=\"{height:.1}\" fill=\"{ACCENT}\" opacity=\"0.65\"><title>{:04}-{:02}: {articles}</title></rect>",
            x(at),
            base - height,
            month.year,
            month.month
        );
    }
}

fn legend(out: &mut String, chart: &Chart, y: f64, words: &Words) {
    let mut left = MARGIN + 6.0;
    let senses = Status::ALL.iter().map(|status| (*status, words.status(*status)));
    let steps = if chart.steps.is_empty() { senses.collect() } else { chart.steps.clone() };
    for (status, word) in steps {
        let stands = |entry: &ChartEntry| entry.status == Some(status) && entry.standing(words) == word;
        if !chart.entries.iter().any(stands) {
            continue;
        }
        sign(out, Some(status), left, y - 4.0);
        let _ = writeln!(out, "<text x=\"{:.1}\" y=\"{y:.1}\">{}</text>", left + 12.0, xml(&word));
        left += 34.0 + word.chars().count() as f64 * 6.6;
    }
}

/// A title cut to so many characters.
pub(super) fn shortened(title: &str, longest: usize) -> String {
    if title.chars().count() <= longest {
        return title.to_owned();
    }
    let cut: String = title.chars().take(longest - 1).collect();
    format!("{}…", cut.trim_end())
}

pub(super) fn xml(text: &str) -> String {
    clean(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_too_long_for_its_place_is_cut_between_characters() {
        let long = "ж".repeat(100);
        assert_eq!(shortened(&long, LONGEST_TITLE).chars().count(), LONGEST_TITLE);
        assert_eq!(shortened("short", LONGEST_TITLE), "short");
    }
}
