//! Days and months: numeric dates, day first, month first, with a weekday before or behind.

use chancery_model::Day;
use chrono::Weekday;

use super::{Core, Grammar, YearRef};
use crate::dates::lexer::Kind;
use crate::dates::names::Role;

impl Grammar<'_, '_> {
    /// 2021-09-10, 2021/09/10, 2021.09.10
    pub(super) fn iso(&self, i: usize) -> Option<(Core, usize)> {
        let year = self.get(i)?.digits(4)?;
        let (month, day, to) = self.glued_pair(i + 1)?;
        if self.get(i + 2)?.text.len() > 2 || self.get(i + 4)?.text.len() > 2 {
            return None;
        }
        let day = Day::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)?;
        Some((
            Core::Day { year: Some(YearRef::Stated(year)), month: day.month, day: day.day, weekday: None },
            to,
        ))
    }

    /// Mark, number, the same mark, number, all glued: the rest of a numeric date.
    pub(super) fn glued_pair(&self, i: usize) -> Option<(i64, i64, usize)> {
        let mark = self.get(i).filter(|token| token.is_mark("-/.") && token.glued)?;
        let same = self.get(i + 2).filter(|token| token.text == mark.text && token.glued)?;
        let (second, third) = (self.get(i + 1)?, self.get(i + 3)?);
        if !(second.glued && third.glued && same.glued) {
            return None;
        }
        // 10.09.2021.5 is no date.
        let goes_on = self.is_mark(i + 4, "-/.")
            && self.glued(i + 4)
            && self.glued(i + 5)
            && self.get(i + 5).is_some_and(|token| token.kind == Kind::Number);
        (!goes_on).then_some((second.number()?, third.number()?, i + 4))
    }

    /// 10.09.2021, 10/09/2021, 10-09-2021, 10.09.21
    pub(super) fn numeric(&self, i: usize) -> Option<(Core, usize)> {
        let first = self.get(i).filter(|token| token.text.len() <= 2)?;
        let before_glued = first.glued && i.checked_sub(1).is_some_and(|before| self.is_mark(before, ".-/:"));
        if before_glued {
            return None;
        }
        let (second, third, to) = self.glued_pair(i + 1)?;
        let dots = self.is_mark(i + 1, ".");
        let (one, two) = (u8::try_from(first.number()?).ok()?, u8::try_from(second).ok()?);
        if self.get(i + 2)?.text.len() > 2 {
            return None;
        }
        let year = match self.get(i + 4)?.text.len() {
            4 => third,
            2 if dots && first.text.len() == 2 && self.get(i + 2)?.text.len() == 2 => {
                if third < 70 {
                    2000 + third
                } else {
                    1900 + third
                }
            }
            _ => return None,
        };
        let (day_first, month_first) = (Day::new(year, two, one), Day::new(year, one, two));
        let plain = |day: Day| Core::Day {
            year: Some(YearRef::Stated(year)),
            month: day.month,
            day: day.day,
            weekday: None,
        };
        let core = match (day_first, month_first) {
            (Some(day), Some(other)) if !dots && day != other => {
                Core::Either { year, first: one, second: two }
            }
            (Some(day), _) => plain(day),
            (None, Some(day)) => plain(day),
            (None, None) => return None,
        };
        Some((core, self.year_word_after(to)))
    }

    /// A day of the month in digits, with an ordinal ending.
    pub(super) fn day_number(&self, i: usize) -> Option<(u8, usize)> {
        let token = self.get(i).filter(|token| token.text.len() <= 2)?;
        let day = u8::try_from(token.number()?).ok().filter(|day| (1..=31).contains(day))?;
        let endings = &["st", "nd", "rd", "th", "го", "ого", "е", "ое", "га", "ага", "ае"];
        let next = i + 1;
        if self.word_in(next, endings) && self.glued(next) {
            return Some((day, next + 1));
        }
        if self.is_mark(next, "-") && self.word_in(next + 1, endings) && self.glued(next + 1) {
            return Some((day, next + 2));
        }
        Some((day, next))
    }

    /// 10 September 2021, 10th of September, 9–10 сентября 2021 года
    pub(super) fn day_first(&self, i: usize) -> Option<(Core, usize)> {
        let (day, after) = self.day_number(i)?;
        let mut next = after;
        let mut last = None;
        let range = self.is_mark(next, "-–—") || matches!(self.role(next), Role::To | Role::And | Role::By);
        if range && let Some((until, after)) = self.day_number(next + 1) {
            last = Some(until);
            next = after;
        }
        if self.word_in(next, &["of", "de"]) || (last.is_none() && self.is_mark(next, "-/")) {
            next += 1;
        }
        let (Role::Month(month) | Role::ShortMonth(month)) = self.role(next) else { return None };
        let short = matches!(self.role(next), Role::ShortMonth(_));
        next += 1;
        let mut year_at = self.skip_mark(next, if short { "." } else { "" });
        year_at = self.skip_mark(year_at, ",-/");
        let (year, mut to) = self.year_beside(year_at).map_or((None, next), |(year, to)| (Some(year), to));
        let core = self.days(year, month, day, last)?;
        let core = self.weekday_after(core, &mut to);
        Some((core, to))
    }

    /// One day, or the range that ends on `last`.
    pub(super) fn days(&self, year: Option<YearRef>, month: u8, day: u8, last: Option<u8>) -> Option<Core> {
        let exists = |day: u8| match year {
            Some(YearRef::Stated(year)) => Day::new(year, month, day).is_some(),
            // Any year will do as long as it can be a leap year.
            _ => Day::new(2000, month, day).is_some(),
        };
        let one = |day: u8| exists(day).then_some(Core::Day { year, month, day, weekday: None });
        match last {
            Some(last) if last > day => Some(Core::Between(Box::new(one(day)?), Box::new(one(last)?))),
            _ => one(day),
        }
    }

    /// ", Thursday" or "(Thursday)" after a day.
    pub(super) fn weekday_after(&self, core: Core, to: &mut usize) -> Core {
        let Core::Day { year, month, day, weekday: None } = core else { return core };
        if self.is_mark(*to, ",(")
            && let Role::Weekday(weekday) = self.role(*to + 1)
        {
            *to = self.skip_mark(*to + 2, ")");
            return Core::Day { year, month, day, weekday: Some(weekday) };
        }
        core
    }

    /// September 10, 2021; September 2021; "in September"
    pub(super) fn month_first(&self, i: usize, led: bool) -> Option<(Core, usize)> {
        let token = self.get(i)?;
        let (month, short) = match token.role {
            Role::Month(month) => (month, false),
            Role::ShortMonth(month) => (month, true),
            _ => return None,
        };
        let next = self.skip_mark(i + 1, if short { "." } else { "" });
        if token.text.is_ascii() {
            let number_at = self.skip_the(next);
            if let Some((day, after)) = self.day_number(number_at)
                && !self.measured(after)
            {
                let mut after = after;
                let mut last = None;
                if (self.is_mark(after, "-–—") || matches!(self.role(after), Role::To | Role::And))
                    && let Some((until, end)) = self.day_number(after + 1)
                    && !matches!(self.role(end), Role::Month(_) | Role::ShortMonth(_))
                {
                    last = Some(until);
                    after = end;
                }
                let year = self.year_beside(self.skip_mark(after, ","));
                let (year, mut to) = year.map_or((None, after), |(year, to)| (Some(year), to));
                let core = self.days(year, month, day, last)?;
                let core = self.weekday_after(core, &mut to);
                return Some((core, to));
            }
        }
        let mut year_at = self.skip_mark(next, ",-/");
        if self.word_in(year_at, &["of"]) {
            year_at += 1;
        }
        if let Some((year, to)) = self.year_beside(year_at) {
            return Some((Core::Month { year: Some(year), month, turn: None }, to));
        }
        (led && !short).then_some((Core::Month { year: None, month, turn: None }, i + 1))
    }

    /// Thursday, October 29; "on Thursday"
    pub(super) fn weekday(&self, i: usize, weekday: Weekday, led: bool) -> Option<(Core, usize)> {
        let token = self.get(i)?;
        let mut next = self.skip_mark(i + 1, ".");
        next = self.skip_mark(next, ",(");
        next = self.skip_the(next);
        let dated = match self.role(next) {
            Role::Month(_) | Role::ShortMonth(_) => self.month_first(next, false),
            _ => self.iso(next).or_else(|| self.numeric(next)).or_else(|| self.day_first(next)),
        };
        if let Some((Core::Day { year, month, day, weekday: None }, to)) = dated {
            return Some((Core::Day { year, month, day, weekday: Some(weekday) }, to));
        }
        if token.text.is_ascii() {
            // "Mon", "Sun": too short to be days by themselves; "Black Friday", "Sunday Times" are names.
            let named = |at: Option<usize>, words: &[&str]| at.is_some_and(|at| self.word_in(at, words));
            let is_name = named(
                i.checked_sub(1),
                &["black", "good", "bloody", "ash", "holy", "palm", "easter", "super"],
            ) || named(
                Some(i + 1),
                &["times", "telegraph", "mirror", "express", "post", "school", "mass"],
            );
            return (token.text.len() >= 6 && !is_name)
                .then_some((Core::Weekday { weekday, turn: None }, i + 1));
        }
        led.then_some((Core::Weekday { weekday, turn: None }, i + 1))
    }
}
