//! Posted-lines: lines that say when an article was published: "World September 10, 2021, 2:42", "Posted: 15.08.2024".

use std::cell::LazyCell;

use chancery_model::{CodePoints, Day, Furniture, Published};
use chrono::Weekday;

use super::clock::{Clock, clock_at};
use crate::dates::{Core, Expression, Frame, Kind, Role, Token, YearRef, expressions, tokens};
use crate::furniture::holds;
use crate::letters::has_digit;
use crate::{Line, lines};

/// What the line says about its date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Cue {
    /// "Published", "Опубликовано"
    Published,
    /// Nothing.
    Plain,
    /// "Updated", "Обновлено"
    Updated,
}

/// One date on a posted-line, with its other reading where day and month could change places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Posted {
    pub(crate) published: Published,
    /// The other way round.
    pub(crate) other: Option<Published>,
    /// Whether which way round was settled by a weekday or the clock.
    pub(crate) settled: bool,
    pub(crate) cue: Cue,
    /// Byte range of date and time.
    pub(crate) range: (usize, usize),
    /// Before the article's second paragraph rather than after its end.
    pub(crate) top: bool,
    /// Nothing but date and time, labels or a section on the line.
    pub(crate) timed: bool,
}

const PUBLISHED: &[&str] = &[
    "posted",
    "published",
    "publication",
    "released",
    "issued",
    "pubdate",
    "опубликовано",
    "опубликован",
    "опубликована",
    "публикация",
    "публикации",
    "размещено",
    "добавлено",
    "апублікавана",
    "апублікаваны",
    "публікацыя",
    "публікацыі",
    "размешчана",
    "дададзена",
    "создано",
    "створана",
];
const UPDATED: &[&str] = &[
    "updated",
    "update",
    "modified",
    "edited",
    "revised",
    "обновлено",
    "обновление",
    "изменено",
    "абноўлена",
    "зменена",
    "абнаўленне",
    "отредактировано",
];
const LABELS: &[&str] = &[
    "date",
    "on",
    "at",
    "by",
    "time",
    "last",
    "first",
    "created",
    "added",
    "the",
    "t",
    "in",
    "and",
    "min",
    "mins",
    "minute",
    "minutes",
    "read",
    "reading",
    "views",
    "view",
    "comments",
    "comment",
    "hours",
    "hrs",
    "h",
    "local",
    "дата",
    "время",
    "в",
    "от",
    "г",
    "год",
    "года",
    "час",
    "часов",
    "просмотров",
    "просмотры",
    "комментариев",
    "комментарии",
    "автор",
    "и",
    "мин",
    "чтения",
    "на",
    "час",
    "аўтар",
    "ад",
    "у",
    "ў",
    "а",
    "і",
    "праглядаў",
    "прагляды",
    "каментароў",
    "чытання",
    "хв",
    "гадзіне",
];

/// Lines at the head and the foot that are looked at.
const HEAD: usize = 14;
const FOOT: usize = 12;
/// Longest posted-line, in bytes.
const LONGEST: usize = 320;

/// Whether the line says when the article was published and nothing else of it.
#[must_use]
pub fn is_posted_line(line: &str) -> bool {
    !read_line(line, 0).is_empty()
}

/// Reads a date of publication that stands by itself, as metadata hold it; one that can be read two ways is refused.
#[must_use]
pub fn stamp(words: &str) -> Option<Published> {
    read_line(words, 0).into_iter().next().filter(|posted| posted.settled).map(|posted| posted.published)
}

/// The posted-lines of `text`, top ones first.
pub(crate) fn posted_lines(text: &str, furniture: &[Furniture]) -> Vec<Posted> {
    let points = LazyCell::new(|| CodePoints::new(text));
    let hidden = |line: &Line<'_>| !furniture.is_empty() && holds(furniture, &points, line);
    let filled = || lines(text).filter(|line| !line.is_blank() && !hidden(line));
    let total = lines(text).filter(|line| !line.is_blank()).count();
    let mut found = Vec::new();
    let mut paragraphs = 0;
    for line in filled().take(HEAD) {
        if paragraphs > 1 {
            break;
        }
        found.extend(read_line(line.text, line.start));
        paragraphs += usize::from(line.is_prose());
    }
    let head_end = found.last().map_or(0, |posted: &Posted| posted.range.1);
    for (_, line) in filled().enumerate().skip(total.saturating_sub(FOOT).max(1)) {
        if line.start >= head_end {
            found.extend(
                read_line(line.text, line.start).into_iter().map(|posted| Posted { top: false, ..posted }),
            );
        }
    }
    found
}

/// Most words in lower case that a posted-line has: of three dates, and labels.
const SMALL_WORDS: usize = 18;

/// Whether it is worth a closer look: there may be a year in it, and it is no prose.
fn may_be_posted(line: &str) -> bool {
    if !has_digit(line) {
        return false;
    }
    let small = |word: &&str| word.starts_with(char::is_lowercase);
    let of_four = line.as_bytes().windows(4).any(|four| four.iter().all(u8::is_ascii_digit));
    // 10.09.21
    let of_two = || line.as_bytes().windows(3).any(|three| matches!(three, [b'0'..=b'9', b'.', b'0'..=b'9']));
    (of_four || of_two()) && line.split_whitespace().filter(small).nth(SMALL_WORDS).is_none()
}

