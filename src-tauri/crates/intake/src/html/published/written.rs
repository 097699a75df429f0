//! Days as pages write them: figures in any order, months by name in many languages, stamps of machines.

use chancery_model::{ClockTime, Day, Published, Zone};

use super::months::month;

/// A day found in a short text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) day: Day,
    /// The day it is with day and month the other way round, where the words leave that open; `day` is then day first.
    pub(super) turned: Option<Day>,
    /// Whether the month stands first, where it is written with strokes in figures that leave no doubt.
    pub(super) month_first: Option<bool>,
    /// Bytes in the text.
    pub(super) start: usize,
    pub(super) end: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Number,
    Word,
    Mark,
}

#[derive(Clone, Copy, Debug)]
struct Token<'a> {
    kind: Kind,
    text: &'a str,
    start: usize,
    /// No blank before it.
    glued: bool,
}

impl Token<'_> {
    fn number(&self) -> Option<i64> {
        (self.kind == Kind::Number && self.text.len() <= 4).then(|| self.text.parse().ok()).flatten()
    }

    fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let kind_of = |c: char| {
        if c.is_ascii_digit() {
            Kind::Number
        } else if c.is_alphabetic() && !is_counter(c) {
            Kind::Word
        } else {
            Kind::Mark
        }
    };
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut glued = false;
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if c.is_whitespace() {
            glued = false;
            continue;
        }
        let kind = kind_of(c);
        let mut end = start + c.len_utf8();
        while kind != Kind::Mark
            && let Some((at, next)) = chars
                .next_if(|(_, next)| kind_of(*next) == kind || kind == Kind::Word && is_mark_on_letter(*next))
        {
            end = at + next.len_utf8();
        }
        tokens.push(Token { kind, text: text.get(start..end).unwrap_or_default(), start, glued });
        glued = true;
    }
    tokens
}

/// Year, month and day as Chinese, Japanese and Korean count them.
fn is_counter(c: char) -> bool {
    matches!(c, '年' | '月' | '日' | '년' | '월' | '일')
}

fn is_mark_on_letter(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{93c}' | '\u{94d}')
}

/// The days written in `text`, in order. `language` is the page's, as its markup names it.
pub(super) fn days(text: &str, language: Option<&str>) -> Vec<Written> {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let tokens = tokens(text);
    let reader = Reader { tokens: &tokens, language };
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(first) = tokens.get(at) {
        match reader.day_at(at) {
            Some((day, turned, next)) if next > at => {
                let end = tokens.get(next - 1).map_or(first.end(), Token::end);
                let figures = reader.is(at + 1, &["/"]) && turned.is_none();
                let month_first = figures.then(|| reader.small(at) == Some(day.month));
                found.push(Written { day, turned, month_first, start: first.start, end });
                at = next;
            }
            _ => at += 1,
        }
    }
    found
}

struct Reader<'a> {
    tokens: &'a [Token<'a>],
    language: Option<&'a str>,
}

type Read = (Day, Option<Day>, usize);

