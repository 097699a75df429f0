//! From what an expression of time says to what it means, counted from the day of the article and from what was said before it.

use chancery_model::{Dateline, Edtf, Language, Point, Published, YearDigits};
use chrono::{Datelike as _, Days, Months, NaiveDate};

use super::TimeKind;
use super::grammar::Said;
use super::value::{self, Count, period};
use super::words::{FUTURE, Length, PRESENT};
use crate::dates::{self, Anchors, Core, Frame, Part, Unit, YearRef, resolve};

/// What expressions are counted from, as reading goes on.
pub(super) struct Meaning<'a> {
    text: &'a str,
    language: Option<Language>,
    anchors: Anchors,
    /// A date stated shortly before in this paragraph, and where it ended.
    stated: Option<(usize, NaiveDate)>,
    /// The quarter last spoken of.
    quarter: Option<(i64, i64)>,
}

type Value = (TimeKind, Option<Edtf>, String);

impl<'a> Meaning<'a> {
    pub(super) fn new(
        text: &'a str,
        language: Option<Language>,
        published: Option<&Published>,
        dateline: Option<&Dateline>,
    ) -> Self {
        let anchors = dates::anchors(published, dateline);
        Self { text, language, anchors, stated: None, quarter: None }
    }

    pub(super) fn next_paragraph(&mut self) {
        self.stated = None;
    }

    /// The day of the article.
    fn today(&self) -> Option<NaiveDate> {
        self.anchors.dateline.or(self.anchors.published)
    }

    /// Kind, EDTF and TIMEX3; `None` where it turns out to be no expression of time.
    pub(super) fn of(&mut self, said: &Said, start: usize, end: usize) -> Option<Value> {
        Some(match said {
            Said::Date { core, part, frame } => self.date(core, *part, *frame, start, end),
            Said::Daytime { core, frame, code } => {
                let (_, value, day) = self.date(core, None, *frame, start, end);
                (TimeKind::Time, value, format!("{day}{code}"))
            }
            Said::Clock { core, hour, minute } => {
                let (_, value, day) = self.date(core, None, Frame::Plain, start, start);
                (TimeKind::Time, value, format!("{day}T{hour:02}:{minute:02}"))
            }
            Said::Length { count, unit } => (TimeKind::Duration, None, period(*count, *unit)),
            Said::Often { count, unit } => (TimeKind::Set, None, period(*count, *unit)),
            Said::Each(core) => (TimeKind::Set, None, each(core)),
            Said::Weekend(turn) => self.weekend(*turn),
            Said::Quarter { year, number } => self.quarter_of(*year, i64::from(*number)),
            Said::Half(number) => self.half(*number),
            Said::ThisQuarter => {
                let (year, number) = self.this_quarter()?;
                quarter(year, number)
            }
            Said::ThatQuarter(back) => {
                let (year, number) = self.quarter.or_else(|| self.this_quarter())?;
                quarter(year, number - back)
            }
            Said::SameQuarter(year) => {
                let (_, number) = self.quarter.or_else(|| self.this_quarter())?;
                self.quarter_of(Some(*year), number)
            }
            Said::YearEarlier => self.year_earlier(),
            Said::Vague(word) => (TimeKind::Date, None, (*word).to_owned()),
            Said::Ahead { count, unit } => self.ahead(*count, *unit),
            Said::Century(number) => {
                let century = Point { unknown: YearDigits(2), ..Point::year((number - 1) * 100) };
                (TimeKind::Date, Some(Edtf::Date(century)), format!("{:02}", number - 1))
            }
            Said::Eve => {
                let day = self.today().and_then(|day| day.checked_sub_days(Days::new(1)));
                (TimeKind::Date, day.map(value::on), day.map(|day| day.to_string()).unwrap_or_default())
            }
            Said::YearEnd => {
                let day = self.today().and_then(|day| NaiveDate::from_ymd_opt(day.year(), 12, 31));
                (TimeKind::Date, day.map(value::on), day.map(|day| day.to_string()).unwrap_or_default())
            }
        })
    }

