//! A calendar by RFC 5545: all-day events with UIDs that hold, lines folded at 75 octets. Dates that are no sure day are told in words.

use chancery_model::Day;

use super::{Chart, ChartEntry};
use crate::words::Words;

/// Octets a line may have before it is folded, without its line break.
const LONGEST: usize = 75;

/// The chart as a calendar. What calendars have no day for (years before 1 or after 9999) is left out.
#[must_use]
pub fn ics(chart: &Chart) -> String {
    let words = chart.words();
    let mut out = String::new();
    for (name, value) in [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", "-//Chancery//Timeline//EN"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
    ] {
        line(&mut out, name, value);
    }
    line(&mut out, "X-WR-CALNAME", &escaped(&chart.title));
    if let Some(as_of) = chart.as_of_line(&words) {
        line(&mut out, "X-WR-CALDESC", &escaped(&as_of));
    }
    for entry in &chart.entries {
        event(&mut out, chart, entry, &words);
    }
    line(&mut out, "END", "VCALENDAR");
    out
}

fn event(out: &mut String, chart: &Chart, entry: &ChartEntry, words: &Words) {
    let Some((first, last)) = entry.days() else { return };
    let (Some(start), Some(end), Some(made)) = (compact(first), after(last), compact(chart.made)) else {
        return;
    };
    let when = entry.when(words);
    let sure = entry.is_one_day();
    let summary = if sure { entry.title.clone() } else { format!("{} ({when})", entry.title) };
    let mut told = vec![format!("{}: {when}", words.get("doc-when"))];
    if !entry.who.is_empty() {
        told.push(format!("{}: {}", words.get("doc-who"), entry.who));
    }
    told.push(entry.standing(words));
    told.extend(entry.passages.iter().map(|(quote, source)| format!("{} — {source}", words.quoted(quote))));
    line(out, "BEGIN", "VEVENT");
    line(out, "UID", &format!("{}@chancery", entry.uid));
    line(out, "DTSTAMP", &format!("{made}T000000Z"));
    line(out, "DTSTART;VALUE=DATE", &start);
    line(out, "DTEND;VALUE=DATE", &end);
    line(out, "SUMMARY", &escaped(&summary));
    line(out, "DESCRIPTION", &escaped(&told.join("\n")));
    if let Some(lane) = &entry.lane {
        line(out, "CATEGORIES", &escaped(lane));
    }
    line(out, "STATUS", if sure { "CONFIRMED" } else { "TENTATIVE" });
    line(out, "TRANSP", "TRANSPARENT");
    line(out, "END", "VEVENT");
}

fn compact(day: Day) -> Option<String> {
    (1..=9999).contains(&day.year).then(|| format!("{:04}{:02}{:02}", day.year, day.month, day.day))
}

/// The day after: ends of all-day events are not part of them.
fn after(day: Day) -> Option<String> {
    let [next, month, year] = [
        Day::new(day.year, day.month, day.day + 1),
        Day::new(day.year, day.month + 1, 1),
        Day::new(day.year + 1, 1, 1),
    ];
    next.or(month).or(year).and_then(compact)
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace(';', "\\;")
        .replace(',', "\\,")
        .replace("\r\n", "\n")
        .replace(['\n', '\r'], "\\n")
}

/// A content line, folded between characters: a blank begins what goes on.
fn line(out: &mut String, name: &str, value: &str) {
    let mut octets = 0;
    for letter in name.chars().chain([':']).chain(value.chars()) {
        if octets + letter.len_utf8() > LONGEST {
            out.push_str("\r\n ");
            octets = 1;
        }
        out.push(letter);
        octets += letter.len_utf8();
    }
    out.push_str("\r\n");
}
