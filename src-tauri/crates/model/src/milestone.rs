//! The words of the milestone register: kinds, the status ladder, stances, roles and lineage.

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $id:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant),* }

        impl $name {
            /// Every value, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The word used in files, in the dossier and in JSON.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self { $(Self::$variant => $id),* }
            }

            /// The value of an id.
            #[must_use]
            pub fn from_id(id: &str) -> Option<Self> {
                match id { $($id => Some(Self::$variant),)* _ => None }
            }
        }
    };
}

words! {
    /// What sort of thing happened or was promised.
    MilestoneKind {
        /// A treaty or agreement between the states.
        Treaty = "treaty",
        /// A decision of a body or of leaders.
        Decision = "decision",
        /// A body set up to work something out.
        WorkingGroup = "working-group",
        /// A roadmap or programme.
        Roadmap = "roadmap",
        /// Talks.
        Negotiation = "negotiation",
        /// A day by which something is due.
        Deadline = "deadline",
        /// A position stated.
        Statement = "statement",
        /// Something carried out.
        Implementation = "implementation",
        /// An event outside the integration that bears on it.
        ExternalEvent = "external-event",
    }
}

words! {
    /// The ladder of a promise. Plain events have no status.
    Status {
        /// 0
        NotBegun = "not-begun",
        /// 1, minimum
        Begun = "begun",
        /// 2, intermediate
        Partly = "partly",
        /// 3, full
        Done = "done",
        /// Rests.
        OnHold = "on-hold",
        /// Taken back.
        Withdrawn = "withdrawn",
    }
}

words! {
    /// What the one named with a milestone did.
    Role {
        /// Undertook to do it.
        Promised = "promised",
        /// Decided it.
        Decided = "decided",
        /// Said that it is so.
        Claimed = "claimed",
        /// Agreed on it with others.
        Agreed = "agreed",
        /// Made it known.
        Announced = "announced",
    }
}

words! {
    /// How a passage stands to a milestone.
    Stance {
        /// Speaks for it.
        Supports = "supports",
        /// Speaks against it.
        Contradicts = "contradicts",
        /// Names it only.
        Mentions = "mentions",
    }
}

words! {
    /// What of a milestone a passage is evidence of.
    Proves {
        /// That it happened or was promised.
        Milestone = "milestone",
        /// When.
        Date = "date",
        /// By whom.
        Who = "who",
        /// How far it has come.
        Status = "status",
    }
}

words! {
    /// Who put a piece of evidence there.
    EvidenceOrigin {
        /// It came with the bundled dossier.
        Bundled = "bundled",
        /// The analyst.
        Analyst = "analyst",
    }
}

words! {
    /// What the analyst made of a proposal.
    ProposalVerdict {
        /// A milestone of its own.
        Accepted = "accepted",
        /// Evidence of a milestone that was there.
        Merged = "merged",
        /// Nothing.
        Rejected = "rejected",
    }
}

words! {
    /// How one milestone came out of another.
    LineageKind {
        /// Became the other.
        Became = "became",
        /// Was split into the other, among several.
        SplitInto = "split-into",
        /// Was merged into the other.
        MergedInto = "merged-into",
        /// Is called the other now.
        Renamed = "renamed",
        /// Was superseded by the other.
        SupersededBy = "superseded-by",
        /// Was withdrawn by the other.
        Withdrawn = "withdrawn",
    }
}
