//! The grammar of dates over the tokens of a paragraph: what is said, before anyone asks which year it was.

use chancery_model::Day;
use chrono::Weekday;

use super::lexer::{Kind, Token};
use super::names::{Part, Role, Unit};

/// A year as said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum YearRef {
    /// In digits.
    Stated(i64),
    /// last (-1), this (0) or next (1) year
    Turn(i8),
}

/// What a date expression says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Core {
    /// A day of a month, with or without year and weekday.
    Day { year: Option<YearRef>, month: u8, day: u8, weekday: Option<Weekday> },
    /// 05/08/2021: a day and a month, either way round.
    Either { year: i64, first: u8, second: u8 },
    /// A month; `turn` is "last", "this", "next" before it.
    Month { year: Option<YearRef>, month: u8, turn: Option<i8> },
    /// A season, numbered as in EDTF.
    Season { year: Option<YearRef>, season: u8, turn: Option<i8> },
    /// A year; `attributive` is "the 1999 agreement".
    Year { year: YearRef, attributive: bool },
    /// Ten years from `start`.
    Decade { start: i64 },
    /// A day of the week.
    Weekday { weekday: Weekday, turn: Option<i8> },
    /// Days from today.
    Days(i64),
    /// The week so many weeks from this one.
    Weeks(i64),
    /// The month so many months from this one.
    Months(i64),
    /// So long before today.
    Ago { count: i64, unit: Unit },
    /// From one to the other.
    Between(Box<Core>, Box<Core>),
}

/// How an expression is framed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Frame {
    /// Said plainly.
    Plain,
    /// "by November": then or earlier.
    By,
    /// "since November": then or later.
    Since,
    /// "around November".
    About,
}

/// A date expression found, by token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// First token of the expression.
    pub(crate) from: usize,
    /// One past its last token.
    pub(crate) to: usize,
    pub(crate) core: Core,
    pub(crate) part: Option<Part>,
    pub(crate) frame: Frame,
}

/// Years that can be told from other numbers by a preposition alone.
const LIKELY: std::ops::RangeInclusive<i64> = 1800..=2100;
/// Years that a month or the word "year" beside them makes years.
const POSSIBLE: std::ops::RangeInclusive<i64> = 900..=2199;

/// Reads date expressions off tokens.
pub(crate) struct Grammar<'t, 'a> {
    pub(crate) tokens: &'t [Token<'a>],
}

