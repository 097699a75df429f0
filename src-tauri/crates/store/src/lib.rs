//! The dossier file: open, migrate, one module per table, search index, journal. The only crate that names rusqlite.

mod access;
mod analysis;
mod article;
mod backup;
mod briefing;
mod coding;
#[cfg(test)]
mod coding_tests;
mod columns;
mod condition;
mod date_order;
mod dossier;
mod error;
mod evidence;
mod import;
mod journal;
mod json;
mod kept;
mod ladder;
mod learning;
mod lengths;
mod lock;
mod look;
mod milestone;
mod moment;
mod note;
mod outlet;
mod passage;
#[cfg(test)]
mod plans;
mod proposal;
mod query;
#[cfg(test)]
mod register_tests;
mod review;
mod row;
mod saved;
mod schema;
mod search;
mod steps;
mod store;
mod story;
mod tag;
#[cfg(test)]
mod testing;
mod topic;
mod topic_sets;
mod trend;
mod verify;

pub use access::{Deriver, Reader, Writer};
pub use article::{
    ArticleDetail, ArticleFields, ArticleFilter, ArticlePage, ArticleRow, ArticleSort, Correction,
    EmptiedBin, Facets, FieldName, NewArticle, Original, PublishedCount, ReadAnew, Readable, ReadyArticle,
    Review, Stored, Total,
};
pub use briefing::BriefingRow;
pub use coding::{Coding, CodingRow};
pub use dossier::{Counts, DossierInfo};
pub use error::{Error, Result};
pub use evidence::{Evidence, EvidenceRow};
pub use import::{
    FileRead, ImportCounts, ImportEnd, ImportHandle, ImportPage, ImportRow, ImportState, ImportedItem, Item,
    ItemRead, NotRead, Outcome, Resumed, SeenFile, Told,
};
pub use journal::{NewOperation, OperationRow, OperationState, Performed, UndoState, Undone};
pub use ladder::{Lineage, LineageRow, StatusChange, StatusChangeRow};
pub use learning::{Decided, Features, LearnedBy, ScoredArticle};
pub use look::{LookNote, LookReason, LookRow};
pub use milestone::{Lane, Milestone, MilestoneRow};
pub use moment::{Moment, day_number};
pub use note::{Backlink, LinkTarget, Note, NoteDetail, NoteRow};
pub use outlet::{Grade, KnownOutlet, Outlet, OutletKind, OutletRow};
pub use passage::{PassageId, PassageKind, PassageRow};
pub use proposal::{DatedPassage, DatedRow, ProposalDecision, Undated};
pub use query::{Ask, Has, Hint, Query, QueryField, QueryFieldName, QueryTerm, Unread};
pub use review::{Confused, Sample, Waiting};
pub use saved::{Asked, SavedSearch, SavedSearchRow};
pub use search::{
    Concordance, ContextLine, ExplainedTerm, Explanation, OtherForm, PassageFinder, PassagesFound, SearchHit,
    SearchPage, Snippet,
};
pub use steps::StepUse;
pub use store::{NewDossier, OpenOptions, Store};
pub use story::{Kin, Member};
pub use tag::{Decision, SuggestionRow};
pub use topic::{DecidedUnder, Fold, Terms, TopicCounts, TopicPlace, TopicRow, TopicUse, TopicVersion};
pub use trend::{Trend, TrendAsk, TrendFigure, TrendKey, TrendLine, TrendMeasure, TrendSplit, TrendUnit};
pub use verify::{Problem, Verified};
