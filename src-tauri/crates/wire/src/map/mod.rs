//! From the desk's words to the shapes that cross, one file per area.

mod again;
mod articles;
mod briefings;
mod codebook;
mod codings;
mod context;
mod dossier;
mod errors;
mod evidence;
mod facets;
mod imports;
mod jobs;
mod ladder;
mod learning;
mod milestones;
mod notes;
mod out;
mod outlets;
mod proposals;
mod register_review;
mod review;
mod saved;
mod search;
mod spreadsheet;
mod stories;
mod timeline;
mod topic_edit;
mod topics;
mod trends;

pub(crate) use again::{lost_passages, place_passage};
pub(crate) use articles::*;
pub(crate) use briefings::*;
pub(crate) use codebook::{codebook_export, codebook_export_look, codebook_import, codebook_look};
pub(crate) use codings::{coding_change, coding_page, codings_export, codings_look};
pub(crate) use context::*;
pub(crate) use dossier::*;
pub(crate) use evidence::*;
pub(crate) use facets::*;
pub(crate) use imports::*;
pub(crate) use ladder::{ladder_look, ladder_read, ladder_set, ladder_write, ladders};
pub(crate) use learning::*;
pub(crate) use milestones::*;
pub(crate) use notes::*;
pub(crate) use outlets::*;
pub(crate) use proposals::*;
pub(crate) use register_review::*;
pub(crate) use review::*;
pub(crate) use saved::*;
pub(crate) use search::*;
pub(crate) use spreadsheet::*;
pub(crate) use stories::*;
pub(crate) use timeline::*;
pub(crate) use topic_edit::{
    draft as topic_draft, merged, new_part, removed, split_look, topic_history, topic_preview,
};
pub(crate) use topics::*;
pub(crate) use trends::*;

pub use again::{look_read_again, read_again};
pub use codings::import_codings;
pub use out::export_articles;

/// A count as it crosses.
fn count(number: impl TryInto<u32>) -> u32 {
    number.try_into().unwrap_or(u32::MAX)
}
