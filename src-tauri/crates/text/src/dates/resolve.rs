//! From what a date expression says to the date it means, counted from the day the article was published.

use chancery_model::{Bound, DateAnchor, Day, Edtf, Point};
use chrono::{Datelike as _, Days, Months, NaiveDate, Weekday};

use super::grammar::{Core, Frame, YearRef};
use super::names::{Part, Unit};

/// The days that dates without a year are counted from.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Anchors {
    /// When the article was published, where the day is known.
    pub(crate) published: Option<NaiveDate>,
    /// When it was filed, where day and year are known.
    pub(crate) dateline: Option<NaiveDate>,
    /// A date stated shortly before in the same paragraph.
    pub(crate) text: Option<NaiveDate>,
}

/// How far back and ahead of its anchor a day without a year may lie: news looks back more than ahead.
const BACK: i64 = 245;
const AHEAD: i64 = 120;
/// A date stated in the same paragraph counts as anchor when it lies this long before publication.
const HISTORY: i64 = 300;

impl Anchors {
    /// What weekdays, "today" and "last week" are counted from.
    fn near(&self) -> Option<(NaiveDate, DateAnchor)> {
        let dateline = self.dateline.map(|day| (day, DateAnchor::Dateline));
        dateline.or(self.published.map(|day| (day, DateAnchor::Published)))
    }

    /// What days and months without a year are counted from.
    fn far(&self) -> Option<(NaiveDate, DateAnchor)> {
        let article = self
            .published
            .map(|day| (day, DateAnchor::Published))
            .or(self.dateline.map(|day| (day, DateAnchor::Dateline)));
        let told = self.text.map(|day| (day, DateAnchor::Text));
        match (article, told) {
            (Some((day, _)), Some((stated, _))) if (day - stated).num_days() > HISTORY => told,
            (Some(_), _) => article,
            (None, told) => told,
        }
    }
}

/// The first and the last of what an expression can mean.
type Stretch = (Point, Point);

/// The date of an expression and what it was counted from; `None` where the year cannot be told.
pub(crate) fn resolve(
    core: &Core,
    part: Option<Part>,
    frame: Frame,
    anchors: &Anchors,
) -> (Option<Edtf>, DateAnchor) {
    let (stretch, anchor) = stretch(core, frame, anchors);
    let Some(stretch) = stretch else { return (None, anchor) };
    let stretch = match part {
        None => stretch,
        Some(part) => {
            let (first, mut last) = part_of(core, stretch, part);
            // "by the end of 2022" has a definite limit.
            last.qualifier.approximate &= frame != Frame::By;
            (first, last)
        }
    };
    (Some(framed(stretch, frame)), anchor)
}

fn framed((first, last): Stretch, frame: Frame) -> Edtf {
    match frame {
        Frame::By => Edtf::Interval(Bound::Unknown, Bound::At(last)),
        Frame::Since => Edtf::Interval(Bound::At(first), Bound::Open),
        Frame::Plain if first == last => Edtf::Date(first),
        Frame::About if first == last => Edtf::Date(first.approximately()),
        Frame::Plain => Edtf::Interval(Bound::At(first), Bound::At(last)),
        Frame::About => Edtf::Interval(Bound::At(first.approximately()), Bound::At(last.approximately())),
    }
}

