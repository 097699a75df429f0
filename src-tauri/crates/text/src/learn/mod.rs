//! Topics learned from decisions: one linear model a topic over the stems of title and text, sure to a calibrated degree, and able
//! to say by which words.
//!
//! A [`Learner`] holds the articles somebody decided on. After a decision only that decision's topic is trained anew, from where
//! it stood. What it has learned is taken out as a [`Scorer`], which stands by itself and can score in another thread while
//! decisions go on. Nothing here reads a clock or a generator of its own: the same decisions in the same order give the same
//! numbers.

mod calibration;
mod draw;
mod explain;
mod features;
mod function_words;
mod learner;
mod scorer;
mod svm;
#[cfg(test)]
mod tests;
mod topic;
mod vectors;
mod vocabulary;

pub use explain::{Explanation, Near, Nearest, Spoken};
pub(crate) use features::hash;
pub use features::{Features, Prose};
pub use function_words::is_function_word;
pub use learner::Learner;
pub use scorer::{SUGGESTED_FROM, Score, Scorer};
pub use svm::{Cost, Example, Plane, solve};
pub use vectors::Vectors;
