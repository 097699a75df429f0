//! What a file tells of coded passages, before the dossier is asked what of it fits.

use chancery_model::Uid;

use crate::Book;

/// Texts with their codings, out of a file of another program or another dossier.
#[derive(Clone, Debug, Default)]
pub(crate) struct Incoming {
    /// The topics they are coded with.
    pub(crate) book: Book,
    pub(crate) texts: Vec<IncomingText>,
    pub(crate) notes: Vec<IncomingNote>,
    pub(crate) lost: Vec<Lost>,
}

/// A text, by what it can be found by.
#[derive(Clone, Debug, Default)]
pub(crate) struct IncomingText {
    pub(crate) name: String,
    pub(crate) uid: Option<Uid>,
    pub(crate) url: Option<String>,
    /// SHA-256 of its normalised text.
    pub(crate) hash: Option<[u8; 32]>,
    /// Its words, where they came along as such.
    pub(crate) words: Option<String>,
    /// What is imported where it is not there: the ending of a file, which tells the format, and the file.
    pub(crate) body: Option<(String, Vec<u8>)>,
    pub(crate) codings: Vec<IncomingCoding>,
    /// Topics the whole text has: indices into the topics of the book.
    pub(crate) tags: Vec<usize>,
}

/// A coded passage: its words, and about where they stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct IncomingCoding {
    pub(crate) uid: Option<Uid>,
    /// Index into the topics of the book.
    pub(crate) topic: usize,
    pub(crate) exact: String,
    pub(crate) prefix: String,
    pub(crate) suffix: String,
    pub(crate) place: Place,
    pub(crate) memo: String,
}

/// Where a passage begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Place {
    /// Nobody knows.
    #[default]
    Unknown,
    /// At this code point of the text.
    At(u32),
    /// After so many characters that can be seen: what stays where blanks and line ends were put in order.
    AfterSeen(u32),
}

/// A note on texts or on the whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct IncomingNote {
    pub(crate) uid: Option<Uid>,
    pub(crate) title: String,
    pub(crate) markdown: String,
    /// Index of the text it is about.
    pub(crate) about: Option<usize>,
}

/// Something that could not be taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    /// What sort of thing.
    pub what: LostMatter,
    /// Which: a name, words, or the reason; may be empty.
    pub name: String,
    /// How many.
    pub count: usize,
}

impl Lost {
    pub(crate) fn new(what: LostMatter, name: impl Into<String>, count: usize) -> Self {
        Self { what, name: name.into(), count }
    }
}

/// What a dossier has no place for, or what could not be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LostMatter {
    /// A text that could not be read; the name says why.
    Text,
    /// A passage whose words are not in its text, or in several places.
    Passage,
    /// A passage of a text that is not there.
    TextAbsent,
    /// A passage with a code nobody defines, or none.
    Code,
    /// Pictures, and codings in them.
    Pictures,
    /// Codings in pages of PDF; their texts come in.
    PdfSelections,
    /// Sound recordings and codings in them.
    Audio,
    /// Moving pictures and codings in them.
    Video,
    /// Cases.
    Cases,
    /// Variables and their values.
    Variables,
    /// Sets.
    Sets,
    /// Graphs.
    Graphs,
    /// Links between things.
    Links,
    /// Who coded, where it were several.
    Users,
}

impl LostMatter {
    /// The word used in JSON.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Passage => "passage",
            Self::TextAbsent => "text-absent",
            Self::Code => "code",
            Self::Pictures => "pictures",
            Self::PdfSelections => "pdf-selections",
            Self::Audio => "audio",
            Self::Video => "video",
            Self::Cases => "cases",
            Self::Variables => "variables",
            Self::Sets => "sets",
            Self::Graphs => "graphs",
            Self::Links => "links",
            Self::Users => "users",
        }
    }
}
