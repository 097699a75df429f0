//! What is read from a document: its text, the furniture in it, and the fields with their basis.

use crate::{Edtf, Field, Language, Span};

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

impl std::fmt::Display for ClockTime {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)?;
        self.second.map_or(Ok(()), |second| write!(f, ":{second:02}"))
    }
}

/// The zone of a clock time: minutes east of UTC. Unknown is said as `None` where a `Zone` is optional.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zone(pub i16);

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
    /// The language of the text.
    pub language: Field<Language>,
    /// SHA-256 of the bytes it came from.
    pub sha256: [u8; 32],
}
