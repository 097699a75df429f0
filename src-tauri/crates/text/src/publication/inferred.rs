//! Publication dates nobody printed in full: a day and a month, a weekday that fits few years, years the text names.

use chancery_model::{
    Alternative, Basis, CodePoints, Confidence, Day, Edtf, Field, Place, Point, Published, Span,
};
use chrono::{Datelike as _, Days, NaiveDate, Weekday};

use super::{FIRST_YEAR, Page};
use crate::dates::{Anchors, Core, Expression, Frame, YearRef, announces, resolve, scan};
use crate::furniture::{holds, overlapping};
use crate::lines;

/// The day and month an article hangs on.
struct Peg {
    month: u8,
    day: u8,
    /// The weekday said with it.
    weekday: Option<Weekday>,
    /// Stands in the dateline; otherwise in the first paragraphs.
    dateline: bool,
    basis: Basis,
    /// Byte where it starts.
    at: usize,
}

/// A date the text names with its year.
struct Named {
    day: NaiveDate,
    /// To the month or part of a year at least.
    close: bool,
    /// No day is named with it.
    month: bool,
    /// "the 1999 agreement" tells no more than that the article is younger.
    attributive: bool,
    basis: Basis,
}

/// Paragraphs that can hold the day an article hangs on.
const LEAD: usize = 3;
/// How long after the latest date it names an article is thought to be written, in days.
const AFTER: i64 = 3 * 366;
/// How far ahead an article may name a date, in days.
const AHEAD: i64 = 370;

/// Infers the date of publication; a field with alternatives only where several years fit and nothing chooses.
pub(crate) fn infer(page: &Page<'_>, captured: Day) -> Field<Published> {
    let points = CodePoints::new(page.text);
    let span = |found: &Expression| {
        Span::new(points.position_of_byte(found.start), points.position_of_byte(found.end))
    };
    let mut found = scan(page.text);
    found.retain(|found| !overlapping(page.furniture, span(found)));
    let lead = lead_paragraphs(page, &points);
    if let Some(peg) = peg(page, &points, &found, &lead) {
        return from_peg(page, &points, &found, &lead, &peg, captured);
    }
    dated_lead(page, &points, &found, &lead, captured)
}

/// Byte ranges of the first paragraphs of prose.
fn lead_paragraphs(page: &Page<'_>, points: &CodePoints<'_>) -> Vec<(usize, usize)> {
    lines(page.text)
        .filter(|line| line.is_prose() && !super::is_posted_line(line.text))
        .filter(|line| !holds(page.furniture, points, line))
        .take(LEAD)
        .map(|line| (line.start, line.end()))
        .collect()
}

fn inside(range: (usize, usize), found: &Expression) -> bool {
    range.0 <= found.start && found.end <= range.1
}

/// The words of an expression with the preposition before it: "On February 11th".
fn basis(page: &Page<'_>, points: &CodePoints<'_>, found: &Expression, rule: &str) -> Basis {
    let mut start = found.start;
    let before = page.text.get(..start).unwrap_or_default();
    if let Some(word) = before.strip_suffix(' ').and_then(|before| before.rsplit([' ', '\n']).next())
        && ["on", "in", "в", "во", "у", "ў"].contains(&crate::fold(word).as_str())
    {
        start -= word.len() + 1;
    }
    Basis {
        words: page.text.get(start..found.end).unwrap_or_default().to_owned(),
        place: Place::Text(Span::new(points.position_of_byte(start), points.position_of_byte(found.end))),
        rule: rule.to_owned(),
    }
}

fn peg(
    page: &Page<'_>,
    points: &CodePoints<'_>,
    found: &[Expression],
    lead: &[(usize, usize)],
) -> Option<Peg> {
    if let Some(dateline) = page.dateline
        && let Some((month, day)) = dateline.month_day
    {
        let basis = Basis {
            words: dateline.words.clone(),
            place: Place::Text(dateline.span),
            rule: crate::dateline::RULE.to_owned(),
        };
        return Some(Peg { month, day, weekday: None, dateline: true, basis, at: dateline.range.0 });
    }
    let first = found.iter().find(|found| {
        matches!(found.core, Core::Day { .. })
            && found.frame == Frame::Plain
            && lead.iter().any(|range| inside(*range, found))
    })?;
    let Core::Day { year: None, month, day, weekday } = first.core else { return None };
    let basis = basis(page, points, first, if weekday.is_some() { "weekday-fits-year" } else { "lead-day" });
    Some(Peg { month, day, weekday, dateline: false, basis, at: first.start })
}

