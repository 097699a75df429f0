//! The resolved document: everything a briefing says, with its sources, free of the dossier's ids.

use chancery_model::{AsOf, Day, Edtf, Language, LineageKind, MilestoneKind, Role, Stance, Status, Tlp};
use thiserror::Error;

use crate::{Citations, Prose, Source, SourceList, SourceNumber, Support, Timeline};

/// The language a briefing is worded in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Locale {
    /// English
    #[default]
    En,
    /// Russian
    Ru,
    /// Belarusian
    Be,
}

impl Locale {
    /// Every language there are words for.
    pub const ALL: &'static [Self] = &[Self::En, Self::Ru, Self::Be];

    /// The ISO 639-1 code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ru => "ru",
            Self::Be => "be",
        }
    }

    /// The language of a code; `None` where there are no words for it.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|locale| locale.code() == code)
    }
}

/// A date with the mark that it was inferred and not stated.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Dated {
    /// The date.
    pub date: Edtf,
    /// Whether the desk inferred it; printed as "(inferred)".
    pub inferred: bool,
}

impl Dated {
    /// A date that is stated.
    #[must_use]
    pub fn stated(date: Edtf) -> Self {
        Self { date, inferred: false }
    }

    /// A date that was inferred.
    #[must_use]
    pub fn inferred(date: Edtf) -> Self {
        Self { date, inferred: true }
    }
}

/// What stands at the head of the first page and in the running lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its title; where empty, the dossier's name is printed instead.
    pub title: String,
    /// Handling mark.
    pub tlp: Tlp,
    /// Who it is for; not printed where empty.
    pub audience: String,
    /// The date printed on it; also the creation date in the files, so that the same input gives the same bytes.
    pub date: Day,
    /// The language of headings and fixed words.
    pub locale: Locale,
    /// The dossier's name.
    pub dossier: String,
    /// The day everything in it is told as of; `None` for all that is held now.
    pub as_of: Option<AsOf>,
}

/// Words quoted with the number of the source they stand in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The exact words, without quotation marks around them.
    pub words: String,
    /// The language of the words, where known.
    pub language: Option<Language>,
    /// Where they stand.
    pub source: SourceNumber,
    /// They stood there, and no longer do since the article was read again.
    pub lost: bool,
}

/// A status with the day since when and what it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusLine {
    /// How far it has come.
    pub status: Status,
    /// What the dossier's own ladder calls that, in the briefing's language; none where it has no other than that of the senses.
    pub own: Option<String>,
    /// Since when, where known.
    pub since: Option<Dated>,
    /// The words that say so; where the document quotes them among its passages, that quotation is referred to.
    pub quotes: Vec<Quote>,
    /// What it rests on.
    pub support: Support,
}

/// One line of the key points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyPoint {
    /// What is said, such as the milestone's title.
    pub statement: String,
    /// When it happened.
    pub date: Option<Dated>,
    /// Who said, promised or decided it, where known.
    pub who: Vec<Named>,
    /// Where it stands who that was.
    pub who_from: Option<Citations>,
    /// How far it has come.
    pub status: Option<StatusLine>,
    /// The words that say so, each with its own source.
    pub quotes: Vec<Quote>,
    /// What the statement rests on.
    pub support: Support,
    /// How the evidence shown stands to it.
    pub stance: Stance,
    /// Sources that speak against it; with any, the line is marked as disputed.
    pub disputed_by: Option<Citations>,
}

/// A person or body and what it did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The name as the dossier has it.
    pub name: String,
    /// What it did.
    pub role: Option<Role>,
}

/// From which end a lineage is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineageSide {
    /// The row's milestone became (was split into, …) the other.
    Forward,
    /// The row's milestone came out of the other.
    Backward,
}

/// How a milestone came out of another, or became it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineageLine {
    /// How.
    pub kind: LineageKind,
    /// Told from which end.
    pub side: LineageSide,
    /// Title of the other milestone.
    pub other: String,
    /// What the link rests on.
    pub support: Support,
}

/// One row of the milestone register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterRow {
    /// The milestone's title.
    pub title: String,
    /// What sort of thing it is; printed where it has no status.
    pub kind: MilestoneKind,
    /// How many ancestors stand above it in the register; the title is indented by it.
    pub depth: u8,
    /// When.
    pub date: Option<Dated>,
    /// Who promised, decided or claimed it.
    pub who: Vec<Named>,
    /// What the milestone itself rests on.
    pub support: Support,
    /// Its status; `None` for a plain event.
    pub status: Option<StatusLine>,
    /// Sources that speak against it.
    pub disputed_by: Option<Citations>,
    /// What it became and what it came out of.
    pub lineage: Vec<LineageLine>,
}

