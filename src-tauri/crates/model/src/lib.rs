//! The words of the design as types. No IO, no SQL, no clock: time, paths and randomness are passed in.

mod article;
mod as_of;
mod basis;
mod briefing;
mod codebook;
mod edtf;
mod ids;
mod ladder;
mod language;
mod milestone;
mod operation;
mod passage;

pub use article::{
    ClockTime, DateAnchor, DateMention, DateOrder, Dateline, Furniture, FurnitureKind, Published,
    SourceDocument, Zone,
};
pub use as_of::{AsOf, Axis};
pub use basis::{Alternative, Basis, Confidence, Field, Place};
pub use briefing::{Block, BriefingDraft, Tlp};
pub use codebook::{Reason, Suggestion, Term, TermKind, Topic, Verdict};
pub use edtf::{Bound, Choice, Day, Edtf, EdtfError, Point, Qualifier, YearDigits};
pub use ids::{
    ArticleId, BriefingId, CodingId, DatedId, DecisionId, EvidenceId, ImportId, LineageId, MilestoneId,
    NoteId, OperationId, OriginalId, OutletId, ProposalDecisionId, SavedSearchId, StatementId,
    StatusChangeId, TopicId, TopicVersionId, Uid,
};
pub use ladder::{Ladder, LadderFault, Step};
pub use language::{InLanguages, Language, LanguageRun};
pub use milestone::{
    EvidenceOrigin, LineageKind, MilestoneKind, ProposalVerdict, Proves, Role, Stance, Status,
};
pub use operation::{Changed, OperationKind};
pub use passage::{Anchor, CodePoints, LocateError, Span};
