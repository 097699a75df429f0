//! Articles along time as files of their own: a picture with a row a part, and a table.

use std::fmt::Write as _;

use chancery_model::Day;

use super::svg::{ACCENT, INK, PAPER, QUIET, RULE, shortened, xml};
use super::table::{plain, written};
use crate::Locale;
use crate::words::Words;

const WIDTH: f64 = 1200.0;
const MARGIN: f64 = 24.0;
/// Where the bars begin; names stand left of them.
const LEFT: f64 = 300.0;
const HEAD: f64 = 76.0;
const WHOLE: f64 = 150.0;
const PART: f64 = 58.0;
/// Between a row and what stands above it.
const GAP: f64 = 14.0;
/// Between the labels of two ticks.
const APART: f64 = 66.0;
const LONGEST_NAME: usize = 36;

/// A trend to be drawn or tabled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrendChart {
    /// What was asked, as it was read; empty for all articles.
    pub question: String,
    /// The dossier it was asked of.
    pub dossier: String,
    /// The language of fixed words.
    pub locale: Locale,
    /// The day it is made; the only trace of when.
    pub made: Day,
    /// `articles`, `stories`, `tags`, `passages`.
    pub measure: &'static str,
    /// `week`, `month`, `year`.
    pub unit: &'static str,
    /// First and last day of each unit, without a gap.
    pub units: Vec<(Day, Day)>,
    /// The whole first, then its parts.
    pub lines: Vec<TrendChartLine>,
    /// Figures are upper bounds.
    pub at_most: bool,
}

/// What a line is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TrendName {
    /// Everything.
    All,
    /// As somebody named it.
    Named(String),
    /// A language, by its code.
    Language(String),
    /// So many others.
    Others(usize),
    /// Without what the trend is split by: `topic`, `outlet`, `language`.
    Without(&'static str),
}

/// One line of figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrendChartLine {
    /// What it is called.
    pub name: TrendName,
    /// One for each unit.
    pub figures: Vec<u64>,
    /// Of articles whose date is not known to the unit.
    pub coarse: u64,
    /// Of articles without a date.
    pub undated: u64,
}

impl TrendChart {
    fn name(&self, line: &TrendChartLine, words: &Words) -> String {
        match &line.name {
            TrendName::All => words.get("doc-trend-all"),
            TrendName::Named(name) => name.clone(),
            TrendName::Language(code) => {
                let key = format!("doc-language-{code}");
                Some(words.get(&key)).filter(|word| *word != key).unwrap_or_else(|| code.clone())
            }
            TrendName::Others(count) => words.with("doc-trend-others", &[("count", &count.to_string())]),
            TrendName::Without(what) => words.get(&format!("doc-trend-without-{what}")),
        }
    }

    /// "Articles by month".
    fn title(&self, words: &Words) -> String {
        let by = words.get(&format!("doc-trend-by-{}", self.unit));
        words.with(&format!("doc-trend-{}", self.measure), &[("by", &by)])
    }

    /// "2021-03", "2021-03-29/2021-04-04", "2021".
    fn when(&self, (first, last): (Day, Day)) -> String {
        let day = first.to_string();
        match self.unit {
            "year" => day.strip_suffix("-01-01").unwrap_or(&day).to_owned(),
            "month" => day.strip_suffix("-01").unwrap_or(&day).to_owned(),
            _ => format!("{day}/{last}"),
        }
    }

    /// What the picture can't show: dates not known well enough.
    fn left_out(&self, words: &Words) -> String {
        let all = self.lines.first();
        let counts = [
            (all.map_or(0, |line| line.coarse), format!("doc-trend-coarse-{}", self.unit)),
            (all.map_or(0, |line| line.undated), "doc-undated-left-out".to_owned()),
        ];
        let told = counts.iter().filter(|(count, _)| *count > 0);
        let mut parts: Vec<String> =
            told.map(|(count, key)| words.with(key, &[("count", &count.to_string())])).collect();
        if self.at_most {
            parts.push(words.get("doc-trend-at-most"));
        }
        parts.join(" · ")
    }
}

