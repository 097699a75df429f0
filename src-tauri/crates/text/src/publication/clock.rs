//! Clock times and their zones beside a printed date.

use chancery_model::{ClockTime, Zone};

use crate::dates::{Kind, Token};

/// A clock time found at a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Clock {
    pub(crate) time: ClockTime,
    pub(crate) zone: Option<Zone>,
    /// Written with am or pm.
    pub(crate) twelve_hours: bool,
    pub(crate) from: usize,
    pub(crate) to: usize,
}

/// Zones by their letters, in minutes east of UTC.
const ZONES: &[(&str, i16)] = &[
    ("utc", 0),
    ("gmt", 0),
    ("z", 0),
    ("msk", 180),
    ("мск", 180),
    ("eet", 120),
    ("eest", 180),
    ("cet", 60),
    ("cest", 120),
    ("bst", 60),
    ("wet", 0),
    ("est", -300),
    ("edt", -240),
    ("et", -300),
    ("cst", -360),
    ("cdt", -300),
    ("pst", -480),
    ("pdt", -420),
];

/// The clock time that starts at token `i`.
pub(crate) fn clock_at(tokens: &[Token<'_>], i: usize) -> Option<Clock> {
    let get = |i: usize| tokens.get(i);
    let is = |i: usize, marks: &str| get(i).is_some_and(|token| token.is_mark(marks));
    let glued = |i: usize| get(i).is_some_and(|token| token.glued);
    let short = |i: usize| {
        get(i)
            .filter(|token| token.text.len() <= 2)
            .and_then(Token::number)
            .and_then(|number| u8::try_from(number).ok())
    };
    let mut hour = short(i)?;
    // 12:30 inside 10:12:30 or 1.12:30 does not start a time.
    if glued(i) && i > 0 && is(i - 1, ":./") {
        return None;
    }
    let mut to = i + 1;
    let mut minute = 0;
    let mut second = None;
    let two_digits = |i: usize| get(i).is_some_and(|token| token.text.len() == 2);
    let colon = is(to, ":") && glued(to) && glued(to + 1) && two_digits(to + 1);
    let dot = is(to, ".h")
        && glued(to)
        && glued(to + 1)
        && two_digits(to + 1)
        && half_day(tokens, to + 2).is_some();
    if colon || dot {
        minute = short(to + 1)?;
        to += 2;
        if is(to, ":") && glued(to) && glued(to + 1) && two_digits(to + 1) {
            second = Some(short(to + 1)?);
            to += 2;
            if is(to, ".")
                && glued(to)
                && glued(to + 1)
                && get(to + 1).is_some_and(|t| t.kind == Kind::Number)
            {
                to += 2;
            }
        }
    }
    let half = half_day(tokens, to);
    if let Some((afternoon, next)) = half {
        if !(1..=12).contains(&hour) {
            return None;
        }
        hour = hour % 12 + if afternoon { 12 } else { 0 };
        to = next;
    } else if !colon {
        return None;
    }
    if hour > 23 || minute > 59 || second.is_some_and(|second| second > 60) {
        return None;
    }
    let (zone, to) = zone_at(tokens, to).map_or((None, to), |(zone, to)| (Some(zone), to));
    Some(Clock { time: ClockTime { hour, minute, second }, zone, twelve_hours: half.is_some(), from: i, to })
}

/// am, pm, a.m., p.m.: whether it is the afternoon, and the token after.
fn half_day(tokens: &[Token<'_>], i: usize) -> Option<(bool, usize)> {
    let token = tokens.get(i)?;
    if token.is_any(&["am", "pm"]) {
        return Some((token.is_any(&["pm"]), i + 1));
    }
    let dotted = token.is_any(&["a", "p"])
        && tokens.get(i + 1).is_some_and(|t| t.is_mark("."))
        && tokens.get(i + 2).is_some_and(|t| t.is_any(&["m"]));
    let end = if tokens.get(i + 3).is_some_and(|t| t.is_mark(".")) { i + 4 } else { i + 3 };
    dotted.then(|| (token.is_any(&["p"]), end))
}

/// UTC, GMT+3, +03:00, (MSK), Moscow time, по Москве.
fn zone_at(tokens: &[Token<'_>], i: usize) -> Option<(Zone, usize)> {
    let open = tokens.get(i).is_some_and(|token| token.is_mark("("));
    let at = if open { i + 1 } else { i };
    let close = |to: usize| if open && tokens.get(to).is_some_and(|t| t.is_mark(")")) { to + 1 } else { to };
    // After a blank only "+0300" and "+03:00" are offsets: "14:05 - 15" is something else.
    let beside =
        |to: usize| tokens.get(at).is_some_and(|t| t.glued || open) || to == at + 4 || long(tokens, at + 1);
    if let Some((minutes, to)) = offset_at(tokens, at).filter(|(_, to)| beside(*to)) {
        return Some((Zone(minutes), close(to)));
    }
    let token = tokens.get(at)?;
    let lower = token.text.to_lowercase();
    if let Some((_, minutes)) = ZONES.iter().find(|(name, _)| *name == lower) {
        let (minutes, to) = offset_at(tokens, at + 1).filter(|_| *minutes == 0).unwrap_or((*minutes, at + 1));
        return Some((Zone(minutes), close(to)));
    }
    let next = |words: &[&str]| tokens.get(at + 1).is_some_and(|token| token.is_any(words));
    let by_moscow = (token.is_any(&["по", "па"])
        && next(&["москве", "московскому", "минску", "минскому", "маскве", "мінску", "мінскім"]))
        || (token.is_any(&["moscow", "minsk", "московское", "минское"]) && next(&["time", "время"]));
    by_moscow.then(|| {
        let to = if tokens.get(at + 2).is_some_and(|t| t.is_any(&["времени", "часу"])) {
            at + 3
        } else {
            at + 2
        };
        (Zone(180), close(to))
    })
}

/// Whether the number at `i` has four digits.
fn long(tokens: &[Token<'_>], i: usize) -> bool {
    tokens.get(i).is_some_and(|token| token.text.len() == 4)
}

/// +3, +03:00, -0500
fn offset_at(tokens: &[Token<'_>], i: usize) -> Option<(i16, usize)> {
    let sign = tokens.get(i).filter(|token| token.is_mark("+-−"))?;
    let number = tokens.get(i + 1).filter(|token| token.glued)?;
    let value = i16::try_from(number.number()?).ok()?;
    let (minutes, to) = match number.text.len() {
        1 | 2 => {
            let minutes = tokens
                .get(i + 2)
                .filter(|token| token.is_mark(":") && token.glued)
                .and_then(|_| tokens.get(i + 3)?.digits(2));
            (
                value * 60 + i16::try_from(minutes.unwrap_or(0)).ok()?,
                if minutes.is_some() { i + 4 } else { i + 2 },
            )
        }
        4 => (value / 100 * 60 + value % 100, i + 2),
        _ => return None,
    };
    (minutes <= 14 * 60).then(|| (if sign.is_mark("+") { minutes } else { -minutes }, to))
}