impl Reader<'_> {
    fn get(&self, at: usize) -> Option<&Token<'_>> {
        self.tokens.get(at)
    }

    fn is(&self, at: usize, texts: &[&str]) -> bool {
        self.get(at).is_some_and(|token| texts.contains(&token.text))
    }

    fn is_word(&self, at: usize, words: &[&str]) -> bool {
        self.get(at).is_some_and(|token| {
            token.kind == Kind::Word && words.iter().any(|word| word.eq_ignore_ascii_case(token.text))
        })
    }

    fn small(&self, at: usize) -> Option<u8> {
        let token = self.get(at).filter(|token| token.text.len() <= 2)?;
        u8::try_from(token.number()?).ok().filter(|number| (1..=31).contains(number))
    }

    fn year(&self, at: usize) -> Option<i64> {
        let token = self.get(at).filter(|token| token.text.len() == 4)?;
        token.number().filter(|year| (1900..2100).contains(year))
    }

    fn day_at(&self, at: usize) -> Option<Read> {
        // A figure that goes on before is a version, a price, an address.
        let goes_on = at >= 2
            && self.get(at).is_some_and(|token| token.glued)
            && self.is(at - 1, &[".", "-", "/", ":", ","])
            && self.get(at - 1).is_some_and(|token| token.glued)
            && self.get(at - 2).is_some_and(|token| token.kind == Kind::Number);
        if goes_on {
            return None;
        }
        self.year_first(at)
            .or_else(|| self.figures(at))
            .or_else(|| self.day_first(at))
            .or_else(|| self.month_first(at))
    }

    /// 2021-11-03, 2021/11/3, 2021.11.03, 2021年11月3日, 2021. 11. 3., 2021. november 3.
    fn year_first(&self, at: usize) -> Option<Read> {
        let year = self.year(at)?;
        let month_at = if self.is(at + 1, &["-", "/", ".", "年", "년"]) { at + 2 } else { at + 1 };
        if let Some(named) = self.get(month_at).and_then(|token| month(token.text, self.language)) {
            let day_at = if self.is(month_at + 1, &[".", "-", "/"]) { month_at + 2 } else { month_at + 1 };
            let day = Day::new(year, named, self.small(day_at)?)?;
            // "2020 May 5 2021" is the day before.
            return (self.year(day_at + 1).is_none()).then_some((day, None, day_at + 1));
        }
        let mark = self.get(at + 1)?;
        let number = self.small(month_at)?;
        let second = match (mark.text, self.get(month_at + 1)?.text) {
            ("年", "月") | ("년", "월") => true,
            (one, other) => one == other && ["-", "/", "."].contains(&one),
        };
        if month_at != at + 2 || !second {
            return None;
        }
        let spaced = self.get(month_at).is_some_and(|token| !token.glued);
        if spaced && mark.text != "." && mark.text != "년" {
            return None;
        }
        let day = Day::new(year, number, self.small(month_at + 2)?)?;
        Some((day, None, month_at + 3))
    }

    /// 03.11.2021, 3/11/2021, 03-11-2021, 3. 11. 2021, 03.11.21
    fn figures(&self, at: usize) -> Option<Read> {
        let (first, second) = (self.small(at)?, self.small(at + 2)?);
        let mark = self.get(at + 1).filter(|mark| [".", "/", "-", "|"].contains(&mark.text))?;
        self.get(at + 3).filter(|other| other.text == mark.text)?;
        let dots = [".", "|"].contains(&mark.text);
        let glued = |at: usize| self.get(at).is_some_and(|token| token.glued);
        let blank = (1..=4).any(|next| !glued(at + next));
        if blank && !dots {
            return None;
        }
        let third = self.get(at + 4)?;
        // 10.9.2021.5 and 03.11.21.14 are no dates; 03.11.2021. is one.
        if self.is(at + 5, &[".", "-", "/"])
            && glued(at + 6)
            && self.get(at + 6).is_some_and(|token| token.kind == Kind::Number)
        {
            return None;
        }
        let two_digits = |at: usize| self.get(at).is_some_and(|token| token.text.len() == 2);
        let year = match third.text.len() {
            4 => self.year(at + 4)?,
            2 if dots && glued(at + 4) && two_digits(at) == two_digits(at + 2) => match third.number()? {
                year if year < 70 => 2000 + year,
                year => 1900 + year,
            },
            _ => return None,
        };
        let (day_first, month_first) = (Day::new(year, second, first), Day::new(year, first, second));
        match (day_first, month_first) {
            (Some(day), Some(turned)) if !dots && day != turned => Some((day, Some(turned), at + 5)),
            (Some(day), _) | (None, Some(day)) => Some((day, None, at + 5)),
            (None, None) => None,
        }
    }

    /// 3 November 2021, 3. November 2021, 3rd of November, 2021, 3 de noviembre de 2021, 03-Nov-2021
    fn day_first(&self, at: usize) -> Option<Read> {
        let day = self.small(at)?;
        let mut next = at + 1;
        let ordinal = ["st", "nd", "rd", "th", "er", "re", "º", "го", "-го", "ος"];
        if self.is_word(next, &ordinal) && self.get(next).is_some_and(|token| token.glued) {
            next += 1;
        }
        while self.is(next, &[".", "-", "/", ",", "º", "°"]) && next < at + 4 {
            next += 1;
        }
        if self.is_word(next, &["of", "de", "d"]) {
            next += 1;
        }
        let named = self.get(next).and_then(|token| month(token.text, self.language))?;
        next += 1;
        for _ in 0..2 {
            if self.is(next, &[".", ",", "-", "/", "'", "’"]) || self.is_word(next, &["de", "del", "of"]) {
                next += 1;
            }
        }
        let year = self.year(next)?;
        Some((Day::new(year, named, day)?, None, next + 1))
    }

    /// November 3, 2021; Nov. 3rd 2021
    fn month_first(&self, at: usize) -> Option<Read> {
        let named = self.get(at).filter(|token| token.kind == Kind::Word)?;
        let named = month(named.text, self.language)?;
        let mut next = at + 1;
        if self.is(next, &[".", "-", "/"]) {
            next += 1;
        }
        let day = self.small(next)?;
        next += 1;
        if self.is_word(next, &["st", "nd", "rd", "th"]) {
            next += 1;
        }
        for _ in 0..2 {
            if self.is(next, &[",", ".", "-", "/"]) {
                next += 1;
            }
        }
        let year = self.year(next)?;
        Some((Day::new(year, named, day)?, None, next + 1))
    }
}

