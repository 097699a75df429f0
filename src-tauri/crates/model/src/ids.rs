//! Newtype ids: the integer keys inside one dossier file, and the UUIDv7 that holds across files.

use std::fmt;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub i64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

ids! {
    /// One article in a dossier.
    ArticleId,
    /// The bytes an article came from.
    OriginalId,
    /// Who published an article.
    OutletId,
    /// One subject of the codebook.
    TopicId,
    /// A version of a topic.
    TopicVersionId,
    /// One decision about a topic on an article.
    DecisionId,
    /// One passage × topic, set by hand.
    CodingId,
    /// One milestone.
    MilestoneId,
    /// One step on a milestone's status ladder.
    StatusChangeId,
    /// One passage that speaks for or against a milestone.
    EvidenceId,
    /// One link between milestones of which one came out of the other.
    LineageId,
    /// One dated passage that may tell of a milestone: derived, and by it a proposal is called.
    DatedId,
    /// One yes or no on a proposal.
    ProposalDecisionId,
    /// Who said what, when.
    StatementId,
    /// One note.
    NoteId,
    /// One briefing.
    BriefingId,
    /// One question kept to be asked again.
    SavedSearchId,
    /// One thing the analyst did.
    OperationId,
    /// One import: what was asked for, and what became of each file.
    ImportId,
}

/// A UUIDv7: two dossiers are merged by it, so it is never reused and never changes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Uid(pub [u8; 16]);

impl Uid {
    /// Makes a UUIDv7 from a moment (milliseconds since 1970, UTC) and ten random bytes, both passed in.
    #[must_use]
    pub fn v7(millis: u64, random: [u8; 10]) -> Self {
        Self(uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid().into_bytes())
    }

    /// Reads the usual hyphenated form.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        uuid::Uuid::try_parse(text).ok().map(|uuid| Self(uuid.into_bytes()))
    }
}

impl fmt::Display for Uid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        uuid::Uuid::from_bytes(self.0).hyphenated().fmt(f)
    }
}

impl fmt::Debug for Uid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Uid({self})")
    }
}
