//! Days, years and seasons: what the date grammar reads, and "Friday evening", "9 a.m.", "last fall", "its 1990 charter".

use super::{Found, Ranges, Reader, Said};
use crate::dates::{Core, Frame, Kind, Role, YearRef, without_possessive};
use crate::times::value::Count;
use crate::times::words::{Length, Sense};

/// Words behind which a bare number of four digits is a year.
const WHOSE: &[&str] =
    &["its", "his", "her", "their", "our", "that", "this", "both", "into", "predicting", "expected"];

impl Reader<'_, '_> {
    pub(super) fn date(&self, i: usize) -> Option<Found> {
        if self.word(i, &["fiscal"]) {
            let year = self.token(i + 1)?.digits(4)?;
            return Some(Found { from: i, to: i + 2, said: year_said(YearRef::Stated(year)) });
        }
        if self.word(i, &["year"]) && self.hyphen(i + 1) > i + 1 && self.word(i + 2, &["end"]) {
            return Some(Found { from: i, to: i + 3, said: Said::YearEnd });
        }
        if self.sense(i) == Some(Sense::Eve) {
            return Some(Found { from: i, to: i + 1, said: Said::Eve });
        }
        let worded = self.spelled_year(i).or_else(|| self.fall(i)).or_else(|| self.whose_year(i));
        if worded.is_some() {
            return worded;
        }
        let found = match self.ranges {
            Ranges::Whole => self.grammar.expression(i)?,
            Ranges::Apart => self.grammar.single(i)?,
        };
        let said = Said::Date { core: found.core, part: found.part, frame: found.frame };
        Some(Found { from: found.from, to: found.to, said })
    }

    /// its 1990 charter, both 2019 and 2020; for the year
    fn whose_year(&self, i: usize) -> Option<Found> {
        let before = self.token(i.checked_sub(1)?)?;
        if self.word(i, &["the"])
            && self.word(i + 1, &["year"])
            && before.is_any(&["for", "of", "in", "during"])
        {
            let ended = self.word(i + 2, &["ended", "ending", "to"]);
            let goes_on =
                self.token(i + 2).is_some_and(|token| token.kind == Kind::Number || token.is_mark("-"));
            let said = if ended {
                Said::Length { count: Count::Number(1), unit: Length::Year }
            } else {
                year_said(YearRef::Turn(0))
            };
            return (!goes_on).then_some(Found { from: i, to: i + 2, said });
        }
        let stated = self.token(i)?.digits(4).filter(|year| (1900..2050).contains(year))?;
        let possessive = without_possessive(before.text).len() < before.text.len();
        let follows = self
            .token(i + 1)
            .is_some_and(|token| token.is_word() && !token.glued && token.role != Role::Measure);
        ((possessive || before.is_any(WHOSE)) && follows).then_some(Found {
            from: i,
            to: i + 1,
            said: year_said(YearRef::Stated(stated)),
        })
    }

    /// nineteen ninety-six, the year two thousand
    fn spelled_year(&self, i: usize) -> Option<Found> {
        let (century, next) = match self.sense(i)? {
            Sense::Number(century @ (19 | 20)) => (i64::from(century) * 100, i + 1),
            Sense::Number(2) if self.word(i + 1, &["thousand"]) && self.before(i, &["year"]) => (2000, i + 2),
            _ => return None,
        };
        let (more, to) = match self.sense(next) {
            Some(Sense::Number(10..)) => match self.count(next)? {
                (Count::Number(more @ 10..=99), to) => (i64::from(more), to),
                _ => return None,
            },
            _ if next == i + 2 => (0, next),
            _ => return None,
        };
        Some(Found { from: i, to, said: year_said(YearRef::Stated(century + more)) })
    }

    /// last fall, this past spring: "fall" is a season after these words only.
    fn fall(&self, i: usize) -> Option<Found> {
        let Role::Turn(turn) = self.role(i) else { return None };
        let past = self.word(i + 1, &["past"]);
        let at = if past { i + 2 } else { i + 1 };
        let season = match self.role(at) {
            Role::Season(season) if past => season,
            _ if self.word(at, &["fall"]) => 23,
            _ => return None,
        };
        let core = Core::Season { year: None, season, turn: Some(if past { -1 } else { turn }) };
        Some(Found { from: i, to: at + 1, said: Said::Date { core, part: None, frame: Frame::Plain } })
    }

    /// Friday evening, yesterday morning, this afternoon, last night, tonight
    pub(super) fn daytime(&self, i: usize) -> Option<Found> {
        let plain = |core, code| Said::Daytime { core, frame: Frame::Plain, code };
        if let Some(Sense::Tonight(code)) = self.sense(i) {
            return Some(Found { from: i, to: i + 1, said: plain(Core::Days(0), code) });
        }
        if let Role::Turn(turn) = self.role(i)
            && let Some(Sense::Daytime(code)) = self.sense(i + 1)
        {
            return Some(Found { from: i, to: i + 2, said: plain(Core::Days(turn.into()), code) });
        }
        let found = self.grammar.single(i)?;
        let Some(Sense::Daytime(code)) = self.sense(found.to) else { return None };
        is_day(&found.core).then_some(Found {
            from: found.from,
            to: found.to + 1,
            said: Said::Daytime { core: found.core, frame: found.frame, code },
        })
    }

    /// 9 a.m., 10:30 p.m. EST Tuesday
    pub(super) fn clock(&self, i: usize) -> Option<Found> {
        let hour = self.token(i)?.number().filter(|hour| (1..=12).contains(hour))?;
        let mut next = i + 1;
        let mut minute = None;
        if self.mark(next, ":.") && self.glued(next) && self.glued(next + 1) {
            minute = self.token(next + 1)?.digits(2).filter(|minute| *minute < 60);
            minute?;
            next += 2;
        }
        let late = if self.word(next, &["p", "pm"]) { 12 } else { 0 };
        let to = if self.word(next, &["am", "pm"]) {
            next + 1
        } else if self.word(next, &["a", "p"]) && self.mark(next + 1, ".") && self.word(next + 2, &["m"]) {
            self.grammar.skip_mark(next + 3, ".")
        } else {
            return None;
        };
        let hour = u8::try_from(hour % 12 + late).ok()?;
        let minute = u8::try_from(minute.unwrap_or_default()).ok()?;
        let mut day = if self.word(to, &["est", "edt", "gmt", "pst", "utc", "msk"]) { to + 1 } else { to };
        day = self.grammar.skip_mark(day, ",");
        day = if self.word(day, &["on"]) { day + 1 } else { day };
        let named =
            self.grammar.single(day).filter(|found| is_day(&found.core) && found.frame == Frame::Plain);
        let (core, to) = named.map_or((Core::Days(0), to), |found| (found.core, found.to));
        Some(Found { from: i, to, said: Said::Clock { core, hour, minute } })
    }

    pub(super) fn weekend(&self, i: usize) -> Option<Found> {
        let turn = match self.role(i) {
            Role::Turn(turn) => i64::from(turn),
            Role::The => -1,
            _ if matches!(self.sense(i), Some(Sense::Beside)) => -1,
            _ => return None,
        };
        (self.sense(i + 1) == Some(Sense::Weekend)).then_some(Found {
            from: i,
            to: i + 2,
            said: Said::Weekend(turn),
        })
    }
}

fn is_day(core: &Core) -> bool {
    matches!(core, Core::Day { .. } | Core::Days(_) | Core::Weekday { .. })
}

fn year_said(year: YearRef) -> Said {
    Said::Date { core: Core::Year { year, attributive: true }, part: None, frame: Frame::Plain }
}
