//! When an article was published: printed on it, or inferred from its dateline, its weekdays and the years it names.

mod clock;
mod inferred;
mod order;
mod posted;

use chancery_model::{
    Alternative, Basis, CodePoints, Confidence, Day, Edtf, Field, Furniture, Place, Point, Published, Span,
};
use chrono::{Datelike as _, NaiveDate};

use crate::dateline;
use posted::{Cue, Posted, posted_lines};

pub use order::{ORDER_RULE, in_order, out_of_order};
pub use posted::{is_posted_line, stamp};

/// No article is thought older than this when only weekday, day and month are known.
const FIRST_YEAR: i64 = 1995;

/// What is known of a page before its date is read.
#[derive(Clone, Copy, Debug)]
pub struct Page<'a> {
    /// The text, without the title.
    pub text: &'a str,
    /// Its furniture, in order.
    pub furniture: &'a [Furniture],
    /// Its dateline.
    pub dateline: Option<&'a dateline::Found>,
}

/// Reads when the article was published, from this article alone. `captured` bounds what is inferred, never what is printed.
///
/// Rules: `posted-line`, `updated-line`, `day-or-month-first`, `dateline`, `weekday-fits-year`, `lead-day`,
/// `years-named`, `dated-lead`. Where several years fit and nothing chooses, there is no value but alternatives.
#[must_use]
pub fn read(page: &Page<'_>, captured: Day) -> Field<Published> {
    let posted = posted_lines(page.text, page.furniture);
    if let Some(mut field) = printed(page, &posted, captured) {
        add_dateline(page, &mut field);
        return field;
    }
    if let Some(dateline) = page.dateline
        && let Some(date) = dateline.dateline.date.clone()
    {
        let published = Published { date, time: None, zone: None };
        return Field::known(published, Confidence::Medium, dateline_basis(dateline));
    }
    inferred::infer(page, captured)
}

/// Where the words stand from which `published` was inferred, in order; nothing where it is printed or comes from elsewhere.
///
/// A date can't be counted from a day that was inferred from its own words.
pub(crate) fn own_words(text: &str, furniture: &[Furniture], published: &Published) -> Vec<Span> {
    let Some(day) = published.date.only_day() else { return Vec::new() };
    if !usable(&posted_lines(text, furniture)).is_empty() {
        return Vec::new();
    }
    let dateline = dateline::find(text, furniture);
    let page = Page { text, furniture, dateline: dateline.as_ref() };
    let captured = Day { year: day.year + HORIZON, month: 12, day: 31 };
    let read = match page.dateline {
        Some(found) if found.dateline.date.is_some() => return Vec::new(),
        _ => inferred::infer(&page, captured),
    };
    // Which year was taken lay with what was known when it was read; that these words gave the day shows in the day.
    let gives_it = |value: &Published| {
        value.date.only_day().is_some_and(|given| (given.month, given.day) == (day.month, day.day))
    };
    if !read.value.iter().chain(read.alternatives.iter().map(|other| &other.value)).any(gives_it) {
        return Vec::new();
    }
    let mut spans: Vec<Span> = read
        .basis
        .iter()
        .filter(|basis| PEGS.contains(&basis.rule.as_str()))
        .filter_map(|basis| match basis.place {
            Place::Text(span) => Some(span),
            _ => None,
        })
        .collect();
    spans.sort_unstable_by_key(|span| span.start);
    spans
}

/// Rules whose words name the day of the news itself.
const PEGS: [&str; 3] = [dateline::RULE, "weekday-fits-year", "lead-day"];
/// How many years after its publication an article is thought to be read, at most.
const HORIZON: i64 = 40;

fn dateline_basis(dateline: &dateline::Found) -> Basis {
    Basis {
        words: dateline.words.clone(),
        place: Place::Text(dateline.span),
        rule: dateline::RULE.to_owned(),
    }
}

/// The printed dates that can be the article's, the likeliest first.
fn usable(posted: &[Posted]) -> Vec<&Posted> {
    // Dates alone at the foot are the page's list of other articles when there are several.
    let loose = posted.iter().filter(|posted| !posted.top && posted.cue == Cue::Plain).count();
    let mut usable: Vec<&Posted> =
        posted.iter().filter(|posted| posted.top || posted.cue != Cue::Plain || loose == 1).collect();
    usable.sort_by_key(|posted| (posted.cue == Cue::Updated, !posted.top, posted.cue, !posted.timed));
    usable
}

