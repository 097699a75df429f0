//! The use cases: import, tag, track, search, brief, undo, back up; progress and cancelling.
//!
//! [`Desk`] is one open dossier. Everything it does to the dossier goes through the store's journal; nothing here knows of
//! a window, and the typesetter is handed in.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used))]

mod again;
mod annotations;
mod articles;
mod as_of;
mod brief;
mod briefings;
pub mod bundled;
mod citation;
mod clock;
mod codebook;
mod codings;
mod dates;
mod desk;
mod error;
mod evidence;
mod files;
mod import;
mod inspect;
mod ladder;
mod learning;
mod library;
mod lineage;
mod links;
mod look;
mod milestones;
mod notes;
mod opened;
mod out;
mod outlets;
mod passages;
mod progress;
mod proposals;
mod qda;
mod review;
mod roll_up;
mod saved;
mod search;
mod seeds;
mod spreadsheet;
mod stall;
mod stories;
mod tagging;
mod timeline;
mod topics;
mod trend;
mod upkeep;
mod warnings;
mod watch;
mod whole;

/// For window, command line and lab alike. What is read on one thread is stored and freed on another: with glibc's own allocator
/// a third of an import is spent on that.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

pub use again::{Again, FieldChange, PassageChange, PassageFate, ReadAgain, ReadAgainReport, WordsChange};
pub use articles::{FieldValue, corrected};
pub use as_of::{Come, MilestoneChange, Register, Standing, Standings, told_by};
pub use brief::{BriefHead, Exported, Format};
pub use chancery_briefing::{Locale, Pages, Typesetter};
pub use chancery_model::{AsOf, Axis};
pub use chancery_store as stored;
pub use chancery_text::copies::{Difference, Fate};
pub use clock::{Clock, StoppedClock, SystemClock};
pub use codebook::{
    Book, BundledCodebook, CodebookFormat, CodebookMerge, CodebookWritten, IncomingCodebook, Left, Listed,
    Matter, Stated, read_codebook_file,
};
pub use codings::{CodedPassage, CodedPassages, CodingChange, CodingsTaken, Lost, LostMatter};
pub use desk::{Desk, Done};
pub use error::{DeskError, Result};
pub use evidence::{Around, Attached, FoundPassage, Gets, Given, Speaks};
pub use files::regular_file;
pub use import::{FileReport, ImportReport, Outcome};
pub use inspect::{Inspected, ReadFile, Refused, inspect_with};
pub use ladder::{LadderFormat, LadderLook, StepMove, read_ladder, write_ladder};
pub use learning::{
    Consequence, Effect, Effects, Estimate, Missed, Nearby, Stretch, Suggested, TopicLearning, Word,
};
pub use library::Library;
pub use lineage::{LineageEntry, LineageFault};
pub use links::{NoteTarget, WrittenLink, links_in, with_links_worded};
pub use milestones::{MilestoneEntry, NewEvidence, StatusEntry};
pub use notes::NoteLink;
pub use out::{ArticleFormat, Chosen, Written};
pub use outlets::{Because, Hint, HintedField};
pub use passages::{Guess, LostPassage};
pub use progress::{Cancel, Progress, Step};
pub use proposals::{
    CueChange, CueLearning, Guessed, Proposal, ProposalAsk, ProposalEffect, ProposalOrder, ProposalPage,
    ProposedPassage, Resembled,
};
pub use review::{Excerpt, ReviewItem, ReviewPage};
pub use roll_up::{RollUp, RollUpOf, StepCount};
pub use saved::FoundNow;
pub use seeds::{Codebook, SeedError, read_codebook};
pub use spreadsheet::{
    MatchedBy, PlannedRow, RegisterFormat, RegisterWritten, RowFault, RowOutcome, SheetChoices, SheetColumn,
    SheetField, SheetLook, Wrong,
};
pub use stall::Stalled;
pub use stories::{Alike, Placed, Relation, Story, Telling};
pub use timeline::{TimelineChoice, TimelineFormat, TimelineWritten, timeline_format};
pub use topics::{
    Changing, Merged, NewPart, PreviewArticle, PreviewAsk, PreviewPart, Removed, SplitArticle, TermHits,
    TermPassage, TextField, TopicChange, TopicDraft, TopicFault, TopicHistory, VersionEntry,
};
pub use trend::{TrendQuestion, TrendTold, TrendWritten};
pub use warnings::{Camp, Warned, Warning};
pub use watch::{Sightings, Watched};
pub use whole::write_whole;
