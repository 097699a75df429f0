//! Copies and reprints: what is compared of a text, how alike two texts are and how they differ, and which may be alike among very many.

mod bands;
mod difference;
mod fingerprint;
mod index;

pub use difference::{Difference, Fate, difference};
pub use fingerprint::{Fingerprint, RUN};
pub use index::{Candidate, LikenessIndex, Way};

/// From this likeness on (Jaccard of runs of five words) one article is told as a reprint of the other.
pub const ALIKE: f64 = 0.5;

/// Version of what a fingerprint is made of. What was derived with another version is derived anew.
pub const COPIES_VERSION: u32 = 2;
