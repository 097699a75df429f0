//! The shapes that cross, one file per area. Field names are camelCase on the other side.

mod articles;
mod briefings;
mod codebook;
mod codings;
mod common;
mod dossier;
mod imports;
mod jobs;
mod learning;
mod milestones;
mod notes;
mod out;
mod outlets;
mod review;
mod search;
mod stories;
mod topic_edit;
mod topics;

pub use articles::*;
pub use briefings::*;
pub use codebook::*;
pub use codings::*;
pub use common::*;
pub use dossier::*;
pub use imports::*;
pub use jobs::*;
pub use learning::*;
pub use milestones::*;
pub use notes::*;
pub use out::*;
pub use outlets::*;
pub use review::*;
pub use search::*;
pub use stories::*;
pub use topic_edit::*;
pub use topics::*;
