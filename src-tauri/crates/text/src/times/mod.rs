//! Expressions of time named in a text: dates, and beside them lengths, sets, weeks, parts of a day and vague references, in English,
//! Russian and Belarusian. Each has its words, its value as TIMEX3 and, where EDTF has a word for it, as EDTF.

mod grammar;
mod meaning;
mod value;
mod words;

use chancery_model::{CodePoints, Dateline, Edtf, Furniture, Language, Published, Span};

pub use grammar::Ranges;
use grammar::Reader;
use meaning::Meaning;

use crate::dates::{Positions, for_each_paragraph};

/// What sort of expression it is, as TIMEX3 sorts them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeKind {
    /// A day, week, month, year; or "now".
    Date,
    /// A part of a day.
    Time,
    /// How long.
    Duration,
    /// How often.
    Set,
}

/// An expression of time where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeMention {
    /// Where.
    pub span: Span,
    /// The words.
    pub words: String,
    /// What sort.
    pub kind: TimeKind,
    /// What it means, where EDTF can say it and the year can be told.
    pub value: Option<Edtf>,
    /// What it means as TIMEX3: `2019-W46`, `P3Y`, `PAST_REF`; empty where that can't be told.
    pub timex: String,
}

/// All expressions of time of `text` outside furniture, in order; what they are counted from is told in [`crate::dates::mentions`].
#[must_use]
pub fn times(
    text: &str,
    furniture: &[Furniture],
    language: Option<Language>,
    published: Option<&Published>,
    dateline: Option<&Dateline>,
    ranges: Ranges,
) -> Vec<TimeMention> {
    let points = CodePoints::new(text);
    let mut meaning = Meaning::new(text, language, published, dateline);
    let mut cursor = Positions::new(text);
    let mut pieces = furniture.iter().map(|piece| piece.span).peekable();
    let mut mentions = Vec::new();
    for_each_paragraph(text, |tokens| {
        meaning.next_paragraph();
        for found in Reader::new(tokens, ranges).all() {
            let (Some(first), Some(last)) = (tokens.get(found.from), tokens.get(found.to - 1)) else {
                continue;
            };
            let span = Span::new(cursor.of(first.start), cursor.of(last.end()));
            while pieces.next_if(|piece| piece.end <= span.start).is_some() {}
            if pieces.peek().is_some_and(|piece| piece.overlaps(&span)) {
                continue;
            }
            let Some((kind, value, timex)) = meaning.of(&found.said, first.start, last.end()) else {
                continue;
            };
            let words = points.slice(span).unwrap_or_default().to_owned();
            mentions.push(TimeMention { span, words, kind, value, timex });
        }
    });
    mentions
}