    fn date(&mut self, core: &Core, part: Option<Part>, frame: Frame, start: usize, end: usize) -> Value {
        if *core == Core::Days(0) && dates::means_nowadays(self.text, start, end) {
            return (TimeKind::Date, None, PRESENT.to_owned());
        }
        let near_by = self.stated.filter(|(before, _)| start - *before <= dates::REACH);
        let anchors = Anchors { text: near_by.map(|(_, day)| day), ..self.anchors };
        let core = self.nearest(core, frame, &anchors, start, end);
        let (value, _) = resolve(&core, part, frame, &anchors);
        let (plain, anchor) = resolve(&core, None, Frame::Plain, &anchors);
        if let Some(day) = dates::stated_day(&core, anchor, plain.as_ref()) {
            self.stated = Some((end, day));
        }
        let timex = value::date(&core, part, plain.as_ref());
        if let (Core::Year { .. }, Some(Part::Quarter(number)), Some(Edtf::Date(year))) =
            (&core, part, &plain)
        {
            self.quarter = Some((year.year, number.into()));
        }
        (TimeKind::Date, value, timex)
    }

    /// Which way a weekday or a month lies where the sentence does not say: a weekday of tomorrow's is not called by its name six days
    /// later, and a month is the last there was.
    fn nearest(&self, core: &Core, frame: Frame, anchors: &Anchors, start: usize, end: usize) -> Core {
        let told = reported(self.text, start)
            || self.text.get(start..end).is_some_and(|words| words.ends_with("'s") || words.ends_with("’s"));
        let core = if told { core.clone() } else { dates::settled(core, self.language, self.text, start) };
        let Some(today) = self.today() else { return core };
        match core {
            Core::Weekday { weekday, turn: None }
                if !told && today.succ_opt().is_some_and(|next| next.weekday() == weekday) =>
            {
                Core::Weekday { weekday, turn: Some(0) }
            }
            Core::Month { year: None, month, turn: None } if anchors.text.is_none() && frame != Frame::By => {
                let before = self.text.get(..start).unwrap_or_default().trim_end();
                let ahead = [" на", " На"].iter().any(|word| before.ends_with(word));
                // The month after this one is more often the one to come.
                let later = u32::from(month) > today.month() + u32::from(!told);
                let passed = u32::from(month) < today.month();
                let year = i64::from(today.year()) - i64::from(later && !ahead) + i64::from(passed && ahead);
                Core::Month { year: Some(YearRef::Stated(year)), month, turn: None }
            }
            core => core,
        }
    }

    /// The weekend before, of, or after this week.
    fn weekend(&self, turn: i64) -> Value {
        let saturday = self.today().and_then(|day| {
            let since_saturday = i64::from((day.weekday().num_days_from_monday() + 2) % 7);
            let last = day - chrono::Duration::days(since_saturday);
            // On a weekend "this weekend" has begun; else it is to come.
            let ahead = if turn < 0 || (turn == 0 && since_saturday < 2) { 0 } else { 7 };
            last.checked_add_signed(chrono::Duration::days(ahead))
        });
        let timex = saturday.map(|day| format!("{}-WE", value::week(day))).unwrap_or_default();
        let both = saturday.and_then(|day| Some(value::between(day, day.succ_opt()?)));
        (TimeKind::Date, both, timex)
    }

    fn this_quarter(&self) -> Option<(i64, i64)> {
        self.today().map(|day| (i64::from(day.year()), i64::from(day.month0() / 3 + 1)))
    }

    /// A quarter: of the year named, or the last that has begun.
    fn quarter_of(&mut self, year: Option<YearRef>, number: i64) -> Value {
        let year = match (year, self.this_quarter()) {
            (Some(YearRef::Stated(year)), _) => year,
            (Some(YearRef::Turn(turn)), Some((this, _))) => this + i64::from(turn),
            (None, Some((this, now))) => this - i64::from(number > now),
            (_, None) => return (TimeKind::Date, None, format!("XXXX-Q{number}")),
        };
        // One of an earlier year is named to compare with.
        if self.this_quarter().is_none_or(|(this, _)| year >= this - i64::from(number == 4)) {
            self.quarter = Some((year, number));
        }
        quarter(year, number)
    }

