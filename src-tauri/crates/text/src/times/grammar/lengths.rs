//! How long and how often: "the past three months", "два года назад", "every Friday".

use super::{Found, Reader, Said};
use crate::dates::{Core, Frame, Kind, Role, Unit};
use crate::times::value::Count;
use crate::times::words::{Length, PAST, Sense};

impl Reader<'_, '_> {
    /// How many stand at `i`: 12, twenty-four, several, a few, a couple of.
    pub(super) fn count(&self, i: usize) -> Option<(Count, usize)> {
        // Four digits are a year.
        if let Some(number) = self.token(i)?.number().filter(|number| *number < 1000) {
            // 2,019 and 1.5 are said to more places than a count of years.
            let goes_on = self.mark(i + 1, ".,")
                && self.glued(i + 1)
                && self.glued(i + 2)
                && self.token(i + 2)?.kind == Kind::Number;
            return if goes_on { None } else { Some((Count::Number(u32::try_from(number).ok()?), i + 1)) };
        }
        let (mut number, mut next) = match self.sense(i)? {
            Sense::Several => return Some((Count::Some, i + 1)),
            Sense::Number(1) if self.sense(i + 1) == Some(Sense::Several) => {
                return Some((Count::Some, i + 2));
            }
            Sense::Number(1) if self.word(i + 1, &["couple", "dozen"]) => {
                let Some(Sense::Number(number)) = self.sense(i + 1) else { return None };
                (u32::from(number), i + 2)
            }
            Sense::Number(number) | Sense::Times(number) => (u32::from(number), i + 1),
            _ => return None,
        };
        if number >= 20 && number % 10 == 0 {
            let after = self.hyphen(next);
            if let Some(Sense::Number(ones @ 1..=9)) = self.sense(after)
                && !self.word(after, &["a", "an"])
            {
                number += u32::from(ones);
                next = after + 1;
            }
        }
        if let Some(Sense::Times(times)) = self.sense(next) {
            number *= u32::from(times);
            next += 1;
        }
        if self.word(next, &["of"]) && matches!(self.sense(next + 1), Some(Sense::Unit(..))) {
            next += 1;
        }
        Some((Count::Number(number), next))
    }

    /// Past the words that belong to a length and do not change it.
    fn hedges(&self, mut i: usize) -> usize {
        while self.sense(i) == Some(Sense::Hedge) {
            i += 1;
        }
        i
    }

    /// two years, the past three months, recent weeks, несколько месяцев, полгода; and with what follows: ago, назад
    pub(super) fn length(&self, i: usize) -> Option<Found> {
        let within = self.sense(i) == Some(Sense::Within);
        let mut next = if within { i + 1 } else { i };
        let the = self.role(next) == Role::The || self.word(next, &["these", "those"]);
        next = self.hedges(if the { next + 1 } else { next });
        let beside = self.sense(next) == Some(Sense::Beside);
        let beside_at = next;
        next = self.hedges(if beside { next + 1 } else { next });
        let (count, after) = self.count(next).map_or((None, next), |(count, after)| (Some(count), after));
        let unit_at = self.hyphen(self.hedges(after));
        if let Some(Sense::Whole(number, unit)) = self.sense(unit_at) {
            let said = said(within, Count::Number(number.into()), unit);
            return Some(Found { from: i, to: unit_at + 1, said });
        }
        let (unit, many) = self.unit(unit_at)?;
        let to = unit_at + 1;
        // "The past year" is a stretch; "last year" and "next year" are years.
        let one = self.word(beside_at, &["past", "coming"]) || (the && self.word(beside_at, &["last"]));
        let count = match count {
            // How old somebody is dates nothing.
            Some(_) if self.word(self.hyphen(to), &["old", "olds"]) => return None,
            Some(count) => count,
            None if within => Count::Number(1),
            None if beside && many => Count::Some,
            None if beside && one => Count::Number(1),
            None if many && !the && (self.before(i, &["for", "many"]) || self.role(to) == Role::Ago) => {
                Count::Some
            }
            None => return None,
        };
        // "The second" is more often an ordinal.
        if unit == Length::Second && !many && !self.mark(unit_at.wrapping_sub(1), "-") {
            return None;
        }
        Some(self.followed(i, to, said(within, count, unit)))
    }

