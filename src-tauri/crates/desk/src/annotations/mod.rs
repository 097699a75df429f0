//! Coded passages as W3C Web Annotations in JSON-LD: a collection, each annotation with its topic as a tag, its memo as a comment, and
//! where its words stand by position and by quotation.

mod read;
#[cfg(test)]
mod tests;
mod write;

pub(crate) use read::read;
pub(crate) use write::write;

const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

/// What the model has no word for: the slug of a topic, the hash of a text.
const OURS: &str = "urn:x-chancery:annotation#";