/// Reads a stamp as machines write it into a page: ISO 8601, RFC 2822, bare figures, seconds since 1970.
///
/// The second value is the day with day and month the other way round, where the figures leave that open.
pub(super) fn stamp(words: &str, language: Option<&str>) -> Option<(Published, Option<Day>)> {
    let words = words.trim();
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let plain = |day: Day| Published { date: chancery_model::Edtf::day(day), time: None, zone: None };
    if (digits == 8 || digits == 14)
        && !words.get(digits..).is_some_and(|rest| rest.starts_with(['-', '/', '.']))
    {
        let part = |range: std::ops::Range<usize>| words.get(range)?.parse::<u8>().ok();
        let year = words.get(..4)?.parse().ok().filter(|year| (1900..2100).contains(year))?;
        let day = Day::new(year, part(4..6)?, part(6..8)?)?;
        return Some((plain(day), None));
    }
    if digits == words.len() && (digits == 10 || digits == 13) {
        let seconds: u32 = words.get(..10)?.parse().ok()?;
        let first = Day::new(1970, 1, 1)?.to_chrono()?;
        let date = first.iter_days().nth(usize::try_from(seconds / 86_400).ok()?)?;
        let small = |number: u32| u8::try_from(number).unwrap_or(0);
        let mut published = plain(Day::from_chrono(date));
        published.time = Some(ClockTime {
            hour: small(seconds / 3600 % 24),
            minute: small(seconds / 60 % 60),
            second: Some(small(seconds % 60)),
        });
        published.zone = Some(Zone(0));
        return Some((published, None));
    }
    let written = *days(words, language).first()?;
    let mut published = plain(written.day);
    if let Some((time, zone)) = words.get(written.end..).and_then(clock) {
        published.time = Some(time);
        published.zone = zone;
    }
    Some((published, written.turned))
}

