//! The sheet: the resolved document with every fixed word chosen, in the shape all writers print from.

use chancery_model::{Day, Status, Tlp};

use crate::{Bar, ProseBlock, SourceNumber};

/// What stands at the top and in the running lines.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// ISO 639-1 code of the language.
    pub language: &'static str,
    /// The title.
    pub title: String,
    /// Handling mark.
    pub tlp: Tlp,
    /// What the mark allows, in words.
    pub tlp_meaning: String,
    /// Label and value of what stands under the title.
    pub facts: Vec<(String, String)>,
    /// The date printed.
    pub day: Day,
    /// The date in words.
    pub date: String,
    /// The dossier's name.
    pub dossier: String,
    /// What follows, in order.
    pub parts: Vec<Part>,
    /// Label of links from a source back to the text.
    pub back_label: String,
    /// What a format says that had to shorten words or titles.
    pub shortened: String,
}

/// Letters of a word that no page is asked to break further: a longer one is shortened where pages are set.
pub const LONGEST_WORD: usize = 400;

/// A piece of the sheet.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// A heading; 1 stands right under the title.
    Heading(u8, String),
    /// The line printed where there is nothing.
    Empty(String),
    /// A small line above a note that says whose words follow.
    Label(String),
    /// The analyst's prose, under a heading of the level given (0: under the title).
    Prose(u8, Vec<ProseBlock>),
    /// Key points.
    KeyPoints(Vec<KeyPointWords>),
    /// The time axis.
    Timeline(TimelineWords),
    /// The register.
    Register(RegisterWords),
    /// Quotations.
    Quotations(Vec<QuotationWords>),
    /// The sources, after a line that explains the numbers.
    Sources(String, Vec<SourceWords>),
}

/// What a line rests on, in words. Never both empty where a [`Support`] stood.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Backing {
    /// Source numbers.
    pub numbers: Vec<SourceNumber>,
    /// "no passage: analyst's judgement — …"
    pub judgement: Option<String>,
}

/// The words a status rests on.
#[derive(Clone, Debug, PartialEq)]
pub enum StatusQuote {
    /// They stand among the quoted passages: "quotation 4".
    Quoted(String),
    /// The words themselves.
    Words(QuoteWords),
}

/// A status in words.
#[derive(Clone, Debug, PartialEq)]
pub struct StatusWords {
    /// Which, for its colour.
    pub status: Status,
    /// Its word.
    pub word: String,
    /// "since …"
    pub since: Option<String>,
    /// The words that say so.
    pub quotes: Vec<StatusQuote>,
    /// What it rests on.
    pub backing: Backing,
}

/// A word and the numbers it refers to, such as "disputed by [2]".
#[derive(Clone, Debug, PartialEq)]
pub struct Flag {
    /// The word.
    pub word: String,
    /// The sources.
    pub numbers: Vec<SourceNumber>,
}

/// Quoted words between the language's quotation marks.
#[derive(Clone, Debug, PartialEq)]
pub struct QuoteWords {
    /// With quotation marks.
    pub text: String,
    /// ISO 639-1 code of the words' language, where known.
    pub language: Option<String>,
    /// Their source.
    pub number: SourceNumber,
    /// That they no longer stand there.
    pub remark: Option<String>,
}

/// A key point in words.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyPointWords {
    /// What is said.
    pub statement: String,
    /// When.
    pub date: Option<String>,
    /// "Who: Vladimir Putin (announced)" and where that stands.
    pub who: Option<Flag>,
    /// How far it has come.
    pub status: Option<StatusWords>,
    /// "evidence against" or "mentioned only"; nothing for evidence in support.
    pub stance: Option<String>,
    /// The words that say so.
    pub quotes: Vec<QuoteWords>,
    /// What the statement rests on beyond the quotes' own sources.
    pub backing: Backing,
    /// Evidence against.
    pub disputed: Option<Flag>,
}

/// One row of the time axis.
#[derive(Clone, Debug, PartialEq)]
pub struct TimelineRow {
    /// The lane that begins with this row.
    pub lane: Option<String>,
    /// The milestone.
    pub label: String,
    /// When, in words.
    pub date: String,
    /// How far it has come.
    pub status: Option<(Status, String)>,
    /// What it rests on; judgement in one word, the register has the reason.
    pub backing: Backing,
    /// Where it lies on the axis.
    pub bar: Bar,
}

/// The time axis in words.
#[derive(Clone, Debug, PartialEq)]
pub struct TimelineWords {
    /// Headings: milestone, date, status.
    pub heads: [String; 3],
    /// Year and place of each tick.
    pub ticks: Vec<(String, f64)>,
    /// The rows.
    pub rows: Vec<TimelineRow>,
}

/// One row of the register in words.
#[derive(Clone, Debug, PartialEq)]
pub struct RegisterRowWords {
    /// Indent in steps.
    pub depth: u8,
    /// The milestone.
    pub title: String,
    /// When.
    pub date: String,
    /// Names with what they did.
    pub who: Vec<String>,
    /// What sort of thing it is; stands where it has no status.
    pub kind: String,
    /// Its status; `None` for what has no ladder.
    pub status: Option<StatusWords>,
    /// What the milestone rests on.
    pub backing: Backing,
    /// Evidence against.
    pub disputed: Option<Flag>,
    /// What it became and came out of.
    pub lineage: Vec<(String, Backing)>,
}

/// The register in words.
#[derive(Clone, Debug, PartialEq)]
pub struct RegisterWords {
    /// Headings: milestone, date, who, status or kind, sources.
    pub heads: [String; 5],
    /// Label of a status that stands alone.
    pub status_label: String,
    /// Label of a kind that stands alone.
    pub kind_label: String,
    /// The rows.
    pub rows: Vec<RegisterRowWords>,
}

/// A quotation in words.
#[derive(Clone, Debug, PartialEq)]
pub struct QuotationWords {
    /// The words with their source.
    pub quote: QuoteWords,
    /// "Quotation 4"
    pub label: String,
    /// "Supports: …"
    pub contexts: Vec<String>,
    /// Title, outlet and date of the article.
    pub origin: String,
}

/// A source in words.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceWords {
    /// Its number.
    pub number: SourceNumber,
    /// The article's title.
    pub title: String,
    /// The language of the title, where known.
    pub language: Option<String>,
    /// Outlet, byline, date, language, grade: what is known of them.
    pub line: Vec<String>,
    /// "captured …"
    pub captured: String,
    /// The hash's first 12 hexadecimal digits.
    pub sha256_short: String,
    /// All 64.
    pub sha256: String,
}