fn stretch(core: &Core, frame: Frame, anchors: &Anchors) -> (Option<Stretch>, DateAnchor) {
    let one = |point: Option<Point>| point.map(|point| (point, point));
    let day = |date: Option<NaiveDate>| one(date.map(|date| Point::day(Day::from_chrono(date))));
    let far = anchors.far();
    let near = anchors.near();
    let far_kind = far.map_or(DateAnchor::Published, |(_, kind)| kind);
    let near_kind = near.map_or(DateAnchor::Published, |(_, kind)| kind);
    match core {
        Core::Day { year: Some(YearRef::Stated(year)), month, day: number, .. } => {
            (one(Day::new(*year, *month, *number).map(Point::day)), DateAnchor::Stated)
        }
        Core::Day { year: Some(YearRef::Turn(turn)), month, day: number, .. } => {
            let year = near.map(|(from, _)| i64::from(from.year()) + i64::from(*turn));
            (one(year.and_then(|year| Day::new(year, *month, *number)).map(Point::day)), near_kind)
        }
        Core::Day { year: None, month, day: number, weekday } => {
            (day(far.and_then(|(from, kind)| day_near(from, kind, *month, *number, *weekday))), far_kind)
        }
        Core::Either { year, .. } => {
            let unknown = Point { month: Some(0), day: Some(0), ..Point::year(*year) };
            (Some((unknown, unknown)), DateAnchor::Stated)
        }
        Core::Month { year: Some(YearRef::Stated(year)), month, .. } => {
            (one(Some(Point::month(*year, *month))), DateAnchor::Stated)
        }
        Core::Month { year: Some(YearRef::Turn(turn)), month, .. } => {
            let year = near.map(|(from, _)| i64::from(from.year()) + i64::from(*turn));
            (one(year.map(|year| Point::month(year, *month))), near_kind)
        }
        Core::Month { year: None, month, turn } => {
            let year = far.map(|(from, kind)| match turn {
                Some(turn) => turned_year(from, *turn, u32::from(*month)),
                None => month_year(from, kind, *month, frame),
            });
            (one(year.map(|year| Point::month(year, *month))), far_kind)
        }
        Core::Season { year, season, turn } => {
            let first_month = u32::from(*season - 20) * 3;
            let (year, kind) = match year {
                Some(YearRef::Stated(year)) => (Some(*year), DateAnchor::Stated),
                Some(YearRef::Turn(turn)) => {
                    (near.map(|(from, _)| i64::from(from.year()) + i64::from(*turn)), near_kind)
                }
                None => (
                    far.map(|(from, kind)| match turn {
                        Some(turn) => turned_year(from, *turn, first_month),
                        None => month_year(from, kind, u8::try_from(first_month).unwrap_or(12), frame),
                    }),
                    far_kind,
                ),
            };
            (one(year.map(|year| Point::month(year, *season))), kind)
        }
        Core::Year { year: YearRef::Stated(year), .. } => (one(Some(Point::year(*year))), DateAnchor::Stated),
        Core::Year { year: YearRef::Turn(turn), .. } => {
            (one(near.map(|(from, _)| Point::year(i64::from(from.year()) + i64::from(*turn)))), near_kind)
        }
        Core::Decade { start } => {
            let decade = Point { unknown: chancery_model::YearDigits(1), ..Point::year(*start) };
            (Some((decade, decade)), DateAnchor::Stated)
        }
        Core::Weekday { weekday, turn } => {
            (day(near.and_then(|(from, _)| weekday_near(from, *weekday, *turn, frame))), near_kind)
        }
        Core::Days(days) => (day(near.and_then(|(from, _)| plus_days(from, *days))), near_kind),
        Core::Weeks(weeks) => {
            let monday = near.and_then(|(from, _)| {
                plus_days(from, weeks * 7 - i64::from(from.weekday().num_days_from_monday()))
            });
            let sunday = monday.and_then(|monday| plus_days(monday, 6));
            let stretch = monday.zip(sunday).map(|(first, last)| {
                (Point::day(Day::from_chrono(first)), Point::day(Day::from_chrono(last)))
            });
            (stretch, near_kind)
        }
        Core::Months(months) => {
            let month = near.and_then(|(from, _)| plus_months(from, *months));
            (one(month.map(|day| Point::month(day.year().into(), small(day.month())))), near_kind)
        }
        Core::Ago { count, unit } => {
            let point = near.and_then(|(from, _)| ago(from, *count, *unit));
            (one(point), near_kind)
        }
        Core::Between(first, last) => {
            let (end, end_kind) = stretch(last, frame, anchors);
            // "from 9 May to 12 May 2019": the first half takes the year of the second.
            let shared =
                Anchors { text: end.and_then(|(_, to)| to.earliest().to_chrono()), ..Anchors::default() };
            let first_anchors = if end_kind == DateAnchor::Stated { &shared } else { anchors };
            let (begin, begin_kind) = stretch(first, frame, first_anchors);
            let both = begin.zip(end).map(|(begin, end)| (begin.0, end.1));
            let ordered = both.filter(|(first, last)| first.earliest() <= last.latest());
            (ordered, if begin_kind == DateAnchor::Text { end_kind } else { begin_kind })
        }
    }
}

/// The year in which month and day lie nearest the anchor, looking back more than ahead. A weekday said overrules that.
fn day_near(
    from: NaiveDate,
    kind: DateAnchor,
    month: u8,
    day: u8,
    weekday: Option<Weekday>,
) -> Option<NaiveDate> {
    let in_year = |year: i32| NaiveDate::from_ymd_opt(year, month.into(), day.into());
    // What follows a date in a story of the past comes after it.
    let (back, ahead) = if kind == DateAnchor::Text { (31, 334) } else { (BACK, AHEAD) };
    let nearest = (from.year() - 1..=from.year() + 1).filter_map(in_year).find(|date| {
        let behind = (from - *date).num_days();
        (-ahead..=back).contains(&behind)
    });
    let Some(weekday) = weekday else { return nearest };
    if nearest.is_some_and(|date| date.weekday() == weekday) {
        return nearest;
    }
    (from.year() - 11..=from.year() + 11)
        .filter_map(in_year)
        .filter(|date| date.weekday() == weekday)
        .min_by_key(|date| (from - *date).num_days().abs())
}

