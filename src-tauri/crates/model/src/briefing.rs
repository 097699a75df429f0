//! Briefings as the analyst lays them out: a head and an ordered list of blocks.

use crate::{EvidenceId, MilestoneId, NoteId, SavedSearchId};

/// Traffic Light Protocol 2.0 mark for handling.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Tlp {
    /// TLP:RED
    Red,
    /// TLP:AMBER+STRICT
    AmberStrict,
    /// TLP:AMBER
    Amber,
    /// TLP:GREEN
    Green,
    /// TLP:CLEAR
    #[default]
    Clear,
}

impl Tlp {
    /// Every mark, strictest first.
    pub const ALL: &'static [Self] = &[Self::Red, Self::AmberStrict, Self::Amber, Self::Green, Self::Clear];

    /// The word used in files and JSON.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Red => "red",
            Self::AmberStrict => "amber-strict",
            Self::Amber => "amber",
            Self::Green => "green",
            Self::Clear => "clear",
        }
    }

    /// The mark of an id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|mark| mark.id() == id)
    }

    /// As it is printed.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Red => "TLP:RED",
            Self::AmberStrict => "TLP:AMBER+STRICT",
            Self::Amber => "TLP:AMBER",
            Self::Green => "TLP:GREEN",
            Self::Clear => "TLP:CLEAR",
        }
    }
}

/// One block of a briefing, in the analyst's order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading of the analyst's own.
    Heading(String),
    /// Markdown of the analyst's own.
    Text(String),
    /// Key points: one line for each piece of accepted supporting evidence of the milestones named; all where none is.
    KeyPoints(Vec<MilestoneId>),
    /// The milestones drawn along time; all where none is named.
    Timeline(Vec<MilestoneId>),
    /// The register with status and sources; all where none is named.
    Register(Vec<MilestoneId>),
    /// Passages quoted with their source; all evidence where none is named.
    Quotations(Vec<EvidenceId>),
    /// What a saved search finds: at most so many articles, each with a passage that answers.
    Found(SavedSearchId, u32),
    /// A note.
    Note(NoteId),
    /// The numbered sources.
    Sources,
}

/// A briefing as kept in the dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BriefingDraft {
    /// Its title.
    pub title: String,
    /// Its handling mark.
    pub tlp: Tlp,
    /// Who it is for; may be empty.
    pub audience: String,
    /// The date printed on it, ISO 8601 day; `None`: the day of export.
    pub date: Option<String>,
    /// The blocks in order.
    pub blocks: Vec<Block>,
}
