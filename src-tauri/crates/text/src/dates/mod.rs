//! Dates named in a text: found by a grammar over three languages, then resolved against the day of publication.

mod grammar;
mod lexer;
mod names;
mod nowadays;
mod plans;
mod resolve;
mod typed;

use std::cell::LazyCell;

use chancery_model::{
    CodePoints, DateAnchor, DateMention, Dateline, Edtf, Furniture, Language, Published, Span,
};
use chrono::NaiveDate;

use crate::publication;

pub(crate) use grammar::{Core, Frame, Grammar, YearRef};
pub(crate) use lexer::{Kind, Token, each_token, for_each_paragraph, tokens, without_possessive};
pub(crate) use names::{Part, Role, Unit};
pub(crate) use nowadays::means_nowadays;
pub(crate) use plans::announces;
pub(crate) use resolve::{Anchors, resolve};
pub use typed::typed;

/// A date expression where it stands, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Expression {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) core: Core,
    pub(crate) part: Option<Part>,
    pub(crate) frame: Frame,
}

/// All date expressions of `text`, in order.
pub(crate) fn scan(text: &str) -> Vec<Expression> {
    let mut found = Vec::new();
    for_each_paragraph(text, |tokens| expressions(tokens, &mut found));
    found
}

/// The date expressions among `tokens`.
pub(crate) fn expressions(tokens: &[Token<'_>], found: &mut Vec<Expression>) {
    let grammar = Grammar { tokens };
    let mut i = 0;
    while i < tokens.len() {
        let Some(here) = grammar.expression(i).filter(|here| here.to > i) else {
            i += 1;
            continue;
        };
        if let (Some(first), Some(last)) = (tokens.get(here.from), tokens.get(here.to - 1)) {
            found.push(Expression {
                start: first.start,
                end: last.end(),
                core: here.core,
                part: here.part,
                frame: here.frame,
            });
        }
        i = here.to;
    }
}

/// How far back in the same paragraph a stated date can give its year to one without, in bytes.
pub(crate) const REACH: usize = 500;

/// The dates named in `text` outside furniture, in the order they stand, with the value of each as far as it can be told.
///
/// Days and months without a year are counted from `published`, weekdays and "yesterday" from the dateline where it
/// has a full date; where a date long before publication is stated in the same paragraph, from that. The words from
/// which the day of publication was itself inferred are not counted from it: they rest on the text.
#[must_use]
pub fn mentions(
    text: &str,
    furniture: &[Furniture],
    language: Option<Language>,
    published: Option<&Published>,
    dateline: Option<&Dateline>,
) -> Vec<DateMention> {
    let points = CodePoints::new(text);
    let fixed = anchors(published, dateline);
    let own =
        LazyCell::new(|| published.map_or_else(Vec::new, |day| publication::own_words(text, furniture, day)));
    let mut stated: Option<(usize, NaiveDate)> = None;
    let mut pieces = furniture.iter().peekable();
    let mut mentions = Vec::new();
    let mut cursor = Positions::new(text);
    for found in scan(text) {
        let span = Span::new(cursor.of(found.start), cursor.of(found.end));
        while pieces.peek().is_some_and(|piece| piece.span.end <= span.start) {
            pieces.next();
        }
        if pieces.peek().is_some_and(|piece| piece.span.overlaps(&span)) {
            continue;
        }
        let near_by = stated.filter(|(end, _)| {
            found.start - *end <= REACH && !text.get(*end..found.start).is_some_and(|gap| gap.contains('\n'))
        });
        let anchors = Anchors { text: near_by.map(|(_, day)| day), ..fixed };
        let core = settled(&found.core, language, text, found.start);
        let (value, anchor) = resolve(&core, found.part, found.frame, &anchors);
        let value = value.filter(|_| core != Core::Days(0) || !means_nowadays(text, found.start, found.end));
        let counted = matches!(anchor, DateAnchor::Published | DateAnchor::Dateline);
        let anchor =
            if counted && own.iter().any(|own| own.overlaps(&span)) { DateAnchor::Text } else { anchor };
        if let Some(day) = stated_day(&core, anchor, value.as_ref()) {
            stated = Some((found.end, day));
        }
        let words = points.slice(span).unwrap_or_default().to_owned();
        mentions.push(DateMention { span, words, value, anchor });
    }
    mentions
}

/// The days dates without a year are counted from.
pub(crate) fn anchors(published: Option<&Published>, dateline: Option<&Dateline>) -> Anchors {
    let only_day = |date: &Edtf| date.only_day().and_then(chancery_model::Day::to_chrono);
    Anchors {
        published: published.and_then(|published| only_day(&published.date)),
        dateline: dateline.and_then(|dateline| dateline.date.as_ref()).and_then(only_day),
        text: None,
    }
}

/// What an expression says once its language and its sentence have their word.
pub(crate) fn settled(core: &Core, language: Option<Language>, text: &str, start: usize) -> Core {
    let core = settle_order(core, language);
    if is_open(&core) && announces(text, start) { ahead(core) } else { core }
}

/// The day a date stated in full gives to those after it.
pub(crate) fn stated_day(core: &Core, anchor: DateAnchor, value: Option<&Edtf>) -> Option<NaiveDate> {
    let gives = anchor == DateAnchor::Stated && matches!(core, Core::Day { .. } | Core::Month { .. });
    value.filter(|_| gives).and_then(|value| value.earliest().or(value.latest()))?.to_chrono()
}

/// Whether it lies with the sentence which way from its anchor the date is.
fn is_open(core: &Core) -> bool {
    matches!(core, Core::Weekday { turn: None, .. } | Core::Month { year: None, turn: None, .. })
}

/// The same, on or after its anchor.
fn ahead(core: Core) -> Core {
    match core {
        Core::Weekday { weekday, turn: None } => Core::Weekday { weekday, turn: Some(0) },
        Core::Month { year: None, month, turn: None } => Core::Month { year: None, month, turn: Some(1) },
        other => other,
    }
}

/// In Russian and Belarusian the day always comes first; elsewhere 05/08/2021 stays open.
fn settle_order(core: &Core, language: Option<Language>) -> Core {
    match *core {
        Core::Either { year, first, second }
            if matches!(language, Some(Language::Ru | Language::Be | Language::Uk)) =>
        {
            Core::Day { year: Some(YearRef::Stated(year)), month: second, day: first, weekday: None }
        }
        _ => core.clone(),
    }
}

/// Code point positions of ascending byte offsets, counted on from the last one.
pub(crate) struct Positions<'a> {
    text: &'a str,
    byte: usize,
    position: u32,
}

impl<'a> Positions<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self { text, byte: 0, position: 0 }
    }

    /// The position of `byte`, which must not lie before the last one asked for.
    pub(crate) fn of(&mut self, byte: usize) -> u32 {
        let passed = self.text.get(self.byte..byte).unwrap_or_default();
        self.position += u32::try_from(passed.chars().count()).unwrap_or(u32::MAX);
        self.byte = byte.max(self.byte);
        self.position
    }
}
