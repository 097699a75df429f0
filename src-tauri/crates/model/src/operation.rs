//! Operations: the things the analyst does, and what sorts of things they change.

/// What an operation did. Its arguments are kept as JSON beside it; the interface words both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OperationKind {
    /// Articles came in. Undone by setting `removed_by`, not by a changeset.
    Import,
    /// The bundled dossier was built; undo ends here.
    Bundle,
    /// Articles went to the bin.
    RemoveArticles,
    /// Articles came back from the bin.
    RestoreArticles,
    /// The bin was emptied for good; undo ends here.
    EmptyBin,
    /// A field of an article was corrected.
    CorrectField,
    /// Articles that needed a look had it.
    SettleLook,
    /// The order of day and month became a rule of an outlet.
    SetDateOrder,
    /// Articles were read again from their originals.
    ReadAgain,
    /// A passage that was lost in a new reading was given its place.
    PlacePassage,
    /// A topic was accepted, rejected or added by hand.
    Decide,
    /// A decision was taken back.
    ClearDecision,
    /// A passage was coded.
    AddCoding,
    /// Topic, ends or memo of a coding were changed.
    EditCoding,
    /// A coding was taken away.
    RemoveCoding,
    /// Coded passages were taken in from a file.
    ImportCodings,
    /// A milestone was made.
    AddMilestone,
    /// A milestone was changed.
    EditMilestone,
    /// The proposal that a promise rests was dismissed.
    DismissStall,
    /// After how many months without evidence a promise is thought to rest was changed.
    SetStallRule,
    /// Milestones were taken in from a spreadsheet.
    ImportMilestones,
    /// A milestone was removed.
    RemoveMilestone,
    /// A status was set.
    SetStatus,
    /// The status ladder became another.
    SetLadder,
    /// A passage was attached as evidence.
    AttachEvidence,
    /// A piece of evidence was accepted for briefings, or taken back.
    AcceptEvidence,
    /// Pieces of evidence were taken away.
    RemoveEvidence,
    /// Evidence went to another milestone, moved or copied.
    GiveEvidence,
    /// Whether evidence speaks for or against was judged anew.
    SetStance,
    /// A bundled judgement on lineage was made the analyst's own, or that was taken back.
    ConfirmLineage,
    /// A milestone was linked to what became of it.
    AddLineage,
    /// A link of lineage was changed.
    EditLineage,
    /// A link of lineage was taken away.
    RemoveLineage,
    /// Several passages became evidence of one milestone.
    AttachPassages,
    /// A proposal became a milestone, evidence of one, or was rejected.
    DecideProposal,
    /// A note was begun.
    AddNote,
    /// A note was written on.
    EditNote,
    /// A note was removed.
    RemoveNote,
    /// A briefing was begun.
    AddBriefing,
    /// A briefing was changed.
    EditBriefing,
    /// A briefing was removed.
    RemoveBriefing,
    /// A search was saved.
    AddSearch,
    /// A saved search was renamed, or asks for something else.
    EditSearch,
    /// A saved search was removed.
    RemoveSearch,
    /// A topic or heading was made.
    AddTopic,
    /// A topic of the codebook was changed.
    EditTopic,
    /// A topic was put elsewhere in the codebook.
    MoveTopic,
    /// A topic went up in another.
    MergeTopics,
    /// Part of a topic became a topic of its own.
    SplitTopic,
    /// A topic was removed.
    RemoveTopic,
    /// A codebook was taken in from a file.
    ImportCodebook,
    /// An outlet was named or graded.
    EditOutlet,
    /// Outlets were made one.
    MergeOutlets,
    /// The dossier's own name or description was changed.
    EditDossier,
}

