//! Reading prose: language, words and stems, sentences, dates, datelines, furniture, topics by rule and learned. Pure functions.

mod belarusian;
pub mod copies;
pub mod cues;
pub mod dateline;
pub mod dates;
mod english;
mod fold;
mod furniture;
mod language;
pub mod learn;
mod letters;
mod lines;
mod memory;
mod names;
pub mod publication;
mod russian;
mod sentences;
mod stem;
pub mod times;
pub mod topics;
mod words;

pub use fold::fold;
pub use furniture::{Judge, body, furniture};
pub use language::{Languages, language_of};
pub use letters::is_letter_or_digit;
pub use lines::{Line, lines};
pub use memory::Memory;
pub use names::in_other_letters;
pub use russian::OF_DEGREE;
pub use sentences::sentences;
pub use stem::{beginnings, stem, stems_short_of};

pub use topics::{Matcher, Weighed};
pub use words::{Word, word_indices, word_spans, words};

/// Version of what `words`, `fold` and `stem` make of a text. An index built with another version must be rebuilt.
pub const ANALYSIS_VERSION: u32 = 2;