/// The trend as SVG, complete in itself. The whole has a scale of its own, its parts share one.
#[must_use]
pub fn trend_svg(chart: &TrendChart) -> String {
    let words = Words::new(chart.locale);
    let heights: Vec<f64> = (0..chart.lines.len()).map(|row| if row == 0 { WHOLE } else { PART }).collect();
    let bottom = HEAD + heights.iter().map(|height| height + GAP).sum::<f64>();
    let height = bottom + 52.0;
    let title = chart.title(&words);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{height}\" viewBox=\"0 0 {WIDTH} {height}\" \
         role=\"img\" font-family=\"Inter, 'Segoe UI', 'Helvetica Neue', sans-serif\" font-size=\"12\" fill=\"{INK}\">\n<title>{}</title>\n\
         <rect width=\"{WIDTH}\" height=\"{height}\" fill=\"{PAPER}\"/>\n",
        xml(&title)
    );
    let asked = [chart.question.clone(), chart.dossier.clone(), chart.made.to_string()];
    let asked: Vec<String> = asked.into_iter().filter(|part| !part.is_empty()).collect();
    let _ = writeln!(
        out,
        "<text x=\"{MARGIN}\" y=\"34\" font-family=\"'Source Serif 4', Georgia, serif\" font-size=\"20\" font-weight=\"600\">{}</text>\n\
         <text x=\"{MARGIN}\" y=\"54\" fill=\"{QUIET}\">{}</text>",
        xml(&title),
        xml(&asked.join(" · "))
    );
    for (index, label) in ticks(&chart.units, (WIDTH - MARGIN - LEFT) / count(chart.units.len().max(1))) {
        let at = x(chart, index);
        let _ = writeln!(
            out,
            "<path d=\"M{at:.1} {HEAD}V{bottom:.1}\" stroke=\"{RULE}\"/>\
             <text x=\"{at:.1}\" y=\"{:.1}\" fill=\"{QUIET}\" font-size=\"11\">{label}</text>",
            bottom + 14.0
        );
    }
    let most =
        |lines: &[TrendChartLine]| lines.iter().flat_map(|line| &line.figures).copied().max().unwrap_or(0);
    let whole = most(chart.lines.get(..1).unwrap_or_default());
    let parts = most(chart.lines.get(1..).unwrap_or_default());
    let mut top = HEAD;
    for (row, (one, height)) in chart.lines.iter().zip(&heights).enumerate() {
        let scale = if row == 0 { whole } else { parts };
        line(&mut out, chart, one, (top, *height), scale, &words);
        top += height + GAP;
    }
    let _ = writeln!(
        out,
        "<text x=\"{MARGIN}\" y=\"{:.1}\" fill=\"{QUIET}\">{}</text>\n</svg>",
        height - 14.0,
        xml(&chart.left_out(&words))
    );
    out
}

fn line(
    out: &mut String,
    chart: &TrendChart,
    line: &TrendChartLine,
    (top, height): (f64, f64),
    most: u64,
    words: &Words,
) {
    let base = top + height;
    let name = shortened(&chart.name(line, words), LONGEST_NAME);
    let sum: u64 = line.figures.iter().sum();
    let _ = writeln!(
        out,
        "<text x=\"{MARGIN}\" y=\"{:.1}\" font-weight=\"600\">{}</text><text x=\"{MARGIN}\" y=\"{:.1}\" fill=\"{QUIET}\">{sum}</text>\n\
         <path d=\"M{LEFT} {base:.1}H{:.1}\" stroke=\"{QUIET}\"/>\n\
         <text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\" fill=\"{QUIET}\" font-size=\"11\">{most}</text>",
        base - 18.0,
        xml(&name),
        base - 2.0,
        WIDTH - MARGIN,
        LEFT - 6.0,
        top + 10.0,
    );
    let width = (x(chart, 1) - x(chart, 0) - 1.0).max(0.6);
    for (index, figure) in line.figures.iter().enumerate().filter(|(_, figure)| **figure > 0) {
        let tall = whole(*figure) / whole(most.max(1)) * height;
        let when = chart.units.get(index).map(|unit| chart.when(*unit)).unwrap_or_default();
        let _ = writeln!(
            out,
            "<rect x=\"{:.1}\" y=\"{:.1}\" width=\"{width:.1}\" height=\"{tall:.1}\" fill=\"{ACCENT}\"><title>{}</title></rect>",
            x(chart, index),
            base - tall,
            xml(&format!("{name}, {when}: {figure}"))
        );
    }
}