/// The clock time a machine writes behind its date: `T14:05:00+01:00`, ` 14:05:00.123Z`, ` 14:05 GMT`.
fn clock(rest: &str) -> Option<(ClockTime, Option<Zone>)> {
    let rest = rest.trim_start_matches(['T', 't', ' ', ',']);
    let length = rest.find(|c: char| !c.is_ascii_digit() && c != ':').unwrap_or(rest.len());
    let time = ClockTime::parse(rest.get(..length)?)?;
    let after = rest.get(length..)?;
    let after = after
        .strip_prefix('.')
        .map_or(after, |fraction| fraction.trim_start_matches(|c: char| c.is_ascii_digit()));
    let after = after.trim();
    if ["UTC", "GMT"].contains(&after) {
        return Some((time, Some(Zone(0))));
    }
    // A half of the day behind the time is left to the reading of visible lines.
    if after.starts_with(['a', 'p', 'A', 'P']) {
        return None;
    }
    Some((time, Zone::parse(after)))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<String> = days(text, None)
            .iter()
            .map(|written| match written.turned {
                Some(turned) => format!("{}|{turned}", written.day),
                None => written.day.to_string(),
            })
            .collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn figures_are_read_in_any_order() {
        check("2021-11-03T14:05:00Z", &["2021-11-03"]);
        check("2021/11/3 and 3.11.2021", &["2021-11-03", "2021-11-03"]);
        check("3. 11. 2021 v 10:00", &["2021-11-03"]);
        check("Stand: 03.11.21, 14.05 Uhr", &["2021-11-03"]);
        check("26 | 01 | 2022", &["2022-01-26"]);
        check("03/11/2021", &["2021-11-03|2021-03-11"]);
        check("11/23/2021", &["2021-11-23"]);
        check("2020年7月3日 10時", &["2020-07-03"]);
        check("2020. 7. 3. 오후", &["2020-07-03"]);
    }

    #[test]
    fn months_are_read_by_name_in_many_languages() {
        for text in [
            "Wed, 3 Nov 2021 10:00",
            "November 3, 2021",
            "Nov. 3rd, 2021",
            "3rd of November 2021",
            "Mittwoch, 3. November 2021",
            "mercredi 3 novembre 2021",
            "3 de noviembre de 2021",
            "3 de novembro de 2021",
            "3 listopada 2021 r.",
            "3. listopadu 2021",
            "3 ноября 2021 года",
            "3 лістапада 2021",
            "3 листопада 2021 р.",
            "2021. november 3.",
            "3. marraskuuta 2021",
            "3 नवंबर 2021",
            "3 نوفمبر 2021",
            "03-Nov-2021",
        ] {
            check(text, &["2021-11-03"]);
        }
        check("1er août 2019", &["2019-08-01"]);
        check("5. März 2020 | 12 Feb. 2020", &["2020-03-05", "2020-02-12"]);
    }

    #[test]
    fn what_is_no_date_is_left_alone() {
        for text in [
            "version 1.2.2021.5",
            "12345678",
            "31.02.2021",
            "call 03/11/20214",
            "3 markets 2021",
            "99-99-2021",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn stamps_keep_their_time_and_zone() {
        let show = |words: &str| {
            let (published, _) = stamp(words, None)?;
            let time = published.time.map(|time| time.to_string()).unwrap_or_default();
            let zone = published.zone.map(|zone| zone.to_string()).unwrap_or_default();
            Some(format!("{} {time} {zone}", published.date))
        };
        assert_eq!(show("2020-04-24T10:11:12.345+02:00").unwrap(), "2020-04-24 10:11:12 +02:00");
        assert_eq!(show("2020-04-24 10:11").unwrap(), "2020-04-24 10:11 ");
        assert_eq!(show("Fri, 24 Apr 2020 10:11:12 GMT").unwrap(), "2020-04-24 10:11:12 +00:00");
        assert_eq!(show("20200424").unwrap(), "2020-04-24  ");
        assert_eq!(show("1587723072").unwrap(), "2020-04-24 10:11:12 +00:00");
        assert_eq!(show("soon"), None);
    }
}