/// The weekday said without a date that goes with the peg: in its paragraph, else the first of the text; for a
/// dateline only near it.
fn weekday_beside<'f>(
    text: &str,
    peg: &Peg,
    found: &'f [Expression],
    lead: &[(usize, usize)],
) -> Option<(Weekday, &'f Expression)> {
    let bare = found.iter().filter_map(|found| match found.core {
        Core::Weekday { weekday, turn: None }
            if found.frame == Frame::Plain && !announces(text, found.start) =>
        {
            Some((weekday, found))
        }
        _ => None,
    });
    let paragraph = lead.iter().find(|range| (range.0..range.1).contains(&peg.at));
    let mut beside = bare.clone().filter(|(_, found)| paragraph.is_some_and(|range| inside(*range, found)));
    if let Some(first) = beside.next() {
        return Some(first);
    }
    let near = |found: &Expression| !peg.dateline || lead.iter().any(|range| inside(*range, found));
    bare.clone().find(|(_, found)| near(found))
}

/// The dates with a year that the text looks back on, none later than `captured`.
fn named(page: &Page<'_>, points: &CodePoints<'_>, found: &[Expression], captured: Day) -> Vec<Named> {
    let mut named = Vec::new();
    for expression in found {
        let attributive = match &expression.core {
            Core::Day { year: Some(YearRef::Stated(_)), .. }
            | Core::Month { year: Some(YearRef::Stated(_)), .. } => false,
            Core::Year { year: YearRef::Stated(_), attributive } => *attributive,
            _ => continue,
        };
        if expression.frame == Frame::By {
            continue;
        }
        let (value, _) = resolve(&expression.core, expression.part, Frame::Plain, &Anchors::default());
        let Some(day) = value.and_then(|value| value.earliest()).filter(|day| *day <= captured) else {
            continue;
        };
        if announces(page.text, expression.start) {
            continue;
        }
        let Some(day) = day.to_chrono() else { continue };
        let close = expression.part.is_some() || !matches!(expression.core, Core::Year { .. });
        // "since 2010" is history, like "the 1999 agreement".
        let attributive = attributive || expression.frame == Frame::Since;
        let month = !matches!(expression.core, Core::Day { .. });
        named.push(Named {
            day,
            close,
            month,
            attributive,
            basis: basis(page, points, expression, "years-named"),
        });
    }
    named
}

/// The days of the peg up to `captured`, oldest first; only those on `weekday` where one is known.
fn fits(peg: &Peg, weekday: Option<Weekday>, captured: Day) -> Vec<NaiveDate> {
    (FIRST_YEAR..=captured.year)
        .filter_map(|year| Day::new(year, peg.month, peg.day))
        .filter(|day| *day <= captured)
        .filter_map(Day::to_chrono)
        .filter(|date| weekday.is_none_or(|weekday| date.weekday() == weekday))
        .collect()
}