/// The dates of a posted-line; empty where the line is something else.
fn read_line(line: &str, start: usize) -> Vec<Posted> {
    if line.len() > LONGEST || !may_be_posted(line) {
        return Vec::new();
    }
    let tokens = tokens(line, start);
    let mut dates = Vec::new();
    expressions(&tokens, &mut dates);
    dates.retain(|found| {
        found.frame == Frame::Plain
            && matches!(found.core, Core::Day { year: Some(YearRef::Stated(_)), .. } | Core::Either { .. })
    });
    if dates.is_empty() || dates.len() > 3 {
        return Vec::new();
    }
    let in_date =
        |token: &Token<'_>| dates.iter().any(|date| date.start <= token.start && token.end() <= date.end);
    let clocks: Vec<Clock> = (0..tokens.len())
        .filter(|&i| tokens.get(i).is_some_and(|token| !in_date(token)))
        .filter_map(|i| clock_at(&tokens, i))
        .collect();
    let in_clock = |i: usize| clocks.iter().any(|clock| (clock.from..clock.to).contains(&i));
    let rest: Vec<&Token<'_>> = tokens
        .iter()
        .enumerate()
        .filter(|(i, token)| token.is_word() && !in_date(token) && !in_clock(*i))
        .map(|(_, token)| token)
        .collect();
    let cued = rest.iter().any(|token| token.is_any(PUBLISHED) || token.is_any(UPDATED));
    let is_label = |token: &Token<'_>| {
        token.is_any(PUBLISHED)
            || token.is_any(UPDATED)
            || token.is_any(LABELS)
            || matches!(token.role, Role::Weekday(_) | Role::YearWord)
    };
    let others: Vec<&&Token<'_>> = rest.iter().filter(|token| !is_label(token)).collect();
    let small = others.iter().filter(|token| !token.starts_upper()).count();
    let dated_label = rest.iter().any(|token| token.is_any(&["date", "дата", "time", "время"]));
    let numbers = tokens
        .iter()
        .enumerate()
        .filter(|(i, token)| token.kind == Kind::Number && !in_date(token) && !in_clock(*i))
        .count();
    let sentence = line.trim_end().ends_with(['.', '!', '?', ':', '…']) && others.len() > 3;
    let allowed = if cued || dated_label {
        others.len() <= 10 && small <= 3
    } else if clocks.is_empty() {
        others.len() <= 2 && small <= usize::from(others.len() < 2) || is_byline(&rest) && small == 0
    } else {
        others.len() <= 8 && small <= usize::from(others.len() <= 3)
    };
    if !allowed || sentence || numbers > 3 {
        return Vec::new();
    }
    dates.iter().filter_map(|date| posted(date, &tokens, &clocks)).collect()
}

/// "By John Smith" and the like.
fn is_byline(rest: &[&Token<'_>]) -> bool {
    rest.len() <= 6 && rest.first().is_some_and(|first| first.is_any(&["by", "автор", "аўтар", "author"]))
}

fn posted(date: &Expression, tokens: &[Token<'_>], clocks: &[Clock]) -> Option<Posted> {
    let place = |i: usize| tokens.get(i).map_or(usize::MAX, |token| token.start);
    // The clock next to the date is the date's.
    let clock = clocks.iter().min_by_key(|clock| place(clock.from).abs_diff(date.start));
    let stop = |clock: &Clock| tokens.get(clock.to - 1).map_or(date.end, Token::end);
    let range = clock.map_or((date.start, date.end), |clock| {
        (date.start.min(place(clock.from)), date.end.max(stop(clock)))
    });
    let time = clock.map(|clock| clock.time);
    let zone = clock.and_then(|clock| clock.zone);
    let published = |day: Day| Published { date: chancery_model::Edtf::day(day), time, zone };
    // The label nearest before the date is the date's: "Published 3 May, updated 5 May".
    let cue = tokens.iter().rev().filter(|token| token.start < date.start).find_map(|token| {
        if token.is_any(PUBLISHED) {
            Some(Cue::Published)
        } else {
            token.is_any(UPDATED).then_some(Cue::Updated)
        }
    });
    let cue = cue.unwrap_or_else(|| {
        if tokens.iter().any(|token| token.is_any(PUBLISHED)) { Cue::Published } else { Cue::Plain }
    });
    let made = |published, other, settled| Posted {
        published,
        other,
        settled,
        cue,
        range,
        top: true,
        timed: clock.is_some(),
    };
    match date.core {
        Core::Day { year: Some(YearRef::Stated(year)), month, day, .. } => {
            Some(made(published(Day::new(year, month, day)?), None, true))
        }
        Core::Either { year, first, second } => {
            let day_first = Day::new(year, second, first)?;
            let month_first = Day::new(year, first, second)?;
            let weekday: Option<Weekday> = tokens.iter().find_map(|token| match token.role {
                Role::Weekday(weekday) => Some(weekday),
                _ => None,
            });
            let fits = |day: Day| {
                weekday.is_some_and(|weekday| {
                    day.to_chrono().is_some_and(|date| chrono::Datelike::weekday(&date) == weekday)
                })
            };
            if fits(day_first) != fits(month_first) {
                let day = if fits(day_first) { day_first } else { month_first };
                return Some(made(published(day), None, true));
            }
            // Who writes am and pm puts the month first, as a rule.
            let (likelier, other) = if clock.is_some_and(|clock| clock.twelve_hours) {
                (month_first, day_first)
            } else {
                (day_first, month_first)
            };
            Some(made(published(likelier), Some(published(other)), false))
        }
        _ => None,
    }
}

/// Whether a word says that a date of publication follows.
pub(crate) fn is_cue(word: &str) -> bool {
    let folded = crate::fold(word.trim_matches(|c: char| !c.is_alphanumeric()));
    [PUBLISHED, UPDATED, &["date", "дата", "on", "at"]].iter().any(|words| words.contains(&folded.as_str()))
}
