//! Quarters, halves and centuries: "this year's third quarter", "the year-earlier period", "во втором полугодии", "XX век".

use super::{Found, Reader, Said};
use crate::dates::{Role, YearRef};
use crate::times::words::Sense;

impl Reader<'_, '_> {
    pub(super) fn quarter(&self, i: usize) -> Option<Found> {
        let start = if self.role(i) == Role::The { i + 1 } else { i };
        let (year, next) = self.year_before(start).map_or((None, start), |(year, next)| (Some(year), next));
        let next = if self.role(next) == Role::The { next + 1 } else { next };
        let next = if self.word(next, &["fiscal"]) { next + 1 } else { next };
        if let Role::Ordinal(number @ 1..=4) = self.role(next) {
            return self.numbered(i, next, year, number);
        }
        if self.word(next, &["current", "this"]) && self.word(next + 1, &["quarter"]) {
            return Some(Found { from: i, to: next + 2, said: Said::ThisQuarter });
        }
        let year_earlier =
            self.word(next, &["year"]) && self.word(self.hyphen(next + 1), &["earlier", "ago"]);
        let (at, back) = if year_earlier {
            (self.hyphen(next + 1) + 1, 4)
        } else if self.word(next, &["latest", "that"]) {
            (next + 1, 0)
        } else if let (Some(year), true) = (year, self.word(next, &["period", "quarter"])) {
            return Some(Found { from: i, to: next + 1, said: Said::SameQuarter(year) });
        } else if next > i {
            (next, 0)
        } else {
            return None;
        };
        let spoken_of = self.word(at, &["quarter"]) || (at > next && self.word(at, &["period"]));
        spoken_of.then_some(Found { from: i, to: at + 1, said: Said::ThatQuarter(back) })
    }

    /// third-quarter, the second fiscal quarter of 1990, во втором полугодии
    fn numbered(&self, i: usize, ordinal: usize, year: Option<YearRef>, number: u8) -> Option<Found> {
        let mut at = self.hyphen(ordinal + 1);
        if self.word(at, &["fiscal"]) {
            at += 1;
        }
        match self.role(at) {
            Role::Quarter => {
                let (year, to) = self.of_year(at + 1).map_or((year, at + 1), |(year, to)| (Some(year), to));
                Some(Found { from: i, to, said: Said::Quarter { year, number } })
            }
            Role::Half if number <= 2 && !self.token(at)?.text.is_ascii() => {
                Some(Found { from: i, to: at + 1, said: Said::Half(number) })
            }
            _ => None,
        }
    }

    /// "this year's", "1988", "year-earlier" before a quarter.
    fn year_before(&self, i: usize) -> Option<(YearRef, usize)> {
        if let Role::Turn(turn) = self.role(i)
            && self.word(i + 1, &["year"])
        {
            return Some((YearRef::Turn(turn), i + 2));
        }
        if let Some(stated) = self.stated(i) {
            return Some((YearRef::Stated(stated), i + 1));
        }
        let earlier = self.hyphen(i + 1);
        let compared = self.word(i, &["year"])
            && self.word(earlier, &["earlier", "ago"])
            && matches!(self.role(earlier + 1), Role::Ordinal(1..=4));
        compared.then_some((YearRef::Turn(-1), earlier + 1))
    }

    /// "of 1990", "of last year" behind a quarter.
    fn of_year(&self, i: usize) -> Option<(YearRef, usize)> {
        let at = if self.word(i, &["of", "in"]) { i + 1 } else { i };
        let at = if self.role(at) == Role::The { at + 1 } else { at };
        if let Role::Turn(turn) = self.role(at)
            && (self.word(at + 1, &["year"]) || self.role(at + 1) == Role::YearWord)
        {
            return Some((YearRef::Turn(turn), at + 2));
        }
        let year = self.stated(at)?;
        let to = if self.role(at + 1) == Role::YearWord { at + 2 } else { at + 1 };
        Some((YearRef::Stated(year), to))
    }

    fn stated(&self, i: usize) -> Option<i64> {
        self.token(i)?.digits(4).filter(|year| (1900..2100).contains(year))
    }

    /// the 20th century, в XX веке
    pub(super) fn century(&self, i: usize) -> Option<Found> {
        let token = self.token(i)?;
        let number = token.number().or_else(|| roman(token.text))?;
        let ending = self.word(i + 1, &["st", "nd", "rd", "th"]) && self.glued(i + 1);
        let next = if ending { i + 2 } else { i + 1 };
        let is_century = (1..=30).contains(&number) && self.sense(next) == Some(Sense::OfCentury);
        is_century.then_some(Found { from: i, to: next + 1, said: Said::Century(number) })
    }
}

/// A Roman numeral up to thirty, in Latin letters or the Cyrillic ones that look like them.
fn roman(word: &str) -> Option<i64> {
    if word.len() > 12 {
        return None;
    }
    let values = word.chars().map(|c| match c {
        'X' | 'Х' => Some(10),
        'V' => Some(5),
        'I' | 'І' => Some(1),
        _ => None,
    });
    let values: Vec<i64> = values.collect::<Option<_>>()?;
    let less = |at: usize, value: i64| values.get(at + 1).is_some_and(|next| *next > value);
    Some(values.iter().enumerate().map(|(at, &value)| if less(at, value) { -value } else { value }).sum())
}
