//! Words that say no more than before, now, or later.

use super::{Found, Reader, Said};
use crate::dates::Role;
use crate::times::words::{FUTURE, PAST, PRESENT, Sense};

const PHRASES: &[(&[&str], &str)] = &[
    (&["настоящее", "время"], PRESENT),
    (&["настоящий", "момент"], PRESENT),
    (&["данный", "момент"], PRESENT),
    (&["до", "сих", "пор"], PRESENT),
    (&["цяперашні", "час"], PRESENT),
    (&["ближайшее", "время"], FUTURE),
    (&["бліжэйшы", "час"], FUTURE),
    (&["в", "прошлом"], PAST),
    (&["у", "мінулым"], PAST),
    (&["the", "past"], PAST),
    (&["these", "days"], PRESENT),
    (&["at", "present"], PRESENT),
    (&["the", "future"], FUTURE),
    (&["the", "near", "future"], FUTURE),
    (&["the", "foreseeable", "future"], FUTURE),
];

impl Reader<'_, '_> {
    pub(super) fn vague(&self, i: usize) -> Option<Found> {
        for (words, value) in PHRASES {
            if words.iter().enumerate().all(|(at, word)| self.word(i + at, &[word])) {
                let to = i + words.len();
                return (!self.says_more(to)).then_some(Found { from: i, to, said: Said::Vague(value) });
            }
        }
        if self.word(i, &["recent"]) {
            return Some(Found { from: i, to: i + 1, said: Said::Vague(PAST) });
        }
        match self.sense(i)? {
            Sense::Vague(value) => Some(Found { from: i, to: i + 1, said: Said::Vague(value) }),
            _ => None,
        }
    }

    /// "In the past year", "в прошлом году" name a time.
    fn says_more(&self, i: usize) -> bool {
        let dated = matches!(
            self.role(i),
            Role::Unit(_)
                | Role::YearWord
                | Role::Month(_)
                | Role::Season(_)
                | Role::Weekday(_)
                | Role::Quarter
        );
        dated || self.unit(i).is_some() || self.count(i).is_some()
    }
}
