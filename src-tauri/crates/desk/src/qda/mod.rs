//! Projects of REFI-QDA (`.qdpx`), by the published schema `urn:QDA-XML:project:1.0`: what ATLAS.ti, MAXQDA, NVivo, QualCoder
//! and others exchange. A ZIP archive with `project.qde` and the texts in `sources/`.
//!
//! Positions are code points from the start of the text, the end not included, as the standard has it and QualCoder counts;
//! programs that count otherwise are told by [`ruler`].

mod elements;
mod notes;
mod package;
mod parts;
mod read;
mod ruler;
mod stored;
#[cfg(test)]
mod tests;
mod write;

pub(crate) use read::read;
pub(crate) use write::write;

const NAMESPACE: &str = "urn:QDA-XML:project:1.0";

/// The program a project says it comes from.
const ORIGIN: &str = "Chancery";

/// What is told of an article in a variable each, and the field of a record it is.
const VARIABLES: [(&str, &str); 4] =
    [("Outlet", "outlet"), ("Published", "published"), ("Language", "lang"), ("URL", "url")];