fn from_peg(
    page: &Page<'_>,
    points: &CodePoints<'_>,
    found: &[Expression],
    lead: &[(usize, usize)],
    peg: &Peg,
    captured: Day,
) -> Field<Published> {
    let beside = if peg.weekday.is_some() { None } else { weekday_beside(page.text, peg, found, lead) };
    let weekday = peg.weekday.or(beside.map(|(weekday, _)| weekday));
    if weekday.is_none() && !peg.dateline {
        // A day and a month without a weekday could be any year's, and need not be the day of the news.
        return Field::default();
    }
    let mut reasons = vec![peg.basis.clone()];
    if let Some((_, expression)) = beside {
        reasons.push(basis(page, points, expression, "weekday-fits-year"));
    }
    let mut named = named(page, points, found, captured);
    named.sort_by_key(|named| named.day);
    let latest = named.iter().rev().find(|named| !named.attributive);
    let mut days = fits(peg, weekday, captured);
    if peg.dateline
        && let (Some(weekday), Some(latest)) = (weekday, latest)
    {
        // Filed the day after: "said on Thursday" under Friday's dateline.
        if !days.iter().any(|day| chosen(*day, latest.day)) {
            days = fits(peg, Some(weekday.succ()), captured);
        }
    }
    let choice = latest.and_then(|latest| {
        let day = days
            .iter()
            .copied()
            .filter(|day| chosen(*day, latest.day))
            .min_by_key(|day| (*day < latest.day, (*day - latest.day).num_days().abs()))?;
        Some((day, latest, trust(day, latest, &named, weekday.is_some())))
    });
    let value = |date: NaiveDate, approximate: bool| {
        let point = Point::day(Day::from_chrono(date));
        let point = if approximate { point.approximately() } else { point };
        Published { date: Edtf::Date(point), time: None, zone: None }
    };
    let alternatives = |days: &mut dyn Iterator<Item = NaiveDate>| {
        days.map(|date| Alternative {
            value: value(date, false),
            confidence: Confidence::Low,
            basis: reasons.clone(),
        })
        .collect::<Vec<_>>()
    };
    match choice {
        Some((date, latest, confidence)) if confidence > Confidence::None => {
            let mut basis = reasons.clone();
            basis.push(latest.basis.clone());
            let others = if confidence > Confidence::Low {
                Vec::new()
            } else {
                alternatives(&mut days.iter().rev().copied().filter(|other| *other != date).take(6))
            };
            Field { value: Some(value(date, !peg.dateline)), confidence, basis, alternatives: others }
        }
        weak => {
            let likeliest = weak.map(|(date, ..)| date);
            let younger = named.last().map(|named| named.day);
            // The article is younger than what it names; where that leaves nothing, all years stay open.
            let mut open: Vec<NaiveDate> =
                days.iter().copied().filter(|day| younger.is_none_or(|bound| *day >= bound)).collect();
            if open.is_empty() {
                open = days;
            }
            let others = open.into_iter().rev().filter(|day| Some(*day) != likeliest);
            let alternatives = alternatives(&mut likeliest.into_iter().chain(others));
            if alternatives.is_empty() {
                return Field::default();
            }
            Field { value: None, confidence: Confidence::None, basis: reasons, alternatives }
        }
    }
}

/// Whether a day can be that of an article whose latest date is `latest`.
fn chosen(day: NaiveDate, latest: NaiveDate) -> bool {
    (-AHEAD..=AFTER).contains(&(day - latest).num_days())
}

/// How far the years named carry; `None` where they do not carry a value: a close date shortly before, or several years that lead up to it, or one year alone.
fn trust(day: NaiveDate, latest: &Named, named: &[Named], weekday: bool) -> Confidence {
    let gap = (day - latest.day).num_days();
    let mut years: Vec<i32> = named
        .iter()
        .filter(|named| !named.attributive && (0..=AFTER).contains(&(day - named.day).num_days()))
        .map(|named| named.day.year())
        .collect();
    years.dedup();
    let leading_up = years.len() >= 2;
    match (weekday, latest.close || leading_up) {
        (true, true) if gap >= 0 => Confidence::Medium,
        // One year named, and the weekday fits in that very year; or a date that lies shortly ahead.
        (true, false) if gap >= 0 && day.year() == latest.day.year() => Confidence::Low,
        (true, true) => Confidence::Low,
        // The dateline's own day stands in the text with its year.
        (false, _) if latest.close && gap == 0 && !latest.month => Confidence::Medium,
        (false, _) if latest.close && (0..=100).contains(&gap) => Confidence::Low,
        _ => Confidence::None,
    }
}

/// A full date in the first paragraphs: "said on Thursday, February 11, 2021".
fn dated_lead(
    page: &Page<'_>,
    points: &CodePoints<'_>,
    found: &[Expression],
    lead: &[(usize, usize)],
    captured: Day,
) -> Field<Published> {
    let Some(first) = found.iter().find(|found| {
        matches!(found.core, Core::Day { .. })
            && found.frame == Frame::Plain
            && lead.iter().take(2).any(|range| inside(*range, found))
    }) else {
        return Field::default();
    };
    let Core::Day { year: Some(YearRef::Stated(year)), month, day, weekday } = first.core else {
        return Field::default();
    };
    let Some(day) = Day::new(year, month, day) else { return Field::default() };
    let newest = day.to_chrono().and_then(|day| day.checked_add_days(Days::new(60))).is_some_and(|limit| {
        named(page, points, found, captured).iter().all(|named| named.attributive || named.day <= limit)
    });
    if !newest {
        return Field::default();
    }
    let published = Published { date: Edtf::Date(Point::day(day).approximately()), time: None, zone: None };
    let basis = basis(page, points, first, "dated-lead");
    if weekday.is_some() {
        return Field::known(published, Confidence::Medium, basis);
    }
    // The lead may tell of an old event or of one to come.
    let other = Alternative { value: published, confidence: Confidence::Low, basis: vec![basis.clone()] };
    Field { value: None, confidence: Confidence::None, basis: vec![basis], alternatives: vec![other] }
}