/// The best of the printed dates, the others as alternatives.
fn printed(page: &Page<'_>, posted: &[Posted], captured: Day) -> Option<Field<Published>> {
    let usable = usable(posted);
    let best = usable.first()?;
    let points = CodePoints::new(page.text);
    let basis = |posted: &Posted| {
        let (from, to) = whole_line(page.text, posted.range);
        let rule = match (posted.cue, posted.settled) {
            (Cue::Updated, _) => "updated-line",
            (_, true) => "posted-line",
            (_, false) => "day-or-month-first",
        };
        Basis {
            words: page.text.get(from..to).unwrap_or_default().to_owned(),
            place: Place::Text(Span::new(points.position_of_byte(from), points.position_of_byte(to))),
            rule: rule.to_owned(),
        }
    };
    let (mut value, mut other) = (best.published.clone(), best.other.clone());
    let after_capture = |published: &Published| published.date.only_day().is_some_and(|day| day > captured);
    if let Some(second) = &other
        && after_capture(&value)
        && !after_capture(second)
    {
        (value, other) = (second.clone(), Some(value));
    }
    let confidence = match (best.cue, best.settled) {
        (_, false) => Confidence::Low,
        (Cue::Updated, true) => Confidence::Medium,
        (Cue::Published, true) => Confidence::High,
        (Cue::Plain, true) if best.top => Confidence::High,
        (Cue::Plain, true) => Confidence::Medium,
    };
    let mut field = Field::known(value.clone(), confidence, basis(best));
    if let Some(other) = other {
        field.alternatives.push(Alternative {
            value: other,
            confidence: Confidence::Low,
            basis: vec![basis(best)],
        });
    }
    for posted in usable.iter().skip(1) {
        let known = field.alternatives.iter().any(|known| known.value.date == posted.published.date);
        if posted.published.date != value.date && !known {
            field.alternatives.push(Alternative {
                value: posted.published.clone(),
                confidence: Confidence::Low,
                basis: vec![basis(posted)],
            });
        }
    }
    Some(field)
}

/// The basis shows date and time as printed, with the label before them where the line is short.
fn whole_line(text: &str, range: (usize, usize)) -> (usize, usize) {
    let start = text.get(..range.0).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let before = text.get(start..range.0).unwrap_or_default();
    let is_label =
        before.trim_end().ends_with(':') || before.split_whitespace().last().is_some_and(posted::is_cue);
    if is_label && before.trim_start().chars().count() <= 30 {
        (start + before.len() - before.trim_start().len(), range.1)
    } else {
        range
    }
}

/// A dateline that names another day than the posted-line stays as an alternative; one that agrees supports it.
fn add_dateline(page: &Page<'_>, field: &mut Field<Published>) {
    let Some(dateline) = page.dateline else { return };
    let Some(day) = field.value.as_ref().and_then(|published| published.date.only_day()) else { return };
    let settled = || dateline::nearest_day(dateline, day).map(Edtf::day);
    let Some(date) = dateline.dateline.date.clone().or_else(settled) else { return };
    if date.only_day() == Some(day) {
        field.basis.push(dateline_basis(dateline));
    } else {
        field.alternatives.insert(
            0,
            Alternative {
                value: Published { date, time: None, zone: None },
                confidence: Confidence::Medium,
                basis: vec![dateline_basis(dateline)],
            },
        );
    }
}

/// The batch step: fields that fit several years take the year nearest to the securely dated articles of the batch.
///
/// Their confidence stays low and the fits on either side stay as alternatives. Neither the order of the batch nor the
/// clock plays a part, but nothing is dated after `captured`. Rule: `nearest-in-batch`.
pub fn settle(fields: &mut [&mut Field<Published>], captured: Day) {
    let mut secure: Vec<NaiveDate> = fields
        .iter()
        .filter(|field| field.confidence >= Confidence::Medium)
        // A day that is itself approximate ("~") secures no other.
        .filter_map(|field| field.value.as_ref()?.date.exact_day()?.to_chrono())
        .collect();
    secure.sort_unstable();
    if secure.is_empty() {
        return;
    }
    for field in fields.iter_mut() {
        if field.value.is_none() {
            settle_one(field, &secure, captured);
        }
    }
}

fn settle_one(field: &mut Field<Published>, secure: &[NaiveDate], captured: Day) {
    let mut open: Vec<(NaiveDate, Alternative<Published>)> = field
        .alternatives
        .iter()
        .filter_map(|other| {
            let day = other.value.date.only_day().filter(|day| *day <= captured)?;
            Some((day.to_chrono()?, other.clone()))
        })
        .collect();
    open.sort_by_key(|(day, _)| *day);
    // Only the year may be open.
    let same_day = |pair: &[(NaiveDate, Alternative<Published>)]| match pair {
        [(one, _), (other, _)] => (one.month(), one.day()) == (other.month(), other.day()),
        _ => true,
    };
    if field.alternatives.len() < 2 || !open.windows(2).all(same_day) {
        return;
    }
    let distance = |day: NaiveDate| {
        let next = secure.partition_point(|known| *known < day);
        [next.checked_sub(1), Some(next)]
            .into_iter()
            .flatten()
            .filter_map(|at| secure.get(at))
            .map(|known| ((*known - day).num_days().abs(), *known))
            .min()
    };
    let nearest = open
        .iter()
        .enumerate()
        .filter_map(|(at, (day, _))| distance(*day).map(|(days, known)| (days, at, known)))
        .min();
    let Some((_, at, known)) = nearest else { return };
    let Some((_, chosen)) = open.get(at) else { return };
    let mut value = chosen.value.clone();
    let filed = field.basis.iter().any(|basis| basis.rule == dateline::RULE);
    if let (&Edtf::Date(point), false) = (&value.date, filed) {
        value.date = Edtf::Date(Point::approximately(point));
    }
    field.value = Some(value);
    field.confidence = Confidence::Low;
    field.basis.push(Basis {
        words: Day::from_chrono(known).to_string(),
        place: Place::Batch,
        rule: "nearest-in-batch".to_owned(),
    });
    let sides = [at.checked_sub(1), Some(at + 1)];
    field.alternatives =
        sides.into_iter().flatten().filter_map(|at| open.get(at)).map(|(_, other)| other.clone()).collect();
}