impl<'a> Grammar<'_, 'a> {
    fn get(&self, i: usize) -> Option<&Token<'a>> {
        self.tokens.get(i)
    }

    fn role(&self, i: usize) -> Role {
        self.get(i).map_or(Role::None, |token| token.role)
    }

    fn is_mark(&self, i: usize, marks: &str) -> bool {
        self.get(i).is_some_and(|token| token.is_mark(marks))
    }

    fn glued(&self, i: usize) -> bool {
        self.get(i).is_some_and(|token| token.glued)
    }

    fn word_in(&self, i: usize, words: &[&str]) -> bool {
        self.get(i).is_some_and(|token| token.is_any(words))
    }

    fn skip_mark(&self, i: usize, marks: &str) -> usize {
        if self.is_mark(i, marks) { i + 1 } else { i }
    }

    /// Whether the token before `i` is a preposition or the like that a bare month, year or weekday may follow.
    fn led(&self, i: usize) -> bool {
        let Some(before) = i.checked_sub(1) else { return false };
        match self.role(before) {
            Role::The => before.checked_sub(1).is_some_and(|lead| self.role(lead).leads()),
            Role::And => before
                .checked_sub(1)
                .and_then(|year| self.get(year))
                .is_some_and(|token| token.digits(4).is_some()),
            role => role.leads(),
        }
    }

    /// The expression that starts at token `i`.
    pub(crate) fn expression(&self, i: usize) -> Option<Found> {
        let token = self.get(i)?;
        let frame = match token.role {
            Role::None if token.kind != Kind::Number && !token.is_any(&["q"]) => return None,
            Role::By => Frame::By,
            Role::Since => Frame::Since,
            Role::About => Frame::About,
            _ => Frame::Plain,
        };
        let begin = if frame == Frame::Plain { i } else { i + 1 };
        let begin = if frame == Frame::Plain { begin } else { self.skip_the(begin) };
        let (part, core, to, first) = self.target(begin, frame != Frame::Plain || self.led(begin))?;
        let from_word =
            i.checked_sub(1).is_some_and(|before| self.word_in(before, &["from", "between", "из"]));
        if let Some((second, end)) = self.second_half(&core, to, frame == Frame::Since || from_word) {
            let core = Core::Between(Box::new(core), Box::new(second));
            return Some(Found { from: first, to: end, core, part: None, frame: Frame::Plain });
        }
        let frame = match (&core, frame) {
            // "from the 9th to the 12th" is a range already; "until today" says no date.
            (Core::Between(..), Frame::Since | Frame::By) => Frame::Plain,
            (Core::Days(_) | Core::Ago { .. }, Frame::Since | Frame::By | Frame::About) => Frame::Plain,
            (_, frame) => frame,
        };
        let from = if frame == Frame::Plain { first } else { i };
        Some(Found { from, to, core, part, frame })
    }

    fn skip_the(&self, i: usize) -> usize {
        if self.role(i) == Role::The { i + 1 } else { i }
    }

    /// A part of something, or something; with the token its words start at.
    fn target(&self, i: usize, led: bool) -> Option<(Option<Part>, Core, usize, usize)> {
        if let Some((part, next)) = self.part(i)
            && let Some((core, to)) = self.core(next, true)
            && matches!(core, Core::Month { .. } | Core::Year { .. } | Core::Decade { .. } | Core::Months(_))
        {
            return Some((Some(part), core, to, i));
        }
        let (core, to) = self.core(i, led)?;
        Some((None, core, to, i))
    }

    /// "late", "the end of", "first half of", "Q1".
    fn part(&self, i: usize) -> Option<(Part, usize)> {
        let (part, mut next) = match self.role(i) {
            Role::Part(part) => (part, i + 1),
            Role::Ordinal(number) => match self.role(i + 1) {
                Role::Half if number == 1 => (Part::FirstHalf, i + 2),
                Role::Half if number == 2 => (Part::SecondHalf, i + 2),
                Role::Quarter if number <= 4 => (Part::Quarter(number), i + 2),
                _ => return None,
            },
            _ if self.word_in(i, &["q"]) && self.glued(i + 1) => match self.get(i + 1)?.digits(1)? {
                number @ 1..=4 => (Part::Quarter(u8::try_from(number).ok()?), i + 2),
                _ => return None,
            },
            _ => return None,
        };
        next = self.skip_mark(next, "-–");
        if self.word_in(next, &["of", "in"]) {
            next += 1;
        }
        Some((part, self.skip_the(next)))
    }

    /// Second half of a range whose first half is `first` and ends at `i`.
    fn second_half(&self, first: &Core, i: usize, opened: bool) -> Option<(Core, usize)> {
        let dated = |core: &Core| match core {
            Core::Day { .. } | Core::Month { .. } => true,
            Core::Year { year, .. } => matches!(year, YearRef::Stated(_)),
            _ => false,
        };
        let stated = |core: &Core| {
            matches!(
                core,
                Core::Day { year: Some(YearRef::Stated(_)), .. }
                    | Core::Month { year: Some(YearRef::Stated(_)), .. }
            )
        };
        if !dated(first) {
            return None;
        }
        let by_word = opened && matches!(self.role(i), Role::To | Role::By | Role::And);
        let by_dash = self.is_mark(i, "-–—");
        if !by_word && !by_dash {
            return None;
        }
        let (second, to) = self.core(self.skip_the(i + 1), true)?;
        (dated(&second) && (by_word || (stated(first) && stated(&second)))).then_some((second, to))
    }

    /// One date without frame; `led` where a preposition stands before it.
    fn core(&self, i: usize, led: bool) -> Option<(Core, usize)> {
        let token = self.get(i)?;
        if token.kind == Kind::Number {
            return self
                .iso(i)
                .or_else(|| self.numeric(i))
                .or_else(|| self.day_first(i))
                .or_else(|| self.ago(i))
                .or_else(|| self.decade(i, led))
                .or_else(|| self.year(i, led));
        }
        match token.role {
            Role::Month(_) | Role::ShortMonth(_) => self.month_first(i, led),
            Role::Weekday(weekday) => self.weekday(i, weekday, led),
            Role::Season(season) => self.season(i, season, led),
            Role::Turn(turn) => self.turned(i, turn),
            Role::Days(days) => Some((Core::Days(days.into()), i + 1)),
            Role::Years(turn) => Some((Core::Year { year: YearRef::Turn(turn), attributive: false }, i + 1)),
            Role::Count(_) | Role::Unit(_) | Role::YearWord => self.ago(i),
            Role::Decade(start) if led || self.role(i.wrapping_sub(1)) == Role::The => {
                let to = if self.years_word(i + 1) { i + 2 } else { i + 1 };
                Some((Core::Decade { start: 1900 + start }, to))
            }
            _ => None,
        }
    }

    /// 2021-09-10, 2021/09/10, 2021.09.10
    fn iso(&self, i: usize) -> Option<(Core, usize)> {
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
    fn glued_pair(&self, i: usize) -> Option<(i64, i64, usize)> {
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
    fn numeric(&self, i: usize) -> Option<(Core, usize)> {
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

    /// годов, гады: several years, which Belarusian also counts with.
    fn years_word(&self, i: usize) -> bool {
        self.role(i) == Role::YearsWord || self.word_in(i, &["гады", "гадоў", "лет"])
    }

    fn year_word_after(&self, i: usize) -> usize {
        if self.role(i) == Role::YearWord { i + 1 } else { i }
    }

    /// A day of the month in digits, with an ordinal ending.
    fn day_number(&self, i: usize) -> Option<(u8, usize)> {
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
    fn day_first(&self, i: usize) -> Option<(Core, usize)> {
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
    fn days(&self, year: Option<YearRef>, month: u8, day: u8, last: Option<u8>) -> Option<Core> {
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
    fn weekday_after(&self, core: Core, to: &mut usize) -> Core {
        let Core::Day { year, month, day, weekday: None } = core else { return core };
        if self.is_mark(*to, ",(")
            && let Role::Weekday(weekday) = self.role(*to + 1)
        {
            *to = self.skip_mark(*to + 2, ")");
            return Core::Day { year, month, day, weekday: Some(weekday) };
        }
        core
    }

    /// A year beside a month: four digits, or "this year".
    fn year_beside(&self, i: usize) -> Option<(YearRef, usize)> {
        if let Role::Turn(turn) = self.role(i)
            && matches!(self.role(i + 1), Role::YearWord | Role::Unit(Unit::Year))
        {
            return Some((YearRef::Turn(turn), i + 2));
        }
        let year = self.get(i)?.digits(4).filter(|year| POSSIBLE.contains(year))?;
        if self.measured(i + 1) {
            return None;
        }
        Some((YearRef::Stated(year), self.year_word_after(i + 1)))
    }

    /// Whether what follows makes the number before `i` an amount.
    fn measured(&self, i: usize) -> bool {
        let Some(token) = self.get(i) else { return false };
        let decimal = token.is_mark(".,") && token.glued && self.glued(i + 1) && {
            self.get(i + 1).is_some_and(|next| next.kind == Kind::Number)
        };
        token.role == Role::Measure
            || token.is_mark("%$€₽°")
            || decimal
            || (token.glued && token.is_mark(":"))
    }

    /// September 10, 2021; September 2021; "in September"
    fn month_first(&self, i: usize, led: bool) -> Option<(Core, usize)> {
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
    fn weekday(&self, i: usize, weekday: Weekday, led: bool) -> Option<(Core, usize)> {
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

    /// spring 2020, весной 2020 года, "in the spring"
    fn season(&self, i: usize, season: u8, led: bool) -> Option<(Core, usize)> {
        let next = if self.word_in(i + 1, &["of"]) { i + 2 } else { self.skip_mark(i + 1, ",") };
        if let Some((year, to)) = self.year_beside(next) {
            return Some((Core::Season { year: Some(year), season, turn: None }, to));
        }
        let when = &[
            "весной",
            "летом",
            "осенью",
            "зимой",
            "вясной",
            "летам",
            "восенню",
            "зімой",
            "увесну",
            "улетку",
        ];
        (self.word_in(i, when) || (led && self.get(i)?.text.is_ascii()))
            .then_some((Core::Season { year: None, season, turn: None }, i + 1))
    }

    /// last week, прошлом году, next Thursday
    fn turned(&self, i: usize, turn: i8) -> Option<(Core, usize)> {
        if i.checked_sub(1).is_some_and(|before| self.role(before) == Role::The) && turn < 0 {
            // "the last year" is a stretch up to now.
            return None;
        }
        let core = match self.role(i + 1) {
            Role::Unit(Unit::Week) => Core::Weeks(turn.into()),
            Role::Unit(Unit::Month) => Core::Months(turn.into()),
            Role::Unit(Unit::Year) | Role::YearWord => {
                Core::Year { year: YearRef::Turn(turn), attributive: false }
            }
            Role::Month(month) => {
                if let Some((dated, to)) = self.month_first(i + 1, false) {
                    return Some((dated, to));
                }
                Core::Month { year: None, month, turn: Some(turn) }
            }
            Role::Weekday(weekday) => {
                if let Some((dated @ Core::Day { .. }, to)) = self.weekday(i + 1, weekday, false) {
                    return Some((dated, to));
                }
                Core::Weekday { weekday, turn: Some(turn) }
            }
            Role::Season(season) => Core::Season { year: None, season, turn: Some(turn) },
            _ => return None,
        };
        Some((core, i + 2))
    }

    /// two years ago, год назад
    fn ago(&self, i: usize) -> Option<(Core, usize)> {
        let token = self.get(i)?;
        let (count, unit_at) = match token.role {
            Role::Count(count) => (count, i + 1),
            Role::Unit(_) | Role::YearWord => (1, i),
            _ => (token.number().filter(|count| *count < 1000)?, i + 1),
        };
        let unit = match self.role(unit_at) {
            Role::Unit(unit) => unit,
            Role::YearWord | Role::YearsWord => Unit::Year,
            _ => return None,
        };
        (self.role(unit_at + 1) == Role::Ago).then_some((Core::Ago { count, unit }, unit_at + 2))
    }

    /// 1990s, 1990-х годов, the 90s
    fn decade(&self, i: usize, led: bool) -> Option<(Core, usize)> {
        let token = self.get(i)?;
        let number = token.number()?;
        let next = i + 1;
        let latin = if self.word_in(next, &["s"]) && self.glued(next) {
            Some(next + 1)
        } else if self.is_mark(next, "'’") && self.word_in(next + 1, &["s"]) && self.glued(next + 1) {
            Some(next + 2)
        } else {
            None
        };
        let cyrillic = || {
            let endings = &["х", "е", "ых", "ые", "я", "ыя", "ми", "м", "ти", "тых", "тых"];
            if self.is_mark(next, "-–") && self.glued(next) && self.word_in(next + 1, endings) {
                return Some(next + 2);
            }
            self.years_word(next).then_some(next)
        };
        let after = latin.or_else(cyrillic)?;
        let start = match token.text.len() {
            4 if number % 10 == 0 && LIKELY.contains(&number) => number,
            2 if number % 10 == 0
                && number >= 30
                && (latin.is_none()
                    || led
                    || self.role(i.wrapping_sub(1)) == Role::The
                    || self.is_mark(i.wrapping_sub(1), "'’")) =>
            {
                1900 + number
            }
            _ => return None,
        };
        let to = if self.years_word(after) { after + 1 } else { after };
        Some((Core::Decade { start }, to))
    }

    /// A year, or several: "in 2019", "2019 года", "the 1999 agreement", "2021–2023"
    fn year(&self, i: usize, led: bool) -> Option<(Core, usize)> {
        let token = self.get(i)?;
        let number = token.digits(4).filter(|year| POSSIBLE.contains(year))?;
        let before = i.checked_sub(1).and_then(|before| self.get(before));
        if token.glued
            && before.is_some_and(|before| !before.is_mark("(«\"“'–—[-") || before.is_mark("-") && !led)
        {
            return None;
        }
        let likely = LIKELY.contains(&number);
        if let Some((second, to)) = self.year_range(i, number, led) {
            let year = |number| Box::new(Core::Year { year: YearRef::Stated(number), attributive: false });
            return Some((Core::Between(year(number), year(second)), to));
        }
        let mut next = i + 1;
        // 1999-м, 2021-го
        if self.is_mark(next, "-") && self.glued(next) {
            if !self.word_in(next + 1, &["м", "ом", "го", "й", "ый", "му", "ы", "га", "ым"]) {
                return None;
            }
            next += 2;
        } else if self.glued(next)
            && self.get(next).is_some_and(|token| token.is_word() || token.is_mark("/:"))
        {
            return None;
        }
        let plain = |attributive| Core::Year { year: YearRef::Stated(number), attributive };
        if self.role(next) == Role::YearWord {
            return Some((plain(false), next + 1));
        }
        if !likely || self.measured(next) {
            return None;
        }
        let bracketed = before.is_some_and(|before| before.is_mark("(")) && self.is_mark(next, "),");
        if led || bracketed {
            return Some((plain(false), next));
        }
        let attributive = before.is_some_and(|before| before.role == Role::The)
            && self.get(next).is_some_and(|token| token.is_word() && !token.glued);
        attributive.then_some((plain(true), next))
    }

    /// The second year of "2021–2023" or "2018-19".
    fn year_range(&self, i: usize, first: i64, led: bool) -> Option<(i64, usize)> {
        if !self.is_mark(i + 1, "-–—") || !LIKELY.contains(&first) {
            return None;
        }
        let token = self.get(i + 2)?;
        let second = match token.text.len() {
            4 => token.number()?,
            2 if led && self.glued(i + 2) => {
                token.number().filter(|last| *last == first % 100 + 1)? + first / 100 * 100
            }
            _ => return None,
        };
        let goes_on = self.glued(i + 3) && self.is_mark(i + 3, "-–./");
        if goes_on || !(first < second && second - first <= 60) || !LIKELY.contains(&second) {
            return None;
        }
        let to = if self.years_word(i + 3) || self.role(i + 3) == Role::YearWord { i + 4 } else { i + 3 };
        Some((second, to))
    }
}
