//! Mailboxes: messages one after the other, each after a line that begins with "From ".

use std::ops::ControlFlow;

use chancery_model::Day;

use super::{Part, attached, eml, fields};
use crate::Refusal;
use crate::member::{Allowance, Member, Sink};

/// Gives each message, and after it the documents that hang on it. A message that can't be read comes with its reason.
///
/// # Errors
/// [`Refusal::TooLarge`] where all of them take more than is allowed.
pub(crate) fn each(bytes: &[u8], allowance: &Allowance, sink: &mut Sink<'_>) -> Result<(), Refusal> {
    let mut room = Room { bytes: 0, members: 0, allowance };
    for (number, (opening, written)) in messages(bytes).enumerate() {
        let size = written.len() as u64;
        let label = || format!("message {}", number + 1);
        if size > allowance.member {
            let refusal = Refusal::TooLarge { bytes: size, limit: allowance.member };
            if sink(Err((label(), refusal))).is_break() {
                return Ok(());
            }
            continue;
        }
        let message = unescaped(written);
        let part = Part::of(&message);
        let name = fields::title(&part).value.unwrap_or_else(label);
        let documents = attached::documents(&message);
        let found = draft(&message, &part, opening);
        // Nothing is missing where a message only carries its documents.
        if found.is_ok() || documents.is_empty() {
            let found = found.map(|draft| Member { name: name.clone(), bytes: message.clone(), draft });
            if room.give(sink, found.map_err(|refusal| (name.clone(), refusal)))?.is_break() {
                return Ok(());
            }
        }
        for (number, document) in documents.iter().enumerate() {
            let Some(found) = attached::member(document, number + 1, allowance.member) else { continue };
            let inside = |inner: String| format!("{name} / {inner}");
            let found = found
                .map(|member| Member { name: inside(member.name), ..member })
                .map_err(|(inner, refusal)| (inside(inner), refusal));
            if room.give(sink, found)?.is_break() {
                return Ok(());
            }
        }
    }
    Ok(())
}

/// What has been given so far.
struct Room<'a> {
    bytes: u64,
    members: usize,
    allowance: &'a Allowance,
}

impl Room<'_> {
    fn give(
        &mut self,
        sink: &mut Sink<'_>,
        found: Result<Member, (String, Refusal)>,
    ) -> Result<ControlFlow<()>, Refusal> {
        self.bytes = self.bytes.saturating_add(found.as_ref().map_or(0, |member| member.bytes.len() as u64));
        self.members += 1;
        if self.bytes > self.allowance.all {
            return Err(Refusal::TooLarge { bytes: self.bytes, limit: self.allowance.all });
        }
        let flow = sink(found);
        Ok(if self.members >= self.allowance.members { ControlFlow::Break(()) } else { flow })
    }
}

/// Reads a message; without any day, none is read: its page could not be told when it was seen.
fn draft(message: &[u8], part: &Part<'_>, opening: &[u8]) -> Result<Option<crate::draft::Draft>, Refusal> {
    if message.trim_ascii().is_empty() {
        return Err(Refusal::Empty);
    }
    fields::day(part).or_else(|| opening_day(opening)).map(|day| eml::read(message, day)).transpose()
}

/// "From ann@example.org Fri Dec  3 10:15:00 2021"
fn opening_day(line: &[u8]) -> Option<Day> {
    let line = String::from_utf8_lossy(line);
    let words: Vec<&str> = line.split_whitespace().collect();
    let month = words.iter().position(|word| month(word).is_some())?;
    let year = words.iter().skip(month + 1).rev().find_map(|word| {
        word.parse::<i64>().ok().filter(|year| word.len() == 4 && (1970..2200).contains(year))
    })?;
    Day::new(year, words.get(month).and_then(|word| self::month(word))?, words.get(month + 1)?.parse().ok()?)
}

fn month(word: &str) -> Option<u8> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let at = MONTHS.iter().position(|month| word.eq_ignore_ascii_case(month))?;
    u8::try_from(at + 1).ok()
}

/// Whether a line opens a message: "From ", a sender, and a clock time somewhere after it.
fn opens(line: &[u8]) -> bool {
    let Some(rest) = line.strip_prefix(b"From ") else { return false };
    let clock = |word: &[u8]| {
        word.len() >= 4
            && word.contains(&b':')
            && word.iter().all(|byte| byte.is_ascii_digit() || *byte == b':')
    };
    line.len() < 400 && rest.split(u8::is_ascii_whitespace).skip(1).any(clock)
}

/// Whether a file begins as a mailbox does.
pub(super) fn begins(bytes: &[u8]) -> bool {
    let mut lines = bytes.split(|&byte| byte == b'\n').skip_while(|line| line.trim_ascii().is_empty());
    let header = |line: &[u8]| {
        let name = line.split(|&byte| byte == b':').next().unwrap_or_default();
        name.len() < line.len()
            && !name.is_empty()
            && name.iter().all(|&byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    lines.next().is_some_and(opens)
        && lines
            .next()
            .is_some_and(|line| header(line.strip_prefix(b">From").unwrap_or(line)) || header(line))
}

/// The messages with the lines that open them. A line opens one at the start and after an empty line only.
fn messages(bytes: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    let mut openings: Vec<(usize, usize)> = Vec::new();
    let (mut at, mut after_empty) = (0, true);
    for line in bytes.split_inclusive(|&byte| byte == b'\n') {
        if after_empty && opens(line) {
            openings.push((at, at + line.len()));
        }
        at += line.len();
        after_empty = line.trim_ascii().is_empty();
    }
    let ends: Vec<usize> = openings.iter().skip(1).map(|&(start, _)| start).chain([bytes.len()]).collect();
    openings.into_iter().zip(ends).map(move |((start, body), end)| {
        (bytes.get(start..body).unwrap_or_default(), bytes.get(body..end).unwrap_or_default())
    })
}

/// Where the last message begins that is not the first.
pub(crate) fn last(bytes: &[u8]) -> Option<usize> {
    let mut end = bytes.len();
    loop {
        let at = end.checked_sub(1)?;
        let before = bytes.get(..at)?.iter().rposition(|&byte| byte == b'\n')? + 1;
        let line = bytes.get(before..end)?;
        let gap = bytes.get(..before)?;
        // A line that is cut off may be no opening at all.
        if line.ends_with(b"\n") && opens(line) && (gap.ends_with(b"\n\n") || gap.ends_with(b"\n\r\n")) {
            return Some(before);
        }
        end = before;
    }
}

/// A message as it was before a mailbox wrote ">From " for "From ".
fn unescaped(message: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(message.len());
    for line in message.split_inclusive(|&byte| byte == b'\n') {
        let marks = line.iter().take_while(|&&byte| byte == b'>').count();
        let escaped = marks > 0 && line.get(marks..).is_some_and(|rest| rest.starts_with(b"From "));
        out.extend_from_slice(line.get(usize::from(escaped)..).unwrap_or_default());
    }
    out
}