const IDS: &[(OperationKind, &str)] = &[
    (OperationKind::Import, "import"),
    (OperationKind::Bundle, "bundle"),
    (OperationKind::RemoveArticles, "remove-articles"),
    (OperationKind::RestoreArticles, "restore-articles"),
    (OperationKind::EmptyBin, "empty-bin"),
    (OperationKind::CorrectField, "correct-field"),
    (OperationKind::SettleLook, "settle-look"),
    (OperationKind::SetDateOrder, "set-date-order"),
    (OperationKind::ReadAgain, "read-again"),
    (OperationKind::PlacePassage, "place-passage"),
    (OperationKind::Decide, "decide"),
    (OperationKind::ClearDecision, "clear-decision"),
    (OperationKind::AddCoding, "add-coding"),
    (OperationKind::EditCoding, "edit-coding"),
    (OperationKind::RemoveCoding, "remove-coding"),
    (OperationKind::ImportCodings, "import-codings"),
    (OperationKind::AddMilestone, "add-milestone"),
    (OperationKind::EditMilestone, "edit-milestone"),
    (OperationKind::DismissStall, "dismiss-stall"),
    (OperationKind::SetStallRule, "set-stall-rule"),
    (OperationKind::ImportMilestones, "import-milestones"),
    (OperationKind::RemoveMilestone, "remove-milestone"),
    (OperationKind::SetStatus, "set-status"),
    (OperationKind::SetLadder, "set-ladder"),
    (OperationKind::AttachEvidence, "attach-evidence"),
    (OperationKind::AcceptEvidence, "accept-evidence"),
    (OperationKind::RemoveEvidence, "remove-evidence"),
    (OperationKind::GiveEvidence, "give-evidence"),
    (OperationKind::SetStance, "set-stance"),
    (OperationKind::ConfirmLineage, "confirm-lineage"),
    (OperationKind::AddLineage, "add-lineage"),
    (OperationKind::EditLineage, "edit-lineage"),
    (OperationKind::RemoveLineage, "remove-lineage"),
    (OperationKind::AttachPassages, "attach-passages"),
    (OperationKind::DecideProposal, "decide-proposal"),
    (OperationKind::AddNote, "add-note"),
    (OperationKind::EditNote, "edit-note"),
    (OperationKind::RemoveNote, "remove-note"),
    (OperationKind::AddBriefing, "add-briefing"),
    (OperationKind::EditBriefing, "edit-briefing"),
    (OperationKind::RemoveBriefing, "remove-briefing"),
    (OperationKind::AddSearch, "add-search"),
    (OperationKind::EditSearch, "edit-search"),
    (OperationKind::RemoveSearch, "remove-search"),
    (OperationKind::AddTopic, "add-topic"),
    (OperationKind::EditTopic, "edit-topic"),
    (OperationKind::MoveTopic, "move-topic"),
    (OperationKind::MergeTopics, "merge-topics"),
    (OperationKind::SplitTopic, "split-topic"),
    (OperationKind::RemoveTopic, "remove-topic"),
    (OperationKind::ImportCodebook, "import-codebook"),
    (OperationKind::EditOutlet, "edit-outlet"),
    (OperationKind::MergeOutlets, "merge-outlets"),
    (OperationKind::EditDossier, "edit-dossier"),
];

impl OperationKind {
    /// The word used in the dossier and in JSON.
    #[must_use]
    pub fn id(self) -> &'static str {
        IDS.iter().find(|(kind, _)| *kind == self).map_or("", |(_, id)| id)
    }

    /// The kind of an id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        IDS.iter().find(|(_, known)| *known == id).map(|(kind, _)| *kind)
    }

    /// Whether undo ends at this operation.
    #[must_use]
    pub fn ends_undo(self) -> bool {
        matches!(self, Self::Bundle | Self::EmptyBin)
    }
}

/// What sorts of things an operation changed: the interface re-reads only what depends on them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Changed {
    /// Articles and their fields.
    Articles,
    /// The codebook.
    Topics,
    /// Decisions and suggestions.
    Tags,
    /// Milestones, statuses, evidence, lineage.
    Milestones,
    /// Notes and their links.
    Notes,
    /// Briefings.
    Briefings,
    /// Saved searches, and up to where one looked at them.
    Searches,
    /// Outlets.
    Outlets,
    /// The list of operations.
    Operations,
    /// The dossier's own name.
    Dossier,
    /// Imports and what became of their files.
    Imports,
}

impl Changed {
    /// Every sort.
    pub const ALL: &'static [Self] = &[
        Self::Articles,
        Self::Topics,
        Self::Tags,
        Self::Milestones,
        Self::Notes,
        Self::Briefings,
        Self::Searches,
        Self::Outlets,
        Self::Operations,
        Self::Dossier,
        Self::Imports,
    ];

    /// The word used on the wire.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Articles => "articles",
            Self::Topics => "topics",
            Self::Tags => "tags",
            Self::Milestones => "milestones",
            Self::Notes => "notes",
            Self::Briefings => "briefings",
            Self::Searches => "searches",
            Self::Outlets => "outlets",
            Self::Operations => "operations",
            Self::Dossier => "dossier",
            Self::Imports => "imports",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_operation_has_an_id_that_leads_back_to_it() {
        for (kind, id) in IDS {
            assert_eq!(kind.id(), *id);
            assert_eq!(OperationKind::from_id(id), Some(*kind));
        }
    }
}
