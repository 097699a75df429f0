//! The grammar of dates over the tokens of a paragraph: what is said, before anyone asks which year it was.

mod days;
mod years;

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

    pub(crate) fn skip_mark(&self, i: usize, marks: &str) -> usize {
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
        if token.role == Role::None && token.kind != Kind::Number {
            return None;
        }
        let (frame, begin) = self.framed(i);
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

    /// The expression that starts at token `i`, without the second half of a range.
    pub(crate) fn single(&self, i: usize) -> Option<Found> {
        let (frame, begin) = self.framed(i);
        let begin = if frame == Frame::Plain { begin } else { self.skip_the(begin) };
        let (part, core, to, first) = self.target(begin, frame != Frame::Plain || self.led(begin))?;
        let from = if frame == Frame::Plain { first } else { i };
        Some(Found { from, to, core, part, frame })
    }

    /// What the words at `i` make of the date after them, and where that begins.
    fn framed(&self, i: usize) -> (Frame, usize) {
        let all = |words: &[&[&str]]| words.iter().enumerate().all(|(at, any)| self.word_in(i + at, any));
        if self.role(i) != Role::Opens {
            return match self.role(i) {
                Role::By => (Frame::By, i + 1),
                Role::Since => (Frame::Since, i + 1),
                Role::About => (Frame::About, i + 1),
                _ => (Frame::Plain, i),
            };
        }
        if all(&[&["не"], &["позднее", "позже"]]) {
            return (Frame::By, i + 2);
        }
        if all(&[&["no", "not"], &["later"], &["than"]]) || all(&[&["не"], &["пазней"], &["за", "чым"]])
        {
            return (Frame::By, i + 3);
        }
        if self.word_in(i, &["c", "ca", "ок", "прибл"]) && self.is_mark(i + 1, ".") && self.glued(i + 1)
        {
            return (Frame::About, i + 2);
        }
        (Frame::Plain, i)
    }

    fn skip_the(&self, i: usize) -> usize {
        if self.role(i) == Role::The { i + 1 } else { i }
    }

    /// A part of something, or something; with the token its words start at.
    fn target(&self, i: usize, led: bool) -> Option<(Option<Part>, Core, usize, usize)> {
        if let Some((part, next)) = self.part(i) {
            if let Some((core, to)) = self.core(next, true)
                && matches!(
                    core,
                    Core::Month { .. } | Core::Year { .. } | Core::Decade { .. } | Core::Months(_)
                )
            {
                return Some((Some(part), core, to, i));
            }
            if let Some(core) = self.unnumbered(next) {
                return Some((Some(part), core, next + 1, i));
            }
        }
        let (core, to) = self.core(i, led)?;
        Some((None, core, to, i))
    }

    /// The year and the month without a number, of which there is a part: "the end of the year", "до конца месяца".
    fn unnumbered(&self, i: usize) -> Option<Core> {
        match self.role(i) {
            Role::Unit(Unit::Year) | Role::YearWord
                if self.word_in(i, &["year", "года", "году", "годзе"]) =>
            {
                Some(Core::Year { year: YearRef::Turn(0), attributive: false })
            }
            Role::Unit(Unit::Month) if self.word_in(i, &["month", "месяца", "месяца"]) => {
                Some(Core::Months(0))
            }
            _ => None,
        }
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
            Role::Opens if self.word_in(i, &["q"]) && self.glued(i + 1) => {
                match self.get(i + 1)?.digits(1)? {
                    number @ 1..=4 => (Part::Quarter(u8::try_from(number).ok()?), i + 2),
                    _ => return None,
                }
            }
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
            "увосень",
            "узімку",
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
        // "coming years" and "last weeks" are stretches.
        if self.word_in(
            i + 1,
            &[
                "days",
                "weeks",
                "months",
                "years",
                "недель",
                "месяцев",
                "лет",
                "тыдняў",
                "месяцаў",
                "гадоў",
                "гады",
            ],
        ) {
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
}
