//! Reads expressions of time off the tokens of a paragraph: dates as the date grammar has them, and what it leaves to others.

mod days;
mod lengths;
mod quarters;
mod vague;

use super::value::Count;
use super::words::{Length, Sense, sense};
use crate::dates::{Core, Frame, Grammar, Part, Role, Token, YearRef, without_possessive};

/// What an expression of time says.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Said {
    Date {
        core: Core,
        part: Option<Part>,
        frame: Frame,
    },
    /// Friday evening, last night
    Daytime {
        core: Core,
        frame: Frame,
        code: &'static str,
    },
    /// 9 a.m. Tuesday; today where no day is named
    Clock {
        core: Core,
        hour: u8,
        minute: u8,
    },
    Length {
        count: Count,
        unit: Length,
    },
    /// Every so often.
    Often {
        count: Count,
        unit: Length,
    },
    /// Every Friday, each July, every summer.
    Each(Core),
    /// last (-1), this (0), next (1) weekend
    Weekend(i64),
    /// A quarter of the year nearby, or of one named.
    Quarter {
        year: Option<YearRef>,
        number: u8,
    },
    /// A half of this year.
    Half(u8),
    /// The quarter it is.
    ThisQuarter,
    /// The quarter spoken of, or so many before it.
    ThatQuarter(i64),
    /// The quarter spoken of, in the year named.
    SameQuarter(YearRef),
    /// A year before what is spoken of.
    YearEarlier,
    Vague(&'static str),
    /// So long from now.
    Ahead {
        count: Count,
        unit: Length,
    },
    /// The 20th century is 20.
    Century(i64),
    /// The day before.
    Eve,
    YearEnd,
}

/// An expression found, by token.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Found {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) said: Said,
}

/// Whether "from 2018 to 2020" is one date or two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ranges {
    /// One, from the first to the second.
    Whole,
    /// Two, as TIMEX3 has them.
    Apart,
}

/// The tokens of a paragraph with what each says about time.
pub(super) struct Reader<'t, 'a> {
    grammar: Grammar<'t, 'a>,
    senses: Vec<Option<Sense>>,
    ranges: Ranges,
}

impl<'t, 'a> Reader<'t, 'a> {
    pub(super) fn new(tokens: &'t [Token<'a>], ranges: Ranges) -> Self {
        let senses = tokens.iter().map(|token| {
            if !token.is_word() || token.text.len() > LONGEST {
                return None;
            }
            sense(&without_possessive(token.text).to_lowercase().replace('ё', "е"))
        });
        Self { senses: senses.collect(), grammar: Grammar { tokens }, ranges }
    }

    /// All expressions, in order, the longest at each place.
    pub(super) fn all(&self) -> Vec<Found> {
        let mut found = Vec::new();
        let mut i = 0;
        while i < self.grammar.tokens.len() {
            match self.at(i) {
                Some(here) => {
                    i = here.to.max(i + 1);
                    found.push(here);
                }
                None => i += 1,
            }
        }
        found
    }

    fn at(&self, i: usize) -> Option<Found> {
        let readings = [
            self.often(i),
            self.daytime(i),
            self.quarter(i),
            self.length(i),
            self.date(i),
            self.clock(i),
            self.century(i),
            self.weekend(i),
            self.vague(i),
        ];
        let mut best: Option<Found> = None;
        for reading in readings.into_iter().flatten() {
            if best.as_ref().is_none_or(|best| reading.to > best.to) {
                best = Some(reading);
            }
        }
        best
    }

    fn token(&self, i: usize) -> Option<&Token<'a>> {
        self.grammar.tokens.get(i)
    }

    fn sense(&self, i: usize) -> Option<Sense> {
        self.senses.get(i).copied().flatten()
    }

    fn role(&self, i: usize) -> Role {
        self.token(i).map_or(Role::None, |token| token.role)
    }

    fn word(&self, i: usize, words: &[&str]) -> bool {
        self.token(i).is_some_and(|token| token.is_any(words))
    }

    fn mark(&self, i: usize, marks: &str) -> bool {
        self.token(i).is_some_and(|token| token.is_mark(marks))
    }

    fn glued(&self, i: usize) -> bool {
        self.token(i).is_some_and(|token| token.glued)
    }

    /// Past the hyphen that glues two words, if one stands at `i`.
    fn hyphen(&self, i: usize) -> usize {
        if self.mark(i, "-‑–") && self.glued(i) && self.glued(i + 1) { i + 1 } else { i }
    }

    fn before(&self, i: usize, words: &[&str]) -> bool {
        i.checked_sub(1).is_some_and(|before| self.word(before, words))
    }
}

/// Longest word the senses can hold, in bytes.
const LONGEST: usize = 60;