    pub(super) fn unit(&self, i: usize) -> Option<(Length, bool)> {
        match self.sense(i)? {
            Sense::Unit(unit, many) => Some((unit, many)),
            Sense::Weekend => Some((Length::Weekend, false)),
            Sense::OfCentury if self.word(i, &["century"]) => Some((Length::Century, false)),
            Sense::OfCentury if self.word(i, &["centuries"]) => Some((Length::Century, true)),
            _ => None,
        }
    }

    /// A length, or with "ago" and "earlier" behind it the date so long ago.
    fn followed(&self, from: usize, to: usize, said: Said) -> Found {
        let Said::Length { count, unit } = said else { return Found { from, to, said } };
        if self.word(to, &["from"]) && self.word(to + 1, &["now"]) {
            return Found { from, to: to + 2, said: Said::Ahead { count, unit } };
        }
        if self.role(to) != Role::Ago && !self.word(to, &["earlier"]) {
            return Found { from, to, said };
        }
        if (count, unit) == (Count::Number(1), Length::Year) {
            return Found { from, to: to + 1, said: Said::YearEarlier };
        }
        let unit = match unit {
            Length::Day => Unit::Day,
            Length::Week => Unit::Week,
            Length::Month => Unit::Month,
            Length::Year => Unit::Year,
            Length::Decade => Unit::Decade,
            _ => return Found { from, to, said },
        };
        let said = match count {
            Count::Number(count) => {
                let core = Core::Ago { count: count.into(), unit };
                Said::Date { core, part: None, frame: Frame::Plain }
            }
            Count::Some => Said::Vague(PAST),
        };
        Found { from, to: to + 1, said }
    }

    /// daily, every month, каждый вторник, дважды в год, по пятницам
    pub(super) fn often(&self, i: usize) -> Option<Found> {
        match self.sense(i) {
            Some(Sense::Often(count, unit)) => {
                let said = Said::Often { count: Count::Number(count.into()), unit };
                return Some(Found { from: i, to: i + 1, said });
            }
            Some(Sense::Twice)
                if self.word(i + 1, &["a", "в", "у", "на"])
                    && matches!(self.unit(i + 2), Some((Length::Year, _))) =>
            {
                let said = Said::Often { count: Count::Number(6), unit: Length::Month };
                return Some(Found { from: i, to: i + 3, said });
            }
            Some(Sense::Each) => return self.each(i),
            _ => {}
        }
        let by = self.word(i, &["по", "па"]);
        let at = if by { i + 1 } else { i };
        let weekday = weekdays(&self.token(at)?.text.to_lowercase(), by)?;
        let said = Said::Each(Core::Weekday { weekday, turn: None });
        Some(Found { from: i, to: at + 1, said })
    }

    fn each(&self, i: usize) -> Option<Found> {
        let next = self.hedges(i + 1);
        let (count, after) = self.count(next).unwrap_or((Count::Number(1), next));
        if let Some((unit, _)) = self.unit(after) {
            return Some(Found { from: i, to: after + 1, said: Said::Often { count, unit } });
        }
        let core = match self.role(next) {
            Role::Weekday(weekday) => Core::Weekday { weekday, turn: None },
            Role::Month(month) => Core::Month { year: None, month, turn: None },
            Role::Season(season) => Core::Season { year: None, season, turn: None },
            _ => return None,
        };
        Some(Found { from: i, to: next + 1, said: Said::Each(core) })
    }
}

fn said(within: bool, count: Count, unit: Length) -> Said {
    if within { Said::Ahead { count, unit } } else { Said::Length { count, unit } }
}

/// The day of the week of its plural: Mondays, (по) пятницам, (па) пятніцах.
fn weekdays(word: &str, by: bool) -> Option<chrono::Weekday> {
    use chrono::Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
    let day = match (word, by) {
        ("mondays", false) | ("понедельникам" | "панядзелках", true) => Mon,
        ("tuesdays", false) | ("вторникам" | "аўторках", true) => Tue,
        ("wednesdays", false) | ("средам" | "серадах", true) => Wed,
        ("thursdays", false) | ("четвергам" | "чацвяргах", true) => Thu,
        ("fridays", false) | ("пятницам" | "пятніцах", true) => Fri,
        ("saturdays", false) | ("субботам" | "суботах", true) => Sat,
        ("sundays", false) | ("воскресеньям" | "нядзелях", true) => Sun,
        _ => return None,
    };
    Some(day)
}