fn month_year(from: NaiveDate, kind: DateAnchor, month: u8, frame: Frame) -> i64 {
    let (back, ahead) = match (kind, frame) {
        (DateAnchor::Text, _) => (31, 334),
        (_, Frame::By) => (120, 245),
        _ => (BACK, AHEAD),
    };
    let year = from.year();
    (year - 1..=year + 1)
        .find(|&year| {
            NaiveDate::from_ymd_opt(year, month.into(), 15)
                .is_some_and(|middle| (-ahead..=back).contains(&(from - middle).num_days()))
        })
        .unwrap_or(year)
        .into()
}

/// The year of "last October", "this spring", "next May".
fn turned_year(from: NaiveDate, turn: i8, month: u32) -> i64 {
    let year = i64::from(from.year());
    match turn {
        -1 if month >= from.month() => year - 1,
        1 if month <= from.month() => year + 1,
        _ => year,
    }
}

fn weekday_near(from: NaiveDate, weekday: Weekday, turn: Option<i8>, frame: Frame) -> Option<NaiveDate> {
    let behind = i64::from((7 + from.weekday().num_days_from_monday() - weekday.num_days_from_monday()) % 7);
    let back = |days: i64| plus_days(from, -days);
    match turn {
        Some(1) => back(behind - 7),
        Some(-1) if behind == 0 => back(7),
        Some(0) if behind > 0 => back(behind - 7),
        None if frame == Frame::By && behind > 0 => back(behind - 7),
        _ => back(behind),
    }
}

fn ago(from: NaiveDate, count: i64, unit: Unit) -> Option<Point> {
    let point = match unit {
        Unit::Day => return plus_days(from, -count).map(|date| Point::day(Day::from_chrono(date))),
        Unit::Week => Point::day(Day::from_chrono(plus_days(from, -7 * count)?)),
        Unit::Month => {
            let date = plus_months(from, -count)?;
            Point::month(date.year().into(), small(date.month()))
        }
        Unit::Year => Point::year(i64::from(from.year()) - count),
        Unit::Decade => Point::year(i64::from(from.year()) - 10 * count),
    };
    Some(point.approximately())
}

/// Thirds of a month or of a decade's years, quarters and halves of a year.
fn part_of(core: &Core, (first, last): Stretch, part: Part) -> Stretch {
    let approximate = |first: Point, last: Point| (first.approximately(), last.approximately());
    match core {
        Core::Decade { start } => {
            let (from, to) = match part {
                Part::Beginning | Part::FirstHalf => (0, 4),
                Part::Middle => (4, 6),
                _ => (5, 9),
            };
            approximate(Point::year(start + from), Point::year(start + to))
        }
        Core::Year { .. } => {
            let months = |from, to| (Point::month(first.year, from), Point::month(first.year, to));
            match part {
                Part::FirstHalf => months(1, 6),
                Part::SecondHalf => months(7, 12),
                Part::Quarter(number) => {
                    let from = number.clamp(1, 4) * 3 - 2;
                    months(from, from + 2)
                }
                Part::Beginning => approximate(Point::month(first.year, 1), Point::month(first.year, 3)),
                Part::Middle => approximate(Point::month(first.year, 5), Point::month(first.year, 8)),
                Part::End => approximate(Point::month(first.year, 10), Point::month(first.year, 12)),
            }
        }
        _ => {
            let end = last.latest();
            let on = |day: u8| Point { day: Some(day), ..first };
            match part {
                Part::Beginning => approximate(on(1), on(10)),
                Part::Middle => approximate(on(11), on(20)),
                Part::End => approximate(on(21), on(end.day)),
                Part::FirstHalf => (on(1), on(15)),
                Part::SecondHalf => (on(16), on(end.day)),
                Part::Quarter(_) => (first, last),
            }
        }
    }
}

fn plus_days(from: NaiveDate, days: i64) -> Option<NaiveDate> {
    let count = Days::new(days.unsigned_abs());
    if days < 0 { from.checked_sub_days(count) } else { from.checked_add_days(count) }
}

fn plus_months(from: NaiveDate, months: i64) -> Option<NaiveDate> {
    let count = Months::new(u32::try_from(months.unsigned_abs()).ok()?);
    if months < 0 { from.checked_sub_months(count) } else { from.checked_add_months(count) }
}

fn small(number: u32) -> u8 {
    u8::try_from(number).unwrap_or(1)
}