    /// A half of this year.
    fn half(&self, number: u8) -> Value {
        let Some(day) = self.today() else { return (TimeKind::Date, None, String::new()) };
        let core = Core::Year { year: YearRef::Stated(i64::from(day.year())), attributive: false };
        let part = if number == 1 { Part::FirstHalf } else { Part::SecondHalf };
        let (value, _) = resolve(&core, Some(part), Frame::Plain, &self.anchors);
        (TimeKind::Date, value, format!("{:04}-H{number}", day.year()))
    }

    /// "A year ago": of the quarter spoken of, else of today.
    fn year_earlier(&self) -> Value {
        if let Some((year, number)) = self.quarter {
            return quarter(year - 1, number);
        }
        let core = Core::Ago { count: 1, unit: Unit::Year };
        let (value, _) = resolve(&core, None, Frame::Plain, &self.anchors);
        let timex = value::date(&core, None, value.as_ref());
        (TimeKind::Date, value, timex)
    }

    fn ahead(&self, count: Count, unit: Length) -> Value {
        let Count::Number(number) = count else { return (TimeKind::Date, None, FUTURE.to_owned()) };
        let Some(day) = self.today() else { return (TimeKind::Date, None, String::new()) };
        let months = |months: u32| day.checked_add_months(Months::new(months));
        let month = |day: NaiveDate| Point::month(day.year().into(), u8::try_from(day.month()).unwrap_or(1));
        let about = |point: Point| Edtf::Date(point.approximately());
        let on = |day: NaiveDate| Point::day(chancery_model::Day::from_chrono(day));
        let (value, timex) = match unit {
            Length::Day => {
                let day = day.checked_add_days(Days::new(number.into()));
                (day.map(value::on), day.map(|day| day.to_string()))
            }
            Length::Week => {
                let day = day.checked_add_days(Days::new(u64::from(number) * 7));
                (day.map(|day| about(on(day))), day.map(value::week))
            }
            Length::Month => {
                let then = months(number).map(month);
                (then.map(about), then.map(|point| point.to_string()))
            }
            Length::Year | Length::Decade => {
                let years = i64::from(number) * if unit == Length::Decade { 10 } else { 1 };
                let then = Point::year(i64::from(day.year()) + years);
                (Some(about(then)), Some(then.to_string()))
            }
            _ => return (TimeKind::Duration, None, period(count, unit)),
        };
        (TimeKind::Date, value, timex.unwrap_or_default())
    }
}

/// Whether a verb of saying stands right before: what was said on Sunday was said on the last one.
fn reported(text: &str, start: usize) -> bool {
    const SAID: &[&str] = &[
        "said",
        "told",
        "reported",
        "announced",
        "also",
        "заявил",
        "заявила",
        "сообщил",
        "сообщила",
        "сказал",
        "заявіў",
        "паведаміў",
    ];
    let before = text.get(..start).unwrap_or_default().trim_end();
    let before =
        [" on", " в", " во", " у", " ў"].iter().find_map(|word| before.strip_suffix(word)).unwrap_or(before);
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    word.len() < 40 && SAID.contains(&word.to_lowercase().as_str())
}

/// A quarter counted on over the ends of years.
fn quarter(year: i64, number: i64) -> Value {
    let (year, number) = (year + (number - 1).div_euclid(4), (number - 1).rem_euclid(4) + 1);
    let core = Core::Year { year: YearRef::Stated(year), attributive: false };
    let part = u8::try_from(number).ok().map(Part::Quarter);
    let (value, _) = resolve(&core, part, Frame::Plain, &Anchors::default());
    (TimeKind::Date, value, format!("{year:04}-Q{number}"))
}

fn each(core: &Core) -> String {
    match core {
        Core::Weekday { weekday, .. } => format!("XXXX-WXX-{}", weekday.number_from_monday()),
        Core::Month { month, .. } => format!("XXXX-{month:02}"),
        Core::Season { season, .. } => format!("XXXX-{}", value::season(*season)),
        _ => String::new(),
    }
}
