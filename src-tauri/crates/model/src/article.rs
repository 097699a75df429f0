//! What is read from a document: its text, the furniture in it, and the fields with their basis.

use crate::{Edtf, EdtfError, Field, Language, LanguageRun, Span};

/// A clock time as printed, to the second where given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClockTime {
    /// 0–23
    pub hour: u8,
    /// 0–59
    pub minute: u8,
    /// 0–59, where printed
    pub second: Option<u8>,
}

impl ClockTime {
    /// Reads `H:MM`, `HH:MM` or `HH:MM:SS`; a time that no clock shows is `None`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let number = |part: &str, most: u8| {
            let short = (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
            part.parse::<u8>().ok().filter(|&number| short && number <= most)
        };
        let mut parts = text.split(':');
        let (hour, minute) = (number(parts.next()?, 23)?, number(parts.next()?, 59)?);
        let second = match parts.next() {
            Some(part) => Some(number(part, 59)?),
            None => None,
        };
        parts.next().is_none().then_some(Self { hour, minute, second })
    }
}

impl std::fmt::Display for ClockTime {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)?;
        self.second.map_or(Ok(()), |second| write!(f, ":{second:02}"))
    }
}

/// The zone of a clock time: minutes east of UTC. Unknown is said as `None` where a `Zone` is optional.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zone(pub i16);

impl Zone {
    /// Reads `+03:00`, `-0500`, `+3` or `Z`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text == "Z" {
            return Some(Self(0));
        }
        let (sign, rest) = match text.strip_prefix('+') {
            Some(rest) => (1, rest),
            None => (-1, text.strip_prefix(['-', '−'])?),
        };
        let digits: String = rest.chars().filter(|&c| c != ':').collect();
        if digits.is_empty() || digits.len() > 4 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let (hours, minutes) =
            if digits.len() <= 2 { (digits.as_str(), "0") } else { digits.split_at(digits.len() - 2) };
        let (hours, minutes): (i16, i16) = (hours.parse().ok()?, minutes.parse().ok()?);
        (hours <= 14 && minutes < 60).then_some(Self(sign * (hours * 60 + minutes)))
    }
}

impl std::fmt::Display for Zone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sign = if self.0 < 0 { '-' } else { '+' };
        write!(f, "{sign}{:02}:{:02}", self.0.unsigned_abs() / 60, self.0.unsigned_abs() % 60)
    }
}

/// When an article was published. The clock time stands beside the date; no zone means the zone is unknown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// The day, month or year.
    pub date: Edtf,
    /// The clock time, where printed.
    pub time: Option<ClockTime>,
    /// Its zone, where printed.
    pub zone: Option<Zone>,
}

impl std::fmt::Display for Published {
    /// As EDTF writes a date and time: `2021-09-10T14:30:00+03:00`. Without a time it is the date alone.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.date.fmt(f)?;
        let Some(time) = self.time else { return Ok(()) };
        write!(f, "T{time}")?;
        match self.zone {
            None => Ok(()),
            Some(Zone(0)) => f.write_str("Z"),
            Some(zone) => zone.fmt(f),
        }
    }
}

impl std::str::FromStr for Published {
    type Err = EdtfError;

    /// Reads a date, or a day and a time as EDTF writes them.
    fn from_str(text: &str) -> Result<Self, EdtfError> {
        let wrong = || EdtfError(text.to_owned());
        let Some((day, clock)) = text.split_once('T') else {
            return Ok(Self { date: Edtf::parse(text)?, time: None, zone: None });
        };
        let date = Edtf::parse(day)?;
        let (time, zone) = clock.split_at(clock.find(['Z', '+', '-']).unwrap_or(clock.len()));
        let time = ClockTime::parse(time).filter(|_| date.exact_day().is_some()).ok_or_else(wrong)?;
        let zone = match zone {
            "" => None,
            zone => Some(Zone::parse(zone).ok_or_else(wrong)?),
        };
        Ok(Self { date, time: Some(time), zone })
    }
}

/// Which of the first two figures of a date is the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DateOrder {
    /// 03/11/2021 is the third of November.
    DayMonth,
    /// 03/11/2021 is the eleventh of March.
    MonthDay,
}

impl DateOrder {
    /// The word used in JSON and in the dossier.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::DayMonth => "day-month",
            Self::MonthDay => "month-day",
        }
    }

    /// The order of an id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        [Self::DayMonth, Self::MonthDay].into_iter().find(|order| order.id() == id)
    }
}

