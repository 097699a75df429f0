//! Years, decades and spans of years, and what tells them from other numbers.

use super::{Core, Grammar, LIKELY, POSSIBLE, YearRef};
use crate::dates::lexer::Kind;
use crate::dates::names::{Role, Unit};

impl Grammar<'_, '_> {
    /// годов, гады: several years, which Belarusian also counts with.
    pub(super) fn years_word(&self, i: usize) -> bool {
        self.role(i) == Role::YearsWord || self.word_in(i, &["гады", "гадоў", "лет"])
    }

    pub(super) fn year_word_after(&self, i: usize) -> usize {
        if self.role(i) == Role::YearWord { i + 1 } else { i }
    }

    /// A year beside a month: four digits, or "this year".
    pub(super) fn year_beside(&self, i: usize) -> Option<(YearRef, usize)> {
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
    pub(super) fn measured(&self, i: usize) -> bool {
        let Some(token) = self.get(i) else { return false };
        let digits_follow =
            self.glued(i + 1) && self.get(i + 1).is_some_and(|next| next.kind == Kind::Number);
        // 2,019 and 2.5 are amounts, 10:30 is a time.
        let joined = token.glued && token.is_mark(".,:") && digits_follow;
        token.role == Role::Measure || token.is_mark("%$€₽°") || joined
    }

    /// 1990s, 1990-х годов, the 90s
    pub(super) fn decade(&self, i: usize, led: bool) -> Option<(Core, usize)> {
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
    pub(super) fn year(&self, i: usize, led: bool) -> Option<(Core, usize)> {
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
    pub(super) fn year_range(&self, i: usize, first: i64, led: bool) -> Option<(i64, usize)> {
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