fn x(chart: &TrendChart, index: usize) -> f64 {
    LEFT + count(index) / count(chart.units.len().max(1)) * (WIDTH - MARGIN - LEFT)
}

fn count(number: usize) -> f64 {
    whole(number.try_into().unwrap_or(u64::MAX))
}

/// Exact up to 2^53, which no dossier reaches.
#[allow(clippy::cast_precision_loss)]
fn whole(number: u64) -> f64 {
    number as f64
}

/// Places with a label: as many as have room, at the beginnings of years, else of quarters, months or units.
fn ticks(units: &[(Day, Day)], wide: f64) -> Vec<(usize, String)> {
    let holding = |held: fn(&Day) -> bool, length: usize| -> Vec<(usize, String)> {
        let mut ticks = Vec::new();
        for (index, (first, last)) in units.iter().enumerate() {
            // A week belongs to the month that begins in it.
            let begins = [first, last].into_iter().find(|day| held(day) && day.day <= 7);
            let label = begins.map(|day| day.to_string().chars().take(length).collect::<String>());
            if let Some(label) = label
                && ticks.last().is_none_or(|(_, before)| *before != label)
            {
                ticks.push((index, label));
            }
        }
        ticks
    };
    let months = holding(|_| true, 7);
    let quarters = holding(|day| (day.month - 1) % 3 == 0, 7);
    let years = holding(|day| day.month == 1, 4);
    let fits = |ticks: &Vec<(usize, String)>| {
        let close = ticks.windows(2).any(|pair| match pair {
            [(one, _), (other, _)] => count(other - one) * wide < APART,
            _ => false,
        });
        !ticks.is_empty() && !close
    };
    let is_year = |(first, last): &(Day, Day)| first.month == 1 && last.month == 12;
    let choices = if units.first().is_some_and(is_year) { vec![] } else { vec![months, quarters] };
    if let Some(ticks) = choices.into_iter().find(fits) {
        return ticks;
    }
    for every in [1_i64, 2, 5, 10, 20, 50, 100, 200, 500] {
        let rounded = years.iter().filter(|(_, year)| year.parse().is_ok_and(|year: i64| year % every == 0));
        let rounded: Vec<_> = rounded.cloned().collect();
        if fits(&rounded) {
            return rounded;
        }
    }
    years.into_iter().take(1).collect()
}

/// The trend as a table: a row a unit, a column a line, and what has no unit beneath.
#[must_use]
pub fn trend_table(chart: &TrendChart) -> Vec<u8> {
    let words = Words::new(chart.locale);
    written(|writer| {
        let names = chart.lines.iter().map(|line| plain(chart.name(line, &words)));
        let head = ["when", "first_day", "last_day"].map(str::to_owned);
        writer.write_record(head.into_iter().chain(names))?;
        for (index, (first, last)) in chart.units.iter().enumerate() {
            let figures =
                chart.lines.iter().map(|line| line.figures.get(index).copied().unwrap_or(0).to_string());
            let unit = [chart.when((*first, *last)), first.to_string(), last.to_string()];
            writer.write_record(unit.into_iter().chain(figures))?;
        }
        let rows = [format!("doc-trend-row-coarse-{}", chart.unit), "doc-trend-row-undated".to_owned()];
        for (row, key) in rows.iter().enumerate() {
            let figures =
                chart.lines.iter().map(|line| [line.coarse, line.undated].map(|figure| figure.to_string()));
            let figures = figures.filter_map(|figures| figures.into_iter().nth(row));
            writer.write_record([words.get(key), String::new(), String::new()].into_iter().chain(figures))?;
        }
        Ok(())
    })
}