/// A passage quoted; article, outlet and date are printed from its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// The exact words and their source.
    pub quote: Quote,
    /// The milestones it is evidence of, by title, and how it stands to each.
    pub contexts: Vec<(Stance, String)>,
}

/// A note of the analyst, printed as such.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Its title; may be empty.
    pub title: String,
    /// Its text.
    pub prose: Prose,
}

/// What a saved search found when the briefing was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What the analyst calls the search.
    pub name: String,
    /// Its words, as they were typed.
    pub words: String,
    /// How many articles answer; so many or fewer where `at_most`.
    pub articles: u64,
    /// The number is a bound.
    pub at_most: bool,
    /// Newest first, instead of best first.
    pub newest_first: bool,
    /// A passage of each article shown.
    pub passages: Vec<Quotation>,
}

/// One block with everything it prints.
#[derive(Clone, Debug, PartialEq)]
pub enum ResolvedBlock {
    /// A heading of the analyst's own. Right before a block with a fixed heading it takes that heading's place.
    Heading(String),
    /// The analyst's own text.
    Prose(Prose),
    /// Key points.
    KeyPoints(Vec<KeyPoint>),
    /// Milestones along time.
    Timeline(Timeline),
    /// The milestone register.
    Register(Vec<RegisterRow>),
    /// Quoted passages.
    Quotations(Vec<Quotation>),
    /// What a saved search finds.
    Found(Found),
    /// A note.
    Note(Note),
    /// The numbered sources.
    Sources,
}

/// A document cannot be made.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum DocumentError {
    /// A number was handed out by another source list.
    #[error("source number {0} is not in the document's source list")]
    UnknownSource(SourceNumber),
}

/// A briefing resolved: what the writers print, and nothing they would have to look up.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    head: Head,
    blocks: Vec<ResolvedBlock>,
    sources: SourceList,
}

impl Document {
    /// Puts a document together. Where sources are cited and no block lists them, that block is added at the end.
    ///
    /// # Errors
    /// When a block cites a number that `sources` does not hold.
    pub fn new(
        head: Head,
        mut blocks: Vec<ResolvedBlock>,
        sources: SourceList,
    ) -> Result<Self, DocumentError> {
        let mut cited = Vec::new();
        blocks.iter().for_each(|block| block.cites(&mut cited));
        if let Some(unknown) = cited.iter().find(|number| sources.get(**number).is_none()) {
            return Err(DocumentError::UnknownSource(*unknown));
        }
        if !cited.is_empty() && !blocks.contains(&ResolvedBlock::Sources) {
            blocks.push(ResolvedBlock::Sources);
        }
        Ok(Self { head, blocks, sources })
    }

    /// The head.
    #[must_use]
    pub fn head(&self) -> &Head {
        &self.head
    }

    /// The blocks in order.
    #[must_use]
    pub fn blocks(&self) -> &[ResolvedBlock] {
        &self.blocks
    }

    /// The sources by number.
    #[must_use]
    pub fn sources(&self) -> &SourceList {
        &self.sources
    }

    /// The source of a number; every number in the blocks has one.
    #[must_use]
    pub fn source(&self, number: SourceNumber) -> Option<&Source> {
        self.sources.get(number)
    }
}

impl StatusLine {
    fn cites(&self, into: &mut Vec<SourceNumber>) {
        into.extend(self.support.numbers());
        into.extend(self.quotes.iter().map(|quote| quote.source));
    }
}

impl ResolvedBlock {
    /// Collects every source number printed.
    fn cites(&self, into: &mut Vec<SourceNumber>) {
        let of = |by: &Option<Citations>, into: &mut Vec<SourceNumber>| {
            into.extend(by.iter().flat_map(Citations::numbers));
        };
        match self {
            Self::Heading(_) | Self::Sources => {}
            Self::Prose(prose) => prose.cites(into),
            Self::Note(note) => note.prose.cites(into),
            Self::Timeline(timeline) => {
                timeline.items().iter().for_each(|item| into.extend(item.support.numbers()));
            }
            Self::Quotations(quotations) => into.extend(quotations.iter().map(|one| one.quote.source)),
            Self::Found(found) => into.extend(found.passages.iter().map(|one| one.quote.source)),
            Self::KeyPoints(points) => {
                for point in points {
                    into.extend(point.support.numbers());
                    point.status.iter().for_each(|status| status.cites(into));
                    of(&point.who_from, into);
                    into.extend(point.quotes.iter().map(|quote| quote.source));
                    of(&point.disputed_by, into);
                }
            }
            Self::Register(rows) => {
                for row in rows {
                    into.extend(row.support.numbers());
                    row.status.iter().for_each(|status| status.cites(into));
                    into.extend(row.lineage.iter().flat_map(|line| line.support.numbers()));
                    of(&row.disputed_by, into);
                }
            }
        }
    }
}
