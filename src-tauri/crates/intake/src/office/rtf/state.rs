//! What holds inside one group of RTF and ends with it.

use crate::office::blocks::Kind;

/// Where the words of a group go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Goes {
    Text,
    /// They are not the document's, and nothing inside is.
    Nowhere,
    /// They are not, but what lies inside may be: the frame of a box.
    Around,
    /// Properties, each in a group of its own.
    Info,
    FontTable,
    /// The names of styles.
    Styles,
    Title,
    Author,
    /// The day of the last change.
    Changed,
}

/// A group's own frame, closed with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holds {
    Nothing,
    Note,
    Aside,
}

/// The state of a group; an inner one begins with that of the outer.
#[derive(Clone, Copy, Debug)]
pub(super) struct State {
    pub(super) goes: Goes,
    /// Where words went before a text that stands twice.
    pub(super) before: Goes,
    /// Not inherited.
    pub(super) holds: Holds,
    /// How many characters stand for one that is written by number.
    pub(super) replaced: u8,
    pub(super) paragraph: Paragraph,
    pub(super) font: Option<i32>,
    pub(super) hidden: bool,
    pub(super) deleted: bool,
    /// Whether the group has begun with `\*`, and its next word says what it is.
    pub(super) starred: bool,
}

impl State {
    pub(super) fn new() -> Self {
        Self {
            goes: Goes::Text,
            before: Goes::Text,
            holds: Holds::Nothing,
            replaced: 1,
            paragraph: Paragraph::default(),
            font: None,
            hidden: false,
            deleted: false,
            starred: false,
        }
    }

    /// That of a group inside.
    pub(super) fn inner(self) -> Self {
        Self { holds: Holds::Nothing, starred: false, ..self }
    }
}

/// What a paragraph says of itself until `\pard`.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Paragraph {
    pub(super) kind: Option<Kind>,
    pub(super) listed: bool,
    /// Whether it stands in a cell.
    pub(super) in_table: bool,
}

/// Groups whose words are not the document's, by the word they begin with. Groups with `\*` are so in any case.
pub(super) const NOT_TEXT: &[&str] = &[
    "aftncn",
    "aftnsep",
    "aftnsepc",
    "annotation",
    "atnauthor",
    "atndate",
    "atnicn",
    "atnid",
    "atnparent",
    "atnref",
    "atntime",
    "atrfend",
    "atrfstart",
    "bkmkend",
    "bkmkstart",
    "colorschememapping",
    "colortbl",
    "comment",
    "datafield",
    "datastore",
    "factoidname",
    "falt",
    "filetbl",
    "fldinst",
    "footer",
    "footerf",
    "footerl",
    "footerr",
    "ftncn",
    "ftnsep",
    "ftnsepc",
    "generator",
    "header",
    "headerf",
    "headerl",
    "headerr",
    "latentstyles",
    "listoverridetable",
    "listtable",
    "mmathPr",
    "nextfile",
    "nonshppict",
    "objclass",
    "objdata",
    "objname",
    "panose",
    "pgdsctbl",
    "pict",
    "pn",
    "private",
    "revtbl",
    "rsidtbl",
    "rxe",
    "shprslt",
    "sn",
    "sp",
    "stylerestrictions",
    "sv",
    "tc",
    "template",
    "themedata",
    "txe",
    "userprops",
    "wgrffmtfilter",
    "xe",
    "xmlnstbl",
];