/// Where and when a story says it was filed: "MOSCOW, September 9. /TASS/."
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dateline {
    /// The place in ordinary capitals, "Moscow".
    pub place: String,
    /// The date as far as printed, and with its year where that was inferred.
    pub date: Option<Edtf>,
    /// The words of the date as printed, "September 9".
    pub date_words: Option<String>,
}

/// What a piece of furniture is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FurnitureKind {
    /// Calls to share, support, subscribe, follow or read on at the site.
    Share,
    /// Photo credits and captions of the page.
    Credit,
    /// Menus and section links.
    Menu,
    /// Comment and subscription forms.
    Form,
    /// The title again inside the text.
    RepeatedTitle,
}

impl FurnitureKind {
    /// The word used in JSON and in the dossier.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Share => "share",
            Self::Credit => "credit",
            Self::Menu => "menu",
            Self::Form => "form",
            Self::RepeatedTitle => "repeated-title",
        }
    }

    /// The kind of an id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        [Self::Share, Self::Credit, Self::Menu, Self::Form, Self::RepeatedTitle]
            .into_iter()
            .find(|kind| kind.id() == id)
    }
}

/// A typed span of the text that reading, search, tagging and export skip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Furniture {
    /// Where it stands in the text; whole lines without their line end.
    pub span: Span,
    /// What it is.
    pub kind: FurnitureKind,
}

/// What a date in a text was counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateAnchor {
    /// Stated in full: nothing was counted from anything.
    Stated,
    /// The day the article was published.
    Published,
    /// The day of the dateline.
    Dateline,
    /// Another date in the text shortly before.
    Text,
}

impl DateAnchor {
    /// The word used in JSON.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Published => "published",
            Self::Dateline => "dateline",
            Self::Text => "text",
        }
    }
}

/// A date named in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateMention {
    /// Where the words stand.
    pub span: Span,
    /// The words.
    pub words: String,
    /// The date; `None` where the year cannot be told.
    pub value: Option<Edtf>,
    /// What it was counted from.
    pub anchor: DateAnchor,
}

/// What `intake` makes of a file: the text with its furniture and the candidates for every field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceDocument {
    /// Id of the format found, such as `txt`.
    pub format: String,
    /// The normalised text: UTF-8, LF, NFC; without the title.
    pub text: String,
    /// Spans of it that are no part of the article.
    pub furniture: Vec<Furniture>,
    /// The title.
    pub title: Field<String>,
    /// Who published it.
    pub outlet: Field<String>,
    /// Who wrote it.
    pub byline: Field<String>,
    /// Where and when it was filed.
    pub dateline: Field<Dateline>,
    /// When it was published.
    pub published: Field<Published>,
    /// When it was last changed; never taken for the publication.
    pub modified: Field<Published>,
    /// Its web address, the canonical one where it is stated.
    pub url: Field<String>,
    /// The section of the outlet it stood in.
    pub section: Field<String>,
    /// The language of the text.
    pub language: Field<Language>,
    /// Its paragraphs by language, its own among them, in order.
    pub language_runs: Vec<LanguageRun>,
    /// SHA-256 of the bytes it came from.
    pub sha256: [u8; 32],
}

impl SourceDocument {
    /// Its paragraphs in other languages than its own, in order.
    pub fn foreign_runs(&self) -> impl Iterator<Item = &LanguageRun> {
        self.language_runs.iter().filter(|run| Some(run.language) != self.language.value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_and_zones_read_what_they_print() {
        for text in ["02:42", "17:42:00", "23:59:59"] {
            assert_eq!(ClockTime::parse(text).map(|time| time.to_string()).as_deref(), Some(text));
        }
        for text in ["24:00", "1:60", "12", "12:3x", "1:2:3:4", ""] {
            assert_eq!(ClockTime::parse(text), None, "{text:?}");
        }
        for text in ["+03:00", "-05:30", "+00:00"] {
            assert_eq!(Zone::parse(text).map(|zone| zone.to_string()).as_deref(), Some(text));
        }
        assert_eq!(Zone::parse("+3"), Some(Zone(180)));
        assert_eq!((Zone::parse("3"), Zone::parse("+25:00"), Zone::parse("")), (None, None, None));
    }
}
