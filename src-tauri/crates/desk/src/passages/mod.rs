//! Passages where an article is read anew: found again by their words and those around them, or lost, never dropped.

mod find;
mod guess;
mod lost;

pub(crate) use find::Finder;
pub(crate) use lost::relink;
pub use lost::{Guess, LostPassage};
